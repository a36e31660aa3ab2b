"""A network between phones and servers that can be as bad as a college's: slow, cut, half-open.

It is also what nginx is to several processes: whoever comes in is led to one that answers.
"""

import asyncio
import contextlib
import itertools
import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

CHUNK = 65_536
PATIENCE = 10.0

Upstreams = Callable[[], Sequence[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad it is. Of all connections, `cut` of a hundred are cut and `stall` of a hundred stand still for a while.

    delay, jitter: milliseconds that everything takes each way. A connection meets its fate within `fate_seconds`.
    """

    delay: int = 0
    jitter: int = 0
    cut: int = 0
    stall: int = 0
    stall_seconds: float = 1.5
    fate_seconds: float = 3.0


FAIR = Weather()


class _Line:
    """One connection through the proxy."""

    def __init__(self, weather: Weather, chance: random.Random) -> None:
        self.chance = chance
        self.writers: list[asyncio.StreamWriter] = []
        self.flows = asyncio.Event()
        self.flows.set()
        self.cut_after = chance.uniform(0.05, weather.fate_seconds) if chance.random() * 100 < weather.cut else None
        self.stall_after = chance.uniform(0.05, weather.fate_seconds) if chance.random() * 100 < weather.stall else None

    def cut(self) -> None:
        """End it on both sides at once, as a pulled plug: no goodbye."""
        for writer in self.writers:
            with contextlib.suppress(OSError, RuntimeError):
                writer.transport.abort()


class Proxy:
    """Listens on one port and carries bytes to one of `upstreams`, which is asked anew for each connection."""

    def __init__(self, upstreams: Upstreams, *, seed: int = 1) -> None:
        self._upstreams = upstreams
        self._chance = random.Random(seed)
        self._lines: set[_Line] = set()
        self._turns = itertools.count()
        self._half_open = False
        self._shut = False
        self.weather = FAIR
        self.carried = 0
        self.cuts = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="proxy", daemon=True)
        self._ready: Future[int] = Future()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Proxy":
        """Let connections in."""
        self._thread.start()
        self.port = self._ready.result(PATIENCE)
        return self

    def stop(self) -> None:
        """Cut everything, and end."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(PATIENCE)

    def cut(self) -> int:
        """Cut all that is connected now; returns how many."""
        return self._do(self._cut_all)

    def shut(self) -> int:
        """Cut all, and let nobody in until `restore()`."""
        self._shut = True
        return self.cut()

    def half_open(self) -> None:
        """Carry nothing more, and close nothing: neither side hears of it. New connections get no further either."""
        self._half_open = True
        self._do(lambda: [line.flows.clear() for line in self._lines])

    def restore(self) -> None:
        """Fair weather. What stood still in a half-open line is lost with the line, as by a router that forgot it."""
        self.weather, self._half_open, self._shut = FAIR, False, False
        self._do(lambda: [line.cut() for line in self._lines if not line.flows.is_set()])

    def connections(self) -> int:
        """How many are connected now."""
        return self._do(lambda: len(self._lines))

    def _do(self, work: Callable[[], Any]) -> Any:
        async def done() -> Any:
            return work()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(PATIENCE)

    def _cut_all(self) -> int:
        lines = list(self._lines)
        for line in lines:
            line.cut()
        return len(lines)

    def _run(self) -> None:
        with contextlib.closing(self._loop):
            self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._stopping = asyncio.Event()
        carrying: set[asyncio.Task[None]] = set()

        async def let_in(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            carrying.add(asyncio.current_task())  # type: ignore[arg-type]
            try:
                await self._carry(reader, writer)
            finally:
                carrying.discard(asyncio.current_task())  # type: ignore[arg-type]

        server = await asyncio.start_server(let_in, "127.0.0.1", 0, backlog=2_048)
        self._ready.set_result(server.sockets[0].getsockname()[1])
        await self._stopping.wait()
        server.close()
        for task in list(carrying):
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)
        # Transports say goodbye to the loop one turn after they are closed.
        await asyncio.sleep(0.01)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Line(self.weather, random.Random(self._chance.random()))
        line.writers.append(writer)
        if self._half_open:
            line.flows.clear()
        self._lines.add(line)
        try:
            await self._led(line, reader, writer)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._lines.discard(line)
            line.cut()

    async def _led(self, line: _Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await line.flows.wait()
        there = None if self._shut else await self._reach()
        if there is None:
            return
        line.writers.append(there[1])
        works = [self._flow(line, reader, there[1]), self._flow(line, there[0], writer), self._fate(line)]
        tasks = [asyncio.ensure_future(work) for work in works]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """The next server in turn that takes a connection."""
        upstreams = self._upstreams()
        first = next(self._turns)
        for step in range(len(upstreams)):
            host, port = upstreams[(first + step) % len(upstreams)]
            with contextlib.suppress(OSError, TimeoutError):
                return await asyncio.wait_for(asyncio.open_connection(host, port), 2)
        return None

    async def _flow(self, line: _Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry bytes one way, each as late as the weather has it, in order."""
        held: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=256)
        read = asyncio.ensure_future(self._read(line, reader, held))
        try:
            while True:
                at, data = await held.get()
                await asyncio.sleep(max(0.0, at - self._loop.time()))
                await line.flows.wait()
                if not data:
                    return
                writer.write(data)
                await writer.drain()
                self.carried += len(data)
        finally:
            read.cancel()

    async def _read(self, line: _Line, reader: asyncio.StreamReader, held: asyncio.Queue[tuple[float, bytes]]) -> None:
        data = b"-"
        while data:
            try:
                data = await reader.read(CHUNK)
            except OSError:
                data = b""
            late = self.weather.delay + line.chance.uniform(-1, 1) * self.weather.jitter
            await held.put((self._loop.time() + max(0.0, late) / 1_000, data))

    async def _fate(self, line: _Line) -> None:
        """Cut or stall this one, if that is what it is due."""
        if line.stall_after is not None:
            await asyncio.sleep(line.stall_after)
            line.flows.clear()
            await asyncio.sleep(self.weather.stall_seconds)
            if not self._half_open:
                line.flows.set()
        if line.cut_after is None:
            await asyncio.Event().wait()
        await asyncio.sleep(line.cut_after or 0)
        self.cuts += 1
