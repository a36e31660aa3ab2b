"""Generators for fractions."""

import random
from fractions import Fraction
from math import gcd, lcm

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
    one_of,
    over,
    told,
    told_in,
    typed_number,
)

BOTTOMS = {FUNKIES: (3, 4, 5, 8), EIN2STEINS: (5, 6, 8, 9, 10), GO_FORTH: (7, 8, 9, 11, 12, 15)}

EATEN = (
    "{name} eats {part} of a pizza. What fraction of the pizza is left?",
    "{part} of the seats on a coach are taken. What fraction is free?",
    "{name} has read {part} of a book. What fraction is still to read?",
    "{part} of a phone's battery is used up. What fraction is left?",
    "{part} of the fans at a match wear red. What fraction does not?",
    "{name} spends {part} of the rent money on heating. What fraction is left?",
)


@generator(topic="Fractions", levels=(FUNKIES, EIN2STEINS), calculator=False)
def what_is_left(dice: random.Random, level: Level) -> Made:
    """One whole less a fraction."""
    bottom = dice.choice(BOTTOMS[level])
    top = dice.choice([n for n in range(1, bottom) if gcd(n, bottom) == 1 and 2 * n != bottom])
    part, left = Fraction(top, bottom), Fraction(bottom - top, bottom)
    return made(
        told(dice, EATEN, part=f"${over(part)}$"),
        typed_number(
            left,
            (part, "That's the part that is named. We want the rest."),
            (Fraction(top, bottom - top), f"The bottom stays {bottom}: the whole has {bottom} parts."),
            (Fraction(bottom, bottom - top), f"The whole, {bottom}, goes on the bottom."),
            write=over,
        ),
        seconds=30,
        trick=f"The whole is {bottom} out of {bottom}",
        steps=[f"The whole is ${bottom}/{bottom}$.", f"${bottom}/{bottom} - {over(part)} = {over(left)}$"],
        facts={"part": part},
    )


STAFFS = (
    ("{part} of the {whole} people at a gym are members. How many members is that?", "members"),
    ("A match has {whole} fans. {part} of them come by bus. How many is that?", "fans"),
    ("{name} earns £{whole} and saves {part} of it. How much is saved?", "£"),
    ("A {whole} km cycle ride: {part} of it is uphill. How many kilometres is that?", "km"),
    ("A café sells {whole} drinks. {part} of them are tea. How many teas is that?", "teas"),
    ("{part} of the {whole} flats in a block have a balcony. How many is that?", "flats"),
)


@generator(topic="Fractions", levels=EVERY_LEVEL, calculator=False)
def part_of_amount(dice: random.Random, level: Level) -> Made:
    """A fraction of an amount."""
    bottom = dice.choice(BOTTOMS[level])
    tops = [1] if level == FUNKIES and bottom != 4 else [n for n in range(1, bottom) if gcd(n, bottom) == 1]
    top, one = dice.choice(tops), dice.randrange(4, 13)
    whole = bottom * one
    if top == 1 and level != FUNKIES:
        raise UnluckyError
    text, unit = told_in(dice, STAFFS, whole=whole, part=f"${top}/{bottom}$")
    more = [f"So {top} parts are {top} × {one} = {top * one}"] if top > 1 else []
    return made(
        text,
        number_asked(
            dice,
            top * one,
            (one, f"That's one part. There are {top}.") if top > 1 else (whole - one, "That's the rest."),
            (whole - top * one, "That's the rest. The question asks for the part itself."),
            (whole - bottom, f"Divide by {bottom}; don't take it away."),
            (Fraction(whole, top), f"That divides by the top. Divide by the bottom, {bottom}.")
            if top > 1
            else (whole * bottom, f"That's {bottom} times as much. Divide by {bottom} instead."),
            (whole - top, f"Don't take {top} away. Find one of the {bottom} equal parts first."),
            unit=unit,
        ),
        seconds=35 if level == FUNKIES else 45,
        trick="Divide by the bottom, times by the top",
        steps=[f"One of {bottom} equal parts: {whole} ÷ {bottom} = {one}", *more],
        facts={"part": Fraction(top, bottom), "whole": whole},
    )


MIXED = (
    "{name} mixes {one} of a litre of cola with {two} of a litre of juice. How many litres is that?",
    "{name} walks {one} of a mile to the bus and {two} of a mile from it. How many miles is that?",
    "A shift has {one} of an hour of cleaning and {two} of an hour of stocking. How many hours is that?",
    "A smoothie takes {one} of a cup of oats and {two} of a cup of berries. How many cups is that?",
    "{name} paints {one} of a fence, {friend} paints {two} of it. How much of it is painted?",
)


@generator(topic="Fractions", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def put_together(dice: random.Random, level: Level) -> Made:
    """Adding fractions with different bottoms."""
    bottoms = (
        [(2, 4), (2, 6), (3, 6), (4, 8), (5, 10)] if level == EIN2STEINS else [(3, 4), (2, 5), (3, 5), (4, 5), (4, 6)]
    )
    one_bottom, two_bottom = dice.choice(bottoms)
    one = Fraction(dice.randrange(1, one_bottom), one_bottom)
    two = Fraction(dice.randrange(1, two_bottom), two_bottom)
    if one.denominator == two.denominator or one + two >= 1:
        raise UnluckyError
    common, total = lcm(one.denominator, two.denominator), one + two
    as_common = [f"{each.numerator * common // each.denominator}/{common}" for each in (one, two)]
    tops = one.numerator + two.numerator
    wrong = [
        (
            Fraction(tops, one.denominator + two.denominator),
            "Tops and bottoms can't be added on their own. Make the bottoms the same first.",
        ),
        (Fraction(tops, common), "Good bottom. The tops change with it."),
        (one * two, "That multiplies. Putting together means adding."),
        (abs(one - two), "That takes one away from the other."),
        (Fraction(tops, one.denominator * two.denominator), "Good bottom. The tops change with it."),
    ]
    fields = (
        one_of(dice, Answer(total, f"${over(total)}$"), *(Answer(each, f"${over(each)}$", why) for each, why in wrong))
        if dice.random() < 0.5
        else typed_number(total, *wrong, write=over)
    )
    return made(
        told(dice, MIXED, one=f"${over(one)}$", two=f"${over(two)}$"),
        fields,
        seconds=60,
        trick="Same bottoms first",
        steps=[
            f"Same bottoms: ${over(one)} = {as_common[0]}$ and ${over(two)} = {as_common[1]}$",
            f"${as_common[0]} + {as_common[1]}$ makes ${over(total)}$",
        ],
        facts={"one": one, "two": two},
    )


SPLIT = (
    "A recipe says {part} of a cup. Which of these are the same amount?",
    "{name} has done {part} of a course. Which of these say the same?",
    "A tank is {part} full. Which of these say the same?",
    "{part} of a class comes by bus. Which of these fractions are the same?",
)


@generator(topic="Fractions", levels=(FUNKIES, EIN2STEINS), calculator=False)
def same_fraction(dice: random.Random, level: Level) -> Made:
    """Which fractions are worth the same? Two or three of four."""
    bottom = dice.choice([2, 3, 4] if level == FUNKIES else [3, 4, 5, 6])
    top = dice.choice([n for n in range(1, bottom) if gcd(n, bottom) == 1])
    part = Fraction(top, bottom)
    times = dice.sample(range(2, 5 if level == FUNKIES else 9), 2)
    more = dice.randrange(2, 5)
    wrong = [
        (top + more, bottom + more, "Adding the same to top and bottom changes the fraction. Multiply instead."),
        (top * times[0], bottom * times[0] + bottom, "Top and bottom have to be multiplied by the same number."),
        (top * times[1] + 1, bottom * times[1], f"Nearly: the top is {top} times {times[1]}."),
    ]
    wrong = [each for each in wrong if Fraction(each[0], each[1]) not in (part, 1)]
    right = [Answer((top * n, bottom * n), f"${top * n}/{bottom * n}$") for n in times]
    return made(
        told(dice, SPLIT, part=f"${top}/{bottom}$"),
        all_of(dice, *right, *(Answer((a, b), f"${a}/{b}$", why) for a, b, why in dice.sample(wrong, 2))),
        seconds=45,
        trick="Top and bottom times the same",
        steps=[f"Times {n}: ${top}/{bottom} = {top * n}/{bottom * n}$" for n in times],
        facts={"part": part},
    )


PIECES = (
    "How many pieces of {piece} of a metre can {name} cut from {whole} metres of pipe?",
    "A barber needs {piece} of an hour for a cut. How many cuts fit into {whole} hours?",
    "{name} fills glasses of {piece} of a litre from {whole} litres of juice. How many are full?",
    "A dog eats {piece} of a tin a day. How many days do {whole} tins last?",
)


@generator(topic="Fractions", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def how_many_pieces(dice: random.Random, level: Level) -> Made:
    """A whole number divided by a fraction."""
    bottom = dice.choice([3, 4, 5, 6, 8])
    top = (
        1
        if level == EIN2STEINS and dice.random() < 0.5
        else dice.choice([n for n in (2, 3, 4, 5) if n < bottom and gcd(n, bottom) == 1] or [1])
    )
    piece, whole = Fraction(top, bottom), top * dice.randrange(2, 6)
    pieces, small = whole / piece, whole * bottom
    divided = [f"Each piece is {top} of those: {small} ÷ {top} = {pieces}"] if top > 1 else []
    return made(
        told(dice, PIECES, piece=f"${top}/{bottom}$", whole=whole),
        number_asked(
            dice,
            pieces,
            (whole * piece, "That multiplies. Ask how often the fraction fits in."),
            (small, f"That counts pieces of $1/{bottom}$. Each piece here is {top} of those.")
            if top > 1
            else (whole, f"More than one fits into each of the {whole}."),
            (Fraction(whole, bottom), f"Each whole holds {bottom} parts, so there are more pieces than {whole}."),
            (whole + bottom, f"That adds. There are {bottom} parts in each of the {whole}."),
            (pieces + 1, "One too many: count them again."),
        ),
        seconds=50,
        trick="How often does it fit in?",
        steps=[f"There are {bottom} parts in each one: {whole} × {bottom} = {small}", *divided],
        facts={"piece": piece, "whole": whole},
    )


COUNTED = (
    "{part} of {whole} students passed first time. Write that as a fraction in lowest terms.",
    "{part} of {whole} penalties were goals. Write that as a fraction in lowest terms.",
    "{part} of {whole} vans need new tyres. Write that as a fraction in lowest terms.",
    "{name} wins {part} of {whole} games. Write that as a fraction in lowest terms.",
    "It rained on {part} of {whole} days. Write that as a fraction in lowest terms.",
)


@generator(topic="Fractions", levels=EVERY_LEVEL, calculator=False)
def lowest_terms(dice: random.Random, level: Level) -> Made:
    """A count out of a whole as a fraction that can't be made simpler."""
    bottom = dice.choice([2, 3, 4, 5] if level == FUNKIES else [3, 4, 5, 6, 8, 9])
    top = dice.choice([n for n in range(1, bottom) if gcd(n, bottom) == 1])
    times = dice.choice([2, 3, 4, 5] if level != GO_FORTH else [6, 8, 9, 12])
    part, whole = top * times, bottom * times
    return made(
        told(dice, COUNTED, part=part, whole=whole),
        typed_number(
            Fraction(top, bottom),
            (Fraction(part, whole - part), f"The bottom is all of them: {whole}."),
            (Fraction(whole, part), "The other way round: the whole goes on the bottom."),
            (Fraction(bottom - top, bottom), "That's the rest. The question asks for the others."),
            write=over,
            form="simplest",
        ),
        seconds=40 if level != GO_FORTH else 50,
        trick="Divide top and bottom by the same",
        steps=[f"It is ${part}/{whole}$.", f"Divide both by {times}: ${top}/{bottom}$"],
        facts={"part": part, "whole": whole},
    )
