"""Proofs of the hand-written ratio, percentage and money questions for Ein2steins, by another road than their steps."""

from sympy import Integer, Rational, igcd

from tests.proofs.proof import Proof

PER_WASH = {
    "A": Rational("4.50") / 18,
    "B": Rational("5.75") / 25,
    "C": Rational("8.40") / 40,
    "D": Rational("13.20") / 60,
}
PHONES = {"A": Integer(180 + 24 * 12), "B": Integer(24 * 19), "C": Integer(120 + 24 * 15), "D": Integer(40 + 24 * 17)}
CORNER_MINUS_MARKET = Rational("3.30") / 6 - Rational("4.24") / 8
PIZZAS = min(Integer(1000) // 150, Integer(450) // 90)

PROOFS = {
    "e-team-ratio": Proof(answer=(18 // igcd(18, 24), 24 // igcd(18, 24))),
    "e-share-the-tips": Proof(answer=56 * Rational(5, 3 + 5)),
    "e-mortar-sand": Proof(
        options={"A": Rational("3.75"), "B": Integer(12), "C": Integer(60), "D": Integer(75)},
        answer=15 * Rational(4, 5) / Rational(1, 5),
    ),
    "e-choir-fraction": Proof(holds=Rational(2, 2 + 3) == Rational(2, 3)),
    "e-driving-theory": Proof(answer=100 - 100 * Rational(24 - 18, 24)),
    "e-season-ticket-rise": Proof(
        options={"A": Integer(126), "B": Integer(125), "C": Integer(114), "D": Integer(180)},
        answer=120 * Rational("1.05"),
    ),
    "e-laptop-sale": Proof(answer=640 - 640 * Rational(15, 100)),
    "e-mixed-sizes": Proof(
        items={
            "0.28": Rational("0.28"),
            "30%": Rational(30, 100),
            "$1/3$": Rational(1, 3),
            "0.4": Rational("0.4"),
        }
    ),
    "e-twentieths": Proof(answer=Rational(7, 20)),
    "e-bus-week-pass": Proof(answer=10 * Rational("2.80") - Rational("19.50")),
    "e-barber-till": Proof(
        options={"A": Rational("22.50"), "B": Integer(98), "C": Rational("247.50"), "D": Integer(132)},
        answer=4 * (14 + Rational("8.50")) + 3 * 14,
    ),
    "e-coins-for-parking": Proof(
        options={
            "A": 3 * 100 + 6 * Integer(5),
            "B": 6 * 50 + 3 * Integer(20),
            "C": 7 * 50 + 2 * Integer(10),
            "D": 1 * 200 + 8 * Integer(20),
        },
        answer=Integer(360),
    ),
    "e-taxi-and-pizza": Proof(answer=Rational(23, 5) + Rational("31.50") / 5),
    "e-washing-liquid": Proof(options=PER_WASH, answer=min(PER_WASH.values())),
    "e-three-for-two": Proof(answer=Rational("3.60") * Rational(2, 3)),
    "e-cans-in-two-shops": Proof(
        options={"A": Rational("-0.02"), "B": Rational("0.02"), "C": Rational("-0.94"), "D": Integer(0)},
        answer=CORNER_MINUS_MARKET,
    ),
    "e-coffee-jars": Proof(answer=100 * (Rational("5.60") / 200 - Rational("7.80") / 300)),
    "e-chilli-for-ten": Proof(answer=600 * Rational(10, 4), unit="g"),
    "e-flapjack-butter": Proof(
        options={"A": Integer(198), "B": Integer(360), "C": Integer(450), "D": Integer(540)},
        answer=Rational(180, 12) * 30,
    ),
    "e-pizza-dough": Proof(answer=PIZZAS),
    "e-rice-for-eight": Proof(
        options={
            "A": Integer(80),
            "B": Rational(400, 4),
            "C": Rational(240, 3),
            "D": Rational(560, 6),
        },
        answer=Rational(640, 8),
    ),
    "e-three-shifts": Proof(answer=sum(hours * Rational("12.80") for hours in (4, 6, Rational(11, 2)))),
    "e-time-and-a-half": Proof(
        options={"A": Integer(52), "B": Integer(78), "C": Integer(58), "D": Integer(104)},
        answer=13 * (4 * Rational(3, 2)),
    ),
    "e-take-home-pay": Proof(answer=Integer(1640) - Rational("118.40") - Rational("47.36") - 82),
    "e-year-of-weeks": Proof(holds=Integer(460) * 52 > 25000),
    "e-electricity-month": Proof(answer=Rational(200 * 26 + 30 * 55, 100)),
    "e-phone-for-two-years": Proof(options=PHONES, answer=min(PHONES.values())),
    "e-water-instalments": Proof(answer=Rational(486, 9) - Rational(81, 9)),
    "e-meter-readings": Proof(
        options={"A": Integer(133), "B": Rational("1892.52"), "C": Rational("13.30"), "D": Integer(475)},
        answer=6759 * Rational("0.28") - 6284 * Rational("0.28"),
    ),
    "e-van-average-speed": Proof(answer=Rational(150, 3), unit="mph"),
    "e-cycle-ninety-minutes": Proof(
        options={"A": Integer(27), "B": Rational("23.4"), "C": Integer(12), "D": Integer(18)},
        answer=Rational(18, 60) * 90,
    ),
    "e-train-journey-time": Proof(answer=210 / (Rational(140) / 60), unit="min"),
    "e-runners-by-speed": Proof(
        items={
            "9 km in 1 hour": Rational(9, 60),
            "4 km in 20 minutes": Rational(4, 20),
            "7 km in 30 minutes": Rational(7, 30),
            "5 km in 20 minutes": Rational(5, 20),
        }
    ),
    "e-map-of-the-peaks": Proof(answer=6 * Rational("2.5"), unit="km"),
    "e-room-on-plan": Proof(
        options={"A": Integer(400), "B": Rational("6.25"), "C": Integer(40), "D": Integer(4)},
        answer=Rational(8, 100) * 50,
    ),
    "e-garden-on-paper": Proof(answer=Rational(12, 200) * 100, unit="cm"),
    "e-write-the-scale": Proof(answer=(1, Rational(100, 2))),
}
