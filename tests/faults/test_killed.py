"""`kill -9` of one of two processes, in each state of a round: the other takes over, and the phones are back soon."""

import pytest

from challenge.models import Round
from tests.faults.clocks import keeper, taken_from
from tests.faults.hall import TEAMS, eventually
from tests.live import preparing

pytestmark = [pytest.mark.needs_postgres_binaries, pytest.mark.needs_redis_server]
BACK_SECONDS = 5.0
FROZEN_SECONDS = 5.0
LONG_GRACE_MS = 2_500
SHORT_MS = 8_000
_ASKED = [("next", "read"), ("next", "open")]
_LOCKED = [*_ASKED, ("close", "locked")]
_REVEALED = [*_LOCKED, ("reveal", "revealed")]
PRESSES = {
    "lobby": [],
    "read": _ASKED[:1],
    "open": _ASKED,
    "closing": _ASKED,
    "locked": _LOCKED,
    "revealed": _REVEALED,
    "standings": [*_REVEALED, ("standings", "standings")],
    "paused": [*_ASKED, ("pause", "open")],
}


@pytest.fixture
def made(hall, postgres, redis):
    return hall(postgres.url(postgres.new_database()), redis_url=redis.url)


def test_when_the_process_that_holds_the_clocks_dies_the_other_takes_over_in_every_state(made):
    first = made.server()
    games = {state: _brought_to(made, state) for state in PRESSES}
    made.server()
    for game in games.values():
        game.let_in(TEAMS[2:4])
    _closing(games["closing"])
    for state in ("read", "open"):
        assert keeper(games[state]) is first
    for game in games.values():
        game.mark()

    first.kill()

    for state in ("read", "open"):
        taken_from(games[state], first)
    for game in games.values():
        game.all_are_back(seconds=BACK_SECONDS)
    for game in games.values():
        game.plays_on()


def test_phones_of_a_killed_process_are_back_on_the_other_within_five_seconds_and_lose_nothing(made):
    first, _second = made.server(), made.server()
    game = made.game([made.door()], teams=24)
    question = game.opens()
    game.all_answer(question, game.players[:12])
    game.mark()

    first.kill()
    game.all_answer(question, game.players[12:])

    eventually(lambda: any(each.lost_line() for each in game.players), "some lose their line", seconds=2)
    eventually(lambda: not any(each.lost_line() for each in game.players), "all are back", seconds=BACK_SECONDS)
    game.all_are_acknowledged()
    assert len(game.history.rows()) == len(game.players)
    game.goes_on_to_the_end(question)


def test_a_process_that_froze_with_the_clock_finds_it_taken_and_does_nothing_twice(made):
    servers = [made.server(), made.server()]
    game = made.game(servers)
    question = game.opens()
    frozen = keeper(game)
    other = servers[1 - servers.index(frozen)]
    game.has_a_host_at(other)

    game.all_answer(question, game.behind(frozen))
    frozen.freeze()
    taken_from(game, frozen, seconds=FROZEN_SECONDS)
    game.all_answer(question, game.behind(other))
    game.all_are_acknowledged(players=game.behind(other), seconds=FROZEN_SECONDS)
    game.locks(question)
    frozen.thaw()

    game.all_are_acknowledged()
    game.plays_on()


def _brought_to(made, state):
    game = made.game([made.door()], teams=2, reading_ms=SHORT_MS if state == "read" else preparing.NEVER_MS)
    for command, led_to in PRESSES[state]:
        game.host.insists(command, led_to)
        if led_to == "open":
            game.history.notes_opening(game.room.questions[0])
    return game


def _closing(game):
    """At the last moment: it lasts no longer than the grace, which is a long one here."""
    with game.room.database.transaction() as db:
        db.get_one(Round, game.room.round_id).grace_ms = LONG_GRACE_MS
    game.host.insists("close", "closing")
