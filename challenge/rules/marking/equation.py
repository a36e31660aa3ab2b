"""Reading and marking an equation as the answer: y = 2x + 3. Multiples and rearrangements are the same equation.

Where the key has a letter by itself, so must the answer, unless any form will do. Solutions of an equation are another
type.
"""

from dataclasses import dataclass
from functools import lru_cache

from challenge.rules.marking import polynomials
from challenge.rules.marking.grammar import READINGS_KEPT, TROUBLES, parsed, trouble
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.saying import said
from challenge.rules.marking.tokens import UnreadableError, has_both_cases, plain, refusal
from challenge.rules.marking.trees import Letter, Negative, Sum, Tree, worth, written
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

NO_EQUATION = refusal("Type an equation with one equals sign, like b = 5a + 7.")


@dataclass(frozen=True, slots=True)
class Equation(Reading):
    """alone: the letters that stand by themselves on one side and nowhere on the other, as they were typed."""

    alone: tuple[str, ...]
    in_small_letters: "Equation | None" = None


def read(typed: str, _wanted: Wanted) -> Equation | Refused:
    """The equation typed, or why it can't be read and how to mend it."""
    return _understood(typed)


def judge(key: Equation, given: Equation, wanted: Wanted) -> Judged:
    """Right if one is a multiple of the other, with the same letter by itself."""
    beside = given if key.in_small_letters else given.in_small_letters or given
    if key.value != beside.value:
        return Judged(Verdict.WRONG)
    return isolated(key.alone, beside.alone, wanted)


def isolated(asked: tuple[str, ...], given: tuple[str, ...], wanted: Wanted) -> Judged:
    """Right in form if a letter that is by itself in the key is so in the answer."""
    small = {name.lower() for name in given}
    if wanted.form == "any" or not asked or any(name.lower() in small for name in asked):
        return Judged(Verdict.RIGHT)
    return Judged(Verdict.FORM, f"Get {asked[0]} by itself.")


def alone(side: Tree, other_text: str) -> tuple[str, ...]:
    """The letter of a side that is nothing but a letter, and isn't in the text of the other side."""
    return (side.name,) if isinstance(side, Letter) and side.name not in other_text else ()


@lru_cache(maxsize=READINGS_KEPT)
def _understood(typed: str) -> Equation | Refused:
    try:
        return _read(plain(typed))
    except TROUBLES as error:
        return trouble(error)


def _read(text: str) -> Equation:
    sides = text.split("=")
    if len(sides) != 2 or not any(map(str.isalpha, text)):
        raise UnreadableError(NO_EQUATION)
    shown = left, right = parsed(sides[0]), parsed(sides[1])
    small = text.lower()
    both = has_both_cases(text)
    compared = shown if both or small == text else tuple(map(parsed, small.split("=")))
    return Equation(
        _value(*compared),
        f"{written(left)} = {written(right)}",
        f"{said(left)} equals {said(right)}",
        alone(left, sides[1]) + alone(right, sides[0]),
        _read(small) if both else None,
    )


def _value(left: Tree, right: Tree) -> str:
    """What all multiples share: one side taken from the other, without the number that all terms have in common."""
    difference = worth(Sum((left, Negative(right)))).top
    return polynomials.spelt(polynomials.primitive(difference) if difference else difference)


WAY = Way(read, judge)
