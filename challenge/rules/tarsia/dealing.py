"""Dealing: pieces in an order, with names and turns from which nothing of the solution can be seen.

The dice are the caller's: `throw` gives a whole number from 0 to below its argument.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from challenge.rules.tarsia.puzzles import Puzzle

Throw = Callable[[int], int]
Value = TypeVar("Value")

ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
ID_LENGTH = 4
"""Of the name of a piece on the wire: told apart by people too, and said nothing by."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """One piece as it is handed out. number: in the puzzle; id: what it is called until the round is over."""

    number: int
    id: str
    turn: int


def deal(puzzle: Puzzle, throw: Throw) -> tuple[Dealt, ...]:
    """Every piece once, in the order in which they are handed out."""
    numbers = shuffled(range(len(puzzle.pieces)), throw)
    ids: dict[str, None] = {}
    while len(ids) < len(numbers):
        ids["".join(ID_LETTERS[throw(len(ID_LETTERS))] for _ in range(ID_LENGTH))] = None
    turns = [throw(puzzle.layout.ground.turns) for _ in numbers]
    return tuple(Dealt(number, id_, turn) for number, id_, turn in zip(numbers, ids, turns, strict=True))


def shuffled(values: Sequence[Value], throw: Throw) -> list[Value]:
    """The values in an order in which each is as likely in each place as in any other (Fisher and Yates)."""
    order = list(values)
    for last in range(len(order) - 1, 0, -1):
        chosen = throw(last + 1)
        order[last], order[chosen] = order[chosen], order[last]
    return order
