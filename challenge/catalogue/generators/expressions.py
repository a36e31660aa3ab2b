"""Questions on expressions: from words, like terms, brackets."""

import random
from math import gcd

from challenge.catalogue.generators.making import (
    EIN2STEINS,
    GO_FORTH,
    Answer,
    Level,
    Made,
    UnluckyError,
    all_of,
    formula,
    generator,
    made,
    told,
)
from challenge.catalogue.generators.terms import Terms, answer_of, expression_asked, gathered, times, written

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)
LETTERS = "abcdhknpqrtwxy"

BASKETS = (
    ("teas", "t", "cakes", "c"),
    ("wraps", "w", "drinks", "d"),
    ("adult tickets", "a", "student tickets", "s"),
    ("pens", "p", "notebooks", "n"),
    ("bus rides", "b", "tram rides", "t"),
    ("haircuts", "h", "beard trims", "b"),
)
BOUGHT = (
    "{One} cost ${x}$ pounds, {two} ${y}$. Which expression gives the cost of {a} {one} and {b} {two} in pounds?",
    "{One} cost ${x}$ pounds and {two} ${y}$ pounds. {name} takes {a} {one} and {b} {two}. What is that in pounds?",
)
TWICE = (
    "{One} cost ${x}$ pounds, {two} ${y}$. {name} takes {a} and {b}, then {c} and {d}. What is the total in pounds?",
    "{One} are ${x}$ pounds, {two} ${y}$. First {a} and {b} are sold, then {c} and {d}. How many pounds is that?",
)


@generator(topic="Expressions", levels=(EIN2STEINS,), calculator=False)
def cost_in_letters(dice: random.Random, _: Level) -> Made:
    """The cost of so many of two things whose prices are letters, bought at once or in two goes."""
    one, x, two, y = dice.choice(BASKETS)
    a, b, c, d = (dice.randint(2, 6) for _ in range(4))
    again = dice.random() < 0.5
    if not again:
        c = d = 0
    if a + c == b + d or (a, b) == (c, d):
        raise UnluckyError
    right = ((a + c, x), (b + d, y))
    values = {"one": one, "One": one.capitalize(), "two": two, "x": x, "y": y, "a": a, "b": b, "c": c, "d": d}
    steps = [f"{a + c} {one}: ${a + c}{x}$", f"{b + d} {two}: ${b + d}{y}$"]
    if again:
        steps = [f"{one.capitalize()}: {a} + {c} = {a + c}", f"{two.capitalize()}: {b} + {d} = {b + d}"]
    return made(
        told(dice, TWICE if again else BOUGHT, **values),
        expression_asked(
            dice,
            answer_of(right),
            answer_of(((b + d, x), (a + c, y)), f"The other way round: ${x}$ is the price of the {one}."),
            answer_of(
                ((a + b + c + d, f"{x}{y}"),), f"${x}$ and ${y}$ are different prices. They don't join up.", _spaced
            ),
            answer_of(((1, x), (1, y), (a + b + c + d, "")), "Each price is paid for each thing, so multiply."),
            answer_of(((a, x), (b, y)) if again else ((a, x), (1, y)), "That's not all of them: count once more."),
        ),
        seconds=60,
        trick="How many of each, times its price",
        steps=[*steps, f"Together: ${written(right)}$"],
        facts={"first": (a, c), "second": (b, d), "letters": x + y},
    )


def _spaced(terms: Terms) -> str:
    """7t c: a formula wants a space between letters."""
    return " ".join(written(terms)).replace(" ", "", len(str(terms[0][0])) - 1)


SIMPLIFY = (
    "Simplify ${sum}$.",
    "Write ${sum}$ as short as you can.",
    "{name} collects like terms in ${sum}$. What is left?",
)


@generator(topic="Expressions", levels=UPPER_LEVELS, calculator=False)
def like_terms(dice: random.Random, level: Level) -> Made:
    """Four terms of two kinds; at the top with squares, or with more taken away than there is."""
    x, y = dice.sample(LETTERS, 2)
    if level is GO_FORTH:
        x, y = dice.choice(((f"{x}^2", x), (x, y), (x, "")))
    a, b, c, d = (dice.randint(2, 9) for _ in range(4))
    signs = dice.choice(((1, 1), (1, -1)) if level is EIN2STEINS else ((1, -1), (-1, 1), (-1, -1)))
    terms = ((a, x), (b, y), (signs[0] * c, x), (signs[1] * d, y))
    right = gathered(*terms)
    if len(right) < 2 or right[0][0] < 0 or (level is EIN2STEINS and right[1][0] < 0):
        raise UnluckyError
    (p, _), (q, _) = right
    return made(
        told(dice, SIMPLIFY, sum=written(terms)),
        expression_asked(
            dice,
            answer_of(right),
            answer_of(
                ((p, x), (b + d, y)) if signs[1] < 0 else ((a + c, x), (q, y)),
                "Each sign belongs to the term after it.",
            ),
            answer_of(
                ((p, x), (-q, y)),
                f"Check the {'numbers' if not y else f'${y}$ terms'}: the sign in front belongs to them.",
            ),
            answer_of(
                ((p + q, x),), f"${x}$ and {f'${y}$' if y else 'a number alone'} are not alike. They don't join up."
            ),
            answer_of(((a + c, x), (b + d, y)), "Some of the terms are taken away: watch the signs."),
        ),
        seconds=50,
        trick="Each kind by itself",
        steps=[
            f"${written((terms[0], terms[2]))} = {written(((p, x),))}$",
            f"${written((terms[1], terms[3]))} = {written(((q, y),))}$",
            f"Together: ${written(right)}$",
        ],
        facts={"sum": written(terms)},
    )


MULTIPLY_OUT = ("Multiply out ${sum}$.", "Expand ${sum}$.", "Write ${sum}$ without brackets.")
MULTIPLY_OUT_AND_GATHER = ("Expand and simplify ${sum}$.", "Write ${sum}$ without brackets, as short as you can.")
FACTORISE = ("Factorise ${sum}$ fully.", "Take out the biggest common factor of ${sum}$.")


@generator(topic="Expressions", levels=UPPER_LEVELS, calculator=False)
def multiply_out(dice: random.Random, level: Level) -> Made:
    """A bracket multiplied out; at the top two of them."""
    x = dice.choice(LETTERS)
    k, a, b = dice.randint(2, 9), dice.choice((1, 1, 2, 3, 4)), dice.choice((-7, -5, -4, -3, -2, 2, 3, 4, 5, 7))
    inside: Terms = ((a, x), (b, ""))
    right, source = times(k, inside), f"{k}({written(inside)})"
    wrong: list[tuple[Terms, str]] = [
        (((k * a, x), (b, "")), f"The {k} multiplies both parts in the bracket."),
        (((a, x), (k * b, "")), f"The {k} multiplies both parts in the bracket."),
        (((k + a, x), (k + b, "")), f"{k} times the bracket means multiply, not add."),
        (((k * (a + b), x),), f"${x}$ and a number are not alike. They don't join up."),
        (((k * a, x), (-k * b, "")), "The sign in the bracket stays with its number."),
    ]
    steps = [f"${k} times {written(((a, x),))} = {written(((k * a, x),))}$", f"${k} times {abs(b)} = {abs(k * b)}$"]
    if level is GO_FORTH:
        m, c = dice.randint(2, 6), dice.randint(1, 6)
        source += f" + {m}({x} + {c})"
        right = gathered(*right, (m, x), (m * c, ""))
        wrong = [
            (
                gathered((k * a, x), (b, ""), (m, x), (c, "")),
                "The number in front multiplies both parts in its bracket.",
            ),
            (((k * a * m, x), (k * b * m * c, "")), "There is a plus between the brackets, so add their terms."),
            (times(k, inside), "That's the first bracket alone. Add the second."),
            (gathered((k * a, x), (-k * b, ""), (m, x), (m * c, "")), "The sign in a bracket stays with its number."),
        ]
        steps = [f"${written(times(k, inside))}$ and ${written(((m, x), (m * c, '')))}$"]
    if len(right) < 2:
        raise UnluckyError
    return made(
        told(dice, MULTIPLY_OUT_AND_GATHER if level is GO_FORTH else MULTIPLY_OUT, sum=source),
        expression_asked(dice, answer_of(right), *(answer_of(terms, why) for terms, why in wrong), form="expanded"),
        seconds=60 if level is EIN2STEINS else 80,
        trick="Everything in the bracket is multiplied",
        steps=[*steps, f"Together: ${written(right)}$"],
        facts={"sum": source},
    )


@generator(topic="Expressions", levels=(GO_FORTH,), calculator=False)
def factorise(dice: random.Random, _: Level) -> Made:
    """The biggest common factor taken out."""
    x = dice.choice(LETTERS)
    k, a, b = (
        dice.choice((2, 3, 4, 5, 6, 7, 8, 10)),
        dice.randint(1, 7),
        dice.choice((-7, -5, -3, -2, -1, 1, 2, 3, 4, 5, 9)),
    )
    if gcd(a, b) > 1:
        raise UnluckyError
    source = written(((k * a, x), (k * b, "")))
    wrong = [
        Answer("only one", f"{k}({written(((a, x), (k * b, '')))})", f"{k} is taken out of both parts: ${source}$."),
        Answer("added", f"{k}({written(((a, x), (-b, '')))})", "Multiply it out again: the sign is wrong."),
        Answer("all", f"{written(((k * a, x),))}({written(((1, x), (b, '')))})", f"${x}$ is not in both parts."),
    ]
    right = Answer("right", f"{k}({written(((a, x), (b, '')))})")
    return made(
        told(dice, FACTORISE, sum=source),
        expression_asked(dice, right, *wrong, form="factorised"),
        seconds=60,
        trick="What goes into both?",
        steps=[f"{k} is the biggest number that goes into {k * a} and {abs(k * b)}.", f"${source} = {right.text}$"],
        facts={"sum": source},
    )


SAME = (
    "Which of these are equal to ${sum}$ for every ${x}$? Choose all.",
    "Which say the same as ${sum}$, whatever ${x}$ is? Choose all.",
)


@generator(topic="Expressions", levels=UPPER_LEVELS, calculator=False)
def always_the_same(dice: random.Random, level: Level) -> Made:
    """Which expressions are equal for every value of the letter."""
    x = dice.choice(LETTERS)
    k, b = dice.choice((2, 3, 4, 5)), dice.randint(2, 6)
    pool = [
        Answer("1", f"{k}({x} + {b})"),
        Answer("2", written(((k, x), (k * b, "")))),
        Answer("3", written(((k - 1, x), (k * b, ""), (1, x)))),
        Answer("4", f"{k * b} + {k}{x}"),
        Answer("5", written(((k, x), (b, ""))), f"The {k} multiplies the {b} too."),
        Answer("6", f"{k}{x} times {k * b}", "There is a times in it, and the others add."),
        Answer("7", written(((k * b, x),)), f"${x}$ and a number are not alike. They don't join up."),
        Answer("8", f"{x} + {k + k * b}", f"${k}{x}$ means {k} times ${x}$, not {k} more."),
        Answer("9", f"{k}({x} + {k * b})", f"The {k} is already in the {k * b}. Here it comes in twice."),
    ]
    given = dice.choice(pool[:2] if level is EIN2STEINS else pool[:4])
    rights = dice.sample([each for each in pool[:4] if each is not given], dice.choice((1, 2, 2, 3)))
    wrong = dice.sample(pool[4:], 4 - len(rights))
    answers = [each._replace(text=formula(each.text)) for each in (*rights, *wrong)]
    return made(
        told(dice, SAME, sum=given.text, x=x),
        all_of(dice, *answers),
        seconds=70,
        trick="Write them all without brackets",
        steps=[f"Without brackets it is ${k}{x} + {k * b}$.", f"Try ${x} = 1$ in each: it gives {k + k * b}."],
        facts={"sum": given.text, "letter": x},
    )
