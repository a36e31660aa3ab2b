import pytest

from challenge.rules.tarsia.difficulty import difficulty, look_alikes
from challenge.rules.tarsia.layouts import layout

PLAIN = [(f"{letter * 2}?", letter * 3) for letter in "abcdefghijklmnopqrstuvwxyzäöüßéèêáàâ"]
ALIKE = [(f"0.{n}", f"0.0{n}") for n in range(1, 36)]


@pytest.mark.parametrize(
    ("name", "pairs", "border", "level"),
    [
        ("chain 6", PLAIN, (), 1),
        ("chain 13", PLAIN, (), 2),
        ("chain 21", PLAIN, (), 3),
        ("chain 21", ALIKE, (), 4),
        ("triangle 2", PLAIN, (), 2),
        ("triangle 2", PLAIN, ("1",), 3),
        ("triangle 4", PLAIN, (), 3),
        ("hexagon 2", PLAIN, (), 4),
        ("hexagon 2", ALIKE, ("1",), 5),
    ],
)
def test_a_puzzle_is_harder_for_its_pieces_border_turns_and_look_alikes(name, pairs, border, level):
    made = layout(name)

    assert difficulty(made, pairs[: made.matches], border) == level


@pytest.mark.parametrize(
    ("labels", "number"),
    [
        (["0.5", "0.05", "7"], 2),
        (["12", "21", "$-12$", "3"], 3),
        (["5", "5"], 0),
        (["0", "-", "+"], 0),
        (["x + 2", "2x", "3x"], 2),
    ],
)
def test_labels_look_alike_that_differ_by_what_is_easily_overlooked(labels, number):
    assert look_alikes(labels) == number
