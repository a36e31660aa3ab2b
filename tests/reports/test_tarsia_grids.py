"""Pieces on a sheet: none over another, none over the margin, and cuts shared."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.reports.tarsia_forms import CARDS, DOMINOES, SQUARES, TRIANGLES, Margins
from challenge.reports.tarsia_grids import LONG, MARGIN, SHORT, areas, largest, sheets_of

MARGINS = Margins(edge=2.5, number=3)
KINDS = [TRIANGLES, SQUARES, DOMINOES, CARDS]
PRINTERS_NEED = 8


def a_grid(kind, count, area=0, **wishes):
    return largest(kind, count, areas()[area], MARGINS, most=wishes.pop("most", kind.most), **wishes)


@pytest.mark.parametrize("kind", KINDS)
@given(count=st.integers(1, 60), area=st.sampled_from([0, 1]))
def test_pieces_have_cells_of_their_own_between_the_margins(kind, count, area):
    grid = a_grid(kind, count, area)
    if grid is None:
        assert count > 10
        return

    cells = [grid.cell(place) for place in range(count)]
    left, top, right, bottom = grid.form.bounds(cells)

    assert grid.holds >= count
    assert len(set(cells)) == count
    assert (left, top) >= (-1e-6, -1e-6)
    assert right <= grid.width + 1e-6 <= grid.area.width + 2e-6
    assert bottom <= grid.area.height + 1e-6
    assert grid.form.width >= kind.least


def test_margins_are_wide_enough_for_any_printer():
    assert MARGIN >= PRINTERS_NEED
    assert (SHORT, LONG) == (210 - 2 * MARGIN, 297 - 2 * MARGIN)


@pytest.mark.parametrize(("kind", "edges"), [(TRIANGLES, 3), (SQUARES, 4)])
def test_one_cut_does_for_two_pieces(kind, edges):
    grid = a_grid(kind, 16)
    cuts = Counter(side for place in range(16) for side in grid.form.paper.sides(grid.cell(place)))

    assert sum(cuts.values()) == 16 * edges
    assert set(cuts.values()) == {1, 2}
    assert sum(times == 2 for times in cuts.values()) >= 16


def test_triangles_point_up_and_down_by_turns():
    grid = a_grid(TRIANGLES, 16)

    assert [grid.cell(place)[2] for place in range(grid.columns)] == [1, 0, 1, 0][: grid.columns]
    assert grid.cell(0)[2] != grid.cell(grid.columns)[2]


def test_common_puzzles_take_one_sheet_with_pieces_that_hands_can_hold():
    sizes = {
        (kind, count): max(grid.form.width for area in (0, 1) if (grid := a_grid(kind, count, area)))
        for kind, count in ((TRIANGLES, 16), (TRIANGLES, 24), (SQUARES, 12), (DOMINOES, 21), (CARDS, 24))
    }

    assert sizes[TRIANGLES, 16] >= 70
    assert sizes[TRIANGLES, 24] >= 60
    assert sizes[SQUARES, 12] >= 60
    assert sizes[DOMINOES, 21] >= 90
    assert sizes[CARDS, 24] >= 60


def test_pieces_that_would_be_too_small_to_handle_are_no_grid():
    assert a_grid(TRIANGLES, 60) is None


def test_columns_come_in_pairs_where_cards_do():
    assert a_grid(CARDS, 24).columns == 3
    assert a_grid(CARDS, 24, step=2).columns % 2 == 0


def test_the_last_sheet_takes_what_is_left():
    grid = a_grid(SQUARES, 12)

    assert [list(sheet) for sheet in sheets_of(grid.holds + 2, grid)] == [
        list(range(grid.holds)),
        [grid.holds, grid.holds + 1],
    ]
