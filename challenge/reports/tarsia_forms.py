"""How the pieces of a Tarsia look on paper: corners, where labels stand, how much room they have. In millimetres.

Paper has its own lattice of cells, of triangles or of rectangles, so that pieces which abut share one cut. Nothing here
knows a text or Typst.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import cast

from challenge.rules.tarsia.grounds import Cell, Ground, Pairs, Side, Squares, Triangles, Vertex

Point = tuple[float, float]

HALF_ROOT = sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class Room:
    """What a label may fill. breadth: for one of no height; narrowing: what each millimetre of height takes from it;

    height: at most.
    """

    breadth: float
    narrowing: float
    height: float

    def largest(self, width: float, height: float) -> float:
        """How many times as big as this a label can be."""
        return max(0.0, min(self.breadth / (width + self.narrowing * height), self.height / height))


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a label stands, from the middle of its piece, y upwards. angle: of its base, counter-clockwise in degrees.

    lift: the share of its height by which its middle lies above this point.
    """

    x: float
    y: float
    angle: float
    lift: float

    def middle(self, height: float) -> Point:
        """The middle of a label of this height."""
        turned, up = radians(self.angle), self.lift * height
        return (self.x - sin(turned) * up, self.y + cos(turned) * up)


@dataclass(frozen=True, slots=True)
class Form:
    """One piece as it is cut. paper: the lattice in which pieces abut; width, height: of a cell.

    seats: for its edges, in their order, while it is not turned; turn: degrees of one turn, 0 where it stays upright.
    number: where its number stands, from its middle; divided: whether a line parts its ends.
    """

    paper: Triangles | Squares
    width: float
    height: float
    seats: tuple[Seat, ...]
    room: Room
    turn: int
    number: Point = (0.0, 0.0)
    divided: bool = False

    def at(self, vertex: Vertex) -> Point:
        """Where a corner of the lattice lies; y downwards, as paper is read."""
        a, b = vertex
        lean = b / 2 if isinstance(self.paper, Triangles) else 0
        return ((a + lean) * self.width, -b * self.height)

    def ends(self, side: Side) -> tuple[Point, Point]:
        """Where a side of a cell begins and ends."""
        start, end = sorted(self.at(vertex) for vertex in cast(frozenset[Vertex], side))
        return (start, end)

    def middle(self, cell: Cell) -> Point:
        """Where the middle of a cell lies."""
        corners = [self.at(vertex) for vertex in self.paper.vertices(cell)]
        return (sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners))

    def bounds(self, cells: Iterable[Cell]) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of these cells."""
        corners = [self.at(vertex) for cell in cells for vertex in self.paper.vertices(cell)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return (min(across), min(down), max(across), max(down))

    def angle(self, cell: Cell, turn: int) -> int:
        """By how many degrees, counter-clockwise, a piece in this cell is turned when its edges are moved by `turn`."""
        return turn * self.turn + (180 if isinstance(self.paper, Triangles) and cell[2] else 0)


@dataclass(frozen=True, slots=True)
class Margins:
    """Room that is kept free. edge: between a label and the cut; number: half of the width of a piece's number."""

    edge: float
    number: float


Make = Callable[[float, float, Margins], Form]


@dataclass(frozen=True, slots=True)
class Family:
    """The forms of one kind of piece. least, most: their width; flattest, tallest: their height in parts of it."""

    make: Make
    least: float
    most: float
    flattest: float
    tallest: float

    @property
    def triangular(self) -> bool:
        """Whether a cell overlaps its neighbours by half of its width."""
        return self is TRIANGLES


def family(ground: Ground) -> Family:
    """What the pieces of a layout are cut as."""
    if isinstance(ground, Triangles):
        return TRIANGLES
    if isinstance(ground, Squares):
        return SQUARES
    return CARDS if isinstance(ground, Pairs) else DOMINOES


def _triangle(width: float, height: float, margins: Margins) -> Form:
    """Each label keeps to the third of the triangle that belongs to its edge, so labels can't meet."""
    reach = height / 3
    room = Room(width - 4 * HALF_ROOT * margins.edge, 4 * HALF_ROOT, reach - margins.edge - margins.number)
    return Form(Triangles(), width, height, _round(3, reach - margins.edge), room, turn=120)


def _square(width: float, height: float, margins: Margins) -> Form:
    """Each label keeps to the quarter of the square that belongs to its edge."""
    reach = height / 2
    room = Room(width - 2 * margins.edge, 2, reach - margins.edge - margins.number)
    return Form(Squares(), width, height, _round(4, reach - margins.edge), room, turn=90)


def _domino(width: float, height: float, margins: Margins) -> Form:
    """Two ends, both upright; the number stands on the line between them."""
    room = Room(width / 2 - margins.number - 2 * margins.edge, 0, height - 2 * margins.edge)
    across = (width / 2 + margins.number) / 2
    seats = (Seat(-across, 0, 0, 0), Seat(across, 0, 0, 0))
    return Form(Squares(), width, height, seats, room, turn=0, divided=True)


def _card(width: float, height: float, margins: Margins) -> Form:
    """One label in the middle, the number in a corner below it."""
    strip = 2 * margins.number
    room = Room(width - 2 * margins.edge, 0, height - strip - 2 * margins.edge)
    corner = (width / 2 - margins.number - 1, -height / 2 + margins.number)
    return Form(Squares(), width, height, (Seat(0, strip / 2 - margins.edge / 2, 0, 0),), room, turn=0, number=corner)


def _round(edges: int, reach: float) -> tuple[Seat, ...]:
    """A seat at each edge of a regular piece, the first one below, counter-clockwise."""
    angles = [360 * edge / edges for edge in range(edges)]
    return tuple(Seat(reach * sin(radians(angle)), -reach * cos(radians(angle)), angle, 0.5) for angle in angles)


TRIANGLES = Family(_triangle, least=50, most=90, flattest=HALF_ROOT, tallest=HALF_ROOT)
SQUARES = Family(_square, least=42, most=75, flattest=1, tallest=1)
DOMINOES = Family(_domino, least=60, most=95, flattest=0.18, tallest=0.34)
CARDS = Family(_card, least=40, most=80, flattest=0.4, tallest=0.65)
