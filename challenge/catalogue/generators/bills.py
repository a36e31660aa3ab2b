"""Questions on bills: what a home costs, meters, contracts, VAT. All amounts are in pence."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import money_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Fact,
    Level,
    Made,
    UnluckyError,
    generator,
    listed,
    made,
    money,
    shown,
    told,
    true_or_false,
)

OUTGOINGS = (("gas", 40, 75), ("electricity", 45, 80), ("water", 25, 40), ("broadband", 22, 38),
             ("the phone", 10, 20), ("council tax", 80, 120), ("a gym", 18, 35), ("car insurance", 45, 90))  # fmt: skip
BUDGETED = (
    "{name} has {income} a month and pays {bills}. How much is left?",
    "From {income} a month {name} pays {bills}. What is left to live on?",
    "A month brings {name} {income}. The bills are {bills}. How much is left over?",
)


@generator(topic="Bills", levels=(FUNKIES, EIN2STEINS), calculator=False)
def left_after_bills(dice: random.Random, level: Level) -> Made:
    """What is left of a month's money after two bills, or three."""
    bills = [("rent", 380, 640), *dice.sample(OUTGOINGS, 1 if level is FUNKIES else 2)]
    step = 5 if level is FUNKIES else 1
    amounts = [step * dice.randint(low // step, high // step) for _, low, high in bills]
    total = sum(amounts)
    income = 50 * dice.randint(total // 50 + 6, total // 50 + 18)
    left = income - total
    spoken = listed([f"{money(100 * amount)} for {what}" for (what, _, _), amount in zip(bills, amounts, strict=True)])
    return made(
        told(dice, BUDGETED, income=money(100 * income), bills=spoken),
        money_asked(
            dice,
            100 * left,
            (100 * total, "That's all the bills. The question asks for what is left."),
            (100 * (left + amounts[-1]), f"The money for {bills[-1][0]} is still in it."),
            (100 * (left + 10), "£10 too much: check the tens."),
            (100 * (left + 100), "£100 too much: check the hundreds."),
        ),
        seconds=60 if level is FUNKIES else 75,
        trick="Add the bills, then take away",
        steps=[
            f"{' + '.join(money(100 * amount) for amount in amounts)} = {money(100 * total)}",
            f"{money(100 * income)} − {money(100 * total)} = {money(100 * left)}",
        ],
        facts={"income": income, "bills": tuple(amounts)},
    )


SERVICES = (
    ("A phone contract costs {each} a month", 8, 24),
    ("Broadband costs {each} a month", 22, 36),
    ("A streaming service costs {each} a month", 6, 15),
    ("A gym costs {each} a month", 18, 36),
    ("Contents insurance costs {each} a month", 7, 16),
    ("A storage unit costs {each} a month", 35, 60),
)


@generator(topic="Bills", levels=EVERY_LEVEL, calculator=False)
def what_a_contract_costs(dice: random.Random, level: Level) -> Made:
    """So many months; then with a fee at the start; at the top against paying all at once."""
    story, low, high = dice.choice(SERVICES)
    each = 100 * dice.randint(low, high) + (50 if level is EIN2STEINS else 0)
    months = dice.choice((3, 4, 6, 12) if level is FUNKIES else (6, 12, 18, 24))
    fee = 0 if level is FUNKIES else 500 * dice.randint(2, 9)
    total = each * months + fee
    if level is GO_FORTH:
        return _once_or_monthly(dice, story.format(each=money(each)), each=each)
    on_top = f", and {money(fee)} at the start" if fee else ""
    return made(
        f"{story.format(each=money(each))}{on_top}. What does it cost for {months} months in all?",
        money_asked(
            dice,
            total,
            *([(each * months, f"The {money(fee)} at the start is missing.")] if fee else []),
            *([((each + fee) * months, f"The {money(fee)} is paid only once.")] if fee else []),
            (each * (months - 1) + fee, f"That's {months - 1} months. Here there are {months}."),
            (each * 10 + fee, f"That's 10 months. Here there are {months}."),
            (each + 100 * months, "That adds the numbers. Every month is paid, so multiply."),
        ),
        seconds=60,
        trick="Months times price" + (", then the fee once" if fee else ""),
        steps=[
            f"{months} × {money(each)} = {money(each * months)}",
            *([f"{money(each * months)} + {money(fee)} = {money(total)}"] if fee else []),
        ],
        facts={"each": each, "months": months, "fee": fee, "once": 0},
    )


def _once_or_monthly(dice: random.Random, story: str, *, each: int) -> Made:
    """What paying for a year at once saves."""
    saved = 50 * dice.randint(each // 50 // 3, each // 50 * 2)
    once = 12 * each - saved
    slips = (
        (12 * each, "That's a year of monthly payments. Compare it with paying at once."),
        (once - each, "That compares one month with a year. Find 12 months first."),
        (10 * each - once, "A year has 12 months, not 10."),
        (saved + each, "That's 13 months. A year has 12."),
        (saved + 1000, "£10 too much: take away once more."),
        (Fraction(saved, 12), "That's the saving for each month."),
    )
    return made(
        f"{story}. Paying for a year at once costs {money(once)}. How much does that save?",
        money_asked(dice, saved, *slips),
        seconds=60,
        trick="A year of months, then compare",
        steps=[f"12 × {money(each)} = {money(12 * each)}", f"{money(12 * each)} − {money(once)} = {money(saved)}"],
        facts={"each": each, "months": 12, "fee": 0, "once": once},
    )


METERS = (
    "An electricity meter reads {before} in March and {after} in April. How many units were used?",
    "A flat's gas meter shows {before} on moving in and {after} a month later. How many units is that?",
    "{name} reads the water meter: {before} last time, {after} now. How many units were used?",
)
CHARGED = (
    "A meter goes from {before} to {after} units. A unit costs {price}p. What is the bill?",
    "{name}'s meter read {before} units and now reads {after}. Each unit costs {price}p. What is to pay?",
    "A flat's meter went from {before} to {after} units. At {price}p a unit, how much is that?",
)


@generator(topic="Bills", levels=(FUNKIES, EIN2STEINS), calculator=True)
def meter_reading(dice: random.Random, level: Level) -> Made:
    """The units used between two readings, and then their price."""
    before, used = dice.randint(2100, 8800), dice.randint(112, 389)
    after, price = before + used, dice.choice((24, 25, 26, 27, 28))
    facts: dict[str, Fact] = {"before": before, "after": after, "price": 0}
    readings = {"before": shown(before), "after": shown(after), "price": price}
    if level is FUNKIES:
        slips = (
            (before + after, "That adds the readings. What was used is the difference."),
            (used + 100, "100 too many: check the hundreds."),
            (used + 10, "10 too many: check the tens."),
            (used - 10, "10 too few: check the tens."),
        )
        steps = [f"{shown(after)} − {shown(before)} = {used}"]
        answers = number_asked(dice, used, *slips, unit="units")
        return made(
            told(dice, METERS, **readings), answers, seconds=60, trick="Now less before", steps=steps, facts=facts
        )
    slips = (
        (after * price, "That pays for every unit since the meter was new. Take the readings apart first."),
        (used * 100, f"That's £1 a unit. One unit costs {price}p."),
        (used * price * 10, "Ten times too much: change the pence into pounds."),
        (used + price, "That adds. Each unit is paid, so multiply."),
    )
    steps = [f"{shown(after)} − {shown(before)} = {used} units", f"{used} × {price}p = {money(used * price)}"]
    return made(
        told(dice, CHARGED, **readings),
        money_asked(dice, used * price, *slips),
        seconds=90,
        trick="Units first, then pounds",
        steps=steps,
        facts={**facts, "price": price},
    )


FULL_BILLS = (
    "{units} units of electricity at {price}p, and {standing}p a day for {days} days. What is the bill?",
    "{name} uses {units} units at {price}p in {days} days. The standing charge is {standing}p a day. What is the bill?",
    "A flat's bill: {days} days at {standing}p a day, and {units} units at {price}p. What is it in all?",
)


@generator(topic="Bills", levels=(GO_FORTH,), calculator=True)
def energy_bill(dice: random.Random, _: Level) -> Made:
    """Units and a standing charge."""
    units, price = dice.randint(110, 390), dice.choice((24, 25, 26, 27, 28))
    days, standing = dice.choice((28, 30, 31, 60, 90)), dice.choice((45, 48, 51, 52, 54, 58))
    total = units * price + days * standing
    return made(
        told(dice, FULL_BILLS, units=units, price=price, days=days, standing=standing),
        money_asked(
            dice,
            total,
            (units * price, f"The {standing}p a day are missing."),
            (units * price + standing, f"The {standing}p are paid on each of {days} days."),
            (units * (price + standing), f"The {standing}p are for each day, not for each unit."),
            (days * standing, "That's the standing charge alone. Add the units."),
        ),
        seconds=100,
        trick="Units, then days, then add",
        steps=[
            f"{units} × {price}p = {money(units * price)}",
            f"{days} × {standing}p = {money(days * standing)}",
            f"Together: {money(total)}",
        ],
        facts={"units": units, "price": price, "days": days, "standing": standing},
    )


DEALS = (
    ("Calls cost {a}p a minute, or {flat} a month for as many as you like.", "minutes a month", (5, 6, 8, 10), 100),
    ("A gym costs {a} a visit, or {flat} a month.", "visits a month", (450, 500, 600, 650), 1),
    ("A bus ride costs {a}, or {flat} for a monthly pass.", "rides a month", (200, 250, 300), 1),
    ("Car parking costs {a} a day, or {flat} for a monthly pass.", "days a month", (500, 650, 700), 1),
    ("A launderette charges {a} a wash, or {flat} for a monthly card.", "washes a month", (400, 450, 550), 1),
)


@generator(topic="Bills", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def which_is_cheaper(dice: random.Random, level: Level) -> Made:
    """True or false: paying each time is cheaper than a flat price."""
    story, counted_as, prices, many = dice.choice(DEALS)
    each = dice.choice(prices)
    count = many * dice.randint(4, 9) // 2 * 2 if many > 1 else dice.randint(5, 14)
    flat = 100 * (each * count // 100) + dice.choice((-300, -200, -100, 100, 200, 300))
    if flat < 600 or flat == each * count or (level is EIN2STEINS and each % 100 and many == 1):
        raise UnluckyError
    price = f"{each}" if many > 1 else money(each)
    paid = each * count
    return made(
        f"True or false? {story.format(a=price, flat=money(flat))} For {count} {counted_as} the flat price is cheaper.",
        true_or_false(
            right=flat < paid,
            slip=f"Work out what {count} cost one by one before you compare.",
        ),
        seconds=60,
        trick="Work out both, then compare",
        steps=[f"{count} × {price}{'p' if many > 1 else ''} = {money(paid)}",
               f"The flat price is {money(flat)}: that's {'less' if flat < paid else 'more'}."],
        facts={"each": each, "count": count, "flat": flat},
    )  # fmt: skip
