"""The quizzes and the bank in the database: brought up to date with puzzles/ at every start."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES, Bank, Problem, taken
from challenge.catalogue.quizzes import BankQuestion as Drawn
from challenge.catalogue.quizzes import Quiz as Read
from challenge.models import BankQuestion, Quiz
from challenge.rules.questions import as_dict
from challenge.services import access
from challenge.services.access import Action, StaffIdentity


def outdated(db: Session, fingerprints: dict[str, str]) -> list[str]:
    """The quizzes that changed since they were stored, by slug. fingerprints: those of the files, by slug."""
    stored = {row.slug: row.fingerprint for row in db.execute(select(Quiz.slug, Quiz.fingerprint))}
    return [slug for slug, fingerprint in fingerprints.items() if stored.get(slug) != fingerprint]


def store(db: Session, quizzes: Sequence[Read]) -> None:
    """Keep these quizzes in place of older ones of the same name. Rounds that were made keep their copies."""
    for quiz in quizzes:
        db.merge(
            Quiz(
                slug=quiz.slug,
                title=quiz.title,
                category=quiz.category,
                about=quiz.about,
                fingerprint=quiz.fingerprint,
                questions=[as_dict(question) for question in quiz.questions],
            )
        )


def quizzes(db: Session, by: StaffIdentity) -> list[Quiz]:
    """The quizzes that somebody may play: the ready-made ones and their own, by level and title."""
    levels = list(CATEGORIES)
    playable = [
        quiz
        for quiz in db.scalars(select(Quiz))
        if access.refuse(db, by, Action.USE_QUIZ, owner_id=quiz.owner_id) is None
    ]
    return sorted(playable, key=lambda quiz: (levels.index(quiz.category), quiz.title, quiz.slug))


def outdated_banks(db: Session, fingerprints: dict[str, str]) -> list[str]:
    """The bank's files that changed, came or went since they were stored, by slug. fingerprints: those of the files."""
    stored = {
        (row.bank, row.fingerprint)
        for row in db.execute(select(BankQuestion.bank, BankQuestion.fingerprint).distinct())
    }
    return sorted({slug for slug, _ in stored ^ set(fingerprints.items())})


def forget_banks(db: Session, slugs: Collection[str]) -> None:
    """Remove the questions of files that are gone; quizzes and rounds keep their copies."""
    db.execute(delete(BankQuestion).where(BankQuestion.bank.in_(slugs)))


def store_banks(db: Session, banks: Sequence[Bank]) -> list[Problem]:
    """Keep the questions of these files in place of what they held before.

    A question whose id another file has already is left out and named; its file is then read again at the next start.
    """
    db.execute(delete(BankQuestion).where(BankQuestion.bank.in_([bank.slug for bank in banks])))
    owners = {row.id: row.bank for row in db.execute(select(BankQuestion.id, BankQuestion.bank))}
    problems = []
    for bank in banks:
        repeated = [each for each in bank.questions if owners.setdefault(each.question.id, bank.slug) != bank.slug]
        problems += [taken(each, bank, owners[each.question.id]) for each in repeated]
        fingerprint = "" if repeated else bank.fingerprint
        db.add_all(_row(each, bank, fingerprint) for each in bank.questions if each not in repeated)
    return problems


def _row(each: Drawn, bank: Bank, fingerprint: str) -> BankQuestion:
    question = each.question
    return BankQuestion(
        id=question.id,
        bank=bank.slug,
        category=bank.category,
        topic=question.topic,
        kind=question.kind.value,
        calculator=question.calculator,
        made=each.made,
        content=as_dict(question),
        fingerprint=fingerprint,
    )
