"""A real server in a subprocess, that can be killed and started again on its port and its file."""

import json
import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from challenge.config import ROOT

START_SECONDS = 60


class Server:
    """One server process of an instance folder.

    within: a command that starts it elsewhere. wrong_ms: how far its machine's clock is ahead.
    """

    def __init__(
        self,
        instance: Path,
        mode: str,
        *,
        name: str = "server",
        host: str = "127.0.0.1",
        within: Sequence[str] = (),
        wrong_ms: int = 0,
        **changes: object,
    ) -> None:
        self.instance = instance
        self.mode = mode
        self.name = name
        self.log = instance / f"{name}.log"
        self._host = host
        self._within = within
        self._wrong_ms = wrong_ms
        self._changes = {"grace_ms": 150, **changes}
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://{self._host}:{self._port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def file(self) -> Path:
        return self.instance / "challenge.sqlite3"

    def start(self) -> "Server":
        """Serve, on the same port as before if there was one; returns when phones can connect."""
        hear, tell = os.pipe()
        program = [*self._within, sys.executable, "-m", "tests.live.program"]
        command = [*program, self.mode, self._host, str(self._port), str(tell), json.dumps(self._changes)]
        environment = {
            **os.environ,
            "CHALLENGE_INSTANCE": str(self.instance),
            "PYTHONWARNINGS": "ignore",
            "TEST_CLOCK_WRONG_MS": str(self._wrong_ms),
        }
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                pass_fds=(tell,),
                stdout=log,
                stderr=log,
            )
        os.close(tell)
        readable, _, _ = select.select([hear], [], [], START_SECONDS)
        told = os.read(hear, 16) if readable else b""
        os.close(hear)
        assert told, f"the server did not start:\n{self.log.read_text()}"
        self._port = int(told)
        return self

    def limit_files(self, most_bytes: int) -> None:
        """Let the server write no file beyond this size: its disk fails, and this machine's does not."""
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))

    def kill(self) -> None:
        """`kill -9`: no goodbye, no clean-up."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def freeze(self) -> None:
        """Stand still, with every connection open."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on as if no time had passed."""
        os.kill(self.pid, signal.SIGCONT)

    def memory_kib(self) -> int:
        """How much memory it holds."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def stop(self) -> None:
        """Stop as Ctrl-C does."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()

    def said(self, start: int = 0) -> str:
        """What the server wrote to its log, from byte `start` on."""
        return self.log.read_bytes()[start:].decode(errors="replace")
