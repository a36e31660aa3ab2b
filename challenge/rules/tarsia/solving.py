"""How many solutions a puzzle has: ways to fill its layout so that all touching edges are equal.

Two ways are the same solution if turning the whole makes one of the other, or interchanging pieces that say the same.
Cards are pairs only, so there it is the ways to pair them all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import prod

from challenge.rules.tarsia.grounds import Line, Pairs
from challenge.rules.tarsia.layouts import Layout
from challenge.rules.tarsia.puzzles import Edge, Piece, Puzzle

STEPS = 100_000
"""Pieces that are tried at most: a puzzle whose values all differ needs some hundreds."""

START, FINISH = -2, -3
"""What stands at the ends of a chain, as if it were a class; no class is below 0."""

Half = tuple[int, int]
"""A side of a cell: the cell's number in the layout, and the side's in the cell."""

Way = tuple[Piece, ...]
"""A filled layout: what each cell shows on its sides."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many solutions were found. is_all: whether there are no more; gave_up: whether it took too long to tell."""

    number: int
    is_all: bool
    gave_up: bool

    @property
    def is_one(self) -> bool:
        """Whether the puzzle has exactly one solution."""
        return self.number == 1 and self.is_all

    def __str__(self) -> str:
        if self.gave_up:
            return "too many to count"
        return f"{self.number}" if self.is_all else f"{self.number} or more"


def solutions(puzzle: Puzzle, *, most: int = 2, steps: int = STEPS) -> Counted:
    """How many solutions a puzzle has. It stops counting at `most`, and gives up after so many steps."""
    if isinstance(puzzle.layout.ground, Pairs):
        return _pairings(puzzle, most)
    search = _Search(_with_ends(puzzle), steps)
    turned = _ways_to_turn(puzzle.layout)
    number, known = 0, set[Way]()
    for way in search.ways():
        if way in known:
            continue
        number += 1
        if number == most:
            return Counted(most, is_all=False, gave_up=False)
        known.update(_after(way, turn) for turn in turned)
    return Counted(number, is_all=not search.gave_up, gave_up=search.gave_up)


def _with_ends(puzzle: Puzzle) -> Puzzle:
    """START and FINISH aren't the same, so a chain's first and last tile never say the same."""
    if not isinstance(puzzle.layout.ground, Line):
        return puzzle
    first, *others, last = puzzle.pieces
    return replace(puzzle, pieces=((START, *first[1:]), *others, (*last[:-1], FINISH)))


def _pairings(puzzle: Puzzle, most: int) -> Counted:
    """Two cards of one value make one pair, four make 3 ways, six make 15."""
    cards = Counter(edge for (edge,) in puzzle.pieces)
    if any(edge is None or count % 2 for edge, count in cards.items()):
        return Counted(0, is_all=True, gave_up=False)
    number = prod(prod(range(count - 1, 0, -2)) for count in cards.values())
    return Counted(min(number, most), is_all=number < most, gave_up=False)


@dataclass
class _Search:
    """Cells are filled one after the other, each beside one that is filled, with every piece that fits there."""

    puzzle: Puzzle
    steps: int
    gave_up: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.partners = _partners(self.puzzle.layout)
        self.order = _outwards(self.partners, len(self.puzzle.pieces))
        self.left = Counter(map(_unturned, self.puzzle.pieces))
        self.shows = _by_edge(self.left)
        self.filled: dict[int, Piece] = {}
        halves = Counter(edge for piece in self.puzzle.pieces for edge in piece)
        self.alone = {edge for edge, count in halves.items() if edge is None or count == 1}
        self.spare = len(self.puzzle.layout.outer) - sum(halves[edge] for edge in self.alone)

    def ways(self) -> Iterator[Way]:
        """Every filled layout, each as often as turning the whole gives it back."""
        return self._from(0, self.spare)

    def _from(self, at: int, spare: int) -> Iterator[Way]:
        if at == len(self.order):
            yield tuple(self.filled[cell] for cell in range(at))
            return
        cell = self.order[at]
        for shown, kind, wasted in self._fitting(cell):
            if self.gave_up or wasted > spare:
                continue
            self.left[kind] -= 1
            self.filled[cell] = shown
            yield from self._from(at + 1, spare - wasted)
            del self.filled[cell]
            self.left[kind] += 1

    def _fitting(self, cell: int) -> Iterator[tuple[Piece, Piece, int]]:
        """What may be shown in a cell, the piece that shows it, and how many edges that have a partner it wastes."""
        asked = {at: self._beside((cell, at)) for at in range(self.puzzle.layout.ground.turns)}
        known = next(((at, edge) for at, edge in asked.items() if isinstance(edge, int)), None)
        for shown, kind in self.shows.get(known, ()):
            if not self.left[kind]:
                continue
            self.steps -= 1
            self.gave_up = self.gave_up or self.steps < 0
            wasted = self._wasted(shown, asked)
            if wasted >= 0:
                yield shown, kind, wasted

    def _beside(self, half: Half) -> "Edge | _Open":
        """The edge that must be matched; nothing on an outer side; OPEN where no piece lies yet."""
        if half not in self.partners:
            return None
        cell, at = self.partners[half]
        return self.filled[cell][at] if cell in self.filled else OPEN

    def _wasted(self, shown: Piece, asked: Mapping[int, "Edge | _Open"]) -> int:
        """How many edges on outer sides have a partner somewhere; -1 where the piece doesn't fit."""
        wasted = 0
        for at, edge in enumerate(shown):
            if asked[at] is None:
                wasted += edge not in self.alone
            elif edge in self.alone or asked[at] not in (OPEN, edge):
                return -1
        return wasted


class _Open:
    """What stands for a side on which anything may come."""


OPEN = _Open()
_Known = tuple[int, int] | None


def _partners(layout: Layout) -> dict[Half, Half]:
    """For each half of an inner side the other half."""
    met: dict[object, list[Half]] = {}
    for number, cell in enumerate(layout.cells):
        for at, side in enumerate(layout.ground.sides(cell)):
            met.setdefault(side, []).append((number, at))
    pairs = [(halves[0], halves[1]) for halves in met.values() if len(halves) == 2]
    return dict(pairs + [halves[::-1] for halves in pairs])


def _outwards(partners: Mapping[Half, Half], count: int) -> list[int]:
    """The cells in an order in which each has as many neighbours before it as can be."""
    order: list[int] = []
    beside = Counter(dict.fromkeys(range(count), 0))
    while beside:
        cell = max(beside, key=lambda each: (beside[each], -each))
        order.append(cell)
        del beside[cell]
        for (one, _), (other, _) in partners.items():
            if one == cell and other in beside:
                beside[other] += 1
    return order


def _by_edge(kinds: Mapping[Piece, int]) -> dict[_Known, list[tuple[Piece, Piece]]]:
    """Everything that any piece can show, by each of its sides and the edge there; under None all of it."""
    result: dict[_Known, list[tuple[Piece, Piece]]] = {None: []}
    for kind in kinds:
        for shown in dict.fromkeys(_turns(kind)):
            result[None].append((shown, kind))
            for at, edge in enumerate(shown):
                if edge is not None:
                    result.setdefault((at, edge), []).append((shown, kind))
    return result


def _turns(piece: Piece) -> list[Piece]:
    return [piece[by:] + piece[:by] for by in range(len(piece))]


def _unturned(piece: Piece) -> Piece:
    """What all turns of a piece, and of those that say the same, have in common."""
    return min(_turns(piece), key=lambda turned: [-1 if edge is None else edge for edge in turned])


def _ways_to_turn(layout: Layout) -> list[dict[int, Half]]:
    """Every way to turn the whole that fills the same cells: for each cell where it goes, and by how many sides."""
    partners, turns = _partners(layout), layout.ground.turns
    tried = (_turned(partners, turns, (cell, by)) for cell in range(len(layout.cells)) for by in range(turns))
    return [turn for turn in tried if turn]


def _turned(partners: Mapping[Half, Half], turns: int, first: Half) -> dict[int, Half]:
    """Where everything goes if the first cell goes there; nothing if it doesn't fit."""
    goes, waiting = {0: first}, [0]
    while waiting:
        cell = waiting.pop()
        to, by = goes[cell]
        for at in range(turns):
            here, there = partners.get((cell, at)), partners.get((to, (at + by) % turns))
            if here is None or there is None:
                if here is not there:
                    return {}
                continue
            if here[0] not in goes:
                goes[here[0]] = there[0], (there[1] - here[1]) % turns
                waiting.append(here[0])
    return goes if len({to for to, _ in goes.values()}) == len(goes) else {}


def _after(way: Way, turn: Mapping[int, Half]) -> Way:
    shown: dict[int, Piece] = {}
    for cell, (to, by) in turn.items():
        piece = way[cell]
        shown[to] = piece[len(piece) - by :] + piece[: len(piece) - by]
    return tuple(shown[cell] for cell in range(len(way)))
