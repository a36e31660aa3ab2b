"""The program as people start it: a process, its first answer, its end."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest
import websocket

from challenge.cli import frontend
from tests.architecture.source import ROOT

PATIENCE_SECONDS = 60


@pytest.fixture(autouse=True)
def with_the_browsers_files():
    frontend.build()


@contextmanager
def started(command, env):
    """A start in the background, ended at the latest when the test is."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "challenge.cli", *command],
        env={**env, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def status_of(port, path="/"):
    """The answer's status, as soon as there is one."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE_SECONDS) as answer:
                return answer.status
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def ended(process, how):
    """Send the signal; returns the exit code and everything that was printed."""
    process.send_signal(how)
    output, _ = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, output


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_a_start_serves_prints_where_and_ends_cleanly(environ, free_port, mode, how):
    env = {**environ, "CHALLENGE_ASYNC": mode}

    with started(["start", "--host", "127.0.0.1", "--port", str(free_port)], env) as process:
        status = status_of(free_port)
        code, output = ended(process, how)

    assert status == 200
    assert code == 0
    assert re.search(rf"http://127\.0\.0\.1:{free_port}/host/sign-in/\S{{20,}}", output)
    assert "Stopped. Everything that was answered is kept." in output
    assert "Traceback" not in output


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_open_sockets_do_not_hold_up_the_end(environ, free_port, mode, how):
    env = {**environ, "CHALLENGE_ASYNC": mode}

    with started(["start", "--host", "127.0.0.1", "--port", str(free_port)], env) as process:
        status_of(free_port)
        address = f"ws://127.0.0.1:{free_port}/socket.io/?EIO=4&transport=websocket"
        sockets = [websocket.create_connection(address, timeout=PATIENCE_SECONDS) for _ in range(5)]
        code, output = ended(process, how)

    for each in sockets:
        each.close()
    assert code == 0
    assert "Stopped. Everything that was answered is kept." in output


def test_a_printed_link_signs_the_host_in(environ, free_port):
    with started(["start", "--host", "127.0.0.1", "--port", str(free_port)], environ) as process:
        status_of(free_port)
        printed = "".join(iter(process.stdout.readline, "  Stop with Ctrl-C. Nothing that was answered gets lost.\n"))
        path = re.search(r"/host/sign-in/\S+", printed)[0]

        assert status_of(free_port, path) == 200


def test_serve_makes_no_demo_and_prints_no_link(environ, free_port):
    with started(["serve", "--host", "127.0.0.1", "--port", str(free_port)], environ) as process:
        status = status_of(free_port)
        code, output = ended(process, signal.SIGTERM)

    assert (status, code) == (200, 0)
    assert f"Serving at http://127.0.0.1:{free_port}" in output
    assert "sign-in" not in output


def test_a_port_that_is_taken_ends_the_start_with_one_and_its_number(environ):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with started(["start", "--host", "127.0.0.1", "--port", str(port)], environ) as process:
            output, _ = process.communicate(timeout=PATIENCE_SECONDS)

    assert process.returncode == 1
    assert f"Port {port} is taken" in output
    assert "Traceback" not in output


def test_a_database_that_can_not_be_read_ends_the_start_with_one_sentence(environ, free_port, tmp_path):
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "challenge.sqlite3").write_bytes(b"not a database at all, " * 500)

    with started(["start", "--host", "127.0.0.1", "--port", str(free_port)], environ) as process:
        output, _ = process.communicate(timeout=PATIENCE_SECONDS)

    assert process.returncode == 1
    assert "challenge.sqlite3" in output
    assert "Traceback" not in output
