"""PostgreSQL restarted, crashed and gone for a while: no acknowledgement meanwhile, and nothing is lost by it."""

import time

import pytest

from tests.faults.hall import eventually
from tests.live import preparing

pytestmark = pytest.mark.needs_postgres_binaries
GONE_SECONDS = 4.0
SHORT_MS = 3_000


@pytest.fixture
def made(hall, postgres):
    return hall(postgres.url(postgres.new_database()))


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_restart_in_the_middle_of_a_burst_loses_no_answer(made, postgres, mode):
    game = made.game([made.server()], teams=24)
    question = game.opens()

    game.all_answer(question, game.players[:8])
    postgres.stop(mode)
    game.all_answer(question, game.players[8:16])
    postgres.start()
    game.all_answer(question, game.players[16:])
    game.all_are_acknowledged()

    assert len(game.history.rows()) == len(game.players)
    game.goes_on_to_the_end(question)


def test_while_postgres_is_gone_nothing_is_acknowledged_and_afterwards_everything_arrives(made, postgres):
    game = made.game([made.server()])
    question = game.opens()
    game.all_answer(question, game.players[:4])
    game.all_are_acknowledged()
    before = preparing.round_row(game.room).closes_at

    postgres.stop("immediate")
    stopped = time.monotonic()
    game.all_answer(question, game.players[4:])
    trouble = game.host.wait("state", lambda told: told["trouble"]).data["trouble"]
    time.sleep(max(0.0, GONE_SECONDS - (time.monotonic() - stopped)))
    assert not any(player.acknowledged for player in game.players[4:])
    postgres.start()
    gone_ms = (time.monotonic() - stopped) * 1_000
    game.all_are_acknowledged()

    assert "database" in trouble
    game.host.wait("state", lambda told: told["trouble"] == "")
    eventually(lambda: _given_back(game, before) >= gone_ms - 300, "the time was given back", seconds=3)
    assert _given_back(game, before) <= gone_ms + 2_500
    game.goes_on_to_the_end(question)


def test_a_question_whose_time_ran_out_while_postgres_was_gone_can_still_be_answered(made, postgres):
    game = made.game([made.server()], answering_ms=SHORT_MS)
    question = game.opens()

    postgres.stop("fast")
    time.sleep(SHORT_MS / 1_000)
    game.all_answer(question)
    postgres.start()
    game.all_are_acknowledged()

    assert len(game.history.rows()) == len(game.players)
    game.locks_by_itself(question)
    game.check()


def _given_back(game, before):
    return preparing.round_row(game.room).closes_at - before
