"""Who is told what: a move that could not be told at once, and a name that stands beside another team's own."""

from contextlib import contextmanager

import pytest

from challenge.announcements import RoundMoved
from challenge.live.broadcast import Broadcast
from challenge.live.frames import Frames
from challenge.live.pulse import Pulse
from challenge.live.rooms import PLAY, Member, Rooms
from challenge.models import Sitting
from challenge.services import hosting, sittings
from challenge.services.access import TeamIdentity
from challenge.services.hosting import Obeyed, Order, OrderName
from challenge.services.transaction import Database, StorageTroubleError
from challenge.services.views import Addresses
from tests import builders

FULL = "The disk is full."


class FailingDatabase(Database):
    """A database that can't be read while it is in trouble."""

    in_trouble = False

    @contextmanager
    def reading(self):
        if self.in_trouble:
            raise StorageTroubleError(FULL)
        with super().reading() as db:
            yield db


class Ears:
    """In the place of the Socket.IO server: what was said, and to whom."""

    def __init__(self):
        self.heard = []
        self.told = {}

    def emit(self, event, data, /, *, to, namespace):
        for sid in to:
            self.heard.append((namespace, event, sid))
            self.told[event, sid] = data


@pytest.fixture
def database(tmp_path):
    database = FailingDatabase(builders.empty_database(f"sqlite:///{tmp_path / 'challenge.sqlite3'}").url)
    yield database
    database.engine.dispose()


def telling(ears, rooms, database):
    frames = Frames(ears, Pulse(None), ready=False)
    return Broadcast(
        ears, frames, rooms, database=database, addresses=lambda _: Addresses("", ""), now=lambda: builders.NOON
    )


@pytest.fixture
def sitting_id(database):
    with database.transaction() as db:
        return builders.sitting(db, builders.season(db)).id


def test_a_move_that_could_not_be_told_is_told_as_soon_as_the_database_is_back(database, sitting_id):
    ears, rooms = Ears(), Rooms()
    rooms.enter("a-phone", Member(TeamIdentity(1, sitting_id, 1), PLAY, sitting_id))
    broadcast = telling(ears, rooms, database)
    moved = ("/play", "moved", "a-phone")
    database.in_trouble = True
    broadcast.hear(RoundMoved(sitting_id))
    broadcast.flush()
    assert moved not in ears.heard
    assert broadcast.in_trouble()

    database.in_trouble = False
    broadcast.flush()
    broadcast.flush()

    assert ears.heard.count(moved) == 1


@pytest.mark.parametrize(
    ("name", "details", "neighbours"),
    [("rename", {"team": "Acute Angles"}, ["Acute Angles", "Ratio Gaga"]), ("remove", {}, ["Ratio Gaga"])],
)
def test_a_name_that_the_host_takes_away_is_gone_from_the_neighbours_phones_too(
    database, sitting_id, name, details, neighbours
):
    ears, rooms = Ears(), Rooms()
    telling(ears, rooms, database)
    with database.transaction() as db:
        rude, other = (
            builders.team(db, db.get(Sitting, sitting_id), team) for team in ("Prime Suspects", "Ratio Gaga")
        )
    rooms.enter("a-phone", Member(other, PLAY, sitting_id))
    obey(database, sitting_id, Order("order-one", 0, OrderName.END))

    obey(database, sitting_id, Order("order-two", 1, OrderName(name), entry=rude.entry_id, **details))

    around = ears.told["mine", "a-phone"]["place"]["around"]
    assert [row["team"] for row in around] == neighbours


def test_phones_hear_a_question_whole_when_it_comes_up_and_then_only_its_name(database, sitting_id):
    ears, rooms = Ears(), Rooms()
    rooms.enter("a-phone", Member(TeamIdentity(1, sitting_id, 1), PLAY, sitting_id))
    telling(ears, rooms, database)
    names = (OrderName.NEXT, OrderName.NEXT, OrderName.PAUSE, OrderName.RESUME, OrderName.CLOSE)
    told = []

    for version, name in enumerate(names):
        obey(database, sitting_id, Order(f"order-{version}", version, name))
        told.append(ears.told["moved", "a-phone"]["round"]["question"])

    assert told[0]["text"]
    assert told[1:] == [{"id": told[0]["id"]}] * 4


def obey(database, sitting_id, order):
    with database.transaction() as db:
        outcome = hosting.obey(db, order, by=sittings.staff(db, 1), sitting_id=sitting_id, now=builders.NOON)
    assert isinstance(outcome, Obeyed), outcome


def test_the_more_phones_there_are_the_less_often_they_hear_how_many_answered(database, sitting_id, monkeypatch):
    clock = [1_000.0]
    monkeypatch.setattr("challenge.live.broadcast.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("challenge.live.broadcast.COUNTS_A_SECOND", 1)
    ears, rooms = Ears(), Rooms()
    for number in range(3):
        rooms.enter(f"phone {number}", Member(TeamIdentity(number, sitting_id, number), PLAY, sitting_id))
    broadcast = telling(ears, rooms, database)
    counts = []

    for seconds in (0, 1, 1, 1):
        clock[0] += seconds
        broadcast.presence_changed(sitting_id)
        broadcast.flush()
        counts.append(ears.heard.count(("/play", "count", "phone 0")))

    assert counts == [1, 1, 1, 2]


def test_a_count_that_waits_is_told_once_its_time_has_come(database, sitting_id, monkeypatch):
    clock = [1_000.0]
    monkeypatch.setattr("challenge.live.broadcast.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("challenge.live.broadcast.COUNTS_A_SECOND", 1)
    ears, rooms = Ears(), Rooms()
    rooms.enter("a-phone", Member(TeamIdentity(1, sitting_id, 1), PLAY, sitting_id))
    broadcast, heard = telling(ears, rooms, database), ("/play", "count", "a-phone")
    for _ in range(2):
        broadcast.presence_changed(sitting_id)
        broadcast.flush()
    assert ears.heard.count(heard) == 1

    clock[0] += 1
    database.in_trouble = True
    broadcast.flush()
    assert broadcast.in_trouble()
    database.in_trouble = False
    broadcast.flush()

    assert ears.heard.count(heard) == 2
