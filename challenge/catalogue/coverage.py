"""What quizzes and the bank cover by level and topic, and what the bank is short of.

Plain counting. It must not know how it is printed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from challenge.catalogue.quizzes import CATEGORIES, Bank, Quiz
from challenge.catalogue.tarsias import Tarsia
from challenge.catalogue.topics import AIMS

Counts = Counter[tuple[str, str]]
"""How many questions there are, by category and topic."""


@dataclass(frozen=True, slots=True)
class Covered:
    """The bank's questions, by category and topic: all, and those written by hand; and all by category and type."""

    in_all: Counts
    by_hand: Counts
    kinds: Counts


@dataclass(frozen=True, slots=True)
class Short:
    """A topic of which a level has fewer questions than it should. which: `in all` or `by hand`."""

    category: str
    topic: str
    have: int
    aim: int
    which: str

    def __str__(self) -> str:
        return f"{CATEGORIES[self.category]}, {self.topic}: {self.have} of {self.aim} {self.which}"


def of_quizzes(quizzes: Iterable[Quiz]) -> Counts:
    """What the quizzes ask about."""
    return Counter((quiz.category, question.topic) for quiz in quizzes for question in quiz.questions)


def of_tarsias(tarsias: Iterable[Tarsia]) -> Counts:
    """How many Tarsia puzzles there are by category and shape: chain, triangle and so on."""
    return Counter((tarsia.category, tarsia.puzzle.layout.name.split()[0]) for tarsia in tarsias)


def of_bank(banks: Iterable[Bank]) -> Covered:
    """What the bank has."""
    drawn = [(bank.category, each) for bank in banks for each in bank.questions]
    return Covered(
        in_all=Counter((category, each.question.topic) for category, each in drawn),
        by_hand=Counter((category, each.question.topic) for category, each in drawn if not each.made),
        kinds=Counter((category, each.question.kind.value) for category, each in drawn),
    )


def shortfalls(covered: Covered) -> Iterator[Short]:
    """Every aim that the bank falls short of."""
    for place, aim in AIMS.items():
        for have, wanted, which in (
            (covered.in_all[place], aim.in_all, "in all"),
            (covered.by_hand[place], aim.by_hand, "by hand"),
        ):
            if have < wanted:
                yield Short(*place, have, wanted, which)
