"""Networks as bad as a college's: late, cut, half-open. Answers arrive in the end, once, and nothing late counts."""

import pytest

from tests.faults.hall import eventually
from tests.faults.proxy import Weather

STORMY = Weather(delay=300, jitter=200, cut=10, stall=10)
ACKNOWLEDGED_SECONDS = 25.0


@pytest.fixture
def made(hall):
    return hall()


def test_a_network_that_delays_and_cuts_loses_no_answer(made):
    door = made.door(made.server(), seed=4)
    game = made.game([door])
    question = game.opens()
    door.weather = STORMY
    game.mark()
    door.cut()

    game.all_answer(question)
    game.all_are_acknowledged(seconds=ACKNOWLEDGED_SECONDS)

    assert len(game.history.rows()) == len(game.players)
    door.restore()
    game.goes_on_to_the_end(question)


def test_an_answer_sent_into_a_cut_line_is_sent_again_and_counts_once(made):
    door = made.door(made.server())
    game = made.game([door])
    question = game.opens()

    game.mark()
    game.all_answer(question)
    assert door.shut() >= len(game.players)
    door.restore()
    game.all_are_acknowledged()

    assert len(game.history.rows()) == len(game.players)
    game.all_are_back(seconds=5)
    game.goes_on_to_the_end(question)


def test_a_half_open_line_is_noticed_and_nothing_said_into_it_is_lost_or_doubled(made):
    server = made.server()
    door = made.door(server)
    game = made.game([server, door])
    unlucky, lucky = game.behind(door), game.behind(server)
    question = game.opens()
    door.half_open()
    game.mark()

    game.all_answer(question)
    game.all_are_acknowledged(players=lucky, seconds=5)
    assert not any(player.acknowledged for player in unlucky)
    eventually(lambda: all(player.lost_line() for player in unlucky), "phones hang up by themselves", seconds=10)
    door.restore()

    game.all_are_acknowledged()
    game.goes_on_to_the_end(question)


def test_what_arrives_after_the_lock_is_refused_however_early_it_was_sent(made):
    server = made.server()
    door = made.door(server)
    game = made.game([server, door])
    unlucky, lucky = game.behind(door), game.behind(server)
    question = game.opens()
    door.half_open()

    game.all_answer(question)
    game.all_are_acknowledged(players=lucky, seconds=5)
    game.locks(question)
    door.restore()
    game.all_are_acknowledged()

    assert [list(player.turned_down.values()) for player in unlucky] == [["late"]] * len(unlucky)
    assert len(game.history.rows()) == len(lucky)
    game.check()
