"""The hand-written questions of The Funkies on chance and data, worked out by another road than their steps."""

from itertools import pairwise, product
from statistics import median, mode

from sympy import Rational

from tests.proofs.proof import Proof

DICE = range(1, 7)
SPINNER = range(1, 9)
SIZES = ("M", "L", "S", "M", "XL", "M", "L")
SCORES = [Rational(score) for score in (3, 5, 5, 7, 10)]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
VISITORS = (20, 38, 25, 45, 50)
RISES = [after - before for before, after in pairwise(VISITORS)]
THROWS = list(product("HT", repeat=5))
"""Every way in which a coin can land five times."""


def share(wanted: set[int], everything: range) -> Rational:
    """The part of equally likely outcomes that is wanted."""
    return Rational(len(wanted & set(everything)), len(everything))


PROOFS = {
    "f-only-red-counters": Proof(facts={"blue counters in the bag": 0}, answer="impossible"),
    "f-raffle-win": Proof(answer=sum(Rational(1, 50) for _ in range(5))),
    "f-even-on-a-dice": Proof(answer=share({number for number in DICE if number % 2 == 0}, DICE)),
    "f-least-likely-first": Proof(
        items={
            "A dice shows 6": share({6}, DICE),
            "A coin shows heads": Rational(1, 2),
            "A dice shows less than 6": share({number for number in DICE if number < 6}, DICE),
            "A dice shows less than 7": share({number for number in DICE if number < 7}, DICE),
        }
    ),
    "f-coin-has-no-memory": Proof(holds=THROWS.count(tuple("HHHHT")) > THROWS.count(tuple("HHHHH"))),
    "f-half-a-spinner": Proof(
        options={
            "An even number": share({number for number in SPINNER if number % 2 == 0}, SPINNER),
            "A number more than 4": share({number for number in SPINNER if number > 4}, SPINNER),
            "A number less than 4": share({number for number in SPINNER if number < 4}, SPINNER),
            "A number in the 3 times table": share({number for number in SPINNER if number % 3 == 0}, SPINNER),
        },
        answer=Rational(1, 2),
    ),
    "f-meal-deals": Proof(answer=len(list(product(range(3), range(4))))),
    "f-shirt-sizes": Proof(answer=mode(SIZES)),
    "f-range-of-tips": Proof(answer=max(4, 11, 7, 15, 9) - min(4, 11, 7, 15, 9)),
    "f-median-bus-ride": Proof(answer=median([12, 7, 20, 9, 15])),
    "f-mean-delivery": Proof(answer=Rational(20 + 25 + 45, 3), unit="min"),
    "f-mean-in-the-list": Proof(
        holds=all(Rational(a + b + c, 3) in (a, b, c) for a, b, c in product(range(10), repeat=3))
    ),
    "f-five-dart-scores": Proof(
        options={
            "The mode is 5": mode(SCORES) == 5,
            "The mean is 5": sum(SCORES) / len(SCORES) == 5,
            "The median is 5": median(SCORES) == 5,
            "The range is 5": max(SCORES) - min(SCORES) == 5,
        },
        answer=True,
    ),
    "f-hours-from-the-mean": Proof(answer=sum(6 for _ in range(4))),
    "f-lattes-and-mochas": Proof(answer=14 - 6),
    "f-goals-pictogram": Proof(answer=(3 + Rational(1, 2)) * 4),
    "f-latest-bus": Proof(
        answer=max(bus for bus in (15 * 60 + 10, 15 * 60 + 35, 16 * 60) if bus + 20 <= 16 * 60),
        unit="clock",
    ),
    "f-forty-students-travel": Proof(answer=40 * (1 - Rational(1, 2) - Rational(1, 4))),
    "f-van-hire-prices": Proof(answer=45 + 60 + 50),
    "f-biggest-rise": Proof(
        options={f"{day} to {next_}": rise for (day, next_), rise in zip(pairwise(DAYS), RISES, strict=True)},
        answer=max(RISES),
    ),
    "f-league-points": Proof(
        items={
            "4 wins, 4 draws": 4 * 3 + 4,
            "5 wins, no draws": 5 * 3,
            "3 wins, 5 draws": 3 * 3 + 5,
            "2 wins, 7 draws": 2 * 3 + 7,
        },
        descending=True,
    ),
}
