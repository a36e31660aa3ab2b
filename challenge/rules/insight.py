"""How a question did in past rounds: how hard it was, whether it told teams apart, how long it took, what went wrong.

Facility is the share of right answers. Discrimination is the correlation between being right here and the share of
right answers in the rest of the round (the item–rest correlation of classical test theory): near 0 the question tells
nothing about a team, below 0 something is wrong with it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, median

LEAST_ANSWERS = 10
"""Fewer answers say too little about how a question tells teams apart."""
MOST_MISTAKES = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """One team's answer. rest: the share of the round's other questions that this team had right; None without any."""

    right: bool
    reading: str
    taken_ms: int
    rest: float | None


@dataclass(frozen=True, slots=True)
class Insight:
    """What past rounds say. facility: 0 to 1; discrimination: −1 to 1; None where too little is known."""

    answers: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    mistakes: tuple[tuple[str, int], ...]


def insight(trials: Sequence[Trial]) -> Insight:
    """All of it, from every answer that counted."""
    wrong = Counter(each.reading for each in trials if not each.right)
    commonest = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:MOST_MISTAKES]
    return Insight(
        answers=len(trials),
        facility=sum(each.right for each in trials) / len(trials) if trials else None,
        discrimination=_discrimination(trials),
        seconds=median(each.taken_ms for each in trials) / 1_000 if trials else None,
        mistakes=tuple(commonest),
    )


def _discrimination(trials: Sequence[Trial]) -> float | None:
    pairs = [(float(each.right), each.rest) for each in trials if each.rest is not None]
    if len(pairs) < LEAST_ANSWERS:
        return None
    try:
        return correlation([right for right, _ in pairs], [rest for _, rest in pairs])
    except StatisticsError:
        # All were right or all wrong, or all did equally well in the rest.
        return None
