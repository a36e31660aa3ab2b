"""A Tarsia puzzle from two columns, and what is said of columns that can't be one."""

import pytest

from challenge.catalogue.formats import xlsx_file
from challenge.catalogue.tarsia_columns import MOST_BYTES, TOO_LARGE, Columns, Written, columns_in, puzzle_of
from challenge.catalogue.tarsia_files import read_tarsia

PAIRS = (("$1/2$ of 20", "10"), ("(2, 3)", "(4 - 2, 3)"), ("-3 + 4", "1"))
HEAD = {
    "tarsia": "mine", "title": "Mine", "category": "funkies", "topic": "Fractions", "calculator": "no",
    "minutes": "15", "layout": "chain 4", "about": "Just “mine”: it's #1.",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "$1/2$ of 20\t10\n(2, 3)\t(4 - 2, 3)\n-3 + 4\t1\n",
        "Question\tAnswer\n$1/2$ of 20\t10\n\n(2, 3)\t(4 - 2, 3)\n-3 + 4\t1",
        "$1/2$ of 20;10\r\n(2, 3);(4 - 2, 3)\r\n-3 + 4;1\r\n",
        'first label,"second label"\n$1/2$ of 20,10\n"(2, 3)","(4 - 2,  3)"\n\'-3 + 4,1,\n',
    ],
)
def test_two_columns_are_pairs_however_they_are_parted(text):
    assert columns_in(text.encode()).pairs == PAIRS


def test_a_workbook_is_read_too():
    assert columns_in(xlsx_file.written([["Question", "Answer"], *PAIRS], title="Pairs")) == Columns(PAIRS, (2, 3, 4))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "There are no rows here."),
        (b"Question,Answer\n", "There are no rows here."),
        (b"a,1\nb,\n", "row 2: There is only one column here."),
        (b"a,1\n,2\n", "row 2, column A: This cell is empty."),
        (b"a\t1\nb\t \tc\n", "row 2, column B: This cell is empty."),
        (b"a\nb\n", "row 1: There is only one column here."),
        (b"a,1\nb,2,3\n", "row 2, column C: Only two columns are read."),
        (b"a,1\n=SUM(A1),2\n", "row 2, column A: This is a spreadsheet formula"),
        (b"a,1\n0.5,01-Feb\n", "row 2, column B: A spreadsheet made a date of this"),
        (b'a,1\nb,2\n"c,3' + b"x" * 140_000, "row 3: This row can't be read"),
        (b"\0", "This isn't a text file"),
        (b"PK\x03\x04", "This workbook can't be opened."),
        (b"a" * (MOST_BYTES + 1), TOO_LARGE),
    ],
)
def test_what_can_not_be_read_is_named_by_row_and_column(content, says):
    found = columns_in(content)

    assert not isinstance(found, Columns)
    assert says in " ".join(map(str, found))


def test_the_file_that_is_made_reads_back_as_the_same_puzzle(tmp_path):
    made = puzzle_of(Columns(PAIRS, (1, 2, 3)), HEAD)
    path = tmp_path / "mine.yaml"
    path.write_text(made.text, encoding="utf-8")

    assert isinstance(made, Written)
    assert made.tarsia == read_tarsia(path)
    assert made.tarsia.about == HEAD["about"]


@pytest.mark.parametrize(
    ("pair", "head", "says"),
    [
        (("$1/", "1"), {}, "row 7, column A: A “$” is missing"),
        (('"\\', "$#let$"), {}, "row 7, column B: “#” can't stand in a formula."),
        (("1", "1"), {"layout": "chain 9"}, "pairs: “chain 9” takes 8 pairs, and here are 3."),
        (("1", "1"), {"layout": "wheel"}, "layout: There is no layout “wheel”."),
        (("\x01", "1"), {}, "file: There is a hidden control character here."),
    ],
)
def test_what_must_be_mended_is_told_by_the_rows_of_the_columns(pair, head, says):
    found = puzzle_of(Columns((*PAIRS[:2], pair), (2, 4, 7)), {**HEAD, **head})

    assert [str(each)[: len(says)] for each in found] == [says]
