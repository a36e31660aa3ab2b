"""A Tarsia puzzle from two columns of a spreadsheet: each row a pair, either pasted as text, or as CSV or xlsx.

What is wrong is named by row and column. This module must not know where files are kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from challenge.catalogue import writing
from challenge.catalogue.formats import csv_file, xlsx_file
from challenge.catalogue.formats.cells import DATE, Cell, Fault, Row, Table, letter, looks_like_a_date
from challenge.catalogue.quizzes import Problem
from challenge.catalogue.tarsia_files import parse_tarsia
from challenge.catalogue.tarsias import Tarsia
from challenge.rules.tarsia.values import Pair

MOST_BYTES = 1024 * 1024
TOO_LARGE = "This file is larger than 1 MB. A puzzle needs two columns and some dozens of rows."
NOTHING = "There are no rows here. Write a pair in each row: one label in each of two columns."
EMPTY = "This cell is empty. Write the label that belongs to the other one in this row."
ONE_COLUMN = "There is only one column here. Put a tab, a semicolon or a comma between the two labels."
TOO_MUCH = "Only two columns are read. Delete this cell, or put a text with commas in it in quotes."

HEADINGS = frozenset(
    {"question", "questions", "answer", "answers", "one", "other", "first", "second", "label", "left", "right", "pair"}
)
"""Words of which a first row is made that names the columns."""

_PLACE = re.compile(r"pairs\[([0-9]+)\](?:\[([12])\])?")


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend in a file of columns. row: from 1, 0 for the whole; column: its letter, or ''."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = [f"row {self.row}"] * bool(self.row) + [f"column {self.column}"] * bool(self.column)
        return f"{', '.join(where)}{': ' if where else ''}{self.message}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The pairs of a file, and the row of each."""

    pairs: tuple[Pair, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A puzzle, and the text of its file."""

    text: str
    tarsia: Tarsia


def columns_in(content: bytes) -> Columns | tuple[Mend, ...]:
    """The pairs in a file's two columns, or everything that must be mended there."""
    table = _table(content)
    if isinstance(table, Mend):
        return (table,)
    rows = [row for row in table.rows if not row.is_empty()]
    if rows and _is_heading(rows[0]):
        del rows[0]
    faults = [Mend(row, "", message) for row, _, message in table.faults]
    faults += [fault for row in rows for fault in _faults(row)]
    if not rows and not faults:
        return (Mend(0, "", NOTHING),)
    if faults:
        return tuple(faults)
    return Columns(tuple((_text(row.at(0)), _text(row.at(1))) for row in rows), tuple(row.number for row in rows))


def puzzle_of(columns: Columns, head: Mapping[str, str]) -> Written | tuple[Mend, ...]:
    """The puzzle of these pairs, or what must be mended. head: the fields before the pairs."""
    text = writing.tarsia(head, columns.pairs)
    found = parse_tarsia(text, head["tarsia"])
    if isinstance(found, Tarsia):
        return Written(text, found)
    return tuple(_mend(columns, problem) for problem in found)


def _table(content: bytes) -> Table | Mend:
    if len(content) > MOST_BYTES:
        return Mend(0, "", TOO_LARGE)
    if content.startswith((xlsx_file.ZIPPED, xlsx_file.OLD_EXCEL)):
        fault = xlsx_file.risk(content)
        return Mend(0, "", fault) if fault else xlsx_file.table(content)
    text = csv_file.decoded(content)
    return Mend(0, "", csv_file.NOT_TEXT) if text is None else csv_file.table(text, _separator(text))


def _separator(text: str) -> str:
    """The sign that parts every row; a comma may stand in the labels as well, a tab never does."""
    lines = [line for line in text.split("\n") if line.strip()]
    return next((sign for sign in csv_file.SEPARATORS if lines and all(sign in line for line in lines)), ",")


def _is_heading(row: Row) -> bool:
    words = [cell.casefold().split()[0] for cell in row.cells if isinstance(cell, str) and cell.strip()]
    return bool(words) and all(word in HEADINGS for word in words)


def _faults(row: Row) -> Iterator[Mend]:
    if not any(row.cells[1:]):
        yield Mend(row.number, "", ONE_COLUMN)
        return
    for at, cell in enumerate(row.cells):
        message = TOO_MUCH if at > 1 and cell else _fault(cell) if at < 2 else ""
        if message:
            yield Mend(row.number, letter(at), message)


def _fault(cell: Cell) -> str:
    if isinstance(cell, Fault):
        return cell.message
    if not cell.strip():
        return EMPTY
    return DATE if looks_like_a_date(cell) else ""


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split())


def _mend(columns: Columns, problem: Problem) -> Mend:
    """A problem of the file as one of the columns, where it is one of a pair."""
    found = _PLACE.fullmatch(problem.field)
    if found is None:
        return Mend(0, "", f"{problem.field}: {problem.message}")
    return Mend(columns.rows[int(found[1]) - 1], letter(int(found[2]) - 1) if found[2] else "", problem.message)
