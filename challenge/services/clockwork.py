"""The clock's part in a round: what happens when no host presses anything, and which process sees to it.

A running clock is kept by one process at a time, on a lease in the database: whoever lets it run out, dead, paused or
cut off, loses it to the next that looks. Time only passes while the database can be written: whenever it could not be,
after a crash or a full disk, the length of the outage is given back to the players.

Each function here is one transaction's work, so that what fails in one sitting doesn't stop the others.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from challenge.models import Round, RoundClock, Sitting
from challenge.rules.play import CLOCKED, Play, due, give_back, tick
from challenge.services import rounds
from challenge.services.transaction import wait_for_locks

BEAT_MS = 500
"""How often a lease is renewed and others are looked at: a dead holder's clocks go on within LEASE_MS + BEAT_MS."""
LEASE_MS = 2_000
TOLERATED_MS = LEASE_MS
"""A gap between two beats that is no outage, only a busy moment. A clock that was taken over had a longer one."""
PATIENCE_MS = 500
"""How long one sitting may make the clock wait for its row; the others wait behind it."""

_RUNS = and_(Round.state.in_(CLOCKED), Round.paused_at.is_(None))


@dataclass(frozen=True, slots=True)
class Running:
    """A sitting whose clock runs, who keeps it, and until when."""

    sitting_id: int
    version: int
    holder: str | None
    held_until: int | None


def running(db: Session) -> list[Running]:
    """The sittings whose clocks run, in all processes."""
    query = (
        select(Sitting.id, Sitting.version, RoundClock.holder, RoundClock.held_until)
        .join(Round, Round.sitting_id == Sitting.id)
        .join(RoundClock, RoundClock.round_id == Round.id)
        .where(_RUNS)
        .order_by(Sitting.id)
    )
    return [Running(*row) for row in db.execute(query)]


def is_free(clock: Running, *, now: int) -> bool:
    """Whether anybody may take this clock: nobody holds it, or its holder has let it run out."""
    return clock.held_until is None or not now < clock.held_until <= now + 2 * LEASE_MS


def renew(db: Session, *, holder: str, now: int) -> None:
    """Say that the running clocks of this holder are alive.

    Not those whose silence is an outage that `keep_one` has yet to give back: they ran out, or were only just taken.
    """
    db.execute(
        update(RoundClock)
        .where(RoundClock.holder == holder, RoundClock.held_until > now)
        .where(RoundClock.alive_at >= RoundClock.held_until - LEASE_MS)
        .where(RoundClock.round_id.in_(select(Round.id).where(_RUNS)))
        .values(alive_at=now, held_until=now + LEASE_MS)
        .execution_options(synchronize_session=False)
    )


def claim(db: Session, *, holder: str, now: int) -> list[int]:
    """Take the running clocks that are free; return their sittings. When each was last alive stays on record."""
    free = (
        select(RoundClock.round_id)
        .join(Round, Round.id == RoundClock.round_id)
        .where(_RUNS, _free(now))
        .with_for_update(of=RoundClock, skip_locked=True)
    )
    taken = db.scalars(
        update(RoundClock)
        .where(RoundClock.round_id.in_(free))
        .values(holder=holder, held_until=now + LEASE_MS)
        .returning(RoundClock.round_id)
        .execution_options(synchronize_session=False)
    ).all()
    return list(db.scalars(select(Round.sitting_id).where(Round.id.in_(taken)).order_by(Round.sitting_id)))


def keep_one(db: Session, sitting_id: int, *, holder: str, now: int) -> int | None:
    """Do all that one sitting's clock has due by `now`; return when it is next due.

    None when there is nothing more to keep: the clock stands still, or somebody else holds it.
    """
    wait_for_locks(db, at_most_ms=PATIENCE_MS)
    sitting, round_ = rounds.locked(db, sitting_id)
    clock = _locked_clock(db, round_)
    if clock.holder != holder or clock.held_until is None or clock.held_until <= now:
        # Somebody else may have moved the round on by now, or be about to: this process slept, and must ask anew.
        return None
    plan = rounds.plan_of(db, round_)
    play = tick(caught_up(round_, now=now), plan, now=now)
    if play != rounds.play_of(round_):
        rounds.move(db, sitting, round_, play, now=now)
    next_at = due(play, plan)
    clock.alive_at, clock.held_until = now, now + LEASE_MS
    if next_at is None:
        clock.holder = clock.held_until = None
    return next_at


def release(db: Session, *, holder: str) -> None:
    """Let go of every clock of a holder that stops, so that another takes them up at once."""
    db.execute(
        update(RoundClock)
        .where(RoundClock.holder == holder)
        .values(holder=None, held_until=None)
        .execution_options(synchronize_session=False)
    )


def caught_up(round_: Round, *, now: int) -> Play:
    """Where the round stands, an outage that has just ended given back.

    Whoever moves a round starts from here, and whoever judges an answer: the clock, or somebody quicker than it.
    """
    return given_back(rounds.play_of(round_), alive_at=round_.clock.alive_at, now=now)


def given_back(play: Play, *, alive_at: int | None, now: int) -> Play:
    """`play` with the time given back during which its clock, last seen alive at `alive_at`, stood still."""
    silent_ms = now - (alive_at or now)
    runs = play.state in CLOCKED and play.paused_at is None
    return give_back(play, lost_ms=silent_ms) if runs and silent_ms > TOLERATED_MS else play


def _free(now: int) -> ColumnElement[bool]:
    """`is_free`, as the database asks it. A lease from far in the future was given by a clock that went wrong."""
    until = RoundClock.held_until
    return or_(until.is_(None), until <= now, until > now + 2 * LEASE_MS)


def _locked_clock(db: Session, round_: Round) -> RoundClock:
    query = select(RoundClock).where(RoundClock.round_id == round_.id).with_for_update()
    return db.scalars(query.execution_options(populate_existing=True)).one()
