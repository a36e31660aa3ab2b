"""Second routes for the generators of patterns, formulas, expressions, equations, substitution and graphs."""

from itertools import count, pairwise

from sympy import Eq, Line, Point, Rational, Symbol, expand, factor, interpolate, roots, solve, symbols

from tests.proofs.keys import solved
from tests.proofs.proof import Proof
from tests.proofs.worth import exact, expression

X, N, C = symbols("x n C")


def next_number(facts):
    """By the polynomial through the terms, or by what one term is of the one before."""
    terms = [exact(term) for term in facts["terms"]]
    unit = "%" if facts["unit"] == "%" else ""
    if facts["kind"] == "sum":
        assert terms[2] == terms[0] + terms[1]
        return Proof(terms[2] + terms[3], unit=unit)
    if facts["kind"] == "times":
        (share,) = {after / before for before, after in pairwise(terms)}
        return Proof(terms[-1] * share, unit=unit)
    return Proof(interpolate(terms, X).subs(X, len(terms) + 1), unit=unit)


def far_along(facts):
    """Row by row, counting them."""
    height = facts["first"]
    for n in count(1):
        if n == facts["n"]:
            return Proof(height)
        if height == facts["total"]:
            return Proof(n)
        height += facts["step"]
    raise AssertionError


def rule(facts):
    start, slope = Symbol("s"), Symbol("t")
    found = solve([slope + start - facts["first"], 2 * slope + start - facts["second"]], [start, slope])
    return Proof(found[slope] * Symbol("n") + found[start])


def member(facts):
    """Whether the equation of the nth term has a whole solution."""

    def belongs(text):
        (place,) = solve(Eq(facts["start"] + facts["step"] * (N - 1), int(text)), N)
        return bool(place.is_integer)

    return Proof(True, read=belongs)


def cost_in_words(facts):
    if facts["total"]:
        return Proof(*solve(Eq(facts["fixed"] + facts["each"] * X, facts["total"]), X))
    return Proof(facts["fixed"] + sum([facts["each"]] * facts["count"]))


def written_formula(facts):
    """The line through the cost of none and the cost of one; rules in words count the same as formulas in letters."""
    letter = Symbol(facts["letter"])
    cost = interpolate([(0, facts["fixed"]), (1, facts["fixed"] + facts["each"])], letter)

    def less_cost(text):
        side = text.strip("$").split("=")[-1].replace(f"{facts['unit']}s", facts["letter"])
        return C - expression(side)

    return Proof(C - cost, read=less_cost)


def subject(facts):
    """The asked letter, from the formula that the question gives."""
    a, b = Symbol(facts["a"]), Symbol(facts["b"])
    (turned,) = solve(Eq(a, facts["k"] * b + facts["c"]), b)
    return Proof(expand(b - turned), read=lambda text: expand(b - expression(text.strip("$").split("=")[1])))


def baskets(facts):
    first, second = map(Symbol, facts["letters"])
    return Proof(sum([first] * sum(facts["first"])) + sum([second] * sum(facts["second"])))


def one_step(facts):
    a, b = facts["a"], facts["b"]
    left = {"added": X + a, "taken": X - a, "times": a * X, "shared": X / a}[facts["kind"]]
    return Proof(*solve(Eq(left, b), X))


def solutions(facts):
    """The roots of left minus right."""
    left, right = map(expression, facts["equation"].split("="))
    return Proof(set(roots(left - right, Symbol(facts["letter"]))))


def inequality(facts):
    """By where the two sides are equal, and on which side of that the statement holds."""
    letter = Symbol(facts["letter"], real=True)
    signs = {">": letter.__gt__, "<": letter.__lt__, ">=": letter.__ge__, "<=": letter.__le__}
    left, end = facts["a"] * letter + facts["b"], facts["end"]
    (edge,) = solve(Eq(left, end), letter)
    is_true_above = bool(left.subs(letter, edge + 1) > end) == (facts["sign"][0] == ">")
    sign = (">" if is_true_above else "<") + facts["sign"][1:]

    def as_set(text):
        side, written, number = text.strip("$").split()
        assert side == facts["letter"]
        return solved(signs[written](Rational(number)))

    return Proof(solved(signs[sign](edge)), read=as_set)


def put_in(facts):
    found = expression(facts["sum"])
    return Proof(found.subs({letter: facts[letter.name] for letter in found.free_symbols}))


def by_value(facts):
    return Proof(read=lambda text: expression(text.strip("$")).subs(Symbol(facts["letter"]), facts["value"]))


def into_a_formula(facts):
    """Step by step: so much for each one, or by the square as a sum of odd numbers."""
    if facts["k"]:
        square = sum(range(1, 2 * facts["n"], 2))
        return Proof(sum([square] * facts["k"]), unit="")
    return Proof(facts["b"] + sum([facts["a"]] * facts["n"]), unit="")


def line_of(facts):
    return Line(Point(0, facts["c"]), slope=facts["m"])


def on_the_line(facts):
    line = line_of(facts)

    def is_on(text):
        return bool(line.contains(Point(*map(int, text.strip("$()").split(",")))))

    return Proof(True, read=is_on)


def height(facts):
    """Where the line meets an upright or a level one."""
    asked_for_x = facts["asked"] == "x"
    other = Line(Point(0, facts["y"]), slope=0) if asked_for_x else Line(Point(facts["x"], 0), Point(facts["x"], 1))
    (point,) = line_of(facts).intersection(other)
    return Proof(point.x if asked_for_x else point.y)


def crossing(facts):
    other = Line(Point(0, 0), slope=0) if facts["axis"] == "x" else Line(Point(facts["x"], 0), Point(facts["x"], 1))
    (point,) = line_of(facts).intersection(other)
    return Proof((point.x, point.y))


def steepness(facts):
    return Proof(Line(Point(facts["a"], facts["b"]), Point(facts["d"], facts["e"])).slope)


def equation_of_a_line(facts):
    x, y = symbols("x y")
    left = line_of(facts).equation(x=x, y=y)
    (turned,) = solve(left, y)
    return Proof(y - turned, read=lambda text: y - expression(text.strip("$").split("=")[1]))


def enough(facts):
    left = facts["budget"] - facts["fixed"]
    return Proof(holds=len(range(facts["each"], left + 1, facts["each"])) >= facts["count"])


SECOND = {
    "next-number": next_number,
    "far-along": far_along,
    "rule-of-pattern": rule,
    "in-the-pattern": member,
    "cost-in-words": cost_in_words,
    "write-a-formula": written_formula,
    "change-the-subject": subject,
    "enough-money": enough,
    "cost-in-letters": baskets,
    "like-terms": lambda facts: Proof(expand(expression(facts["sum"]))),
    "multiply-out": lambda facts: Proof(expand(expression(facts["sum"]))),
    "factorise": lambda facts: Proof(factor(expression(facts["sum"]))),
    "always-the-same": lambda facts: Proof(expression(facts["sum"])),
    "one-step": one_step,
    "unknown-in-a-story": lambda facts: Proof(*solve(Eq(facts["a"] * X + facts["b"], facts["c"]), X)),
    "solve": solutions,
    "inequality": inequality,
    "put-in": put_in,
    "into-a-formula": into_a_formula,
    "order-of-value": by_value,
    "on-the-line": on_the_line,
    "height-of-a-line": height,
    "where-it-crosses": crossing,
    "how-steep": steepness,
    "equation-of-a-line": equation_of_a_line,
}
