"""Questions on wages: hours, shifts, overtime, deductions. All amounts are in pence."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import clock, counted, length_of_time, money_asked, number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Level,
    Made,
    UnluckyError,
    generator,
    made,
    money,
    shown,
    told,
)

JOBS = (
    "in a café",
    "at a barber's",
    "in a care home",
    "at a garage",
    "in a warehouse",
    "at a gym",
    "on a building site",
)
PAID_BY_HOUR = (
    "{name} works {hours} {job} at {rate} an hour. How much does {name} earn?",
    "A job {job} pays {rate} an hour. What does {name} get for {hours}?",
    "{name} is paid {rate} an hour {job}. What is the pay for {hours}?",
)


@generator(topic="Wages", levels=(FUNKIES, EIN2STEINS), calculator=False)
def pay_by_the_hour(dice: random.Random, level: Level) -> Made:
    """Whole hours at whole pounds, then half hours too."""
    rate = 100 * dice.randint(13, 18)
    minutes = 60 * dice.randint(4, 9) if level is FUNKIES else 30 * dice.choice((7, 9, 11, 13, 15, 17, 19))
    hours, whole = Fraction(minutes, 60), minutes // 60
    pay = rate * hours
    return made(
        told(dice, PAID_BY_HOUR, hours=_hours(minutes), job=dice.choice(JOBS), rate=money(rate)),
        money_asked(
            dice,
            pay,
            (rate * (whole + Fraction(3, 10)), "Half an hour is 0.5 of an hour, not 0.3.") if minutes % 60
            else (rate * (whole - 1), f"That's an hour short: {counted(whole, 'hour')} in all."),
            (rate * whole, "The half hour counts too.") if minutes % 60
            else (rate + 100 * whole, "That adds the two numbers. Every hour is paid, so multiply."),
            (rate * (whole + 1), f"That's for {counted(whole + 1, 'hour')}."),
            (rate + 100 * whole, "That adds the two numbers. Every hour is paid, so multiply."),
        ),
        seconds=50,
        trick="Hours times pay for one hour",
        steps=[
            *([f"Half an hour pays {money(rate // 2)}."] if minutes % 60 else []),
            f"{money(rate)} × {shown(hours)} = {money(pay)}",
        ],
        facts={"rate": rate, "minutes": minutes},
    )  # fmt: skip


def _hours(minutes: int) -> str:
    """4 hours, or 4 and a half hours."""
    return f"{minutes // 60} and a half hours" if minutes % 60 else counted(minutes // 60, "hour")


SHIFTS = (
    "{name} earns {rate} an hour and works from {start} to {end}{pause}. What is the pay?",
    "A shift lasts from {start} to {end}{pause}. The pay is {rate} an hour. How much is that?",
    "{name} starts at {start} and ends at {end}{pause}, at {rate} an hour. What does {name} earn?",
)


@generator(topic="Wages", levels=(EIN2STEINS, GO_FORTH), calculator=True)
def shift_pay(dice: random.Random, level: Level) -> Made:
    """A shift from one time to another; at the top with a break that isn't paid."""
    start = 15 * dice.randrange(7 * 4, 11 * 4)
    minutes = dice.choice((210, 270, 330, 390, 450) if level is EIN2STEINS else (225, 255, 315, 345, 405, 435))
    pause = 0 if level is EIN2STEINS else dice.choice((30, 45))
    rate = dice.choice((1280, 1300, 1320, 1360, 1400, 1440, 1480, 1520, 1600))
    hours = Fraction(minutes, 60)
    pay = rate * hours
    if pay % 1:
        raise UnluckyError
    wrong_hours = minutes // 60 + Fraction(minutes % 60, 100)
    end = start + minutes + pause
    off = f", with {pause} minutes of unpaid break" if pause else ""
    return made(
        told(dice, SHIFTS, rate=money(rate), start=clock(start), end=clock(end), pause=off),
        money_asked(
            dice,
            pay,
            (rate * wrong_hours, f"{length_of_time(minutes)} is {shown(hours)} hours: there are 60 minutes in one."),
            (rate * Fraction(minutes + pause, 60), "The break isn't paid. Take it off the time."),
            (rate * (minutes // 60), f"The last {minutes % 60} minutes count too."),
            (rate * (minutes // 60 + 1), f"That's for {counted(minutes // 60 + 1, 'hour')}."),
        ),
        seconds=90,
        trick="Time in hours first",
        steps=[
            f"{clock(start)} to {clock(end)} is {length_of_time(minutes + pause)}"
            + (f". Without the break: {length_of_time(minutes)}." if pause else "."),
            f"That's {shown(hours)} hours.",
            f"{shown(hours)} × {money(rate)} = {money(pay)}",
        ],
        facts={"start": start, "end": end, "pause": pause, "rate": rate},
    )


OVERTIME = (
    "{name} earns {rate} an hour. Hours over {normal} are paid {times}. What is the pay for {hours} hours?",
    "Pay is {rate} an hour, and {times} above {normal} hours. {name} works {hours} hours. What is the pay?",
    "{name} works {hours} hours at {rate} an hour. Each hour after the first {normal} pays {times}. What is it in all?",
)


@generator(topic="Wages", levels=(GO_FORTH,), calculator=True)
def overtime(dice: random.Random, _: Level) -> Made:
    """A week's pay with the extra hours at time and a half or double time."""
    words, times = dice.choice((("time and a half", Fraction(3, 2)), ("double time", Fraction(2))))
    rate, normal, extra = 20 * dice.randint(64, 82), dice.choice((30, 35, 36, 37, 38, 40)), dice.randint(2, 7)
    pay = rate * normal + rate * times * extra
    return made(
        told(dice, OVERTIME, rate=money(rate), times=words, normal=normal, hours=normal + extra),
        money_asked(
            dice,
            pay,
            (rate * (normal + extra), f"The last {extra} hours are paid at {words}."),
            (rate * times * (normal + extra), f"Only the {extra} extra hours are paid at {words}."),
            (rate * times * extra, f"That's the extra hours alone. Add the first {normal}."),
            (rate * normal, f"That's the first {normal} hours alone. Add the other {extra}."),
        ),
        seconds=100,
        trick="Normal hours, then extra hours",
        steps=[
            f"{normal} × {money(rate)} = {money(rate * normal)}",
            f"{extra} × {shown(times)} × {money(rate)} = {money(rate * times * extra)}",
            f"Together: {money(pay)}",
        ],
        facts={"rate": rate, "normal": normal, "hours": normal + extra, "double": int(times == 2)},
    )


SAVED_UP = (
    "{name} earns {rate} an hour and saves for {thing} at {price}. How many hours is that?",
    "{thing} costs {price}. {name} is paid {rate} an hour. How many hours of work does it take?",
    "How many hours at {rate} an hour does {name} work to earn {price} for {thing}?",
)
LEFT_OVER = (
    "{name} earns {rate} an hour and pays {costs} a week for travel. After how many hours is {price} left?",
    "A market pitch costs {name} {costs} a week. Each hour brings in {rate}. After how many hours is {price} left?",
    "{name} hires tools for {costs} a week and earns {rate} an hour. After how many hours is {price} left?",
)
THINGS = ("a used bike", "a festival ticket", "a used phone", "a winter coat", "a drill set", "a games console")


@generator(topic="Wages", levels=EVERY_LEVEL, calculator=False)
def hours_to_earn(dice: random.Random, level: Level) -> Made:
    """How many hours earn a sum; at the top after something is paid out of it."""
    rate, hours = 100 * dice.choice((13, 14, 15, 16, 18, 20)), dice.randint(5, 12 if level is FUNKIES else 18)
    costs = 100 * dice.choice((12, 20, 25, 30, 35, 40)) if level is GO_FORTH else 0
    price = rate * hours - costs
    if price <= 2 * costs or hours == 10:
        raise UnluckyError
    stories = LEFT_OVER if costs else SAVED_UP
    text = told(dice, stories, rate=money(rate), costs=money(costs), price=money(price), thing=dice.choice(THINGS))
    return made(
        text[0].upper() + text[1:],
        number_asked(
            dice,
            hours,
            *([(Fraction(price, rate), f"{money(costs)} goes out first: add it to {money(price)}.")] if costs else []),
            (hours * 10, "Ten times too many: check the noughts."),
            (hours + 1, f"{counted(hours, 'hour')} is enough: {hours} × {money(rate)} = {money(rate * hours)}."),
            (hours - 1, f"{counted(hours - 1, 'hour')} falls {money(rate)} short."),
            unit="hours",
        ),
        seconds=60,
        trick="How many times does it go in?",
        steps=[
            *([f"{money(price)} + {money(costs)} = {money(rate * hours)} to earn."] if costs else []),
            f"{money(rate * hours)} ÷ {money(rate)} = {hours}",
        ],
        facts={"rate": rate, "price": price, "costs": costs},
    )


PAYSLIPS = (
    "{name} earns {gross} {span}. {first} goes to {one} and {second} to {two}. How much is left?",
    "A payslip says {gross} {span}, less {first} for {one} and {second} for {two}. What is paid out?",
    "From {gross} {span}, {name} pays {first} for {one} and {second} for {two}. What does {name} take home?",
)
TAKEN_OFF = (("tax", "a pension"), ("National Insurance", "a pension"), ("tax", "union fees"), ("tax", "a uniform"))


@generator(topic="Wages", levels=EVERY_LEVEL, calculator=False)
def take_home_pay(dice: random.Random, level: Level) -> Made:
    """What is left after two deductions: given in pounds, at the top one of them in per cent."""
    span, gross = dice.choice((("a week", 10 * dice.randint(32, 58)), ("a month", 100 * dice.randint(13, 23))))
    one, two = dice.choice(TAKEN_OFF[:2] if level is GO_FORTH else TAKEN_OFF)
    percent = dice.choice((3, 4, 5, 6, 8)) if level is GO_FORTH else 0
    step = 10 if level is FUNKIES else 1
    first = step * dice.randint(gross // 12 // step, gross // 8 // step)
    second = Fraction(gross * percent, 100) or Fraction(step * dice.randint(20 // step, 60 // step))
    left = gross - first - second
    if (100 * second) % 1 or (level is EIN2STEINS and first % 10 == 0):
        raise UnluckyError
    says = {"gross": money(100 * gross), "first": money(100 * first), "second": money(100 * second)}
    if percent:
        says["second"] = f"{percent}%"
    return made(
        told(dice, PAYSLIPS, span=span, one=one, two=two, **says),
        money_asked(
            dice,
            100 * left,
            (100 * (gross - first), f"The money for {two} is still in it."),
            (100 * (first + second), "That's what is taken off. The question asks for what is left."),
            (100 * (gross - first + second), f"The money for {two} goes out too: take it away."),
            (100 * (gross - first - percent), f"{percent}% means {percent} out of every 100, not £{percent}."),
        ),
        seconds=75,
        trick="Add what goes out, then take it away",
        steps=[
            *([f"{percent}% of {money(100 * gross)} is {money(100 * second)}."] if percent else []),
            f"{money(100 * first)} + {money(100 * second)} = {money(100 * (first + second))}",
            f"{money(100 * gross)} − {money(100 * (first + second))} = {money(100 * left)}",
        ],
        facts={"gross": gross, "first": first, "second": 0 if percent else second, "percent": percent},
    )  # fmt: skip


YEARLY = (
    "{name} earns {year} a year. How much is that a month?",
    "A job as a {job} pays {year} a year in 12 equal parts. What is one part?",
    "An advert for a {job} says {year} a year. What is that a month?",
)
BY_THE_MONTH = (
    "{name} earns {month} a month. How much is that in a year?",
    "A {job} is paid {month} a month. What does that come to in a year?",
)
TRADES = ("driver", "baker", "care worker", "teaching assistant", "barber", "warehouse worker", "chef")


@generator(topic="Wages", levels=(FUNKIES, EIN2STEINS), calculator=False)
def monthly_and_yearly(dice: random.Random, level: Level) -> Made:
    """From a month's pay to a year's, or back."""
    month = 100 * (100 * dice.randint(17, 24) if level is FUNKIES else 50 * dice.choice((35, 37, 39, 41, 43, 45, 47)))
    year, to_year, job = 12 * month, dice.random() < 0.5, dice.choice(TRADES)
    answer, given = (year, month) if to_year else (month, year)
    slips = (
        (10 * month, "That's 10 months. A year has 12.")
        if to_year
        else (year // 10, "That's a tenth. A year has 12 months."),
        (52 * month, "That's 52 times. A year has 52 weeks and 12 months.")
        if to_year
        else (Fraction(year, 52), "That's a week's pay. A year has 12 months."),
        (month + 1200, "That adds £12. Multiply by 12.")
        if to_year
        else (year - 1200, "That takes £12 away. Divide by 12."),
        (11 * month, "That's 11 months. A year has 12.") if to_year else (year // 6, "That's for two months."),
    )
    return made(
        told(dice, BY_THE_MONTH if to_year else YEARLY, year=money(year), month=money(month), job=job),
        money_asked(dice, answer, *slips),
        seconds=50,
        trick="12 months make a year",
        steps=[f"{money(given)} {'×' if to_year else '÷'} 12 = {money(answer)}"],
        facts={"given": given, "to_year": int(to_year)},
    )  # fmt: skip
