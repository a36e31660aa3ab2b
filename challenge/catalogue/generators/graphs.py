"""Questions on graphs: points, tables and straight lines."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    all_of,
    formula,
    generator,
    made,
    one_of,
    shown,
    told,
    typed,
)
from challenge.catalogue.generators.terms import written

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)
Point = tuple[int, int]

ON_IT = ("Which of these points lies on the line ${line}$?", "{name} draws the line ${line}$. Which point is on it?")
ALL_ON_IT = (
    "Which of these points lie on the line ${line}$? Choose all.",
    "{name} draws the line ${line}$. Which of these points are on it? Choose all.",
)


@generator(topic="Graphs", levels=UPPER_LEVELS, calculator=False)
def on_the_line(dice: random.Random, level: Level) -> Made:
    """Which point, or which points, a line goes through."""
    m, c = _line(dice, level)
    near = range(7) if level is EIN2STEINS else range(-4, 6)
    (a, b), (d, e), (g, h), (j, _) = ((x, m * x + c) for x in dice.sample(near, 4))
    line, right, also = _written_line(m, c), _answer((a, b)), _answer((d, e))
    offered = [
        _answer((b, a), "The right numbers the other way round: $x$ comes first, then $y$."),
        _answer((g, h - c), f"For $x = {g}$ the {shown(c)} is missing."),
        _answer((j, m + j + c), f"${written(((m, 'x'),))}$ means {shown(m)} times $x$."),
        _answer((d, e + 1), f"Put $x = {d}$ in: $y$ comes out 1 less."),
    ]
    wrong = [each for each in offered if not _is_on(each, m, c)]
    if dice.random() < 0.4:
        text, fields = told(dice, ALL_ON_IT, line=line), all_of(dice, right, also, *wrong[:2])
    else:
        text, fields = told(dice, ON_IT, line=line), one_of(dice, right, *wrong)
    return made(
        text,
        fields,
        seconds=60,
        trick="Put x in, see whether y comes out",
        steps=[f"Put in $x = {a}$: ${_put_in(m, c, a)} = {b}$", f"So $({a}, {b})$ is on the line."],
        facts={"m": m, "c": c},
    )


TABLES = (
    "A table for ${line}$ has $x$ from {low} to {high}. Which number stands under $x = {x}$?",
    "{name} fills in a table for ${line}$. What is $y$ where $x = {x}$?",
    "A point on the line ${line}$ has $x = {x}$. What is its $y$?",
)
BACKWARDS = (
    "A point on the line ${line}$ has $y = {y}$. What is its $x$?",
    "Where on the line ${line}$ is $y = {y}$? Type the $x$ of that point.",
)


@generator(topic="Graphs", levels=UPPER_LEVELS, calculator=False)
def height_of_a_line(dice: random.Random, level: Level) -> Made:
    """y from x; at the top also x from y."""
    m, c = _line(dice, level)
    x = dice.randint(2, 8) if level is EIN2STEINS else dice.choice((-5, -4, -3, -2, 3, 4, 6))
    y, line = m * x + c, _written_line(m, c)
    if level is GO_FORTH and dice.random() < 0.4:
        back: list[tuple[Number, str]] = [
            (m * y + c, f"That puts {shown(y)} in for $x$. It is $y$."),
            (y - c, f"That's ${written(((m, 'x'),))}$. Divide by {shown(m)}."),
            (Fraction(y + c, m), f"Undo the {shown(abs(c))} the other way."),
            (x + 1, "Put it back in to check."),
        ]
        return made(
            told(dice, BACKWARDS, line=line, y=y),
            number_asked(dice, x, *back),
            seconds=60,
            trick="Solve it for x",
            steps=[f"${written(((m, 'x'), (c, '')))} = {y}$, so ${written(((m, 'x'),))} = {y - c}$.", f"$x = {x}$"],
            facts={"m": m, "c": c, "x": 0, "y": y, "asked": "x"},
        )
    slips: list[tuple[Number, str]] = [
        (m + x + c, f"${written(((m, 'x'),))}$ means {shown(m)} times $x$."),
        (m * x, f"That's ${written(((m, 'x'),))}$ alone. The {shown(c)} is missing."),
        (m * x - c, f"Check the sign in front of the {abs(c)}."),
        (m * (x + c), f"Times first: ${m} times {_b(x)}$."),
        (-m * x + c, "Check the sign of the times."),
    ]
    return made(
        told(dice, TABLES, line=line, x=x, low=shown(min(x, 0) - 1), high=shown(max(x, 3) + 1)),
        number_asked(dice, y, *slips),
        seconds=45,
        trick="Put the x in",
        steps=[f"${_put_in(m, c, x)} = {y}$"],
        facts={"m": m, "c": c, "x": x, "y": 0, "asked": "y"},
    )


CROSSES_Y = (
    "Where does the line ${line}$ cross the $y$-axis? Type the coordinates.",
    "{name} draws ${line}$. At which point does it meet the $y$-axis? Type the coordinates.",
)
CROSSES_X = (
    "Where does the line ${line}$ cross the $x$-axis? Type the coordinates.",
    "{name} draws ${line}$. At which point does it meet the $x$-axis? Type the coordinates.",
)
MEETS_UPRIGHT = (
    "The line ${line}$ meets the upright line $x = {x}$. At which point? Type the coordinates.",
    "A graph shows ${line}$. Which point of it has $x = {x}$? Type the coordinates.",
)


@generator(topic="Graphs", levels=UPPER_LEVELS, calculator=False)
def where_it_crosses(dice: random.Random, level: Level) -> Made:
    """The point where a line crosses an axis or an upright line."""
    m, c = _line(dice, level)
    kinds = ((CROSSES_Y, 0), (MEETS_UPRIGHT, dice.randint(1, 6)))
    if level is GO_FORTH:
        c = -m * dice.choice((-4, -3, -2, 2, 3, 5))
        kinds = ((CROSSES_Y, 0), (CROSSES_X, -c // m))
    stories, x = dice.choice(kinds)
    point = (x, m * x + c)
    wrong = [
        _answer((point[1], point[0]), "The other way round: $x$ comes first, then $y$."),
        _answer((0, c), f"That's where it crosses the $y$-axis, at $x = 0$. Here $x$ is {x}."),
        _answer((0, m), f"{shown(m)} is how steep the line is. For $x = 0$ it is {shown(c)} high."),
        _answer((0, -c), f"Check the sign of the {abs(c)}."),
    ]
    if stories is CROSSES_X:
        wrong[1] = _answer((0, c), "That's where it crosses the $y$-axis. On the $x$-axis $y$ is 0.")
    answers = [each._replace(text=each.text.strip("$")) for each in (_answer(point), *wrong)]
    zero = f"On the $x$-axis $y = 0$: ${written(((m, 'x'), (c, '')))} = 0$, so $x = {x}$."
    return made(
        told(dice, stories, line=_written_line(m, c), x=x),
        typed("coordinates", *answers),
        seconds=60,
        trick="On the y-axis x is 0" if stories is CROSSES_Y else "What is known of x or y there?",
        steps=[zero if stories is CROSSES_X else f"Put in $x = {x}$: ${_put_in(m, c, x)} = {point[1]}$",
               f"The point is $({x}, {point[1]})$."],
        facts={"m": m, "c": c, "x": x, "axis": "x" if stories is CROSSES_X else "y"},
    )  # fmt: skip


PRICES = (
    ("A taxi graph runs from $(0, {c})$ to $({n}, {y})$: miles across, pounds up. What is the price of a mile?", "£",
     (2, 3), (3, 4, 5)),
    ("A plumber's graph runs from $(0, {c})$ to $({n}, {y})$: hours across, pounds up. What does an hour cost?", "£",
     (18, 24, 30), (20, 35)),
    ("A tank's graph runs from $(0, {c})$ to $({n}, {y})$: minutes across, litres up. How many litres a minute?",
     "litres", (4, 5, 6, 8, 12), (10, 15, 30)),
    ("A savings graph runs from $(0, {c})$ to $({n}, {y})$: weeks across, pounds up. What is saved a week?",
     "£", (5, 8, 10, 12, 15), (20, 30, 50)),
)  # fmt: skip
STEEP = (
    "What is the gradient of the line through $({a}, {b})$ and $({d}, {e})$?",
    "A line goes from $({a}, {b})$ to $({d}, {e})$. How steep is it: what is its gradient?",
)


@generator(topic="Graphs", levels=UPPER_LEVELS, calculator=False)
def how_steep(dice: random.Random, level: Level) -> Made:
    """How much a straight graph climbs for each step across: a price, and at the top also a gradient."""
    n, a = dice.randint(3, 8), 0
    story, unit, rates, starts = dice.choice(PRICES)
    m, c = dice.choice(rates), dice.choice(starts)
    told_plain = level is GO_FORTH and dice.random() < 0.6
    if told_plain:
        a, m, c, unit = dice.randint(-3, 4), dice.choice((-4, -3, -2, 2, 3, 4, 5)), dice.randint(-6, 9), ""
    d, b, e = a + n, c, c + m * n
    slips: list[tuple[Number, str]] = [
        (m * n, f"That's the climb over {n} steps. Divide by {n}."),
        (Fraction(n, m * n), "Upside down: the climb is divided by the steps across."),
        (-m, "Check the sign: does it go up or down?") if told_plain else (e, f"That's the height after {n} steps."),
        (Fraction(e, n), f"It starts at {shown(b)}, not at 0: take that off first."),
        (m + 1, "Work out the climb once more."),
    ]
    return made(
        told(dice, STEEP, a=a, b=b, d=d, e=e) if told_plain else story.format(c=c, n=n, y=e),
        number_asked(dice, m, *slips, unit=unit),
        seconds=60,
        trick="Climb divided by steps across",
        steps=[
            f"Across: ${d} - {_b(a)} = {n}$",
            f"Up: ${e} - {_b(b)} = {m * n}$",
            f"${m * n} div {n} = {m}$",
        ],
        facts={"a": a, "b": b, "d": d, "e": e},
    )


LINES = (
    "A line has the gradient {m} and goes through $(0, {c})$. What is its equation?",
    "{name} draws a line through $(0, {c})$ with the gradient {m}. Write its equation.",
    "A line crosses the $y$-axis at {c} and climbs by {m} for each 1 across. Write its equation.",
)


@generator(topic="Graphs", levels=(GO_FORTH,), calculator=False)
def equation_of_a_line(dice: random.Random, level: Level) -> Made:
    """The equation of a line from its gradient and where it starts, typed or to choose from."""
    m, c = _line(dice, level)
    wordings = LINES if m > 0 and c > 0 else LINES[:2]
    answers = [
        Answer((m, c), _written_line(m, c)),
        Answer((c, m), _written_line(c, m), "The other way round: the gradient stands with $x$."),
        Answer((m, -c), _written_line(m, -c), f"For $x = 0$ this gives {shown(-c)}."),
        Answer((-m, c), _written_line(-m, c), "Check the sign of the gradient: does the line go up or down?"),
        Answer((m, 0), _written_line(m, 0), f"For $x = 0$ this gives 0. The line goes through $(0, {c})$."),
    ]
    if dice.random() < 0.4:
        fields = one_of(dice, *(each._replace(text=formula(each.text)) for each in answers))
    else:
        fields = typed("equation", *answers)
    return made(
        told(dice, wordings, m=shown(m), c=c),
        fields,
        seconds=60,
        trick="y = gradient times x, plus the start",
        steps=[
            f"The gradient {shown(m)} stands with $x$: ${written(((m, 'x'),))}$",
            f"For $x = 0$ it is {shown(c)}: ${_written_line(m, c)}$",
        ],
        facts={"m": m, "c": c},
    )


def _line(dice: random.Random, level: Level) -> Point:
    """A gradient and a start, different in size, neither of them 0."""
    m = dice.randint(2, 5) if level is EIN2STEINS else dice.choice((-4, -3, -2, 2, 3, 4, 5))
    c = dice.choice([each for each in range(-6, 10) if abs(each) not in (0, abs(m))])
    return (m, abs(c)) if level is EIN2STEINS and dice.random() < 0.6 else (m, c)


def _written_line(m: int, c: int) -> str:
    return f"y = {written(tuple(term for term in ((m, 'x'), (c, '')) if term[0]))}"


def _put_in(m: int, c: int, x: int) -> str:
    """2 times 3 + 1, with brackets round a negative number."""
    return f"{m} times {_b(x)} {'+' if c > 0 else '-'} {abs(c)}"


def _b(number: int) -> str:
    return f"({number})" if number < 0 else str(number)


def _answer(point: Point, slip: str = "") -> Answer:
    return Answer(point, f"$({point[0]}, {point[1]})$", slip)


def _is_on(answer: Answer, m: int, c: int) -> bool:
    x, y = (int(part) for part in answer.text.strip("$()").split(","))
    return m * x + c == y
