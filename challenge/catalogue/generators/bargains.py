"""Questions on best buys: packs, prices for one, offers. All prices are in pence."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import counted, measure, money_asked
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
    generator,
    in_order,
    made,
    money,
    one_of,
    shown,
    told,
    true_or_false,
)

COUNTED_PACKS = (
    ("toilet rolls", (4, 6, 9, 12), (38, 56)),
    ("eggs", (6, 10, 12, 15), (22, 34)),
    ("batteries", (4, 6, 8, 12), (55, 90)),
    ("pens", (3, 5, 8, 10), (24, 45)),
    ("energy drinks", (2, 4, 6, 12), (75, 115)),
    ("dishwasher tablets", (10, 15, 20, 30), (13, 22)),
    ("tea bags", (40, 80, 160, 240), (2, 7)),
)
WEIGHED_PACKS = (
    ("rice", "g", (500, 750, 1000, 2000), (18, 30)),
    ("washing liquid", "ml", (500, 750, 1500, 2000), (30, 48)),
    ("olive oil", "ml", (250, 500, 750, 1000), (90, 130)),
    ("coffee beans", "g", (250, 400, 500, 1000), (150, 220)),
    ("oats", "g", (500, 800, 1000, 1500), (16, 26)),
    ("dog food", "g", (400, 800, 1200, 2000), (30, 45)),
    ("laundry powder", "g", (600, 900, 1500, 2500), (28, 40)),
)
VALUE = (
    "Which pack of {thing} is the best value for money?",
    "{name} wants the best value. Which pack of {thing} is it?",
    "Four shops sell {thing}. Which is the best buy?",
    "A café buys {thing}. Which pack gives the most for the money?",
)


@generator(topic="Best buys", levels=EVERY_LEVEL, calculator=True)
def best_value(dice: random.Random, level: Level) -> Made:
    """Four packs: the best of them, or at the upper levels all four in order of value."""
    thing, unit, packs = _packs(dice, level)
    per = f"for 100 {unit}" if unit else "for one"
    best, biggest, lowest = packs[0], max(size for _, size, _ in packs), min(price for _, _, price in packs)
    answers = [
        Answer(rate, f"{measure(size, unit) if unit else size} for {money(price)}") for rate, size, price in packs
    ]
    if level is not FUNKIES and dice.random() < 0.3:
        by_price = sorted(range(4), key=lambda n: packs[n][2])
        text = told(dice, ["{name} compares packs of {thing}. Put them in order, best value first."], thing=thing)
        slip = "That's by the price of the whole pack. Compare what the same amount costs."
        asked = in_order(answers, backwards="That's the worst value first. The question asks for the best first.",
                         slips=[([answers[n] for n in by_price], slip)])  # fmt: skip
    else:
        text = told(dice, VALUE, thing=thing)
        slips = [
            ("The biggest pack isn't always the best buy: " if size == biggest else "The lowest price, but "
             if price == lowest else "Close, but ") + f"{shown(rate)}p {per}."
            for rate, size, price in packs
        ]  # fmt: skip
        asked = one_of(
            dice, answers[0], *(Answer(a.value, a.text, s) for a, s in zip(answers[1:], slips[1:], strict=True))
        )
    return made(
        text,
        asked,
        seconds=100 if level is GO_FORTH else 80,
        trick=f"Find the price {per}",
        steps=[
            f"Find the price {per} in each pack.",
            "Best first: " + ", ".join(f"{shown(rate)}p" for rate, _, _ in packs) + ".",
            f"The least is {shown(best[0])}p: {answers[0].text}.",
        ],
        facts={"packs": tuple((size, price) for _, size, price in packs)},
    )


def _packs(dice: random.Random, level: Level) -> tuple[str, str, list[tuple[Fraction, int, int]]]:
    """What is sold, in which unit, and four packs as (pence for one or for 100, size, price), the best first."""
    if level is FUNKIES:
        thing, sizes, (low, high) = dice.choice(COUNTED_PACKS)
        unit, portion, parts = "", 1, 1
    else:
        thing, unit, sizes, (low, high) = dice.choice(WEIGHED_PACKS)
        portion, parts = 100, 1 if level is EIN2STEINS else 2
    rates = [Fraction(rate, parts) for rate in dice.sample(range(low * parts, high * parts + 1), 4)]
    prices = [rate * size / portion for rate, size in zip(rates, sizes, strict=True)]
    usual = max(rates) == rates[0] and min(rates) == rates[3]
    if any(price % 1 for price in prices) or prices != sorted(set(prices)) or (usual and dice.random() < 0.8):
        raise UnluckyError
    return thing, unit, sorted((rate, size, int(price)) for rate, size, price in zip(rates, sizes, prices, strict=True))


EACH = (
    "A pack of {count} {things} costs {price}. What does one cost?",
    "{name} pays {price} for {count} {things}. How much is that for each?",
    "{count} {things} cost {price}. How much is one of them?",
)
EACH_100 = (
    "{size} of {thing} costs {price}. What does {portion} cost?",
    "{name} pays {price} for {size} of {thing}. How much is that for {portion}?",
    "The label on {size} of {thing} at {price} should show the price of {portion}. What is it?",
)


@generator(topic="Best buys", levels=EVERY_LEVEL, calculator=False)
def unit_price(dice: random.Random, level: Level) -> Made:
    """The price of one, or of 100 g or ml, or at the top of a kilogram or litre."""
    if level is FUNKIES:
        thing, sizes, (low, high) = dice.choice(COUNTED_PACKS[:6])
        size, portion, rate = dice.choice(sizes), 1, dice.randint(low, high)
        text, part = EACH, "one"
    else:
        thing, unit, sizes, (low, high) = dice.choice(WEIGHED_PACKS)
        size, portion = dice.choice(sizes), 100 if level is EIN2STEINS else 1000
        rate = dice.randint(low, high) * portion // 100
        part = f"100 {unit}" if portion == 100 else {"g": "1 kg", "ml": "1 litre"}[unit]
        text = EACH_100
        if size == portion:
            raise UnluckyError
    price = Fraction(rate * size, portion)
    if price % 1:
        raise UnluckyError
    shares = Fraction(size, portion)
    shown_size = str(size) if level is FUNKIES else measure(size, unit)
    return made(
        told(dice, text, things=thing, thing=thing, count=size, size=shown_size, price=money(price), portion=part),
        money_asked(
            dice,
            rate,
            (price * shares, f"That multiplies. Share {money(price)} out instead."),
            (10 * rate, "Ten times too much: check the noughts."),
            (Fraction(rate, 10), "Ten times too little: check the noughts."),
            (price / 2, f"That's for half of it. The question asks for {part}."),
            (rate + 5, "Close. Divide once more."),
        ),
        seconds=60,
        trick="Share the price out",
        steps=[
            f"The pack holds {shown(shares)} times {part}."
            if shares > 1
            else f"The pack is {shown(shares)} of {part}.",
            f"{money(price)} ÷ {shown(shares)} = {money(rate)}",
        ],
        facts={"size": size, "portion": portion, "price": price},
    )


OFFERS = (
    ("3 for the price of 2", 3, Fraction(2)),
    ("buy one, get one free", 2, Fraction(1)),
    ("4 for the price of 3", 4, Fraction(3)),
    ("buy one, get the second one half price", 2, Fraction(3, 2)),
)
OFFERED = (
    ("T-shirts", 600, 1200),
    ("Shower gels", 140, 260),
    ("Pizzas", 280, 460),
    ("Yoghurts", 60, 120),
    ("Paint brushes", 250, 480),
    ("Phone cases", 700, 1100),
    ("Burritos", 520, 780),
)
AT_THE_TILL = (
    "{things} cost {price} each: {offer}. What do you pay for {count}?",
    "{things} are {price} each. The offer is {offer}. What do {count} cost?",
    "A shop has {small} at {price} each: {offer}. {name} takes {count}. What does {name} pay?",
)


@generator(topic="Best buys", levels=EVERY_LEVEL, calculator=False)
def special_offer(dice: random.Random, level: Level) -> Made:
    """What an offer comes to, or whether that is less than another price."""
    offer, group, paid_for = dice.choice(OFFERS[:2] if level is FUNKIES else OFFERS)
    things, low, high = dice.choice(OFFERED)
    price, groups = 20 * dice.randint(low // 20, high // 20), dice.randint(1, 2) + (level is not FUNKIES)
    count = group * groups + (level is GO_FORTH)
    in_groups = price * paid_for * groups
    pays = in_groups + price * (count % group)
    steps = [
        f"Each {group} cost as much as {shown(paid_for)}: {money(price * paid_for)}.",
        f"{counted(groups, 'group')} of {group}: {money(in_groups)}",
        *([f"And one more at {money(price)}: {money(pays)}"] if count % group else []),
    ]
    facts: dict[str, Fact] = {"price": price, "count": count, "group": group, "paid_for": paid_for}
    values = {"things": things, "price": money(price), "offer": offer, "count": count}
    if level is not FUNKIES and dice.random() < 0.3:
        other = int(pays) + dice.choice((-40, -20, 20, 40, 60))
        text = "True or false? {things} are {price} each: {offer}. {count} of them cost less than {other}."
        slip = f"Work it out group by group: each {group} cost as much as {shown(paid_for)}."
        text, fields = text.format(**values, other=money(other)), true_or_false(right=pays < other, slip=slip)
        return made(text, fields, seconds=75, trick="Work out one group", steps=steps, facts={**facts, "other": other})
    slips: list[tuple[Number, str]] = [
        (price * count, "That's the full price. Use the offer."),
        (price * paid_for, f"That's for {group}. The question asks for {count}."),
        (pays / count, "That's for one. The question asks for all of them."),
        (price * (count - 1), "That takes off one. Count what each group saves."),
        (price * count - pays, "That's what the offer saves."),
    ]
    text = told(dice, AT_THE_TILL, small=things if things == "T-shirts" else things.lower(), **values)
    fields = money_asked(dice, pays, *slips)
    return made(text, fields, seconds=60, trick="Work out one group", steps=steps, facts=facts)
