"""Questions on the sides of right-angled triangles."""

import random
from fractions import Fraction
from math import isqrt

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    generator,
    made,
    plain,
    rounded,
    told,
    true_or_false,
    typed,
)

LEG, LONGEST = "leg", "longest"
LADDERS = (
    (
        "A ladder of {c} m leans on a wall. Its foot is {a} m from the wall. How high does it reach?",
        LEG,
        (1, 2),
        (4, 8),
    ),
    ("A zip wire of {c} m drops {a} m. How far does it go along the ground?", LEG, (6, 20), (40, 90)),
    ("A ramp of {c} m rises {a} m. How long is the ground under it?", LEG, (1, 2), (3, 9)),
    ("A field is {a} m by {b} m. How long is the path from corner to corner?", LONGEST, (40, 75), (80, 120)),
    ("{name} walks {a} m north, then {b} m east. How far is it straight back?", LONGEST, (60, 250), (90, 400)),
    ("A pole is {a} m high. A rope runs from its top to a peg {b} m away. How long is it?", LONGEST, (2, 6), (3, 8)),
    ("A cinema screen is {a} m high and {b} m wide. How long is its diagonal?", LONGEST, (4, 8), (9, 18)),
)
TO_A_TENTH = "Give metres to 1 decimal place."


@generator(topic="Pythagoras", levels=(GO_FORTH,), calculator=True)
def ladders_and_paths(dice: random.Random, _: Level) -> Made:
    """A side of a right-angled triangle, rounded to a tenth of a metre."""
    story, kind, short, long_ = dice.choice(LADDERS)
    a, other = dice.randint(*short), dice.randint(*long_)
    square, mistaken = (a * a + other * other, other * other - a * a)[:: 1 if kind == LONGEST else -1]
    if a >= other or isqrt(square) ** 2 == square:
        raise UnluckyError
    right, first, sign = (_root(square), *((a, "+") if kind == LONGEST else (other, "-")))
    second = other if kind == LONGEST else a
    why = "the longest side: add the squares" if kind == LONGEST else "a short side: take the squares away"
    slips = (
        (_root(mistaken), f"This one is {why}."),
        (Fraction(first + second if kind == LONGEST else first - second), "Square the sides first."),
        (Fraction(square), "That's the square of the side. Take the square root."),
    )
    answers = [Answer(value, f"{plain(value, 1)} m", slip) for value, slip in ((right, ""), *slips)]
    return made(
        f"{told(dice, [story], a=a, b=other, c=other)} {TO_A_TENTH}",
        typed("quantity", *answers, form="1 dp"),
        seconds=100,
        trick="Squares of the short sides add up",
        steps=[
            f"${first}^2 {sign} {second}^2 = {square:,}$",
            f"$sqrt({square:,}) approx {plain(Fraction(isqrt(square * 10_000), 100), 2)}$",
            f"To 1 decimal place: {plain(right, 1)} m",
        ],
        facts={"short": a, "other": other, "asked": kind},
    )


def _root(square: int) -> Fraction:
    """The square root to a tenth, half away from zero."""
    return rounded(Fraction(isqrt(square * 1_000_000), 1000), 1)


TRIPLES = (
    (3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17), (12, 16, 20), (7, 24, 25), (15, 20, 25),
    (10, 24, 26), (20, 21, 29), (9, 40, 41),
)  # fmt: skip
WITHOUT = (
    ("A ladder of {c} m leans on a wall, its foot {a} m away. How high does it reach?", "m", LEG, 13),
    (
        "The two short sides of a right-angled triangle are {a} cm and {b} cm. How long is the longest?",
        "cm",
        LONGEST,
        41,
    ),
    ("A photo is {a} cm by {b} cm. How long is its diagonal?", "cm", LONGEST, 25),
    ("The longest side of a right-angled sail is {c} m, another is {a} m. How long is the third?", "m", LEG, 17),
    ("{name} cycles {a} km west and {b} km south. How far is it straight back to the start?", "km", LONGEST, 29),
    ("A wire of {c} m runs from a mast to the ground, {a} m from its foot. How high is it fixed?", "m", LEG, 41),
)


@generator(topic="Pythagoras", levels=(GO_FORTH,), calculator=False)
def whole_sides(dice: random.Random, _: Level) -> Made:
    """A side of a right-angled triangle whose sides are whole numbers."""
    story, unit, kind, most = dice.choice(WITHOUT)
    a, b, c = dice.choice([triple for triple in TRIPLES if triple[2] <= most])
    if kind == LONGEST and dice.random() < 0.5:
        a, b = b, a
    right, first, second = (c, a, b) if kind == LONGEST else (b, c, a)
    slips: list[tuple[Number, str]] = [
        (a + b if kind == LONGEST else c - a, "Square the sides first, then add or take away."),
        (right * right, "That's the square of the side. Take the square root."),
        (2 * (a + b) if kind == LONGEST else c + a, "Each side is squared: times itself."),
        (right + 1, "Check it: square all three sides."),
        (right - 1, "Check it: square all three sides."),
    ]
    sign = "+" if kind == LONGEST else "-"
    return made(
        told(dice, [story], a=a, b=b, c=c),
        number_asked(dice, right, *slips, unit=unit),
        seconds=75,
        trick="Squares of the short sides add up",
        steps=[
            f"${first}^2 {sign} {second}^2 = {first**2} {sign} {second**2} = {right * right}$",
            f"$sqrt({right * right}) = {right}$",
        ],
        facts={"short": a, "other": b if kind == LONGEST else c, "asked": kind},
    )


SQUARE_CORNERS = (
    "True or false? A triangle with sides of {a} cm, {b} cm and {c} cm has a right angle.",
    "A gate is {a} cm by {b} cm, and {c} cm from corner to corner. True or false? Its corners are right angles.",
    "{name} lays out {a} m, {b} m and {c} m of rope as a triangle. True or false? It has a right angle.",
    "A shelf bracket has sides of {a} cm, {b} cm and {c} cm. True or false? It has a right angle.",
)


@generator(topic="Pythagoras", levels=(GO_FORTH,), calculator=True)
def is_it_right_angled(dice: random.Random, _: Level) -> Made:
    """True or false: three sides make a right angle."""
    a, b, c = dice.choice(TRIPLES)
    k = dice.choice((1, 1, 2, 3))
    a, b, c = k * a, k * b, k * c + dice.choice((0, 0, 1, -1))
    if c <= max(a, b):
        raise UnluckyError
    squares = a * a + b * b
    slip = (
        "Square all three: the squares of the short sides add up to the square of the longest only with a right angle."
    )
    return made(
        told(dice, SQUARE_CORNERS, a=a, b=b, c=c),
        true_or_false(right=squares == c * c, slip=slip),
        seconds=75,
        trick="Compare the squares",
        steps=[
            f"${a}^2 + {b}^2 = {squares:,}$",
            f"${c}^2 = {c * c:,}$: {'equal' if squares == c * c else 'not equal'}.",
        ],
        facts={"sides": (a, b, c)},
    )
