"""What one run came to, as plain values: for people and for programs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from challenge.cli.load.ledger import Ledger
from challenge.cli.load.measures import Spread

SECOND = 1_000_000_000
PEAK_NS = SECOND // 4
"""A peak holds for a quarter of a second; the best of fewer answers would be luck."""


Burst = tuple[int, Sequence[int]]
"""The answers to one question: when the first was sent, and when each was kept (ns)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Acknowledged answers a second: in the best quarter of a second, and from the first sent to the last kept."""

    peak: float
    sustained: float


@dataclass(slots=True)
class Figures:
    """One server's run. Durations in ms; memory in KiB, CPU in µs, each for one phone (and, of CPU, one question).

    generator: our own share of a core while questions were played, the most of it while a question was answered, and
    the longest time that the loop was busy (ms).
    """

    phones: int
    questions: int
    joined: int = 0
    joining_seconds: float = 0.0
    spreads: dict[str, Spread] = field(default_factory=dict)
    memory_kib: float = 0.0
    cpu_joining_us: float = 0.0
    cpu_us: float = 0.0
    generator_share: float = 0.0
    generator_answering: float = 0.0
    generator_stall_ms: float = 0.0
    rate: Rate = field(default_factory=lambda: Rate(0, 0))
    ledger: Ledger | None = None
    refused: dict[str, int] = field(default_factory=dict)
    reconnects: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether something happened that must not: an answer lost or doubled, or a phase that did not end."""
        broken = self.ledger is not None and (self.ledger.lost or self.ledger.doubled)
        return bool(broken or self.problems)


def rate(bursts: Sequence[Burst]) -> Rate:
    """How fast answers were kept."""
    lasting = [(max(kept) - first, len(kept)) for first, kept in bursts if kept]
    seconds = sum(took for took, _ in lasting) / SECOND
    return Rate(
        peak=max((_busiest(sorted(kept)) for _, kept in bursts if kept), default=0) * SECOND / PEAK_NS,
        sustained=round(sum(count for _, count in lasting) / seconds, 1) if seconds else 0.0,
    )


def _busiest(ordered: Sequence[int]) -> int:
    """The most that came within one peak's time."""
    return max(bisect_left(ordered, at + PEAK_NS) - place for place, at in enumerate(ordered))
