"""A Tarsia puzzle as whole numbers: which class of value stands on each edge of each piece.

A piece is a tuple of edge classes, counter-clockwise; turning it is a cyclic shift. Two edges of one class say the same
value and may touch, whatever their texts. None is a blank edge, or one that matches nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from challenge.rules.tarsia.grounds import Cell
from challenge.rules.tarsia.layouts import Layout

Edge = int | None
Piece = tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a piece lies, and by how many sides it is turned, counter-clockwise: its edge i is on side i + turn."""

    cell: Cell
    turn: int


Arrangement = Mapping[int, Placed]
"""Where pieces lie, by their number in the puzzle; those that lie nowhere are left out."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """Pieces as they lie when solved: piece i in cell i of the layout, not turned."""

    layout: Layout
    pieces: tuple[Piece, ...]

    @property
    def solution(self) -> Arrangement:
        """Every piece in its place."""
        return {number: Placed(cell, 0) for number, cell in enumerate(self.layout.cells)}


def filled(layout: Layout, pairs: Sequence[tuple[Edge, Edge]], border: Sequence[Edge] = ()) -> Puzzle:
    """The puzzle whose k-th match is made by the k-th pair, its first class on the cell that is met first.

    border: the edges on the outer sides, one after the other; those that are left out are blank. Raises ValueError
    where there isn't a pair for each match, or there is more border than outer sides.
    """
    if len(pairs) != layout.matches or len(border) > len(layout.outer):
        raise ValueError(f"{layout.name} takes {layout.matches} pairs and up to {len(layout.outer)} edges of border")
    waiting = {side: list(pair) for side, pair in zip(layout.inner, pairs, strict=True)}
    waiting |= {side: [edge] for side, edge in zip(layout.outer, border, strict=False)}
    pieces = (
        tuple(waiting[side].pop(0) if side in waiting else None for side in layout.ground.sides(cell))
        for cell in layout.cells
    )
    return Puzzle(layout, tuple(pieces))


def edge_at(piece: Piece, turn: int, side: int) -> Edge:
    """The edge of a turned piece on one side of its cell."""
    return piece[(side - turn) % len(piece)]
