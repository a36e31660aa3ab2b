"""Generators for averages: mean, median, mode and range."""

import random
from collections import Counter
from fractions import Fraction

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
    all_of,
    generator,
    made,
    shown,
    told,
)

LISTS = (
    "{name} rides {list} km on {count} bike rides.",
    "A shop sells {list} phones on {count} days.",
    "{count} vans wait {list} minutes at a ferry.",
    "{name} gets {list} points in {count} quizzes.",
    "{name}'s bus is {list} minutes late on {count} days.",
    "A barber does {list} cuts on {count} days.",
    "A café sells {list} cakes on {count} days.",
    "{count} friends send {list} messages.",
)


def in_a_row(numbers: list[int]) -> str:
    """4, 7 and 9, as a sentence has it."""
    return f"{', '.join(shown(number) for number in numbers[:-1])} and {shown(numbers[-1])}"


def middle(numbers: list[int]) -> Fraction:
    """The median."""
    ranked, half = sorted(numbers), len(numbers) // 2
    return Fraction(ranked[half]) if len(numbers) % 2 else Fraction(ranked[half - 1] + ranked[half], 2)


def drawn(dice: random.Random, level: Level, *, count: int) -> list[int]:
    """So many numbers in no order."""
    top = {FUNKIES: 10, EIN2STEINS: 13, GO_FORTH: 21}[level]
    return [dice.randrange(2, top) for _ in range(count)]


@generator(topic="Averages", levels=EVERY_LEVEL, calculator=False)
def find_the_mean(dice: random.Random, level: Level) -> Made:
    """The mean of a few numbers; a whole number, or at the top level one with a half."""
    numbers = drawn(dice, level, count={FUNKIES: 3, EIN2STEINS: 5, GO_FORTH: 6}[level])
    count, total = len(numbers), sum(numbers)
    mean = Fraction(total, count)
    if mean.denominator > (2 if level == GO_FORTH else 1) or len(set(numbers)) < 3 or mean == middle(numbers):
        raise UnluckyError
    return made(
        told(dice, LISTS, list=in_a_row(numbers), count=count) + " What is the mean?",
        number_asked(
            dice,
            mean,
            (total, f"That's the total. Share it by {count}."),
            (middle(numbers), "That's the median, the one in the middle."),
            (max(numbers) - min(numbers), "That's the range, from the least to the most."),
            (Fraction(total, count - 1), f"There are {count} numbers, so divide by {count}."),
            (Fraction(max(numbers) + min(numbers), 2), "That's halfway from the least to the most."),
        ),
        seconds={FUNKIES: 40, EIN2STEINS: 50, GO_FORTH: 60}[level],
        trick="Add up, then share out",
        steps=[f"{' + '.join(map(str, numbers))} = {total}", f"{total} ÷ {count} = {shown(mean)}"],
        facts={"numbers": tuple(numbers)},
    )


@generator(topic="Averages", levels=EVERY_LEVEL, calculator=False)
def find_the_median(dice: random.Random, level: Level) -> Made:
    """The one in the middle, after sorting; at the top level of an even number of them."""
    numbers = drawn(dice, level, count={FUNKIES: 5, EIN2STEINS: 7, GO_FORTH: 6}[level])
    ranked, count, median = sorted(numbers), len(numbers), middle(numbers)
    unsorted = middle_as_told(numbers)
    if unsorted == median:
        raise UnluckyError
    half = count // 2
    last = f"The middle one is {shown(median)}."
    if count % 2 == 0:
        last = f"The middle two are {ranked[half - 1]} and {ranked[half]}; halfway is {shown(median)}."
    return made(
        told(dice, LISTS, list=in_a_row(numbers), count=count) + " What is the median?",
        number_asked(
            dice,
            median,
            (unsorted, "That's the middle of the list as it stands. Put it in order first."),
            (ranked[-1] - ranked[0], "That's the range, from the least to the most."),
            (Fraction(sum(numbers), count), "That's the mean. The median is the middle one."),
            (ranked[half + 1], "That's one place after the middle. Count from both ends."),
            (ranked[half - 1] if count % 2 else ranked[half - 2], "That's before the middle. Count from both ends."),
        ),
        seconds=45,
        trick="In order first, then the middle",
        steps=[f"In order: {', '.join(map(str, ranked))}", last],
        facts={"numbers": tuple(numbers)},
    )


def middle_as_told(numbers: list[int]) -> Fraction:
    """What stands in the middle before sorting."""
    half = len(numbers) // 2
    return Fraction(numbers[half]) if len(numbers) % 2 else Fraction(numbers[half - 1] + numbers[half], 2)


@generator(topic="Averages", levels=(FUNKIES, EIN2STEINS), calculator=False)
def find_the_mode(dice: random.Random, level: Level) -> Made:
    """The one that comes most often."""
    numbers = drawn(dice, level, count=6 if level == FUNKIES else 8)
    (mode, times), (_, next_times) = Counter(numbers).most_common(2)
    if times == next_times:
        raise UnluckyError
    return made(
        told(dice, LISTS, list=in_a_row(numbers), count=len(numbers)) + " What is the mode?",
        number_asked(
            dice,
            mode,
            (times, f"That's how often {mode} comes. The mode is the number itself."),
            (max(numbers), "That's the biggest. The mode is the one that comes most often."),
            (middle(numbers), "That's the median, the one in the middle."),
            (max(numbers) - min(numbers), "That's the range, from the least to the most."),
            (min(numbers), "That's the smallest. The mode is the one that comes most often."),
        ),
        seconds=35,
        trick="Most often is the mode",
        steps=[f"In order: {', '.join(map(str, sorted(numbers)))}", f"{times} times, more than any other: {mode}"],
        facts={"numbers": tuple(numbers)},
    )


COLD = (
    "A hut notes {list} °C on {count} nights. What is the range?",
    "{count} towns report {list} °C. What is the range?",
    "A freezer shows {list} °C on {count} days. What is the range?",
)


@generator(topic="Averages", levels=EVERY_LEVEL, calculator=False)
def find_the_range(dice: random.Random, level: Level) -> Made:
    """From the least to the most; at the top level on both sides of zero."""
    numbers = drawn(dice, level, count=5 if level == FUNKIES else 6)
    if level == GO_FORTH:
        numbers = [number - 12 for number in numbers]
    least, most = min(numbers), max(numbers)
    if len(set(numbers)) < 4 or (level == GO_FORTH and not least < -1 < 1 < most) or numbers[0] in (least, most):
        raise UnluckyError
    stories = COLD if level == GO_FORTH else [f"{story} What is the range?" for story in LISTS]
    return made(
        told(dice, stories, list=in_a_row(numbers), count=len(numbers)),
        number_asked(
            dice,
            most - least,
            (most, "That's the biggest alone. How far is it from the smallest?"),
            (most + least, "That forgets where zero is." if least < 0 else "That adds. Take the least from the most."),
            (abs(numbers[-1] - numbers[0]), "That's the first and the last in the list. Find the least and the most."),
            (middle(numbers), "That's the median, the one in the middle."),
        ),
        seconds=35,
        trick="Biggest take away smallest",
        steps=[
            f"The biggest is {shown(most)}, the smallest {shown(least)}.",
            f"From {shown(least)} up to {shown(most)} is {most - least}.",
        ],
        facts={"numbers": tuple(numbers)},
    )


AIMS = (
    "{name} rides {list} km on {some} days. How far on day {all} for a mean of {mean} km?",
    "After {some} quizzes {name} has {list} points. What must quiz {all} bring for a mean of {mean} points?",
    "A café sells {list} cakes on {some} days. How many on day {all} make the mean {mean}?",
    "{some} parcels weigh {list} kg. How heavy is parcel {all} if the mean is {mean} kg?",
    "{name}'s bus is {list} minutes late on {some} days. How late is it on day {all} if the mean is {mean}?",
)


@generator(topic="Averages", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def missing_number(dice: random.Random, level: Level) -> Made:
    """The number that is missing when the mean is known."""
    numbers = drawn(dice, level, count=3 if level == EIN2STEINS else 4)
    count, mean = len(numbers) + 1, dice.randrange(5, 13)
    missing, so_far = mean * count - sum(numbers), sum(numbers)
    if not 1 <= missing <= 24 or missing == mean:
        raise UnluckyError
    return made(
        told(dice, AIMS, list=in_a_row(numbers), some=len(numbers), all=count, mean=mean),
        number_asked(
            dice,
            missing,
            (mean, "That's the mean itself. The others aren't all the same as it."),
            (mean * count, f"That's the total of all {count}. Take away what is there already."),
            (abs(mean * len(numbers) - so_far), f"The mean is of {count} numbers, not of {len(numbers)}."),
            (so_far - mean, "That takes the mean from the total so far. Find the whole total first."),
        ),
        seconds=65,
        trick="Mean times how many is the total",
        steps=[
            f"The total must be {count} × {mean} = {count * mean}.",
            f"So far it is {so_far}.",
            f"{count * mean} − {so_far} = {missing}",
        ],
        facts={"numbers": tuple(numbers), "mean": mean},
    )


@generator(topic="Averages", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def which_are_true(dice: random.Random, level: Level) -> Made:
    """Which statements on mean, median, mode and range hold?"""
    numbers = drawn(dice, level, count=5)
    (mode, times), *others = Counter(numbers).most_common(2)
    mean = Fraction(sum(numbers), 5)
    if times == 1 or times == others[0][1] or mean.denominator > 1:
        raise UnluckyError
    span = max(numbers) - min(numbers)
    true = {"mean": mean, "median": middle(numbers), "mode": Fraction(mode), "range": Fraction(span)}
    reasons = {
        "mean": f"The mean is {shown(mean)}: the total, {sum(numbers)}, shared by 5.",
        "median": f"In order the middle one is {shown(true['median'])}.",
        "mode": f"{mode} comes most often.",
        "range": f"From {min(numbers)} to {max(numbers)} it is {span}.",
    }
    answers = []
    for name, value in true.items():
        other = dice.choice([each for each in true.values() if each != value] or [value + 1])
        said, why = dice.choice([(value, ""), (other, reasons[name])])
        answers.append(Answer(name, f"The {name} is {shown(said)}.", why))
    return made(
        told(dice, LISTS, list=in_a_row(numbers), count=5) + " Which statements are true?",
        all_of(dice, *answers),
        seconds=75,
        trick="Put them in order first",
        steps=[
            f"In order: {', '.join(map(str, sorted(numbers)))}",
            f"Mean {sum(numbers)} ÷ 5 = {shown(mean)}, median {shown(true['median'])}, mode {mode}.",
            f"Range {max(numbers)} − {min(numbers)} = {span}",
        ],
        facts={"numbers": tuple(numbers)},
    )
