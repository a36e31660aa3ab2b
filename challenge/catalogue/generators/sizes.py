"""Questions on perimeter and area."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import measure, measure_asked, money_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    FUNKIES,
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    generator,
    made,
    money,
    plain,
    rounded,
    shown,
    told,
    typed,
)

LOWER_LEVELS = (FUNKIES, EIN2STEINS)

EDGES = (
    ("A vegetable patch is {a} m by {b} m. How much fence goes round it?", "m", (3, 14)),
    ("A photo is {a} cm by {b} cm. How long is a frame round its edge?", "cm", (10, 30)),
    ("{name} sews a border round a blanket of {a} m by {b} m. How much border is that?", "m", (1, 3)),
    ("A stage is {a} m by {b} m. How long is a barrier all the way round it?", "m", (6, 18)),
    ("A room is {a} m by {b} m. How much skirting board goes all the way round?", "m", (3, 7)),
    ("A five-a-side pitch is {a} m by {b} m. How long is the line round it?", "m", (18, 40)),
)


@generator(topic="Perimeter", levels=LOWER_LEVELS, calculator=False)
def round_the_edge(dice: random.Random, level: Level) -> Made:
    """The way round a rectangle: whole numbers, then halves and tenths."""
    story, unit, (low, high) = dice.choice(EDGES)
    a, b = (Fraction(dice.randint(low, high)) for _ in range(2))
    if level is EIN2STEINS:
        a, b = a + Fraction(dice.choice((2, 4, 5, 6, 8)), 10), b + Fraction(dice.choice((0, 3, 5, 7)), 10)
    if a <= b:
        raise UnluckyError
    right = 2 * (a + b)
    return made(
        told(dice, [story], a=shown(a), b=shown(b)),
        measure_asked(
            dice,
            right,
            unit,
            (a + b, "That's one long and one short side. There are two of each."),
            (a * b, f"That's the area, in {unit}². The way round adds the sides."),
            (2 * a + b, "One of the short sides is missing."),
            (right + a, "One side too many."),
        ),
        seconds=45,
        trick="Two of each side",
        steps=[f"{shown(a)} + {shown(b)} = {shown(a + b)}", f"2 × {shown(a + b)} = {measure(right, unit)}"],
        facts={"sides": (a, b, a, b), "unit": unit},
    )


REGULAR = (
    ("square", 4, "A square {thing} is {a} {unit} long on each side. How far is it all the way round?"),
    ("triangle", 3, "A {thing} is a triangle with three sides of {a} {unit}. How far is it all the way round?"),
    ("hexagon", 6, "A {thing} has six sides of {a} {unit} each. How far is it all the way round?"),
    ("octagon", 8, "A {thing} has eight sides of {a} {unit} each. How far is it all the way round?"),
)
OUTLINES = {
    "square": (("garden", "m", 5, 20), ("tile", "cm", 15, 60), ("stage", "m", 6, 12)),
    "triangle": (("road sign", "cm", 50, 90), ("flower bed", "m", 2, 9), ("flag", "cm", 20, 60)),
    "hexagon": (("gazebo", "m", 2, 4), ("table top", "cm", 30, 70), ("tile", "cm", 10, 25)),
    "octagon": (("stop sign", "cm", 25, 40), ("hot tub", "cm", 70, 95), ("bandstand", "m", 3, 5)),
}
TO_THE_SIDE = {
    "square": "A square {thing} is {p} {unit} all the way round. How long is each side?",
    "triangle": "A {thing} is a triangle with three equal sides, {p} {unit} all the way round. How long is each?",
    "hexagon": "A {thing} has six equal sides and is {p} {unit} all the way round. How long is each side?",
    "octagon": "A {thing} has eight equal sides and is {p} {unit} all the way round. How long is each side?",
}


@generator(topic="Perimeter", levels=LOWER_LEVELS, calculator=False)
def equal_sides(dice: random.Random, level: Level) -> Made:
    """Round a shape with equal sides, or from the way round to one side."""
    shape, n, story = dice.choice(REGULAR[:3] if level is FUNKIES else REGULAR)
    thing, unit, low, high = dice.choice(OUTLINES[shape])
    a = Fraction(dice.randint(low, high)) + (Fraction(dice.choice((0, 2, 5)), 10) if level is EIN2STEINS else 0)
    round_it, back = n * a, dice.random() < (0.3 if level is FUNKIES else 0.6)
    right, given = (a, round_it) if back else (round_it, a)
    slips: list[tuple[Number, str]] = [
        (given * n if back else given / n, f"{'Divide' if back else 'Multiply'} by {n}: the sides are equal."),
        (
            a * a if not back else given / 2,
            f"That's {'the area of a square' if not back else 'two sides'}, not what is asked.",
        ),
        (2 * a if not back else given - n, f"All {n} sides are equally long."),
        ((n - 1) * a if not back else round_it / (n - 1), f"It has {n} sides. Count once more."),
        ((n + 1) * a if not back else round_it / (n + 2), f"It has {n} sides. Count once more."),
    ]
    text = TO_THE_SIDE[shape].format(thing=thing, p=shown(given), unit=unit) if back else story.format(
        thing=thing, a=shown(given), unit=unit)  # fmt: skip
    return made(
        text,
        measure_asked(dice, right, unit, *slips),
        seconds=45,
        trick="Count the sides",
        steps=[f"It has {n} equal sides.", f"{shown(given)} {'÷' if back else '×'} {n} = {measure(right, unit)}"],
        facts={"n": n, "given": given, "back": int(back), "unit": unit},
    )


LAPS = (
    ("A pitch is {a} m by {b} m. {name} runs round it {n} times. How far is that?", (90, 105), (45, 68)),
    ("A park is {a} m by {b} m. A walk goes round it {n} times. How far is that?", (150, 300), (80, 140)),
    ("A car park is {a} m by {b} m. A guard walks round it {n} times. How far is that?", (60, 90), (30, 50)),
    ("A market square is {a} m by {b} m. {name} jogs round it {n} times. How far is that?", (60, 90), (40, 55)),
)


@generator(topic="Perimeter", levels=LOWER_LEVELS, calculator=False)
def laps(dice: random.Random, level: Level) -> Made:
    """So many times round a rectangle."""
    story, longer, shorter = dice.choice(LAPS)
    step = 5 if level is FUNKIES else 1
    a, b = (
        step * dice.randint(longer[0] // step, longer[1] // step),
        step * dice.randint(shorter[0] // step, shorter[1] // step),
    )
    n = dice.choice((2, 3, 10) if level is FUNKIES else (3, 4, 5, 6))
    once = 2 * (a + b)
    return made(
        told(dice, [story], a=a, b=b, n=n),
        measure_asked(
            dice,
            n * once,
            "m",
            (once, f"That's once round. It is {n} times."),
            (n * (a + b), "Once round has two long and two short sides."),
            (a * b, "That's the area. The way round adds the sides."),
            (n * a * b, "That takes the area. The way round adds the sides."),
        ),
        seconds=60,
        trick="Once round first",
        steps=[f"Once round: 2 × ({a} + {b}) = {once} m", f"{n} × {once} m = {n * once:,} m"],
        facts={"a": a, "b": b, "n": n},
    )


FLOORS = (
    ("A room is {a} m by {b} m. How much carpet covers the floor?", "m", (3, 7)),
    ("A patio is {a} m by {b} m. How many square metres of paving is that?", "m", (2, 9)),
    ("{name} paints a wall {a} m long and {b} m high. How big is the wall?", "m", (2, 5)),
    ("A poster is {a} cm by {b} cm. What is its area?", "cm", (20, 60)),
    ("A garden bed is {a} m by {b} m. How much ground is that?", "m", (2, 9)),
    ("A baking tray is {a} cm by {b} cm. What is its area?", "cm", (20, 60)),
)


@generator(topic="Area", levels=LOWER_LEVELS, calculator=False)
def floor_area(dice: random.Random, level: Level) -> Made:
    """The area of a rectangle, then with one side in halves."""
    story, unit, (low, high) = dice.choice(FLOORS)
    step = 10 if high == 60 else 1
    a, b = (Fraction(step * dice.randint(low // step, high // step)) for _ in range(2))
    if level is EIN2STEINS:
        a += Fraction(1, 2)
    if a <= b or a * b == 2 * (a + b):
        raise UnluckyError
    right = a * b
    return made(
        told(dice, [story], a=shown(a), b=shown(b)),
        measure_asked(
            dice,
            right,
            f"{unit}²",
            (2 * (a + b), "That's the way round the edge. The area multiplies the sides."),
            (a + b, "That adds the sides. Multiply them."),
            (right / 2, "Half of it: that would be a triangle."),
            (2 * right, "Twice as big: multiply the sides once."),
        ),
        seconds=45,
        trick="Length times width",
        steps=[f"{shown(a)} × {shown(b)} = {measure(right, unit + '²')}"],
        facts={"a": a, "b": b, "unit": f"{unit}²"},
    )


CUT_OUT = (
    "A room is {a} m by {b} m. A corner of {c} m by {d} m is built in. How big is the floor that is left?",
    "A lawn is {a} m by {b} m with a pond of {c} m by {d} m in it. How big is the grass?",
    "A gym wall of {a} m by {b} m has a window of {c} m by {d} m. How big is the part to paint?",
    "{name} lays a deck of {a} m by {b} m and leaves a hole of {c} m by {d} m. How big is the deck?",
)


@generator(topic="Area", levels=LOWER_LEVELS, calculator=False)
def area_left(dice: random.Random, level: Level) -> Made:
    """A rectangle without a smaller one."""
    a, b = dice.randint(5, 9), dice.randint(4, 8)
    c, d = (dice.randint(1, 3) for _ in range(2))
    if level is EIN2STEINS:
        a, b = a + dice.randint(2, 6), b + 1
    right, whole, hole = a * b - c * d, a * b, c * d
    if a <= b or hole == 1:
        raise UnluckyError
    return made(
        told(dice, CUT_OUT, a=a, b=b, c=c, d=d),
        measure_asked(
            dice,
            right,
            "m²",
            (whole, f"The {c} m by {d} m still has to come off."),
            (whole + hole, "The smaller part comes off. Take it away."),
            ((a - c) * (b - d), "Work out both areas first, then take away."),
            (2 * (a + b), "That's the way round the edge. The area multiplies the sides."),
        ),
        seconds=60,
        trick="The whole less the part",
        steps=[
            f"The whole: {a} × {b} = {whole} m²",
            f"The part: {c} × {d} = {hole} m²",
            f"{whole} − {hole} = {right} m²",
        ],
        facts={"whole": (a, b), "part": (c, d)},
    )


SLANTED = (
    ("triangle", "A sail is a triangle, {a} m along the bottom and {h} m high. What is its area?", "m"),
    ("triangle", "A triangular flower bed has a base of {a} m and is {h} m high. What is its area?", "m"),
    (
        "triangle",
        "{name} cuts triangles of cloth with a base of {a} cm and a height of {h} cm. What is the area of each?",
        "cm",
    ),
    (
        "parallelogram",
        "A lawn is a parallelogram with a base of {a} m and a height of {h} m. What is its area?",
        "m",
    ),
    (
        "trapezium",
        "A field is a trapezium. Its parallel sides are {a} m and {b} m, {h} m apart. What is its area?",
        "m",
    ),
    (
        "trapezium",
        "A bag's side is a trapezium. Its parallel sides are {a} cm and {b} cm, {h} cm apart. What is its area?",
        "cm",
    ),
)


@generator(topic="Area", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def slanted_area(dice: random.Random, level: Level) -> Made:
    """Triangles; at the top also parallelograms and trapeziums."""
    shape, story, unit = dice.choice(SLANTED[:3] if level is EIN2STEINS else SLANTED)
    a, b, h = dice.randint(4, 15), dice.randint(3, 12), dice.randint(3, 10)
    long_ = a + b if shape == "trapezium" else a
    half = shape != "parallelogram"
    right = Fraction(long_ * h, 2 if half else 1)
    if a <= b or a == h or (level is EIN2STEINS and right % 1):
        raise UnluckyError
    added = f"{a} + {b} = {a + b}, then " if shape == "trapezium" else ""
    slips: list[tuple[Number, str]] = [
        (
            2 * right if half else right / 2,
            "Halve it: it fills half of a rectangle." if half else "Don't halve it: only triangles are halved.",
        ),
        (Fraction(long_ + h), "That adds the lengths. An area multiplies."),
        (
            Fraction(a * h) if shape == "trapezium" else Fraction(2 * (a + h)),
            "Use both parallel sides."
            if shape == "trapezium"
            else "That's the way round a rectangle. The area multiplies.",
        ),
        (
            Fraction(a * b * h, 2) if shape == "trapezium" else right + h,
            "Add the parallel sides, then multiply." if shape == "trapezium" else f"One {h} too many.",
        ),
    ]
    return made(
        told(dice, [story], a=a, b=b, h=h),
        measure_asked(dice, right, f"{unit}²", *slips),
        seconds=60,
        trick={"triangle": "Half of base times height", "parallelogram": "Base times height",
               "trapezium": "Half the sum of the sides, times the height"}[shape],
        steps=[f"{added}{long_} × {h} = {long_ * h}", *([f"Half of it: {measure(right, unit + '²')}"] if half else
               [f"So {measure(right, unit + '²')}."])],
        facts={"shape": shape, "a": a, "b": b, "h": h, "unit": f"{unit}²"},
    )  # fmt: skip


COVERED = (
    (
        "A floor is {a} m by {b} m. Carpet costs {price} for each square metre. What does it cost?",
        (1200, 1450, 1600, 1850),
    ),
    ("A drive is {a} m by {b} m. Gravel costs {price} for each square metre. What is that in all?", (650, 800, 950)),
    ("A wall is {a} m by {b} m. Tiles cost {price} for each square metre. What do they cost?", (1800, 2200, 2450)),
    (
        "{name} lays turf on {a} m by {b} m. It costs {price} for each square metre. What does {name} pay?",
        (450, 520, 600),
    ),
    ("A roof of {a} m by {b} m gets felt at {price} for each square metre. What is the cost?", (700, 880, 1100)),
)


@generator(topic="Area", levels=(EIN2STEINS, GO_FORTH), calculator=True)
def cost_to_cover(dice: random.Random, level: Level) -> Made:
    """A price for each square metre of a rectangle."""
    story, prices = dice.choice(COVERED)
    a, b, price = Fraction(dice.randint(4, 9)), Fraction(dice.randint(2, 5)), dice.choice(prices)
    if level is GO_FORTH:
        a, b = a + Fraction(dice.choice((2, 4, 5, 6, 8)), 10), b + Fraction(1, 2)
    cost = a * b * price
    if a <= b or cost % 1:
        raise UnluckyError
    return made(
        told(dice, [story], a=shown(a), b=shown(b), price=money(price)),
        money_asked(
            dice,
            cost,
            (2 * (a + b) * price, "That uses the way round the edge. To cover it, use the area."),
            ((a + b) * price, "That adds the sides. The area multiplies them."),
            (100 * a * b, "That's the area in square metres. Now find the cost."),
            (a * price, f"That's for {shown(a)} square metres. Find the area first."),
        ),
        seconds=75,
        trick="Area first, then price",
        steps=[
            f"Area: {shown(a)} × {shown(b)} = {shown(a * b)} m²",
            f"{shown(a * b)} × {money(price)} = {money(cost)}",
        ],
        facts={"a": a, "b": b, "price": price},
    )


ROUND = (
    ("A round table has a radius of {r} cm. What is the area of its top?", "cm", (30, 80)),
    ("A pizza has a radius of {r} cm. What is its area?", "cm", (12, 20)),
    ("A round pond has a radius of {r} m. How much ground does it cover?", "m", (2, 9)),
    ("A sprinkler waters a circle with a radius of {r} m. How much grass is that?", "m", (3, 12)),
    ("A pizza is {d} cm across. What is its area?", "cm", (12, 20)),
    ("A round rug is {d} m across. What is its area?", "m", (1, 3)),
    ("A helicopter pad is a circle, {d} m across. What is its area?", "m", (6, 14)),
)
PI = Fraction(314_159_265_358_979, 100_000_000_000_000)


@generator(topic="Area", levels=(GO_FORTH,), calculator=True)
def circle_area(dice: random.Random, _: Level) -> Made:
    """The area of a circle from its radius, or from how far it is across."""
    story, unit, (low, high) = dice.choice(ROUND)
    r = dice.randint(low, high)
    across = "{d}" in story
    area = rounded(PI * r * r, 1)
    slips = (
        (rounded(2 * PI * r, 1), "That's the way round. The area squares the radius."),
        (rounded(4 * PI * r * r, 1), "Halve the way across first: that's the radius.") if across
        else (rounded((PI * r) ** 2, 1), "Only the radius is squared, not pi."),
        (rounded(2 * PI * r * r, 1), "That's twice the area. Pi times the radius squared is enough."),
    )  # fmt: skip
    answers = [Answer(value, f"{plain(value, 1)} {unit}²", why) for value, why in ((area, ""), *slips)]
    return made(
        f"{told(dice, [story], r=r, d=2 * r)} Give {unit}² to 1 decimal place.",
        typed("quantity", *answers, form="1 dp"),
        seconds=90,
        trick="Pi times the radius squared",
        steps=[*([f"The radius is {2 * r} ÷ 2 = {r}."] if across else []), f"${r}^2 = {r * r:,}$",
               f"$pi times {r * r:,} approx {shown(area, 1)}$"],
        facts={"r": r, "unit": f"{unit}²"},
    )  # fmt: skip
