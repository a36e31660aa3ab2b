"""The judge's sheet, on which matches are ticked, and the list of all sets with room for their scores."""

from collections.abc import Sequence

from challenge.reports.tarsia_labels import MM_OF_A_POINT, quoted
from challenge.reports.tarsia_solution import Marking, Match, matches

ONE_COLUMN = 22
SIZE = 10
WIDTH = 186
BETWEEN = 8
TO_THE_LEFT = 7.5 + 11 + 17
"""Millimetres: of the sheet, between its columns, of what stands before the labels."""

CODE = f"""
#let blank(width) = box(width: width, height: 5mm, stroke: (bottom: 0.5pt))
#let box-to-tick = box(width: 4.5mm, height: 4.5mm, stroke: 0.7pt, baseline: 1mm)
#let said(..lines) = {{ set text({SIZE}pt); set par(leading: 0pt); stack(dir: ttb, spacing: 0.5em, ..lines) }}
#let rule = (x, y) => (bottom: 0.4pt + luma(150))
#let ticks(wide, rows) = table(
  columns: (7.5mm, 11mm, 17mm, wide, wide), stroke: rule, inset: (x: 1mm, y: 1.2mm), align: horizon,
  table.header([], [*No.*], [*Pieces*], table.cell(colspan: 2)[*Sides that touch*]),
  ..rows.map(row => (box-to-tick, ..row)).flatten())
#let scores(of, rows) = table(
  columns: (auto, 1fr, 34mm, 26mm, 30mm), stroke: 0.4pt + luma(150), inset: (x: 1.5mm, y: 2.6mm), align: horizon,
  table.header([*Set*], [*Team*], [*Matches (of #of)*], [*Time*], [*Judge*]),
  ..rows.map(row => (..row, [], [], [])).flatten())
#let upright(plain, body) = page(
  margin: (x: 12mm, top: 12mm, bottom: 16mm), footer-descent: 2mm,
  footer: {{ set text(9pt); strong[For the judge only]; linebreak(); plain }}, body)
"""


def judges_sheet(marking: Marking, *, team: str) -> str:
    """Team, total, time and initials; then each match with a box to tick. An empty team leaves a line to write on."""
    tarsia = marking.tarsia
    name = f"strong({quoted(team)})" if team else "blank(60mm)"
    return f"""#upright({quoted(marking.plain)}, {{
heading(level: 1, {quoted(f"Judge’s sheet: {tarsia.title}")})
set text(11pt)
block(above: 4mm, below: 5mm, [Team: #{name} #h(1fr) Set: #blank(15mm) #h(1fr) Judge’s initials: #blank(22mm)])
block(below: 5mm, [Matches: #blank(15mm) of {tarsia.faces.layout.matches} #h(1fr) Finished: #box-to-tick after
  #blank(12mm) minutes #blank(12mm) seconds, of {tarsia.minutes} minutes])
block(below: 3mm, text(10pt)[Tick each match that lies on the table. Two sides that touch and say
  the same value count too, whichever pieces they are on.])
{_ticks(marking)}
}})"""


def _ticks(marking: Marking) -> str:
    """The matches in one column, or half of them in each of two."""
    found = list(enumerate(matches(marking.tarsia).values(), start=1))
    if len(found) <= ONE_COLUMN:
        return _column(marking, found, (WIDTH - TO_THE_LEFT) / 2)
    half = (len(found) + 1) // 2
    wide = ((WIDTH - BETWEEN) / 2 - TO_THE_LEFT) / 2
    halves = ", ".join(_column(marking, part, wide) for part in (found[:half], found[half:]))
    return f"grid(columns: 2, column-gutter: {BETWEEN}mm, {halves})"


def _column(marking: Marking, numbered: Sequence[tuple[int, Match]], wide: float) -> str:
    rows = ", ".join(
        f"([{number}], [{' – '.join(str(marking.shown[piece]) for piece in match.pieces)}], "
        f"{', '.join(_label(marking, label, wide) for label in match.labels)})"
        for number, match in numbered
    )
    return f"ticks({wide:.2f}mm, ({rows},))"


def score_list(marking: Marking, teams: Sequence[str]) -> str:
    """A line for each set."""
    rows = ", ".join(f"([{number}], {quoted(team)})" for number, team in enumerate(teams, start=1))
    return f"""#upright({quoted(marking.plain)}, {{
heading(level: 1, {quoted(f"Scores: {marking.tarsia.title}")})
v(2mm)
set text(11pt)
scores([{marking.tarsia.faces.layout.matches}], ({rows},))
}})"""


def _label(marking: Marking, number: int, wide: float) -> str:
    """The label in as few lines as its column has room for."""
    ways = marking.ways[number]
    way = next((each for each in ways if each.width * SIZE * MM_OF_A_POINT <= wide - 2), ways[-1])
    return f"said({', '.join(way.lines)})"
