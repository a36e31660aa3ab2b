"""The topics that a question may have, by strand, and how many questions the bank wants of each at every level.

This module must not know any question.
"""

from dataclasses import dataclass

from challenge.catalogue.quizzes import CATEGORIES

STRANDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "Number": (
        25,
        (
            "Place value", "Adding and taking away", "Times and divide", "Order of operations", "Negatives",
            "Fractions", "Decimals", "Rounding and estimating", "Factors and multiples", "Powers and roots",
            "Standard form",
        ),
    ),
    "Ratio, percentages and money": (
        25, ("Ratio", "Percentages", "Money", "Best buys", "Recipes", "Speed", "Wages", "Bills", "Scale"),
    ),
    "Algebra": (20, ("Patterns", "Formulas", "Expressions", "Equations", "Substitution", "Graphs")),
    "Geometry, measures and time": (
        15,
        (
            "Time", "Units", "Shapes", "Angles", "Perimeter", "Area", "Volume", "Symmetry", "Coordinates",
            "Pythagoras",
        ),
    ),
    "Chance and data": (15, ("Chance", "Averages", "Charts and tables")),
}  # fmt: skip
"""Each strand with its weight in per cent and its topics, as players see them."""

FILES = dict(zip(STRANDS, ("number", "ratio", "algebra", "geometry", "chance"), strict=True))
"""How the names of the bank's files call each strand: `funkies-ratio.yaml`."""

TOPICS = tuple(topic for _, topics in STRANDS.values() for topic in topics)


@dataclass(frozen=True, slots=True)
class Aim:
    """How many questions of one topic the bank wants for one level: in all, and how many of them written by hand."""

    in_all: int
    by_hand: int


_WANTED = {
    "Place value": "9/3 8/3 -",
    "Adding and taking away": "12/4 8/3 -",
    "Times and divide": "12/4 8/3 8/3",
    "Order of operations": "9/3 8/2 8/2",
    "Negatives": "10/3 8/2 8/2",
    "Fractions": "12/4 8/3 9/3",
    "Decimals": "12/4 8/3 8/3",
    "Rounding and estimating": "10/3 8/3 8/3",
    "Factors and multiples": "10/3 8/3 9/3",
    "Powers and roots": "9/3 8/2 8/2",
    "Standard form": "- - 9/3",
    "Ratio": "8/3 9/4 9/4",
    "Percentages": "9/4 10/4 10/4",
    "Money": "10/4 8/4 8/4",
    "Best buys": "8/4 8/4 8/4",
    "Recipes": "8/4 8/4 8/4",
    "Speed": "- 8/4 8/4",
    "Wages": "8/4 8/4 8/4",
    "Bills": "9/4 8/4 8/4",
    "Scale": "- 8/4 8/4",
    "Patterns": "9/2 9/2 10/3",
    "Formulas": "8/2 9/3 10/3",
    "Expressions": "- 8/2 10/3",
    "Equations": "8/2 8/2 10/3",
    "Substitution": "- 8/2 10/3",
    "Graphs": "- 8/2 10/3",
    "Time": "9/4 9/4 -",
    "Units": "8/3 8/3 9/3",
    "Shapes": "8/2 - -",
    "Angles": "8/2 9/3 9/3",
    "Perimeter": "8/2 8/3 -",
    "Area": "8/2 8/3 9/3",
    "Volume": "- 8/2 9/3",
    "Symmetry": "8/2 - -",
    "Coordinates": "8/2 - -",
    "Pythagoras": "- - 9/3",
    "Chance": "15/5 15/5 15/5",
    "Averages": "15/5 15/5 15/5",
    "Charts and tables": "15/5 15/5 15/5",
}
"""For each topic, level by level: in all / by hand; a dash where a level has no such questions."""

AIMS: dict[tuple[str, str], Aim] = {
    (category, topic): Aim(*map(int, cell.split("/")))
    for topic, row in _WANTED.items()
    for category, cell in zip(CATEGORIES, row.split(), strict=True)
    if cell != "-"
}
"""What the bank aims at, by category and topic: about 300 for each level, 100 of them by hand."""


def strand_of(topic: str) -> str:
    """The strand that a topic belongs to."""
    return next(strand for strand, (_, topics) in STRANDS.items() if topic in topics)
