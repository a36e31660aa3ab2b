"""Quizzes, the bank as the catalogue read it, and what staff wrote themselves."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from challenge.models.base import At, Base, Id, Json


class Quiz(Base):
    """A quiz, typeset: of `puzzles/`, or somebody's own. A round takes a copy: an edit never changes what was played.

    owner_id: who made it here; nobody for one of `puzzles/`. version: counts the changes, so that none is lost.
    """

    __tablename__ = "quiz"

    slug: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    category: Mapped[str]
    about: Mapped[str]
    fingerprint: Mapped[str]
    questions: Mapped[Json]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    version: Mapped[int] = mapped_column(default=0)


class OwnQuestion(Base):
    """A question that somebody wrote here. written: its fields as their author filled them in; content: typeset."""

    __tablename__ = "own_question"

    id: Mapped[Id]
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    category: Mapped[str]
    topic: Mapped[str]
    kind: Mapped[str]
    calculator: Mapped[bool]
    written: Mapped[Json]
    content: Mapped[Json]
    made_at: Mapped[At]


class Reservation(Base):
    """A question of the bank that is kept for a coming final: no college and nobody who practises sees it."""

    __tablename__ = "reservation"

    question_id: Mapped[str] = mapped_column(primary_key=True)
    kept_for: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[At]


class BankQuestion(Base):
    """A question of `puzzles/bank/`, typeset. What a quiz takes from it is a copy.

    bank: the file's name without `.yaml`. category and topic as the file has them; made: the generator and its seed,
    empty for a question that was written by hand. fingerprint: the file's.
    """

    __tablename__ = "bank_question"
    __table_args__ = (Index("ix_bank_question_topic", "category", "topic"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    bank: Mapped[str] = mapped_column(index=True)
    category: Mapped[str]
    topic: Mapped[str]
    kind: Mapped[str]
    calculator: Mapped[bool]
    made: Mapped[str]
    content: Mapped[Json]
    fingerprint: Mapped[str]
