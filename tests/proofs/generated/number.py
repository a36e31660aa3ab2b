"""Second routes for the generators of place value, adding and taking away."""

from itertools import accumulate

from sympy import Integer

from tests.proofs.proof import Proof

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def heard(words: str) -> int:
    """The number that somebody writes down who hears these words one by one."""
    total = group = 0
    for word in words.replace("-", " ").replace(" and ", " ").split():
        if word == "thousand":
            total, group = group * 1000, 0
        elif word == "hundred":
            group *= 100
        else:
            group += SMALL.index(word) if word in SMALL else 10 * TENS.index(word)
    return total + group


def counted_up(start: int, end: int) -> int:
    """How many steps from one number up to another, in steps of a thousand, a hundred, ten and one."""
    steps = 0
    for size in (1000, 100, 10, 1):
        while start + size <= end:
            start, steps = start + size, steps + size
    return steps


SECOND = {
    "number-in-words": lambda facts: Proof(heard(facts["words"])),
    "digit-worth": lambda facts: Proof(facts["number"] - int(str(facts["number"]).replace(facts["digit"], "0"))),
    "fewest-digits-first": lambda facts: Proof(),
    "many-of-them": lambda facts: Proof(Integer(f"{facts['each']}{str(facts['count'])[1:]}")),
    "altogether": lambda facts: Proof(max(accumulate([facts["one"], *[1] * facts["two"]]))),
    "how-many-left": lambda facts: Proof(counted_up(facts["gone"], facts["whole"])),
    "still-missing": lambda facts: Proof(counted_up(sum(facts["parts"]), facts["goal"])),
    "within-limit": lambda facts: Proof(
        holds=(counted_up(0, sum(facts["loads"])) <= facts["limit"]) is (facts["claim"] == "within")
    ),
}
