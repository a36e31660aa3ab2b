"""Reading and marking the solutions of an equation: 4, x = 4, x = 2 or x = −3, ±3, no solution.

Their order never matters, and one that is typed twice counts once.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from challenge.rules.marking import forms, spoken
from challenge.rules.marking.entries import entry, said, understood, without_commas
from challenge.rules.marking.inequality import OTHER_LETTER
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import Numeral, numeral, signed
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

NO_SOLUTIONS = Refused("unreadable", "Type a number like a = 57, two with “or” between, or: no solution.")
WHICH_COMMA = Refused("unreadable", "Is that one number or two? Type two with “or” between, and one without a comma.")
SEVERAL_LETTERS = Refused("unreadable", "Use the same letter for all solutions.")

MOST_SOLUTIONS = 8

TOO_LONG = Refused("unreadable", f"That's too many for us to read. Type {MOST_SOLUTIONS} solutions at most.")

TOO_MANY = "What is right is there, but so is one that isn't a solution."
SOME = "One part of it is right. Try each solution in the equation."

_NONE = re.compile(r"(?:there (?:is|are) )?no (?:real )?(?:solutions?|roots?|answers?)|none|∅|\{ ?\}")
_BRACES = re.compile(r"\{ ?(.*?) ?\}")
_BETWEEN = re.compile(r"(?: ?(?:[,;&]|(?<![a-z])(?:or|and)(?![a-z])) ?)+| (?=[a-z] ?=)")
_ONE = re.compile(r"(?:(?P<letter>[a-z]) ?= ?)?(?P<both>±|\+/-)? ?(?P<number>[^=]+?)(?: ?= ?(?P<behind>[a-z]))?")
_TWO_WAYS = re.compile(r"[0-9],(?:0[0-9]|[0-9]{3}(?![0-9]))")


@dataclass(frozen=True, slots=True)
class Solutions(Reading):
    """numbers: every solution once, the lowest first. letter: the one that was typed with them, or none.

    typed: the numbers as they were typed.
    """

    numbers: tuple[Fraction, ...]
    letter: str
    typed: tuple[Numeral, ...]


def read(typed: str, _wanted: Wanted) -> Solutions | Refused:
    """The solutions typed, or why they can't be read and how to mend them."""
    return understood(typed, _read, nothing=NO_SOLUTIONS, unclear=NO_SOLUTIONS)


def judge(key: Solutions, given: Solutions, _wanted: Wanted) -> Judged:
    """Right if all are there and no other; a part of them is wrong, with the reason."""
    if key.numbers == given.numbers:
        other = key.letter and given.letter and key.letter != given.letter
        return Judged(Verdict.FORM, OTHER_LETTER) if other else Judged(Verdict.RIGHT)
    return Judged(Verdict.WRONG, _partly(set(key.numbers), set(given.numbers)))


def off_form(given: Solutions, _wanted: Wanted) -> str:
    """Whether a number is still to be worked out: x = 84/7 doesn't solve 7x = 84 yet."""
    return forms.off_worked_out(given.typed)


def _partly(asked: set[Fraction], given: set[Fraction]) -> str:
    found = len(asked & given)
    if not found:
        return ""
    if found == len(given):
        return f"You have {spoken.whole(found)} of {spoken.whole(len(asked))}."
    return TOO_MANY if found == len(asked) else SOME


def _read(text: str) -> Solutions | Refused:
    if _NONE.fullmatch(text):
        return Solutions((), "no solution", "no solution", (), "", ())
    if _TWO_WAYS.search(text):
        return WHICH_COMMA
    braces = _BRACES.fullmatch(text)
    texts = _BETWEEN.split(braces[1] if braces else text)
    if len(texts) > MOST_SOLUTIONS:
        return TOO_LONG
    found = [_ONE.fullmatch(each) for each in texts]
    numbers: list[Numeral] = []
    for each in found:
        these = _numbers(each) if each else NO_SOLUTIONS
        if isinstance(these, Refused):
            return these
        numbers += these
    return _together(numbers, {name for each in found if each for name in each.group("letter", "behind") if name})


def _numbers(found: re.Match[str]) -> list[Numeral] | Refused:
    """The number, or ± the number as two."""
    if found["letter"] and found["behind"]:
        return NO_SOLUTIONS
    number = (numeral if found["both"] else entry)(found["number"], NO_SOLUTIONS)
    if isinstance(number, Refused):
        return number
    return [number, signed(number, "-")] if found["both"] else [number]


def _together(numbers: list[Numeral], letters: set[str]) -> Solutions | Refused:
    if len(letters) > 1:
        return SEVERAL_LETTERS
    once = {number.value: number for number in numbers if isinstance(number.value, Fraction)}
    letter, values = "".join(letters), tuple(sorted(once))
    before = f"{letter} = " if letter else ""
    return Solutions(
        values,
        " or ".join(before + without_commas(number) for number in once.values()),
        (f"{letter} is " if letter else "") + " or ".join(map(said, once.values())),
        values,
        letter,
        tuple(numbers),
    )


WAY = Way(read, judge, off_form)
