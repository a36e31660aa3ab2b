"""Marking what was chosen from options: one, true or false, or every right one and no other."""

from challenge.rules.marking.verdict import Mark, Verdict
from challenge.rules.questions import Kind, Question


def mark_choice(question: Question, chosen: str) -> Mark:
    """Right if it is the key; else the misconception behind the option."""
    reading = chosen.capitalize() if question.kind is Kind.TRUTH else chosen
    if chosen in question.key:
        return Mark(Verdict.RIGHT, reading)
    return Mark(Verdict.WRONG, reading, _slips(question, {chosen}))


def mark_choices(question: Question, chosen: tuple[str, ...]) -> Mark:
    """Right if every right option was chosen and no other; the order of choosing doesn't count."""
    reading = ", ".join(option.id for option in question.options if option.id in chosen)
    if set(chosen) == set(question.key):
        return Mark(Verdict.RIGHT, reading)
    return Mark(Verdict.WRONG, reading, _slips(question, set(chosen) - set(question.key)))


def _slips(question: Question, wrong: set[str]) -> str:
    return " ".join(option.slip for option in question.options if option.id in wrong and option.slip)
