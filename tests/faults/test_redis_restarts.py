"""Redis restarted and frozen: whoever sits with the host goes on, and the rest catches up within a few seconds."""

import time

import pytest

from tests.faults.hall import eventually

pytestmark = [pytest.mark.needs_postgres_binaries, pytest.mark.needs_redis_server]
AT_ONCE_SECONDS = 1.0
SWEPT_SECONDS = 3.5
BACK_SECONDS = 6.0


@pytest.fixture
def game(hall, postgres, redis):
    made = hall(postgres.url(postgres.new_database()), redis_url=redis.url)
    return made.game([made.server(), made.server()], teams=16)


@pytest.mark.parametrize("fault", ["killed", "frozen"])
def test_without_redis_the_round_goes_on_everywhere_and_is_fast_again_when_it_is_back(game, redis, fault):
    here, there = game.behind(game.doors[0]), game.behind(game.doors[1])
    question = game.opens()
    assert _seconds_until_known(game, "pause", there) < AT_ONCE_SECONDS, "Redis is not at work"
    game.host.insists("resume")

    game.all_answer(question, game.players[:8])
    redis.kill() if fault == "killed" else redis.freeze()
    game.all_answer(question, game.players[8:])
    game.all_are_acknowledged(seconds=5)
    assert _seconds_until_known(game, "pause", here) < AT_ONCE_SECONDS
    game.converges(seconds=SWEPT_SECONDS)
    game.host.insists("resume")
    game.converges(seconds=SWEPT_SECONDS)
    redis.start() if fault == "killed" else redis.thaw()

    eventually(lambda: _is_fast(game, there), "news is fast again", seconds=BACK_SECONDS)
    game.goes_on_to_the_end(question)


def _seconds_until_known(game, command, players):
    """How long it takes from the press until all of these players were told."""
    started = time.monotonic()
    paused = game.host.insists(command)["round"]["paused"]
    eventually(
        lambda: all(player.believes()[2] == paused for player in players), f"{command} is known", seconds=SWEPT_SECONDS
    )
    return time.monotonic() - started


def _is_fast(game, players):
    seconds = [_seconds_until_known(game, command, players) for command in ("pause", "resume") * 2]
    return max(seconds) < AT_ONCE_SECONDS / 2
