"""Questions on ratio, percentages, recipes, speed and scale. What people earn, buy and pay is in `spending`."""

import random
from fractions import Fraction
from math import gcd

from challenge.catalogue.generators.amounts import (
    counted,
    measure,
    measure_asked,
    money_asked,
    number_asked,
)
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
    money,
    names,
    shown,
    told,
    typed,
)

POTS = (
    ("{total} in tips", "the tips"),
    ("{total} of prize money", "some prize money"),
    ("{total} for a garden job", "the pay for a garden job"),
    ("{total} from a food stall", "the takings of a food stall"),
    ("{total} from a car boot sale", "the cash from a car boot sale"),
    ("a gas refund of {total}", "a gas refund"),
)
SHARED_BY_POUNDS = (
    "{one} and {two} share {pot}. For every £1 that {one} gets, {two} gets £{second}. How much does {who} get?",
    "{one} and {two} share {pot}. Each time {one} gets £1, {two} gets £{second}. What is {who}'s share?",
    "{one} worked 1 day and {two} worked {second} days. They split {pot} day by day. How much does {who} get?",
)
SHARED_BY_RATIO = (
    "{one} and {two} share {pot} in the ratio ${first} : {second}$. How much does {who} get?",
    "{one} worked {first} hours and {two} worked {second}. They split {pot} in that ratio. What does {who} get?",
    "{one} and {two} agree to split {pot} in the ratio ${first} : {second}$. What is {who}'s share?",
)
SHARED_BACK = (
    "{one} and {two} share {pot} in the ratio ${first} : {second}$. {two} gets {more} more. How much did they share?",
    "{one} and {two} split {pot} in the ratio ${first} : {second}$. {two} has {more} more. What do they get together?",
)


@generator(topic="Ratio", levels=EVERY_LEVEL, calculator=False)
def sharing(dice: random.Random, level: Level) -> Made:
    """Money shared in a ratio: one share; at the top the whole, from what one gets more."""
    one, two = names(dice, 2)
    first, second = (1, dice.randint(2, 4)) if level is FUNKIES else _coprime(dice, 2, 7)
    part = 100 * dice.choice((4, 5, 6, 8, 9, 10, 12, 15, 20))
    people = {"one": one, "two": two, "first": first, "second": second}
    if level is GO_FORTH:
        return _whole_from_difference(dice, people, part)
    asked = dice.choice((first, second))
    total, other = part * (first + second), first + second - asked
    who, else_ = (one, two) if asked == first else (two, one)
    pot = dice.choice(POTS)[0].format(total=money(total))
    return made(
        dice.choice(SHARED_BY_POUNDS if level is FUNKIES else SHARED_BY_RATIO).format(**people, pot=pot, who=who),
        money_asked(
            dice,
            part * asked,
            (part * other, f"That's {else_}'s share. {who} gets {counted(asked, 'part')} of the {first + second}."),
            (Fraction(total, 2), f"That's an equal split. Here {two} gets more than {one}."),
            (part, f"That's what one part is worth. {who} gets {counted(asked, 'part')}."),
            (Fraction(total, second), f"{first} + {second} = {first + second}: divide by all the parts first."),
            (total - 100 * second, f"That takes £{second} off once. Share out all of it in parts."),
        ),
        seconds=60,
        trick="What is one part worth?",
        steps=[
            f"{first} + {second} = {first + second} parts: {money(total)} ÷ {first + second} = {money(part)} a part.",
            f"{who} gets {counted(asked, 'part')}: {asked} × {money(part)} = {money(part * asked)}.",
        ],
        facts={"total": total, "first": first, "second": second, "asked": asked, "more": 0},
    )


def _whole_from_difference(dice: random.Random, people: dict[str, object], part: int) -> Made:
    first, second = int(str(people["first"])), int(str(people["second"]))
    if second - first < 2:
        raise UnluckyError
    more, parts, two = part * (second - first), first + second, people["two"]
    return made(
        dice.choice(SHARED_BACK).format(**people, pot=dice.choice(POTS)[1], more=money(more)),
        money_asked(
            dice,
            part * parts,
            (part * second, f"That's {two}'s share alone. Add the other one."),
            (more * parts, f"{money(more)} is {second - first} parts more, not one part."),
            (part * first, f"That's {people['one']}'s share alone. Add the other one."),
            (2 * more, f"{money(more)} is only the difference. Find what one part is worth."),
        ),
        seconds=75,
        trick="The difference is some parts too",
        steps=[
            f"The difference is {second} − {first} = {second - first} parts, so one part is {money(part)}.",
            f"Altogether {parts} parts: {parts} × {money(part)} = {money(part * parts)}.",
        ],
        facts={"total": 0, "first": first, "second": second, "asked": 0, "more": more},
    )


MIXES = (
    ("squash", "water", "fruit drink", "ml", (50, 60, 100, 150)),
    ("dye", "developer", "hair colour", "ml", (10, 12, 15, 20)),
    ("cement", "sand", "dry mortar", "kg", (3, 4, 5, 8)),
    ("red paint", "white paint", "pink paint", "litres", (2, 3, 4, 5)),
    ("plant food", "water", "garden feed", "ml", (20, 25, 40, 50)),
    ("vinegar", "oil", "salad dressing", "ml", (15, 20, 30, 40)),
    ("screenwash", "water", "washer fluid", "ml", (120, 200, 250)),
)


@generator(topic="Ratio", levels=EVERY_LEVEL, calculator=False)
def mixing(dice: random.Random, level: Level) -> Made:
    """Two things mixed in a ratio: a part from the whole, from the other part, or at the top the whole from a part."""
    thin, thick, whole, unit, sizes = dice.choice(MIXES)
    first, second = (1, dice.randint(2, 5)) if level is FUNKIES else _coprime(dice, 2, 5 if level is EIN2STEINS else 8)
    part, both = dice.choice(sizes), first + second
    called = {first: thin, second: thick, both: whole}
    given, asked = dice.choice({FUNKIES: ((both, first), (both, second)), EIN2STEINS: ((both, first), (first, second)),
                                GO_FORTH: ((second, first), (first, both), (second, both))}[level])  # fmt: skip
    parts = f"{counted(first, 'part')} {thin} and {counted(second, 'part')} {thick}"
    mix = dice.choice(
        (
            f"{whole.capitalize()} is made from {parts}.",
            f"For {whole}, mix {thin} and {thick} in the ratio ${first} : {second}$.",
        )
        if level is not FUNKIES
        else (f"{whole.capitalize()} is made from {parts}.", f"For {whole}, mix {parts}.")
    )
    amount, verb = measure(part * given, unit), "goes into" if given == both else "goes with"
    question = f"How much {called[asked]} {verb} {amount} of {called[given]}?"
    if asked == both:
        question = f"How much {whole} can you make with {amount} of {called[given]}?"
    return made(
        f"{mix} {question}",
        measure_asked(dice, part * asked, unit, *_mixing_slips(first, second, part=part, given=given, asked=asked)),
        seconds=60,
        trick="Find one part, then as many as you need",
        steps=[
            f"{amount} of {called[given]} is {counted(given, 'part')}, so one part is {measure(part, unit)}.",
            f"{called[asked].capitalize()}: {asked} × {measure(part, unit)} = {measure(part * asked, unit)}.",
        ],
        facts={"first": first, "second": second, "given": given, "asked": asked, "amount": part * given, "unit": unit},
    )


def _mixing_slips(first: int, second: int, *, part: int, given: int, asked: int) -> list[tuple[Fraction, str]]:
    amount, both = Fraction(part * given), first + second
    if given == both:
        return [
            (amount / second, f"Count all the parts: {first} + {second} = {both}."),
            (amount - part * asked, "That's the other thing in the mix."),
            (amount / 2, "That's half and half. The parts here are not equal."),
            (Fraction(part), "That's one part. See how many parts are asked for."),
        ]
    if asked == both:
        return [
            (Fraction(part * (both - given)), "That's the other part alone. The question asks for the whole mix."),
            (amount * both / (both - given), "The ratio is the other way round. See which number comes first."),
            (amount + both - given, "Ratios grow by multiplying, not by adding."),
            (2 * amount, "That's half and half. The parts here are not equal."),
        ]
    return [
        (amount * given / asked, "The ratio is upside down here. See which of the two has more parts."),
        (amount * asked / both, f"The {shown(amount)} is one of the two, not the whole mix."),
        (amount + asked - given, "Ratios grow by multiplying, not by adding."),
        (amount * both / given, "That's the whole mix. The question asks for one part of it."),
    ]


GROUPS = (
    ("A five-a-side league has {a} women and {b} men.", "women to men"),
    ("A car park has {a} electric cars and {b} petrol cars.", "electric to petrol cars"),
    ("A café sells {a} teas and {b} coffees before noon.", "teas to coffees"),
    ("A playlist has {a} hip-hop tracks and {b} house tracks.", "hip-hop to house tracks"),
    ("A team wins {a} games and loses {b}.", "wins to losses"),
    ("A salon has {a} new and {b} regular clients this week.", "new to regular clients"),
    ("A van carries {a} parcels and {b} letters.", "parcels to letters"),
)
MEASURED = (
    ("A scarf is {a} cm wide and {b} m long.", "width to length", "cm", 100, "m", (20, 25, 30, 40)),
    (
        "A song lasts {a} minutes of a {b}-hour concert.",
        "the song to the concert",
        "minutes",
        60,
        "hours",
        (4, 5, 6, 8),
    ),
    (
        "A juice has {a} ml of syrup and {b} litres of water.",
        "syrup to water",
        "ml",
        1000,
        "litres",
        (50, 150, 200, 250),
    ),
    ("A parcel of {a} g goes with one of {b} kg.", "the light one to the heavy one", "g", 1000, "kg", (150, 400, 600)),
    ("A badge costs {a}p and a hoodie costs £{b}.", "the badge to the hoodie", "pence", 100, "pounds", (60, 80, 90)),
)


@generator(topic="Ratio", levels=EVERY_LEVEL, calculator=False)
def simplest_ratio(dice: random.Random, level: Level) -> Made:
    """A ratio in its simplest form; at the top with two units."""
    if level is GO_FORTH and dice.random() < 0.6:
        return _with_two_units(dice)
    first, second = dice.sample(((1, 2, 3, 4, 5) if level is FUNKIES else (2, 3, 4, 5, 7, 8, 9)), 2)
    factor = dice.choice({FUNKIES: (2, 5, 10), EIN2STEINS: (3, 4, 6, 8), GO_FORTH: (6, 8, 9, 12)}[level])
    if gcd(first, second) > 1:
        raise UnluckyError
    there, asked = dice.choice(GROUPS)
    a, b = first * factor, second * factor
    return made(
        f"{there.format(a=a, b=b)} Write the ratio of {asked} in its simplest form.",
        typed(
            "ratio",
            Answer((first, second), f"{first}:{second}"),
            Answer((second, first), f"{second}:{first}", f"The other way round: the question says {asked}."),
            Answer((first, first + second), f"{first}:{first + second}", "That compares one part with the whole."),
            form="simplest",
        ),
        seconds=45,
        trick="Divide both sides by the same number",
        steps=[f"{a} and {b} can both be divided by {factor}.", f"${a} : {b} = {first} : {second}$"],
        facts={"first": a, "second": b},
    )


def _with_two_units(dice: random.Random) -> Made:
    there, asked, small, size, large, sizes = dice.choice(MEASURED)
    a, b = dice.choice(sizes), dice.choice((2, 3, 4, 5))
    first, second = a // gcd(a, b * size), b * size // gcd(a, b * size)
    return made(
        f"{there.format(a=a, b=b)} Write the ratio of {asked} in its simplest form.",
        typed(
            "ratio",
            Answer(Fraction(first, second), f"{first}:{second}"),
            Answer(
                Fraction(a, b), f"{a // gcd(a, b)}:{b // gcd(a, b)}", f"Use one unit for both: {small}, not {large}."
            ),
            Answer(Fraction(second, first), f"{second}:{first}", f"The other way round: the question says {asked}."),
            form="simplest",
        ),
        seconds=60,
        trick="The same unit on both sides",
        steps=[
            f"In {small} the second one is {b} × {size:,} = {b * size:,}.",
            f"${a} : {b * size} = {first} : {second}$",
        ],
        facts={"first": a, "second": b * size},
    )


def _coprime(dice: random.Random, least: int, most: int) -> tuple[int, int]:
    """Two different numbers without a common factor, the smaller first."""
    first, second = sorted(dice.sample(range(least, most + 1), 2))
    if gcd(first, second) > 1:
        raise UnluckyError
    return first, second


DISHES = (
    ("chilli", "minced beef", "g", (100, 125)),
    ("jollof rice", "rice", "g", (70, 75, 80)),
    ("dal", "red lentils", "g", (60, 75)),
    ("Thai curry", "coconut milk", "ml", (80, 100)),
    ("pasta bake", "pasta", "g", (90, 110)),
    ("potato salad", "potato", "g", (150, 180)),
    ("tomato soup", "stock", "ml", (150, 200)),
    ("fish pie", "milk", "ml", (60, 75)),
)
COOKED = (
    "A recipe for {dish} for {few} people needs {amount} of {what}. How much is needed for {many} people?",
    "{name} cooks {dish} for {many}. The recipe is for {few} and uses {amount} of {what}. How much does {name} need?",
    "A canteen's {dish} for {few} takes {amount} of {what}. Today {many} people eat. How much does it take?",
    "{name} makes {dish} for {few} with {amount} of {what}. How much would feed {many} people?",
)
HEADS = {
    FUNKIES: ((2, 4), (2, 6), (4, 8), (4, 2), (6, 3), (5, 10)),
    EIN2STEINS: ((4, 6), (2, 5), (4, 10), (6, 9), (4, 7)),
    GO_FORTH: ((6, 10), (8, 10), (6, 15), (8, 14), (10, 16), (12, 9)),
}


@generator(topic="Recipes", levels=EVERY_LEVEL, calculator=False)
def recipe_for_more(dice: random.Random, level: Level) -> Made:
    """An ingredient for another number of people."""
    dish, what, unit, sizes = dice.choice(DISHES)
    each, (few, many) = dice.choice(sizes), dice.choice(HEADS[level])
    amount, needed = each * few, each * many
    return made(
        told(dice, COOKED, dish=dish, what=what, few=few, many=many, amount=measure(amount, unit)),
        measure_asked(
            dice,
            needed,
            unit,
            (amount + many - few, f"One person eats more than 1 {unit}. Multiply, don't add."),
            (
                Fraction(amount * few, many),
                f"{'More people need more' if many > few else 'Fewer people need less'}: it's the wrong way round.",
            ),
            (amount * many, f"{measure(amount, unit)} is for all {few}, not for one person."),
            (amount * 2 if many > few else amount * 4, "See how many times as many people there are."),
            (each, "That's for one person."),
        ),
        seconds=60,
        trick="Find one, then find many",
        steps=[
            f"One person: {measure(amount, unit)} ÷ {few} = {measure(each, unit)}.",
            f"{many} people: {many} × {measure(each, unit)} = {measure(needed, unit)}.",
        ],
        facts={"amount": amount, "few": few, "many": many, "unit": unit},
    )


BAKES = (
    ("flapjacks", "oats", 30),
    ("muffins", "flour", 25),
    ("samosas", "potato", 40),
    ("pancakes", "flour", 20),
    ("brownies", "chocolate", 15),
    ("bread rolls", "flour", 60),
    ("falafels", "chickpeas", 25),
)
BATCHES = (
    "{few} {bakes} take {amount} of {what}. How many can you make with {stock} of {what}?",
    "{name} has {stock} of {what}. A batch of {few} {bakes} uses {amount}. How many {bakes} can {name} make?",
    "A food stall uses {amount} of {what} for {few} {bakes}. There is {stock} left. How many {bakes} does that make?",
)


@generator(topic="Recipes", levels=EVERY_LEVEL, calculator=False)
def batches(dice: random.Random, level: Level) -> Made:
    """How many can be made of so much; at the top the stock is in kilograms."""
    bakes, what, each = dice.choice(BAKES)
    few = dice.choice({FUNKIES: (4, 5, 10), EIN2STEINS: (6, 8, 12), GO_FORTH: (8, 12, 16)}[level])
    many = few * dice.choice((2, 3, 4)) if level is FUNKIES else dice.choice((10, 15, 18, 20, 24, 30, 36, 40, 50))
    if many <= few or (level is not FUNKIES and many % few == 0):
        raise UnluckyError
    amount, stock = each * few, each * many
    in_kilos = level is GO_FORTH and stock >= 1000
    there = measure(Fraction(stock, 1000), "kg") if in_kilos else measure(stock, "g")
    return made(
        told(dice, BATCHES, bakes=bakes, what=what, few=few, amount=measure(amount, "g"), stock=there),
        number_asked(
            dice,
            many,
            (stock // amount * few, "Part of a batch counts too: find the grams for one."),
            (few + stock - amount, "That adds the extra grams to the count. Find the grams for one."),
            (Fraction(stock, amount), f"That's the number of batches. Each one makes {few}."),
            (many + few, f"That's one batch of {few} too many."),
            (each, f"That's the grams for one of the {bakes}."),
        ),
        seconds=75,
        trick="How much goes into one?",
        steps=[
            f"One takes {amount} g ÷ {few} = {each} g.",
            f"{stock:,} g ÷ {each} g = {many}",
        ],
        facts={"few": few, "amount": amount, "stock": stock},
    )
