"""What the catalogue hands out: quizzes that can be played, the bank, and problems that a person can mend.

These are plain values. They must not know YAML, Typst or the disk.
"""

from dataclasses import dataclass

from challenge.rules.questions import Question

CATEGORIES = {"funkies": "The Funkies", "ein2steins": "Ein2steins", "go-forth": "Go Forth"}
"""Slug and name of each category that a quiz may be made for, in order of level."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """One quiz set. `fingerprint` changes when its file, the typesetter or the catalogue's own code changes."""

    slug: str
    title: str
    category: str
    about: str
    questions: tuple[Question, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of the bank. made: the generator and its seed, empty if written by hand. line: where it stands."""

    question: Question
    made: str
    line: int


@dataclass(frozen=True, slots=True)
class Bank:
    """One file of the bank. `fingerprint` changes as a quiz's does."""

    slug: str
    category: str
    questions: tuple[BankQuestion, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a file: its name, the line (from 1), the field, and what is wrong and how to mend it.

    In `field` questions and steps count from 1: `questions[3].options.B.text`.
    """

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.field}: {self.message}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The quizzes under puzzles/: what loaded, and what is wrong with the rest."""

    quizzes: tuple[Quiz, ...]
    problems: tuple[Problem, ...]


def taken(each: BankQuestion, bank: Bank, owner: str) -> Problem:
    """What is wrong with a question of the bank whose id another file, `owner`, has already."""
    message = f"“{each.question.id}” is also a question in {owner}.yaml. Give this one another id."
    return Problem(f"{bank.slug}.yaml", each.line, "id", message)


def same(each: BankQuestion, bank: Bank, other: Question, owner: str) -> Problem:
    """What is wrong with a question of the bank that asks in the same words as `other` of its level, in `owner`."""
    message = f"“{other.id}” in {owner}.yaml asks the same in the same words. Change one of them, or leave it out."
    return Problem(f"{bank.slug}.yaml", each.line, "text", message)
