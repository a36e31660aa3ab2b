"""Sittings with very many listed teams, made through the services: what a run plays."""

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.cli import storage
from challenge.cli.trouble import Trouble
from challenge.config import Settings
from challenge.models import Entry, Sitting, Staff, Team
from challenge.services import demo, library, roster, rounds, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.roster import Listed
from challenge.services.sittings import SittingPlan
from challenge.services.transaction import Database

QUIZ = demo.FAVOURITE
NEVER_MS = 3_600_000
"""Only the host's word moves the round, however long a busy machine takes."""

AT_ONCE = 250
_SYLLABLES = ["".join(pair) for pair in itertools.product("bdfgkmnprstvz", "aiu")]


@dataclass(frozen=True, slots=True)
class Room:
    """One sitting: its id, its big screen's key, and the codes and entries of its teams."""

    sitting: int
    screen_key: str
    codes: tuple[str, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hall:
    """All sittings of a run and the token of their host's sign-in link."""

    rooms: tuple[Room, ...]
    token: str

    def places(self) -> list[tuple[str, int]]:
        """The code and the entry of each phone; the sittings take turns, so that they fill evenly."""
        rows = itertools.zip_longest(*(zip(room.codes, room.entries, strict=True) for room in self.rooms))
        return [place for row in rows for place in row if place is not None]


def prepare(settings: Settings, *, phones: int, sittings_wanted: int, questions: int) -> Hall:
    """Fill an empty database: a season, a real quiz, and sittings with a listed team for each phone. Raises Trouble."""
    storage.upgrade(settings)
    database = Database(settings.database_url)
    try:
        with storage.plainly(settings):
            by, token = _season(database, settings, questions=questions)
            names = _names()
            shares = [phones // sittings_wanted + (each < phones % sittings_wanted) for each in range(sittings_wanted)]
            rooms = [_room(database, settings, by, teams=list(itertools.islice(names, share))) for share in shares]
    finally:
        database.engine.dispose()
    return Hall(tuple(rooms), token)


def _season(database: Database, settings: Settings, *, questions: int) -> tuple[StaffIdentity, str]:
    from challenge.catalogue.quizzes import Quiz
    from challenge.catalogue.reading import read  # Typst and YAML take a while to import

    quiz = read(settings.puzzles / f"{QUIZ}.yaml")
    if not isinstance(quiz, Quiz):
        raise Trouble(f"The quiz that is played could not be read: {quiz[0]}")
    if questions > len(quiz.questions):
        raise Trouble(f"The quiz that is played has {len(quiz.questions)} questions. Ask for no more than that.")
    with database.transaction() as db:
        library.store(db, [quiz])
        db.flush()
        welcome = demo.prepare(db, now=_now(), grace_ms=settings.grace_ms)
        host = db.scalars(select(Staff).order_by(Staff.id)).one()
        return StaffIdentity(host.id, host.name, Role(host.role)), welcome.token


def _room(database: Database, settings: Settings, by: StaffIdentity, *, teams: Sequence[str]) -> Room:
    plan = SittingPlan(name="Bench", place="Main hall", quiz=QUIZ, entry_mode="listed", standings_every=0)
    with database.transaction() as db:
        made = sittings.make_sitting(db, plan, by=by, now=_now(), grace_ms=settings.grace_ms)
        if not isinstance(made, Sitting):
            raise Trouble(f"The round could not be made: {next(iter(made.values())).message}")
        made.most_teams = max(made.most_teams, len(teams))
        for question in rounds.current(db, made.id).questions:
            question.reading_ms = question.answering_ms = NEVER_MS
        sitting, screen_key = made.id, made.screen_key
    for start in range(0, len(teams), AT_ONCE):
        with database.transaction() as db:
            listed = [Listed(name, ("Aisha", "Tom")) for name in teams[start : start + AT_ONCE]]
            roster.add(db, db.get_one(Sitting, sitting), listed)
    with database.reading() as db:
        codes, entries = _teams(db, sitting)
        return Room(sitting, screen_key, codes, entries)


def _teams(db: Session, sitting: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    query = select(Team.code, Entry.id).join(Entry).where(Entry.sitting_id == sitting).order_by(Entry.id)
    rows = db.execute(query).all()
    return tuple(code for code, _ in rows), tuple(entry for _, entry in rows)


def _names() -> Iterator[str]:
    """Names that nobody could take for one another, as many as are wanted."""
    return (f"Team {''.join(parts).capitalize()}" for parts in itertools.product(_SYLLABLES, repeat=3))


def _now() -> int:
    return time.time_ns() // 1_000_000
