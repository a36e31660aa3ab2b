"""Typed keys and slips as exact values, type by type, for the check against a proof."""

import re
from functools import lru_cache
from typing import Any

import sympy

from tests.proofs import worth

SIGNS = {"<": sympy.StrictLessThan, "<=": sympy.LessThan, ">": sympy.StrictGreaterThan, ">=": sympy.GreaterThan}


def read_key(kind: str, text: str, unit: str) -> Any:
    """What a key or a slip of this type is worth; measures in `unit`. Raises ValueError at what it can't read."""
    if kind == "quantity":
        return _quantity(text, unit)
    readers = {
        "number": worth.number,
        "money": worth.money,
        "duration": worth.minutes,
        "time": worth.clock,
        "ratio": worth.ratio,
        "coordinates": worth.point,
        "expression": worth.expression,
        "equation": _equation,
        "inequality": _inequality,
        "solutions": _solutions,
    }
    return readers[kind](text)


def read_proven(kind: str, answer: Any, unit: str) -> Any:
    """What a proof's answer is worth, to be compared with a key of this type."""
    if kind == "ratio":
        return worth.parts_of_whole(answer)
    if kind == "inequality":
        return answer if isinstance(answer, sympy.Set) else solved(answer)
    if kind == "duration" and unit not in ("", "min"):
        return worth.in_unit(worth.exact(answer), unit, "min")
    if kind == "solutions":
        return frozenset(worth.exact(set(answer)))
    return worth.exact(answer)


def as_asked(value: Any, form: str) -> Any:
    """A value rounded to the places or figures that are asked for; as it is for every other form."""
    asked = re.fullmatch(r"(\d+) (dp|sf)", form)
    if asked is None or value == 0:
        return value
    places = int(asked[1]) - (_digits_before_point(value) if asked[2] == "sf" else 0)
    unit = sympy.Integer(10) ** -places
    return sympy.sign(value) * sympy.floor(abs(value) / unit + sympy.Rational(1, 2)) * unit


def _digits_before_point(value: sympy.Expr) -> int:
    """3 for 250, 1 for 2.5, 0 for 0.25, −1 for 0.025."""
    digits = 0
    while abs(value) >= sympy.Integer(10) ** digits:
        digits += 1
    while abs(value) < sympy.Integer(10) ** (digits - 1):
        digits -= 1
    return digits


def _quantity(text: str, unit: str) -> sympy.Expr:
    found = re.fullmatch(rf"({worth.NUMBER}) ?(.*)", worth.tidy(text))
    if found is None or not found[2]:
        raise ValueError(f"{text} has no unit")
    return worth.in_unit(worth.number(found[1]), found[2], unit)


def _equation(text: str) -> sympy.Expr:
    left, right = text.split("=")
    return worth.expression(left) - worth.expression(right)


@lru_cache(maxsize=4096)
def _inequality(text: str) -> sympy.Set:
    plain = worth.tidy(text).replace("≤", "<=").replace("≥", ">=").replace("=>", ">=")
    return sympy.Union(*(_between(part) for part in re.split(r"\bor\b", plain)))


def _between(text: str) -> sympy.Set:
    """One relation, or two that share their middle: -2 < x <= 5."""
    parts = re.split(r"(<=|>=|<|>)", text)
    sides = [worth.expression(side) for side in parts[::2]]
    relations = [SIGNS[sign](sides[n], sides[n + 1]) for n, sign in enumerate(parts[1::2])]
    return sympy.Intersection(*map(solved, relations))


def solved(relation: sympy.Basic) -> sympy.Set:
    """All numbers for which a relation holds. Linear ones by hand: sympy takes a quarter of a second for each."""
    linear = isinstance(relation, tuple(SIGNS.values())) and sympy.Poly(relation.lhs - relation.rhs).degree() == 1
    if not linear:
        return relation.as_set()
    slope, height = sympy.Poly(relation.lhs - relation.rhs).all_coeffs()
    end, is_open = -height / slope, isinstance(relation, sympy.StrictLessThan | sympy.StrictGreaterThan)
    is_below = isinstance(relation, sympy.LessThan | sympy.StrictLessThan) == bool(slope > 0)
    ends = (-sympy.oo, end) if is_below else (end, sympy.oo)
    return sympy.Interval(*ends, left_open=is_open and not is_below, right_open=is_open and is_below)


def _solutions(text: str) -> frozenset[sympy.Expr]:
    """x = 2 or x = -3; 2, -3; ±3; no solution."""
    if text.casefold().startswith("no solution"):
        return frozenset()
    sides = [part.split("=") for part in re.split(r"\bor\b|\band\b|,", worth.tidy(text))]
    values = [next(side for side in each if re.search(r"\d", side)).strip() for each in sides]
    signed = [sign + value.lstrip("±") for value in values for sign in (("", "-") if value[0] == "±" else ("",))]
    return frozenset(worth.number(value) for value in signed)
