"""Generators for times and divide, the order of operations, and negative numbers."""

import random
from collections.abc import Callable

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
    told_in,
    true_or_false,
)

PACKS = (
    ("A crate holds {each} bottles. How many bottles are in {count} crates?", "bottles"),
    ("{name} cuts hair for {each} minutes at a time. How many minutes do {count} cuts take?", "minutes"),
    ("A coach has {each} seats. How many seats do {count} coaches have?", "seats"),
    ("A football sticker album has {each} stickers on a page. How many are on {count} pages?", "stickers"),
    ("A phone costs {name} £{each} a month. How much is that in {count} months?", "£"),
    ("A baker fills {count} trays with {each} rolls each. How many rolls is that?", "rolls"),
)


@generator(topic="Times and divide", levels=EVERY_LEVEL, calculator=False)
def packs(dice: random.Random, level: Level) -> Made:
    """A number of equal packs, with something to carry."""
    each = dice.randrange(13, 70) if level != GO_FORTH else dice.randrange(23, 80)
    count = {FUNKIES: dice.randrange(3, 9), EIN2STEINS: dice.randrange(11, 20), GO_FORTH: dice.randrange(21, 60)}[level]
    tens, ones = each // 10 * 10, each % 10
    if ones < 2 or count % 10 == 0:
        raise UnluckyError
    uncarried = tens * count + ones * count % 10
    text, unit = told_in(dice, PACKS, each=each, count=count)
    return made(
        text,
        number_asked(
            dice,
            each * count,
            (uncarried, f"{ones} times {count} is {ones * count}. Its tens have to be carried."),
            (each + count, f"That adds. {count} lots of {each} means times."),
            (tens * count, f"That's {count} lots of {tens}. The {ones} counts {count} times as well."),
            (tens * (count // 10 * 10) + ones * (count % 10), "Each part of one number times each part of the other."),
            (each * count + count, f"One lot too many for each {count}. Check {ones} × {count}."),
            unit=unit,
        ),
        seconds={FUNKIES: 45, EIN2STEINS: 60, GO_FORTH: 75}[level],
        trick="Split into tens and ones",
        steps=[
            f"{tens} × {count} = {shown(tens * count)} and {ones} × {count} = {ones * count}",
            f"{shown(tens * count)} + {ones * count} = {shown(each * count)}",
        ],
        facts={"each": each, "count": count},
    )


VEHICLES = (
    ("{people} fans travel to an away match. A minibus takes {most}. How many minibuses do they need?", "minibuses"),
    ("{people} guests come to a wedding. A table seats {most}. How many tables do they need?", "tables"),
    ("{people} boxes have to be moved. A van takes {most} at a time. How many trips is that?", "trips"),
    ("{people} students go camping. A tent sleeps {most}. How many tents do they need?", "tents"),
    ("{people} photos go into an album. A page holds {most}. How many pages do they need?", "pages"),
    ("A café needs {people} eggs. They come in boxes of {most}. How many boxes must it buy?", "boxes"),
)


@generator(topic="Times and divide", levels=EVERY_LEVEL, calculator=False)
def enough_for_all(dice: random.Random, level: Level) -> Made:
    """Dividing with something left over: round up so that nobody stays behind."""
    most = {FUNKIES: dice.randrange(4, 10), EIN2STEINS: dice.choice([8, 12, 14, 15]), GO_FORTH: dice.randrange(16, 36)}[
        level
    ]
    full, rest = dice.randrange(5, 12), dice.randrange(1, most)
    people = most * full + rest
    text, unit = told_in(dice, VEHICLES, people=people, most=most)
    return made(
        text,
        number_asked(
            dice,
            full + 1,
            (full, f"{full} are full, and {rest} would be left out. One more is needed."),
            (rest, f"That's what is left over after {full} full ones."),
            (full + 2, "One too many: the last one isn't full, and no more are needed."),
            (people - most, f"That takes {most} away once. How many times does {most} go in?"),
            unit=unit,
        ),
        seconds={FUNKIES: 45, EIN2STEINS: 55, GO_FORTH: 70}[level],
        trick="What about those left over?",
        steps=[
            f"{full} × {most} = {most * full}, and {people} − {most * full} leaves {rest}.",
            f"The {rest} left need one more: {full} + 1 = {full + 1}",
        ],
        facts={"people": people, "most": most},
    )


SHARES = (
    ("{total} chairs stand in {parts} equal rows. How many chairs are in each row?", "chairs"),
    ("A prize of £{total} is shared equally by {parts} friends. How much does each get?", "£"),
    ("{name} cycles {total} miles in {parts} equal days. How many miles is that a day?", "miles"),
    ("{total} leaflets are shared equally by {parts} helpers. How many does each get?", "leaflets"),
    ("A festival packs {total} bottles into {parts} equal crates. How many go in each?", "bottles"),
)


@generator(topic="Times and divide", levels=EVERY_LEVEL, calculator=False)
def equal_shares(dice: random.Random, level: Level) -> Made:
    """Exact division; above the first level the answer has a nought in the middle that gets lost."""
    parts = dice.randrange(3, 9) if level != GO_FORTH else dice.choice([12, 14, 15, 16, 18])
    lost = 0 if level == FUNKIES else dice.randrange(2, 10)
    share = dice.randrange(12, 32) if level == FUNKIES else 100 * dice.randrange(1, 5) + lost
    total = share * parts
    without_nought = share // 100 * 10 + lost if lost else share + 10
    text, unit = told_in(dice, SHARES, total=shown(total), parts=parts)
    return made(
        text,
        number_asked(
            dice,
            share,
            (
                without_nought,
                "A place went missing. Check by multiplying back." if lost else "Ten too many. Multiply back to check.",
            ),
            (total - parts, f"That takes {parts} away. Sharing means dividing."),
            (share * 10, "Ten times too much. Multiply back to check."),
            (share + 1, f"One too many: {parts} × {shown(share + 1)} is {shown(total + parts)}."),
            unit=unit,
        ),
        seconds=45 if level == FUNKIES else 60,
        trick="Check by multiplying back",
        steps=[f"{parts} × {shown(share)} = {shown(total)}", f"So {shown(total)} ÷ {parts} = {shown(share)}"],
        facts={"total": total, "parts": parts},
    )


ASKED_PLAINLY = (
    "Work out {sum}.",
    "{name} types {sum} into a phone. What does the phone show?",
    "A spreadsheet cell holds {sum}. What number does it show?",
    "A quiz app asks {name}: what is {sum}?",
    "{name} and {friend} disagree about {sum}. What is it?",
)


@generator(topic="Order of operations", levels=EVERY_LEVEL, calculator=False)
def as_it_stands(dice: random.Random, level: Level) -> Made:
    """A short sum whose order matters."""
    source, value, steps, slips = dice.choice(SUMS[level])(dice)
    return made(
        told(dice, ASKED_PLAINLY, sum=f"${source}$"),
        number_asked(dice, value, *slips),
        seconds={FUNKIES: 30, EIN2STEINS: 40, GO_FORTH: 50}[level],
        trick="Powers, × and ÷ before + and −" if level == GO_FORTH else "× and ÷ before + and −",
        steps=steps,
        facts={"sum": source},
    )


Sum = tuple[str, int, list[str], list[tuple[int, str]]]
"""A sum in the notation of formulas, its value, its steps, and slips with why."""

LEFT_TO_RIGHT = "That goes from left to right. Times comes before plus and minus."


def _plus_times(dice: random.Random) -> Sum:
    one, two, three = dice.randrange(3, 20), dice.randrange(2, 10), dice.randrange(3, 10)
    product = two * three
    slips = [
        ((one + two) * three, LEFT_TO_RIGHT),
        (one + two + three, "The × means times, not plus."),
        (one * two + three, "The × stands between the other two numbers."),
        (product, f"That's the times part. The {one} is still to be added."),
    ]
    return (
        f"{one} + {two} times {three}",
        one + product,
        [f"{two} × {three} = {product}", f"{one} + {product} = {one + product}"],
        slips,
    )


def _minus_times(dice: random.Random) -> Sum:
    two, three = dice.randrange(2, 8), dice.randrange(3, 8)
    product = two * three
    one = product + dice.randrange(2, 20)
    slips = [
        ((one - two) * three, LEFT_TO_RIGHT),
        (one - two - three, "The × means times. Work that part out first."),
        (one + product, "The times part is taken away, not added."),
        (product, f"That's the times part. Take it away from {one}."),
    ]
    return (
        f"{one} - {two} times {three}",
        one - product,
        [f"{two} × {three} = {product}", f"{one} − {product} = {one - product}"],
        slips,
    )


def _plus_divided(dice: random.Random) -> Sum:
    below, share = dice.randrange(2, 7), dice.randrange(2, 9)
    one, two = below * dice.randrange(2, 8), below * share
    slips = [
        ((one + two) // below, "That goes from left to right. Divide before you add."),
        (one + two - below, "The ÷ means divide. Work that part out first."),
        (one // below + two, f"Only the {two} is divided: it stands next to the ÷."),
        (share, f"That's the divided part. The {one} is still to be added."),
    ]
    return (
        f"{one} + {two} div {below}",
        one + share,
        [f"{two} ÷ {below} = {share}", f"{one} + {share} = {one + share}"],
        slips,
    )


def _brackets(dice: random.Random) -> Sum:
    one, two, times = dice.randrange(9, 20), dice.randrange(2, 8), dice.randrange(3, 9)
    inside = one - two
    slips = [
        (one - two * times, "The brackets come first, before the times."),
        (one * times - two, f"Both numbers in the brackets are multiplied: the {two} too."),
        (inside + times, "A number in front of a bracket means times."),
        (inside, f"That's the bracket alone. It is multiplied by {times}."),
    ]
    return (
        f"{times} times ({one} - {two})",
        inside * times,
        [f"The brackets first: {one} − {two} = {inside}", f"{times} × {inside} = {inside * times}"],
        slips,
    )


def _times_square(dice: random.Random) -> Sum:
    one, two, base = dice.randrange(2, 20), dice.randrange(2, 6), dice.randrange(3, 8)
    value = one + two * base**2
    slips = [
        (one + (two * base) ** 2, f"Only the {base} is squared. The power comes before the times."),
        (one + two * base * 2, f"Squared means times itself: {base} × {base}, not {base} × 2."),
        ((one + two) * base**2, "Times comes before plus."),
        (two * base**2, f"The {one} is still to be added."),
    ]
    steps = [
        f"The power first: {base} × {base} = {base**2}",
        f"{two} × {base**2} = {two * base**2}",
        f"{one} + {two * base**2} = {value}",
    ]
    return f"{one} + {two} times {base}^2", value, steps, slips


def _squared_brackets(dice: random.Random) -> Sum:
    one, two, less = dice.randrange(6, 13), dice.randrange(2, 5), dice.randrange(2, 15)
    inside = one - two
    value = inside**2 - less
    slips = [
        (one**2 - two**2 - less, "The brackets come first. Squaring each number gives something else."),
        (inside * 2 - less, f"Squared means times itself: {inside} × {inside}."),
        (inside**2 + less, f"The {less} is taken away."),
        (one - two**2 - less, "The power belongs to the whole bracket."),
    ]
    steps = [
        f"The brackets first: {one} − {two} = {inside}",
        f"{inside} × {inside} = {inside**2}",
        f"{inside**2} − {less} = {value}",
    ]
    return f"({one} - {two})^2 - {less}", value, steps, slips


SUMS: dict[Level, tuple[Callable[[random.Random], Sum], ...]] = {
    FUNKIES: (_plus_times, _minus_times, _plus_divided),
    EIN2STEINS: (_minus_times, _plus_divided, _brackets),
    GO_FORTH: (_brackets, _times_square, _squared_brackets),
}


ORDERS = (
    ("{count} pizzas cost £{each} each and one big salad costs £{once}.", "cost in pounds"),
    ("{name} plays {count} games for {each} points each and gets a bonus of {once} points.", "number of points"),
    ("Hiring a drill costs £{once} once and £{each} a day. {name} needs it for {count} days.", "cost in pounds"),
    ("A phone plan costs £{each} a month for {count} months, and £{once} to join.", "cost in pounds"),
    ("{name} packs {count} boxes of {each} mugs, and {once} mugs are left over.", "number of mugs"),
)


@generator(topic="Order of operations", levels=(FUNKIES, EIN2STEINS), calculator=False)
def which_sum(dice: random.Random, level: Level) -> Made:
    """A story with one part that repeats and one that doesn't: which calculation fits?"""
    top = 6 if level == FUNKIES else 12
    count, each, once = dice.sample(range(3, top + 4), 3)
    story, asked = dice.choice(ORDERS)
    total, repeated = count * each + once, f"{count} times {each}"
    right = dice.choice([f"{once} + {repeated}", f"{repeated} + {once}"])
    return made(
        told(dice, [story], count=count, each=each, once=once) + f" Which gives the {asked}?",
        one_of(
            dice,
            Answer(total, f"${right}$"),
            Answer((once + count) * each, f"$({once} + {count}) times {each}$", f"Here the {once} is multiplied too."),
            Answer(count + each + once, f"${count} + {each} + {once}$", f"{count} lots of {each} means times."),
            Answer(
                count * (each + once),
                f"${count} times ({each} + {once})$",
                f"The {once} comes once, not {count} times.",
            ),
        ),
        seconds=45,
        trick="What repeats? What comes once?",
        steps=[
            f"{count} lots of {each}: {count} × {each} = {count * each}",
            f"The {once} comes once: {count * each} + {once} = {total}",
        ],
        facts={"each": each, "count": count, "once": once},
    )


CLAIMED = (
    "{name} says that {one} is the same as {two}. True or false?",
    "True or false? A till gets the same from {one} as from {two}.",
    "True or false? {one} and {two} are worth the same.",
    "A spreadsheet has {one} in one cell and {two} in the next. True or false? Both show the same.",
)


@generator(topic="Order of operations", levels=EVERY_LEVEL, calculator=False)
def same_result(dice: random.Random, level: Level) -> Made:
    """Two sums that look alike: brackets or another order may or may not change the result."""
    a, b, c = dice.sample(range(2, 10 if level == FUNKIES else 15), 3)
    alike = [
        (f"{a} + {b} times {c}", f"{b} times {c} + {a}", a + b * c, a + b * c),
        (f"{a} + ({b} times {c})", f"{a} + {b} times {c}", a + b * c, a + b * c),
        (f"{c} times ({a} + {b})", f"{c} times {a} + {c} times {b}", c * (a + b), c * a + c * b),
    ]
    other = [
        (f"{a} + {b} times {c}", f"({a} + {b}) times {c}", a + b * c, (a + b) * c),
        (f"{c} times ({a} + {b})", f"{c} times {a} + {b}", c * (a + b), c * a + b),
        (f"{a + b * c} - {b} times {c}", f"({a + b * c} - {b}) times {c}", a, (a + b * c - b) * c),
    ]
    one, two, first, second = dice.choice(dice.choice([alike, other]))
    return made(
        told(dice, CLAIMED, one=f"${one}$", two=f"${two}$"),
        true_or_false(
            right=first == second,
            slip="They look different, but work both out: the result is the same."
            if first == second
            else "The numbers are the same, but brackets change which part is worked out first.",
        ),
        seconds=40 if level == FUNKIES else 45,
        trick="Work out both, brackets first",
        steps=[f"${one} = {first}$", f"${two} = {second}$"],
        facts={"one": one, "two": two},
    )
