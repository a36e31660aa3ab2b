"""What the authors of a quiz's questions wrote, to be given out: a quiz itself only holds them typeset.

One's own are in the database as they were written, the others in the files of puzzles/. Nobody gets by this way what
they could not see in the quiz.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.catalogue.fingerprints import bank_of
from challenge.catalogue.formats.house_files import written_in
from challenge.catalogue.formats.written import Fields, plain_fields, text_of
from challenge.models import BankQuestion, OwnQuestion, Quiz
from challenge.rules.questions import from_dict
from challenge.services.access import StaffIdentity
from challenge.services.shelves import LONGEST_NUMBER, OWN, KeptBack, in_quiz

KEPT_BACK = "It is kept back for a final. Ask an organiser."
CHANGED = "Its author has changed it since. Ask them for it."
GONE = "What its author wrote isn't here any more."


@dataclass(frozen=True, slots=True)
class Source:
    """A question of a quiz as it was written. fields: empty where it can't be given out, and `why` says so.

    newer: it was changed after the quiz got it, and this is what it says now.
    """

    fields: Fields = field(default_factory=dict)
    why: str = ""
    newer: bool = False


def sources(db: Session, by: StaffIdentity, quiz: Quiz, folder: Path) -> list[Source]:
    """Each question of a quiz that this person may see, in its order. folder: puzzles/."""
    ids = [content["id"] for content in quiz.questions]
    own, files = _own(db, ids), _Files(db, ids, folder)
    found = []
    for content, seen in zip(quiz.questions, in_quiz(db, by, quiz), strict=True):
        if isinstance(seen, KeptBack):
            found.append(Source(why=KEPT_BACK))
        elif row := own.get(content["id"]):
            found.append(_of_own(row, content, by))
        else:
            found.append(files.source_of(content))
    return found


def _own(db: Session, ids: Sequence[str]) -> dict[str, OwnQuestion]:
    numbers = [each.removeprefix(OWN) for each in ids if each.startswith(OWN)]
    known = [int(each) for each in numbers if each.isdecimal() and len(each) < LONGEST_NUMBER]
    return {f"{OWN}{row.id}": row for row in db.scalars(select(OwnQuestion).where(OwnQuestion.id.in_(known)))}


def _of_own(row: OwnQuestion, content: dict[str, Any], by: StaffIdentity) -> Source:
    newer = from_dict(row.content) != from_dict(content)
    if newer and row.owner_id != by.staff_id:
        return Source(why=CHANGED)
    return Source(plain_fields(row.written), newer=newer)


class _Files:
    """The questions of puzzles/ among these, each file read once."""

    def __init__(self, db: Session, ids: Sequence[str], folder: Path) -> None:
        self._places = {
            content["id"]: (folder / f"{quiz.slug}.yaml", content)
            for quiz in db.scalars(select(Quiz).where(Quiz.owner_id.is_(None)))
            for content in quiz.questions
        }
        for row in db.scalars(select(BankQuestion).where(BankQuestion.id.in_(ids))):
            self._places[row.id] = bank_of(folder) / f"{row.bank}.yaml", row.content
        self._read: dict[Path, dict[str, Fields]] = {}

    def source_of(self, content: dict[str, Any]) -> Source:
        """A question as its file has it."""
        if (place := self._places.get(content["id"])) is None:
            return Source(why=GONE)
        path, now = place
        fields = self._in(path).get(content["id"])
        return Source(why=GONE) if fields is None else Source(fields, newer=from_dict(now) != from_dict(content))

    def _in(self, path: Path) -> dict[str, Fields]:
        if path not in self._read:
            self._read[path] = {text_of(fields, "id"): fields for fields in written_in(path)}
        return self._read[path]
