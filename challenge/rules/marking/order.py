"""Marking options that were put in order. A slip's answer is `reversed` or the ids in their wrong order: `3, 1, 2`."""

from challenge.rules.marking.verdict import Mark, Verdict
from challenge.rules.questions import Question


def mark_order(question: Question, order: tuple[str, ...]) -> Mark:
    """Right if every option is in its place."""
    reading = ", ".join(order)
    if order == question.key:
        return Mark(Verdict.RIGHT, reading)
    slips = (slip.because for slip in question.slips if _slipped(question, slip.answer) == order)
    return Mark(Verdict.WRONG, reading, next(slips, ""))


def _slipped(question: Question, answer: str) -> tuple[str, ...]:
    if answer == "reversed":
        return question.key[::-1]
    return tuple(part.strip() for part in answer.split(","))
