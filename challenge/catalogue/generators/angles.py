"""Questions on angles: their kinds, turns, triangles, regular shapes and parallel lines."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    FUNKIES,
    GO_FORTH,
    Answer,
    Level,
    Made,
    Number,
    UnluckyError,
    all_of,
    generator,
    made,
    one_of,
    told,
    typed_text,
)

SEEN = (
    "A laptop is open at {a}°.",
    "A door stands open at {a}°.",
    "A ramp and the floor make an angle of {a}°.",
    "{name} cuts a slice of pizza with an angle of {a}°.",
    "{name} turns a steering wheel by {a}°.",
    "Two roads meet at an angle of {a}°.",
)
KINDS = {
    "acute angle": (20, 85, "Acute angles are smaller than 90°."),
    "right angle": (90, 90, "A right angle is 90° exactly."),
    "obtuse angle": (95, 175, "Obtuse angles lie between 90° and 180°."),
    "reflex angle": (185, 340, "Reflex angles are bigger than 180°."),
}


@generator(topic="Angles", levels=(FUNKIES,), calculator=False)
def kind_of_angle(dice: random.Random, _: Level) -> Made:
    """Acute, right, obtuse or reflex, typed or to choose from."""
    kind = dice.choice([*KINDS, "acute angle", "obtuse angle", "reflex angle"])
    low, high, why = KINDS[kind]
    size = dice.choice(range(low, high + 1, 5))
    story = dice.choice(SEEN if size <= 90 else (SEEN[0], SEEN[1], SEEN[4], SEEN[5]) if size < 180 else (SEEN[4],))
    others = [(other, KINDS[other][2]) for other in KINDS if other != kind]
    if dice.random() < 0.4:
        word = kind.removesuffix(" angle")
        keys = [kind, f"a {kind}" if word[0] == "r" else f"an {kind}"] + ([word] if word != "right" else [])
        fields = typed_text(keys, *((other, slip) for other, slip in others))
    else:
        fields = one_of(dice, Answer(kind, kind), *(Answer(other, other, slip) for other, slip in others))
    return made(
        f"{told(dice, [story], a=size)} What kind of angle is that?",
        fields,
        seconds=30,
        trick="Acute, right, obtuse, straight, reflex",
        steps=[why],
        facts={"size": size},
    )


HANDS = (
    ("How many degrees does the minute hand of a clock turn in {n} minutes?", 6),
    ("{name} waits {n} minutes for a bus. How many degrees does the minute hand turn?", 6),
    ("The minute hand moves on by {n} minutes. By how many degrees does it turn?", 6),
)
WHEELS = (
    ("{name} turns round {n} times in a dance. How many degrees is that?", 360),
    ("A skateboarder makes {n} half turns. How many degrees is that?", 180),
    ("A valve is opened by {n} quarter turns. How many degrees is that?", 90),
    ("A key makes {n} quarter turns in a lock. How many degrees is that?", 90),
)


@generator(topic="Angles", levels=(FUNKIES,), calculator=False)
def how_far_it_turns(dice: random.Random, _: Level) -> Made:
    """The degrees of so many turns, or of a minute hand."""
    story, each = dice.choice(HANDS if dice.random() < 0.5 else WHEELS)
    n = dice.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50) if each == 6 else (2, 3, 4) if each == 360 else (2, 3, 5))
    right = n * each
    what = {6: "1 minute", 90: "a quarter turn", 180: "a half turn", 360: "a full turn"}[each]
    slips: list[tuple[Number, str]] = [
        (n, f"That's the number of {'minutes' if each == 6 else 'turns'}. Each of them makes {each}°."),
        (n * each // 2 if each > 6 else n * 5, f"{what.capitalize()} is {each}°."),
        (right + each, f"That's {what} too many."),
        (right - each, f"That's {what} too few."),
    ]
    return made(
        told(dice, [story], n=n),
        number_asked(dice, right, *slips, unit="°"),
        seconds=40,
        trick="A full turn is 360°",
        steps=["60 minutes are 360°, so 1 minute is 6°." if each == 6 else f"{what.capitalize()} is {each}°.",
               f"{n} × {each}° = {right}°"],
        facts={"n": n, "parts": 360 // each},
    )  # fmt: skip


ON_A_LINE = (
    "A street light leans on a straight pavement: {a}° on one side. How big is the angle on the other side?",
    "A side road meets a straight road at {a}°. How big is the angle on its other side?",
    "A straight angle is cut in two. One part is {a}°. How big is the other?",
)
IN_A_CORNER = (
    "A right angle is cut in two. One part is {a}°. How big is the other?",
    "A shelf in the corner of a room makes {a}° with one wall. The walls meet at 90°. What is the other angle?",
)
ROUND_A_POINT = (
    "Three slices make a whole pizza. Two of them have angles of {a}° and {b}°. What is the angle of the third?",
    "Three roads meet at a roundabout at angles of {a}°, {b}° and one more. How big is that one?",
)
IN_A_TRIANGLE = (
    "Two angles of a triangle are {a}° and {b}°. How big is the third?",
    "A sail is a triangle with angles of {a}° and {b}°. How big is its third angle?",
    "A roof truss is a triangle. Two of its angles are {a}° and {b}°. How big is the third?",
)
IN_FOUR_SIDES = (
    "Three angles of a four-sided garden are {a}°, {b}° and {c}°. How big is the fourth?",
    "A plot of land has four sides and angles of {a}°, {b}° and {c}°. How big is the fourth angle?",
)
WHOLE = {ON_A_LINE: (180, 1, "on a straight line"), IN_A_CORNER: (90, 1, "in a right angle"),
         ROUND_A_POINT: (360, 2, "round a point"), IN_A_TRIANGLE: (180, 2, "in a triangle"),
         IN_FOUR_SIDES: (360, 3, "in a four-sided shape")}  # fmt: skip


@generator(topic="Angles", levels=(FUNKIES, EIN2STEINS), calculator=False)
def missing_angle(dice: random.Random, level: Level) -> Made:
    """What is missing to 90°, 180° or 360°."""
    stories = dice.choice(
        (ON_A_LINE, IN_A_CORNER) if level is FUNKIES else (ROUND_A_POINT, IN_A_TRIANGLE, IN_FOUR_SIDES)
    )
    whole, count, where = WHOLE[stories]
    step, most = (5, whole - 15) if level is FUNKIES else (1, whole // (count + 1) + 20)
    known = [step * dice.randint(15 // step if count == 1 else 30, most // step) for _ in range(count)]
    right, together = whole - sum(known), sum(known)
    if right < 20 or right in known or right > 170:
        raise UnluckyError
    other = {90: 180, 180: 360, 360: 180}[whole]
    added = " + ".join(f"{angle}°" for angle in known)
    slips: list[tuple[Number, str]] = [
        (abs(other - together), f"The angles {where} add up to {whole}°, not {other}°."),
        (together, f"Take that from {whole}°."),
        (whole - known[0], f"All the others come off {whole}°."),
        (whole + together, "Take away, don't add."),
        (right + 10, "10° too many: take away once more."),
    ]
    return made(
        told(dice, stories, **dict(zip("abc", known, strict=False))),
        number_asked(dice, right, *slips, unit="°"),
        seconds=45,
        trick=f"Together {whole}°",
        steps=[
            f"The angles {where} add up to {whole}°.",
            f"{whole}° − {f'({added})' if count > 1 else added} = {right}°",
        ],
        facts={"whole": whole, "known": tuple(known)},
    )


Rule = tuple[Number, list[str], list[tuple[Number, str]]]


def _apex(a: int, _: int) -> Rule:
    half = Fraction(180 - a, 2)
    return half, [f"180° − {a}° = {180 - a}° for both.", f"{180 - a}° ÷ 2 = {half}°"], [
        (180 - a, "That's both together. Halve it."),
        (a, "Only the angles at the other side are equal."),
        (180 - 2 * a, f"The {a}° comes once, between the equal sides."),
    ]  # fmt: skip


def _base(a: int, _: int) -> Rule:
    return 180 - 2 * a, [f"2 × {a}° = {2 * a}°", f"180° − {2 * a}° = {180 - 2 * a}°"], [
        (180 - a, f"There are two angles of {a}°."),
        (Fraction(180 - a, 2), f"The {a}° comes twice, so take both away."),
        (a, "Only two of the angles are equal."),
    ]  # fmt: skip


def _exterior(_: int, n: int) -> Rule:
    turn = 360 // n
    return turn, ["All the turns together make 360°.", f"360° ÷ {n} = {turn}°"], [
        (180 - turn, "That's the angle inside. The turn is outside."),
        (Fraction(180, n), "A full way round is 360°, not 180°."),
        (360 - turn, f"Divide 360° by {n}."),
    ]  # fmt: skip


def _interior(_: int, n: int) -> Rule:
    turn = 360 // n
    inside = 180 - turn
    return inside, [f"Each turn outside is 360° ÷ {n} = {turn}°.", f"Inside: 180° − {turn}° = {inside}°"], [
        (turn, "That's the turn outside. Inside it is the rest of 180°."),
        (n * inside, f"That's all {n} angles together. Divide by {n}."),
        (360 - turn, "Take the turn from 180°, not from 360°."),
    ]  # fmt: skip


def _between(a: int, _: int) -> Rule:
    return 180 - a, ["Between parallel lines, two angles on one side add up to 180°.", f"180° − {a}° = {180 - a}°"], [
        (a, "Those on one side are not equal: they add up to 180°."),
        (360 - a, "They add up to 180°, not to 360°."),
        (abs(90 - a), "They add up to 180°, not to 90°."),
    ]  # fmt: skip


def _same_place(a: int, _: int) -> Rule:
    return a, ["At the same place of parallel lines, the angles are equal.", f"So it is {a}° too."], [
        (180 - a, "Those between the lines add up to 180°. At the same place they are equal."),
        (90, "It is 90° only where lines cross at a right angle."),
        (360 - a, "At the same place they are equal."),
    ]  # fmt: skip


EQUAL_SIDES, TURNS, PARALLEL = (
    "Two equal sides, two equal angles",
    "All the way round is 360°",
    "Equal, or 180° together",
)
FIGURES = (
    ("apex", _apex, EQUAL_SIDES, (
        "A truss is an isosceles triangle with {a}° between its equal sides. How big is each other angle?",
        "{name} draws an isosceles triangle with {a}° between the equal sides. How big is each of the others?",
    )),
    ("base", _base, EQUAL_SIDES, (
        "A tent front is an isosceles triangle with two angles of {a}°. How big is the angle at the top?",
        "The two equal angles of an isosceles triangle are {a}° each. How big is the third?",
    )),
    ("exterior", _exterior, TURNS, (
        "A robot drives round a regular shape with {n} sides. By how many degrees does it turn at each corner?",
        "How big is each exterior angle of a regular shape with {n} sides?",
    )),
    ("interior", _interior, TURNS, (
        "A table top is a regular shape with {n} sides. How big is each angle inside it?",
        "How big is each interior angle of a regular shape with {n} sides?",
    )),
    ("between", _between, PARALLEL, (
        "A road crosses two parallel roads. An angle between them is {a}°. How big is the other on that side?",
        "Two shelves are parallel. A rod between them makes {a}° with one. What is the other angle on that side?",
    )),
    ("same", _same_place, PARALLEL, (
        "A beam crosses two parallel rails, at {a}° to the first. What is the angle at the same place of the second?",
        "A line crosses two parallel lines, at {a}° to one. How big is the angle at the same place of the other?",
    )),
)  # fmt: skip


@generator(topic="Angles", levels=(GO_FORTH,), calculator=False)
def angle_rules(dice: random.Random, _: Level) -> Made:
    """Isosceles triangles, regular polygons and parallel lines."""
    kind, rule, trick, stories = dice.choice(FIGURES)
    n, a = dice.choice((5, 6, 8, 9, 10, 12)), dice.randint(35, 75) if kind == "base" else 2 * dice.randint(14, 64)
    if a in (60, 90):
        raise UnluckyError
    right, steps, slips = rule(a, n)
    return made(
        told(dice, stories, a=a, n=n),
        number_asked(dice, right, *slips, (right + 10, "10° too many: work it out once more."), unit="°"),
        seconds=60,
        trick=trick,
        steps=steps,
        facts={"kind": kind, "a": a, "n": n},
    )


FITTING = (
    "Which of these can be the three angles of a triangle? Choose all.",
    "{name} wants to draw triangles. Which sets of angles work? Choose all.",
    "A sign maker cuts triangles. Which sets of angles are possible? Choose all.",
)


@generator(topic="Angles", levels=(EIN2STEINS, GO_FORTH), calculator=False)
def angles_that_fit(dice: random.Random, level: Level) -> Made:
    """Which three angles make a triangle, or at the top which three sides make a right-angled one."""
    step = 10 if level is EIN2STEINS else 1
    answers = []
    for off in (0, *dice.sample((0, 0, -10, 10, 20, 180), 3)):
        a, b = (step * dice.randint(30 // step, 90 // step) for _ in range(2))
        c = 180 - a - b + off
        if c < 20 or c > 175:
            raise UnluckyError
        total = a + b + c
        why = "" if off == 0 else f"Together they make {total}°. In a triangle it is 180°."
        answers.append(Answer((a, b, c), f"{a}°, {b}°, {c}°", why))
    return made(
        told(dice, FITTING),
        all_of(dice, *answers),
        seconds=60,
        trick="180° in every triangle",
        steps=["Add up the three angles of each.", "Those that make 180° work."],
        facts={"whole": 180},
    )
