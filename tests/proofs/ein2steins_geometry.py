"""Proofs of the hand-written geometry, measures and time questions for Ein2steins, by another road than their steps."""

from datetime import UTC, date, datetime, timedelta

from sympy import Integer, Matrix, Point, Polygon, Rational, Triangle

from tests.proofs.proof import Proof

MINUTE = timedelta(minutes=1)
FILM_END = datetime(2026, 5, 1, 18, 50, tzinfo=UTC) + timedelta(hours=2, minutes=25)
NIGHT = datetime(2026, 5, 2, 6, 15, tzinfo=UTC) - datetime(2026, 5, 1, 21, 40, tzinfo=UTC)
MEI = datetime(2026, 5, 1, 4 + 12, 20, tzinfo=UTC)
BUSES = [datetime(2026, 5, 1, *clock, tzinfo=UTC) for clock in ((15, 52), (16, 17), (16, 38), (17, 5))]
PARCELS = {"A": Integer(750), "B": Integer(980), "C": Integer(1050), "D": Integer(1200)}
POINTS_OF_THE_COMPASS = ("north", "east", "south", "west")


def _rectangle(length: Rational, width: Rational) -> Polygon:
    """The rectangle with one corner in the origin."""
    return Polygon(Point(0, 0), Point(length, 0), Point(length, width), Point(0, width))


PROOFS = {
    "e-film-ends": Proof(answer=Integer(FILM_END.hour * 60 + FILM_END.minute), unit="clock"),
    "e-next-bus": Proof(
        options={"A": Integer(3), "B": Integer(18), "C": Integer(45), "D": Integer(28)},
        answer=Integer(min((bus - MEI) // MINUTE for bus in BUSES if bus >= MEI)),
    ),
    "e-weekday-in-may": Proof(facts={"1 May": f"{date(2026, 5, 1):%A}"}, answer=f"{date(2026, 5, 20):%A}"),
    "e-night-shift": Proof(answer=Integer(NIGHT // MINUTE), unit="min"),
    "e-films-by-length": Proof(
        items={
            "1 hour 20 minutes": 1 + Rational(20, 60),
            "1.4 hours": Rational("1.4"),
            "$1 1/2$ hours": Rational(3, 2),
            "95 minutes": Rational(95, 60),
        }
    ),
    "e-tea-urn": Proof(answer=9 / Rational("0.25")),
    "e-heaviest-parcel": Proof(options=PARCELS, answer=max(PARCELS.values())),
    "e-sawn-plank": Proof(answer=Rational("2.4") - Rational("0.85"), unit="m"),
    "e-miles-and-kilometres": Proof(holds=30 * Rational(8, 5) == 48),
    "e-roof-triangle": Proof(answer=Integer(180) - 48 - 75),
    "e-ramp-angle": Proof(
        options={"A": Integer(115), "B": Integer(25), "C": Integer(295), "D": Integer(65)},
        answer=Rational(360, 2) - 65,
    ),
    "e-turning-drone": Proof(facts={"quarter turns": 270 // 90}, answer=POINTS_OF_THE_COMPASS[(0 + 270 // 90) % 4]),
    "e-two-obtuse-angles": Proof(holds=91 + 91 + 1 <= 180),
    "e-laps-round-the-pitch": Proof(answer=5 * _rectangle(Integer(38), Integer(22)).perimeter, unit="m"),
    "e-poster-height": Proof(
        options={"A": Integer(65), "B": Integer(40), "C": Integer(20), "D": Rational("3.6")},
        answer=Rational(90 - 2 * 25, 2),
    ),
    "e-fence-a-plot": Proof(answer=8 * _rectangle(Rational("6.5"), Rational("6.5")).perimeter),
    "e-carpet-price": Proof(answer=16 * _rectangle(Rational("4.5"), Integer(3)).area),
    "e-triangle-sail": Proof(
        options={"A": Integer(30), "B": Integer(15), "C": Integer(11), "D": Integer(22)},
        answer=abs(Triangle(Point(0, 0), Point(5, 0), Point(2, 6)).area),
    ),
    "e-lawn-with-pond": Proof(
        answer=_rectangle(Integer(12), Integer(8)).area - _rectangle(Integer(3), Integer(2)).area, unit="m²"
    ),
    "e-fish-tank": Proof(answer=Integer(4) * 3 * 2),
    "e-boxes-in-a-van": Proof(
        options={"A": Integer(12), "B": Integer(24), "C": Integer(48), "D": Integer(96)},
        answer=Matrix.diag(3, 2, 2).det() / Rational(1, 2) ** 3,
    ),
}
