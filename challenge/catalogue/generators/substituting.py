"""Questions on substitution: numbers for letters, in expressions and in formulas."""

import random

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    GO_FORTH,
    Answer,
    Fact,
    Level,
    Made,
    Number,
    UnluckyError,
    formula,
    generator,
    in_order,
    made,
    shown,
    told,
)
from challenge.catalogue.generators.terms import written

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)
LETTERS = "abcdhkmnprtwxy"

WORK_OUT = (
    "Work out ${sum}$ when {values}.",
    "What is ${sum}$ worth when {values}?",
    "{name} puts {values} into ${sum}$. What comes out?",
)


@generator(topic="Substitution", levels=UPPER_LEVELS, calculator=False)
def put_in(dice: random.Random, level: Level) -> Made:
    """Numbers for two letters; at the top one for a letter that is squared, sometimes negative."""
    build = _two_letters if level is EIN2STEINS else dice.choice((_square_times, _square_and_more))
    source, values, value, slips, steps, facts = build(dice)
    return made(
        told(dice, WORK_OUT, sum=source, values=values),
        number_asked(dice, value, *slips),
        seconds=50 if level is EIN2STEINS else 60,
        trick="A number by a letter means times" if level is EIN2STEINS else "Square first, then times, then plus",
        steps=steps,
        facts={"sum": source, **facts},
    )


Built = tuple[str, str, int, list[tuple[Number, str]], list[str], dict[str, Fact]]


def _two_letters(dice: random.Random) -> Built:
    x, y = dice.sample(LETTERS, 2)
    a, b, p, q = dice.randint(2, 6), dice.randint(2, 5), dice.randint(2, 9), dice.randint(2, 9)
    sign = -1 if a * p > b * q and dice.random() < 0.4 else 1
    value = a * p + sign * b * q
    values = f"${x} = {p}$ and ${y} = {q}$"
    slips: list[tuple[Number, str]] = [
        (a + p + sign * (b + q), f"${a}{x}$ means {a} times ${x}$."),
        (10 * a + p + sign * (10 * b + q), f"${a}{x}$ means {a} times ${x}$, not {a} beside {p}."),
        (a * q + sign * b * p, f"The other way round: {values}."),
        ((a * p + sign * b) * q, "Multiply first. Then add or take away."),
    ]
    steps = [
        f"${a}{x} = {a} times {p} = {a * p}$",
        f"${b}{y} = {b} times {q} = {b * q}$",
        f"${a * p} {'+' if sign > 0 else '-'} {b * q} = {value}$",
    ]
    return written(((a, x), (sign * b, y))), values, value, slips, steps, {x: p, y: q}


def _square_times(dice: random.Random) -> Built:
    x, a, p, b = dice.choice(LETTERS), dice.randint(2, 6), _number_to_square(dice), dice.choice((-9, -5, -2, 3, 4, 7))
    value = a * p * p + b
    slips: list[tuple[Number, str]] = [
        ((a * p) ** 2 + b, f"Only ${x}$ is squared: square first, then times {a}."),
        (2 * a * p + b, "A square means times itself, not times 2."),
        (a * p * p, f"That's ${a}{x}^2$. The {abs(b)} is missing."),
    ]
    if p < 0:
        slips.insert(0, (-a * p * p + b, "Minus times minus is plus: the square is positive."))
    steps = [
        _squared(x, p),
        f"${a} times {p * p} = {a * p * p}$",
        f"${written(((a * p * p, ''), (b, '')))} = {value}$",
    ]
    return written(((a, f"{x}^2"), (b, ""))), f"${x} = {p}$", value, slips, steps, {x: p}


def _square_and_more(dice: random.Random) -> Built:
    x, a, p = dice.choice(LETTERS), dice.choice((-4, -3, -2, 2, 3, 4, 5)), _number_to_square(dice)
    value = p * p + a * p
    slips: list[tuple[Number, str]] = [
        (2 * p + a * p, "A square means times itself, not times 2."),
        (p * p + a + p, f"${a}{x}$ means ${a}$ times ${x}$."),
    ]
    if p < 0 or a < 0:
        slips.insert(0, (p * p - a * p, f"${a}{x}$ is ${a} times {_in_brackets(p)}$: watch the sign."))
    if p < 0:
        slips.insert(0, (-p * p + a * p, "Minus times minus is plus: the square is positive."))
    steps = [
        _squared(x, p),
        f"${a} times {_in_brackets(p)} = {a * p}$",
        f"${written(((p * p, ''), (a * p, '')))} = {value}$",
    ]
    return written(((1, f"{x}^2"), (a, x))), f"${x} = {p}$", value, slips, steps, {x: p}


def _number_to_square(dice: random.Random) -> int:
    return dice.choice((-6, -5, -4, -3, -2, 3, 4, 5))


def _in_brackets(number: int) -> str:
    return f"({number})" if number < 0 else str(number)


def _squared(x: str, number: int) -> str:
    return f"${x}^2 = {_in_brackets(number)} times {_in_brackets(number)} = {number * number}$"


RULES = (
    (
        "A nut roast takes $T = {a}w + {b}$ minutes for $w$ kilograms. How long do {n} kilograms take?",
        "minutes",
        (40, 60),
        (15, 20),
    ),
    ("A plumber's bill is $C = {a}h + {b}$ pounds for $h$ hours. What do {n} hours cost?", "£", (20, 25, 30), (35, 40)),
    (
        "A van's fuel is $F = {b} - {a}h$ litres after $h$ hours. How much is there after {n} hours?",
        "litres",
        (6, 7, 8),
        (60, 70),
    ),
    ("A gym costs $C = {a}m + {b}$ pounds for $m$ months. What do {n} months cost?", "£", (18, 22, 25), (10, 15, 20)),
    (
        "A plant is $H = {a}w + {b}$ cm tall after $w$ weeks. How tall is it after {n} weeks?",
        "cm",
        (2, 3, 4),
        (5, 8, 12),
    ),
    (
        "A job pays $P = {a}h + {b}$ pounds for $h$ hours. What is the pay for {n} hours?",
        "£",
        (13, 14, 15),
        (10, 20, 25),
    ),
    (
        "A courier has {b} parcels. After $h$ hours $P = {b} - {a}h$ are left. How many after {n} hours?",
        "parcels",
        (6, 8, 9),
        (70, 80),
    ),
)
SQUARES = (
    ("A stone falls $d = 5t^2$ metres in $t$ seconds. How far is it in {n} seconds?", "m", 5, 6),
    ("A square tile of side $s$ cm weighs $w = 2s^2$ grams. What does a tile of side {n} cm weigh?", "g", 2, 15),
    (
        "A round pizza of radius $r$ cm covers about $A = 3r^2$ cm². How much is that for a radius of {n} cm?",
        "cm²",
        3,
        15,
    ),
    ("A car takes about $d = 2v^2$ metres to stop, $v$ in tens of mph. How far is it for $v = {n}$?", "m", 2, 7),
)


@generator(topic="Substitution", levels=UPPER_LEVELS, calculator=False)
def into_a_formula(dice: random.Random, level: Level) -> Made:
    """A formula from work or home; at the top also one with a square."""
    if level is GO_FORTH and dice.random() < 0.4:
        return _into_a_square(dice)
    story, unit, rates, starts = dice.choice(RULES)
    a, b, n = dice.choice(rates), dice.choice(starts), dice.randint(2, 6) + (level is GO_FORTH)
    down = "- {a}" in story
    value = b - a * n if down else a * n + b
    if value <= 0:
        raise UnluckyError
    slips: list[tuple[Number, str]] = [
        ((a - b if a > b else b - a) * n if down else (a + b) * n, "Times comes before plus and minus."),
        (b - a - n if down else a + n + b, f"{a} beside the letter means {a} times {n}."),
        (a * n, f"That's {a} times {n} alone. The {b} is missing."),
        (b + a * n if down else abs(b - a * n), "Check the sign between the two parts."),
    ]
    sign, first, second = ("-", b, a * n) if down else ("+", a * n, b)
    return made(
        story.format(a=a, b=b, n=n),
        number_asked(dice, value, *slips, unit=unit),
        seconds=50,
        trick="A number by a letter means times",
        steps=[f"${a} times {n} = {a * n}$", f"${first} {sign} {second} = {value}$"],
        facts={"a": -a if down else a, "b": b, "k": 0, "n": n},
    )


def _into_a_square(dice: random.Random) -> Made:
    story, unit, k, most = dice.choice(SQUARES)
    n = dice.randint(3, most)
    return made(
        told(dice, [story], n=n),
        number_asked(
            dice,
            k * n * n,
            ((k * n) ** 2, f"Square {n} first, then times {k}."),
            (2 * k * n, "A square means times itself, not times 2."),
            (k * n, "The square is missing: times itself."),
            (n * n, f"That's the square alone. Times {k} comes after it."),
            unit=unit,
        ),
        seconds=60,
        trick="Square first, then times",
        steps=[f"${n}^2 = {n} times {n} = {n * n}$", f"${k} times {n * n} = {k * n * n}$"],
        facts={"a": 0, "b": 0, "k": k, "n": n},
    )


BY_VALUE = (
    "Put these in order of value for ${x} = {value}$, smallest first.",
    "{name} sets ${x} = {value}$. Put these in order, smallest first.",
    "Which is smallest for ${x} = {value}$? Put them in order, smallest first.",
)


@generator(topic="Substitution", levels=UPPER_LEVELS, calculator=False)
def order_of_value(dice: random.Random, level: Level) -> Made:
    """Four expressions by what they are worth."""
    x, value = (
        dice.choice(LETTERS),
        dice.randint(2, 7) if level is EIN2STEINS else dice.choice((-5, -4, -3, -2, 4, 5, 6)),
    )
    k = dice.randint(2, 5)
    pool = [
        (written(((k, x),)), k * value),
        (f"{x} + {k + 3}", value + k + 3),
        (f"{x}^2", value * value),
        (f"{2 * k + 2} - {x}", 2 * k + 2 - value),
        (f"{k}({x} + 1)", k * (value + 1)),
        (
            f"{x}^2 + {x}" if level is GO_FORTH else f"{x} + {x}",
            value * value + value if level is GO_FORTH else 2 * value,
        ),
        (f"{k}{x} - {k + 1}", k * value - k - 1),
    ]
    items = [Answer(worth, formula(text)) for text, worth in dice.sample(pool, 4)]
    items.sort(key=lambda item: int(str(item.value)))
    by_numbers = sorted(items, key=lambda item: (len(item.text), item.text))
    return made(
        told(dice, BY_VALUE, x=x, value=value),
        in_order(
            items,
            backwards="That's the biggest first. The question asks for the smallest first.",
            slips=[(by_numbers, f"That goes by how long they look. Put {shown(value)} in and work each one out.")],
        ),
        seconds=90,
        trick="Put the number in, one by one",
        steps=["In this order they are worth " + ", ".join(shown(int(str(item.value))) for item in items) + "."],
        facts={"letter": x, "value": value},
    )
