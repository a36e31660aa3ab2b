"""What is told, encoded once, and written straight to the sockets that can take it.

The Socket.IO server puts each message into a queue of each client, from which a thread of each client takes it. Most
of a burst's time goes there. A ready frame goes past all that, where nothing can go wrong with it: the client has a
WebSocket of its own under Eventlet, nothing waits in its queue, nobody is in the middle of writing to it, and the
socket takes the frame at once. Wherever one of these isn't so, the message goes into the library's queue, and so it
does for everybody, by the server's own `emit`, when `ready` is off: nothing else in the program knows the difference.
"""
# What is private to the libraries is used in this module and nowhere else; its tests fail if a new version changes it.
# ruff: noqa: SLF001

import contextlib
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

import orjson
from engineio.exceptions import SocketIsClosedError
from engineio.packet import MESSAGE, Packet

from challenge.live.pulse import Pulse

TEXT_FRAME, SHORT, MEDIUM = 0x81, 126, 65_536
AT_ONCE = 200
"""Clients that are told one after another before anybody else gets a turn."""
LONGEST = 16_384
"""Bytes that any socket takes at once when its client reads at all. A host's picture of a full hall is longer."""
READ_AT_ONCE = 2_048
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Message:
    """Something to be told in one namespace, perhaps to many."""

    namespace: str
    event: str
    data: Any

    @cached_property
    def payload(self) -> bytes:
        """The message as Socket.IO writes it."""
        return b"2%b,%b" % (self.namespace.encode(), orjson.dumps([self.event, self.data]))

    @cached_property
    def frame(self) -> bytes:
        """The message as a WebSocket's frame; the first letter says to Engine.IO that it is one."""
        return _header(1 + len(self.payload)) + b"4" + self.payload


class Frames:
    """The way out for everything that is told."""

    def __init__(self, server: Any, pulse: Pulse, *, ready: bool) -> None:
        self._server = server
        self._pulse = pulse
        self._lines: dict[str, _Line] = {}
        self._ready = ready and server.async_mode == "eventlet"
        if self._ready:
            _note_websockets(server.eio)

    def opened(self, sid: str, environ: dict[str, Any], namespace: str) -> None:
        """A client was let in; `environ` is that of its handshake."""
        websocket = environ.get(_WEBSOCKET)
        if websocket is None or not self._ready:
            return
        # A socket with TLS in this process has to be written to through its cipher.
        if not hasattr(websocket.socket, "do_handshake"):
            engine_id = self._server.manager.eio_sid_from_sid(sid, namespace)
            line = self._lines[sid] = _Line(websocket.socket.fd, websocket, self._server.eio.sockets[engine_id])
            self._pulse.adopt(line)

    def closed(self, sid: str) -> None:
        """A client has gone."""
        self._lines.pop(sid, None)

    def tell(self, message: Message, sid: str) -> None:
        """Tell one client."""
        line = self._lines.get(sid)
        if line is None:
            self._emit(message, [sid])
        elif not line.write(message.frame):
            line.queue(message)

    def tell_all(self, message: Message, sids: Iterable[str]) -> None:
        """Tell many clients the same; now and then everybody else gets a turn, so that no answer waits for a hall."""
        for some in _in_turns(sids):
            if self._ready:
                for sid in some:
                    self.tell(message, sid)
            else:
                self._emit(message, some)

    def tell_own(self, own: Iterable[tuple[Iterable[str], Message]], after: Message) -> None:
        """Tell clients what is theirs alone, and each of them then what `after` says."""
        for some in _in_turns(own):
            for sids, message in some:
                for sid in sids:
                    self._tell_both(message, after, sid)

    def _tell_both(self, first: Message, second: Message, sid: str) -> None:
        line = self._lines.get(sid)
        if line is None or not line.write(first.frame + second.frame):
            self.tell(first, sid)
            self.tell(second, sid)

    def _emit(self, message: Message, to: list[str]) -> None:
        self._server.emit(message.event, message.data, to=to, namespace=message.namespace)


def moment() -> float:
    """When something is told, in milliseconds since 1970 by this computer's clock."""
    return time.time_ns() / 1e6


def _in_turns(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """The same things, some at a time; after each some of them everybody else gets a turn."""
    left = iter(things)
    while some := list(islice(left, AT_ONCE)):
        yield some
        time.sleep(0)


class _Line:
    """The bare socket of one client, with what must be quiet while it is written to."""

    __slots__ = ("_bare", "_websocket", "engine")

    def __init__(self, bare: socket.socket, websocket: Any, engine: Any) -> None:
        self._bare = bare
        self._websocket = websocket
        self.engine = engine

    def write(self, frame: bytes) -> bool:
        """Write a frame at once and whole; False when it has to go the library's way.

        Nothing here lets other green threads run, so nobody can begin to write in between.
        """
        engine = self.engine
        if engine.closed or engine.closing or not engine.queue.empty() or self._websocket._sendlock.locked():
            return False
        if len(frame) > LONGEST:
            return False
        try:
            written = self._bare.send(frame)
        except OSError:
            return False
        if written < len(frame):
            # Half a frame can't be taken back. The client has stopped reading: it comes back and gets the full state.
            with contextlib.suppress(OSError):
                self._bare.shutdown(socket.SHUT_RDWR)
        return True

    def queue(self, message: Message) -> None:
        """Send a message the library's way, without encoding it once more."""
        with contextlib.suppress(SocketIsClosedError):
            self.engine.send(Packet(MESSAGE, message.payload.decode()))


_WEBSOCKET = "challenge.websocket"


def _note_websockets(engine: Any) -> None:
    """Let the WebSocket of each connection be found in the environ of its handshake."""
    plain = engine._async["websocket"]

    class Noted(plain):  # type: ignore[misc, valid-type]
        def __init__(self, handler: Any, server: Any) -> None:
            super().__init__(lambda websocket: handler(_noted(websocket)), server)

    engine._async = {**engine._async, "websocket": Noted}


def _noted(websocket: Any) -> Any:
    websocket.environ[_WEBSOCKET] = websocket
    websocket.socket = _ReadAhead(websocket.socket)
    # Eventlet unmasks byte by byte, which costs as much as all the rest of reading an answer.
    websocket._apply_mask = unmasked
    return websocket


class _ReadAhead:
    """A socket from which a message is read in one go; eventlet asks for its length, its mask and its text apart."""

    __slots__ = ("_rest", "_socket")

    def __init__(self, green: Any) -> None:
        self._socket = green
        self._rest = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)

    def recv(self, size: int) -> bytes:
        """At most `size` bytes, as soon as there are any; none at the end."""
        data = self._rest or self._socket.recv(READ_AT_ONCE)
        self._rest = data[size:]
        return bytes(data[:size])


def unmasked(data: bytes, mask: bytes, length: int | None = None, offset: int = 0) -> bytes:
    """`data` with its mask taken off; `offset` says where in the message it begins."""
    size = len(data) if length is None else length
    start = offset % 4
    stretched = (mask * (size // 4 + 2))[start : start + size]
    return (int.from_bytes(data[:size]) ^ int.from_bytes(stretched)).to_bytes(size)


def _header(size: int) -> bytes:
    if size < SHORT:
        return bytes((TEXT_FRAME, size))
    if size < MEDIUM:
        return struct.pack("!BBH", TEXT_FRAME, 126, size)
    return struct.pack("!BBQ", TEXT_FRAME, 127, size)
