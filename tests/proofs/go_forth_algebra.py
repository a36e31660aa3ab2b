"""The hand-written algebra questions of Go Forth, each answered by another road than its worked solution."""

from sympy import Interval, Rational, interpolate, oo, solve, symbols

from tests.proofs.proof import Proof

a, h, m, n, v, x, y, C = symbols("a h m n v x y C")

_PATTERN = {"A": Rational(25), "B": Rational(36), "C": Rational(43), "D": Rational(60)}
_CROSSING = solve([y - x - 1, y + x - 7], [x, y])

PROOFS = {
    "g-rule-of-steps": Proof(answer=interpolate([5, 8, 11, 14], n)),
    "g-twentieth-number": Proof(answer=Rational(range(4 - 7, 1000, 4)[20 - 1])),
    "g-in-the-pattern": Proof(
        options=_PATTERN,
        answer={number for number in _PATTERN.values() if number in range(7, 100, 6)},
    ),
    "g-views-day-five": Proof(
        options={"A": Rational(105), "B": Rational(135), "C": Rational(405), "D": Rational(1215)},
        answer=Rational(5 * 3 ** (5 - 1)),
    ),
    "g-plumber-formula": Proof(answer=interpolate([(0, 40), (1, 40 + 35)], h)),
    "g-printing-formula": Proof(answer=n - solve(C - (3 * n + 12), n)[0]),
    "g-taxi-formula": Proof(
        options={
            "A": Rational("3.2") + Rational("1.8") * m,
            "B": Rational("3.2") * m + Rational("1.8"),
            "C": 5 * m,
            "D": Rational("1.8") * (Rational("3.2") + m),
        },
        answer=interpolate([(0, Rational("3.20")), (10, Rational("3.20") + 18)], m),
    ),
    "g-celsius-to-fahrenheit": Proof(answer=Rational(9 * 25, 5) + 32),
    "g-factorise-fully": Proof(answer=12 * x + 18),
    "g-expand-two-brackets": Proof(answer=(x + 3) * (x + 5)),
    "g-bracket-and-simplify": Proof(
        options={"A": 4 * a + 6, "B": 3 * a + 6, "C": 7 * a + 6, "D": 3 * a + 3},
        answer=5 * a + 2 * (3 - a),
    ),
    "g-bracket-is-it-the-same": Proof(holds=(3 * (x + 4) - (3 * x + 4)).expand() == 0),
    "g-bracket-both-sides": Proof(answer=set(solve(4 * (x - 3) - (2 * x + 10), x))),
    "g-gym-months": Proof(answer=solve(25 + 18 * m - 241, m)[0]),
    "g-square-makes-49": Proof(answer=set(solve(x**2 - 49, x))),
    "g-solve-more-than": Proof(answer=Interval.open(solve(3 * x + 4 - 19, x)[0], oo)),
    "g-rectangle-all-round": Proof(
        options={"A": Rational(18), "B": Rational(9), "C": Rational(12), "D": Rational(8)},
        answer=solve(x + (x + 4) + x + (x + 4) - 40, x)[0],
    ),
    "g-square-of-minus-three": Proof(answer=(2 * x**2 - 5).subs(x, -3)),
    "g-braking-tram": Proof(
        options={"A": Rational(22), "B": Rational(50), "C": Rational(2), "D": Rational(15)},
        answer=Rational(12 + sum([-2] * 5)),
    ),
    "g-four-expressions": Proof(
        items={
            "$3x$": (3 * x).subs(x, -2),
            "$x + 1$": (x + 1).subs(x, -2),
            "$x^2$": (x**2).subs(x, -2),
            "$5 - x$": (5 - x).subs(x, -2),
        }
    ),
    "g-stopping-distance": Proof(answer=(v * (20 + v) / 20).subs(v, 30)),
    "g-gradient-of-two-points": Proof(answer=interpolate([(0, 2), (4, 14)], x).coeff(x)),
    "g-line-going-down": Proof(answer=y - interpolate([(0, 5), (1, 5 - 2)], x)),
    "g-halfway-point": Proof(answer=(-2 + Rational(6 - -2, 2), 5 + Rational(1 - 5, 2))),
    "g-parallel-line": Proof(
        options={
            "A": (3 * x + 7).diff(x),
            "B": (-3 * x - 4).diff(x),
            "C": (4 * x - 3).diff(x),
            "D": (x - 4).diff(x),
        },
        answer=(3 * x - 4).diff(x),
    ),
    "g-two-lines-cross": Proof(answer=(_CROSSING[x], _CROSSING[y])),
}
