"""One at a time: a lock between processes that vanishes with the process that held it.

Standard library only: the setting up uses it before anything is installed.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def exclusive(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock file at `path`; calls `waiting` once if somebody else has it, then waits.

    Child processes started meanwhile hold it too: an installer that outlives us keeps the next start waiting.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.set_inheritable(handle, True)
        if not _taken_at_once(handle):
            waiting()
            _take(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt
    import time

    def _taken_at_once(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _take(handle: int) -> None:
        while not _taken_at_once(handle):
            time.sleep(0.2)

else:
    import fcntl

    def _taken_at_once(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
