"""More generators for averages: tables, comparisons, changes."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.averages import in_a_row, middle
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Level,
    Made,
    UnluckyError,
    generator,
    listed,
    made,
    shown,
    told,
    true_or_false,
)

RIVALS = (
    "{name} scores {one} points, {friend} {two}. True or false? {claim}",
    "{name}'s bus takes {one} minutes, {friend}'s {two}. True or false? {claim}",
    "{name} sells {one} phones a day, {friend} {two}. True or false? {claim}",
    "{name} walks {one} km, {friend} {two} km. True or false? {claim}",
    "{name} sends {one} messages, {friend} {two}. True or false? {claim}",
)

MEASURES = {FUNKIES: ("range",), EIN2STEINS: ("range", "median"), GO_FORTH: ("median", "mean")}


@generator(topic="Averages", levels=EVERY_LEVEL, calculator=False)
def who_is_ahead(dice: random.Random, level: Level) -> Made:
    """Two people compared by range, median or mean."""
    measure = dice.choice(MEASURES[level])
    count, top = (4 if level == FUNKIES else 5), 10 if level == FUNKIES else 15
    one, two = ([dice.randrange(2, top) for _ in range(count)] for _ in range(2))
    first, second = (_measured(numbers, measure) for numbers in (one, two))
    if first == second or (max(one) - max(two)) * (first - second) >= 0:
        raise UnluckyError
    is_bigger = dice.random() < 0.5
    claim = f"{{name}}'s {measure} is {'bigger' if is_bigger else 'smaller'}."
    story = dice.choice(RIVALS).replace("{claim}", claim)
    return made(
        told(dice, [story], one=in_a_row(one), two=in_a_row(two)),
        true_or_false(
            right=(first > second) == is_bigger,
            slip=f"The biggest number alone doesn't decide. Work out both: the {measure} is {HOW[measure]}.",
        ),
        seconds=50,
        trick=f"Work out both {measure}s",
        steps=[
            f"In order: {', '.join(map(str, sorted(one)))}; and {', '.join(map(str, sorted(two)))}.",
            f"The {measure} is {shown(first)} for the first and {shown(second)} for the second.",
        ],
        facts={"one": tuple(one), "two": tuple(two), "measure": measure, "claim": "bigger" if is_bigger else "smaller"},
    )


HOW = {
    "range": "the most take away the least",
    "median": "the one in the middle",
    "mean": "the total shared out equally",
}


def _measured(numbers: list[int], measure: str) -> Fraction:
    if measure == "range":
        return Fraction(max(numbers) - min(numbers))
    return middle(numbers) if measure == "median" else Fraction(sum(numbers), len(numbers))


COUNTS = (
    ("Goals in {all} games: {table}. What is the mean number of goals?", "{count} times {value}"),
    ("People in {all} cars: {table}. What is the mean number of people?", "{count} cars with {value}"),
    ("Rooms in {all} flats: {table}. What is the mean number of rooms?", "{count} flats with {value}"),
    ("Days off for {all} workers: {table}. What is the mean number of days?", "{count} had {value}"),
    ("Coffees of {all} guests: {table}. What is the mean number of coffees?", "{count} had {value}"),
)


@generator(topic="Averages", levels=(EIN2STEINS, GO_FORTH), calculator=True)
def mean_from_table(dice: random.Random, level: Level) -> Made:
    """The mean of a frequency table, said in words."""
    story, entry = dice.choice(COUNTS)
    values = list(range(dice.randrange(1, 3), 5)) if level == GO_FORTH else [1, 2, 3]
    counts = [dice.randrange(2, 10) for _ in values]
    all_of_them, total = sum(counts), sum(map(int.__mul__, counts, values))
    mean = Fraction(total, all_of_them)
    if 100 % mean.denominator or mean.denominator == 1 or len(set(counts)) < 2:
        raise UnluckyError
    table = listed([entry.format(count=count, value=value) for count, value in zip(counts, values, strict=True)])
    products = " + ".join(f"{count} × {value}" for count, value in zip(counts, values, strict=True))
    return made(
        told(dice, [story], all=all_of_them, table=table),
        number_asked(
            dice,
            mean,
            (Fraction(sum(values), len(values)), "Each number counts as often as it comes, not once."),
            (total, f"That's the total. Share it by {all_of_them}."),
            (Fraction(total, len(values)), f"Divide by how many there are in all: {all_of_them}."),
            (Fraction(all_of_them, len(values)), "That's the mean of how often. Multiply each by its number first."),
        ),
        seconds=75,
        trick="Total of all, shared by how many",
        steps=[f"The total: {products} = {total}", f"{total} ÷ {all_of_them} = {shown(mean)}"],
        facts={"values": tuple(values), "counts": tuple(counts)},
    )


JOINERS = (
    "{count} barbers earn a mean of £{mean} a day. A new one earns £{new}. What is the mean of all {more}?",
    "The mean of {name}'s {count} scores is {mean}. The next score is {new}. What is the mean of all {more}?",
    "{count} parcels have a mean of {mean} kg. One of {new} kg is added. What is the mean of all {more}, in kg?",
    "{count} flats rent at a mean of £{mean} a week, one more at £{new}. What is the mean of all {more}?",
    "A mean of {mean} fans come to {count} games, then {new} to the next. What is the mean of all {more}?",
)


@generator(topic="Averages", levels=(GO_FORTH,), calculator=False)
def one_more(dice: random.Random, _level: Level) -> Made:
    """The mean after one more number joins."""
    count, mean = dice.randrange(3, 10), dice.randrange(40, 160, 5)
    change = dice.choice([-4, -3, -2, 2, 3, 4, 5, 6])
    new = mean + change * (count + 1)
    joined = mean + change
    if new < 10:
        raise UnluckyError
    return made(
        told(dice, JOINERS, count=count, mean=mean, new=new, more=count + 1),
        number_asked(
            dice,
            joined,
            (Fraction(mean + new, 2), f"The {mean} counts {count} times, the {new} once."),
            (mean, "The new one changes the mean."),
            (mean * count + new, f"That's the total. Share it by {count + 1}."),
            (mean - change, "That goes the other way: compare the new one with the mean."),
        ),
        seconds=70,
        trick="Find the new total first",
        steps=[
            f"The total was {count} × {mean} = {shown(count * mean)}.",
            f"Now it is {shown(count * mean + new)}, shared by {count + 1}: {joined}",
        ],
        facts={"count": count, "mean": mean, "new": new},
    )


MEDIAN_OR_MEAN = (
    "Wages a day: {list} pounds. True or false? The mean is bigger than the median.",
    "{name}'s scores are {list}. True or false? The mean is bigger than the median.",
    "Rents a week in pounds: {list}. True or false? The mean is bigger than the median.",
    "Minutes late: {list}. True or false? The mean is bigger than the median.",
)


@generator(topic="Averages", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def pulled_by_one(dice: random.Random, level: Level) -> Made:
    """One number far from the others pulls the mean, not the median."""
    centre = dice.randrange(20, 60) if level == EIN2STEINS else dice.randrange(50, 150)
    near = [centre + dice.randrange(-5, 6) for _ in range(4)]
    far = centre + dice.choice([-1, 1]) * dice.randrange(12, 20)
    numbers = dice.sample([*near, far], 5)
    mean, median = Fraction(sum(numbers), 5), middle(numbers)
    if mean == median or mean.denominator > 1:
        raise UnluckyError
    return made(
        told(dice, MEDIAN_OR_MEAN, list=in_a_row(numbers)),
        true_or_false(
            right=mean > median,
            slip=f"One number, {far}, is far from the others. It pulls the mean its way, not the median.",
        ),
        seconds=60,
        trick="One far number pulls the mean",
        steps=[
            f"In order: {', '.join(map(str, sorted(numbers)))}. The median is {shown(median)}.",
            f"The mean is {sum(numbers)} ÷ 5 = {shown(mean)}.",
        ],
        facts={"numbers": tuple(numbers)},
    )
