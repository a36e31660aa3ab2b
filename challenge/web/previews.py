"""A question that nobody plays: how it looks while it is open, what an answer is worth, how typing is read."""

from typing import Any

from flask import abort, jsonify

from challenge.rules import marking, showing
from challenge.rules.questions import Question
from challenge.services import views
from challenge.web.wiring import Page


def as_if_open(question: Question) -> dict[str, Any]:
    """A round of this one question, whose answers are open and whose clock stands."""
    return {
        "title": "Preview",
        "state": "open",
        "paused": False,
        "paused_at": None,
        "number": 1,
        "of": 1,
        "opens_at": 0,
        "closes_at": question.seconds * 1_000,
        "deadlines": {"0": question.seconds * 1_000},
        "seconds": question.seconds,
        "question": showing.asked(question, number=1),
        "reveal": None,
        "answered": 0,
        "teams": 12,
        "can_change": True,
    }


def tried(question: Question, answer: Any) -> Page:
    """What this answer is worth."""
    if marking.malformed(question, answer):
        abort(422)
    mark = marking.mark(question, tuple(answer) if isinstance(answer, list) else answer)
    return jsonify(verdict=mark.verdict.value, reason=mark.reason, reading=mark.reading)


def read_out(question: Question, typed: Any) -> Page:
    """How what is typed so far is read."""
    if not isinstance(typed, str) or question.options:
        abort(422)
    return jsonify(typed=typed, **views.reading(question, typed))
