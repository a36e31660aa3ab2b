"""Listed teams: read from a pasted list, every problem named by row and column, and nothing saved until it is asked."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from sqlalchemy.orm import Session

from challenge.announcements import TeamsChanged
from challenge.models import Sitting
from challenge.rules.names import refuse_first_name, refuse_name, tidy
from challenge.services import joining, rounds
from challenge.services.transaction import announce

MOST_STUDENTS = 4
MOST_ROWS = 400
MOST_PASTED = 40_000
"""Characters: more than any honest list has, and fewer than the csv module takes for one cell."""
HEADINGS = frozenset({"team", "team name", "name"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A team as a row of the list says it."""

    team: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one cell of a pasted list; rows count from 1, as a spreadsheet does."""

    row: int
    column: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A pasted list: the teams that are fine, and what has to be mended."""

    ready: tuple[Listed, ...]
    problems: tuple[RowProblem, ...]


def read(pasted: str, *, taken: Sequence[str]) -> Roster:
    """Read a list of teams: a team a line, its name and then first names, with tabs, commas or semicolons between.

    taken: the names that the sitting has already.
    """
    if len(pasted) > MOST_PASTED:
        return Roster((), (RowProblem(1, "Team", "This list is too long to read.", "Paste a part of it at a time."),))
    ready: list[Listed] = []
    problems: list[RowProblem] = []
    seen, teams = list(taken), 0
    for number, cells in enumerate(_rows(pasted), start=1):
        if not any(cells) or (number == 1 and cells[0].lower() in HEADINGS):
            continue
        teams += 1
        if teams > MOST_ROWS:
            problems.append(
                RowProblem(number, "Team", f"A list has at most {MOST_ROWS} teams.", "Paste the rest after.")
            )
            break
        found = _problems(number, cells, seen=seen)
        problems += found
        if not found:
            ready.append(Listed(tidy(cells[0]), tuple(tidy(name) for name in cells[1:] if name)))
            seen.append(cells[0])
    return Roster(tuple(ready), tuple(problems))


def add(db: Session, sitting: Sitting, teams: Sequence[Listed]) -> None:
    """Enter listed teams in a sitting; each comes in with its own code."""
    sitting, round_ = rounds.locked(db, sitting.id)
    for team in teams:
        joining.new_entry(db, sitting, round_, name=team.team, students=[(name, "") for name in team.names])
    rounds.touch(sitting)
    announce(db, TeamsChanged(sitting.id))


def _rows(pasted: str) -> list[list[str]]:
    text = pasted.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    delimiter = "\t" if "\t" in text else ";" if ";" in text and "," not in text else ","
    return [[cell.strip() for cell in row] or [""] for row in csv.reader(StringIO(text), delimiter=delimiter)]


def _problems(number: int, cells: list[str], *, seen: list[str]) -> list[RowProblem]:
    found = []
    if refusal := refuse_name(cells[0], seen):
        found.append(RowProblem(number, "Team", f"“{cells[0]}”: {refusal.message}"))
    students = [name for name in cells[1:] if name]
    if len(students) > MOST_STUDENTS:
        found.append(RowProblem(number, "Students", f"A team has at most {MOST_STUDENTS}.", "Split it into two teams."))
    for place, name in enumerate(students[:MOST_STUDENTS], start=1):
        if refusal := refuse_first_name(name):
            found.append(RowProblem(number, f"Student {place}", refusal.message))
    return found
