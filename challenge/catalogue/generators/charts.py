"""Generators for charts, said in words: pictograms, tallies, pie charts, line graphs."""

import random
from fractions import Fraction
from itertools import pairwise

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
    made,
    one_of,
    shown,
    told,
)

PICTURES = (
    "In a pictogram one cup stands for {each} coffees. {day} has {symbols} cups. How many coffees is that?",
    "In a pictogram one car stands for {each} cars sold. {day} has {symbols} cars. How many were sold?",
    "In a pictogram one ball stands for {each} goals. A team has {symbols} balls. How many goals is that?",
    "In a pictogram one phone stands for {each} phones mended. {day} has {symbols} phones. How many is that?",
    "In a pictogram one loaf stands for {each} loaves baked. {day} has {symbols} loaves. How many is that?",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


@generator(topic="Charts and tables", levels=(FUNKIES, EIN2STEINS), calculator=False)
def pictogram(dice: random.Random, level: Level) -> Made:
    """Whole symbols and a half or a quarter of one."""
    each = dice.choice([2, 4, 6, 10] if level == FUNKIES else [8, 12, 20])
    part = Fraction(1, 2) if level == FUNKIES else dice.choice([Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)])
    whole = dice.randrange(2, 8)
    amount, extra = (whole + part) * each, part * each
    return made(
        told(dice, PICTURES, each=each, day=dice.choice(DAYS), symbols=f"${whole} {part}$"),
        number_asked(
            dice,
            amount,
            (whole * each, f"The ${part}$ counts too: it stands for {extra}."),
            (whole + part, f"That counts the pictures. Each stands for {each}."),
            ((whole + 1) * each, f"The last one isn't whole: it stands for {extra}."),
            (whole * each + 1, f"A part of a picture stands for {extra}, not for 1."),
        ),
        seconds=40,
        trick="Whole ones first, then the part",
        steps=[
            f"{whole} × {each} = {whole * each}, and ${part}$ of {each} is {extra}.",
            f"{whole * each} + {extra} = {amount}",
        ],
        facts={"each": each, "symbols": whole + part},
    )


TALLIES = (
    "A tally of buses shows {gates} full gates of five and {rest} single strokes. How many buses is that?",
    "{name} tallies birds: {gates} gates of five and {rest} strokes more. How many birds is that?",
    "A shop's tally has {gates} gates of five and {rest} strokes. How many customers is that?",
    "A tally of red cars shows {gates} gates of five and {rest} strokes. How many red cars is that?",
)


@generator(topic="Charts and tables", levels=(FUNKIES,), calculator=False)
def tally(dice: random.Random, _level: Level) -> Made:
    """Gates of five and single strokes."""
    gates, rest = dice.randrange(2, 10), dice.randrange(2, 5)
    total = 5 * gates + rest
    return made(
        told(dice, TALLIES, gates=gates, rest=rest),
        number_asked(
            dice,
            total,
            (gates + rest, "Each gate counts five, not one."),
            (4 * gates + rest, "A gate is four strokes and one across: five."),
            (5 * gates, f"The {rest} single strokes count too."),
            (total + 5, "That's one gate too many."),
        ),
        seconds=25,
        trick="Count in fives",
        steps=[f"{gates} × 5 = {5 * gates}", f"{5 * gates} + {rest} = {total}"],
        facts={"gates": gates, "rest": rest},
    )


PIES = (
    "A pie chart shows how {all} students come to college. The part for the bus is {part}. How many is that?",
    "A pie chart shows {all} votes. {name}'s part is {part}. How many votes is that?",
    "A pie chart shows {all} hours of a project. The part for painting is {part}. How many hours is that?",
    "A pie chart shows {all} lunches sold. The part for soup is {part}. How many soups is that?",
    "A pie chart shows {all} jobs at a garage. The part for tyres is {part}. How many jobs is that?",
)


ANGLES = {FUNKIES: (90, 120, 180), EIN2STEINS: (30, 45, 60, 90, 120), GO_FORTH: (40, 72, 80, 100, 150)}
IN_WORDS = {90: "a quarter", 120: "a third", 180: "half"}


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def part_of_pie(dice: random.Random, level: Level) -> Made:
    """What a part of a pie chart stands for: a fraction for the first level, then an angle."""
    angle = dice.choice(ANGLES[level])
    share = Fraction(angle, 360)
    whole = share.denominator * dice.randrange(4, 13)
    amount = share * whole
    said, misread = f"{angle}°", (Fraction(whole * angle, 100), "An angle is out of 360°, not out of 100.")
    steps = [f"{angle}° of 360° is ${share}$.", f"${share}$ of {whole} is {amount}."]
    if level == FUNKIES:
        said, misread = IN_WORDS[angle], (amount / 2, "That's half of that part.")
        steps = [f"{said.capitalize()} of {whole} is {whole} ÷ {share.denominator} = {amount}"]
    return made(
        told(dice, PIES, all=whole, part=said),
        number_asked(
            dice,
            amount,
            (whole - amount, "That's the rest of the chart."),
            (Fraction(whole, 2) if angle != 180 else Fraction(whole, 4), "That would be another part of the circle."),
            misread,
            (amount + 1, "Check: how many such parts fill the circle?"),
        ),
        seconds=35 if level == FUNKIES else 50,
        trick="What fraction of the circle?",
        steps=steps,
        facts={"angle": angle, "whole": whole},
    )


SURVEYS = (
    "{part} of {all} people choose tea. How many degrees is their part of a pie chart?",
    "{part} of {all} fans come by train. How many degrees is their part of a pie chart?",
    "{name} spends £{part} of £{all} on rent. How many degrees is that in a pie chart?",
    "{part} of {all} phones sold are black. How many degrees is their part of a pie chart?",
)


@generator(topic="Charts and tables", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def angle_of_pie(dice: random.Random, level: Level) -> Made:
    """How big the angle for a part is."""
    whole = dice.choice([12, 24, 36, 60, 90] if level == EIN2STEINS else [40, 72, 120, 180, 240, 600])
    part = dice.randrange(2, whole)
    angle = Fraction(360 * part, whole)
    if angle.denominator > 1 or 2 * part == whole or (whole > 100 and part % 5):
        raise UnluckyError
    return made(
        told(dice, SURVEYS, part=part, all=whole),
        number_asked(
            dice,
            angle,
            (Fraction(100 * part, whole), "That's the percentage. The whole circle has 360°."),
            (part, "That would need 360 in all."),
            (360 - angle, "That's the angle for the others."),
            (angle / 2, "The circle has 360°, not 180°."),
            unit="°",
        ),
        seconds=55,
        trick="Part over whole, of 360°",
        steps=[f"One of them gets 360° ÷ {whole}.", f"{part} of them: {part} × 360° ÷ {whole} = {shown(angle)}°"],
        facts={"part": part, "whole": whole},
    )


HOURS = ("6 am", "9 am", "noon", "3 pm", "6 pm")
LINES = (
    "A line graph shows °C at {list}. Between which times did it rise most?",
    "A line graph shows visitors at {list}. Between which times did the number rise most?",
    "A line graph shows cars in a car park at {list}. Between which times did the number rise most?",
    "A line graph shows a tank's litres at {list}. Between which times did it rise most?",
)


@generator(topic="Charts and tables", levels=EVERY_LEVEL, calculator=False)
def steepest_part(dice: random.Random, level: Level) -> Made:
    """Where a line graph rises most."""
    top = {FUNKIES: 12, EIN2STEINS: 30, GO_FORTH: 90}[level]
    heights = [dice.randrange(2, top)]
    for _ in range(4):
        heights.append(heights[-1] + dice.randrange(-top // 4, top // 2))
    rises = [after - before for before, after in pairwise(heights)]
    best = max(rises)
    if min(heights) < 1 or rises.count(best) > 1 or len(set(rises)) < 4 or best < 2:
        raise UnluckyError
    answers = []
    for n, rise in enumerate(rises):
        way = "rises" if rise > 0 else "falls" if rise < 0 else "changes"
        why = f"There it {way} by {abs(rise)}."
        answers.append(Answer(n, f"{HOURS[n]} to {HOURS[n + 1]}", "" if rise == best else why))
    signed = [("+" if rise > 0 else "") + shown(rise) for rise in rises]
    right = next(answer for answer in answers if not answer.slip)
    table = ", ".join(f"{hour} {height}" for hour, height in zip(HOURS, heights, strict=True))
    return made(
        told(dice, LINES if level == FUNKIES else LINES[1:], list=table),
        one_of(dice, right, *(answer for answer in answers if answer.slip)),
        seconds=45,
        trick="Work out each step",
        steps=[f"The steps: {', '.join(signed)}", f"The biggest is +{best}: {right.text}"],
        facts={"hours": HOURS, "heights": tuple(heights)},
    )


BARS = (
    "On a bar chart {squares} squares stand for {known} {things}. How many {things} is a bar of {high} squares?",
    "{name} draws a bar chart: {squares} squares for {known} {things}. How many {things} are {high} squares?",
    "A bar chart's scale has {known} {things} at {squares} squares. How many {things} is a bar of {high} squares?",
)
THINGS = ("tickets", "visitors", "meals", "phones", "pounds", "parcels")


@generator(topic="Charts and tables", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def bar_height(dice: random.Random, level: Level) -> Made:
    """What a bar stands for, by the scale."""
    squares, each = dice.randrange(2, 6), dice.choice([2, 4, 5, 10] if level == EIN2STEINS else [15, 20, 25, 40])
    high = dice.randrange(3, 12)
    if high % squares == 0:
        raise UnluckyError
    return made(
        told(dice, BARS, squares=squares, known=squares * each, high=high, things=dice.choice(THINGS)),
        number_asked(
            dice,
            high * each,
            (squares * each * high, f"One square stands for {each}, not for {squares * each}."),
            (high, "That counts squares. What does one square stand for?"),
            (squares * each + high, "That adds. Find what one square stands for."),
            (high * each + each, "That's one square too many."),
        ),
        seconds=45,
        trick="What does one square stand for?",
        steps=[
            f"One square: {squares * each} ÷ {squares} = {each}",
            f"{high} squares: {high} × {each} = {shown(high * each)}",
        ],
        facts={"squares": squares, "known": squares * each, "high": high},
    )
