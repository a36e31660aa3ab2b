"""Aiken: a question on a line, answers A. to Z. on lines of their own, and ANSWER: with the letter of the right one.

This module knows nothing but this format.
"""

import re
from collections.abc import Mapping, Sequence

from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.formats.checking import lettered
from challenge.catalogue.formats.formula import UnsayableError, escaped, in_plain
from challenge.catalogue.formats.written import (
    MOST_QUESTIONS,
    Fields,
    Parsed,
    Place,
    Problem,
    Written,
    part_of,
    text_of,
)

TOO_MANY = f"There are more than {MOST_QUESTIONS} questions. Split the file in two."
_OPTION = re.compile(r"(?P<letter>[A-Z])[.)]\s*(?P<text>.*)")
_ANSWER = re.compile(r"ANSWER:\s*(?P<letter>.*)", re.IGNORECASE)
_SIGNS = re.compile(r"^[A-Z][.)]\s.*\n+ANSWER:", re.MULTILINE | re.IGNORECASE)


def looks_like_aiken(text: str) -> bool:
    """Whether an answer line stands right under an option."""
    return bool(_SIGNS.search(text))


def parse(text: str) -> Parsed:
    """The questions of a file, line by line."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), start=1):
        reader.take(number, line.strip())
        if len(reader.questions) + len(reader.problems) > MOST_QUESTIONS:
            problem = Problem(number, "file", TOO_MANY)
            return Parsed(tuple(reader.questions[:MOST_QUESTIONS]), (*reader.problems, problem))
    reader.close()
    return Parsed(tuple(reader.questions), tuple(reader.problems))


def written(questions: Sequence[Mapping[str, object]]) -> bytes:
    """A file of questions that `cannot` says nothing about."""
    blocks = []
    for fields in questions:
        options = [f"{letter}. {text}" for letter, text in _options(fields).items()]
        blocks.append("\n".join([in_plain(text_of(fields, "text")), *options, f"ANSWER: {text_of(fields, 'key')}", ""]))
    return "\n".join(blocks).encode()


def cannot(fields: Mapping[str, object]) -> str:
    """Why Aiken can't say this question; empty if it can."""
    if fields.get("type") != "choice":
        return f"It has only questions with one right answer to choose, not the type “{fields.get('type')}”."
    try:
        text, options = in_plain(text_of(fields, "text")), list(_options(fields).values())
    except UnsayableError as error:
        return f"A formula with “{error}” can't be written without a formula's layout."
    if len(set(options)) < len(options):
        return "Two of its answers look the same without a formula's layout."
    if _OPTION.fullmatch(text) or _ANSWER.match(text):
        return "Its question begins like an answer's line there."
    return ""


def as_carried(fields: Mapping[str, object]) -> Fields:
    """What of a question comes back from Aiken. Raises UnsayableError where `cannot` says why."""
    return {
        "type": "choice",
        "text": escaped(in_plain(text_of(fields, "text"))),
        "options": lettered([{"text": escaped(text)} for text in _options(fields).values()]),
        "key": fields.get("key", ""),
    }


def _options(fields: Mapping[str, object]) -> dict[str, str]:
    options = part_of(fields, "options")
    return {letter: in_plain(text_of(each, "text")) for letter, each in options.items() if isinstance(each, dict)}


class _Reader:
    """Takes line after line; a question is done at its ANSWER line."""

    def __init__(self) -> None:
        self.questions: list[Written] = []
        self.problems: list[Problem] = []
        self.text = ""
        self.options: list[Fields] = []
        self.places: dict[str, Place] = {}
        self.sound = True

    def take(self, number: int, line: str) -> None:
        """One line without the spaces around it."""
        if not line:
            return
        if answer := _ANSWER.match(line):
            self._finish(number, answer["letter"].strip().rstrip(".").upper())
        elif self.text and (option := _OPTION.fullmatch(line)):
            self._option(number, option["letter"], option["text"])
        elif self.options:
            self._note(number, "answers", f"“{line[:40]}” is no answer. Begin each with its letter, as in “A. 12”.")
        elif self.text:
            self._note(number, "question", "A question must stand on one line. Join these lines.")
        else:
            self.text = line
            self.places["text"] = Place(number, "question")

    def close(self) -> None:
        """The end of the file."""
        if self.text:
            row = self.places["text"].row
            self.problems.append(Problem(row, "question", "Its ANSWER line is missing. Add one, as in “ANSWER: B”."))

    def _option(self, number: int, letter: str, text: str) -> None:
        expected = LETTERS[len(self.options) : len(self.options) + 1]
        if letter != expected:
            message = (
                f"Answer {letter} comes here where {expected} should." if expected else "There are too many answers."
            )
            self._note(number, f"answer {letter}", f"{message} Letter them A, B, C …, at most {len(LETTERS)}.")
            return
        self.options.append({"text": escaped(text)})
        self.places.setdefault("options", Place(number, "answers"))
        self.places[f"options.{letter}"] = Place(number, f"answer {letter}")

    def _finish(self, number: int, letter: str) -> None:
        if not self.text:
            self._note(number, "ANSWER", "There is no question above this line. Write one, and its answers under it.")
        elif len(self.options) < 2:
            self._note(number, "ANSWER", "There are fewer than two answers above. Add answers such as “A. 12”.")
        if self.sound:
            place = self.places["text"]
            self.places["key"] = Place(number, "ANSWER")
            fields: Fields = {"type": "choice", "text": escaped(self.text), "options": lettered(self.options)}
            self.questions.append(Written({**fields, "key": letter}, Place(place.row, "question"), self.places))
        self.text, self.options, self.places, self.sound = "", [], {}, True

    def _note(self, number: int, column: str, message: str) -> None:
        """A problem of the question being read, which then is left out."""
        if self.sound:
            self.problems.append(Problem(number, column, message))
        self.sound = False
