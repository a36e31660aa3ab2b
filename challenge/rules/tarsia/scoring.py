"""What an arrangement is worth: the touching edges that say the same value.

Only what touches counts, so a puzzle that was moved, turned as a whole or built in two halves needs no rule of its own.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from challenge.rules.refusal import Refused
from challenge.rules.tarsia.grounds import Side
from challenge.rules.tarsia.puzzles import Arrangement, Edge, Puzzle, edge_at


@dataclass(frozen=True, slots=True)
class Score:
    """matches: how many sides are right; of: how many the solved puzzle has."""

    matches: int
    of: int

    @property
    def complete(self) -> bool:
        """Whether the puzzle is solved."""
        return self.matches == self.of


def score(puzzle: Puzzle, arrangement: Arrangement) -> Score:
    """The matches of an arrangement that `refuse` lets pass. Pieces in one cell void each other."""
    return Score(min(len(matched(puzzle, arrangement)), puzzle.layout.matches), puzzle.layout.matches)


def matched(puzzle: Puzzle, arrangement: Arrangement) -> frozenset[Side]:
    """The sides at which two pieces touch with equal edges."""
    in_cell = Counter(placed.cell for placed in arrangement.values())
    touching: dict[Side, list[Edge]] = defaultdict(list)
    for number, placed in arrangement.items():
        if in_cell[placed.cell] > 1:
            continue
        for at, side in enumerate(puzzle.layout.ground.sides(placed.cell)):
            touching[side].append(edge_at(puzzle.pieces[number], placed.turn, at))
    return frozenset(side for side, edges in touching.items() if len(edges) == 2 and edges[0] == edges[1] is not None)


def refuse(puzzle: Puzzle, arrangement: Arrangement) -> Refused | None:
    """Why this can't be an arrangement of the puzzle's pieces at all."""
    ground = puzzle.layout.ground
    for number, placed in arrangement.items():
        if not 0 <= number < len(puzzle.pieces):
            return Refused("no_piece", f"There is no piece {number + 1}: the puzzle has {len(puzzle.pieces)}.")
        if len(placed.cell) != ground.coordinates or not ground.holds(placed.cell):
            return Refused("no_cell", f"Piece {number + 1} lies where no cell is: {list(placed.cell)}.")
        if not 0 <= placed.turn < ground.turns:
            return Refused(
                "no_turn", f"Piece {number + 1} can be turned by 0 to {ground.turns - 1}, not by {placed.turn}."
            )
    return None
