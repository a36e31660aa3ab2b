"""The run of all tests: what they need, the checks, pytest under coverage, the gates, and one line at the end.

Prints as it goes. Knows which tools there are, by `checks`, and which tests run together, by `lanes`; knows nothing of
what the tests test.
"""

import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from challenge.cli import browsers, checks, frontend, lanes, node
from challenge.cli.checks import Check
from challenge.cli.lanes import Lane
from challenge.cli.terminal import console, heading
from challenge.cli.trouble import Trouble
from challenge.config import ROOT, environment


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the tests."""

    passed: int
    failed: int
    skipped: int


def in_ci() -> bool:
    """Whether this is a run that may not leave anything out."""
    return environment().get("CI", "").lower() not in ("", "0", "false", "no")


def run_some(arguments: Sequence[str]) -> int:
    """Run pytest alone, with the arguments that a developer gave. Returns its exit code."""
    with_needs = _set_up()
    heading("Tests (those you named: no checks, no coverage)")
    return _call(checks.python("pytest", *arguments), with_needs)


def run_all() -> int:
    """Run everything; the last line says how it went. Returns 0 when nothing failed and, in CI, nothing was skipped."""
    began = time.monotonic()
    with_needs = _set_up()
    failed = [check.name for check in checks.STATIC if not _passes(check, with_needs)]
    counts = _tested(with_needs)
    failed += [check.name for check in checks.COVERAGE if not _passes(check, with_needs)]
    _say_what_is_missing(with_needs)
    return _conclude(counts, failed, seconds=time.monotonic() - began)


def _set_up() -> dict[str, str]:
    """Bring what the tests need. Returns the environment to run them in."""
    heading("What the tests need")
    try:
        node.bring(node.Packages.TESTS)
    except Trouble as trouble:
        console.print(f"axe and Lighthouse are missing. {trouble}", style="bold yellow", markup=False)
    frontend.build()
    chromium = browsers.bring_chromium()
    return {**environment(), "PYTHONPATH": str(ROOT), "TEST_CHROMIUM": str(chromium or "")}


def _passes(check: Check, env: dict[str, str]) -> bool:
    heading(check.name)
    passed = _call(check.command, env) == 0
    console.print("[green]passed[/]" if passed else "[bold red]FAILED[/]")
    return passed


def _tested(env: dict[str, str]) -> Counts:
    """Run every lane. Those beside the first are shown once they have ended, so that no lines mix."""
    _call(checks.python("coverage", "erase"), env)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        first, *others = lanes.SIDE_BY_SIDE
        meanwhile = [_Beside(lane, folder, env) for lane in others]
        counts = [_in_sight(first, folder, env)]
        counts += [each.shown() for each in meanwhile]
        counts += [_in_sight(lane, folder, env) for lane in lanes.ALONE]
    return Counts(*(sum(each) for each in zip(*map(astuple, counts), strict=True)))


def _in_sight(lane: Lane, folder: Path, env: dict[str, str]) -> Counts:
    heading(f"Tests: {lane.name}")
    report = folder / f"{lane.name}.xml"
    _call(lane.command(report), env)
    return counted(report)


class _Beside:
    """A lane that runs while others do, and what it says meanwhile."""

    def __init__(self, lane: Lane, folder: Path, env: dict[str, str]) -> None:
        self._name = lane.name
        self._report = folder / f"{lane.name}.xml"
        self._said = folder / f"{lane.name}.txt"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(lane.command(self._report), cwd=ROOT, env=env, stdout=said, stderr=said)

    def shown(self) -> Counts:
        """Wait for its end, and show it."""
        self._process.wait()
        heading(f"Tests: {self._name} (ran beside the ones above)")
        console.print(self._said.read_text(encoding="utf-8", errors="replace"), markup=False)
        return counted(self._report)


def counted(report: Path) -> Counts:
    """The figures of pytest's report; a run that broke off before it wrote one counts as a failure."""
    try:
        suite = next(ET.parse(report).iter("testsuite"))  # noqa: S314 - our own pytest wrote it a moment ago
    except (OSError, ET.ParseError, StopIteration):
        return Counts(passed=0, failed=1, skipped=0)
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return Counts(passed=total - failed - skipped, failed=failed or int(total == 0), skipped=skipped)


def _say_what_is_missing(env: dict[str, str]) -> None:
    if env["TEST_CHROMIUM"]:
        return
    console.print(
        "\n[bold white on red] No Chromium was found or could be installed: the browser tests did NOT run. [/]\n"
        "Install one (Debian: apt install chromium) or name one in CHROMIUM, and run the tests again."
    )


def _conclude(counts: Counts, failed_checks: Sequence[str], *, seconds: float) -> int:
    heading("Altogether")
    if failed_checks:
        console.print(f"Checks that failed: {', '.join(failed_checks)}", style="bold red", markup=False)
    if counts.skipped and in_ci():
        console.print(f"In CI nothing may be skipped, and {counts.skipped} tests were.", style="bold red")
    failed = counts.failed + len(failed_checks) + (counts.skipped if in_ci() else 0)
    skipped = f", {counts.skipped} skipped" if counts.skipped and not in_ci() else ""
    console.print(f"{counts.passed} passed, {failed} failed{skipped} in {seconds:.0f} s")
    return 1 if failed else 0


def _call(command: Sequence[str], env: dict[str, str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
