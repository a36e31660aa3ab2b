"""Promise 3: the database is the truth. New here: an engine that knows nothing takes up any round from its rows alone.

tests/live/alone/test_killed.py does the same to a whole server.
"""

import pytest

from challenge.live.engine import Engine
from challenge.models import Round
from challenge.services.transaction import Database
from tests import builders

OUTAGE_MS = 60_000
NOON = builders.NOON


def beat(database, now):
    """One beat of an engine that was made this moment, on a database opened this moment."""
    fresh = Database(database.url)
    Engine(fresh, holder=f"process {now}", now=lambda: now, trouble=lambda _: None, in_trouble=lambda: False).beat()
    fresh.engine.dispose()


def row(database):
    with database.reading() as db:
        return db.query(Round).order_by(Round.id.desc()).first()


@pytest.mark.parametrize("presses", [1, 2])
def test_an_engine_that_just_woke_gives_an_outage_back(database, room, presses):
    for _ in range(presses):
        room.order("next")
    before = row(database)

    beat(database, NOON + OUTAGE_MS)

    after = row(database)
    assert after.state == before.state
    assert (after.opens_at - before.opens_at, after.closes_at - before.closes_at) == (OUTAGE_MS, OUTAGE_MS)


def test_engines_that_die_after_every_beat_bring_a_question_to_its_lock(database, room):
    room.opens()
    closes_at, now = row(database).closes_at, NOON

    while row(database).state != "locked":
        now += 1_000
        beat(database, now)

    assert closes_at <= now <= closes_at + 3_000


def test_a_pause_outlives_any_engine(database, room):
    room.opens()
    room.order("pause", now=NOON + 5_000)
    before = row(database)

    beat(database, NOON + 10 * OUTAGE_MS)
    room.order("resume", now=NOON + 5_000 + OUTAGE_MS)

    assert row(database).closes_at - before.closes_at == OUTAGE_MS
