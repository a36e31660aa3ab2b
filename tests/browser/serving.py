"""The program as a teacher starts it, in a process of its own; it can be killed and started again as it was."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from challenge.config import ROOT

START_SECONDS = 60
LINK = re.compile(r"Host a round\s+(http://[\d.]+:(\d+))/host/sign-in/(\S+)")
CODE = re.compile(r"with the code (\w{6})")
READY = "Stop with Ctrl-C."


class Server:
    """One server process of an instance folder. `link` and `code` are what its start printed."""

    def __init__(self, instance: Path) -> None:
        self.instance = instance
        self.address = ""
        self.link = ""
        self.code = ""
        self._port = "0"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def file(self) -> Path:
        return self.instance / "challenge.sqlite3"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.file}"

    def start(self) -> "Server":
        """Serve, on the same port as before if there was one; returns when it says that it is ready."""
        command = [sys.executable, "-m", "challenge.cli", "start", "--host", "127.0.0.1", "--port", self._port]
        environment = {
            **os.environ,
            "CHALLENGE_INSTANCE": str(self.instance),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "ignore",
        }
        log = self.instance / "server.log"
        with log.open("wb") as output:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        self._read(self._said(log))
        return self

    def kill(self) -> None:
        """`kill -9`: no goodbye, no clean-up."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Stop as Ctrl-C does."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()

    def twin(self, instance: Path) -> "Server":
        """Another server on a copy of this one's database as it is now; not started yet."""
        other = Server(instance)
        with sqlite3.connect(self.file) as mine, sqlite3.connect(other.file) as copy:
            mine.backup(copy)
        mine.close()
        copy.close()
        return other

    def _said(self, log: Path) -> str:
        assert self._process is not None
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            said = log.read_text(encoding="utf-8", errors="replace")
            if READY in said:
                return said
            time.sleep(0.05)
        raise AssertionError(f"the server did not start:\n{log.read_text(errors='replace')}")

    def _read(self, said: str) -> None:
        link, code = LINK.search(said), CODE.search(said)
        assert link, said
        self.address, self._port = link[1], link[2]
        self.link = f"{self.address}/host/sign-in/{link[3]}"
        self.code = code[1] if code else ""
