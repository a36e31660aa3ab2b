"""Any file a teacher may have: told by what is in it more than by its name, and read by its format.

Nothing in a file is ever run, fetched or worked out. This module knows the formats; it must not know what a sound
question is.
"""

from pathlib import PurePath

from challenge.catalogue.formats import aiken, columns, csv_file, gift, kahoot, moodle_xml, xlsx_file
from challenge.catalogue.formats.cells import Table
from challenge.catalogue.formats.written import MOST_BYTES, Parsed, Problem, refused

EMPTY = "This file is empty. Choose the file with your questions."
TOO_LARGE = f"This file is larger than {MOST_BYTES // 1024 // 1024} MB. Split it in two, and leave pictures out."
NO_HEADINGS = (
    "We found neither our own headings (type, text, key …) nor Kahoot's (Question, Answer 1, Correct answers) "
    "in the first 20 rows. Add them above the questions; our example spreadsheet and docs/formats.md have them."
)
UNKNOWN = "We can't tell what kind of file this is. Use CSV, xlsx, Kahoot's spreadsheet, GIFT, Moodle XML or Aiken."
OUR_OWN = "This is a quiz file of this program already. Put it into puzzles/ as it is."

_TABLES = (".csv", ".tsv", ".xlsx")


def parsed(content: bytes, name: str) -> Parsed:
    """What stands in a file of this name; problems where it can't be read."""
    if len(content) > MOST_BYTES:
        return refused(TOO_LARGE)
    if not content.strip():
        return refused(EMPTY)
    if content.startswith((b"PK", xlsx_file.OLD_EXCEL)):
        fault = xlsx_file.risk(content)
        return refused(fault) if fault else _of_table(xlsx_file.table(content))
    if moodle_xml.looks_like_xml(content):
        return moodle_xml.parse(content)
    text = csv_file.decoded(content)
    if text is None:
        return refused(csv_file.NOT_TEXT)
    return _of_text(text, PurePath(name).suffix.lower())


def _of_text(text: str, suffix: str) -> Parsed:
    if suffix in (".yaml", ".yml"):
        return refused(OUR_OWN)
    if suffix in _TABLES:
        return _of_table(csv_file.table(text))
    if aiken.looks_like_aiken(text):
        return aiken.parse(text)
    if suffix == ".gift" or gift.looks_like_gift(text):
        return gift.parse(text)
    table = csv_file.table(text)
    if columns.header_in(table) or kahoot.header_in(table):
        return _of_table(table)
    return refused(UNKNOWN)


def _of_table(table: Table) -> Parsed:
    if header := columns.header_in(table):
        found = columns.parse(table, header)
    elif header := kahoot.header_in(table):
        found = kahoot.parse(table, header)
    else:
        faults = tuple(Problem(*fault) for fault in table.faults)
        return Parsed((), faults) if faults else refused(NO_HEADINGS)
    faults = tuple(
        Problem(*fault) for fault in table.faults if fault[2] != xlsx_file.MERGED or fault[0] > header.number
    )
    return Parsed(found.questions, (*faults, *found.problems))
