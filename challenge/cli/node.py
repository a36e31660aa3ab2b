"""npm: finds one, or installs the one that comes as a Python package, and brings the locked JavaScript packages.

Nothing of npm's runs later: the files that browsers need are copied, and Node.js itself only serves the tests.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path

from challenge.cli import bootstrap
from challenge.cli.exclusive import exclusive
from challenge.cli.terminal import console, long_step
from challenge.cli.trouble import of_npm
from challenge.config import ROOT, environment

OLDEST_NPM = 7  # the first that reads the lock file


class Packages(Enum):
    """Which of the packages in package-lock.json are wanted."""

    PROGRAM = "program"
    TESTS = "tests"


OPTIONS: Mapping[Packages, Sequence[str]] = {Packages.PROGRAM: ["--omit=dev"], Packages.TESTS: []}


def bring(packages: Packages, root: Path = ROOT) -> None:
    """Bring `node_modules` up to package-lock.json; at once when it is already there.

    Raises Trouble with the remedy.
    """
    with exclusive(root / "instance" / "npm.lock", _say_that_we_wait):
        if _brought(packages, root):
            return
        npm = find_npm(root)
        with long_step(f"Bringing the browser's files with {npm} …"):
            _install(npm, packages, root)
        _stamp(packages, root).write_text(_digest(root))


def find_npm(root: Path = ROOT) -> Path:
    """The machine's npm if it is new enough, else the one from PyPI, which is installed first."""
    found = shutil.which("npm")
    if found and _version(found) >= OLDEST_NPM:
        return Path(found)
    own = bootstrap.python_of(root / ".venv").with_name("npm.exe" if os.name == "nt" else "npm")
    bootstrap.prepare([bootstrap.NODE], root)
    return own


def _say_that_we_wait() -> None:
    console.print("Another start of this program is bringing the browser's files. Waiting for it to finish …")


def _version(npm: str) -> int:
    answer = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.strip().partition(".")[0]
    return int(major) if answer.returncode == 0 and major.isdigit() else 0


def _install(npm: Path, packages: Packages, root: Path) -> None:
    # npm finds its Node.js by the PATH; the one beside it is the one that it was made for.
    settings = {**environment(), "PATH": os.pathsep.join((str(npm.parent), environment().get("PATH", "")))}
    command = [str(npm), "ci", *OPTIONS[packages], "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise of_npm(done.stdout + done.stderr)


def _brought(packages: Packages, root: Path) -> bool:
    """Whether the wanted packages are there; the tests' set holds the program's."""
    enough = {packages, Packages.TESTS}
    return any(_read(_stamp(kind, root)) == _digest(root) for kind in enough)


def _stamp(packages: Packages, root: Path) -> Path:
    """Written last, and swept away with everything else when npm starts anew."""
    return root / "node_modules" / f".brought-for-{packages.value}"


def _read(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


def _digest(root: Path) -> str:
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
