"""Reading and marking an amount of money in pounds and pence: £3.50 = 350p = 3.50 = £3.5.

3.50p could be either, so it is asked for again. Other currencies are not read.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from challenge.rules.marking import forms
from challenge.rules.marking.amounts import Amount, plain_amount
from challenge.rules.marking.exact import near
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import WHOLE, Numeral, Shape, as_whole, decimal, signed
from challenge.rules.marking.typed import understood
from challenge.rules.marking.units import in_words, named, with_unit
from challenge.rules.questions import Units, Wanted
from challenge.rules.refusal import Refused

EXAMPLE = "£13.85 or 85p"

NOT_MONEY = Refused("unreadable", f"We can't read that as money. Try something like {EXAMPLE}.")
NOTHING = Refused("unreadable", f"Type an amount first, like {EXAMPLE}.")
POUNDS_OR_PENCE = Refused("unreadable", f"Is that pounds or pence? Type it like {EXAMPLE}.")
NO_SIGN = Refused("unreadable", "Type the number alone, without £ or p.")
SIGN_MISSING = "Type £ or p as well, like £13.85 or 85p."

_PENNY = Fraction(1, 100)
_BOTH = re.compile(
    rf"([-+]?) ?(?:£ ?({WHOLE})(?: |, ?| ?and | ?& ?)([0-9]{{1,2}}) ?(?:p|pence|penny)"
    rf"|({WHOLE}) ?(?:£|pounds?),? ?(?:and |& ?)?([0-9]{{1,2}}) ?(?:p|pence|penny)?)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money(Reading):
    """value: pounds, or a bare whole number marked as such. pounds: what it is worth, bare numbers being pounds.

    number: as it was typed; sign: £, p or nothing.
    """

    pounds: Fraction
    number: Numeral
    sign: str


def read(typed: str, wanted: Wanted) -> Money | Refused:
    """The amount typed, or why it can't be read and how to mend it."""
    return understood(typed, lambda text: _read(text, wanted), nothing=NOTHING, unclear=NOT_MONEY)


def judge(key: Money, given: Money, wanted: Wanted) -> Judged:
    """Equal amounts are right. Where the key is in pence, so is a whole number without a sign."""
    if key.sign != "p":
        return forms.judged(key.pounds, given.pounds, given.number, wanted)
    pence = given.pounds if _is_bare(given.number, given.sign) else given.pounds / _PENNY
    return forms.judged(key.pounds / _PENNY, pence, given.number, wanted)


def off_form(given: Money, wanted: Wanted) -> str:
    """Whether the sign is missing, or the amount is still to be worked out."""
    return SIGN_MISSING if forms.off_units(given.sign, wanted) else forms.off_worked_out([given.number])


def is_pounds_or_pence(found: Amount) -> bool:
    """Whether an amount in pence has pennies behind a point, like 3.50p: one may have meant £3.50."""
    return found.number.shape is Shape.DECIMAL and found.number.places == len("50")


def _read(text: str, wanted: Wanted) -> Money | Refused:
    found = _pounds_and_pence(text) or plain_amount(text, NOT_MONEY)
    if isinstance(found, Refused):
        return found
    sign = _sign(found)
    if isinstance(sign, Refused):
        return sign
    if sign and wanted.units is Units.NONE:
        return NO_SIGN
    number = found.number
    pounds = near(number.value) * (_PENNY if sign == "p" else 1)
    if _is_bare(number, sign):
        return Money(("bare", pounds), number.written, number.words, pounds, number, sign)
    unit = sign or "£"
    words = in_words(number.words, unit, value=number.value)
    return Money(pounds, with_unit(number.written, unit), words, pounds, number, sign)


def _is_bare(number: Numeral, sign: str) -> bool:
    """Whether it could be pounds or pence, as the key has it: 85, but not 3.50."""
    return not sign and number.shape is Shape.WHOLE


def _pounds_and_pence(text: str) -> Amount | None:
    """£3 and 50p, 3 pounds 50."""
    found = _BOTH.fullmatch(text)
    if found is None:
        return None
    number = decimal(as_whole(found[2] or found[4]), (found[3] or found[5]).rjust(2, "0"))
    return Amount(signed(number, found[1]), currency="£")


def _sign(found: Amount) -> str | Refused:
    """£, p or nothing; £3.50p is £3.50."""
    unit = named(found.unit)
    if unit == "p" and not found.currency and is_pounds_or_pence(found):
        return POUNDS_OR_PENCE
    if found.currency == "£" and unit == "p" and found.number.shape is Shape.DECIMAL:
        return "£"
    sign = found.currency or unit
    is_money = sign in ("", "£", "p") and not (found.currency and unit)
    return sign if is_money else NOT_MONEY


WAY = Way(read, judge, off_form)
