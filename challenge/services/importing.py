"""Questions of a file made somebody's own, and quizzes of them: all at once, or nothing.

What is in the file was read and typeset before. This module must not know any file format.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import TOPICS
from challenge.models import OwnQuestion, Quiz
from challenge.rules.names import tidy
from challenge.rules.questions import Question
from challenge.rules.refusal import Refused
from challenge.services import access, writing
from challenge.services.access import Action, StaffIdentity
from challenge.services.building import MOST_QUESTIONS, TITLE_LENGTH, new_quiz
from challenge.services.transaction import attempt

CALCULATORS = ("yes", "no")
SECONDS = range(10, 241)
SECRET_LENGTH = 16
NOTHING = Refused("none", "There is no question to keep.")
Written = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Intake:
    """What whoever imports a file says of it. The last three: for the questions whose file says nothing of them."""

    title: str
    category: str
    topic: str = ""
    calculator: str = ""
    seconds: str = ""


def refuse_intake(intake: Intake, *, lacking: Mapping[str, int]) -> dict[str, Refused]:
    """What is wrong, by field. lacking: what some of the questions don't say."""
    seconds = intake.seconds
    allowed = {
        "title": 0 < len(tidy(intake.title)) <= TITLE_LENGTH,
        "category": intake.category in CATEGORIES,
        "topic": "topic" not in lacking or intake.topic in TOPICS,
        "calculator": "calculator" not in lacking or intake.calculator in CALCULATORS,
        "seconds": "seconds" not in lacking or (seconds.isdecimal() and len(seconds) < 5 and int(seconds) in SECONDS),
    }
    remedies = {
        "title": f"Give the quiz a title of up to {TITLE_LENGTH} characters.",
        "category": "Choose one of the levels.",
        "topic": "Choose the topic of the questions that name none.",
        "calculator": "Choose whether they are answered with a calculator.",
        "seconds": f"Write a number of seconds from {SECONDS[0]} to {SECONDS[-1]}.",
    }
    return {name: Refused("bad_field", remedies[name]) for name, fine in allowed.items() if not fine}


def parts(count: int) -> int:
    """How many quizzes so many questions need."""
    return -(-count // MOST_QUESTIONS)


def keep(
    db: Session,
    by: StaffIdentity,
    intake: Intake,
    questions: Sequence[tuple[Written, Question]],
    *,
    secret: str,
    now: int,
) -> list[str] | Refused:
    """Keep these questions as somebody's own, in new quizzes, as few as hold them; the quizzes' slugs.

    secret: of the form that asks for it. Quizzes that have it already are those that were asked for.
    """
    if refusal := access.refuse(db, by, Action.MAKE_QUIZ):
        return refusal
    if not questions:
        return NOTHING
    quizzes = _quizzes(by, intake, parts(len(questions)), secret=secret)
    slugs = [quiz.slug for quiz in quizzes]
    if db.get(Quiz, slugs[0]) is not None:
        return slugs
    try:
        with attempt(db):
            db.add_all(quizzes)
    except IntegrityError:
        # The same form came twice, and another process was quicker.
        return slugs
    kept = _kept(db, by, intake.category, questions, now=now)
    for number, quiz in enumerate(quizzes):
        quiz.questions = kept[number * MOST_QUESTIONS : (number + 1) * MOST_QUESTIONS]
    return slugs


def _quizzes(by: StaffIdentity, intake: Intake, count: int, *, secret: str) -> list[Quiz]:
    """Empty quizzes; where there are several, their titles say which part each is."""
    quizzes = []
    for number in range(1, count + 1):
        part = f" ({number} of {count})" if count > 1 else ""
        quiz = new_quiz(by, tidy(intake.title)[: TITLE_LENGTH - len(part)] + part, intake.category, [])
        quiz.slug = f"own-{secret[:SECRET_LENGTH]}" + (f"-{number}" if count > 1 else "")
        quizzes.append(quiz)
    return quizzes


def _kept(
    db: Session, by: StaffIdentity, category: str, questions: Sequence[tuple[Written, Question]], *, now: int
) -> list[dict[str, object]]:
    """The questions as quizzes hold them, stored as own ones: two statements for all, for others wait meanwhile."""
    rows = [OwnQuestion(owner_id=by.staff_id, made_at=now) for _ in questions]
    for row, (written, question) in zip(rows, questions, strict=True):
        writing.fill_in(row, question, category=category, written=written)
    db.add_all(rows)
    db.flush()
    for row in rows:
        writing.name_by_row(row)
    return [dict(row.content) for row in rows]
