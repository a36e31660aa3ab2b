"""Generators for factors, multiples and primes."""

import random
from math import gcd, lcm, prod

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
    listed,
    made,
    one_of,
    shown,
    told,
    true_or_false,
)

PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97)


def factors(number: int) -> list[int]:
    """All factors, the smallest first."""
    return [each for each in range(1, number + 1) if number % each == 0]


SQUADS = (
    "{number} students split into equal teams with nobody left over. Which team sizes work?",
    "{number} chairs go into equal rows with none left over. Which numbers of rows work?",
    "A baker packs {number} rolls into equal bags with none left over. Which bag sizes work?",
    "{number} stickers are shared equally with none left over. Which numbers of friends work?",
    "A {number} cm board is cut into equal whole centimetres with no waste. Which lengths work?",
)


@generator(topic="Factors and multiples", levels=(FUNKIES, EIN2STEINS), calculator=False)
def equal_groups(dice: random.Random, level: Level) -> Made:
    """Which of four numbers are factors?"""
    number = dice.choice([18, 20, 24, 28, 30, 32] if level == FUNKIES else [36, 42, 48, 54, 56, 60, 72, 80, 84, 90])
    right = dice.sample([each for each in factors(number) if 2 < each < number / 2], 2)
    others = [each for each in range(3, 10 if level == FUNKIES else 17) if number % each]
    wrong = dice.sample(others, 2)
    answers = [Answer(each, str(each)) for each in right]
    for each in wrong:
        times, rest = divmod(number, each)
        answers.append(Answer(each, str(each), f"{times} × {each} = {times * each}: {rest} left over."))
    return made(
        told(dice, SQUADS, number=number),
        all_of(dice, *answers),
        seconds=40,
        trick="Which times tables hit it?",
        steps=[
            f"{listed([f'{each} × {number // each} = {number}' for each in sorted(right)])}: these work.",
            f"{listed([str(each) for each in sorted(wrong)], 'and')} leave something over.",
        ],
        facts={"number": number},
    )


MEETINGS = (
    "Bus A leaves every {one} minutes, bus B every {two}. Both leave now. In how many minutes do both leave again?",
    "{name} swims every {one} days, {friend} every {two}. Both swim today. In how many days do both swim again?",
    "Two lights blink every {one} and every {two} seconds. Both blink now. In how many seconds do both blink again?",
    "A van is washed every {one} days and checked every {two}. Both are today. After how many days are both again?",
    "Buns come in packs of {one}, burgers in packs of {two}. What is the fewest of each for equal numbers?",
)


@generator(topic="Factors and multiples", levels=EVERY_LEVEL, calculator=False)
def together_again(dice: random.Random, level: Level) -> Made:
    """The lowest common multiple of two numbers."""
    tables = {FUNKIES: range(2, 7), EIN2STEINS: range(4, 13), GO_FORTH: range(8, 25)}[level]
    one, two = sorted(dice.sample(tables, 2))
    again, most = lcm(one, two), {FUNKIES: 30, EIN2STEINS: 72, GO_FORTH: 144}[level]
    if two % one == 0 or again > most or (level != FUNKIES and again == one * two):
        raise UnluckyError
    return made(
        told(dice, MEETINGS, one=one, two=two),
        number_asked(
            dice,
            again,
            (one * two, f"Both meet then, but earlier too: {again} is in both tables."),
            (one + two, f"That adds. Look for a number in both tables, {one} and {two}."),
            (2 * again, f"That's the second time. {again} comes first."),
            (two * 2, f"That's in the {two} times table, but not in the {one} times table."),
            (gcd(one, two), f"That goes into {one} and {two}. Here {one} and {two} go into the answer."),
        ),
        seconds=50,
        trick="First number in both tables",
        steps=[
            f"{two} times table: {', '.join(str(each) for each in range(two, again + 1, two))}",
            f"The first that {one} goes into as well is {again}.",
        ],
        facts={"one": one, "two": two},
    )


PARCELS = (
    "{one} apples and {two} pears go into equal bags, nothing left over. What is the most bags possible?",
    "{one} nurses and {two} porters form equal teams, nobody left over. What is the most teams possible?",
    "Planks of {one} cm and {two} cm are cut into equal pieces, no waste. How many cm is the longest piece possible?",
    "{name} packs {one} pens and {two} pads into equal gift bags, none left over. What is the most bags possible?",
    "A {one} cm by {two} cm wall gets whole square tiles. How many cm is the longest side a tile can have?",
)


COMMON = {FUNKIES: (3, 4, 5, 6, 7), EIN2STEINS: (4, 5, 6, 7, 8, 9, 12), GO_FORTH: (8, 9, 12, 14, 15, 18)}


@generator(topic="Factors and multiples", levels=EVERY_LEVEL, calculator=False)
def biggest_share(dice: random.Random, level: Level) -> Made:
    """The highest common factor of two numbers."""
    common = dice.choice(COMMON[level])
    a, b = dice.sample([2, 3, 4, 5, 7], 2)
    one, two = common * a, common * b
    if gcd(a, b) > 1 or max(one, two) > (45 if level == FUNKIES else 126):
        raise UnluckyError
    smaller = [each for each in factors(common) if 1 < each < common]
    return made(
        told(dice, PARCELS, one=one, two=two),
        number_asked(
            dice,
            common,
            (smaller[-1] if smaller else 1, "That goes into both, but there is a bigger number that does."),
            (abs(one - two), "That's the difference. Look for what goes into both."),
            (min(one, two), f"{min(one, two)} doesn't go into {max(one, two)}."),
            (lcm(one, two), f"Both go into that. We want what goes into {one} and {two}."),
            (common * 2, f"That doesn't go into both {one} and {two}."),
        ),
        seconds=50,
        trick="Biggest number that goes into both",
        steps=[
            f"{one} = {common} × {a} and {two} = {common} × {b}",
            f"{a} and {b} share nothing more, so the answer is {common}.",
        ],
        facts={"one": one, "two": two},
    )


HUNTS = (
    "Which of these numbers is a prime number?",
    "{name} says that only one of these numbers is prime. Which one?",
    "A padlock opens with the only prime number here. Which one is it?",
    "Which number can't be shared equally, except one by one or all to one?",
    "A quiz app asks {name} for a prime number. Which of these is one?",
)


@generator(topic="Factors and multiples", levels=EVERY_LEVEL, calculator=False)
def find_the_prime(dice: random.Random, level: Level) -> Made:
    """One prime among numbers that look like primes."""
    low, high = {FUNKIES: (5, 30), EIN2STEINS: (11, 60), GO_FORTH: (29, 98)}[level]
    right = dice.choice([prime for prime in PRIMES if low <= prime < high])
    odd = [each for each in range(low, high) if each not in PRIMES and each % 2]
    likely = [each for each in odd if each % 5] if level != FUNKIES else odd
    wrong = [*dice.sample(likely, 2 if len(likely) > 1 else 1), *([1] if level == FUNKIES else dice.sample(odd, 2))]
    reasons = {1: "1 has one factor only. A prime has exactly two: 1 and itself."}
    for each in wrong:
        smallest = factors(each)[1] if each > 1 else 1
        reasons.setdefault(each, f"{each} is {smallest} × {each // smallest}.")
    return made(
        told(dice, HUNTS),
        one_of(dice, Answer(right, str(right)), *(Answer(each, str(each), reasons[each]) for each in wrong)),
        seconds=30 if level == FUNKIES else 40,
        trick="Try 2, 3, 5 and 7",
        steps=[
            f"Only 1 and {right} go into {right}.",
            f"So {right} is prime. Each of the others has more factors or, like 1, too few.",
        ],
        facts={},
    )


@generator(topic="Factors and multiples", levels=(GO_FORTH,), calculator=False)
def prime_product(dice: random.Random, _level: Level) -> Made:
    """A number written with prime factors; the wrong products are other numbers."""
    powers = {prime: dice.choice([0, 1, 1, 2] if prime > 2 else [1, 2, 3]) for prime in (2, 3, 5, 7)}
    number = prod(prime**power for prime, power in powers.items())
    used = [prime for prime, power in powers.items() if power]
    if not 30 <= number <= 300 or len(used) < 2 or max(powers.values()) == 1:
        raise UnluckyError
    right = _as_product(powers)
    wrong = []
    for prime in used:
        for change, why in ((1, "too many"), (-1, "too few")):
            other = {**powers, prime: powers[prime] + change}
            value = prod(each**power for each, power in other.items())
            wrong.append(Answer(value, f"${_as_product(other)}$", f"One {prime} {why}: this makes {shown(value)}."))
    return made(
        told(dice, DRAWN_UP, number=number),
        one_of(dice, Answer(number, f"${right}$"), *dice.sample(wrong, 3)),
        seconds=60,
        trick="Divide by 2 as often as it goes, then 3 …",
        steps=[f"Divide again and again: {_divided(powers, number)}", f"So ${number} = {right}$"],
        facts={"number": number},
    )


DRAWN_UP = (
    "Which of these is {number} as a product of primes?",
    "{name} draws a factor tree for {number}. Which product of primes is at the bottom?",
    "A code splits {number} into primes. Which product is right?",
)


def _as_product(powers: dict[int, int]) -> str:
    return " times ".join(f"{prime}^{power}" if power > 1 else str(prime) for prime, power in powers.items() if power)


def _divided(powers: dict[int, int], number: int) -> str:
    """The numbers that are left on the way down to 1."""
    left = [number]
    for prime, power in powers.items():
        for _ in range(power):
            left.append(left[-1] // prime)
    return ", ".join(map(str, left))


LINE_UPS = (
    "In how many ways can {number} chairs stand in equal rows? Count one row and rows of one too.",
    "How many different numbers of friends could share {number} stickers equally, from 1 to {number}?",
    "{name} looks for every whole number that goes into {number}. How many are there?",
    "{number} students line up in equal rows. How many numbers of rows are possible, from 1 to {number}?",
)


@generator(topic="Factors and multiples", levels=(FUNKIES, EIN2STEINS), calculator=False)
def how_many_factors(dice: random.Random, level: Level) -> Made:
    """How many factors a number has."""
    number = dice.choice(range(6, 21) if level == FUNKIES else range(16, 43))
    all_of_them = factors(number)
    count = len(all_of_them)
    if count < 3:
        raise UnluckyError
    return made(
        told(dice, LINE_UPS, number=number),
        number_asked(
            dice,
            count,
            (count - 2, f"1 and {number} count as well."),
            ((count + 1) // 2, "That counts pairs. Both numbers of a pair count."),
            (count - 1, "One is missing. Go through them in pairs."),
            (count + 1, "One too many: count each number once."),
        ),
        seconds=45,
        trick="Go through them in pairs",
        steps=[f"These go into {number}: {', '.join(map(str, all_of_them))}.", f"That makes {count}."],
        facts={"number": number},
    )


CLAIMS = (
    "True or false? {small} is a factor of {big}.",
    "True or false? {big} is a multiple of {small}.",
    "{name} says that {big} players make teams of {small} with nobody left over. True or false?",
    "True or false? {big} eggs fill boxes of {small} with none left over.",
)


@generator(topic="Factors and multiples", levels=(FUNKIES, EIN2STEINS), calculator=False)
def goes_into(dice: random.Random, level: Level) -> Made:
    """Whether one number goes into another, as often so as not."""
    small = dice.choice([3, 4, 6] if level == FUNKIES else [3, 4, 6, 7, 8, 9])
    times = dice.randrange(6, 13 if level == FUNKIES else 22)
    rest = dice.choice([0, dice.randrange(1, small)])
    big = small * times + rest
    return made(
        told(dice, CLAIMS, small=small, big=big),
        true_or_false(
            right=rest == 0,
            slip=f"{times} × {small} is {small * times}, so {rest or 'nothing'} is left over.",
        ),
        seconds=30,
        trick="Is it in the times table?",
        steps=[
            f"{times} × {small} = {small * times}",
            f"So {small} {'goes' if rest == 0 else 'does not go'} into {big}.",
        ],
        facts={"small": small, "big": big},
    )
