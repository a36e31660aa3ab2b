"""Second routes for the generators of standard form."""

from decimal import Decimal

from sympy import Integer, Rational

from tests.proofs.proof import Proof


def ordinary(first, power: int) -> Rational:
    """Standard form by the decimal point alone."""
    return Rational(str((Decimal(first.numerator) / first.denominator).scaleb(power)))


def product(one: tuple[int, int], two: tuple[int, int]) -> int:
    """The product of the numbers written out in full."""
    return Integer(f"{one[0]}{'0' * one[1]}") * Integer(f"{two[0]}{'0' * two[1]}")


SECOND = {
    "to-standard-form": lambda facts: Proof(Rational(facts["number"])),
    "from-standard-form": lambda facts: Proof(ordinary(facts["first"], facts["power"])),
    "standard-in-order": lambda facts: Proof(),
    "standard-times": lambda facts: Proof(product(facts["one"], facts["two"])),
    "how-many-times": lambda facts: Proof(Integer(facts["big"]) / facts["small"]),
}
