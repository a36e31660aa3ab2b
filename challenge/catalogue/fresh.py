"""Files of questions fresh from the generators: the made part of the bank, and quizzes on demand.

The same wishes give the same text on every machine. This module must not know any generator, or where files are kept.
"""

import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from challenge.catalogue import generators
from challenge.catalogue.coverage import Counts
from challenge.catalogue.generators.making import Fields, Level, make_set
from challenge.catalogue.generators.wording import listed
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import AIMS, FILES, STRANDS
from challenge.catalogue.writing import document

SEED = 2026
MADE = "-made"
"""How the names of made files end."""

REMARK = "Made by “python3 run.py puzzles make”. To change a question, change its generator and make this file again."


@dataclass(frozen=True, slots=True)
class MadeBank:
    """The made files of the bank, their text by slug, and what no generator could make, in words."""

    files: dict[str, str]
    missing: tuple[str, ...]


def made_bank(by_hand: Counts) -> MadeBank:
    """As many made questions for each level and topic as those written by hand leave to be wished for."""
    load_generators()
    files: dict[str, str] = {}
    missing: list[str] = []
    for category in CATEGORIES:
        said: set[str] = set()
        for strand, (_, topics) in STRANDS.items():
            slug = f"{category}-{FILES[strand]}{MADE}"
            questions = [
                each for topic in topics for each in _filling(category, topic, by_hand, said=said, missing=missing)
            ]
            if questions:
                files[slug] = document({"bank": slug, "category": category}, questions, remark=REMARK)
    return MadeBank(files, tuple(missing))


def fresh_quiz(topics: Sequence[str], level: Level, *, count: int, calculator: bool | None, seed: int) -> str:
    """A quiz of fresh questions as a file of puzzles/. Raises ValueError with a sentence that says what to change."""
    load_generators()
    wished = topics or [topic for category, topic in AIMS if category == level]
    questions = make_set(wished, level, count=count, calculator=calculator, seed=seed)
    slug = f"fresh-{level}-{seed}"
    head = {
        "quiz": slug,
        "title": f"Fresh questions for {CATEGORIES[level]}, seed {seed}",
        "category": str(level),
        "about": _about(questions, calculator=calculator),
    }
    without = [{name: value for name, value in each.items() if name != "made"} for each in questions]
    return document(head, without, remark=f"Save this as puzzles/{slug}.yaml and it can be played.")


def load_generators() -> None:
    """Import every module of generators, so that all of them are registered."""
    for module in pkgutil.iter_modules(generators.__path__):
        import_module(f"{generators.__name__}.{module.name}")


def _filling(category: str, topic: str, by_hand: Counts, *, said: set[str], missing: list[str]) -> list[Fields]:
    """What one topic of a level leaves to be made. said: the texts that the level has; missing: what can't be made."""
    aim = AIMS.get((category, topic))
    count = aim.in_all - by_hand[category, topic] if aim else 0
    if count <= 0:
        return []
    try:
        questions = make_set([topic], Level(category), count=count, calculator=None, seed=SEED, said=said)
    except ValueError as error:
        missing.append(f"{CATEGORIES[category]}, {topic}, {count} wanted: {error}")
        return []
    said.update(str(each["text"]) for each in questions)
    return questions


def _about(questions: Sequence[Fields], *, calculator: bool | None) -> str:
    which = {None: "", True: ", with a calculator", False: ", without a calculator"}[calculator]
    topics = sorted({str(each["topic"]) for each in questions})
    on = listed(topics) if len(topics) <= 6 else f"{len(topics)} topics"
    return f"{len(questions)} questions made on demand{which}: {on}."
