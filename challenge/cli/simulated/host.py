"""A host with an easy hand: presses Next as soon as everybody has answered, and lets each picture stand for a while.

For demonstrations without anybody at the console, and for trying out a whole round.
"""

import queue
import re
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from challenge.cli.simulated.entrance import PATIENCE_SECONDS, sign_in
from challenge.cli.simulated.line import Line, LineError
from challenge.cli.simulated.team import Game
from challenge.cli.trouble import Trouble

LOOKING_SECONDS = {"planned": 0.0, "lobby": 4.0, "locked": 1.5, "revealed": 8.0, "standings": 8.0}
LISTEN_SECONDS = 0.2
UNANSWERED_SECONDS = 4.0


class SimulatedHost:
    """Signed in by the one-time link, at the console of the sitting with this code."""

    def __init__(self, game: Game, link: str, code: str) -> None:
        self._server, self._code, self._pace = game.server, code, game.pace
        self._figures, self._ending = game.figures, game.ending
        self._news: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._state: dict[str, Any] = {}
        self._seen: tuple[str, int] = ("", 0)
        self._since = 0.0
        self._ordered: dict[str, Any] | None = None
        self._ordered_at = 0.0
        self._browser = sign_in(game.server, link)
        self._line = self._console()

    def lead(self, everybody_in: Callable[[], bool]) -> None:
        """Lead the round to its end, from the moment that all simulated teams are in."""
        while not self._ending.has_come() and self._state["round"]["state"] != "done":
            self._listen()
            if self._ordered is not None:
                self._repeat()
            elif self._is_time(everybody_in):
                self._order()
        self._line.close()
        self._browser.close()

    def _console(self) -> Line:
        """The line to the sitting's console. Raises Trouble when this host has no such sitting."""
        page = self._browser.get(f"{self._server}/host", timeout=PATIENCE_SECONDS).text
        for sitting in sorted({int(id_) for id_ in re.findall(r"/host/sittings/(\d+)", page)}, reverse=True):
            line = Line(
                self._server,
                "/host",
                cookies={each.name: each.value or "" for each in self._browser.cookies},
                auth={"sitting": sitting},
                hear=lambda name, message: self._news.put((name, message)),
            )
            if self._is_ours(line):
                return line
            line.close()
        raise Trouble(f"The host of that link doesn't run a round with the code {self._code}.")

    def _is_ours(self, line: Line) -> bool:
        try:
            line.open()
            while "round" not in self._state:
                name, message = self._news.get(timeout=PATIENCE_SECONDS)
                self._state = message if name == "state" else {}
        except (LineError, queue.Empty):
            return False
        if self._state["sitting"]["code"] == self._code:
            return True
        self._state = {}
        return False

    def _listen(self) -> None:
        try:
            name, message = self._news.get(timeout=LISTEN_SECONDS)
        except queue.Empty:
            return
        if name == "state":
            self._state = message
        elif name == "lost":
            self._come_back()
        elif name in ("done", "refused") and self._ordered is not None and message["id"] == self._ordered["id"]:
            self._answered(name, message)

    def _answered(self, name: str, message: dict[str, Any]) -> None:
        self._ordered = None
        if name == "done":
            self._state["version"] = max(message["version"], self._state["version"])
            self._line.say("state", {})
        elif message["code"] not in ("stale", "not_now"):
            self._figures.error(f"the host was refused: {message['code']}: {message['message']}")

    def _is_time(self, everybody_in: Callable[[], bool]) -> bool:
        round_, now = self._state["round"], time.monotonic()
        stands = (round_["state"], round_["number"])
        if stands != self._seen:
            self._seen, self._since = stands, now
        if round_["paused"] or self._state["next"] is None:
            return False
        match round_["state"]:
            case "open":
                return bool(round_["answered"] >= round_["teams"] > 0)
            case "read":
                return self._pace < 1 and now - self._since >= self._reading_seconds() * self._pace
            case "lobby":
                return everybody_in() and now - self._since >= LOOKING_SECONDS["lobby"] * self._pace
            case state:
                return state in LOOKING_SECONDS and now - self._since >= LOOKING_SECONDS[state] * self._pace

    def _reading_seconds(self) -> float:
        seconds: float = (self._state["round"]["opens_at"] - self._state["now"]) / 1_000
        return max(seconds, 0.0)

    def _order(self) -> None:
        self._ordered = {"id": str(uuid4()), "version": self._state["version"], "name": "next"}
        self._send()

    def _repeat(self) -> None:
        if time.monotonic() - self._ordered_at > UNANSWERED_SECONDS:
            self._send()

    def _send(self) -> None:
        self._ordered_at = time.monotonic()
        self._line.say("command", self._ordered or {})

    def _come_back(self) -> None:
        while not self._ending.has_come():
            try:
                self._line.open()
            except LineError:
                self._ending.wait(1.0)
            else:
                return
