"""Reading and marking how long something takes: 1h30 = 1:30 = 90 min = 1.5 hours.

1.30 could be 1 h 30 min or 1.3 hours, so it is asked for again. A time of day is another type.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from challenge.rules.marking import forms
from challenge.rules.marking.exact import near
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import Numeral, Shape, decimal, numeral
from challenge.rules.marking.typed import understood
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Units, Wanted
from challenge.rules.refusal import Refused

EXAMPLE = "1h 45 or 105 min"

NOT_A_DURATION = Refused("unreadable", f"We can't read that as a length of time. Try something like {EXAMPLE}.")
NOTHING = Refused("unreadable", f"Type a length of time first, like {EXAMPLE}.")
POINT_OR_COLON = Refused("unreadable", "Is that hours and minutes, or a decimal? Type it like 1h 45 or 1.75 hours.")
NO_UNIT = Refused("unreadable", "Type the number alone, without a unit.")
UNIT_MISSING = f"Type the unit as well, like {EXAMPLE}."


@dataclass(frozen=True, slots=True)
class Span:
    """A unit of time: how it is written after one and after several, its word, and how students spell it."""

    seconds: int
    one: str
    many: str
    word: str
    spellings: tuple[str, ...]


WEEK = Span(604_800, "week", "weeks", "week", ("week", "weeks", "wk", "wks"))
DAY = Span(86_400, "day", "days", "day", ("day", "days", "d"))
HOUR = Span(3_600, "h", "h", "hour", ("h", "hr", "hrs", "hour", "hours"))
MINUTE = Span(60, "min", "min", "minute", ("m", "min", "mins", "minute", "minutes"))
SECOND = Span(1, "s", "s", "second", ("s", "sec", "secs", "second", "seconds"))

# Months and years are not here: they have no fixed length.
_SPANS = {spelling: span for span in (WEEK, DAY, HOUR, MINUTE, SECOND) for spelling in span.spellings}
_NEXT = {HOUR: MINUTE, MINUTE: SECOND}

_NUMBER = r"[0-9.][0-9., /]*?"
_BARE = re.compile(rf"({_NUMBER})\.?")
_CLOCK = re.compile(r"([0-9]{1,3}) ?: ?([0-5][0-9])(?: ?: ?([0-5][0-9]))? ?(?:h|hrs?|hours?)?\.?", re.IGNORECASE)
_PIECE = re.compile(rf"({_NUMBER}) ?([a-z]+)\.?,? ?(?:and |& ?)?", re.IGNORECASE)
_LAST = re.compile(r"[0-5]?[0-9]")

_Piece = tuple[Numeral, Span]


@dataclass(frozen=True, slots=True)
class Duration(Reading):
    """value: seconds, or a bare number marked as such. size: the seconds or that number.

    numbers, spans: as they were typed, the longest unit first; no span where the number is bare.
    """

    size: Fraction
    numbers: tuple[Numeral, ...]
    spans: tuple[Span, ...]


def read(typed: str, wanted: Wanted) -> Duration | Refused:
    """The length of time typed, or why it can't be read and how to mend it."""
    return understood(typed, lambda text: _read(text, wanted), nothing=NOTHING, unclear=NOT_A_DURATION)


def judge(key: Duration, given: Duration, wanted: Wanted) -> Judged:
    """Equal lengths are right. A bare number is in the key's unit, if that has only one."""
    if not given.spans and len(key.spans) > 1:
        could_be = any(given.size * span.seconds == key.size for span in key.spans)
        return Judged(Verdict.FORM, UNIT_MISSING) if could_be else Judged(Verdict.WRONG)
    if given.spans and not key.spans:
        return Judged(Verdict.WRONG)
    unit = key.spans[-1].seconds if key.spans else 1
    typed_in = unit if given.spans else 1
    return forms.right_if(forms.is_near(key.size / unit, given.size / typed_in, wanted.tolerance))


def off_form(given: Duration, wanted: Wanted) -> str:
    """Whether the unit is missing, or a number is still to be worked out."""
    if wanted.units is Units.REQUIRED and not given.spans:
        return UNIT_MISSING
    return forms.off_worked_out(given.numbers)


def _read(text: str, wanted: Wanted) -> Duration | Refused:
    if found := _BARE.fullmatch(text):
        return _bare(numeral(found[1].strip(), NOT_A_DURATION))
    clock = _CLOCK.fullmatch(text)
    pieces = _on_a_clock(clock) if clock else _in_units(text)
    if isinstance(pieces, Refused):
        return pieces
    return NO_UNIT if wanted.units is Units.NONE else _duration(pieces)


def _bare(number: Numeral | Refused) -> Duration | Refused:
    if isinstance(number, Refused):
        return number
    if number.places == len("30"):
        return POINT_OR_COLON
    return Duration(("bare", number.value), number.written, number.words, near(number.value), (number,), ())


def _on_a_clock(found: re.Match[str]) -> list[_Piece]:
    """1:30 is hours and minutes, 1:30:00 seconds as well; what is 0 is left out."""
    counts = zip(found.groups(default="0"), (HOUR, MINUTE, SECOND), strict=True)
    pieces = [(decimal(int(count), ""), span) for count, span in counts]
    return [piece for piece in pieces if piece[0].value] or [pieces[1]]


def _in_units(text: str) -> list[_Piece] | Refused:
    """1 h 30 min, 1h30, 1½ hours: each unit once, the longest first, and only the last in parts."""
    pieces: list[_Piece] = []
    at = 0
    while found := _PIECE.match(text, at):
        at = found.end()
        piece = _piece(found)
        if isinstance(piece, Refused):
            return piece
        pieces.append(piece)
    if pieces and _LAST.fullmatch(text, at) and pieces[-1][1] in _NEXT:
        pieces.append((decimal(int(text[at:]), ""), _NEXT[pieces[-1][1]]))
        at = len(text)
    return pieces if at == len(text) and _is_in_order(pieces) else NOT_A_DURATION


def _piece(found: re.Match[str]) -> _Piece | Refused:
    span, number = _SPANS.get(found[2].lower()), numeral(found[1].strip(), NOT_A_DURATION)
    if span is None:
        return NOT_A_DURATION
    if isinstance(number, Refused):
        return number
    is_clock_like = number.places == len("30") and number.in_full.endswith("0") and number.in_full[-2] != "0"
    return POINT_OR_COLON if is_clock_like and span in _NEXT else (number, span)


def _is_in_order(pieces: list[_Piece]) -> bool:
    seconds = [span.seconds for _, span in pieces]
    whole = all(number.shape is Shape.WHOLE for number, _ in pieces[:-1])
    return whole and bool(pieces) and all(longer > shorter for longer, shorter in pairwise(seconds))


def _duration(pieces: list[_Piece]) -> Duration:
    size = sum((near(number.value) * span.seconds for number, span in pieces), start=Fraction(0))
    written = " ".join(f"{number.written} {span.one if number.value == 1 else span.many}" for number, span in pieces)
    words = " ".join(f"{number.words} {span.word}{'' if number.value == 1 else 's'}" for number, span in pieces)
    numbers, spans = zip(*pieces, strict=True)
    return Duration(size, written, words, size, numbers, spans)


WAY = Way(read, judge, off_form)
