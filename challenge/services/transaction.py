"""The database: one commit for each thing done, then the announcements of what became true.

SQLite has one writer. In one process a lock keeps writers in line, so that none meets "database is locked"; between
the first write and the commit nobody may yield to other connections.

PostgreSQL has many, and is elsewhere: what is cut off is noticed in seconds, on both sides.
"""

import hashlib
import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Engine, Integer, any_, create_engine, event, literal, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from challenge.announcements import Fact
from challenge.services.trouble import trouble_of

LOCK_RETRIES = 40
LOCK_PAUSE_SECONDS = 0.05

MOST_AT_ONCE, MOST_URGENT = 7, 3
"""Connections of one process: nine processes fit into the hundred that PostgreSQL takes unless told otherwise."""
QUEUE_SECONDS = 10.0

MOST_SILENT_MS = 2_500
"""A network that is cut, and a process that sleeps with a transaction open, are given up after this long."""

log: Any = structlog.get_logger()


class StorageTroubleError(Exception):
    """The database can't be read or written now; nothing was changed. The text says it to a host."""


class StorageBusyError(StorageTroubleError):
    """Only this piece of work was in another's way; nothing was changed, and all other work goes on."""


class Database:
    """Sessions of one database, and the listeners to what is committed there."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = create_engine(url, **_options(url))
        self._listeners: list[Callable[[Fact], None]] = []
        self._is_file = self.engine.dialect.name == "sqlite"
        # Reading needs no transaction on a server: each question is put to what is committed at that moment.
        self._readers = self.engine if self._is_file else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writing = threading.RLock() if self._is_file else nullcontext()
        self._places = threading.BoundedSemaphore(MOST_AT_ONCE)
        (_tame_sqlite if self._is_file else _tame_server)(self.engine)

    @property
    def has_clock(self) -> bool:
        """Whether the database is a server with a clock of its own, the same for all who use it."""
        return not self._is_file

    def fingerprint(self) -> str:
        """Tells this database from every other, however its address is written. Raises StorageTroubleError."""
        place: Any = self.engine.url.database
        if not self._is_file:
            with self.reading() as db:
                place = db.execute(text("SELECT system_identifier, current_database() FROM pg_control_system()")).one()
        return hashlib.sha256(str(place).encode()).hexdigest()[:16]

    def subscribe(self, listener: Callable[[Fact], None]) -> None:
        """Call `listener` with each fact after the commit that made it true."""
        self._listeners.append(listener)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back whole. Raises StorageTroubleError."""
        with self._place(), self._written() as db:
            yield db
        self._publish(db)

    @contextmanager
    def urgent(self) -> Iterator[Session]:
        """A transaction that never queues behind a crowd: for the clock and for answers."""
        with self._written() as db:
            yield db
        self._publish(db)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads. Raises StorageTroubleError."""
        with self._place(), _trouble(), Session(self._readers) as db:
            yield db

    def clock_ms(self) -> float:
        """The server's time, in milliseconds since 1970. Raises StorageTroubleError."""
        with _trouble(), Session(self._readers) as db:
            return float(db.execute(text("SELECT extract(epoch FROM clock_timestamp()) * 1000")).scalar_one())

    @contextmanager
    def _written(self) -> Iterator[Session]:
        with _trouble(), self._writing, Session(self.engine) as db:
            _begin_writing(db)
            yield db
            db.commit()

    @contextmanager
    def _place(self) -> Iterator[None]:
        if self._is_file:
            yield
            return
        if not self._places.acquire(timeout=QUEUE_SECONDS):
            raise StorageBusyError("Too many people want something of the database at once.")
        try:
            yield
        finally:
            self._places.release()

    def _publish(self, db: Session) -> None:
        for fact in db.info.get("facts", {}):
            for listener in self._listeners:
                try:
                    listener(fact)
                except Exception:
                    # What is committed is done: whoever did it must not hear that it failed because its news did.
                    log.exception("a fact could not be told", fact=fact)


def announce(db: Session, fact: Fact) -> None:
    """Publish `fact` once the running transaction is committed; each fact once, where it was announced last."""
    facts: dict[Fact, None] = db.info.setdefault("facts", {})
    facts.pop(fact, None)
    facts[fact] = None


def announced(db: Session) -> list[Fact]:
    """What will be published once the running transaction is committed."""
    return list(db.info.get("facts", {}))


@contextmanager
def attempt(db: Session) -> Iterator[None]:
    """Work that may meet a row which another process stored at this moment: IntegrityError undoes it, and only it.

    SQLite has one writer, so nobody can be met there; and a full disk undoes its savepoints before they can be.
    """
    if db.get_bind().dialect.name == "sqlite":
        yield
        db.flush()
        return
    with db.begin_nested():
        yield


def among(db: Session, column: InstrumentedAttribute[int], ids: Collection[int]) -> ColumnElement[bool]:
    """`column IN ids`, for many ids: PostgreSQL gets them as one value and so plans the question once for all."""
    if db.get_bind().dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(Integer)))
    return column.in_(ids)


def wait_for_locks(db: Session, *, at_most_ms: int) -> None:
    """End the running transaction with StorageBusyError rather than wait longer than this for another's."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text(f"SET LOCAL lock_timeout = {at_most_ms:d}"))


def _options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        # SQLite waits in C, where nobody else can run: hardly at all, so that the waiting is done between the tries.
        return {"connect_args": {"timeout": 0.01, "check_same_thread": False}}
    return {
        "pool_size": MOST_AT_ONCE + MOST_URGENT,
        "max_overflow": 0,
        "pool_timeout": QUEUE_SECONDS,
        "pool_pre_ping": True,
        "connect_args": {
            "connect_timeout": 2,
            "keepalives_idle": 1,
            "keepalives_interval": 1,
            "keepalives_count": 2,
            "tcp_user_timeout": MOST_SILENT_MS,
        },
    }


def _tame_server(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        # Whoever sleeps, or is cut off, with locks in hand must not keep a whole sitting waiting.
        connection.execute(f"SET idle_in_transaction_session_timeout = {MOST_SILENT_MS}")
        connection.commit()


def _tame_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        # The driver's own BEGIN is deferred: a writer could start as a reader and then fail to become one.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_writing(db: Session) -> None:
    """Begin at once, waiting a little for another process's writer; nothing is done yet, so trying again is safe."""
    retries = LOCK_RETRIES
    while True:
        try:
            db.connection(execution_options={"writes": True})
            return
        except DBAPIError as error:
            if "locked" not in str(error.orig) or retries == 0:
                raise
            retries -= 1
            db.rollback()
            time.sleep(LOCK_PAUSE_SECONDS)


@contextmanager
def _trouble() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if (trouble := trouble_of(error)) is None:
            raise
        raise (StorageBusyError if trouble.passing else StorageTroubleError)(trouble.reason) from error
