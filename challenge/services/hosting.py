"""What a host orders in a sitting: every order once, by somebody who may, on the state that they saw."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from challenge.announcements import RoundMoved, TeamRemoved, TeamsChanged
from challenge.models import Entry, HostCommand, Round, Ruling, Sitting
from challenge.rules import names, play, rulings
from challenge.rules.play import Moved, Plan, Play
from challenge.rules.questions import Question
from challenge.rules.refusal import Refused
from challenge.rules.rulings import Ruled
from challenge.services import access, clockwork, joining, rounds
from challenge.services.access import Action, StaffIdentity
from challenge.services.transaction import announce, attempt

STALE = Refused("stale", "Something changed just before you pressed. Here's how it is now.")
NO_QUESTION = Refused("no_question", "That question isn't part of this round.")
NOT_LOCKED = Refused("not_now", "Wait until answers are locked, then rule on them.")
EXTRA_PERCENTS = (0, 10, 25, 50, 100)
REASON_LENGTH = 200


class OrderName(StrEnum):
    """The host's commands."""

    OPEN = "open"
    NEXT = "next"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    CLOSE = "close"
    REVEAL = "reveal"
    STANDINGS = "standings"
    VOID = "void"
    UNVOID = "unvoid"
    ACCEPT = "accept"
    UNACCEPT = "unaccept"
    REMOVE = "remove"
    RENAME = "rename"
    EXTRA = "extra"
    LOCK = "lock"
    UNLOCK = "unlock"
    END = "end"


@dataclass(frozen=True, slots=True)
class Order:
    """A command with what it needs. version: of the state that the host saw. question, entry: ids. answer: as typed."""

    id: str
    version: int
    name: OrderName
    seconds: int = 0
    question: int = 0
    reason: str = ""
    answer: str = ""
    entry: int = 0
    team: str = ""
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Obeyed:
    """The order is carried out; it led to this version."""

    version: int


def obey(db: Session, order: Order, *, by: StaffIdentity, sitting_id: int, now: int) -> Obeyed | Refused:
    """Carry out a host's order. The same order sent again is answered again and not carried out twice."""
    if refusal := access.refuse(db, by, Action.RUN_SITTING, sitting_id=sitting_id):
        return refusal
    sitting, round_ = rounds.locked(db, sitting_id)
    done = db.get(HostCommand, order.id)
    if done is not None and (done.sitting_id, done.staff_id) == (sitting_id, by.staff_id):
        return Obeyed(done.version)
    if done is not None or order.version != sitting.version:
        return STALE
    command = _written_down(db, order, sitting_id, by=by, now=now)
    if command is None:
        return STALE
    if refusal := _carry_out(db, order, sitting, round_=round_, now=now):
        # It may be sent again with this id when it makes sense.
        db.delete(command)
        return refusal
    command.version = sitting.version
    return Obeyed(sitting.version)


def possible(now_play: Play, plan: Plan, *, now: int) -> list[OrderName]:
    """The orders that move a round and would not be refused now."""
    orders = {name: move(now_play, plan, Order("", 0, name, seconds=30), now) for name, move in _MOVES.items()}
    able = [name for name, moved in orders.items() if isinstance(moved, Play)]
    if now_play.question >= 0:
        able.append(OrderName.UNVOID if now_play.question in now_play.voided else OrderName.VOID)
    return able


def _written_down(db: Session, order: Order, sitting_id: int, *, by: StaffIdentity, now: int) -> HostCommand | None:
    """The record of an order, made before it is carried out; None when another sitting has one of this id."""
    command = HostCommand(
        id=order.id,
        sitting_id=sitting_id,
        staff_id=by.staff_id,
        name=order.name.value,
        detail=asdict(order),
        at=now,
        version=order.version,
    )
    try:
        with attempt(db):
            db.add(command)
    except IntegrityError:
        # The sitting is locked, but the id came to another one through another process at this moment.
        return None
    return command


def _carry_out(db: Session, order: Order, sitting: Sitting, *, round_: Round, now: int) -> Refused | None:
    if order.name in _MOVES:
        moved = _MOVES[order.name](clockwork.caught_up(round_, now=now), rounds.plan_of(db, round_), order, now)
        return _moved(db, sitting, round_, moved=moved, now=now)
    if order.name in (OrderName.VOID, OrderName.UNVOID):
        return _rule_on_question(db, order, sitting, round_=round_, now=now)
    if order.name in (OrderName.ACCEPT, OrderName.UNACCEPT):
        return _rule_on_answer(db, order, sitting, round_=round_, now=now)
    if order.name in (OrderName.LOCK, OrderName.UNLOCK):
        _set_door(db, order, sitting, now=now)
        return None
    entry = db.get(Entry, order.entry)
    if entry is None or entry.sitting_id != sitting.id or entry.removed_at is not None:
        return Refused("no_team", "That team isn't in this round any more.")
    return _change_team(db, order, sitting, entry=entry, now=now)


_MOVES: dict[OrderName, Callable[[Play, Plan, Order, int], Moved]] = {
    OrderName.OPEN: lambda at, _plan, _order, _now: play.open_lobby(at),
    OrderName.NEXT: lambda at, plan, _order, now: play.next_step(at, plan, now=now),
    OrderName.PAUSE: lambda at, _plan, _order, now: play.pause(at, now=now),
    OrderName.RESUME: lambda at, _plan, _order, now: play.resume(at, now=now),
    OrderName.EXTEND: lambda at, _plan, order, _now: play.extend(at, by_ms=order.seconds * 1_000),
    OrderName.CLOSE: lambda at, _plan, _order, now: play.close(at, now=now),
    OrderName.REVEAL: lambda at, _plan, _order, _now: play.reveal(at),
    OrderName.STANDINGS: lambda at, _plan, _order, _now: play.show_standings(at),
    OrderName.END: lambda at, _plan, _order, _now: play.end(at),
}


def _moved(db: Session, sitting: Sitting, round_: Round, *, moved: Moved, now: int) -> Refused | None:
    if isinstance(moved, Refused):
        return moved
    for question in round_.questions:
        if question.position in moved.voided and question.voided_at is None:
            question.voided_at, question.void_reason = now, "The round ended before its time was up."
    rounds.move(db, sitting, round_, moved, now=now)
    return None


def _rule_on_question(db: Session, order: Order, sitting: Sitting, *, round_: Round, now: int) -> Refused | None:
    question = next((each for each in round_.questions if each.id == order.question), None)
    if question is None:
        return NO_QUESTION
    reason, stands = names.tidy(order.reason), clockwork.caught_up(round_, now=now)
    if order.name is OrderName.UNVOID:
        moved = play.unvoid(stands, question=question.position)
        question.voided_at, question.void_reason = None, None
        return _moved(db, sitting, round_, moved=moved, now=now)
    if not 0 < len(reason) <= REASON_LENGTH:
        return Refused("no_reason", f"Say why in up to {REASON_LENGTH} characters. Teams will see it.")
    moved = play.void(stands, question=question.position)
    if isinstance(moved, Play):
        question.voided_at, question.void_reason = now, reason
    return _moved(db, sitting, round_, moved=moved, now=now)


def _rule_on_answer(db: Session, order: Order, sitting: Sitting, *, round_: Round, now: int) -> Refused | None:
    question = next((each for each in round_.questions if each.id == order.question), None)
    if question is None:
        return NO_QUESTION
    if question.position not in play.locked_questions(clockwork.caught_up(round_, now=now)):
        return NOT_LOCKED
    accepted = rounds.accepted(question)
    ruled = rule(order.name, rounds.content(question), accepted, order.answer)
    if isinstance(ruled, Refused):
        return ruled
    stay = [each for each in question.rulings if each.typed in ruled]
    question.rulings = stay + [Ruling(typed=each) for each in ruled if each not in accepted]
    rounds.touch(sitting)
    announce(db, RoundMoved(sitting.id))
    return None


def rule(name: OrderName, question: Question, accepted: tuple[str, ...], answer: str) -> Ruled:
    """The accepted answers of a question after an order to accept one, or to accept it no more."""
    change = rulings.accept if name is OrderName.ACCEPT else rulings.unaccept
    return change(question, accepted, answer)


def _set_door(db: Session, order: Order, sitting: Sitting, *, now: int) -> None:
    sitting.door_locked_at = now if order.name is OrderName.LOCK else None
    rounds.touch(sitting)
    announce(db, TeamsChanged(sitting.id))


def _change_team(db: Session, order: Order, sitting: Sitting, *, entry: Entry, now: int) -> Refused | None:
    match order.name:
        case OrderName.REMOVE:
            entry.removed_at, entry.name_key, entry.second_key = now, None, None
            announce(db, TeamRemoved(sitting.id, entry.id))
        case OrderName.RENAME:
            if refusal := _rename(db, order, entry):
                return refusal
        case _:
            if order.percent not in EXTRA_PERCENTS:
                return Refused("bad_extra", "Extra time is 0, 10, 25, 50 or 100 per cent.")
            entry.extra_percent = order.percent
    rounds.touch(sitting)
    # Everybody's picture may have it: a deadline, a place, or the name of the team next to one's own.
    announce(db, RoundMoved(sitting.id))
    announce(db, TeamsChanged(sitting.id, entry.id))
    return None


def _rename(db: Session, order: Order, entry: Entry) -> Refused | None:
    if refusal := joining.refuse_team_name(db, entry.sitting_id, order.team, renamed=entry.id):
        return refusal
    entry.team.name = names.tidy(order.team)
    entry.name_key, entry.second_key = joining.name_keys(order.team)
    return None
