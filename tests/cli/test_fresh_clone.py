"""From a fresh clone to a playable demo, twice. Needs the network, so it runs in CI or on request."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from challenge.cli.testing import in_ci
from tests.architecture.source import ROOT

FIRST_START_SECONDS = 240
SECOND_START_SECONDS = 60

pytestmark = [
    pytest.mark.fresh_clone,
    pytest.mark.skipif(not (in_ci() or os.environ.get("FRESH_CLONE")), reason="set FRESH_CLONE=1 to run it"),
]


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone of what is committed, as somebody else would get it."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    # The checkout of a CI may belong to another user, which git distrusts until it is told.
    trusting = ["git", "-c", f"safe.directory={ROOT}", "-c", f"safe.directory={ROOT / '.git'}"]
    subprocess.run([*trusting, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def environ():
    """The environment without anything that this run of the tests put there."""
    ours = ("COVERAGE", "DATABASE_URL", "REDIS_URL", "CHALLENGE", "PYTHONPATH", "VIRTUAL_ENV")
    return {key: value for key, value in os.environ.items() if not key.startswith(ours)}


def seconds_until_it_answers(clone, environ, port, patience):
    """Start `run.py`, wait for the first page, stop it. Returns how long the page took and what was printed."""
    python = getattr(sys, "_base_executable", sys.executable)
    log = clone.parent / "log"
    began = time.monotonic()
    with log.open("w") as output:
        command = [python, "run.py", "--host", "127.0.0.1", "--port", str(port)]
        process = subprocess.Popen(command, cwd=clone, env=environ, stdout=output, stderr=subprocess.STDOUT)
    try:
        while not answers(port):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() - began < patience, log.read_text()
            time.sleep(0.05)
        took = time.monotonic() - began
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    return took, log.read_text()


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=SECOND_START_SECONDS) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_one_command_makes_a_playable_demo_of_a_fresh_clone(clone, environ, free_port):
    first, said = seconds_until_it_answers(clone, environ, free_port, FIRST_START_SECONDS)
    second, said_again = seconds_until_it_answers(clone, environ, free_port, SECOND_START_SECONDS)

    print(f"first start {first:.1f} s, second start {second:.1f} s")
    assert "Installing the" in said
    assert re.search(r"with the code \w{6}", said)
    assert "Installing the" not in said_again
    assert "Typesetting" not in said_again
    assert "/host/sign-in/" in said_again


def test_a_start_leaves_nothing_that_git_would_see(clone, environ, free_port):
    seconds_until_it_answers(clone, environ, free_port, FIRST_START_SECONDS)

    seen = subprocess.run(["git", "status", "--short"], cwd=clone, capture_output=True, text=True, check=True)

    assert seen.stdout == ""
