"""A number with the signs around it: a minus, a currency before, a unit after. What they mean it must not know."""

import re
from dataclasses import dataclass

from challenge.rules.marking.numerals import Numeral, numeral, signed
from challenge.rules.marking.symbolic import is_symbolic, symbolic
from challenge.rules.refusal import Refused

_PARTS = re.compile(r"([-+]?) ?([£$€]?) ?([-+]?) ?([0-9.][0-9., /-]*?)\.?(?: ?([^0-9., /-].*))?")


@dataclass(frozen=True, slots=True)
class Amount:
    """−£3.50, 5 cm², 3 × 10^4 m: the number, and as they were typed the currency before it and the unit after it."""

    number: Numeral
    currency: str = ""
    unit: str = ""


def amount(text: str, unclear: Refused) -> Amount | Refused:
    """The amount in plain maths, in any notation; `unclear` where it can't be read, or in two ways."""
    if not is_symbolic(text):
        return plain_amount(text, unclear)
    found = symbolic(text, unclear)
    return found if isinstance(found, Refused) else Amount(found[0], unit=found[1])


def plain_amount(text: str, unclear: Refused) -> Amount | Refused:
    """The amount whose number is typed with digits, `.`, `,` and `/` alone."""
    parts = _PARTS.fullmatch(text)
    if not parts or (parts[1] and parts[3]):
        return unclear
    number = numeral(parts[4].strip(), unclear)
    if isinstance(number, Refused):
        return number
    return Amount(signed(number, parts[1] or parts[3]), parts[2], parts[5] or "")
