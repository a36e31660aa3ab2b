"""The hand-written ratio, percentage and money questions of Go Forth, each answered by another road than its steps."""

from datetime import timedelta
from math import floor

from sympy import Rational, Symbol, solve

from tests.proofs.proof import Proof

_WHOLE = Symbol("whole", positive=True)
_PEANUT_BUTTER = {
    "A": Rational(192, 300),
    "B": Rational(330, 500),
    "C": Rational(465, 750),
    "D": Rational(670, 1000),
}
_SHIFTS = {
    "A": Rational("7.5") * Rational("13.20"),
    "B": 8 * Rational("13.20"),
    "C": 6 * Rational("19.80"),
    "D": 3 * Rational("26.40"),
}
_RICE = {
    "A": Rational(110, 500),
    "B": Rational(205, 1000),
    "C": Rational(420, 2000),
    "D": Rational(1075, 5000),
}
_ARRIVAL = timedelta(hours=13, minutes=50) + timedelta(hours=1) * 105 / 60

PROOFS = {
    "g-blue-to-white": Proof(answer=(Rational(350, 500), Rational(150, 500))),
    "g-rent-by-room": Proof(answer=1080 * Rational(4, 4 + 3 + 2)),
    "g-adults-in-class": Proof(
        options={"A": Rational(3, 5), "B": Rational(3, 8), "C": Rational(5, 3), "D": Rational(5, 8)},
        answer=1 - Rational(3, 3 + 5),
    ),
    "g-tips-difference": Proof(answer=solve(_WHOLE * Rational(5, 8) - _WHOLE * Rational(3, 8) - 14, _WHOLE)[0]),
    "g-squash-one-to-n": Proof(answer=(40, 300)),
    "g-phone-price-drop": Proof(answer=100 - Rational(480 * 100, 600)),
    "g-trainers-before-sale": Proof(
        options={"A": Rational(72), "B": Rational(75), "C": Rational(80), "D": Rational(48)},
        answer=solve(_WHOLE - _WHOLE * Rational(20, 100) - 60, _WHOLE)[0],
    ),
    "g-savings-two-years": Proof(answer=2000 * (1 + Rational(5, 100)) ** 2),
    "g-up-ten-down-ten": Proof(holds=50 * Rational(110, 100) * Rational(90, 100) == 50),
    "g-rent-up-six": Proof(
        options={
            "A": 340 * Rational("1.06"),
            "B": 340 * Rational("1.6"),
            "C": 340 * Rational("0.06"),
            "D": 340 + Rational("0.06"),
        },
        answer=340 + Rational(340 * 6, 100),
    ),
    "g-mock-marks": Proof(answer=Rational(42 * 100, 56)),
    "g-pounds-to-euros": Proof(answer=250 + 250 * Rational(16, 100)),
    "g-shirt-in-spain": Proof(
        options={
            "A": Rational("50.46"),
            "B": Rational("42.34"),
            "C": Rational("37.50"),
            "D": Rational("36.54"),
        },
        answer=Rational(4350, 116),
    ),
    "g-coffee-round-change": Proof(answer=Rational(2000 - sum([345] * 3) - sum([280] * 2), 100)),
    "g-phone-case-profit": Proof(answer=32 * Rational("5.50") - 120),
    "g-festival-instalments": Proof(holds=sum([3250] * 6) - 18_500 == 1000),
    "g-bags-of-rice": Proof(options=_RICE, answer=min(_RICE.values())),
    "g-three-for-two": Proof(answer=Rational("3.60") * (1 - Rational(1, 3))),
    "g-better-jars": Proof(
        options=_PEANUT_BUTTER,
        answer={price for price in _PEANUT_BUTTER.values() if price < Rational(260, 400)},
    ),
    "g-cans-at-two-shops": Proof(answer=Rational("4.50") / 6 - Rational("7.20") / 10),
    "g-gym-deals": Proof(
        items={
            "20 visits for £96": Rational(96, 20),
            "12 visits for £60": Rational(60, 12),
            "8 visits for £44": Rational(44, 8),
            "5 visits for £29": Rational(29, 5),
        }
    ),
    "g-curry-for-ten": Proof(answer=Rational(600, 4) * 10, unit="g"),
    "g-most-pancakes": Proof(answer=Rational(min(floor(Rational(700 * 12, 300)), floor(Rational(8 * 12, 3))))),
    "g-butter-for-six": Proof(
        options={"A": Rational(110), "B": Rational(218), "C": Rational(293), "D": Rational(165)},
        answer=220 * Rational(6, 8),
    ),
    "g-soup-stock": Proof(answer=(1 + Rational(1, 2)) * Rational(15, 6), unit="litres"),
    "g-bag-of-concrete": Proof(answer=240 * Rational(2, 1 + 2 + 3)),
    "g-overtime-week": Proof(answer=Rational("13.20") * (43 + Rational(43 - 38, 2))),
    "g-monthly-salary": Proof(
        options={"A": Rational(2275), "B": Rational(525), "C": Rational(2100), "D": Rational(2730)},
        answer=Rational(27_300, 12),
    ),
    "g-income-tax": Proof(answer=Rational(24_570 - 12_570, 5)),
    "g-pay-with-commission": Proof(
        options={
            "A": Rational(372),
            "B": Rational("415.50"),
            "C": Rational(1822),
            "D": Rational(5170),
        },
        answer=1450 + Rational(12_400 * 3, 100),
    ),
    "g-shifts-above-hundred": Proof(options=_SHIFTS, answer={pay for pay in _SHIFTS.values() if pay > 100}),
    "g-electricity-month": Proof(answer=Rational(27 * 210 + 55 * 30, 100)),
    "g-extra-data": Proof(
        options={
            "A": Rational("10.80"),
            "B": Rational("14.40"),
            "C": Rational("23.40"),
            "D": Rational("12.60"),
        },
        answer=8 * Rational("1.80") - (5 * Rational("1.80") - 9),
    ),
    "g-gas-bill-rise": Proof(holds=90 * Rational(108, 100) > 97),
    "g-meter-readings": Proof(answer=Rational((30_857 - 30_482) * 28, 100)),
    "g-meal-with-service": Proof(answer=Rational("73.50") / 5 * Rational(110, 100)),
    "g-van-journey": Proof(answer=Rational(130 * 60, 52), unit="min"),
    "g-evening-ride": Proof(answer=Rational(18 * (60 + 20), 60), unit="km"),
    "g-coach-arrives": Proof(answer=Rational(_ARRIVAL // timedelta(minutes=1)), unit="clock"),
    "g-two-legs": Proof(
        options={"A": Rational(45), "B": Rational(60), "C": Rational(80), "D": Rational(48)},
        answer=(30 + 90) / (1 + Rational(3, 2)),
    ),
    "g-sprinter-speed": Proof(
        options={"A": Rational(480), "B": Rational("0.48"), "C": Rational("28.8"), "D": Rational("2.2")},
        answer=8 * Rational(60 * 60, 1000),
    ),
    "g-two-villages": Proof(answer=Rational(14 * 25_000, 100 * 1000), unit="km"),
    "g-room-on-plan": Proof(answer=Rational("4.5") / Rational(1, 2), unit="cm"),
    "g-model-car": Proof(
        options={
            "A": Rational("0.18"),
            "B": Rational("0.018"),
            "C": Rational("0.24"),
            "D": Rational("103.68"),
        },
        answer=Rational("4.32") / 24,
    ),
    "g-scale-of-map": Proof(answer=(4, 2 * 1000 * 100)),
    "g-sofa-on-plan": Proof(
        options={
            "A": (Rational(4), Rational(18)),
            "B": (Rational(40), Rational(18)),
            "C": (Rational(100), Rational(45)),
            "D": (Rational(4), Rational("1.8")),
        },
        answer=(Rational(200, 50), Rational(90, 50)),
    ),
}
