"""Second routes for the generators of times and divide, and of the order of operations."""

from itertools import count
from math import ceil

from sympy import Rational

from tests.proofs.proof import Proof
from tests.proofs.worth import expression


def again(each: int, times: int) -> int:
    """Adding one by one."""
    return sum([each] * times)


def fewest(people: int, most: int) -> int:
    """The first number of vehicles that has room for all."""
    return next(vehicles for vehicles in count(1) if again(most, vehicles) >= people)


def dealt(total: int, parts: int) -> Rational:
    """What each gets when all is dealt out, round by round; a rest would make it a fraction."""
    rounds = ceil(total / parts) - 1
    return rounds + Rational(total - rounds * parts, parts)


SECOND = {
    "packs": lambda facts: Proof(again(facts["each"], facts["count"])),
    "enough-for-all": lambda facts: Proof(fewest(facts["people"], facts["most"])),
    "equal-shares": lambda facts: Proof(dealt(facts["total"], facts["parts"])),
    "as-it-stands": lambda facts: Proof(expression(facts["sum"])),
    "which-sum": lambda facts: Proof(again(facts["each"], facts["count"]) + facts["once"]),
    "same-result": lambda facts: Proof(holds=expression(facts["one"]) == expression(facts["two"])),
}
