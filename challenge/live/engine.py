"""The clock that moves running rounds on, and notices outages. The truth is in the database; this only keeps time."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

import structlog

from challenge.announcements import Fact, RoundMoved
from challenge.services import clockwork
from challenge.services.clockwork import BEAT_MS, Running
from challenge.services.transaction import Database, StorageBusyError, StorageTroubleError

IDLE_SECONDS = 1.0
IDLE_MS = 1_000
RETRY_MS = 50
LEAST_WAIT_SECONDS = 0.005
log: Any = structlog.get_logger()


class Engine:
    """One thread that does what is due in the sittings whose clocks this process holds.

    holder: the name of this process, which no other has.
    """

    def __init__(
        self,
        database: Database,
        *,
        holder: str,
        now: Callable[[], int],
        trouble: Callable[[str], None],
        in_trouble: Callable[[], bool],
    ) -> None:
        self._database = database
        self._holder = holder
        self._now = now
        self._trouble = trouble
        self._in_trouble = in_trouble
        self._dues: dict[int, int] = {}
        self._versions: dict[int, int] = {}
        self._survey_at = 0
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._keeper: int | None = None
        database.subscribe(self.hear)

    def start(self) -> None:
        """Take up the rounds that are running; their clocks lost nothing while no engine ran."""
        threading.Thread(target=self._run, name="engine", daemon=True).start()

    def stop(self) -> None:
        """Let other processes have this one's clocks at once."""
        self._stopped.set()
        self._woken.set()
        try:
            with self._database.urgent() as db:
                clockwork.release(db, holder=self._holder)
        except StorageTroubleError as trouble:
            log.warning("the clocks will be taken over when their time is up", reason=str(trouble))

    def hear(self, fact: Fact) -> None:
        """A round was moved, here or in another process: its clock may have started, or be due at another time."""
        if isinstance(fact, RoundMoved) and threading.get_ident() != self._keeper:
            self._woken.set()

    def beat(self) -> float:
        """Do what is due; return how many seconds may pass until the next beat."""
        try:
            due = self._survey() if self._woken.is_set() or self._now() >= self._survey_at else []
            self._keep([*due, *(sitting_id for sitting_id, at in self._dues.items() if at <= self._now())])
        except StorageTroubleError as trouble:
            # Whose clocks they are has to be found out anew; meanwhile nobody's time passes.
            self._woken.clear()
            self._survey_at = 0
            self._dues.clear()
            self._trouble(str(trouble))
            return IDLE_SECONDS
        next_at = min([self._survey_at, *self._dues.values()])
        return min(max((next_at - self._now()) / 1_000, LEAST_WAIT_SECONDS), IDLE_SECONDS)

    def _survey(self) -> list[int]:
        """Say that our clocks are alive, take those that are free, and return the sittings that need a look."""
        # Before looking: what is heard meanwhile has to be looked at again.
        self._woken.clear()
        now = self._now()
        with self._database.reading() as db:
            found = clockwork.running(db)
        free = [each for each in found if clockwork.is_free(each, now=now)]
        ours = [each for each in found if each.holder == self._holder and each not in free]
        # In trouble something is written in any case: that it can be is what hosts want to know.
        claimed = self._write(now) if ours or free or self._in_trouble() else []
        self._trouble("")
        self._survey_at = now + (BEAT_MS if found else IDLE_MS)
        return [*claimed, *self._changed(ours)]

    def _write(self, now: int) -> list[int]:
        with self._database.urgent() as db:
            clockwork.renew(db, holder=self._holder, now=now)
        with self._database.urgent() as db:
            return clockwork.claim(db, holder=self._holder, now=now)

    def _changed(self, ours: list[Running]) -> list[int]:
        """Which of our sittings are not as we know them; what is no longer ours is forgotten."""
        known, self._versions = self._versions, {each.sitting_id: each.version for each in ours}
        self._dues = {each: at for each, at in self._dues.items() if each in self._versions}
        return [
            each
            for each, version in self._versions.items()
            # One just taken over may have moved since it was looked at: it is unknown, and so it is looked at again.
            if each not in self._dues or known.get(each) != version
        ]

    def _keep(self, sitting_ids: Iterable[int]) -> None:
        for sitting_id in dict.fromkeys(sitting_ids):
            if self._now() >= self._survey_at:
                # The leases come first; those that are left are found again.
                break
            try:
                next_at = self._keep_one(sitting_id)
            except StorageBusyError as busy:
                log.warning("a sitting could not be kept just now", sitting=sitting_id, reason=str(busy))
                next_at = self._now() + RETRY_MS
            except StorageTroubleError:
                raise
            except Exception:
                log.exception("a sitting could not be kept", sitting=sitting_id)
                next_at = self._now() + IDLE_MS
            if next_at is None:
                self._dues.pop(sitting_id, None)
            else:
                self._dues[sitting_id] = next_at

    def _keep_one(self, sitting_id: int) -> int | None:
        # Its own moves are no news to this thread.
        self._keeper = threading.get_ident()
        try:
            with self._database.urgent() as db:
                return clockwork.keep_one(db, sitting_id, holder=self._holder, now=self._now())
        finally:
            self._keeper = None

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                seconds = self.beat()
            except Exception:
                log.exception("the engine missed a beat")
                self._woken.clear()
                seconds = IDLE_SECONDS
            self._woken.wait(seconds)
