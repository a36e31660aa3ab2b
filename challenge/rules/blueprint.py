"""Choosing the questions of a quiz from a blueprint: level, topics, number, minutes.

The dice are the caller's: candidates come in the order in which they were shuffled, so a seed gives the same quiz.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

BETWEEN_MS = 20_000
"""What a question takes beside reading and answering it: the answer is shown, and somebody asks why."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be chosen. takes_ms: to read and to answer."""

    id: str
    topic: str
    kind: str
    takes_ms: int


def choose(
    candidates: Sequence[Candidate], *, topics: Sequence[str], count: int, most_ms: int | None = None
) -> tuple[Candidate, ...]:
    """At most `count` questions in at most `most_ms`: the topics by turns, and of each the type used least so far."""
    left = {topic: [each for each in candidates if each.topic == topic] for topic in topics}
    chosen: list[Candidate] = []
    kinds: Counter[str] = Counter()
    time_ms = 0
    while len(chosen) < count and any(left.values()):
        for topic in topics:
            fitting = [
                each for each in left[topic] if most_ms is None or time_ms + each.takes_ms + BETWEEN_MS <= most_ms
            ]
            left[topic] = fitting
            if not fitting or len(chosen) == count:
                continue
            best = min(fitting, key=lambda each: kinds[each.kind])
            fitting.remove(best)
            chosen.append(best)
            kinds[best.kind] += 1
            time_ms += best.takes_ms + BETWEEN_MS
    return tuple(chosen)


def minutes(times_ms: Sequence[int]) -> int:
    """How long a quiz of questions that take so long will last, in whole minutes."""
    return -(-sum(each + BETWEEN_MS for each in times_ms) // 60_000)
