"""Generators for negative numbers: temperatures, balances, points, and the rules of signs."""

import random

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
    generator,
    in_order,
    made,
    shown,
    told,
    typed_number,
)

COLDER = (
    "It is {start} °C in {town} at noon and {change} degrees colder at midnight. What is the temperature then?",
    "A freezer room is at {start} °C. It cools down by {change} degrees. What is its temperature now?",
    "{name} climbs from a camp at {start} °C to a top that is {change} degrees colder. How cold is it there?",
    "An ice rink's air is {start} °C. Overnight it falls by {change} degrees. What is it in the morning?",
)
WARMER = (
    "It is {start} °C in {town} at dawn and {change} degrees warmer at noon. What is the temperature then?",
    "A freezer stands at {start} °C. With the door open it warms up by {change} degrees. What is it now?",
    "{name} comes down from a top at {start} °C to a camp {change} degrees warmer. How warm is the camp?",
    "A van is at {start} °C inside. The heater adds {change} degrees. What is the temperature now?",
)
TOWNS = ("Aberdeen", "Leeds", "Cardiff", "Belfast", "Glasgow", "Carlisle", "Oslo", "Warsaw", "Toronto", "Sapporo")


@generator(topic="Negatives", levels=EVERY_LEVEL, calculator=False)
def warmer_or_colder(dice: random.Random, level: Level) -> Made:
    """A temperature that goes through zero, or stays below it."""
    colder = dice.random() < 0.5
    start = dice.randrange(1, 9) if colder else -dice.randrange(2, 13)
    size = dice.randrange(abs(start) + 1, abs(start) + 10)
    if level != FUNKIES and dice.random() < 0.5:
        start, size = -dice.randrange(8, 19), dice.randrange(2, 8)
    change, way = (-size, "Colder means down") if colder else (size, "Warmer means up")
    return made(
        told(dice, COLDER if colder else WARMER, start=shown(start), change=size, town=dice.choice(TOWNS)),
        typed_number(
            start + change,
            (-start - change, "The number is right. Is it above or below zero?"),
            (start - change, f"That goes the other way. {way}."),
            (-start + change, f"{way}, and the start is {shown(start)}."),
            unit="°C",
        ),
        seconds=40,
        trick="Count through zero" if start * (start + change) < 0 else "Picture a thermometer",
        steps=_on_a_thermometer(start, start + change),
        facts={"start": start, "change": change},
    )


def _on_a_thermometer(start: int, end: int) -> list[str]:
    way = "down" if end < start else "up"
    if start * end < 0:
        return [
            f"From {shown(start)} {way} to 0 is {abs(start)}.",
            f"There are {abs(end)} more to go: {shown(end)} °C.",
        ]
    return [f"Start at {shown(start)} and go {abs(end - start)} {way}.", f"That takes you to {shown(end)} °C."]


GAPS = (
    "It is {low} °C in {one} and {high} °C in {two}. How many degrees warmer is {two}?",
    "The night's low in {one} was {low} °C, the day's high {high} °C. How many degrees apart are they?",
    "A freezer is at {low} °C and the kitchen at {high} °C. How many degrees apart are they?",
    "A climber leaves a valley at {high} °C. The top is at {low} °C. How many degrees does it get colder?",
)


@generator(topic="Negatives", levels=EVERY_LEVEL, calculator=False)
def degrees_apart(dice: random.Random, level: Level) -> Made:
    """How far two temperatures lie apart."""
    low = -dice.randrange(2, 13 if level == FUNKIES else 25)
    high = dice.randrange(1, 13) if level == FUNKIES or dice.random() < 0.6 else -dice.randrange(1, -low)
    one, two = dice.sample(TOWNS, 2)
    gap, wrong = high - low, abs(low + high)
    through_zero = [
        f"From {shown(low)} up to 0 is {-low}, and up to {high} is {high} more.",
        f"{-low} + {high} = {gap}",
    ]
    below_zero = [f"Both are below zero: {-low} below and {-high} below.", f"{-low} − {-high} = {gap}"]
    return made(
        told(dice, GAPS, low=shown(low), high=shown(high), one=one, two=two),
        number_asked(
            dice,
            gap,
            (wrong, "That forgets where zero is." if high > 0 else "Both are on the same side of zero, so take away."),
            (-low, "That's the way from the colder one to zero. Go on to the other."),
            (abs(high), "That's the way from zero to the other one alone."),
            (gap + 1, "Count the steps, not the marks: that's one too many."),
            unit="degrees",
        ),
        seconds=40,
        trick="Count up through zero" if high > 0 else "How far apart on the thermometer?",
        steps=through_zero if high > 0 else below_zero,
        facts={"low": low, "high": high},
    )


COLDEST = (
    "Four towns report their temperature at night. Put them in order, coldest first.",
    "Four freezers are checked. Put their temperatures in order, coldest first.",
    "A mountain hut writes down the temperature on four nights. Put them in order, coldest first.",
    "A lorry driver notes the temperature at four stops. Put them in order, coldest first.",
)


@generator(topic="Negatives", levels=(FUNKIES, EIN2STEINS), calculator=False)
def coldest_first(dice: random.Random, level: Level) -> Made:
    """Temperatures on both sides of zero, in order."""
    below = dice.sample(range(1, 10 if level == FUNKIES else 20), 2 if level == FUNKIES else 3)
    above = dice.sample(range(9), 4 - len(below))
    items = [Answer(value, f"{shown(value)} °C") for value in sorted([*(-each for each in below), *above])]
    return made(
        dice.choice(COLDEST),
        in_order(
            items,
            backwards="That's the warmest first. The coldest comes first here.",
            slips=[
                (
                    sorted(items, key=lambda item: (abs(int(str(item.value))), str(item.value))),
                    "The minus sign counts too: the further below zero, the colder.",
                ),
                (
                    sorted(items, key=lambda item: (int(str(item.value)) >= 0, abs(int(str(item.value))))),
                    "Below zero it turns round: −5 is colder than −2.",
                ),
            ],
        ),
        seconds=40,
        trick="Further below zero is colder",
        steps=[
            f"The biggest number with a minus is the coldest: {items[0].text}.",
            f"In order: {', '.join(item.text for item in items)}",
        ],
        facts={},
    )


BALANCES = (
    "{name}'s account stands at −£{owed}. Then £{paid} comes in. What is the balance in pounds?",
    "{name} is £{owed} overdrawn and gets £{paid} in wages. What is the balance in pounds?",
    "A club owes the bank £{owed}. A raffle brings in £{paid}, which is paid in. What is the balance in pounds?",
)


@generator(topic="Negatives", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def overdrawn(dice: random.Random, level: Level) -> Made:
    """A balance below zero and money that comes in; it may not be enough."""
    most = 95 if level == EIN2STEINS else 400
    owed, paid = dice.randrange(15, most), dice.randrange(15, most)
    if abs(paid - owed) < 3:
        raise UnluckyError
    balance = paid - owed
    signed = f"{'−' if balance < 0 else ''}£{abs(balance)}"
    return made(
        told(dice, BALANCES, owed=owed, paid=paid),
        number_asked(
            dice,
            balance,
            (-balance, f"The number is right. Is £{paid} enough to get above zero?"),
            (owed + paid, f"Only if there were £{owed} in the account. It is below zero."),
            (-owed - paid, "Money that comes in makes the balance go up."),
            unit="£",
        ),
        seconds=45,
        trick="Start below zero and go up",
        steps=[
            f"The debt is £{owed}. The £{paid} that comes in is {'more' if balance > 0 else 'less'} than that.",
            f"−£{owed} + £{paid} = {signed}",
        ],
        facts={"owed": owed, "paid": paid},
    )


PENALTIES = (
    "In a quiz app each wrong answer scores {each} points. {name} has {count} wrong. How many points is that?",
    "A phone game gives {each} points for each crash. {name} crashes {count} times. How many points is that?",
    "The temperature changes by {each} degrees an hour. How much does it change in {count} hours?",
    "A share changes by {each} pence each day for {count} days. By how many pence does it change?",
)


@generator(topic="Negatives", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def again_and_again(dice: random.Random, level: Level) -> Made:
    """A negative number several times."""
    each, count = -dice.randrange(2, 10), dice.randrange(3, 9 if level == EIN2STEINS else 13)
    return made(
        told(dice, PENALTIES, each=shown(each), count=count),
        number_asked(
            dice,
            each * count,
            (-each * count, "The number is right. Losing again and again stays below zero."),
            (each - count, f"That goes down by {count} once. Here {shown(each)} comes {count} times."),
            (each + count, f"That adds. {count} times {shown(each)} means times."),
        ),
        seconds=35,
        trick="A minus many times is still a minus",
        steps=[
            f"{count} × {-each} = {count * -each}",
            f"Each one is below zero: {count} × {shown(each)} = {shown(each * count)}",
        ],
        facts={"each": each, "count": count},
    )


SIGNED = (
    "Work out {sum}.",
    "{name} types {sum} into a phone. What does the phone show?",
    "A spreadsheet cell holds {sum}. What number does it show?",
    "{name} and {friend} disagree about {sum}. What is it?",
)


@generator(topic="Negatives", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def two_signs(dice: random.Random, level: Level) -> Made:
    """Two signs side by side, and at the top level the signs of products and quotients."""
    a, b = dice.sample(range(2, 13), 2)
    sums = [
        (f"{a} - (-{b})", a + b, a - b, "Taking away a negative makes it bigger: two minuses side by side add."),
        (f"-{a} - {b}", -a - b, a + b, "Start below zero and go further down. Two minuses add when side by side."),
        (f"-{a} + {b}", b - a, -a - b, f"Plus {b} goes up from −{a}."),
        (f"-{a} - (-{b})", b - a, -a - b, f"Taking away −{b} goes up by {b}."),
    ]
    products = [
        (f"(-{a}) times (-{b})", a * b, -a * b, "A minus times a minus is a plus."),
        (f"-{a} times {b}", -a * b, a * b, "A minus times a plus is a minus."),
        (f"-{a * b} div (-{b})", a, -a, "A minus divided by a minus is a plus."),
        (f"{a * b} div (-{b})", -a, a, "A plus divided by a minus is a minus."),
    ]
    source, value, wrong, why = dice.choice(sums if level == EIN2STEINS else sums[:2] + products)
    return made(
        told(dice, SIGNED, sum=f"${source}$"),
        number_asked(
            dice,
            value,
            (wrong, why),
            (-value, "The number is right. Look at the signs again."),
            (a + b if value != a + b else a - b, "The signs decide here. Do them first, one by one."),
            (b - a, "The signs decide here. Do them first, one by one."),
        ),
        seconds=35,
        trick="First the sign, then the number",
        steps=[why, f"${source} = {value}$"],
        facts={"sum": source},
    )
