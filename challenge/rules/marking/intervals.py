"""Sets of numbers between bounds: what the solutions of an inequality with one letter are. Exact, never floats."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

Bound = tuple[Fraction, bool] | None
"""Where an interval ends, and whether that number belongs to it; None where it doesn't end."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`."""

    low: Bound = None
    high: Bound = None

    def __str__(self) -> str:
        """As mathematicians write it: [2, 5) has 2 and not 5."""
        low = "(-∞" if self.low is None else f"{'[' if self.low[1] else '('}{self.low[0]}"
        high = "∞)" if self.high is None else f"{self.high[0]}{']' if self.high[1] else ')'}"
        return f"{low}, {high}"

    def is_empty(self) -> bool:
        """Whether no number is in it."""
        if self.low is None or self.high is None:
            return False
        return self.low[0] > self.high[0] or (self.low[0] == self.high[0] and not (self.low[1] and self.high[1]))


def meeting(intervals: Iterable[Interval]) -> Interval:
    """The numbers that are in all of them; there must be one."""
    return reduce(_both, intervals)


def joined(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The numbers that are in any of them, as intervals that don't touch, from the lowest on."""
    result: list[Interval] = []
    for interval in sorted((each for each in intervals if not each.is_empty()), key=_start):
        if result and _touch(result[-1], interval):
            result[-1] = Interval(result[-1].low, _higher(result[-1].high, interval.high))
        else:
            result.append(interval)
    return tuple(result)


def _both(one: Interval, other: Interval) -> Interval:
    low = max((each for each in (one.low, other.low) if each is not None), key=_rank_of_low, default=None)
    high = min((each for each in (one.high, other.high) if each is not None), default=None)
    return Interval(low, high)


def _rank_of_low(low: tuple[Fraction, bool]) -> tuple[Fraction, bool]:
    """Of two lower bounds at one number, the one without the number is higher."""
    return low[0], not low[1]


def _start(interval: Interval) -> tuple[bool, Fraction, bool]:
    """What sorts intervals by where they begin."""
    if interval.low is None:
        return False, Fraction(), False
    return True, *_rank_of_low(interval.low)


def _touch(one: Interval, following: Interval) -> bool:
    """Whether no number lies between an interval and one that doesn't begin before it."""
    if one.high is None or following.low is None:
        return True
    return one.high[0] > following.low[0] or (one.high[0] == following.low[0] and (one.high[1] or following.low[1]))


def _higher(one: Bound, other: Bound) -> Bound:
    return None if one is None or other is None else max(one, other)
