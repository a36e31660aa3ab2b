"""Between a round's rows and the rules' values: loads where a round stands, and stores where it went."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from challenge.announcements import RoundMoved
from challenge.models import Entry, Round, RoundQuestion, Sitting
from challenge.rules.play import Plan, Play, State, Timing
from challenge.rules.questions import Question, from_dict
from challenge.services.transaction import announce


def current(db: Session, sitting_id: int) -> Round:
    """The round of a sitting that is being played: the first that isn't done, else the last."""
    rounds = db.scalars(select(Round).where(Round.sitting_id == sitting_id).order_by(Round.position)).all()
    return next((each for each in rounds if each.state != State.DONE), rounds[-1])


def locked(db: Session, sitting_id: int) -> tuple[Sitting, Round]:
    """The sitting, locked until the commit so that two commands can't both go first, and its current round."""
    query = select(Sitting).where(Sitting.id == sitting_id).with_for_update()
    # Whoever had to wait for the lock reads the sitting anew: what it knew from before may have changed meanwhile.
    sitting = db.scalars(query.execution_options(populate_existing=True)).one()
    return sitting, current(db, sitting_id)


def play_of(round_: Round) -> Play:
    """Where the round stands, as the rules see it."""
    return Play(
        state=State(round_.state),
        question=round_.question,
        opens_at=round_.opens_at,
        closes_at=round_.closes_at,
        cut_at=round_.cut_at,
        paused_at=round_.paused_at,
        voided=frozenset(each.position for each in round_.questions if each.voided_at is not None),
    )


def plan_of(db: Session, round_: Round) -> Plan:
    """What the round will play, with the extra time of the teams that are in it now."""
    return Plan(
        questions=tuple(Timing(each.reading_ms, each.answering_ms) for each in round_.questions),
        grace_ms=round_.grace_ms,
        most_extra=max(extras(db, round_.sitting_id), default=0),
        standings_every=round_.standings_every,
    )


def extras(db: Session, sitting_id: int) -> frozenset[int]:
    """The amounts of extra time of a sitting's teams, in per cent."""
    return frozenset(
        db.scalars(
            select(Entry.extra_percent).distinct().where(Entry.sitting_id == sitting_id, Entry.removed_at.is_(None))
        )
    )


def move(db: Session, sitting: Sitting, round_: Round, play: Play, *, now: int) -> None:
    """Store where the round went, and announce it."""
    round_.state = play.state.value
    round_.question = play.question
    round_.opens_at = play.opens_at
    round_.closes_at = play.closes_at
    round_.cut_at = play.cut_at
    round_.paused_at = play.paused_at
    round_.clock.alive_at = now
    touch(sitting)
    announce(db, RoundMoved(sitting.id))


def touch(sitting: Sitting) -> None:
    """Count a change that a host could have missed."""
    sitting.version += 1


def content(question: RoundQuestion) -> Question:
    """A round's question as the rules see it."""
    return from_dict(question.content)


def accepted(question: RoundQuestion) -> tuple[str, ...]:
    """The typed answers that a host accepted beyond the key."""
    return tuple(ruling.typed for ruling in question.rulings)


def teams_in(db: Session, sitting_id: int) -> int:
    """How many teams are in the sitting: those that came in and were not removed."""
    query = select(func.count()).select_from(Entry).where(*present(sitting_id))
    return db.scalars(query).one()


def present(sitting_id: int) -> tuple[ColumnElement[bool], ...]:
    """The condition on entries that are in a sitting."""
    return (Entry.sitting_id == sitting_id, Entry.joined_at.is_not(None), Entry.removed_at.is_(None))
