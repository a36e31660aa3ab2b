"""What the simulated teams lived through, counted: for people as a table, for programs as JSON."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rich.table import Table

from challenge.cli.percentiles import percentile

MOST_ERRORS_KEPT = 50
BROKEN = ("broken", "malformed", "unreadable", "unknown_field", "missing_field", "too_long", "not_now", "unknown")
"""Refusals that no honest phone should ever meet."""


@dataclass(slots=True)
class Figures:
    """Counts of one run. Times are milliseconds. `question`: the furthest that any team has seen."""

    teams: int
    joined: int = 0
    finished: int = 0
    removed: int = 0
    question: int = 0
    sent: int = 0
    resent: int = 0
    acknowledged: int = 0
    lost: int = 0
    cuts: int = 0
    unplanned: int = 0
    reconnects: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    outside: Counter[str] = field(default_factory=Counter)
    waits_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, by: int = 1) -> None:
        """Count something once more."""
        with self._lock:
            setattr(self, what, getattr(self, what) + by)

    def kept(self, wait_ms: float) -> None:
        """An answer was acknowledged, so long after it was sent."""
        with self._lock:
            self.acknowledged += 1
            self.waits_ms.append(wait_ms)

    def refuse(self, code: str, message: str) -> None:
        """An answer was refused."""
        with self._lock:
            self.refused[code] += 1
        if code in BROKEN:
            self.error(f"refused as {code}: {message}")

    def leave_outside(self, message: str) -> None:
        """A team could not come in."""
        with self._lock:
            self.outside[message] += 1

    def error(self, what: str) -> None:
        """Something happened that must not."""
        with self._lock:
            if len(self.errors) < MOST_ERRORS_KEPT:
                self.errors.append(what)

    def see(self, question: int) -> None:
        """A team has come to this question of the round."""
        with self._lock:
            self.question = max(self.question, question)


def as_json(figures: Figures) -> dict[str, Any]:
    """The figures as plain values."""
    waits = sorted(figures.waits_ms)
    return {
        "teams": figures.teams,
        "joined": figures.joined,
        "outside": dict(figures.outside),
        "finished": figures.finished,
        "removed": figures.removed,
        "questions": figures.question,
        "answers": {
            "sent": figures.sent,
            "resent": figures.resent,
            "acknowledged": figures.acknowledged,
            "refused": dict(figures.refused),
            "lost": figures.lost,
        },
        "connections": {"cut": figures.cuts, "broken": figures.unplanned, "reconnects": figures.reconnects},
        "acknowledgement_ms": {
            "p50": round(percentile(waits, 0.50), 1),
            "p95": round(percentile(waits, 0.95), 1),
            "p99": round(percentile(waits, 0.99), 1),
            "max": round(max(waits, default=0.0), 1),
        },
        "errors": list(figures.errors),
    }


def as_table(figures: Figures) -> Table:
    """The figures for people."""
    told = as_json(figures)
    answers, waits, lines = told["answers"], told["acknowledgement_ms"], told["connections"]
    refused = ", ".join(f"{code} {count}" for code, count in sorted(answers["refused"].items())) or "none"
    table = Table(show_header=False, box=None, padding=(0, 2))
    for name, value in (
        ("Teams that joined", f"{figures.joined} of {figures.teams}"),
        ("Teams that played to the end", str(figures.finished)),
        ("Answers sent", f"{answers['sent']}, and {answers['resent']} again"),
        ("Answers acknowledged", str(answers["acknowledged"])),
        ("Answers refused", refused),
        ("Answers without a reply", str(answers["lost"])),
        ("Connections cut on purpose", str(lines["cut"])),
        ("Connections lost otherwise", str(lines["broken"])),
        ("Came back", str(lines["reconnects"])),
        ("Acknowledged after", "p50 {p50}, p95 {p95}, p99 {p99}, longest {max} ms".format(**waits)),
        ("Errors", str(len(figures.errors))),
    ):
        table.add_row(name, value)
    return table
