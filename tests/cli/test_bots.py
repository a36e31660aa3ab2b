"""Simulated teams play a real round: a server of its own, real pages, real sockets, a real database."""

import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from challenge.cli.simulated.entrance import come_in, look_in, sign_in
from challenge.cli.trouble import Trouble
from challenge.config import ROOT, environment
from challenge.models import Sitting, Staff
from challenge.services import sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.sittings import SittingPlan
from challenge.services.transaction import Database
from tests.builders import NOON

TEAMS = 6
QUESTIONS = 3

QUIZ = """\
quiz: tiny
title: "A tiny round"
category: funkies
about: "Three quick questions."
questions:
  - id: pick
    topic: Fractions
    type: choice
    calculator: no
    seconds: 10
    text: "Half of 8?"
    options:
      A: {text: "2", slip: "That is a quarter."}
      B: {text: "4"}
    key: B
    trick: "Share by 2"
    steps: ["8 shared by 2 is 4."]
  - id: type
    topic: Money
    type: number
    calculator: no
    seconds: 10
    text: "A £5 note, a £1.50 tea. What change?"
    key: 3.5
    unit: "£"
    slips:
      - {answer: 4.5, because: "A pound too much."}
    trick: "Count up"
    steps: ["50p to £2, then £3 more."]
  - id: line-up
    topic: Decimals
    type: order
    calculator: no
    seconds: 10
    text: "Smallest first."
    items: ["0.09", "0.4", "0.5"]
    trick: "Tenths first"
    steps: ["0.09, 0.40, 0.50"]
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: where, and the folder with its database and puzzles."""

    address: str
    folder: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A real server with the tiny quiz."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "puzzles").mkdir()
    (folder / "puzzles" / "tiny.yaml").write_text(QUIZ, encoding="utf-8")
    served = Served(f"http://127.0.0.1:{_free_port()}", folder)
    command = [*COMMAND, "start", "--host", "127.0.0.1", "--port", served.address.rsplit(":", 1)[1]]
    with (folder / "log.txt").open("w") as log, subprocess.Popen(command, env=_env(folder), stdout=log) as server:
        try:
            _wait_until_ready(server, folder / "log.txt")
            yield served
        finally:
            server.kill()


def test_six_teams_play_a_round_to_its_end_and_every_acknowledged_answer_is_kept(served: Served):
    sitting = _sitting(served)
    link = _host_link(served)

    done = _bots(served, sitting, "--teams", TEAMS, "--play", "--host-link", link, "--pace", 0.1)

    told = json.loads(done.stdout)
    query = "SELECT r.entry_id, r.question_id, r.message_id FROM response r JOIN round ON round.id = r.round_id"
    kept = _rows(served, f"{query} WHERE round.sitting_id = {sitting.id}")
    assert done.returncode == 0, done.stderr
    assert (told["joined"], told["finished"], told["questions"]) == (TEAMS, TEAMS, QUESTIONS)
    assert told["errors"] == []
    assert told["answers"]["acknowledged"] == len(kept) == len(set(kept))
    assert len({(entry, question) for entry, question, _ in kept}) == TEAMS * QUESTIONS
    assert _rows(served, f"SELECT state FROM round WHERE sitting_id = {sitting.id}") == [("done",)]
    assert told["acknowledgement_ms"]["p50"] > 0


def test_a_full_round_waits_with_those_who_are_in_and_stops_when_its_minutes_are_over(served: Served):
    sitting = _sitting(served, most_teams=2)

    done = _bots(served, sitting, "--teams", 3, "--minutes", 0.06)

    told = json.loads(done.stdout)
    assert (told["joined"], told["finished"]) == (2, 0)
    assert list(told["outside"].values()) == [1]
    assert "This round is full: 2 teams" in done.stderr


def test_without_a_server_the_command_says_how_to_start_one(served: Served):
    done = _bots(replace(served, address="http://127.0.0.1:9"), _sitting(served))

    assert done.returncode == 1
    assert "There is no server at http://127.0.0.1:9. Start one with: python3 run.py" in done.stdout


def test_a_code_that_is_nobodys_is_named(served: Served):
    with pytest.raises(Trouble, match="No round has the code ZZZZ22"):
        look_in(served.address, "ZZZZ22")


def test_a_locked_door_is_named_with_its_remedy(served: Served):
    sitting = _sitting(served, door_locked_at=1)

    with pytest.raises(Trouble, match=r"The door is locked.*\n.*Unlock it"):
        look_in(served.address, sitting.code)


def test_a_round_of_listed_teams_is_named_with_its_remedy(served: Served):
    sitting = _sitting(served, entry_mode="listed")

    with pytest.raises(Trouble, match=r"listed teams.*\n.*open to everybody"):
        look_in(served.address, sitting.code)


def test_a_link_that_was_used_is_no_way_in_for_the_host(served: Served):
    link = _host_link(served)
    sign_in(served.address, link).close()

    with pytest.raises(Trouble, match="used already or is too old"):
        sign_in(served.address, link)


def test_a_team_whose_name_is_taken_takes_its_next(served: Served):
    sitting = _sitting(served)
    names = ("Aisha", "Tom")
    come_in(served.address, sitting.code, ["Prime Suspects"], first_names=names, wait=time.sleep)

    come_in(served.address, sitting.code, ["Prime Suspects", "Ratio Gaga"], first_names=names, wait=time.sleep)

    joined = "SELECT team.name FROM team JOIN entry ON entry.team_id = team.id"
    found = _rows(served, f"{joined} WHERE entry.sitting_id = {sitting.id} ORDER BY team.id")
    assert found == [("Prime Suspects",), ("Ratio Gaga",)]


COMMAND = (sys.executable, "-P", "-m", "challenge.cli")


@dataclass(frozen=True, slots=True)
class Made:
    """A sitting that was made for one test."""

    id: int
    code: str


def _sitting(served: Served, **changes: object) -> Made:
    with closing(_Database(served)) as database, database.transaction() as db:
        host = db.scalars(select(Staff)).one()
        plan = SittingPlan(name="Maths 2", place="Room B14", quiz="tiny")
        by = StaffIdentity(host.id, host.name, Role(host.role))
        made = sittings.make_sitting(db, plan, by=by, now=NOON, grace_ms=200)
        assert isinstance(made, Sitting), made
        for name, value in changes.items():
            setattr(made, name, value)
        return Made(made.id, made.code)


def _host_link(served: Served) -> str:
    with closing(_Database(served)) as database, database.transaction() as db:
        token = sittings.make_link(db, db.scalars(select(Staff.id)).one(), now=round(time.time() * 1_000))
    return f"{served.address}/host/sign-in/{token}"


class _Database(Database):
    """The server's database, opened from here as well."""

    def __init__(self, served: Served) -> None:
        super().__init__(f"sqlite:///{served.folder / 'challenge.sqlite3'}")

    def close(self) -> None:
        self.engine.dispose()


def _bots(served: Served, sitting: Made, *options: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "bots", "--sitting", sitting.code, "--server", served.address, "--json"]
    return subprocess.run(
        [*command, *map(str, options)],
        env=_env(served.folder),
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )


def _env(folder: Path) -> dict[str, str]:
    own = {"CHALLENGE_INSTANCE": str(folder), "CHALLENGE_PUZZLES": str(folder / "puzzles")}
    return {**environment(), **own, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}


def _wait_until_ready(server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        if "Stop with Ctrl-C" in log.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def _rows(served: Served, query: str) -> list[Any]:
    with closing(sqlite3.connect(served.folder / "challenge.sqlite3")) as database:
        return database.execute(query).fetchall()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
