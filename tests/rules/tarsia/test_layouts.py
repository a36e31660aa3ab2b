import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.refusal import Refused
from challenge.rules.tarsia.layouts import MOST_PIECES, SHAPES, Layout, layout


@pytest.mark.parametrize(
    ("name", "pieces", "matches", "outer"),
    [
        *((f"chain {n}", n, n - 1, 2) for n in (3, 21, 60)),
        *((f"loop {n}", n, n, 0) for n in (3, 12, 60)),
        *((f"triangle {n}", n * n, 3 * n * (n - 1) // 2, 3 * n) for n in range(2, 8)),
        *((f"hexagon {r}", 6 * r * r, 9 * r * r - 3 * r, 6 * r) for r in (1, 2, 3)),
        *(
            (f"parallelogram {m} x {n}", 2 * m * n, 3 * m * n - m - n, 2 * (m + n))
            for m, n in [(2, 1), (3, 3), (4, 2), (6, 5)]
        ),
        ("star", 12, 12, 12),
        *((f"squares {m} x {n}", m * n, 2 * m * n - m - n, 2 * (m + n)) for m, n in [(2, 2), (4, 3), (6, 10)]),
        *((f"cards {n}", 2 * n, n, 0) for n in (2, 12, 30)),
    ],
)
def test_each_layout_has_its_pieces_matches_and_outer_sides(name, pieces, matches, outer):
    made = layout(name)

    assert (len(made.cells), made.matches, len(made.outer)) == (pieces, matches, outer)
    assert len(set(made.cells)) == pieces
    assert made.name == name


def test_the_published_sizes_are_those_of_the_competition():
    published = {"chain 21": 20, "triangle 3": 9, "triangle 4": 18, "hexagon 2": 30, "squares 4 x 3": 17}

    assert {name: layout(name).matches for name in published} == published


@pytest.mark.parametrize("name", ["Squares 4x3", " squares  4 × 3 ", "SQUARES 4 x3"])
def test_a_size_may_be_written_in_many_ways(name):
    assert layout(name).name == "squares 4 x 3"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "no layout “”"),
        ("wheel 4", "Choose one of chain, loop"),
        ("chain", "Write it like “chain 21”"),
        ("chain 21 x 2", "Write it like “chain 21”"),
        ("star 2", "Write it like “star”"),
        ("squares 4", "Write it like “squares 4 x 3”"),
        ("chain 61", "at most 60 pieces"),
        ("triangle 99", "at most 60 pieces"),
        ("squares 99 x 99", "at most 60 pieces"),
        ("chain 1", "too small"),
        ("loop 1", "too small"),
        ("triangle 0", "too small"),
        ("chain 2", "too small"),
        ("chain -3", "no layout"),
        ("chain 3.5", "no layout"),
        ("chain ٣", "no layout"),
    ],
)
def test_what_is_no_layout_is_refused_with_what_to_write(name, says):
    refused = layout(name)

    assert isinstance(refused, Refused)
    assert says in refused.message


@given(st.text(max_size=60) | st.from_regex(r"(chain|loop|star|squares) [0-9]{1,3}( x [0-9]{1,3})?", fullmatch=True))
def test_no_text_is_too_odd_to_be_refused(name):
    made = layout(name)

    assert isinstance(made, Refused) or (isinstance(made, Layout) and 0 < len(made.cells) <= MOST_PIECES)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_three_cells_share_a_side(shape):
    made = layout(shape.written)
    sides = [side for cell in made.cells for side in made.ground.sides(cell)]

    assert len(sides) == 2 * len(made.inner) + len(made.outer)
    assert all(len(made.ground.sides(cell)) == made.ground.turns for cell in made.cells)
    assert all(made.ground.holds(cell) and len(cell) == made.ground.coordinates for cell in made.cells)
