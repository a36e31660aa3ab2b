"""Questions that staff write themselves: kept for their author, and for the quizzes that they put them into."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from challenge.models import OwnQuestion
from challenge.rules.questions import Question, as_dict
from challenge.rules.refusal import Refused
from challenge.services import access
from challenge.services.access import Action, StaffIdentity
from challenge.services.shelves import OWN, own_row

NOT_YOURS = Refused("no_question", "There is no such question, or somebody else wrote it.")


def keep(
    db: Session,
    by: StaffIdentity,
    question: Question,
    *,
    category: str,
    written: Mapping[str, object],
    now: int,
    instead_of: str = "",
) -> str | Refused:
    """Store a question, or put it in the place of an older one of the same author; its id on the shelf.

    Quizzes that have the older one keep it as it was.
    """
    if refusal := access.refuse(db, by, Action.MAKE_QUIZ):
        return refusal
    row = own_row(db, by, instead_of) if instead_of else OwnQuestion(owner_id=by.staff_id, made_at=now)
    if row is None:
        return NOT_YOURS
    fill_in(row, question, category=category, written=written)
    db.add(row)
    db.flush()
    return name_by_row(row)


def fill_in(row: OwnQuestion, question: Question, *, category: str, written: Mapping[str, object]) -> None:
    """Put a question into its row."""
    row.category, row.topic, row.kind = category, question.topic, question.kind.value
    row.calculator, row.written, row.content = question.calculator, dict(written), as_dict(question)


def name_by_row(row: OwnQuestion) -> str:
    """Give a question the id of its row, which must have one; the id on the shelf."""
    row.content = {**row.content, "id": f"{OWN}{row.id}"}
    return f"{OWN}{row.id}"


def written(db: Session, by: StaffIdentity, question_id: str) -> tuple[str, dict[str, object]] | None:
    """The level and the fields of a question as its author filled them in."""
    row = own_row(db, by, question_id)
    return None if row is None else (row.category, row.written)
