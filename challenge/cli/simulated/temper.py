"""What a simulated team is like, and what it will do about a question: the same for the same seed.

Pure: it knows no clock and no connection. Times are milliseconds since the question opened.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from random import Random

USUAL_SHARE, SPREAD = 0.32, 0.45
"""Half of the teams have answered after this share of a question's time; how far the others are from it."""

FIRST_SHARE, LAST_SHARE = 0.04, 0.9
CHANGES, CUTS = 0.12, 0.08
AWAY_MS = (800, 4_000)


class Deed(StrEnum):
    """What a team does at one moment."""

    RIGHT = "give the right answer"
    WRONG = "give a wrong answer"
    CUT = "lose the connection"


@dataclass(frozen=True, slots=True)
class Temper:
    """ability: the share of ordinary questions that the team gets right. haste: how slow it is; 1 is usual."""

    ability: float
    haste: float


@dataclass(frozen=True, slots=True)
class Step:
    """One deed and its moment. away_ms: how long a lost connection stays lost."""

    after_ms: int
    deed: Deed
    away_ms: int = 0


def dice(*seed: object) -> Random:
    """A source of chance of its own for each place that needs one, so that none depends on what came before."""
    return Random(":".join(map(str, seed)))  # noqa: S311 - nobody's secret hangs on it


def temper(seed: int, team: int) -> Temper:
    """What team number `team` is like."""
    chance = dice(seed, "temper", team)
    return Temper(ability=0.3 + 0.65 * chance.betavariate(2.2, 1.6), haste=chance.lognormvariate(0, 0.2))


def steps(seed: int, team: int, *, question: int, answering_ms: int, pace: float = 1.0) -> tuple[Step, ...]:
    """What the team will do about question number `question`, in order.

    pace: 1 is how people think; 0.5 is twice as fast.
    """
    chance, nature = dice(seed, "steps", team, question), temper(seed, team)
    last = _final_deed(seed, nature, question=question, chance=chance)
    share = USUAL_SHARE * nature.haste * chance.lognormvariate(0, SPREAD)
    first = Step(_moment(share, answering_ms, pace=pace), last)
    planned = [first]
    if chance.random() < CHANGES:
        later = _moment(share + chance.uniform(0.08, 0.3), answering_ms, pace=pace)
        planned = [Step(first.after_ms, Deed.WRONG), Step(max(later, first.after_ms), last)]
    if chance.random() < CUTS:
        planned.append(_cut(first.after_ms, pace=pace, chance=chance))
    # A cut at the moment of an answer comes after it: the answer is out, its acknowledgement never arrives.
    return tuple(sorted(planned, key=lambda step: (step.after_ms, step.deed is Deed.CUT)))


def _final_deed(seed: int, nature: Temper, *, question: int, chance: Random) -> Deed:
    hardness = dice(seed, "hardness", question).uniform(-1.1, 1.1)
    odds = math.log(nature.ability / (1 - nature.ability)) - hardness
    return Deed.RIGHT if chance.random() < 1 / (1 + math.exp(-odds)) else Deed.WRONG


def _moment(share: float, answering_ms: int, *, pace: float) -> int:
    thought = min(max(share, FIRST_SHARE), LAST_SHARE) * pace
    return round(answering_ms * min(thought, LAST_SHARE))


def _cut(answered_ms: int, *, pace: float, chance: Random) -> Step:
    """Half of the cuts are before the answer, which then waits on the phone; half swallow the acknowledgement."""
    after_ms = answered_ms if chance.random() < 0.5 else round(answered_ms * chance.uniform(0.3, 0.95))
    return Step(after_ms, Deed.CUT, away_ms=round(chance.uniform(*AWAY_MS) * min(pace, 1.0)))
