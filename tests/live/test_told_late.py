"""What a process tells when the news of a move never came to it, or when it could not look for a while."""

import pytest

from challenge.live.broadcast import GATHER_SECONDS, LARGEST_SHARE, LONGEST_PAUSE_SECONDS, pause_after
from challenge.live.rooms import PLAY, Member, Rooms
from challenge.models import Sitting
from challenge.services import hosting, sittings
from challenge.services.hosting import Order, OrderName
from challenge.services.transaction import Database
from tests import builders
from tests.live.test_broadcast import Ears, telling


@pytest.fixture
def databases(tmp_path):
    """One file, as two processes have it: a commit of the one is no news to the other."""
    url = f"sqlite:///{tmp_path / 'challenge.sqlite3'}"
    databases = [builders.empty_database(url), Database(url)]
    yield databases
    for database in databases:
        database.engine.dispose()


def test_a_move_of_another_process_is_told_even_where_something_else_is_told_first(databases):
    here, there = databases
    with here.transaction() as db:
        sitting = builders.sitting(db, builders.season(db))
        team, sitting_id = builders.team(db, sitting), sitting.id
    ears, rooms = Ears(), Rooms()
    broadcast = telling(ears, rooms, here)
    rooms.enter("a-phone", Member(team, PLAY, sitting_id))
    with here.reading() as db:
        broadcast.phone_state(db, team.entry_id, sitting_id)

    with there.transaction() as db:
        version = db.get_one(Sitting, sitting_id).version
        hosting.obey(
            db,
            Order("order-one", version, OrderName.NEXT),
            by=sittings.staff(db, 1),
            sitting_id=sitting_id,
            now=builders.NOON,
        )
    broadcast.presence_changed(sitting_id, team.entry_id)
    broadcast.flush()

    assert ears.told["moved", "a-phone"]["round"]["state"] == "read"


def test_telling_leaves_most_of_the_time_to_answers_but_never_falls_silent_for_long():
    took = LARGEST_SHARE * 0.8

    assert pause_after(0.001) == GATHER_SECONDS
    assert took / (took + pause_after(took)) == pytest.approx(LARGEST_SHARE)
    assert pause_after(2.5) == LONGEST_PAUSE_SECONDS
