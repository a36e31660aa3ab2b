"""The hand-written number questions of Go Forth, each answered by another road than its worked solution."""

from math import gcd, isqrt, lcm

from sympy import Interval, Rational, isprime, sqrt

from tests.proofs.proof import Proof


def _nearest(value: Rational, step: Rational) -> Rational:
    """A positive value at the nearest multiple of `step`, halves upwards."""
    return (value / step + Rational(1, 2)).floor() * step


_ESTIMATE = Rational(19_870) * 31
_TAKINGS = {"A": 60_000, "B": 600_000, "C": 6_000_000, "D": 20_030}
_PLANKS = {"A": Rational(234), "B": Rational(235), "C": Rational("244.9"), "D": Rational(246)}
_LEVELS = {"A": Rational("0.58"), "B": Rational("0.605"), "C": Rational(3, 5), "D": Rational(65, 100)}
_FIFTIES = {"A": 51, "B": 53, "C": 57, "D": 59}

PROOFS = {
    "g-crates-of-bottles": Proof(answer=Rational(sum([36] * 24))),
    "g-away-coaches": Proof(
        options={"A": Rational(7), "B": Rational("7.7"), "C": Rational(8), "D": Rational(9)},
        answer=Rational(len(range(0, 410, 53))),
    ),
    "g-food-bank-boxes": Proof(answer=Rational(1512, 24)),
    "g-gym-passes": Proof(holds=sum([19] * 32) == 608),
    "g-power-times-minus": Proof(answer=Rational(20 - 2 * 3**2)),
    "g-burger-order": Proof(
        options={
            "A": Rational(3 * (2 + 4) * 6 - 5),
            "B": Rational(3 * 2 + 4 * (6 - 5)),
            "C": Rational((3 + 4) * (2 + 6) - 5),
            "D": Rational(3 * 2 + 4 * 6 - 5),
        },
        answer=Rational(sum([2, 2, 2]) + sum([6, 6, 6, 6]) - 5),
    ),
    "g-four-sums": Proof(
        items={
            "$24 div 2 - 4$": Rational(24, 2) - 4,
            "$2 + 3 times 4$": Rational(2 + 3 * 4),
            "$2 times 3^2$": Rational(2 * 3**2),
            "$(2 + 3) times 4$": Rational((2 + 3) * 4),
        }
    ),
    "g-warming-freezer": Proof(answer=sum([Rational("4.5")] * 3, Rational(-18))),
    "g-overdrawn-shoes": Proof(
        options={"A": Rational(-27), "B": Rational(27), "C": Rational(-63), "D": Rational(63)},
        answer=Rational(80) - (45 + 62),
    ),
    "g-two-minus-signs": Proof(answer=Rational((-3) * (-4) - 5)),
    "g-desk-hours": Proof(answer=1 - Rational(15, 40)),
    "g-cloth-left": Proof(
        options={
            "A": 1 + Rational(5, 12),
            "B": Rational(5, 12),
            "C": Rational(7, 12),
            "D": 3 + Rational(11, 12),
        },
        answer=Rational("2.25") - Rational(5, 3),
    ),
    "g-lemonade-bottles": Proof(answer=Rational(12) / Rational("0.75")),
    "g-share-of-wins": Proof(
        items={
            "$7/12$": Rational(7, 12),
            "$5/8$": Rational(5, 8),
            "$2/3$": Rational(2, 3),
            "$3/4$": Rational(3, 4),
        }
    ),
    "g-metal-plate": Proof(answer=Rational(30 * 40, 100 * 100)),
    "g-above-point-six": Proof(
        options=_LEVELS,
        answer={level for level in _LEVELS.values() if level > Rational("0.6")},
    ),
    "g-ribbon-badges": Proof(
        options={"A": Rational(7), "B": Rational(70), "C": Rational(700), "D": Rational(252)},
        answer=Rational("4.2") / Rational("0.06"),
    ),
    "g-seven-eighths": Proof(answer=1 - Rational("0.125")),
    "g-stadium-takings": Proof(
        options={letter: Rational(guess) for letter, guess in _TAKINGS.items()},
        answer=Rational(min(_TAKINGS.values(), key=lambda guess: abs(guess - _ESTIMATE))),
    ),
    "g-screen-width": Proof(answer=_nearest(Rational("7.0862"), Rational("0.01"))),
    "g-festival-crowd": Proof(answer=_nearest(Rational(46_728), Rational(1000))),
    "g-plank-lengths": Proof(
        options=_PLANKS,
        answer={length for length in _PLANKS.values() if _nearest(length, Rational(10)) == 240},
    ),
    "g-parcel-bounds": Proof(answer=Interval.Ropen(8 - Rational(1, 2), 8 + Rational(1, 2))),
    "g-flower-bunches": Proof(answer=Rational(gcd(36, 60))),
    "g-two-buses": Proof(answer=Rational(9 * 60 + lcm(12, 18)), unit="clock"),
    "g-primes-in-fifties": Proof(
        options={letter: Rational(number) for letter, number in _FIFTIES.items()},
        answer={Rational(number) for number in _FIFTIES.values() if isprime(number)},
    ),
    "g-eighty-four-in-primes": Proof(
        options={
            "A": Rational(2**2 * 3 * 7),
            "B": Rational(2 * 3 * 7),
            "C": Rational(2 * 3**2 * 7),
            "D": Rational(2**3 * 7),
        },
        answer=Rational(84),
    ),
    "g-powers-of-two-joined": Proof(
        options={"A": Rational(2**12), "B": Rational(4**7), "C": Rational(4**12), "D": Rational(2**7)},
        answer=Rational(8 * 16),
    ),
    "g-square-patio": Proof(answer=sqrt(196)),
    "g-power-less-root": Proof(answer=Rational(9 * 9 - isqrt(64))),
    "g-root-of-fifty": Proof(holds=bool(sqrt(50) > 7) and bool(sqrt(50) < 8)),
    "g-people-of-britain": Proof(answer=Rational(69_500_000)),
    "g-grain-of-pollen": Proof(
        options={
            "A": Rational("3.2e5"),
            "B": Rational("3.2e-4"),
            "C": Rational("3.2e-5"),
            "D": Rational("3.2e-6"),
        },
        answer=Rational("0.000032"),
    ),
    "g-wall-of-screens": Proof(answer=Rational(2_000_000 * 400)),
    "g-video-views": Proof(
        items={
            "$9.8 times 10^4$": Rational("9.8e4"),
            "$1.2 times 10^5$": Rational("1.2e5"),
            "$3.5 times 10^5$": Rational("3.5e5"),
            "$2 times 10^6$": Rational("2e6"),
        }
    ),
}
