"""Tables as files: read again, every cell is as it was, and none runs as a formula."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from challenge.reports.sheets import as_csv, as_xlsx
from challenge.reports.tables import Table

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1+1",
    "\uff201",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
]


def table(*cells):
    return Table("Teams", tuple(f"Column {number}" for number in range(len(cells))), (cells,))


def read_csv(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data):
    return load_workbook(BytesIO(data)).worksheets[0]


def test_csv_begins_with_the_mark_by_which_excel_knows_the_alphabet():
    assert as_csv(table("é")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["Prime Suspects", "Éclairs, “π”", 'a "quoted" name', "two\nlines", "", "日本"])
def test_csv_comes_back_as_it_was(text):
    assert read_csv(as_csv(table(text)))[1] == [text]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_runs_as_a_formula(text):
    (cell,) = read_csv(as_csv(table(text)))[1]

    assert cell == f"'{text}"


def test_numbers_stay_numbers_in_csv_even_below_zero():
    assert read_csv(as_csv(table(-1, 2.5, 0, None)))[1] == ["-1", "2.5", "0", ""]


def test_headings_come_first():
    assert read_csv(as_csv(table("a", "b")))[0] == ["Column 0", "Column 1"]


@pytest.mark.parametrize("text", [text for text in FORMULAS if text.isprintable()])
def test_no_cell_of_a_workbook_is_a_formula(text):
    cell = read_xlsx(as_xlsx(table(text))).cell(2, 1)

    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["#N/A", "TRUE", "12", "1/2", "0.5"])
def test_texts_that_look_like_something_else_stay_texts_in_a_workbook(text):
    cell = read_xlsx(as_xlsx(table(text))).cell(2, 1)

    assert (cell.value, cell.data_type) == (text, "s")


def test_numbers_and_empty_cells_come_back_from_a_workbook():
    sheet = read_xlsx(as_xlsx(table(1, 2.5, None, "é")))

    assert [cell.value for cell in sheet[2]] == [1, 2.5, None, "é"]


def test_what_no_workbook_can_hold_is_left_out():
    assert read_xlsx(as_xlsx(table("a\x07b\x00c"))).cell(2, 1).value == "abc"


def test_a_workbook_has_its_title_bold_headings_that_stay_and_nothing_else():
    sheet = read_xlsx(as_xlsx(table("a")))

    assert (sheet.title, sheet.freeze_panes, sheet.dimensions) == ("Teams", "A2", "A1:A2")
    assert (sheet.cell(1, 1).font.bold, sheet.cell(2, 1).font.bold) == (True, False)


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_an_empty_table_is_a_file_with_its_headings(write):
    assert write(Table("Teams", ("Place", "Team"), ()))
