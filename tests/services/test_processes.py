"""Two processes on one PostgreSQL database: one keeps the time, both take answers, and nothing happens twice.

Each has connections of its own; what one does while the other is in the middle is done by threads and gates, not sleep.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from challenge.models import HostCommand, Response, Round, Sitting
from challenge.rules.play import State
from challenge.services import clockwork, hosting, joining, responding, rounds, sittings
from challenge.services.clockwork import BEAT_MS, LEASE_MS
from challenge.services.hosting import Obeyed
from challenge.services.responding import Kept
from challenge.services.transaction import Database, StorageBusyError, StorageTroubleError, wait_for_locks
from tests import builders
from tests.services.playing import arrival, ask, order, reach

pytestmark = pytest.mark.needs_postgres
PATIENCE = 20


class Process:
    """A process, as far as the database can tell."""

    def __init__(self, url, name):
        self.database = Database(url)
        self.name = name

    def claim(self, now):
        with self.database.urgent() as db:
            return clockwork.claim(db, holder=self.name, now=now)

    def renew(self, now):
        with self.database.urgent() as db:
            clockwork.renew(db, holder=self.name, now=now)

    def keep(self, sitting_id, now):
        with self.database.urgent() as db:
            return clockwork.keep_one(db, sitting_id, holder=self.name, now=now)

    def take(self, *arrivals):
        with self.database.urgent() as db:
            return responding.take(db, arrivals, most_credit_ms=300)

    def obey(self, order_, sitting_id, now):
        with self.database.transaction() as db:
            return hosting.obey(db, order_, by=sittings.staff(db, 1), sitting_id=sitting_id, now=now)


class Room:
    """A sitting whose first question is open, and its one team."""

    def __init__(self, db):
        self.sitting = builders.sitting(db, sittings.staff(db, 1))
        self.id = self.sitting.id
        self.team = builders.team(db, self.sitting)
        self.opened = reach(db, self.sitting, State.OPEN)
        self.question = ask(db, self.sitting, 0)
        clockwork.release(db, holder="this-test")


@pytest.fixture
def processes(postgres_url):
    database = builders.empty_database(postgres_url)
    with database.transaction() as db:
        builders.season(db)
    database.engine.dispose()
    both = [Process(postgres_url, name) for name in ("first", "second")]
    yield both
    for each in both:
        each.database.engine.dispose()


@pytest.fixture
def room(processes):
    with processes[0].database.transaction() as db:
        return Room(db)


@pytest.fixture
def threads():
    with ThreadPoolExecutor(4) as threads:
        yield threads


def standing(process, room):
    with process.database.reading() as db:
        return rounds.current(db, room.id).state, db.get_one(Sitting, room.id).version


def kept_until(process, room, now):
    """The clock of the room ran until now without a gap, and this process keeps it."""
    with process.database.transaction() as db:
        rounds.current(db, room.id).clock.alive_at = now
    assert process.claim(now) == [room.id]
    return process.keep(room.id, now)


def waits(process, threads, work):
    """Something that is begun, and is seen to wait for a lock of another connection."""
    begun = threads.submit(work)
    with process.database.engine.connect() as connection:
        waiting = text(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        while not connection.execute(waiting).scalar_one():
            assert not begun.done(), begun.result()
            connection.rollback()
    return begun


def test_of_two_that_want_a_clock_at_the_same_moment_one_gets_it(processes, room, threads):
    gate = threading.Barrier(2)

    def claim(process):
        gate.wait(PATIENCE)
        return process.claim(room.opened)

    claimed = list(threads.map(claim, processes))

    assert sorted(claimed) == [[], [room.id]]


def test_two_processes_that_see_a_question_due_move_it_once(processes, room, threads):
    first, second = processes
    due = kept_until(first, room, room.opened + 29_000)
    _, version = standing(first, room)

    assert list(threads.map(lambda each: each.keep(room.id, due), processes)) == [due + 800, None]
    assert standing(second, room) == (State.CLOSING, version + 1)


def test_a_dead_holder_is_taken_over_when_its_lease_is_up_and_no_sooner(processes, room):
    first, second = processes
    first.claim(room.opened)
    assert first.keep(room.id, room.opened) == room.opened + 30_000

    early, late = second.claim(room.opened + LEASE_MS - 1), second.claim(room.opened + LEASE_MS)

    assert (early, late) == ([], [room.id])
    assert second.keep(room.id, room.opened + LEASE_MS) == room.opened + 30_000


def test_a_holder_that_was_paused_for_five_seconds_moves_nothing_that_another_keeps(processes, room):
    first, second = processes
    first.claim(room.opened)
    first.keep(room.id, room.opened)
    second.claim(room.opened + 2_500)
    due = second.keep(room.id, room.opened + 2_500)
    before = standing(second, room)

    first.renew(room.opened + 5_000)
    kept = first.keep(room.id, room.opened + 100_000)

    assert (due, kept) == (room.opened + 32_500, None)
    assert standing(first, room) == before
    assert first.claim(room.opened + 2_500 + BEAT_MS) == []


def test_a_holder_that_is_paused_in_the_middle_of_its_work_keeps_no_other_sitting_waiting(processes, room):
    first, second = processes
    with second.database.transaction() as db:
        other = Room(db)
    first.claim(room.opened)

    with first.database.urgent() as db:
        clockwork.keep_one(db, room.id, holder="first", now=room.opened)
        taken = second.claim(room.opened + LEASE_MS)

    assert taken == [other.id]


def test_whoever_has_to_wait_too_long_for_a_sitting_says_so_and_changes_nothing(processes, room):
    first, second = processes
    second.claim(room.opened)
    _, version = standing(first, room)

    def want():
        with second.database.urgent() as db:
            wait_for_locks(db, at_most_ms=20)
            rounds.locked(db, room.id)

    with in_the_middle(first, lambda db: rounds.locked(db, room.id)), pytest.raises(StorageBusyError):
        want()

    assert standing(first, room) == (State.OPEN, version)


@contextmanager
def in_the_middle(process, work):
    """A transaction that has done its work, and is not committed yet."""
    with process.database.urgent() as db:
        outcome = work(db)
        db.flush()
        yield outcome


def test_a_lock_waits_for_the_answers_that_came_before_it(processes, room, threads):
    first, second = processes
    end = room.opened + 30_800
    kept_until(second, room, end - 100)
    last = arrival(room.team, room.question, "C", now=end)

    with in_the_middle(first, lambda db: responding.take(db, [last], most_credit_ms=300)) as outcomes:
        moving = waits(first, threads, lambda: second.keep(room.id, end))

    assert isinstance(outcomes[0], Kept)
    assert moving.result(PATIENCE) is None
    assert standing(first, room)[0] == State.LOCKED


def test_an_answer_that_came_while_its_question_was_being_locked_is_late(processes, room, threads):
    first, second = processes
    end = room.opened + 30_800
    kept_until(second, room, end - 100)
    last = arrival(room.team, room.question, "C", now=end)

    with in_the_middle(second, lambda db: clockwork.keep_one(db, room.id, holder="second", now=end)):
        taking = waits(first, threads, lambda: first.take(last))

    assert [each.code for each in taking.result(PATIENCE)] == ["late"]
    with first.database.reading() as db:
        assert db.query(Response).count() == 0


def test_an_outage_is_given_back_once_to_an_answer_that_waited_for_it(processes, room, threads):
    first, second = processes
    kept_until(second, room, room.opened + 29_500)
    back = room.opened + 89_500
    late = arrival(room.team, room.question, "C", now=back + 500 + 801)
    second.claim(back)

    with in_the_middle(second, lambda db: clockwork.keep_one(db, room.id, holder="second", now=back)):
        taking = waits(first, threads, lambda: first.take(late))

    with first.database.reading() as db:
        assert rounds.current(db, room.id).closes_at == back + 500
    assert [each.code for each in taking.result(PATIENCE)] == ["late"]


def test_one_message_through_two_processes_at_once_is_one_row_and_is_acknowledged_twice(processes, room, threads):
    first, second = processes
    same = arrival(room.team, room.question, "C", now=room.opened)

    with in_the_middle(first, lambda db: responding.take(db, [same], most_credit_ms=300)) as outcomes:
        again = waits(first, threads, lambda: second.take(same))

    assert again.result(PATIENCE) == outcomes == [Kept(same.message_id, room.question, "C")]
    with first.database.reading() as db:
        assert db.query(Response).count() == 1


def test_an_answer_of_nobodys_phone_is_a_mistake_that_is_not_hidden(processes, room):
    nobody = arrival(room.team, room.question, "C", now=room.opened)
    stranger = type(room.team)(room.team.entry_id, room.team.sitting_id, 999_999)
    forged = arrival(stranger, room.question, "C", now=room.opened)

    with pytest.raises(Exception, match="fk_response_device_id_device"):
        processes[0].take(nobody, forged)

    with processes[0].database.reading() as db:
        assert db.query(Response).count() == 0


def test_where_answers_can_not_be_changed_two_phones_in_two_processes_give_one(processes, room, threads):
    first, second = processes
    with first.database.transaction() as db:
        rounds.current(db, room.id).can_change = False
    one, other = (arrival(room.team, room.question, raw, now=room.opened) for raw in ("A", "C"))

    with in_the_middle(first, lambda db: responding.take(db, [one], most_credit_ms=300)):
        taking = waits(first, threads, lambda: second.take(other))

    assert [each.code for each in taking.result(PATIENCE)] == ["already"]


def test_one_press_through_two_processes_at_once_moves_the_round_once_and_is_answered_twice(processes, room, threads):
    first, second = processes
    with first.database.reading() as db:
        press = order(db.get_one(Sitting, room.id), "close")

    def pressed(db):
        return hosting.obey(db, press, by=sittings.staff(db, 1), sitting_id=room.id, now=room.opened)

    with in_the_middle(first, pressed) as obeyed:
        again = waits(first, threads, lambda: second.obey(press, room.id, room.opened))

    assert again.result(PATIENCE) == obeyed == Obeyed(press.version + 1)
    assert standing(first, room) == (State.CLOSING, press.version + 1)


def test_one_orders_id_in_two_sittings_at_once_is_obeyed_in_one_of_them(processes, room, threads):
    first, second = processes
    with first.database.transaction() as db:
        other = Room(db)
        press = order(db.get_one(Sitting, room.id), "close")
        other.sitting.version = press.version

    def pressed(db):
        return hosting.obey(db, press, by=sittings.staff(db, 1), sitting_id=room.id, now=room.opened)

    with in_the_middle(first, pressed) as obeyed:
        again = waits(first, threads, lambda: second.obey(press, other.id, other.opened))

    assert (obeyed, again.result(PATIENCE)) == (Obeyed(press.version + 1), hosting.STALE)
    with first.database.reading() as db:
        assert db.query(HostCommand).filter_by(id=press.id).count() == 1
        assert rounds.current(db, other.id).state == State.OPEN


def test_a_team_that_joins_waits_for_no_answer(processes, room):
    first, second = processes
    answer = arrival(room.team, room.question, "C", now=room.opened)

    with (
        in_the_middle(first, lambda db: responding.take(db, [answer], most_credit_ms=300)),
        second.database.transaction() as db,
    ):
        wait_for_locks(db, at_most_ms=50)
        in_ = db.get_one(Sitting, room.id)
        joined = joining.join_open(db, in_, name="Pi Hards", first_names=[], now=room.opened)

    assert joined.team == "Pi Hards"


def end_connection(process, pid):
    with process.database.urgent() as db:
        db.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})


def test_a_server_that_ends_a_connection_is_named_and_the_next_one_works(processes, room):
    first, second = processes

    def be_cut_off():
        with first.database.urgent() as db:
            end_connection(second, db.execute(text("SELECT pg_backend_pid()")).scalar_one())
            db.get(Round, 1)

    with pytest.raises(StorageTroubleError, match="restarting"):
        be_cut_off()

    assert standing(first, room)[0] == State.OPEN


def test_every_connection_that_broke_while_nobody_looked_is_replaced(processes, room):
    first, second = processes
    for _ in range(2):
        with first.database.urgent() as db, first.database.urgent() as another:
            pids = [each.execute(text("SELECT pg_backend_pid()")).scalar_one() for each in (db, another)]
        for pid in pids:
            end_connection(second, pid)

    assert standing(first, room)[0] == State.OPEN


def test_who_sleeps_with_a_transaction_open_is_given_up_by_the_server(processes):
    with processes[0].database.urgent() as db:
        assert db.execute(text("SHOW idle_in_transaction_session_timeout")).scalar_one() == "2500ms"


def test_all_processes_ask_the_server_what_time_it_is(processes):
    first, second = (each.database.clock_ms() for each in processes)

    assert 0 <= second - first < 10_000
    assert processes[0].database.has_clock


def test_readers_that_crowd_do_not_keep_the_clock_waiting(processes, room, monkeypatch):
    monkeypatch.setattr("challenge.services.transaction.QUEUE_SECONDS", 0.01)
    first, _ = processes
    crowd = [first.database.reading() for _ in range(7)]
    for each in crowd:
        each.__enter__().execute(text("SELECT 1"))

    with pytest.raises(StorageBusyError, match="at once"), first.database.reading():
        pass

    assert first.claim(room.opened) == [room.id]
    for each in crowd:
        each.__exit__(None, None, None)
    assert standing(first, room)[0] == State.OPEN
