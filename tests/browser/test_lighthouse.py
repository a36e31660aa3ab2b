"""Lighthouse, as a slow phone on a slow network, on the pages that a team sees."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright

from challenge.config import ROOT
from tests.browser import preparing
from tests.browser.conftest import ARGUMENTS

pytestmark = [pytest.mark.needs_browser, pytest.mark.needs_lighthouse]

CLI = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100}
RUNS = 3
"""A busy machine is slow in itself: performance is the best of up to this many runs."""

Examine = Callable[[str], dict]


@pytest.fixture
def profile(playwright: Playwright, chromium_path: Path, free_port: int, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser that Lighthouse takes over, with whatever cookies it was given: a bare header misses the socket."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile",
        executable_path=chromium_path,
        args=[*ARGUMENTS, f"--remote-debugging-port={free_port}"],
    )
    yield context
    context.close()


@pytest.fixture
def examine(profile: BrowserContext, free_port: int, tmp_path: Path) -> Examine:
    """Lighthouse's report on an address, throttled as it does by default."""

    def run(address: str) -> dict:
        report = tmp_path / "report.json"
        node = shutil.which("node") or str(ROOT / ".venv" / "bin" / "node")
        aims = [f"--port={free_port}", f"--only-categories={','.join(WANTED)}", "--quiet"]
        leave_out = ["--disable-storage-reset", "--disable-full-page-screenshot"]
        command = [node, str(CLI), address, *aims, *leave_out, "--output=json", f"--output-path={report}"]
        subprocess.run(command, check=True, timeout=120)
        return json.loads(report.read_text())

    return run


def test_lighthouse_is_content_with_the_page_for_the_code(examine, server):
    assert short_of(examine, f"{server.address}/join") == []


def test_lighthouse_is_content_with_a_phone_in_the_lobby(examine, profile, server, conduct):
    room = preparing.room(server, ["choice"])
    secret = preparing.pass_for(room, "Prime Suspects", "Aisha")
    host = conduct(room)
    profile.add_cookies([{"name": "pass", "value": secret, "url": server.address}])

    short = short_of(examine, f"{server.address}/play")

    host.wait("state", lambda told: told["teams"][0]["here"])
    assert short == []


def short_of(examine: Examine, address: str) -> list[str]:
    """What Lighthouse wants better, where a score is too low."""
    for _ in range(RUNS):
        report = examine(address)
        scores = {name: round(100 * category["score"]) for name, category in report["categories"].items()}
        print(f"\nLighthouse on {address}: {scores}")
        if scores["performance"] >= WANTED["performance"]:
            break
    low = [name for name, wanted in WANTED.items() if scores[name] < wanted]
    return [complaint for name in low for complaint in complaints(report, name)]


def complaints(report: dict, category: str) -> list[str]:
    """The audits that cost points in one category."""
    refs = [ref["id"] for ref in report["categories"][category]["auditRefs"] if ref["weight"]]
    audits = [report["audits"][id_] for id_ in refs]
    poor = [audit for audit in audits if audit["score"] not in (None, 1)]
    return [f"{category}: {audit['id']} {audit['score']} {audit.get('displayValue', '')}" for audit in poor]
