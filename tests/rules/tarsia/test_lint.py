import pytest

from challenge.rules.tarsia.layouts import layout
from challenge.rules.tarsia.lint import classed, lint
from challenge.rules.tarsia.puzzles import Puzzle

CHAIN = layout("chain 5")
TRIANGLE = layout("triangle 2")
CARDS = layout("cards 4")
SOUND = (("$1/2$ of 20", "10"), ("$3 + 4$", "7"), ("$2^5$", "32"), ("half past two", "2:30"))


def with_pair(number, *labels):
    return tuple(labels if at == number else pair for at, pair in enumerate(SOUND, start=1))


def said(linted):
    return [str(finding) for finding in linted.findings]


@pytest.mark.parametrize("made", [CHAIN, layout("loop 4"), CARDS])
def test_a_sound_puzzle_has_nothing_to_mend_and_one_solution(made):
    linted = lint(made, SOUND)

    assert linted.findings == linted.errors == ()
    assert linted.solutions.is_one


def test_a_typing_error_in_a_pair_is_found():
    assert said(lint(CHAIN, with_pair(2, "$3 + 4$", "8"))) == [
        "error: pair 2, “3 + 4”: “8” beside it is not equal to it. Mend one of the two."
    ]


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        (("£5", "5"), "warning: pair 2, “£5”: “5” beside it is of another kind."),
        (("seven", " Seven"), "warning: pair 2, “seven”: Both labels are the same"),
    ],
)
def test_what_may_be_meant_is_only_a_warning(labels, says):
    linted = lint(CHAIN, with_pair(2, *labels))

    assert [text.startswith(says) for text in said(linted)] == [True]
    assert linted.errors == ()


def test_what_can_not_be_read_is_left_to_its_author():
    assert lint(CHAIN, with_pair(2, "seven", "9")).findings == ()


@pytest.mark.parametrize("made", [CHAIN, layout("loop 4")])
def test_a_chain_may_not_repeat_a_value_though_it_has_one_solution(made):
    linted = lint(made, with_pair(3, "7.0", "14 ÷ 2"))

    assert linted.solutions.is_one
    assert said(linted) == [
        "error: pair 3, “7.0”: This is equal to “3 + 4” of pair 2. Give one of the pairs another value."
    ]


@pytest.mark.parametrize(
    ("made", "number", "says"),
    [
        (CHAIN, 2, "There are 2 solutions."),
        (layout("loop 4"), 1, ""),
        (CARDS, 3, "There are 3 ways to pair the cards."),
    ],
)
def test_an_ambiguous_puzzle_says_how_many_solutions_it_has(made, number, says):
    linted = lint(made, with_pair(4, "10.0", "8 + 2"))

    assert linted.solutions.number == number
    assert [says in text for text in said(linted)[1:]] == [True] * (number > 1)


def test_a_jigsaw_may_repeat_a_value_while_it_has_one_solution():
    linted = lint(TRIANGLE, [("2 × 3", "6"), ("6", "12 ÷ 2"), ("3 + 4", "7")])

    assert linted.solutions.is_one
    assert said(linted) == [
        "warning: pair 2, “6”: This is the same text as “6” of pair 1. Give one of the pairs another value."
    ]


def test_pairs_that_a_third_one_joins_are_shown_by_their_first_labels():
    linted = lint(CHAIN, [("few", "3"), ("some", "4"), ("3", "4"), ("9", "3 × 3")])

    assert "“some”: This is equal to “few” of pair 1." in said(linted)[1]


def test_a_border_may_say_nothing_that_is_inside():
    pairs = [("2 × 3", "6"), ("$3^2$", "9"), ("3 + 4", "7")]

    assert said(lint(TRIANGLE, pairs, ["8", "$12 div 2$", "8.0"])) == [
        "error: “12 ÷ 2”: This label of the border is equal to “2 × 3” of pair 1. Change it.",
        "warning: “8.0”: This label of the border is equal to an earlier one of the border. Change it.",
    ]


@pytest.mark.parametrize(
    ("made", "most"), [(CHAIN, 40), (layout("loop 4"), 40), (CARDS, 40), (layout("squares 2 x 2"), 24)]
)
def test_a_label_may_be_as_long_as_its_piece_has_room(made, most):
    fits, too_long = "a" * most, "b" * (most + 1)

    linted = lint(made, with_pair(2, fits, too_long))

    assert said(linted) == [
        f"error: pair 2, “{too_long}”: This is {most + 1} characters long as it is seen. Shorten it to {most}."
    ]


def test_formulas_are_as_long_as_they_are_seen_and_the_border_is_measured_too():
    pairs = [('$1/2 "of" sqrt(10000) times 2$', "100"), ("$3^2$", "9"), ("3 + 4", "7")]

    assert lint(TRIANGLE, pairs).findings == ()
    assert said(lint(TRIANGLE, pairs, ["c" * 25])) == [
        f"error: “{'c' * 25}”: This is 25 characters long as it is seen. Shorten it to 24."
    ]


def test_what_takes_too_long_to_count_is_an_error():
    made = layout("squares 6 x 10")

    linted = lint(made, [(str(n % 3), f"{n % 3}.0") for n in range(104)])

    assert said(linted)[-1] == "error: The solutions are too many to count. Give every pair a value of its own."


def test_each_label_of_the_border_has_a_class_of_its_own():
    puzzle = classed(TRIANGLE, [("1", "1"), ("2", "2"), ("1.0", "3 − 2")], ["1", "1"])

    assert isinstance(puzzle, Puzzle)
    assert sorted(edge for piece in puzzle.pieces for edge in piece if edge is not None) == [0, 0, 0, 0, 1, 1, 3, 4]
