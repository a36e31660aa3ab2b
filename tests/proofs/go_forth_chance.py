"""The hand-written questions of Go Forth on chance and data, each answered by another road than its worked solution."""

from datetime import timedelta
from itertools import product
from statistics import fmean, median

from sympy import Rational, Symbol, solve

from tests.proofs.proof import Proof

_DICE = [sum(pair) for pair in product(range(1, 7), repeat=2)]
_TOTALS = {"A": 4, "B": 6, "C": 8, "D": 9}
_CLUB = [*["both"] * 8, *["swims"] * (28 - 8), *["gym"] * (20 - 8)]
_GOALS = [*[0] * 3, *[1] * 4, *[2] * 2, *[3] * 1]
_RENTS = [900] * 9 + [4000]
_JOURNEYS = [*[5] * 4, *[15] * 10, *[25] * 6]
_LISTS = {"A": (3, 7, 8), "B": (5, 2, 7, 9, 4), "C": (1, 6, 8, 20), "D": (7, 7, 8, 9, 9)}
_LUNCHES = {"Monday": 24, "Tuesday": 18, "Wednesday": 30, "Thursday": 36, "Friday": 42}
_SCORE = Symbol("score")
_WARMTH_AND_SALES = [(5, 90), (12, 60), (20, 35), (27, 10)]


def _last_bus_by(latest: timedelta) -> Rational:
    """The last bus from 7:48, every 15 minutes, that arrives within 25 minutes: minutes after midnight."""
    buses = [timedelta(hours=7, minutes=48 + wait) for wait in range(0, 240, 15)]
    last = max(bus for bus in buses if bus + timedelta(minutes=25) <= latest)
    return Rational(last // timedelta(minutes=1))


def _slopes_down(points: list[tuple[int, int]]) -> bool:
    across, up = fmean(x for x, _ in points), fmean(y for _, y in points)
    return sum((x - across) * (y - up) for x, y in points) < 0


PROOFS = {
    "g-yellow-on-spinner": Proof(answer=Rational(100 - 35 - 20 - 15, 100)),
    "g-wet-weekend": Proof(
        options={"A": Rational("0.7"), "B": Rational("0.12"), "C": Rational("0.35"), "D": Rational("0.42")},
        answer=Rational(len([pair for pair in product(range(10), range(10)) if pair[0] < 3 and pair[1] < 4]), 100),
    ),
    "g-late-buses": Proof(answer=400 * Rational(12, 80)),
    "g-counter-not-blue": Proof(answer=1 - Rational(4, 5 + 4 + 6)),
    "g-totals-of-two-dice": Proof(
        options={letter: Rational(total) for letter, total in _TOTALS.items()},
        answer={Rational(total) for total in _TOTALS.values() if _DICE.count(total) > _DICE.count(5)},
    ),
    "g-neither-swim-nor-gym": Proof(answer=Rational(50 - len(_CLUB), 50)),
    "g-five-heads-in-a-row": Proof(holds=Rational(1, 2) > 1 - Rational(1, 2)),
    "g-likely-in-order": Proof(
        items={
            "a 6 on one roll of a dice": Rational(1, 6),
            "a heart from a full pack of cards": Rational(13, 52),
            "heads on one throw of a coin": Rational(1, 2),
            "less than 6 on one roll of a dice": Rational(5, 6),
        }
    ),
    "g-goals-per-match": Proof(answer=Rational(sum(_GOALS), len(_GOALS))),
    "g-fifth-quiz-score": Proof(
        options={"A": Rational(13), "B": Rational(14), "C": Rational(16), "D": Rational(17)},
        answer=solve((4 * 12 + _SCORE) / 5 - 13, _SCORE)[0],
    ),
    "g-one-dear-flat": Proof(
        facts={"mean": Rational(sum(_RENTS), len(_RENTS)), "median": median(_RENTS)}, answer="median"
    ),
    "g-waiting-times": Proof(answer=Rational(str(median([12, 5, 9, 21, 7, 14])))),
    "g-steadier-team": Proof(holds=8 < 20),
    "g-five-weeks-pay": Proof(answer=312 + Rational(362 - 312, 5)),
    "g-journeys-to-college": Proof(answer=Rational(sum(_JOURNEYS), len(_JOURNEYS))),
    "g-lists-with-median-seven": Proof(
        options=_LISTS,
        answer={numbers for numbers in _LISTS.values() if median(numbers) == 7},
    ),
    "g-pie-angle-for-bus": Proof(answer=360 * Rational(45, 120)),
    "g-pie-slice-of-visitors": Proof(
        options={"A": Rational(180), "B": Rational(72), "C": Rational(50), "D": Rational(20)},
        answer=250 * Rational(72, 360),
    ),
    "g-full-time-women": Proof(answer=Rational(80 - 30 - (32 - 12))),
    "g-last-bus-for-work": Proof(answer=_last_bus_by(timedelta(hours=9)), unit="clock"),
    "g-cocoa-and-cold": Proof(answer="negative" if _slopes_down(_WARMTH_AND_SALES) else "positive"),
    "g-days-above-a-fifth": Proof(
        options={"A": 24, "B": 30, "C": 36, "D": 42},
        answer={sold for sold in _LUNCHES.values() if 5 * sold > sum(_LUNCHES.values())},
    ),
    "g-sellers-by-share": Proof(
        items={
            "Ben: 18 of 40": Rational(18, 40),
            "Zofia: 24 of 50": Rational(24, 50),
            "Yusuf: 33 of 60": Rational(33, 60),
            "Mei: 15 of 25": Rational(15, 25),
        }
    ),
    "g-stem-and-leaf-ages": Proof(
        options={"A": Rational(21), "B": Rational(1), "C": Rational(20), "D": Rational(46)},
        answer=Rational(max(25, 28, 31, 34, 34, 39, 40, 46) - min(25, 28, 31, 34, 34, 39, 40, 46)),
    ),
    "g-flats-rent-line": Proof(
        options={"A": Rational("13.4"), "B": Rational("15.5"), "C": Rational(124), "D": Rational(15)},
        answer=Rational(92_400, 800) - 100,
    ),
}
