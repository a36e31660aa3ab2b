"""Rounds, their frozen questions, and the raw responses."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from challenge.models.base import At, Base, Id, Json
from challenge.models.sittings import Sitting


class Round(Base):
    """One timed activity of a sitting, and where it stands: the truth that the engine's clock serves."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("sitting_id", "position"), Index("ix_round_state", "state"))

    id: Mapped[Id]
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    position: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    quiz_slug: Mapped[str]
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    policy: Mapped[str]
    can_change: Mapped[bool]
    standings_every: Mapped[int]
    grace_ms: Mapped[int]
    state: Mapped[str]
    question: Mapped[int] = mapped_column(default=-1)
    opens_at: Mapped[At | None]
    closes_at: Mapped[At | None]
    cut_at: Mapped[At | None]
    paused_at: Mapped[At | None]

    clock: Mapped["RoundClock"] = relationship()
    sitting: Mapped[Sitting] = relationship()
    questions: Mapped[list["RoundQuestion"]] = relationship(order_by="RoundQuestion.position")


class RoundClock(Base):
    """Who keeps a round's time. Apart from the round, so that each beat leaves the row that answers read alone.

    alive_at: when the clock was last seen running; after a crash it tells how long the outage was.
    holder: the process that keeps it, until held_until unless it renews its word; then any other may take it over.
    """

    __tablename__ = "round_clock"

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), primary_key=True)
    alive_at: Mapped[At | None]
    holder: Mapped[str | None]
    held_until: Mapped[At | None]


class RoundQuestion(Base):
    """A question as this round asks it: a copy, with its key. source: the question's own id, by which past rounds tell
    how it did.
    """

    __tablename__ = "round_question"
    __table_args__ = (UniqueConstraint("round_id", "position"),)

    id: Mapped[Id]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    position: Mapped[int]
    content: Mapped[Json]
    reading_ms: Mapped[int]
    answering_ms: Mapped[int]
    voided_at: Mapped[At | None]
    void_reason: Mapped[str | None]
    source: Mapped[str] = mapped_column(index=True)

    rulings: Mapped[list["Ruling"]] = relationship(cascade="all, delete-orphan", order_by="Ruling.id", lazy="selectin")


class Ruling(Base):
    """A typed answer that a host accepted although the key doesn't have it: it counts for whoever gave the same.

    typed: as one of the teams wrote it. Who accepted it, and who took it back, is in the host commands.
    """

    __tablename__ = "ruling"

    id: Mapped[Id]
    question_id: Mapped[int] = mapped_column(ForeignKey("round_question.id"), index=True)
    typed: Mapped[str]


class Response(Base):
    """What a phone sent, never changed: the last one before the lock counts.

    taken_ms: the time the team took, measured by the server when the response came.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("entry_id", "round_id", "question_id", "message_id"),
        Index("ix_response_question", "question_id", "entry_id"),
    )

    id: Mapped[Id]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("round_question.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    message_id: Mapped[str]
    raw: Mapped[Json]
    received_at: Mapped[At]
    taken_ms: Mapped[int]
