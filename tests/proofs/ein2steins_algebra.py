"""Proofs of the hand-written algebra questions for Ein2steins, each by another road than its worked solution."""

from sympy import Eq, Integer, Rational, S, interpolate, solve, solveset, symbols

from tests.proofs.proof import Proof

a, b, d, m, n, x, y = symbols("a b d m n x y")


def _off_the_crossing(across: int, up: int) -> Integer:
    """0 for the point of y = 3x − 2 on the y-axis, more for any other point."""
    return Integer(abs(across) + abs(up - (3 * across - 2)))


PROOFS = {
    "e-nth-term": Proof(
        options={"A": n + 3, "B": 5 * n + 3, "C": 3 * n + 2, "D": 3 * n + 5},
        answer=interpolate([(1, 5), (2, 8), (3, 11), (4, 14)], n),
    ),
    "e-paying-back": Proof(answer=interpolate([(1, 220), (2, 190), (3, 160)], n).subs(n, 6)),
    "e-is-100-in-it": Proof(holds=100 in range(4, 101, 7 - 4)),
    "e-taxi-formula": Proof(answer=interpolate([(0, 4), (1, 4 + 2), (2, 4 + 2 + 2)], m)),
    "e-roast-time": Proof(answer=Integer(45) + 45 + 20, unit="min"),
    "e-hire-days": Proof(
        options={"A": Rational("6.6"), "B": Integer(5), "C": Rational("8.2"), "D": Integer(100)},
        answer=solve(Eq(40 + 25 * d, 165), d)[0],
    ),
    "e-gym-formula": Proof(
        options={"A": 15 + 22 * n, "B": 22 + 15 * n, "C": 37 * n, "D": 15 + 22 + n},
        answer=interpolate([(0, 15), (1, 15 + 22), (2, 15 + 22 + 22)], n),
    ),
    "e-collect-letters": Proof(answer=(5 * a - 2 * a) + (3 * b + b)),
    "e-multiply-out": Proof(
        options={"A": 4 * x + 3, "B": 4 * x + 7, "C": x + 12, "D": 4 * x + 12}, answer=(4 * (x + 3)).expand()
    ),
    "e-same-as-six-x": Proof(options={"A": x**6, "B": 2 * x + 4 * x, "C": 6 + x, "D": 2 * 3 * x}, answer=6 * x),
    "e-two-steps-back": Proof(answer=set(solve(Eq(4 * x - 7, 13), x))),
    "e-think-of-a-number": Proof(
        options={"A": Integer(18), "B": Integer(2), "C": Integer(48), "D": Integer(38)},
        answer=solve(Eq(x / 3 + 5, 11), x)[0],
    ),
    "e-more-than-fifteen": Proof(answer=solveset(x + 6 > 15, x, S.Reals)),
    "e-negative-for-b": Proof(answer=(3 * a + b).subs({a: 4, b: -5})),
    "e-letters-by-size": Proof(
        items={
            text: expression.subs(x, 3)
            for text, expression in {"$5 - x$": 5 - x, "$x + 2$": x + 2, "$2x$": 2 * x, "$x^2$": x**2}.items()
        }
    ),
    "e-point-of-a-line": Proof(answer=(3, (2 * x + 1).subs(x, 3))),
    "e-crossing-the-y-axis": Proof(
        options={
            "A": _off_the_crossing(-2, 0),
            "B": _off_the_crossing(0, 3),
            "C": _off_the_crossing(0, -2),
            "D": _off_the_crossing(3, -2),
        },
        answer=Integer(0),
    ),
    "e-line-through-points": Proof(answer=y - interpolate([(0, 4), (1, 5), (2, 6), (3, 7)], x)),
}
