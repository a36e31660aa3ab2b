"""What each audience sees of a hall: drawn by `services/views`, with who is connected."""

from collections.abc import Callable
from typing import Any

from challenge.live.frames import Message
from challenge.live.halls import Hall
from challenge.live.rooms import PLAY, Rooms
from challenge.rules.questions import Raw
from challenge.services import views
from challenge.services.scenes import Scene
from challenge.services.seating import TeamFacts
from challenge.services.views import Addresses


class Pictures:
    """Draws halls."""

    def __init__(self, rooms: Rooms, *, addresses: Callable[[Scene], Addresses], now: Callable[[], int]) -> None:
        self._rooms = rooms
        self._addresses = addresses
        self._now = now

    def phone(self, hall: Hall, team: TeamFacts, *, own: Raw | None) -> dict[str, Any]:
        """The full picture for one phone. own: its team's answer to the question on show."""
        phones = self._rooms.phones_of(team.entry)
        return views.phone(hall.scene, team, own=own, phones=phones, round_=hall.round_for_teams(), now=self._now())

    def mine(self, hall: Hall, team: TeamFacts) -> Message:
        """A team's own part."""
        own, phones = hall.answers.get(team.entry), self._rooms.phones_of(team.entry)
        version = {"version": hall.scene.sitting.version}
        return Message(PLAY, "mine", version | views.mine(hall.scene, team, own=own, phones=phones))

    def console(self, hall: Hall, *, trouble: str) -> dict[str, Any]:
        """The full picture for a host. trouble: what is wrong with the database, if anything."""
        scene = hall.scene
        room = self._rooms.room(scene.sitting.id, [team.entry for team in scene.listed])
        picture = views.console(scene, self._addresses(scene), room, answered=hall.answered, now=self._now())
        return picture | {"trouble": trouble}

    def screen(self, hall: Hall) -> dict[str, Any]:
        """The full picture for a big screen."""
        addresses = self._addresses(hall.scene)
        return views.screen(hall.scene, addresses, answered=len(hall.answers), now=self._now())
