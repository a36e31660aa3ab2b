"""Spreadsheets as teachers make them and as attackers make them: each problem named by row and column, nothing run."""

import csv
import zipfile
from datetime import datetime, time
from io import BytesIO, StringIO

import pytest

from challenge.catalogue.formats import read, write
from challenge.catalogue.formats.columns import COLUMNS
from challenge.catalogue.formats.xlsx_file import MOST_TAGS, MOST_UNPACKED
from tests.catalogue.formats.samples import CHOICE, NUMBER, TEXT, saved, workbook

HEADINGS = ["text", "type", "key", "A", "B", "C", "wrong 1", "because 1"]
GOOD = ["What is 2 + 3?", "number", 5, None, None, None, 6, "One too many."]


def only_problem(found):
    assert len(found.problems) == 1, found.problems
    return found.problems[0]


def sheet_with(*rows):
    return saved(workbook([HEADINGS, *rows]))


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """The same workbook with some of its parts changed or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in changes:
                new.writestr(part.filename, old.read(part))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


def test_good_rows_are_kept_apart_from_a_bad_one():
    found = read(sheet_with(GOOD, ["What is 2 + 2?", "number", "four", None], GOOD), "mine.xlsx")

    assert [each.question.place.row for each in found.questions] == [2, 4]
    problem = only_problem(found)
    assert (problem.row, problem.column) == (3, "C (key)")
    assert "“four” can't be read" in problem.message


def test_what_a_sheet_leaves_out_is_missing_and_no_problem():
    found = read(sheet_with(["Half of 8?", "choice", "A", 4, 5, None]), "mine.xlsx")

    assert found.problems == ()
    assert found.questions[0].missing == (
        "id", "topic", "calculator", "seconds", "trick", "steps", "options.B.slip",
    )  # fmt: skip
    assert found.questions[0].question.fields["options"] == {"A": {"text": "4"}, "B": {"text": "5"}}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_however_a_spreadsheet_saved_it(separator, encoding):
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerows([["Text", " TYPE ", "Key", "unit"], [], ["Tea is £1; cake, £2. In all?", "number", "3", "£"], []])

    found = read(out.getvalue().encode(encoding), "mine.csv")

    assert found.problems == ()
    assert found.questions[0].question.fields == {
        "type": "number", "text": "Tea is £1; cake, £2. In all?", "key": "3", "unit": "£",
    }  # fmt: skip
    assert found.questions[0].question.place.row == 3


def test_a_first_line_that_names_the_separator_is_believed():
    found = read(b"sep=;\ntext;type;key\n1,2,3,4,5,6 or what?;number;7\n", "mine.csv")

    assert found.problems == ()
    assert found.questions[0].question.fields["text"] == "1,2,3,4,5,6 or what?"


def test_formulas_are_refused_by_name_and_never_worked_out():
    bad = read(sheet_with(["What is 2 + 3?", "number", "=2+3"]), "mine.xlsx")
    worse = read(b'text,type,key\n"=HYPERLINK(""http://x"",""?"")",number,5\n', "mine.csv")

    assert (only_problem(bad).row, only_problem(bad).column) == (2, "C (key)")
    assert (only_problem(worse).row, only_problem(worse).column) == (2, "A (text)")
    assert all("formula" in only_problem(found).message and not found.questions for found in (bad, worse))


@pytest.mark.parametrize("start", ["=1+1 is what?", "-4 and 3?", "+3?", "@home?", "'-4'?", "'quoted'?", "\uff1d2?"])
def test_no_cell_that_is_written_can_run_and_the_guard_is_undone(start):
    question = {**TEXT, "text": start, "key": [start, "x"]}

    cells = list(csv.reader(StringIO(write([question], "csv").decode("utf-8-sig"))))[1]

    assert not any(cell.startswith(("=", "+", "-", "@", "\uff1d")) for cell in cells)
    for format_ in ("csv", "xlsx"):
        found = read(write([question], format_), f"q.{format_}")
        assert found.problems == ()
        assert found.questions[0].question.fields == question


def test_negative_numbers_that_a_person_typed_are_read_from_csv():
    found = read(b"text,type,key,wrong 1,because 1\n3 less than 1?,number,-2,'-4,Twice.\n", "mine.csv")

    assert found.problems == ()
    assert found.questions[0].question.fields["key"] == "-2"
    assert found.questions[0].question.fields["slips"] == [{"answer": "-4", "because": "Twice."}]


@pytest.mark.parametrize("cell", ["01-Feb", "1-Feb", "Feb-26", "01-Feb-26"])
def test_a_fraction_that_became_a_date_is_named_in_csv(cell):
    found = read(f"text,type,key\nHalf?,number,{cell}\n".encode(), "mine.csv")

    assert (only_problem(found).row, only_problem(found).column) == (2, "C (key)")
    assert "1/2" in only_problem(found).message
    assert "Text" in only_problem(found).message


def test_dates_times_and_errors_that_a_spreadsheet_made_are_named():
    book = workbook(
        [
            HEADINGS,
            ["Half?", "number", datetime(2026, 2, 1)],  # noqa: DTZ001 spreadsheets know no time zones
            ["Mix?", "ratio", time(2, 3)],
            ["Nought?", "number", "#DIV/0!"],
            ["Half again?", "number", 0.5],
        ]
    )
    book.active["C4"].data_type = "e"
    book.active["C5"].number_format = "# ?/?"

    found = read(saved(book), "mine.xlsx")

    assert [(each.row, each.column) for each in found.problems] == [(n, "C (key)") for n in (2, 3, 4, 5)]
    for word, problem in zip(["1/2", "ratio", "error", "decimals"], found.problems, strict=True):
        assert word in problem.message


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (0.5, "0%", "50%"), (0.125, "0.00%", "12.5%"),
        (3.5, '"£"#,##0.00', "£3.50"), (2.5, "[$£-809]#,##0.00", "£2.50"),
        (2.5, "0.00", "2.50"), (4, "General", "4"), (4.0, "General", "4"), (0.1, "General", "0.1"),
        (1200, "#,##0", "1200"), (-3.5, '"£"#,##0.00', "-£3.50"), (2, "0.0", "2.0"), (True, "General", "true"),
    ],
)  # fmt: skip
def test_numbers_come_as_their_cells_show_them(value, shape, shown):
    book = workbook([HEADINGS, ["Which?", "choice", "A", value, "none of them"]])
    book.active["D2"].number_format = shape

    found = read(saved(book), "mine.xlsx")

    assert found.problems == ()
    assert found.questions[0].question.fields["options"]["A"]["text"] == shown


def test_merged_cells_hidden_sheets_and_second_sheets_are_named():
    book = workbook([HEADINGS, GOOD, GOOD])
    book.active.merge_cells("A2:A3")
    book.create_sheet("Old").append(["text", "type"])
    book["Old"].sheet_state = "hidden"
    book.create_sheet("More").append(["text", "type"])
    book.create_sheet("Empty")

    found = read(saved(book), "mine.xlsx")

    columns = [each.column for each in found.problems]
    assert {"sheet “Old”", "sheet “More”", "A2:A3"} <= set(columns)
    assert all("." in each.message for each in found.problems)
    assert [each.question.place.row for each in found.questions] == [2]


def test_empty_rows_are_passed_over_and_rows_counted_as_the_spreadsheet_does():
    found = read(saved(workbook([[], HEADINGS, [], GOOD, [None, None, "  "], GOOD])), "mine.xlsx")

    assert found.problems == ()
    assert [each.question.place.row for each in found.questions] == [4, 6]


def test_headings_that_we_do_not_know_are_named():
    found = read(b"text,type,key,hint,key\nWhat?,text,this,that,other\n", "mine.csv")

    assert [(each.row, each.column) for each in found.problems] == [(1, "D (hint)"), (1, "E (key)")]
    assert "docs/formats.md" in found.problems[0].message
    assert "twice" in found.problems[1].message


def test_too_many_questions_are_cut_off_by_name():
    rows = "".join(f"What is {n} + 1?,number,{n + 1}\n" for n in range(501))

    found = read(f"text,type,key\n{rows}".encode(), "mine.csv")

    assert len(found.questions) == 500
    assert (only_problem(found).row, "500" in only_problem(found).message) == (502, True)


def test_an_id_used_twice_is_named_in_its_row():
    found = read(write([NUMBER, NUMBER], "csv"), "mine.csv")

    assert (only_problem(found).row, only_problem(found).column) == (3, "A (id)")
    assert "row 2" in only_problem(found).message
    assert len(found.questions) == 1


def test_a_formula_of_mathematics_that_cannot_be_typeset_is_named_in_its_cell():
    broken = {**CHOICE, "trick": "$nonsense$"}

    found = read(write([broken, TEXT], "xlsx"), "mine.xlsx")

    assert found.questions[0].question.fields["id"] == TEXT["id"]
    assert (only_problem(found).row, only_problem(found).column) == (2, "AR (trick)")
    assert "nonsense" in only_problem(found).message


def test_after_many_faulty_formulas_the_rest_are_not_tried_one_by_one():
    rows = "".join(f"What is $1/{n} + ^$?,number,{n + 1}\n" for n in range(60))

    found = read(f"text,type,key\n{rows}1 + 1?,number,2\n".encode(), "mine.csv")

    assert found.questions == ()
    assert len(found.problems) == 61
    assert "can't be typeset" in found.problems[0].message
    assert (found.problems[-1].row, "wasn't tried" in found.problems[-1].message) == (62, True)


HARMLESS = saved(workbook([HEADINGS, GOOD]))
CONTENT_TYPES = zipfile.ZipFile(BytesIO(HARMLESS)).read("[Content_Types].xml")
BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><x>&b;</x>"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "macros"),
        ({"[Content_Types].xml": CONTENT_TYPES.replace(b"sheet.main", b"sheet.macroEnabled.main")}, "macros"),
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "links to other files"),
        ({"xl/connections.xml": b"<x/>"}, "links to other files"),
        ({"xl/embeddings/oleObject1.bin": b"MZ"}, "other files inside"),
        ({"xl/worksheets/sheet1.xml": b"0" * (MOST_UNPACKED + 1)}, "unpacks to far more"),
        ({"xl/worksheets/sheet1.xml": b"<c/>" * (MOST_TAGS + 1)}, "unpacks to far more"),
        ({f"xl/part{n}.xml": b"<x/>" for n in range(400)}, "unpacks to far more"),
        ({"xl/worksheets/sheet1.xml": BOMB}, "document type"),
        ({"xl/sharedStrings.xml": BOMB.decode().encode("utf-16")}, "document type"),
        ({"xl/workbook.xml": b"<not closed"}, "can't be opened"),
        ({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row r='x'/>"}, "can't be opened"),
    ],
)
def test_a_workbook_that_holds_more_than_a_table_is_refused_with_the_remedy(changes, says):
    found = read(repacked(HARMLESS, changes), "mine.xlsx")

    assert found.questions == ()
    assert says in only_problem(found).message
    assert only_problem(found).message.count(".") >= 2
    assert read(HARMLESS, "mine.xlsx").questions != ()


def test_a_part_that_lies_about_its_size_is_refused():
    bomb = bytearray(repacked(HARMLESS, {"xl/media/x.xml": b"0" * (MOST_UNPACKED + 1)}))
    size = (MOST_UNPACKED + 1).to_bytes(4, "little")
    assert bomb.count(size) == 2

    found = read(bytes(bomb).replace(size, (100).to_bytes(4, "little")), "mine.xlsx")

    assert "can't be opened" in only_problem(found).message


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "mine.csv", "empty"),
        (b" \n \n", "mine.xlsx", "empty"),
        (b"x" * (2 * 1024 * 1024 + 1), "mine.csv", "larger than 2 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "mine.xls", "password"),
        (b"PK\x03\x04 and no more", "mine.xlsx", "can't be opened"),
        (repacked(HARMLESS, {"[Content_Types].xml": b""})[:-40], "mine.xlsx", "can't be opened"),
        (b"\x00\x01\x02 a picture", "mine.csv", "isn't a text file"),
        (b"\xff\xfeA", "mine.csv", "isn't a text file"),
        (b"a,b,c\n1,2,3\n", "mine.csv", "our own headings"),
        (b'text,type,key\n"never closed, and so on', "mine.csv", ""),
        (b"text,type\n" + b"x" * 140_000, "mine.csv", "can't be read"),
        (saved(workbook([])), "mine.xlsx", "no visible sheet"),
        (b"quiz: mine\n", "mine.yaml", "already"),
        (b"Just a letter to a friend.", "mine.txt", "what kind of file"),
    ],
)
def test_files_that_are_something_else_are_explained(content, name, says):
    found = read(content, name)

    assert found.questions == ()
    assert found.problems[0].row >= 1
    assert says in found.problems[0].message


def test_a_zip_that_is_no_workbook_is_explained():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "Hello")

    assert "no Excel workbook" in only_problem(read(out.getvalue(), "mine.zip")).message


def test_far_too_many_rows_are_not_read():
    wide = read(b"text,type,key\n" + b",,\n" * 3_000, "mine.csv")
    long = saved(workbook([HEADINGS, *([None] for _ in range(1_200)), GOOD]))

    assert "rows" in only_problem(wide).message
    assert read(long, "mine.xlsx").questions == ()


def test_every_column_is_used_by_a_question_that_needs_it():
    assert len(COLUMNS) == len(set(COLUMNS)) == 47


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (["Which?", "choice", "C", 4, 5], "C (key)", "not among the options"),
        (["Which?", "choices", None, 4, 5], "C (key)", "missing"),
        (["Which?", "choice", "A", None, 5], "D (A)", "empty"),
        (["Which?", "boolean", "A", 4, 5], "B (type)", "Write one of"),
        (["Which?", None, "A", 4, 5], "B (type)", "missing"),
        ([None, "number", 4], "A (text)", "missing"),
        (["Sure?", "truth", "maybe"], "C (key)", "true, false"),
        (["Sort", "order", None, 3, 4, 5, "C, B", "Too few."], "G (wrong 1)", "every item"),
        (["How much?", "number", 4, "an option"], "D (A)", "no field"),
    ],
)
def test_a_wrong_cell_is_named_by_its_row_and_column(row, column, says):
    found = read(sheet_with(row), "mine.xlsx")

    assert found.questions == ()
    assert (2, column) in [(each.row, each.column) for each in found.problems]
    assert any(says in each.message for each in found.problems)


def test_a_wide_row_and_a_cell_beyond_the_headings_are_named():
    wide = read(b"text,type,key\n" + b"a," * 300, "mine.csv")
    beyond = read(b"text,type,key\n1 + 1?,number,2,=1+1\n", "mine.csv")

    assert "columns" in only_problem(wide).message
    assert (only_problem(beyond).row, only_problem(beyond).column) == (2, "beyond the last column")


def test_a_locked_workbook_and_a_sheet_of_plain_text_are_told():
    locked = bytearray(HARMLESS)
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[HARMLESS.index(mark) + at] |= 1

    assert "password" in only_problem(read(bytes(locked), "mine.xlsx")).message
    assert len(read(b"text\ttype\tkey\n1 + 1?\tnumber\t2\n", "mine.txt").questions) == 1


def test_more_rows_than_any_list_has_are_named_in_a_workbook():
    found = read(sheet_with(*[["1 + 1?", "number", 2]] * 1_001), "mine.xlsx")

    assert any("1000 rows" in each.message for each in found.problems)
