"""The hand-written number questions of The Funkies, worked out by another road than their steps."""

from itertools import product

from sympy import Rational, divisors, ilcm, integer_nthroot, isprime

from tests.proofs.proof import Proof


def is_square(number: int) -> bool:
    """Whether a whole number is another one times itself."""
    return bool(integer_nthroot(number, 2)[1])


def nearest(number: int | Rational, step: int) -> int:
    """The multiple of `step` nearest to the number; a number halfway goes up."""
    return int((Rational(number) + Rational(step, 2)) // step * step)


def both(text: str) -> int:
    """What the two numbers in a text such as `640 and 360` come to."""
    return sum(map(int, text.split(" and ")))


PROOFS = {
    "f-festival-tickets": Proof(answer=12 * 1000 + 50),
    "f-meter-digit": Proof(answer=4728 % 1000 - 4728 % 100),
    "f-saturday-crowds": Proof(),
    "f-deposit-in-tens": Proof(answer=Rational(1340, 10)),
    "f-two-days-driving": Proof(answer=268 + 157),
    "f-deleted-photos": Proof(answer=405 - 178),
    "f-leaflet-boxes": Proof(read=both, answer=1000),
    "f-gym-members": Proof(answer=340 + 45 - 28),
    "f-minibus-trip": Proof(answer=min(minibuses for minibuses in range(71) if 16 * minibuses >= 70)),
    "f-egg-trays": Proof(answer=6 * 24),
    "f-sharing-same": Proof(holds=Rational(60, 4) == Rational(30, 2)),
    "f-boxes-of-cans": Proof(answer=Rational(96, 8)),
    "f-coffee-sum": Proof(answer=20 - sum([4, 4, 4])),
    "f-plus-and-times": Proof(answer=5 + 4 * 2),
    "f-brackets-first": Proof(answer=Rational(12 - 4, 2)),
    "f-left-to-right": Proof(holds=20 - 6 + 4 == 18),
    "f-cold-cities": Proof(),
    "f-overdrawn": Proof(answer=-20 + 50),
    "f-freezer-door": Proof(answer=-18 + 5),
    "f-warmer-city": Proof(answer=9 - -6),
    "f-van-tank": Proof(answer=60 - Rational(60, 4)),
    "f-parts-of-pay": Proof(),
    "f-bus-to-college": Proof(answer=1 - Rational(20 - 12, 20)),
    "f-parcels-by-noon": Proof(answer=Rational(1, 5) + Rational(2, 5)),
    "f-equal-to-half": Proof(answer=Rational(1, 2)),
    "f-two-parcels": Proof(answer=Rational(1800 + 450, 1000), unit="kg"),
    "f-battery-tenths": Proof(answer=Rational("0.7")),
    "f-over-half-a-litre": Proof(
        answer={litres for litres in map(Rational, ("0.45", "0.6", "0.09", "0.75")) if litres > Rational("0.5")}
    ),
    "f-ten-laps": Proof(answer=10 * Rational("0.4")),
    "f-calculator-price": Proof(holds=Rational("2.5") == Rational("2.05")),
    "f-stadium-pies": Proof(answer=nearest(3762, 100)),
    "f-bowling-estimate": Proof(answer=nearest(19, 10) * nearest(Rational("4.95"), 1)),
    "f-nearest-pound": Proof(answer=nearest(Rational("17.62"), 1)),
    "f-rounds-to-fifty": Proof(answer={number for number in range(100) if nearest(number, 10) == 50}),
    "f-rows-of-six": Proof(answer={chairs for chairs in range(1, 100) if 6 in divisors(chairs)}),
    "f-buses-together": Proof(answer=9 * 60 + ilcm(10, 15), unit="clock"),
    "f-prime-raffle": Proof(answer={ticket for ticket in range(100) if isprime(ticket)}),
    "f-one-is-a-factor": Proof(holds=all(1 in divisors(number) for number in range(1, 200))),
    "f-seven-by-seven": Proof(answer=len(list(product(range(7), repeat=2)))),
    "f-dance-floor": Proof(answer=integer_nthroot(36, 2)[0]),
    "f-two-cubed": Proof(answer=len(list(product(range(2), repeat=3)))),
    "f-square-seating": Proof(answer={singers for singers in range(100) if is_square(singers)}),
}
