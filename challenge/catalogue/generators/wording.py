"""Names, stories and numbers in the words of generated questions.

Numbers come in three notations: for a sentence (1,250, −4), for a key (1250, -4, 3/4) and for a formula. Exact values
only. This module must not know any generator.
"""

import random
from collections.abc import Sequence
from fractions import Fraction

Number = int | Fraction

MOST_PLACES = 12

NAMES = (
    "Aisha", "Tom", "Diego", "Hana", "Oluwaseun", "Zofia", "Mei", "Callum", "Priya", "Yusuf", "Amara", "Kofi", "Leila",
    "Ibrahim", "Anjali", "Sam", "Chloe", "Mateo", "Fatima", "Rhys", "Ngozi", "Pavel", "Siobhan", "Tariq", "Ines",
    "Kwame", "Linh", "Marek", "Nadia", "Owen", "Rosa", "Sanjay", "Tanisha", "Umar", "Viktor", "Wanjiru", "Xin",
    "Yasmin", "Zeynep", "Bronwen", "Dmitri", "Esther", "Farid", "Gwen", "Hamza", "Isla", "Jamal", "Kemi",
)  # fmt: skip


def told(dice: random.Random, stories: Sequence[str], **values: object) -> str:
    """One of the stories with its values filled in; `{name}` and `{friend}` are two different first names."""
    name, friend = names(dice, 2)
    return dice.choice(stories).format(name=name, friend=friend, **values)


def told_in(dice: random.Random, stories: Sequence[tuple[str, str]], **values: object) -> tuple[str, str]:
    """The same for stories that come with the unit of their answer."""
    story, unit = dice.choice(stories)
    return told(dice, [story], **values), unit


def names(dice: random.Random, count: int) -> list[str]:
    """Different first names."""
    return dice.sample(NAMES, count)


def rounded(value: Number, places: int) -> Fraction:
    """To so many decimal places, half away from zero; a negative number of places rounds to tens, hundreds …"""
    exact, unit = Fraction(value), 1 / Fraction(10**places) if places >= 0 else Fraction(10**-places)
    size = int(abs(exact) / unit + Fraction(1, 2)) * unit
    return size if exact >= 0 else -size


def money(pence: Number) -> str:
    """Whole pence as a sentence has them: £2.35, £12, 80p, £1,250. Raises ValueError at a part of a penny or a debt."""
    whole = Fraction(pence)
    if whole.denominator != 1 or whole < 0:
        raise ValueError(f"{pence} is not a number of pence that anybody pays")
    pounds, rest = divmod(int(whole), 100)
    if pounds == 0:
        return f"{rest}p"
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def in_pounds(pence: Number) -> str:
    """Pence as a key has them: £2.35, £0.80, £12.00."""
    pounds, rest = divmod(int(pence), 100)
    return f"£{pounds}.{rest:02}"


def plain(value: Number, places: int = 0) -> str:
    """A number as a key has it: 12, -4, 0.75; with at least so many places. Raises ValueError at thirds."""
    exact = Fraction(value)
    while exact * 10**places != int(exact * 10**places):
        places += 1
        if places > MOST_PLACES:
            raise ValueError(f"{value} has no end as a decimal")
    digits = str(abs(int(exact * 10**places))).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    return ("-" if exact < 0 else "") + (f"{whole}.{rest}" if rest else whole)


def plain_or_over(value: Number) -> str:
    """A number as a key has it: a decimal, or a fraction where it has no end as a decimal."""
    try:
        return plain(value)
    except ValueError:
        return over(value)


def over(value: Number) -> str:
    """A fraction in lowest terms, as a key or a formula has it: 3/4, -7/2, 5."""
    return str(Fraction(value))


def mixed(value: Number) -> str:
    """A positive fraction as a mixed number where it is more than one: 2 1/3, 3/4, 5."""
    whole, rest = divmod(Fraction(value), 1)
    return " ".join(part for part in (str(whole) if whole or not rest else "", str(rest) if rest else "") if part)


def formula(source: str) -> str:
    """Typst's notation between its signs: $3/4$."""
    return f"${source}$"


def shown(value: Number, places: int = 0) -> str:
    """A number as a sentence has it: 1,250, −4, 0.75."""
    whole, point, rest = plain(abs(Fraction(value)), places).partition(".")
    return ("−" if value < 0 else "") + f"{int(whole):,}{point}{rest}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Words in a sentence: Mon, Tue and Wed."""
    return f" {joint} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
