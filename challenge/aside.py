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
from collections.abc import Callable
from importlib import import_module
from typing import ParamSpec, TypeVar, cast

from challenge.config import ROOT

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_SECONDS = 20.0
"""For the work itself, and before it for the work of others."""

LOOK_SECONDS = 0.02
MOST_MEMORY = 2 * 1024**3
POLITENESS = 10
_turn = threading.Lock()


class AsideError(Exception):
    """The work was not done: it took too long or too much memory, or a bug ended it."""


def aside(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What `work`, a function of a module, returns for these arguments; one at a time. Raises AsideError."""
    task = pickle.dumps((work.__module__, work.__qualname__, arguments, named))
    if not _turn.acquire(timeout=PATIENCE_SECONDS):
        raise AsideError("others were at work")
    try:
        return cast(T, _done(task))
    except OSError as error:
        raise AsideError("there is no room for another process or file") from error
    finally:
        _turn.release()


def _done(task: bytes) -> object:
    """What a process makes of a task."""
    # Files and not pipes: each async library has pipes of its own, and a full one would block.
    with tempfile.TemporaryFile() as inwards, tempfile.TemporaryFile() as outwards:
        inwards.write(task)
        inwards.seek(0)
        code = _worked(inwards.fileno(), outwards.fileno())
        if code != 0:
            raise AsideError(f"the work ended with {code}")
        outwards.seek(0)
        return pickle.load(outwards)  # noqa: S301 - written by our own process


def _worked(inwards: int, outwards: int) -> int:
    """Let a process work from one open file to another; its exit code."""
    process = subprocess.Popen(
        [sys.executable, "-m", "challenge.aside"],
        stdin=inwards,
        stdout=outwards,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
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
