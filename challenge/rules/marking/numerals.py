"""Plain numerals as students type them: whole numbers, decimals, fractions and mixed numbers, without sign or unit.

What could be read in two ways is not read at all. It must not know units, roots or powers.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import gcd

from challenge.rules.marking import spoken
from challenge.rules.marking.exact import Exact, is_negative, scaled
from challenge.rules.marking.typed import MINUS
from challenge.rules.refusal import Refused

ZERO_BELOW = Refused("unreadable", "A fraction can't have 0 at the bottom. Check it, then send it again.")

WHOLE = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)"
"""A whole number, with or without commas."""

_GROUPED = rf"(?:[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+|{WHOLE})"
_DECIMAL = re.compile(rf"(?=.)({_GROUPED})?(?:\.([0-9]+))?")
_COMMA = re.compile(r"(0|[1-9][0-9]*),([0-9]+)")
_FRACTION = re.compile(rf"({WHOLE}) ?/ ?(-?) ?({WHOLE})")
_MIXED = re.compile(rf"({_GROUPED}) ([1-9][0-9]*) ?/ ?([0-9]+)")


class Shape(StrEnum):
    """How a number was typed."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    FRACTION = "fraction"
    MIXED = "mixed"
    PERCENT = "percent"
    STANDARD = "standard"
    POWER = "power"
    ROOT = "root"
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it was typed, in the unit in which it was typed.

    written: tidy, so .50 is 0.5; in_full: the same with every place that was typed. lowest: whether nothing can be
    cancelled or taken out of a root. worked_out: whether no division is left to do: 84/7 is the calculation whose
    result is 12. places: digits after the point. figures: the fewest and the most significant figures that it may have:
    3400 has two to four.
    """

    value: Exact
    shape: Shape
    written: str
    words: str
    in_full: str = ""
    lowest: bool = True
    worked_out: bool = True
    places: int = 0
    figures: tuple[int, int] = (0, 0)


def numeral(digits: str, unclear: Refused) -> Numeral | Refused:
    """The number in a text of digits, `.` `,` `/` and spaces; `unclear` where there is none, or two."""
    if found := _DECIMAL.fullmatch(digits) or _COMMA.fullmatch(digits):
        return decimal(as_whole(found[1] or "0"), found[2] or "")
    if found := _FRACTION.fullmatch(digits):
        return _fraction(as_whole(found[1]), as_whole(found[3]), sign=found[2])
    if found := _MIXED.fullmatch(digits):
        return _mixed(as_whole(found[1]), int(found[2]), below=int(found[3]), unclear=unclear)
    return unclear


def as_whole(digits: str) -> int:
    """The whole number in digits that were grouped by commas or spaces."""
    return int(digits.replace(",", "").replace(" ", ""))


def decimal(whole: int, places: str) -> Numeral:
    """A decimal, or a whole number where there are no places."""
    kept = places.rstrip("0")
    written = f"{whole:,}.{kept}" if kept else f"{whole:,}"
    counting = f"{whole}{places}".lstrip("0")
    return Numeral(
        Fraction(int(f"{whole}{kept}"), 10 ** len(kept)),
        Shape.DECIMAL if places else Shape.WHOLE,
        written,
        spoken.decimal(whole, kept),
        in_full=f"{whole:,}.{places}" if places else written,
        places=len(places),
        figures=(len(counting) if places else len(counting.rstrip("0")), len(counting)),
    )


def signed(number: Numeral, sign: str) -> Numeral:
    """The number with the sign that stood before it: `-`, `+` or nothing."""
    if sign == "-":
        number = replace(number, value=scaled(number.value, Fraction(-1)))
    if not is_negative(number.value):
        return number
    return replace(
        number,
        written=f"{MINUS}{number.written}",
        in_full=f"{MINUS}{number.in_full}",
        words=f"minus {number.words}",
    )


def _fraction(above: int, below: int, *, sign: str) -> Numeral | Refused:
    if below == 0:
        return ZERO_BELOW
    return Numeral(
        Fraction(-above if sign else above, below),
        Shape.FRACTION,
        f"{above}/{below}",
        spoken.fraction(above, below),
        in_full=f"{above}/{below}",
        lowest=gcd(above, below) == 1 < below,
        worked_out=below == 1 or above % below > 0,
    )


def _mixed(whole: int, above: int, *, below: int, unclear: Refused) -> Numeral | Refused:
    """A whole number and a proper fraction; 2 5/3 may have been meant as 25/3, so it is asked for again."""
    if below == 0:
        return ZERO_BELOW
    if above >= below:
        return unclear
    if whole == 0:
        return _fraction(above, below, sign="")
    written = f"{whole} {above}/{below}"
    words = spoken.mixed(whole, above, below)
    lowest = gcd(above, below) == 1
    return Numeral(whole + Fraction(above, below), Shape.MIXED, written, words, in_full=written, lowest=lowest)
