"""Sittings that are ready to play, made through the services straight in the server's file.

Their questions are those of the real class round, so that what is looked at is what a class sees.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.models import Round, RoundQuestion, Sitting, Staff
from challenge.rules.questions import Question, as_dict
from challenge.services import joining, rounds, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.joining import Joined
from challenge.services.sittings import SittingPlan
from challenge.services.transaction import Database
from tests.browser.serving import Server

CLASS_ROUND = "class-round-ein2steins"
KINDS = {"choice": 0, "choices": 2, "truth": 5, "number": 3, "text": 11, "order": 9}
"""Where the class round has a question of each kind."""


@dataclass(frozen=True, slots=True)
class Room:
    """A sitting in its lobby, and all that opens its doors."""

    server: Server
    id: int
    code: str
    door_key: str
    screen_key: str

    @property
    def console_url(self) -> str:
        return f"{self.server.address}/host/sittings/{self.id}"

    @property
    def screen_url(self) -> str:
        return f"{self.server.address}/screen/{self.screen_key}"

    @property
    def join_url(self) -> str:
        """What the QR code on the board holds."""
        return f"{self.server.address}/join/{self.code}?k={self.door_key}"


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a question takes, where a test does not want to wait as long as a class."""

    reading_ms: int = 60_000
    answering_ms: int = 120_000
    grace_ms: int = 300

    def of_question(self) -> dict[str, int]:
        return {"reading_ms": self.reading_ms, "answering_ms": self.answering_ms}


def room(server: Server, kinds: Sequence[str], clock: Clock | None = None, **plan: object) -> Room:
    """A sitting that asks one real question of each of these kinds."""
    wish = replace(SittingPlan(name="Maths 2", place="Room B14", quiz=CLASS_ROUND, standings_every=0), **plan)
    clock = clock or Clock()
    with database(server).transaction() as db:
        made = sittings.make_sitting(db, wish, by=_organiser(db), now=now(), grace_ms=clock.grace_ms)
        assert isinstance(made, Sitting), made
        _shorten(db, rounds.current(db, made.id), kinds, clock=clock)
        return _told(server, made)


def room_with(server: Server, questions: Sequence[Question], clock: Clock | None = None, **plan: object) -> Room:
    """A sitting that asks these questions, whatever the quizzes have."""
    clock = clock or Clock()
    made = room(server, ["choice"], clock, **plan)
    with database(server).transaction() as db:
        asked = [as_dict(question) for question in questions]
        _ask(db, rounds.current(db, made.id), asked, clock=clock)
    return made


def room_of(server: Server, sitting_id: int) -> Room:
    """A sitting that a host has made."""
    with database(server).reading() as db:
        return _told(server, db.get_one(Sitting, sitting_id))


def _told(server: Server, sitting: Sitting) -> Room:
    return Room(server, sitting.id, sitting.code, sitting.door_key, sitting.screen_key)


def _shorten(db: Session, round_: Round, kinds: Sequence[str], *, clock: Clock) -> None:
    """Leave one question of each kind in the round."""
    whole = [question.content for question in round_.questions]
    _ask(db, round_, [whole[KINDS[kind]] for kind in kinds], clock=clock)


def _ask(db: Session, round_: Round, contents: Sequence[dict[str, Any]], *, clock: Clock) -> None:
    for question in round_.questions:
        db.delete(question)
    db.flush()
    round_.questions = [
        RoundQuestion(position=position, content=content, source=content["id"], **clock.of_question())
        for position, content in enumerate(contents)
    ]


def hurry(room: Room, answering_ms: dict[int, int]) -> None:
    """Give questions, by number, less time than the quiz does, and late answers less to arrive in than in a class."""
    with database(room.server).transaction() as db:
        round_ = rounds.current(db, room.id)
        round_.grace_ms = Clock().grace_ms
        for question in round_.questions:
            question.answering_ms = answering_ms.get(question.position + 1, question.answering_ms)


def sign_in_link(server: Server) -> str:
    """A one-time link of the organiser."""
    with database(server).transaction() as db:
        token = sittings.make_link(db, _organiser(db).staff_id, now=now())
    return f"{server.address}/host/sign-in/{token}"


def pass_for(room: Room, team: str, *names: str) -> str:
    """The secret of the phone of a new team: what its cookie holds."""
    return passes_for(room, [team], *names)[0]


def passes_for(room: Room, teams: Sequence[str], *names: str) -> list[str]:
    """The same for many teams."""
    with database(room.server).transaction() as db:
        sitting = db.get_one(Sitting, room.id)
        joined = [joining.join_open(db, sitting, name=team, first_names=list(names), now=now()) for team in teams]
        assert all(isinstance(each, Joined) for each in joined), joined
        return [each.secret for each in joined]


def deadline(room: Room) -> int:
    """When the open question closes, by the server's clock, in epoch milliseconds."""
    with database(room.server).reading() as db:
        closes_at = rounds.current(db, room.id).closes_at
        assert closes_at is not None
        return closes_at


def state(room: Room) -> tuple[str, int]:
    """Where the round stands in the database: its state, and the number of its question."""
    with database(room.server).reading() as db:
        round_ = rounds.current(db, room.id)
        return round_.state, round_.question + 1


def database(server: Server) -> Database:
    """The server's own file."""
    return Database(f"sqlite:///{server.file}")


def now() -> int:
    return time.time_ns() // 1_000_000


def _organiser(db: Session) -> StaffIdentity:
    person = db.scalars(select(Staff).order_by(Staff.id)).first()
    return StaffIdentity(person.id, person.name, Role(person.role))
