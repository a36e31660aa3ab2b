"""Generators for rounding and estimating."""

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
    made,
    plain,
    rounded,
    shown,
    told,
    told_in,
    true_or_false,
    typed_number,
)

EXACT = (
    "{Number} fans come to a match. Round this to the nearest {size}.",
    "A used van has done {number} miles. Round this to the nearest {size}.",
    "{name}'s video has {number} views. Round this to the nearest {size}.",
    "A food bank gives out {number} tins. Round this to the nearest {size}.",
    "{name} walks {number} steps. Round this to the nearest {size}.",
    "A town has {number} homes. Round this to the nearest {size}.",
)


@generator(topic="Rounding and estimating", levels=(FUNKIES, EIN2STEINS), calculator=False)
def to_the_nearest(dice: random.Random, level: Level) -> Made:
    """A whole number to the nearest ten, hundred or thousand."""
    size = dice.choice([10, 100] if level == FUNKIES else [100, 1000])
    number = dice.randrange(size + 1, 90 * size)
    rest = number % size
    if abs(rest - size // 2) > size // 3 or rest == 0:
        raise UnluckyError
    below, above = number - rest, number - rest + size
    right, wrong = (above, below) if 2 * rest >= size else (below, above)
    rough, fine = (int(rounded(Fraction(number, each), 0)) * each for each in (10 * size, size // 10))
    return made(
        told(dice, EXACT, Number=shown(number), number=shown(number), size=shown(size)),
        number_asked(
            dice,
            right,
            (wrong, f"{shown(number)} is nearer to {shown(right)}. Look at the digit after the one you keep."),
            (right // size, "Nearly: noughts have to fill the places up to the end."),
            (rough, f"That's to the nearest {shown(10 * size)}, which is too rough."),
            (fine, f"That's to the nearest {shown(size // 10)}, which is too fine."),
            (above + size, f"That's further away: {shown(number)} lies below {shown(above)}."),
        ),
        seconds=30,
        trick="Look one digit to the right",
        steps=[
            f"It lies between {shown(below)} and {shown(above)}. Halfway is {shown(below + size // 2)}.",
            f"{shown(number)} is {'not below' if right == above else 'below'} halfway, so it rounds to {shown(right)}.",
        ],
        facts={"number": number, "size": size},
    )


SAID = (
    "True or false? {number} fans are {said} fans to the nearest {size}.",
    "{name} says that {number} miles are {said} miles to the nearest {size}. True or false?",
    "True or false? {number} steps, rounded to the nearest {size}, are {said} steps.",
    "A website rounds {number} visitors to {said}. True or false? That's to the nearest {size}.",
)


@generator(topic="Rounding and estimating", levels=(FUNKIES, EIN2STEINS), calculator=False)
def rounds_to(dice: random.Random, level: Level) -> Made:
    """A claim about rounding near halfway, as often right as wrong."""
    size = 100 if level == FUNKIES else 1000
    below = dice.randrange(1, 10) * size
    number = below + size // 2 + dice.choice([-1, 1]) * dice.randrange(1, size // 12)
    right = below + (size if number >= below + size // 2 else 0)
    said = dice.choice([right, 2 * below + size - right])
    return made(
        told(dice, SAID, number=shown(number), said=shown(said), size=shown(size)),
        true_or_false(
            right=said == right,
            slip=f"Round once, straight from {shown(number)}, and compare it with halfway: {shown(below + size // 2)}.",
        ),
        seconds=25,
        trick="Where is halfway?",
        steps=[
            f"Halfway from {shown(below)} to {shown(below + size)} is {shown(below + size // 2)}.",
            f"{shown(number)} is {'above' if number > below + size // 2 else 'below'} it: {shown(right)}",
        ],
        facts={"number": number, "size": size, "said": said},
    )


ON_SCREEN = (
    "A calculator shows {number}. Round this to {places}.",
    "{name} works out a wage of {number} pounds an hour. Round this to {places}.",
    "A phone measures a run of {number} km. Round this to {places}.",
    "{name} shares a bill and gets {number}. Round this to {places}.",
    "A sensor reads {number} °C. Round this to {places}.",
    "A lab weighs {number} g of salt. Round this to {places}.",
)


@generator(topic="Rounding and estimating", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def to_places(dice: random.Random, level: Level) -> Made:
    """A decimal to one or two places."""
    places = 1 if level == EIN2STEINS else dice.choice([1, 2])
    value = Fraction(dice.randrange(2000, 99999), 1000 if level == EIN2STEINS else 10_000)
    right = rounded(value, places)
    if plain(value, places + 1) == plain(value) and len(plain(value).partition(".")[2]) <= places:
        raise UnluckyError
    step = Fraction(1, 10**places)
    cut = int(value / step) * step
    by_steps = rounded(rounded(value, places + 1), places)
    return made(
        told(dice, ON_SCREEN, number=shown(value), places=f"{places} decimal place{'s' if places > 1 else ''}"),
        typed_number(
            right,
            (cut, "That cuts the rest off. Look at the next digit: is it 5 or more?"),
            (cut + step, "That rounds up. The next digit is less than 5."),
            (by_steps, "Round once, straight from the number, not in two steps."),
            (rounded(value, 0), "That's to the nearest whole number."),
            write=lambda each: plain(each, places) if each in (right, cut, cut + step) else plain(each),
            form=f"{places} dp",
        ),
        seconds=40,
        trick="The next digit decides",
        steps=[
            f"The next digit of {shown(value)} is {int(value * 10 ** (places + 1)) % 10}.",
            f"So it rounds {'up' if right > cut else 'down'} to {shown(right, places)}.",
        ],
        facts={"value": value, "places": places},
    )


SCALES = {
    False: (
        ON_SCREEN[0],
        "A stadium sells {number} tickets. Round this to {places}.",
        "{name}'s channel has {number} followers. Round this to {places}.",
        "A council mends {number} potholes. Round this to {places}.",
    ),
    True: (
        ON_SCREEN[0],
        "A steel sheet is {number} m thick. Round this to {places}.",
        "A medicine holds {number} g of zinc. Round this to {places}.",
        "{name}'s phone is {number} s slow. Round this to {places}.",
    ),
}


@generator(topic="Rounding and estimating", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def to_figures(dice: random.Random, level: Level) -> Made:
    """A number to one or two significant figures, big or below one."""
    figures, small = (1, False) if level == EIN2STEINS else (dice.choice([1, 2, 2]), dice.random() < 0.5)
    digits = dice.randrange(1_011, 9_899)
    kept, next_digit = divmod(digits // 10 ** (3 - figures), 10)
    best = kept + (next_digit >= 5)
    if digits % 10 == 0 or best % 10 == 0:
        raise UnluckyError
    scale = Fraction(1, 100_000) if small else Fraction(10)
    value, unit = digits * scale, 10 ** (4 - figures) * scale
    places_lost = [(best, "The places have to stay: fill up to the end with noughts.")]
    if small:
        places_lost = [
            (10 * best * unit, "Keep every nought after the point: they hold the places."),
            (rounded(value, figures), "Significant figures start at the first digit that isn't 0."),
        ]
    asked = f"{figures} significant figure{'s' if figures > 1 else ''}"
    return made(
        told(dice, SCALES[small], number=shown(value), places=asked),
        typed_number(
            best * unit,
            ((kept + (next_digit < 5)) * unit, "Look at the digit after the last one you keep: is it 5 or more?"),
            *places_lost,
            form=f"{figures} sf",
        ),
        seconds=45,
        trick="Start at the first digit that isn't 0",
        steps=[
            f"Keep the {kept}. The next digit is {next_digit}.",
            f"So it rounds {'up' if next_digit >= 5 else 'down'} to {shown(best * unit)}.",
        ],
        facts={"value": value, "figures": figures},
    )


ABOUT = (
    ("Tickets cost £{each} each. About how much do {count} tickets cost? Round both numbers to the nearest ten.", "£"),
    (
        "{name} reads {each} pages a day. About how many is that in {count} days? Round both to the nearest ten.",
        "pages",
    ),
    ("A coach has {each} seats. About how many seats do {count} coaches have? Round both to the nearest ten.", "seats"),
    ("A box weighs {each} kg. About how heavy are {count} boxes? Round both numbers to the nearest ten.", "kg"),
    ("A barber does {count} cuts at £{each} each. About how much is that? Round both to the nearest ten.", "£"),
)
ABOUT_ONE_FIGURE = (
    ("A hall costs £{each} a day. About how much is that for {count} days? Round both to 1 significant figure.", "£"),
    ("A shop sells {count} laptops at £{each}. About how much is that? Round both to 1 significant figure.", "£"),
    ("A hall has {each} seats in each of {count} rows. About how many? Round both to 1 significant figure.", "seats"),
    ("{count} lorries carry {each} crates each. About how many? Round both to 1 significant figure.", "crates"),
)


@generator(topic="Rounding and estimating", levels=EVERY_LEVEL, calculator=False)
def about_how_much(dice: random.Random, level: Level) -> Made:
    """An estimate of a product by rounding both numbers first."""
    low, high = {FUNKIES: (12, 89), EIN2STEINS: (21, 98), GO_FORTH: (112, 890)}[level]
    each, count = dice.randrange(low, high), dice.randrange(11, 49)
    stories, places = (ABOUT_ONE_FIGURE, -2) if level == GO_FORTH else (ABOUT, -1)
    one, two = int(rounded(each, places)), int(rounded(count, -1))
    if each % 10 in (0, 5) or count % 10 in (0, 5):
        raise UnluckyError
    text, unit = told_in(dice, stories, each=each, count=count)
    return made(
        text,
        number_asked(
            dice,
            one * two,
            (one * two // 10, "A nought got lost. Count the noughts of both numbers."),
            (one * two * 10, "One nought too many. Count the noughts of both numbers."),
            (one + two, "That adds. Times is needed here."),
            (each * count, "That's exact. An estimate rounds both numbers first."),
            unit=unit,
        ),
        seconds=45,
        trick="Round first, then multiply",
        steps=[f"{each} is about {one}, and {count} is about {two}.", f"{one} × {two} = {shown(one * two)}"],
        facts={"each": each, "count": count, "figures": 1 if level == GO_FORTH else 2},
    )


REPORTED = (
    "A crowd is {said} to the nearest {size}. Which of these could be the exact number?",
    "An app shows {said} steps, to the nearest {size}. Which could be the exact number?",
    "A van has done {said} miles to the nearest {size}. Which could be the exact number?",
    "A paper says {said} jobs, to the nearest {size}. Which could be the exact number?",
)


@generator(topic="Rounding and estimating", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def could_have_been(dice: random.Random, level: Level) -> Made:
    """Which numbers round to the one that is reported?"""
    size = 10 if level == EIN2STEINS and dice.random() < 0.3 else dice.choice([100, 1000])
    said = size * dice.randrange(11, 90)
    low, high = said - size // 2, said + size // 2
    off = dice.randrange(1, max(2, size // 8))
    offered = dice.sample([low, high - off, low + off, low - off, high, high + off], 4)
    answers = []
    for each in offered:
        other = said + size if each >= high else said - size
        answers.append(Answer(each, shown(each), "" if low <= each < high else f"This one rounds to {shown(other)}."))
    return made(
        told(dice, REPORTED, said=shown(said), size=shown(size)),
        all_of(dice, *answers),
        seconds=50,
        trick="Half a step down, half a step up",
        steps=[
            f"It goes from {shown(low)} up to, but not including, {shown(high)}.",
            f"{shown(low)} itself rounds up, so it belongs.",
        ],
        facts={"said": said, "size": size},
    )
