"""xlsx: opened with care, because a workbook is a zip of XML that may hold macros, links or a bomb.

Everything is refused before openpyxl sees it that we don't need; no formula is worked out and no link is followed.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from challenge.catalogue.formats.cells import DATE, FORMULA, Cell, Fault, Row, Table, letter, quoted, unguarded

MOST_UNPACKED = 12 * 1024 * 1024
MOST_XML = 6 * 1024 * 1024
MOST_TAGS = 300_000
"""More XML than this takes openpyxl many seconds; 500 questions of ours have half of it."""

MOST_PARTS = 300
MOST_ROWS = 1_000
MOST_COLUMNS = 80
MOST_SHAPE = 60

ZIPPED = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CONTENTS = "[Content_Types].xml"

MACROS = "This workbook has macros, which we never take. Save it as an Excel workbook (.xlsx) without macros."
LINKS = "This workbook has links to other files, which we never follow. In Excel choose Data, Edit Links, Break Link."
EMBEDDED = "This workbook has other files inside it. Delete these objects and save it again."
LOCKED = "This workbook has a password or is from an old Excel. Save it as .xlsx without a password."
BOMB = "This workbook unpacks to far more than a list of questions needs. Copy the questions into a new workbook."
ENTITIES = "This workbook has a document type in it, which spreadsheets never write. Copy the questions into a new one."
BROKEN = "This workbook can't be opened. Open it in a spreadsheet program and save it again as .xlsx."
NO_WORKBOOK = "This is a zip file but no Excel workbook. Save the questions as .xlsx or .csv."
NO_SHEET = "There is no visible sheet with rows in this workbook. Put the questions on one."
HIDDEN = (
    "This sheet is hidden, and hidden sheets aren't read. Delete it, or show it and put its questions on the first."
)
SECOND = "Only the first sheet with rows is read. Move these rows there, or delete this sheet."
MERGED = "These cells are merged, so all but the first are empty. Unmerge them and fill each."
SHOWN_AS_FRACTION = (
    "This number is shown as a fraction, but the file has only its decimals. "
    "Format the column as Text, then type it again."
)
TIME = "A spreadsheet made a time of this, perhaps of a ratio. Format the column as Text, then type it again."
ERROR = "This cell shows an error of the spreadsheet. Type its text instead."
MANY_ROWS = f"There are more than {MOST_ROWS} rows. Split the file in two, and delete empty rows at its end."

_RISKS = (
    (re.compile(r"vbaProject|vbaData|macrosheets|activeX|/customUI", re.IGNORECASE), MACROS),
    (re.compile(r"externalLinks?/|/connections\.xml|queryTables?/", re.IGNORECASE), LINKS),
    (re.compile(r"embeddings/|oleObject", re.IGNORECASE), EMBEDDED),
)
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_DECIMALS = re.compile(r"(?:#,##)?0(?:\.(0+))?(?:_.)*")
_POUNDS = re.compile(r"[^;#]*£[^;#]*?(?:#,##0|0)(?:\.(?P<places>0+))?(?:[^0-9#].*)?")


def risk(content: bytes) -> str:
    """Why this workbook must not be opened, and what to do; empty if it may."""
    if content.startswith(OLD_EXCEL):
        return LOCKED
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _risk(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError):
        return BROKEN


def table(content: bytes) -> Table:
    """The rows of the first visible sheet that has any, of a workbook without `risk`."""
    from openpyxl import load_workbook  # it takes a tenth of a second to import, and a start doesn't need it

    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        try:
            return _table(book)
        finally:
            book.close()
    except Exception:  # noqa: BLE001 openpyxl raises whatever a damaged part leads to
        return Table((), ((1, "file", BROKEN),))


def written(rows: Sequence[Sequence[str]], *, title: str, header: int = 1, widths: Sequence[int] = ()) -> bytes:
    """Rows as a workbook of one sheet in which every cell is a text. header: the row that stays in view, from 1."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = title
    sheet.freeze_panes = f"A{header + 1}"
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, column)
                cell.value, cell.data_type, cell.number_format = quoted(text), "s", "@"
                if number == header:
                    cell.font = Font(bold=True)
    for n, width in enumerate(widths):
        sheet.column_dimensions[letter(n)].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _risk(archive: zipfile.ZipFile) -> str:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        return LOCKED
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return BOMB
    for pattern, message in _RISKS:
        if any(pattern.search(part.filename) for part in parts):
            return message
    if CONTENTS not in (part.filename for part in parts):
        return NO_WORKBOOK
    # A part of a zip may lie about its size, but then it breaks off there and its checksum gives it away.
    written = {part.filename: archive.read(part).replace(b"\0", b"") for part in parts}
    if any(b"<!DOCTYPE" in content or b"<!ENTITY" in content for content in written.values()):
        return ENTITIES
    xml = [content for name, content in written.items() if name.endswith((".xml", ".rels", ".vml"))]
    if sum(map(len, xml)) > MOST_XML or sum(content.count(b"<") for content in xml) > MOST_TAGS:
        return BOMB
    return MACROS if b"macroEnabled" in written[CONTENTS] else ""


def _table(book: Any) -> Table:
    found: tuple[Row, ...] = ()
    faults: list[tuple[int, str, str]] = []
    for sheet in book.worksheets:
        rows, more = _rows(sheet)
        if all(row.is_empty() for row in rows):
            continue
        place = f"sheet “{sheet.title}”"
        if sheet.sheet_state != "visible":
            faults.append((1, place, HIDDEN))
        elif found:
            faults.append((1, place, SECOND))
        else:
            found = rows
            faults += more
            faults += _merges(book, sheet)
    if not found and not faults:
        faults.append((1, "file", NO_SHEET))
    return Table(found, tuple(faults))


def _rows(sheet: Any) -> tuple[tuple[Row, ...], list[tuple[int, str, str]]]:
    sheet.reset_dimensions()
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), start=1):
        row = Row(number, tuple(_cell(cell) for cell in cells))
        if number > MOST_ROWS:
            return tuple(rows), [] if row.is_empty() else [(number, "file", MANY_ROWS)]
        rows.append(row)
    while rows and rows[-1].is_empty():
        rows.pop()
    return tuple(rows), []


def _merges(book: Any, sheet: Any) -> Iterator[tuple[int, str, str]]:
    """Each merged block; whoever knows where the questions begin drops those above."""
    with book._archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 no other way while reading only
        for first, row, last, end in _MERGE.findall(part.read()):
            place = f"{first.decode()}{row.decode()}:{last.decode()}{end.decode()}"
            yield int(row), place, MERGED


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Fault(FORMULA)
    if cell.data_type == "e":
        return Fault(ERROR)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return Fault(DATE)
    if isinstance(value, time | timedelta):
        return Fault(TIME)
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or "")[:MOST_SHAPE])
    return unguarded(" ".join(str(value).split()))


def _number(value: float, shape: str) -> Cell:
    """A number as its cell shows it: 50%, £3.50, 2.50."""
    exact = Decimal(repr(value))
    if "?/" in shape or re.search(r"#\s*/|/\s*[0-9]", shape):
        return Fault(SHOWN_AS_FRACTION)
    if "%" in shape:
        return f"{_digits(exact * 100)}%"
    if pounds := _POUNDS.fullmatch(shape):
        sign = "-" if exact < 0 else ""
        return f"{sign}£{_at_least(abs(exact), len(pounds['places'] or ''))}"
    decimals = _DECIMALS.fullmatch(shape)
    return _at_least(exact, len(decimals[1] or "")) if decimals else _digits(exact)


def _digits(exact: Decimal) -> str:
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _at_least(exact: Decimal, places: int) -> str:
    """All its digits, and noughts up to so many places."""
    text = _digits(exact)
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest.ljust(places, '0')}" if places else text
