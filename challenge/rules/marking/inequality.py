"""Reading and marking an inequality as the answer: x > 3, −2 < x ≤ 5, x < 2 or x > 5.

With one letter, two inequalities are the same where the same numbers solve them; with more, where one is a positive
multiple of the other. Where the key has its letter by itself, so must the answer, unless any form will do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from challenge.rules.marking import polynomials, rationals
from challenge.rules.marking.equation import alone, isolated
from challenge.rules.marking.forms import WORK_IT_OUT
from challenge.rules.marking.grammar import READINGS_KEPT, TROUBLES, parsed, trouble
from challenge.rules.marking.intervals import Bound, Interval, joined, meeting
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.polynomials import Polynomial
from challenge.rules.marking.saying import said
from challenge.rules.marking.tokens import UnreadableError, plain, refusal
from challenge.rules.marking.trees import Negative, Number, Quotient, Sum, Tree, worth, written
from challenge.rules.marking.typed import MINUS
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

NO_INEQUALITY = refusal("Type an inequality with a sign such as ≥, like a ≥ 57. Use the sign, not words.")
AN_EQUALS_SIGN = refusal("Type one sign for “or equal to”: ≥ or ≤. An equals sign by itself doesn't fit here.")
THREE_SIDES = refusal("Two signs in a row have to point the same way, with the letter in the middle.")
NOT_JOINED = refusal("Type “and” or “or” between the two.")
SEVERAL_LETTERS = refusal("Where you write “or”, use one letter and no powers.")

TURNED = "Check which way the sign points."
OTHER_LETTER = "Right numbers. Check the letter: the question has another one."

_SIGNS = {"<": "less than", "≤": "less than or equal to", ">": "greater than", "≥": "greater than or equal to"}
_TURNED = str.maketrans("<≤>≥", ">≥<≤")
_AT_MOST = re.compile("< ?=|= ?<|[≦⩽]")
_AT_LEAST = re.compile("> ?=|= ?>|[≧⩾]")
_SIGN = re.compile("([<≤>≥])")
_OR = re.compile("(?<![a-z])or(?![a-z])", re.IGNORECASE)
_AND = re.compile("(?<![a-z])and(?![a-z])|&", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """What stands beside a sign, and its text."""

    tree: Tree
    text: str

    def has_letter(self) -> bool:
        """Whether it isn't a plain number."""
        return any(map(str.isalpha, self.text))


@dataclass(frozen=True, slots=True)
class Chain:
    """Sides with signs between them: x > 3, or −2 < x ≤ 5."""

    sides: tuple[Side, ...]
    signs: tuple[str, ...]

    def pairs(self) -> Iterator[tuple[Side, str, Side]]:
        """Each sign with what stands to its left and right."""
        return zip(self.sides, self.signs, self.sides[1:], strict=False)


Alternatives = list[list[Chain]]
"""What is joined by “or”; each item, what is joined by “and”."""


@dataclass(frozen=True, slots=True)
class Inequality(Reading):
    """letter, intervals: the only letter, and what solves it. alone: the letters that stand by themselves.

    worked_out: whether each side without a letter is a number, and not a calculation such as 84/7 or 5 − 2.
    """

    letter: str
    intervals: tuple[Interval, ...]
    alone: tuple[str, ...]
    worked_out: bool


def read(typed: str, _wanted: Wanted) -> Inequality | Refused:
    """The inequality typed, or why it can't be read and how to mend it."""
    return _understood(typed)


def judge(key: Inequality, given: Inequality, wanted: Wanted) -> Judged:
    """Right if the same numbers solve it and the letter is by itself as in the key; a near miss is told."""
    if key.value == given.value:
        return isolated(key.alone, given.alone, wanted)
    if not key.intervals:
        return Judged(Verdict.WRONG)
    if key.intervals == given.intervals:
        return Judged(Verdict.FORM, OTHER_LETTER)
    return Judged(Verdict.WRONG, _near_miss(key.intervals, given.intervals) if key.letter == given.letter else "")


def off_form(given: Inequality, wanted: Wanted) -> str:
    """Whether a number is still to be worked out."""
    return "" if given.worked_out or wanted.form == "any" else WORK_IT_OUT


def _near_miss(key: tuple[Interval, ...], given: tuple[Interval, ...]) -> str:
    """What sets two solutions apart that differ in a sign only."""
    asked, answered = _bounds(key), _bounds(given)
    places, places_given = _places(asked), _places(answered)
    if places == places_given:
        apart = next(one for one, other in zip(asked, answered, strict=True) if one != other)
        return f"Is {_places([apart])[0]} itself included?"
    return TURNED if places == places_given[::-1] else ""


def _bounds(intervals: tuple[Interval, ...]) -> list[Bound]:
    return [bound for interval in intervals for bound in (interval.low, interval.high)]


def _places(bounds: list[Bound]) -> list[str]:
    """Where the bounds are, whether they belong or not."""
    return ["" if bound is None else str(bound[0]).replace("-", MINUS) for bound in bounds]


@lru_cache(maxsize=READINGS_KEPT)
def _understood(typed: str) -> Inequality | Refused:
    try:
        return _read(_AT_LEAST.sub("≥", _AT_MOST.sub("≤", plain(typed))))
    except TROUBLES as error:
        return trouble(error)


def _read(text: str) -> Inequality:
    shown, small = _alternatives(text), text.lower()
    alternatives = shown if small == text else _alternatives(small)
    differences = [[_above_nought(pair) for chain in chains for pair in chain.pairs()] for chains in alternatives]
    letters = sorted({name for each in differences for top, _ in each for name in polynomials.letters(top)})
    intervals = _solved(differences) if len(letters) == 1 else ()
    return Inequality(
        f"{letters[0]} in {' or '.join(map(str, intervals))}" if intervals else _unsolved(differences),
        " or ".join(" and ".join(map(_written, chains)) for chains in shown),
        " or ".join(" and ".join(map(_said, chains)) for chains in shown),
        letters[0],
        intervals,
        _alone([chain for chains in alternatives for chain in chains]),
        all(side.has_letter() or _is_number(side.tree) for chains in shown for chain in chains for side in chain.sides),
    )


def _alternatives(text: str) -> Alternatives:
    return [[_chain(piece) for piece in _AND.split(part)] for part in _OR.split(text)]


def _chain(text: str) -> Chain:
    if "=" in text:
        raise UnreadableError(AN_EQUALS_SIGN)
    pieces = _SIGN.split(text)
    if len(pieces) not in (3, 5):
        raise UnreadableError(NO_INEQUALITY)
    if len(pieces) == 5 and "," in pieces[2]:
        raise UnreadableError(NOT_JOINED)
    chain = Chain(tuple(Side(parsed(piece), piece) for piece in pieces[::2]), tuple(pieces[1::2]))
    has_letter = [side.has_letter() for side in chain.sides]
    if not any(has_letter):
        raise UnreadableError(NO_INEQUALITY)
    if len(pieces) == 5 and (has_letter != [False, True, False] or _points_up(pieces[1]) != _points_up(pieces[3])):
        raise UnreadableError(THREE_SIDES)
    return chain


def _points_up(sign: str) -> bool:
    return sign in "<≤"


def _above_nought(pair: tuple[Side, str, Side]) -> tuple[Polynomial, str]:
    """The polynomial that is above 0, or above or equal to 0, wherever one side is as the sign says."""
    left, sign, right = pair
    difference = worth(Sum((left.tree, Negative(right.tree))))
    if not difference.is_whole() or not polynomials.letters(difference.top):
        raise UnreadableError(NO_INEQUALITY)
    if _points_up(sign):
        return rationals.negative(difference).top, sign.translate(_TURNED)
    return difference.top, sign


def _solved(differences: list[list[tuple[Polynomial, str]]]) -> tuple[Interval, ...]:
    """The numbers that solve it, for one letter without powers; else nothing."""
    if any(len(name) > 1 for each in differences for top, _ in each for name in top):
        return ()
    return joined(meeting(_interval(top, sign) for top, sign in each) for each in differences)


def _interval(top: Polynomial, sign: str) -> Interval:
    """Where ax + b is above 0, or not below."""
    slope = next(coefficient for name, coefficient in top.items() if name)
    bound = Fraction(-top.get("", 0), slope), sign == "≥"
    return Interval(low=bound) if slope > 0 else Interval(high=bound)


def _unsolved(differences: list[list[tuple[Polynomial, str]]]) -> str:
    """What positive multiples share."""
    if len(differences) > 1:
        raise UnreadableError(SEVERAL_LETTERS)
    return " and ".join(sorted({f"{_without_content(top)}{sign}0" for top, sign in differences[0]}))


def _without_content(top: Polynomial) -> str:
    shared = polynomials.content(top)
    return polynomials.spelt({name: coefficient // shared for name, coefficient in top.items()})


def _alone(chains: list[Chain]) -> tuple[str, ...]:
    """The letters that stand by themselves wherever there is a sign."""
    first, *others = map(_alone_in, chains)
    return tuple(name for name in first if all(name in other for other in others))


def _alone_in(chain: Chain) -> tuple[str, ...]:
    if len(chain.sides) == 3:
        return alone(chain.sides[1].tree, "")
    left, right = chain.sides
    return alone(left.tree, right.text) + alone(right.tree, left.text)


def _is_number(tree: Tree) -> bool:
    """Whether nothing is left to work out: a fraction may stay one, unless it is a whole number."""
    match tree:
        case Negative(inner):
            return _is_number(inner)
        case Quotient(Number(over), Number(under)):
            return under == 1 or (over / under).denominator > 1
        case _:
            return isinstance(tree, Number)


def _written(chain: Chain) -> str:
    rest = zip(chain.signs, chain.sides[1:], strict=True)
    return written(chain.sides[0].tree) + "".join(f" {sign} {written(side.tree)}" for sign, side in rest)


def _said(chain: Chain) -> str:
    """The letter first where it is in the middle: x is greater than 2 and less than 5."""
    if len(chain.sides) == 2:
        left, right = map(_side_said, chain.sides)
        return f"{left} is {_SIGNS[chain.signs[0]]} {right}"
    low, middle, high = map(_side_said, chain.sides)
    first, second = _SIGNS[chain.signs[0].translate(_TURNED)], _SIGNS[chain.signs[1]]
    return f"{middle} is {first} {low} and {second} {high}"


def _side_said(side: Side) -> str:
    """A number in digits, anything else in words."""
    match side.tree:
        case Number(_, text):
            return text
        case Negative(Number(_, text)):
            return f"minus {text}"
        case _:
            return said(side.tree)


WAY = Way(read, judge, off_form)
