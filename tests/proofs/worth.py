"""What authors' texts are worth, read with sympy: keys, options and items, by a road that the program doesn't take."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication,
    parse_expr,
    rationalize,
    standard_transformations,
)

HOW = (*standard_transformations, convert_xor, implicit_multiplication, rationalize)
LETTERS = {letter: sympy.Symbol(letter) for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
NUMBER = r"-?(?:\d+ \d+/\d+|\d+/\d+|\d*\.?\d+)"

SIZES = {
    "length": {"mm": "1/1000", "cm": "1/100", "m": "1", "km": "1000"},
    "imperial length": {"inch": "1", "in": "1", "foot": "12", "feet": "12", "ft": "12", "yard": "36", "mile": "63360"},
    "area": {"mm²": "1/1000000", "cm²": "1/10000", "m²": "1", "km²": "1000000", "hectare": "10000"},
    "volume": {
        "mm³": "1/1000000", "cm³": "1/1000", "ml": "1/1000", "cl": "1/100", "litre": "1", "l": "1", "m³": "1000",
    },
    "mass": {"mg": "1/1000", "g": "1", "kg": "1000", "tonne": "1000000"},
    "imperial mass": {"ounce": "1", "oz": "1", "pound": "16", "lb": "16", "stone": "224"},
    "imperial volume": {"pint": "1", "gallon": "8"},
    "time": {
        "s": "1/60", "sec": "1/60", "second": "1/60", "min": "1", "minute": "1", "h": "60", "hr": "60", "hour": "60",
        "day": "1440", "week": "10080",
    },
    "speed": {"m/s": "18/5", "km/h": "1"},
    "share": {"%": "1/100"},
}  # fmt: skip
UNITS = {name: (dimension, sympy.Rational(size)) for dimension, sizes in SIZES.items() for name, size in sizes.items()}


def exact(value: Any) -> Any:
    """The same value for sympy; lists and tuples become tuples, sets stay sets. Floats are not exact and raise."""
    if isinstance(value, float):
        raise TypeError(f"{value} is a float: write it as a Rational")
    if isinstance(value, bool | str | sympy.Basic):
        return value
    if isinstance(value, Fraction):
        return sympy.Rational(value.numerator, value.denominator)
    if isinstance(value, list | tuple):
        return tuple(exact(each) for each in value)
    if isinstance(value, set | frozenset):
        return {exact(each) for each in value}
    return sympy.sympify(value)


def is_same(one: Any, other: Any) -> bool:
    """Whether two values are equal: expressions if they are so for every value of their letters."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, sympy.Expr) and isinstance(other, sympy.Expr):
        return one == other or _is_nought(one - other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return type(one) is type(other) and one == other


def is_multiple(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Whether one expression is a number of times the other, as the two sides of an equation may be."""
    here, other_here = (_at(each, PLACES[0]) for each in (one, other))
    return bool(here and other_here) and _is_nought(one * other_here - other * here)


PLACES = (sympy.Rational(17, 7), sympy.Rational(-23, 11))


def _is_nought(difference: sympy.Expr) -> bool:
    """Whether an expression is 0 everywhere; nearly all of those that aren't show it at one of two places."""
    there = [_at(difference, place) for place in PLACES]
    if any(each.is_rational and each != 0 for each in there):
        return False
    return sympy.expand(difference) == 0 or sympy.simplify(difference) == 0


def _at(whole: sympy.Expr, place: sympy.Rational) -> sympy.Expr:
    """What an expression is worth where its letters, by name, are `place`, one more, two more …"""
    return whole.subs({letter: place + n for n, letter in enumerate(sorted(whole.free_symbols, key=str))})


def unit_of(name: str) -> tuple[str, sympy.Rational]:
    """The dimension and size of a unit; a word that measures nothing, such as people, is its own dimension."""
    spelt = re.sub(r"\^?2$", "²", re.sub(r"\^?3$", "³", name.strip()))
    for each in (spelt, spelt.lower(), spelt.lower().removesuffix("s")):
        if each in UNITS:
            return UNITS[each]
    return spelt.lower(), sympy.Integer(1)


def in_unit(size: sympy.Expr, unit: str, wanted: str) -> sympy.Expr:
    """`size` of `unit` counted in the wanted unit. Raises ValueError where they don't measure the same."""
    (dimension, factor), (asked, share) = unit_of(unit), unit_of(wanted)
    if dimension != asked:
        raise ValueError(f"{unit} can't be counted in {wanted}")
    return size * factor / share


def tidy(text: str) -> str:
    """Keyboard signs alone, no commas inside numbers, single spaces."""
    plain = text.replace("−", "-").replace("–", "-").replace("×", "*").replace("÷", "/").replace("·", "*")
    return " ".join(re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain).split())


@lru_cache(maxsize=4096)
def expression(text: str) -> sympy.Expr:
    """An expression in letters and numbers, in the authors' notation or as a student types it."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return sympy.Rational(text)
    plain = tidy(text).replace("times", "*").replace("div", "/").replace("%", "/100").replace("π", " pi ")
    plain = plain.replace("²", "^2").replace("³", "^3").replace("½", "(1/2)")
    plain = re.sub(r"√\(?(\d+)\)?", r" sqrt(\1)", plain)
    plain = re.sub(r"(?<![\d.^])(\d+) (\d+/\d+)", r"(\1+\2)", plain)
    plain = re.sub(r"(?<=\d)\s*x\s*(?=10\s?\^)", "*", plain)
    return parse_expr(plain, local_dict=dict(LETTERS), transformations=HOW)


def number(text: str) -> sympy.Expr:
    """A number as a key has it: 12, -4, 0.75, 3/4, 1 1/2, 50%, 3.2 × 10^5, 3√2. Raises ValueError at letters."""
    found = expression(text)
    if found.free_symbols or not found.is_number:
        raise ValueError(f"{text} is not a number")
    return found


def money(text: str) -> sympy.Expr:
    """£3.50, 3.50 or 350p in pounds."""
    plain = tidy(text).replace("£", "")
    return number(plain[:-1]) / 100 if plain.endswith("p") else number(plain)


def minutes(text: str) -> sympy.Expr:
    """1 h 30 min, 1h30, 90 minutes, 1:30 or 45 s in minutes."""
    plain = tidy(text)
    if found := re.fullmatch(r"(\d+):(\d\d)", plain):
        return sympy.Integer(found[1]) * 60 + int(found[2])
    if found := re.fullmatch(r"(\d+) ?h ?(\d+)", plain):
        return sympy.Integer(found[1]) * 60 + int(found[2])
    parts = re.findall(rf"({NUMBER}) ?([a-z]+)", plain.replace(" and ", " "))
    if not parts:
        raise ValueError(f"{text} has no unit of time")
    return sympy.Add(*(in_unit(number(size), unit, "min") for size, unit in parts))


def clock(text: str) -> sympy.Integer:
    """A time of day in minutes after midnight: 14:30, 2:30 pm, 2pm, noon, midnight."""
    plain = tidy(text).lower().replace(".", ":" if re.search(r"\d\.\d", text) else "")
    if plain in ("noon", "midnight"):
        return sympy.Integer(720 if plain == "noon" else 0)
    found = re.fullmatch(r"(\d{1,2})(?::?(\d\d))? ?([ap]m)?", plain)
    if found is None:
        raise ValueError(f"{text} is not a time of day")
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
    return sympy.Integer(hour * 60 + int(found[2] or 0))


def ratio(text: str) -> tuple[sympy.Expr, ...]:
    """2 : 3 as its parts of the whole, so that equal ratios are equal."""
    return parts_of_whole(number(part) for part in re.split(r":|\bto\b", text.strip("$")))


def parts_of_whole(parts: Any) -> tuple[sympy.Expr, ...]:
    """The parts of a ratio divided by their sum."""
    parts = tuple(map(exact, parts))
    return tuple(part / sum(parts) for part in parts)


def point(text: str) -> tuple[sympy.Expr, ...]:
    """(2, -3)."""
    return tuple(number(part) for part in tidy(text).strip("$() ").split(","))


def option(text: str, unit: str = "") -> Any:
    """What an option or item is worth, in `unit` where it has one; a text without digits is itself."""
    whole = text.startswith("$") and text.endswith("$") and text.count("$") == 2
    plain = tidy(text.replace("$", ""))
    if not re.search(r"\d", plain) and not whole:
        return plain.casefold()
    if re.fullmatch(r"\d{1,2}:\d\d( ?[ap]m)?", plain):
        return clock(plain)
    if re.fullmatch(rf"{NUMBER}( : {NUMBER})+", plain):
        return ratio(plain)
    if re.fullmatch(rf"\({NUMBER}, {NUMBER}\)", plain):
        return point(plain)
    if re.fullmatch(r"-?£.*|[\d.]+p", plain):
        return money(plain)
    found = re.fullmatch(rf"({NUMBER}) ?([a-zA-Z°²³/%^0-9 ]*)", plain)
    if found and not (whole and found[2]):
        return _measured(number(found[1]), found[2].strip(), unit)
    return expression(plain)


def _measured(size: sympy.Expr, unit: str, wanted: str) -> sympy.Expr:
    if wanted:
        return in_unit(size, unit, wanted)
    return size / 100 if unit == "%" else size
