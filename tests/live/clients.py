"""Real Socket.IO clients that keep every frame they got: a phone, a host, a big screen."""

import contextlib
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import engineio
import requests
import socketio
from socketio.exceptions import ConnectionError as Unreachable

from tests.live import preparing
from tests.live.preparing import Prepared
from tests.live.serving import Server

PATIENCE = 20.0
"""Seconds after which a message that did not come counts as never coming."""

KEPT_AND_SENT_AGAIN = ("paused", "busy", "storage", "not_open")


@dataclass(frozen=True, slots=True)
class Frame:
    """One message from the server."""

    event: str
    data: Any


class _InOrder(engineio.Client):
    """The library hands every message to a thread of its own, and so loses their order."""

    def _trigger_event(self, event: str, *args: Any, **kwargs: Any) -> Any:
        return super()._trigger_event(event, *args, **{**kwargs, "run_async": False})

    def disconnect(self, *args: Any, **kwargs: Any) -> None:
        """Without the library's wait of three seconds for a goodbye."""
        if self.ws is not None:
            with contextlib.suppress(OSError):
                self.ws.abort()
        super().disconnect(*args, **kwargs)

    def _reset(self) -> None:
        """The library leaves the old socket open when it connects again."""
        super()._reset()
        if self.ws is not None:
            self.ws.shutdown()


class _Wire(socketio.Client):
    def _engineio_client_class(self) -> type[engineio.Client]:
        return _InOrder


class Connection:
    """A client of one namespace. Messages are waited for from the last `mark()` on."""

    namespace = ""

    def __init__(self, server: Server, *, cookies: dict[str, str] | None = None, auth: object = None) -> None:
        self.server = server
        self.cookies = cookies or {}
        self.frames: list[Frame] = []
        self._auth = auth
        self._from = 0
        self._news = threading.Condition()
        self.wire = _Wire(reconnection_delay=0.1, reconnection_delay_max=0.4, randomization_factor=0.1)
        self.wire.on("*", self._hear, namespace=self.namespace)
        for happening in ("connect", "disconnect", "connect_error"):
            self.wire.on(happening, self._happened(happening), namespace=self.namespace)

    def connect(self) -> "Connection":
        """Come in; returns when the first `state` is here."""
        self._connect()
        self.wait("state")
        return self

    def refusal(self) -> str:
        """Try to come in, and return what the server says to that."""
        try:
            self._connect()
        except Unreachable:
            return str(self.wait("connect_error").data)
        raise AssertionError(f"{self.namespace} let us in")

    def close(self) -> None:
        """Leave for good, without a word, as a phone whose battery is empty."""
        self.wire.reconnection = False
        if (task := self.wire._reconnect_task) is not None:
            self.wire._reconnect_abort.set()
            task.join(PATIENCE)
        self.drop()

    def drop(self) -> None:
        """Lose the network; a client that may come back does so by itself."""
        if (line := self.wire.eio.ws) is None:
            return
        reading = self.wire.eio.read_loop_task
        with contextlib.suppress(OSError):
            line.abort()
        reading.join(PATIENCE)
        line.shutdown()

    def away(self) -> None:
        """Lose the network for as long as it takes: no coming back before `connect()`."""
        self.wire.reconnection = False
        self.drop()

    def send(self, event: str, *data: object) -> None:
        self.wire.emit(event, data if len(data) != 1 else data[0], namespace=self.namespace)

    def mark(self) -> None:
        """Wait for later messages only from now on."""
        with self._news:
            self._from = len(self.frames)

    def wait(self, event: str, fits: Callable[[Any], bool] = lambda _: True, *, seconds: float = PATIENCE) -> Frame:
        """The first message since the mark that is called `event` and fits."""
        return self.wait_for(lambda frame: frame.event == event and fits(frame.data), event, seconds=seconds)

    def wait_for(self, fits: Callable[[Frame], bool], what: str = "it", *, seconds: float = PATIENCE) -> Frame:
        def found() -> Frame | None:
            return next((frame for frame in self.frames[self._from :] if fits(frame)), None)

        with self._news:
            frame = self._news.wait_for(found, timeout=seconds)
            told = [(each.event, str(each.data)[:160]) for each in self.frames[-8:]]
        assert frame, f"{self.namespace} waited {seconds} s for {what}; the last it heard was {told}"
        return frame

    def got(self, event: str) -> list[Any]:
        """What came so far under this name, since the mark."""
        with self._news:
            return [frame.data for frame in self.frames[self._from :] if frame.event == event]

    def told_now(self) -> dict[str, Any]:
        """The full picture, asked for now."""
        self.mark()
        self.send("state", {})
        return self.wait("state").data

    def _connect(self) -> None:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.wire.connect(
            self.server.address,
            # The library takes the cookie out of a dictionary, and would come back without it.
            headers=lambda: {"Cookie": cookie} if cookie else {},
            auth=self._auth,
            namespaces=[self.namespace],
            transports=["websocket"],
            wait_timeout=PATIENCE,
        )

    def _hear(self, event: str, *data: Any) -> None:
        with self._news:
            self.frames.append(Frame(event, data[0] if data else None))
            self._news.notify_all()

    def _happened(self, name: str) -> Callable[..., None]:
        return lambda *data: self._hear(name, *data)


class Phone(Connection):
    """A team's phone. It answers probes at once, or `slow` seconds later."""

    namespace = "/play"

    def __init__(self, server: Server, secret: str | None, *, slow: float = 0) -> None:
        self.slow = slow
        self._probe = 0
        super().__init__(server, cookies={"pass": secret} if secret is not None else {}, auth={})

    def answer(self, question: int, answer: object, *, id_: str | None = None) -> str:
        """Send an answer; returns its message id."""
        id_ = id_ or str(uuid.uuid4())
        self.send("answer", {"id": id_, "question": question, "answer": answer})
        return id_

    def outcome(self, id_: str, *, seconds: float = PATIENCE) -> Frame:
        """What the server said to the answer with this id: `kept` or `refused`."""
        return self.wait_for(lambda frame: _is_outcome(frame, id_), f"the outcome of {id_}", seconds=seconds)

    def answered(self, question: int, answer: object) -> Frame:
        """Send an answer and wait for what comes of it."""
        return self.outcome(self.answer(question, answer))

    def kept(self, question: int, answer: object) -> str:
        """Send an answer that must be kept; returns its message id."""
        id_ = self.answer(question, answer)
        assert (frame := self.outcome(id_)).event == "kept", frame
        return id_

    def sends_until_kept(self, question: int, answer: object, *, id_: str) -> None:
        """Send one message as often as it takes, as a phone does with what it keeps."""
        for _ in range(40):
            self.mark()
            self.answer(question, answer, id_=id_)
            frame = self.outcome(id_)
            if frame.event == "kept":
                return
            assert frame.data["code"] in KEPT_AND_SENT_AGAIN, frame
            time.sleep(0.1)
        raise AssertionError(f"never kept: {frame}")

    def refused(self, question: int, answer: object) -> str:
        """Send an answer that must be refused; returns the code."""
        frame = self.answered(question, answer)
        assert frame.event == "refused", frame
        return frame.data["code"]

    def post_answer(self, question: int, answer: object, *, id_: str | None = None) -> requests.Response:
        """Send an answer by HTTPS, as a phone whose socket is blocked does."""
        with requests.Session() as session:
            session.cookies.update(self.cookies)
            page = session.get(f"{self.server.address}/play", timeout=PATIENCE)
            return session.post(
                f"{self.server.address}/play/answer",
                json={"id": id_ or str(uuid.uuid4()), "question": question, "answer": answer},
                headers={"X-CSRFToken": token_in(page.text)},
                timeout=PATIENCE,
            )

    def _hear(self, event: str, *data: Any) -> None:
        if event == "probe":
            self._probe = data[0]["n"]
        # The first probe comes before the word that we are in; until then nothing may be said.
        if self._probe and self.namespace in self.wire.namespaces:
            number, self._probe = self._probe, 0
            time.sleep(self.slow)
            self.send("probed", {"n": number})
        super()._hear(event, *data)


class Host(Connection):
    """A host's console. It names the version that it saw last, as the page does."""

    namespace = "/host"

    def __init__(self, server: Server, cookies: dict[str, str], sitting: int) -> None:
        super().__init__(server, cookies=cookies, auth={"sitting": sitting})

    @property
    def version(self) -> int:
        with self._news:
            return max(frame.data["version"] for frame in self.frames if frame.event in ("state", "done"))

    def command(self, name: str, *, version: int | None = None, id_: str | None = None, **more: object) -> str:
        """Send a command; returns its message id."""
        id_ = id_ or str(uuid.uuid4())
        version = self.version if version is None else version
        self.send("command", {"id": id_, "version": version, "name": name, **more})
        return id_

    def outcome(self, id_: str) -> Frame:
        """What the server said to the command with this id: `done` or `refused`."""
        return self.wait_for(lambda frame: _is_outcome(frame, id_), f"the outcome of {id_}")

    def order(self, name: str, **more: object) -> Frame:
        """Send a command, again where the clock was quicker, and wait for what comes of it."""
        for _ in range(5):
            frame = self.outcome(self.command(name, **more))
            if frame.event == "done" or frame.data["code"] != "stale":
                return frame
            self.told_now()
        return frame

    def does(self, name: str, state: str | None = None, **more: object) -> dict[str, Any]:
        """Carry out a command; returns the state that it led to, or the first in which the round is `state`."""
        self.mark()
        frame = self.order(name, **more)
        assert frame.event == "done", frame
        version = frame.data["version"]
        return self.wait(
            "state", lambda told: told["version"] >= version and state in (None, told["round"]["state"])
        ).data

    def opens_next(self) -> int:
        """Ask the next question and open it at once; returns its id."""
        self.does("next", "read")
        return self.does("next", "open")["round"]["question"]["id"]

    def locks(self) -> None:
        """Close the open question and wait for the lock."""
        self.does("close", "locked")

    def waits_for(self, state: str) -> dict[str, Any]:
        """The first state from the mark on in which the round is `state`."""
        return self.wait("state", lambda told: told["round"]["state"] == state).data


class Screen(Connection):
    """A big screen."""

    namespace = "/screen"

    def __init__(self, server: Server, key: str) -> None:
        super().__init__(server, auth={"key": key})


def join_by_code(server: Server, prepared: Prepared, name: str) -> str:
    """Join as a browser does, by the QR code's address; returns the phone's secret."""
    address = f"{server.address}/join/{prepared.code}"
    with requests.Session() as session:
        form = session.get(address, params={"k": prepared.door_key}, timeout=PATIENCE)
        fields = {"csrf_token": token_in(form.text), "k": prepared.door_key, "name": name, "first_name_1": "Aisha"}
        answer = session.post(address, data=fields, allow_redirects=False, timeout=PATIENCE)
        assert answer.status_code == 302, answer.text
        return session.cookies["pass"]


def sign_in(server: Server, token: str) -> dict[str, str]:
    """Sign in by a one-time link as a browser does; returns its cookies."""
    address = f"{server.address}/host/sign-in/{token}"
    with requests.Session() as session:
        form = session.get(address, timeout=PATIENCE)
        fields = {"csrf_token": token_in(form.text)}
        answer = session.post(address, data=fields, allow_redirects=False, timeout=PATIENCE)
        assert answer.status_code == 302, answer.text
        return dict(session.cookies)


def host_of(server: Server, prepared: Prepared) -> Host:
    """A signed-in host of a sitting; not connected yet."""
    return Host(server, sign_in(server, preparing.sign_in_link(prepared.database)), prepared.id)


def token_in(page: str) -> str:
    """The CSRF token of a page."""
    found = re.search(r'name="csrf[_-]token"[^>]*?(?:value|content)="([^"]+)"', page)
    assert found, page[:2_000]
    return found[1]


def _is_outcome(frame: Frame, id_: str) -> bool:
    return frame.event in ("kept", "done", "refused") and frame.data["id"] == id_
