"""Questions on money: change, budgets and foreign money. All prices are in pence."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import counted, money_asked, number_asked
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
    money,
    plain,
    rounded,
    shown,
    told,
    typed_number,
)

MENU = (
    ("tea", "teas", 140, 220),
    ("flat white", "flat whites", 320, 410),
    ("samosa", "samosas", 110, 195),
    ("cheese toastie", "cheese toasties", 380, 490),
    ("flapjack", "flapjacks", 165, 245),
    ("bottle of water", "bottles of water", 95, 160),
    ("jacket potato", "jacket potatoes", 425, 575),
    ("banana", "bananas", 45, 80),
    ("sausage roll", "sausage rolls", 135, 210),
    ("falafel wrap", "falafel wraps", 395, 525),
)
TILLS = (
    "{name} buys {one} for {first} and {two} for {second}. How much change is there from {paid}?",
    "At a café {one} costs {first} and {two} {second}. {name} buys both with {paid}. What is the change?",
    "{name} orders {one} at {first} and {two} at {second}, and pays {paid}. How much comes back?",
)
TILLS_FOR_MORE = (
    "{name} buys {one} at {first} each and {two} at {second} each. How much change is there from {paid}?",
    "At a stall {name} orders {one} ({first} each) and {two} ({second} each) and pays {paid}. What is the change?",
)


@generator(topic="Money", levels=(FUNKIES, EIN2STEINS), calculator=False)
def change_due(dice: random.Random, level: Level) -> Made:
    """The change from a note for two things, or for several of each."""
    things = dice.sample(MENU, 2)
    prices = [5 * dice.randint(low // 5, high // 5) for _, _, low, high in things]
    counts = [1, 1] if level is FUNKIES else [dice.randint(2, 3), dice.randint(2, 4)]
    costs = [price * count for price, count in zip(prices, counts, strict=True)]
    spent = sum(costs)
    paid = min(note for note in (500, 1000, 2000, 5000, 10_000) if note > spent)
    if paid - spent < 20 or paid > 2000 or spent % 100 == 0:
        raise UnluckyError
    bought = [
        f"{_a(one)}" if count == 1 else counted(count, one, more)
        for (one, more, *_), count in zip(things, counts, strict=True)
    ]
    return made(
        told(dice, TILLS if level is FUNKIES else TILLS_FOR_MORE, one=bought[0], two=bought[1],
             first=money(prices[0]), second=money(prices[1]), paid=f"a {money(paid)} note"),
        money_asked(
            dice,
            paid - spent,
            (spent, "That's what is spent. The change is what is left of the note."),
            (paid - spent + 100, f"A pound too much: count up from {money(spent)} once more."),
            (paid - sum(prices), f"That pays for one of each. There are {counts[0]} and {counts[1]}."),
            (paid - costs[0], "The second kind is missing in the bill."),
            (paid - spent - 10, "10p too little: add the pence once more."),
        ),
        seconds=60 if level is FUNKIES else 80,
        trick="Add first, then count up",
        steps=[
            f"Together: {money(costs[0])} + {money(costs[1])} = {money(spent)}",
            f"From {money(spent)} up to {money(paid)} is {money(paid - spent)}.",
        ],
        facts={"paid": paid, "prices": tuple(prices), "counts": tuple(counts)},
    )  # fmt: skip


def _a(thing: str) -> str:
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


BUDGETS = (
    ("{name} has {budget}. How many {things} at {price} each can {name} buy?", "bus tickets", 0, (150, 200, 250, 300)),
    ("Drinks cost {price} each. How many drinks can {name} buy with {budget}?", "drinks", 0, (120, 145, 180, 220)),
    ("{name} fills snack bags for a stall. One costs {price}. How many can {name} pay for with {budget}?", "snack bags",
     0, (85, 110, 130, 160)),
    ("A raffle ticket costs {price}. How many can {name} buy with {budget}?", "tickets", 0, (60, 75, 120)),
    ("A car wash token costs {price}. How many does {name} get for {budget}?", "tokens", 0, (140, 160, 240)),
    ("A photo shop charges {fixed} for an album and {price} a print. How many prints does {budget} pay for?", "prints",
     1, (120, 150, 180)),
    ("A climbing hall charges {fixed} for shoes and {price} an hour. How many hours does {budget} pay for?", "hours",
     1, (450, 600, 650)),
    ("Entry to a fair is {fixed} and a ride costs {price}. {name} has {budget}. How many rides is that?", "rides", 1,
     (250, 300, 350, 400)),
    ("A bowling alley charges {fixed} for shoes and {price} a game. How many games can {name} play with {budget}?",
     "games", 1, (450, 550, 650)),
    ("A printer charges {fixed} for setting up and {price} a mug. How many mugs does {budget} pay for?",
     "mugs", 1, (600, 750, 900)),
)  # fmt: skip


@generator(topic="Money", levels=EVERY_LEVEL, calculator=False)
def how_many_can_you_buy(dice: random.Random, level: Level) -> Made:
    """How many of one price a budget buys; for the upper levels after a fixed charge."""
    stories = [story for story in BUDGETS if story[2] == (level is not FUNKIES)]
    story, things, _, prices = dice.choice(stories)
    price, fixed = dice.choice(prices), 0 if level is FUNKIES else 50 * dice.randint(4, 13)
    budget = 100 * dice.choice((5, 10, 20) if level is FUNKIES else (20, 25, 30, 40, 50, 60))
    bought, rest = divmod(budget - fixed, price)
    if bought < 3 or rest == 0 or bought > 40:
        raise UnluckyError
    left, one_more = money(budget - fixed), f"{bought + 1} × {money(price)} = {money(price * (bought + 1))}"
    slips = [
        (budget // price, f"The {money(fixed)} comes off first."),
        (budget // (fixed + price), f"The {money(fixed)} is paid only once."),
        (bought + 1, f"{one_more}, and {money(fixed)} on top is more than {money(budget)}."),
        (bought + 2, "Multiply back to check: that costs too much."),
    ]
    if not fixed:
        slips = [
            (bought + 1, f"{one_more}: that's more than {money(budget)}."),
            (bought - 1, f"There is enough left for one more: {money(price)}."),
            (bought + 2, "Multiply back to check: that costs too much."),
        ]
    return made(
        told(dice, [story], things=things, price=money(price), fixed=money(fixed), budget=money(budget)),
        number_asked(
            dice,
            bought,
            *(slip for slip in slips if slip[0] > 1),
            unit=things,
        ),
        seconds=60,
        trick="Take off what is fixed, then share out" if fixed else "Count up in the price",
        steps=[
            *([f"{money(budget)} − {money(fixed)} = {left}"] if fixed else []),
            f"{bought} × {money(price)} = {money(bought * price)}, which leaves {money(rest)}.",
            f"{money(rest)} is not enough for one more, so {bought}.",
        ],
        facts={"budget": budget, "fixed": fixed, "price": price},
    )  # fmt: skip


LUNCHES = (
    "{name} has {budget} for lunch. Which pairs can {name} pay for? Choose all.",
    "A meal voucher is worth {budget}. Which of these does it cover in full? Choose all.",
    "{name} finds {budget} in a coat. Which of these can {name} buy with it? Choose all.",
)


@generator(topic="Money", levels=(FUNKIES, EIN2STEINS), calculator=False)
def within_budget(dice: random.Random, level: Level) -> Made:
    """Which of four pairs of prices stay within a budget."""
    budget = dice.choice((400, 500, 600) if level is FUNKIES else (750, 850, 1000))
    step = 10 if level is FUNKIES else 5
    pairs = []
    for off in dice.sample(
        (-60, -40, -20, 0, 10, 20, 40, 60) if level is FUNKIES else (-45, -15, -5, 0, 5, 10, 35, 60), 4
    ):
        first = step * dice.randrange(budget * 11 // 20 // step, budget * 7 // 10 // step)
        pairs.append((first, budget + off - first))
    if any(each % 100 == 0 for pair in pairs for each in pair):
        raise UnluckyError
    foods = [("Wrap", "drink"), ("Toastie", "fruit"), ("Burger", "water"), ("Soup", "roll")]
    answers = [
        Answer(
            sum(pair),
            f"{food} {money(pair[0])}, {side} {money(pair[1])}",
            "" if sum(pair) <= budget else f"Together {money(sum(pair))}: that's {money(sum(pair) - budget)} too much.",
        )
        for pair, (food, side) in zip(pairs, foods, strict=True)
    ]
    return made(
        told(dice, LUNCHES, budget=money(budget)),
        all_of(dice, *answers),
        seconds=75,
        trick="Add each pair and compare",
        steps=["In order of their price: " + ", ".join(money(total) for total in sorted(map(sum, pairs))) + ".",
               f"Those up to {money(budget)} are fine, and {money(budget)} exactly is too."],
        facts={"budget": budget},
    )  # fmt: skip


CURRENCIES = (
    ("euros", (115, 117, 119, 121)),
    ("US dollars", (127, 131, 134)),
    ("Swiss francs", (105, 107, 109)),
    ("dirhams", (472, 485, 492)),
)
ABROAD = (
    "£1 is worth {rate} {coin}. {name} changes £{pounds} for a trip. How many {coin} is that?",
    "A bank gives {rate} {coin} for £1. How many {coin} does {name} get for £{pounds}?",
    "{name} sends £{pounds} home when £1 is {rate} {coin}. How many {coin} arrive?",
)
BACK = (
    "£1 is worth {rate} {coin}. {name} comes back with {foreign} {coin}. How many pounds is that?",
    "Headphones cost {foreign} {coin} online. £1 is worth {rate} {coin}. What is that in pounds?",
    "A hostel charges {foreign} {coin}. What is that in pounds when £1 is {rate} {coin}?",
)


@generator(topic="Money", levels=(EIN2STEINS, GO_FORTH), calculator=True)
def exchange(dice: random.Random, level: Level) -> Made:
    """Pounds into another currency, and at the top also back."""
    coin, rates = dice.choice(CURRENCIES)
    rate, pounds = Fraction(dice.choice(rates), 100), dice.choice((20, 40, 60, 80, 120, 150, 180, 240, 250))
    foreign = pounds * rate
    per, there = shown(rate, 2), shown(foreign, 2) if foreign % 1 else shown(foreign)
    if level is GO_FORTH and dice.random() < 0.7:
        return made(
            told(dice, BACK, rate=per, coin=coin, foreign=there),
            money_asked(
                dice,
                100 * pounds,
                (100 * foreign * rate, "That multiplies. On the way back to pounds, divide."),
                (100 * foreign, f"Those are still {coin}. Divide by {per}."),
                (100 * (foreign - rate), "That takes the rate away. Divide by it."),
                (1000 * pounds, "Ten times too much: check the point."),
            ),
            seconds=60,
            trick="Back to pounds: divide",
            steps=[f"Every {per} {coin} make £1, so divide.", f"{there} ÷ {per} = {pounds}, so £{pounds}."],
            facts={"rate": rate, "foreign": foreign},
        )
    return made(
        told(dice, ABROAD, rate=per, coin=coin, pounds=pounds),
        typed_number(
            foreign,
            (pounds / rate, f"That divides. Each pound gives {per} {coin}, so multiply."),
            (pounds + rate, "That adds the rate once. Every pound gives that much."),
            (pounds, f"A pound is worth {per} {coin}, not 1."),
            (foreign / 10, "Ten times too few: check the point."),
            write=lambda value: plain(rounded(value, 2), 2 if value % 1 else 0),
            unit=coin,
        ),
        seconds=60,
        trick="From pounds: multiply",
        steps=[f"Each £1 gives {per} {coin}, so multiply.", f"{pounds} × {per} = {there}"],
        facts={"rate": rate, "pounds": pounds},
    )
