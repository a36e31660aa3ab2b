"""Second routes for the generators of time, units, shapes, angles, sizes, symmetry and coordinates."""

import re
from datetime import UTC, datetime, timedelta
from itertools import combinations

from sympy import Integer, Matrix, Point, Polygon, Rational, Symbol, Triangle, deg, integrate, pi, solve

from tests.proofs.proof import Proof
from tests.proofs.worth import exact, in_unit, minutes

X = Symbol("x")
DAY = datetime(2026, 5, 4, tzinfo=UTC)


def on_the_clock(moment):
    return moment.hour * 60 + moment.minute


def arrival(facts):
    """By the calendar."""
    length = timedelta(minutes=facts["minutes"])
    if facts["end"]:
        return Proof(on_the_clock(DAY + timedelta(minutes=facts["end"]) - length), unit="clock")
    return Proof(on_the_clock(DAY + timedelta(minutes=facts["start"]) + length), unit="clock")


def how_long(facts):
    apart = (DAY + timedelta(minutes=facts["end"])) - (DAY + timedelta(minutes=facts["start"]))
    return Proof(apart.seconds // 60, unit="min", read=minutes)


def clock_of_24(facts):
    """Each option read as Python reads a clock."""

    def read(text):
        form = "%I:%M %p" if text.endswith("m") else "%H:%M"
        return on_the_clock(datetime.strptime(text.upper(), form).replace(tzinfo=UTC))

    return Proof(on_the_clock(DAY + timedelta(minutes=facts["time"])), read=read)


def total_time(facts):
    whole = sum((timedelta(minutes=part) for part in facts["parts"]), timedelta())
    return Proof(Rational(whole.seconds, 60), unit="min", read=minutes)


def changed_units(facts):
    """By the sizes of the units; a litre is a cube of 10 cm."""
    if {facts["have"], facts["want"]} == {"litres", "cm³"}:
        cube = Integer(10) ** 3
        given = exact(facts["given"])
        return Proof(given * cube if facts["have"] == "litres" else given / cube, unit=facts["want"])
    if {facts["have"], facts["want"]} == {"m²", "cm²"}:
        side = in_unit(Integer(1), "m", "cm") ** 2
        given = exact(facts["given"])
        return Proof(given * side if facts["have"] == "m²" else given / side, unit=facts["want"])
    return Proof(in_unit(exact(facts["given"]), facts["have"], facts["want"]), unit=facts["want"])


def imperial(facts):
    rate, given = exact(facts["rate"]), exact(facts["given"])
    (count,) = solve(rate * X - given if facts["back"] else X / rate - given, X)
    return Proof(count)


def filled(facts):
    """One after the other, until too little is left."""
    rest, count = exact(facts["large"]) * facts["factor"], 0
    while rest >= facts["small"]:
        rest, count = rest - facts["small"], count + 1
    return Proof(count)


NAMES = {
    "stop sign": "octagon", "nut": "hexagon", "50p": "heptagon", "shed": "pentagon", "doormat": "rectangle",
    "floor tile": "square", "diamond": "rhombus", "bucket": "trapezium", "tin": "cylinder", "dice": "cube",
    "snooker": "sphere", "traffic": "cone", "brick": "cuboid", "tomb": "pyramid",
}  # fmt: skip
"""What each thing that a clue tells of is called in a dictionary of shapes."""


def named(facts):
    (shape,) = {shape for thing, shape in NAMES.items() if thing in facts["clue"]}
    return Proof(shape, facts={"clue": facts["clue"]})


def counted_parts(facts):
    """By drawing the solid: its corners, then the pairs that an edge joins, then Euler's rule for the faces."""
    n, ring = facts["n"], range(facts["n"])
    floor = [(0, k) for k in ring]
    corners = [*floor, "top"] if facts["kind"] == "pyramid" else [*floor, *((1, k) for k in ring)]

    def are_joined(one, other):
        if "top" in (one, other):
            return True
        if one[0] == other[0]:
            return (one[1] - other[1]) % n in (1, n - 1)
        return one[1] == other[1]

    edges = sum(are_joined(one, other) for one, other in combinations(corners, 2))
    return Proof({"corners": len(corners), "edges": edges, "faces": edges - len(corners) + 2}[facts["parts"]])


QUADRILATERALS = {
    "square": ((0, 0), (2, 0), (2, 2), (0, 2)),
    "rectangle": ((0, 0), (3, 0), (3, 2), (0, 2)),
    "rhombus": ((0, 0), (5, 0), (8, 4), (3, 4)),
    "kite": ((0, 0), (2, 1), (0, 5), (-2, 1)),
    "trapezium": ((0, 0), (5, 0), (3, 2), (1, 2)),
    "parallelogram": ((0, 0), (4, 0), (5, 2), (1, 2)),
}
"""One of each that is no more than its name says."""


def with_property(facts):
    def has_it(shape):
        polygon = Polygon(*map(Point, QUADRILATERALS[shape]))
        sides = polygon.sides
        if "equal sides" in facts["have"]:
            return len({side.length for side in sides}) == 1
        if "right angles" in facts["have"]:
            return all(sides[n].is_perpendicular(sides[n - 1]) for n in range(4))
        return bool(sides[0].is_parallel(sides[2]) and sides[1].is_parallel(sides[3]))

    return Proof(True, read=has_it)


def kind_of_angle(facts):
    """By how many right angles it holds, and whether it is exactly one."""
    whole, rest = divmod(facts["size"], 90)
    return Proof(
        "right angle" if (whole, rest) == (1, 0) else ("acute", "obtuse", "reflex", "reflex")[whole] + " angle"
    )


def turned(facts):
    return Proof(deg(2 * pi / facts["parts"] * facts["n"]), unit="°")


def ruled(facts):
    """Each figure drawn or solved."""
    a, n = facts["a"], facts["n"]
    equations = {
        "apex": 2 * X + a - 180,
        "base": 2 * a + X - 180,
        "exterior": n * X - 360,
        "interior": n * X - sum([180] * (n - 2)),
        "between": X + a - 180,
        "same": (180 - X) + a - 180,
    }
    return Proof(*solve(equations[facts["kind"]], X), unit="°")


def fitting(facts):
    def closes(text):
        return sum(int(angle) for angle in re.findall(r"\d+", text)) == facts["whole"]

    return Proof(True, read=closes)


def third_side(facts):
    """By a triangle with its right angle at the origin."""
    short, other = facts["short"], facts["other"]
    if facts["asked"] == "longest":
        return Triangle(Point(0, 0), Point(short, 0), Point(0, other)).sides[1].length
    (side,) = (value for value in solve(X**2 + short**2 - other**2, X) if value > 0)
    return side


def right_angled(facts):
    """By the cosine of the largest angle."""
    a, b, c = sorted(facts["sides"])
    return Proof(holds=Rational(a * a + b * b - c * c, 2 * a * b) == 0)


def equal_sides(facts):
    return Proof(
        Rational(1, facts["n"]) * exact(facts["given"]) if facts["back"] else sum([exact(facts["given"])] * facts["n"]),
        unit=facts["unit"],
    )


def rectangle(a, b):
    return Polygon(Point(0, 0), Point(exact(a), 0), Point(exact(a), exact(b)), Point(0, exact(b)))


def slanted(facts):
    """By the corners of the shape on a grid."""
    a, b, h = facts["a"], facts["b"], facts["h"]
    tops = {"triangle": [(1, h)], "parallelogram": [(a + 1, h), (1, h)], "trapezium": [(b + 1, h), (1, h)]}
    corners = [(0, 0), (a, 0), *tops[facts["shape"]]]
    return Proof(abs(Polygon(*(Point(*corner) for corner in corners)).area), unit=facts["unit"])


def circle(facts):
    """By adding up rings."""
    return Proof(integrate(2 * pi * X, (X, 0, facts["r"])), unit=facts["unit"])


def box(facts):
    """By the determinant of its three edges."""
    sides = [exact(side) for side in facts["sides"]]
    return Matrix.diag(*sides).det()


def packed(facts):
    """Box by box, at each place where one starts."""
    starts = [range(0, large - small + 1, small) for large, small in zip(facts["large"], facts["small"], strict=True)]
    return Proof(sum(1 for _ in starts[0] for _ in starts[1] for _ in starts[2]))


REGULAR = {
    "triangle with three equal sides": 3,
    "square": 4,
    "regular pentagon": 5,
    "regular hexagon": 6,
    "regular octagon": 8,
}
OTHERS = {
    "rectangle that is not a square": ((-2, -1), (2, -1), (2, 1), (-2, 1)),
    "rhombus that is not a square": ((-2, 0), (0, -1), (2, 0), (0, 1)),
    "kite": ((-1, 0), (0, -1), (3, 0), (0, 1)),
    "triangle with two equal sides only": ((0, 5), (-1, 0), (1, 0)),
    "triangle with three different sides": ((0, 0), (4, 0), (1, 2)),
    "parallelogram that is not a rectangle": ((-3, -1), (1, -1), (3, 1), (-1, 1)),
}


def lengths(shape):
    """The square of the distance between each two corners, in the order of the corners."""
    if shape in REGULAR:
        n = REGULAR[shape]
        return [[min((i - k) % n, (k - i) % n) for k in range(n)] for i in range(n)]
    corners = OTHERS[shape]
    return [[(a - c) ** 2 + (b - d) ** 2 for c, d in corners] for a, b in corners]


def keeping(shape, orders):
    """How many of these orders of the corners keep every distance."""
    apart = lengths(shape)
    places = range(len(apart))
    return sum(all(apart[order[i]][order[k]] == apart[i][k] for i in places for k in places) for order in orders)


def mirrored(facts):
    n = len(lengths(facts["shape"]))
    return Proof(keeping(facts["shape"], [[(s - k) % n for k in range(n)] for s in range(n)]))


def rotated(facts):
    n = len(lengths(facts["shape"]))
    return Proof(keeping(facts["shape"], [[(s + k) % n for k in range(n)] for s in range(n)]))


STROKES = {
    "A": "/-\\", "M": "|\\/|", "T": "-|-", "U": "|_|", "V": "\\/", "W": "\\/\\/", "Y": "\\|/",
    "B": "|3", "C": "(", "D": "|)", "E": "|=", "K": "|<", "F": "|=", "G": "(-", "J": "_|", "L": "|_", "N": "|\\|",
    "P": "|o", "Q": "O\\", "R": "|o\\", "S": "5", "Z": "-/_",
}  # fmt: skip
"""The strokes of each letter from left to right."""
SEEN_IN_A_MIRROR = str.maketrans("/\\()<>35", "\\/)(><E2")


def has_upright_mirror(letter):
    strokes = STROKES[letter]
    return strokes[::-1].translate(SEEN_IN_A_MIRROR) == strokes


def opposite(facts):
    """The diagonals of a rectangle halve each other."""
    first, second, third = (Point(*corner) for corner in facts["corners"])
    fourth = first + third - second
    return Proof((fourth.x, fourth.y))


def halfway(facts):
    middle = Point(*facts["one"]).midpoint(Point(*facts["other"]))
    return Proof((middle.x, middle.y))


def walked(facts):
    end = Point(*facts["start"]).translate(*facts["way"])
    return Proof((end.x, end.y))


SECOND = {
    "arrival": arrival,
    "how-long": how_long,
    "clock-of-24": clock_of_24,
    "total-time": total_time,
    "change-units": changed_units,
    "imperial": imperial,
    "smallest-first": lambda facts: Proof(unit=facts["unit"]),
    "how-many-fit": filled,
    "name-the-shape": named,
    "faces-edges-corners": counted_parts,
    "which-shapes": with_property,
    "mirror-lines": mirrored,
    "turned-round": rotated,
    "mirror-letters": lambda facts: Proof(True, read=has_upright_mirror),
    "walk-on-a-grid": walked,
    "fourth-corner": opposite,
    "halfway-point": halfway,
    "kind-of-angle": kind_of_angle,
    "how-far-it-turns": turned,
    "missing-angle": lambda facts: Proof(*solve(X + sum(facts["known"]) - facts["whole"], X), unit="°"),
    "angle-rules": ruled,
    "angles-that-fit": fitting,
    "ladders-and-paths": lambda facts: Proof(third_side(facts), unit="m"),
    "whole-sides": lambda facts: Proof(third_side(facts)),
    "is-it-right-angled": right_angled,
    "round-the-edge": lambda facts: Proof(rectangle(*facts["sides"][:2]).perimeter, unit=facts["unit"]),
    "equal-sides": equal_sides,
    "laps": lambda facts: Proof(sum([rectangle(facts["a"], facts["b"]).perimeter] * facts["n"]), unit="m"),
    "floor-area": lambda facts: Proof(rectangle(facts["a"], facts["b"]).area, unit=facts["unit"]),
    "area-left": lambda facts: Proof(rectangle(*facts["whole"]).area - rectangle(*facts["part"]).area, unit="m²"),
    "slanted-area": slanted,
    "cost-to-cover": lambda facts: Proof(rectangle(facts["a"], facts["b"]).area * Rational(facts["price"], 100)),
    "circle-area": circle,
    "box-volume": lambda facts: Proof(box(facts), unit=facts["unit"]),
    "missing-height": lambda facts: Proof(*solve(facts["a"] * facts["b"] * X - facts["volume"], X), unit=facts["unit"]),
    "how-many-boxes": packed,
    "litres-inside": lambda facts: Proof(in_unit(box(facts), "cm³", "litres"), unit="litres"),
    "cylinder-volume": lambda facts: Proof(integrate(pi * facts["r"] ** 2, (X, 0, facts["h"])), unit=facts["unit"]),
}
