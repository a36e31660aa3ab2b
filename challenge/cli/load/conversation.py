"""Socket.IO 5 over Engine.IO 4 over WebSocket, from the client's side: one namespace on one connection."""

import json
from typing import Any

from challenge.cli.load import frames
from challenge.cli.load.wire import Line, Wire

PATH = "/socket.io/?EIO=4&transport=websocket"
_PONG = frames.frame(b"3")


class Conversation(Line):
    """A connection that says and hears events. Whoever inherits says what is done with them."""

    __slots__ = ("_before", "_begins", "_cookie", "_hello", "_host", "_joined", "_rest", "_upgraded", "namespace")

    def __init__(self, wire: Wire, namespace: str, *, cookie: str = "", auth: dict[str, Any] | None = None) -> None:
        super().__init__(wire)
        self.namespace = namespace
        self._cookie = cookie
        self._hello = frames.frame(f"40{namespace},{json.dumps(auth) if auth else ''}".encode())
        self._begins = f'42{namespace},["'.encode()
        self._host = ""
        self._upgraded = self._joined = False
        self._rest = b""
        self._before: list[bytes] = []

    def event(self, name: bytes, payload: bytes, start: int, *, at: int) -> None:
        """An event came; its data are payload[start:-1], as JSON; at: when, in ns since 1970."""
        raise NotImplementedError

    def turned_away(self, reason: str) -> None:
        """The server doesn't let us in, for this reason; the connection is ended."""
        raise NotImplementedError

    def meet(self, host: str, port: int) -> None:
        """Connect and ask to be let in."""
        self._host = f"{host}:{port}"
        self._upgraded = self._joined = False
        self._rest = b""
        self._before.clear()
        self.open(host, port)

    def say(self, name: str, data: bytes) -> None:
        """Send an event with its data as JSON; it waits until the server has let us in."""
        message = frames.frame(self._begins + name.encode() + b'",' + data + b"]")
        if self._joined:
            self.send(message)
        else:
            self._before.append(message)

    def opened(self) -> None:
        """The connection stands: ask for a WebSocket."""
        self.send(frames.upgrade(self._host, PATH, cookie=self._cookie))

    def heard(self, data: bytes, at: int) -> None:
        """Bytes came."""
        if self._rest:
            data = self._rest + data
        if not self._upgraded:
            head, blank, data = data.partition(b"\r\n\r\n")
            if not blank:
                self._rest = head
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self._away(head.partition(b"\r\n")[0].decode(errors="replace"))
                return
            self._upgraded = True
        messages, self._rest = frames.split(data)
        for kind, payload in messages:
            if kind == frames.TEXT:
                self._text(payload, at)
            elif kind == frames.PING:
                self.send(frames.frame(payload, frames.PONG))
            elif kind == frames.CLOSE:
                self._lose()
                return

    def _text(self, payload: bytes, at: int) -> None:
        begins = self._begins
        if payload.startswith(begins):
            name = payload[len(begins) : payload.find(b'"', len(begins))]
            self.event(name, payload, len(begins) + len(name) + 2, at=at)
        elif payload == b"2":
            self.send(_PONG)
        elif payload.startswith(b"0"):
            self.send(self._hello)
        elif payload.startswith(b"40"):
            self._let_in()
        elif payload.startswith(b"44"):
            self._away(_reason(payload))
        elif payload.startswith((b"41", b"1")):
            self._lose()

    def _let_in(self) -> None:
        self._joined = True
        for message in self._before:
            self.send(message)
        self._before.clear()

    def _away(self, reason: str) -> None:
        self.cut()
        self.turned_away(reason)


def _reason(payload: bytes) -> str:
    """What the server's refusal says."""
    try:
        return str(json.loads(payload[payload.index(b",") + 1 :])["message"])
    except (ValueError, KeyError, TypeError):
        return payload.decode(errors="replace")
