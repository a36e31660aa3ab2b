"""Very many non-blocking connections and timers in one loop, with as little work for each message as can be."""

import contextlib
import heapq
import itertools
import select
import socket
import struct
import sys
import time
from collections.abc import Callable

MOST_EVENTS = 512
CHUNK = 65_536
LONGEST_WAIT_SECONDS = 0.1
SO_TIMESTAMPNS = 35
"""Linux tells with the bytes when they came in (CLOCK_REALTIME, ns), so that our own slowness doesn't count."""

_STAMP = struct.Struct("qq")
_STAMP_ROOM = socket.CMSG_SPACE(_STAMP.size)
_KERNEL_STAMPS = sys.platform == "linux"


class Wire:
    """The loop: give it lines and timers, and let it turn. longest_turn: how long it was busy at most (seconds)."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._lines: dict[int, Line] = {}
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._serial = itertools.count()
        self.longest_turn = 0.0

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something once, so many seconds from now."""
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._serial), action))

    def until(self, done: Callable[[], bool], *, seconds: float) -> bool:
        """Let the loop turn until `done`, which is asked very often, says so; False when the seconds are over first."""
        end = time.monotonic() + seconds
        while not done():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.turn(min(left, LONGEST_WAIT_SECONDS))
        return True

    def turn(self, most_seconds: float) -> None:
        """Do what is due, waiting at most so long for something to happen."""
        if self._timers:
            most_seconds = min(most_seconds, max(0.0, self._timers[0][0] - time.monotonic()))
        happened = self._epoll.poll(most_seconds, MOST_EVENTS)
        began = time.monotonic()
        for number, events in happened:
            line = self._lines.get(number)
            if line is not None:
                line.happened(events)
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            heapq.heappop(self._timers)[2]()
        self.longest_turn = max(self.longest_turn, time.monotonic() - began)

    def watch(self, line: "Line", number: int, events: int) -> None:
        """Wake `line` when something happens on the descriptor `number`."""
        self._lines[number] = line
        self._epoll.register(number, events)

    def change(self, number: int, events: int) -> None:
        """Wake a watched line for other things."""
        self._epoll.modify(number, events)

    def forget(self, number: int) -> None:
        """Wake nobody for this descriptor any more."""
        if self._lines.pop(number, None) is not None:
            with contextlib.suppress(OSError):
                self._epoll.unregister(number)

    def close(self) -> None:
        """End every connection without a word, and the loop."""
        for line in list(self._lines.values()):
            line.cut()
        self._timers.clear()
        self._epoll.close()


class Line:
    """One connection. Whoever inherits says what to do when it is opened, heard from and lost."""

    __slots__ = ("_begun", "_out", "_socket", "wire")

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self._socket: socket.socket | None = None
        self._begun = False
        self._out = b""

    def opened(self) -> None:
        """The connection stands."""
        raise NotImplementedError

    def heard(self, data: bytes, at: int) -> None:
        """Bytes came; at: when, in ns since 1970."""
        raise NotImplementedError

    def lost(self) -> None:
        """The other side ended the connection, or it could not be had."""
        raise NotImplementedError

    @property
    def is_open(self) -> bool:
        """Whether there is a connection, as far as this side knows."""
        return self._socket is not None and self._begun

    @property
    def is_busy(self) -> bool:
        """Whether there is a connection, or one is being made."""
        return self._socket is not None

    def open(self, host: str, port: int) -> None:
        """Connect; `opened` or `lost` follows."""
        self.cut()
        self._socket = made = socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if _KERNEL_STAMPS:
            made.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        made.connect_ex((host, port))
        self.wire.watch(self, made.fileno(), select.EPOLLIN | select.EPOLLOUT)

    def send(self, data: bytes) -> None:
        """Send now, or as soon as the other side takes it; nothing without a connection."""
        if self._socket is None or not self._begun:
            return
        if self._out:
            self._out += data
            return
        try:
            sent = self._socket.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # the loss is heard of by the next event
        if sent < len(data):
            self._out = data[sent:]
            self.wire.change(self._socket.fileno(), select.EPOLLIN | select.EPOLLOUT)

    def cut(self) -> None:
        """End the connection without a word; `lost` is not called."""
        gone, self._socket = self._socket, None
        self._begun, self._out = False, b""
        if gone is not None:
            self.wire.forget(gone.fileno())
            gone.close()

    def happened(self, events: int) -> None:
        """Something can be done on the socket."""
        if not self._begun:
            self._begin(events)
            return
        if events & select.EPOLLOUT:
            self._push()
        if events & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR):
            self._read()

    def _begin(self, events: int) -> None:
        if self._socket is None:
            return
        if events & (select.EPOLLERR | select.EPOLLHUP):
            self._lose()
            return
        self._begun = True
        self.wire.change(self._socket.fileno(), select.EPOLLIN)
        self.opened()

    def _push(self) -> None:
        waiting, self._out = self._out, b""
        if self._socket is None:
            return
        self.wire.change(self._socket.fileno(), select.EPOLLIN)
        self.send(waiting)

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data, stamps, _, _ = self._socket.recvmsg(CHUNK, _STAMP_ROOM)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        if stamps:
            seconds, rest = _STAMP.unpack(stamps[0][2])
            self.heard(data, seconds * 1_000_000_000 + rest)
        else:
            self.heard(data, time.time_ns())

    def _lose(self) -> None:
        self.cut()
        self.lost()
