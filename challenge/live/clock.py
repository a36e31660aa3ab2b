"""What time it is, the same in every process: the database server's clock where there is one, else this computer's.

Between two looks at the server the time is counted by this computer's own steady clock, so that it never jumps because
somebody sets the computer's.
"""

import statistics
import threading
import time
from collections.abc import Callable
from typing import Any

import structlog

from challenge.services.transaction import Database, StorageTroubleError

LOOKS = 3
LOOK_SECONDS = 30.0
RETRY_SECONDS = 1.0
SLEW = 0.05
"""A small error is worked off at this share of the time that passes, so that time never stands still or runs back."""
MOST_SLEWED_MS = 2_000
log: Any = structlog.get_logger()


def steady_ms() -> float:
    """Milliseconds since this computer started, sleep included where it can tell."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC if hasattr(time, "CLOCK_MONOTONIC") else None)
    return (time.monotonic() if clock is None else time.clock_gettime(clock)) * 1_000


def wall_ms() -> float:
    """This computer's idea of the time, in milliseconds since 1970."""
    return time.time_ns() / 1_000_000


class Clock:
    """Tells the time in milliseconds since 1970."""

    def __init__(
        self, database: Database, *, steady: Callable[[], float] = steady_ms, wall: Callable[[], float] = wall_ms
    ) -> None:
        self._database = database
        self._steady = steady
        self._changing = threading.Lock()
        self._at = steady()
        self._told = wall()
        self._error = 0.0
        self._looked = False

    def start(self) -> None:
        """Look at the server's clock, now and every half minute. A file has no clock of its own to look at."""
        if self._database.has_clock:
            self.look()
            threading.Thread(target=self._run, name="clock", daemon=True).start()

    def now(self) -> int:
        """The time now."""
        with self._changing:
            self._advance()
            return int(self._told)

    def look(self) -> bool:
        """Compare with the server's clock; whether it could be asked."""
        try:
            errors = [self._one_look() for _ in range(LOOKS)]
        except StorageTroubleError as trouble:
            log.warning("the database's clock could not be asked", reason=str(trouble))
            return False
        self._correct(statistics.median(errors))
        return True

    def _one_look(self) -> float:
        """How far this clock is behind the server's, which is taken to have answered half-way."""
        before = self._steady()
        server = self._database.clock_ms()
        after = self._steady()
        with self._changing:
            self._advance()
            half_way = self._told - (self._at - (before + after) / 2)
        return server - half_way

    def _correct(self, error: float) -> None:
        with self._changing:
            self._advance()
            self._error = error
            if not self._looked or abs(error) > MOST_SLEWED_MS:
                self._told, self._error, self._looked = self._told + error, 0.0, True

    def _advance(self) -> None:
        at = self._steady()
        passed, self._at = max(0.0, at - self._at), at
        worked_off = max(-SLEW * passed, min(SLEW * passed, self._error))
        self._error -= worked_off
        self._told += passed + worked_off

    def _run(self) -> None:
        looked = self._looked
        while True:
            time.sleep(LOOK_SECONDS if looked else RETRY_SECONDS)
            try:
                looked = self.look()
            except Exception:
                log.exception("the clock could not be compared")
