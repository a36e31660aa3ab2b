"""Second routes for the generators of decimals."""

from sympy import Rational, nsimplify

from tests.proofs.proof import Proof
from tests.proofs.worth import exact


def decimal(text: str) -> Rational:
    """A decimal by its digits: 0.35 is 35 of a hundred."""
    whole, _, places = text.partition(".")
    return Rational(int(whole + places), 10 ** len(places))


SECOND = {
    "decimals-in-order": lambda facts: Proof(),
    "bigger-decimal": lambda facts: Proof(holds=decimal(facts["one"]) > decimal(facts["two"])),
    "decimals-together": lambda facts: Proof(
        Rational(int(100 * facts["one"]) + (1 if facts["sign"] == "+" else -1) * int(100 * facts["two"]), 100)
    ),
    "decimal-times": lambda facts: Proof(sum([exact(facts["one"])] * int(10 * facts["two"])) / 10),
    "price-times": lambda facts: Proof(Rational(facts["price"], 100) * exact(facts["size"])),
    "as-decimal": lambda facts: Proof(nsimplify(facts["part"].numerator) / facts["part"].denominator),
}
