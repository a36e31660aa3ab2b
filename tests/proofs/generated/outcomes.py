"""Second routes for the generators of outcomes: everything that can happen is listed and counted."""

from itertools import product

from sympy import Rational

from tests.proofs.proof import Proof


def outcomes(*sizes: int) -> list[tuple[int, ...]]:
    """Every combination, one by one."""
    return list(product(*(range(size) for size in sizes)))


SECOND = {
    "how-many-choices": lambda facts: Proof(len(outcomes(*facts["counts"]))),
    "from-trials": lambda facts: Proof(Rational(facts["hits"], facts["times"])),
    "the-last-one": lambda facts: Proof(Rational(100 - sum(int(100 * each) for each in facts["known"]), 100)),
    "both-happen": lambda facts: Proof(
        Rational(outcomes(facts["one"], facts["two"]).count((0, 0)), facts["one"] * facts["two"])
    ),
    "least-likely-first": lambda facts: Proof(
        items={colour: Rational(count, sum(each for each, _ in facts["counts"])) for count, colour in facts["counts"]}
    ),
    "lowest-chance-first": lambda facts: Proof(),
}
