"""Second routes for the generators of averages: Python's own statistics."""

from statistics import mean, median, mode

from sympy import Rational

from tests.proofs.proof import Proof


def exact_mean(numbers) -> Rational:
    return Rational(sum(numbers), len(numbers))


def spread(numbers) -> int:
    ranked = sorted(numbers)
    return ranked[-1] - ranked[0]


def holds(statement: str, numbers) -> bool:
    """Whether “The median is 7.” is true of these numbers."""
    measure, value = statement.removeprefix("The ").removesuffix(".").split(" is ")
    found = {"mean": mean, "median": median, "mode": mode, "range": spread}[measure](numbers)
    return Rational(str(found)) == Rational(value)


def that_balances(numbers, wanted: int) -> int:
    """How far the others are from the mean in all is made good by the one that is missing."""
    return wanted + sum(wanted - number for number in numbers)


SECOND = {
    "find-the-mean": lambda facts: Proof(exact_mean(facts["numbers"])),
    "find-the-median": lambda facts: Proof(Rational(str(median(facts["numbers"])))),
    "find-the-mode": lambda facts: Proof(mode(facts["numbers"])),
    "find-the-range": lambda facts: Proof(spread(facts["numbers"])),
    "missing-number": lambda facts: Proof(that_balances(facts["numbers"], facts["mean"])),
    "which-are-true": lambda facts: Proof(True, read=lambda text: holds(text, facts["numbers"])),
}
