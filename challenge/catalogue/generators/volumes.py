"""Questions on volume: boxes, tanks, what fits inside, prisms and cylinders."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import measure, measure_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
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
    shown,
    told,
    typed,
)

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)

BOXES = (
    ("A parcel is {a} cm by {b} cm by {c} cm. What is its volume?", "cm", (10, 40)),
    ("A skip is {a} m by {b} m by {c} m. How much does it hold?", "m", (1, 4)),
    ("A van's loading space is {a} m by {b} m by {c} m. What is its volume?", "m", (1, 4)),
    ("{name} fills a raised bed of {a} m by {b} m by {c} m with soil. How much soil is that?", "m", (1, 3)),
    ("A fish tank is {a} cm by {b} cm by {c} cm. What is its volume?", "cm", (20, 60)),
    ("A bar of soap is {a} cm by {b} cm by {c} cm. What is its volume?", "cm", (2, 9)),
)


@generator(topic="Volume", levels=UPPER_LEVELS, calculator=False)
def box_volume(dice: random.Random, level: Level) -> Made:
    """The volume of a box; at the top its missing height instead, or sides in halves."""
    story, unit, (low, high) = dice.choice(BOXES)
    step = 5 if high >= 40 else 1
    a, b, c = (Fraction(step * dice.randint(low // step, high // step)) for _ in range(3))
    if level is GO_FORTH and step == 1:
        a += Fraction(1, 2)
    right = a * b * c
    if len({a, b, c}) < 3 or 1 in (a, b, c) or right == a + b + c:
        raise UnluckyError
    faces = 2 * (a * b + b * c + a * c)
    return made(
        told(dice, [story], a=shown(a), b=shown(b), c=shown(c)),
        measure_asked(
            dice,
            right,
            f"{unit}³",
            (a + b + c, "That adds the sides. Multiply all three."),
            (a * b, f"That's one face. The {shown(c)} {unit} count too."),
            (faces, "That's the area of all the faces together."),
            (a * b + c, f"Multiply by the {shown(c)} as well."),
        ),
        seconds=60,
        trick="Length times width times height",
        steps=[
            f"{shown(a)} × {shown(b)} = {shown(a * b)}",
            f"{shown(a * b)} × {shown(c)} = {measure(right, unit + '³')}",
        ],
        facts={"sides": (a, b, c), "unit": f"{unit}³"},
    )


FLOORED = (
    ("A tank holds {volume} cm³. Its floor is {a} cm by {b} cm. How high is it?", "cm", (10, 40), (10, 45)),
    ("A box of {volume} cm³ is {a} cm long and {b} cm wide. How high is it?", "cm", (5, 30), (4, 20)),
    ("A shed has a volume of {volume} m³ and a floor of {a} m by {b} m. How high is it?", "m", (2, 5), (2, 4)),
    ("{name} pours {volume} cm³ of water into a tray of {a} cm by {b} cm. How deep is it?", "cm", (10, 40), (2, 8)),
)


@generator(topic="Volume", levels=UPPER_LEVELS, calculator=False)
def missing_height(dice: random.Random, level: Level) -> Made:
    """The height from the volume and the floor."""
    story, unit, (low, high), heights = dice.choice(FLOORED)
    step = 5 if high >= 30 else 1
    a, b = (step * dice.randint(-(-low // step), high // step) for _ in range(2))
    c = dice.randint(*heights)
    volume = a * b * c
    if a == b or c in (a, b) or volume > 60_000 or (level is EIN2STEINS and c > 12):
        raise UnluckyError
    slips = (
        (Fraction(volume, a), f"Divide by the {b} too: the floor has two sides."),
        (Fraction(volume, a + b), "The floor's area multiplies its sides."),
        (Fraction(volume - a * b), "Taking away doesn't undo times. Divide."),
        (Fraction(volume, 2 * (a + b)), "That uses the way round the floor. Use its area."),
    )
    return made(
        told(dice, [story], volume=f"{volume:,}", a=a, b=b),
        measure_asked(dice, c, unit, *slips),
        seconds=75,
        trick="Volume divided by the floor",
        steps=[f"The floor: {a} × {b} = {a * b:,}", f"{volume:,} ÷ {a * b:,} = {c} {unit}"],
        facts={"volume": volume, "a": a, "b": b, "unit": unit},
    )


PACKED = (
    ("How many boxes of {c} cm by {d} cm by {e} cm fit into a crate of {a} cm by {b} cm by {h} cm?", "boxes"),
    ("A carton is {a} cm by {b} cm by {h} cm. How many packs of {c} cm by {d} cm by {e} cm fill it?", "packs"),
    ("A locker is {a} cm by {b} cm by {h} cm inside. How many cases of {c} cm by {d} cm by {e} cm fit in?", "cases"),
)


@generator(topic="Volume", levels=UPPER_LEVELS, calculator=False)
def how_many_boxes(dice: random.Random, level: Level) -> Made:
    """How many small boxes fill a large one, side by side."""
    story, things = dice.choice(PACKED)
    c, d, e = (dice.choice((5, 10, 15, 20) if level is EIN2STEINS else (8, 12, 15, 20, 25, 30)) for _ in range(3))
    p, q, r = (dice.randint(2, 4 if level is EIN2STEINS else 6) for _ in range(3))
    if len({p, q, r}) < 2:
        raise UnluckyError
    right = p * q * r
    slips: list[tuple[Number, str]] = [
        (p + q + r, "Those are the numbers along the sides. Multiply them."),
        (p * q, f"That's one layer. There are {r} of them."),
        (right + p * q, "That's a layer too many."),
        (2 * right, "That's twice as many: check each side."),
    ]
    return made(
        told(dice, [story], a=c * p, b=d * q, h=e * r, c=c, d=d, e=e),
        number_asked(dice, right, *slips, unit=things),
        seconds=90,
        trick="How many along each side?",
        steps=[
            f"{c * p} ÷ {c} = {p}, {d * q} ÷ {d} = {q}, {e * r} ÷ {e} = {r}",
            f"{p} × {q} × {r} = {right}",
        ],
        facts={"large": (c * p, d * q, e * r), "small": (c, d, e)},
    )


FILLED = (
    "A fish tank is {a} cm by {b} cm by {c} cm. How many litres does it hold? (1 litre is 1,000 cm³.)",
    "{name}'s cool box is {a} cm by {b} cm by {c} cm inside. How many litres is that? (1 litre is 1,000 cm³.)",
    "A sink is {a} cm by {b} cm by {c} cm. How many litres fill it? (1 litre is 1,000 cm³.)",
    "A drawer is {a} cm by {b} cm by {c} cm inside. How many litres is that? (1 litre is 1,000 cm³.)",
)


@generator(topic="Volume", levels=(GO_FORTH,), calculator=True)
def litres_inside(dice: random.Random, _: Level) -> Made:
    """A box in litres."""
    a, b, c = 5 * dice.randint(6, 16), 5 * dice.randint(4, 9), 5 * dice.randint(3, 8)
    volume = a * b * c
    litres = Fraction(volume, 1000)
    if len({a, b, c}) < 3:
        raise UnluckyError
    return made(
        told(dice, FILLED, a=a, b=b, c=c),
        measure_asked(
            dice,
            litres,
            "litres",
            (Fraction(volume, 100), "A litre is 1,000 cm³, not 100."),
            (Fraction(volume), "That's in cm³. Divide by 1,000 for litres."),
            (Fraction(a * b, 1000), f"That's the floor alone. The {c} cm count too."),
            (Fraction(a + b + c, 10), "That adds the sides. Multiply all three."),
        ),
        seconds=75,
        trick="Volume first, then litres",
        steps=[f"{a} × {b} × {c} = {volume:,} cm³", f"{volume:,} ÷ 1,000 = {measure(litres, 'litres')}"],
        facts={"sides": (a, b, c)},
    )


TINS = (
    ("A tin has a radius of {r} cm and is {h} cm high. How much does it hold?", "cm", (3, 6), (8, 15)),
    ("A round water butt has a radius of {r} cm and is {h} cm high. How much does it hold?", "cm", (25, 40), (80, 110)),
    ("A round pool has a radius of {r} m and is {h} m deep. How much water fills it?", "m", (2, 5), (1, 2)),
    ("A mug is {d} cm across and {h} cm high inside. How much does it hold?", "cm", (3, 5), (7, 11)),
    ("A concrete post is {d} cm across and {h} cm long. What is its volume?", "cm", (5, 9), (120, 200)),
)
PI = Fraction(314_159_265_358_979, 100_000_000_000_000)


@generator(topic="Volume", levels=(GO_FORTH,), calculator=True)
def cylinder_volume(dice: random.Random, _: Level) -> Made:
    """A cylinder from its radius, or from how far it is across."""
    story, unit, radii, heights = dice.choice(TINS)
    r, h = dice.randint(*radii), dice.randint(*heights)
    across, places = "{d}" in story, 1 if unit == "m" else 0
    volume = rounded(PI * r * r * h, places)
    slips = (
        (rounded(2 * PI * r * h, places), "That's the area of the side. The floor is pi times the radius squared."),
        (rounded(4 * PI * r * r * h, places), "Halve the way across first: that's the radius.") if across
        else (rounded((PI * r) ** 2 * h, places), "Only the radius is squared, not pi."),
        (rounded(PI * r * r, places), f"That's the floor alone. The {h} {unit} count too."),
    )  # fmt: skip
    answers = [Answer(value, f"{plain(value, places)} {unit}³", why) for value, why in ((volume, ""), *slips)]
    to = f"Give {unit}³ to 1 decimal place." if places else f"Give {unit}³ to the nearest whole number."
    return made(
        f"{told(dice, [story], r=r, d=2 * r, h=h)} {to}",
        typed("quantity", *answers, form=f"{places} dp"),
        seconds=100,
        trick="Floor times height",
        steps=[*([f"The radius is {2 * r} ÷ 2 = {r}."] if across else []), f"The floor: $pi times {r}^2$",
               f"$pi times {r * r:,} times {h} approx {shown(volume, places)}$"],
        facts={"r": r, "h": h, "unit": f"{unit}³"},
    )  # fmt: skip
