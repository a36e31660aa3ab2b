"""A question that somebody writes on a page: checked and typeset like a file's, but nothing has to be explained.

What only a file of the bank must have, a trick, steps and the slip behind each wrong option, may be left empty here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from challenge.catalogue.drafts import DraftQuestion, draft_quiz
from challenge.catalogue.fields import Fields, Report
from challenge.catalogue.formats.checking import missing_in, with_stand_ins
from challenge.catalogue.formats.written import as_tree, plain_fields
from challenge.catalogue.questions import questions
from challenge.catalogue.tree import Mapping as Tree
from challenge.rules.questions import Question

MAY_BE_EMPTY = ("trick", "steps", "slip")
_ID = "own"
_QUIZ = {"quiz": _ID, "title": "Own", "about": "A question of one's own."}
_PLACE = "questions[1]."


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend. field: its name as in puzzles/SCHEMA.md, such as `options.B.text`."""

    field: str
    message: str


def own_question(written: Mapping[str, object], category: str) -> Question | tuple[Mend, ...]:
    """The question in these fields, or everything that must be mended in it."""
    fields = {**plain_fields(written), "id": _ID}
    missing = [path for path in missing_in(fields) if path.rpartition(".")[2] not in MAY_BE_EMPTY]
    if missing:
        return tuple(Mend(path, "Fill this in.") for path in missing)
    drafts, report = _drafted(fields, category)
    made = () if report.problems else questions(drafts, report)
    if report.problems:
        return tuple(Mend(each.field.removeprefix(_PLACE), each.message) for each in report.problems)
    return _as_written(made[0], fields)


def own_questions(written: Sequence[Mapping[str, object]], category: str) -> tuple[Question | tuple[Mend, ...], ...]:
    """The same for many, in a fraction of the time: their formulas are typeset together."""
    drafted = [_drafted({**plain_fields(each), "id": _ID}, category) for each in written]
    # What is typeset once is kept, and found again below; whose text has a fault hears of it there.
    questions([draft for drafts, report in drafted if not report.problems for draft in drafts], Report(_ID))
    return tuple(own_question(each, category) for each in written)


def _drafted(fields: Mapping[str, object], category: str) -> tuple[tuple[DraftQuestion, ...], Report]:
    tree = as_tree({**_QUIZ, "category": category, "questions": [with_stand_ins(dict(fields))]})
    assert isinstance(tree, Tree)
    report = Report(_ID)
    return draft_quiz(Fields(tree, "", report), _ID).questions, report


def _as_written(question: Question, fields: Mapping[str, object]) -> Question:
    """The question without the stand-ins of what was left empty."""
    left_out = missing_in(dict(fields))
    options = tuple(
        replace(option, slip="") if f"options.{option.id}.slip" in left_out or "slip" in left_out else option
        for option in question.options
    )
    return replace(
        question,
        options=options,
        trick="" if "trick" in left_out else question.trick,
        steps=() if "steps" in left_out else question.steps,
    )
