"""Practice without a host: questions of the bank for anybody, marked one at a time. Nothing of it is kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from challenge.models import BankQuestion, Reservation, Round, RoundClock, RoundQuestion
from challenge.rules import marking, showing
from challenge.rules.play import State
from challenge.rules.questions import Question, Raw, from_dict
from challenge.rules.refusal import Refused

GONE = Refused("gone", "This question isn't in practice just now. The others are.")
IN_PLAY = [state.value for state in State if state not in (State.PLANNED, State.LOBBY, State.DONE)]
FORGOTTEN_MS = 12 * 3_600_000
"""A round that has stood still for half a day was left, not finished: its questions are free again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to practise. topics: none means all of the level. seed: the same one, the same questions."""

    category: str
    topics: tuple[str, ...]
    count: int
    seed: int


def open_questions(db: Session, *, now: int) -> Select[BankQuestion]:
    """Every question that anybody may practise: all of the bank but what is kept for a final or being played.

    Practice gives keys, and a second phone is quickly found: so what a round asks is left out from its first question
    until it is over. This is the one place that decides it. It reads by `db` what is kept now.
    """
    kept = db.scalars(select(Reservation.question_id)).all()
    played = (
        select(RoundQuestion.source)
        .join(Round, Round.id == RoundQuestion.round_id)
        .join(RoundClock, RoundClock.round_id == Round.id)
        .where(Round.state.in_(IN_PLAY), RoundClock.alive_at > now - FORGOTTEN_MS)
    )
    return select(BankQuestion).where(BankQuestion.id.not_in(kept), BankQuestion.id.not_in(played))


def counts(db: Session, *, now: int) -> dict[str, dict[str, int]]:
    """How many questions can be practised, by level and topic."""
    rows = db.execute(open_questions(db, now=now).with_only_columns(BankQuestion.category, BankQuestion.topic))
    found: dict[str, dict[str, int]] = {}
    for (category, topic), count in Counter((row.category, row.topic) for row in rows).items():
        found.setdefault(category, {})[topic] = count
    return found


def chosen(db: Session, wanted: Wanted, *, now: int) -> list[Question]:
    """The questions to practise, the topics taking turns; the same ones for the same seed."""
    query = open_questions(db, now=now).where(BankQuestion.category == wanted.category)
    if wanted.topics:
        query = query.where(BankQuestion.topic.in_(wanted.topics))
    rows = db.execute(query.with_only_columns(BankQuestion.id, BankQuestion.topic))
    ids = _in_turns(((row.topic, row.id) for row in rows), seed=wanted.seed)[: wanted.count]
    found = {row.id: from_dict(row.content) for row in db.scalars(select(BankQuestion).where(BankQuestion.id.in_(ids)))}
    return [found[each] for each in ids]


def find(db: Session, question_id: str, *, now: int) -> Question | None:
    """A question by its id, if it can be practised."""
    row = db.scalar(open_questions(db, now=now).where(BankQuestion.id == question_id))
    return None if row is None else from_dict(row.content)


def asked(question: Question) -> dict[str, Any]:
    """A question without its key. It brings no points: practice counts none."""
    return {**showing.asked(question, number=0), "id": question.id, "points": 0, "seconds": question.seconds}


def answered(question: Question, raw: object) -> dict[str, Any] | Refused:
    """The verdict and the worked solution; `raw` None means that no answer was given.

    What can't be taken is refused, with how to mend it: that tells nothing about the key.
    """
    result = {"verdict": "none", "points": 0, "chose": "", "reason": ""}
    if raw is not None:
        if refusal := marking.malformed(question, raw):
            return refusal
        given: Raw = raw if isinstance(raw, str) else tuple(raw)  # type: ignore[arg-type] # malformed lets no other by
        if refusal := marking.unreadable(question, given):
            return refusal
        mark = marking.mark(question, given)
        chose = marking.chosen(question, given)
        result |= {"verdict": mark.verdict.value, "chose": chose, "reason": mark.reason}
    reveal = showing.solution(question, bars=(), silent=0, void_reason=None)
    return {"question": question.id, "result": result, "reveal": {**reveal, "bars": []}}


def _in_turns(questions: Iterable[tuple[str, str]], *, seed: int) -> list[str]:
    """The ids shuffled by the seed, one of each topic before a second of any. A new question moves no other."""
    by_topic: dict[str, list[str]] = {}
    for topic, question_id in sorted(questions, key=lambda each: _lot(seed, each[1])):
        by_topic.setdefault(topic, []).append(question_id)
    turns = sorted(by_topic.items(), key=lambda each: _lot(seed, each[0]))
    return [each for turn in zip_longest(*(ids for _, ids in turns)) for each in turn if each is not None]


def _lot(seed: int, name: str) -> bytes:
    return sha256(f"{seed} {name}".encode()).digest()
