"""More generators for chance: counting outcomes, trials, tables of probabilities, two things at once."""

import random
from fractions import Fraction
from math import prod

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.chance import COLOURS, fraction_asked
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
    listed,
    made,
    shown,
    told,
)

MENUS = (
    (
        "A lunch deal has {counts}, one of each for everybody. How many lunches are possible?",
        "sandwiches drinks snacks",
    ),
    ("{name} packs {counts}. How many different outfits are there, one of each?", "shirts skirts jackets"),
    ("A phone shop has {counts}. You take one of each. How many choices are there?", "phones cases chargers"),
    ("A pizza place has {counts}. You take one of each. How many different pizzas are there?", "bases sauces toppings"),
    ("A gym offers {counts}. {name} takes one of each. How many choices are there?", "classes trainers times"),
)


@generator(topic="Chance", levels=EVERY_LEVEL, calculator=False)
def how_many_choices(dice: random.Random, level: Level) -> Made:
    """One of each of two or three kinds: how many combinations."""
    story, things = dice.choice(MENUS)
    size = 2 if level == FUNKIES else 3
    counts = [dice.randrange(2, 7 if level != GO_FORTH else 9) for _ in range(size)]
    total, pairs = prod(counts), counts[0] * counts[1]
    listing = listed([f"{count} {thing}" for count, thing in zip(counts, things.split(), strict=False)])
    then = [f"Each of these goes with {counts[2]} more: {pairs} × {counts[2]} = {total}"] if size == 3 else []
    return made(
        told(dice, [story], counts=listing),
        number_asked(
            dice,
            total,
            (sum(counts), "That adds. Each one of the first goes with every one of the second."),
            (
                counts[0] * counts[1] if size == 3 else total * 2,
                "Count again: each goes with each of the others, once.",
            ),
            (total - counts[0], "Some are missing. Each one goes with every one of the others."),
            (max(counts), "That counts one kind alone. Each goes with every other."),
        ),
        seconds=40,
        trick="Multiply the numbers of choices",
        steps=[f"{counts[0]} × {counts[1]} = {pairs}", *then],
        facts={"counts": tuple(counts)},
    )


TRIALS = (
    "{hits} of the last {times} trains were on time. Estimate the probability that the next one is on time.",
    "{name} drops a drawing pin {times} times. It lands point up {hits} times. Estimate the probability of point up.",
    "{hits} of {times} people asked cycle to work. Estimate the probability that the next one does.",
    "{hits} of {times} cars that pass are electric. Estimate the probability that the next one is electric.",
    "A striker scores {hits} of {times} penalties. Estimate the probability that the next one is a goal.",
)


@generator(topic="Chance", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def from_trials(dice: random.Random, level: Level) -> Made:
    """A probability from what happened, as a decimal."""
    times = dice.choice([20, 25, 40, 50] if level == EIN2STEINS else [40, 80, 125, 200, 250])
    hits = dice.randrange(times // 5, times * 4 // 5)
    chance = Fraction(hits, times)
    if 2 * hits == times:
        raise UnluckyError
    return made(
        told(dice, TRIALS, hits=hits, times=times) + " Use a decimal.",
        number_asked(
            dice,
            chance,
            (1 - chance, "That's the chance of the opposite."),
            (chance / 10, "The point is one place too far to the left. Check by multiplying back."),
            (Fraction(hits, 100), f"That would be out of 100. Here it is out of {times}."),
            (Fraction(1, 2), "It isn't an even chance: look at what happened."),
            form="decimal",
        ),
        seconds=50,
        trick="How often it happened, over all",
        steps=[f"${hits}/{times}$ is {hits} ÷ {times}.", f"As a decimal that is {shown(chance)}."],
        facts={"hits": hits, "times": times},
    )


KNOWN = (
    "A spinner stops on {known}, or on {last}. What is the probability of {last}?",
    "A bag of counters gives {known}; the rest are {last}. What is the probability of {last}?",
    "A vending machine drops a ball: {known}. All others are {last}. What is the probability of {last}?",
    "{name} picks a card at random: {known}. The rest are {last}. What is the probability of {last}?",
)


@generator(topic="Chance", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def the_last_one(dice: random.Random, level: Level) -> Made:
    """Probabilities of all but one; together they make 1."""
    colours = dice.sample(COLOURS, 3 if level == EIN2STEINS else 4)
    step = 10 if level == EIN2STEINS else 5
    known = [Fraction(dice.randrange(step, 45, step), 100) for _ in colours[1:]]
    last = 1 - sum(known)
    if last < Fraction(1, 20) or len(set(known)) < len(known) or last in known:
        raise UnluckyError
    listing = ", ".join(f"{colour} {shown(chance)}" for colour, chance in zip(colours[1:], known, strict=True))
    total = sum(known, Fraction(0))
    return made(
        told(dice, KNOWN, known=listing, last=colours[0]),
        number_asked(
            dice,
            last,
            (total, "That's all the others together. Take it away from 1."),
            (1 - known[0], "All the others count, not the first alone."),
            (1 - known[-1], "All the others count, not the last one alone."),
            (Fraction(1, len(colours)), "They aren't all equally likely."),
            (last + Fraction(1, 10), "Together they would make more than 1."),
        ),
        seconds=45,
        trick="All together make 1",
        steps=[
            f"The others: {' + '.join(shown(each) for each in known)} = {shown(total)}",
            f"1 − {shown(total)} = {shown(last)}",
        ],
        facts={"known": tuple(known)},
    )


DOUBLES = (
    "A fair coin is thrown and a spinner with {parts} equal parts is spun. What is the probability of heads and a 1?",
    "Two fair spinners have {parts} equal parts each, 1 to {parts}. What is the probability of two 1s?",
    "A fair dice is rolled and a spinner with parts 1 to {parts} is spun. What is the probability of a 6 and a 1?",
    "{name} guesses two questions with {parts} options each. What is the probability that both are right?",
)
FIRST = (2, None, 6, None)


@generator(topic="Chance", levels=(GO_FORTH,), calculator=False)
def both_happen(dice: random.Random, _level: Level) -> Made:
    """Two independent things at once."""
    which, parts = dice.randrange(len(DOUBLES)), dice.randrange(3, 11)
    one = FIRST[which] or parts
    chance = Fraction(1, one * parts)
    return made(
        told(dice, [DOUBLES[which]], parts=parts),
        fraction_asked(
            dice,
            chance,
            (Fraction(1, one) + Fraction(1, parts), "That adds. Both at once is rarer than each alone: multiply."),
            (Fraction(1, one + parts), "The bottoms are multiplied: each goes with each."),
            (Fraction(1, parts), "That's the chance of the second alone."),
            (Fraction(2, one * parts), "There is one way only, not two."),
        ),
        seconds=50,
        trick="Both at once: multiply",
        steps=[
            f"There are {one} × {parts} = {one * parts} equally likely outcomes.",
            f"One of them counts: $1/{one * parts}$",
        ],
        facts={"one": one, "two": parts},
    )


HEAPS = (
    "A bag holds {all} counters. Put the colours in order, least likely first.",
    "A spinner has equal parts: {all}. Put the colours in order, least likely first.",
    "A car park has {all} cars. One drives out at random. Put the colours in order, least likely first.",
    "A box holds {all} pens. {name} takes one blindly. Put the colours in order, least likely first.",
)


@generator(topic="Chance", levels=(FUNKIES, EIN2STEINS), calculator=False)
def least_likely_first(dice: random.Random, level: Level) -> Made:
    """Colours in order of how likely they are."""
    colours = dice.sample(COLOURS, 3 if level == FUNKIES else 4)
    counts = dice.sample(range(1, 10 if level == FUNKIES else 15), len(colours))
    pairs = list(zip(counts, colours, strict=True))
    items, as_told = ([Answer(count, colour) for count, colour in order] for order in (sorted(pairs), pairs))
    return made(
        told(dice, HEAPS, all=listed([f"{count} {colour}" for count, colour in pairs])),
        in_order(
            items,
            backwards="That's the most likely first. Read again which comes first.",
            slips=[(as_told, "That's the order in the text. Compare the numbers.")],
        ),
        seconds=35,
        trick="Fewer means less likely",
        steps=[f"From fewest to most: {', '.join(f'{count} {colour}' for count, colour in sorted(pairs))}"],
        facts={"counts": tuple(pairs)},
    )


FORECASTS = (
    "Four towns report the chance of rain. Put the chances in order, lowest first.",
    "Four games show the chance of winning. Put them in order, lowest first.",
    "Four firms say how likely a late parcel is. Put the chances in order, lowest first.",
    "Four players give their chance of a goal. Put them in order, lowest first.",
)


NEAR_BY = {
    EIN2STEINS: ((1, 4), (3, 4), (2, 5), (3, 5)),
    GO_FORTH: ((3, 8), (5, 8), (7, 20), (13, 20), (9, 25)),
}


@generator(topic="Chance", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def lowest_chance_first(dice: random.Random, level: Level) -> Made:
    """Chances as fraction, decimal and per cent, in order."""
    top, bottom = dice.choice(NEAR_BY[level])
    near = [n for n in range(3, 97) if n % 10 and n != Fraction(100 * top, bottom)]
    centre = int(Fraction(100 * top, bottom))
    first, second, third = dice.sample([n for n in near if abs(n - centre) < 20], 3)
    items = [
        Answer(Fraction(top, bottom), f"${top}/{bottom}$"),
        Answer(Fraction(first, 100), f"{first}%"),
        Answer(Fraction(second, 100), shown(Fraction(second, 100))),
        Answer(Fraction(third // 10, 10), shown(Fraction(third // 10, 10))),
    ]
    ranked = sorted(items, key=lambda item: Fraction(str(item.value)))
    as_percent = [f"{shown(100 * Fraction(str(item.value)))}%" for item in ranked]
    if any(item.value in (0, 1) for item in items):
        raise UnluckyError
    return made(
        dice.choice(FORECASTS),
        in_order(
            ranked,
            backwards="That's the highest first. Read again which comes first.",
            slips=[
                ([items[3], items[2], items[0], items[1]], "Change all of them to one kind first, such as per cent.")
            ],
        ),
        seconds=60,
        trick="Make them all percentages",
        steps=[f"${top}/{bottom}$ is {shown(Fraction(100 * top, bottom))}%.", f"In order: {', '.join(as_percent)}"],
        facts={},
    )
