"""Ready frames: a short cut, taken only where nothing can go wrong, that nobody can tell from the long way."""

import errno
import json
import socket
import struct
import subprocess
import sys
from types import SimpleNamespace

import pytest
from engineio.exceptions import SocketIsClosedError
from hypothesis import given
from hypothesis import strategies as st

from challenge.live.frames import AT_ONCE, LONGEST, Frames, Message, _ReadAhead, unmasked
from challenge.live.pulse import Pulse
from challenge.live.rooms import PLAY

TOLD = Message(PLAY, "count", {"answered": 3, "teams": 5})
OWN = Message(PLAY, "mine", {"points": 1})
WEBSOCKET = "challenge.websocket"


class Wire:
    """In the place of a client's socket: takes what it can, or says why not."""

    def __init__(self, *, room: int = 10**6, trouble: int = 0) -> None:
        self.room = room
        self.trouble = trouble
        self.taken = b""
        self.ended = False

    def send(self, data: bytes) -> int:
        if self.trouble:
            raise OSError(self.trouble, "no")
        self.taken += data[: self.room]
        return min(len(data), self.room)

    def shutdown(self, how: int) -> None:
        assert how == socket.SHUT_RDWR
        self.ended = True


class Server:
    """In the place of the Socket.IO server: what went the library's own way."""

    async_mode = "eventlet"

    def __init__(self) -> None:
        self.emitted: list[tuple[str, str]] = []
        self.emits = 0
        self.queued: list[str] = []
        queue = SimpleNamespace(empty=lambda: True)
        send = lambda packet: self.queued.append(packet.encode())  # noqa: E731
        self.engine = SimpleNamespace(closed=False, closing=False, queue=queue, send=send)
        self.eio = SimpleNamespace(_async={"websocket": object}, sockets={"engine": self.engine})
        self.manager = SimpleNamespace(eio_sid_from_sid=lambda _sid, _namespace: "engine")

    def emit(self, event: str, _data: object, /, *, to: list[str], namespace: str) -> None:
        assert namespace == PLAY
        self.emitted += [(event, sid) for sid in to]
        self.emits += 1


def connected(wire: object, *, server: Server, locked: bool = False, **more: object) -> Frames:
    """The way out of a server to whom one client came by a WebSocket."""
    frames = Frames(server, Pulse(server.eio), ready=True)
    lock = SimpleNamespace(locked=lambda: locked)
    websocket = SimpleNamespace(socket=SimpleNamespace(fd=wire, **more), _sendlock=lock)
    frames.opened("ann", {WEBSOCKET: websocket}, PLAY)
    return frames


def test_a_frame_is_written_whole_and_nothing_goes_the_long_way():
    server, wire = Server(), Wire()

    connected(wire, server=server).tell(TOLD, "ann")

    payload = b'42/play,["count",{"answered":3,"teams":5}]'
    assert wire.taken == bytes((0x81, len(payload))) + payload
    assert server.emitted == []


@pytest.mark.parametrize("size", [0, 60, 125, 126, 65_535, 65_536, 70_000])
def test_a_frame_says_its_length_as_the_standard_has_it(size):
    frame = Message(PLAY, "x", "a" * size).frame

    told, header = frame[1], {126: (">H", 4), 127: (">Q", 10)}
    length, start = (told, 2) if told < 126 else (struct.unpack_from(header[told][0], frame, 2)[0], header[told][1])
    assert frame[0] == 0x81
    assert len(frame) == start + length
    assert frame[start:] == b'42/play,["x","%b"]' % (b"a" * size)


@pytest.mark.parametrize(
    "trouble",
    ["a closed client", "a closing client", "a message in its queue", "a write under way", "a full socket"],
)
def test_where_anything_could_go_wrong_the_library_sends(trouble):
    server = Server()
    wire = Wire(trouble=errno.EAGAIN if trouble == "a full socket" else 0)
    frames = connected(wire, server=server, locked=trouble == "a write under way")
    server.engine.closed = trouble == "a closed client"
    server.engine.closing = trouble == "a closing client"
    server.engine.queue.empty = lambda: trouble != "a message in its queue"

    frames.tell(TOLD, "ann")

    assert wire.taken == b""
    assert server.queued == ['42/play,["count",{"answered":3,"teams":5}]']


def test_what_is_too_long_for_a_socket_to_take_at_once_goes_into_the_queue():
    server, wire = Server(), Wire()

    connected(wire, server=server).tell(Message(PLAY, "state", "a" * LONGEST), "ann")

    assert wire.taken == b""
    assert len(server.queued) == 1


def test_a_client_that_closes_at_this_moment_is_no_trouble():
    server, wire = Server(), Wire(trouble=errno.EPIPE)
    frames = connected(wire, server=server)

    def closed(_packet):
        raise SocketIsClosedError

    server.engine.send = closed

    frames.tell(TOLD, "ann")

    assert server.emitted == []


def test_a_client_that_took_half_a_frame_is_cut_off_and_nothing_follows_in_between():
    server, wire = Server(), Wire(room=5)

    connected(wire, server=server).tell(TOLD, "ann")

    assert wire.ended
    assert server.emitted == []


def test_a_socket_with_a_cipher_is_never_written_to_directly():
    server, wire = Server(), Wire()

    connected(wire, server=server, do_handshake=None).tell(TOLD, "ann")

    assert (wire.taken, server.emitted) == (b"", [("count", "ann")])


def test_who_came_by_long_polling_or_has_gone_is_told_by_the_library():
    server, wire = Server(), Wire()
    frames = connected(wire, server=server)
    frames.opened("bea", {}, PLAY)
    frames.closed("ann")

    frames.tell_all(TOLD, ["ann", "bea"])

    assert (wire.taken, server.emitted) == (b"", [("count", "ann"), ("count", "bea")])


def test_a_teams_own_part_and_what_everybody_hears_go_out_together_in_this_order():
    server, wire = Server(), Wire()

    connected(wire, server=server).tell_own([(["ann"], OWN)], TOLD)

    assert wire.taken == OWN.frame + TOLD.frame


def test_the_long_way_keeps_the_same_order():
    server, wire = Server(), Wire(trouble=errno.EAGAIN)

    connected(wire, server=server).tell_own([(["ann"], OWN)], TOLD)

    assert [each.split('"')[1] for each in server.queued] == ["mine", "count"]


def test_switched_off_everything_is_the_librarys_own_and_many_are_told_by_one_emit():
    server = Server()
    frames = Frames(server, Pulse(server.eio), ready=False)
    frames.opened("ann", {WEBSOCKET: object()}, PLAY)

    frames.tell_own([(["ann"], OWN)], TOLD)
    frames.tell_all(TOLD, ["ann", "bea"])
    frames.tell(TOLD, "ann")

    assert server.emitted == [("mine", "ann"), ("count", "ann"), ("count", "ann"), ("count", "bea"), ("count", "ann")]
    assert server.emits == 4
    assert server.eio._async == {"websocket": object}


@pytest.mark.parametrize("ready", [True, False])
def test_a_whole_hall_does_not_keep_everybody_else_waiting(monkeypatch, ready):
    turns = []
    monkeypatch.setattr("challenge.live.frames.time.sleep", lambda _: turns.append(len(server.emitted)))
    server = Server()

    Frames(server, Pulse(server.eio), ready=ready).tell_all(TOLD, [str(number) for number in range(2 * AT_ONCE + 1)])

    assert turns == [AT_ONCE, 2 * AT_ONCE, 2 * AT_ONCE + 1]


@given(st.lists(st.binary(min_size=1, max_size=9)), st.lists(st.integers(1, 12), min_size=60, max_size=60))
def test_what_is_read_ahead_comes_out_whole_and_in_order_however_it_is_asked_for(came, sizes):
    chunks = iter([*came, *[b""] * 61])
    ahead = _ReadAhead(SimpleNamespace(recv=lambda _size: next(chunks), fd=7))

    taken = [ahead.recv(size) for size in sizes]

    assert b"".join(came).startswith(b"".join(taken))
    assert all(len(each) <= size for each, size in zip(taken, sizes, strict=True))
    assert ahead.fd == 7


@given(st.binary(max_size=300), st.binary(min_size=4, max_size=4), st.integers(0, 9))
def test_a_mask_comes_off_as_the_standard_has_it(data, mask, offset):
    assert unmasked(data, mask, len(data), offset) == bytes(
        each ^ mask[(offset + place) % 4] for place, each in enumerate(data)
    )


REAL_SERVER = """
import json, socket, base64, os
from challenge import aio
aio.patch("eventlet")
import eventlet, eventlet.wsgi, socketio
from challenge.live.frames import Frames, Message
from challenge.live.pulse import Pulse

server = socketio.Server(async_mode="eventlet", async_handlers=False)
frames, emitted = Frames(server, Pulse(server.eio), ready=True), []
emit = server.emit
server.emit = lambda *told, **more: (emitted.append(told[0]), emit(*told, **more))

def connect(sid, environ, auth):
    frames.opened(sid, environ, "/play")

server.on("connect", connect, namespace="/play")
server.on("hello", lambda sid, said: frames.tell(Message("/play", "heard", said), sid), namespace="/play")
listener = eventlet.listen(("127.0.0.1", 0))
eventlet.spawn(eventlet.wsgi.server, listener, socketio.WSGIApp(server), log_output=False)

phone = socket.create_connection(listener.getsockname())
key = base64.b64encode(os.urandom(16)).decode()
phone.sendall((
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\\r\\nHost: here\\r\\nUpgrade: websocket\\r\\n"
    f"Connection: Upgrade\\r\\nSec-WebSocket-Key: {key}\\r\\nSec-WebSocket-Version: 13\\r\\n\\r\\n").encode())

def until(words):
    heard = b""
    while words not in heard:
        heard += phone.recv(4096)
    return heard

def say(text):
    mask = b"abcd"
    masked = bytes(each ^ mask[place % 4] for place, each in enumerate(text))
    phone.sendall(bytes((0x81, 0x80 | len(text))) + mask + masked)

until(b"sid")
say(b"40/play,")
until(b"40/play")
said = "frames \u00e9 \u20ac"
say(b'42/play,' + json.dumps(["hello", said], ensure_ascii=False).encode())
heard = until(b'heard"')
print(json.dumps({"emitted": emitted, "heard": heard.split(b"42/play,")[1].decode(), "said": said}))
os._exit(0)
"""


def test_with_the_real_libraries_a_websocket_is_written_to_directly_and_hears_every_letter():
    """A new version of a library that moves what ready frames lean on shows here: they would quietly not be used."""
    run = subprocess.run([sys.executable, "-c", REAL_SERVER], capture_output=True, text=True, timeout=30, check=False)

    told = json.loads(run.stdout or "{}")
    assert told, run.stderr
    assert told["emitted"] == []
    assert json.loads(told["heard"]) == ["heard", told["said"]]
