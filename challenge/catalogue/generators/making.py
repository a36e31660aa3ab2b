"""What all generators share: their registry, and making one question or a fresh set.

A generator is a function of dice and a level: the same dice, the same question. It gives fields as an author would
write them (`puzzles/SCHEMA.md`) and the facts it built them from, so that a test can prove the answer by another road.
`parts` and `wording` have what questions are put together from, and all of it can be had from here. This module must
not know any topic's mathematics.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from challenge.catalogue.generators.parts import (
    Answer,
    Fact,
    Fields,
    Made,
    UnluckyError,
    all_of,
    distinct,
    in_order,
    made,
    one_of,
    true_or_false,
    typed,
    typed_money,
    typed_number,
    typed_text,
)  # fmt: skip
from challenge.catalogue.generators.wording import (
    NAMES,
    Number,
    formula,
    in_pounds,
    listed,
    mixed,
    money,
    names,
    over,
    plain,
    plain_or_over,
    rounded,
    shown,
    told,
    told_in,
)  # fmt: skip
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import TOPICS

__all__ = [
    "EIN2STEINS", "EVERY_LEVEL", "FUNKIES", "GENERATORS", "GO_FORTH", "NAMES", "Answer", "Fact", "Fields", "Generator",
    "Level", "Made", "Number", "UnluckyError", "all_of", "built", "distinct", "formula", "generator", "in_order",
    "in_pounds", "listed", "made", "make", "make_set", "mixed", "money", "names", "one_of", "over", "plain",
    "plain_or_over", "rounded", "shown", "told", "told_in", "true_or_false", "typed", "typed_money", "typed_number",
    "typed_text",
]  # fmt: skip

MOST_THROWS = 200
MOST_SEEDS = 100_000
CANDIDATES = 12
LETTERS_OF = {"choice": ("A", "B", "C", "D"), "truth": ("true", "false")}
"""What may be right, for the types where it should come out even."""

ORDER = (
    "id", "topic", "type", "calculator", "seconds", "points", "text", "options", "items", "key", "unit", "units",
    "form", "policy", "tolerance", "percent", "slip", "slips", "trick", "steps", "made",
)  # fmt: skip
"""The order in which a question's fields are written."""

_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
_NAME_OR_NUMBER = re.compile(rf"{_NUMBER.pattern}|\b(?:{'|'.join(NAMES)})\b")


class Level(StrEnum):
    """The three levels; each has the name of its category."""

    FUNKIES = "funkies"
    EIN2STEINS = "ein2steins"
    GO_FORTH = "go-forth"


FUNKIES, EIN2STEINS, GO_FORTH = Level
EVERY_LEVEL = (FUNKIES, EIN2STEINS, GO_FORTH)


Build = Callable[[random.Random, Level], Made]


@dataclass(frozen=True, slots=True)
class Generator:
    """One registered generator; `name` is its function's name with dashes."""

    name: str
    topic: str
    levels: tuple[Level, ...]
    calculator: bool
    build: Build

    def serves(self, level: Level, *, calculator: bool | None) -> bool:
        """Whether it makes questions for this level, with or without a calculator; None: it doesn't matter."""
        return level in self.levels and calculator in (None, self.calculator)


GENERATORS: dict[str, Generator] = {}


def generator(*, topic: str, levels: Sequence[Level], calculator: bool) -> Callable[[Build], Build]:
    """Register the decorated function. Raises ValueError at a topic that there isn't, or a name used twice."""

    def register(build: Build) -> Build:
        name = build.__name__.strip("_").replace("_", "-")
        if name in GENERATORS or topic not in TOPICS:
            raise ValueError(f"{name} ({topic}): give the generator a name of its own and one of the topics.")
        GENERATORS[name] = Generator(name, topic, tuple(levels), calculator, build)
        return build

    return register


def make(name: str, level: Level, seed: int) -> Fields:
    """One question's fields in the order of SCHEMA.md. Raises ValueError where there is no such generator or level."""
    if name not in GENERATORS:
        raise ValueError(f"There is no generator “{name}”. Choose one of: {', '.join(sorted(GENERATORS))}.")
    found = GENERATORS[name]
    if level not in found.levels:
        raise ValueError(f"{name} makes nothing for {CATEGORIES[level]}. Choose another level or generator.")
    fields = {
        **built(found, level, seed).fields,
        "id": f"{level[0]}-{name}-{seed}",
        "topic": found.topic,
        "calculator": "yes" if found.calculator else "no",
        "made": f"{name} {seed}",
    }
    return {field: fields[field] for field in sorted(fields, key=ORDER.index)}


def built(found: Generator, level: Level, seed: int) -> Made:
    """What a generator makes of one seed, with its facts; an unlucky throw is thrown again with the same dice."""
    dice = random.Random(f"{found.name} {level} {seed}")  # noqa: S311 the same on every machine, not a secret
    for _ in range(MOST_THROWS):
        try:
            return found.build(dice, level)
        except UnluckyError:
            continue
    raise RuntimeError(f"{found.name} was unlucky {MOST_THROWS} times at {level}, seed {seed}")


def make_set(
    topics: Sequence[str],
    level: Level,
    *,
    count: int,
    calculator: bool | None,
    seed: int,
    beside: Sequence[Fields] = (),
    said: Collection[str] = (),
) -> list[Fields]:
    """`count` fresh questions, the topics by turns, no two alike; `calculator` None takes both kinds.

    beside: questions made earlier that these will stand beside; none is like them, and right letters come out even.
    said: texts that none of them may have.

    Raises ValueError with a sentence that says what to ask for instead.
    """
    if count < 1:
        raise ValueError("Ask for at least one question.")
    dice = random.Random(f"set {level} {seed}")  # noqa: S311 the same on every machine, not a secret
    turns = _turns(list(dict.fromkeys(topics)), level, calculator=calculator, dice=dice)
    chosen: list[Fields] = []
    so_far = _SoFar(beside, said)
    while len(chosen) < count and turns:
        generators = turns.pop(0)
        fresh = _freshest(generators.pop(0), level, so_far=so_far, dice=dice)
        if fresh:
            chosen.append(fresh)
            so_far.add(fresh)
            generators.append(GENERATORS[_maker(fresh)])
        if generators:
            turns.append(generators)
    if len(chosen) < count:
        raise ValueError(f"Only {len(chosen)} different questions can be made of this. Ask for fewer or add topics.")
    return chosen


def _turns(topics: list[str], level: Level, *, calculator: bool | None, dice: random.Random) -> list[list[Generator]]:
    """For each topic its generators in a random order, the topics shuffled too."""
    if not topics:
        raise ValueError("Choose at least one topic.")
    turns = []
    for topic in topics:
        if topic not in TOPICS:
            raise ValueError(f"“{topic}” is not a topic. Choose among: {', '.join(TOPICS)}.")
        turns.append(
            [
                each
                for _, each in sorted(GENERATORS.items())
                if each.topic == topic and each.serves(level, calculator=calculator)
            ]
        )
        if not turns[-1]:
            which = {None: "", True: " with a calculator", False: " without a calculator"}[calculator]
            raise ValueError(f"Nothing is made on {topic} for {CATEGORIES[level]}{which}. Leave this topic out.")
    for generators in turns:
        dice.shuffle(generators)
    dice.shuffle(turns)
    return turns


class _SoFar:
    """What a set holds already: what nothing may be like or say, how often each story and each right letter came."""

    def __init__(self, questions: Sequence[Fields], said: Collection[str]) -> None:
        self.said = {*said}
        self.alike: set[tuple[str, ...]] = set()
        self.wordings: Counter[str] = Counter()
        self.keys: Counter[str] = Counter()
        for question in questions:
            self.add(question)

    def add(self, question: Fields) -> None:
        self.alike.add(_likeness(question))
        self.said.add(str(question["text"]))
        self.wordings[_wording(question)] += 1
        if question["type"] in LETTERS_OF:
            self.keys[str(question["key"])] += 1

    def has(self, question: Fields) -> bool:
        """Whether it holds one that is like this, or that asks in the same words."""
        return _likeness(question) in self.alike or question["text"] in self.said

    def repeats(self, question: Fields) -> tuple[int, int]:
        """How often its story came, then how much oftener its right letter came than the rarest one."""
        letters = LETTERS_OF.get(str(question["type"]))
        overuse = self.keys[str(question["key"])] - min(self.keys[letter] for letter in letters) if letters else 0
        return self.wordings[_wording(question)], overuse


def _freshest(found: Generator, level: Level, *, so_far: _SoFar, dice: random.Random) -> Fields | None:
    """Of several questions unlike all those so far, the one that repeats least."""
    seeds = (dice.randrange(1, MOST_SEEDS) for _ in range(MOST_THROWS))
    made = (make(found.name, level, seed) for seed in seeds)
    candidates = islice((each for each in made if not so_far.has(each)), CANDIDATES)
    return min(candidates, key=so_far.repeats, default=None)


def _likeness(question: Fields) -> tuple[str, ...]:
    """What two questions share that are the same but for names and for what is offered."""
    offered = question.get("options") or question.get("items") or question.get("key")
    numbers = _numbers(str(question["text"])) or _numbers(str(offered)) or [_wording(question), str(offered)]
    return (_maker(question), *sorted(numbers))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)


def _wording(question: Fields) -> str:
    """The text without its numbers and names."""
    return _NAME_OR_NUMBER.sub("", str(question["text"]))


def _maker(question: Fields) -> str:
    return str(question["made"]).partition(" ")[0]
