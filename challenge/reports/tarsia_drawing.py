"""Typst's code for pieces and the sheets that they lie on. Each piece is drawn once and placed many times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from challenge.catalogue.tarsias import Tarsia
from challenge.reports.tarsia_forms import Form, Point
from challenge.reports.tarsia_grids import MARGIN
from challenge.reports.tarsia_labels import BETWEEN_LINES, MM_OF_A_POINT, TYPE, Fitted, quoted
from challenge.rules.tarsia.grounds import Cell, Line

CODE = f"""{TYPE}
#set page(paper: "a4", margin: {MARGIN}mm)
#set par(spacing: 0pt, leading: 0.6em)
#set block(spacing: 0pt)
#let at(x, y, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, body)
#let middle(width, height, body) = at(-width / 2, -height / 2,
  box(width: width * 1mm, height: height * 1mm, align(center + horizon, body)))
#let label(size, ..lines) = {{
  set text(size: size)
  set par(leading: 0pt)
  set align(center)
  stack(dir: ttb, spacing: {BETWEEN_LINES}em, ..lines)
}}
#let seat(x, y, angle, body) = at(x, y, rotate(-angle * 1deg, origin: top + left, box(middle(200, 100, body))))
#let piece(x, y, angle, body) = at(x, y, rotate(-angle * 1deg, origin: top + left, box(body)))
#let digits(value, size) = text(size: size, fill: luma(70), weight: 600,
  if value in (6, 9) {{ underline(offset: 1.5pt, str(value)) }} else {{ str(value) }})
#let number(x, y, value, size) = at(x, y, box(middle(12, 6, box(fill: white, inset: 1pt, digits(value, size)))))
#let cut = 0.5pt + luma(90)
#let fold = (paint: luma(150), thickness: 0.5pt, dash: "densely-dotted")
#let lines(stroke, ..ends) = at(0, 0, curve(stroke: stroke, ..ends.pos().map(((x1, y1, x2, y2)) => (
  curve.move((x1 * 1mm, y1 * 1mm)), curve.line((x2 * 1mm, y2 * 1mm)))).flatten()))
#let sheet(flipped, bold, plain, body) = page(flipped: flipped, {{
  body
  place(bottom + start, {{ set text(9pt); strong(bold); linebreak(); plain }})
}})
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pieces as Typst knows them. name: what theirs begin with, empty where no labels are shown.

    size: of the numbers on pieces, in points.
    """

    form: Form
    name: str
    size: float


def pieces(tarsia: Tarsia, drawn: Drawn, labels: Sequence[Fitted]) -> str:
    """The code that draws each piece about its middle, not turned, without its number."""
    form = drawn.form
    code = []
    for number, edges in enumerate(tarsia.faces.pieces):
        seats = [_seat(form, place, labels[edge]) for place, edge in enumerate(edges) if edge is not None]
        code.append(f"#let {drawn.name}{number} = {{ {'; '.join([*seats, *_ends(tarsia, number, form)])} }}")
    return "\n".join(code)


def _seat(form: Form, place: int, label: Fitted) -> str:
    seat = form.seats[place]
    x, y = seat.middle(label.height)
    lines = ", ".join(label.way.lines)
    return f"seat({_mm(x, -y)}, {seat.angle:g}, label({label.size:g}pt, {lines}))"


def _ends(tarsia: Tarsia, number: int, form: Form) -> list[str]:
    """START and FINISH, on the two ends of a chain."""
    if not isinstance(tarsia.faces.layout.ground, Line):
        return []
    words = []
    for place, (end, said) in enumerate(((0, "START"), (len(tarsia.faces.pieces) - 1, "FINISH"))):
        if number == end:
            size = min(form.height * 0.3, form.room.breadth * 0.16) / MM_OF_A_POINT
            words.append(f'seat({_mm(form.seats[place].x, 0)}, 0, label({size:.1f}pt, strong("{said}")))')
    return words


@dataclass(frozen=True, slots=True)
class Lying:
    """A piece on a sheet. number: of the piece in its puzzle, from 0; shown: what is printed on it."""

    number: int
    shown: int
    cell: Cell
    turn: int


def sheet(drawn: Drawn, lying: Iterable[Lying], origin: Point) -> str:
    """The code for pieces in their cells, and their cut lines; `origin` is where the lattice begins on the sheet."""
    form = drawn.form
    code = []
    cells = []
    for each in lying:
        x, y = form.middle(each.cell)
        x, y = x + origin[0], y + origin[1]
        cells.append(each.cell)
        body = f"{drawn.name}{each.number}" if drawn.name else "none"
        code.append(f"piece({_mm(x, y)}, {form.angle(each.cell, each.turn)}, {body})")
        right, up = form.number
        code.append(f"number({_mm(x + right, y - up)}, {each.shown}, {drawn.size:g}pt)")
    return "\n".join([*cut_lines(form, cells, origin), *code])


def cut_lines(form: Form, cells: Sequence[Cell], origin: Point) -> list[str]:
    """Each side of the cells once, however many pieces it parts; then the lines between the ends of dominoes."""
    sides = dict.fromkeys(side for cell in cells for side in form.paper.sides(cell))
    whole = [_line(*form.ends(side), origin) for side in sides]
    if not form.divided:
        return [f"lines(cut, {', '.join(whole)})"]
    middles = [form.middle(cell) for cell in cells]
    half = form.height / 2
    parting = [_line((x, y - half), (x, y + half), origin) for x, y in middles]
    return [f"lines(cut, {', '.join(whole)})", f"lines(fold, {', '.join(parting)})"]


def page(body: str, *, landscape: bool, bold: str, plain: str) -> str:
    """A whole sheet with the two lines of its footer."""
    return f"#sheet({str(landscape).lower()}, {quoted(bold)}, {quoted(plain)}, {{\n{body}\n}})"


def _line(start: Point, end: Point, origin: Point) -> str:
    return f"({_mm(start[0] + origin[0], start[1] + origin[1])}, {_mm(end[0] + origin[0], end[1] + origin[1])})"


def _mm(x: float, y: float) -> str:
    return f"{x:.2f}, {y:.2f}"
