"""Sittings that are ready to play, made through the services straight in the server's file."""

import itertools
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from challenge.models import Entry, Quiz, Response, Round, Sitting, SittingHost, Staff
from challenge.rules.questions import Question, as_dict
from challenge.services import joining, rounds, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.joining import Joined
from challenge.services.transaction import Database
from tests import builders

NEVER_MS = 60_000
"""Longer than any test: what takes this long happens only when the host says so."""

_serial = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sitting in its lobby, with all that opens its doors."""

    database: Database
    id: int
    round_id: int
    code: str
    door_key: str
    screen_key: str
    questions: tuple[int, ...]


def new_file(folder: Path) -> Database:
    """A database with today's tables, a season and its host, where the server of `folder` will look for it."""
    database = builders.empty_database(f"sqlite:///{folder / 'challenge.sqlite3'}")
    with database.transaction() as db:
        builders.season(db)
    return database


def sitting(
    database: Database,
    questions: list[Question] | None = None,
    *,
    reading_ms: int = NEVER_MS,
    answering_ms: int = NEVER_MS,
    **changes: object,
) -> Prepared:
    """A new sitting with its own quiz. Nothing in it moves by the clock unless it is given shorter times."""
    slug = f"quiz-{next(_serial)}"
    with database.transaction() as db:
        asked = [as_dict(question) for question in questions or [builders.choice(), builders.number("second")]]
        db.add(Quiz(slug=slug, title="Quiz", category="ein2steins", about="", fingerprint=slug, questions=asked))
        db.flush()
        host = db.scalars(select(Staff).order_by(Staff.id)).first()
        by = StaffIdentity(host.id, host.name, Role(host.role))
        made = builders.sitting(db, by, quiz=slug, **{"standings_every": 0, **changes})
        round_ = rounds.current(db, made.id)
        round_.grace_ms = 150
        for question in round_.questions:
            question.reading_ms, question.answering_ms = reading_ms, answering_ms
        return _prepared(database, made, round_)


def sign_in_link(database: Database) -> str:
    """A one-time token of the first host, who may run everything."""
    with database.transaction() as db:
        host = db.scalars(select(Staff.id).order_by(Staff.id)).first()
        return sittings.make_link(db, host, now=_now())


def colleague_link(database: Database, *sitting_ids: int) -> str:
    """A one-time token of another host, who runs these sittings and no others."""
    with database.transaction() as db:
        person = Staff(name="Ms Lovelace", role=Role.HOST.value)
        db.add(person)
        db.flush()
        db.add_all(SittingHost(sitting_id=each, staff_id=person.id) for each in sitting_ids)
        return sittings.make_link(db, person.id, now=_now())


def team_secrets(prepared: Prepared, *names: str) -> list[str]:
    """The secrets of phones whose teams came in by the code."""
    with prepared.database.transaction() as db:
        room = db.get_one(Sitting, prepared.id)
        joined = [joining.join_open(db, room, name=name, first_names=["Aisha"], now=_now()) for name in names]
        assert all(isinstance(each, Joined) for each in joined), joined
        return [each.secret for each in joined]


def another_phone(prepared: Prepared, name: str) -> str:
    """The secret of one more phone of a team that is in."""
    with prepared.database.transaction() as db:
        joined = joining.come_back(db, _entry(db, prepared, name).team.code, now=_now())
        assert isinstance(joined, Joined), joined
        return joined.secret


def entry_id(prepared: Prepared, name: str) -> int:
    """The entry of a team."""
    with prepared.database.reading() as db:
        return _entry(db, prepared, name).id


def stored(prepared: Prepared, question: int | None = None) -> list[Response]:
    """The responses in the database, oldest first."""
    query = select(Response).where(Response.round_id == prepared.round_id).order_by(Response.id)
    if question is not None:
        query = query.where(Response.question_id == question)
    with prepared.database.reading() as db:
        return list(db.scalars(query))


def round_row(prepared: Prepared) -> Round:
    """Where the round stands, as the database has it."""
    with prepared.database.reading() as db:
        return db.get_one(Round, prepared.round_id)


def _entry(db: object, prepared: Prepared, name: str) -> Entry:
    entries = db.scalars(select(Entry).where(Entry.sitting_id == prepared.id, Entry.removed_at.is_(None)))
    return next(entry for entry in entries if entry.team.name == name)


def _prepared(database: Database, made: Sitting, round_: Round) -> Prepared:
    questions = tuple(question.id for question in round_.questions)
    return Prepared(database, made.id, round_.id, made.code, made.door_key, made.screen_key, questions)


def _now() -> int:
    return time.time_ns() // 1_000_000
