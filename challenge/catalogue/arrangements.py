"""Reads an arrangement of a puzzle's pieces from JSON, strictly.

It looks like {"pieces": [{"piece": 1, "cell": [0, 0, 0], "turn": 0}]}. A piece is named by its number in the file's
order, from 1: piece k lies in the layout's k-th cell when all is solved.
"""

import json
from pathlib import Path
from typing import Any

from challenge.rules.refusal import Refused
from challenge.rules.tarsia.puzzles import Arrangement, Placed, Puzzle
from challenge.rules.tarsia.scoring import refuse

MOST_BYTES = 64 * 1024
FIELDS = ("piece", "cell", "turn")


class _OddError(ValueError):
    """What an arrangement may not hold, in words; a ValueError, as json's own are."""


def read_arrangement(path: Path, puzzle: Puzzle) -> Arrangement | Refused:
    """The arrangement in a file, or why it can't be one of this puzzle."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _refused(f"The file can't be opened ({error.strerror}).")
    return arrangement_in(content, puzzle)


def arrangement_in(content: bytes, puzzle: Puzzle) -> Arrangement | Refused:
    """The arrangement in this JSON, or why it can't be one of this puzzle."""
    if len(content) > MOST_BYTES:
        return _refused(f"This is larger than {MOST_BYTES // 1024} KB.")
    try:
        laid = _arrangement(json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_twins))
    except _OddError as odd:
        return _refused(str(odd))
    except (ValueError, RecursionError):
        return _refused("This is not JSON. puzzles/SCHEMA.md has an example.")
    return refuse(puzzle, laid) or laid


def _refused(message: str) -> Refused:
    return Refused("no_arrangement", message)


def _without_twins(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object, in which no name may stand twice."""
    found = dict(fields)
    if len(found) < len(fields):
        raise _OddError("A field is here twice.")
    return found


def _arrangement(root: object) -> dict[int, Placed]:
    pieces = _fields(root, "The file", ("pieces",))[0]
    if not isinstance(pieces, list):
        raise _OddError("pieces: Write a list here.")
    laid: dict[int, Placed] = {}
    for at, each in enumerate(pieces, start=1):
        number, placed = _piece(each, f"pieces[{at}]")
        if number in laid:
            raise _OddError(f"pieces[{at}]: Piece {number + 1} is here twice.")
        laid[number] = placed
    return laid


def _piece(root: object, place: str) -> tuple[int, Placed]:
    piece, cell, turn = _fields(root, place, FIELDS)
    if not isinstance(cell, list):
        raise _OddError(f"{place}.cell: Write a list of whole numbers here.")
    numbers = tuple(_whole(each, f"{place}.cell") for each in cell)
    return _whole(piece, f"{place}.piece") - 1, Placed(numbers, _whole(turn, f"{place}.turn"))


def _fields(root: object, place: str, names: tuple[str, ...]) -> list[Any]:
    """The values of exactly these fields."""
    if not isinstance(root, dict):
        raise _OddError(f"{place}: Write {{ }} with the fields {', '.join(names)}.")
    for name in root:
        if name not in names:
            raise _OddError(f"{place}: There is no field “{name[:40]}”. Known here: {', '.join(names)}.")
    for name in names:
        if name not in root:
            raise _OddError(f"{place}: The field “{name}” is missing.")
    return [root[name] for name in names]


def _whole(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _OddError(f"{place}: Write a whole number here.")
    return value
