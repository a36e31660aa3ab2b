"""Generators for tables and lists, said in words."""

import random
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
    in_order,
    made,
    shown,
    told,
    true_or_false,
    typed_text,
)

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June")
RECORDS = (
    ("Coffees sold at a café", DAYS),
    ("Books lent by a library", DAYS),
    ("Visitors at a gym", DAYS),
    ("Cars washed by {name}", DAYS),
    ("Parcels in {name}'s van", DAYS),
    ("Calls to a help line", DAYS),
    ("Burgers sold at a stall", MONTHS),
    ("New members of a club", MONTHS),
)


def record(dice: random.Random, *, count: int, low: int, high: int) -> tuple[str, dict[str, int]]:
    """What is counted, as a sentence with its table, and a different number for each day or month."""
    what, whens = dice.choice(RECORDS)
    numbers = dict(zip(whens, dice.sample(range(low, high), count), strict=False))
    return told(dice, [f"{what}: {as_table(numbers)}."]), numbers


def as_table(numbers: dict[str, int]) -> str:
    """Mon 4, Tue 7, Wed 5."""
    return ", ".join(f"{when} {number}" for when, number in numbers.items())


SIZES = {FUNKIES: (4, 5, 30), EIN2STEINS: (5, 20, 90), GO_FORTH: (5, 40, 260)}
"""How many days a table has, and between which numbers, for each level."""


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def more_than_on(dice: random.Random, level: Level) -> Made:
    """How many more on one day than on another."""
    count, low, high = SIZES[level]
    story, numbers = record(dice, count=count, low=low, high=high)
    bigger, smaller = sorted(dice.sample(list(numbers), 2), key=numbers.__getitem__, reverse=True)
    more, less = numbers[bigger], numbers[smaller]
    others = [number for when, number in numbers.items() if when not in (bigger, smaller)]
    return made(
        f"{story} How many more is that for {bigger} than for {smaller}?",
        number_asked(
            dice,
            more - less,
            (more + less, "That adds both. How many more is the difference."),
            (more, f"That's {bigger} alone. Take {smaller} away."),
            (abs(more - others[0]), f"That compares {bigger} with another one. Find {smaller}."),
            (more - less + 10, "Ten too many. Count up from the smaller number to check."),
        ),
        seconds=35 if level == FUNKIES else 45,
        trick="Find both, then take away",
        steps=[f"{bigger} is {more} and {smaller} is {less}.", f"{more} − {less} = {more - less}"],
        facts={"whens": tuple(numbers), "numbers": tuple(numbers.values()), "bigger": bigger, "smaller": smaller},
    )


@generator(topic="Charts and tables", levels=(FUNKIES, EIN2STEINS), calculator=False)
def in_all(dice: random.Random, level: Level) -> Made:
    """The total of a short table."""
    story, numbers = record(dice, count=4, low=4, high=16 if level == FUNKIES else 60)
    values = list(numbers.values())
    first, last = sum(values[:2]), sum(values[2:])
    total = first + last
    return made(
        f"{story} How many is that altogether?",
        number_asked(
            dice,
            total,
            (total - values[-1], "The last one is missing."),
            (total - values[0], "The first one is missing."),
            (max(values), "That's the biggest one. Altogether means all of them."),
            (total + 10, "Ten too many. Add them once more in pairs."),
        ),
        seconds=40,
        trick="Add in pairs",
        steps=[
            f"In pairs: {values[0]} + {values[1]} = {first} and {values[2]} + {values[3]} = {last}",
            f"{first} + {last} = {total}",
        ],
        facts={"numbers": tuple(values)},
    )


LIMITS = (
    ("more than {limit}", 1),
    ("fewer than {limit}", -1),
)


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def which_days(dice: random.Random, level: Level) -> Made:
    """On which days were there more, or fewer, than a limit? One day is exactly at it."""
    _, low, high = SIZES[level]
    story, numbers = record(dice, count=4, low=low, high=high)
    words, sign = dice.choice(LIMITS)
    limit = dice.choice(list(numbers.values()))
    answers = []
    for when, number in numbers.items():
        why = f"{number} is {'less' if sign > 0 else 'more'} than {limit}."
        if number == limit:
            why = f"{number} is exactly {limit}, which doesn't count."
        answers.append(Answer(when, when, "" if sign * (number - limit) > 0 else why))
    question, kept = words.format(limit=limit), [answer.text for answer in answers if not answer.slip]
    return made(
        f"{story} When were there {question}?",
        all_of(dice, *answers),
        seconds=40,
        trick="Check each one against the limit",
        steps=[
            f"{limit} itself is not {question}.",
            f"These are: {', '.join(f'{when} {numbers[when]}' for when in kept)}",
        ],
        facts={"whens": tuple(numbers), "numbers": tuple(numbers.values()), "limit": limit, "sign": sign},
    )


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def busiest_last(dice: random.Random, level: Level) -> Made:
    """Days in order of their numbers."""
    _, low, high = SIZES[level]
    story, numbers = record(dice, count=4, low=low, high=high)
    items = [Answer(when, when) for when in sorted(numbers, key=numbers.__getitem__)]
    as_told = [Answer(when, when) for when in numbers]
    return made(
        f"{story} Put them in order, lowest number first.",
        in_order(
            items,
            backwards="That's the highest first. Read again which comes first.",
            slips=[(as_told, "That's the order in the table. Compare the numbers.")],
        ),
        seconds=40,
        trick="Compare tens first, then ones",
        steps=[f"From the lowest: {', '.join(f'{item.text} {numbers[item.text]}' for item in items)}"],
        facts={"whens": tuple(numbers), "numbers": tuple(numbers.values())},
    )


GRIDS = (
    (
        "Of {all} students {first} come by day, the rest at night. {both} have jobs, {part} of them day students. "
        "How many night students have none?"
    ),
    (
        "Of {all} guests {first} eat meat, the rest are vegan. {both} want dessert, {part} of them meat eaters. "
        "How many vegans want none?"
    ),
    (
        "Of {all} vans {first} are white, the rest blue. {both} are electric, {part} of them white. "
        "How many blue vans are not electric?"
    ),
    (
        "Of {all} fans {first} are women, the rest men. {both} have season tickets, {part} of them women. "
        "How many men have none?"
    ),
    (
        "Of {all} flats {first} are new, the rest old. {both} have a balcony, {part} of them new. "
        "How many old flats have none?"
    ),
)


@generator(topic="Charts and tables", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def two_way_table(dice: random.Random, level: Level) -> Made:
    """A missing number of a two-way table, said in words."""
    everyone = dice.randrange(40, 100) if level == EIN2STEINS else dice.randrange(120, 400)
    first = dice.randrange(everyone // 3, everyone * 2 // 3)
    rest = everyone - first
    part, other_part = dice.randrange(4, first - 4), dice.randrange(4, rest - 3)
    both, left = part + other_part, rest - other_part
    return made(
        told(dice, GRIDS, all=everyone, first=first, part=part, both=both),
        number_asked(
            dice,
            left,
            (other_part, "That's those who do. The question asks for those who don't."),
            (rest, "That's the whole second kind. Some of them do."),
            (everyone - both, "That's everybody who doesn't, of both kinds."),
            (first - part, "That's those of the first kind who don't."),
        ),
        seconds=75,
        trick="Draw a two-way table",
        steps=[
            f"Of the second kind there are {everyone} − {first} = {rest}.",
            f"Of these {both} − {part} = {other_part} do.",
            f"{rest} − {other_part} = {left} don't.",
        ],
        facts={"everyone": everyone, "first": first, "part": part, "both": both},
    )


CROWDS = (
    "{part} of {whole} people in a survey cycle to work. What percentage is that?",
    "A table shows {whole} students; {part} passed first time. What percentage is that?",
    "A chart shows {whole} phones sold, {part} of them second-hand. What percentage is that?",
    "{part} of {whole} votes in a poll are for {name}. What percentage is that?",
    "A table lists {whole} matches; {part} were won. What percentage is that?",
)


@generator(topic="Charts and tables", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def share_in_percent(dice: random.Random, level: Level) -> Made:
    """What per cent of a survey."""
    whole = dice.choice([20, 25, 50, 200] if level == EIN2STEINS else [40, 80, 125, 150, 300])
    part = dice.randrange(3, whole)
    percent = Fraction(100 * part, whole)
    if percent.denominator > 1 or percent == 50 or part == percent:
        raise UnluckyError
    return made(
        told(dice, CROWDS, part=part, whole=whole),
        number_asked(
            dice,
            percent,
            (part, f"That would be right out of 100. Here it is out of {whole}."),
            (100 - percent, "That's the percentage of the others."),
            (Fraction(whole, part), "The other way round: part over whole."),
            (percent / 10, "Ten times too small. Percent means out of 100."),
            unit="%",
        ),
        seconds=50,
        trick="Part over whole, times 100",
        steps=[f"${part}/{whole}$ of 100% is 100 × {part} ÷ {whole}.", f"That is {shown(percent)}%."],
        facts={"part": part, "whole": whole},
    )


CLAIMS = (
    "True or false? The last one is more than twice the first.",
    "True or false? The number goes up more often than it goes down.",
    "True or false? Together the first two make more than the last two.",
)


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def what_the_table_says(dice: random.Random, level: Level) -> Made:
    """A claim about a short table, as often true as false."""
    _, low, high = SIZES[level]
    story, numbers = record(dice, count=4, low=low, high=high)
    values, which, wished = tuple(numbers.values()), dice.randrange(len(CLAIMS)), dice.random() < 0.5
    one, two, three, four = values
    truths = (four > 2 * one, (one < two) + (two < three) + (three < four) > 1, one + two > three + four)
    if truths[which] != wished or four == 2 * one or one + two == three + four or (which == 0 and four < one):
        raise UnluckyError
    steps = (
        f"Twice the first is {2 * one}, and the last is {four}.",
        f"The steps are {shown(two - one)}, {shown(three - two)} and {shown(four - three)}.",
        f"The first two make {one + two}, the last two {three + four}.",
    )
    return made(
        f"{story} {CLAIMS[which]}",
        true_or_false(right=wished, slip="Check it with the numbers one by one, not by the look of them."),
        seconds=40,
        trick="Check with the numbers",
        steps=[steps[which]],
        facts={"numbers": values, "claim": which},
    )


LONG = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday"}
COUNTED = ("Coffees sold", "Parcels in {name}'s van", "Visitors at a gym", "Calls to a help line", "{name}'s bus rides")


@generator(topic="Charts and tables", levels=(FUNKIES, EIN2STEINS), calculator=False)
def name_the_day(dice: random.Random, level: Level) -> Made:
    """The day with the most or the fewest, typed as a word."""
    _, low, high = SIZES[level]
    numbers = dict(zip(LONG, dice.sample(range(low, high), len(LONG)), strict=True))
    ranked = sorted(numbers, key=numbers.__getitem__, reverse=dice.random() < 0.5)
    asked = "the most" if numbers[ranked[0]] > numbers[ranked[-1]] else "the fewest"
    right, next_one, opposite = ranked[0], ranked[1], ranked[-1]
    counts = [numbers[day] for day in ranked]
    return made(
        told(dice, [f"{what}: {as_table(numbers)}. On which day were there {asked}?" for what in COUNTED]),
        typed_text(
            [LONG[right], right],
            (LONG[opposite], f"That's the other end: {numbers[opposite]}. Read again what is asked."),
            (LONG[next_one], f"Close: {numbers[next_one]} comes second, after {numbers[right]}."),
        ),
        seconds=25,
        trick="Compare tens first, then ones",
        steps=[
            f"In order: {', '.join(map(str, counts))}",
            f"{numbers[right]} stands for {LONG[right]}.",
        ],
        facts={"days": tuple(LONG.values()), "numbers": tuple(numbers.values()), "asked": asked},
    )
