"""`python3 run.py tarsia score` and `lint`, and the Tarsias in `puzzles check`, as an author sees them."""

import json

import pytest
from click.testing import CliRunner

from challenge.cli.commands import COMMANDS
from challenge.cli.puzzles import puzzles
from challenge.cli.tarsia import tarsia
from tests.catalogue.conftest import SOUND as QUIZ

CHAIN = """\
tarsia: small-sums
title: "Small sums"
category: funkies
topic: Adding and taking away
calculator: no
minutes: 10
layout: chain 4
about: "Three sums."
pairs:
  - ["$3 + 4$", "7"]
  - ["$5 + 6$", "11"]
  - ["$1 + 2$", "3"]
"""
MISTYPED = CHAIN.replace('"11"', '"12"')
UNITS = CHAIN.replace('"11"', '"£11"')
BROKEN = CHAIN.replace("layout: chain 4", "layout: chain")


@pytest.fixture
def file(tmp_path):
    def write(text, name="small-sums.yaml", *, folder=""):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / name
        path.write_text(text)
        return str(path)

    return write


def run(*arguments):
    return CliRunner().invoke(tarsia, list(arguments))


def laid(*places):
    return json.dumps({"pieces": [{"piece": piece, "cell": [place], "turn": 0} for piece, place in places]})


@pytest.mark.parametrize(
    ("places", "worth"),
    [
        ([(1, 0), (2, 1), (3, 2), (4, 3)], {"matches": 3, "of": 3, "complete": True}),
        ([(1, 7), (2, 8), (4, 3)], {"matches": 1, "of": 3, "complete": False}),
        ([], {"matches": 0, "of": 3, "complete": False}),
    ],
)
def test_an_arrangement_is_scored_on_one_line_of_json(places, worth, file):
    result = run("score", file(CHAIN), file(laid(*places), "laid.json"))

    assert (result.exit_code, result.output) == (0, json.dumps(worth) + "\n")


def test_what_is_no_arrangement_is_named_and_fails(file):
    result = run("score", file(CHAIN), file(laid((1, 0), (1, 1)), "laid.json"))

    assert result.exit_code == 1
    assert "laid.json: pieces[2]: Piece 1 is here twice." in result.output


def test_an_arrangement_of_a_broken_puzzle_has_no_score(file):
    result = run("score", file(BROKEN), file(laid(), "laid.json"))

    assert result.exit_code == 1
    assert "Mend this first:\n  small-sums.yaml, line 7, layout: “chain” has not the right numbers." in result.output


def test_a_sound_puzzle_passes_lint_with_its_solutions_and_difficulty(file):
    result = run("lint", file(CHAIN))

    assert result.exit_code == 0
    assert result.output == "small-sums: chain 4, 3 matches, solutions: 1, difficulty 1 of 5, The Funkies\n"


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (MISTYPED, 1, "  error: pair 2, “5 + 6”: “12” beside it is not equal to it."),
        (UNITS, 0, "  warning: pair 2, “5 + 6”: “£11” beside it is of another kind."),
        (BROKEN, 1, "small-sums.yaml, line 7, layout:"),
    ],
)
def test_lint_says_what_is_to_mend_and_fails_for_errors_only(text, code, says, file):
    result = run("lint", file(text))

    assert result.exit_code == code
    assert says in result.output


def test_several_files_are_all_linted_though_the_first_has_errors(file):
    result = run("lint", file(MISTYPED), file(CHAIN, folder="more"))

    assert result.exit_code == 1
    assert result.output.count("small-sums: chain 4") == 2


@pytest.fixture
def check(file):
    def checked(**texts):
        folder = file(QUIZ, "sample.yaml").removesuffix("sample.yaml")
        for name, text in texts.items():
            file(text.replace("tarsia: small-sums", f"tarsia: {name}"), f"{name}.yaml", folder="tarsia")
        return CliRunner().invoke(puzzles, ["check", folder])

    return checked


def test_the_check_of_all_puzzles_names_the_tarsias_and_what_they_cover(check):
    result = check(one=CHAIN, two=UNITS.replace("funkies", "go-forth"))

    rows = [line.split() for line in result.output.splitlines()]
    assert result.exit_code == 0, result.output
    assert "tarsia/one: chain 4, 3 matches, solutions: 1," in result.output
    assert ["chain", "1", "-", "1"] in rows
    assert ["All", "of", "them", "1", "0", "1"] in rows
    assert "  warning: pair 2" in result.output


def test_the_check_of_all_puzzles_fails_for_a_tarsia_with_errors(check):
    result = check(one=CHAIN, mistyped=MISTYPED, broken=BROKEN)

    assert result.exit_code == 1
    assert "To mend (2 places):" in result.output
    assert "  broken.yaml, line 7, layout:" in result.output
    assert "  mistyped.yaml, error: pair 2, “5 + 6”" in result.output


def test_a_folder_without_a_puzzle_that_loads_has_no_table(check):
    assert "Tarsia puzzles" not in check(broken=BROKEN).output


def test_the_commands_are_listed():
    assert "tarsia" in COMMANDS
    assert {"score", "lint"} <= set(tarsia.commands)


COLUMNS = "Question\tAnswer\n$3 + 4$\t7\n$5 + 6$\t11\n$1 + 2$\t3\n"


@pytest.fixture
def new(file, tmp_path):
    def made(columns, *, layout="chain 4", to="mine.yaml"):
        path = tmp_path / to
        given = {"layout": layout, "category": "funkies", "topic": "Adding and taking away", "title": "Mine"}
        options = [part for name, value in given.items() for part in (f"--{name}", value)]
        return run("new", file(columns, "columns.tsv"), *options, "-o", str(path)), path

    return made


def test_two_columns_become_a_puzzle_that_is_sound(new):
    result, path = new(COLUMNS)

    assert result.exit_code == 0, result.output
    assert "mine: chain 4, 3 matches, solutions: 1" in result.output
    assert run("lint", str(path)).exit_code == 0


@pytest.mark.parametrize(
    ("columns", "layout", "says"),
    [
        (COLUMNS, "chain 5", "  pairs: “chain 5” takes 4 pairs, and here are 3."),
        (COLUMNS.replace("\t11", "\t"), "chain 4", "  row 3: There is only one column here."),
        (COLUMNS.replace("\t11", "\t12"), "chain 4", "Mend the errors first."),
    ],
)
def test_nothing_is_written_while_there_is_something_to_mend(columns, layout, says, new):
    result, path = new(columns, layout=layout)

    assert result.exit_code == 1
    assert says in result.output
    assert "Nothing was written." in result.output
    assert not path.exists()


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ("Mine.yaml", "“Mine.yaml” won't do for a puzzle."),
        ("mine.txt", "End it with .yaml."),
        ("nowhere/mine.yaml", "There is no folder"),
        ("columns.yaml", "is there already."),
    ],
)
def test_a_puzzle_is_written_to_a_new_file_only(to, says, new, file):
    file("kept", "columns.yaml")

    result, _ = new(COLUMNS, to=to)

    assert result.exit_code == 1
    assert says in result.output
