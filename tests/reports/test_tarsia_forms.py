"""Labels stay on their piece and off each other, whatever its size: the sheets need no eye for that."""

from itertools import combinations
from math import cos, hypot, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.reports.tarsia_forms import CARDS, DOMINOES, SQUARES, TRIANGLES, Margins, family
from challenge.rules.tarsia.grounds import Squares, Triangles
from challenge.rules.tarsia.layouts import layout

MARGINS = Margins(edge=2.5, number=3)
EDGES = {TRIANGLES: 3, SQUARES: 4}

SIDES = st.floats(1, 80)
SHAPES = st.tuples(SIDES, SIDES)


def a_form(kind, width):
    return kind.make(width, width * kind.tallest, MARGINS)


def corners(form, seat, width, height):
    """The corners of a label of this size in its seat, from the middle of the piece, y upwards."""
    middle = seat.middle(height)
    turned = radians(seat.angle)
    across, up = (cos(turned), sin(turned)), (-sin(turned), cos(turned))
    return [
        tuple(middle[way] + x * width / 2 * across[way] + y * height / 2 * up[way] for way in (0, 1))
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def fitting(form, shape):
    """The largest label of this shape."""
    times = form.room.largest(*shape)
    return shape[0] * times, shape[1] * times


@pytest.mark.parametrize("kind", EDGES)
@given(width=st.floats(42, 200), shape=SHAPES)
def test_a_label_keeps_to_its_edge_and_away_from_the_cut_and_the_number(kind, width, shape):
    form = a_form(kind, width)
    size = fitting(form, shape)
    reach = hypot(form.seats[0].x, form.seats[0].y) + MARGINS.edge

    for own, seat in enumerate(form.seats):
        outward = [(sin(radians(each.angle)), -cos(radians(each.angle))) for each in form.seats]
        for x, y in corners(form, seat, *size):
            depths = [reach - (x * way[0] + y * way[1]) for way in outward]
            assert min(depths) == pytest.approx(depths[own], abs=1e-6)
            assert depths[own] >= MARGINS.edge - 1e-6
            assert reach - depths[own] >= MARGINS.number - 1e-6


@pytest.mark.parametrize("kind", [DOMINOES, CARDS])
@given(width=st.floats(60, 250), shape=SHAPES)
def test_an_upright_label_keeps_inside_its_end_and_off_the_number(kind, width, shape):
    form = a_form(kind, width)
    boxes = [corners(form, seat, *fitting(form, shape)) for seat in form.seats]
    right, up = form.number

    for box in boxes:
        assert max(abs(x) for x, _ in box) <= form.width / 2 - MARGINS.edge + 1e-6
        assert max(abs(y) for _, y in box) <= form.height / 2 - MARGINS.edge + 1e-6
        beside = min(abs(x - right) for x, _ in box) >= MARGINS.number - 1e-6
        above = min(y for _, y in box) >= up + MARGINS.number - 1e-6
        assert beside or above
    assert all(max(x for x, _ in one) < min(x for x, _ in other) for one, other in combinations(boxes, 2))


def test_a_label_that_is_all_height_may_have_no_room_at_all():
    assert a_form(TRIANGLES, 15).room.largest(10, 1) == 0


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("triangle 3", TRIANGLES),
        ("squares 3 x 3", SQUARES),
        ("chain 9", DOMINOES),
        ("loop 9", DOMINOES),
        ("cards 9", CARDS),
    ],
)
def test_each_layout_has_its_form(name, kind):
    assert family(layout(name).ground) is kind


def test_a_triangle_is_as_high_as_a_triangle_is():
    form = a_form(TRIANGLES, 60)

    assert form.height == pytest.approx(30 * sqrt(3))
    assert form.bounds([(0, 0, 0), (0, 0, 1)]) == pytest.approx((0, -form.height, 90, 0))


def test_the_first_edge_of_a_piece_that_is_not_turned_lies_on_the_first_side_of_its_cell():
    """A triangle that points down is drawn upside down, as the rules have it."""
    for kind, cells in ((TRIANGLES, [(0, 0, 0), (0, 0, 1)]), (SQUARES, [(0, 0)])):
        form = a_form(kind, 60)
        for cell in cells:
            assert _edge_below(form, cell, turn=0) == form.paper.sides(cell)


@given(turn=st.integers(0, 3))
def test_a_turn_moves_each_edge_to_the_next_side_counter_clockwise(turn):
    for kind, cell in ((TRIANGLES, (2, -1, 1)), (SQUARES, (1, 1))):
        form = a_form(kind, 60)
        sides = form.paper.sides(cell)
        turned = turn % len(sides)

        drawn = _edge_below(form, cell, turn=turned)

        assert drawn == tuple(sides[(edge + turned) % len(sides)] for edge in range(len(sides)))


def _edge_below(form, cell, *, turn):
    """On which side of its cell each edge of a piece is drawn: the side whose middle its seat is nearest to."""
    assert isinstance(form.paper, Triangles | Squares)
    x, y = form.middle(cell)
    angle = radians(form.angle(cell, turn))
    found = []
    for seat in form.seats:
        at = (x + seat.x * cos(angle) - seat.y * sin(angle), y - seat.x * sin(angle) - seat.y * cos(angle))
        found.append(min(form.paper.sides(cell), key=lambda side: hypot(*_from_middle(form, side, at))))
    return tuple(found)


def _from_middle(form, side, at):
    (x1, y1), (x2, y2) = form.ends(side)
    return ((x1 + x2) / 2 - at[0], (y1 + y2) / 2 - at[1])
