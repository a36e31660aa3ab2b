"""`bench`: thousands of light phones play a real round on a real server, and everything is measured and checked."""

import contextlib
import json
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from challenge.cli import frontend
from challenge.cli.load import bare, machine, measured
from challenge.cli.load.crowd import Manner
from challenge.cli.load.figures import Figures
from challenge.cli.load.measured import Plan
from challenge.cli.load.recording import Script
from challenge.cli.load.report import as_comparison, as_json, as_table, ratios
from challenge.cli.terminal import console, heading
from challenge.cli.trouble import Trouble

MOST_PHONES, MOST_QUESTIONS, MOST_BURST = 20_000, 15, 100


@click.command()
@click.option("--phones", default=1_000, show_default=True, type=click.IntRange(1, MOST_PHONES), help="How many.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes of the server.")
@click.option("--database", default=None, help="A PostgreSQL server, for a throw-away database. Else SQLite.")
@click.option("--redis", default=None, help="A Redis server, for more than one process.")
@click.option("--window", default=2.0, show_default=True, type=click.FloatRange(0, 60), help="Seconds to answer in.")
@click.option("--burst", default=1, show_default=True, type=click.IntRange(1, MOST_BURST), help="Answers a phone.")
@click.option("--questions", default=3, show_default=True, type=click.IntRange(1, MOST_QUESTIONS), help="How many.")
@click.option("--sittings", default=1, show_default=True, type=click.IntRange(1, 1_000), help="Halls at once.")
@click.option("--json", "file", default=None, type=click.Path(dir_okay=False, path_type=Path), help="Write a file too.")
@click.option("--compare", is_flag=True, help="Then the same phones on a bare socket.io server on Node.js.")
@click.option("--no-frames", is_flag=True, help="Without ready frames: everything through the library's own queues.")
def bench(
    *,
    phones: int,
    workers: int,
    database: str | None,
    redis: str | None,
    window: float,
    burst: int,
    questions: int,
    sittings: int,
    file: Path | None,
    compare: bool,
    no_frames: bool,
) -> int:
    """Measure a real server of this program under thousands of light phones.

    Every phone comes in by the real door, answers every question, and every acknowledged answer is looked up in the
    database at the end. A window of 0: all answer at once; a burst: each changes its answer so often, as fast as it
    is acknowledged.
    """
    plan = Plan(phones, questions, sittings, workers, Manner(window, burst), database, redis, not no_frames)
    _refuse(plan)
    if compare:
        _refuse_comparing(plan)
    with _ended_by_signals(), tempfile.TemporaryDirectory(prefix="challenge-bench-") as folder:
        told = _compared(plan, Path(folder)) if compare else _alone(plan, Path(folder))
    if file is not None:
        file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 1 if told["failed"] else 0


def _refuse(plan: Plan) -> None:
    """Say what stands in the way before anything is started."""
    if sys.platform != "linux":
        raise Trouble("The light phones need Linux (epoll).")
    if not frontend.ready():
        raise Trouble("The browser's files are missing or old. Make them with: python3 run.py frontend")
    if plan.workers > 1 and plan.database is None:
        raise Trouble("Several processes need PostgreSQL: name a server with --database.")
    if plan.sittings > plan.phones:
        raise Trouble("There are more sittings than phones.")
    machine.allow_files(plan.phones)


def _refuse_comparing(plan: Plan) -> None:
    if plan.sittings > 1:
        raise Trouble("The bare server knows one hall only: compare with one sitting.")
    if lacking := bare.lacks():
        raise Trouble(f"--compare needs {lacking}.")


def _alone(plan: Plan, folder: Path) -> dict[str, Any]:
    return _ours(plan, folder)[0]


def _compared(plan: Plan, folder: Path) -> dict[str, Any]:
    """Both servers, one after the other, and the ratios."""
    told, figures, script = _ours(plan, folder)
    if figures.problems:
        return told
    heading("The bare Node server")
    theirs = measured.node(plan, script, folder, say=_say)
    _print(theirs)
    heading("Compared")
    console.print(as_comparison(figures, theirs))
    return {
        **told,
        "bare": as_json(theirs),
        "ratios": ratios(figures, theirs),
        "failed": told["failed"] or theirs.failed,
    }


def _ours(plan: Plan, folder: Path) -> tuple[dict[str, Any], Figures, Script]:
    heading("The FE Maths Challenge")
    figures, script = measured.ours(plan, folder, say=_say)
    _print(figures)
    told = {"machine": _machine(plan), "plan": _told(plan), "ours": as_json(figures), "failed": figures.failed}
    return told, figures, script


def _machine(plan: Plan) -> dict[str, Any]:
    where = measured.cores_for(plan.workers, available=machine.cores()).in_words
    return {**machine.describe(), "placed": where}


def _told(plan: Plan) -> dict[str, Any]:
    """The plan without addresses, which may hold passwords."""
    database = "PostgreSQL" if plan.database else "SQLite"
    return {**asdict(plan), "database": database, "redis": plan.redis is not None}


def _say(line: str) -> None:
    console.print(line, markup=False)


def _print(figures: Figures) -> None:
    console.print()
    console.print(as_table(figures))
    for problem in figures.problems:
        console.print(f"  {problem}", style="red", markup=False)


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """SIGTERM and Ctrl-C end a run in order, with its servers, whatever this process inherited."""
    signals = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
    before = {each: signal.signal(each, signal.default_int_handler) for each in signals}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
