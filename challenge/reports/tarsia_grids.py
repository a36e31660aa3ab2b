"""Where pieces lie on A4 sheets: the largest pieces that fit so many to a sheet, and their cells. In millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from challenge.reports.tarsia_forms import Family, Form, Margins
from challenge.rules.tarsia.grounds import Cell

MARGIN = 10
FOOTER = 10
SHORT, LONG = 210 - 2 * MARGIN, 297 - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Area:
    """What a sheet offers to pieces."""

    width: float
    height: float
    landscape: bool


def areas(heading: float = 0) -> tuple[Area, Area]:
    """A sheet upright and across, between its margins, above its footer and below so much of heading."""
    taken = FOOTER + heading
    return (Area(SHORT, LONG - taken, landscape=False), Area(LONG, SHORT - taken, landscape=True))


@dataclass(frozen=True, slots=True)
class Grid:
    """Pieces on a sheet, row by row from the top left."""

    form: Form
    area: Area
    columns: int
    rows: int
    triangular: bool

    @property
    def holds(self) -> int:
        """How many pieces a sheet takes."""
        return self.columns * self.rows

    @property
    def width(self) -> float:
        """From the first cut line to the last."""
        return self.form.width * ((self.columns + 1) / 2 if self.triangular else self.columns)

    def cell(self, place: int) -> Cell:
        """The cell of the paper's lattice in which the piece with this number, from 0, lies on its sheet.

        The first row hangs below the lattice's base line; triangles point up and down by turns, in rows and in columns.
        """
        row, column = divmod(place, self.columns)
        b = -1 - row
        if not self.triangular:
            return (column, b)
        down = (column - b) % 2
        return ((column - b - down) // 2, b, down)


def largest(family: Family, count: int, area: Area, margins: Margins, *, most: float, step: int = 1) -> Grid | None:
    """The grid of `count` pieces with the largest ones; None where they would be too small to handle.

    most: their width at most; step: what the number of columns has to be a multiple of.
    """
    found = [
        grid
        for columns in range(step, count + step, step)
        if (grid := _grid(family, columns, ceil(count / columns), area, margins, most)) is not None
    ]
    return max(found, key=lambda grid: round(grid.form.width * grid.form.height, 3), default=None)


def _grid(family: Family, columns: int, rows: int, area: Area, margins: Margins, most: float) -> Grid | None:
    width = min(area.width / ((columns + 1) / 2 if family.triangular else columns), most)
    height = min(area.height / rows, width * family.tallest)
    width = min(width, height / family.flattest)
    if width < family.least:
        return None
    return Grid(family.make(width, height, margins), area, columns, rows, family.triangular)


def sheets_of(count: int, grid: Grid) -> Iterator[range]:
    """The pieces of each sheet, by their number in the order in which they are dealt."""
    for first in range(0, count, grid.holds):
        yield range(first, min(first + grid.holds, count))
