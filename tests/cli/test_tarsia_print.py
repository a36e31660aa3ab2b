"""`python3 run.py tarsia print`, as a college lead uses it."""

import re

import pytest
from click.testing import CliRunner

from challenge.cli import tarsia_print
from challenge.cli.tarsia import tarsia
from challenge.cli.trouble import Trouble
from challenge.reports import tarsia_sheets
from tests.cli.test_tarsia import BROKEN, CHAIN, MISTYPED


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "small-sums.yaml").write_text(CHAIN)
    return tmp_path


@pytest.fixture
def print_(folder):
    """Prints the puzzle of the folder to sheets.pdf there."""

    def run(*options, puzzle="small-sums.yaml", to="sheets.pdf"):
        return CliRunner().invoke(tarsia, ["print", str(folder / puzzle), "-o", str(folder / to), *options])

    return run


@pytest.fixture
def printed(monkeypatch):
    """What was printed, without the work."""
    seen = []
    monkeypatch.setattr(tarsia_sheets, "as_pdf", lambda what: seen.append(what) or b"%PDF")
    return seen


def teams_of(what):
    return [handout.team for handout in what.handouts]


def test_one_set_is_a_pdf_of_three_sheets(print_, folder):
    result = print_()

    assert result.exit_code == 0, result.output
    assert result.output.endswith("sheets.pdf: one set, the solution and the judge’s sheet.\n")
    assert len(re.findall(rb"/Type/Page\b", (folder / "sheets.pdf").read_bytes())) == 3


def test_a_file_of_teams_makes_a_set_for_each_and_sets_to_spare(print_, printed, folder):
    (folder / "teams.txt").write_bytes("\ufeffPrime  Suspects\r\n\r\nÉclair\r\n".encode())

    print_("--teams", str(folder / "teams.txt"), "--sitting", "College final")
    result = print_("--teams", str(folder / "teams.txt"), "--sets", "4", "--title", "College final")

    assert [teams_of(what) for what in printed] == [["Prime Suspects", "Éclair"], ["Prime Suspects", "Éclair", "", ""]]
    assert {what.sitting for what in printed} == {"College final"}
    assert "4 sets, the solution, the judge’s sheet and a list for the scores" in result.output


def test_large_print_and_the_seed_are_passed_on(print_, printed):
    print_("--large", "--seed", "5")
    print_()

    assert [what.scale for what in printed] == [tarsia_sheets.LARGE, tarsia_sheets.NORMAL]
    assert [what.note for what in printed] == ["seed 5", "seed 1"]


@pytest.mark.parametrize(
    ("text", "options", "why"),
    [
        (b"A\nB\nC", ("--sets", "2"), "There are 3 teams, but --sets asks for 2 sets only."),
        (b"\n \n", (), "teams.txt names no team. Write one name on each line."),
        (b"A\n" + b"B" * 61, (), "Line 2 is 61 characters long. Shorten it to 60."),
        (b"\xff\xfe\x00", (), "teams.txt is no text in UTF-8. Save it again as UTF-8."),
        (b"A\n" * (tarsia_print.MOST_SETS + 1), (), "teams.txt names 201 teams. Print at most 200 sets at a time."),
    ],
)
def test_a_file_of_teams_that_can_not_be_used_is_refused(print_, printed, folder, text, options, why):
    (folder / "teams.txt").write_bytes(text)

    result = print_("--teams", str(folder / "teams.txt"), *options)

    assert (result.exit_code, result.output) == (1, f"Error: {why}\n")
    assert printed == []


def test_only_a_pdf_is_written(print_, folder):
    result = print_(to="small-sums.yaml")

    assert "small-sums.yaml is no PDF" in result.output
    assert (folder / "small-sums.yaml").read_text() == CHAIN


def test_a_puzzle_that_can_not_be_read_is_not_printed(print_, folder):
    (folder / "small-sums.yaml").write_text(BROKEN)

    result = print_()

    assert result.exit_code == 1
    assert "Mend this first:" in result.output


def test_what_spoils_a_puzzle_is_said_but_keeps_nobody_from_printing(print_, printed, folder):
    (folder / "small-sums.yaml").write_text(MISTYPED)

    result = print_()

    assert (result.exit_code, len(printed)) == (0, 1)
    assert "Mend this before anybody plays:" in result.stderr


def test_a_label_that_can_not_be_printed_is_named(print_, folder):
    (folder / "small-sums.yaml").write_text(CHAIN.replace('"11"', '"😀"'))

    result = print_()

    assert (result.exit_code, "signs that can't be printed: “😀”" in result.output) == (1, True)
    assert not (folder / "sheets.pdf").exists()


def test_a_place_that_can_not_be_written_is_said(print_, printed):
    result = print_(to="nowhere/sheets.pdf")

    assert isinstance(result.exception, Trouble)
