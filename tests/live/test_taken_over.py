"""A clock that one process has just taken over from another."""

import pytest

from challenge.announcements import RoundMoved
from challenge.live.engine import Engine
from challenge.models import Round, Sitting
from challenge.services.clockwork import LEASE_MS
from tests.builders import NOON
from tests.live import preparing


@pytest.fixture
def room(tmp_path):
    database = preparing.new_file(tmp_path)
    yield preparing.sitting(database, answering_ms=60_000)
    database.engine.dispose()


def test_a_round_closed_right_after_its_clock_was_taken_over_is_locked_in_time(room):
    now = NOON
    engine = Engine(room.database, holder="new", now=lambda: now, trouble=lambda _: None, in_trouble=lambda: False)
    _held_by_another(room, until=NOON + LEASE_MS)
    now += LEASE_MS + 1
    engine.beat()

    _closed(room, at=now)
    engine.hear(RoundMoved(room.id))
    engine.beat()
    now += preparing.round_row(room).grace_ms + 1
    engine.beat()

    assert preparing.round_row(room).state == "locked"


def _held_by_another(room, *, until):
    with room.database.transaction() as db:
        round_ = db.get_one(Round, room.round_id)
        round_.state, round_.question = "open", 0
        round_.opens_at, round_.closes_at = NOON, NOON + 60_000
        clock = round_.clock
        clock.alive_at, clock.holder, clock.held_until = NOON, "old", until


def _closed(room, *, at):
    with room.database.transaction() as db:
        round_ = db.get_one(Round, room.round_id)
        round_.state, round_.cut_at = "closing", at
        db.get_one(Sitting, room.id).version += 1
