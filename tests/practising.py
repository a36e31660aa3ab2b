"""A small bank to practise with."""

from dataclasses import replace

from sqlalchemy import delete
from sqlalchemy.orm import Session

from challenge.models import BankQuestion, Reservation, Staff
from challenge.rules.questions import Question, as_dict
from tests import builders


def fill_bank(db: Session, questions: list[Question], *, category: str = "funkies") -> None:
    """Put these questions in place of what the bank holds."""
    db.execute(delete(BankQuestion))
    db.add_all(
        BankQuestion(
            id=each.id,
            bank=f"{category}-number",
            category=category,
            topic=each.topic,
            kind=each.kind.value,
            calculator=each.calculator,
            made="",
            content=as_dict(each),
            fingerprint="1",
        )
        for each in questions
    )
    db.flush()


def several(*topics: str, each: int = 3) -> list[Question]:
    """So many questions on each of these topics: `fractions-1`, `fractions-2`, …"""
    return [
        replace(builders.number(f"{topic.lower().replace(' ', '-')}-{number}"), topic=topic)
        for topic in topics
        for number in range(1, each + 1)
    ]


def reserve(db: Session, question_id: str) -> None:
    """Keep a question back for a final."""
    db.add(Reservation(question_id=question_id, kept_for="National final", staff_id=db.query(Staff).first().id, at=1))
    db.flush()
