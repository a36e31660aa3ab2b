"""A Tarsia on paper, as one PDF: a set of pieces for each team, then the solution, the judge's sheet and the scores.

The number on a piece is the same in all sets, so one solution serves them; where pieces lie on a sheet and how they are
turned differs from set to set. Numbers say nothing of the solution.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from challenge.catalogue.tarsias import Tarsia
from challenge.reports import tarsia_drawing, tarsia_judging, tarsia_labels, tarsia_solution
from challenge.reports.tarsia_drawing import Drawn, Lying
from challenge.reports.tarsia_fitting import LARGE, NORMAL, Chosen, Scale, chosen
from challenge.reports.tarsia_grids import sheets_of
from challenge.reports.tarsia_labels import lacking, measured, quoted
from challenge.reports.tarsia_solution import Marking
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.dealing import Dealt, deal

__all__ = ["LARGE", "MOST_CHARACTERS", "MOST_SETS", "NORMAL", "Printing", "as_pdf", "on_paper", "printing", "source"]

MOST_LINES = 3
MOST_SETS = 200
MOST_CHARACTERS = 60
"""Of a team's name and of a sitting's title: they fit on one line of a sheet."""


@dataclass(frozen=True, slots=True)
class Handout:
    """What one team gets. team: its name, or nothing; dealt: its pieces, in their order on the sheets."""

    team: str
    dealt: tuple[Dealt, ...]


@dataclass(frozen=True, slots=True)
class Printing:
    """What is to be printed. shown: the number that is printed on each piece of the puzzle.

    note: how to print the same again, for the sheets of the judge.
    """

    tarsia: Tarsia
    shown: tuple[int, ...]
    handouts: tuple[Handout, ...]
    sitting: str = ""
    note: str = ""
    scale: Scale = NORMAL


def on_paper(tarsia: Tarsia, teams: Sequence[str], seed: int, sitting: str, scale: Scale) -> bytes | Refused:
    """The PDF in one step, for whoever has it made aside."""
    return as_pdf(printing(tarsia, teams, seed=seed, sitting=sitting, scale=scale))


def printing(tarsia: Tarsia, teams: Sequence[str], *, seed: int, sitting: str = "", scale: Scale = NORMAL) -> Printing:
    """A set for each team, dealt from the seed and the number of the set; an empty name leaves a line for it."""
    order = deal(tarsia.faces, _dice(f"{seed}").randrange)
    shown = {dealt.number: number for number, dealt in enumerate(order, start=1)}
    signs = lacking(" ".join([*teams, sitting]))
    handouts = [
        Handout(_without(team, signs), deal(tarsia.faces, _dice(f"{seed}/{number}").randrange))
        for number, team in enumerate(teams, start=1)
    ]
    numbers = tuple(shown[number] for number in range(len(shown)))
    return Printing(tarsia, numbers, tuple(handouts), _without(sitting, signs), f"seed {seed}", scale)


def _without(text: str, signs: Sequence[str]) -> str:
    """A name that can be printed: no team goes without its set for a sign that fonts don't have."""
    for sign in signs:
        text = text.replace(sign, "?")
    return text


def _dice(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - the same seed prints the same sheets; nothing here is secret


def as_pdf(what: Printing) -> bytes | Refused:
    """The PDF; refused where a label doesn't fit on its piece. The same printing gives the same bytes."""
    code = source(what)
    if isinstance(code, Refused):
        return code
    with tempfile.TemporaryDirectory() as empty:
        return tarsia_labels.as_pdf(tarsia_labels.compiler(empty, code))


def source(what: Printing) -> str | Refused:
    """The whole document as Typst's code."""
    tarsia = what.tarsia
    if refusal := _refuse_signs(tarsia):
        return refusal
    ways = measured(tarsia.labels, MOST_LINES)
    found = chosen(tarsia, ways, what.scale)
    if isinstance(found, Refused):
        return found
    marking = Marking(tarsia, ways, what.shown, _facts(what, what.note))
    solved = tarsia_solution.solution(marking)
    if isinstance(solved, Refused):
        return solved
    drawn = Drawn(found.grid.form, "dealt", what.scale.number)
    teams = [handout.team for handout in what.handouts]
    title = " · ".join(filter(None, (f"Tarsia: {tarsia.title}", what.sitting)))
    return "\n".join(
        [
            f"#set document(title: {quoted(title)}, date: none)",
            tarsia_drawing.CODE + tarsia_solution.CODE + tarsia_judging.CODE,
            tarsia_drawing.pieces(tarsia, drawn, found.labels),
            *(_set(what, found, drawn, number) for number in range(len(what.handouts))),
            solved,
            tarsia_judging.judges_sheet(marking, team=teams[0] if len(teams) == 1 else ""),
            tarsia_judging.score_list(marking, teams) if len(teams) > 1 else "",
        ]
    )


def _refuse_signs(tarsia: Tarsia) -> Refused | None:
    """Whether a label has a sign that can't be printed. In formulas only those that Typst knows can stand."""
    found = lacking(" ".join(label.text for label in tarsia.labels))
    signs = ", ".join(f"“{sign}”" for sign in found)
    return Refused("no_sign", f"Labels have signs that can't be printed: {signs}. Take them out.") if found else None


def _set(what: Printing, found: Chosen, drawn: Drawn, number: int) -> str:
    """The sheets of one set."""
    grid, handout = found.grid, what.handouts[number]
    sheets = list(sheets_of(len(handout.dealt), grid))
    team = handout.team or "Team: ______________________________"
    bold = f"{team} · Set {number + 1}" if len(what.handouts) > 1 else team
    pages = []
    for at, places in enumerate(sheets, start=1):
        dealt = [handout.dealt[place] for place in places]
        lying = [
            Lying(each.number, what.shown[each.number], grid.cell(place), each.turn) for place, each in enumerate(dealt)
        ]
        body = tarsia_drawing.sheet(drawn, lying, ((grid.area.width - grid.width) / 2, 0))
        plain = _facts(what, f"Sheet {at} of {len(sheets)}" if len(sheets) > 1 else "")
        pages.append(tarsia_drawing.page(body, landscape=grid.area.landscape, bold=bold, plain=plain))
    return "\n".join(pages)


def _facts(what: Printing, last: str) -> str:
    return " · ".join(filter(None, (what.tarsia.title, what.sitting, last)))
