"""Who is let in, what may be said where, and what happens to everything else: a named error to its sender alone."""

import itertools
import json
import uuid
from types import SimpleNamespace

import pytest
from websocket import create_connection

from challenge.live.namespace import SAID, Doors, Refusal, register
from challenge.live.rooms import Rooms
from challenge.services.transaction import StorageTroubleError
from tests.live import clients, preparing
from tests.live.clients import PATIENCE, Host, Phone, Screen

SECRETS = ("Traceback", "Error", "challenge.", "sqlalchemy", ".py", "0x")
TEAM = "Prime Suspects"
PROPER = {
    "answer": {"id": str(uuid.UUID(int=1)), "question": 1, "answer": "C"},
    "reading": {"typed": "1/2"},
    "state": {},
    "clock": {"sent": 12.5},
    "probed": {"n": 1},
    "command": {"id": str(uuid.UUID(int=2)), "version": 0, "name": "next"},
    "preview": {"name": "void", "question": 1},
}
"""A well-made message of each name."""


def plain(said: object) -> str:
    """What was said, once it is sure that it gives nothing of the program away."""
    text = json.dumps(said)
    assert not any(secret in text for secret in SECRETS), text
    return text


@pytest.fixture
def room(database):
    return preparing.sitting(database)


def test_a_phone_without_a_pass_is_refused(cast, room):
    stranger = cast.bring(Phone(cast.server, None))

    assert "Join with the round code" in plain(stranger.refusal())


@pytest.mark.parametrize("secret", ["", "no-such-secret", "x" * 4_000, "'; DROP TABLE entry; --"])
def test_a_phone_with_an_unknown_pass_is_refused(cast, room, secret):
    stranger = cast.bring(Phone(cast.server, secret))

    assert "Join with the round code" in plain(stranger.refusal())


def test_the_team_code_is_no_pass(cast, room):
    (phone,) = cast.teams(room, TEAM)
    code = phone.got("state")[0]["me"]["code"]

    assert "Join" in plain(cast.bring(Phone(cast.server, code)).refusal())


def test_a_host_who_is_not_signed_in_is_refused(cast, room):
    assert "Sign in" in plain(cast.bring(Host(cast.server, {}, room.id)).refusal())


def test_a_host_with_a_forged_session_is_refused(cast, room):
    forged = {"session": "eyJfdXNlcl9pZCI6IjEifQ.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb", "remember_token": "1|abcdef"}

    assert "Sign in" in plain(cast.bring(Host(cast.server, forged, room.id)).refusal())


def test_a_phone_is_no_host(cast, room):
    (phone,) = cast.teams(room, TEAM)

    assert "Sign in" in plain(cast.bring(Host(cast.server, phone.cookies, room.id)).refusal())


def test_a_host_of_another_sitting_is_refused(cast, room, database):
    other = preparing.sitting(database)
    cookies = clients.sign_in(cast.server, preparing.colleague_link(database, other.id))

    assert "Ask the host" in plain(cast.bring(Host(cast.server, cookies, room.id)).refusal())


@pytest.mark.parametrize(
    "auth", [{}, {"sitting": "1"}, {"sitting": 10**6}, {"sitting": -1}, {"sitting": 1, "as": "me"}]
)
def test_a_host_who_names_no_sitting_rightly_is_refused(cast, room, auth):
    host = cast.bring(clients.host_of(cast.server, room))
    host._auth = auth

    assert plain(host.refusal())


@pytest.mark.parametrize(
    "auth", [None, {}, {"key": ""}, {"key": "wrong"}, {"key": 7}, {"key": None}, {"key": ["a"]}, {"key": "x" * 9_000}]
)
def test_a_screen_without_the_right_key_is_refused(cast, room, auth):
    screen = cast.bring(Screen(cast.server, ""))
    screen._auth = auth

    assert "address isn't right" in plain(screen.refusal())


@pytest.mark.parametrize("namespace", SAID)
def test_a_server_in_trouble_says_that_it_is_not_the_visitors_fault(namespace):
    """A phone that is refused shows the way out; one that meets trouble keeps its place and tries again."""
    handlers = {}
    server = SimpleNamespace(on=lambda name, handler, namespace: handlers.update({(namespace, name): handler}))
    fields = dict.fromkeys(("frames", "database", "inbox", "broadcast", "now", "most_credit_ms"))
    register(Doors(server=server, rooms=Rooms(), pass_of=in_trouble, staff_of=in_trouble, **fields))

    with pytest.raises(Refusal) as refused:
        handlers[namespace, "connect"]("a-sid", {}, {})

    assert refused.value.error_args["data"] == {"code": "trouble"}


def in_trouble(_environ):
    raise StorageTroubleError("The disk is full.")


def test_there_is_no_other_door(cast, room):
    stranger = cast.bring(Screen(cast.server, room.screen_key))
    stranger.namespace = "/admin"
    stranger.wire.on("connect_error", stranger._happened("connect_error"), namespace="/admin")

    assert "Unable to connect" in plain(stranger.refusal())


@pytest.mark.parametrize("namespace", SAID)
def test_what_belongs_to_another_role_is_refused_and_changes_nothing(cast, room, namespace):
    client = _client(cast, room, namespace)

    for name in sorted(set(PROPER) - set(SAID[namespace])):
        client.mark()
        client.send(name, PROPER[name])
        assert client.wait("refused").data["code"] == "unknown"

    row = preparing.round_row(room)
    assert (row.state, row.question, preparing.stored(room)) == ("lobby", -1, [])


@pytest.mark.parametrize("namespace", SAID)
def test_what_may_be_said_has_a_handler(cast, room, namespace):
    client = _client(cast, room, namespace)

    for name in SAID[namespace]:
        client.send(name, PROPER[name])
    client.told_now()

    client._from = 0
    assert "unknown" not in [told["code"] for told in client.got("refused")]


@pytest.mark.parametrize("namespace", SAID)
def test_an_unknown_message_is_refused_by_name(cast, room, namespace):
    client = _client(cast, room, namespace)

    for name in ("nonsense", "State", "answer ", "", "*", "kept", "x" * 3_000, "__class__"):
        client.mark()
        client.send(name, {"key": room.screen_key})
        refused = client.wait("refused").data
        assert refused["code"] == "unknown"
        assert len(plain(refused)) < 200

    assert client.told_now()


@pytest.mark.parametrize("namespace", SAID)
def test_the_names_of_comings_and_goings_can_not_be_said(cast, room, namespace):
    """They would reach the library's own handlers: a phone could count as gone, and hear everything all the same."""
    host, client = cast.host(room), _client(cast, room, namespace)
    watched = {"/play": "teams", "/host": "hosts", "/screen": "screens"}[namespace]
    before = _present(host, watched)

    forged = ((), ({},), ({"HTTP_COOKIE": "pass=1"}, {"key": room.screen_key}), ("client disconnect",))
    for name, data in itertools.product(("connect", "disconnect"), forged):
        client.mark()
        client.wire.emit(name, data or None, namespace=namespace)
        assert client.wait("refused").data["code"] == "unknown"

    assert _present(host, watched) == before
    assert client.told_now()


@pytest.mark.parametrize("event", [5, None, True, {"a": 1}, ["state"], 1.5])
def test_a_message_whose_name_is_no_text_changes_nothing(running, room, event):
    (secret,) = preparing.team_secrets(room, TEAM)
    with RawPhone(running, secret) as phone:
        phone.say([event, {}])
        phone.say(["state", {}])

        assert phone.hears("state")


@pytest.mark.parametrize(
    "frame",
    [
        "2/play,",
        "2/play,[]",
        "2/play,{}",
        "2/play,7",
        "2/play,nonsense",
        "2/play,[" * 3_000,
        '2/play,["answer",' + "[" * 20_000,
        '2/play,["answer",' + "[" * 900 + "]" * 900 + "]",
        '2/play,["clock",{"sent":' + "9" * 5_000 + "}]",
        "9/play,[]",
        "",
        "2/elsewhere,[]",
        "3/play,1[]",
        '51-/play,["answer",{"_placeholder":true,"num":0}]',
    ],
)
def test_a_frame_that_is_no_message_harms_nobody(running, room, frame):
    """What the library itself can't read it logs with a trace; nothing of it may reach a client."""
    (secret,) = preparing.team_secrets(room, TEAM)
    with RawPhone(running, secret) as phone:
        phone.frame(frame)

    other = Phone(running, secret).connect()
    assert other.told_now()["me"]["team"] == TEAM
    other.close()
    plain(phone.heard)


def test_a_message_longer_than_any_honest_one_is_refused_and_a_huge_one_ends_the_connection(cast, room):
    (phone,) = cast.teams(room, TEAM)

    phone.send("answer", {"id": str(uuid.uuid4()), "question": 1, "answer": "x" * 5_000})
    assert phone.wait("refused").data["code"] == "too_long"

    phone.mark()
    phone.send("answer", {"id": str(uuid.uuid4()), "question": 1, "answer": "x" * 100_000})
    phone.wait("disconnect")
    assert phone.wait("state").data["me"]["team"] == TEAM
    assert preparing.stored(room) == []


def test_a_flood_is_slowed_and_told_so_with_the_id_of_what_was_not_taken(cast, room):
    host, (phone, neighbour) = cast.host(room), cast.teams(room, TEAM, "Pi Hards")
    question = host.opens_next()

    ids = [phone.answer(question, "C") for _ in range(30)]
    outcomes = [phone.outcome(id_) for id_ in ids]

    slowed = [frame.data for frame in outcomes if frame.event == "refused"]
    assert slowed
    assert {told["code"] for told in slowed} == {"busy"}
    assert len(preparing.stored(room)) == len(ids) - len(slowed)
    neighbour.kept(question, "A")


class RawPhone:
    """A phone that can say anything at all, not only what the library's client would."""

    def __init__(self, server, secret):
        self.heard = []
        address = server.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        self._socket = create_connection(address, timeout=PATIENCE, cookie=f"pass={secret}")
        self._socket.recv()
        self.frame("0/play,{}")
        self.hears("state")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def frame(self, text):
        self._socket.send("4" + text)

    def say(self, data):
        self.frame("2/play," + json.dumps(data))

    def hears(self, event):
        """Read until this message comes."""
        while True:
            text = self._socket.recv()
            assert text, self.heard
            self.heard.append(text)
            if text == "2":
                self._socket.send("3")
            if text.startswith(f'42/play,["{event}"'):
                return json.loads(text[len("42/play,") :])[1]


def _client(cast, room, namespace):
    if namespace == "/play":
        return cast.teams(room, TEAM)[0]
    return cast.host(room) if namespace == "/host" else cast.screen(room)


def _present(host, watched):
    told = host.told_now()
    return [team["phones"] for team in told["teams"]] if watched == "teams" else told["sitting"][watched]
