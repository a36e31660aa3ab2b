"""Phones that never read what they are sent: the others don't notice, and in the end they are dropped."""

import base64
import json
import os
import socket
import threading
import time

import pytest

from tests.faults.hall import eventually, reached_by
from tests.live import preparing

READERS = 12
SMALL_BUFFER = 4_096
ASKED = 18
"""Full pictures that each asks for in a second, and doesn't read: less than what is refused as too much."""

LATE_SECONDS = 1.0
MORE_KIB = 48 * 1_024
DROPPED_SECONDS = 30.0


class SlowReader:
    """A phone's WebSocket that is spoken into and never read from."""

    def __init__(self, address: str, secret: str) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
        self._socket.settimeout(10)
        self._socket.connect(reached_by(address))
        self.port = self._socket.getsockname()[1]
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            f"Cookie: pass={secret}\r\n\r\n".encode()
        )
        assert b"101" in self._socket.recv(12)
        self.say("40/play,{}")

    def say(self, text: str) -> None:
        data, mask = text.encode(), b"\x00\x00\x00\x00"
        self._socket.sendall(bytes([0x81, 0x80 | len(data)]) + mask + data)

    def asks_for_the_state(self) -> None:
        self.say("42/play," + json.dumps(["state", {}]))

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def readers():
    readers = []
    yield readers
    for reader in readers:
        reader.close()


def test_phones_that_never_read_hold_nobody_up_and_are_dropped_in_the_end(hall, readers):
    made = hall()
    server = made.server()
    game = made.game([server])
    secrets = preparing.team_secrets(game.room, *(f"Stuck {number}" for number in range(READERS)))
    readers += [SlowReader(server.address, secret) for secret in secrets]
    before = server.memory_kib()
    asking = _Asking(readers)
    question = game.opens()
    eventually(lambda: _stalled(server, readers), "their lines are full", seconds=10)

    late = _seconds_until_all_know(game, "pause", "resume")
    game.all_answer(question)
    game.all_are_acknowledged(seconds=LATE_SECONDS * 2)
    asking.stop()

    assert late < LATE_SECONDS
    assert server.memory_kib() - before < MORE_KIB
    eventually(lambda: not _here(game), lambda: f"dropped; still here: {_here(game)}", seconds=DROPPED_SECONDS)
    game.locks(question)
    game.check()


class _Asking:
    """Lets the readers ask for more than they read."""

    def __init__(self, readers):
        self._readers, self._stopped = readers, threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self):
        self._stopped.set()
        self._thread.join(10)

    def _run(self):
        while not self._stopped.wait(1 / ASKED):
            for reader in self._readers:
                reader.asks_for_the_state()


def _stalled(server, readers):
    """Whether the kernel holds bytes for each of them that they don't take."""
    _, port = reached_by(server.address)
    with open("/proc/net/tcp") as table:
        lines = [line.split() for line in list(table)[1:]]
    waiting = {
        int(line[2].split(":")[1], 16): int(line[4].split(":")[0], 16)
        for line in lines
        if int(line[1].split(":")[1], 16) == port
    }
    return all(waiting.get(reader.port, 0) > SMALL_BUFFER for reader in readers)


def _seconds_until_all_know(game, *commands):
    """The longest time from a host's press until every other phone was told."""
    worst = 0.0
    for command in commands:
        started = time.monotonic()
        game.host.insists(command)
        game.converges()
        worst = max(worst, time.monotonic() - started)
    return worst


def _here(game):
    teams = game.host.told_now()["teams"]
    return [team["name"] for team in teams if team["name"].startswith("Stuck") and team["here"]]
