"""A phone in a room with bad Wi-Fi: nothing that it says it has is lost, and it never says "sent" too early."""

import re

import pytest
from playwright.sync_api import Error, WebSocket, WebSocketRoute, expect

from tests import recomputing
from tests.browser import preparing
from tests.browser.pictures import take

pytestmark = pytest.mark.needs_browser

SOCKETS = re.compile(r"/socket\.io/")
NO_WEBSOCKETS = """window.WebSocket = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.fail(), 20); }
  fail() { this.onerror?.(new Event("error")); this.onclose?.({code: 1006}); }
  send() {}
  close() {}
};"""
POLLED = "transport=polling"
CONFLICT = 409
A_TURN_MS = 50
A_MOMENT_MS = 1_000
BACK_MS = 20_000
"""How long a phone may take to notice that it can talk again."""


def rows(room):
    return recomputing.responses(room.server.database_url, room.id)


def polls(player):
    """The addresses that the phone asks by polling, as they are asked."""
    asked: list[str] = []
    player.page.on("request", lambda request: POLLED in request.url and asked.append(request.url))
    return asked


def refusals(player):
    """What the server says that the round is paused, by a socket that is opened from now on, or by HTTPS."""
    heard: list[str] = []

    def note(frame):
        if isinstance(frame, str) and '"refused"' in frame and '"paused"' in frame:
            heard.append(frame)

    player.page.on("websocket", lambda line: line.on("framereceived", note))
    player.page.on("response", lambda reply: reply.status == CONFLICT and heard.append(reply.url))
    return heard


def tried_both_ways(player, lines, polled):
    """Wait until the phone has asked in vain by polling and by WebSocket."""
    with player.page.expect_request(lambda request: POLLED in request.url):
        pass
    if len(lines) < 3:
        with player.page.expect_event("websocket"):
            pass
    assert polled


def test_an_answer_given_offline_is_held_and_sent_when_the_phone_is_back(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects")
    host.opens_next()
    player.answerable()

    player.context.set_offline(True)
    player.choose("D")
    expect(player.help).to_contain_text("D is safe on this phone, not sent yet.")
    expect(player.pill).to_have_text("Offline")
    assert rows(room) == []
    player.context.set_offline(False)

    expect(player.pill).to_have_text("Sent", timeout=BACK_MS)
    expect(player.help).to_contain_text("Got it: D.")
    assert rows(room) == [("Prime Suspects", 1)]


def test_an_answer_held_during_a_pause_is_sent_again_when_the_round_goes_on_and_counts(server, phone, conduct):
    # No grace: what comes after the pause was not on its way before it.
    room = preparing.room(server, ["choice"], preparing.Clock(grace_ms=0))
    host, player = conduct(room), phone(room)
    refused = refusals(player)
    player.carry(preparing.pass_for(room, "Prime Suspects"))
    host.opens_next()
    player.answerable()

    # The phone answers before it can know of the pause.
    player.context.set_offline(True)
    player.choose("D")
    expect(player.help).to_contain_text("not sent yet")
    host.does("pause")
    player.context.set_offline(False)
    expect(player.help).to_contain_text("Paused by your host.", timeout=BACK_MS)
    expect(player.pill).to_have_text("Sending")
    for _ in range(BACK_MS // A_TURN_MS):
        if not refused:
            player.page.wait_for_timeout(A_TURN_MS)
    assert refused
    assert rows(room) == []
    host.does("resume")

    player.sees_sent("D")
    assert rows(room) == [("Prime Suspects", 1)]
    host.locks()
    host.does("next", "revealed")
    expect(player.heading).to_have_text("Spot on.")


def test_a_held_answer_outlives_the_page(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects")
    host.opens_next()
    player.answerable()

    player.context.set_offline(True)
    player.choose("D")
    expect(player.help).to_contain_text("not sent yet")
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        player.page.reload()
    player.context.set_offline(False)
    player.page.goto("/play")

    player.sees_sent("D")
    assert rows(room) == [("Prime Suspects", 1)]


def test_an_answer_that_comes_too_late_is_told_plainly(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects")
    host.opens_next()
    player.answerable()

    player.context.set_offline(True)
    player.choose("D")
    expect(player.help).to_contain_text("not sent yet")
    host.locks()
    player.context.set_offline(False)

    expect(player.help).to_contain_text("Time was up before this one reached us.", timeout=BACK_MS)
    take(player.page, "phone-late")
    host.does("next", "revealed")
    expect(player.page.locator(".hero")).to_contain_text("Time was up before this one reached us")
    take(player.page, "phone-revealed-late")
    assert rows(room) == []


def test_a_phone_that_slept_through_two_questions_wakes_in_the_third(server, phone, conduct):
    room = preparing.room(server, ["choice", "choices", "truth"])
    host, player = conduct(room), phone(room, "Prime Suspects")
    host.opens_next()
    player.choose("D")
    player.sees_sent()

    player.context.set_offline(True)
    for _ in range(2):
        host.locks()
        host.does("next", "revealed")
        host.opens_next()
    player.context.set_offline(False)

    expect(player.heading).to_contain_text("0.35 is bigger than 0.4", timeout=BACK_MS)
    expect(player.page.locator("#where")).to_have_text("Question 3 of 3")
    player.choose("False")
    player.sees_sent("False")
    assert rows(room) == [("Prime Suspects", 1), ("Prime Suspects", 3)]


def test_after_a_crash_of_the_server_everybody_comes_back_and_no_answer_is_lost(own_server, phone, host, screen):
    room = preparing.room(own_server, ["choice", "truth"])
    desk, wall, player = host(room), screen(room), phone(room, "Prime Suspects")
    desk.open_question(1)
    player.choose("A")
    player.sees_sent("A")

    own_server.kill()
    expect(player.pill).to_have_text("Offline")
    player.choose("D")
    expect(player.help).to_contain_text("D is safe on this phone, not sent yet.")
    own_server.start()

    expect(player.pill).to_have_text("Sent", timeout=BACK_MS)
    expect(desk.page.locator("#link")).to_have_text("Live", timeout=BACK_MS)
    expect(desk.team("Prime Suspects")).to_contain_text("Sent")
    expect(wall.page.locator("#adrift")).to_be_hidden(timeout=BACK_MS)
    expect(wall.page.locator("footer")).to_contain_text("1 of 1")
    assert rows(room) == [("Prime Suspects", 1)] * 2
    desk.close_question()
    desk.reveal(1)
    expect(player.heading).to_have_text("Spot on.")


def test_a_phone_comes_back_by_websocket_when_its_server_was_killed_and_started_again(own_server, phone):
    room = preparing.room(own_server, ["choice"])
    player = phone(room)
    polled = polls(player)
    lines: list[WebSocket] = []

    def note(line: WebSocket) -> None:
        lines.append(line)

    player.page.on("websocket", note)
    player.carry(preparing.pass_for(room, "Prime Suspects"))
    expect(player.pill).to_have_text("Online")
    assert (len(lines), polled) == (1, [])

    own_server.kill()
    expect(player.pill).to_have_text("Offline")
    tried_both_ways(player, lines, polled)
    own_server.start()
    expect(player.pill).to_have_text("Online", timeout=BACK_MS)

    # Should polling have been next in turn, it has given way to a WebSocket a moment later.
    player.page.wait_for_timeout(A_MOMENT_MS)
    assert not lines[-1].is_closed()


def test_where_polling_always_meets_another_process_a_phone_is_back_by_websocket_within_five_seconds(server, phone):
    """`serve --workers` without a proxy: no process knows a polling phone of another."""
    room = preparing.room(server, ["choice"])
    player = phone(room)
    lines: list[WebSocketRoute] = []
    cut = {"websockets": False}

    def pass_on(line: WebSocketRoute) -> None:
        lines.append(line)
        if cut["websockets"]:
            line.close()
        else:
            line.connect_to_server()

    player.context.route_web_socket(SOCKETS, pass_on)
    player.context.route(
        SOCKETS, lambda route: route.fulfill(status=400, json={"code": 1, "message": "Invalid session"})
    )
    player.carry(preparing.pass_for(room, "Prime Suspects"))
    expect(player.pill).to_have_text("Online")

    cut["websockets"] = True
    lines[0].close()
    expect(player.pill).to_have_text("Offline")
    with player.page.expect_response(SOCKETS):
        pass
    cut["websockets"] = False

    expect(player.pill).to_have_text("Online", timeout=5_000)


def test_a_network_that_lets_no_websocket_through_still_plays(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room)
    player.context.add_init_script(NO_WEBSOCKETS)
    carried = []
    player.page.on("request", lambda request: carried.append(request.url))

    player.carry(preparing.pass_for(room, "Prime Suspects"))
    host.opens_next()
    player.choose("D")

    player.sees_sent("D")
    assert any("transport=polling" in address for address in carried)
    assert not any(address.endswith("/play/answer") for address in carried)


def test_where_no_socket_goes_through_at_all_the_answer_goes_by_post(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room)
    lines: list[WebSocketRoute] = []
    player.context.route_web_socket(SOCKETS, lambda socket: (lines.append(socket), socket.connect_to_server()))
    player.carry(preparing.pass_for(room, "Prime Suspects"))
    host.opens_next()
    player.answerable()

    player.context.route(SOCKETS, lambda route: route.abort())
    player.context.route_web_socket(SOCKETS, lambda socket: socket.close())
    for line in lines:
        line.close()
    expect(player.pill).to_have_text("Offline")
    player.choose("D")

    expect(player.help).to_contain_text("Got it: D.")
    assert rows(room) == [("Prime Suspects", 1)]
