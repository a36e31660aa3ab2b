"""Several processes that serve as one: started, watched, started again when they die, and stopped together.

Knows processes and signals; nothing of rounds. The process that runs this takes no sockets, so it is never patched, and
whatever ends a worker doesn't reach it.
"""

import contextlib
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble

TRIES = 3
"""So often in a row a worker may die before anything was served; then something is wrong that a person must mend."""
LONG_LIFE_SECONDS = 5.0
PAUSES_SECONDS = (0.0, 0.5, 1.0, 2.0, 4.0)
"""Before a worker starts again: at once, then longer each time that it lives short."""
STOP_SECONDS = 10.0
LAST_LINES = 20


def look_after(command: Sequence[str], *, count: int, environ: Mapping[str, str]) -> None:
    """Keep `count` processes of a command of ours running until Ctrl-C or SIGTERM, then stop them all.

    Raises Trouble with a worker's last words when they die at the start.
    """
    Supervisor(partial(Worker, command, environ=environ), count=count, address=environ["CHALLENGE_PUBLIC_URL"]).run()


class Worker:
    """One process that serves. What it prints is passed on with its number."""

    def __init__(self, command: Sequence[str], number: int, *, environ: Mapping[str, str]) -> None:
        self.number = number
        self.ready_at: float | None = None
        self._last_lines: deque[str] = deque(maxlen=LAST_LINES)
        self._line, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "challenge.cli", *command, "--lifeline", str(theirs.fileno())],
                env=dict(environ),
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                # Ctrl-C on the terminal is for the parent, which then stops everybody in order.
                start_new_session=True,
            )

    @property
    def lived_long(self) -> bool:
        """Whether it served for a while, so that its death is no sign that the next will die too."""
        return self.ready_at is not None and time.monotonic() - self.ready_at >= LONG_LIFE_SECONDS

    @property
    def last_words(self) -> str:
        """The end of what it printed."""
        return "".join(f"    {line}" for line in self._last_lines).rstrip() or "    (nothing)"

    def watch(self, *, ready: Callable[[], None], ended: Callable[[], None]) -> None:
        """Call `ready` when it takes phones and `ended` when it is dead, from threads of their own."""
        threading.Thread(target=self._await_ready, args=[ready], daemon=True).start()
        threading.Thread(target=self._await_end, args=[ended], daemon=True).start()

    def stop(self) -> None:
        """Ask it to end."""
        self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for its end; kill it if it takes longer."""
        try:
            self.process.wait(timeout=max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _await_ready(self, ready: Callable[[], None]) -> None:
        with contextlib.suppress(OSError):
            if self._line.recv(16):
                self.ready_at = time.monotonic()
                ready()

    def _await_end(self, ended: Callable[[], None]) -> None:
        for line in self.process.stdout or ():
            self._last_lines.append(line)
            # Nobody may read what we print any more; the worker must still find room to print.
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.write(f"[{self.number}] {line}")
                sys.stdout.flush()
        self.process.wait()
        self._let_go()
        ended()

    def _let_go(self) -> None:
        if self.process.stdout:
            self.process.stdout.close()
        self._line.close()


class Supervisor:
    """Starts workers by number and does, one at a time, what follows from what happens to them."""

    def __init__(self, start: Callable[[int], Worker], *, count: int, address: str) -> None:
        self._start_worker = start
        self._numbers = range(1, count + 1)
        self._address = address
        self._workers: dict[int, Worker] = {}
        self._short_lives = dict.fromkeys(self._numbers, 0)
        self._never_ready = set(self._numbers)
        self._events: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._stopped = False

    def run(self) -> None:
        """Serve until told to stop. Raises Trouble if it can't be started."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda *_: self._events.put(self._stop))
        try:
            for number in self._numbers:
                self._start(number)
            while not self._stopped:
                self._events.get()()
        finally:
            self._end_all()

    def _start(self, number: int) -> None:
        worker = self._workers[number] = self._start_worker(number)
        console.print(f"Worker {number} is process {worker.process.pid}.")
        worker.watch(
            ready=lambda: self._events.put(partial(self._ready, worker)),
            ended=lambda: self._events.put(partial(self._ended, worker)),
        )

    def _ready(self, worker: Worker) -> None:
        if not self._never_ready:
            console.print(f"Worker {worker.number} serves again.")
            return
        self._never_ready.discard(worker.number)
        if not self._never_ready:
            count = len(self._numbers)
            console.print(f"Serving at {self._address} by {count} processes. Stop with Ctrl-C.")

    def _ended(self, worker: Worker) -> None:
        lives = self._short_lives[worker.number]
        lives = self._short_lives[worker.number] = 0 if worker.lived_long else lives + 1
        if self._never_ready and lives >= TRIES:
            raise Trouble(f"A worker died {lives} times at the start. The last it said:\n\n{worker.last_words}")
        pause = PAUSES_SECONDS[min(max(lives - 1, 0), len(PAUSES_SECONDS) - 1)]
        console.print(f"Worker {worker.number} ended ({_how(worker.process.returncode)}). Starting it again.")
        timer = threading.Timer(pause, self._events.put, [partial(self._start, worker.number)])
        timer.daemon = True
        timer.start()

    def _stop(self) -> None:
        self._stopped = True

    def _end_all(self) -> None:
        until = time.monotonic() + STOP_SECONDS
        for worker in self._workers.values():
            worker.stop()
        for worker in self._workers.values():
            worker.wait(until - time.monotonic())


def _how(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"signal {-code}"
