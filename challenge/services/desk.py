"""What a batch of answers needs to know, asked once for all of it and as plain rows: it is the busiest work of all."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from challenge.models import Entry, Response, Round, RoundClock, RoundQuestion
from challenge.rules.play import Play, State
from challenge.rules.questions import Question, Raw, from_dict
from challenge.services.scenes import raw_of
from challenge.services.transaction import among


@dataclass(frozen=True, slots=True)
class TeamRow:
    """An entry as a batch sees it."""

    id: int
    sitting_id: int
    extra_percent: int
    removed_at: int | None


@dataclass(frozen=True, slots=True)
class RunningRound:
    """A round as a batch sees it."""

    id: int
    sitting_id: int
    can_change: bool
    grace_ms: int
    play: Play
    alive_at: int | None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that somebody answered."""

    id: int
    position: int
    content: Question
    round: RunningRound


def teams(db: Session, ids: set[int]) -> dict[int, TeamRow]:
    """The entries with these ids."""
    query = select(Entry.id, Entry.sitting_id, Entry.extra_percent, Entry.removed_at).where(among(db, Entry.id, ids))
    return {row.id: TeamRow(*row) for row in db.execute(query)}


def asked(db: Session, ids: set[int]) -> dict[int, AskedQuestion]:
    """The questions with these ids, and their rounds, held as they are until the commit.

    Whoever locks a question waits for the answers before it, and the answers after it see that it is locked.
    """
    question = RoundQuestion
    rows = db.execute(
        select(question.id, question.position, question.content, question.round_id).where(among(db, question.id, ids))
    ).all()
    running = _rounds(db, {round_id for *_, round_id in rows})
    return {id_: AskedQuestion(id_, position, from_dict(content), running[its]) for id_, position, content, its in rows}


def _rounds(db: Session, ids: set[int]) -> dict[int, RunningRound]:
    settings = (Round.id, Round.sitting_id, Round.can_change, Round.grace_ms)
    stands = (Round.state, Round.question, Round.opens_at, Round.closes_at, Round.cut_at, Round.paused_at)
    query = select(*settings, *stands).where(among(db, Round.id, ids)).order_by(Round.id).with_for_update(read=True)
    rows = db.execute(query).all()
    # Only now: what goes with a round's state must be as new as the state that this may have waited for.
    alive, voided = _clocks(db, ids)
    return {row.id: _running(row, alive_at=alive[row.id], voided=frozenset(voided[row.id])) for row in rows}


def _running(row: Any, *, alive_at: int | None, voided: frozenset[int]) -> RunningRound:
    return RunningRound(
        row.id,
        row.sitting_id,
        can_change=row.can_change,
        grace_ms=row.grace_ms,
        play=Play(
            State(row.state),
            row.question,
            opens_at=row.opens_at,
            closes_at=row.closes_at,
            cut_at=row.cut_at,
            paused_at=row.paused_at,
            voided=voided,
        ),
        alive_at=alive_at,
    )


def _clocks(db: Session, round_ids: set[int]) -> tuple[dict[int, int | None], dict[int, set[int]]]:
    """When the clocks of these rounds were last alive, and the positions of their voided questions."""
    voided = and_(RoundQuestion.round_id == RoundClock.round_id, RoundQuestion.voided_at.is_not(None))
    rows = db.execute(
        select(RoundClock.round_id, RoundClock.alive_at, RoundQuestion.position)
        .outerjoin(RoundQuestion, voided)
        .where(among(db, RoundClock.round_id, round_ids))
    ).all()
    positions: dict[int, set[int]] = defaultdict(set)
    for round_id, _, position in rows:
        # An outer join has nothing here where no question was voided, whatever the column promises.
        positions[round_id] |= {position} - {None}
    return {round_id: alive_at for round_id, alive_at, _ in rows}, positions


def known(
    db: Session, *, entries: Collection[int], questions: Mapping[int, AskedQuestion]
) -> dict[tuple[int, int, str], Raw]:
    """What these teams have answered to these questions already, by team, question and message."""
    if not all(question.round.can_change for question in questions.values()):
        # Only the first answer counts, so both phones of a team must not be the first, each in its own process.
        db.execute(
            select(Entry.id).where(among(db, Entry.id, entries)).order_by(Entry.id).with_for_update(key_share=True)
        )
    query = (
        select(Response.entry_id, Response.question_id, Response.message_id, Response.raw)
        .where(among(db, Response.question_id, questions), among(db, Response.entry_id, entries))
        .order_by(Response.id)
    )
    return {(entry, question, message): raw_of(raw) for entry, question, message, raw in db.execute(query)}
