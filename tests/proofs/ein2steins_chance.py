"""Proofs of the hand-written questions about chance and data for Ein2steins, by another road than their steps."""

from itertools import product
from statistics import median, mode

from sympy import Integer, Rational

from tests.proofs.proof import Proof

DICE = range(1, 7)
COINS = list(product("HT", repeat=2))
SHIFTS = [5, 8, 4, 7, 8, 3, 6]
MORNINGS = [-3, 4, 0, 6, -1]
TIPS = [Rational(tip) for tip in ("12.50", "8", "15.50", "9", "10")]
DARTS = [4, 6, 6, 7, 9, 10]
SHIRTS = {"small": 4, "medium": 9, "large": 7, "extra large": 3}
FUEL = [40, 32, 32, 18, 50]
RISES = {letter: Integer(after - before) for letter, before, after in zip("ABCD", FUEL, FUEL[1:], strict=False)}
GOALS = [0] * 3 + [1] * 5 + [2] * 4 + [3] * 2

PROOFS = {
    "e-more-than-four": Proof(answer=Rational(sum(number > 4 for number in DICE), len(DICE))),
    "e-raffle-tickets": Proof(
        options={"A": Rational(5, 7), "B": Rational(1, 3), "C": Rational(1, 12), "D": Rational(5, 12)},
        answer=1 - Rational(4 + 3, 4 + 5 + 3),
    ),
    "e-two-coins": Proof(
        options={"A": Rational(1, 4), "B": Rational(1, 3), "C": Rational(1, 2), "D": Rational(3, 4)},
        answer=Rational(COINS.count(("H", "H")), len(COINS)),
    ),
    "e-prize-wheel": Proof(answer=150 * Rational("0.2")),
    "e-least-likely-first": Proof(
        items={
            "a 6 with a dice": Rational(1, 6),
            "a heart from a pack": Rational(13, 52),
            "heads with a coin": Rational(1, 2),
            "less than 6 with a dice": Rational(sum(number < 6 for number in DICE), len(DICE)),
        }
    ),
    "e-five-heads-in-a-row": Proof(holds=Rational(1, 2) ** 5 * Rational(1, 2) > Rational(1, 2) ** 5 * Rational(1, 2)),
    "e-possible-chances": Proof(
        options={
            letter: bool(0 <= Rational(chance) <= 1)
            for letter, chance in {"A": "0.7", "B": "1.2", "C": "0.45", "D": "-0.1"}.items()
        },
        answer=True,
    ),
    "e-shift-median": Proof(answer=Integer(median(SHIFTS))),
    "e-cold-week-range": Proof(answer=Integer(max(MORNINGS) - min(MORNINGS))),
    "e-fourth-parcel": Proof(
        options={"A": Integer(6), "B": Integer(7), "C": Integer(17), "D": Rational("4.25")},
        answer=Integer(6) + (6 - 5) + (6 - 8) + (6 - 4),
    ),
    "e-mean-of-tips": Proof(answer=10 + sum(tip - 10 for tip in TIPS) / 5),
    "e-say-it-of-the-list": Proof(
        options={
            "A": Integer(6) - mode(DARTS),
            "B": Integer(7) - Rational(median(DARTS)),
            "C": Integer(6) - Rational(sum(DARTS), len(DARTS)),
            "D": Integer(6) - (max(DARTS) - min(DARTS)),
        },
        answer=Integer(0),
    ),
    "e-shirt-sizes": Proof(facts=SHIRTS, answer=max(SHIRTS, key=lambda size: SHIRTS[size])),
    "e-pie-of-travel": Proof(answer=90 * Rational(720, 360)),
    "e-swimmers-table": Proof(
        options={"A": Integer(10), "B": Integer(15), "C": Integer(25), "D": Integer(35)},
        answer=Integer(35 - 20) + (60 - 35 - 15),
    ),
    "e-coffee-pictogram": Proof(answer=8 * Rational("4.5")),
    "e-fuel-line-graph": Proof(options=RISES, answer=max(RISES.values())),
    "e-goals-from-a-table": Proof(answer=Integer(sum(GOALS))),
    "e-two-pie-charts": Proof(holds=Rational(900, 4) > Rational(400, 2)),
}
