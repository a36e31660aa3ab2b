"""`serve --workers N`: several processes behind one port, started again when they die, stopped together."""

import os
import re
import signal
import socket
import time

import pytest

from challenge import aio
from challenge.cli import frontend, workers
from challenge.cli.__main__ import holds_connections
from challenge.cli.trouble import Trouble
from tests.cli.starting import PATIENCE_SECONDS, start, status_of

SERVE = ["serve", "--host", "127.0.0.1", "--port", "0", "--workers", "2"]
SOON_SECONDS = 1.0

pytestmark = pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="this system shares no ports")


@pytest.fixture(autouse=True)
def with_the_browsers_files():
    frontend.build()


@pytest.fixture
def shared(environ, postgres_url, redis_url):
    """The environment of workers that share a database and hear each other's news."""
    return {**environ, "DATABASE_URL": postgres_url, "REDIS_URL": redis_url}


def alive(pid):
    """Whether a process of this number runs; one that only waits to be collected doesn't."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as told:
            return told.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(*pids):
    """Wait until none of them runs; False when one goes on."""
    until = time.monotonic() + PATIENCE_SECONDS
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(alive, pids))


def pids_of(serving):
    return [int(serving.found(rf"Worker {number} is process (\d+)\.")[1]) for number in (1, 2)]


def address_of(serving):
    return serving.found(r"Serving at (http://127\.0\.0\.1:\d+) by 2 processes")[1]


@pytest.mark.needs_postgres
@pytest.mark.needs_redis
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_two_workers_answer_at_one_address_and_end_together(shared, how):
    with start(SERVE, shared) as serving:
        address, pids = address_of(serving), pids_of(serving)
        statuses = [status_of(address) for _ in range(8)]
        code = serving.ended(how)

    assert statuses == [200] * 8
    assert code == 0
    assert gone(*pids)
    assert serving.output.count(address) == 1
    assert "Stopped. Everything that was answered is kept." in serving.output
    assert "Traceback" not in serving.output


@pytest.mark.needs_postgres
@pytest.mark.needs_redis
def test_a_killed_worker_is_started_again_within_a_second_while_the_other_serves(shared):
    with start(SERVE, shared) as serving:
        address, (first, second) = address_of(serving), pids_of(serving)
        so_far = len(serving.output)

        os.kill(first, signal.SIGKILL)
        killed = time.monotonic()
        new = int(serving.found(r"Worker 1 is process (\d+)\.", after=so_far)[1])
        waited = time.monotonic() - killed
        statuses = [status_of(address) for _ in range(4)]
        serving.found("Worker 1 serves again")
        os.kill(second, signal.SIGKILL)
        statuses += [status_of(address) for _ in range(4)]
        code = serving.ended(signal.SIGTERM)

    assert waited < SOON_SECONDS
    assert statuses == [200] * 8
    assert "Worker 1 ended (signal 9)" in serving.output
    assert code == 0
    assert gone(first, second, new)


@pytest.mark.needs_postgres
@pytest.mark.needs_redis
def test_workers_whose_parent_is_killed_end_too(shared):
    with start(SERVE, shared) as serving:
        address_of(serving)
        pids = pids_of(serving)
        serving.process.kill()

        assert gone(*pids)


@pytest.mark.needs_postgres
def test_a_second_start_on_the_port_of_workers_is_turned_away(environ, postgres_url):
    environ = {**environ, "DATABASE_URL": postgres_url}
    with start(SERVE, environ) as serving:
        port = address_of(serving).rpartition(":")[2]
        with start([*SERVE[:3], "--port", port, "--workers", "2"], environ) as other:
            code = other.ended()

    assert code == 1
    assert f"Port {port} is taken" in other.output
    assert "Without REDIS_URL" in serving.output


@pytest.mark.needs_postgres
def test_workers_that_die_at_the_start_end_it_with_their_last_words(environ, postgres_url, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(
        "import os, sys\nif '--lifeline' in sys.orig_argv: print('the dog ate my settings', flush=True), os._exit(1)\n"
    )
    environ = {**environ, "DATABASE_URL": postgres_url}

    with start(SERVE, environ, path=tmp_path / "broken") as serving:
        code = serving.ended()

    assert code == 1
    assert "A worker died 3 times at the start" in serving.output
    assert serving.output.rstrip().endswith("the dog ate my settings")
    assert "Traceback" not in serving.output
    assert gone(*(int(pid) for pid in re.findall(r"is process (\d+)", serving.output)))


def test_sqlite_is_for_one_process(environ):
    with start(SERVE, environ) as serving:
        code = serving.ended()

    assert code == 1
    assert "Several workers need PostgreSQL" in serving.output


@pytest.mark.parametrize("count", ["0", "65", "two"])
def test_a_number_of_workers_that_makes_no_sense_is_refused(environ, count):
    with start([*SERVE[:-1], count], environ) as serving:
        code = serving.ended()

    assert code == 2
    assert "--workers" in serving.output
    assert "Traceback" not in serving.output


def test_a_held_port_takes_no_connection_until_somebody_listens_beside(settings):
    with aio.hold("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)

        with aio.listen_beside("127.0.0.1", port, settings), aio.listen_beside("127.0.0.1", port, settings):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()


class Pretended:
    """A worker that does what the test says."""

    def __init__(self, number, *, ready=False, lived_long=False):
        self.number, self.is_ready, self.lived_long = number, ready, lived_long
        self.last_words = "    goodbye"
        self.stopped = False
        self.process = type("Process", (), {"pid": 1000 + number, "returncode": 1})()

    def watch(self, *, ready, ended):
        if self.is_ready:
            ready()
        ended()

    def stop(self):
        self.stopped = True

    def wait(self, seconds):
        assert self.stopped


@pytest.fixture
def pauses(monkeypatch):
    """The pauses before each new start; none of them is waited for."""
    taken = []

    class Timer:
        daemon = False

        def __init__(self, seconds, function, arguments):
            taken.append(seconds)
            self.start = lambda: function(*arguments)

    monkeypatch.setattr(workers.threading, "Timer", Timer)
    monkeypatch.setattr(workers.signal, "signal", lambda *_: None)
    return taken


class EnoughError(Exception):
    """Ends a supervisor from within."""


def supervised(lives):
    """Let one worker live these lives in a row; returns what ended it."""
    coming = iter(lives)

    def begin(number):
        try:
            return Pretended(number, **next(coming))
        except StopIteration:
            raise EnoughError from None

    with pytest.raises((Trouble, EnoughError)) as ended:
        workers.Supervisor(begin, count=1, address="http://127.0.0.1:1").run()
    return ended.value


def test_each_short_life_makes_the_pause_longer_up_to_a_limit(pauses):
    supervised([{"ready": True}] * 7)

    assert pauses == [0, 0.5, 1, 2, 4, 4, 4]


def test_a_long_life_makes_the_next_start_quick_again(pauses):
    supervised([{"ready": True}, {"ready": True}, {"ready": True, "lived_long": True}, {"ready": True}])

    assert pauses == [0, 0.5, 0, 0]


def test_three_deaths_before_anything_was_served_are_enough(pauses):
    ended = supervised([{}] * 9)

    assert isinstance(ended, Trouble)
    assert "3 times" in str(ended)
    assert "goodbye" in str(ended)
    assert len(pauses) == 2


def test_once_they_served_workers_are_started_again_however_often_they_die(pauses):
    ended = supervised([{"ready": True}, *[{}] * 9])

    assert isinstance(ended, EnoughError)
    assert len(pauses) == 10


@pytest.mark.parametrize(
    ("arguments", "takes_sockets"),
    [
        (["serve"], True),
        (["start"], True),
        (["serve", "--workers", "1"], True),
        (["serve", "--workers=1", "--port", "0"], True),
        (["serve", "--workers", "2"], False),
        (["serve", "--port", "0", "--workers=12"], False),
        (["serve", "--workers"], True),
        (["serve", "--workers", "two"], True),
        (["serve", "--lifeline", "5"], True),
        (["test"], False),
    ],
)
def test_only_who_takes_sockets_gets_the_async_library(arguments, takes_sockets):
    assert holds_connections(arguments) is takes_sockets
