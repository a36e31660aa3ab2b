"""The grounds that pieces lie on: their cells, and the sides where cells touch. Whole numbers only.

A cell has its sides in counter-clockwise order, as a piece has its edges; two cells touch where they share a side. On a
line, a piece has a left and a right end; on a table of pairs, a card has one side and lies beside one other card.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar, Protocol

Cell = tuple[int, ...]
Side = Hashable
Vertex = tuple[int, int]

FARTHEST = 200
"""No arrangement needs a cell farther from the middle than this."""


class Ground(Protocol):
    """Where pieces may lie."""

    @property
    def turns(self) -> int:
        """How many sides a cell has, and so in how many ways a piece can be turned."""

    @property
    def coordinates(self) -> int:
        """How many numbers name a cell."""

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """The sides of a cell, counter-clockwise."""

    def holds(self, cell: Cell) -> bool:
        """Whether these numbers, as many as name a cell, name one."""


@dataclass(frozen=True, slots=True)
class Triangles:
    """The lattice of triangles. A cell is (a, b, 0) pointing up, with the vertices (a, b), (a + 1, b), (a, b + 1), or

    (a, b, 1) pointing down, with (a + 1, b + 1), (a, b + 1), (a + 1, b). The vertex (a, b) is drawn at
    (a + b/2, b√3/2): a sixth of a turn takes it to (−b, a + b).
    """

    turns: ClassVar[int] = 3
    coordinates: ClassVar[int] = 3

    def vertices(self, cell: Cell) -> tuple[Vertex, Vertex, Vertex]:
        """The corners of a cell, counter-clockwise."""
        a, b, down = cell
        return ((a + 1, b + 1), (a, b + 1), (a + 1, b)) if down else ((a, b), (a + 1, b), (a, b + 1))

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """Each side as its two vertices. Upward: below, right, left; downward: above, left, right."""
        one, two, three = self.vertices(cell)
        return (frozenset((one, two)), frozenset((two, three)), frozenset((three, one)))

    def holds(self, cell: Cell) -> bool:
        """Near enough, and up or down."""
        return _near(cell[:2]) and cell[2] in (0, 1)


@dataclass(frozen=True, slots=True)
class Squares:
    """The lattice of squares. The cell (a, b) has the corners (a, b) and (a + 1, b + 1); b grows upwards."""

    turns: ClassVar[int] = 4
    coordinates: ClassVar[int] = 2

    def vertices(self, cell: Cell) -> tuple[Vertex, Vertex, Vertex, Vertex]:
        """The corners of a cell, counter-clockwise."""
        a, b = cell
        return ((a, b), (a + 1, b), (a + 1, b + 1), (a, b + 1))

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """Below, right, above, left; each as its two vertices."""
        one, two, three, four = self.vertices(cell)
        return (frozenset((one, two)), frozenset((two, three)), frozenset((three, four)), frozenset((four, one)))

    def holds(self, cell: Cell) -> bool:
        """Near enough."""
        return _near(cell)


@dataclass(frozen=True, slots=True)
class Line:
    """Places in a row, for a chain of tiles. The tile in place k has joint k on its left, joint k + 1 on its right."""

    turns: ClassVar[int] = 2
    coordinates: ClassVar[int] = 1

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """Left, right."""
        return (cell[0], cell[0] + 1)

    def holds(self, cell: Cell) -> bool:
        """Near enough."""
        return _near(cell)


@dataclass(frozen=True, slots=True)
class Ring:
    """Places in a ring of dominoes: the last one touches the first."""

    length: int
    turns: ClassVar[int] = 2
    coordinates: ClassVar[int] = 1

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """Towards the place before, towards the place after."""
        return (cell[0], (cell[0] + 1) % self.length)

    def holds(self, cell: Cell) -> bool:
        """One of the places of the ring."""
        return 0 <= cell[0] < self.length


@dataclass(frozen=True, slots=True)
class Pairs:
    """Places for pairs of cards: (k, 0) and (k, 1) lie beside each other, and touch nothing else."""

    turns: ClassVar[int] = 1
    coordinates: ClassVar[int] = 2

    def sides(self, cell: Cell) -> tuple[Side, ...]:
        """Towards the other card of the pair."""
        return (cell[0],)

    def holds(self, cell: Cell) -> bool:
        """Near enough, and one of the two."""
        return _near(cell[:1]) and cell[1] in (0, 1)


def _near(numbers: tuple[int, ...]) -> bool:
    return all(abs(number) <= FARTHEST for number in numbers)
