"""Imported questions go through the very way that authors' files go: drafted field by field, then typeset.

What a format has no place for is not a problem but missing: it gets a stand-in for the check and is named. This module
must not know any file format.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.drafts import DraftQuestion, draft_quiz
from challenge.catalogue.fields import Fields as Reader
from challenge.catalogue.fields import Report
from challenge.catalogue.formats.written import (
    Fields,
    Imported,
    Incoming,
    Parsed,
    Problem,
    Written,
    as_tree,
    listed,
    part_of,
    text_of,
)
from challenge.catalogue.questions import questions
from challenge.catalogue.topics import TOPICS
from challenge.catalogue.tree import Mapping as Entries

STAND_INS: Fields = {
    "id": "question", "topic": TOPICS[0], "calculator": "no", "seconds": "60", "trick": "Still to be written",
    "steps": ["Still to be written"],
}  # fmt: skip
"""What stands in for a field that is missing, while the others are checked."""

SLIP = "Still to be written"
AT_A_TIME = 25
MOST_FAULTY = 20
NOT_TRIED = "The formulas above can't be typeset, so this question wasn't tried. Mend those, then import again."
_QUIZ = {"quiz": "imported", "title": "Imported", "category": "funkies", "about": "Imported questions."}
_IN_QUIZ = "questions[1]"


@dataclass(frozen=True, slots=True)
class _Drafted:
    written: Written
    missing: tuple[str, ...]
    report: Report
    drafts: tuple[DraftQuestion, ...]


def checked(parsed: Parsed) -> Imported:
    """The parsed questions that could be asked once the missing fields are there, and every problem of the others."""
    problems = list(parsed.problems)
    drafted = [_drafted(each) for each in _once_each(parsed.questions, problems)]
    _typeset(drafted)
    good = []
    for each in drafted:
        if each.report.problems:
            problems += _placed(each)
        else:
            good.append(Incoming(each.written, each.missing))
    return Imported(tuple(good), tuple(sorted(problems, key=lambda problem: problem.row)))


def missing_in(fields: Fields) -> tuple[str, ...]:
    """The paths of the fields that somebody has yet to write; slips of typed answers may always be left out."""
    found = [name for name in STAND_INS if not fields.get(name)]
    if fields.get("type") == "truth" and not fields.get("slip"):
        found.append("slip")
    if fields.get("type") in ("choice", "choices"):
        right = listed(fields.get("key"))
        for letter, option in part_of(fields, "options").items():
            if letter not in right and isinstance(option, dict) and not option.get("slip"):
                found.append(f"options.{letter}.slip")
    return tuple(found)


def with_stand_ins(fields: Fields) -> Fields:
    """The same question with something in each missing field."""
    whole = deepcopy(fields)
    for path in missing_in(fields):
        if path.startswith("options."):
            option = part_of(part_of(whole, "options"), path.split(".")[1])
            option["slip"] = SLIP
        else:
            whole[path] = STAND_INS.get(path, SLIP)
    return whole


def _once_each(written: Iterable[Written], problems: list[Problem]) -> list[Written]:
    """All but those whose id an earlier one has; these are noted."""
    rows: dict[str, int] = {}
    found = []
    for each in written:
        id_ = text_of(each.fields, "id")
        if id_ and id_ in rows:
            place = each.at("id")
            message = f"“{id_}” is also the question in row {rows[id_]}. Give this one another id."
            problems.append(Problem(place.row, place.column, message))
            continue
        rows[id_] = each.place.row
        found.append(each)
    return found


def _drafted(written: Written) -> _Drafted:
    report = Report("imported")
    tree = as_tree({**_QUIZ, "questions": [with_stand_ins(written.fields)]}, written.place.row)
    assert isinstance(tree, Entries)
    draft = draft_quiz(Reader(tree, "", report), "imported")
    return _Drafted(written, missing_in(written.fields), report, draft.questions)


def _typeset(drafted: Sequence[_Drafted]) -> None:
    """Many texts at a time, which is quick; question by question only where one of them can't be typeset.

    After some questions with faulty formulas the rest are only noted: trying every formula of a file by itself could
    take minutes.
    """
    sound = [each for each in drafted if not each.report.problems]
    for start in range(0, len(sound), AT_A_TIME):
        some = sound[start : start + AT_A_TIME]
        if sum(bool(each.report.problems) for each in sound[:start]) >= MOST_FAULTY:
            for each in some:
                each.report.note(each.written.place.row, "text", NOT_TRIED)
            continue
        together = Report("imported")
        questions([draft for each in some for draft in each.drafts], together)
        for each in some if together.problems else ():
            questions(each.drafts, each.report)


def _placed(drafted: _Drafted) -> list[Problem]:
    found = []
    for problem in drafted.report.problems:
        path = problem.field.removeprefix(_IN_QUIZ).lstrip(".")
        place = drafted.written.at(path)
        column = place.column if place is not drafted.written.place else path or place.column
        found.append(Problem(place.row, column, problem.message))
    return found


def lettered(options: Iterable[Fields]) -> Fields:
    """Options under their letters."""
    return dict(zip(LETTERS, options, strict=False))
