"""An arrangement's file, read strictly."""

import json

import pytest

from challenge.catalogue.arrangements import MOST_BYTES, arrangement_in, read_arrangement
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.layouts import layout
from challenge.rules.tarsia.puzzles import Placed
from tests.rules.tarsia.turning import solvable

PUZZLE = solvable(layout("triangle 3"))
ONE = {"piece": 9, "cell": [0, 2, 0], "turn": 1}


def said(content):
    found = arrangement_in(content if isinstance(content, bytes) else json.dumps(content).encode(), PUZZLE)
    assert isinstance(found, Refused), found
    return found.message


def test_pieces_are_counted_from_one():
    assert arrangement_in(json.dumps({"pieces": [ONE]}).encode(), PUZZLE) == {8: Placed((0, 2, 0), 1)}


def test_nothing_on_the_table_is_an_arrangement_too(tmp_path):
    path = tmp_path / "empty.json"
    path.write_bytes(b'\xef\xbb\xbf{"pieces": []}')

    assert read_arrangement(path, PUZZLE) == {}


def test_a_file_that_can_not_be_opened_is_refused(tmp_path):
    assert "can't be opened" in read_arrangement(tmp_path, PUZZLE).message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ([], "The file: Write { } with the fields pieces."),
        ({}, "The file: The field “pieces” is missing."),
        ({"pieces": [], "team": 1}, "The file: There is no field “team”."),
        ({"pieces": {}}, "pieces: Write a list here."),
        ({"pieces": [7]}, "pieces[1]: Write { } with the fields piece, cell, turn."),
        ({"pieces": [{**ONE, "id": 4}]}, "pieces[1]: There is no field “id”. Known here: piece, cell, turn."),
        ({"pieces": [{"piece": 1, "cell": [0, 0, 0]}]}, "pieces[1]: The field “turn” is missing."),
        ({"pieces": [{**ONE, "cell": "0"}]}, "pieces[1].cell: Write a list of whole numbers here."),
        ({"pieces": [{**ONE, "cell": [0, 0.5, 0]}]}, "pieces[1].cell: Write a whole number here."),
        ({"pieces": [{**ONE, "piece": "9"}]}, "pieces[1].piece: Write a whole number here."),
        ({"pieces": [{**ONE, "turn": True}]}, "pieces[1].turn: Write a whole number here."),
        ({"pieces": [ONE, {**ONE, "cell": [0, 0, 0]}]}, "pieces[2]: Piece 9 is here twice."),
        ({"pieces": [{**ONE, "piece": 10}]}, "There is no piece 10: the puzzle has 9."),
        ({"pieces": [{**ONE, "piece": 0}]}, "There is no piece 0"),
        ({"pieces": [{**ONE, "cell": [0, 0]}]}, "Piece 9 lies where no cell is: [0, 0]."),
        ({"pieces": [{**ONE, "turn": 3}]}, "Piece 9 can be turned by 0 to 2, not by 3."),
        (b'{"pieces": [], "pieces": []}', "A field is here twice."),
        (b"{", "This is not JSON."),
        (b"\xff", "This is not JSON."),
        (b"[" * 60_000, "This is not JSON."),
        (b'{"pieces": [' + b"9" * 5_000 + b"]}", "This is not JSON."),
        (b" " * (MOST_BYTES + 1), "This is larger than 64 KB."),
    ],
)
def test_what_is_no_arrangement_is_refused_by_name(content, says):
    assert says in said(content)
