"""Generators for chance."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Fields,
    Level,
    Made,
    Number,
    UnluckyError,
    generator,
    listed,
    made,
    one_of,
    over,
    shown,
    told,
    true_or_false,
    typed_number,
)

COLOURS = ("red", "blue", "green", "yellow", "black", "white", "purple", "orange")


def fraction_asked(dice: random.Random, value: Fraction, *slips: tuple[Number, str]) -> Fields:
    """A fraction, typed or to choose from."""
    wrong = [Answer(Fraction(each), f"${over(each)}$", why) for each, why in slips]
    if dice.random() < 0.4:
        return one_of(dice, Answer(value, f"${over(value)}$"), *wrong)
    return typed_number(value, *slips, write=over)


DRAWS = (
    "A bag holds {all} counters. {name} takes one without looking. What is the probability of {wanted}?",
    "A spinner has equal parts: {all}. What is the probability that it stops on {wanted}?",
    "A raffle box holds {all} tickets. {name} draws one. What is the probability of {wanted}?",
    "A drawer holds {all} socks. {name} pulls one out in the dark. What is the probability of {wanted}?",
    "A van park has {all} vans. One is picked at random. What is the probability that it is {wanted}?",
)


@generator(topic="Chance", levels=EVERY_LEVEL, calculator=False)
def draw_one(dice: random.Random, level: Level) -> Made:
    """One of several colours at random; at the top level also “not that colour”."""
    colours = dice.sample(COLOURS, 2 if level == FUNKIES else 3)
    counts = [dice.randrange(1, 8) for _ in colours]
    total, avoided = sum(counts), level == GO_FORTH and dice.random() < 0.6
    wanted = total - counts[0] if avoided else counts[0]
    rest = total - wanted
    if wanted == rest:
        raise UnluckyError
    in_all = listed([f"{count} {colour}" for count, colour in zip(counts, colours, strict=True)])
    return made(
        told(dice, DRAWS, all=in_all, wanted=f"not {colours[0]}" if avoided else colours[0]),
        fraction_asked(
            dice,
            Fraction(wanted, total),
            (Fraction(wanted, rest), f"That compares with the others. The bottom counts all {total}."),
            (Fraction(rest, total), "That's the chance of the opposite."),
            (Fraction(1, len(colours)), "The colours aren't equally likely: there are more of some."),
            (Fraction(1, total), f"There isn't one way only: {wanted} of them count."),
        ),
        seconds=40,
        trick="Wanted over all",
        steps=[
            f"In all there are {' + '.join(map(str, counts))} = {total}.",
            f"{wanted} of the {total} count: ${over(Fraction(wanted, total))}$",
        ],
        facts={"counts": tuple(counts), "avoided": int(avoided)},
    )


MISSES = (
    "The probability that {name}'s train is late is {chance}. What is the probability that it is not late?",
    "It rains tomorrow with probability {chance}. What is the probability that it stays dry?",
    "A goalkeeper saves a penalty with probability {chance}. What is the probability of not saving it?",
    "A phone passes a test with probability {chance}. What is the probability that it doesn't pass?",
    "{name} wins a card game with probability {chance}. What is the probability of not winning?",
    "A seed grows with probability {chance}. What is the probability that it doesn't grow?",
)


@generator(topic="Chance", levels=EVERY_LEVEL, calculator=False)
def not_that(dice: random.Random, level: Level) -> Made:
    """The chance of the opposite, in fractions, decimals or per cent."""
    parts = 10 if level == FUNKIES else 100
    hit = dice.choice([n for n in range(1, parts * 9 // 10) if 2 * n != parts and (level == FUNKIES or n % 10)])
    chance, miss = Fraction(hit, parts), Fraction(parts - hit, parts)
    in_percent = level != FUNKIES and dice.random() < 0.4
    whole, text, answer = ("100%", f"{hit}%", f"{parts - hit}%") if in_percent else ("1", shown(chance), shown(miss))
    return made(
        told(dice, MISSES, chance=text),
        _percent_missed(dice, hit) if in_percent else _share_missed(dice, chance),
        seconds=30,
        trick=f"Both together make {whole}",
        steps=[f"It happens or it doesn't: together {whole}.", f"{whole} − {text} = {answer}"],
        facts={"chance": Fraction(hit) if in_percent else chance, "whole": 100 if in_percent else 1},
    )


def _percent_missed(dice: random.Random, hit: int) -> Fields:
    miss = 100 - hit
    return number_asked(
        dice,
        miss,
        (hit, "That's the chance that is given. We want the opposite."),
        (miss + 10, "Both together make 100%. This makes 110%."),
        (100 + hit, "No chance is more than 100%. Take it away from 100%."),
        (miss - 10, "Both together make 100%. This makes 90%."),
        unit="%",
    )


def _share_missed(dice: random.Random, chance: Fraction) -> Fields:
    miss = 1 - chance
    return number_asked(
        dice,
        miss,
        (chance, "That's the chance that is given. We want the opposite."),
        (miss + Fraction(1, 10), "Both together make 1. This makes more than 1."),
        (miss / 10, "The point is one place too far to the left. Both together make 1."),
        (1 + chance, "No probability is more than 1. Take it away from 1."),
    )


WORDS = {
    "impossible": "Impossible means that it can't happen at all.",
    "unlikely": "Unlikely means that it happens less often than not.",
    "an even chance": "An even chance means half of all.",
    "likely": "Likely means that it happens more often than not.",
    "certain": "Certain means that it must happen.",
}
PICKED = (
    "A box holds {wanted} milk and {rest} dark chocolates. {name} takes one without looking. How likely is milk?",
    "A playlist on shuffle has {wanted} rap songs and {rest} others. How likely is it to start with rap?",
    "{wanted} of {name}'s socks are black, {rest} are grey. One is pulled out in the dark. How likely is black?",
    "A team has {wanted} women and {rest} men. One is picked at random as captain. How likely is a woman?",
    "A wheel has {wanted} winning and {rest} losing parts, all equal. How likely is a win?",
)


@generator(topic="Chance", levels=(FUNKIES, EIN2STEINS), calculator=False)
def how_likely(dice: random.Random, level: Level) -> Made:
    """The word for a chance."""
    total = dice.randrange(6, 13) if level == FUNKIES else dice.randrange(10, 31)
    word = dice.choice(list(WORDS))
    wanted = {
        "impossible": 0,
        "unlikely": dice.randrange(1, total // 3 + 1),
        "an even chance": total // 2,
        "likely": dice.randrange(total - total // 3, total),
        "certain": total,
    }[word]
    if word == "an even chance" and total % 2:
        raise UnluckyError
    others = dice.sample([each for each in WORDS if each != word], 3)
    compared = "half of" if 2 * wanted == total else "less than half of" if 2 * wanted < total else "more than half of"
    amount = {0: "none of", total: "all of"}.get(wanted, compared)
    return made(
        told(dice, PICKED, wanted=wanted, rest=total - wanted),
        one_of(dice, Answer(word, word), *(Answer(each, each, WORDS[each]) for each in others)),
        seconds=25,
        trick="Compare with half",
        steps=[f"{wanted} out of {total} is {amount} them.", f"So the word is: {word}."],
        facts={"wanted": wanted, "total": total},
    )


TRIES = {
    FUNKIES: (
        ("A fair coin is thrown {times} times. About how many heads do you expect?", (2,)),
        ("A fair dice is rolled {times} times. About how many sixes do you expect?", (6,)),
        ("1 in {below} lottery cards wins. {name} has {times} cards. About how many wins do you expect?", (4, 5, 10)),
        ("1 bus in {below} is late. About how many of {times} buses do you expect to be late?", (3, 4, 5, 10)),
    ),
    EIN2STEINS: (
        ("The probability of rain is {chance} each day. On about how many of {times} days do you expect rain?", (4, 5)),
        ("{name} scores a penalty with probability {chance}. How many goals do you expect from {times}?", (4, 5, 8)),
        ("A seed grows with probability {chance}. About how many of {times} seeds do you expect to grow?", (4, 5, 10)),
    ),
}


@generator(topic="Chance", levels=(FUNKIES, EIN2STEINS), calculator=False)
def how_often(dice: random.Random, level: Level) -> Made:
    """How often something is expected in many tries."""
    story, bottoms = dice.choice(TRIES[level])
    below = dice.choice(bottoms)
    above = 1 if level == FUNKIES else dice.randrange(2, below)
    one = dice.randrange(4, 13)
    times, hits = below * one, above * one
    if Fraction(above, below).denominator != below:
        raise UnluckyError
    times_above = [f"{above} of the {below} parts: {above} × {one} = {hits}"] if above > 1 else []
    return made(
        told(dice, [story], times=times, below=below, chance=f"${above}/{below}$"),
        number_asked(
            dice,
            hits,
            (times - hits, "That's how often it doesn't happen."),
            (below, f"That's the bottom of the fraction. There are {times} tries."),
            (times // 2 if 2 * hits != times else times // 4, "Half would need an even chance."),
            (hits + 1, f"Work it out: ${above}/{below}$ of {times}."),
        ),
        seconds=40,
        trick="The fraction of all the tries",
        steps=[f"${times} div {below} = {one}$", *times_above],
        facts={"chance": Fraction(above, below), "times": times},
    )


LONG_RUNS = (
    "A biased coin lands on heads with probability {chance}. How many heads do you expect in {times} throws?",
    "A parcel comes before noon with probability {chance}. How many of {times} parcels do you expect before noon?",
    "A customer pays with cash with probability {chance}. How many of {times} customers do you expect to pay cash?",
    "{name} gets a parking space with probability {chance}. How often do you expect one in {times} tries?",
    "A spinner stops on gold with probability {chance}. How often do you expect gold in {times} spins?",
)


@generator(topic="Chance", levels=(GO_FORTH,), calculator=True)
def in_the_long_run(dice: random.Random, _level: Level) -> Made:
    """A decimal probability and many tries."""
    chance = Fraction(dice.choice([n for n in range(4, 48) if n % 10]), 100)
    times = dice.randrange(100, 900, 20)
    hits = chance * times
    if hits.denominator > 1:
        raise UnluckyError
    return made(
        told(dice, LONG_RUNS, chance=shown(chance), times=times),
        number_asked(
            dice,
            hits,
            (times - hits, "That's how often it doesn't happen."),
            (hits * 10, "One place too many: check the decimal point."),
            (chance * 100, f"That's for 100 tries. Here there are {times}."),
            (Fraction(times, 2), "Half would need a probability of 0.5."),
        ),
        seconds=45,
        trick="Probability times tries",
        steps=[f"{shown(chance)} × {times} = {shown(hits)}"],
        facts={"chance": chance, "times": times},
    )


BAGS = (
    "Bag A has {a} red of {all_a} counters, bag B {b} red of {all_b}. True or false? Red is likelier from bag A.",
    "Team A won {a} of {all_a} games, team B {b} of {all_b}. True or false? Team A won a bigger share.",
    "Bus A is late {a} times in {all_a}, bus B {b} times in {all_b}. True or false? Bus A is late more often.",
    "Shop A has {a} winners in {all_a} cards, shop B {b} in {all_b}. True or false? Winning is likelier in shop A.",
)


@generator(topic="Chance", levels=EVERY_LEVEL, calculator=False)
def likelier(dice: random.Random, level: Level) -> Made:
    """Two chances compared: more of them isn't always likelier."""
    top = {FUNKIES: 10, EIN2STEINS: 16, GO_FORTH: 25}[level]
    all_a, all_b = dice.sample(range(4, top + 1), 2)
    a, b = dice.randrange(1, all_a), dice.randrange(1, all_b)
    share_a, share_b = Fraction(a, all_a), Fraction(b, all_b)
    misleading = (a - b) * (share_a - share_b) < 0 or (all_a - all_b) * (share_a - share_b) > 0
    if share_a == share_b or a == b or not misleading or abs(share_a - share_b) < Fraction(1, 20):
        raise UnluckyError
    return made(
        told(dice, BAGS, a=a, all_a=all_a, b=b, all_b=all_b),
        true_or_false(
            right=share_a > share_b,
            slip="The numbers alone don't decide. Compare the fractions: how many out of all?",
        ),
        seconds=45,
        trick="Compare out of how many",
        steps=[
            f"A is ${a}/{all_a}$, which is about {round(100 * share_a)}%.",
            f"B is ${b}/{all_b}$, which is about {round(100 * share_b)}%.",
        ],
        facts={"a": (a, all_a), "b": (b, all_b)},
    )
