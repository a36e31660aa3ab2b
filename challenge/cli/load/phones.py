"""Thousands of light phones in one process.

    with Phones(["http://127.0.0.1:8000"], secrets) as phones:
        assert phones.connect(seconds=20)
        phones.until(lambda: phones.crowd.kept == 500, seconds=10)
        for sent in phones.acknowledged(): ...

Nothing happens by itself: the phones live while `until` or `rest` lets time pass. What shall happen meanwhile (a kill,
a cut) is given to `wire.later`. With several addresses the phones are dealt out in turn, and one that is cut off tries
the next. `secrets` are the values of the cookie `pass`.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from challenge.cli.load.crowd import Crowd, Manner
from challenge.cli.load.outbox import Sent
from challenge.cli.load.phone import Phone
from challenge.cli.load.wire import Wire

AT_ONCE = 64
LOOKS = 10
"""Phones are looked after in this many groups, one group each tenth of a second, each phone once a second."""


class Phones:
    """A crowd of phones and the loop that they live in. all: the phones, by their number."""

    def __init__(
        self,
        addresses: Sequence[str],
        secrets: Sequence[str],
        *,
        manner: Manner | None = None,
        wire: Wire | None = None,
        seed: int = 1,
    ) -> None:
        self.wire = wire or Wire()
        self.crowd = Crowd(self.wire, addresses, manner=manner or Manner(), seed=seed)
        self.all = [Phone(self.crowd, number, secret=secret) for number, secret in enumerate(secrets)]
        self._group = 0
        self._look()

    def __enter__(self) -> "Phones":
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def connect(self, *, seconds: float, at_once: int = AT_ONCE) -> bool:
        """Connect every phone, not more than `at_once` at a time; whether all were present in time."""
        coming = iter(self.all)
        started = 0

        def done() -> bool:
            nonlocal started
            while started - self.crowd.present < at_once and (phone := next(coming, None)) is not None:
                phone.connect()
                started += 1
            return self.everybody_in()

        return self.until(done, seconds=seconds)

    def everybody_in(self) -> bool:
        """Whether every phone is connected and has got its `state`."""
        return self.crowd.present >= len(self.all)

    def until(self, done: Callable[[], bool], *, seconds: float) -> bool:
        """Let the phones live until `done` says so; False when the seconds were over first."""
        return self.wire.until(done, seconds=seconds)

    def rest(self, seconds: float) -> None:
        """Let the phones live for some seconds."""
        self.wire.until(lambda: False, seconds=seconds)

    def sent(self) -> Iterator[Sent]:
        """Every answer of every phone."""
        for phone in self.all:
            yield from phone.sent.values()

    def acknowledged(self) -> list[Sent]:
        """The answers that the server said it has kept."""
        return [sent for sent in self.sent() if sent.kept_at]

    def close(self) -> None:
        """Cut every connection; nobody comes back."""
        self.crowd.returns = False
        for phone in self.all:
            phone.cut()
        self.wire.close()

    def _look(self) -> None:
        now = time.monotonic()
        for phone in self.all[self._group :: LOOKS]:
            phone.look(now)
        self._group = (self._group + 1) % LOOKS
        self.wire.later(1 / LOOKS, self._look)
