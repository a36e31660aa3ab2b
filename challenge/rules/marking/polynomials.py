"""Polynomials with whole coefficients, exact and small enough to be quick.

A polynomial maps each product of letters to its coefficient, which is never 0. A product is its letters in order, so
`xxy` is x²y, and the empty one is a plain number. Nothing here knows how anything is typed or shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from math import gcd, prod

Polynomial = Mapping[str, int]

MOST_TERMS = 24
MOST_DEGREE = 24
"""Of a product, before anything is cancelled."""
MOST_PRODUCTS = 96
"""Products of terms in one multiplication: as many as are made, whether or not they can be put together."""

ONE: Polynomial = {"": 1}

_KEPT = 16_384
_PRIME = 2**61 - 1
_ROOT = 37
"""Its powers are the values of the letters where polynomials are tried out."""


class TooBigError(ArithmeticError):
    """More terms, a higher power or longer numbers than any answer needs."""


def spelt(terms: Polynomial) -> str:
    """All terms in one order that depends on nothing else, so that equal polynomials have the same text."""
    order = sorted(terms, key=lambda name: (-len(name), name))
    return "".join(f"{terms[name]:+}{name}" for name in order) or "0"


def degree(terms: Polynomial) -> int:
    """The most letters in any product; 0 for plain numbers."""
    return max(map(len, terms), default=0)


def letters(terms: Polynomial) -> set[str]:
    """The letters that occur."""
    return set("".join(terms))


def content(terms: Polynomial) -> int:
    """The greatest number that divides every coefficient; 0 where there is none."""
    return gcd(*terms.values())


def common_letters(terms: Polynomial) -> str:
    """The letters that every term has, each as often as all have it; there must be a term."""
    first, *others = terms
    if not others:
        return first
    return "".join(name * min(each.count(name) for each in terms) for name in sorted(set(first)))


def primitive(terms: Polynomial) -> Polynomial:
    """The polynomial without the number that all terms share, the leading coefficient above 0; it mustn't be 0."""
    return without_factor(terms, signed_content(terms))


def signed_content(terms: Polynomial) -> int:
    """The number that all terms share, with the sign of the leading one; there must be a term."""
    shared = content(terms)
    return shared if terms[_leading(terms)] > 0 else -shared


def without_factor(terms: Polynomial, factor: int) -> Polynomial:
    """Divided by a number that divides every coefficient."""
    return terms if factor == 1 else {name: coefficient // factor for name, coefficient in terms.items()}


def without_letters(terms: Polynomial, common: str) -> Polynomial:
    """Divided by letters that every term has."""
    return {without(name, common): coefficient for name, coefficient in terms.items()} if common else terms


def scaled(terms: Polynomial, factor: int) -> Polynomial:
    """Times a number that isn't 0."""
    return terms if factor == 1 else {name: coefficient * factor for name, coefficient in terms.items()}


def total(polynomials: Iterable[Polynomial]) -> Polynomial:
    """The sum. TooBigError."""
    result: dict[str, int] = {}
    for terms in polynomials:
        for name, coefficient in terms.items():
            result[name] = result.get(name, 0) + coefficient
    return _small(_without_noughts(result))


def product(factors: Sequence[Polynomial]) -> Polynomial:
    """The product. TooBigError, before the work is done."""
    if sum(map(degree, factors)) > MOST_DEGREE:
        raise TooBigError
    several = [factor for factor in factors if len(factor) != 1]
    single = [term for factor in factors if len(factor) == 1 for term in factor.items()]
    if single:
        names, counts = zip(*single, strict=True)
        several.append({"".join(sorted("".join(names))): prod(counts)})
    return reduce(_times, several or [ONE])


@lru_cache(maxsize=_KEPT)
def together(one: str, other: str) -> str:
    """The product of two products of letters."""
    return "".join(sorted(one + other))


def without(name: str, part: str) -> str:
    """A product of letters divided by one that it contains."""
    for each in part:
        name = name.replace(each, "", 1)
    return name


def divided(top: Polynomial, by: Polynomial) -> Polynomial | None:
    """The exact quotient, or None where there is a remainder. TooBigError."""
    lead = _leading(by)
    left, quotient = {(len(name), name): coefficient for name, coefficient in top.items()}, {}
    while left:
        most = max(left)
        count, remainder = divmod(left[most], by[lead])
        if remainder or any(most[1].count(each) < lead.count(each) for each in lead):
            return None
        share = without(most[1], lead)
        quotient[share] = count
        for name, coefficient in by.items():
            _take_from(left, together(name, share), count * coefficient)
        if len(left) > MOST_TERMS:
            raise TooBigError
    return quotient


def has_root_of(top: Polynomial, by: Polynomial) -> bool:
    """False where there surely is a remainder; `by` has a letter that occurs once in all.

    Both are worked out in remainders by a prime at a place where `by` is 0. That is much quicker than to divide.
    """
    spelt_out = "".join(by)
    alone = next(name for name in spelt_out if spelt_out.count(name) == 1)
    place = {name: pow(_ROOT, ord(name), _PRIME) for name in letters(top) | set(spelt_out)}
    slope = _at({without(name, alone): coefficient for name, coefficient in by.items() if alone in name}, place)
    rest = _at({name: coefficient for name, coefficient in by.items() if alone not in name}, place)
    if not slope:
        return True
    place[alone] = -rest * pow(slope, -1, _PRIME) % _PRIME
    return not _at(top, place)


def shared_with(part: Polynomial, top: Polynomial) -> Polynomial:
    """The greatest common divisor of a polynomial in one letter and any other."""
    name = letters(part).pop()
    shared = _in_powers(part)
    for each in _by_other_letters(top, name).values():
        shared = _greatest_common_divisor(shared, _in_powers(each))
        if len(shared) == 1:
            break
    return {name * exponent: coefficient for exponent, coefficient in enumerate(shared) if coefficient}


def _at(terms: Polynomial, place: Mapping[str, int]) -> int:
    """The value at a place, as a remainder."""
    return sum([count * prod([place[each] for each in name]) for name, count in terms.items()]) % _PRIME


def _leading(names: Iterable[str]) -> str:
    """The first of these products in an order that multiplying leaves alone."""
    return max(names, key=lambda name: (len(name), name))


def _times(one: Polynomial, other: Polynomial) -> Polynomial:
    if len(one) * len(other) > MOST_PRODUCTS:
        raise TooBigError
    result: dict[str, int] = {}
    for right, times_right in other.items():
        for left, times_left in one.items():
            name = together(left, right)
            result[name] = result.get(name, 0) + times_left * times_right
    return _small(_without_noughts(result))


def _small(terms: dict[str, int]) -> dict[str, int]:
    if len(terms) > MOST_TERMS:
        raise TooBigError
    return terms


def _take_from(left: dict[tuple[int, str], int], name: str, coefficient: int) -> None:
    """Take a term away, under its length and name, which is the order in which `divided` goes through the terms."""
    place = len(name), name
    rest = left.get(place, 0) - coefficient
    if rest:
        left[place] = rest
    else:
        del left[place]


def _without_noughts(terms: dict[str, int]) -> dict[str, int]:
    return terms if all(terms.values()) else {name: coefficient for name, coefficient in terms.items() if coefficient}


def _by_other_letters(terms: Polynomial, name: str) -> dict[str, dict[str, int]]:
    """What stands before each product of the other letters: polynomials in one letter."""
    result: dict[str, dict[str, int]] = {}
    for each, coefficient in terms.items():
        others = each.replace(name, "")
        result.setdefault(others, {})[name * (len(each) - len(others))] = coefficient
    return result


def _in_powers(terms: Polynomial) -> list[int]:
    """The coefficients of a polynomial in one letter, the plain number first."""
    coefficients = [0] * (degree(terms) + 1)
    for name, coefficient in terms.items():
        coefficients[len(name)] = coefficient
    return coefficients


def _greatest_common_divisor(one: list[int], other: list[int]) -> list[int]:
    """Euclid's algorithm in whole numbers, the numbers shared by all coefficients left out on the way."""
    while other:
        one, other = _primitive(other), _remainder(one, other)
    return one if one[-1] > 0 else [-coefficient for coefficient in one]


def _remainder(one: list[int], other: list[int]) -> list[int]:
    """The remainder of a division times some whole number."""
    rest = one
    while len(rest) >= len(other):
        lead, shift = rest[-1], len(rest) - len(other)
        rest = [coefficient * other[-1] for coefficient in rest]
        for place, coefficient in enumerate(other):
            rest[shift + place] -= lead * coefficient
        while rest and rest[-1] == 0:
            rest.pop()
        rest = _primitive(rest)
    return rest


def _primitive(coefficients: list[int]) -> list[int]:
    shared = gcd(*coefficients)
    return [coefficient // shared for coefficient in coefficients] if shared > 1 else coefficients
