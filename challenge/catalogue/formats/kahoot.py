"""Kahoot's spreadsheet: choices with two to four answers, a time and the numbers of the right ones.

Columns are found by their headings, wherever the table begins. What we write has the leading rows of Kahoot's own
template, with its numbering column. This module must not know which kind of file the rows stand in.
"""

import re
from collections.abc import Mapping, Sequence

from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.formats.cells import DATE, Cell, Fault, Row, Table, looks_like_a_date, named
from challenge.catalogue.formats.checking import lettered
from challenge.catalogue.formats.formula import UnsayableError, escaped, in_plain
from challenge.catalogue.formats.written import (
    MOST_QUESTIONS,
    Fields,
    Parsed,
    Place,
    Problem,
    Written,
    listed,
    part_of,
    text_of,
)

TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
USUAL_TIME = 20
QUESTION, ANSWER, MOST_ANSWERS = 120, 75, 4
HEADER_ROWS = 20
TOO_MANY = f"There are more than {MOST_QUESTIONS} questions. Split the file in two."
TEMPLATE = (
    ("",),
    ("", "Quiz template"),
    (
        "",
        (
            "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one). "
            "Have fun creating your awesome quiz!"
        ),
    ),
    (
        "",
        (
            "Remember: questions have a limit of 120 characters and answers can have 75 characters max. "
            "Text will turn red in Excel or Google Docs if you exceed this limit. "
            "If several answers are correct, separate them with a comma."
        ),
    ),
    ("", "See an example question below (don't forget to overwrite this with your first question!)"),
    ("", "And remember, if you're not using Excel you need to export to .xlsx format before you upload to Kahoot!"),
    ("",),
    (
        "",
        "Question - max 120 characters",
        *(f"Answer {n} - max 75 characters" for n in range(1, MOST_ANSWERS + 1)),
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ),
)
"""The rows above the questions in Kahoot's template; the last has the headings."""

WIDTHS = (5, 60, 25, 25, 25, 25, 20, 20)
_HEADINGS = {
    "Question": re.compile(r"question\b"),
    "Time limit": re.compile(r"time\b"),
    "Correct answers": re.compile(r"correct\b"),
    **{f"Answer {n}": re.compile(rf"answer\s*{n}\b") for n in range(1, MOST_ANSWERS + 1)},
}
_ANSWERS = tuple(f"Answer {n}" for n in range(1, MOST_ANSWERS + 1))
_NEEDED = {"Question", "Answer 1", "Answer 2", "Correct answers"}


def header_in(table: Table) -> Row | None:
    """The row of Kahoot's headings among the leading ones; None if this isn't Kahoot's spreadsheet."""
    return next((row for row in table.rows[:HEADER_ROWS] if set(_columns(row)) >= _NEEDED), None)


def parse(table: Table, header: Row) -> Parsed:
    """The questions below the header."""
    columns = _columns(header)
    problems: list[Problem] = []
    questions: list[Written] = []
    for row in table.rows:
        if row.number <= header.number or not any(row.at(n) for n in columns.values()):
            continue
        if len(questions) == MOST_QUESTIONS:
            problems.append(Problem(row.number, "file", TOO_MANY))
            break
        found = _Reading(row, columns)
        question = found.question()
        problems += found.problems
        if not found.problems:
            questions.append(question)
    return Parsed(tuple(questions), tuple(problems))


def rows_of(questions: Sequence[Mapping[str, object]]) -> list[tuple[str, ...]]:
    """The whole sheet as texts, its leading rows first. The questions are such that `cannot` says nothing."""
    return [*TEMPLATE, *(_row(n, fields) for n, fields in enumerate(questions, start=1))]


def cannot(fields: Mapping[str, object]) -> str:
    """Why Kahoot's spreadsheet can't say this question; empty if it can."""
    kind = text_of(fields, "type")
    if kind not in ("choice", "choices", "truth"):
        return f"It has only questions with answers to choose from, not the type “{kind}”."
    if kind == "choices" and len(listed(fields.get("key"))) == 1:
        return "There a question with a single right answer can't ask for several."
    try:
        question, answers = in_plain(text_of(fields, "text")), _answers(fields)
    except UnsayableError as error:
        return f"A formula with “{error}” can't be written without a formula's layout."
    if len(question) > QUESTION:
        return f"Its question is {len(question)} characters long there, and {QUESTION} is the most."
    if len(answers) > MOST_ANSWERS:
        return f"It has {len(answers)} answers, and {MOST_ANSWERS} is the most."
    if len(set(answers)) < len(answers):
        return "Two of its answers look the same without a formula's layout."
    if date := next((answer for answer in answers if looks_like_a_date(answer)), ""):
        return f"“{date}” looks like a date that a spreadsheet made."
    return ""


def seconds_there(seconds: str) -> str:
    """The time limit that Kahoot has for so many seconds: the same, or the next longer one; its usual one for none."""
    wanted = int(seconds) if seconds.isdigit() else USUAL_TIME
    return str(next((time for time in TIMES if time >= wanted), TIMES[-1]))


def as_carried(fields: Mapping[str, object]) -> Fields:
    """What of a question comes back from Kahoot's spreadsheet. Raises UnsayableError where `cannot` says why."""
    kind = text_of(fields, "type")
    carried: Fields = {
        "type": kind,
        "seconds": seconds_there(text_of(fields, "seconds")),
        "text": escaped(in_plain(text_of(fields, "text"))),
        "key": fields.get("key", ""),
    }
    if kind != "truth":
        carried["options"] = lettered([{"text": escaped(answer)} for answer in _answers(fields)])
    return carried


def _answers(fields: Mapping[str, object]) -> list[str]:
    if fields.get("type") == "truth":
        return ["True", "False"]
    options = part_of(fields, "options").values()
    return [in_plain(text_of(option, "text")) for option in options if isinstance(option, dict)]


def _row(number: int, fields: Mapping[str, object]) -> tuple[str, ...]:
    answers = _answers(fields)
    key = listed(fields.get("key"))
    right = [
        str(n)
        for n, answer in enumerate(answers, start=1)
        if (answer.lower() if fields.get("type") == "truth" else LETTERS[n - 1]) in key
    ]
    return (
        str(number),
        in_plain(text_of(fields, "text")),
        *(*answers, "", "")[:MOST_ANSWERS],
        seconds_there(text_of(fields, "seconds")),
        ",".join(right),
    )


def _columns(row: Row) -> dict[str, int]:
    """Which column has which heading."""
    found: dict[str, int] = {}
    for n, cell in enumerate(row.cells):
        text = cell.lower().strip() if isinstance(cell, str) else ""
        for heading, pattern in _HEADINGS.items():
            if heading not in found and pattern.match(text):
                found[heading] = n
    return found


class _Reading:
    """Reads one row and collects what is wrong with it."""

    def __init__(self, row: Row, columns: Mapping[str, int]) -> None:
        self.row = row
        self.columns = columns
        self.problems: list[Problem] = []

    def question(self) -> Written:
        """The question; not to be used if there are problems."""
        text = self._text("Question", QUESTION)
        answers = {heading: answer for heading in _ANSWERS if (answer := self._text(heading, ANSWER))}
        right = self._right(answers)
        fields: Fields = {"type": "choice", "text": escaped(text)}
        if seconds := self._seconds():
            fields["seconds"] = seconds
        if not text:
            self._note("Question", "The question is missing. Write it here.")
        if len(answers) < 2:
            self._note("Answer 2", "There are fewer than two answers. Write another one.")
        words = {heading: answer.lower() for heading, answer in answers.items()}
        if sorted(words.values()) == ["false", "true"] and len(right) == 1:
            fields |= {"type": "truth", "key": words[right[0]]}
            return self._written(fields, {})
        letters = dict(zip(answers, LETTERS, strict=False))
        fields["options"] = lettered([{"text": escaped(answer)} for answer in answers.values()])
        fields["type"] = "choices" if len(right) > 1 else "choice"
        key = [letters[heading] for heading in right if heading in letters]
        fields["key"] = key if len(right) > 1 else "".join(key)
        return self._written(fields, letters)

    def _written(self, fields: Fields, letters: Mapping[str, str]) -> Written:
        places = {"text": self._place("Question"), "key": self._place("Correct answers")}
        places |= {"seconds": self._place("Time limit")} if "Time limit" in self.columns else {}
        places |= {f"options.{letter}": self._place(heading) for heading, letter in letters.items()}
        places["options"] = self._place("Answer 1")
        return Written(fields, Place(self.row.number, "row"), places)

    def _text(self, heading: str, most: int) -> str:
        cell: Cell = self.row.at(self.columns[heading]) if heading in self.columns else ""
        if isinstance(cell, Fault):
            self._note(heading, cell.message)
            return "?"
        if heading in _ANSWERS and looks_like_a_date(cell):
            self._note(heading, DATE)
        text = " ".join(cell.split())
        if len(text) > most:
            self._note(heading, f"This is {len(text)} characters long. Shorten it to {most}.")
        return text

    def _seconds(self) -> str:
        written = self._text("Time limit", ANSWER)
        if written and written not in map(str, TIMES):
            self._note("Time limit", f"“{written}” won't do. Write one of {', '.join(map(str, TIMES))}.")
        return written

    def _right(self, answers: Mapping[str, str]) -> list[str]:
        """The headings of the right answers."""
        written = self._text("Correct answers", ANSWER)
        numbers = [part.strip() for part in re.split(r"[,;]", written) if part.strip()]
        if not numbers or not all(part in ("1", "2", "3", "4") for part in numbers):
            self._note("Correct answers", f"“{written}” won't do. Write the numbers of the right answers, such as 1,3.")
            return []
        right = [f"Answer {number}" for number in sorted(set(numbers))]
        for heading in right:
            if heading not in answers:
                self._note("Correct answers", f"{heading} is empty. Write it, or mend the number here.")
        return right

    def _place(self, heading: str) -> Place:
        return Place(self.row.number, named(self.columns[heading], heading) if heading in self.columns else heading)

    def _note(self, heading: str, message: str) -> None:
        self.problems.append(Problem(self.row.number, self._place(heading).column, message))
