"""Second routes for the generators of powers and roots."""

from sympy import Integer, Rational, floor, integer_nthroot, sqrt

from tests.proofs.proof import Proof
from tests.proofs.worth import expression


def in_the_square(side: int) -> int:
    """The tiles of a square, row by row."""
    return sum(side for _ in range(side))


def whole_root(square: int) -> int:
    root, is_exact = integer_nthroot(square, 2)
    assert is_exact
    return root


def nearest_tenth(square: int) -> Rational:
    """The number of tenths whose square lies nearest, by sympy's own root."""
    return Rational(floor(sqrt(square) * 10 + Rational(1, 2)), 10)


def first_number(text: str) -> int:
    """The smaller of two neighbours: 7 for “7 and 8”."""
    return Integer(text.split(" and ", maxsplit=1)[0])


def below_root(square: int) -> int:
    """The biggest whole number whose square is below, by counting."""
    return max(number for number in range(square) if number**2 < square)


SECOND = {
    "squares-and-roots": lambda facts: Proof(
        in_the_square(facts["side"]) if "side" in facts else whole_root(facts["square"])
    ),
    "doubling": lambda facts: Proof(facts["start"] << facts["times"]),
    "powers-together": lambda facts: Proof(expression(facts["sum"])),
    "what-a-power-means": lambda facts: Proof(Integer(facts["base"]) ** facts["power"]),
    "between-wholes": lambda facts: Proof(below_root(facts["square"]), read=first_number),
    "side-of-square": lambda facts: Proof(nearest_tenth(facts["area"])),
}
