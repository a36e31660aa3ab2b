"""Slows down whoever guesses codes or floods a sitting, and nobody else.

A college is one address, so an address never shuts anybody out. A browser that guesses wrong again and again has to
wait; an address from which very many wrong codes come is answered slowly, right codes included, and the QR code's door
key passes at once whatever its neighbours did.
"""

import secrets
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import structlog
from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter
from redis import RedisError

from challenge.rules.refusal import Refused

WRONG_A_BROWSER = RateLimitItemPerMinute(8)
WRONG_AN_ADDRESS = RateLimitItemPerMinute(120)
JOINS_A_SITTING = RateLimitItemPerSecond(100, 10)
"""A hall of a hundred teams that scans one QR code may press “Join in” together. At this rate a flood takes 25
seconds to fill a sitting, and a locked door ends it."""

PRACTICE_A_BROWSER = RateLimitItemPerMinute(240)
"""Answers and readings of one phone: far more than two people can type, and a college's phones don't count together."""

SLOW_SECONDS = 2.0
MOST_HELD = 20
ALONE_SECONDS = 5.0
"""How long Redis is not asked again after it did not answer."""
log: Any = structlog.get_logger()

TOO_MANY_WRONG = Refused("slow_down", "That's a lot of wrong codes. Wait a minute, or scan the QR code on the board.")
TOO_MANY_AT_ONCE = Refused("slow_down", "Very many codes are being tried here. Scan the QR code: it works at once.")
TOO_MANY_JOINS = Refused("slow_down", "Many teams are coming in at this moment. Wait ten seconds and press again.")
TOO_MUCH_PRACTICE = Refused("slow_down", "That's a lot at once. Wait a moment: we send it again.")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who knocks: the browser's own token, and the address that it shares with its college."""

    token: str
    address: str


class Doorkeeper:
    """Counts wrong codes, joins and practice, in memory or in Redis."""

    def __init__(self, redis_url: str | None, *, slow_seconds: float = SLOW_SECONDS) -> None:
        self._shared = _limiter(redis_url) if redis_url else None
        self._own = _limiter("memory://")
        self._shared_again_at = 0.0
        self._slow_seconds = slow_seconds
        self._held: Counter[str] = Counter()
        self._counting = threading.Lock()

    def refuse_guess(self, visitor: Visitor) -> Refused | None:
        """Whether this visitor may try a code now; takes its time where very many wrong ones came from."""
        if not self._asked("test", WRONG_A_BROWSER, "browser", visitor.token):
            return TOO_MANY_WRONG
        if self._asked("test", WRONG_AN_ADDRESS, "address", visitor.address):
            return None
        with self._holding(visitor.address) as held:
            if held > MOST_HELD:
                return TOO_MANY_AT_ONCE
            time.sleep(self._slow_seconds)
        return None

    def note_wrong_code(self, visitor: Visitor) -> None:
        """A code was wrong."""
        self._asked("hit", WRONG_A_BROWSER, "browser", visitor.token)
        self._asked("hit", WRONG_AN_ADDRESS, "address", visitor.address)

    def refuse_join(self, sitting_id: int) -> Refused | None:
        """Whether more teams are coming into a sitting than a room of people could be; counts this one."""
        return None if self._asked("hit", JOINS_A_SITTING, "sitting", str(sitting_id)) else TOO_MANY_JOINS

    def refuse_practice(self, visitor: Visitor) -> Refused | None:
        """Whether a browser asks more of practice than people can; counts this time."""
        return None if self._asked("hit", PRACTICE_A_BROWSER, "practice", visitor.token) else TOO_MUCH_PRACTICE

    def _asked(self, what: Literal["test", "hit"], limit: RateLimitItem, *who: str) -> bool:
        """Whether the limit has room. While Redis is away each process counts for itself: nobody waits at the door."""
        if self._shared is not None and time.monotonic() >= self._shared_again_at:
            try:
                return bool(getattr(self._shared, what)(limit, *who))
            except (RedisError, OSError) as error:
                log.warning("wrong codes are counted by each process alone", reason=str(error))
                self._shared_again_at = time.monotonic() + ALONE_SECONDS
        return bool(getattr(self._own, what)(limit, *who))

    @contextmanager
    def _holding(self, address: str) -> Iterator[int]:
        with self._counting:
            self._held[address] += 1
            held = self._held[address]
        try:
            yield held
        finally:
            with self._counting:
                self._held[address] -= 1
                if not self._held[address]:
                    del self._held[address]


def _limiter(url: str) -> MovingWindowRateLimiter:
    patience = {} if url.startswith("memory") else {"socket_timeout": 1, "socket_connect_timeout": 1}
    return MovingWindowRateLimiter(storage_from_string(url, **patience))


def new_visitor_token() -> str:
    """A token for a browser that has none."""
    return secrets.token_urlsafe(12)
