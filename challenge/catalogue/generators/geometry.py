"""Questions on shapes, symmetry and coordinates. Angles, sizes, time and units have modules of their own."""

import random

from challenge.catalogue.generators.amounts import number_asked
from challenge.catalogue.generators.making import (
    FUNKIES,
    Answer,
    Level,
    Made,
    UnluckyError,
    all_of,
    generator,
    made,
    one_of,
    told,
    typed,
    typed_text,
)

CLUES = (
    ("A stop sign has eight equal sides.", "octagon", ("hexagon", "heptagon", "pentagon")),
    ("A nut on a bolt has six straight sides.", "hexagon", ("pentagon", "octagon", "heptagon")),
    ("A 50p coin has seven sides.", "heptagon", ("hexagon", "octagon", "pentagon")),
    ("The front of a shed with a pointed roof has five sides.", "pentagon", ("hexagon", "heptagon", "octagon")),
    (
        "A doormat has four right angles, and two of its sides are longer.",
        "rectangle",
        ("square", "rhombus", "trapezium"),
    ),
    ("A floor tile has four equal sides and four right angles.", "square", ("rhombus", "rectangle", "kite")),
    (
        "A diamond on a playing card has four equal sides and no right angle.",
        "rhombus",
        ("square", "kite", "trapezium"),
    ),
    (
        "A bucket from the side has four sides, and exactly one pair is parallel.",
        "trapezium",
        ("rhombus", "kite", "square"),
    ),
    ("A tin of beans has two round faces, and one curved face between them.", "cylinder", ("cone", "sphere", "cube")),
    ("A dice has six faces, and all of them are squares.", "cube", ("cylinder", "sphere", "pyramid")),
    ("A snooker ball is round whichever way it is turned.", "sphere", ("circle", "cylinder", "cone")),
    ("A traffic marker has one round face and comes to a point at the top.", "cone", ("cylinder", "sphere", "pyramid")),
    ("A brick has six faces. They are rectangles, and not all are alike.", "cuboid", ("cube", "pyramid", "cylinder")),
    ("A tomb in Egypt has a square floor and four triangles that meet on top.", "pyramid", ("cone", "cube", "cuboid")),
)
NAMED = (
    "{clue} What is this shape called?",
    "{clue} What is the name of this shape?",
    "{clue} What does {name} call this shape?",
)
TELLS = {
    "octagon": "Eight sides: think of the eight arms of an octopus.",
    "hexagon": "Six sides: hexagon and six share an x.",
    "heptagon": "Seven sides, like a 20p or a 50p coin.",
    "pentagon": "Five sides make a pentagon.",
    "rectangle": "Four right angles, and sides of two lengths.",
    "square": "Four right angles and four equal sides.",
    "rhombus": "Four equal sides, and the angles needn't be right ones.",
    "trapezium": "Four sides, and one pair of them is parallel.",
    "kite": "Two pairs of equal sides that touch each other.",
    "cylinder": "Two circles with a curved face between them.",
    "cube": "Six square faces, all alike.",
    "sphere": "Round like a ball, without an edge.",
    "cone": "A circle at one end and a point at the other.",
    "cuboid": "Six faces, all rectangles, like a box.",
    "pyramid": "A flat floor and triangles that meet at the top.",
    "circle": "A circle is flat. This one is solid.",
}


@generator(topic="Shapes", levels=(FUNKIES,), calculator=False)
def name_the_shape(dice: random.Random, _: Level) -> Made:
    """A flat shape or a solid by what is seen of it, typed or to choose from."""
    clue, shape, others = dice.choice(CLUES)
    slips = [(other, f"That's another shape. {TELLS[other]}") for other in others]
    if dice.random() < 0.5:
        fields = typed_text([shape, f"{'an' if shape[0] in 'aeiou' else 'a'} {shape}"], *slips)
    else:
        fields = one_of(dice, Answer(shape, shape), *(Answer(other, other, why) for other, why in slips))
    return made(
        told(dice, NAMED, clue=clue),
        fields,
        seconds=35,
        trick="Count sides or faces",
        steps=[TELLS[shape]],
        facts={"clue": clue},
    )


SOLIDS = (
    ("A shoe box is a cuboid.", "prism", 4),
    ("A brick is a cuboid.", "prism", 4),
    ("A dice is a cube.", "prism", 4),
    ("A slice of cheese is a prism with two triangles at its ends.", "prism", 3),
    ("A ridge tent is a prism with two triangles at its ends.", "prism", 3),
    ("A pencil is a prism with two hexagons at its ends.", "prism", 6),
    ("A paperweight is a pyramid with a square floor.", "pyramid", 4),
    ("A glass roof is a pyramid with a square floor.", "pyramid", 4),
    ("A gift box is a pyramid with a triangle as its floor.", "pyramid", 3),
    ("A hat box is a prism with two octagons at its ends.", "prism", 8),
)
ASKED = (
    "{solid} How many {parts} does it have?",
    "{solid} {name} counts the {parts}. How many are there?",
    "{solid} How many {parts} are there in all?",
)


@generator(topic="Shapes", levels=(FUNKIES,), calculator=False)
def faces_edges_corners(dice: random.Random, _: Level) -> Made:
    """How many faces, edges or corners a solid has."""
    solid, kind, n = dice.choice(SOLIDS)
    counts = {"faces": n + 2, "edges": 3 * n, "corners": 2 * n}
    if kind == "pyramid":
        counts = {"faces": n + 1, "edges": 2 * n, "corners": n + 1}
    parts = dice.choice(tuple(counts))
    right = counts[parts]
    slips = [(count, f"That's how many {part} there are.") for part, count in counts.items() if count != right]
    more = [(right - 2, "Those at the back and at the bottom count too."), (right + 2, "Some are counted twice.")]
    return made(
        told(dice, ASKED, solid=solid, parts=parts),
        number_asked(dice, right, *slips, *more),
        seconds=45,
        trick="Front and back, top and bottom",
        steps=_counting(kind, n, parts),
        facts={"kind": kind, "n": n, "parts": parts},
    )


def _counting(kind: str, n: int, parts: str) -> list[str]:
    ends = {
        ("prism", "faces"): f"2 ends and {n} sides: 2 + {n} = {n + 2}",
        ("prism", "edges"): f"{n} round each end and {n} along: 3 × {n} = {3 * n}",
        ("prism", "corners"): f"{n} at each end: 2 × {n} = {2 * n}",
        ("pyramid", "faces"): f"The floor and {n} triangles: 1 + {n} = {n + 1}",
        ("pyramid", "edges"): f"{n} round the floor and {n} up to the top: {2 * n}",
        ("pyramid", "corners"): f"{n} on the floor and 1 at the top: {n + 1}",
    }
    return [ends[kind, parts]]


FOUR_SIDED = ("square", "rectangle", "rhombus", "kite", "trapezium", "parallelogram")
PROPERTIES = (
    ("always have four equal sides", {"square", "rhombus"}, "Its sides may have different lengths."),
    ("always have four right angles", {"square", "rectangle"}, "Its angles needn't be right ones."),
    ("always have two pairs of parallel sides", {"square", "rectangle", "rhombus", "parallelogram"},
     "It doesn't have two pairs of parallel sides."),
)  # fmt: skip
WHICH = (
    "Which of these shapes {have}? Choose all.",
    "{name} looks for shapes that {have}. Which are they? Choose all.",
)


@generator(topic="Shapes", levels=(FUNKIES,), calculator=False)
def which_shapes(dice: random.Random, _: Level) -> Made:
    """Which four-sided shapes have a property."""
    have, right, why = dice.choice(PROPERTIES)
    shapes = dice.sample(FOUR_SIDED, 4)
    answers = [Answer(shape, shape, "" if shape in right else why) for shape in shapes]
    return made(
        told(dice, WHICH, have=have),
        all_of(dice, *answers),
        seconds=45,
        trick="Draw one of each",
        steps=[f"Those that {have}: {', '.join(shape for shape in shapes if shape in right)}."],
        facts={"have": have},
    )


MIRRORED = (
    ("square", 4, "four equal sides, 2 lines through the corners and 2 through the sides"),
    ("rectangle that is not a square", 2, "one line upright and one level, and none through the corners"),
    ("rhombus that is not a square", 2, "2 lines, both through the corners"),
    ("kite", 1, "1 line, between the pairs of equal sides"),
    ("triangle with three equal sides", 3, "3 lines, one through each corner"),
    ("triangle with two equal sides only", 1, "1 line, between the equal sides"),
    ("regular pentagon", 5, "5 lines, one through each corner"),
    ("regular hexagon", 6, "3 lines through corners and 3 through sides"),
    ("regular octagon", 8, "4 lines through corners and 4 through sides"),
    ("triangle with three different sides", 0, "no line: no two sides match"),
)
THINGS = (
    "A sign has the shape of a {shape}. How many lines of symmetry does it have?",
    "{name} folds a {shape} so that both halves match. How many ways are there?",
    "A tile is a {shape}. How many mirror lines does it have?",
    "How many lines of symmetry does a {shape} have?",
)


@generator(topic="Symmetry", levels=(FUNKIES,), calculator=False)
def mirror_lines(dice: random.Random, _: Level) -> Made:
    """How many lines of symmetry a shape has."""
    shape, lines, why = dice.choice(MIRRORED)
    slips = [
        (2 * lines, "Each line is counted from both ends."),
        (lines + 2, "Fold along each line: not all of them make the halves match."),
        (lines + 1, "Fold along each line: one of them doesn't make the halves match."),
        (lines - 1, "There is one line more: turn the shape and look again."),
        (lines + 4, "Fold along each line: not all of them make the halves match."),
    ]
    return made(
        told(dice, THINGS, shape=shape),
        number_asked(dice, lines, *(slip for slip in slips if slip[0] >= 0)),
        seconds=40,
        trick="Fold it in your head",
        steps=[f"It has {why}."],
        facts={"shape": shape},
    )


TURNED = (
    ("square", 4),
    ("rectangle that is not a square", 2),
    ("rhombus that is not a square", 2),
    ("triangle with three equal sides", 3),
    ("regular pentagon", 5),
    ("regular hexagon", 6),
    ("regular octagon", 8),
    ("parallelogram that is not a rectangle", 2),
)
TURNING = (
    "{name} turns a {shape} once all the way round. How many times does it look as it did at the start?",
    "A {shape} is turned all the way round. How many times does it fit on its outline?",
    "What is the order of rotational symmetry of a {shape}?",
)


@generator(topic="Symmetry", levels=(FUNKIES,), calculator=False)
def turned_round(dice: random.Random, _: Level) -> Made:
    """How many times a shape fits on its outline in one full turn."""
    shape, order = dice.choice(TURNED)
    return made(
        told(dice, TURNING, shape=shape),
        number_asked(
            dice,
            order,
            (order - 1, "The full turn back to the start counts too."),
            (2 * order, "That's twice as often: turn it slowly and count."),
            (order + 1, "The start and the end are the same place: count it once."),
            (order + 2, "Turn it slowly and count again."),
        ),
        seconds=40,
        trick="Turn it and count up to a full turn",
        steps=[f"It fits after each turn of {360 // order}°, and 360 ÷ {360 // order} = {order}."],
        facts={"shape": shape},
    )


UPRIGHT, LEVEL, NEITHER = "AMTUVWY", "BCDEK", "FGJLNPQRSZ"
LETTERED = (
    "{name} paints capital letters on a van. Which have an upright line of symmetry? Choose all.",
    "Which of these capital letters look the same in a mirror beside them? Choose all.",
    "A shop sign uses these capital letters. Which have an upright mirror line? Choose all.",
)


@generator(topic="Symmetry", levels=(FUNKIES,), calculator=False)
def mirror_letters(dice: random.Random, _: Level) -> Made:
    """Which capital letters have an upright mirror line."""
    right = dice.sample(UPRIGHT, dice.choice((1, 2, 2, 3)))
    level = dice.sample(LEVEL, 1)
    neither = dice.sample(NEITHER, 3 - len(right))
    answers = [
        *(Answer(letter, letter) for letter in right),
        *(Answer(letter, letter, f"The mirror line of {letter} is level, not upright.") for letter in level),
        *(Answer(letter, letter, f"The left half of {letter} doesn't match the right half.") for letter in neither),
    ]
    return made(
        told(dice, LETTERED),
        all_of(dice, *answers),
        seconds=40,
        trick="Left half against right half",
        steps=["Cut each letter in half from top to bottom: do both halves match?"],
        facts={"letters": "".join(sorted(right))},
    )


ROBOTS = (
    "{name} stands at $({x}, {y})$ on a grid and goes {a} {right} and {b} {up}. Where is {name} now?",
    "A robot starts at $({x}, {y})$. It moves {a} {right} and {b} {up}. At which point does it stop?",
    "On a map grid a bus goes from $({x}, {y})$ {a} {right} and {b} {up}. At which point is it then?",
    "A chess app moves a piece from $({x}, {y})$: {a} {right} and {b} {up}. Where is it now?",
)


@generator(topic="Coordinates", levels=(FUNKIES,), calculator=False)
def walk_on_a_grid(dice: random.Random, _: Level) -> Made:
    """A point reached by so many steps across and so many up or down."""
    x, y, a, b = (dice.randint(1, 8) for _ in range(4))
    to_right, goes_up = dice.random() < 0.6, dice.random() < 0.6
    across, up = a if to_right else -a, b if goes_up else -b
    end = (x + across, y + up)
    if min(end) < 0 or a == b:
        raise UnluckyError
    wrong = [
        _point((end[1], end[0]), "The other way round: across comes first, then up."),
        _point((x + up, y + across), "Across changes the first number, up and down the second."),
        _point(
            (x - across, y + up),
            f"{'Right' if to_right else 'Left'} makes the first number {'bigger' if to_right else 'smaller'}.",
        ),
        _point(
            (x + across, y - up),
            f"{'Up' if goes_up else 'Down'} makes the second number {'bigger' if goes_up else 'smaller'}.",
        ),
        _point((across, up), "That's the way alone. Start from the point."),
    ]
    words = {"right": "right" if to_right else "left", "up": "up" if goes_up else "down"}
    signs = "+" if to_right else "-", "+" if goes_up else "-"
    return made(
        told(dice, ROBOTS, x=x, y=y, a=a, b=b, **words),
        _point_asked(dice, _point(end), *wrong),
        seconds=45,
        trick="Across first, then up",
        steps=[f"Across: ${x} {signs[0]} {a} = {end[0]}$", f"Up or down: ${y} {signs[1]} {b} = {end[1]}$"],
        facts={"start": (x, y), "way": (across, up)},
    )


CORNERS = (
    "Three corners of a rectangle are $({a}, {b})$, $({c}, {b})$ and $({c}, {d})$. What is the fourth?",
    "{name} plots a rectangle: $({a}, {b})$, $({c}, {b})$, $({c}, {d})$. Where is the last corner?",
    "A patio on a plan has corners at $({a}, {b})$, $({c}, {b})$ and $({c}, {d})$. Where is the fourth?",
)


@generator(topic="Coordinates", levels=(FUNKIES,), calculator=False)
def fourth_corner(dice: random.Random, _: Level) -> Made:
    """The last corner of an upright rectangle."""
    a, b, c, d = (dice.randint(1, 9) for _ in range(4))
    if len({a, b, c, d}) < 4 or abs(a - c) < 2 or abs(b - d) < 2:
        raise UnluckyError
    wrong = [
        _point((d, a), "The other way round: across comes first, then up."),
        _point((a, c), f"It is as high as the third corner: {d} up."),
        _point((b, d), f"It stands above or below the first corner: {a} across."),
        _point((abs(c - a), abs(d - b)), "Those are the lengths of the sides. The corner is a point."),
    ]
    return made(
        told(dice, CORNERS, a=a, b=b, c=c, d=d),
        _point_asked(dice, _point((a, d)), *wrong),
        seconds=50,
        trick="Sketch it",
        steps=[
            f"It is above or below $({a}, {b})$: {a} across.",
            f"It is beside $({c}, {d})$: {d} up. So $({a}, {d})$.",
        ],
        facts={"corners": ((a, b), (c, b), (c, d))},
    )


HALFWAY = (
    "{name} and {friend} stand at $({a}, {b})$ and $({c}, {d})$ and meet halfway. At which point do they meet?",
    "A bench stands halfway between trees at $({a}, {b})$ and $({c}, {d})$. Where is it?",
    "A path runs from $({a}, {b})$ to $({c}, {d})$. Which point is in the middle of it?",
)


@generator(topic="Coordinates", levels=(FUNKIES,), calculator=False)
def halfway_point(dice: random.Random, _: Level) -> Made:
    """The point in the middle of two, on a level or upright line."""
    a, b, half = dice.randint(0, 6), dice.randint(1, 9), dice.randint(1, 4)
    level = dice.random() < 0.5
    c, d = (a + 2 * half, b) if level else (a, b + 2 * half)
    middle = (a + half, b) if level else (a, b + half)
    if a == b or c == d or middle[0] == middle[1]:
        raise UnluckyError
    wrong = [
        _point((middle[1], middle[0]), "The other way round: across comes first, then up."),
        _point((c - a, d - b), "That's how far apart they are. Go half of it from the first point."),
        _point((a + 1, b) if level else (a, b + 1), "That's one step away. Go half of the way."),
        _point((a + c, b + d), "That adds them. Halve what you get."),
    ]
    return made(
        told(dice, HALFWAY, a=a, b=b, c=c, d=d),
        _point_asked(dice, _point(middle), *wrong),
        seconds=50,
        trick="Half of the way",
        steps=[f"They are {2 * half} apart, so go {half} from $({a}, {b})$.", f"That's $({middle[0]}, {middle[1]})$."],
        facts={"one": (a, b), "other": (c, d)},
    )


def _point(point: tuple[int, int], slip: str = "") -> Answer:
    return Answer(point, f"({point[0]}, {point[1]})", slip)


def _point_asked(dice: random.Random, right: Answer, *wrong: Answer) -> dict[str, object]:
    if dice.random() < 0.3:
        return one_of(dice, *(each._replace(text=f"${each.text}$") for each in (right, *wrong)))
    return typed("coordinates", right, *wrong)
