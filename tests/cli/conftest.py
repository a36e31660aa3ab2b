"""A project folder with a Python that only pretends to install: setting up without a network."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from challenge.config import settings_from

PRETEND = """#!/bin/sh
echo "$@" >> "{log}"
case "$*" in *"pip install"*) sleep "$(cat {folder}/takes)"; cat {folder}/says; exit "$(cat {folder}/ends)";; esac
"""


@dataclass(frozen=True)
class Project:
    """A root folder with lock files and a pretended environment."""

    root: Path

    def installs(self) -> list[str]:
        """The installations that were asked for, by the name of the lock."""
        log = self.root / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        return [Path(line.split()[-1]).name for line in lines if "pip install" in line]

    def pip(self, *, says: str = "", ends: int = 0, takes: float = 0) -> None:
        """What the pretended pip does from now on."""
        for name, value in {"says": says, "ends": ends, "takes": takes}.items():
            (self.root / name).write_text(str(value))


@pytest.fixture
def project(tmp_path):
    if sys.platform == "win32":
        pytest.skip("the pretended Python is a shell script")
    (tmp_path / "requirements.lock").write_text("flask==3 \\\n    --hash=sha256:aa\n")
    (tmp_path / "requirements-test.lock").write_text("pytest==9 \\\n    --hash=sha256:bb\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PRETEND.format(log=tmp_path / "log", folder=tmp_path))
    python.chmod(0o755)
    made = Project(tmp_path)
    made.pip()
    return made


@pytest.fixture
def environ(tmp_path):
    """The environment of a program that keeps everything of its own in a folder of the test."""
    ours = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "REDIS_URL")}
    return {**ours, "CHALLENGE_INSTANCE": str(tmp_path / "instance"), "PYTHONUNBUFFERED": "1"}


@pytest.fixture
def settings(tmp_path):
    """The settings of a program that keeps everything of its own in a folder of the test."""
    return settings_from({"CHALLENGE_INSTANCE": str(tmp_path / "instance")}, secret_key="a key for tests")
