"""A Redis of this test run's own, that can be killed, frozen and started again."""

import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import listens
from tests.faults import ports

START_SECONDS = 20


class Redis:
    """One redis-server that keeps nothing on disk."""

    def __init__(self, folder: Path, *, hosts: Sequence[str] = ("127.0.0.1",), port: int = 0) -> None:
        self.port = port or ports.free()
        self._folder, self._hosts = folder, hosts
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.url_at(self._hosts[0])

    def url_at(self, host: str) -> str:
        return f"redis://{host}:{self.port}/0"

    def start(self) -> "Redis":
        """Serve; returns when it takes connections."""
        program = shutil.which("redis-server")
        assert program is not None, "mark the test with needs_redis_server"
        command = [program, "--port", str(self.port), "--bind", *self._hosts, "--protected-mode", "no"]
        with (self._folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--save", "", "--appendonly", "no"], cwd=self._folder, stdout=log, stderr=log
            )
        until = time.monotonic() + START_SECONDS
        while not listens(self._hosts[0], self.port):
            assert time.monotonic() < until, (self._folder / "redis.log").read_text()
            time.sleep(0.02)
        return self

    def kill(self) -> None:
        """`kill -9`."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def freeze(self) -> None:
        """Stop answering, and keep every connection open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on as if nothing had been."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)
