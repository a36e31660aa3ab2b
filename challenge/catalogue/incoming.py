"""A file on its way in, as whoever sent it sees it before anything is kept: each question as it was read, and typeset.

This module must not know any file format, or where questions are kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from challenge.catalogue.formats import read
from challenge.catalogue.formats.checking import STAND_INS, missing_in
from challenge.catalogue.formats.written import Fields, Problem
from challenge.catalogue.own import own_questions
from challenge.catalogue.quizzes import CATEGORIES
from challenge.rules.questions import Question

ASKED_FOR = ("topic", "calculator", "seconds")
"""What a question must have and many files have no place for: whoever imports them says it once for all."""

MAY_STAY_EMPTY = {"trick": "the trick", "steps": "the steps", "slip": "why people choose what is wrong"}


@dataclass(frozen=True, slots=True)
class Coming:
    """A question that can be taken. row: where it stands in the file. question: typeset, to be looked at only."""

    row: int
    fields: Fields
    question: Question


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a file: the questions that can be taken, and what must be mended in the others."""

    coming: tuple[Coming, ...]
    problems: tuple[Problem, ...]


def previewed(content: bytes, name: str) -> Preview:
    """What is in a file of this name. Reading it runs Typst, and may take some seconds."""
    found = read(content, name)
    shown = seen_again([(each.question.place.row, each.question.fields) for each in found.questions])
    return Preview(shown.coming, tuple(sorted((*found.problems, *shown.problems), key=lambda problem: problem.row)))


def seen_again(questions: Sequence[tuple[int, Fields]]) -> Preview:
    """The same questions once more, by row and fields."""
    level = next(iter(CATEGORIES))
    made = own_questions([completed(fields, {}) for _, fields in questions], level)
    coming, problems = [], []
    for (row, fields), question in zip(questions, made, strict=True):
        if isinstance(question, Question):
            coming.append(Coming(row, fields, question))
        else:
            problems += [Problem(row, mend.field, mend.message) for mend in question]
    return Preview(tuple(coming), tuple(problems))


def completed(fields: Fields, filling: Fields) -> Fields:
    """A question with what its file did not say. filling: any of `ASKED_FOR`; a stand-in for what is not among them."""
    return {**fields, **{name: filling.get(name) or STAND_INS[name] for name in ASKED_FOR if not fields.get(name)}}


def asked_for(questions: Iterable[Fields]) -> dict[str, int]:
    """In how many of these questions each of `ASKED_FOR` is missing."""
    lacks = [missing_in(fields) for fields in questions]
    return {name: count for name in ASKED_FOR if (count := sum(name in missing for missing in lacks))}


def left_empty(questions: Iterable[Fields]) -> dict[str, int]:
    """In how many of these questions nothing is said of what may stay empty, by its name in words."""
    lacks = [{path.rpartition(".")[2] for path in missing_in(fields)} for fields in questions]
    return {words: count for name, words in MAY_STAY_EMPTY.items() if (count := sum(name in each for each in lacks))}
