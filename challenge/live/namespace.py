"""The doorman: who is it, what do they say, hand it over, answer.

Handlers are registered on the Socket.IO server itself, without Flask's request context. Every failure is a named error
to the sender alone; a connection that can't prove who it is is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from socketio.exceptions import ConnectionRefusedError as Refusal

from challenge.live.broadcast import Broadcast
from challenge.live.frames import Frames, Message
from challenge.live.inbox import Inbox
from challenge.live.messages import (
    Answer,
    AskReading,
    AskState,
    Clock,
    Preview,
    Probed,
    Said,
    ShowSitting,
    WatchSitting,
    parse,
)
from challenge.live.rooms import HOST, PLAY, SCREEN, Member, Rooms
from challenge.rules.questions import CHOSEN
from challenge.rules.refusal import Refused
from challenge.services import access, hosting, joining, previews, sittings, views
from challenge.services.access import Action, ScreenIdentity, StaffIdentity, TeamIdentity
from challenge.services.hosting import Order
from challenge.services.responding import Arrival, Kept, Outcome
from challenge.services.transaction import Database, StorageTroubleError

FIRST_PROBES = 3
SAID = {
    PLAY: ("answer", "reading", "state", "clock", "probed"),
    HOST: ("command", "preview", "state", "clock"),
    SCREEN: ("state", "clock"),
}
"""What may be said in each namespace."""

Environ = dict[str, Any]
log: Any = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Doors:
    """What the doorman hands things over to."""

    server: Any
    frames: Frames
    database: Database
    rooms: Rooms
    inbox: Inbox
    broadcast: Broadcast
    now: Callable[[], int]
    most_credit_ms: int
    pass_of: Callable[[Environ], str | None]
    staff_of: Callable[[Environ], StaffIdentity | None]


def register(doors: Doors) -> None:
    """Open the three namespaces."""
    identify = {PLAY: _team, HOST: _host, SCREEN: _screen}
    for namespace, names in SAID.items():
        doors.server.on("connect", _connector(doors, namespace, identify[namespace]), namespace=namespace)
        doors.server.on("disconnect", _leaver(doors, namespace), namespace=namespace)
        for name in names:
            doors.server.on(name, _listener(doors, name, namespace=namespace), namespace=namespace)
        doors.server.on("*", _stranger(doors, namespace), namespace=namespace)


def _connector(doors: Doors, namespace: str, identify: Callable[[Doors, Environ, Any], Member]) -> Callable[..., None]:
    def connect(sid: str, environ: Any = None, auth: Any = None, *_more: Any) -> None:
        if doors.rooms.member(sid):
            # The library hands a message called "connect" to this handler too, with an environ of the sender's making.
            _refuse_unknown(doors, sid, namespace, name="connect")
            return
        try:
            member = identify(doors, environ, {} if auth is None else auth)
        except Refusal:
            raise
        except Exception as error:
            # The library calls a handler again without `auth` on some errors; nothing but a refusal may leave here.
            if not isinstance(error, StorageTroubleError):
                log.exception("a connection could not be identified", namespace=namespace)
            raise Refusal("We can't let you in just now. Try again in a moment.", {"code": "trouble"}) from error
        doors.rooms.enter(sid, member)
        doors.frames.opened(sid, environ, namespace)
        if isinstance(member.identity, TeamIdentity):
            _probe(doors, sid, member)
        doors.broadcast.presence_changed(member.sitting_id, member.entry_id)
        _guarded(doors, sid, namespace, lambda: _tell_state(doors, sid, member))

    return connect


def _leaver(doors: Doors, namespace: str) -> Callable[..., None]:
    def disconnect(sid: str, *_reason: Any) -> None:
        if doors.server.manager.is_connected(sid, namespace):
            # A message called "disconnect": its sender would count as gone and hear everything all the same.
            _refuse_unknown(doors, sid, namespace, name="disconnect")
            return
        doors.frames.closed(sid)
        if member := doors.rooms.leave(sid, now=doors.now()):
            doors.broadcast.presence_changed(member.sitting_id, member.entry_id)

    return disconnect


def _listener(doors: Doors, name: str, *, namespace: str) -> Callable[..., None]:
    def said(sid: str, *data: Any) -> None:
        member = doors.rooms.member(sid)
        if member is None:
            return
        if member.speaks_too_often(doors.now()):
            _refuse(
                doors, sid, namespace, refusal=Refused("busy", "That's a lot at once. Wait a second."), id_=_id_of(data)
            )
            return
        _guarded(doors, sid, namespace, lambda: _heard(doors, sid, member, name=name, data=data))

    return said


def _heard(doors: Doors, sid: str, member: Member, *, name: str, data: tuple[Any, ...]) -> None:
    message = parse(name, data[0] if len(data) == 1 else None)
    if isinstance(message, Refused):
        _refuse(doors, sid, member.namespace, refusal=message, id_=_id_of(data))
    else:
        _do(doors, sid, member, message=message)


def _stranger(doors: Doors, namespace: str) -> Callable[..., None]:
    def said(*told: Any) -> None:
        # The library calls with (name, sid, …); a message that is itself called "*" comes as (sid, …).
        named = len(told) > 1 and isinstance(told[1], str) and doors.rooms.member(told[1]) is not None
        name, sid = told[:2] if named else ("*", told[0])
        _refuse_unknown(doors, sid, namespace, name=name)

    return said


def _refuse_unknown(doors: Doors, sid: str, namespace: str, *, name: Any) -> None:
    _refuse(doors, sid, namespace, refusal=Refused("unknown", f"There is no message called {str(name)[:40]!r} here."))


def _do(doors: Doors, sid: str, member: Member, *, message: Said) -> None:
    match message:
        case AskReading(typed):
            _tell_reading(doors, sid, member, typed=typed)
        case AskState():
            _tell_state(doors, sid, member)
        case Clock(sent):
            doors.frames.tell(Message(member.namespace, "clock", {"sent": sent, "now": doors.now()}), sid)
            if member.namespace == PLAY:
                _probe(doors, sid, member)
        case Probed(n):
            _measured(doors, sid, member, n=n)
        case Answer() if isinstance(member.identity, TeamIdentity):
            _answer(doors, sid, member, by=member.identity, message=message)
        case Order() if isinstance(member.identity, StaffIdentity):
            _order(doors, sid, member, by=member.identity, order=message)
        case Preview():
            _preview(doors, sid, member, message=message)


def _team(doors: Doors, environ: Environ, _auth: Any) -> Member:
    secret = doors.pass_of(environ)
    with doors.database.reading() as db:
        identity = joining.identify(db, secret) if secret else None
    if identity is None:
        raise Refusal("We don't know this phone yet. Join with the round code.")
    return Member(identity, PLAY, identity.sitting_id)


def _host(doors: Doors, environ: Environ, auth: Any) -> Member:
    staff, asked = doors.staff_of(environ), parse("watch", auth)
    if staff is None or not isinstance(asked, WatchSitting):
        raise Refusal("Sign in to host this round.")
    with doors.database.reading() as db:
        if refusal := access.refuse(db, staff, Action.RUN_SITTING, sitting_id=asked.sitting):
            raise Refusal(refusal.message)
        if not sittings.exists(db, asked.sitting):
            raise Refusal("There is no such round.")
    return Member(staff, HOST, asked.sitting)


def _screen(doors: Doors, _environ: Environ, auth: Any) -> Member:
    asked = parse("show", auth)
    with doors.database.reading() as db:
        sitting_id = sittings.by_screen_key(db, asked.key) if isinstance(asked, ShowSitting) else None
    if sitting_id is None:
        raise Refusal("This big screen's address isn't right. Open it from the host's console.")
    return Member(ScreenIdentity(sitting_id), SCREEN, sitting_id)


def _tell_state(doors: Doors, sid: str, member: Member) -> None:
    with doors.database.reading() as db:
        match member.identity:
            case TeamIdentity(entry_id=entry_id):
                state = doors.broadcast.phone_state(db, entry_id, member.sitting_id)
            case StaffIdentity():
                state = doors.broadcast.host_state(db, member.sitting_id)
            case ScreenIdentity():
                state = doors.broadcast.screen_state(db, member.sitting_id)
    if state is not None:
        doors.frames.tell(Message(member.namespace, "state", state), sid)


def _tell_reading(doors: Doors, sid: str, member: Member, *, typed: str) -> None:
    # From what this process knows anyway: a phone asks this while its team types, in a hall ten thousand times over.
    question = doors.broadcast.question(member.sitting_id)
    if question is not None and question.kind not in CHOSEN:
        doors.frames.tell(Message(PLAY, "reading", {"typed": typed, **views.reading(question, typed)}), sid)


def _answer(doors: Doors, sid: str, member: Member, *, by: TeamIdentity, message: Answer) -> None:
    def reply(outcome: Outcome) -> None:
        if isinstance(outcome, Kept):
            kept = {"id": outcome.message_id, "question": outcome.question_id, "answer": outcome.raw}
            doors.frames.tell(Message(PLAY, "kept", kept), sid)
        else:
            _refuse(doors, sid, PLAY, refusal=outcome, id_=message.id)

    arrival = Arrival(
        by=by,
        message_id=message.id,
        question_id=message.question,
        raw=message.answer,
        received_at=doors.now(),
        credit_ms=member.credit_ms(doors.most_credit_ms),
    )
    doors.inbox.put(arrival, reply)


def _order(doors: Doors, sid: str, member: Member, *, by: StaffIdentity, order: Order) -> None:
    with doors.database.transaction() as db:
        outcome = hosting.obey(db, order, by=by, sitting_id=member.sitting_id, now=doors.now())
    if isinstance(outcome, Refused):
        _refuse(doors, sid, HOST, refusal=outcome, id_=order.id)
        if outcome.code == "stale":
            _tell_state(doors, sid, member)
        return
    doors.frames.tell(Message(HOST, "done", {"id": order.id, "version": outcome.version}), sid)


def _preview(doors: Doors, sid: str, member: Member, *, message: Preview) -> None:
    with doors.database.reading() as db:
        preview = previews.preview(
            db, member.sitting_id, message.name, question=message.question, answer=message.answer
        )
    if isinstance(preview, Refused):
        _refuse(doors, sid, HOST, refusal=preview)
        return
    doors.frames.tell(Message(HOST, "preview", preview), sid)


def _probe(doors: Doors, sid: str, member: Member) -> None:
    if member.probe is not None:
        return
    member.probes += 1
    member.probe = (member.probes, doors.now())
    doors.frames.tell(Message(PLAY, "probe", {"n": member.probes}), sid)


def _measured(doors: Doors, sid: str, member: Member, *, n: int) -> None:
    if member.probe is None or member.probe[0] != n:
        return
    member.measured(doors.now() - member.probe[1])
    member.probe = None
    if len(member.pings) < FIRST_PROBES:
        _probe(doors, sid, member)


def _guarded(doors: Doors, sid: str, namespace: str, work: Callable[[], None]) -> None:
    try:
        work()
    except StorageTroubleError as trouble:
        doors.broadcast.trouble(str(trouble))
        message = str(trouble) if namespace == HOST else "We can't reach our records just now. We'll try again."
        _refuse(doors, sid, namespace, refusal=Refused("storage", message))
    except Exception:
        log.exception("a message could not be handled", namespace=namespace)
        _refuse(doors, sid, namespace, refusal=Refused("broken", "Something went wrong on our side. Try again."))


def _refuse(doors: Doors, sid: str, namespace: str, *, refusal: Refused, id_: str | None = None) -> None:
    told = {"id": id_, "code": refusal.code, "message": refusal.message}
    doors.frames.tell(Message(namespace, "refused", told), sid)


def _id_of(data: tuple[Any, ...]) -> str | None:
    """The id of a refused message, where it has one, so that its sender knows which it was."""
    given = data[0].get("id") if len(data) == 1 and isinstance(data[0], dict) else None
    return given[:40] if isinstance(given, str) else None
