"""Layouts: which cells a puzzle fills, and so how many matches it has. They are written like `triangle 4`."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from challenge.rules.refusal import Refused
from challenge.rules.tarsia.grounds import Cell, Ground, Line, Pairs, Ring, Side, Squares, Triangles

MOST_PIECES = 60
FEWEST_MATCHES = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The cells that a solved puzzle fills. name: as it is written, `hexagon 2`.

    inner: the sides where two cells touch, each one match; outer: the sides of one cell alone. Both in the order in
    which they are met along the cells, so that a puzzle can name them by number.
    """

    name: str
    ground: Ground
    cells: tuple[Cell, ...]
    inner: tuple[Side, ...]
    outer: tuple[Side, ...]

    @property
    def matches(self) -> int:
        """How many matches the solved puzzle has."""
        return len(self.inner)


@dataclass(frozen=True, slots=True)
class Shape:
    """A family of layouts. written: one of them, for whoever wrote a wrong one; it tells how many sizes there are."""

    written: str
    ground: Callable[..., Ground]
    cells: Callable[..., Iterable[Cell]]

    @property
    def sizes(self) -> int:
        """How many numbers follow its name."""
        return len(_sizes(self.written))


def layout(name: str) -> Layout | Refused:
    """The layout of this name: a shape and its sizes, such as `chain 21`, `star` or `squares 4 x 3`."""
    said = _NAME.fullmatch(name.strip().casefold())
    shape = SHAPES.get(said[1]) if said else None
    if said is None or shape is None:
        return Refused("no_layout", f"There is no layout “{name[:40]}”. Choose one of {', '.join(SHAPES)}.")
    sizes = _sizes(said[0])
    if len(sizes) != shape.sizes:
        return Refused("no_layout", f"“{name[:40]}” has not the right numbers. Write it like “{shape.written}”.")
    cells = tuple(islice(shape.cells(*sizes), MOST_PIECES + 1))
    if len(cells) > MOST_PIECES:
        return Refused("no_layout", f"“{name[:40]}” is too big: a puzzle has at most {MOST_PIECES} pieces.")
    made = _laid(" ".join([said[1], *" x ".join(map(str, sizes)).split()]), shape.ground(*sizes), cells)
    if made.matches < FEWEST_MATCHES:
        return Refused("no_layout", f"“{name[:40]}” is too small: pieces must touch at {FEWEST_MATCHES} sides or more.")
    return made


def _sizes(name: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"[0-9]+", name)]


def _laid(name: str, ground: Ground, cells: tuple[Cell, ...]) -> Layout:
    met = Counter(side for cell in cells for side in ground.sides(cell))
    inner = tuple(side for side, times in met.items() if times == 2)
    return Layout(name, ground, cells, inner, tuple(side for side, times in met.items() if times == 1))


def _row(length: int) -> Iterator[Cell]:
    return ((place,) for place in range(length))


def _triangle(side: int) -> Iterator[Cell]:
    """Row by row from below: side² cells, 3·side·(side − 1)/2 matches."""
    for b in range(side):
        for a in range(side - b):
            yield (a, b, 0)
            if a + b < side - 1:
                yield (a, b, 1)


def _hexagon(radius: int) -> Iterator[Cell]:
    """Every cell whose corners are all at most `radius` steps from the middle: 6·radius² cells."""
    reach = range(-radius, radius)
    for b, a, down in product(reach, reach, (0, 1)):
        if all(abs(one + other) <= radius for one, other in TRIANGLES.vertices((a, b, down))):
            yield (a, b, down)


def _parallelogram(across: int, up: int) -> Iterator[Cell]:
    return ((a, b, down) for b, a, down in product(range(up), range(across), (0, 1)))


def _star() -> Iterator[Cell]:
    """The hexagon of radius 1 with a point on each of its sides."""
    middle = set(_hexagon(1))
    inside = {side for cell in middle for side in TRIANGLES.sides(cell)}
    for b, a, down in product(range(-2, 2), range(-2, 2), (0, 1)):
        cell = (a, b, down)
        if cell in middle or inside.intersection(TRIANGLES.sides(cell)):
            yield cell


def _squares(across: int, up: int) -> Iterator[Cell]:
    return ((a, b) for b, a in product(range(up), range(across)))


def _pairs(count: int) -> Iterator[Cell]:
    return product(range(count), (0, 1))


def _on(ground: Ground) -> Callable[..., Ground]:
    """The same ground for every size."""
    return lambda *_sizes: ground


TRIANGLES = Triangles()
SHAPES: Mapping[str, Shape] = {
    "chain": Shape("chain 21", _on(Line()), _row),
    "loop": Shape("loop 12", Ring, _row),
    "triangle": Shape("triangle 4", _on(TRIANGLES), _triangle),
    "hexagon": Shape("hexagon 2", _on(TRIANGLES), _hexagon),
    "parallelogram": Shape("parallelogram 3 x 3", _on(TRIANGLES), _parallelogram),
    "star": Shape("star", _on(TRIANGLES), _star),
    "squares": Shape("squares 4 x 3", _on(Squares()), _squares),
    "cards": Shape("cards 12", _on(Pairs()), _pairs),
}
"""Every layout there is; the sizes of chains and loops count tiles, those of cards pairs."""

_NAME = re.compile(r"([a-z]+)(?: +[0-9]{1,2}(?: *[x×] *[0-9]{1,2})?)?")
