"""One simulated team at its phone, from the connection to the end of the round.

Everything that it hears goes through one queue into one loop, so that nothing here needs a lock. It keeps its answers
until they are acknowledged or refused, and sends them again with the same id, as a phone does.
"""

import queue
import time
from collections import deque
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from challenge.cli.simulated.ending import Ending
from challenge.cli.simulated.entrance import PASS_COOKIE
from challenge.cli.simulated.figures import Figures
from challenge.cli.simulated.guessing import Answer
from challenge.cli.simulated.knowledge import Knowledge
from challenge.cli.simulated.line import Line, LineError
from challenge.cli.simulated.temper import Deed, Step, dice, steps

IDLE_SECONDS = 1.0
UNANSWERED_SECONDS = 5.0
AGAIN_SECONDS = 1.0
COME_BACK_SECONDS = (0.4, 3.0)
RESYNC_SECONDS = 30.0
KEEP_AND_RESEND = ("paused", "busy", "storage")


@dataclass(frozen=True, slots=True)
class Game:
    """What all teams of a run share."""

    server: str
    seed: int
    pace: float
    knowledge: Knowledge
    figures: Figures
    ending: Ending


@dataclass(slots=True)
class Pending:
    """An answer that the server has not spoken about yet. `sent`: when it last went out; `due`: when to send it."""

    message: dict[str, Any]
    due: float
    sent: float = 0.0
    times: int = 0


class SimulatedTeam:
    """Team number `number` of a game, with the secret that its phone got at the door."""

    def __init__(self, game: Game, number: int, secret: str) -> None:
        self._game, self._number = game, number
        self._chance = dice(game.seed, "team", number)
        self._news: queue.Queue[tuple[str, Any, float]] = queue.Queue()
        self._line = Line(game.server, "/play", cookies={PASS_COOKIE: secret}, auth={}, hear=self._hear)
        self._round: dict[str, Any] = {"state": "planned", "question": None}
        self._version = 0
        self._offset_ms = 0.0
        self._question: dict[str, Any] = {"id": 0}
        self._todo: deque[Step] = deque()
        self._pending: dict[str, Pending] = {}
        self._open_at: float | None = 0.0
        self._tries = 0
        self._resync_at = 0.0
        self._playing = True

    def play(self) -> None:
        """Play until the round is done, the team is out, or the end has come."""
        while self._playing and not self._game.ending.has_come():
            self._keep_connected()
            self._send_what_is_due()
            self._do_what_is_due()
            self._listen()
            if self._round["state"] == "done" and not self._pending:
                self._game.figures.count("finished")
                break
        self._game.figures.count("lost", len(self._pending))
        self._line.close()

    def _hear(self, name: str, message: Any) -> None:
        """Called by the connection; what can't wait is answered here."""
        if name == "probe":
            self._line.say("probed", {"n": message["n"]})
            return
        self._news.put((name, message, time.monotonic()))

    def _listen(self) -> None:
        try:
            name, message, at = self._news.get(timeout=self._patience())
        except queue.Empty:
            return
        match name:
            case "state" | "moved":
                self._look(name, message)
            case "kept":
                self._kept(message, at)
            case "refused":
                self._refused(message)
            case "clock":
                self._offset_ms = message["now"] - (message["sent"] + time.time() * 1_000) / 2
            case "lost":
                self._game.figures.count("unplanned")
                self._open_at = time.monotonic() + self._chance.uniform(*COME_BACK_SECONDS)
            case "gone":
                self._game.figures.count("removed")
                self._playing = False

    def _look(self, name: str, message: dict[str, Any]) -> None:
        if name == "moved" and message["version"] > self._version + 1:
            self._line.say("state", {})
        if message["version"] < self._version and name == "moved":
            return
        self._version, self._round = message["version"], message["round"]
        question = self._round["question"]
        if question is None or question["id"] == self._question["id"]:
            return
        if "kind" not in question:
            # Only named, for those who have it already.
            self._line.say("state", {})
            return
        self._game.figures.see(self._round["number"])
        self._question, self._todo = question, deque()
        if self._round["state"] in ("read", "open"):
            self._todo.extend(self._steps())

    def _steps(self) -> tuple[Step, ...]:
        game, number = self._game, self._round["number"]
        answering_ms = self._round["closes_at"] - self._round["opens_at"]
        return steps(game.seed, self._number, question=number, answering_ms=answering_ms, pace=game.pace)

    def _kept(self, message: dict[str, Any], at: float) -> None:
        if pending := self._pending.pop(message["id"], None):
            self._game.figures.kept((at - pending.sent) * 1_000)

    def _refused(self, message: dict[str, Any]) -> None:
        pending = self._pending.get(message["id"] or "")
        if pending is None:
            self._game.figures.error(f"refused outside of an answer: {message['code']}: {message['message']}")
            return
        self._game.figures.refuse(message["code"], message["message"])
        if message["code"] in KEEP_AND_RESEND:
            pending.due = time.monotonic() + AGAIN_SECONDS
        else:
            del self._pending[pending.message["id"]]

    def _do_what_is_due(self) -> None:
        if self._todo and self._round["state"] not in ("read", "open"):
            self._todo.clear()
        while self._todo and self._wait_ms(self._todo[0]) <= 0:
            step = self._todo.popleft()
            if step.deed is Deed.CUT:
                self._cut(step)
            else:
                self._answer(step)

    def _wait_ms(self, step: Step) -> float:
        """How long until a step is due; for ever while the round is paused."""
        if self._round["paused"]:
            return float("inf")
        due: float = self._round["opens_at"] + step.after_ms - (time.time() * 1_000 + self._offset_ms)
        return due

    def _answer(self, step: Step) -> None:
        asked, chance = (
            self._question,
            dice(self._game.seed, self._number, self._round["number"], step.after_ms),
        )
        known = self._game.knowledge
        answer = known.right_answer(asked, chance) if step.deed is Deed.RIGHT else known.wrong_answer(asked, chance)
        self._queue(asked["id"], answer)
        self._send_what_is_due()

    def _queue(self, question: int, answer: Answer) -> None:
        """Keep an answer to send; one that never left for the same question is replaced."""
        stale = [id_ for id_, each in self._pending.items() if not each.times and each.message["question"] == question]
        for id_ in stale:
            del self._pending[id_]
        id_ = str(UUID(int=self._chance.getrandbits(128)))
        message = {"id": id_, "question": question, "answer": answer}
        self._pending[id_] = Pending(message, due=time.monotonic())

    def _send_what_is_due(self) -> None:
        now = time.monotonic()
        for pending in list(self._pending.values()):
            if pending.due <= now and self._line.say("answer", pending.message):
                self._game.figures.count("resent" if pending.times else "sent")
                pending.sent, pending.due, pending.times = now, now + UNANSWERED_SECONDS, pending.times + 1

    def _cut(self, step: Step) -> None:
        self._game.figures.count("cuts")
        self._line.cut()
        self._open_at = time.monotonic() + step.away_ms / 1_000

    def _keep_connected(self) -> None:
        now = time.monotonic()
        if self._open_at is not None and self._open_at <= now:
            self._open(now)
        if now >= self._resync_at and self._line.say("clock", {"sent": time.time() * 1_000}):
            self._resync_at = now + RESYNC_SECONDS

    def _open(self, now: float) -> None:
        try:
            self._line.open()
        except LineError as error:
            self._not_opened(error, now)
            return
        self._game.figures.count("reconnects", 1 if self._version else 0)
        self._open_at, self._tries, self._resync_at = None, 0, 0.0
        for pending in self._pending.values():
            pending.due = now

    def _not_opened(self, error: LineError, now: float) -> None:
        """A server in trouble refuses too, and one that restarts can't be reached: try again for a while."""
        self._tries += 1
        if error.refused and self._tries > 3:
            self._game.figures.error(f"the phone was turned away: {error.refused}")
            self._playing = False
        self._open_at = now + min(self._chance.uniform(*COME_BACK_SECONDS) * self._tries, 5.0)

    def _patience(self) -> float:
        """Seconds until something is due, or news is."""
        now = time.monotonic()
        waits = [IDLE_SECONDS, *(each.due - now for each in self._pending.values() if self._line.is_open)]
        if self._open_at is not None:
            waits.append(self._open_at - now)
        if self._todo:
            waits.append(self._wait_ms(self._todo[0]) / 1_000)
        return max(min(waits), 0.0)
