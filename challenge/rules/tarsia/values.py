"""What labels say: which of them say the same value, and so may touch.

Labels of one pair are equal because their author says so. Labels of different pairs are equal where the marking rules
read the same value in them, a sum worked out; what can't be read is equal only to the same text.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from challenge.rules.marking import Reading, read
from challenge.rules.marking.clock_time import DAY, NOON, Face, Time
from challenge.rules.marking.duration import Duration
from challenge.rules.marking.expression import Expression
from challenge.rules.marking.solutions import Solutions
from challenge.rules.marking.trees import worth
from challenge.rules.marking.typed import in_plain_maths, tidied
from challenge.rules.questions import Kind, Wanted
from challenge.rules.tarsia.labels import folded, typed
from challenge.rules.tarsia.sums import NUMBER, worked_out

READINGS_KEPT = 4_096

Pair = tuple[str, str]
"""The texts of two labels that belong together, in the authors' notation."""

_WANTED = Wanted()
_OTHER_KINDS = frozenset({"clock", "ratio", "point", "inequality", "equation", "solutions", "expression"})
"""What is no amount; every other kind is what an amount measures."""

_LETTERS = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_WORDS = re.compile(rf"{_LETTERS}{{2,}}(?:[ '-]{_LETTERS}+)*|{_LETTERS}(?:[ '-]{_LETTERS}+)+|.*{_LETTERS}{{3}}.*")
_LETTER_BEHIND = re.compile(r"-?[0-9./]+[a-fi-kn-oq-rt-z]")
_SEVERAL = re.compile(r"±|=.*(?:[,;]| or | and )")
_TERM = re.compile(r"([+-][0-9]+)([a-zA-Zπ]*)")
_SHARE_OF = re.compile(r"([0-9]+(?:/[0-9]+)?) of (?=.)")


@dataclass(frozen=True, slots=True)
class Value:
    """What a label says. kind: what it measures, `number`, `money` or another kind; equal values are the same."""

    kind: str
    worth: Hashable


class Likeness(Enum):
    """How two labels compare.

    OTHER_KIND: two amounts that can't be equal, such as 2 m and 2. UNKNOWN: one can't be read, or not beside the other.
    """

    EQUAL = "equal"
    UNEQUAL = "unequal"
    OTHER_KIND = "other kind"
    UNKNOWN = "unknown"


def classes(pairs: Sequence[Pair]) -> tuple[int, ...]:
    """The class of each pair: the number of the first pair that says the same value, or a value that leads to it."""
    leader = list(range(len(pairs)))
    owner: dict[Hashable, int] = {}
    for number, pair in enumerate(pairs):
        for value in values_of(pair):
            one, other = sorted((_first(leader, owner.setdefault(value, number)), _first(leader, number)))
            leader[other] = one
    return tuple(_first(leader, number) for number in range(len(pairs)))


def values_of(pair: Pair) -> frozenset[Hashable]:
    """All that a pair says: the value that both labels can have, else the likeliest of each; and both texts."""
    one, other = map(readings, pair)
    common = [value for value in one if value in other][:1]
    return frozenset([*(common or [*one[:1], *other[:1]]), *map(folded, pair)])


def compared(one: str, other: str) -> Likeness:
    """How two labels compare, whatever their author says."""
    here, there = readings(one), readings(other)
    if folded(one) == folded(other) or set(here) & set(there):
        return Likeness.EQUAL
    kinds, others = {value.kind for value in here}, {value.kind for value in there}
    if kinds & others:
        return Likeness.UNEQUAL
    return Likeness.OTHER_KIND if kinds - _OTHER_KINDS and others - _OTHER_KINDS else Likeness.UNKNOWN


@lru_cache(maxsize=READINGS_KEPT)
def readings(text: str) -> tuple[Value, ...]:
    """Every value that a label can have, the likeliest first; none where it is nothing but a text.

    2:30 is a time, but beside 1:15 a ratio; 3m is three metres, but beside m + m + m it is a product.
    """
    plain = tidied(typed(text))
    if not plain:
        return ()
    maths = in_plain_maths(plain)
    ways = _WAYS[::-1] if _LETTER_BEHIND.fullmatch(maths) else _WAYS
    return tuple(dict.fromkeys(value for way in ways for value in way(maths)))


def _first(leader: list[int], number: int) -> int:
    while leader[number] != number:
        number = leader[number]
    return number


def _amount(text: str) -> Iterable[Value]:
    found = worked_out(text)
    return [Value(found.measure, found.size)] if found else []


def _clock(text: str) -> Iterable[Value]:
    """A time of day; one on a clock's face may be in either half of the day."""
    found = read(Kind.TIME, text, _WANTED)
    if not isinstance(found, Time):
        return []
    times = [found.minutes, (found.minutes + NOON) % DAY] if found.face is Face.SHORT else []
    return [Value("clock", found.value), *(Value("clock", minutes) for minutes in times)]


def _ratio(text: str) -> Iterable[Value]:
    return _read("ratio", Kind.RATIO, text)


def _hours(text: str) -> Iterable[Value]:
    """1:30 as an hour and a half."""
    found = read(Kind.DURATION, text, _WANTED) if ":" in text else None
    return [Value("time", found.size)] if isinstance(found, Duration) else []


def _point(text: str) -> Iterable[Value]:
    return _read("point", Kind.COORDINATES, text) if text.startswith("(") and text.endswith(")") else []


def _inequality(text: str) -> Iterable[Value]:
    return [] if _WORDS.fullmatch(text) else _read("inequality", Kind.INEQUALITY, text)


def _equation(text: str) -> Iterable[Value]:
    return [] if _WORDS.fullmatch(text) else _read("equation", Kind.EQUATION, text)


def _solutions(text: str) -> Iterable[Value]:
    """Several solutions, or an equation by its own: x² = 49 says what x = ±7 says."""
    if _SEVERAL.search(text):
        found = read(Kind.SOLUTIONS, text, _WANTED)
        return [Value("solutions", (found.letter, found.numbers))] if isinstance(found, Solutions) else []
    return [Value("solutions", solved) for value in _equation(text) if (solved := _solved(str(value.worth)))]


def _solved(equation: str) -> tuple[str, tuple[Fraction, ...]] | None:
    """The letter of an equation, as the marking spells it, and what solves it, if these are one or two fractions."""
    terms = {name: int(number) for number, name in _TERM.findall(equation)}
    letters = set("".join(terms))
    letter = "".join(letters)
    if len(letters) != 1 or max(map(len, terms)) > 2:
        return None
    a, b, c = (terms.get(letter * power, 0) for power in (2, 1, 0))
    if not a:
        return letter, (Fraction(-c, b),)
    under = b * b - 4 * a * c
    root = isqrt(max(under, 0))
    if root * root != under:
        return None
    return letter, tuple(sorted({Fraction(-b - root, 2 * a), Fraction(-b + root, 2 * a)}))


def _expression(text: str) -> Iterable[Value]:
    """An expression, or the number that it comes to."""
    if "=" in text or _WORDS.fullmatch(text):
        return []
    found = read(Kind.EXPRESSION, _SHARE_OF.sub(r"(\1)*", text), _WANTED)
    if not isinstance(found, Expression):
        return []
    value = worth(found.tree)
    if value.is_number():
        return [Value(NUMBER, Fraction(value.top.get("", 0), value.below))]
    return [Value("expression", found.value)]


def _read(kind: str, way: Kind, text: str) -> Iterable[Value]:
    found = read(way, text, _WANTED)
    return [Value(kind, found.value)] if isinstance(found, Reading) else []


_WAYS: tuple[Callable[[str], Iterable[Value]], ...] = (
    _amount, _clock, _ratio, _hours, _point, _inequality, _solutions, _equation, _expression,
)  # fmt: skip
