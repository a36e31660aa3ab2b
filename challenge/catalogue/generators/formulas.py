"""Questions on formulas: in words, in letters, and turned round."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import counted, money_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Fact,
    Level,
    Made,
    Number,
    UnluckyError,
    formula,
    generator,
    made,
    one_of,
    told,
    true_or_false,
    typed,
)

CHARGES = (
    ("A plumber charges £{fixed} for coming out and £{each} an hour.", "hour", "h", (25, 30, 35), (20, 24, 28, 32)),
    ("A taxi costs £{fixed} to start and £{each} for each mile.", "mile", "m", (3, 4, 5), (2, 3)),
    ("A hall costs £{fixed} to book and £{each} an hour.", "hour", "h", (15, 20, 40), (12, 18, 25)),
    ("A van costs £{fixed} to hire and £{each} a day.", "day", "d", (20, 30, 50), (35, 40, 45)),
    ("Bike hire is £{fixed} and £{each} for each hour.", "hour", "h", (5, 8, 10), (3, 4, 6)),
    ("A gym costs £{fixed} to join and £{each} a month.", "month", "m", (10, 15, 25), (18, 22, 28)),
    ("A printer charges £{fixed} for setting up and £{each} a mug.", "mug", "m", (6, 8, 12), (3, 5, 7)),
)
FORWARD = ("What do {some} cost?", "How much is it for {some}?", "{name} pays for {some}. How much is that?")
BACK = (
    "{name} pays £{total}. How many {units} is that?",
    "The bill is £{total}. How many {units} were there?",
    "How many {units} cost £{total} in all?",
)


@generator(topic="Formulas", levels=EVERY_LEVEL, calculator=False)
def cost_in_words(dice: random.Random, level: Level) -> Made:
    """A fixed charge and so much for each: the cost, and at the upper levels how many from the cost."""
    story, unit, _, fixes, rates = dice.choice(CHARGES)
    fixed, each, count = dice.choice(fixes), dice.choice(rates), dice.randint(3, 6 if level is FUNKIES else 12)
    if fixed == each:
        raise UnluckyError
    total, charge = fixed + each * count, story.format(fixed=fixed, each=each)
    facts: dict[str, Fact] = {"fixed": fixed, "each": each, "count": count, "total": 0}
    if level is FUNKIES or (level is EIN2STEINS and dice.random() < 0.4):
        return made(
            f"{charge} {told(dice, FORWARD, some=counted(count, unit))}",
            money_asked(
                dice,
                100 * total,
                (100 * (fixed + each) * count, f"The £{fixed} is paid only once."),
                (100 * each * count, f"The £{fixed} at the start is missing."),
                (100 * (fixed + each), f"That's for one {unit}. Here there are {count}."),
                (100 * (fixed * count + each), f"The £{fixed} is paid once, the £{each} for each {unit}."),
            ),
            seconds=50,
            trick="Times first, then add",
            steps=[f"{count} × £{each} = £{each * count}", f"£{each * count} + £{fixed} = £{total}"],
            facts=facts,
        )
    slips: list[tuple[Number, str]] = [
        (Fraction(total, each), f"Take the £{fixed} off before you divide."),
        (Fraction(total + fixed, each), f"The £{fixed} was added, so take it away."),
        (Fraction(total, fixed + each), f"The £{fixed} is paid only once."),
        (count + 1, f"That's one {unit} too many: £{total + each}."),
        (count - 1, f"That's one {unit} too few: £{total - each}."),
    ]
    return made(
        f"{charge} {told(dice, BACK, total=total, units=unit + 's')}",
        number_asked(dice, count, *slips, unit=unit + "s"),
        seconds=60,
        trick="Undo the plus, then the times",
        steps=[f"£{total} − £{fixed} = £{total - fixed}", f"£{total - fixed} ÷ £{each} = {count}"],
        facts={"fixed": fixed, "each": each, "count": 0, "total": total},
    )


IN_WORDS = "Which rule gives the cost in pounds?"
IN_LETTERS = "Which formula gives the cost $C$ in pounds of ${letter}$ {units}?"
TO_WRITE = "Write a formula for the cost $C$ in pounds of ${letter}$ {units}."


@generator(topic="Formulas", levels=EVERY_LEVEL, calculator=False)
def write_a_formula(dice: random.Random, level: Level) -> Made:
    """From words to a formula: a rule in words, then to choose one in letters, then to write it."""
    story, unit, letter, fixes, rates = dice.choice(CHARGES)
    fixed, each = dice.choice(fixes), dice.choice(rates)
    if fixed == each:
        raise UnluckyError
    forms = (
        ((fixed, each), ""),
        ((each, fixed), f"The £{each} is for each {unit}, and the £{fixed} is paid once."),
        ((0, fixed + each), f"The £{fixed} is paid only once, not for each {unit}."),
        ((fixed + each, 1), f"Each {unit} costs £{each}, so multiply by {each}."),
    )
    charge = story.format(fixed=fixed, each=each)
    facts: dict[str, Fact] = {"fixed": fixed, "each": each, "letter": letter, "unit": unit}
    steps = [
        f"{counted(2, unit)}: 2 × £{each}, and £{fixed} once.",
        f"Times {each} for each {unit}, plus {fixed} once.",
    ]
    if level is FUNKIES:
        answers = [Answer(form, _in_words(form, unit), slip) for form, slip in forms]
        text, fields = f"{charge} {IN_WORDS}", one_of(dice, *answers)
        return made(text, fields, seconds=45, trick="What is paid once, what each time?", steps=steps, facts=facts)
    answers = [Answer(form, _in_letters(form, letter), slip) for form, slip in forms]
    asked = {"letter": letter, "units": unit + "s"}
    if level is EIN2STEINS or dice.random() < 0.3:
        text = f"{charge} {IN_LETTERS.format(**asked)}"
        fields = one_of(dice, *(each_one._replace(text=formula(each_one.text)) for each_one in answers))
    else:
        text, fields = f"{charge} {TO_WRITE.format(**asked)}", typed("equation", *answers)
    return made(text, fields, seconds=60, trick="What is paid once, what each time?", steps=steps, facts=facts)


def _in_words(form: tuple[int, int], unit: str) -> str:
    fixed, each = form
    times = f"{each} × {unit}s" if each != 1 else f"{unit}s"
    return f"{fixed} + {times}" if fixed else times


def _in_letters(form: tuple[int, int], letter: str) -> str:
    fixed, each = form
    times = f"{each}{letter}" if each != 1 else letter
    return f"C = {fixed} + {times}" if fixed else f"C = {times}"


TURNED = (
    ("A day's pay in pounds is ${a} = {k}{b} + {c}$ for ${b}$ hours.", "P", "h", (12, 13, 14, 15), (10, 20, 25)),
    ("A taxi fare in pounds is ${a} = {k}{b} + {c}$ for ${b}$ miles.", "F", "m", (2, 3), (3, 4, 5)),
    ("A meal takes ${a} = {k}{b} + {c}$ minutes for ${b}$ kilograms.", "T", "w", (30, 40, 45), (15, 20, 25)),
    ("Water in a tank is ${a} = {k}{b} + {c}$ litres after ${b}$ minutes.", "W", "t", (5, 8, 12), (20, 30, 50)),
    ("A hall seats ${a} = {k}{b} + {c}$ people in ${b}$ rows.", "N", "r", (8, 9, 12), (4, 6, 10)),
)


@generator(topic="Formulas", levels=(GO_FORTH,), calculator=False)
def change_the_subject(dice: random.Random, _: Level) -> Made:
    """Another letter by itself: two steps, typed or to choose from."""
    story, a, b, factors, adds = dice.choice(TURNED)
    k, c = dice.choice(factors), dice.choice(adds)
    forms = [
        ("right", f"({a} - {c})/{k}", ""),
        ("only one term divided", f"{a}/{k} - {c}", f"Divide all of ${a} - {c}$ by {k}, not ${a}$ alone."),
        ("plus", f"({a} + {c})/{k}", f"{c} was added, so take it away."),
        ("times", f"{k}({a} - {c})", f"${b}$ was multiplied by {k}, so divide by {k}."),
    ]
    answers = [Answer(value, f"{b} = {text}", slip) for value, text, slip in forms]
    if dice.random() < 0.4:
        fields = one_of(dice, *(each._replace(text=formula(each.text)) for each in answers))
    else:
        fields = typed("equation", *answers)
    return made(
        f"{story.format(a=a, b=b, c=c, k=k)} Make ${b}$ the subject.",
        fields,
        seconds=80,
        trick="Undo it backwards, step by step",
        steps=[
            f"Take {c} away from both sides: ${a} - {c} = {k}{b}$",
            f"Divide both sides by {k}: ${answers[0].text}$",
        ],
        facts={"a": a, "b": b, "k": k, "c": c},
    )


ENOUGH = (
    "True or false? {charge} £{budget} is enough for {some}.",
    "{charge} True or false? {name} can pay for {some} with £{budget}.",
)


@generator(topic="Formulas", levels=(FUNKIES, EIN2STEINS), calculator=False)
def enough_money(dice: random.Random, level: Level) -> Made:
    """True or false: a sum is enough for so many at a fixed charge and so much for each."""
    story, unit, _, fixes, rates = dice.choice(CHARGES)
    fixed, each, count = dice.choice(fixes), dice.choice(rates), dice.randint(2, 5 if level is FUNKIES else 9)
    total = fixed + each * count
    budget = dice.choice((each * count, each * count + 1, total - 1, total, total + 1, total + fixed))
    charge, some = story.format(fixed=fixed, each=each), counted(count, unit)
    slip = (
        f"The £{fixed} is paid only once, not for each {unit}."
        if budget >= total
        else f"{counted(count, unit)} and the £{fixed} together: add them before you compare."
    )
    return made(
        told(dice, ENOUGH, charge=charge, budget=budget, some=some),
        true_or_false(right=budget >= total, slip=slip),
        seconds=50,
        trick="Work out the cost, then compare",
        steps=[f"{count} × £{each} = £{each * count}, and £{fixed} once: £{total}.",
               f"£{budget} is {'enough' if budget >= total else 'not enough'}."],
        facts={"fixed": fixed, "each": each, "count": count, "budget": budget},
    )  # fmt: skip
