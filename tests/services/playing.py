"""Playing a round through the services, for tests: a host who presses, teams that answer, time that passes."""

from itertools import count

from challenge.models import Round, RoundQuestion
from challenge.rules.play import CLOCKED, State, due
from challenge.services import clockwork, hosting, responding, rounds, sittings
from challenge.services.hosting import Obeyed, Order, OrderName
from challenge.services.responding import Arrival, Kept
from tests.builders import NOON

numbers = count(1)
HOLDER = "this-test"


def keep_time(db, *, now, holder=HOLDER):
    """One beat of a process that holds every clock it can get; when something is next due."""
    db.flush()
    clockwork.renew(db, holder=holder, now=now)
    clockwork.claim(db, holder=holder, now=now)
    # What was written by the table is not yet known by the row.
    db.expire_all()
    ours = [each.sitting_id for each in clockwork.running(db) if each.holder == holder]
    nexts = [clockwork.keep_one(db, each, holder=holder, now=now) for each in ours]
    return min((at for at in nexts if at is not None), default=None)


def order(in_, name, **args):
    """A host's command with an id of its own, on the state that stands now."""
    return Order(**{"id": f"order-{next(numbers):06}", "version": in_.version, "name": OrderName(name), **args})


def press(db, in_, name, *, now, **args):
    """What came of the organiser's command; the clock was running until then."""
    rounds.current(db, in_.id).clock.alive_at = now
    return hosting.obey(db, order(in_, name, **args), by=sittings.staff(db, 1), sitting_id=in_.id, now=now)


def pressed(db, in_, name, *, now, **args):
    """The command carried out."""
    outcome = press(db, in_, name, now=now, **args)
    assert isinstance(outcome, Obeyed), outcome
    return outcome


def wait(db, in_, until):
    """Let the clock run until then, without an outage."""
    rounds.current(db, in_.id).clock.alive_at = until
    keep_time(db, now=until)


def reach(db, in_, state, *, question=0, now=NOON):
    """Play until this question is in this state; the moment at which it is."""
    round_ = rounds.current(db, in_.id)
    while (round_.state, round_.question) != (state, question):
        assert round_.state != State.DONE, f"the round never comes to {state}"
        if round_.state in CLOCKED:
            now = due(rounds.play_of(round_), rounds.plan_of(db, round_))
            wait(db, in_, now)
        else:
            pressed(db, in_, "next", now=now)
    return now


def ask(db, in_, position):
    """The id of the question at this position."""
    return rounds.current(db, in_.id).questions[position].id


def arrival(by, question_id, raw, *, now, **changes):
    """An answer on its arrival."""
    fields = {"message_id": f"answer-{next(numbers):06}", "credit_ms": 0, **changes}
    return Arrival(by=by, question_id=question_id, raw=raw, received_at=now, **fields)


def send(db, *arrivals, most_credit_ms=300):
    """What came of these answers."""
    outcomes = responding.take(db, arrivals, most_credit_ms=most_credit_ms)
    db.flush()
    return outcomes


def kept(db, by, question_id, raw, *, now):
    """The answer, stored; the clock was running until then."""
    db.get(Round, db.get(RoundQuestion, question_id).round_id).clock.alive_at = now
    (outcome,) = send(db, arrival(by, question_id, raw, now=now))
    assert isinstance(outcome, Kept), outcome
    return outcome
