"""The search for answers that take the marking long, a part of `python3 run.py mark --bench`.

It starts from the slowest answers that are known and changes them piece by piece: what takes longer is kept and changed
again. Pieces and changes come from a seed, so each run goes the same way as far as its clock lets it. It must not know
how anything is marked.
"""

from collections.abc import Callable, Iterable
from random import Random

from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import Kind

KEPT = 40
"""The slowest answers, from which others are made."""
LONGEST_CUT = 24

Clock = Callable[[str], float]
"""How long an answer takes, in any unit."""

_ALGEBRA = (
    "x", "y", "z", "a", "b", "c", "X", "π", "(", ")", "((", "))", "+", "-", "*", "/", "1/", "+1/(", "^2", "^3", "^4",
    "^12", "^-2", "1", "2", "9", "99999999", "0.5", "½", "0.1x", "x/3", "x^6", "x^12", "(x+1)", "(x-1)", "(x+y)",
    "(x+2)^2", "(2x+3y)", "(a+b+c)", "(x^2+1)", "(x^2+x+1)", "(x^3-1)", "(x^5+x^4+x^3+x^2+x+1)", "(x+1)/(x+2)",
    "/(x+1)", "/(x+y)", "/(x^2-1)",
)  # fmt: skip
_NUMBERS = (
    "1", "2", "9", "99", "00", "9999", "1,000", "1/3", "½", "3 1/2", "0.5", "/", ".", ",", "-", " ", "O", "and ", "or ",
)  # fmt: skip
_SIGNS = ("√", "π", "(", ")", "^12", "^-12", "10^", "x10^30", "√999983", "999983", "(3/4)", "%", "£", "e", "cm")
_LETTERS = ("é", "a", " ", "-", "ﬁ", "ﷺ", "ǆ", "İ", "ß", "'", "a b", "Ⅳ", "①", "\u0301", "ᾧ", "ΐ", "㎢", "x ", "1a")
_UNITS = ("m", "²", "per", "square ", "cubic ", "h", "s", "miles", " an hour", "ft", "in", "'", "km/h")

PIECES: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: _NUMBERS + _SIGNS,
    Kind.MONEY: (*_NUMBERS, "£", "p", "pounds", "pence"),
    Kind.QUANTITY: _NUMBERS + _SIGNS + _UNITS,
    Kind.DURATION: (*_NUMBERS, "1h", "1½h", "30", "min", ":", "59", "s", "weeks", "days"),
    Kind.TIME: (*_NUMBERS, "30", "h", ":", "am", "pm", "noon", "o'clock", "p.m."),
    Kind.RATIO: (*_NUMBERS, ":", "to ", "is to "),
    Kind.COORDINATES: (*_NUMBERS, "(", ")", ";", "x=", "y=", "z="),
    Kind.EXPRESSION: _ALGEBRA,
    Kind.EQUATION: (*_ALGEBRA, "=", "=0", "y="),
    Kind.INEQUALITY: (*_ALGEBRA, "<", ">", "≤", "<9", "x<", " or ", " and ", "x>1 or "),
    Kind.SOLUTIONS: (*_NUMBERS, "x=", "x", "= x", "y", "±", "±½", "±1,", "no solution"),
    Kind.TEXT: _LETTERS,
}
"""What an answer of each type may be made of."""


def slowest(kind: Kind, known: Iterable[str], clock: Clock, *, tries: int) -> str:
    """The answer that took longest of those known and of so many that were tried."""
    dice = Random(kind.value)  # noqa: S311 - the same search on every run, not a secret
    times = {answer: clock(answer) for answer in known}
    for _ in range(tries):
        best = sorted(times, key=times.__getitem__, reverse=True)[:KEPT]
        answer = _changed(dice.choice(best[: dice.choice((3, 10, KEPT))]), dice, PIECES[kind], others=best)
        if answer not in times:
            times = {each: times[each] for each in best} | {answer: clock(answer)}
    return max(times, key=times.__getitem__)


def _changed(answer: str, dice: Random, pieces: tuple[str, ...], *, others: list[str]) -> str:
    """One to three stretches of an answer, each replaced by a piece, by a stretch of another answer, or by nothing."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        cut = dice.randint(0, len(answer))
        until = cut + dice.choice((0, 0, 1, 1, 2, 3, 6, 12))
        match dice.randrange(5):
            case 0:
                new = ""
            case 1:
                new = _stretch(dice.choice(others), dice)
            case _:
                new = dice.choice(pieces)
        answer = answer[:cut] + new + answer[until:]
    return answer[:MOST_CHARACTERS]


def _stretch(answer: str, dice: Random) -> str:
    start = dice.randint(0, len(answer))
    return answer[start : start + dice.randint(1, LONGEST_CUT)]
