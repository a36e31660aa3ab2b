"""Which tests run together: each lane is one pytest, and some lanes run at the same time.

What must not be disturbed, because it waits for clocks, kills servers or times what they do, has its lane to itself.
This module must not know how lanes are run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from challenge.cli.checks import python
from challenge.config import ROOT


@dataclass(frozen=True, slots=True)
class Lane:
    """The tests in some places under tests/. coverage: its options; None where coverage does not look on.

    Coverage that follows green threads takes a third longer; any coverage takes twice the time.
    """

    name: str
    places: tuple[str, ...]
    coverage: tuple[str, ...] | None = ()

    def command(self, report: Path) -> tuple[str, ...]:
        """The command line that runs it and writes a JUnit report."""
        tests = ("pytest", f"--junitxml={report}", *(f"tests/{place}" for place in self.places))
        return python(*tests) if self.coverage is None else python("coverage", "run", *self.coverage, "-m", *tests)


BY_THEMSELVES = tuple(sorted(path.name for path in (ROOT / "tests").glob("test_*.py")))
"""The files that are in no folder."""

SIDE_BY_SIDE: Sequence[Lane] = (
    Lane("Pages in a browser", ("browser",)),
    Lane(
        "Rules, puzzles, services and pages",
        ("catalogue", "models", "reports", "rules", "services", "web", *BY_THEMSELVES),
        ("--concurrency=thread",),
    ),
    Lane("Proofs and structure", ("architecture", "proofs"), None),
)
"""The first is shown as it runs, the others when they have ended."""

ALONE: Sequence[Lane] = (Lane("Commands, live rounds and faults", ("cli", "faults", "live", "promises")),)
