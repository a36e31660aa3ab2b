"""Starts a real server in processes of its own, asks what it costs, and ends it whatever happens."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from challenge.cli.load import machine
from challenge.cli.load.machine import Cost
from challenge.cli.trouble import Trouble
from challenge.config import ROOT

HOST = "127.0.0.1"
NOWHERE = "http://127.0.0.1:9"
"""For phones whose server doesn't run yet."""

START_SECONDS = 60.0
STOP_SECONDS = 10.0
LOOK_SECONDS = 0.1
ANSWERED = b"HTTP/1."


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs. process: the one that was started; it may have started others."""

    address: str
    process: int

    def cost(self) -> Cost:
        """What all its processes have used so far."""
        return machine.cost(machine.family(self.process))


def ours(port: int, *, workers: int) -> list[str]:
    """The command that serves this program."""
    command = [sys.executable, "-P", "-m", "challenge.cli", "serve", "--host", HOST, "--port", str(port)]
    return command if workers == 1 else [*command, "--workers", str(workers)]


@contextmanager
def running(
    command: Sequence[str], *, port: int, environ: Mapping[str, str], log: Path, cores: Sequence[int], workers: int = 1
) -> Iterator[Server]:
    """A server whose processes are all ready, on these cores. Raises Trouble with its last words if it won't start."""
    with log.open("wb") as words:
        # In a session of its own, so that Ctrl-C comes to us alone and nothing of it outlives us.
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environ, "PYTHONPATH": str(ROOT)},
            stdout=words,
            stderr=words,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        machine.pin(process.pid, cores)
        _wait_until_ready(process, port, log, workers=workers)
        yield Server(f"http://{HOST}:{port}", process.pid)
    finally:
        _end(process)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path, *, workers: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if machine.listeners(port) >= workers and _answers(port):
            return
        time.sleep(LOOK_SECONDS)
    said = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
    raise Trouble(f"The server that was to be measured did not start. It said:\n\n{said}")


def _answers(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=2) as knock:
            knock.sendall(f"GET /join HTTP/1.0\r\nHost: {HOST}:{port}\r\n\r\n".encode())
            return knock.recv(16).startswith(ANSWERED)
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop; then make it, and whatever it left behind."""
    with suppress(ProcessLookupError):
        process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=STOP_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
