"""Promise 1: acknowledged means kept. New here: a listener that hears of every commit finds each thing already stored.

tests/live/alone/test_killed.py kills the server; tests/live/test_inbox.py holds the commit back.
"""

from challenge.models import HostCommand, Response
from challenge.services import hosting, responding
from challenge.services.hosting import Order, OrderName
from challenge.services.responding import Arrival, Kept
from challenge.services.transaction import Database
from tests import builders


def test_what_is_announced_is_found_by_a_reader_of_its_own(database, room):
    seen = []
    reader = Database(database.url)

    def look(_fact):
        with reader.reading() as db:
            seen.append((db.query(HostCommand).count(), db.query(Response).count()))

    database.subscribe(look)
    room.opens()
    room.answers(room.team, "C")

    assert seen == [(1, 0), (2, 0), (2, 1)]
    reader.engine.dispose()


def test_what_fails_after_it_was_taken_is_neither_kept_nor_announced(database, room):
    facts = []
    database.subscribe(facts.append)
    room.opens()
    facts.clear()

    try:
        with database.transaction() as db:
            arrival = Arrival(room.team, "message-1", room.question, "C", builders.NOON + 1, 0)
            (outcome,) = responding.take(db, [arrival], most_credit_ms=300)
            assert isinstance(outcome, Kept)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass

    with database.reading() as db:
        assert db.query(Response).count() == 0
    assert facts == []


def test_a_command_that_is_rolled_back_is_not_remembered_as_done(database, room):
    order = Order("order-1", 0, OrderName.NEXT)

    try:
        with database.transaction() as db:
            hosting.obey(db, order, by=room.host, sitting_id=room.id, now=builders.NOON)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass

    with database.reading() as db:
        assert db.get(HostCommand, "order-1") is None
        assert builders.round_of(db, room.sitting(db)).state == "lobby"
