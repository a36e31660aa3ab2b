"""Questions on equations and inequalities, with stories and without."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import money_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    formula,
    generator,
    made,
    one_of,
    plain,
    plain_or_over,
    told,
    typed,
)
from challenge.catalogue.generators.terms import gathered, written

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)
LETTERS = "abcdhkmnprtwxy"

ADDED = (
    "{name} has ${x}$ points and wins {a} more. Now it is {b}, so ${x} + {a} = {b}$. What is ${x}$?",
    "A bag weighs ${x}$ kg. With {a} kg of shopping it weighs {b} kg, so ${x} + {a} = {b}$. What is ${x}$?",
    "A bus has ${x}$ people on it. {a} get on, and now there are {b}: ${x} + {a} = {b}$. What is ${x}$?",
)
TAKEN = (
    "{name} has ${x}$ pounds and spends {a}. Then {b} are left, so ${x} - {a} = {b}$. What is ${x}$?",
    "A tank holds ${x}$ litres. After {a} are used there are {b}: ${x} - {a} = {b}$. What is ${x}$?",
    "A phone has ${x}$ per cent. It loses {a} and shows {b}, so ${x} - {a} = {b}$. What is ${x}$?",
)
TIMES = (
    "{a} tickets cost ${x}$ pounds each, {b} pounds in all: ${a}{x} = {b}$. What is ${x}$?",
    "{name} works {a} shifts of ${x}$ hours, {b} hours in all: ${a}{x} = {b}$. What is ${x}$?",
    "{a} boxes hold ${x}$ cans each. That's {b} cans, so ${a}{x} = {b}$. What is ${x}$?",
)
SHARED = (
    "{a} friends share ${x}$ pounds. Each gets {b}, so ${x}/{a} = {b}$. What is ${x}$?",
    "A rope of ${x}$ metres is cut into {a} parts of {b} metres: ${x}/{a} = {b}$. What is ${x}$?",
)
ONE_STEP = {
    "added": (ADDED, "{a} was added. To undo it, take {a} away.", "${b} - {a} = {value}$"),
    "taken": (TAKEN, "{a} was taken away. To undo it, add {a}.", "${b} + {a} = {value}$"),
    "times": (TIMES, "${a}{x}$ means {a} times ${x}$. To undo it, divide by {a}.", "${b} div {a} = {value}$"),
    "shared": (SHARED, "${x}$ was divided by {a}. To undo it, multiply by {a}.", "${b} times {a} = {value}$"),
}
"""For each thing done to the letter: its stories, how it is undone, and that in numbers."""


@generator(topic="Equations", levels=(FUNKIES,), calculator=False)
def one_step(dice: random.Random, _: Level) -> Made:
    """An equation with one thing done to the letter, and the story that it tells."""
    x, kind = dice.choice("abhknptwxy"), dice.choice(tuple(ONE_STEP))
    stories, how, undone = ONE_STEP[kind]
    value, a = dice.randint(4, 12), dice.randint(3, 9)
    value = value * a if kind == "shared" else value + a if kind == "taken" else value
    b = {"added": value + a, "taken": value - a, "times": value * a, "shared": value // a}[kind]
    values = {"a": a, "b": b, "x": x, "value": value}
    again: dict[str, Number] = {"added": b + a, "taken": b - a, "times": b - a, "shared": Fraction(b, a)}
    why = how.format(**values)
    return made(
        told(dice, stories, **values),
        number_asked(
            dice,
            value,
            (again[kind], why),
            (b + a if kind == "shared" else b * a, why),
            (b, f"That's what comes out. ${x}$ is what was there first."),
            (value + 1, "Put it back in to check: it gives too much."),
            (value - 1, "Put it back in to check: it gives too little."),
        ),
        seconds=45,
        trick="Undo it",
        steps=[f"{why.split('. ')[0]}.", f"The other way round: {undone.format(**values)}"],
        facts={"a": a, "b": b, "kind": kind},
    )


UNKNOWN = (
    "{a} equal tiles in a row and a gap of {b} cm make {c} cm. How wide is one tile?",
    "{name} thinks of a number, times it by {a}, adds {b} and gets {c}. What was the number?",
    "{a} tickets and a booking fee of £{b} cost £{c}. What does one ticket cost?",
    "{name} buys {a} plants and a pot for £{b}, £{c} in all. What does one plant cost?",
    "A lorry carries {a} equal crates and {b} kg of tools: {c} kg in all. What does one crate weigh?",
)
IN_UNITS = ("cm", "", "£", "£", "kg")


@generator(topic="Equations", levels=EVERY_LEVEL, calculator=False)
def unknown_in_a_story(dice: random.Random, level: Level) -> Made:
    """A story whose equation has two steps."""
    which = dice.randrange(len(UNKNOWN))
    a, value = (
        dice.randint(2, 4 if level is FUNKIES else 8),
        dice.randint(3, 12) if level is FUNKIES else dice.randint(6, 25),
    )
    b = dice.randint(2, 10) if level is FUNKIES else dice.randint(4, 30)
    c, unit = a * value + b, IN_UNITS[which]
    slips: list[tuple[Number, str]] = [
        (c - b, f"That's {a} times as much. Divide by {a} to find one."),
        (Fraction(c, a), f"Take the {b} off before you divide."),
        (Fraction(c + b, a), f"The {b} was added, so take it away."),
        (c - b - a, f"{a} times means divide by {a} to undo it."),
        (value + 1, "Put it back in to check: it gives too much."),
    ]
    in_pence = [(100 * wrong, why) for wrong, why in slips]
    return made(
        told(dice, [UNKNOWN[which]], a=a, b=b, c=c),
        money_asked(dice, 100 * value, *in_pence) if unit == "£" else number_asked(dice, value, *slips, unit=unit),
        seconds=60,
        trick="Undo the plus, then the times",
        steps=[f"Take the {b} off: {c} − {b} = {c - b}", f"Divide by {a}: {c - b} ÷ {a} = {value}"],
        facts={"a": a, "b": b, "c": c},
    )


SOLVE = ("Solve ${equation}$.", "What is ${x}$ if ${equation}$?", "{name} solves ${equation}$. What is ${x}$?")


@generator(topic="Equations", levels=UPPER_LEVELS, calculator=False)
def solve(dice: random.Random, level: Level) -> Made:
    """Two steps; at the top a bracket, the letter on both sides, or a square with two solutions."""
    x = dice.choice(LETTERS)
    build = dice.choice(
        (_two_steps, _divided) if level is EIN2STEINS else (_bracket, _both_sides, _both_sides, _square)
    )
    equation, values, slips, steps = build(dice, x)
    wrong = [Answer(frozenset({value}), f"{x} = {plain_or_over(value)}", why) for value, why in slips]
    right = Answer(frozenset(values), " or ".join(f"{x} = {plain_or_over(value)}" for value in values))
    text = told(dice, SOLVE[:1] if len(values) > 1 else SOLVE, equation=equation, x=x)
    return made(
        text,
        typed("solutions", right, *wrong),
        seconds=60 if level is EIN2STEINS else 75,
        trick="Both sides stay in balance",
        steps=steps,
        facts={"equation": equation, "letter": x},
    )


Built = tuple[str, tuple[Number, ...], list[tuple[Number, str]], list[str]]


def _two_steps(dice: random.Random, x: str) -> Built:
    a, value, b = dice.randint(2, 9), dice.randint(2, 12), dice.choice((-9, -7, -5, -4, -3, 2, 3, 4, 5, 6, 8))
    c = a * value + b
    undo = f"{'Take away' if b > 0 else 'Add'} {abs(b)}"
    done = "added, so take it away" if b > 0 else "taken away, so add it"
    slips: list[tuple[Number, str]] = [
        (c - b, f"That's ${a}{x}$. Divide by {a} to find one ${x}$."),
        (Fraction(c + b, a), f"{abs(b)} was {done}."),
        (c - b - a, f"${a}{x}$ means {a} times ${x}$. Undo it by dividing."),
    ]
    left = written(((a, x), (b, "")))
    return f"{left} = {c}", (value,), slips, [
        f"{undo} on both sides: ${a}{x} = {c - b}$", f"Divide both sides by {a}: ${x} = {value}$"]  # fmt: skip


def _divided(dice: random.Random, x: str) -> Built:
    a, quotient, b = dice.randint(2, 6), dice.randint(2, 9), dice.randint(1, 8)
    value, c = a * quotient, quotient + b
    slips: list[tuple[Number, str]] = [
        (quotient, f"That's ${x}/{a}$. Multiply by {a} to find ${x}$."),
        (Fraction(quotient, a), f"${x}$ was divided by {a}, so multiply by {a}."),
        (a * (c + b), f"{b} was added, so take it away."),
        (a * c - b, f"Take {b} away before you multiply by {a}."),
    ]
    steps = [f"Take {b} away from both sides: ${x}/{a} = {quotient}$", f"Multiply both sides by {a}: ${x} = {value}$"]
    return f"{x}/{a} + {b} = {c}", (value,), slips, steps


def _bracket(dice: random.Random, x: str) -> Built:
    a, value, b = dice.randint(2, 6), dice.randint(1, 9), dice.choice((-6, -4, -3, -1, 1, 2, 3, 5, 7))
    c = a * (value + b)
    inside = written(((1, x), (b, "")))
    slips: list[tuple[Number, str]] = [
        (Fraction(c - b, a), f"The {a} multiplies the {abs(b)} too."),
        (Fraction(c, a), f"That's what is in the bracket, ${inside}$. One more step."),
        (c - a - b, f"{a} times the bracket is undone by dividing by {a}."),
    ]
    return f"{a}({inside}) = {c}", (value,), slips, [
        f"Divide both sides by {a}: ${inside} = {c // a}$",
        f"{'Take away' if b > 0 else 'Add'} {abs(b)}: ${x} = {value}$"]  # fmt: skip


def _both_sides(dice: random.Random, x: str) -> Built:
    a, c, value = dice.randint(4, 9), dice.randint(1, 3), dice.randint(-4, 9)
    b = dice.choice((-9, -6, -5, -2, 1, 3, 4, 7))
    d = (a - c) * value + b
    if value == 0 or d == 0:
        raise UnluckyError
    left, right = written(((a, x), (b, ""))), written(((c, x), (d, "")))
    rest = f"{a - c}{x}" if a - c > 1 else x
    undo = "added, so take it away" if b > 0 else "taken away, so add it"
    slips: list[tuple[Number, str]] = [
        (Fraction(d - b, a + c), f"To move ${written(((c, x),))}$ away, take it from both sides."),
        (d - b, f"That's ${rest}$. Divide by {a - c}."),
        (Fraction(d + b, a - c), f"{abs(b)} was {undo}."),
    ]
    steps = [
        f"Take ${written(((c, x),))}$ from both sides: ${written(gathered((a - c, x), (b, '')))} = {d}$",
        f"{'Take away' if b > 0 else 'Add'} {abs(b)}: ${rest} = {d - b}$",
        f"Divide by {a - c}: ${x} = {value}$" if a - c > 1 else f"${x} = {value}$",
    ]
    return f"{left} = {right}", (value,), slips, steps


def _square(dice: random.Random, x: str) -> Built:
    root, b = dice.randint(2, 10), dice.choice((0, 0, 3, 5, -4))
    c = root * root + b
    left = written(gathered((1, f"{x}^2"), (b, "")))
    slips: list[tuple[Number, str]] = [
        (root, f"That's one of them. $-{root}$ times $-{root}$ is {root * root} too."),
        (Fraction(c - b, 2), "A square is undone by a root, not by halving."),
        (c - b, f"That's ${x}^2$. Find what gives it when multiplied by itself."),
    ]
    steps = [f"${x}^2 = {c - b}$", f"${root} times {root} = {c - b}$ and $(-{root}) times (-{root}) = {c - b}$"]
    return f"{left} = {c}", (root, -root), slips, steps


LIMITS = (
    ("A gym costs £{b} and £{a} a visit. {name} spends at most £{c}. Solve ${a}{x} + {b} <= {c}$.", "<="),
    ("A trolley carries {c} kg. {b} kg are on it. Boxes of {a} kg come on: ${a}{x} + {b} <= {c}$. Solve it.", "<="),
    ("{name} has £{b}, saves £{a} a week and wants more than £{c}. Solve ${a}{x} + {b} > {c}$.", ">"),
    ("{name} walks {b} km, then {a} km a day, and stays below {c} km. Solve ${a}{x} + {b} < {c}$.", "<"),
    ("A team has {b} points, {a} for a win, and needs at least {c}. Solve ${a}{x} + {b} >= {c}$.", ">="),
    ("Solve ${a}{x} + {b} > {c}$.", ">"),
    ("Solve ${a}{x} - {b} < {d}$.", "<"),
    ("Solve ${a}{x} - {b} >= {d}$.", ">="),
)
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
WITH_EQUAL = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}


@generator(topic="Equations", levels=(GO_FORTH,), calculator=False)
def inequality(dice: random.Random, _: Level) -> Made:
    """A two-step inequality, typed or to choose from."""
    story, sign = dice.choice(LIMITS)
    x, a, b, value = dice.choice("nhxwt"), dice.randint(3, 12), dice.randint(2, 30), dice.randint(3, 12)
    c, d = a * value + b, a * value - b
    minus = "- {b}" in story
    if minus and d <= 0:
        raise UnluckyError
    end, undone = (d, f"Add {b}") if minus else (c, f"Take {b} away")
    options = [
        ((sign, Fraction(value)), ""),
        (
            (TURNED[sign], Fraction(value)),
            "The sign stays as it is when you add, take away or divide by a number above 0.",
        ),
        ((WITH_EQUAL[sign], Fraction(value)), "Look at the sign again: is the end itself included?"),
        ((sign, Fraction(end + (-b if minus else b), a)), f"Undo it: {undone.lower()} on both sides."),
        ((sign, Fraction(a * value)), f"That's for ${a}{x}$. Divide by {a}."),
    ]
    answers = [
        Answer(value_, f"{x} {value_[0]} {plain(value_[1])}", why)
        for value_, why in options
        if (value_[1] * 100).denominator == 1
    ]
    if dice.random() < 0.4:
        fields = one_of(dice, *(each._replace(text=formula(each.text)) for each in answers))
    else:
        fields = typed("inequality", *answers)
    return made(
        told(dice, [story], a=a, b=b, c=c, d=d, x=x),
        fields,
        seconds=75,
        trick="Solve it like an equation",
        steps=[
            f"{undone} on both sides: ${a}{x} {sign} {a * value}$",
            f"Divide both sides by {a}: ${x} {sign} {value}$",
        ],
        facts={"a": a, "b": -b if minus else b, "end": end, "sign": sign, "letter": x},
    )
