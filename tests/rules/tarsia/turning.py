"""Moving a whole arrangement about: the same puzzle elsewhere on the table."""

from challenge.rules.tarsia.grounds import Line, Pairs, Ring, Squares, Triangles
from challenge.rules.tarsia.puzzles import Placed, filled


def solvable(layout):
    """A puzzle in which every match has a class of its own."""
    return filled(layout, [(number, number) for number in range(layout.matches)])


def moved(ground, arrangement, *, by, turns):
    """The arrangement after so many turns of the ground about its middle, then moved by whole cells."""
    for _ in range(turns % FULL_TURN[type(ground)]):
        arrangement = {number: _turned(ground, placed) for number, placed in arrangement.items()}
    return {number: _shifted(ground, placed, by) for number, placed in arrangement.items()}


FULL_TURN = {Triangles: 6, Squares: 4, Line: 2, Ring: 2, Pairs: 1}


def _shifted(ground, placed, by):
    if isinstance(ground, Ring):
        return Placed(((placed.cell[0] + by[0]) % ground.length,), placed.turn)
    if isinstance(ground, Triangles | Squares):
        return Placed((placed.cell[0] + by[0], placed.cell[1] + by[1], *placed.cell[2:]), placed.turn)
    return Placed((placed.cell[0] + by[0], *placed.cell[1:]), placed.turn)


def _turned(ground, placed):
    """One turn: a sixth on triangles, a quarter on squares, a half on a row."""
    if isinstance(ground, Line | Ring):
        cell = (-placed.cell[0],) if isinstance(ground, Line) else ((-placed.cell[0]) % ground.length,)
        return Placed(cell, (placed.turn + 1) % 2)
    spin = (lambda a, b: (-b, a + b)) if isinstance(ground, Triangles) else (lambda a, b: (-b, a))
    corners = [spin(*vertex) for vertex in ground.vertices(placed.cell)]
    cell = _cell_of(ground, corners)
    first = ground.vertices(cell).index(corners[0])
    return Placed(cell, (placed.turn + first) % ground.turns)


def _cell_of(ground, corners):
    low = (min(a for a, _ in corners), min(b for _, b in corners))
    if isinstance(ground, Squares):
        return low
    return next(cell for cell in ((*low, 0), (*low, 1)) if set(ground.vertices(cell)) == set(corners))
