"""What must hold after every fault, read from the database's raw rows and compared with what clients were told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text

from tests import recomputing
from tests.faults.players import Player
from tests.live.preparing import Prepared, round_row

BETTER_HALF_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Stored:
    """A raw row."""

    entry: int
    team: str
    extra: int
    question: int
    message_id: str
    raw: Any
    received_at: int
    taken_ms: int


Place = tuple[str, int, str, str]
"""An answer: the team, the question, the message's id, what was answered."""


@dataclass(slots=True)
class Promises:
    """What phones sent, and what the server said to it."""

    acknowledged: set[Place] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    turned_down: set[str] = field(default_factory=set)

    def note(self, other: "Promises") -> None:
        """These count too."""
        self.acknowledged |= other.acknowledged
        self.given |= other.given
        self.turned_down |= other.turned_down


def promises_to(players: Iterable[Player]) -> Promises:
    """What the server said to these."""
    promises = Promises()
    for player in players:
        promises.acknowledged |= {(a.team, a.question, a.message_id, str(a.raw)) for a in player.acknowledged}
        promises.given |= player.given
        promises.turned_down |= set(player.turned_down)
    return promises


@dataclass(slots=True)
class History:
    """The notes taken while a round is played: when each question opened, and what was in when it locked."""

    room: Prepared
    opened: dict[int, int] = field(default_factory=dict)
    bounds: dict[int, tuple[int, int, int | None, int]] = field(default_factory=dict)
    at_lock: dict[int, set[str]] = field(default_factory=dict)

    def notes_opening(self, question: int) -> None:
        """The question is open."""
        opens_at = round_row(self.room).opens_at
        assert opens_at is not None
        # Time given back moves the opening; the first counts.
        self.opened.setdefault(question, opens_at)

    def notes_lock(self, question: int) -> None:
        """The question is locked: from now on nothing comes in."""
        row = round_row(self.room)
        assert row.state not in ("read", "open", "closing"), row.state
        assert row.opens_at is not None
        assert row.closes_at is not None
        self.bounds[question] = row.opens_at, row.closes_at, row.cut_at, row.grace_ms
        self.at_lock[question] = {each.message_id for each in stored(self.room) if each.question == question}

    def rows(self) -> list[Stored]:
        """What is stored now."""
        return stored(self.room)

    def check(self, promises: Promises) -> None:
        """Every acknowledged answer once; nothing twice, nothing late, nothing that nobody sent."""
        rows = self.rows()
        places = Counter((row.team, row.question, row.message_id, str(row.raw)) for row in rows)
        acknowledged = dict.fromkeys(promises.acknowledged, 1)
        assert {place: places[place] for place in acknowledged} == acknowledged
        assert [place for place, count in places.items() if count > 1] == []
        ids = {row.message_id for row in rows}
        assert ids <= promises.given
        assert ids & promises.turned_down == set(), "refused, and stored all the same"
        self._check_times(rows)

    def _check_times(self, rows: list[Stored]) -> None:
        for question, (opens_at, closes_at, cut_at, grace_ms) in self.bounds.items():
            mine = [row for row in rows if row.question == question]
            assert {row.message_id for row in mine} == self.at_lock[question], "it changed after the lock"
            for row in mine:
                whole = opens_at + (closes_at - opens_at) * (100 + row.extra) // 100
                deadline = whole if cut_at is None else min(whole, cut_at)
                assert self.opened[question] <= row.received_at <= deadline + grace_ms, (row, deadline)
                assert 0 <= row.taken_ms <= row.received_at - self.opened[question], row

    def check_standings(self, host: dict[str, Any], screen: dict[str, Any], phones: list[dict[str, Any]]) -> None:
        """What a finished round shows to the host, the screen and each phone equals the places recomputed."""
        lines = recomputing.standings(self.room.database.url, self.room.id)
        places = {line.team: (ordinal(line.place), line.points) for line in lines}
        assert {team["name"]: (team["place"], team["points"]) for team in host["teams"]} == places
        shown = [(each["place"], each["team"], each["points"]) for each in screen["standings"]]
        best = [(ordinal(line.place), line.team, line.points) for line in lines]
        assert shown
        assert shown == best[: len(shown)]
        for phone in phones:
            assert (phone["place"]["place"], phone["me"]["points"]) == places[phone["me"]["team"]]


def stored(room: Prepared) -> list[Stored]:
    """The raw rows of a round, oldest first."""
    query = text(
        """SELECT entry.id, team.name, entry.extra_percent, question_id, message_id, raw, received_at, taken_ms
           FROM response JOIN entry ON entry.id = response.entry_id JOIN team ON team.id = entry.team_id
           WHERE response.round_id = :round ORDER BY response.id"""
    )
    with room.database.reading() as db:
        rows = db.execute(query, {"round": room.round_id}).all()
    return [Stored(*row[:5], _plain(row[5]), *row[6:]) for row in rows]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _plain(raw: Any) -> Any:
    """SQLite gives JSON as text with its quotes, PostgreSQL as the value."""
    return raw.strip('"') if isinstance(raw, str) else raw
