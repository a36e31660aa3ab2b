"""Second routes for the generators of charts."""

from sympy import Rational

from tests.proofs.proof import Proof
from tests.proofs.worth import exact


def climbs(facts) -> dict[str, int]:
    """How much a line rises from each time to the next."""
    steps = range(len(facts["hours"]) - 1)
    return {
        f"{facts['hours'][n]} to {facts['hours'][n + 1]}": facts["heights"][n + 1] - facts["heights"][n] for n in steps
    }


SECOND = {
    "pictogram": lambda facts: Proof(exact(facts["symbols"]) * facts["each"]),
    "tally": lambda facts: Proof(len("|||||" * facts["gates"] + "|" * facts["rest"])),
    "part-of-pie": lambda facts: Proof(Rational(facts["whole"], 360) * facts["angle"]),
    "angle-of-pie": lambda facts: Proof(Rational(360, facts["whole"]) * facts["part"], unit="°"),
    "steepest-part": lambda facts: Proof(max(climbs(facts).values()), options=climbs(facts)),
    "bar-height": lambda facts: Proof(Rational(facts["known"] * facts["high"], facts["squares"])),
}
