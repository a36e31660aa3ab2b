"""Phones and machines whose clocks are an hour wrong: the database's clock, or the server's, alone counts."""

import time
from email.utils import parsedate_to_datetime

import pytest
import requests

from tests.faults.clocks import keeper, taken_from

HOUR_MS = 3_600_000
FAIR_MS = 400
"""How far apart two phones may seem that answer one after the other on a busy machine."""


@pytest.fixture
def game(hall):
    hall = hall()
    return hall.game([hall.server()], teams=3)


def test_phones_an_hour_wrong_take_as_long_and_close_at_the_same_moment_as_right_ones(game):
    question = game.opens()
    right, fast, slow = game.players

    for phone, wrong_ms in ((right, 0), (fast, HOUR_MS), (slow, -HOUR_MS)):
        sent = time.time() * 1_000 + wrong_ms
        phone.send("clock", {"sent": sent})
        told = phone.wait("clock", lambda told, sent=sent: told["sent"] == sent).data
        assert abs(told["now"] - (sent - wrong_ms)) < 5_000
    game.all_answer(question)
    game.all_are_acknowledged()

    taken = [row.taken_ms for row in game.history.rows()]
    assert max(taken) - min(taken) < FAIR_MS
    game.locks(question)
    assert [phone.refused(question, "B") for phone in game.players] == ["late"] * 3
    game.check()


def test_an_answer_that_brings_a_time_of_its_own_is_refused(game):
    question = game.opens()
    phone = game.players[0]
    message = {"id": "0123456789", "question": question, "answer": "C"}

    phone.send("answer", {**message, "at": time.time() * 1_000 - HOUR_MS})

    assert phone.wait("refused").data["code"] == "unknown_field"
    assert game.history.rows() == []


@pytest.mark.needs_postgres_binaries
def test_machines_an_hour_apart_agree_on_the_time_because_the_database_tells_it(hall, postgres):
    hall = hall(postgres.url(postgres.new_database()))
    game = hall.game([hall.server(), hall.server(wrong_ms=HOUR_MS), hall.server(wrong_ms=-HOUR_MS)], teams=12)
    question = game.opens()
    keeps = keeper(game)
    assert [round((_machine_time(server) - time.time()) / 3_600) for server in hall.servers] == [0, 1, -1]

    game.all_answer(question)
    game.all_are_acknowledged()
    for player in game.players:
        assert abs(player.told_now()["now"] - time.time() * 1_000) < 5_000

    taken = [row.taken_ms for row in game.history.rows()]
    assert max(taken) - min(taken) < FAIR_MS
    assert keeper(game) is keeps
    game.has_a_host_at(next(server for server in hall.servers if server is not keeps))
    keeps.freeze()
    taken_from(game, keeps)
    keeps.thaw()
    game.goes_on_to_the_end(question)


def _machine_time(server):
    """What its machine believes, in seconds: HTTP tells it."""
    return parsedate_to_datetime(requests.get(server.address, timeout=5).headers["Date"]).timestamp()
