"""Answers as the questions of several strands ask for them: money, measures, numbers, clock times and lengths of time.

Some are typed and some are to choose from, by the dice, so that a set doesn't feel like drill. This module must not
know any topic.
"""

import random
from collections.abc import Callable, Sequence
from fractions import Fraction

from challenge.catalogue.generators.making import (
    Answer,
    Fields,
    Number,
    distinct,
    in_pounds,
    money,
    one_of,
    plain,
    plain_or_over,
    shown,
    typed,
)

Slip = tuple[Number, str]
"""A wrong value and what leads to it."""

TO_CHOOSE_IN_TEN = 4


def money_asked(dice: random.Random, pence: Number, *slips: Slip) -> Fields:
    """An amount of money, in pence; slips that nobody could pay are left out."""
    wrong = [(value, why) for value, why in slips if value > 0 and Fraction(value).denominator == 1]
    return _either(dice, "money", pence, wrong, key=in_pounds, option=money)


def measure_asked(dice: random.Random, value: Number, unit: str, *slips: Slip, **asked: str) -> Fields:
    """A measure in `unit`, such as 350 g; slips that have no end as a decimal are left out."""
    wrong = [slip for slip in slips if slip[0] > 0 and _ends(slip[0])]
    return _either(
        dice,
        "quantity",
        value,
        wrong,
        key=lambda each: f"{plain(each)} {unit}",
        option=lambda each: measure(each, unit),
        **asked,
    )


def number_asked(dice: random.Random, value: Number, *slips: Slip, unit: str = "", **asked: str) -> Fields:
    """A number; `unit` is printed beside the field, or stands in the options. 1 of a unit in the plural is left out."""
    wrong = [slip for slip in slips if _ends(slip[0]) and not (slip[0] == 1 and unit.endswith("s"))]
    if unit:
        asked["unit"] = unit
    return _either(dice, "number", value, wrong, key=plain_or_over, option=lambda each: measure(each, unit), **asked)


def time_asked(
    dice: random.Random, minutes: int, *slips: tuple[int, str], write: Callable[[int], str] | None = None
) -> Fields:
    """A time of day, in minutes after midnight."""
    written = write or clock
    wrong = [(each % 1440, why) for each, why in slips]
    return _either(
        dice, "time", minutes, wrong, key=lambda each: written(int(each)), option=lambda each: written(int(each))
    )


def duration_asked(dice: random.Random, minutes: int, *slips: tuple[int, str]) -> Fields:
    """A length of time, in minutes."""
    wrong = [slip for slip in slips if slip[0] > 0]
    return _either(
        dice,
        "duration",
        minutes,
        wrong,
        key=lambda each: _in_short(int(each)),
        option=lambda each: length_of_time(int(each)),
    )


def typed_measure(value: Number, unit: str, *slips: Slip, **asked: str) -> Fields:
    """A measure to type, such as 350 g; slips as (value, because) in the same unit."""
    wrong = [_answer(each, why, lambda size: f"{plain(size)} {unit}") for each, why in slips if _ends(each)]
    return typed("quantity", _answer(value, "", lambda size: f"{plain(size)} {unit}"), *wrong, **asked)


def measure(value: Number, unit: str) -> str:
    """A measure as a sentence has it: 1,500 ml, 45%, 60°, £120, £1.50, −£5, 12."""
    if unit == "£":
        return f"{'−' if value < 0 else ''}£{shown(abs(Fraction(value)), 2 if value % 1 else 0)}"
    return f"{shown(value)}{'' if unit in ('', '%', '°') else ' '}{unit}"


def clock(minutes: int) -> str:
    """Minutes after midnight as a timetable has them: 9:05, 14:30."""
    return f"{minutes // 60}:{minutes % 60:02}"


def clock_of_twelve(minutes: int) -> str:
    """Minutes after midnight with am or pm: 9:05 am, 2:30 pm."""
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02} {'am' if minutes < 720 else 'pm'}"


def length_of_time(minutes: int) -> str:
    """Minutes in words: 45 minutes, 2 hours, 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    return " ".join([*parts, counted(rest, "minute")] if rest or not hours else parts)


def counted(count: Number, noun: str, several: str = "") -> str:
    """A number with its noun: 1 hour, 3 hours, 2 boxes."""
    return f"{shown(count)} {noun if count == 1 else several or noun + 's'}"


def _either(
    dice: random.Random,
    kind: str,
    value: Number,
    slips: Sequence[Slip],
    *,
    key: Callable[[Number], str],
    option: Callable[[Number], str],
    **asked: str,
) -> Fields:
    """To choose four times in ten where three slips differ, otherwise typed."""
    wrong = distinct(Fraction(value), [_answer(each, why, option) for each, why in slips])
    if dice.randrange(10) < TO_CHOOSE_IN_TEN and len(wrong) >= 3:
        return one_of(dice, _answer(value, "", option), *wrong)
    return typed(kind, _answer(value, "", key), *(_answer(each, why, key) for each, why in slips), **asked)


def _answer(value: Number, slip: str, write: Callable[[Number], str]) -> Answer:
    return Answer(Fraction(value), write(value), slip)


def _in_short(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def _ends(value: Number) -> bool:
    """Whether a value has an end as a decimal, and soon enough to be typed."""
    return (Fraction(value) * 10_000).denominator == 1
