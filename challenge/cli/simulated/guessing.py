"""What somebody writes down who has no idea: an answer that can be read, in the form that is asked for.

Pure. A question comes as phones see it (`round.question` of a state); answers are raw, as phones send them. It must not
know any key.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from challenge.rules.questions import Kind

Asked = Mapping[str, Any]
Answer = str | list[str]

MOST = 20
MOST_SHOWN = 100_000
MINUTES_OF_A_DAY = 24 * 60

_TAG = re.compile(r"<[^>]*>")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WORDS = re.compile(r"[A-Za-z]{4,}")
_LETTERS = re.compile(r"<mi>([a-z])</mi>")
_UNITS = re.compile(r"[0-9] ?(mm|cm|m|km|g|kg|ml|litres|miles|mph|km/h|m/s|°C|°)(?![a-z²³/])")
_ROUNDED = re.compile(r"([0-9]+) (dp|sf)")


def guess(asked: Asked, chance: Random) -> Answer:
    """An answer of the right shape by somebody who has no idea."""
    ids = [each["id"] for each in asked["options"]]
    match asked["kind"]:
        case Kind.CHOICE | Kind.TRUTH:
            return str(chance.choice(ids))
        case Kind.CHOICES:
            return sorted(chance.sample(ids, chance.randint(1, max(1, len(ids) - 1))))
        case Kind.ORDER:
            return list(chance.sample(ids, len(ids)))
        case kind:
            return _TYPED[kind](asked, chance)


def _word(asked: Asked, chance: Random) -> str:
    words: list[str] = _WORDS.findall(_plain(asked))
    return chance.choice(words or ["triangle"])


def _number(asked: Asked, chance: Random) -> str:
    form = asked.get("form", "")
    if rounded := _ROUNDED.fullmatch(form):
        size = int(rounded[1])
        if rounded[2] == "sf":
            return str(chance.randrange(10 ** (size - 1), 10**size))
        return f"{_value(asked, chance):.{size}f}"
    return _IN_FORM.get(form, _value_as_text)(asked, chance)


def _money(asked: Asked, chance: Random) -> str:
    return f"£{_value(asked, chance):.2f}"


def _quantity(asked: Asked, chance: Random) -> str:
    units: list[str] = _UNITS.findall(_plain(asked))
    return f"{_number(asked, chance)} {chance.choice(units or ['cm'])}"


def _duration(_asked: Asked, chance: Random) -> str:
    return chance.choice((f"{5 * _whole(chance)} min", f"{_whole(chance)} h {5 * chance.randint(1, 11)} min"))


def _time(_asked: Asked, chance: Random) -> str:
    hour, minute = divmod(chance.randrange(0, MINUTES_OF_A_DAY, 5), 60)
    return f"{hour:02}:{minute:02}"


def _ratio(asked: Asked, chance: Random) -> str:
    one, other = (1, _whole(chance)) if asked.get("form") == "1:n" else _lowest(chance).as_integer_ratio()
    return f"{one}:{other}"


def _coordinates(_asked: Asked, chance: Random) -> str:
    return f"({_whole(chance)}, {_whole(chance) - MOST // 2})"


def _expression(asked: Asked, chance: Random) -> str:
    letter = _letter(asked, chance)
    if asked.get("form") == "factorised":
        return f"{_whole(chance)}({letter} + {_whole(chance)})"
    return f"{_whole(chance)}{letter} + {_whole(chance)}"


def _equation(_asked: Asked, chance: Random) -> str:
    return f"y = {_whole(chance)}x + {_whole(chance)}"


def _inequality(asked: Asked, chance: Random) -> str:
    return f"{_letter(asked, chance)} {chance.choice('<>≤≥')} {_whole(chance)}"


def _solutions(asked: Asked, chance: Random) -> str:
    return f"{_letter(asked, chance)} = {_whole(chance)}"


_TYPED: dict[str, Callable[[Asked, Random], str]] = {
    Kind.TEXT: _word,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.QUANTITY: _quantity,
    Kind.DURATION: _duration,
    Kind.TIME: _time,
    Kind.RATIO: _ratio,
    Kind.COORDINATES: _coordinates,
    Kind.EXPRESSION: _expression,
    Kind.EQUATION: _equation,
    Kind.INEQUALITY: _inequality,
    Kind.SOLUTIONS: _solutions,
}


def _value(asked: Asked, chance: Random) -> Decimal:
    """Something done with two numbers of the question: the commonest way of having no idea."""
    found = [Decimal(each) for each in _NUMBERS.findall(_plain(asked))] or [Decimal(chance.randint(1, 60))]
    one, other = chance.choice(found), chance.choice(found)
    value = chance.choice((one, one + other, abs(one - other), one * other, 2 * one))
    return value if value < MOST_SHOWN else Decimal(100)


def _value_as_text(asked: Asked, chance: Random) -> str:
    return f"{float(round(_value(asked, chance), 2)):.10g}"


def _fraction(_asked: Asked, chance: Random) -> str:
    lowest = _lowest(chance)
    return f"{lowest.numerator}/{lowest.denominator}"


def _improper(_asked: Asked, chance: Random) -> str:
    lowest = _lowest(chance)
    return f"{lowest.numerator + lowest.denominator}/{lowest.denominator}"


_IN_FORM: dict[str, Callable[[Asked, Random], str]] = {
    "simplest": _fraction,
    "fraction": _fraction,
    "improper": _improper,
    "mixed": lambda asked, chance: f"{_whole(chance)} {_fraction(asked, chance)}",
    "decimal": lambda asked, chance: f"{_value(asked, chance):.1f}",
    "percent": lambda asked, chance: f"{_value_as_text(asked, chance)}%",
    "whole": lambda asked, chance: f"{_value(asked, chance):.0f}",
    "standard": lambda _asked, chance: f"{chance.randint(11, 99) / 10} x 10^{chance.randint(2, 6)}",
}


def _lowest(chance: Random) -> Fraction:
    """A proper fraction in its lowest terms."""
    bottom = chance.randint(2, 12)
    return Fraction(1, bottom) * chance.choice(
        [top for top in range(1, bottom) if Fraction(top, bottom).denominator == bottom]
    )


def _whole(chance: Random) -> int:
    return chance.randint(2, MOST)


def _letter(asked: Asked, chance: Random) -> str:
    letters: list[str] = _LETTERS.findall(asked.get("text", ""))
    return chance.choice(letters or ["x"])


def _plain(asked: Asked) -> str:
    return _TAG.sub(" ", asked.get("text", ""))
