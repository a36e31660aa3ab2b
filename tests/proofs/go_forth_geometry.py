"""The hand-written geometry questions of Go Forth, each answered by another road than its worked solution."""

from sympy import Expr, Point, Polygon, Rational, Symbol, floor, pi, solve, sqrt

from tests.proofs.proof import Proof

_SIDE = Symbol("side", positive=True)
_TRIANGLES = {"A": (35, 65, 80), "B": (45, 55, 90), "C": (50, 60, 60), "D": (28, 42, 110)}
_WITHOUT_CORNER = Polygon((0, 0), (6, 0), (6, Rational("3.5")), (4, Rational("3.5")), (4, 5), (0, 5))


def _nearest_whole(value: Expr) -> Expr:
    return floor(value + Rational(1, 2))


PROOFS = {
    "g-cups-from-bottle": Proof(answer=Rational(1500 // 180)),
    "g-french-road-sign": Proof(
        options={"A": Rational(192), "B": Rational(117), "C": Rational(75), "D": Rational(15)},
        answer=120 * Rational(5, 8),
    ),
    "g-parcels-by-weight": Proof(
        items={
            "0.045 kg": Rational("0.045"),
            "380 g": Rational(380, 1000),
            "0.4 kg": Rational("0.4"),
            "1,250 g": Rational(1250, 1000),
        }
    ),
    "g-density-of-oak": Proof(answer=1 / Rational(600, 480), unit="g/cm³"),
    "g-poster-in-square-cm": Proof(
        options={"A": Rational(25_000), "B": Rational(250), "C": Rational(2500), "D": Rational(250_000)},
        answer=Rational("2.5") * 100**2,
    ),
    "g-octagon-corner": Proof(answer=Rational((8 - 2) * 180, 8)),
    "g-roof-base-angle": Proof(
        options={"A": Rational(40), "B": Rational(50), "C": Rational(140), "D": Rational(70)},
        answer=90 - Rational(40, 2),
    ),
    "g-one-two-three-triangle": Proof(answer=180 * Rational(3, 1 + 2 + 3)),
    "g-way-back-bearing": Proof(answer=Rational((70 - 180) % 360)),
    "g-which-make-triangles": Proof(
        options=_TRIANGLES,
        answer={angles for angles in _TRIANGLES.values() if sum(angles) == 180},
    ),
    "g-area-of-sail": Proof(answer=abs(Polygon((0, 0), (6, 0), (2, Rational("8.5"))).area), unit="m²"),
    "g-round-pond": Proof(answer=pi * Rational(6, 2) ** 2),
    "g-area-of-pizza": Proof(
        options={"A": Rational(2827), "B": Rational(707), "C": Rational(94), "D": Rational(47)},
        answer=_nearest_whole(pi * Rational(30**2, 4)),
    ),
    "g-room-with-corner-out": Proof(answer=_WITHOUT_CORNER.area),
    "g-garden-trapezium": Proof(
        options={"A": Rational(100), "B": Rational(60), "C": Rational(50), "D": Rational(480)},
        answer=Polygon((0, 0), (12, 0), (10, 5), (2, 5)).area,
    ),
    "g-two-coats": Proof(answer=2 * Rational("7.5") / (12 / Rational("2.4"))),
    "g-fish-tank-litres": Proof(answer=Rational(6 * 3 * 4), unit="litre"),
    "g-tin-of-tomatoes": Proof(
        options={"A": Rational(251), "B": Rational(160), "C": Rational(126), "D": Rational(503)},
        answer=_nearest_whole(pi * 4**2 * 10),
    ),
    "g-ridge-tent": Proof(answer=Rational(2 * 3, 2) * Rational("1.5"), unit="m³"),
    "g-cubes-in-crate": Proof(
        options={"A": Rational(72), "B": Rational(13), "C": Rational(24), "D": Rational(28_800)},
        answer=Rational(120 * 80 * 60, 20**3),
    ),
    "g-twice-as-long-cube": Proof(holds=6**3 == 2 * 3**3),
    "g-ladder-on-wall": Proof(answer=solve(_SIDE**2 + Rational("2.5") ** 2 - Rational("6.5") ** 2, _SIDE)[0]),
    "g-phone-diagonal": Proof(answer=Point(0, 0).distance(Point(7, 15))),
    "g-right-angled-one": Proof(
        options={
            "A": Rational(4**2 + 5**2 - 6**2),
            "B": Rational(5**2 + 12**2 - 13**2),
            "C": Rational(6**2 + 7**2 - 9**2),
            "D": Rational(8**2 + 10**2 - 13**2),
        },
        answer=Rational(0),
    ),
    "g-across-the-field": Proof(
        options={"A": Rational(130), "B": Rational(10), "C": Rational(40), "D": Rational(80)},
        answer=120 + 50 - Point(0, 0).distance(Point(120, 50)),
    ),
    "g-height-of-screen": Proof(answer=sqrt((100 - 80) * (100 + 80)), unit="cm"),
}
