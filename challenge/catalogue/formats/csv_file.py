"""CSV: tables as text, in whatever encoding and with whatever separator a spreadsheet saved them."""

import csv
from collections.abc import Sequence
from io import StringIO

from challenge.catalogue.formats.cells import Row, Table, guarded, in_cell

SEPARATORS = "\t;,"
MOST_ROWS = 2_000
MOST_COLUMNS = 200
NOT_TEXT = "This isn't a text file that we can read. Save it as CSV in UTF-8, or as xlsx."
MANY_COLUMNS = f"This row has more than {MOST_COLUMNS} columns. Save the file again as CSV with commas."
MANY_ROWS = f"There are more than {MOST_ROWS} rows. Split the file in two, and delete empty rows at its end."


def decoded(content: bytes) -> str | None:
    """The text of a file: UTF-8, UTF-16 with its mark, or what Windows wrote before them; None if it is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n")
    return None


def table(text: str, separator: str = "") -> Table:
    """The rows of a CSV file. Without a separator, a first line such as `sep=;` says it, as Excel does."""
    separator = separator or _separator(text)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), start=1):
            if number > MOST_ROWS:
                return Table(tuple(rows), ((number, "file", MANY_ROWS),))
            if len(cells) > MOST_COLUMNS:
                return Table(tuple(rows), ((number, "row", MANY_COLUMNS),))
            rows.append(Row(number, tuple(in_cell(cell) for cell in cells)))
    except csv.Error as error:
        message = f"This row can't be read ({error}). Close its quotes, or save the file as xlsx."
        return Table(tuple(rows), ((len(rows) + 1, "row", message),))
    return Table(tuple(rows))


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as CSV in UTF-8 with a byte order mark; no cell can run as a formula."""
    out = StringIO(newline="")
    csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _separator(text: str) -> str:
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep=") and first[4:5] in SEPARATORS and len(first) == 5:
        return first[4]
    lines = text.split("\n", 20)[:20]
    return max(SEPARATORS, key=lambda sign: max(line.count(sign) for line in lines))
