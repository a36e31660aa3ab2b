"""Generators for whole numbers: place value, adding and taking away, times and divide."""

import random

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    FUNKIES,
    Answer,
    Level,
    Made,
    UnluckyError,
    generator,
    in_order,
    listed,
    made,
    one_of,
    shown,
    told,
    told_in,
    true_or_false,
)

TO_NINETEEN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PLACES = ("ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands")

CROWDS = (
    "{Words} fans come to a match.",
    "A festival sells {words} tickets.",
    "A used van has done {words} miles.",
    "{Words} people watch {name}'s video.",
    "A charity run brings in {words} pounds.",
    "A food bank gives out {words} meals in a year.",
)


def in_words(number: int) -> str:
    """A number below a thousand in words: three hundred and forty."""
    if number >= 100:
        rest = number % 100
        return f"{TO_NINETEEN[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return TO_NINETEEN[number]
    return TENS[number // 10] + (f"-{TO_NINETEEN[number % 10]}" if number % 10 else "")


@generator(topic="Place value", levels=(FUNKIES, EIN2STEINS), calculator=False)
def number_in_words(dice: random.Random, level: Level) -> Made:
    """Thousands and a few more, with a place that stays empty."""
    bigger = dice.choice([dice.randrange(11, 100), 10 * dice.randrange(11, 90)])
    thousands = dice.randrange(2, 10) if level == FUNKIES else bigger
    rest = dice.choice([dice.randrange(2, 10), dice.randrange(11, 100), 10 * dice.randrange(2, 10)])
    number, small = 1000 * thousands + rest, in_words(rest)
    words = f"{in_words(thousands)} thousand and {small}"
    wrong = [
        (int(f"{thousands}{rest}"), "A nought has gone missing: three places follow the thousands."),
        (10_000 * thousands + rest, "One nought too many crept in, so the thousands grew."),
        (number + 9 * rest, f"Here the {small} has moved one place too far to the left."),
        (number + 99 * rest, f"Here the {small} has moved two places too far to the left."),
    ]
    return made(
        told(dice, CROWDS, words=words, Words=words.capitalize()) + " Which number is that?",
        one_of(dice, Answer(number, shown(number)), *(Answer(value, shown(value), why) for value, why in wrong)),
        seconds=30 if level == FUNKIES else 40,
        trick="Give each digit its place",
        steps=[
            f"{in_words(thousands).capitalize()} thousand is {shown(1000 * thousands)}.",
            f"{shown(1000 * thousands)} and {rest} more is {shown(number)}.",
        ],
        facts={"words": words},
    )


COUNTERS = (
    "{name}'s van shows {number} miles.",
    "{name}'s music channel has {number} followers.",
    "A charity shop took £{number} in a year.",
    "A stadium sold {number} pies last season.",
    "{name}'s step counter shows {number} steps.",
    "A power station needs {number} bolts.",
)


@generator(topic="Place value", levels=(FUNKIES, EIN2STEINS), calculator=False)
def digit_worth(dice: random.Random, level: Level) -> Made:
    """What one digit of a big number stands for."""
    length = 4 if level == FUNKIES else 6
    digits = dice.sample("123456789", length)
    number, place = int("".join(digits)), dice.randrange(1, length)
    digit = digits[length - 1 - place]
    worth = int(digit) * 10**place
    return made(
        told(dice, COUNTERS, number=shown(number)) + f" What is the {digit} in this number worth?",
        number_asked(
            dice,
            worth,
            (int(digit), "That's the digit itself. Its place says how much it is worth."),
            (worth * 10, "That's one place too far to the left. Count the places from the right."),
            (worth // 10, "That's one place too far to the right. Count: ones, tens, hundreds …"),
            (worth * 100, "That's two places too far to the left. Count the places from the right."),
        ),
        seconds=30 if level == FUNKIES else 40,
        trick="Count the places from the right",
        steps=[
            f"From the right: {', '.join(PLACES[: place + 1])}.",
            f"The {digit} counts {PLACES[place]}: it is worth {shown(worth)}.",
        ],
        facts={"number": number, "digit": digit},
    )


RANKED = (
    ("Four used cars are for sale. Put them in order, lowest price first.", "£"),
    ("Four bands count their followers. Put the numbers in order, smallest first.", ""),
    ("Four friends count their steps. Put the numbers in order, smallest first.", ""),
    ("Four stalls add up their takings. Put them in order, smallest amount first.", "£"),
    ("Four matches had very different crowds. Put them in order, smallest first.", ""),
)


@generator(topic="Place value", levels=(FUNKIES, EIN2STEINS), calculator=False)
def fewest_digits_first(dice: random.Random, level: Level) -> Made:
    """Four numbers of the same few digits, two of them longer than the others."""
    short = 3 if level == FUNKIES else 5
    digits = dice.sample("123456789", 3)
    drawn = ["".join(dice.sample([*digits, *"0" * (size - 3)], size)) for size in (short, short, short + 1, short + 1)]
    if len(set(drawn)) < 4 or any(each[0] == "0" for each in drawn):
        raise UnluckyError
    text, sign = dice.choice(RANKED)
    items = [Answer(int(each), sign + shown(int(each))) for each in sorted(drawn, key=int)]
    return made(
        text,
        in_order(
            items,
            backwards="That's the biggest first. The question starts with the smallest.",
            slips=[
                (
                    sorted(items, key=lambda item: str(item.value)),
                    "The first digit alone doesn't decide. Count how many digits there are.",
                )
            ],
        ),
        seconds=45,
        trick="Fewer digits means smaller",
        steps=[
            f"The two with {short} digits are smaller than the two with {short + 1}.",
            f"Then compare from the left: {', '.join(item.text for item in items)}.",
        ],
        facts={},
    )


BULK = (
    ("A festival ticket costs £{each}. How much do {count} tickets cost?", "£"),
    ("A box holds {each} screws. How many screws are in {count} boxes?", "screws"),
    ("A college buys {count} chairs at £{each} each. How much is that?", "£"),
    ("A machine fills {each} bottles a minute. How many does it fill in {count} minutes?", "bottles"),
    ("A roll holds {each} labels. How many labels are on {count} rolls?", "labels"),
    ("A lorry burns {each} litres of fuel a week. How many litres do {count} such lorries burn?", "litres"),
)


@generator(topic="Place value", levels=(FUNKIES, EIN2STEINS), calculator=False)
def many_of_them(dice: random.Random, level: Level) -> Made:
    """Times 10, 100 or 1,000 by moving digits."""
    each = dice.randrange(12, 99) if level == FUNKIES else dice.randrange(102, 420)
    count = dice.choice([10, 100] if level == FUNKIES else [100, 1000])
    noughts, total = len(str(count)) - 1, each * count
    text, unit = told_in(dice, BULK, each=each, count=shown(count))
    return made(
        text,
        number_asked(
            dice,
            total,
            (total // 10, f"One nought too few: {shown(count)} has {noughts}."),
            (total * 10, f"One nought too many: {shown(count)} has {noughts}."),
            (each + count, f"That adds. {shown(count)} of them means {each} times {shown(count)}."),
            unit=unit,
        ),
        seconds=30,
        trick="Move the digits to the left",
        steps=[
            f"Times {shown(count)} moves each digit to the left, by as many places as there are noughts: {noughts}.",
            f"{each} × {shown(count)} = {shown(total)}",
        ],
        facts={"each": each, "count": count},
    )


def without_carrying(one: int, two: int) -> int:
    """Each column's sum with its tens dropped."""
    places = [10**n for n in range(len(str(max(one, two))))]
    return sum((one // place % 10 + two // place % 10) % 10 * place for place in places)


def smaller_from_larger(more: int, less: int) -> int:
    """In each column the smaller digit from the larger, whichever is on top."""
    places = [10**n for n in range(len(str(more)))]
    return sum(abs(more // place % 10 - less // place % 10) * place for place in places)


PAIRS = (
    ("{name} drives {one} miles in May and {two} miles in June. How many miles is that altogether?", "miles"),
    ("A food bank gets {one} tins one week and {two} the next. How many tins is that?", "tins"),
    ("Fans buy {one} tickets online and {two} at the gate. How many tickets is that?", "tickets"),
    ("{name} walks {one} steps before lunch and {two} after it. How many steps is that?", "steps"),
    ("A bakery sells {one} rolls on Friday and {two} on Saturday. How many rolls is that?", "rolls"),
    ("{name}'s video gets {one} likes on Monday and {two} on Tuesday. How many likes is that?", "likes"),
)


@generator(topic="Adding and taking away", levels=(FUNKIES, EIN2STEINS), calculator=False)
def altogether(dice: random.Random, level: Level) -> Made:
    """Two numbers with something to carry."""
    low, high = (35, 400) if level == FUNKIES else (850, 6000)
    one, two = dice.randrange(low, high), dice.randrange(low, high)
    if without_carrying(one, two) == one + two or one == two:
        raise UnluckyError
    text, unit = told_in(dice, PAIRS, one=shown(one), two=shown(two))
    return made(
        text,
        number_asked(
            dice,
            one + two,
            (without_carrying(one, two), "Nearly: where a column makes 10 or more, carry 1 to the next."),
            (abs(one - two), "That takes one from the other. Putting together means adding."),
            (one + two + 10, "One ten too many. Check the tens column once more."),
            (one + two - 10, "One ten too few. Check the tens column once more."),
            unit=unit,
        ),
        seconds=40 if level == FUNKIES else 50,
        trick="Ones first, then carry",
        steps=[
            f"Start with the ones: {one % 10} + {two % 10} = {one % 10 + two % 10}. Carry wherever there is a ten.",
            f"{shown(one)} + {shown(two)} = {shown(one + two)}",
        ],
        facts={"one": one, "two": two},
    )


STOCKS = (
    ("A hall has {whole} seats, and {gone} are taken. How many seats are free?", "seats"),
    ("{name}'s trip is {whole} miles long, and {gone} miles are done. How many miles are left?", "miles"),
    ("A shop has {whole} phone cases and sells {gone}. How many are left?", "cases"),
    ("{name} has {whole} MB of data and uses {gone} MB. How many MB are left?", "MB"),
    ("A festival has {whole} tickets, and {gone} are sold. How many are left?", "tickets"),
    ("{name} wants to walk {whole} steps today. {gone} are done. How many are still to do?", "steps"),
)


@generator(topic="Adding and taking away", levels=(FUNKIES, EIN2STEINS), calculator=False)
def how_many_left(dice: random.Random, level: Level) -> Made:
    """Taking away from a number that ends in noughts."""
    whole = dice.randrange(200, 900, 10) if level == FUNKIES else dice.randrange(2000, 9000, 50)
    gone = dice.randrange(whole // 6, whole * 4 // 5)
    if gone % 10 == 0:
        raise UnluckyError
    text, unit = told_in(dice, STOCKS, whole=shown(whole), gone=shown(gone))
    stop = gone + -gone % 10
    return made(
        text,
        number_asked(
            dice,
            whole - gone,
            (smaller_from_larger(whole, gone), "Where the top digit is too small, take ten from the next column."),
            (whole + gone, "That adds. What is left is less than at the start."),
            (whole - gone + 10, "Ten too many. Count up from the smaller number to check."),
            (whole - gone - 10, "Ten too few. Count up from the smaller number to check."),
            unit=unit,
        ),
        seconds=45 if level == FUNKIES else 55,
        trick="Count up to the bigger number",
        steps=[
            f"From {shown(gone)} up to {shown(stop)} is {stop - gone}.",
            f"From {shown(stop)} up to {shown(whole)} is {shown(whole - stop)}.",
            f"{stop - gone} + {shown(whole - stop)} = {shown(whole - gone)}",
        ],
        facts={"whole": whole, "gone": gone},
    )


GOALS = (
    "{name} saves for driving lessons that cost £{goal}. £{one} came in May and £{two} in June. How much is missing?",
    "A five-a-side club needs £{goal} for new kit. It has £{one} and then gets £{two}. How much is still missing?",
    "A laptop costs £{goal}. {name} has saved £{one}, and a friend gives £{two}. How much is still missing?",
    "{name} hopes to raise £{goal} for charity. A cake sale brings £{one}, a car wash £{two}. How much is missing?",
)


@generator(topic="Adding and taking away", levels=(FUNKIES, EIN2STEINS), calculator=False)
def still_missing(dice: random.Random, level: Level) -> Made:
    """Two amounts towards a goal: what is still to come."""
    goal = dice.randrange(200, 500, 50) if level == FUNKIES else dice.randrange(600, 1500, 50)
    one, two = (dice.randrange(goal // 8, goal * 2 // 5) for _ in range(2))
    left = goal - one - two
    if left < 20 or one == two:
        raise UnluckyError
    return made(
        told(dice, GOALS, goal=shown(goal), one=one, two=two),
        number_asked(
            dice,
            left,
            (one + two, "That's the money so far. Take it away from the goal."),
            (goal - one, f"The £{two} counts as well. Take that away too."),
            (left + 10, "£10 too much. Check by adding up to the goal."),
            (goal - one + two, f"Both amounts come off. This adds the £{two} again."),
            unit="£",
        ),
        seconds=50,
        trick="Add what is there, then compare",
        steps=[
            f"So far: £{one} + £{two} = £{shown(one + two)}",
            f"£{shown(goal)} − £{shown(one + two)} = £{shown(left)}",
        ],
        facts={"goal": goal, "parts": (one, two)},
    )


LIMITS = (
    "A van may carry {limit} kg. Three crates weigh {listed} kg.",
    "{name} may spend {limit} pounds. Three bills come to {listed} pounds.",
    "A phone plan allows {limit} minutes. Three calls take {listed} minutes.",
    "A USB stick holds {limit} MB. Three videos take {listed} MB.",
)
CLAIMS = ("True or false? That is within the limit.", "True or false? Altogether that goes over the limit.")


@generator(topic="Adding and taking away", levels=(FUNKIES, EIN2STEINS), calculator=False)
def within_limit(dice: random.Random, level: Level) -> Made:
    """Three numbers whose sum is a little over or under a limit; true as often as false."""
    size = 100 if level == FUNKIES else 1000
    loads = [dice.randrange(size // 5, size // 2) for _ in range(3)]
    total = sum(loads)
    limit = dice.choice([-(-total // size) * size, total // size * size])
    claims_within = dice.random() < 0.5
    if not 0 < abs(limit - total) < size // 5:
        raise UnluckyError
    is_right = claims_within == (total <= limit)
    return made(
        f"{told(dice, LIMITS, limit=shown(limit), listed=listed([str(load) for load in loads]))} "
        f"{CLAIMS[0] if claims_within else CLAIMS[1]}",
        true_or_false(
            right=is_right,
            slip=f"The hundreds and tens come close to {shown(limit)}. Add the ones too: they decide.",
        ),
        seconds=45,
        trick="Add all three, then compare",
        steps=[
            f"{loads[0]} + {loads[1]} + {loads[2]} = {shown(total)}",
            f"{shown(total)} is {'less' if total < limit else 'more'} than {shown(limit)}.",
        ],
        facts={"loads": tuple(loads), "limit": limit, "claim": "within" if claims_within else "over"},
    )
