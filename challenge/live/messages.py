"""The whole wire on one page: every message that a client may send, parsed strictly.

A message names its sender by its connection, never by a field. What is not exactly as described here is refused by name
and changes nothing. What the server says is described in docs/protocol.md and drawn by `services/views`.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from challenge.rules.questions import Raw
from challenge.rules.refusal import Refused
from challenge.services.hosting import Order, OrderName

MOST_BYTES = 4_096
MOST_OPTIONS = 12
MOST_TEXT = 256
_ID = re.compile(r"[0-9A-Za-z-]{8,40}")
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""What JSON can say and neither a database nor a spreadsheet can hold: nothing, and halves of characters."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A team's answer to a question. The id is the phone's own, so a repeated one is known."""

    id: str
    question: int
    answer: Raw


@dataclass(frozen=True, slots=True)
class AskReading:
    """How do you read what we have typed so far?"""

    typed: str


@dataclass(frozen=True, slots=True)
class AskState:
    """Give me the full picture."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What time is it? `sent` comes back as it was."""

    sent: float


@dataclass(frozen=True, slots=True)
class Probed:
    """The reply to probe number n, by which the server measures the way to this phone."""

    n: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What would this ruling change? answer: the one that is accepted, or accepted no more."""

    name: OrderName
    question: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class WatchSitting:
    """A host's connection names the sitting that it is about."""

    sitting: int


@dataclass(frozen=True, slots=True)
class ShowSitting:
    """A big screen's connection brings its sitting's screen key."""

    key: str


Said = Answer | AskReading | AskState | Clock | Probed | Preview | Order | WatchSitting | ShowSitting
Check = Callable[[Any], bool]


def _id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 2**53


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MOST_TEXT and not _NO_TEXT.search(value)


def _raw(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) <= MOST_OPTIONS and all(_text(each) for each in value)
    return _text(value)


_PLAIN: dict[str, tuple[dict[str, Check], type[Any]]] = {
    "answer": ({"id": _id, "question": _int, "answer": _raw}, Answer),
    "reading": ({"typed": _text}, AskReading),
    "state": ({}, AskState),
    "clock": ({"sent": _number}, Clock),
    "probed": ({"n": _int}, Probed),
    "watch": ({"sitting": _int}, WatchSitting),
    "show": ({"key": _text}, ShowSitting),
}

_ORDERS: dict[OrderName, dict[str, Check]] = {
    **{name: {} for name in OrderName},
    OrderName.EXTEND: {"seconds": _int},
    OrderName.VOID: {"question": _int, "reason": _text},
    OrderName.UNVOID: {"question": _int},
    OrderName.ACCEPT: {"question": _int, "answer": _text},
    OrderName.UNACCEPT: {"question": _int, "answer": _text},
    OrderName.REMOVE: {"entry": _int},
    OrderName.RENAME: {"entry": _int, "team": _text},
    OrderName.EXTRA: {"entry": _int, "percent": _int},
}


def parse(name: str, data: Any) -> Said | Refused:
    """The message called `name`, or what is wrong with it."""
    if too_long(data):
        return Refused("too_long", "That message is too long.")
    if not isinstance(data, Mapping):
        return Refused("malformed", f"A {name} message is an object.")
    if name == "command":
        return _order(data)
    if name == "preview":
        return _preview(data)
    fields, kind = _PLAIN[name]
    if wrong := _wrong(data, fields):
        return wrong
    values = {**data}
    if isinstance(values.get("answer"), list):
        values["answer"] = tuple(values["answer"])
    said: Said = kind(**values)
    return said


def too_long(data: Any) -> bool:
    """Whether a message is longer than any honest one, every letter beyond plain English counted as six."""
    try:
        if len(orjson.dumps(data)) < MOST_BYTES // 6:
            return False
    except TypeError:
        pass
    return len(json.dumps(data, default=str)) > MOST_BYTES


def _order(data: Mapping[str, Any]) -> Order | Refused:
    name = data.get("name")
    if not isinstance(name, str) or name not in set(OrderName):
        return Refused("unknown_command", "There is no such command.")
    order = OrderName(name)
    fields: dict[str, Check] = {"id": _id, "version": _int, "name": _text, **_ORDERS[order]}
    return _wrong(data, fields) or Order(**{**data, "name": order})


def _preview(data: Mapping[str, Any]) -> Preview | Refused:
    name = data.get("name")
    if name == OrderName.VOID:
        return _wrong(data, {"name": _text, "question": _int}) or Preview(OrderName.VOID, data["question"])
    if name not in (OrderName.ACCEPT, OrderName.UNACCEPT):
        return Refused("malformed", "The field 'name' isn't as it should be.")
    fields: dict[str, Check] = {"name": _text, **_ORDERS[name]}
    return _wrong(data, fields) or Preview(OrderName(name), data["question"], data["answer"])


def _wrong(data: Mapping[str, Any], fields: Mapping[str, Check]) -> Refused | None:
    for name in data:
        if name not in fields:
            return Refused("unknown_field", f"There is no field {str(name)[:40]!r} in this message.")
    for name, check in fields.items():
        if name not in data:
            return Refused("missing_field", f"The field {name!r} is missing.")
        if not check(data[name]):
            return Refused("malformed", f"The field {name!r} isn't as it should be.")
    return None
