"""Second routes for the generators of rounding and estimating."""

from decimal import ROUND_HALF_UP, Context, Decimal

from sympy import Rational

from tests.proofs.proof import Proof


def nearest(number: int, size: int) -> int:
    """The multiple that lies nearest; the upper one from halfway on."""
    return min(range(0, number + 2 * size, size), key=lambda multiple: (abs(multiple - number), -multiple))


def as_decimal(value) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def to_places(value, places: int) -> Rational:
    return Rational(str(as_decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)))


def to_figures(value, figures: int) -> Rational:
    return Rational(str(Context(prec=figures, rounding=ROUND_HALF_UP).plus(as_decimal(value))))


SECOND = {
    "to-the-nearest": lambda facts: Proof(nearest(facts["number"], facts["size"])),
    "rounds-to": lambda facts: Proof(holds=nearest(facts["number"], facts["size"]) == facts["said"]),
    "to-places": lambda facts: Proof(to_places(facts["value"], facts["places"])),
    "to-figures": lambda facts: Proof(to_figures(facts["value"], facts["figures"])),
    "about-how-much": lambda facts: Proof(
        nearest(facts["each"], 100 if facts["figures"] == 1 else 10) * nearest(facts["count"], 10)
    ),
    "could-have-been": lambda facts: Proof(
        True, read=lambda text: nearest(int(text.replace(",", "")), facts["size"]) == facts["said"]
    ),
}
