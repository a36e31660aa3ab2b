"""Questions on percentages: of an amount, as a share, up and down, and side by side."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import money_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Level,
    Made,
    UnluckyError,
    generator,
    made,
    money,
    shown,
    told,
    true_or_false,
)

PART, REST, MORE = "part", "rest", "more"
PRICED = (
    ("A winter coat costs {amount}. In the sale it is {percent}% off. How much do you save?", PART, (40, 60, 80, 120)),
    ("A desk costs {amount}. In the sale it is {percent}% off. What is the sale price?", REST, (80, 90, 120, 160)),
    ("{name} earns {amount} a week and saves {percent}% of it. How much is that?", PART, (320, 360, 400, 480)),
    ("A holiday costs {amount}. {name} pays a deposit of {percent}%. How much is the deposit?", PART, (240, 600, 700)),
    ("A meal comes to {amount}. {name} adds a tip of {percent}%. What does {name} pay in all?", MORE, (36, 48, 60, 72)),
    ("A phone costs {amount} new. Used, it is {percent}% cheaper. What is the used price?", REST, (180, 240, 360, 480)),
    ("A gym charges {amount} a year. Students get {percent}% off. What do students pay?", REST, (220, 240, 280, 360)),
    ("Rent of {amount} a month goes up by {percent}%. What is the new rent?", MORE, (500, 640, 720, 800)),
    ("{name}'s pay of {amount} a month goes up by {percent}%. What is the new pay?", MORE, (1200, 1400, 1600, 1800)),
)
FRIENDLY = {FUNKIES: (10, 25, 50), EIN2STEINS: (5, 15, 20, 30, 40, 60, 75), GO_FORTH: (12, 15, 35, 45)}
MOST_ON_TOP = 15
BUILT = {
    5: "half of 10%",
    10: "a tenth",
    15: "10% and 5%",
    20: "2 times 10%",
    25: "a quarter",
    30: "3 times 10%",
    40: "4 times 10%",
    50: "a half",
    60: "6 times 10%",
    75: "three quarters",
}


@generator(topic="Percentages", levels=(FUNKIES, EIN2STEINS), calculator=False)
def percent_of(dice: random.Random, level: Level) -> Made:
    """A friendly percentage of an amount: the part, what is left, or the amount with the part on top."""
    story, kind, amounts = dice.choice(PRICED)
    pounds, percent = dice.choice(amounts), dice.choice(FRIENDLY[level])
    if kind == MORE and percent > MOST_ON_TOP:
        raise UnluckyError
    amount, part = 100 * pounds, pounds * percent
    answer = {PART: part, REST: amount - part, MORE: amount + part}[kind]
    other = {
        PART: (amount - part, "That's what is left. The question asks for the part."),
        REST: (part, f"That's the {percent}% that comes off. The question asks for what is left."),
        MORE: (part, f"That's the {percent}% alone. It comes on top."),
    }[kind]
    sign = {PART: "", REST: "−", MORE: "+"}[kind]
    return made(
        told(dice, [story], amount=money(amount), percent=percent),
        money_asked(
            dice,
            answer,
            other,
            (_after(amount, 100 * percent, kind), f"{percent}% means {percent} out of every 100, not £{percent}."),
            (_after(amount, Fraction(amount, percent), kind), f"Dividing by {percent} doesn't find {percent}%."),
            (_after(amount, Fraction(amount, 10), kind), f"That uses 10%. Build {percent}% from it."),
            (_after(amount, Fraction(part, 10), kind), "Ten times too small a part. 10% is a tenth."),
        ),
        seconds=60,
        trick=f"{percent}% is {BUILT[percent]}",
        steps=[
            *([f"10% of {money(amount)} is {money(Fraction(amount, 10))}."] if percent not in (10, 25, 50, 75) else []),
            f"{percent}% is {BUILT[percent]}: {money(part)}.",
            *([f"{money(amount)} {sign} {money(part)} = {money(answer)}"] if sign else []),
        ],
        facts={"amount": amount, "percent": percent, "kind": kind},
    )


def _after(amount: int, part: int | Fraction, kind: str) -> int | Fraction:
    return {PART: part, REST: amount - part, MORE: amount + part}[kind]


SCORED = (
    "{name} scores {some} out of {whole} in a mock test. What percentage is that?",
    "{some} of {whole} parcels arrive a day early. What percentage is that?",
    "{name} hits {some} of {whole} free throws. What percentage is that?",
    "{some} of the {whole} seats on a coach are taken. What percentage is taken?",
    "A barber has {whole} bookings and {some} of them are online. What percentage is online?",
    "{some} of {whole} students come to college by bus. What percentage is that?",
)
WHOLES = {FUNKIES: (10, 20, 50), EIN2STEINS: (20, 25, 40, 50), GO_FORTH: (30, 60, 75, 80, 120, 150, 160)}


@generator(topic="Percentages", levels=EVERY_LEVEL, calculator=False)
def percent_as(dice: random.Random, level: Level) -> Made:
    """One amount as a percentage of another."""
    whole = dice.choice(WHOLES[level])
    some = dice.randrange(2, whole)
    if 100 * some % whole or some * 2 == whole or (level is FUNKIES and whole == 20 and some % 2):
        raise UnluckyError
    percent = 100 * some // whole
    return made(
        told(dice, SCORED, some=some, whole=whole),
        number_asked(
            dice,
            percent,
            (some, f"{some} would be the percentage out of 100. Here it is out of {whole}."),
            (100 - percent, "That's the percentage of the others."),
            (whole - some, f"That's how many are not among the {some}."),
            (Fraction(100 * whole, some), "Upside down: the whole goes at the bottom of the fraction."),
            (percent + 10, "Close. Change the fraction to hundredths once more."),
            unit="%",
        ),
        seconds=45,
        trick="Make it out of 100",
        steps=[f"As a fraction it is ${some}/{whole}$.", f"${some}/{whole} = {percent}/100$, which is {percent}%."],
        facts={"some": some, "whole": whole},
    )


SMALL, LARGE = (4, 5, 6, 8, 12), (12, 15, 16, 18, 24, 35)
UP, DOWN = "rise", "fall"
CHANGED = (
    ("{name}'s pay goes from {old} to {new} an hour", "£", (12, 15, 16, 20), SMALL, UP),
    ("The rent of a flat goes from {old} to {new} a month", "£", (640, 700, 750, 800), SMALL, UP),
    ("A bus pass goes from {old} to {new} a week", "£", (16, 20, 24, 25), SMALL, UP),
    ("A gym's members go from {old} to {new}", "", (240, 300, 350, 480), LARGE, UP),
    ("The price of a used van goes from {old} to {new}", "£", (6400, 7500, 8000, 9600), LARGE, DOWN),
    ("{name}'s followers go from {old} to {new}", "", (400, 640, 1250, 1500), LARGE, UP),
    ("Visitors to a museum go from {old} to {new} a day", "", (320, 450, 600, 850), LARGE, DOWN),
    ("The wait for a driving test goes from {old} to {new} days", "", (75, 100, 120, 125), SMALL + LARGE, DOWN),
)


@generator(topic="Percentages", levels=(GO_FORTH,), calculator=True)
def percent_change(dice: random.Random, _: Level) -> Made:
    """A rise or a fall as a percentage of the start."""
    story, sign, starts, percents, word = dice.choice(CHANGED)
    old, percent, up = dice.choice(starts), dice.choice(percents), word == UP
    change = Fraction(old * percent, 100)
    new = old + change if up else old - change
    if (change * (100 if sign else 1)).denominator > 1:
        raise UnluckyError
    first, second = (money(100 * each) if sign else shown(each) for each in (Fraction(old), new))
    return made(
        told(dice, [story + f". What is the {word} as a percentage?"], old=first, new=second),
        number_asked(
            dice,
            percent,
            (change, f"That's the {word} itself. Compare it with {first}, the start."),
            (
                100 + percent if up else 100 - percent,
                f"That's the new as a percentage of the old. The {word} is the change.",
            ),
            (100 * change / new, f"Divide by the start, {first}, not by the end."),
            (Fraction(old) / change, f"The other way round: the {word} divided by the start."),
            (Fraction(percent, 100), "That's the decimal. Times 100 makes it a percentage."),
            unit="%",
        ),
        seconds=75,
        trick="Change over the start",
        steps=[
            f"The {word} is {money(100 * change) if sign else shown(change)}.",
            f"Divided by the start, {first}: {shown(Fraction(percent, 100))}, and that is {percent}%.",
        ],
        facts={"old": 100 * old, "new": 100 * new},
    )


WORKED_OUT = (
    ("A laptop costs {amount} without VAT. VAT adds {percent}%. What is the price with VAT?", 1, (20,)),
    ("A van worth {amount} loses {percent}% of its value in a year. What is it worth then?", -1, (12, 15, 18, 22)),
    ("{name} puts {amount} in an account at {percent}% interest a year. How much is there after a year?", 1, (3, 4, 6)),
    ("{name}'s car insurance of {amount} goes up by {percent}%. What is the new price?", 1, (8, 12, 16)),
    ("A sofa costs {amount}. Pay today and get {percent}% off. What do you pay?", -1, (12, 15, 35)),
    ("A plumber's bill of {amount} gets {percent}% off for paying early. What is left to pay?", -1, (3, 6, 8)),
)


@generator(topic="Percentages", levels=(GO_FORTH,), calculator=True)
def percent_up_or_down(dice: random.Random, _: Level) -> Made:
    """An amount after a rise or a fall by a percentage that wants a calculator."""
    story, way, percents = dice.choice(WORKED_OUT)
    amount, percent = 100 * dice.choice((250, 350, 450, 480, 650, 750, 860, 950, 1250)), dice.choice(percents)
    part = Fraction(amount * percent, 100)
    after = amount + way * part
    multiplier = Fraction(100 + way * percent, 100)
    return made(
        told(dice, [story], amount=money(amount), percent=percent),
        money_asked(
            dice,
            after,
            (part, f"That's {percent}% alone. {'Add it to' if way > 0 else 'Take it from'} {money(amount)}."),
            (amount - way * part, "That goes the other way: check whether it gets more or less."),
            (amount + way * 100 * percent, f"{percent}% means {percent} out of every 100, not £{percent}."),
            (amount + way * Fraction(amount, percent), f"Dividing by {percent} doesn't find {percent}%."),
        ),
        seconds=75,
        trick="One multiplier does it",
        steps=[
            f"100% {'+' if way > 0 else '−'} {percent}% = {100 + way * percent}%, as a decimal {shown(multiplier)}.",
            f"{money(amount)} × {shown(multiplier)} = {money(after)}",
        ],
        facts={"amount": amount, "percent": percent, "way": way},
    )


VOUCHERS = (
    "On a pair of boots for {amount}, {percent}% off saves more than a voucher for {off}.",
    "A jacket for {amount} is cheaper with {percent}% off than with {off} off.",
    "On a hotel bill of {amount}, {percent}% off saves more than {off} off.",
    "A student discount of {percent}% on a bike helmet for {amount} takes off more than {off}.",
    "On a train ticket for {amount}, a railcard with {percent}% off saves more than {off}.",
    "A {percent}% rise on pay of {amount} a day is more than {off} extra.",
)


@generator(topic="Percentages", levels=EVERY_LEVEL, calculator=False)
def percent_or_pounds(dice: random.Random, level: Level) -> Made:
    """True or false: a percentage off beats so many pounds off."""
    amount, percent = dice.choice((40, 50, 60, 70, 80, 90, 120)), dice.choice(FRIENDLY[level])
    stories = VOUCHERS if percent <= 20 else VOUCHERS[:-1]
    part = Fraction(amount * percent, 100)
    off = dice.choice((int(part) - 3, int(part) - 2, int(part) - 1, int(part) + 1, int(part) + 2, percent))
    if off < 2 or off == part or off >= amount or part == percent:
        raise UnluckyError
    than = "less" if amount < 100 else "more"
    slip = f"{percent}% is {percent} out of every 100 pounds, and £{amount} is {than} than £100."
    return made(
        "True or false? " + told(dice, stories, amount=f"£{amount}", percent=percent, off=f"£{off}"),
        true_or_false(right=part > off, slip=slip),
        seconds=45,
        trick="Turn the percentage into pounds",
        steps=[
            f"{percent}% of £{amount} is {money(100 * part)}.",
            f"That's {'more' if part > off else 'less'} than £{off}.",
        ],
        facts={"amount": amount, "percent": percent, "off": off},
    )
