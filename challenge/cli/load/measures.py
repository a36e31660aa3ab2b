"""Figures of a run: many durations under one name, and what they come to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from challenge.cli.percentiles import percentile


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds: half of the values are at most p50, and so on. All zero where nothing was measured."""

    count: int
    p50: float
    p95: float
    p99: float
    max: float


class Samples:
    """Durations in milliseconds, by what they are of."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, milliseconds: float) -> None:
        """Note one more."""
        self._values[name].append(milliseconds)

    def of(self, name: str) -> Sequence[float]:
        """All of one name, in the order in which they came."""
        return self._values.get(name, ())

    def spread(self, name: str) -> Spread:
        """What they come to."""
        values = sorted(self.of(name))
        shares = [round(percentile(values, share), 1) for share in (0.50, 0.95, 0.99, 1.0)]
        return Spread(len(values), *shares)
