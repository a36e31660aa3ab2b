"""Reads puzzles/: every file a quiz or a file of the bank, or a list of problems; a broken one keeps no other out.

read: bytes → YAML tree → draft → typeset → quiz. This module must not know where quizzes are kept or played.
"""

from collections.abc import Iterable
from pathlib import Path

from challenge.catalogue import tree
from challenge.catalogue.drafts import draft_bank, draft_quiz
from challenge.catalogue.fields import Fields, Report
from challenge.catalogue.fingerprints import fingerprint, quiz_files
from challenge.catalogue.questions import questions
from challenge.catalogue.quizzes import Bank, BankQuestion, Catalogue, Problem, Quiz, same, taken
from challenge.rules.questions import Question

MOST_BYTES = 256 * 1024
MOST_BYTES_OF_BANK = 4 * MOST_BYTES
NO_QUIZ = "A quiz starts with fields such as “quiz:” and “title:”. See puzzles/SCHEMA.md."
NO_BANK = "A file of the bank starts with the fields “bank:” and “category:”. See puzzles/SCHEMA.md."


def read_all(folder: Path) -> Catalogue:
    """Every quiz in `folder`, and every problem of those that did not load. The bank is left alone."""
    quizzes: list[Quiz] = []
    problems = misnamed(folder)
    for path in quiz_files(folder):
        found = read(path)
        if isinstance(found, Quiz):
            quizzes.append(found)
        else:
            problems += found
    return Catalogue(tuple(quizzes), tuple(problems))


def read(path: Path) -> Quiz | tuple[Problem, ...]:
    """The quiz in one file, or everything that must be mended in it."""
    report = Report(path.name)
    fields, mark = opened(path, report, MOST_BYTES, otherwise=NO_QUIZ)
    if fields is None:
        return in_order(report)
    draft = draft_quiz(fields, path.stem)
    done = () if report.problems else questions(draft.questions, report)
    if report.problems:
        return in_order(report)
    return Quiz(path.stem, draft.title, draft.category, draft.about, done, mark)


def read_bank(path: Path) -> Bank | tuple[Problem, ...]:
    """One file of the bank, or everything that must be mended in it."""
    report = Report(path.name)
    fields, mark = opened(path, report, MOST_BYTES_OF_BANK, otherwise=NO_BANK)
    if fields is None:
        return in_order(report)
    draft = draft_bank(fields, path.stem)
    done = () if report.problems else questions(draft.questions, report)
    if report.problems:
        return in_order(report)
    drawn = zip(done, draft.questions, strict=True)
    return Bank(
        path.stem,
        draft.category,
        tuple(BankQuestion(question, made=each.made, line=each.line) for question, each in drawn),
        mark,
    )


def opened(path: Path, report: Report, most: int, *, otherwise: str) -> tuple[Fields | None, str]:
    """The fields of a file and its fingerprint; no fields, and the report says why, if it isn't what we read."""
    try:
        content = _content(path, most)
        root = tree.parse(_decoded(content))
    except tree.UnreadableError as problem:
        report.note(problem.line, problem.field, problem.message)
        return None, ""
    if not isinstance(root, tree.Mapping):
        report.note(root.line, "file", otherwise)
        return None, ""
    return Fields(root, "", report), fingerprint(content)


def in_order(report: Report) -> tuple[Problem, ...]:
    """What was noted, from the top of the file down."""
    return tuple(sorted(report.problems, key=lambda problem: problem.line))


def misnamed(folder: Path) -> list[Problem]:
    """A problem for each file whose name's end keeps it from being read."""
    return [
        Problem(path.name, 1, "file", f"This file is not read. Rename it to {path.stem}.yaml.")
        for path in sorted(folder.glob("*.yml"))
    ]


def repeated(banks: Iterable[Bank]) -> list[Problem]:
    """A problem for each question whose id an earlier file of the bank has already."""
    owners: dict[str, str] = {}
    return [
        taken(each, bank, owner)
        for bank in banks
        for each in bank.questions
        if (owner := owners.setdefault(each.question.id, bank.slug)) != bank.slug
    ]


def alike(banks: Iterable[Bank]) -> list[Problem]:
    """A problem for each question that asks in the same words as an earlier one of its level, whatever it offers."""
    first: dict[tuple[str, str], tuple[Question, str]] = {}
    problems = []
    for bank in banks:
        for each in bank.questions:
            other, owner = first.setdefault((bank.category, each.question.text), (each.question, bank.slug))
            if other.id != each.question.id:
                problems.append(same(each, bank, other, owner))
    return problems


def _content(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise tree.UnreadableError(
            1, f"The file can't be opened ({error.strerror}). Check its name and rights."
        ) from None
    if len(content) > most:
        raise tree.UnreadableError(1, f"The file is larger than {most // 1024} KB. Split it into two.")
    return content


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise tree.UnreadableError(line, "A character here is not UTF-8. Save the file as UTF-8.") from None
