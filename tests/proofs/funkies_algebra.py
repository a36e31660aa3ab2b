"""The hand-written algebra questions of The Funkies, worked out by another road than their steps."""

from sympy import Eq, Rational, solveset, symbols

from tests.proofs.proof import Proof

h, n, x = symbols("h n x")

PROOFS = {
    "f-doubling-lengths": Proof(answer=2**5),
    "f-countdown-rule": Proof(
        options={
            "Take away 3": 21 - 3,
            "Add 3": 21 + 3,
            "Divide by 3": Rational(21, 3),
            "Take away 9": 21 - 9,
        },
        answer=21 + Rational(21 - 30, 3),
    ),
    "f-jumps-of-four": Proof(answer=set(range(3, 100, 4))),
    "f-taxi-fare": Proof(answer=sum([3, 2, 2, 2, 2, 2])),
    "f-pay-formula": Proof(
        options={"$P = 14 + h$": 14 + h, "$P = 14h$": 14 * h, "$P = h/14$": h / 14, "$P = 14 - h$": 14 - h},
        answer=Rational(28, 2) * h,
    ),
    "f-number-machine": Proof(answer=(3 * x - 1).subs(x, 6)),
    "f-tank-litres": Proof(answer=set(solveset(Eq(x + 8, 20), x))),
    "f-cinema-tickets": Proof(answer=set(solveset(Eq(4 * n, 28), n))),
    "f-double-add-one": Proof(answer=set(solveset(Eq(2 * n + 1, 11), n))),
    "f-five-left": Proof(holds=bool(Eq(n - 5, 5).subs(n, 0))),
}
