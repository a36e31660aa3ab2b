"""Building a quiz by hand: its questions from the bank or one's own, their order, its title."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from challenge.models import Quiz
from challenge.rules.names import tidy
from challenge.rules.questions import Question, as_dict, from_dict
from challenge.rules.reading import reading_ms
from challenge.rules.refusal import Refused
from challenge.services import access, shelves
from challenge.services.access import Action, StaffIdentity
from challenge.services.shelves import Wish
from challenge.services.tokens import new_code

MOST_QUESTIONS = 60
TITLE_LENGTH = 60
ABOUT_LENGTH = 300
SLUG_LENGTH = 8
COPY = " (copy)"
STALE = Refused("stale", "This quiz was changed in another window. Here it is as it stands now; press again.")
GONE = Refused("no_quiz", "There is no such quiz, or it isn't yours to change.")
NO_QUESTION = Refused("no_question", "That question isn't in the bank any more.")


def usable(db: Session, by: StaffIdentity, slug: str) -> Quiz | None:
    """A quiz that this person may see and play."""
    quiz = db.get(Quiz, slug)
    return quiz if quiz is not None and not access.refuse(db, by, Action.USE_QUIZ, owner_id=quiz.owner_id) else None


def is_changeable(db: Session, by: StaffIdentity, quiz: Quiz) -> bool:
    """Whether this person may change the quiz."""
    return access.refuse(db, by, Action.CHANGE_QUIZ, owner_id=quiz.owner_id) is None


def new_quiz(by: StaffIdentity, title: str, category: str, questions: list[Question]) -> Quiz:
    """A quiz of one's own, not yet stored."""
    return Quiz(
        slug=f"own-{new_code(SLUG_LENGTH).lower()}",
        title=tidy(title),
        category=category,
        about="",
        fingerprint="",
        questions=[as_dict(each) for each in questions],
        owner_id=by.staff_id,
    )


def copy(db: Session, by: StaffIdentity, slug: str) -> Quiz | None:
    """A quiz of one's own with the questions of another; None where there is no such quiz for this person."""
    quiz = usable(db, by, slug)
    if quiz is None:
        return None
    title = quiz.title[: TITLE_LENGTH - len(COPY)] + COPY
    made = new_quiz(by, title, quiz.category, [from_dict(each) for each in quiz.questions])
    made.about = quiz.about
    db.add(made)
    return made


def add(db: Session, by: StaffIdentity, slug: str, question_id: str) -> Refused | None:
    """Put a question of the bank at a quiz's end."""
    found = shelves.find(db, by, question_id)
    if found is None:
        return NO_QUESTION

    def added(questions: list[Question]) -> list[Question] | Refused:
        if any(each.id == found.question.id for each in questions):
            return Refused("in_it", "That question is in this quiz already.")
        if len(questions) >= MOST_QUESTIONS:
            return Refused("full", f"A quiz holds {MOST_QUESTIONS} questions at most. Take one out first.")
        return [*questions, found.question]

    return _changed(db, by, slug, added)


def remove(db: Session, by: StaffIdentity, slug: str, question_id: str, *, version: int) -> Refused | None:
    """Take a question out."""

    def removed(questions: list[Question]) -> list[Question]:
        return [each for each in questions if each.id != question_id]

    return _changed(db, by, slug, removed, version=version)


def move(db: Session, by: StaffIdentity, slug: str, question_id: str, *, up: bool, version: int) -> Refused | None:
    """Move a question one place up or down; the first can't go up, and the last not down."""

    def moved(questions: list[Question]) -> list[Question]:
        for at, question in enumerate(questions):
            to = at - 1 if up else at + 1
            if question.id == question_id and 0 <= to < len(questions):
                questions[at], questions[to] = questions[to], question
                break
        return questions

    return _changed(db, by, slug, moved, version=version)


def exchange(db: Session, by: StaffIdentity, slug: str, question_id: str, *, version: int) -> Refused | None:
    """Put another question of the same topic in a question's place, of the same type if there is one."""
    quiz = db.get(Quiz, slug)
    old = next((each for each in quiz.questions if each["id"] == question_id), None) if quiz else None
    if quiz is None or old is None:
        return GONE
    taken = {each["id"] for each in quiz.questions}
    shelf = shelves.browse(db, by, Wish(category=quiz.category, topic=old["topic"]))
    fresh = [each.question for each in shelf if each.question.id not in taken and not each.kept_for]
    alike = [each for each in fresh if each.kind == old["kind"]] or fresh
    if not alike:
        return Refused("none", "The bank has no other question on this topic.")
    # Another one each time that it is pressed, although no dice are thrown.
    new = alike[version % len(alike)]

    def exchanged(questions: list[Question]) -> list[Question]:
        return [new if each.id == question_id else each for each in questions]

    return _changed(db, by, slug, exchanged, version=version)


def rename(db: Session, by: StaffIdentity, slug: str, *, title: str, about: str, version: int) -> Refused | None:
    """Give a quiz another title and description."""
    if not 0 < len(tidy(title)) <= TITLE_LENGTH or len(tidy(about)) > ABOUT_LENGTH:
        return Refused("bad_field", f"A title has 1 to {TITLE_LENGTH} characters, a description up to {ABOUT_LENGTH}.")
    refusal = _changed(db, by, slug, lambda questions: questions, version=version)
    if refusal is None:
        quiz = db.get_one(Quiz, slug)
        quiz.title, quiz.about = tidy(title), tidy(about)
    return refusal


def delete(db: Session, by: StaffIdentity, slug: str) -> Refused | None:
    """Throw a quiz of one's own away. Rounds that were played with it keep their questions."""
    quiz = db.get(Quiz, slug)
    if quiz is None or not is_changeable(db, by, quiz):
        return GONE
    db.delete(quiz)
    return None


def takes_ms(question: Question) -> int:
    """How long a question is on show: to read and to answer it."""
    return reading_ms(question.words) + question.seconds * 1_000


def _changed(
    db: Session,
    by: StaffIdentity,
    slug: str,
    change: Callable[[list[Question]], list[Question] | Refused],
    *,
    version: int | None = None,
) -> Refused | None:
    """Change a quiz's questions. version: of the quiz that was seen; None where the change fits any."""
    quiz = db.get(Quiz, slug, with_for_update=True)
    if quiz is None or not is_changeable(db, by, quiz):
        return GONE
    if version not in (None, quiz.version):
        return STALE
    after = change([from_dict(each) for each in quiz.questions])
    if isinstance(after, Refused):
        return after
    quiz.questions = [as_dict(each) for each in after]
    quiz.version += 1
    return None
