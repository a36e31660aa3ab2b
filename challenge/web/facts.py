"""What the builder's pages print of a quiz and of a question, as plain values for templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from challenge.catalogue.quizzes import CATEGORIES
from challenge.models import Quiz
from challenge.rules.blueprint import minutes
from challenge.rules.insight import Insight
from challenge.rules.questions import Kind, Option, Question, Slip, from_dict
from challenge.services import building
from challenge.services.shelves import KeptBack, Shelved
from challenge.services.views.programme import ANSWERED_BY


def of_quiz(quiz: Quiz) -> dict[str, Any]:
    """A quiz without its questions: what it is, and how long it takes."""
    questions = [from_dict(each) for each in quiz.questions]
    return {
        "slug": quiz.slug,
        "title": quiz.title,
        "about": quiz.about,
        "category": quiz.category,
        "category_name": CATEGORIES[quiz.category],
        "questions": len(questions),
        "minutes": minutes([building.takes_ms(each) for each in questions]),
        "calculator": sum(each.calculator for each in questions),
        "version": quiz.version,
    }


def of_questions(questions: Sequence[Shelved | KeptBack], past: Mapping[str, Insight]) -> list[dict[str, Any]]:
    """Questions with their answers; no more than its place of one that is kept back. past: how they did, by id."""
    return [
        {"id": each.id, "kept_back": True} if isinstance(each, KeptBack) else of_question(each, past.get(each.id))
        for each in questions
    ]


def of_question(each: Shelved, past: Insight | None) -> dict[str, Any]:
    """A question with its answer. past: how it did; None where it was never played."""
    question = each.question
    return {
        "id": each.id,
        "category": each.category,
        "category_name": CATEGORIES[each.category],
        "topic": question.topic,
        "kind": ANSWERED_BY[question.kind],
        "calculator": question.calculator,
        "seconds": question.seconds,
        "text": _typeset(question.text),
        "answer": _typeset(question.answer),
        "options": [] if question.kind is Kind.ORDER else [_option(question, each) for each in question.options],
        "slips": [] if question.options else [_slip(each) for each in question.slips],
        "trick": _typeset(question.trick),
        "steps": [_typeset(step) for step in question.steps],
        "own": each.own,
        "kept_for": each.kept_for,
        "past": past,
    }


def _option(question: Question, option: Option) -> dict[str, Any]:
    right = option.id in question.key
    return {"id": option.id, "html": _typeset(option.html), "slip": _typeset(option.slip), "right": right}


def _slip(slip: Slip) -> dict[str, Any]:
    return {"answer": slip.answer, "because": _typeset(slip.because)}


def _typeset(html: str) -> Markup:
    """What the catalogue typeset: it escaped everything else."""
    return Markup(html)  # noqa: S704 - see above
