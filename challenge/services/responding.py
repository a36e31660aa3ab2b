"""Taking answers: many at a time, all in the transaction of the door that calls.

An answer is stored once, however often it is sent, and only while its question is open to its team. This is the busiest
work of all: what a batch needs is asked once for all of it, as plain rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from challenge.announcements import ResponseKept
from challenge.models import Response
from challenge.rules.marking import malformed, unreadable
from challenge.rules.play import Play, opened_at, refuse_answer, stopped_clock
from challenge.rules.questions import Raw
from challenge.rules.refusal import Refused
from challenge.rules.scoring import credited_taken_ms
from challenge.services import clockwork, desk
from challenge.services.access import TeamIdentity
from challenge.services.desk import AskedQuestion
from challenge.services.transaction import announce, attempt

REMOVED = Refused("removed", "Your host took this team out of the round. Have a word with them.")
NOT_HERE = Refused("not_now", "That question isn't part of this round.")
ANSWERED = Refused("already", "Your team's answer is in. In this round it can't be changed.")

_RESPONSES = cast(Table, Response.__table__)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer as it arrived. credit_ms: the network's delay, as the server itself measured it for this phone."""

    by: TeamIdentity
    message_id: str
    question_id: int
    raw: Raw
    received_at: int
    credit_ms: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer is stored; once the transaction is committed it may be acknowledged."""

    message_id: str
    question_id: int
    raw: Raw


Outcome = Kept | Refused


def take(db: Session, arrivals: Sequence[Arrival], *, most_credit_ms: int) -> list[Outcome]:
    """Store what may be stored, in order of arrival; one outcome for each arrival."""
    try:
        with attempt(db):
            return _take(db, arrivals, most_credit_ms=most_credit_ms)
    except IntegrityError:
        # The same message came through another process at this moment. It is stored by now, and will be found.
        return _take(db, arrivals, most_credit_ms=most_credit_ms)


def _take(db: Session, arrivals: Sequence[Arrival], *, most_credit_ms: int) -> list[Outcome]:
    batch = _Batch(db, arrivals, most_credit_ms=most_credit_ms)
    outcomes = [batch.take(arrival) for arrival in arrivals]
    if batch.rows:
        # In one order in every process, so that two batches that share messages don't wait for each other in a circle.
        batch.rows.sort(key=lambda row: (row["entry_id"], row["question_id"]))
        db.execute(insert(_RESPONSES), batch.rows)
    for fact in batch.facts:
        announce(db, fact)
    return outcomes


class _Batch:
    """Answers that are judged together, and what of them is to be stored and told."""

    def __init__(self, db: Session, arrivals: Sequence[Arrival], *, most_credit_ms: int) -> None:
        self._most_credit_ms = most_credit_ms
        self._teams = desk.teams(db, {arrival.by.entry_id for arrival in arrivals})
        self._asked = desk.asked(db, {arrival.question_id for arrival in arrivals})
        self._stored = desk.known(db, entries=self._teams, questions=self._asked)
        self._answered = {(entry, question) for entry, question, _ in self._stored}
        self.rows: list[dict[str, Any]] = []
        self.facts: list[ResponseKept] = []

    def take(self, arrival: Arrival) -> Outcome:
        """What becomes of one answer."""
        entry, asked = self._teams.get(arrival.by.entry_id), self._asked.get(arrival.question_id)
        if entry is None or entry.removed_at is not None:
            return REMOVED
        if asked is None or asked.round.sitting_id != entry.sitting_id:
            return NOT_HERE
        place = (entry.id, asked.id)
        if (stored := self._stored.get((*place, arrival.message_id))) is not None:
            return Kept(arrival.message_id, asked.id, stored)
        # An answer may be quicker than the clock at the end of an outage; its time is given back all the same.
        play = clockwork.given_back(asked.round.play, alive_at=asked.round.alive_at, now=arrival.received_at)
        if refusal := _refuse(arrival, asked, play, extra=entry.extra_percent):
            return refusal
        if place in self._answered and not asked.round.can_change:
            return ANSWERED
        self._keep(arrival, asked, play)
        return Kept(arrival.message_id, asked.id, arrival.raw)

    def _keep(self, arrival: Arrival, asked: AskedQuestion, play: Play) -> None:
        by = arrival.by
        self._stored[(by.entry_id, asked.id, arrival.message_id)] = arrival.raw
        self._answered.add((by.entry_id, asked.id))
        self.facts.append(ResponseKept(asked.round.sitting_id, by.entry_id, asked.id, arrival.raw, by.device_id))
        taken_ms = credited_taken_ms(
            stopped_clock(play, received=arrival.received_at),
            opened_at(play),
            credit_ms=arrival.credit_ms,
            most_credit_ms=self._most_credit_ms,
        )
        self.rows.append(
            {
                "round_id": asked.round.id,
                "question_id": asked.id,
                "entry_id": by.entry_id,
                "device_id": by.device_id,
                "message_id": arrival.message_id,
                "raw": _plain(arrival.raw),
                "received_at": arrival.received_at,
                "taken_ms": taken_ms,
            }
        )


def _refuse(arrival: Arrival, asked: AskedQuestion, play: Play, *, extra: int) -> Refused | None:
    return (
        refuse_answer(
            play,
            question=asked.position,
            extra=extra,
            received=arrival.received_at,
            grace_ms=asked.round.grace_ms,
        )
        or malformed(asked.content, _plain(arrival.raw))
        or unreadable(asked.content, arrival.raw)
    )


def _plain(raw: Raw) -> str | list[str]:
    return raw if isinstance(raw, str) else list(raw)
