"""A question as its author wrote it: checked field by field, not yet typeset.

This module knows the format of puzzles/ (see puzzles/SCHEMA.md). It must not know YAML's grammar, Typst or HTML.
"""

from dataclasses import dataclass

from challenge.catalogue.answers import Answers
from challenge.catalogue.fields import Fields, Text
from challenge.catalogue.kinds import ANSWERS
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import TOPICS
from challenge.rules.questions import Kind

MOST_IN_A_QUIZ = 60
MOST_IN_A_BANK = 200
COMMON = ("id", "topic", "type", "calculator", "seconds", "points", "text", "trick", "steps")
QUIZ = ("quiz", "title", "category", "about", "questions")
BANK = ("bank", "category", "questions")

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
SLUG_REMEDY = "Use small letters, digits and single dashes, such as bus-times-2."
MADE = rf"{SLUG} [0-9]{{1,9}}"
MADE_REMEDY = "Write the generator's name and its seed, such as “shared-tips 7”, or leave this field out."


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """One question before typesetting. line: where it stands. made: the generator and its seed; empty if by hand."""

    id: str
    line: int
    kind: Kind
    topic: str
    calculator: bool
    seconds: int
    points: int
    text: Text
    trick: Text
    steps: tuple[Text, ...]
    answers: Answers
    made: str = ""


@dataclass(frozen=True, slots=True)
class DraftQuiz:
    """One quiz before typesetting."""

    title: str
    category: str
    about: str
    questions: tuple[DraftQuestion, ...]


@dataclass(frozen=True, slots=True)
class DraftBank:
    """One file of the bank before typesetting."""

    category: str
    questions: tuple[DraftQuestion, ...]


def draft_quiz(fields: Fields, slug: str) -> DraftQuiz:
    """The quiz in these fields; to be used only if nothing was noted in their report."""
    fields.only(QUIZ)
    _check_name(fields, "quiz", slug)
    return DraftQuiz(
        title=fields.text("title", most=60).source,
        category=fields.one_of("category", CATEGORIES),
        about=fields.text("about", most=300).source,
        questions=_questions(fields, MOST_IN_A_QUIZ, COMMON),
    )


def draft_bank(fields: Fields, slug: str) -> DraftBank:
    """The bank's file in these fields; to be used only if nothing was noted in their report."""
    fields.only(BANK)
    _check_name(fields, "bank", slug)
    return DraftBank(
        category=fields.one_of("category", CATEGORIES),
        questions=_questions(fields, MOST_IN_A_BANK, (*COMMON, "made")),
    )


def _check_name(fields: Fields, name: str, slug: str) -> None:
    named = fields.word(name, SLUG, remedy=SLUG_REMEDY)
    if named and named != slug:
        fields.wrong(name, f"“{named}” and the file's name differ. Write “{name}: {slug}” or rename the file.")


def _questions(fields: Fields, most: int, common: tuple[str, ...]) -> tuple[DraftQuestion, ...]:
    drafts = []
    lines: dict[str, int] = {}
    for each in fields.mappings("questions", 1, most):
        if (draft := _question(each, common)) is None:
            continue
        if draft.id in lines:
            each.wrong("id", f"“{draft.id}” is also the question on line {lines[draft.id]}. Give this one another id.")
        if draft.id:
            lines[draft.id] = draft.line
        drafts.append(draft)
    return tuple(drafts)


def _question(fields: Fields, common: tuple[str, ...]) -> DraftQuestion | None:
    word = fields.one_of("type", [kind.value for kind in Kind])
    if not word:
        return None
    own, read = ANSWERS[Kind(word)]
    known = (*common, *own)
    fields.only(known, otherwise=f"Fields of a {word} question: {', '.join(known)}.")
    return DraftQuestion(
        id=fields.word("id", SLUG, remedy=SLUG_REMEDY),
        line=fields.line("id"),
        kind=Kind(word),
        topic=fields.one_of("topic", TOPICS),
        calculator=fields.one_of("calculator", ("yes", "no")) == "yes",
        seconds=fields.whole("seconds", 10, 240),
        points=fields.whole("points", 1, 10) if fields.has("points") else 1,
        text=fields.text("text", most=160),
        trick=fields.text("trick", most=60),
        steps=fields.texts("steps", 1, 3, length=120),
        answers=read(fields),
        made=fields.word("made", MADE, remedy=MADE_REMEDY) if fields.has("made") else "",
    )
