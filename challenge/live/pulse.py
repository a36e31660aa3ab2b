"""Finds connections that have died, by one thread for all of them.

The library has a thread of its own for each connection that sleeps between two pings, and wakes thousands of times a
second to look for silent ones. Ten thousand phones make that a quarter of a process's work and memory. Here one thread
looks once a second, and sends the pings of those who can be written to directly; the library pings the others.
"""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from queue import Empty
from typing import Any, Protocol

import structlog
from engineio import packet

LOOK_SECONDS = 0.5
PING = bytes((0x81, 1)) + b"2"
"""Engine.IO's ping as a WebSocket's frame."""
log: Any = structlog.get_logger()


class Line(Protocol):
    """A client that can be written to directly."""

    @property
    def engine(self) -> Any:
        """Its Engine.IO socket."""

    def write(self, frame: bytes) -> bool:
        """Write a frame at once and whole; False when that can't be done now."""


class Pulse:
    """The pings of one process."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._due: deque[tuple[float, Line]] = deque()

    def start(self) -> None:
        """Look after everybody, for as long as the process runs."""
        threading.Thread(target=self._run, name="pulse", daemon=True).start()

    def adopt(self, line: Line) -> None:
        """Ping this client from here, once the library's first ping is answered."""
        engine = line.engine

        def schedule_ping() -> None:
            if engine.last_ping:
                engine.last_ping = None
                # All wait equally long, so the next one due is always the first of the queue.
                self._due.append((time.monotonic() + self._server.ping_interval, line))

        engine.schedule_ping = schedule_ping
        # The library's writer gives up when nothing came to be written for as long as two pings are apart.
        engine.poll = partial(_waiting, engine.queue)

    def beat(self, now: float) -> None:
        """Send the pings that are due at `now` (of the monotonic clock), and end connections that have been silent."""
        while self._due and self._due[0][0] <= now:
            _ping(self._due.popleft()[1])
        for sid, engine in list(self._server.sockets.items()):
            if engine.closed:
                self._server.sockets.pop(sid, None)
            elif not engine.closing:
                engine.check_ping_timeout()

    def _run(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            try:
                self.beat(time.monotonic())
            except Exception:
                log.exception("connections could not be looked after")


def _waiting(queue: Any) -> list[Any]:
    """What is to be written, as soon as there is anything; nothing when the connection has ended."""
    packets = [_taken(queue, queue.get)]
    with contextlib.suppress(Empty):
        while packets[-1] is not None:
            packets.append(_taken(queue, queue.get_nowait))
    if packets[-1] is None and len(packets) > 1:
        # What came before the end is written first; the next look finds the end.
        queue.put(None)
    return [each for each in packets if each is not None]


def _taken(queue: Any, get: Callable[[], Any]) -> Any:
    taken = get()
    queue.task_done()
    return taken


def _ping(line: Line) -> None:
    engine = line.engine
    if engine.closed or engine.closing:
        return
    engine.last_ping = time.time()
    if not line.write(PING):
        engine.send(packet.Packet(packet.PING))
