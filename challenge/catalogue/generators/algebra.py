"""Questions on patterns. The rest of algebra is in `formulas`, `expressions`, `equations` and `graphs`."""

import random
from fractions import Fraction
from itertools import pairwise

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    EVERY_LEVEL,
    FUNKIES,
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    all_of,
    generator,
    listed,
    made,
    shown,
    told,
)
from challenge.catalogue.generators.terms import answer_of, expression_asked, gathered, written

GROWING = (
    ("{name} runs {terms} minutes, week by week. The pattern goes on. How long is the next run?", "minutes"),
    ("The rows of a hall have {terms} seats. The pattern goes on. How many seats has the next row?", "seats"),
    ("A new café sells {terms} wraps, day by day. The pattern goes on. How many come next?", "wraps"),
    ("{name}'s savings are {terms} pounds, week by week. The pattern goes on. What comes next?", "£"),
    ("A video has {terms} views, hour by hour. The pattern goes on. How many come next?", "views"),
)
SHRINKING = (
    ("A battery shows {terms} per cent, hour by hour. The pattern goes on. What does it show next?", "%"),
    ("A queue has {terms} people, minute by minute. The pattern goes on. How many come next?", "people"),
    ("A tank holds {terms} litres, day by day. The pattern goes on. How much is in it next?", "litres"),
    ("{name} owes {terms} pounds, week by week. The pattern goes on. What comes next?", "£"),
)
BELOW_NOUGHT = (
    ("A freezer room is at {terms} °C, hour by hour. The pattern goes on. What comes next?", "°C"),
    ("{name}'s account stands at {terms} pounds, day by day. The pattern goes on. What comes next?", "£"),
)
PLAIN = (("The pattern {terms} goes on. What is the next number?", ""),)
BY_TWOS = (("In the pattern {terms}, each number is the sum of the two before. What comes next?", ""),)


@generator(topic="Patterns", levels=EVERY_LEVEL, calculator=False)
def next_number(dice: random.Random, level: Level) -> Made:
    """The next number of a pattern: steady jumps; then doubling and growing jumps; then negatives and sums of two."""
    kind = dice.choice(
        {
            FUNKIES: ("up", "up", "down"),
            EIN2STEINS: ("up", "down", "times", "growing"),
            GO_FORTH: ("below", "tenths", "growing", "sum", "times"),
        }[level]
    )
    terms, stories = _pattern(dice, kind, level)
    *seen, right = terms
    story, unit = dice.choice(stories)
    return made(
        told(dice, [story], terms=listed([shown(term) for term in seen])),
        number_asked(dice, right, *_pattern_slips(kind, seen, right), unit=unit),
        seconds=45,
        trick="Find the jump" if kind in ("up", "down", "below", "tenths") else "How does each come from those before?",
        steps=_pattern_steps(kind, seen, right),
        facts={"kind": kind, "terms": tuple(seen), "unit": unit},
    )


def _pattern(dice: random.Random, kind: str, level: Level) -> tuple[list[Fraction], tuple[tuple[str, str], ...]]:
    """Five terms, the last of them asked for, and the stories that they fit."""
    step = Fraction(dice.choice((2, 3, 4, 5, 10) if level is FUNKIES else (6, 7, 8, 9, 12, 15)))
    start = Fraction(dice.randint(2, 9))
    if kind == "up":
        return _steady(start + dice.randint(1, 11), step), GROWING
    if kind == "down":
        return _steady(5 * step + dice.randint(5, 25), -step), SHRINKING
    if kind == "below":
        down = dice.randint(2, 6)
        return _steady(Fraction(2 * down + dice.randint(1, 4)), Fraction(-down)), BELOW_NOUGHT
    if kind == "tenths":
        return _steady(start / 10, Fraction(dice.choice((3, 4, 6, 7, 8)), 10)), PLAIN
    if kind == "times":
        factor = dice.choice((2, 3)) if level is EIN2STEINS else dice.choice((Fraction(1, 2), 3, 4))
        first = 16 * start if factor < 1 else start
        return [first * factor**n for n in range(5)], PLAIN if factor < 1 else (*PLAIN, GROWING[-1])
    if kind == "growing":
        first_jump, more = dice.randint(2, 6), dice.choice((1, 2) if level is EIN2STEINS else (2, 3, 4))
        return [start + first_jump * n + more * n * (n - 1) // 2 for n in range(5)], (*PLAIN, *GROWING)
    second = start + dice.randint(1, 5)
    return [start, second, start + second, start + 2 * second, 2 * start + 3 * second], BY_TWOS


def _steady(start: Fraction, step: Fraction) -> list[Fraction]:
    return [start + n * step for n in range(5)]


def _pattern_slips(kind: str, seen: list[Fraction], right: Fraction) -> list[tuple[Fraction, str]]:
    last, jump = seen[-1], seen[-1] - seen[-2]
    if kind in ("up", "down", "below", "tenths"):
        size = shown(abs(jump))
        return [
            (last + (1 if jump > 0 else -1), f"That's a jump of 1. Each jump in this pattern is {size}."),
            (last - jump, "That goes back the way the pattern came."),
            (right + jump, f"That's two jumps on. One jump is {size}."),
            (2 * last, f"That doubles the last one. Each jump is {size}."),
        ]
    if kind == "sum":
        return [
            (last + jump, "That repeats the last jump. Add the last two numbers."),
            (2 * last, "That doubles the last one. Add the last two numbers."),
            (sum(seen[-3:], Fraction(0)), "That adds the last three. Take two of them."),
        ]
    return [
        (last + jump, f"That repeats the last jump of {shown(abs(jump))}, but the jumps change."),
        (right + (right - last), "That's one number too far."),
        (last + 2 * jump if kind == "growing" else last + 2, "See how each number comes from the one before."),
        (last + 1, "That's 1 more. The jumps here are bigger."),
    ]


def _pattern_steps(kind: str, seen: list[Fraction], right: Fraction) -> list[str]:
    last = seen[-1]
    if kind == "sum":
        return [f"{shown(seen[-2])} + {shown(last)} = {shown(right)}"]
    if kind == "times":
        factor = seen[1] / seen[0]
        how = "half" if factor < 1 else f"{factor} times"
        return [f"Each number is {how} the one before.", f"So {how} {shown(last)}: {shown(right)}."]
    jumps = [abs(after - before) for before, after in pairwise(seen)]
    sign = "+" if right > last else "−"
    more = f": each is {shown(jumps[1] - jumps[0])} more." if kind == "growing" else ": always the same."
    how = f"The jumps are {listed([shown(jump) for jump in jumps])}{more}"
    return [how, f"{shown(last)} {sign} {shown(abs(right - last))} = {shown(right)}"]


ROWS = (
    ("One table seats {first}. Each table pushed onto the end adds {step} seats. How many seats do {n} tables give?",
     "seats"),
    ("Row 1 of a hall has {first} seats. Each row has {step} more than the one before. How many has row {n}?", "seats"),
    ("{name} does {first} squats on day 1 and {step} more each day. How many on day {n}?", "squats"),
    ("A new shop has {first} customers in week 1 and {step} more each week. How many in week {n}?", "customers"),
    ("A fence with 1 panel takes {first} planks. Each panel more takes {step}. How many planks do {n} panels take?",
     "planks"),
)  # fmt: skip
BACKWARDS = (
    ("One table seats {first}. Each table pushed onto the end adds {step} seats. How many tables give {total} seats?",
     "tables"),
    ("Row 1 of a hall has {first} seats. Each row has {step} more than the last. Which row has {total}?", ""),
    ("{name} runs {first} minutes in week 1 and {step} more each week. In which week is it {total} minutes?", ""),
    ("A fence with 1 panel takes {first} planks. Each panel more takes {step}. How many panels do {total} planks make?",
     "panels"),
)  # fmt: skip


@generator(topic="Patterns", levels=EVERY_LEVEL, calculator=False)
def far_along(dice: random.Random, level: Level) -> Made:
    """A pattern further on, without writing it all down; at the top also which number it is."""
    step = dice.choice((2, 3, 4, 5) if level is FUNKIES else (3, 4, 6, 7))
    first, n = (
        dice.choice([each for each in range(3, 13) if each != step]),
        dice.choice((5, 6, 8, 10, 12, 15, 20, 25, 30)),
    )
    if (level is FUNKIES) != (n <= 10):
        raise UnluckyError
    total, back = first + (n - 1) * step, level is GO_FORTH and dice.random() < 0.6
    story, unit = dice.choice(BACKWARDS if back else ROWS)
    values: list[tuple[Number, str]] = [
        (first + n * step, f"The first one has its {first} already: add {step} only {n - 1} times."),
        (n * step, f"That's {n} times {step}. The pattern starts at {first}."),
        (n * first, f"The first one has {first}. Each of the others adds {step}."),
        (first + step, "That's the second one. Go on to the one that is asked for."),
    ]
    if back:
        values = [
            (n - 1, "The first one counts too: 1 more than the jumps."),
            (n + 1, f"That's one too many: take the first {first} off before you divide."),
            (Fraction(total, step), f"Take the first {first} off before you divide."),
            (Fraction(total, first), f"Only the first one takes {first}."),
        ]
    jumps = f"{n - 1} more of {step}: {n - 1} × {step} = {total - first}"
    return made(
        told(dice, [story], first=first, step=step, n=n, total=total),
        number_asked(dice, n if back else total, *values, unit=unit),
        seconds=60,
        trick="Start, then count the jumps",
        steps=[
            f"{total} − {first} = {total - first}",
            f"{total - first} ÷ {step} = {n - 1} jumps, and the first one: {n}.",
        ]
        if back
        else [f"The first one has {first}.", jumps, f"{first} + {total - first} = {total}"],
        facts={"first": first, "step": step, "n": 0 if back else n, "total": total if back else 0},
    )


RULES = (
    "The pattern {terms}, … goes on. What is its nth term?",
    "Rows of seats have {terms}, … seats. Which expression gives the seats in row $n$?",
    "{name} makes shapes with {terms}, … sticks. Which expression gives the sticks of shape $n$?",
    "Weekly sales are {terms}, … and go on like this. Which expression gives week $n$?",
    "A savings pot has {terms}, … pounds, week by week. Which expression gives week $n$?",
)


@generator(topic="Patterns", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def rule_of_pattern(dice: random.Random, level: Level) -> Made:
    """The nth term of a steady pattern, typed or to choose from."""
    step = dice.randint(2, 6) if level is EIN2STEINS else dice.choice((3, 4, 5, 6, 7, 8, 9, -2, -3, -4))
    first = dice.randint(3, 12) if step > 0 else dice.randint(20, 40)
    start = first - step
    if start in (0, step) or (level is EIN2STEINS and start < 0):
        raise UnluckyError
    terms = [first + step * n for n in range(4)]
    right, times_n = _rule(step, start), written(((step, "n"),))
    adds = f"That adds {step} to $n$." if step > 0 else f"That takes {-step} from $n$."
    return made(
        told(dice, RULES, terms=", ".join(map(str, terms))),
        expression_asked(
            dice,
            right,
            answer_of(((1, "n"), (step, "")), f"{adds} The jump goes in front: ${times_n}$."),
            _rule(step, first, f"For $n = 1$ this gives {first + step}. The first number is {first}."),
            _rule(step, 0, f"For $n = 1$ this gives {shown(step)}. The first number is {first}."),
            _rule(first, step, "The other way round: the jump goes in front of $n$."),
        ),
        seconds=75,
        trick="The jump goes in front of n",
        steps=[
            f"The jump is {shown(step)}, so there is ${times_n}$ in it.",
            f"For $n = 1$ that is {shown(step)}, and {first} is {abs(start)} {'more' if start > 0 else 'less'}.",
            f"${right.text}$",
        ],
        facts={"first": first, "second": terms[1]},
    )


def _rule(step: int, start: int, slip: str = "") -> Answer:
    """The nth term: 3n + 2, or 20 - 3n."""
    terms = gathered((step, "n"), (start, ""))
    return answer_of(terms if step > 0 else terms[::-1], slip)


MEMBERS = (
    "Aisle seats have the numbers {terms} and so on. Which of these are aisle seats too? Choose all.",
    "Prizes go to tickets {terms} and so on. Which of these win? Choose all.",
    "{name} posts on days {terms} and so on of a plan. Which are posting days? Choose all.",
    "Which of these numbers belong to the pattern {terms}, …? Choose all.",
    "A tram stops at minutes {terms} and so on after noon. At which of these minutes does it stop? Choose all.",
)


@generator(topic="Patterns", levels=EVERY_LEVEL, calculator=False)
def in_the_pattern(dice: random.Random, level: Level) -> Made:
    """Which numbers further on belong to a steady pattern."""
    step = dice.choice({FUNKIES: (2, 5, 10), EIN2STEINS: (3, 4, 6), GO_FORTH: (6, 7, 8, 9)}[level])
    start = dice.randint(1, step - 1) if step > 2 else 1
    shown_terms = [start + n * step for n in range(4)]
    far = dice.sample(range(5, 9 if level is FUNKIES else 25), 4)
    offs = [0, *dice.sample([0, 0, *range(1, step)], 3)]
    answers = []
    for n, off in zip(far, offs, strict=True):
        value = start + n * step + off
        near = f"The pattern has {value - off} and then {value - off + step}, not {value}."
        answers.append(Answer(value, str(value), near if off else ""))
    return made(
        told(dice, MEMBERS, terms=", ".join(map(str, shown_terms))),
        all_of(dice, *answers),
        seconds=60,
        trick=f"Take {start} off: is it in the {step} times table?",
        steps=[
            f"The jump is {step} and the start is {start}.",
            f"Take {start} off each number and see whether {step} goes into the rest.",
        ],
        facts={"start": start, "step": step},
    )
