"""A PostgreSQL of this test run's own, that can be stopped, crashed and started again without hurting anybody."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import psycopg

from tests.faults import ports

START_SECONDS = 30
STOP_SIGNALS = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}
"""How PostgreSQL's own tools stop it: `fast` throws everybody out, `immediate` is a crash."""


def binaries() -> Path | None:
    """Where initdb and postgres are, or None."""
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    named = shutil.which("initdb")
    found = [*reversed(newest), *([Path(named).resolve().parent] if named else [])]
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


class Cluster:
    """One PostgreSQL server with its own files. `data` may be put on a disk of the caller's."""

    def __init__(self, *, hosts: Sequence[str] = ("127.0.0.1",), trusted: Sequence[str] = (), port: int = 0) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="challenge-postgres-"))
        self.data = self.home / "data"
        self.port = port or ports.free()
        self._hosts, self._trusted = hosts, trusted
        self._owner = _owner()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def make(self, *more: str) -> "Cluster":
        """Make the files; `more` are words for initdb.

        PostgreSQL refuses to run as root, so the files belong to somebody else if we are root.
        """
        folder = binaries()
        assert folder is not None, "mark the test with needs_postgres_binaries"
        self._binaries = folder
        self.data.mkdir(mode=0o700, exist_ok=True)
        if self._owner is not None:
            for each in (self.home, self.data):
                shutil.chown(each, self._owner)
        command = [
            folder / "initdb",
            "-D",
            self.data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
            *more,
        ]
        subprocess.run([*command, *more], check=True, capture_output=True, user=self._owner, cwd=self.home)
        with (self.data / "pg_hba.conf").open("a") as rules:
            rules.writelines(f"host all all {network} trust\n" for network in self._trusted)
        return self

    def start(self) -> "Cluster":
        """Serve; returns when it takes connections."""
        settings = {
            "listen_addresses": ",".join(self._hosts),
            "unix_socket_directories": "",
            "shared_buffers": "16MB",
            "max_connections": "120",
            "fsync": "on",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._binaries / "postgres", "-D", self.data, "-p", str(self.port), *options],
                user=self._owner,
                cwd=self.home,
                stdout=log,
                stderr=log,
            )
        self._wait_until_it_answers()
        return self

    def stop(self, mode: str = "fast") -> None:
        """Stop; returns when it is gone."""
        if self._process is None or not self.runs:
            return
        self._process.send_signal(STOP_SIGNALS[mode])
        try:
            self._process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def remove(self) -> None:
        """Stop for good, and leave nothing behind."""
        self.stop("immediate")
        shutil.rmtree(self.home, ignore_errors=True)

    def new_database(self) -> str:
        """The name of a new, empty database."""
        name = f"challenge_{uuid4().hex[:12]}"
        with self.session() as session:
            session.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return name

    def session(self, database: str = "postgres") -> psycopg.Connection:
        """A session of the owner's, that commits each statement."""
        where = {"host": self._hosts[0], "port": self.port, "user": "postgres", "dbname": database}
        return psycopg.connect(**where, autocommit=True, connect_timeout=3)

    def url(self, database: str, *, host: str = "") -> str:
        """Where the program finds a database of this server."""
        return f"postgresql+psycopg://postgres@{host or self._hosts[0]}:{self.port}/{database}"

    def said(self) -> str:
        """What the server wrote to its log."""
        return (self.home / "log").read_text(errors="replace")

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            with contextlib.suppress(psycopg.OperationalError), self.session():
                return
            time.sleep(0.05)
        raise AssertionError(f"PostgreSQL did not start:\n{self.said()[-4_000:]}")


def _owner() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
