"""The plain numbers of which a ratio, a pair of coordinates or a list of solutions is made."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from challenge.rules.marking.numerals import Numeral, numeral, signed
from challenge.rules.marking.typed import LETTER_O, MINUS, in_plain_maths, tidied
from challenge.rules.refusal import Refused

Read = TypeVar("Read")

_LETTERS_O = re.compile(r"(?<![a-z])o+(?![a-z])|(?<=[0-9.])o+")


def understood(
    typed: str, read: Callable[[str], Read | Refused], *, nothing: Refused, unclear: Refused
) -> Read | Refused:
    """What `read` makes of the text in plain maths and small letters.

    nothing: what to say to an empty text; unclear: to one that can't be read as text at all. A letter O where a 0 would
    have made sense is never taken for it.
    """
    text = tidied(typed)
    if not text:
        return unclear if text is None else nothing
    plain = in_plain_maths(text).lower().removesuffix(".").removeprefix("=").strip()
    found = read(plain)
    if isinstance(found, Refused):
        noughts = _LETTERS_O.sub(lambda letters: "0" * len(letters[0]), plain)
        if noughts != plain and not isinstance(read(noughts), Refused):
            return LETTER_O
    return found


def entry(text: str, unclear: Refused) -> Numeral | Refused:
    """The number with its sign; `unclear` where it isn't one plain number."""
    sign = text[:1] if text[:1] in ("-", "+") else ""
    number = numeral(text.removeprefix(sign).lstrip(), unclear)
    return number if isinstance(number, Refused) else signed(number, sign)


def entries(texts: list[str], unclear: Refused) -> list[Numeral] | Refused:
    """All numbers, or why the first that can't be read isn't one."""
    numbers = []
    for text in texts:
        number = entry(text, unclear)
        if isinstance(number, Refused):
            return number
        numbers.append(number)
    return numbers


def values_of(numbers: list[Numeral]) -> list[Fraction]:
    """What plain numbers are worth."""
    return [number.value for number in numbers if isinstance(number.value, Fraction)]


def without_commas(number: Numeral) -> str:
    """The number as it is written where commas part numbers."""
    return number.written.replace(",", "")


def said(number: Numeral) -> str:
    """The number in digits, its sign in a word."""
    return number.written.replace(MINUS, "minus ")
