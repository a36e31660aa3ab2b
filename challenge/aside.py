"""Heavy work in a process of its own, so that nobody who plays a live round on this one has to wait for it.

A file that a teacher sends may take a second to read, and an evil one more. A thread would hold the interpreter, and
with it every phone; a process of low priority holds nobody, and can be ended. This module must not know what the work
is.
"""

import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, ParamSpec, TypeVar, cast

from challenge.config import ROOT

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_SECONDS = 30.0
"""For the work itself, and before it for the work of others."""

LOOK_SECONDS = 0.02
MOST_MEMORY = 2 * 1024**3
POLITENESS = 5
MOST_SAID, LONGEST_LINE = 65_536, 200
_turn = threading.Lock()


class AsideError(Exception):
    """The work was not done: it took too long or too much memory, or a bug ended it."""


def aside(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What `work`, a function of a module, returns for these arguments; one at a time. Raises AsideError.

    Its module is imported anew each time, so it had better be one that imports little.
    """
    task = pickle.dumps((work.__module__, work.__qualname__, arguments, named))
    try:
        with _our_turn():
            return cast(T, _done(task))
    except (AsideError, OSError) as error:
        _log(work.__qualname__, str(error))
        raise error if isinstance(error, AsideError) else AsideError(f"no room for it: {error}") from error


def _log(work: str, reason: str) -> None:
    import structlog  # not needed by the process that does the work, which would wait for it

    structlog.get_logger().warning("work was not done", work=work, reason=reason)


@contextlib.contextmanager
def _our_turn() -> Iterator[None]:
    if not _turn.acquire(timeout=PATIENCE_SECONDS):
        raise AsideError("others were at work")
    try:
        yield
    finally:
        _turn.release()


def _done(task: bytes) -> object:
    """What a process makes of a task."""
    # Files and not pipes: each async library has pipes of its own, and a full one would block.
    with tempfile.TemporaryFile() as inwards, tempfile.TemporaryFile() as outwards, tempfile.TemporaryFile() as aloud:
        inwards.write(task)
        inwards.seek(0)
        code = _worked(inwards.fileno(), outwards.fileno(), aloud.fileno())
        if code != 0:
            raise AsideError(f"it ended with {code}: {_last_line(aloud)}")
        outwards.seek(0)
        return pickle.load(outwards)  # noqa: S301 - written by our own process


def _worked(inwards: int, outwards: int, aloud: int) -> int:
    """Let a process work from one open file to another, complaining to the third; its exit code, -1 if it was ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "challenge.aside"], stdin=inwards, stdout=outwards, stderr=aloud, cwd=ROOT
    )
    until = time.monotonic() + PATIENCE_SECONDS
    try:
        while (code := process.poll()) is None and time.monotonic() < until:
            time.sleep(LOOK_SECONDS)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return -1 if code is None else code


def _last_line(aloud: IO[bytes]) -> str:
    """Where a bug says what it is."""
    aloud.seek(0)
    lines = aloud.read(MOST_SAID).decode(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "")[:LONGEST_LINE]


def main() -> None:
    """Do the work that stands on the standard input."""
    _stand_back()
    module, name, arguments, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started us
    done = getattr(import_module(module), name)(*arguments, **named)
    pickle.dump(done, sys.stdout.buffer)


def _stand_back() -> None:
    """Let the rounds go first, and take no more memory than such work needs."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(POLITENESS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
