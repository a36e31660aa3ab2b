"""Second routes for the generators of factors, multiples and primes."""

from sympy import divisor_count, factorint, isprime

from tests.proofs.proof import Proof


def equal_groups(number: int) -> set[int]:
    """The sizes with which counting up in steps ends exactly on the number."""
    return {size for size in range(1, number + 1) if size * len(range(0, number, size)) == number}


def first_in_both(one: int, two: int) -> int:
    """The lowest common multiple: every prime as often as the number that has it most often."""
    has, other = factorint(one), factorint(two)
    product = 1
    for prime in has | other:
        product *= prime ** max(has.get(prime, 0), other.get(prime, 0))
    return product


def last_in_both(one: int, two: int) -> int:
    """The biggest number that goes into both, by trying all of them from the top."""
    return next(each for each in range(min(one, two), 0, -1) if one % each == two % each == 0)


SECOND = {
    "equal-groups": lambda facts: Proof(equal_groups(facts["number"])),
    "together-again": lambda facts: Proof(first_in_both(facts["one"], facts["two"])),
    "biggest-share": lambda facts: Proof(last_in_both(facts["one"], facts["two"])),
    "find-the-prime": lambda facts: Proof(True, read=lambda text: isprime(int(text))),
    "prime-product": lambda facts: Proof(facts["number"]),
    "how-many-factors": lambda facts: Proof(divisor_count(facts["number"])),
    "goes-into": lambda facts: Proof(holds=facts["big"] in range(0, facts["big"] + 1, facts["small"])),
}
