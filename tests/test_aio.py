"""What every way of serving shares, and what the libraries would get wrong by themselves."""

import errno
import gc
import resource
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
import websocket

from challenge import aio
from challenge.config import settings_from
from tests.architecture.source import ROOT

END_SECONDS = 5
MODES = ("eventlet", "gevent", "threading")

SERVING = """
import os, sys
from challenge import aio
from challenge.config import settings_from
mode = sys.argv[1]
aio.patch(mode)
settings = settings_from({{"CHALLENGE_ASYNC": mode, "CHALLENGE_CONNECTIONS": "4"}}, secret_key="")
{app}
with aio.listen("127.0.0.1", 0, settings) as listener:
    print(listener.getsockname()[1], flush=True)
    aio.serve(app, listener, settings)
"""
ECHO = """
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [repr(environ.get("HTTP_SEC_WEBSOCKET_EXTENSIONS")).encode()]
"""


WORKS = """
import threading, time
def app(environ, start_response):
    begun, others, end = [], [], time.monotonic() + 10
    def work(*, told):
        begun.append(told)
        while not others and time.monotonic() < end:
            pass
        return begun, others
    def other():
        while not begun:
            time.sleep(0.001)
        others.append("served meanwhile")
    threading.Thread(target=other, daemon=True).start()
    try:
        aio.offload(int, "no number")
    except ValueError as error:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{aio.offload(work, told='begun')} {error}".encode()]
"""


TALK = """
from engineio.async_drivers.gevent import WebSocketWSGI
def talk(ws):
    for _ in range(200):
        ws.send("x" * 50_000)
    ws.wait()
    return []
def app(environ, start_response):
    return WebSocketWSGI(talk, None)(environ, start_response)
"""


@contextmanager
def served(mode, app):
    """Where a tiny application is served, in a process of its own, that must end cleanly when it is told to."""
    command = [sys.executable, "-W", "ignore", "-c", SERVING.format(app=app), mode]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline())
            process.terminate()
            _, errors = process.communicate(timeout=END_SECONDS)
        finally:
            process.kill()
    assert process.returncode == 0, errors
    assert "Traceback" not in errors


@pytest.fixture(params=MODES)
def port(request):
    with served(request.param, ECHO) as port:
        yield port


def asked(port, *headers):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall("\r\n".join(["GET / HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]).encode())
        return b"".join(iter(lambda: client.recv(4096), b"")).decode()


def test_nobody_is_let_compress_a_web_socket(port):
    answer = asked(port, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")

    assert answer.startswith("HTTP/1.1 200")
    assert "permessage-deflate" not in answer


def test_a_server_that_idles_ends_at_once(port):
    asked(port)
    time.sleep(0.3)


def test_many_are_served_one_after_another(port):
    answers = [asked(port) for _ in range(12)]

    assert all(answer.startswith("HTTP/1.1 200") for answer in answers)


@pytest.mark.parametrize("mode", MODES)
def test_others_are_served_while_a_real_thread_works(mode):
    with served(mode, WORKS) as port:
        answer = asked(port)

    assert "(['begun'], ['served meanwhile']) invalid literal for int()" in answer


def test_with_gevent_a_slow_reader_gets_every_message_whole():
    with served("gevent", TALK) as port:
        slow = websocket.create_connection(f"ws://127.0.0.1:{port}/", timeout=20, skip_utf8_validation=True)
        time.sleep(0.5)
        lengths = {len(slow.recv()) for _ in range(200)}
        slow.close()

    assert lengths == {50_000}


class Crowded:
    """A listener that has no room at first."""

    def __init__(self, *errors):
        self.errors = list(errors)

    def accept(self):
        if self.errors:
            raise OSError(self.errors.pop(0), "no room")
        return "a phone", "an address"

    def getsockname(self):
        return ("127.0.0.1", 1)


@pytest.fixture
def no_wait(monkeypatch):
    monkeypatch.setattr(aio.time, "sleep", lambda _: None)


@pytest.mark.usefixtures("no_wait")
def test_a_moment_without_room_does_not_end_the_server():
    listener = aio.Patient(Crowded(errno.EMFILE, errno.ENFILE, errno.ECONNABORTED))

    assert listener.accept() == ("a phone", "an address")
    assert listener.getsockname() == ("127.0.0.1", 1)


@pytest.mark.usefixtures("no_wait")
def test_a_closed_listener_ends_it():
    with pytest.raises(OSError, match="no room"):
        aio.Patient(Crowded(errno.EBADF)).accept()


def test_as_many_files_may_be_open_as_the_system_allows():
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, before[1]), before[1]))
    try:
        allowed = aio.allow_files()

        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == before[1]
        assert allowed >= min(before[1], 256)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_a_port_is_not_held_where_somebody_listens():
    settings = settings_from({}, secret_key="")
    with aio.listen("127.0.0.1", 0, settings) as listener, pytest.raises(OSError, match="in use") as refused:
        aio.hold("127.0.0.1", listener.getsockname()[1])

    assert refused.value.errno == errno.EADDRINUSE


def test_what_is_loaded_is_not_searched_for_garbage_again():
    before = gc.get_threshold()
    try:
        aio.settle_memory()

        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > before[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


SLEEPERS = """
import sys, time
from challenge import aio
aio.patch("eventlet")
import eventlet, psycopg
aio.wait_briefly_for_postgresql()
url, began, turns = sys.argv[1], time.monotonic(), []

def ask(what):
    with psycopg.connect(url) as db:
        return db.execute(what).fetchone()[0]

sleepers = [eventlet.spawn(ask, "SELECT 7 FROM pg_sleep(0.5)") for _ in range(10)]
assert [sleeper.wait() for sleeper in sleepers] == [7] * 10
assert time.monotonic() - began < 3, "they slept one after another"

with psycopg.connect(url) as db:
    db.execute("SELECT 1")
    eventlet.spawn(lambda: turns.append("another"))
    for number in range(3):
        assert db.execute("SELECT %s::int", [number]).fetchone()[0] == number
    db.execute("SELECT 1")
    try:
        db.execute("SELECT nonsense")
    except psycopg.errors.UndefinedColumn:
        print("fine", turns)
"""


@pytest.mark.needs_postgres
def test_green_threads_ask_postgresql_at_once_and_sleep_side_by_side(postgres_url):
    """What the server answers at once is waited for; while it takes its time the others have their turns."""
    address = postgres_url.replace("postgresql+psycopg", "postgresql")

    run = subprocess.run([sys.executable, "-c", SLEEPERS, address], capture_output=True, text=True, check=False)

    assert run.stdout.startswith("fine"), run.stderr
