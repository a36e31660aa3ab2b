"""Generators for standard form."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    generator,
    in_order,
    made,
    one_of,
    plain,
    shown,
    told,
    typed_number,
)


def parts(value: Number) -> tuple[Fraction, int]:
    """The two parts of standard form: at least 1 and below 10, and the power of ten."""
    first, power = Fraction(value), 0
    while first >= 10:
        first, power = first / 10, power + 1
    while first < 1:
        first, power = first * 10, power - 1
    return first, power


def in_key(value: Number) -> str:
    """Standard form as it is typed: 3.4 × 10^7."""
    first, power = parts(value)
    return f"{plain(first)} × 10^{power}"


def in_formula(value: Number) -> str:
    """Standard form as a formula: $3.4 times 10^7$."""
    first, power = parts(value)
    return f"${plain(first)} times 10^{power if power >= 0 else f'({power})'}$"


BIG = (
    "A phone maker sells {number} phones in a year. Write this in standard form.",
    "The UK throws away {number} cups in a week. Write this in standard form.",
    "A film takes £{number} at the box office. Write the number in standard form.",
    "A data centre answers {number} searches a day. Write this in standard form.",
    "A planet is {number} km from its sun. Write this in standard form.",
)
SMALL = (
    "A virus is {number} m wide. Write this in standard form.",
    "A speck of dust weighs {number} g. Write this in standard form.",
    "A computer chip switches in {number} s. Write this in standard form.",
    "A layer of paint is {number} m thick. Write this in standard form.",
)


@generator(topic="Standard form", levels=(GO_FORTH,), calculator=False)
def to_standard_form(dice: random.Random, _level: Level) -> Made:
    """A very big or very small number in standard form, to type."""
    is_big = dice.random() < 0.6
    power = dice.randrange(5, 10) if is_big else -dice.randrange(4, 9)
    first = Fraction(dice.choice([dice.randrange(11, 100), 10 * dice.randrange(2, 10)]), 10)
    value = first * Fraction(10) ** power
    digits = len(str(int(first * 10)).rstrip("0"))
    return made(
        told(dice, BIG if is_big else SMALL, number=shown(value)),
        typed_number(
            value,
            (value * 10, "One power too many: count how far the point moves."),
            (value / 10, "One power too few: count how far the point moves."),
            (first * Fraction(10) ** -power, "Big numbers have a positive power, small ones a negative power."),
            write=in_key,
            form="standard",
        ),
        seconds=50,
        trick="How far does the point move?",
        steps=[
            f"Put the point after the first digit that isn't 0: {shown(first, digits - 1)}",
            f"It moves {abs(power)} places {'to the left' if is_big else 'to the right'}: {in_formula(value)}",
        ],
        facts={"number": plain(value)},
    )


WRITTEN = (
    "A lorry company drives {form} miles in a year. Write this as an ordinary number.",
    "{name}'s phone shows {form}. Write this as an ordinary number.",
    "A city uses {form} litres of water a day. Write this as an ordinary number.",
    "A lab reads {form} on its screen. Write this as an ordinary number.",
    "A quiz app shows {form}. Write this as an ordinary number.",
)


@generator(topic="Standard form", levels=(GO_FORTH,), calculator=False)
def from_standard_form(dice: random.Random, _level: Level) -> Made:
    """Standard form as an ordinary number."""
    is_big = dice.random() < 0.6
    power = dice.randrange(3, 8) if is_big else -dice.randrange(2, 6)
    first = Fraction(dice.choice([dice.randrange(11, 100), 10 * dice.randrange(2, 10)]), 10)
    value = first * Fraction(10) ** power
    return made(
        told(dice, WRITTEN if is_big else WRITTEN[1::2] + WRITTEN[4:], form=in_formula(value)),
        number_asked(
            dice,
            value,
            (value * 10, f"One place too far. The power says: move the point {abs(power)} places."),
            (value / 10, f"The point has to move {abs(power)} places. This is one place out."),
            (first * Fraction(10) ** -power, "That goes the other way: a negative power makes a number small."),
            (first * abs(power) * 10, "The power says how often to multiply by 10. It isn't a factor itself."),
            form="whole" if is_big else "decimal",
        ),
        seconds=40,
        trick="The power moves the point",
        steps=[
            f"Start with {shown(first)} and move the point {abs(power)} places to the {'right' if is_big else 'left'}.",
            f"Fill up with noughts: {shown(value)}",
        ],
        facts={"first": first, "power": power},
    )


RANKED = (
    "Four planets and their distance from the sun in km. Put them in order, nearest first.",
    "Four firms and their sales in pounds. Put them in order, smallest first.",
    "Four videos and their views. Put them in order, fewest first.",
    "Four files and their size in bytes. Put them in order, smallest first.",
    "Four cities and their people. Put them in order, smallest first.",
)


@generator(topic="Standard form", levels=(GO_FORTH,), calculator=False)
def standard_in_order(dice: random.Random, _level: Level) -> Made:
    """Numbers in standard form in order: the power decides first."""
    power = dice.randrange(4, 8)
    low, high = sorted(dice.sample(range(11, 60), 2))
    drawn = [(dice.randrange(61, 99), power), (low, power + 1), (high, power + 1), (dice.randrange(11, 50), power + 2)]
    if any(first % 10 == 0 for first, _ in drawn):
        raise UnluckyError
    items = [Answer(first, in_formula(first * 10 ** (place - 1))) for first, place in drawn]
    by_first = sorted(items, key=lambda item: int(str(item.value)))
    return made(
        dice.choice(RANKED),
        in_order(
            items,
            backwards="That's the biggest first. Read again which comes first.",
            slips=[(by_first, "The power of ten decides first, then the number in front.")],
        ),
        seconds=50,
        trick="The power decides first",
        steps=[
            f"The powers first: {power}, then {power + 1} twice, then {power + 2}.",
            "Where the powers are the same, compare the numbers in front.",
        ],
        facts={},
    )


PRODUCTS = (
    "{name} types {sum} into a phone. What does it show, in standard form?",
    "A server sends {one} files of {two} bytes each. How many bytes is that? Use standard form.",
    "{one} phones use {two} units of power each. How many units is that? Use standard form.",
    "Work out {sum}. Give the answer in standard form.",
)


@generator(topic="Standard form", levels=(GO_FORTH,), calculator=False)
def standard_times(dice: random.Random, _level: Level) -> Made:
    """A product of two numbers in standard form."""
    one, two = dice.randrange(2, 9), dice.randrange(2, 9)
    first_power, second_power = dice.sample(range(2, 8), 2)
    value = one * two * 10 ** (first_power + second_power)
    wrong = [
        (one * two * 10 ** (first_power * second_power), "Powers of ten are added when you multiply, not multiplied."),
        ((one + two) * 10 ** (first_power + second_power), f"The numbers in front are multiplied: {one} × {two}."),
        (value * 10, "One power too many. Add the two powers."),
        (value // 10, "One power too few. Add the two powers."),
    ]
    numbers = [in_formula(one * 10**first_power), in_formula(two * 10**second_power)]
    bracketed = " times ".join(f"({number.strip('$')})" for number in numbers)
    options = [Answer(each, in_formula(each), why) for each, why in [(value, ""), *wrong]]
    typing = dice.random() < 0.6
    answers = typed_number(value, *wrong[1:], write=in_key, form="standard") if typing else one_of(dice, *options)
    carried = f", and {one * two} is {in_formula(one * two)}" if one * two >= 10 else ""
    return made(
        told(dice, PRODUCTS, one=numbers[0], two=numbers[1], sum=f"${bracketed}$"),
        answers,
        seconds=60,
        trick="Multiply in front, add the powers",
        steps=[
            f"{one} × {two} = {one * two}{carried}",
            f"The powers: {first_power} + {second_power} = {first_power + second_power}",
            f"Together: {in_formula(value)}",
        ],
        facts={"one": (one, first_power), "two": (two, second_power)},
    )


COMPARISONS = (
    "One star is {big} km away, a planet {small} km. How many times as far is the star?",
    "A song has {big} plays, another {small}. How many times as many plays has the first?",
    "A city has {big} people, a village {small}. How many times as many people has the city?",
    "A hard disk holds {big} bytes, a card {small}. How many times as much does the disk hold?",
)


@generator(topic="Standard form", levels=(GO_FORTH,), calculator=False)
def how_many_times(dice: random.Random, _level: Level) -> Made:
    """A quotient of two numbers in standard form."""
    first, times = dice.randrange(2, 5), dice.randrange(2, 5)
    low, gap = dice.randrange(3, 6), dice.randrange(1, 4)
    small, big = first * 10**low, first * times * 10 ** (low + gap)
    if first * times > 9:
        raise UnluckyError
    quotient = times * 10**gap
    return made(
        told(dice, COMPARISONS, big=in_formula(big), small=in_formula(small)),
        number_asked(
            dice,
            quotient,
            (quotient * 10, "One power too many. Take the smaller power from the bigger one."),
            (quotient // 10, "One power too few. Take the smaller power from the bigger one."),
            (times, "That divides the numbers in front. The powers of ten count too."),
            (10**gap, "That compares the powers alone. Divide the numbers in front as well."),
            (times * 10 ** (2 * low + gap), "The powers are taken away, not added."),
        ),
        seconds=60,
        trick="Divide in front, take the powers away",
        steps=[
            f"In front: {first * times} ÷ {first} = {times}. The powers: {low + gap} − {low} = {gap}",
            f"${times} times 10^{gap} = {shown(quotient)}$",
        ],
        facts={"big": big, "small": small},
    )
