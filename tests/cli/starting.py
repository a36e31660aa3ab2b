"""Starts of the program in the background, for tests of the commands: as people start it, and ended in any case."""

import contextlib
import os
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.architecture.source import ROOT

PATIENCE_SECONDS = 60


class Start:
    """One running command, and all that it printed so far."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "challenge.cli", *command],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: list[str] = []
        self._all_read = False
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    @property
    def output(self) -> str:
        with self._news:
            return "".join(self._lines)

    def found(self, pattern: str, *, after: int = 0) -> re.Match[str]:
        """The first match in what was printed after the first `after` letters, waited for."""
        compiled = re.compile(pattern)

        def seen() -> re.Match[str] | None:
            return compiled.search("".join(self._lines), after)

        with self._news:
            self._news.wait_for(lambda: seen() or self._all_read, PATIENCE_SECONDS)
            match = seen()
            assert match, f"never printed {pattern!r} (exit code {self.process.poll()}), but:\n{''.join(self._lines)}"
            return match

    def ended(self, how: int | None = None) -> int:
        """Send the signal, if one is given; returns the exit code."""
        if how is not None:
            self.process.send_signal(how)
        code = self.process.wait(PATIENCE_SECONDS)
        self._reader.join(PATIENCE_SECONDS)
        return code

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as output:
            for line in output:
                with self._news:
                    self._lines.append(line)
                    self._news.notify_all()
        with self._news:
            self._all_read = True
            self._news.notify_all()


@contextlib.contextmanager
def start(command: Sequence[str], environ: Mapping[str, str], *, path: Path = ROOT) -> Iterator[Start]:
    """Start a command; whatever the test did, nothing of it runs on."""
    started = Start(command, {**environ, "PYTHONPATH": os.pathsep.join([str(path), str(ROOT)])})
    try:
        yield started
    finally:
        started.process.kill()
        started.ended()


def status_of(address: str) -> int:
    """The answer's status, as soon as there is one."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:
                return answer.status
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
