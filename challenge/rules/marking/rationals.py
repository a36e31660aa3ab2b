"""Fractions of polynomials: exact, cancelled completely where they have to be compared, and capped.

What can stand under the bar is kept simple, so that cancelling is complete: products of letters and of brackets that
have one letter only or can't be split. Nothing here knows how anything is typed or shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm, prod
from typing import NamedTuple

from challenge.rules.marking import polynomials
from challenge.rules.marking.polynomials import ONE, Polynomial, TooBigError

MOST_POWER = 12
MOST_BITS = 512
MOST_TERMS_BELOW = 5
MOST_TERMS_ABOVE = 12
"""Terms over a bar that has brackets under it."""
MOST_DEGREE_BELOW = 3
"""Of one bracket under the bar, and of all brackets there together: more would take too long to cancel."""


class TangledError(ArithmeticError):
    """A bottom that can't be cancelled in a simple way: a fraction in it, or several letters none of which is alone."""


class Rational(NamedTuple):
    """top ÷ (below × letters × bracket × bracket …). Only `lowest` cancels it, since that takes long.

    below: a whole number above 0. letters: those under the bar, in order. brackets: polynomials of two terms or more
    with no common factor, the leading coefficient above 0; each has one letter only or can't be split.
    """

    top: Polynomial
    below: int = 1
    letters: str = ""
    brackets: tuple[Polynomial, ...] = ()

    def __str__(self) -> str:
        """The same text for the same value, and for no other, once it is in lowest terms. TooBigError."""
        if self.below == 1 and self.is_whole():
            return polynomials.spelt(self.top)
        return f"{polynomials.spelt(self.top)}/{polynomials.spelt(self.under())}"

    def is_whole(self) -> bool:
        """Whether nothing with letters is under the bar."""
        return not self.letters and not self.brackets

    def is_number(self) -> bool:
        """Whether there is no letter at all."""
        return self.is_whole() and not any(self.top)

    def under(self) -> Polynomial:
        """All that is under the bar, multiplied out. TooBigError."""
        return polynomials.product(({self.letters: self.below}, *self.brackets))


def lowest(value: Rational) -> Rational:
    """The same, cancelled as far as it goes: the form that all equal values share. TooBigError."""
    if not value.top or (value.below == 1 and value.is_whole()):
        return _capped(value)
    letters = "".join((Counter(value.letters) & Counter(polynomials.common_letters(value.top))).elements())
    top, brackets = _without_brackets(value)
    factor = gcd(value.below, *top.values())
    top = polynomials.without_factor(polynomials.without_letters(top, letters), factor)
    under = value.below // factor, polynomials.without(value.letters, letters)
    return _capped(Rational(top, *under, brackets))


def number(value: Fraction) -> Rational:
    """A plain number."""
    above = value.numerator
    return Rational({"": above} if above else {}, value.denominator)


def letter(name: str) -> Rational:
    """A single letter."""
    return Rational({name: 1})


def negative(one: Rational) -> Rational:
    """The same with the other sign."""
    return Rational(polynomials.scaled(one.top, -1), one.below, one.letters, one.brackets)


def total(values: Sequence[Rational]) -> Rational:
    """The sum. TooBigError."""
    below = lcm(*[value.below for value in values])
    if all(value.is_whole() for value in values):
        tops = [polynomials.scaled(value.top, below // value.below) for value in values]
        return Rational(polynomials.total(tops), below)
    letters = "".join(sorted(_most(value.letters for value in values).elements()))
    brackets = _few(_all_brackets(values))
    top = polynomials.total([_lifted(value, below, letters=letters, brackets=brackets) for value in values])
    return Rational(top, below, letters, brackets)


def product(values: Sequence[Rational]) -> Rational:
    """The product. TooBigError."""
    top, below = polynomials.product([value.top for value in values]), prod([value.below for value in values])
    letters = "".join(sorted("".join([value.letters for value in values])))
    brackets = _few(tuple([bracket for value in values for bracket in value.brackets]))
    return Rational(top, below, letters, brackets)


def quotient(top: Rational, divisors: Iterable[Rational]) -> Rational:
    """One divided by others that have no letters under a bar. TooBigError, TangledError, ZeroDivisionError."""
    above, below, letters, brackets = 1, top.below, top.letters, top.brackets
    for divisor in divisors:
        shared, common, rest = _taken_apart(divisor)
        above, below = above * divisor.below, below * shared
        letters, brackets = letters + common, brackets + rest
    if below < 0:
        above, below = -above, -below
    return Rational(polynomials.scaled(top.top, above), below, "".join(sorted(letters)), _few(brackets))


def power(one: Rational, exponent: int) -> Rational:
    """One to a whole power of 0 or more. TooBigError."""
    if exponent * max(polynomials.degree(one.top), len(one.letters)) > MOST_POWER or exponent * _bits(one) > MOST_BITS:
        raise TooBigError
    top = polynomials.product([one.top] * exponent)
    letters = "".join(sorted(one.letters * exponent))
    return Rational(top, one.below**exponent, letters, _few(one.brackets * exponent))


def _most(groups: Iterable[str]) -> Counter[str]:
    """What has everything that any of these has, as often as it has it."""
    result: Counter[str] = Counter()
    for group in groups:
        result |= Counter(group)
    return result


def _all_brackets(values: Sequence[Rational]) -> tuple[Polynomial, ...]:
    """Brackets under the bar of a sum: every one of any value, as often as that value has it."""
    result: list[Polynomial] = []
    for value in values:
        for bracket in value.brackets:
            if value.brackets.count(bracket) > result.count(bracket):
                result.append(bracket)
    return tuple(result)


def _lifted(value: Rational, below: int, *, letters: str, brackets: tuple[Polynomial, ...]) -> Polynomial:
    """The top of a value once so much stands under its bar."""
    missing = list(brackets)
    for bracket in value.brackets:
        missing.remove(bracket)
    outside = {polynomials.without(letters, value.letters): below // value.below}
    return polynomials.product((value.top, outside, *missing))


def _taken_apart(divisor: Rational) -> tuple[int, str, tuple[Polynomial, ...]]:
    """The number and the letters that all terms of a divisor share, and the bracket that is left, if any."""
    if not divisor.is_whole():
        raise TangledError
    if not divisor.top:
        raise ZeroDivisionError
    shared, common = polynomials.signed_content(divisor.top), polynomials.common_letters(divisor.top)
    rest = polynomials.without_letters(polynomials.without_factor(divisor.top, shared), common)
    if len(rest) == 1:
        return shared, common, ()
    if len(rest) > MOST_TERMS_BELOW:
        raise TooBigError
    if len(polynomials.letters(rest)) > 1 and not _has_a_letter_alone(rest):
        raise TangledError
    return shared, common, (rest,)


def _has_a_letter_alone(terms: Polynomial) -> bool:
    """Whether some letter occurs once in all. Where no factor is common to all terms, that can't be split."""
    spelt = "".join(terms)
    return any(spelt.count(name) == 1 for name in set(spelt))


def _without_brackets(value: Rational) -> tuple[Polynomial, tuple[Polynomial, ...]]:
    """The top and the brackets under the bar, once they have nothing in common."""
    if value.brackets and len(value.top) > MOST_TERMS_ABOVE:
        raise TooBigError
    top, kept, unlike = value.top, list[Polynomial](), list[Polynomial]()
    for bracket in value.brackets:
        shared = ONE if bracket in unlike else _shared(top, bracket)
        if shared == ONE:
            unlike.append(bracket)
            kept.append(bracket)
            continue
        top, left = _exactly(top, shared), _exactly(bracket, shared)
        if left != ONE:
            kept.append(left)
    return top, tuple(kept)


def _shared(top: Polynomial, bracket: Polynomial) -> Polynomial:
    """What can be cancelled. A bracket that can't be split goes as a whole or not at all."""
    if polynomials.degree(bracket) > 1 and len(polynomials.letters(bracket)) == 1:
        return polynomials.shared_with(bracket, top)
    if not polynomials.has_root_of(top, bracket) or polynomials.divided(top, bracket) is None:
        return ONE
    return bracket


def _exactly(top: Polynomial, by: Polynomial) -> Polynomial:
    quotient_ = polynomials.divided(top, by)
    assert quotient_ is not None
    return quotient_


def _few(brackets: tuple[Polynomial, ...]) -> tuple[Polynomial, ...]:
    """The brackets under a bar themselves, if they can be cancelled in time."""
    if brackets and sum(map(polynomials.degree, brackets)) > MOST_DEGREE_BELOW:
        raise TooBigError
    return brackets


def _capped(value: Rational) -> Rational:
    """The value itself, if no number and no power in it is too big."""
    if not value.top:
        return Rational({})
    if _bits(value) > MOST_BITS or max(polynomials.degree(value.top), len(value.letters)) > MOST_POWER:
        raise TooBigError
    return value


def _bits(value: Rational) -> int:
    """How long its longest number is."""
    return max([value.below, *map(abs, value.top.values())]).bit_length()
