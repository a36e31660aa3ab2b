"""What all phones of one run share: where they connect, how they play, and what is counted."""

import random
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from challenge.cli.load.measures import Samples
from challenge.cli.load.news import News, Reader
from challenge.cli.load.wire import Wire

MILLISECOND = 1_000_000
MEASURED = {"read": "question", "open": "opening", "revealed": "reveal"}
"""The state of the round that a `moved` brings, and what its way to a phone is called in the figures."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How phones play.

    window: seconds over which the answers to a question are spread; 0: everybody at once. burst: how many answers each
    phone sends to a question by itself, each after the last was acknowledged; 0: only what `Phone.answer` is told to.
    """

    window: float = 2.0
    burst: int = 1


class Crowd:
    """Shared by the phones of one run.

    present: how many phones have got their `state`. kept, refused: answers, each counted once. waiting: answers sent or
    due that are neither. heard: how many phones have heard of (question number, state). since: when the host said so
    (ms), for servers that don't say when they sent. returns: whether a phone that is cut off comes back.
    """

    def __init__(self, wire: Wire, addresses: Sequence[str], *, manner: Manner, seed: int) -> None:
        self.wire, self.manner = wire, manner
        self.run = secrets.token_hex(4)
        self.samples = Samples()
        self.reader = Reader(seed)
        self.chance = random.Random(seed)  # noqa: S311 - simulated people, not secrets
        self.present = self.kept = self.waiting = self.repeated = 0
        self.refused: Counter[str] = Counter()
        self.received: Counter[str] = Counter()
        self.heard: Counter[tuple[int, str]] = Counter()
        self.since = 0.0
        self.last_kept_at = 0
        self.returns = True
        self._addresses = [_place(address) for address in addresses]

    def go_to(self, addresses: Sequence[str]) -> None:
        """Connect there from now on."""
        self._addresses = [_place(address) for address in addresses]

    def address(self, number: int) -> tuple[str, int]:
        """Where a phone connects, by its number; the next number leads to the next address."""
        return self._addresses[number % len(self._addresses)]

    def moved(self, news: News, at: int) -> None:
        """A `moved` came to a phone that had not heard of it; at: when, in ns."""
        name = MEASURED.get(news.state)
        sent = self.since if news.at is None else news.at
        if name is not None and sent:
            self.samples.add(name, at / MILLISECOND - sent)

    def since_now(self) -> None:
        """The host is about to press: what comes of it is measured from here, unless the server says better."""
        self.since = time.time_ns() / MILLISECOND


def _place(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "127.0.0.1", parts.port or 80
