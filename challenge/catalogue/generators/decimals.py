"""Generators for decimals."""

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
    UnluckyError,
    generator,
    in_order,
    made,
    money,
    shown,
    told,
    told_in,
    true_or_false,
)

MEASURED = (
    ("Put these long jumps in order, shortest first.", "m"),
    ("Four parcels are weighed. Put them in order, lightest first.", "kg"),
    ("Four runners get their times. Put them in order, fastest first.", "s"),
    ("Four tanks are filled. Put them in order, least first.", "litres"),
    ("Put these walks in order, shortest first.", "km"),
)


def as_whole(item: Answer) -> int:
    """The places after the point, read as a whole number."""
    return int(str(item.value))


def shortest_last(item: Answer) -> int:
    """The more places, the sooner."""
    return -len(str(item.value))


@generator(topic="Decimals", levels=EVERY_LEVEL, calculator=False)
def decimals_in_order(dice: random.Random, level: Level) -> Made:
    """Decimals with different numbers of places, in order."""
    whole, (low, high) = dice.randrange(2, 13), sorted(dice.sample(range(2, 9), 2))
    small, more = dice.randrange(1, 10), dice.randrange(1, 10)
    places = [f"0{small}", f"{low}", f"{low}{more}", f"{high}"]
    if level != FUNKIES:
        places[1] = f"{low}0{dice.randrange(1, 10)}"
    if level == GO_FORTH:
        places[0] = f"00{small}"
    text, unit = dice.choice(MEASURED)
    items, most = [Answer(each, f"{whole}.{each} {unit}") for each in places], max(map(len, places))
    return made(
        text,
        in_order(
            items,
            backwards="That's the other way round. Read again which comes first.",
            slips=[
                (
                    sorted(items, key=lambda item: int(str(item.value))),
                    "More digits don't make a decimal bigger. Compare the tenths first.",
                ),
                (
                    sorted(items, key=lambda item: -len(str(item.value))),
                    "A longer decimal isn't smaller for that. Compare the tenths first.",
                ),
            ],
        ),
        seconds=50,
        trick="Give them all the same number of places",
        steps=[
            f"Places after the point, filled up: {', '.join(each.ljust(most, '0') for each in places)}",
            f"Now the order is plain: {', '.join(item.text for item in items)}",
        ],
        facts={},
    )


COMPARED = (
    "True or false? A parcel of {one} kg is heavier than one of {two} kg.",
    "True or false? A jump of {one} m is longer than a jump of {two} m.",
    "True or false? A bottle of {one} litres holds more than one of {two} litres.",
    "True or false? A walk of {one} km is longer than a walk of {two} km.",
    "{name} says that {one} is bigger than {two}. True or false?",
)


@generator(topic="Decimals", levels=(FUNKIES, EIN2STEINS), calculator=False)
def bigger_decimal(dice: random.Random, level: Level) -> Made:
    """Two decimals of different lengths; the longer one is bigger as often as not."""
    whole, tenth = dice.randrange(0, 4), dice.randrange(2, 9)
    end = dice.randrange(11, 99) if level == EIN2STEINS else dice.randrange(1, 10)
    short = f"{whole}.{tenth}"
    long = f"{whole}.{tenth - dice.randrange(2)}{end}"
    one, two = dice.sample([short, long], 2)
    is_right = Fraction(one) > Fraction(two)
    return made(
        told(dice, COMPARED, one=one, two=two),
        true_or_false(right=is_right, slip="More digits decide nothing. Compare the tenths, then the hundredths."),
        seconds=25,
        trick="Tenths first",
        steps=[
            f"With the same number of places: {short.ljust(len(long), '0')} and {long}",
            f"{max(short, long, key=Fraction)} is the bigger one.",
        ],
        facts={"one": one, "two": two},
    )


ADDED = (
    ("{name} cycles {one} km to work and {two} km to the gym. How many kilometres is that?", "km"),
    ("A parcel of {one} kg and one of {two} kg go into a van. How many kilograms is that?", "kg"),
    ("{name} mixes {one} litres of paint with {two} litres. How many litres is that?", "litres"),
    ("A swimmer takes {one} s for the first length and {two} s for the second. How many seconds is that?", "s"),
    ("A plank of {one} m and one of {two} m lie end to end. How many metres is that?", "m"),
)
TAKEN = (
    ("A pipe is {one} m long. {name} cuts off {two} m. How many metres are left?", "m"),
    ("A bag holds {one} kg of rice. {two} kg are used. How many kilograms are left?", "kg"),
    ("{name} runs a lap in {one} s, {friend} in {two} s. How many seconds apart are they?", "s"),
    ("A tank holds {one} litres. {two} litres leak out. How many litres are left?", "litres"),
)


@generator(topic="Decimals", levels=(FUNKIES, EIN2STEINS), calculator=False)
def decimals_together(dice: random.Random, level: Level) -> Made:
    """Adding or taking away decimals with one and two places."""
    tenths, hundredths = dice.randrange(41, 99), dice.randrange(105, 400)
    if tenths % 10 == 0 or hundredths % 10 == 0 or tenths * 10 <= hundredths:
        raise UnluckyError
    one, two = Fraction(tenths, 10), Fraction(hundredths, 100)
    adding = level == FUNKIES or dice.random() < 0.5
    right, sign = (one + two, "+") if adding else (one - two, "−")
    last_digits = Fraction(tenths + hundredths if adding else abs(tenths - hundredths), 100)
    text, unit = told_in(dice, ADDED if adding else TAKEN, one=shown(one), two=shown(two))
    return made(
        text,
        number_asked(
            dice,
            right,
            (last_digits, "The points have to stand below each other, not the last digits."),
            (one - two if adding else one + two, "Read again: is it altogether or the difference?"),
            (right + Fraction(1, 10), "One tenth too many. Check what is carried."),
            (right + 1, "One whole too many. Check what is carried."),
            unit=unit,
        ),
        seconds=45,
        trick="Point below point",
        steps=[f"Write {shown(one)} as {shown(one, 2)}.", f"{shown(one, 2)} {sign} {shown(two)} = {shown(right)}"],
        facts={"one": one, "two": two, "sign": sign},
    )


FLOWS = (
    ("A pump moves {one} litres a second. How many litres does it move in {two} seconds?", "litres"),
    ("A rope weighs {one} kg a metre. How many kilograms do {two} metres weigh?", "kg"),
    ("A drone climbs {one} m a second. How many metres does it climb in {two} seconds?", "m"),
    ("A van burns {one} litres of fuel a mile. How many litres are that for {two} miles?", "litres"),
    ("One sheet of glass is {one} cm thick. How many centimetres would {two} sheets be?", "cm"),
)


@generator(topic="Decimals", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def decimal_times(dice: random.Random, level: Level) -> Made:
    """A decimal times a whole number, or at the top level times another decimal."""
    stories = FLOWS if level == EIN2STEINS else FLOWS[:4]
    one = Fraction(dice.choice([2, 3, 4, 6, 7, 8, 9]), 10)
    two = Fraction(dice.randrange(3, 10) if level == EIN2STEINS else dice.choice([2, 3, 4, 6, 7, 8, 12, 15]))
    two = two if level == EIN2STEINS else two / 10
    product, digits = one * two, int(one * 10) * int(two if level == EIN2STEINS else two * 10)
    places = 1 if level == EIN2STEINS else 2
    text, unit = told_in(dice, stories, one=shown(one), two=shown(two))
    return made(
        text,
        number_asked(
            dice,
            product,
            (product * 10, "The point is one place too far to the right. Count the places after the points."),
            (product / 10, "The point is one place too far to the left. Count the places after the points."),
            (one + two, "That adds. Here each one comes many times, so multiply."),
            (Fraction(digits), "The point has gone missing. Count the places after the points."),
            unit=unit,
        ),
        seconds=40,
        trick="Multiply, then count the places",
        steps=[
            f"Without the points: {shown(one * 10)} × {shown(two * 10 ** (places - 1))} = {digits}",
            f"{places} place{'s' if places > 1 else ''} after the point{'s' if places > 1 else ''}: {shown(product)}",
        ],
        facts={"one": one, "two": two},
    )


CONVERTED = (
    "A scale shows decimals. What does it show for {part} of a kilogram?",
    "{part} of the students passed. Which decimal is that?",
    "A tank is {part} full. Write this as a decimal.",
    "{name} types {part} into a spreadsheet as a decimal. What does it say?",
    "A runner has done {part} of a kilometre. How much is that as a decimal?",
)
WITH_AN_END = {
    FUNKIES: ((1, 2), (1, 4), (3, 4), (1, 10), (3, 10), (7, 10), (9, 10), (1, 5), (2, 5), (1, 100)),
    EIN2STEINS: ((1, 4), (3, 4), (2, 5), (3, 5), (4, 5), (3, 20), (7, 20), (9, 20), (3, 25), (7, 50), (9, 100)),
    GO_FORTH: ((1, 8), (3, 8), (5, 8), (7, 8), (9, 20), (11, 20), (9, 25), (17, 25), (21, 50), (1, 40), (3, 40)),
}


@generator(topic="Decimals", levels=EVERY_LEVEL, calculator=False)
def as_decimal(dice: random.Random, level: Level) -> Made:
    """A fraction as a decimal."""
    top, bottom = dice.choice(WITH_AN_END[level])
    value, base = Fraction(top, bottom), next(base for base in (10, 100, 1000) if base % bottom == 0)
    times = base // bottom
    grown = (
        f"Make the bottom {base}: ${top}/{bottom} = {top * times}/{base}$"
        if times > 1
        else f"The bottom is {base} already."
    )
    return made(
        told(dice, CONVERTED, part=f"${top}/{bottom}$"),
        number_asked(
            dice,
            value,
            (Fraction(f"{top}.{bottom}"), "The line of a fraction isn't a decimal point. It means divided by."),
            (
                Fraction(f"0.{top}{bottom}"),
                f"Top and bottom side by side make no decimal. Divide {top} by {bottom}.",
            ),
            (value / 10, "The point is one place too far to the left."),
            (Fraction(f"0.{bottom}"), f"That's only the bottom. Divide {top} by {bottom}."),
            (value * 10, "The point is one place too far to the right."),
            form="decimal",
        ),
        seconds=30 if level == FUNKIES else 45,
        trick="Make the bottom 10, 100 or 1,000",
        steps=[grown if times > 1 else f"The bottom is {base} already.", f"So it is {shown(value)}."],
        facts={"part": value},
    )


PRICES = (
    ("Cheese costs {price} a kilogram. How much is {size} kg?", 620, 1200),
    ("Cable costs {price} a metre. {name} buys {size} m. How much is that?", 120, 480),
    ("Curtain cloth costs {price} a metre. How much is {size} m?", 480, 1500),
    ("Nuts cost {price} a kilogram. {name} takes {size} kg. How much is that?", 780, 1400),
    ("{name} earns {price} an hour. How much is that for {size} hours?", 1240, 1900),
    ("A car park costs {price} an hour. How much is that for {size} hours?", 120, 400),
)
TENTHS = {FUNKIES: (5, 15, 25), EIN2STEINS: (5, 15, 25, 35, 45), GO_FORTH: (4, 6, 12, 14, 24)}


@generator(topic="Decimals", levels=EVERY_LEVEL, calculator=False)
def price_times(dice: random.Random, level: Level) -> Made:
    """A price times a decimal amount, without a calculator."""
    story, low, high = dice.choice(PRICES)
    price = dice.randrange(low, high, 10 if level == GO_FORTH else 20)
    size = Fraction(dice.choice(TENTHS[level]), 10)
    whole, rest = divmod(size, 1)
    cost = price * size
    split = f"{shown(size)} is {whole} and {shown(rest)}: {money(price * whole)} and {money(price * rest)}"
    return made(
        told(dice, [story], price=money(price), size=shown(size)),
        money_asked(
            dice,
            cost,
            (price * size * 10, "The point is one place too far to the right."),
            (price * whole, f"The {shown(rest)} counts too: it is a part of {money(price)}."),
            (price * (1 - rest), f"That's what {shown(rest)} leaves of {money(price)}."),
            (price * (whole + 1), f"That's for {whole + 1}. Only {shown(rest)} of the last one counts."),
            (price + size * 100, "That adds. So many of them means times."),
        ),
        seconds=45 if level == FUNKIES else 60,
        trick="Whole ones first, then the part",
        steps=[*([split] if whole else []), f"{shown(size)} × {money(price)} = {money(cost)}"],
        facts={"price": price, "size": size},
    )
