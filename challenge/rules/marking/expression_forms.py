"""The forms in which an expression can be asked for: simplified, expanded, factorised.

Each says what keeps a tree from the form, as advice to the student, or nothing where the form is met. Whether the value
is right doesn't matter here, and no key is known.
"""

from collections.abc import Iterator

from challenge.rules.marking import polynomials, rationals
from challenge.rules.marking.rationals import Rational
from challenge.rules.marking.trees import Letter, Negative, Number, Power, Product, Quotient, Sum, Tree, worth

SIMPLER = "Simplify it further."
LIKE_TERMS = "Put like terms together."
MULTIPLY_OUT = "Multiply out the brackets."
NUMBERS = "Multiply the numbers together."
A_ONE = "Leave out the 1 in front of a letter."
A_POWER = "Write a letter times itself as a power, like a²."
CANCEL = "Cancel the fraction as far as it goes."
ONE_FRACTION = "Write it as one fraction."
FACTORISE = "Write it as a product, like 5(a + 7)."
FACTORISE_FURTHER = "Factorise it further."
COMMON_FACTOR = "A bracket still has a common factor. Take it out."


def unsimplified(tree: Tree) -> str:
    """Like terms together, numbers multiplied, fractions cancelled; a product of brackets may stay one."""
    match tree:
        case Negative(Negative()):
            return SIMPLER
        case Negative(inner):
            return unsimplified(inner)
        case Sum(terms):
            return _first_of(map(_in_a_sum, terms)) or _unlike(terms)
        case Quotient():
            return _uncancelled(tree)
        case Power(Number(), exponent) if exponent > 1:
            return ""
        case _:
            return _in_a_product(list(_factors(tree)))


def unexpanded(tree: Tree) -> str:
    """No brackets left, and simplified."""
    return MULTIPLY_OUT if _has_brackets(tree) else unsimplified(tree)


def unfactorised(tree: Tree) -> str:
    """A product, in whose brackets nothing is common to all terms. Whether it goes further, only a key can tell."""
    match tree:
        case Negative(inner):
            return unfactorised(inner)
        case Sum():
            return FACTORISE
        case Quotient(top, _):
            return FACTORISE if isinstance(top, Sum) else _in_common(top) or unsimplified(tree)
        case _:
            return _in_common(tree) or unsimplified(tree)


def goes_as_far(tree: Tree, key: Tree) -> bool:
    """Whether two products of equal value have the same brackets and letters, whatever their signs and order."""
    try:
        return sorted(_parts(tree)) == sorted(_parts(key))
    except ArithmeticError:
        return False


def _first_of(advice: Iterator[str]) -> str:
    return next(filter(None, advice), "")


def _factors(tree: Tree) -> Iterator[Tree]:
    """The factors without their signs, products within the product opened."""
    match tree:
        case Product(factors):
            for factor in factors:
                yield from _factors(factor)
        case Negative(inner):
            yield from _factors(inner)
        case _:
            yield tree


def _in_a_sum(term: Tree) -> str:
    """What is to be done with one term of a sum before like terms can be told."""
    match term:
        case Letter() | Number():
            return ""
        case Negative(inner) if not isinstance(inner, Negative):
            return _in_a_sum(inner)
        case Quotient(top, _) if _holds_a_sum(top):
            return LIKE_TERMS
        case Power(Number()):
            return SIMPLER
        case _:
            return MULTIPLY_OUT if _holds_a_sum(term) else unsimplified(term)


def _unlike(terms: tuple[Tree, ...]) -> str:
    values = list(map(worth, terms))
    kinds = {_kind(value) for value in values if value.top}
    return LIKE_TERMS if len(kinds) < len(terms) else ""


def _kind(value: Rational) -> str:
    """What like terms share: the same but for a number in front."""
    if value.is_whole() and len(value.top) < 2:
        return next(iter(value.top), "0")
    return str(Rational(polynomials.primitive(value.top), 1, value.letters, value.brackets))


def _uncancelled(tree: Quotient) -> str:
    top, bottom = tree.top, tree.bottom
    if any(isinstance(factor, Quotient) for factor in (*_factors(top), *_factors(bottom))):
        return ONE_FRACTION
    if advice := unsimplified(top) or unsimplified(bottom):
        return advice
    over, under = worth(top), worth(bottom)
    if over.below > 1 or not over.is_whole() or under.below > 1 or (isinstance(bottom, Number) and bottom.value == 1):
        return CANCEL
    value = worth(tree)
    return "" if value.under() in (under.top, rationals.negative(under).top) else CANCEL


def _in_a_product(factors: list[Tree]) -> str:
    if advice := _first_of(map(_factor, dict.fromkeys(factors))):
        return advice
    if len(factors) == 1:
        return ""
    numbers = [factor for factor in factors if isinstance(factor, Number | Quotient)]
    if len(numbers) > 1:
        return NUMBERS
    if numbers and isinstance(numbers[0], Number) and numbers[0].value in (0, 1):
        return A_ONE if numbers[0].value else SIMPLER
    bases = [factor.base if isinstance(factor, Power) else factor for factor in factors]
    letters = [base for base in bases if isinstance(base, Letter)]
    return A_POWER if len(set(letters)) < len(letters) else ""


def _factor(factor: Tree) -> str:
    """What is to be done with one factor by itself."""
    match factor:
        case Power(Letter(), exponent):
            return SIMPLER if exponent in (0, 1) else ""
        case Power(Sum() as base, exponent):
            return SIMPLER if exponent in (0, 1) else _factor(base)
        case Power():
            return SIMPLER
        case Sum():
            return unsimplified(factor) or (MULTIPLY_OUT if _common(factor) else "")
        case Quotient():
            return unsimplified(factor) if worth(factor).is_number() else ONE_FRACTION
        case _:
            return ""


def _in_common(tree: Tree) -> str:
    """What is to be taken out of the brackets of a product."""
    return _first_of(map(_common, dict.fromkeys(_factors(tree))))


def _common(factor: Tree) -> str:
    """Whether all terms of a bracket share something."""
    bracket = factor.base if isinstance(factor, Power) else factor
    if not isinstance(bracket, Sum):
        return ""
    value = worth(bracket)
    if not value.top:
        return SIMPLER
    shared = value.below > 1 or polynomials.content(value.top) > 1 or polynomials.common_letters(value.top)
    return COMMON_FACTOR if shared else ""


def _has_brackets(tree: Tree) -> bool:
    """Whether anything is left to multiply out; a whole top or bottom of a fraction may be a sum."""
    match tree:
        case Sum(terms):
            return any(map(_holds_a_sum, terms))
        case Quotient(top, _):
            return _has_brackets(top)
        case _:
            return _holds_a_sum(tree)


def _holds_a_sum(tree: Tree) -> bool:
    match tree:
        case Sum():
            return True
        case Product(factors):
            return any(map(_holds_a_sum, factors))
        case Negative(inner) | Quotient(inner, _) | Power(inner, _):
            return _holds_a_sum(inner)
        case _:
            return False


def _parts(tree: Tree) -> Iterator[str]:
    match tree:
        case Negative(inner):
            yield from _parts(inner)
        case Product(factors):
            for factor in factors:
                yield from _parts(factor)
        case Power(base, exponent):
            yield from (part if exponent > 0 else f"/{part}" for part in _parts(base) for _ in range(abs(exponent)))
        case Quotient(top, bottom):
            yield from _parts(top)
            yield from (f"/{part}" for part in _parts(bottom))
        case Number():
            return
        case _:
            yield _kind(worth(tree))
