"""Questions on units: from one to another, in order, how many fit."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import measure, measure_asked, number_asked, typed_measure
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Fact,
    Level,
    Made,
    Number,
    UnluckyError,
    generator,
    in_order,
    made,
    shown,
    told,
)

IN_FULL = {
    "cm": "centimetres", "m": "metres", "mm": "millimetres", "km": "kilometres", "g": "grams", "kg": "kilograms",
    "ml": "millilitres", "litres": "litres", "cm²": "square centimetres", "m²": "square metres",
    "cm³": "cubic centimetres", "m³": "cubic metres", "miles": "miles", "inches": "inches", "pounds": "pounds",
    "pints": "pints",
}  # fmt: skip
METRIC = (
    ("m", "cm", 100, ("A shelf is {amount} long.", "{name} buys {amount} of ribbon.", "A rug is {amount} long.")),
    ("cm", "mm", 10, ("A plank is {amount} wide.", "A photo is {amount} wide.", "{name} cuts {amount} of wire.")),
    ("km", "m", 1000, ("A run is {amount}.", "The bus stop is {amount} away.", "{name} walks {amount}.")),
    ("kg", "g", 1000, ("A parcel weighs {amount}.", "{name} buys {amount} of rice.", "A bag of nuts weighs {amount}.")),
    ("litres", "ml", 1000, ("A bottle holds {amount}.", "{name} drinks {amount} a day.", "A pan holds {amount}.")),
)
SQUARE = (
    (
        "m²",
        "cm²",
        10_000,
        ("A poster covers {amount}.", "{name} tiles {amount}.", "{name} paints {amount} of board."),
    ),
    ("m³", "litres", 1000, ("A tank holds {amount}.", "{name} orders {amount} of water.", "A pool takes {amount}.")),
    ("litres", "cm³", 1000, ("A bucket holds {amount}.", "A fish tank takes {amount}.", "An engine is {amount}.")),
)
SIZES = {
    FUNKIES: tuple(Fraction(each, 2) for each in (3, 4, 5, 6, 7, 8, 9, 10, 12)),
    EIN2STEINS: tuple(Fraction(each, 100) for each in (35, 65, 120, 140, 175, 205, 225, 305, 360, 480, 75)),
    GO_FORTH: tuple(Fraction(each, 100) for each in (40, 60, 85, 125, 150, 175, 250, 320, 405)),
}


@generator(topic="Units", levels=EVERY_LEVEL, calculator=False)
def change_units(dice: random.Random, level: Level) -> Made:
    """From a larger metric unit to a smaller one or back; at the top areas and volumes."""
    large, small, factor, stories = dice.choice(SQUARE if level is GO_FORTH else METRIC)
    size = dice.choice(SIZES[level])
    if large == "cm" and level is EIN2STEINS:
        size = Fraction(int(size * 10))
    count = size * factor
    to_small = dice.random() < 0.55
    given, value, unit, have = (size, count, small, large) if to_small else (count, size, large, small)
    sign, wrong = ("×", "Dividing") if to_small else ("÷", "Multiplying")
    other = {10: 100, 100: 10, 1000: 100, 10_000: 100}[factor]
    slips = (
        (
            given * other if to_small else given / other,
            f"There are {factor:,} {IN_FULL[small]} in 1 {_one(large)}.",
        ),
        (
            given / factor if to_small else given * factor,
            f"{wrong} goes the wrong way: there are {'more' if to_small else 'fewer'} of them.",
        ),
        (value * 10, "Ten times too many: check the noughts."),
        (value / 10, "Ten times too few: check the noughts."),
    )
    text = told(dice, stories, amount=measure(given, have))
    steps = [f"1 {_one(large)} = {factor:,} {small}", f"{shown(given)} {sign} {factor:,} = {shown(value)}"]
    facts: dict[str, Fact] = {"given": given, "have": have, "want": unit}
    asked = f"{text} How many {IN_FULL[unit]} is that?"
    if level is not FUNKIES and dice.random() < 0.3:
        asked = f"{text} What is that in {IN_FULL[unit]}? Type the unit as well."
        fields = typed_measure(value, unit, *slips, units="required")
    else:
        fields = measure_asked(dice, value, unit, *slips)
    return made(asked, fields, seconds=40, trick=f"1 {_one(large)} is {factor:,} {small}", steps=steps, facts=facts)


def _one(unit: str) -> str:
    """1 litre, but 1 m."""
    return unit.removesuffix("s")


IMPERIAL = (
    ("1 mile is about 1.6 km.", "miles", "km", Fraction(8, 5), (5, 10, 15, 20, 25, 30, 40, 45),
     ("{name} drives {amount}.", "The next services are {amount} away.", "A marathon route has done {amount}.")),
    ("1 inch is about 2.5 cm.", "inches", "cm", Fraction(5, 2), (6, 8, 10, 12, 14, 16, 20, 24),
     ("A screen is {amount} wide.", "A bike wheel is {amount} across.", "{name} cuts {amount} of tape.")),
    ("1 kg is about 2.2 pounds.", "kg", "pounds", Fraction(11, 5), (5, 10, 15, 20, 25, 30, 40, 60),
     ("{name} lifts {amount}.", "A suitcase weighs {amount}.", "A dog weighs {amount}.")),
    ("1 litre is about 1.75 pints.", "litres", "pints", Fraction(7, 4), (2, 4, 6, 8, 10, 12, 20, 40),
     ("A jug holds {amount}.", "{name} buys {amount} of milk.", "A bucket holds {amount}.")),
)  # fmt: skip


@generator(topic="Units", levels=(GO_FORTH,), calculator=False)
def imperial(dice: random.Random, _: Level) -> Made:
    """Between imperial and metric units, with the rule given."""
    rule, one, two, rate, sizes, stories = dice.choice(IMPERIAL)
    size, back = dice.choice(sizes), dice.random() < 0.4
    other = size * rate
    given, value, have, want = (other, Fraction(size), two, one) if back else (Fraction(size), other, one, two)
    if one in ("kg", "litres") and back and value > 60:
        raise UnluckyError
    slips: list[tuple[Number, str]] = [
        (given * rate if back else given / rate, f"That {'multiplies' if back else 'divides'}. Turn it round."),
        (given + rate, "That adds the rule once. Each one counts."),
        (value * 10, "Ten times too many: check the point."),
        (value / 10, "Ten times too few: check the point."),
    ]
    return made(
        f"{rule} {told(dice, stories, amount=measure(given, have))} About how many {IN_FULL[want]} is that?",
        number_asked(dice, value, *slips, unit=want),
        seconds=60,
        trick="More small ones, fewer large ones",
        steps=[f"{shown(given)} {'÷' if back else '×'} {shown(rate)} = {shown(value)}"],
        facts={"given": given, "rate": rate, "back": int(back)},
    )


SHELVES = (
    ("{name} measures four shelves. Put them in order, shortest first.", ("m", "cm", "mm"), 60, 190),
    ("{name} compares four snakes at a zoo. Put them in order, shortest first.", ("m", "cm"), 70, 240),
    ("{name} has four parcels. Put them in order, lightest first.", ("kg", "g"), 400, 2400),
    ("{name} fills four bottles. Put them in order, smallest first.", ("litres", "ml"), 300, 2100),
    ("{name} lists four walks. Put them in order, shortest first.", ("km", "m"), 700, 2900),
)
SMALLEST = {
    "mm": Fraction(1, 10),
    "cm": Fraction(1),
    "m": Fraction(100),
    "g": Fraction(1),
    "kg": Fraction(1000),
    "ml": Fraction(1),
    "litres": Fraction(1000),
}
METRES = {"km": Fraction(1000), "m": Fraction(1)}


@generator(topic="Units", levels=EVERY_LEVEL, calculator=False)
def smallest_first(dice: random.Random, level: Level) -> Made:
    """Four measures in mixed units."""
    story, units, low, high = dice.choice(SHELVES)
    sizes = METRES if units[0] == "km" else {unit: SMALLEST[unit] for unit in units}
    fine = high > 300
    step = {FUNKIES: 100 if fine else 10, EIN2STEINS: 50 if fine else 5, GO_FORTH: 5 if fine else 1}[level]
    values = [step * dice.randint(low // step, high // step) for _ in range(4)]
    written = [*units, *units, *units][:4]
    items = [Answer(Fraction(value), _in_unit(value, unit, sizes)) for value, unit in zip(values, written, strict=True)]
    items.sort(key=lambda item: Fraction(str(item.value)))
    by_digits = sorted(items, key=lambda item: float(item.text.split()[0].replace(",", "")))
    if max(values) < min(values) * Fraction(5, 4) or len({item.text for item in items}) < 4:
        raise UnluckyError
    base = units[-1]
    shown_values = ", ".join(shown(Fraction(str(item.value)) / sizes[base]) for item in items)
    return made(
        told(dice, [story]),
        in_order(
            items,
            backwards="That's the wrong end first. Read once more what comes first.",
            slips=[(by_digits, f"That sorts the numbers without their units. Change all to {IN_FULL[base]} first.")],
        ),
        seconds=75,
        trick="One unit for all",
        steps=[f"In {IN_FULL[base]}: {shown_values}"],
        facts={"unit": base},
    )


def _in_unit(value: int, unit: str, sizes: dict[str, Fraction]) -> str:
    return measure(Fraction(value) / sizes[unit], unit)


FILLED = (
    (
        "A bottle holds {large} litres. How many {small} ml glasses does it fill?",
        "litre",
        "ml",
        (100, 125, 200, 250),
        "glasses",
    ),
    (
        "{name} cuts {large} m of ribbon into pieces of {small} cm. How many is that?",
        "m",
        "cm",
        (20, 25, 30, 40),
        "pieces",
    ),
    (
        "A sack holds {large} kg of flour. One loaf takes {small} g. How many loaves is that?",
        "kg",
        "g",
        (200, 400),
        "loaves",
    ),
    (
        "A race is {large} km long. One lap is {small} m. How many full laps is that?",
        "km",
        "m",
        (200, 250, 400),
        "laps",
    ),
    (
        "A tin has {large} litres of paint. One sign takes {small} ml. How many signs is that?",
        "litre",
        "ml",
        (40, 50),
        "signs",
    ),
    (
        "{name} has {large} kg of coffee beans. One cup takes {small} g. How many is that?",
        "kg",
        "g",
        (12, 16, 20),
        "cups",
    ),
)
IN_ONE = {"litre": 1000, "m": 100, "kg": 1000, "km": 1000}


@generator(topic="Units", levels=EVERY_LEVEL, calculator=False)
def how_many_fit(dice: random.Random, level: Level) -> Made:
    """How many small measures go into a large one; at the top something is left over."""
    story, large_unit, small_unit, smalls, things = dice.choice(FILLED)
    small, factor = dice.choice(smalls), IN_ONE[large_unit]
    large = Fraction(dice.choice((2, 3, 4, 5, 6))) if level is FUNKIES else Fraction(dice.randint(9, 38), 10)
    count, rest = divmod(large * factor, small)
    if count < 3 or count > 150 or bool(rest) != (level is GO_FORTH):
        raise UnluckyError
    slips: list[tuple[Number, str]] = [
        (count * 10, "Ten times too many: check the units."),
        (large * (factor // 10) / small, f"There are {factor:,} {small_unit} in 1 {large_unit}, not {factor // 10}."),
        (
            count + 1,
            "There is not enough left for one more." if rest else "That's one too many: multiply back to check.",
        ),
        (count - 1, "There is enough for one more: multiply back to check."),
    ]
    total = large * factor
    over = f", and {shown(rest)} {small_unit} left over" if rest else ""
    return made(
        told(dice, [story], large=shown(large), small=small),
        number_asked(dice, count, *slips, unit=things),
        seconds=60,
        trick="The same unit first",
        steps=[
            f"{shown(large)} × {factor:,} = {shown(total)} {small_unit}",
            f"{shown(total)} ÷ {small} = {shown(count)}{over}",
        ],
        facts={"large": large, "factor": factor, "small": small},
    )
