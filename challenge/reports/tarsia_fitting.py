"""As few sheets as sensible: the form of a puzzle's pieces in which every label can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from challenge.catalogue.tarsias import Tarsia
from challenge.reports.tarsia_forms import Family, Form, Margins, Point, family
from challenge.reports.tarsia_grids import Area, Grid, areas, largest
from challenge.reports.tarsia_labels import Fitted, Sizes, Way, fitted
from challenge.rules.refusal import Refused

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """How big things are printed. number: the points of a piece's number; widest: a piece at most, as its family may be

    if None; most_sheets: for the pieces of one set.
    """

    sizes: Sizes
    margins: Margins
    number: float
    widest: float | None
    most_sheets: int


NORMAL = Scale(
    Sizes(floor=9, comfort=10, alike=12, most=16), Margins(edge=2.5, number=3), number=9, widest=None, most_sheets=4
)
CLOSE = Margins(edge=2, number=3)
"""For solutions, where nobody cuts."""
IN_SOLUTION = Sizes(floor=9, comfort=9, alike=10, most=12)
LARGE = Scale(
    Sizes(floor=24, comfort=24, alike=24, most=32), Margins(edge=4, number=6), number=18, widest=300, most_sheets=60
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A grid, and every label as it fits the pieces of this grid."""

    grid: Grid
    labels: tuple[Fitted, ...]


def chosen(
    tarsia: Tarsia, ways: Sequence[Sequence[Way]], scale: Scale, *, heading: float = 0, step: int = 1
) -> Chosen | Refused:
    """The fewest sheets on which all labels are comfortable, or else the fewest on which all of them fit.

    heading: millimetres kept free at the top; step: what the number of columns is a multiple of.
    """
    fits: Chosen | None = None
    misfits: list[str] = []
    for grid in _grids(family(tarsia.faces.layout.ground), len(tarsia.faces.pieces), scale, heading, step):
        found = fitted(ways, grid.form.room, scale.sizes)
        if None in found:
            misfits = [label.text for label, each in zip(tarsia.labels, found, strict=True) if each is None]
            continue
        now = Chosen(grid, tuple(each for each in found if each))
        if all(each.size >= scale.sizes.comfort for each in now.labels):
            return now
        fits = fits or now
    return fits or _too_long(misfits, scale)


def _grids(kind: Family, count: int, scale: Scale, heading: float, step: int) -> Iterator[Grid]:
    """The largest pieces for one sheet, for two, …, without those for which one sheet more gains nothing."""
    before = 0.0
    for sheets in range(1, min(scale.most_sheets, count) + 1):
        each = ceil(count / sheets)
        most = scale.widest or kind.most
        found = [largest(kind, each, area, scale.margins, most=most, step=step) for area in areas(heading)]
        grid = max((one for one in found if one), key=lambda one: one.form.width * one.form.height, default=None)
        if grid and grid.form.width * grid.form.height > before + 1:
            before = grid.form.width * grid.form.height
            yield grid


@dataclass(frozen=True, slots=True)
class Whole:
    """A solved jigsaw on a sheet. origin: where its lattice begins; labels: None for one that doesn't fit."""

    form: Form
    area: Area
    origin: Point
    labels: tuple[Fitted | None, ...]


def whole(tarsia: Tarsia, ways: Sequence[Sequence[Way]], *, heading: float) -> Whole:
    """The solved jigsaw on one sheet, as large as it can be."""
    kind = family(tarsia.faces.layout.ground)
    cells = tarsia.faces.layout.cells
    unit = kind.make(1, kind.tallest, CLOSE)
    left, top, right, bottom = unit.bounds(cells)
    width, area = max(
        ((min(area.width / (right - left), area.height / (bottom - top), kind.most), area) for area in areas(heading)),
        key=lambda each: each[0],
    )
    form = kind.make(width, width * kind.tallest, CLOSE)
    origin = ((area.width - (right - left) * width) / 2 - left * width, heading - top * width)
    return Whole(form, area, origin, tuple(fitted(ways, form.room, IN_SOLUTION)))


def _too_long(texts: Sequence[str], scale: Scale) -> Refused:
    named = ", ".join(f"“{text}”" for text in texts[:MOST_NAMED])
    more = f" and {len(texts) - MOST_NAMED} more" if len(texts) > MOST_NAMED else ""
    return Refused(
        "too_long", f"Too long for a piece, even in {scale.sizes.floor:g} points: {named}{more}. Shorten what they say."
    )
