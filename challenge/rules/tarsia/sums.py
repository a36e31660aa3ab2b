"""What a sum on a label comes to: 3 + 4, 2 × 7, 1/2 of 20, 25% of £80, √(3² + 4²), 2 m − 30 cm. Exact, and capped.

Numbers, money and quantities are read by the marking; here they are put together. What could mean two things, or is no
sum, has no value. Letters are not for this module: the marking reads expressions itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from challenge.rules.marking import read
from challenge.rules.marking.duration import Duration
from challenge.rules.marking.exact import Exact, Surd, exact, root_of, scaled
from challenge.rules.marking.money import Money
from challenge.rules.marking.number import Number
from challenge.rules.marking.quantity import Quantity
from challenge.rules.questions import Kind, Wanted

NUMBER = "number"
MONEY = "money"

DEEPEST = 16
"""Operations and brackets in one another."""

MOST_EXPONENT = 12
MOST_BITS = 512

_WANTED = Wanted()
_SHARES = {
    "half": "1/2", "third": "1/3", "quarter": "1/4", "fifth": "1/5", "tenth": "1/10",
    "two thirds": "2/3", "three quarters": "3/4",
}  # fmt: skip
_SHARE = re.compile(rf"\b(?:(?:an?|one) )?({'|'.join(_SHARES)}) of\b", re.IGNORECASE)
_TWICE = re.compile(r"\b(?:double|twice) (?=[0-9£(])", re.IGNORECASE)
_OF = re.compile(r"(?<![a-z]) ?of ?(?![a-z])", re.IGNORECASE)
_TIMES = re.compile(r"(?<=[0-9)%]) ?x ?(?=[0-9£])")
"""An x between numbers, where no letter can stand."""

_LEVELS = ("+-", "*÷", "/")
_BEFORE_A_SIGN = "+-*÷/(^"
_POWER = re.compile(r"(\(.*\)) ?\^ ?(?:\(([0-9]{1,2})\)|([0-9]{1,2}))")
_ROOT = re.compile(r"([√∛]) ?(\(.*\)|[0-9.]+)")
_CUBES = {Fraction(root**3): Fraction(root) for root in range(-100, 101)}
_PRODUCTS = {
    ("length", "length"): "area", ("area", "length"): "volume", ("length", "area"): "volume",
    ("speed", "time"): "length", ("time", "speed"): "length",
}  # fmt: skip
_QUOTIENTS = {
    ("area", "length"): "length", ("volume", "length"): "area", ("volume", "area"): "length",
    ("length", "time"): "speed", ("length", "speed"): "time", ("mass", "volume"): "density",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of something. measure: `number`, `money`, or what its unit measures; size: in the marking's own unit."""

    measure: str
    size: Exact


class UnclearError(ArithmeticError):
    """No sum, or none that we work out."""


def worked_out(text: str) -> Amount | None:
    """The amount that a text in plain maths comes to; None where it can't be told."""
    in_digits = _TWICE.sub("2*", _SHARE.sub(lambda found: f"{_SHARES[found[1].lower()]} of", text))
    spelt = _TIMES.sub("*", _OF.sub("*", in_digits)).replace("×", "*")
    try:
        return _worked(spelt, DEEPEST)
    except ArithmeticError:
        return None


def _worked(text: str, depth: int) -> Amount:
    text = text.strip()
    if (found := _single(text)) is not None:
        return found
    if not depth:
        raise UnclearError
    for signs in _LEVELS:
        if at := _last(text, signs):
            one, other = _worked(text[:at], depth - 1), _worked(text[at + 1 :], depth - 1)
            return _small(_OPERATIONS[text[at]](one, other))
    return _small(_around(text, partial(_worked, depth=depth - 1)))


def _single(text: str) -> Amount | None:
    """One amount as the marking reads it, with nothing to work out but a power or a root."""
    if "=" in text:
        return None
    money = read(Kind.MONEY, text, _WANTED)
    if isinstance(money, Money) and money.sign:
        return Amount(MONEY, money.pounds)
    number = read(Kind.NUMBER, text, _WANTED)
    if isinstance(number, Number):
        return Amount(NUMBER, number.value) if number.unit in ("", "%") else None
    quantity = read(Kind.QUANTITY, text, _WANTED)
    if isinstance(quantity, Quantity) and quantity.unit is not None:
        return Amount(quantity.unit.measures, scaled(quantity.number.value, quantity.unit.worth))
    duration = read(Kind.DURATION, text, _WANTED) if ":" not in text else None
    return Amount("time", duration.size) if isinstance(duration, Duration) else None


def _last(text: str, signs: str) -> int:
    """Where the last of these signs stands that is outside brackets and has something before it; 0 for nowhere."""
    depth = found = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        before = text[:at].rstrip()
        if not depth and character in signs and before and before[-1] not in _BEFORE_A_SIGN:
            found = at
    return found


def _around(text: str, worked: Callable[[str], Amount]) -> Amount:
    """A minus, a power, a root or brackets around something."""
    if text.startswith("-"):
        inside = worked(text[1:])
        return Amount(inside.measure, scaled(inside.size, Fraction(-1)))
    if found := _POWER.fullmatch(text):
        return _power(worked(found[1]), int(found[2] or found[3]))
    if found := _ROOT.fullmatch(text):
        return _root(worked(found[2]), found[1])
    if text.startswith("(") and _closing(text) == len(text) - 1:
        return worked(text[1:-1])
    raise UnclearError


def _closing(text: str) -> int:
    """Where the bracket closes with which a text begins; before all of it where it doesn't."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return at
    return -1


def _total(one: Amount, other: Amount) -> Amount:
    if one.measure != other.measure:
        raise UnclearError
    return Amount(one.measure, _sum(one.size, other.size))


def _difference(one: Amount, other: Amount) -> Amount:
    return _total(one, Amount(other.measure, scaled(other.size, Fraction(-1))))


def _product(one: Amount, other: Amount) -> Amount:
    if NUMBER in (one.measure, other.measure):
        measure = other.measure if one.measure == NUMBER else one.measure
    else:
        measure = _PRODUCTS.get((one.measure, other.measure), "")
    return Amount(_known(measure), _times(one.size, other.size))


def _quotient(one: Amount, other: Amount) -> Amount:
    measure = _QUOTIENTS.get((one.measure, other.measure), "")
    if other.measure == NUMBER:
        measure = one.measure
    elif other.measure == one.measure:
        measure = NUMBER
    return Amount(_known(measure), _times(one.size, _inverse(other.size)))


def _known(measure: str) -> str:
    if not measure:
        raise UnclearError
    return measure


def _power(base: Amount, exponent: int) -> Amount:
    if exponent > MOST_EXPONENT or base.measure != NUMBER:
        raise UnclearError
    size: Exact = Fraction(1)
    for _ in range(exponent):
        size = _times(size, base.size)
    return Amount(NUMBER, size)


def _root(inside: Amount, sign: str) -> Amount:
    """The square root, or the cube root where that is whole."""
    size = inside.size
    if inside.measure != NUMBER or isinstance(size, Surd):
        raise UnclearError
    if sign == "√":
        apart = root_of(size) if size >= 0 else None
        if apart is None:
            raise UnclearError
        return Amount(NUMBER, exact(apart[0], root=apart[1]))
    if size not in _CUBES:
        raise UnclearError
    return Amount(NUMBER, _CUBES[size])


def _sum(one: Exact, other: Exact) -> Exact:
    if isinstance(one, Surd) and isinstance(other, Surd) and (one.root, one.pi) == (other.root, other.pi):
        return exact(one.times + other.times, root=one.root, pi=one.pi)
    if isinstance(one, Surd) or isinstance(other, Surd):
        raise UnclearError
    return one + other


def _times(one: Exact, other: Exact) -> Exact:
    if not isinstance(one, Surd):
        return scaled(other, one)
    if not isinstance(other, Surd):
        return scaled(one, other)
    apart = root_of(Fraction(one.root * other.root))
    if one.pi + other.pi > 1 or apart is None:
        raise UnclearError
    return exact(one.times * other.times * apart[0], root=apart[1], pi=one.pi + other.pi)


def _inverse(size: Exact) -> Exact:
    """One divided by it. ZeroDivisionError."""
    if not isinstance(size, Surd):
        return 1 / size
    if size.pi:
        raise UnclearError
    return exact(1 / (size.times * size.root), root=size.root)


def _small(amount: Amount) -> Amount:
    size = amount.size.times if isinstance(amount.size, Surd) else amount.size
    if max(size.numerator.bit_length(), size.denominator.bit_length()) > MOST_BITS:
        raise UnclearError
    return amount


_OPERATIONS: dict[str, Callable[[Amount, Amount], Amount]] = {
    "+": _total,
    "-": _difference,
    "*": _product,
    "÷": _quotient,
    "/": _quotient,
}
