"""Phones and a host that don't give up: they keep what was not acknowledged and send it again, as the pages do."""

import contextlib
import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from socketio.exceptions import SocketIOError

from tests.live import clients
from tests.live.clients import KEPT_AND_SENT_AGAIN, PATIENCE, Frame, Host, Phone
from tests.live.preparing import Prepared
from tests.live.serving import Server

AGAIN_SECONDS = 1.0
"""When what got no answer is sent again; the page waits longer."""

REFUSED_AGAIN_SECONDS = 0.25
SILENCE_SECONDS = 4.0
"""How long a line may be silent after the time was asked: then it is dead, whatever it looks like. The page's own."""

ASK_TIME_SECONDS = 2.0
NUDGE_SECONDS = 0.1

Line = tuple[int, str, bool, int, int | None]
"""Where a client believes the round to be: version, state, paused, number of the question, its deadline."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An answer of which the server said that it is kept."""

    team: str
    question: int
    message_id: str
    raw: Any
    at: float


@dataclass(slots=True)
class _Unsent:
    question: int
    answer: Any
    due: float


class Player(Phone):
    """A team's phone with an outbox. Nudge it now and then."""

    def __init__(self, server: Server, secret: str, *, team: str) -> None:
        super().__init__(server, secret)
        self.team = team
        self.acknowledged: list[Acknowledged] = []
        self.turned_down: dict[str, str] = {}
        self.given: set[str] = set()
        self._unsent: dict[str, _Unsent] = {}
        self._asked_time = self._heard_at = time.monotonic()

    def gives(self, question: int, answer: object) -> str:
        """Answer, as often as it takes; returns the message's id at once."""
        id_ = str(uuid.uuid4())
        with self._news:
            self.given.add(id_)
            self._unsent[id_] = _Unsent(question, answer, due=0.0)
        self.nudge()
        return id_

    @property
    def holds(self) -> int:
        """How many answers wait for their acknowledgement."""
        return len(self._unsent)

    def nudge(self) -> None:
        """Send what is due, and hang up a line that is dead."""
        now = time.monotonic()
        with self._news:
            due = [(id_, each) for id_, each in self._unsent.items() if each.due <= now]
            for _, each in due:
                each.due = now + AGAIN_SECONDS
        # There is no namespace while the line is down; a line that breaks just now loses what is said, as in life.
        with contextlib.suppress(SocketIOError, OSError):
            for id_, each in due:
                self.answer(each.question, each.answer, id_=id_)
            if self.wire.connected:
                self._keep_awake(now)

    def believes(self) -> Line | None:
        """Where this phone was told that the round is, without having asked."""
        with self._news:
            return believed(self.frames)

    def lost_line(self) -> bool:
        """Whether it is not connected just now."""
        return self.namespace not in self.wire.namespaces

    def _keep_awake(self, now: float) -> None:
        if now - self._asked_time >= ASK_TIME_SECONDS:
            self._asked_time = now
            self.send("clock", {"sent": 1})
        if self._asked_time - self._heard_at > SILENCE_SECONDS:
            self._heard_at = self._asked_time = now
            self._hang_up()

    def _hang_up(self) -> None:
        """Only the socket: joining the reading thread, as `drop` does, would make all others wait."""
        if (line := self.wire.eio.ws) is not None:
            line.abort()

    def _hear(self, event: str, *data: Any) -> None:
        with self._news:
            self._heard_at = time.monotonic()
            if event == "connect":
                for each in self._unsent.values():
                    each.due = 0.0
            if event in ("kept", "refused"):
                self._settle(event, data[0])
        super()._hear(event, *data)

    def _settle(self, event: str, told: dict[str, Any]) -> None:
        if event == "kept":
            self.acknowledged.append(
                Acknowledged(self.team, told["question"], told["id"], told["answer"], time.monotonic())
            )
            self._unsent.pop(told["id"], None)
        elif (unsent := self._unsent.get(told["id"])) is None:
            return
        elif told["code"] in KEPT_AND_SENT_AGAIN:
            unsent.due = time.monotonic() + REFUSED_AGAIN_SECONDS
        else:
            self.turned_down[told["id"]] = told["code"]
            del self._unsent[told["id"]]


class Insistent(Host):
    """A host who presses again until it is done, with the same id: once is enough."""

    def insists(self, name: str, state: str | None = None, *, seconds: float = PATIENCE, **more: object) -> dict:
        """Press until it is done; returns the state it led to."""
        self.mark()
        until, id_, frame = time.monotonic() + seconds, str(uuid.uuid4()), None
        while time.monotonic() < until:
            frame = self._pressed(name, id_, **more)
            if frame is not None and frame.event == "done":
                return self._led_to(frame.data["version"], state)
            if frame is not None and frame.data["code"] == "stale":
                id_ = str(uuid.uuid4())
                told = self.told_now()
                if told["round"]["state"] == state:
                    # The clock was quicker, and another press would do what nobody wants.
                    return told
            self.mark()
        raise AssertionError(f"{name} was not done within {seconds} s: {frame}")

    def believes(self) -> Line | None:
        with self._news:
            return believed(self.frames)

    def _pressed(self, name: str, id_: str, **more: object) -> Frame | None:
        with contextlib.suppress(SocketIOError, OSError, AssertionError):
            self.command(name, id_=id_, **more)
            frame = self.wait_for(lambda each: clients._is_outcome(each, id_), "an outcome", seconds=1.5)
            if frame.event == "done" or frame.data["code"] == "stale":
                return frame
            assert frame.data["code"] == "storage", frame
            time.sleep(0.1)
            return frame
        time.sleep(0.1)
        return None

    def _led_to(self, version: int, state: str | None) -> dict:
        told = self.told_now()
        if told["version"] >= version and state in (None, told["round"]["state"]):
            return told
        return self.wait("state", lambda each: state in (None, each["round"]["state"])).data


class Postman:
    """Nudges players until the end of the test; `players` may grow."""

    def __init__(self, players: Sequence[Player]) -> None:
        self._players = players
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="postman", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        while not self._stopped.wait(NUDGE_SECONDS):
            for player in list(self._players):
                player.nudge()


def believed(frames: list[Frame]) -> Line | None:
    """Where these messages say that the round is."""
    versions = [frame.data["version"] for frame in frames if frame.event in ("state", "moved", "mine", "count")]
    rounds = [frame.data["round"] for frame in frames if frame.event in ("state", "moved")]
    if not rounds:
        return None
    last = rounds[-1]
    return max(versions), last["state"], last["paused"], last["number"], last["closes_at"]


def host_of(door: Server, prepared: Prepared, token: str) -> Insistent:
    """A signed-in host who insists; not connected yet."""
    return Insistent(door, clients.sign_in(door, token), prepared.id)
