"""Second routes for the generators that compare averages."""

from statistics import mean, median

from sympy import Rational

from tests.proofs.generated.averages import spread
from tests.proofs.proof import Proof


def is_as_claimed(facts) -> bool:
    measure = {"range": spread, "median": median, "mean": mean}[facts["measure"]]
    one, two = measure(facts["one"]), measure(facts["two"])
    return one > two if facts["claim"] == "bigger" else one < two


def written_out(facts) -> list[int]:
    """Every single number of a frequency table."""
    return [value for value, count in zip(facts["values"], facts["counts"], strict=True) for _ in range(count)]


SECOND = {
    "who-is-ahead": lambda facts: Proof(holds=is_as_claimed(facts)),
    "mean-from-table": lambda facts: Proof(Rational(sum(written_out(facts)), len(written_out(facts)))),
    "one-more": lambda facts: Proof(Rational(sum([facts["mean"]] * facts["count"], facts["new"]), facts["count"] + 1)),
    "pulled-by-one": lambda facts: Proof(holds=mean(facts["numbers"]) > median(facts["numbers"])),
}
