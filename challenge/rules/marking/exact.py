"""Exact values: fractions, and rational multiples of a root or of π. Rounding is half away from zero. No floats.

It must not know how a value is typed or written.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

MOST_UNDER_A_ROOT = 1_000_000
"""Larger numbers are not taken apart, which keeps the work small."""

_PLACES_OF_ROOTS = 50
_PI = Fraction("3.14159265358979323846264338327950288419716939937511")


@dataclass(frozen=True, slots=True)
class Surd:
    """`times` × √`root` × π^`pi`, never rational: `times` isn't 0, `root` has no square factor, `pi` is 0 or 1."""

    times: Fraction
    root: int
    pi: int


Exact = Fraction | Surd


def exact(times: Fraction, *, root: int = 1, pi: int = 0) -> Exact:
    """The value in the one form that all equal values share; `root` must have no square factor."""
    return Surd(times, root, pi) if times and (root > 1 or pi) else times


def root_of(inside: Fraction) -> tuple[Fraction, int] | None:
    """√`inside` as a number times the root of one without square factors; None where it is too big to take apart."""
    under = inside.numerator * inside.denominator
    if under > MOST_UNDER_A_ROOT:
        return None
    outside = 1
    for factor in range(2, isqrt(under) + 1):
        square = factor * factor
        if square > under:
            break
        while under % square == 0:
            under //= square
            outside *= factor
    return Fraction(outside if under else 0, inside.denominator), under or 1


def scaled(value: Exact, share: Fraction) -> Exact:
    """The value times a fraction."""
    return exact(value.times * share, root=value.root, pi=value.pi) if isinstance(value, Surd) else value * share


def is_negative(value: Exact) -> bool:
    """Whether it is below 0."""
    return (value.times if isinstance(value, Surd) else value) < 0


def near(value: Exact) -> Fraction:
    """The value itself, or a fraction that differs from it by less than any place that is asked for."""
    if not isinstance(value, Surd):
        return value
    scale: int = 10**_PLACES_OF_ROOTS
    root = Fraction(isqrt(value.root * scale * scale), scale)
    return value.times * root * (_PI if value.pi else 1)


def to_places(value: Exact, places: int) -> Fraction:
    """Rounded to so many decimal places; negative ones are tens, hundreds …"""
    scale = Fraction(10) ** places
    steps = near(value) * scale
    size = (2 * abs(steps.numerator) + steps.denominator) // (2 * steps.denominator)
    return (-size if steps < 0 else size) / scale


def to_figures(value: Exact, figures: int) -> Fraction:
    """Rounded to so many significant figures; 0 stays 0."""
    size = abs(near(value))
    if not size:
        return size
    power = len(str(size.numerator)) - len(str(size.denominator))
    if size < Fraction(10) ** power:
        power -= 1
    return to_places(value, figures - 1 - power)
