"""The big screen: what the whole room may see. Top places only."""

from typing import Any

from challenge.rules import showing
from challenge.rules.play import State
from challenge.rules.showing import Audience
from challenge.rules.standings import Row, ordinal
from challenge.services.scenes import Scene
from challenge.services.views.console import Addresses
from challenge.services.views.quiz_round import round_view, sitting_view

PODIUM_PLACES = 3


def screen(scene: Scene, addresses: Addresses, *, answered: int, now: int) -> dict[str, Any]:
    """Everything that the big screen needs to draw itself."""
    return {
        "now": now,
        "version": scene.sitting.version,
        "sitting": {
            **sitting_view(scene),
            "join_url": addresses.join,
            "qr": addresses.qr,
            "door": "locked" if scene.sitting.door_locked else "open",
        },
        "round": round_view(scene, Audience.SCREEN, answered=answered),
        "teams": [{"name": team.name} for team in scene.teams],
        "students": sum(len(team.names) for team in scene.teams),
        "standings": _top(scene),
        "podium": _podium(scene),
    }


def _top(scene: Scene) -> list[dict[str, Any]]:
    if not showing.standings_on_show(scene.play.state):
        return []
    most = showing.places_shown(len(scene.board.rows))
    return [_line(row) for row in scene.board.rows[:most]]


def _podium(scene: Scene) -> list[dict[str, Any]]:
    if scene.play.state is not State.DONE:
        return []
    names = {team.entry: list(team.names) for team in scene.teams}
    best = [row for row in scene.board.rows if row.place <= PODIUM_PLACES and row.score.points]
    return [{**_line(row), "names": names[row.score.entry]} for row in best]


def _line(row: Row) -> dict[str, Any]:
    return {"place": ordinal(row.place), "team": row.score.team, "points": row.score.points}
