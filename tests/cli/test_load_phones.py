"""A light phone and a server of a few lines: what it says, what it keeps, how it comes back."""

import contextlib
import json
import socket
import sys
import time
from collections.abc import Iterator

import pytest

from challenge.cli.load import door as doors
from challenge.cli.load import outbox
from challenge.cli.load.console import Host
from challenge.cli.load.crowd import Manner
from challenge.cli.load.door import Door
from challenge.cli.load.phones import Phones
from challenge.cli.load.recording import RecordingPhone
from tests.cli.test_load_frames import from_server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="light phones need Linux (epoll)")

PATIENCE = 5.0
QUESTION = {"id": 41, "kind": "choice", "options": [{"id": "A"}, {"id": "B"}]}


class Scripted:
    """A server that says what a test tells it to, on one connection at a time."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.line: socket.socket | None = None

    def accept(self) -> None:
        """Take the next connection."""
        if self.line is not None:
            self.line.close()
        self.listener.settimeout(PATIENCE)
        self.line, _ = self.listener.accept()
        self.line.setblocking(False)

    def say(self, text: str) -> None:
        """One text message."""
        self.line.sendall(from_server(text.encode()))

    def tell(self, name: str, namespace: str = "/play", **data: object) -> None:
        """One event."""
        self.say(f"42{namespace}," + json.dumps([name, data], separators=(",", ":")))

    def close(self) -> None:
        self.listener.close()
        if self.line is not None:
            self.line.close()


@pytest.fixture
def server() -> Iterator[Scripted]:
    scripted = Scripted()
    yield scripted
    scripted.close()


@pytest.fixture
def phones(server: Scripted) -> Iterator[Phones]:
    with Phones([server.address], ["s3cret"], manner=Manner(window=0)) as one:
        yield one


def heard(phones: Phones, server: Scripted, sign: bytes) -> bytes:
    """What the server hears until `sign` is in it."""
    got = b""

    def done() -> bool:
        nonlocal got
        with contextlib.suppress(BlockingIOError):
            got += server.line.recv(65_536)
        return sign in got

    assert phones.until(done, seconds=PATIENCE), got
    return got


def state(version: int = 1, state: str = "lobby", **more: object) -> dict[str, object]:
    asked = QUESTION if state in ("read", "open") else None
    return {"version": version, "round": {"state": state, "number": int(bool(asked)), "question": asked}, **more}


def come_in(phones: Phones, server: Scripted) -> None:
    """Up to the phone's being present."""
    phones.all[0].connect()
    server.accept()
    let_in(phones, server)


def let_in(phones: Phones, server: Scripted) -> None:
    heard(phones, server, b"\r\n\r\n")
    server.line.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
    server.say('0{"sid":"x"}')
    heard(phones, server, b"40/play,")
    server.say('40/play,{"sid":"y"}')
    server.tell("state", **state())
    assert phones.until(phones.everybody_in, seconds=PATIENCE)


def answered(phones: Phones, server: Scripted) -> dict[str, object]:
    """The answer that the phone sends next."""
    got = heard(phones, server, b'"answer":')
    begin = got.index(b'["answer",') + len(b'["answer",')
    return json.loads(got[begin : got.index(b"]", got.index(b'"answer":', begin) + 9)])


def test_a_phone_shows_its_pass_and_is_present_once_it_has_its_picture(phones, server):
    phones.all[0].connect()
    server.accept()

    request = heard(phones, server, b"\r\n\r\n")

    assert b"Cookie: pass=s3cret\r\n" in request
    assert not phones.everybody_in()


def test_nothing_is_said_before_the_server_has_let_the_phone_in(phones, server):
    phones.all[0].connect()
    server.accept()
    heard(phones, server, b"\r\n\r\n")
    server.line.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + from_server(b"0{}"))
    server.tell("probe", n=1)
    before = heard(phones, server, b"40/play,")
    server.say("40/play,{}")

    after = heard(phones, server, b"probed")

    assert b"probed" not in before
    assert after.endswith(b'42/play,["probed",{"n":1}]')


def test_a_ping_is_answered(phones, server):
    come_in(phones, server)

    server.say("2")

    heard(phones, server, b"\x81\x81" + bytes(4) + b"3")


def test_a_question_that_opens_is_answered_once_and_its_acknowledgement_measured(phones, server):
    come_in(phones, server)
    server.tell("moved", **state(2, "open", at=time.time_ns() // 1_000_000))

    message = answered(phones, server)
    server.tell("kept", id=message["id"], question=41, answer=message["answer"])
    assert phones.until(lambda: phones.crowd.kept == 1, seconds=PATIENCE)

    (sent,) = phones.acknowledged()
    assert message["question"] == sent.question == 41
    assert message["answer"] in ("A", "B")
    assert phones.crowd.waiting == 0
    assert phones.crowd.samples.spread("acknowledgement").count == phones.crowd.samples.spread("opening").count == 1


def test_a_question_that_is_only_named_when_it_opens_is_answered_as_it_was_read(phones, server):
    come_in(phones, server)
    named = state(3, "open")
    named["round"]["question"] = {"id": 41}
    server.tell("moved", **state(2, "read"))
    server.tell("moved", **named)

    assert answered(phones, server)["answer"] in ("A", "B")


def test_an_acknowledgement_that_comes_again_is_counted_once(phones, server):
    come_in(phones, server)
    server.tell("moved", **state(2, "open"))
    message = answered(phones, server)

    for _ in range(2):
        server.tell("kept", id=message["id"], question=41, answer="A")
    assert phones.until(lambda: phones.crowd.repeated == 1, seconds=PATIENCE)

    assert phones.crowd.kept == 1


def test_an_answer_refused_for_the_moment_is_sent_again_with_its_id(phones, server, monkeypatch):
    monkeypatch.setattr(outbox, "BUSY_SECONDS", 0.0)
    come_in(phones, server)
    server.tell("moved", **state(2, "open"))
    first = answered(phones, server)

    server.tell("refused", id=first["id"], code="busy", message="Wait.")

    assert answered(phones, server)["id"] == first["id"]
    assert phones.crowd.refused == {"busy": 1}


def test_an_answer_refused_for_good_is_not_waited_for(phones, server):
    come_in(phones, server)
    server.tell("moved", **state(2, "open"))
    message = answered(phones, server)

    server.tell("refused", id=message["id"], code="late", message="The time is up.")

    assert phones.until(lambda: phones.crowd.waiting == 0, seconds=PATIENCE)
    assert phones.all[0].sent[message["id"]].refused == "late"
    assert phones.acknowledged() == []


def test_a_phone_cut_off_comes_back_and_sends_what_was_not_acknowledged(phones, server):
    come_in(phones, server)
    sent = phones.all[0].answer(41, b'"A"')
    assert answered(phones, server)["id"] == sent.id

    phones.all[0].drop()
    assert phones.until(lambda: phones.all[0].is_open, seconds=PATIENCE)
    server.accept()
    let_in(phones, server)

    assert answered(phones, server)["id"] == sent.id
    assert phones.crowd.samples.spread("returning").count == 1


def test_a_phone_that_was_taken_out_stays_away(phones, server):
    come_in(phones, server)
    server.tell("gone", message="Out.")

    server.line.close()
    assert phones.until(lambda: phones.crowd.present == 0, seconds=PATIENCE)
    phones.rest(1.0)

    assert phones.all[0].gone
    assert not phones.all[0].is_busy


def test_a_phone_that_missed_something_asks_for_the_whole_picture(phones, server):
    come_in(phones, server)

    server.tell("count", version=3, answered=1, teams=2)

    heard(phones, server, b'42/play,["state",{}]')


def test_a_line_that_answers_nothing_is_given_up_and_the_next_gets_twice_the_time(phones, server):
    phones.all[0]._patience = 0.5
    come_in(phones, server)
    heard(phones, server, b'["clock",')

    assert phones.until(lambda: phones.crowd.present == 0, seconds=PATIENCE)
    assert phones.all[0]._patience == 1.0


def test_a_server_that_is_slow_to_let_in_gets_longer_each_time(phones):
    one, waits = phones.all[0], []

    for one._tries in range(6):
        waits.append(one._meeting_seconds)

    assert waits == [8, 8, 16, 32, 32, 32]


def test_the_reason_of_a_refusal_is_kept(phones, server):
    phones.all[0].connect()
    server.accept()
    heard(phones, server, b"\r\n\r\n")

    server.line.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + from_server(b"0{}"))
    server.say('44/play,{"message":"We don\'t know this phone yet."}')

    assert phones.until(lambda: phones.all[0].reason != "", seconds=PATIENCE)
    assert phones.all[0].reason == "We don't know this phone yet."


def test_a_burst_sends_each_answer_after_the_last_was_acknowledged(server):
    with Phones([server.address], ["s3cret"], manner=Manner(window=0, burst=3)) as phones:
        come_in(phones, server)
        server.tell("moved", **state(2, "open"))
        ids = []
        for _ in range(3):
            ids.append(answered(phones, server)["id"])
            server.tell("kept", id=ids[-1], question=41, answer="A")

        assert phones.until(lambda: phones.crowd.waiting == 0, seconds=PATIENCE)
        assert len(set(ids)) == phones.crowd.kept == 3


def test_a_phone_that_records_can_tell_what_it_heard(phones, server):
    phones.all[0] = recorder = RecordingPhone(phones.crowd, 0, secret="s3cret")
    come_in(phones, server)
    server.tell("moved", **state(2, "read"))
    server.tell("moved", **state(2, "read"))
    server.tell("mine", version=2, mine=None, result={"verdict": "none"})

    assert phones.until(lambda: bool(recorder.script.mine), seconds=PATIENCE)

    assert [step["round"]["state"] for step in recorder.script.steps] == ["read"]
    assert recorder.script.state["round"]["state"] == "lobby"
    assert list(recorder.script.mine) == ["revealed"]


CARD = b'<input name="csrf_token" value="t0ken">'


def page(status: str, body: bytes = b"", *lines: str) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *lines))
    return head.encode() + b"\r\n\r\n" + body


def test_the_door_gives_a_phone_its_pass_for_its_teams_code(server):
    with Phones([server.address], [""]) as phones:
        door = Door(phones, ["KTW37Q"])
        phones.wire.later(0, lambda: door.let_in(seconds=0))
        phones.rest(0.05)
        server.accept()
        assert heard(phones, server, b"\r\n\r\n").startswith(b"GET /t/KTW37Q HTTP/1.1\r\n")
        server.line.sendall(page("200 OK", CARD, "Set-Cookie: session=abc; Path=/"))
        form = heard(phones, server, b"csrf_token=t0ken")
        server.line.sendall(page("302 FOUND", b"", "Set-Cookie: pass=s3cret; HttpOnly"))
        phones.rest(0.1)
        server.accept()

        request = heard(phones, server, b"\r\n\r\n")

        assert form.startswith(b"POST /t/KTW37Q HTTP/1.1\r\n")
        assert b"Cookie: session=abc\r\n" in form
        assert b"Cookie: pass=s3cret\r\n" in request


def test_a_door_that_stays_shut_is_named(server, monkeypatch):
    monkeypatch.setattr(doors, "MOST_TRIES", 1)
    with Phones([server.address], [""]) as phones:
        door = Door(phones, ["KTW37Q"])
        phones.wire.later(0.1, lambda: (server.accept(), server.line.sendall(page("503 NO"))))

        assert not door.let_in(seconds=PATIENCE)

        assert door.problems == {"the door answered 503": 1}


def test_a_host_presses_again_when_the_clock_was_quicker(phones, server):
    host = Host(phones.wire, cookie="session=x", sitting=5)
    host.meet(*phones.crowd.address(0))
    server.accept()
    heard(phones, server, b"\r\n\r\n")
    server.line.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + from_server(b"0{}"))
    heard(phones, server, b'40/host,{"sitting": 5}')
    server.say("40/host,{}")
    server.tell("state", "/host", version=8, round={"state": "lobby"})
    assert phones.until(lambda: host.version == 8, seconds=PATIENCE)
    host.press("next")
    first = heard(phones, server, b'"name":"next"')
    id_ = json.loads(first[first.index(b"{") : -1])["id"]

    server.tell("refused", "/host", id=id_, code="stale", message="Something changed.")
    server.tell("state", "/host", version=9, round={"state": "locked"})

    assert b'"version":9,"name":"next"' in heard(phones, server, b'"name":"next"')
    assert host.state == "locked"
