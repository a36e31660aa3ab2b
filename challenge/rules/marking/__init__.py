"""Marking: what a response is worth, from the question and the raw response alone.

One module reads each type of typed answer and says how two readings compare; a new type is a module here and a line in
`_TYPED`. `judging` is what they all go through, `shape` judges untrusted values before they are kept, `wording` says a
response back to the team.
"""

from collections.abc import Callable, Mapping

from challenge.rules.marking import (
    clock_time,
    coordinates,
    duration,
    equation,
    expression,
    inequality,
    money,
    number,
    quantity,
    ratio,
    solutions,
)
from challenge.rules.marking.choice import mark_choice, mark_choices
from challenge.rules.marking.judging import Reading, Way
from challenge.rules.marking.order import mark_order
from challenge.rules.marking.shape import malformed
from challenge.rules.marking.text import joined, mark_text, refuse_text
from challenge.rules.marking.typed import shown
from challenge.rules.marking.verdict import Mark, Verdict
from challenge.rules.marking.wording import answer_hint, chosen
from challenge.rules.questions import Kind, Question, Raw, Wanted
from challenge.rules.refusal import Refused

__all__ = [
    "Mark",
    "Reading",
    "Verdict",
    "answer_hint",
    "chosen",
    "identity",
    "malformed",
    "mark",
    "read",
    "shown",
    "unreadable",
]

_OF_ONE: Mapping[Kind, Callable[[Question, str], Mark]] = {
    Kind.CHOICE: mark_choice,
    Kind.TRUTH: mark_choice,
    Kind.TEXT: mark_text,
}
_OF_SEVERAL: Mapping[Kind, Callable[[Question, tuple[str, ...]], Mark]] = {
    Kind.CHOICES: mark_choices,
    Kind.ORDER: mark_order,
}
_TYPED: Mapping[Kind, Way] = {
    Kind.NUMBER: number.WAY,
    Kind.MONEY: money.WAY,
    Kind.QUANTITY: quantity.WAY,
    Kind.DURATION: duration.WAY,
    Kind.TIME: clock_time.WAY,
    Kind.RATIO: ratio.WAY,
    Kind.COORDINATES: coordinates.WAY,
    Kind.EXPRESSION: expression.WAY,
    Kind.EQUATION: equation.WAY,
    Kind.INEQUALITY: inequality.WAY,
    Kind.SOLUTIONS: solutions.WAY,
}


def mark(question: Question, raw: Raw) -> Mark:
    """The verdict on any response whatever. What has not the shape of an answer is unreadable, never wrong."""
    if malformed(question, raw):
        return Mark(Verdict.UNREADABLE, shown(raw if isinstance(raw, str) else ", ".join(raw)))
    if not isinstance(raw, str):
        return _OF_SEVERAL[question.kind](question, raw)
    way = _TYPED.get(question.kind)
    return _OF_ONE[question.kind](question, raw) if way is None else way.mark(question, raw)


def read(kind: Kind, typed: str, wanted: Wanted) -> Reading | Refused:
    """A typed answer as it is understood, whether right or wrong; or why it isn't, and how to mend it."""
    if kind is Kind.TEXT:
        return refuse_text(typed) or Reading(joined(typed), shown(typed), shown(typed))
    return _TYPED[kind].read(typed, wanted)


def unreadable(question: Question, raw: Raw) -> Refused | None:
    """Why a typed answer can't be taken and how to mend it, so that the phone can ask again at once.

    It depends on the text and on how the answer is asked for, and so tells nothing about the key.
    """
    way = _TYPED.get(question.kind)
    if way is not None and isinstance(raw, str):
        return way.refuse(raw, question.wanted)
    if question.kind is Kind.TEXT and isinstance(raw, str):
        return refuse_text(raw)
    return None


def identity(question: Question, raw: Raw) -> str:
    """What identical answers share, however they were typed: 0.5 and 1/2, `Isosceles ` and `isosceles`."""
    if not isinstance(raw, str):
        return ",".join(sorted(raw) if question.kind is Kind.CHOICES else raw)
    if question.kind in _OF_ONE and question.kind is not Kind.TEXT:
        return raw
    reading = read(question.kind, raw, question.wanted)
    return f"unreadable {shown(raw)}" if isinstance(reading, Refused) else f"= {reading.value}"
