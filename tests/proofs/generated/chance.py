"""Second routes for the generators of chance."""

from sympy import Rational

from tests.proofs.proof import Proof
from tests.proofs.worth import exact


def drawn(facts) -> Rational:
    """Every counter laid out in a row, and how many of them count."""
    row = [colour for colour, count in enumerate(facts["counts"]) for _ in range(count)]
    return Rational(sum((colour == 0) is not bool(facts["avoided"]) for colour in row), len(row))


def word(wanted: int, total: int) -> str:
    if wanted in (0, total):
        return "certain" if wanted else "impossible"
    if wanted + wanted == total:
        return "an even chance"
    return "likely" if wanted > total - wanted else "unlikely"


def crosswise(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether the first share is bigger, by multiplying crosswise."""
    return one[0] * two[1] > two[0] * one[1]


SECOND = {
    "draw-one": lambda facts: Proof(drawn(facts)),
    "not-that": lambda facts: Proof(facts["whole"] - exact(facts["chance"]), unit="%" if facts["whole"] == 100 else ""),
    "how-likely": lambda facts: Proof(word(facts["wanted"], facts["total"])),
    "how-often": lambda facts: Proof(Rational(facts["times"] * facts["chance"].numerator, facts["chance"].denominator)),
    "in-the-long-run": lambda facts: Proof(sum([exact(facts["chance"])] * facts["times"])),
    "likelier": lambda facts: Proof(holds=crosswise(facts["a"], facts["b"])),
}
