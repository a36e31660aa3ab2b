"""Sums of terms, such as 3x + 2y − 5: gathered, multiplied and written as keys and formulas have them.

This module must not know any question.
"""

import random
from collections.abc import Callable

from challenge.catalogue.generators.making import Answer, Fields, formula, one_of, typed

Terms = tuple[tuple[int, str], ...]
"""Coefficients with their letters; a number alone has none: ((3, "x"), (-5, ""))."""

TO_CHOOSE_IN_TEN = 4


def gathered(*terms: tuple[int, str]) -> Terms:
    """Like terms put together, in the order in which their letters come first; nothing is left of noughts."""
    sums: dict[str, int] = {}
    for coefficient, letters in terms:
        sums[letters] = sums.get(letters, 0) + coefficient
    return tuple((coefficient, letters) for letters, coefficient in sums.items() if coefficient)


def times(factor: int, terms: Terms) -> Terms:
    """Each term so many times."""
    return tuple((factor * coefficient, letters) for coefficient, letters in terms)


def written(terms: Terms) -> str:
    """3x - 5, -x + 2y, 0: the same in a key and in a formula. Noughts are left out."""
    text = ""
    for coefficient, letters in terms:
        if not coefficient:
            continue
        size = f"{abs(coefficient) if abs(coefficient) != 1 or not letters else ''}{letters}"
        sign = "-" if coefficient < 0 else "+"
        text += f" {sign} {size}" if text else size if coefficient > 0 else f"-{size}"
    return text or "0"


def answer_of(terms: Terms, slip: str = "", write: Callable[[Terms], str] = written) -> Answer:
    """A possible answer; equal expressions are the same answer."""
    return Answer(frozenset(gathered(*terms)), write(terms), slip)


def expression_asked(dice: random.Random, right: Answer, *wrong: Answer, **asked: str) -> Fields:
    """An expression, typed or to choose from."""
    if dice.randrange(10) < TO_CHOOSE_IN_TEN and len({each.value for each in (right, *wrong)}) >= 4:
        return one_of(dice, *(each._replace(text=formula(each.text)) for each in (right, *wrong)))
    return typed("expression", right, *wrong, **asked)
