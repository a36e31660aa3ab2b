"""The whole command: a real server, a database of its own, phones through the door, and every answer looked up."""

import json
import os
import signal
import subprocess
import sys

import pytest

from challenge.cli import commands, frontend
from challenge.cli.load import bare, ledger
from challenge.cli.testing import in_ci
from tests.conftest import POSTGRES, ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="light phones need Linux (epoll)")

PHONES = 20
QUICK = ["--phones", str(PHONES), "--questions", "1", "--window", "0.2"]


@pytest.fixture(autouse=True)
def with_the_browsers_files():
    frontend.build()


def bench(*options: object) -> int:
    """The command, in this process: so that its own lines are counted as tested."""
    return commands.run(["bench", *map(str, options)])


def test_twenty_phones_play_and_nothing_is_lost(tmp_path, capsys):
    file = tmp_path / "figures.json"

    code = bench(*QUICK, "--questions", 2, "--json", file)

    told = json.loads(file.read_text())
    ours = told["ours"]
    assert code == 0, capsys.readouterr().out
    assert (ours["joined"], ours["reconnects"], ours["problems"]) == (PHONES, 0, [])
    assert ours["answers"] == {
        "sent": 2 * PHONES, "acknowledged": 2 * PHONES, "stored": 2 * PHONES, "lost": 0, "doubled": 0, "refused": {},
    }  # fmt: skip
    measured = ("joining", "connecting", "question", "opening", "acknowledgement", "reveal")
    assert all(ours[f"{name}_ms"]["p50"] > 0 for name in measured)
    assert ours["cpu_us_per_phone"]["question"] > 0
    assert "Answers lost" in capsys.readouterr().out


def test_a_lost_answer_is_told_and_fails(tmp_path, capsys, monkeypatch):
    rows_of = ledger.rows_of
    monkeypatch.setattr(ledger, "rows_of", lambda url: rows_of(url)[1:])

    code = bench(*QUICK, "--json", tmp_path / "figures.json")

    told = json.loads((tmp_path / "figures.json").read_text())
    assert code == 1
    assert told["failed"]
    assert told["ours"]["answers"]["lost"] == 1
    assert "1, 0 kept twice" in capsys.readouterr().out


def test_several_halls_play_at_once_and_each_phone_changes_its_answer(tmp_path):
    file = tmp_path / "figures.json"

    code = bench(*QUICK, "--sittings", 3, "--burst", 4, "--window", 0, "--no-frames", "--json", file)

    assert code == 0
    assert json.loads(file.read_text())["ours"]["answers"]["stored"] == 4 * PHONES


@pytest.mark.needs_postgres
@pytest.mark.needs_redis
def test_two_processes_share_a_hall_with_postgresql_and_redis(tmp_path, redis_url):
    file = tmp_path / "figures.json"

    code = bench(*QUICK, "--workers", 2, "--database", POSTGRES, "--redis", redis_url, "--json", file)

    told = json.loads(file.read_text())
    assert code == 0, told
    assert told["ours"]["answers"]["stored"] == PHONES
    assert "share" in told["machine"]["placed"]


def test_the_same_phones_play_on_a_bare_server_and_the_ratios_are_told(tmp_path):
    if lacking := bare.lacks():
        if in_ci():
            pytest.fail(f"This test needs {lacking}. In CI no test may be skipped.", pytrace=False)
        pytest.skip(f"needs {lacking}")
    file = tmp_path / "figures.json"

    code = bench(*QUICK, "--compare", "--json", file)

    told = json.loads(file.read_text())
    assert code == 0, told
    assert told["bare"]["joined"] == PHONES
    assert set(told["ratios"]) == {"cpu_us", "memory_kib", "sustained", "question", "acknowledgement", "reveal"}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_ends_its_server(how):
    command = [sys.executable, "-P", "-m", "challenge.cli", "bench", "--phones", "5", "--window", "20"]
    # Without coverage: a signal that comes while it looks up a thread is lost in it, once in twenty runs.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        try:
            assert any("phones are in" in line for line in run.stdout)
            servers = children(run.pid)
            run.send_signal(how)

            assert run.wait(timeout=30) == 130
        finally:
            run.kill()

    assert len(servers) == 1
    assert [each for each in servers if os.path.exists(f"/proc/{each}")] == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--workers", 2], "need PostgreSQL"),
        (["--phones", 2, "--sittings", 3], "more sittings than phones"),
        (["--phones", 2, "--sittings", 2, "--compare"], "one hall only"),
        (["--database", "mysql://here"], "PostgreSQL server"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_a_sentence(options, words, capsys):
    assert bench(*options) == 1
    assert words in capsys.readouterr().out


def children(process: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]
