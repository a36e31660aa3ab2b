"""The bank and quizzes as somebody may see them: ready-made questions, their own, and what is kept back for a final."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from challenge.models import BankQuestion, OwnQuestion, Quiz, Reservation
from challenge.rules.questions import Question, from_dict
from challenge.rules.refusal import Refused
from challenge.services import access
from challenge.services.access import Action, StaffIdentity

Row = TypeVar("Row", BankQuestion, OwnQuestion)
OWN = "own-"
LONGEST_NUMBER = 10
KEPT_FOR_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """What to look for; what is empty is not looked at. words: all of them stand somewhere in the question."""

    category: str = ""
    topic: str = ""
    kind: str = ""
    calculator: bool | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A question on the shelf. id: `own-7` for one that somebody wrote here. kept_for: the final it is reserved for."""

    id: str
    category: str
    question: Question
    own: bool
    kept_for: str


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A question of a quiz that was reserved for a final, in the place of what this person may not see."""

    id: str


def browse(db: Session, by: StaffIdentity, wish: Wish) -> list[Shelved]:
    """Every question that fits and that this person may see, their own first."""
    kept, sees_kept = _kept(db), _sees_kept(db, by)
    own = [
        _own(row)
        for row in db.scalars(_fitting(OwnQuestion, wish).order_by(OwnQuestion.id.desc()))
        if row.owner_id == by.staff_id
    ]
    bank = [
        Shelved(row.id, row.category, from_dict(row.content), own=False, kept_for=kept.get(row.id, ""))
        for row in db.scalars(_fitting(BankQuestion, wish).order_by(BankQuestion.topic, BankQuestion.id))
        if sees_kept or row.id not in kept
    ]
    words = wish.words.casefold().split()
    return [each for each in (*own, *bank) if all(word in _said(each.question) for word in words)]


def find(db: Session, by: StaffIdentity, question_id: str) -> Shelved | None:
    """One question, if this person may see it."""
    if question_id.startswith(OWN):
        row = own_row(db, by, question_id)
        return None if row is None else _own(row)
    found = db.get(BankQuestion, question_id)
    kept = db.get(Reservation, question_id)
    if found is None or (kept is not None and not _sees_kept(db, by)):
        return None
    return Shelved(
        found.id, found.category, from_dict(found.content), own=False, kept_for=kept.kept_for if kept else ""
    )


def in_quiz(db: Session, by: StaffIdentity, quiz: Quiz) -> list[Shelved | KeptBack]:
    """A quiz's questions in their order, as this person may see them.

    They are copies, which are nobody's own and change with nothing; but what is reserved for a final is kept back in
    quizzes too, whenever it came into them. The one place that decides it.
    """
    kept, sees_kept = _kept(db), _sees_kept(db, by)
    return [
        Shelved(each["id"], quiz.category, from_dict(each), own=False, kept_for=kept.get(each["id"], ""))
        if sees_kept or each["id"] not in kept
        else KeptBack(each["id"])
        for each in quiz.questions
    ]


def refuse_playing(db: Session, by: StaffIdentity, quiz: Quiz) -> Refused | None:
    """Why this person may not start a round with a quiz that they may see: it has questions that are kept back."""
    back = sum(isinstance(each, KeptBack) for each in in_quiz(db, by, quiz))
    if not back:
        return None
    some = "One question of this quiz is" if back == 1 else f"{back} questions of this quiz are"
    return Refused("kept_back", f"{some} kept back for a final. Put others there, in the quiz itself or in a copy.")


def own_row(db: Session, by: StaffIdentity, question_id: str) -> OwnQuestion | None:
    """The row of a question that this person wrote."""
    number = question_id.removeprefix(OWN)
    row = db.get(OwnQuestion, int(number)) if number.isdecimal() and len(number) < LONGEST_NUMBER else None
    return row if row is not None and row.owner_id == by.staff_id else None


def reserve(db: Session, by: StaffIdentity, question_ids: Sequence[str], *, kept_for: str, now: int) -> Refused | None:
    """Keep questions of the bank back for a final, or, with nothing to keep them for, give them free again."""
    if refusal := access.refuse(db, by, Action.RESERVE):
        return refusal
    if len(kept_for) > KEPT_FOR_LENGTH:
        return Refused("too_long", f"Say in at most {KEPT_FOR_LENGTH} characters what they are kept for.")
    known = db.scalars(select(BankQuestion.id).where(BankQuestion.id.in_(question_ids))).all()
    for question_id in known:
        row = db.get(Reservation, question_id)
        if row is not None and not kept_for:
            db.delete(row)
        elif kept_for:
            db.merge(Reservation(question_id=question_id, kept_for=kept_for, staff_id=by.staff_id, at=now))
    return None


def _kept(db: Session) -> dict[str, str]:
    """What each reserved question is reserved for."""
    return {row.question_id: row.kept_for for row in db.scalars(select(Reservation))}


def _sees_kept(db: Session, by: StaffIdentity) -> bool:
    return access.refuse(db, by, Action.RESERVE) is None


def _own(row: OwnQuestion) -> Shelved:
    return Shelved(f"{OWN}{row.id}", row.category, from_dict(row.content), own=True, kept_for="")


def _fitting(table: type[Row], wish: Wish) -> Select[Row]:
    query = select(table)
    for column, value in ((table.category, wish.category), (table.topic, wish.topic), (table.kind, wish.kind)):
        query = query.where(column == value) if value else query
    return query if wish.calculator is None else query.where(table.calculator == wish.calculator)


def _said(question: Question) -> str:
    """Everything that is said in a question, to look words up in."""
    options = (option.html for option in question.options)
    return " ".join([question.id, question.text, question.answer, *options]).casefold()
