"""Numbers in words, as a British teacher says them: two and one third, minus four, three point five, seven halves.

It knows words only; how a number was typed it must not know.
"""

from fractions import Fraction
from functools import lru_cache

MOST_IN_WORDS = 10**12
"""Whole numbers from here on are said in digits: nobody could follow the words."""

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_PARTS = {
    **{n: f"{_SMALL[n]}th" for n in (4, 6, 7, 10, 11, *range(13, 20))},
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
    **{10 * n: f"{_TENS[n][:-1]}ieth" for n in range(2, 10)},
    100: "hundredth",
    1000: "thousandth",
}
_POWERS = {2: "squared", 3: "cubed"}
_KEPT = 4_096


@lru_cache(maxsize=_KEPT)
def whole(number: int) -> str:
    """A whole number from 0 on: one thousand two hundred and five."""
    if number >= MOST_IN_WORDS:
        return f"{number:,}"
    words, rest = [], number
    for size, name in _GROUPS:
        count, rest = divmod(rest, size)
        if count:
            words.append(f"{_below_a_thousand(count)} {name}")
    if words and 0 < rest < 100:
        words.append("and")
    if rest or not words:
        words.append(_below_a_thousand(rest))
    return " ".join(words)


@lru_cache(maxsize=_KEPT)
def fraction(above: int, below: int) -> str:
    """A fraction as it stands: one third, two quarters, seven halves, three over twenty-two."""
    part = _PARTS.get(below)
    if part is None:
        return f"{whole(above)} over {whole(below)}"
    if above == 1:
        return f"one {part}"
    return f"{whole(above)} {'halves' if below == 2 else part + 's'}"


def mixed(whole_part: int, above: int, below: int) -> str:
    """A whole number and a fraction: two and one third."""
    return f"{whole(whole_part)} and {fraction(above, below)}"


def decimal(whole_part: int, places: str) -> str:
    """A decimal, digit by digit after the point: three point one four."""
    said = whole(whole_part)
    return f"{said} point {' '.join(_SMALL[int(digit)] for digit in places)}" if places else said


def power(exponent: int) -> str:
    """What is said after the base: squared, cubed, to the power minus four."""
    return _POWERS.get(exponent, f"to the power {signed(exponent, whole(abs(exponent)))}")


def signed(value: Fraction | int, words: str) -> str:
    """The words of a size with the sign of its value."""
    return f"minus {words}" if value < 0 else words


def pounds(amount: Fraction, words: str) -> str:
    """An amount of money: three pounds fifty, minus eighty-five pence. words: its number of pounds in words."""
    pence = abs(amount) * 100
    if pence.denominator > 1:
        return f"{words} pounds"
    whole_pounds, rest = divmod(pence.numerator, 100)
    if rest and not whole_pounds:
        return signed(amount, in_pence(pence, whole(rest)))
    said = f"{whole(whole_pounds)} pound{'' if whole_pounds == 1 else 's'}"
    return signed(amount, f"{said} {whole(rest)}" if rest else said)


def in_pence(amount: Fraction, words: str) -> str:
    """A number of pence: one penny, eighty-five pence."""
    return f"{words} {'penny' if amount == 1 else 'pence'}"


def _below_a_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_a_hundred(rest)
    said = f"{_SMALL[hundreds]} hundred"
    return f"{said} and {_below_a_hundred(rest)}" if rest else said


def _below_a_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
