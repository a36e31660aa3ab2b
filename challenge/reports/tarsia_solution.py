"""The sheets for whoever marks: the solved puzzle, the matches to tick, and a line for each team's score."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from challenge.catalogue.tarsias import Tarsia
from challenge.reports.tarsia_drawing import Drawn, Lying, page, pieces, sheet
from challenge.reports.tarsia_fitting import NORMAL, Whole, chosen, whole
from challenge.reports.tarsia_grids import Area, sheets_of
from challenge.reports.tarsia_labels import Way, quoted
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.grounds import Pairs, Ring, Side, Squares, Triangles

HEADING = 16
LINE, A_LINE = 5, 95
"""Millimetres of the heading, of each line more below it, and the characters that stand in one at least."""

NUMBER_SIZE = 11


@dataclass(frozen=True, slots=True)
class Match:
    """Two edges that touch when the puzzle is solved: pieces and labels by their numbers."""

    pieces: tuple[int, int]
    labels: tuple[int, int]


def matches(tarsia: Tarsia) -> dict[Side, Match]:
    """Each match of the solved puzzle, in the order of the layout."""
    layout = tarsia.faces.layout
    met: dict[Side, list[tuple[int, int]]] = defaultdict(list)
    for number, cell in enumerate(layout.cells):
        for side, edge in zip(layout.ground.sides(cell), tarsia.faces.pieces[number], strict=True):
            if edge is not None:
                met[side].append((number, edge))
    return {side: Match(*zip(*met[side], strict=True)) for side in layout.inner}


@dataclass(frozen=True, slots=True)
class Marking:
    """What the sheets for markers say. shown: the number printed on each piece; plain: their last line."""

    tarsia: Tarsia
    ways: Sequence[Sequence[Way]]
    shown: Sequence[int]
    plain: str


def solution(marking: Marking) -> str | Refused:
    """The code of the solution's sheets, and of the pieces on them."""
    if isinstance(marking.tarsia.faces.layout.ground, Triangles | Squares):
        return _jigsaw(marking)
    return _rows(marking)


def _jigsaw(marking: Marking) -> str:
    """The jigsaw as it lies on the table; numbers of matches at its edges where labels would be too small."""
    tarsia = marking.tarsia
    cells = tarsia.faces.layout.cells
    found = whole(tarsia, marking.ways, heading=HEADING)
    lying = [Lying(number, marking.shown[number], cell, 0) for number, cell in enumerate(cells)]
    fits = [each for each in found.labels if each]
    if len(fits) == len(found.labels):
        said = "The numbers are those of the pieces."
        drawn = Drawn(found.form, "solved", NUMBER_SIZE)
        code, body = pieces(tarsia, drawn, fits), sheet(drawn, lying, found.origin)
    else:
        said = "Large: the pieces. Small, between them: the matches, as they are numbered on the judge’s sheet."
        code = ""
        drawn = Drawn(found.form, "", NUMBER_SIZE)
        body = "\n".join([sheet(drawn, lying, found.origin), *_numbers(marking, found)])
    return f"{code}\n{_page(marking, body, found.area, said)}"


def _numbers(marking: Marking, found: Whole) -> list[str]:
    """The number of each match in the middle of its side."""
    code = []
    for number, side in enumerate(marking.tarsia.faces.layout.inner, start=1):
        (x1, y1), (x2, y2) = found.form.ends(side)
        x, y = (x1 + x2) / 2 + found.origin[0], (y1 + y2) / 2 + found.origin[1]
        code.append(f"joint({x:.2f}, {y:.2f}, {number})")
    return code


def _rows(marking: Marking) -> str | Refused:
    """A chain, a loop or pairs of cards, row by row in their order."""
    tarsia = marking.tarsia
    ground = tarsia.faces.layout.ground
    said = _reading(marking)
    heading = HEADING + LINE * (len(said) // A_LINE)
    found = chosen(tarsia, marking.ways, NORMAL, heading=heading, step=2 if isinstance(ground, Pairs) else 1)
    if isinstance(found, Refused):
        return found
    grid = found.grid
    drawn = Drawn(grid.form, "solved", NUMBER_SIZE)
    code = [pieces(tarsia, drawn, found.labels)]
    origin = ((grid.area.width - grid.width) / 2, heading)
    for numbers in sheets_of(len(tarsia.faces.pieces), grid):
        lying = [Lying(number, marking.shown[number], grid.cell(place), 0) for place, number in enumerate(numbers)]
        code.append(_page(marking, sheet(drawn, lying, origin), grid.area, said))
    return "\n".join(code)


def _reading(marking: Marking) -> str:
    ground = marking.tarsia.faces.layout.ground
    if isinstance(ground, Pairs):
        return "Pairs of cards side by side."
    order = " – ".join(str(marking.shown[number]) for number in range(len(marking.tarsia.faces.pieces)))
    return f"In order: {order}{' – and round again' if isinstance(ground, Ring) else ''}"


def _page(marking: Marking, body: str, area: Area, said: str) -> str:
    title = quoted(f"Solution: {marking.tarsia.title}")
    body = f"heading(level: 1, {title})\nnote({quoted(said)})\n{body}"
    return page(body, landscape=area.landscape, bold="For the judge only", plain=marking.plain)


CODE = """
#set heading(numbering: none)
#show heading: it => block(below: 2mm, text(15pt, it.body))
#let note(body) = block(text(10pt, body))
#let joint(x, y, value) = at(x, y, box(middle(12, 6,
  box(fill: white, inset: 1pt, text(9pt, fill: luma(70), str(value))))))
"""
