"""Where answers queue for the one writer.

The writer gathers what comes within a few milliseconds, stores it in one transaction, and only after the commit tells
each phone. The queue is bounded: a phone that finds it full is told to wait, and nothing is dropped in silence.
"""

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

import structlog

from challenge.rules.refusal import Refused
from challenge.services.responding import Arrival, Outcome, take
from challenge.services.transaction import Database, StorageTroubleError

MOST_AT_ONCE = 500
BUSY = Refused("busy", "So many answers at once! Yours is safe on this phone, and we'll send it again.")
NOT_SAVED = Refused("storage", "We couldn't save that just now. It's safe on this phone, and we'll send it again.")
BROKEN = Refused("broken", "Something went wrong on our side. Choose your answer again.")

Reply = Callable[[Outcome], None]
log: Any = structlog.get_logger()


class Inbox:
    """A bounded queue of answers and its writer."""

    def __init__(
        self, database: Database, *, size: int, gather_ms: int, most_credit_ms: int, trouble: Callable[[str], None]
    ) -> None:
        self._database = database
        self._queue: queue.Queue[tuple[Arrival, Reply]] = queue.Queue(maxsize=size)
        self._gather_seconds = gather_ms / 1_000
        self._most_credit_ms = most_credit_ms
        self._trouble = trouble

    def start(self) -> None:
        """Let the writer run, for as long as the process does."""
        threading.Thread(target=self._run, name="inbox", daemon=True).start()

    def put(self, arrival: Arrival, reply: Reply) -> None:
        """Queue an answer; `reply` gets its outcome after the commit, or BUSY at once."""
        try:
            self._queue.put_nowait((arrival, reply))
        except queue.Full:
            reply(BUSY)

    def submit(self, arrival: Arrival, *, wait_seconds: float) -> Outcome:
        """Queue an answer and wait for its outcome."""
        done: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self.put(arrival, done.put)
        try:
            return done.get(timeout=wait_seconds)
        except queue.Empty:
            return NOT_SAVED

    def _run(self) -> None:
        while True:
            first = self._queue.get()
            time.sleep(self._gather_seconds)
            self._store([first, *self._waiting()])

    def _waiting(self) -> list[tuple[Arrival, Reply]]:
        gathered: list[tuple[Arrival, Reply]] = []
        while len(gathered) < MOST_AT_ONCE - 1:
            try:
                gathered.append(self._queue.get_nowait())
            except queue.Empty:
                break
        return gathered

    def _store(self, batch: list[tuple[Arrival, Reply]]) -> None:
        for (_, reply), outcome in zip(batch, self._outcomes([arrival for arrival, _ in batch]), strict=True):
            try:
                reply(outcome)
            except Exception:
                log.exception("a phone could not be told its outcome")

    def _outcomes(self, arrivals: list[Arrival]) -> list[Outcome]:
        try:
            with self._database.urgent() as db:
                return take(db, arrivals, most_credit_ms=self._most_credit_ms)
        except StorageTroubleError as trouble:
            self._trouble(str(trouble))
            return [NOT_SAVED] * len(arrivals)
        except Exception:
            log.exception("answers could not be stored", count=len(arrivals))
        if len(arrivals) == 1:
            return [BROKEN]
        # One bad answer must not take the others with it.
        return [outcome for arrival in arrivals for outcome in self._outcomes([arrival])]
