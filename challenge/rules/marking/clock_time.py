"""Reading and marking a time of day: 14:30 = 2:30 pm = 2.30pm = 1430.

2:30 without am or pm is a time on a clock face. 2.30 alone could be a decimal, so it is asked for again. How long
something takes is another type.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from challenge.rules.marking import forms, spoken
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.typed import understood
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

EXAMPLE = "9:05 am or 21:05"

NOT_A_TIME = Refused("unreadable", f"We can't read that as a time of day. Try something like {EXAMPLE}.")
NOTHING = Refused("unreadable", f"Type a time first, like {EXAMPLE}.")
WITH_A_COLON = Refused("unreadable", f"Type the time with a colon, like {EXAMPLE}.")
NO_SUCH_TIME = Refused("unreadable", f"There is no such time. Check it, then type it like {EXAMPLE}.")
WHICH_HALF = "Morning or afternoon? Add am or pm."

NOON = 12 * 60
DAY = 24 * 60

_NAMED = {"noon": NOON, "12 noon": NOON, "midday": NOON, "midnight": 0, "12 midnight": 0}
_HALF = r" ?(?P<half>[ap])\.? ?m\.?"
_HOURS = r"(?: ?(?:h|hrs?|hours?))?\.?"
_WITH_HALF = re.compile(rf"(?P<hour>[0-9]{{1,2}}?)(?: ?[.:]? ?(?P<minute>[0-9]{{2}})| ?o'? ?clock)?{_HALF}")
_WITH_COLON = re.compile(rf"(?P<hour>[0-9]{{1,2}}) ?: ?(?P<minute>[0-9]{{2}}){_HOURS}")
_FOUR_DIGITS = re.compile(rf"(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}}){_HOURS}")
_O_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2}) ?o'? ?clock\.?")
_NO_COLON = re.compile(rf"(?:[0-9]{{1,3}}|[0-9]{{1,2}} ?[.,;-] ?[0-9]{{2}}){_HOURS}")


class Face(StrEnum):
    """How much a time tells.

    FULL: the half of the day as well. SHORT: 2:30, as on a clock face. PADDED: 02:30, the morning by the 24-hour clock,
    though one who means the afternoon may type it, too.
    """

    FULL = "full"
    SHORT = "short"
    PADDED = "padded"


@dataclass(frozen=True, slots=True)
class Time(Reading):
    """value: minutes after midnight, or those of a face. minutes: 0 to 1439, by the 24-hour clock."""

    minutes: int
    face: Face


def read(typed: str, _wanted: Wanted) -> Time | Refused:
    """The time of day typed, or why it can't be read and how to mend it."""
    return understood(typed, _read, nothing=NOTHING, unclear=NOT_A_TIME)


def judge(key: Time, given: Time, _wanted: Wanted) -> Judged:
    """Equal times are right. A key on a clock face is in either half of the day; an answer on one must say which."""
    if key.minutes == given.minutes:
        return Judged(Verdict.RIGHT)
    is_same_face = (key.minutes - given.minutes) % NOON == 0
    if is_same_face and key.face is not Face.SHORT and given.face is not Face.FULL:
        return Judged(Verdict.FORM, WHICH_HALF)
    return forms.right_if(is_same_face and key.face is Face.SHORT)


def _read(text: str) -> Time | Refused:
    text = text.lower()
    if text in _NAMED:
        return _time(_NAMED[text], Face.FULL, text)
    for pattern, read_as in _READERS:
        if found := pattern.fullmatch(text):
            return read_as(found)
    return WITH_A_COLON if _NO_COLON.fullmatch(text) else NOT_A_TIME


def _with_half(found: re.Match[str]) -> Time | Refused:
    """2:30 pm, 2pm, 2.30pm; 14:30 pm says the same twice."""
    hour, minute, is_pm = int(found["hour"]), int(found["minute"] or 0), found["half"] == "p"
    if minute > 59 or hour > 23 or (hour > 12 and not is_pm) or (hour == 0 and is_pm):
        return NO_SUCH_TIME
    minutes = hour % 12 * 60 + minute + (NOON if is_pm else 0)
    return _time(minutes, Face.FULL, f"{hour}:{minute:02} {'pm' if is_pm else 'am'}")


def _on_24_hours(found: re.Match[str]) -> Time | Refused:
    """1430; 1030 is in the morning, and is written so, since 10:30 need not be."""
    time, hour = _by_the_clock(found, Face.FULL), int(found["hour"])
    if isinstance(time, Refused) or not 10 <= hour <= 12:
        return time
    return replace(time, written=f"{time.written} {'pm' if hour == 12 else 'am'}")


def _with_colon(found: re.Match[str]) -> Time | Refused:
    hour = found["hour"]
    if not 1 <= int(hour) <= 12:
        return _by_the_clock(found, Face.FULL)
    return _by_the_clock(found, Face.PADDED if hour.startswith("0") else Face.SHORT)


def _by_the_clock(found: re.Match[str], face: Face) -> Time | Refused:
    hour, minute = int(found["hour"]), int(found["minute"])
    minutes = hour * 60 + minute
    if minute > 59 or minutes > DAY:
        return NO_SUCH_TIME
    return _time(minutes % DAY, face, f"{found['hour']}:{found['minute']}")


def _o_clock(found: re.Match[str]) -> Time | Refused:
    hour = int(found["hour"])
    return _time(hour * 60, Face.SHORT, f"{hour}:00") if 1 <= hour <= 12 else NO_SUCH_TIME


def _time(minutes: int, face: Face, written: str) -> Time:
    return Time(("face", minutes) if face is Face.SHORT else minutes, written, _said(minutes, face), minutes, face)


def _said(minutes: int, face: Face) -> str:
    hour, minute = divmod(minutes, 60)
    on_the_face = spoken.whole((hour - 1) % 12 + 1)
    oh = "oh " if minute < 10 else ""
    clock = f"{on_the_face} {oh}{spoken.whole(minute)}" if minute else f"{on_the_face} o'clock"
    if face is Face.SHORT:
        return clock
    if minutes in (0, NOON):
        return "midnight" if minutes == 0 else "twelve noon"
    return f"{clock} {next(words for until, words in _PARTS_OF_THE_DAY if minutes < until)}"


_PARTS_OF_THE_DAY = (
    (NOON, "in the morning"),
    (18 * 60, "in the afternoon"),
    (22 * 60, "in the evening"),
    (DAY, "at night"),
)
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Time | Refused]], ...] = (
    (_WITH_HALF, _with_half),
    (_WITH_COLON, _with_colon),
    (_FOUR_DIGITS, _on_24_hours),
    (_O_CLOCK, _o_clock),
)

WAY = Way(read, judge)
