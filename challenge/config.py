"""Settings: read once from the environment, never changed afterwards."""

import os
import platform
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

ROOT = Path(__file__).resolve().parent.parent

AsyncMode = Literal["eventlet", "gevent", "threading"]

CONNECTIONS, BACKLOG = 20_000, 4_096
MOST_COUNTED = 1_000_000
"""No machine holds more connections; a number beyond it is a slip of the finger."""


def process_name() -> str:
    """A name for this process that no other process has, on any machine, before or after it."""
    return f"{platform.node() or 'here'}-{os.getpid()}-{secrets.token_hex(3)}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one running program was told. Paths are absolute; times are in milliseconds unless the name says so.

    public_url: where phones reach the program, without a slash at its end; found at start when it was not set.
    connections: the most that one process holds at once. backlog: the most that wait to be taken.
    ready_frames: news is written straight to the sockets; without it all goes through the library's own queues.
    proxies: how many proxies in front of the program are ours, so that their word for address and scheme counts.
    process: who this process is among all that share the database.
    """

    database_url: str
    secret_key: str
    instance: Path
    puzzles: Path
    redis_url: str | None = None
    async_mode: AsyncMode = "eventlet"
    public_url: str = "http://127.0.0.1:8000"
    https: bool = False
    grace_ms: int = 800
    most_credit_ms: int = 300
    gather_ms: int = 8
    inbox_size: int = 20_000
    connections: int = CONNECTIONS
    backlog: int = BACKLOG
    ready_frames: bool = True
    proxies: int = 0
    process: str = field(default_factory=process_name)


def settings_from(environ: Mapping[str, str], *, secret_key: str) -> Settings:
    """The settings that the environment asks for, with the defaults of a teacher's laptop.

    Raises ValueError naming the variable that is wrong.
    """
    instance = Path(environ.get("CHALLENGE_INSTANCE", ROOT / "instance")).resolve()
    return Settings(
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{instance / 'challenge.sqlite3'}",
        secret_key=secret_key,
        instance=instance,
        puzzles=Path(environ.get("CHALLENGE_PUZZLES", ROOT / "puzzles")).resolve(),
        redis_url=environ.get("REDIS_URL") or None,
        async_mode=_async_mode(environ),
        public_url=environ.get("CHALLENGE_PUBLIC_URL", "").rstrip("/"),
        https=_switch(environ, "CHALLENGE_HTTPS", "0"),
        connections=_count(environ, "CHALLENGE_CONNECTIONS", CONNECTIONS, least=1),
        backlog=_count(environ, "CHALLENGE_BACKLOG", BACKLOG, least=1),
        ready_frames=_switch(environ, "CHALLENGE_FRAMES", "1"),
        proxies=_count(environ, "CHALLENGE_PROXIES", 0, least=0),
    )


def environment() -> Mapping[str, str]:
    """The process's environment: the only place that reads it."""
    return os.environ


def _async_mode(environ: Mapping[str, str]) -> AsyncMode:
    mode = environ.get("CHALLENGE_ASYNC") or "eventlet"
    if mode not in get_args(AsyncMode):
        raise ValueError(f"CHALLENGE_ASYNC is {mode!r}. Use eventlet, gevent or threading.")
    return cast(AsyncMode, mode)


def _switch(environ: Mapping[str, str], name: str, default: str) -> bool:
    value = environ.get(name) or default
    if value not in ("0", "1"):
        raise ValueError(f"{name} is {value!r}. Use 1 for on or 0 for off.")
    return value == "1"


def _count(environ: Mapping[str, str], name: str, default: int, *, least: int) -> int:
    value = environ.get(name) or str(default)
    if not (re.fullmatch("[0-9]{1,7}", value) and least <= int(value) <= MOST_COUNTED):
        raise ValueError(f"{name} is {value[:40]!r}. Use a whole number from {least} to {MOST_COUNTED}.")
    return int(value)
