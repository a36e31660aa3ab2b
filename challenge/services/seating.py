"""Who is in a sitting: its teams as plain values, read again only as far as they changed.

A hall fills by hundreds of teams a minute, and each arrival is told; what an arrival costs must not grow with the hall.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from challenge.models import Entry, HostCommand, Student, Team

CHANGES_TEAMS = ("remove", "rename", "extra")
"""The host's commands after which teams that were read are out of date."""


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team in the sitting. `names` are its students' first names; joined_at is None while it is still to come."""

    entry: int
    name: str
    names: tuple[str, ...]
    extra: int
    code: str
    joined_at: int | None

    @property
    def joined(self) -> bool:
        """Whether the team has come in."""
        return self.joined_at is not None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What differs when a sitting's teams do: how many are listed and in, the latest arrival, the latest command."""

    listed: int
    present: int
    latest: int
    command: int


Seating = tuple[TeamFacts, ...]
"""The teams of a sitting that were not removed: those that came in, in that order, then those still to come."""


def stamp(db: Session, sitting_id: int) -> Stamp:
    """The stamp of a sitting's teams now."""
    counts = select(func.count(), func.count(Entry.joined_at), func.max(Entry.joined_at)).where(*_of(sitting_id))
    command = select(func.max(HostCommand.version)).where(
        HostCommand.sitting_id == sitting_id, HostCommand.name.in_(CHANGES_TEAMS)
    )
    listed, present, latest = db.execute(counts).one()
    return Stamp(listed, present, latest or 0, db.scalars(command).one() or 0)


def teams(db: Session, sitting_id: int) -> Seating:
    """All teams of a sitting."""
    return _seated(_read(db, *_of(sitting_id)))


def team(db: Session, entry_id: int) -> TeamFacts | None:
    """One team, if it is in its sitting: it came in and was not removed."""
    found = _read(db, Entry.id == entry_id, Entry.joined_at.is_not(None), Entry.removed_at.is_(None))
    return found[0] if found else None


def caught_up(db: Session, sitting_id: int, seating: Seating, *, was: Stamp, now: Stamp) -> Seating:
    """The teams of a sitting whose stamp went from `was` to `now`, of which `seating` were known."""
    if was.command == now.command:
        youngest = max((each.entry for each in seating), default=0)
        changed = _read(db, *_of(sitting_id), or_(Entry.joined_at >= was.latest, Entry.id > youngest))
        known = {each.entry: each for each in (*seating, *changed)}
        if (len(known), sum(each.joined for each in known.values())) == (now.listed, now.present):
            return _seated(known.values())
    # Somebody was renamed or removed, or arrivals were stored in another order than their times tell.
    return teams(db, sitting_id)


def _of(sitting_id: int) -> tuple[ColumnElement[bool], ...]:
    return Entry.sitting_id == sitting_id, Entry.removed_at.is_(None)


def _read(db: Session, *which: ColumnElement[bool]) -> list[TeamFacts]:
    rows = db.execute(
        select(Entry.id, Team.id, Team.name, Entry.extra_percent, Team.code, Entry.joined_at).join(Team).where(*which)
    ).all()
    names: dict[int, list[str]] = defaultdict(list)
    students = select(Student.team_id, Student.first_name, Student.surname_initial).order_by(Student.id)
    for team_id, first_name, initial in db.execute(students.join(Team).join(Entry).where(*which)):
        names[team_id].append(f"{first_name} {initial}".strip())
    return [
        TeamFacts(entry, name, tuple(names[team_id]), extra, code, joined_at)
        for entry, team_id, name, extra, code, joined_at in rows
    ]


def _seated(found: Iterable[TeamFacts]) -> Seating:
    return tuple(sorted(found, key=lambda each: (not each.joined, each.joined_at or 0, each.entry)))
