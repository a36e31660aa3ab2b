"""The hand-written questions of The Funkies on geometry, measures and time, worked out by another road."""

import re
from datetime import timedelta
from math import prod

from sympy import Rational, pi

from tests.proofs import worth
from tests.proofs.proof import Proof

MUG = pi * 4**2 * 6
"""What a mug holds that is 8 cm across and filled 6 cm deep, in millilitres."""

CARD = {(x, y) for x in (-2, 2) for y in (-1, 1)}
"""The corners of a rectangle that is twice as long as wide, around the origin."""

FOLDS = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (2, -1))
"""The directions of the lines through the middle that one would try: along the sides, halfway, the diagonals."""

BLADES = {0, 120, 240}
"""Where the blades of a wind turbine stand, in degrees."""

LETTERS = {
    "T": ("#####", "  #  ", "  #  ", "  #  ", "  #  "),
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "S": (" ###", "#   ", " ## ", "   #", "### "),
    "W": ("#   #", "#   #", "# # #", "## ##", "#   #"),
}
"""Capital letters, row by row from the top."""

UNITS = {"minutes": 1, "hour": 60, "g": 1, "kg": 1000}
"""Minutes in a time, grams in a mass."""


def minutes(hours: int, past: int) -> Rational:
    """A time of day in minutes after midnight, or a length of time in minutes."""
    return Rational(int(timedelta(hours=hours, minutes=past).total_seconds()), 60)


def joined(text: str) -> Rational:
    """A measure of one or two units, such as `1 kg 50 g`, in the smaller one."""
    return sum(Rational(size) * UNITS[unit] for size, unit in re.findall(r"([\d.]+) ([a-z]+)", text.replace(",", "")))


def is_fold(points: set[tuple[int, int]], along: tuple[int, int]) -> bool:
    """Whether folding along the line through the origin in direction `along` maps the points onto themselves."""
    a, b = along
    length = a * a + b * b
    folded = {
        (Rational((a * a - b * b) * x + 2 * a * b * y, length), Rational(2 * a * b * x - (a * a - b * b) * y, length))
        for x, y in points
    }
    return folded == points


def is_mirrored(letter: str) -> bool:
    """Whether each row of a capital letter reads the same from the right."""
    return all(row == row[::-1] for row in LETTERS[letter])


PROOFS = {
    "f-film-ends": Proof(answer=minutes(19 + 1, 40 + 50), unit="clock"),
    "f-bus-ride": Proof(answer=minutes(10, 15) - minutes(8, 50), unit="min"),
    "f-train-on-the-board": Proof(answer=minutes(17, 25)),
    "f-quarter-to-six": Proof(answer=minutes(12 + 6, -15), unit="clock"),
    "f-parking-ticket": Proof(answer=minutes(14, 35 + 90), unit="clock"),
    "f-four-films": Proof(
        items={
            "75 minutes": joined("75 minutes"),
            "1 hour 20 minutes": joined("1 hour 20 minutes"),
            "$1 1/2$ hours": Rational(3, 2) * 60,
            "100 minutes": joined("100 minutes"),
        }
    ),
    "f-worktop": Proof(answer=Rational("2.4") * 100),
    "f-mug-of-tea": Proof(unit="ml", answer=min((3, 30, 300, 3000), key=lambda size: abs(size - MUG))),
    "f-flour-left": Proof(answer=2 - Rational("0.35"), unit="kg"),
    "f-four-parcels": Proof(read=joined),
    "f-stop-sign": Proof(facts={"sides": 8}, answer="octagon"),
    "f-tin-of-beans": Proof(
        options={"Sphere": 0, "Cone": 1, "Cuboid": 6, "Cylinder": 2},
        facts={"flat faces of a sphere, a cone, a cuboid, a cylinder": (0, 1, 6, 2)},
        answer=2,
    ),
    "f-equal-sides": Proof(
        options={"Square": True, "Rectangle": False, "Rhombus": True, "Kite": False},
        facts={"sides sure to be equal in a square, a rectangle, a rhombus, a kite": (4, 2, 4, 2)},
        answer=True,
    ),
    "f-straight-line": Proof(answer=360 // 2 - 130),
    "f-laptop-angle": Proof(
        options={"Acute": 0, "Right angle": 1, "Obtuse": 2, "Reflex": 3},
        facts={"kinds of angles by size": ("acute", "right angle", "obtuse", "reflex")},
        answer=(110 >= 90) + (110 > 90) + (110 > 180),
    ),
    "f-pizza-point": Proof(answer=Rational(360, 6)),
    "f-garden-fence": Proof(answer=2 * (8 + 5), unit="m"),
    "f-laps-of-court": Proof(answer=2 * sum([30, 30, 30, 30])),
    "f-third-side": Proof(answer=24 - 7 - 9),
    "f-wall-to-paint": Proof(answer=len([(x, y) for x in range(4) for y in range(3)]), unit="m²"),
    "f-biggest-room": Proof(
        read=lambda text: prod(map(int, re.findall(r"\d+", text))),
        answer=max(10 * 2, 5 * 5, 7 * 3, 8 * 3),
    ),
    "f-turf-cost": Proof(answer=sum(4 for _ in range(6) for _ in range(5))),
    "f-folding-a-card": Proof(answer=sum(is_fold(CARD, along) for along in FOLDS)),
    "f-mirror-letters": Proof(read=is_mirrored, answer=True),
    "f-wind-turbine": Proof(
        answer=sum({(blade + turn) % 360 for blade in BLADES} == BLADES for turn in range(1, 361)),
    ),
    "f-three-right-five-up": Proof(answer=(2 + 3, 1 + 5)),
    "f-on-the-x-axis": Proof(read=lambda text: worth.point(text)[1], answer=0),
    "f-fourth-corner": Proof(answer=(1 + 4 - 1, 1 + 4 - 4)),
}
