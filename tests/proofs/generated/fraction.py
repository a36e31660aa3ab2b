"""Second routes for the generators of fractions."""

from fractions import Fraction

from sympy import Rational

from tests.proofs.proof import Proof
from tests.proofs.worth import exact


def out_of(part: Fraction, whole: int) -> Rational:
    """The part of the whole by cutting it into equal pieces and taking as many as the top says."""
    return sum([Rational(whole, part.denominator)] * part.numerator)


def fits(piece: Fraction, whole: int) -> int:
    """How often the piece can be taken away until nothing is left."""
    count, left = 0, Fraction(whole)
    while left >= piece:
        left, count = left - piece, count + 1
    assert left == 0
    return count


SECOND = {
    "what-is-left": lambda facts: Proof(
        Rational(facts["part"].denominator - facts["part"].numerator, facts["part"].denominator)
    ),
    "part-of-amount": lambda facts: Proof(out_of(facts["part"], facts["whole"])),
    "put-together": lambda facts: Proof(exact(facts["one"]) + exact(facts["two"])),
    "same-fraction": lambda facts: Proof(exact(facts["part"])),
    "how-many-pieces": lambda facts: Proof(fits(facts["piece"], facts["whole"])),
    "lowest-terms": lambda facts: Proof(Rational(facts["part"], facts["whole"])),
}
