"""A Chromium for the tests: one on the PATH, else Playwright's own, else Debian's package.

Knows how to find and bring a browser; knows nothing of what the tests do with it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from challenge.cli.terminal import console, long_step
from challenge.config import environment

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PATIENCE_SECONDS = 60
"""A first launch on a cold machine may be slow; one that hangs must not hold the tests up for long."""

_ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def bring_chromium() -> Path | None:
    """A Chromium that runs, installed now if need be; None where none can be had."""
    for where in (on_the_path, _playwrights, _downloaded, _debians):
        found = where()
        if found and runs(found):
            console.print(f"Chromium: {found}", markup=False)
            return found
    return None


def on_the_path() -> Path | None:
    """The first Chromium among the names it goes by; CHROMIUM names another."""
    candidates = (environment().get("CHROMIUM", ""), *NAMES)
    found = (shutil.which(name) for name in candidates if name)
    return next((Path(path) for path in found if path), None)


def runs(chromium: Path) -> bool:
    """Whether it really opens a page: a stub that only points to a shop of snaps is on some machines' PATH."""
    command = [str(chromium), "--headless", *QUIET, "--dump-dom", "data:text/html,<p>here</p>"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "here" in answer.stdout


def _playwrights() -> Path | None:
    asked = subprocess.run([sys.executable, "-c", _ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    path = Path(asked.stdout.strip() or "missing")
    return path if path.is_file() else None


def _downloaded() -> Path | None:
    with long_step("No Chromium here yet. Downloading Playwright's (about 170 MB) …"):
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        _complain("Playwright's Chromium did not come down", done.stdout + done.stderr)
        return None
    return _playwrights()


def _debians() -> Path | None:
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        return None
    with long_step("Installing Debian's chromium …"):
        settings = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            done = subprocess.run(["apt-get", *step], env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        _complain("Debian's chromium could not be installed", done.stdout + done.stderr)
        return None
    return on_the_path()


def _complain(what: str, output: str) -> None:
    last = [line for line in output.splitlines() if line.strip()][-3:]
    console.print(f"{what}: {' '.join(last)[:400]}", style="yellow", markup=False)
