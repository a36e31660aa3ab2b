"""Standings: one ranking and one tie rule for the phone, the big screen, the console and the certificate.

Places are shared honestly: 1st, 2nd, 2nd, 4th. It must not know how points came about.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from challenge.rules.scoring import Policy

TENTH_MS = 100
"""Teams are level within the same tenth of a second: less than that is the network, not the team."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one team has: points, right answers, and the time it took over those, in milliseconds."""

    entry: int
    team: str
    points: int
    right: int
    time_ms: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `joint` says that another team has the same place."""

    place: int
    joint: bool
    score: Score


def standings(scores: Iterable[Score], policy: Policy) -> tuple[Row, ...]:
    """The table, best first: by points, then, where speed splits ties, by time; level teams alphabetically.

    The order doesn't depend on the order in which the scores come.
    """
    ordered = sorted(scores, key=lambda score: (_merit(score, policy), _alphabetical(score.team), score.entry))
    merits = [_merit(score, policy) for score in ordered]
    sharing = Counter(merits)
    places = {merit: place for place, merit in reversed(list(enumerate(merits, start=1)))}
    return tuple(Row(places[merit], sharing[merit] > 1, score) for merit, score in zip(merits, ordered, strict=True))


def neighbours(rows: Sequence[Row], index: int) -> tuple[Row, ...]:
    """The row at `index` with the one above and the one below it; nothing further down, so nobody sees who is last."""
    return tuple(rows[max(0, index - 1) : index + 2])


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th, 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _merit(score: Score, policy: Policy) -> tuple[int, int]:
    """What parts two teams: the smaller, the better."""
    if policy is Policy.ACCURACY:
        return -score.points, 0
    return -score.points, score.time_ms // TENTH_MS


@lru_cache(maxsize=20_000)
def _alphabetical(team: str) -> str:
    """The same few names are sorted again and again: after every question of a round."""
    letters = unicodedata.normalize("NFD", team.casefold())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
