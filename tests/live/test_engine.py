"""The engine: it looks after the clocks it holds, takes up those that are free, and tells of trouble once a second."""

import pytest

from challenge.announcements import RoundMoved, TeamsChanged
from challenge.live.engine import IDLE_MS, IDLE_SECONDS, RETRY_MS, Engine
from challenge.models import Round, RoundClock
from challenge.rules.play import State
from challenge.services import clockwork, hosting, rounds, sittings
from challenge.services.clockwork import BEAT_MS, LEASE_MS
from challenge.services.transaction import Database, StorageBusyError, StorageTroubleError
from tests import builders
from tests.builders import NOON
from tests.services.playing import order

READING_MS, ANSWERING_MS, GRACE_MS = 4_000, 30_000, 800


class House:
    """A database with rooms in it, and the time that its engines are told."""

    def __init__(self, path):
        self.database = builders.empty_database(f"sqlite:///{path}")
        with self.database.transaction() as db:
            builders.season(db)
        self.now = NOON
        self.told = []

    def room(self):
        with self.database.transaction() as db:
            return builders.sitting(db, sittings.staff(db, 1)).id

    def engine(self, name="first"):
        return Engine(
            self.database,
            holder=name,
            now=lambda: self.now,
            trouble=self.told.append,
            in_trouble=lambda: bool(self.told and self.told[-1]),
        )

    def press(self, room, name):
        with self.database.transaction() as db:
            in_ = rounds.locked(db, room)[0]
            hosting.obey(db, order(in_, name), by=sittings.staff(db, 1), sitting_id=room, now=self.now)

    def standing(self, room):
        with self.database.reading() as db:
            return rounds.current(db, room).state

    def row(self, room):
        with self.database.reading() as db:
            return db.get(Round, rounds.current(db, room).id)

    def holder(self, room):
        with self.database.reading() as db:
            return db.get(RoundClock, rounds.current(db, room).id).holder

    def let_pass(self, milliseconds, *engines):
        for _ in range(0, milliseconds, 250):
            self.now += 250
            for engine in engines:
                engine.beat()


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path / "engine.sqlite3")
    yield house
    house.database.engine.dispose()


@pytest.fixture
def touched(monkeypatch):
    """The sittings that were looked at one by one, in order."""
    seen, keep_one = [], clockwork.keep_one

    def noted(db, sitting_id, **args):
        seen.append(sitting_id)
        return keep_one(db, sitting_id, **args)

    monkeypatch.setattr(clockwork, "keep_one", noted)
    return seen


def test_where_no_clock_runs_there_is_nothing_to_do_for_a_second(house, touched):
    house.room()

    assert house.engine().beat() == IDLE_SECONDS
    assert (touched, house.told) == ([], [""])


def test_a_question_is_played_to_its_lock(house):
    engine, room = house.engine(), house.room()
    house.press(room, "next")
    states = []
    for milliseconds in (READING_MS, ANSWERING_MS, GRACE_MS + 200):
        house.let_pass(milliseconds, engine)
        states.append(house.standing(room))

    assert states == [State.OPEN, State.CLOSING, State.LOCKED]
    assert house.holder(room) is None


def test_the_next_beat_comes_when_something_is_due(house):
    engine, room = house.engine(), house.room()
    house.press(room, "next")
    waits = [engine.beat()]
    house.let_pass(READING_MS - 250, engine)
    house.now += 150

    waits.append(engine.beat())

    assert waits == [BEAT_MS / 1_000, 0.1]


def test_a_sitting_is_left_alone_until_something_is_due_in_it(house, touched):
    engine, rooms = house.engine(), [house.room() for _ in range(3)]
    for room in rooms:
        house.press(room, "next")
    house.let_pass(2 * BEAT_MS, engine)
    touched.clear()

    house.let_pass(READING_MS - 2 * BEAT_MS - 250, engine)

    assert touched == []
    assert {house.standing(room) for room in rooms} == {State.READ}


def test_a_host_who_moves_a_round_wakes_the_engine(house, touched):
    engine, rooms = house.engine(), [house.room() for _ in range(2)]
    house.press(rooms[0], "next")
    house.let_pass(2 * BEAT_MS, engine)
    touched.clear()

    house.press(rooms[1], "next")
    engine.beat()

    assert touched == [rooms[1]]
    assert house.holder(rooms[1]) == "first"


def test_a_host_who_closes_at_another_process_is_noticed_at_the_next_look(house):
    engine, room = house.engine(), house.room()
    house.press(room, "next")
    house.let_pass(READING_MS, engine)
    elsewhere = Database(house.database.url)

    with elsewhere.transaction() as db:
        in_ = rounds.locked(db, room)[0]
        hosting.obey(db, order(in_, "close"), by=sittings.staff(db, 1), sitting_id=room, now=house.now)
    house.let_pass(GRACE_MS + BEAT_MS, engine)

    assert house.standing(room) == State.LOCKED
    elsewhere.engine.dispose()


def test_news_from_another_process_is_looked_at_without_waiting(house, touched):
    engine, room = house.engine(), house.room()
    engine.beat()
    elsewhere = Database(house.database.url)
    with elsewhere.transaction() as db:
        in_ = rounds.locked(db, room)[0]
        hosting.obey(db, order(in_, "next"), by=sittings.staff(db, 1), sitting_id=room, now=house.now)
    elsewhere.engine.dispose()

    engine.hear(TeamsChanged(room))
    engine.beat()
    before = list(touched)
    engine.hear(RoundMoved(room))
    engine.beat()

    assert (before, touched) == ([], [room])


def test_a_pause_lets_the_clock_go(house):
    engine, room = house.engine(), house.room()
    house.press(room, "next")
    engine.beat()

    house.press(room, "pause")
    house.let_pass(LEASE_MS, engine)

    assert house.standing(room) == State.READ
    house.press(room, "resume")
    house.let_pass(READING_MS, engine)
    assert house.standing(room) == State.OPEN


def test_of_two_engines_one_keeps_a_round_and_the_other_takes_it_when_the_first_is_dead(house):
    first, second, room = house.engine("first"), house.engine("second"), house.room()
    house.press(room, "next")
    house.let_pass(5_000, first, second)
    closes_at = house.row(room).closes_at
    holders = [house.holder(room)]

    house.let_pass(3_000, second)

    holders.append(house.holder(room))
    assert holders == ["first", "second"]
    assert 0 < house.row(room).closes_at - closes_at <= 3_000, "the time without a clock is given back"


def test_an_engine_that_was_asleep_finds_its_round_taken_and_leaves_it_alone(house):
    sleeper, second, room = house.engine("sleeper"), house.engine("second"), house.room()
    house.press(room, "next")
    sleeper.beat()
    house.let_pass(5_000, second)
    before = house.row(room)

    house.now += 100
    sleeper.beat()

    assert house.holder(room) == "second"
    assert house.row(room).closes_at == before.closes_at


def test_an_engine_that_stops_lets_others_go_on_at_once(house):
    first, second, room = house.engine("first"), house.engine("second"), house.room()
    house.press(room, "next")
    house.let_pass(BEAT_MS, first)
    closes_at = house.row(room).closes_at

    first.stop()
    house.let_pass(BEAT_MS, second)

    assert (house.holder(room), house.row(room).closes_at) == ("second", closes_at)


def test_an_engine_stops_without_a_database_too(tmp_path, house):
    nowhere = Database(f"sqlite:///{tmp_path / 'nowhere' / 'x.sqlite3'}")
    engine = Engine(nowhere, holder="first", now=lambda: NOON, trouble=house.told.append, in_trouble=lambda: False)

    engine.stop()
    engine._run()

    assert house.told == []


def test_a_database_that_is_away_is_told_and_tried_again_each_second(house, monkeypatch):
    engine, room = house.engine(), house.room()
    house.press(room, "next")
    house.let_pass(READING_MS, engine)
    closes_at = house.row(room).closes_at

    def gone(_db):
        raise StorageTroubleError("The database server can't be reached.")

    with monkeypatch.context() as away:
        away.setattr(clockwork, "running", gone)
        waits = [engine.beat() for house.now in range(house.now + 1_000, house.now + 61_000, 1_000)]
    house.now += 1_000
    engine.beat()

    assert set(waits) == {IDLE_SECONDS}
    assert house.told[-2:] == ["The database server can't be reached.", ""]
    assert house.row(room).closes_at - closes_at == pytest.approx(61_000, abs=BEAT_MS)


def test_after_trouble_hosts_hear_that_all_is_well_even_where_no_clock_runs(house):
    engine = house.engine()
    house.told.append("The disk is full.")

    engine.beat()

    assert house.told[-1] == ""


@pytest.mark.parametrize(
    ("error", "again_ms"), [(StorageBusyError("Somebody else."), RETRY_MS), (ZeroDivisionError(), IDLE_MS)]
)
def test_trouble_in_one_sitting_does_not_stop_the_others(house, monkeypatch, error, again_ms):
    engine, bad, good = house.engine(), house.room(), house.room()
    keep_one = clockwork.keep_one

    def stumble(db, sitting_id, **args):
        if sitting_id == bad:
            raise error
        return keep_one(db, sitting_id, **args)

    with monkeypatch.context() as stumbling:
        stumbling.setattr(clockwork, "keep_one", stumble)
        house.press(bad, "next")
        house.press(good, "next")
        engine.beat()
        assert engine._dues[bad] == house.now + again_ms
        house.let_pass(READING_MS, engine)
        states = [house.standing(each) for each in (bad, good)]
    house.let_pass(READING_MS + LEASE_MS, engine)

    assert states == [State.READ, State.OPEN]
    assert house.standing(bad) == State.OPEN
    assert set(house.told) == {""}


def test_leases_are_renewed_before_a_long_row_of_sittings_is_through(house, monkeypatch):
    engine, rooms = house.engine(), [house.room() for _ in range(4)]
    keep_one = clockwork.keep_one

    def slow(db, sitting_id, **args):
        house.now += BEAT_MS
        return keep_one(db, sitting_id, **args)

    monkeypatch.setattr(clockwork, "keep_one", slow)
    for room in rooms:
        house.press(room, "next")
    waits = [engine.beat() for _ in range(8)]

    assert min(waits) < BEAT_MS / 1_000
    assert {house.holder(room) for room in rooms} == {"first"}
    assert len(engine._dues) == len(rooms)


def test_a_beat_that_fails_altogether_is_not_the_last(house, monkeypatch):
    engine, beats = house.engine(), []
    monkeypatch.setattr("challenge.live.engine.IDLE_SECONDS", 0.001)

    def fail():
        beats.append(len(beats))
        if len(beats) == 3:
            engine._stopped.set()
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "beat", fail)
    engine._run()

    assert beats == [0, 1, 2]
