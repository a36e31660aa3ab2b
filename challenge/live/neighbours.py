"""Keeps the processes of one program in step: what happens here is told to the others, and what they tell is told here.

Without Redis there is nobody to tell and this does nothing; every process still finds what moved in the database.
"""

import threading
import time
from collections.abc import Callable
from typing import Any

import structlog

from challenge.live.broadcast import Broadcast
from challenge.live.bus import Bus
from challenge.live.engine import Engine
from challenge.live.envelopes import News
from challenge.live.presence import Changed, PresenceOf
from challenge.live.rooms import Rooms

PRESENCE_SECONDS = 0.25
log: Any = structlog.get_logger()


class Neighbours:
    """The other processes, as this one hears and tells them."""

    def __init__(self, bus: Bus, rooms: Rooms, *, broadcast: Broadcast, engine: Engine, now: Callable[[], int]) -> None:
        self._bus = bus
        self._rooms = rooms
        self._broadcast = broadcast
        self._engine = engine
        self._now = now
        bus.subscribe(self._hear)
        bus.on_return(broadcast.look_again)

    def start(self) -> None:
        """Let the news flow, for as long as the process runs."""
        if self._bus.alone:
            return
        self._bus.start()
        threading.Thread(target=self._run, name="neighbours", daemon=True).start()

    def tell_presence(self) -> None:
        """Tell who is connected here where that changed, and forget those of whom nothing was heard for long."""
        for presence in self._rooms.presence_due(now=self._now()):
            self._bus.publish(presence)
        for changed in self._rooms.forget_silent(now=self._now()):
            self._changed(changed)

    def _hear(self, news: News) -> None:
        if not isinstance(news, PresenceOf):
            self._engine.hear(news)
            self._broadcast.hear(news)
        elif changed := self._rooms.hear_presence(news, self._now()):
            self._changed(changed)

    def _changed(self, changed: Changed) -> None:
        self._broadcast.presence_changed(changed.sitting_id, *changed.entries)

    def _run(self) -> None:
        while True:
            time.sleep(PRESENCE_SECONDS)
            try:
                self.tell_presence()
            except Exception:
                log.exception("presence could not be told")
