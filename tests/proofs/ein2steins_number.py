"""Proofs of the hand-written number questions for Ein2steins, each by another road than its worked solution."""

from sympy import Integer, Rational, igcd, ilcm, isprime, sqrt

from tests.proofs.proof import Proof

CABLE_LEFT = Rational(7, 10) * (1 - Rational(2, 5) / Rational(7, 10))
TRIM = Rational("38.7") * Rational("5.12")
ESTIMATES = {"A": Integer(20), "B": Integer(200), "C": Integer(150), "D": Integer(2000)}
KITS = {"A": Integer(6), "B": Integer(3), "C": Integer(9), "D": Integer(72)}
MINIBUSES = -(-Integer(175) // 16)

PROOFS = {
    "e-festival-in-figures": Proof(answer=4 * Integer(10) ** 4 + 6 * 10),
    "e-van-price-digit": Proof(
        options={"A": Integer(7), "B": Integer(700), "C": Integer(7000), "D": Integer(27000)},
        answer=Integer(27450) % 10000 - Integer(27450) % 1000,
    ),
    "e-crowds-in-order": Proof(
        items={"9,870": Integer(9870), "10,079": Integer(10079), "10,709": Integer(10709), "10,790": Integer(10790)}
    ),
    "e-van-mileage": Proof(answer=Integer(53120) - Integer(48765)),
    "e-bike-and-lock": Proof(
        options={"A": Integer(818), "B": Integer(875), "C": Integer(1647), "D": Integer(761)},
        answer=Integer(1204) - 386 - 57,
    ),
    "e-same-difference": Proof(holds=Integer(503) - 198 == Integer(505) - 200),
    "e-hall-chairs": Proof(answer=Integer(30) ** 2 - Integer(6) ** 2),
    "e-minibuses-to-match": Proof(
        options={"A": Integer(10), "B": Rational("10.9"), "C": Integer(11), "D": Integer(12)}, answer=MINIBUSES
    ),
    "e-make-450": Proof(
        options={
            "A": Integer(9) * 50,
            "B": Integer(90) * 50,
            "C": Rational(1800, 4),
            "D": Rational(4500, 100),
        },
        answer=Integer(450),
    ),
    "e-brackets-then-times": Proof(
        options={"A": Integer(4), "B": Integer(24), "C": Integer(27), "D": Integer(44)},
        answer=Integer(20) - (3 + 5) * 2,
    ),
    "e-divide-in-the-middle": Proof(answer=30 - Rational(12, 3) + 2),
    "e-night-frost": Proof(answer=Integer(4) - 9, unit="°C"),
    "e-overdrawn-account": Proof(
        options={"A": Integer(15), "B": Integer(-15), "C": Integer(-135), "D": Integer(55)},
        answer=Integer(60) - (35 + 40),
    ),
    "e-cable-drum": Proof(answer=CABLE_LEFT),
    "e-tickets-at-the-door": Proof(answer=240 - Rational(3, 5) * 240),
    "e-fractions-by-size": Proof(
        items={
            "$1/3$": Rational(1, 3),
            "$2/5$": Rational(2, 5),
            "$1/2$": Rational(1, 2),
            "$3/4$": Rational(3, 4),
        }
    ),
    "e-three-planks": Proof(answer=3 * (2 - Rational(1, 4))),
    "e-times-makes-smaller": Proof(holds=Rational("0.6") * Rational("0.5") > Rational("0.6")),
    "e-six-tiles": Proof(answer=6 - 6 * Rational("0.15"), unit="kg"),
    "e-one-bolt": Proof(
        options={"A": Rational("0.045"), "B": Rational("0.45"), "C": Integer(450), "D": Rational("0.0045")},
        answer=Rational("4.5") / 100,
    ),
    "e-three-eighths-decimal": Proof(answer=Rational(3, 8)),
    "e-nearest-friendly-product": Proof(
        options=ESTIMATES, answer=min(ESTIMATES.values(), key=lambda value: abs(value - TRIM))
    ),
    "e-two-places": Proof(answer=Rational((Rational("13.4762") * 100 + Rational(1, 2)) // 1, 100)),
    "e-crowd-to-the-thousand": Proof(
        options={
            letter: (Rational(people, 1000) + Rational(1, 2)) // 1 * 1000
            for letter, people in {"A": 22499, "B": 22500, "C": 23499, "D": 23500}.items()
        },
        answer=Integer(23000),
    ),
    "e-two-bus-routes": Proof(answer=Integer(ilcm(12, 18))),
    "e-find-the-prime": Proof(
        options={letter: isprime(number) for letter, number in {"A": 39, "B": 51, "C": 57, "D": 53}.items()},
        answer=True,
    ),
    "e-exam-kits": Proof(options=KITS, answer=Integer(igcd(18, 24))),
    "e-square-patio": Proof(answer=sqrt(64)),
    "e-powers-added": Proof(
        options={"A": Integer(12), "B": Integer(17), "C": Integer(15), "D": Integer(14)},
        answer=Integer(2) ** 3 + Integer(3) ** 2,
    ),
}
