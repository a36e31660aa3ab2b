"""What processes write to each other: the whole wire between them on one page.

An envelope is a JSON list `[1, process, news]`; each piece of news a list that begins with its kind. An empty envelope
says only that its sender lives. What comes in is read as strictly as if a stranger had sent it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from challenge.announcements import Fact, ResponseKept, RoundMoved, TeamRemoved, TeamsChanged
from challenge.live.presence import PresenceOf
from challenge.rules.questions import Raw

VERSION = 1
LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Look:
    """The sender lost some of its news: whoever hears this asks everything of the database again."""


News = Fact | PresenceOf
Sent = News | Look


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one process told the others at one time."""

    process: str
    news: tuple[Sent, ...]


def opening(process: str) -> bytes:
    """How every envelope of a process begins, so that it knows its own without reading them."""
    return f"[{VERSION},{json.dumps(process)},".encode()


def encode(process: str, news: Sequence[Sent]) -> bytes:
    """News as one envelope."""
    return opening(process) + json.dumps([_written(each) for each in news], separators=(",", ":")).encode() + b"]"


def decode(told: bytes) -> Envelope:
    """Read an envelope. Raises ValueError when any of it is not exactly as we write it."""
    try:
        version, process, news = _list(json.loads(told), 3)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if version != VERSION:
        raise ValueError(f"version {version!r:.20}")
    sender = _text(process)
    return Envelope(sender, tuple(_read(each, sender) for each in _list(news)))


def _written(news: Sent) -> list[Any]:
    match news:
        case ResponseKept(sitting_id, entry_id, question_id, raw, device_id):
            return ["kept", sitting_id, entry_id, question_id, raw, device_id]
        case RoundMoved(sitting_id):
            return ["moved", sitting_id]
        case TeamsChanged(sitting_id, entry_id):
            return ["teams", sitting_id, entry_id]
        case TeamRemoved(sitting_id, entry_id):
            return ["removed", sitting_id, entry_id]
        case PresenceOf(_, sitting_id, phones, screens, hosts):
            return ["here", sitting_id, [number for pair in phones.items() for number in pair], screens, hosts]
        case Look():
            return ["look"]
        case _:
            assert_never(news)


def _read(told: Any, sender: str) -> Sent:
    kind, *fields = _list(told) or [None]
    if not isinstance(kind, str) or (reader := _READERS.get(kind)) is None:
        raise ValueError(f"kind {kind!r:.20}")
    return reader(sender, fields)


def _kept(_sender: str, told: list[Any]) -> ResponseKept:
    sitting, entry, question, raw, device = _list(told, 5)
    return ResponseKept(_number(sitting), _number(entry), _number(question), _raw(raw), _number(device))


def _moved(_sender: str, told: list[Any]) -> RoundMoved:
    (sitting,) = _list(told, 1)
    return RoundMoved(_number(sitting))


def _teams(_sender: str, told: list[Any]) -> TeamsChanged:
    sitting, entry = _list(told, 2)
    return TeamsChanged(_number(sitting), None if entry is None else _number(entry))


def _removed(_sender: str, told: list[Any]) -> TeamRemoved:
    sitting, entry = _list(told, 2)
    return TeamRemoved(_number(sitting), _number(entry))


def _here(sender: str, told: list[Any]) -> PresenceOf:
    sitting, phones, screens, hosts = _list(told, 4)
    numbers = [_number(each) for each in _list(phones)]
    counts = dict(zip(numbers[::2], numbers[1::2], strict=True))
    return PresenceOf(sender, _number(sitting), counts, screens=_number(screens), hosts=_number(hosts))


def _look(_sender: str, told: list[Any]) -> Look:
    _list(told, 0)
    return Look()


_READERS: dict[str, Callable[[str, list[Any]], Sent]] = {
    "kept": _kept,
    "moved": _moved,
    "teams": _teams,
    "removed": _removed,
    "here": _here,
    "look": _look,
}


def _list(told: Any, length: int | None = None) -> list[Any]:
    if not isinstance(told, list) or length not in (None, len(told)):
        raise ValueError("not the list that it should be")
    return told


def _number(told: Any) -> int:
    # True is an int to isinstance.
    if type(told) is int and 0 <= told < LARGEST:
        return told
    raise ValueError("not a number that names or counts anything")


def _text(told: Any) -> str:
    if isinstance(told, str):
        return told
    raise ValueError("not a text")


def _raw(told: Any) -> Raw:
    return tuple(_text(each) for each in told) if isinstance(told, list) else _text(told)
