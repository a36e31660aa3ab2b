"""The checks beside the tests: style, types, layers, templates, spelling. Each is one command; 0 means content."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from challenge.config import ROOT

BIN = Path(sys.executable).parent

JINJA = ("--profile=jinja", "--quiet")
NOT_OURS = "H015,H020,H030,H031,H043,J004,J018"
"""Not our rules: line breaks, places that scripts fill, words for search engines, submit buttons, url_for."""


@dataclass(frozen=True, slots=True)
class Check:
    """One command, and what it is called on the screen."""

    name: str
    command: tuple[str, ...]


def tool(name: str, *arguments: str) -> tuple[str, ...]:
    """The command line of a tool that is installed beside this Python."""
    return (str(BIN / name), *arguments)


def python(*arguments: str) -> tuple[str, ...]:
    """The command line of a module of this Python."""
    return (sys.executable, "-m", *arguments)


STATIC: Sequence[Check] = (
    Check("Style (ruff)", tool("ruff", "check", ".")),
    Check("Layout (ruff format)", tool("ruff", "format", "--check", ".")),
    Check("Types (mypy --strict)", python("mypy")),
    Check("Layers (import-linter)", tool("lint-imports", "--config", "setup.cfg")),
    Check("Templates (djlint)", tool("djlint", str(ROOT / "templates"), "--lint", f"--ignore={NOT_OURS}", *JINJA)),
    Check("Spelling (codespell)", tool("codespell")),
)

COVERAGE: Sequence[Check] = (
    Check("Gather the measurements", python("coverage", "combine", "--quiet")),
    Check(
        "Every branch of the rules and services",
        python("coverage", "report", "--include=challenge/rules/*,challenge/services/*", "--fail-under=100"),
    ),
    Check("Nine tenths of everything", python("coverage", "report", "--fail-under=90")),
)
