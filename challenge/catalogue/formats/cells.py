"""Cells of a spreadsheet, whichever file they came from: texts, or what keeps a text from being trusted.

This module must not know CSV, Excel or what a question is.
"""

import re
from dataclasses import dataclass

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets take for the start of a formula; the last four are the same signs, twice as wide."""

FORMULA = "This is a spreadsheet formula, and none is ever worked out here. Type its result as text instead."
DATE = (
    "A spreadsheet made a date of this, perhaps of a fraction such as 1/2. "
    "Format the column as Text, then type it again."
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = re.compile(rf"[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?|{_MONTH}-[0-9]{{2,4}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that can't be read: why, and how to mend it."""

    message: str


Cell = str | Fault


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, counted from 1 as spreadsheets do."""

    number: int
    cells: tuple[Cell, ...]

    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not any(self.cells)

    def at(self, column: int) -> Cell:
        """The cell in a column, from 0; empty beyond the end."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet, and other things to mend in its file as (row, column, message)."""

    rows: tuple[Row, ...]
    faults: tuple[tuple[int, str, str], ...] = ()


def letter(column: int) -> str:
    """How spreadsheets name a column, from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def named(column: int, heading: str) -> str:
    """A column as people find it: its letter and its heading."""
    return f"{letter(column)} ({heading})"


def guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it; `unguarded` takes it away."""
    return f"'{text}" if text.startswith((*FORMULA_STARTS, "'")) else text


def quoted(text: str) -> str:
    """For cells that are texts whatever they begin with: only an apostrophe of the text's own gets one before it."""
    return f"'{text}" if text.startswith("'") else text


def unguarded(text: str) -> str:
    """A cell's text without the apostrophe that keeps it from being a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith((*FORMULA_STARTS, "'")) else text


def looks_like_a_date(text: str) -> bool:
    """Whether this is how a spreadsheet writes 1/2 after it has made a date of it: 01-Feb or Feb-26."""
    return bool(_DATE.fullmatch(text.strip()))


def in_cell(text: str) -> Cell:
    """A text from a file of plain text as the cell that a spreadsheet would show."""
    text = text.strip()
    if text.startswith(("=", "\uff1d")):
        return Fault(FORMULA)
    return unguarded(text)
