"""Reading and marking coordinates: (2, −3), 2,-3 or x = 2, y = −3; two numbers, or three in space."""

import re
from dataclasses import dataclass
from fractions import Fraction

from challenge.rules.marking import forms
from challenge.rules.marking.entries import entries, said, understood, values_of, without_commas
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import Numeral
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

NO_POINT = Refused("unreadable", "Type coordinates as two numbers with a comma between, like (7, 11).")
WHICH_COMMA = Refused("unreadable", "Which comma parts the numbers? Type a semicolon there, like (7; 11).")

TURNED = "The other way round: across comes first, then up."
MIXED_UP = "Right numbers in another order: x, then y, then z."

_WITHOUT_BRACKETS = re.compile(r"(?:(?:[a-z] ?)?=? ?[(\[{])? ?([^()\[\]{}]*?) ?[)\]}]?")
_SEMICOLON = re.compile(" ?; ?")
_COMMA = re.compile(r" ?(?:,|(?<![a-z])and(?![a-z])) ?")
_DECIMAL = re.compile(r"[0-9],0[0-9]")
_TWO_WAYS = re.compile(r"[0-9],(?:0[0-9]|[0-9]{3}(?![0-9]))")
_NAMED = re.compile(r"([xyz]) ?= ?(.+)")
_BEFORE_A_NAME = re.compile(r"(?: ?(?:[;,]|and))? ?(?=[xyz] ?=)")


@dataclass(frozen=True, slots=True)
class Point(Reading):
    """numbers: x first, as the value has them too. typed: the same as they were typed."""

    numbers: tuple[Fraction, ...]
    typed: tuple[Numeral, ...]


def read(typed: str, _wanted: Wanted) -> Point | Refused:
    """The coordinates typed, or why they can't be read and how to mend them."""
    return understood(typed, _read, nothing=NO_POINT, unclear=NO_POINT)


def judge(key: Point, given: Point, wanted: Wanted) -> Judged:
    """Right if each number is, or is within the tolerance."""
    if _is_near(key.numbers, given.numbers, wanted):
        return Judged(Verdict.RIGHT)
    if len(key.numbers) == 2 and _is_near(key.numbers, given.numbers[::-1], wanted):
        return Judged(Verdict.WRONG, TURNED)
    return Judged(Verdict.WRONG, MIXED_UP if sorted(key.numbers) == sorted(given.numbers) else "")


def off_form(given: Point, _wanted: Wanted) -> str:
    """Whether a number is still to be worked out."""
    return forms.off_worked_out(given.typed)


def _is_near(key: tuple[Fraction, ...], given: tuple[Fraction, ...], wanted: Wanted) -> bool:
    tolerance = Fraction(wanted.tolerance or "0")
    return len(key) == len(given) and all(abs(one - other) <= tolerance for one, other in zip(key, given, strict=True))


def _read(text: str) -> Point | Refused:
    found = _WITHOUT_BRACKETS.fullmatch(text)
    if not found:
        return NO_POINT
    texts = _named(found[1]) if "=" in found[1] else _in_order(found[1])
    if isinstance(texts, Refused):
        return texts
    numbers = entries(texts, NO_POINT) if len(texts) in (2, 3) else NO_POINT
    if isinstance(numbers, Refused):
        return numbers
    values = tuple(values_of(numbers))
    named = zip("xyz", numbers, strict=False)
    return Point(
        values,
        f"({', '.join(map(without_commas, numbers))})",
        ", ".join(f"{name} is {said(number)}" for name, number in named),
        values,
        tuple(numbers),
    )


def _named(text: str) -> list[str] | Refused:
    """The numbers behind x =, y = and z =, in this order."""
    found = [_NAMED.fullmatch(piece) for piece in _BEFORE_A_NAME.split(text) if piece]
    numbers = {each[1]: each[2] for each in found if each}
    if len(numbers) < len(found) or "".join(sorted(numbers)) not in ("xy", "xyz"):
        return NO_POINT
    return [numbers[name] for name in sorted(numbers)]


def _in_order(text: str) -> list[str] | Refused:
    """The numbers between semicolons, which leave commas to the numbers, or else between commas."""
    if ";" in text:
        return _SEMICOLON.split(text)
    texts = _COMMA.split(text)
    return WHICH_COMMA if (_TWO_WAYS if len(texts) > 2 else _DECIMAL).search(text) else texts


WAY = Way(read, judge, off_form)
