"""Machines of a network: each a network namespace with a line to the database and a line to the phones."""

import contextlib
import os
import subprocess
from collections.abc import Iterator

NETWORK = "198.18.0.0/15"
"""Set aside for tests of networks: no real machine is there."""


class Machine:
    """One machine. back: its line to the database; front: its line to the phones. `there`: the other end's address."""

    def __init__(self, number: int) -> None:
        block, first = os.getpid() % 250, 16 * number
        self.name = f"challenge-{os.getpid()}-{number}"
        self._lines = {"back": f"ch{os.getpid() % 100_000}b{number}", "front": f"ch{os.getpid() % 100_000}f{number}"}
        self.database_address = f"198.18.{block}.{first + 1}"
        self.front_address = f"198.18.{block}.{first + 6}"
        self._ends = {
            "back": (self.database_address, f"198.18.{block}.{first + 2}"),
            "front": (f"198.18.{block}.{first + 5}", self.front_address),
        }

    @property
    def within(self) -> tuple[str, ...]:
        """The command that starts a program on this machine."""
        return ("ip", "netns", "exec", self.name)

    def make(self) -> None:
        """Plug it in."""
        _ip("netns", "add", self.name)
        _ip("-n", self.name, "link", "set", "lo", "up")
        for line, (here, there) in self._ends.items():
            name = self._lines[line]
            _ip("link", "add", name, "type", "veth", "peer", "name", line, "netns", self.name)
            _ip("addr", "add", f"{here}/30", "dev", name)
            _ip("link", "set", name, "up")
            _ip("-n", self.name, "addr", "add", f"{there}/30", "dev", line)
            _ip("-n", self.name, "link", "set", line, "up")

    def cut(self, line: str) -> None:
        """Pull a plug: nothing goes through any more, and nobody is told."""
        _ip("link", "set", self._lines[line], "down")

    def plug_in(self, line: str) -> None:
        _ip("link", "set", self._lines[line], "up")

    def remove(self) -> None:
        """Its lines go with it."""
        with contextlib.suppress(subprocess.CalledProcessError):
            _ip("netns", "del", self.name)
        for name in self._lines.values():
            # A namespace is taken down some time after it is deleted; its lines must not wait for that.
            with contextlib.suppress(subprocess.CalledProcessError):
                _ip("link", "del", name)


@contextlib.contextmanager
def two_machines() -> Iterator[tuple[Machine, Machine]]:
    """Two machines, gone at the end whatever happened."""
    first, second = Machine(0), Machine(1)
    try:
        for machine in (first, second):
            machine.make()
        yield first, second
    finally:
        for machine in (first, second):
            machine.remove()


def _ip(*words: str) -> None:
    subprocess.run(("ip", *words), check=True, capture_output=True, timeout=10)
