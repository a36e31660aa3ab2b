"""What an expression looks like as it was typed: a tree, with its exact value and its tidy written form.

Brackets aren't kept: `written` puts them back where they are needed. Nothing here knows what a student may type.
"""

from dataclasses import dataclass
from fractions import Fraction

from challenge.rules.marking import rationals
from challenge.rules.marking.polynomials import ONE, TooBigError
from challenge.rules.marking.rationals import Rational
from challenge.rules.marking.typed import MINUS


@dataclass(frozen=True, slots=True)
class Number:
    """A number without a sign. text: as it is written, such as `0.5`, `½` or `2 1/3`; words: as it is said."""

    value: Fraction
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, or π."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    inner: "Tree"


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms; one that is taken away is a Negative."""

    terms: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two or more factors in the order in which they were typed."""

    factors: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """One divided by another."""

    top: "Tree"
    bottom: "Tree"


@dataclass(frozen=True, slots=True)
class Power:
    """A base to a whole power, which may be below 0."""

    base: "Tree"
    exponent: int


VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""Fractions that are one character."""

Tree = Number | Letter | Negative | Sum | Product | Quotient | Power

MOST_DIVISORS = 24

_SUM, _NEGATIVE, _QUOTIENT, _PRODUCT, _POWER, _ATOM = range(6)
_TIGHTNESS = {Sum: _SUM, Negative: _NEGATIVE, Quotient: _QUOTIENT, Product: _PRODUCT, Power: _POWER}
_FIRST_OF_A_NUMBER = f"0123456789.{VULGAR}"
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def worth(tree: Tree) -> Rational:
    """The exact value in lowest terms. TooBigError, TangledError, ZeroDivisionError."""
    return rationals.lowest(_worth(tree))


def written(tree: Tree) -> str:
    """The tree in tidy plain text, which reads back as the same value: `3(x + 2)`, `−x²/4`, `1/(2x)`."""
    match tree:
        case Number(_, text):
            return text
        case Letter(name):
            return name
        case Negative(inner):
            return f"{MINUS}{_within(inner, _QUOTIENT)}"
        case Sum(terms):
            return _within(terms[0], _NEGATIVE) + "".join(map(_added, terms[1:]))
        case Product(factors):
            return _side_by_side([_within(factor, _POWER) for factor in factors])
        case Quotient(top, bottom):
            return f"{_within(top, _PRODUCT)}/{_within(bottom, _POWER)}"
        case _:
            return f"{_within(tree.base, _ATOM)}{str(tree.exponent).translate(_RAISED)}"


def _worth(tree: Tree) -> Rational:
    match tree:
        case Number(value):
            return rationals.number(value)
        case Letter(name):
            return rationals.letter(name)
        case Negative(inner):
            return rationals.negative(_worth(inner))
        case Sum(terms):
            return rationals.total(list(map(_worth, terms)))
        case Product(factors):
            return rationals.product(list(map(_worth, factors)))
        case Quotient(top, bottom):
            return rationals.quotient(_worth(top), _divisors(bottom))
        case Power(base, exponent) if exponent < 0:
            return rationals.quotient(Rational(ONE), _divisors(Power(base, -exponent)))
        case _:
            return rationals.power(_worth(tree.base), tree.exponent)


def _divisors(bottom: Tree) -> list[Rational]:
    """The factors under a bar, not multiplied out, since that would make them harder to cancel."""
    match bottom:
        case Product(factors):
            return [divisor for factor in factors for divisor in _divisors(factor)]
        case Power(base, exponent) if exponent > 0 and not isinstance(base, Letter):
            divisors = _divisors(base)
            if len(divisors) * exponent > MOST_DIVISORS:
                raise TooBigError
            return divisors * exponent
        case _:
            return [_worth(bottom)]


def _added(term: Tree) -> str:
    if isinstance(term, Negative):
        return f" {MINUS} {_within(term.inner, _QUOTIENT)}"
    return f" + {_within(term, _QUOTIENT)}"


def _side_by_side(factors: list[str]) -> str:
    """Factors without a sign between them, except where a number would run into what stands before it."""
    return factors[0] + "".join(f" × {each}" if each[0] in _FIRST_OF_A_NUMBER else each for each in factors[1:])


def _within(tree: Tree, loosest: int) -> str:
    """A part as it is written inside another: in brackets if it would fall apart there."""
    text = written(tree)
    tightness = _QUOTIENT if " " in text and isinstance(tree, Number) else _TIGHTNESS.get(type(tree), _ATOM)
    return text if tightness >= loosest else f"({text})"
