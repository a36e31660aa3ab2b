"""Generators for powers and roots, and for standard form."""

import random
from fractions import Fraction
from math import isqrt

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Level,
    Made,
    UnluckyError,
    generator,
    made,
    one_of,
    plain,
    rounded,
    shown,
    told,
    typed_number,
)

SIDES = (
    "A square floor has {side} tiles along each side. How many tiles are there in all?",
    "{name} sets out chairs in {side} rows of {side}. How many chairs is that?",
    "A square car park has {side} rows with {side} spaces each. How many spaces is that?",
    "A baker fills {side} trays with {side} muffins each. How many muffins is that?",
    "A square patio is {side} slabs wide and {side} slabs long. How many slabs are there?",
)
SQUARES = (
    "A square floor has {square} tiles in all. How many tiles are along one side?",
    "{square} chairs stand in a square: as many rows as chairs in a row. How many rows is that?",
    "{name} has {square} slabs for a square patio. How many slabs long is each side?",
    "A square photo wall has {square} photos. How many photos are in each row?",
    "A square field of {square} m² is fenced. How many metres long is each side?",
)


@generator(topic="Powers and roots", levels=EVERY_LEVEL, calculator=False)
def squares_and_roots(dice: random.Random, level: Level) -> Made:
    """How many in a square, or how long its side is."""
    side = dice.randrange(*{FUNKIES: (3, 11), EIN2STEINS: (6, 13), GO_FORTH: (11, 16)}[level])
    square = side**2
    if dice.random() < 0.5:
        return made(
            told(dice, SIDES, side=side),
            number_asked(
                dice,
                square,
                (2 * side, f"That's {side} + {side}. A square needs {side} × {side}."),
                (4 * side, "That's the way round the outside."),
                (square + side, "One row too many."),
                (square - side, "One row too few."),
            ),
            seconds=30,
            trick="A number times itself",
            steps=[f"{side} × {side} = {square}"],
            facts={"side": side},
        )
    return made(
        told(dice, SQUARES, square=square),
        number_asked(
            dice,
            side,
            (Fraction(square, 2), "That's half. Which number times itself makes it?"),
            (Fraction(square, 4), "That's a quarter. Which number times itself makes it?"),
            (side + 1, f"{side + 1} × {side + 1} is {(side + 1) ** 2}, which is too many."),
            (side - 1, f"{side - 1} × {side - 1} is {(side - 1) ** 2}, which is too few."),
        ),
        seconds=35,
        trick="Which number times itself?",
        steps=[f"{side} × {side} = {square}", f"So each side is {side}."],
        facts={"square": square},
    )


GROWTH = (
    "A video has {start} views and doubles them every hour. How many views are there after {times} hours?",
    "{name} tells {start} people a rumour. Each day twice as many know it. How many know after {times} days?",
    "A sourdough starter weighs {start} g and doubles each day. How many grams is it after {times} days?",
    "{start} cells in a lab double every hour. How many cells are there after {times} hours?",
    "{name} saves {start}p and doubles the amount each week. How many pence is it after {times} weeks?",
)


@generator(topic="Powers and roots", levels=EVERY_LEVEL, calculator=False)
def doubling(dice: random.Random, level: Level) -> Made:
    """Doubling again and again."""
    times = {FUNKIES: dice.randrange(2, 4), EIN2STEINS: dice.randrange(3, 5), GO_FORTH: dice.randrange(4, 7)}[level]
    start = dice.randrange(3, 13) if level == FUNKIES else dice.randrange(2, 20)
    grown = [start * 2**n for n in range(times + 1)]
    return made(
        told(dice, GROWTH, start=start, times=times),
        number_asked(
            dice,
            grown[-1],
            (start * 2 * times, f"Doubling {times} times is more than times {2 * times}: each time doubles the last."),
            (grown[-2], "One more doubling is missing."),
            (grown[-1] * 2, "That's one doubling too many."),
            (start + 2 * times, "Doubling means times 2, not plus 2."),
        ),
        seconds=40,
        trick="Double, and double again",
        steps=[f"Double {times} times: {', '.join(shown(each) for each in grown)}"],
        facts={"start": start, "times": times},
    )


PLAINLY = (
    "Work out {sum}.",
    "{name} types {sum} into a phone. What does the phone show?",
    "A spreadsheet cell holds {sum}. What number does it show?",
    "A quiz app asks {name}: what is {sum}?",
)


@generator(topic="Powers and roots", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def powers_together(dice: random.Random, level: Level) -> Made:
    """Two powers or a root, added or taken away."""
    base, other = dice.sample(range(2, 6 if level == EIN2STEINS else 11), 2)
    cube = dice.randrange(2, 5)
    root = dice.randrange(3, 11)
    sums = [
        (f"{base}^2 + {other}^2", base**2 + other**2, 2 * base + 2 * other, (base + other) ** 2),
        (f"{base}^2 + {cube}^3", base**2 + cube**3, 2 * base + 3 * cube, base**2 + 3 * cube),
        (f"{cube}^3 - {cube}^2", cube**3 - cube**2, cube, 3 * cube - 2 * cube),
        (f"sqrt({root**2}) + {base}^2", root + base**2, root + 2 * base, root**2 + base**2),
    ]
    source, value, multiplied, together = dice.choice(sums[:2] if level == EIN2STEINS else sums)
    first, sign, second = source.partition(" + ") if " + " in source else source.partition(" - ")
    one, two = (_worth(part) for part in (first, second))
    return made(
        told(dice, PLAINLY, sum=f"${source}$"),
        number_asked(
            dice,
            value,
            (multiplied, "A power means times itself, not times the small number."),
            (together, "Work out each part on its own first."),
            (one, f"That's the first part. Now the second: ${second}$."),
            (value + 1, "Check each part again: one of them is 1 off."),
        ),
        seconds=45,
        trick="A power means times itself",
        steps=[f"${first} = {one}$ and ${second} = {two}$", f"${one}{sign}{two} = {value}$"],
        facts={"sum": source},
    )


def _worth(part: str) -> int:
    """What 5^2 or sqrt(49) is worth."""
    if part.startswith("sqrt"):
        return isqrt(int(part[5:-1]))
    base, _, power = part.partition("^")
    return int(int(base) ** int(power))


@generator(topic="Powers and roots", levels=(FUNKIES, EIN2STEINS), calculator=False)
def what_a_power_means(dice: random.Random, level: Level) -> Made:
    """What a small power stands for."""
    base = dice.randrange(3, 13) if level == FUNKIES else dice.choice([2, 3, 4, 5, 10])
    power = 2 if level == FUNKIES else 3 if base > 3 else dice.choice([3, 4, 5])
    value = base**power
    long = " × ".join([str(base)] * power)
    return made(
        told(dice, PLAINLY, sum=f"${base}^{power}$"),
        number_asked(
            dice,
            value,
            (base * power, f"That's {base} × {power}. The small {power} says how often {base} is a factor."),
            (base + power, f"That adds. The small {power} says how often {base} is a factor."),
            (value * base, f"One {base} too many: {power} of them are multiplied."),
            (int(f"{base}{power}"), f"The small {power} isn't another digit."),
        ),
        seconds=25,
        trick="A power means times itself",
        steps=[f"Multiply {power} of them: {long} = {shown(value)}"],
        facts={"base": base, "power": power},
    )


BETWEEN = (
    "A square garden is {square} m². Its side is $sqrt({square})$ m. Between which whole numbers is that?",
    "{name} estimates $sqrt({square})$. Between which two whole numbers does it lie?",
    "A square photo of {square} cm² has sides of $sqrt({square})$ cm. Between which whole numbers is that?",
    "Without a calculator: between which two whole numbers is $sqrt({square})$?",
)


@generator(topic="Powers and roots", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def between_wholes(dice: random.Random, level: Level) -> Made:
    """The two whole numbers on either side of a root."""
    low = dice.randrange(3, 10 if level == EIN2STEINS else 14)
    square = dice.randrange(low**2 + 1, (low + 1) ** 2)
    half = square // 2
    return made(
        told(dice, BETWEEN, square=square),
        one_of(
            dice,
            Answer(low, _pair(low)),
            Answer(half, _pair(half), "That's half. Which number times itself comes near?"),
            Answer(low + 1, _pair(low + 1), f"{low + 1} × {low + 1} is {(low + 1) ** 2}, which is too big already."),
            Answer(low - 1, _pair(low - 1), f"{low} × {low} is {low**2}, which is still too small."),
            Answer(square // 4, _pair(square // 4), "That's a quarter. Which number times itself comes near?"),
        ),
        seconds=40,
        trick="Which squares lie on either side?",
        steps=[
            f"{low} × {low} = {low**2} and {low + 1} × {low + 1} = {(low + 1) ** 2}",
            f"{square} lies between them, so its root lies between {low} and {low + 1}.",
        ],
        facts={"square": square},
    )


def _pair(low: int) -> str:
    return f"{low} and {low + 1}"


PLOTS = (
    "A square garden has an area of {area} m². How long is its side? Round to 1 decimal place.",
    "A square dance floor is {area} m². How many metres long is its side? Round to 1 decimal place.",
    "A square solar panel has {area} cm². How many cm long is its side? Round to 1 decimal place.",
    "A square advert in a paper is {area} cm². How many cm long is its side? Round to 1 decimal place.",
)


@generator(topic="Powers and roots", levels=(EIN2STEINS, GO_FORTH), calculator=True)
def side_of_square(dice: random.Random, level: Level) -> Made:
    """A root that has no end, to one decimal place."""
    area = dice.randrange(11, 99) if level == EIN2STEINS else dice.randrange(101, 900)
    tenths = (isqrt(400 * area) + 1) // 2
    if isqrt(area) ** 2 == area or tenths % 10 == 0:
        raise UnluckyError
    side = Fraction(tenths, 10)
    cut = Fraction(isqrt(100 * area), 10)
    return made(
        told(dice, PLOTS, area=area),
        typed_number(
            side,
            (rounded(Fraction(area, 4), 1), "That's a quarter. The four sides don't add up to the area."),
            (rounded(Fraction(area, 2), 1), "That's half. Which number times itself makes the area?"),
            (cut + Fraction(1, 10) if cut == side else cut, "Look at the second decimal place: is it 5 or more?"),
            form="1 dp",
        ),
        seconds=45,
        trick="The root undoes the square",
        steps=[f"The side is $sqrt({area})$.", f"The calculator shows {_two_places(area)}, so {shown(side, 1)}."],
        facts={"area": area},
    )


def _two_places(square: int) -> str:
    """The root of a whole number, cut after two places."""
    return f"{plain(Fraction(isqrt(10_000 * square), 100), 2)}…"
