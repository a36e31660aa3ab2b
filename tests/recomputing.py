"""The places of a round, worked out again from the database's raw rows with nothing of the program's own rules."""

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import NullPool, Row, create_engine, text


@dataclass(frozen=True, slots=True)
class Line:
    """A team's line in the standings."""

    place: int
    team: str
    points: int
    right: int
    time_ms: int


def standings(database_url: str, sitting: int) -> list[Line]:
    """Places by points, then by tenths of seconds on right answers; level teams share a place."""
    rows = _rows(database_url, sitting)
    scores: dict[str, list[int]] = {team: [0, 0, 0] for team, *_ in rows}
    for team, content, raw, taken_ms in rows:
        if raw is not None and _is_right(json.loads(content), json.loads(raw)):
            for at, gain in enumerate((json.loads(content)["points"], 1, taken_ms)):
                scores[team][at] += gain
    merits = {team: (-points, time_ms // 100) for team, (points, _, time_ms) in scores.items()}
    ordered = sorted(merits, key=lambda team: (merits[team], team.casefold()))
    better = {team: sum(merit < merits[team] for merit in merits.values()) for team in ordered}
    return [Line(better[team] + 1, team, *scores[team]) for team in ordered]


def responses(database_url: str, sitting: int) -> list[tuple[str, int]]:
    """The team and the number of the question of every stored response, in order of arrival."""
    return _query(
        database_url,
        """SELECT team.name, question.position + 1 FROM response
           JOIN entry ON entry.id = response.entry_id JOIN team ON team.id = entry.team_id
           JOIN round_question AS question ON question.id = response.question_id
           WHERE entry.sitting_id = :sitting ORDER BY response.id""",
        sitting,
    )


def _rows(database_url: str, sitting: int) -> list[Row[Any]]:
    """Every team with every question, and its last response to it if there is one."""
    return _query(
        database_url,
        """SELECT team.name, CAST(question.content AS TEXT), CAST(response.raw AS TEXT), response.taken_ms
           FROM entry JOIN team ON team.id = entry.team_id
           JOIN round ON round.sitting_id = entry.sitting_id
           JOIN round_question AS question ON question.round_id = round.id
           LEFT JOIN response ON response.id = (
             SELECT max(id) FROM response AS each WHERE each.entry_id = entry.id AND each.question_id = question.id)
           WHERE entry.sitting_id = :sitting AND entry.removed_at IS NULL AND question.voided_at IS NULL""",
        sitting,
    )


def _query(database_url: str, query: str, sitting: int) -> list[Row[Any]]:
    with create_engine(database_url, poolclass=NullPool).connect() as connection:
        return list(connection.execute(text(query), {"sitting": sitting}).all())


def _is_right(question: dict, raw: str | list[str]) -> bool:
    kind, key = question["kind"], question["key"]
    if kind == "choices":
        return sorted(raw) == sorted(key)
    if kind == "order":
        return raw == key
    if kind == "number":
        return Fraction(raw.strip(" £")) == Fraction(key[0])
    return raw.strip().casefold() in [each.casefold() for each in key]
