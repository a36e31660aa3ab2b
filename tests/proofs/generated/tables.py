"""Second routes for the generators of tables."""

from itertools import pairwise

from sympy import Rational

from tests.proofs.proof import Proof


def table(facts) -> dict[str, int]:
    return dict(zip(facts["whens"], facts["numbers"], strict=True))


def beyond(facts) -> set[str]:
    """The days on the asked side of the limit, as options are read."""
    is_beyond = facts["limit"].__lt__ if facts["sign"] > 0 else facts["limit"].__gt__
    return {when.casefold() for when, number in table(facts).items() if is_beyond(number)}


def named(facts) -> str:
    """The day of the most or the fewest."""
    best = max if facts["asked"] == "the most" else min
    return facts["days"][facts["numbers"].index(best(facts["numbers"]))]


def is_as_claimed(facts) -> bool:
    first, second, _, last = facts["numbers"]
    return (
        last - first > first,
        sum(1 if one < two else -1 for one, two in pairwise(facts["numbers"])) > 0,
        sum(facts["numbers"]) < 2 * (first + second),
    )[facts["claim"]]


SECOND = {
    "more-than-on": lambda facts: Proof(len(range(table(facts)[facts["smaller"]], table(facts)[facts["bigger"]]))),
    "in-all": lambda facts: Proof(sum(facts["numbers"])),
    "which-days": lambda facts: Proof(beyond(facts)),
    "busiest-last": lambda facts: Proof(items=table(facts)),
    "two-way-table": lambda facts: Proof(facts["everyone"] - facts["both"] - (facts["first"] - facts["part"])),
    "share-in-percent": lambda facts: Proof(Rational(facts["part"], facts["whole"]) * 100, unit="%"),
    "name-the-day": lambda facts: Proof(named(facts)),
    "what-the-table-says": lambda facts: Proof(holds=is_as_claimed(facts)),
}
