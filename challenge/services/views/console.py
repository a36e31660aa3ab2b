"""The host's console: what is on, what comes next, and how every team is doing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from challenge.rules.marking import shown
from challenge.rules.showing import Audience
from challenge.rules.standings import ordinal
from challenge.services import hosting
from challenge.services.scenes import Scene
from challenge.services.seating import TeamFacts
from challenge.services.views.programme import steps_ahead
from challenge.services.views.quiz_round import round_view, sitting_view

PLANNED_STEPS = 3
MOST_OTHERS = 60
"""Answers beyond the key that a host may rule on; in a hall of thousands the rarest are left out."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How many phones of a team are connected, and since when there are none (ms), if there ever was one."""

    phones: int = 0
    away_since: int | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where phones come in: the address, and the same as an inline SVG of a QR code."""

    join: str
    qr: str


@dataclass(frozen=True, slots=True)
class Room:
    """Who is connected: phones by entry, big screens, hosts."""

    teams: Mapping[int, Presence]
    screens: int
    hosts: int


def console(scene: Scene, addresses: Addresses, room: Room, *, answered: Collection[int], now: int) -> dict[str, Any]:
    """Everything that a host's page needs to draw itself. answered: entries."""
    first, *later = steps_ahead(scene)
    return {
        "now": now,
        "version": scene.sitting.version,
        "sitting": {**sitting_view(scene), **_facts(scene, addresses, room)},
        "round": round_view(scene, Audience.HOST, answered=len(answered)),
        "next": first,
        "plan": later[:PLANNED_STEPS],
        "can": [name.value for name in hosting.possible(scene.play, scene.plan, now=now)],
        "teams": [
            _team(scene, team, presence=room.teams.get(team.entry, Presence()), answered=answered, now=now)
            for team in scene.listed
        ],
        "others": [
            {
                "answer": each.typed,
                "shown": shown(each.typed),
                "count": each.count,
                "verdict": each.verdict.value,
                "accepted": each.accepted,
            }
            for each in scene.other_answers[:MOST_OTHERS]
        ],
        "trouble": "",
    }


def _facts(scene: Scene, addresses: Addresses, room: Room) -> dict[str, Any]:
    base = f"/host/sittings/{scene.sitting.id}"
    return {
        "id": scene.sitting.id,
        "join_url": addresses.join,
        "door": "locked" if scene.sitting.door_locked else "open",
        "entry": scene.sitting.entry_mode,
        "most": scene.sitting.most_teams,
        "screens": room.screens,
        "hosts": room.hosts,
        "screen_url": f"/screen/{scene.sitting.screen_key}",
        "results_url": f"{base}/results",
        "cards_url": f"{base}/cards",
        "teams_url": f"{base}/teams",
    }


def _team(scene: Scene, team: TeamFacts, *, presence: Presence, answered: Collection[int], now: int) -> dict[str, Any]:
    row = scene.board.row(team.entry)
    away_ms = None if presence.away_since is None else now - presence.away_since
    return {
        "id": team.entry,
        "name": team.name,
        "names": list(team.names),
        "here": presence.phones > 0,
        "phones": presence.phones,
        "away_s": None if away_ms is None else max(0, away_ms // 1_000),
        "answered": team.entry in answered,
        "points": row.score.points if row else 0,
        "place": ordinal(row.place) if row and scene.board.counted else "",
        "extra": team.extra,
        "code": team.code,
    }
