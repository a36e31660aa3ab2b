"""The hand-written questions of The Funkies on ratio, percentages and money, worked out by another road."""

import re
from itertools import combinations_with_replacement

from sympy import Rational

from tests.proofs.proof import Proof

COINS = (1, 2, 5, 10, 20, 50, 100, 200)
"""The coins of the United Kingdom in pence."""

FOR_TWO = {"onions": 1, "g rice": 150, "eggs": 3, "g peas": 200}
"""What fried rice for two people needs."""


def numbers(text: str) -> list[Rational]:
    """Every number in a text, in its order."""
    return [Rational(found) for found in re.findall(r"\d+(?:\.\d+)?", text)]


def fewest_coins(pence: int) -> int:
    """How many coins pay it exactly at the least, by trying every handful of up to five."""
    hands = (hand for size in range(1, 6) for hand in combinations_with_replacement(COINS, size))
    return next(len(hand) for hand in hands if sum(hand) == pence)


def for_one(text: str) -> Rational:
    """The price of one in a pack such as `6 rolls for £3.30`."""
    rolls, price = numbers(text)
    return price / rolls


def servings(text: str) -> Rational:
    """How many times the recipe for two gives an amount such as `450 g rice`."""
    amount, name = text.split(" ", 1)
    return Rational(amount) / FOR_TWO[name]


PROOFS = {
    "f-mixed-squad": Proof(answer=(6, 4)),
    "f-cement-and-sand": Proof(answer=Rational(4, 1) * 3),
    "f-shared-tips": Proof(answer=20 * Rational(3, 1 + 3)),
    "f-same-shade": Proof(holds=Rational(2, 3) == Rational(4, 5)),
    "f-service-charge": Proof(answer=42 * Rational(10, 100)),
    "f-quarter-as-percent": Proof(answer=Rational(1, 4)),
    "f-battery-left": Proof(answer=(1 - Rational("0.35")) * 100),
    "f-four-discounts": Proof(
        items={
            "10% off": Rational(10, 100),
            "$1/4$ off": Rational(1, 4),
            "30% off": Rational(30, 100),
            "$1/2$ off": Rational(1, 2),
        }
    ),
    "f-jacket-sale": Proof(answer=60 * Rational(80, 100)),
    "f-sandwich-change": Proof(answer=Rational(1000 - 2 * 345, 100)),
    "f-coins-for-parking": Proof(answer=fewest_coins(85)),
    "f-ten-pound-lunch": Proof(read=lambda text: bool(sum(numbers(text)) <= 10), answer=True),
    "f-barber-total": Proof(answer=Rational(1450 + 675, 100)),
    "f-snack-prices": Proof(),
    "f-toilet-rolls": Proof(
        read=for_one,
        answer=min(Rational(240, 4), Rational(330, 6), Rational(464, 8), Rational(570, 10)) / 100,
    ),
    "f-three-for-two": Proof(answer=6 * Rational(2, 3) * Rational("1.20")),
    "f-big-bag-of-rice": Proof(holds=Rational("2.80") / 1000 < Rational("1.50") / 500),
    "f-crisps-multipack": Proof(answer=6 * (Rational("0.85") - Rational("3.60") / 6)),
    "f-swimming-pass": Proof(
        options={
            "Paying each time, by £19": -19,
            "Paying each time, by £5": -5,
            "The pass, by £30": 30,
            "The pass, by £5": 5,
        },
        answer=5 * 6 - 25,
    ),
    "f-pasta-for-two": Proof(answer=Rational(300, 4) * 2, unit="g"),
    "f-pancake-eggs": Proof(answer=24 * Rational(2, 8)),
    "f-cookie-butter": Proof(answer=Rational(150, 12) * 36),
    "f-roast-chicken": Proof(answer=Rational(20, 500) * 1500 + 20, unit="min"),
    "f-fried-rice-for-six": Proof(read=servings, answer=Rational(6, 2)),
    "f-seven-hour-shift": Proof(answer=sum(13 for _ in range(7))),
    "f-time-and-a-half": Proof(answer=14 * Rational(3, 2)),
    "f-hours-paid": Proof(answer=Rational(90, 15)),
    "f-take-home": Proof(answer=420 - 38 - 25),
    "f-two-shifts": Proof(answer=Rational(9, 2) + 3 + Rational(3, 4), unit="h"),
    "f-phone-contract": Proof(answer=sum(18 for _ in range(12))),
    "f-electricity-split": Proof(answer=Rational(92, 4)),
    "f-meter-units": Proof(answer=len(range(4310, 4562))),
    "f-broadband-year": Proof(holds=29 * 12 > 300),
    "f-music-plans": Proof(
        items={"£2 a week": 2 * 52, "£10 a month": 10 * 12, "£130 a year": 130, "£35 every 3 months": 35 * 4}
    ),
}
