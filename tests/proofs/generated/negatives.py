"""Second routes for the generators of negative numbers."""

from tests.proofs.proof import Proof
from tests.proofs.worth import expression


def moved(start: int, steps: int) -> int:
    """Where one stands on the number line after so many steps of one, down if negative."""
    for _ in range(abs(steps)):
        start += 1 if steps > 0 else -1
    return start


def marks_between(low: int, high: int) -> int:
    """How many marks of a thermometer lie above the lower one, up to the higher."""
    return len(range(low, high))


SECOND = {
    "warmer-or-colder": lambda facts: Proof(moved(facts["start"], facts["change"])),
    "degrees-apart": lambda facts: Proof(marks_between(facts["low"], facts["high"]), unit=""),
    "coldest-first": lambda facts: Proof(),
    "overdrawn": lambda facts: Proof(moved(-facts["owed"], facts["paid"])),
    "again-and-again": lambda facts: Proof(sum([facts["each"]] * facts["count"])),
    "two-signs": lambda facts: Proof(expression(facts["sum"])),
}
