"""Reading and marking a ratio: 2:3, 2 to 3, 1:1.5. All parts may be scaled alike; their order counts."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from challenge.rules.marking.entries import entries, understood, values_of
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import Numeral, Shape
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

MOST_PARTS = 5

NOT_A_RATIO = Refused("unreadable", "Type a ratio with a colon between its numbers, like 7 : 11. Leave out units.")
TOO_MANY_PARTS = Refused("unreadable", f"A ratio has {MOST_PARTS} numbers at most. Check it, then send it again.")
BELOW_NOUGHT = Refused("unreadable", "A ratio has no minus in it, and not only noughts. Check it, then send it again.")

SIMPLEST = "Write it in its simplest form: whole numbers that have no factor in common."
ONE_FIRST = "Make the first number 1."
TURNED = "The other way round: keep the order of the question."
MIXED_UP = "Right numbers in another order: keep the order of the question."

_COLON = re.compile(" ?(?:[:\N{RATIO}]|(?:is )?to) ?")


@dataclass(frozen=True, slots=True)
class Ratio(Reading):
    """numbers: as they were typed. parts: in lowest terms, which all ratios that are scaled alike share."""

    numbers: tuple[Numeral, ...]
    parts: tuple[int, ...]


def read(typed: str, _wanted: Wanted) -> Ratio | Refused:
    """The ratio typed, or why it can't be read and how to mend it."""
    return understood(typed, _read, nothing=NOT_A_RATIO, unclear=NOT_A_RATIO)


def judge(key: Ratio, given: Ratio, _wanted: Wanted) -> Judged:
    """Right if one is the other scaled."""
    if key.parts == given.parts:
        return Judged(Verdict.RIGHT)
    if len(key.numbers) == 2 and key.parts == given.parts[::-1]:
        return Judged(Verdict.WRONG, TURNED)
    return Judged(Verdict.WRONG, MIXED_UP if sorted(key.parts) == sorted(given.parts) else "")


def off_form(given: Ratio, wanted: Wanted) -> str:
    """What keeps it from the asked form."""
    if wanted.form == "simplest" and not _is_simplest(given):
        return SIMPLEST
    if wanted.form == "1:n" and given.numbers[0].written != "1":
        return ONE_FIRST
    return ""


def _is_simplest(given: Ratio) -> bool:
    whole = all(number.shape is Shape.WHOLE for number in given.numbers)
    return whole and tuple(number.value for number in given.numbers) == given.parts


def _read(text: str) -> Ratio | Refused:
    texts = _COLON.split(text)
    if len(texts) < 2:
        return NOT_A_RATIO
    if len(texts) > MOST_PARTS:
        return TOO_MANY_PARTS
    numbers = entries(texts, NOT_A_RATIO)
    if isinstance(numbers, Refused):
        return numbers
    values = values_of(numbers)
    if min(values) < 0 or not any(values):
        return BELOW_NOUGHT
    parts = _lowest(values)
    written = [number.written for number in numbers]
    return Ratio(parts, ":".join(written), " to ".join(written), tuple(numbers), parts)


def _lowest(values: list[Fraction]) -> tuple[int, ...]:
    """The same ratio in whole numbers that have no factor in common."""
    below = lcm(*(value.denominator for value in values))
    scaled = [int(value * below) for value in values]
    shared = gcd(*scaled)
    return tuple(part // shared for part in scaled)


WAY = Way(read, judge, off_form)
