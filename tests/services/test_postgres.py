"""The same services on PostgreSQL: one whole round, and what only a real server tells."""

import threading

import pytest

from challenge import migrations
from challenge.models import Entry, HostCommand, Response, Sitting
from challenge.rules.play import State
from challenge.rules.refusal import Refused
from challenge.services import hosting, joining, results, scenes, sittings
from challenge.services.hosting import Obeyed
from challenge.services.joining import Joined
from challenge.services.transaction import Database, StorageTroubleError
from tests import builders
from tests.builders import NOON
from tests.services.playing import arrival, ask, kept, order, pressed, reach, send

pytestmark = pytest.mark.needs_postgres
RIGHT = ["C", ("A", "C"), "true", "3/4", "isosceles", ("b", "c", "a")]


@pytest.fixture
def database(postgres_url):
    database = builders.empty_database(postgres_url)
    with database.transaction() as db:
        builders.sitting(db, builders.season(db))
    yield database
    database.engine.dispose()


def newest(db):
    return db.query(Sitting).order_by(Sitting.id.desc()).first()


def together(*works):
    """What came of works that were done at the same time."""
    outcomes, gate = [], threading.Barrier(len(works))

    def run(work):
        gate.wait()
        outcomes.append(work())

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return outcomes


def test_a_whole_round_is_played(database):
    with database.transaction() as db:
        in_ = newest(db)
        team = builders.team(db, in_)
        for position, raw in enumerate(RIGHT):
            now = reach(db, in_, State.OPEN, question=position)
            kept(db, team, ask(db, in_, position), raw, now=now + 1_000)
        reach(db, in_, State.DONE, question=5)

    with database.reading() as db:
        found = results.of_sitting(db, newest(db).id)
    assert [(each.place, each.team, each.points) for each in found.teams] == [(1, builders.TEAMS[0], 6)]


def test_upgrading_twice_changes_nothing(database):
    with database.engine.begin() as connection:
        migrations.upgrade(connection)

    with database.reading() as db:
        assert newest(db).name == "Maths 2"


def test_the_same_answer_three_times_is_one_row(database):
    with database.transaction() as db:
        in_ = newest(db)
        team = builders.team(db, in_)
        now = reach(db, in_, State.OPEN, question=1)
        same = arrival(team, ask(db, in_, 1), ("A", "C"), now=now)

        outcomes = [*send(db, same, same), *send(db, same)]

        assert outcomes[0] == outcomes[1] == outcomes[2]
        assert db.query(Response).count() == 1


def test_two_hosts_who_press_at_the_same_moment_move_one_step(database):
    with database.reading() as db:
        sitting_id, orders = newest(db).id, [order(newest(db), "next") for _ in range(2)]

    def press(order_):
        with database.transaction() as db:
            assert sittings.exists(db, sitting_id)
            return hosting.obey(db, order_, by=sittings.staff(db, 1), sitting_id=sitting_id, now=NOON)

    outcomes = together(*(lambda each=each: press(each) for each in orders))

    assert sorted(type(each).__name__ for each in outcomes) == ["Obeyed", "Refused"]
    with database.reading() as db:
        assert (scenes.load(db, sitting_id).play.state, db.query(HostCommand).count()) == (State.READ, 1)


def test_a_host_who_had_to_wait_sees_what_the_other_did(database):
    with database.transaction() as first:
        in_ = newest(first)
        stale, started, outcomes, sitting_id = order(in_, "next"), threading.Event(), [], in_.id

        def press_late():
            with database.transaction() as db:
                seen_before = newest(db)
                assert seen_before.version == stale.version
                started.set()
                outcomes.append(hosting.obey(db, stale, by=sittings.staff(db, 1), sitting_id=sitting_id, now=NOON))

        pressed(first, in_, "next", now=NOON)
        thread = threading.Thread(target=press_late)
        thread.start()
        assert started.wait(timeout=20)
    thread.join(timeout=20)

    assert [type(each) for each in outcomes] == [Refused]
    assert outcomes[0].code == "stale"
    with database.reading() as db:
        assert scenes.load(db, sitting_id).sitting.version == 1


def test_two_teams_that_want_one_name_at_the_same_moment_get_one_each(database):
    def join():
        with database.transaction() as db:
            return joining.join_open(db, newest(db), name="Pi Hards", first_names=[], now=NOON)

    outcomes = together(join, join, join)

    assert sorted(type(each).__name__ for each in outcomes) == ["Joined", "dict", "dict"]
    assert [each["name"].code for each in outcomes if isinstance(each, dict)] == ["taken"] * 2


def test_the_last_place_goes_to_one_team(database):
    with database.transaction() as db:
        newest(db).most_teams = 1

    def join(name):
        with database.transaction() as db:
            return joining.join_open(db, newest(db), name=name, first_names=[], now=NOON)

    outcomes = together(*(lambda name=name: join(name) for name in builders.TEAMS[:3]))

    assert sum(isinstance(each, Joined) for each in outcomes) == 1
    with database.reading() as db:
        assert db.query(Entry).filter_by(sitting_id=newest(db).id).count() == 1


@pytest.mark.parametrize("text", ["\0", "\ud800", "x\0y"])
def test_what_no_server_can_store_is_refused_or_left_out(database, text):
    with database.transaction() as db:
        in_ = newest(db)
        now = reach(db, in_, State.REVEALED)

        assert joining.sitting_by_code(db, text) is None
        assert joining.identify(db, text) is None
        assert sittings.by_screen_key(db, text) is None
        assert set(
            sittings.refuse_plan(
                db, sittings.SittingPlan(name="Maths", place=text, quiz=text), by=sittings.staff(db, 1)
            )
        ) == {"quiz"}
        voided = pressed(db, in_, "void", question=ask(db, in_, 0), reason=f"A {text} misprint.", now=now)
        assert isinstance(voided, Obeyed)


def test_a_server_that_goes_away_is_named(database, postgres_url):
    def lose_the_server():
        with database.reading() as db:
            db.connection().connection.dbapi_connection.close()
            db.query(Sitting).count()

    with pytest.raises(StorageTroubleError, match="can't be reached"):
        lose_the_server()


def test_a_sitting_is_found_again_after_the_server_let_go_of_us(database):
    with database.reading() as db:
        before = newest(db).id

    database.engine.dispose()
    again = Database(database.url)

    with again.reading() as db:
        assert newest(db).id == before
    again.engine.dispose()


def test_a_database_has_one_fingerprint_however_its_address_is_written(database):
    url = database.engine.url

    found = {fingerprint(each) for each in (url, url.set(host="localhost"), url.set(query={"application_name": "x"}))}

    assert len(found) == 1
    assert fingerprint(url.set(database="postgres")) not in found


def fingerprint(url):
    database = Database(url.render_as_string(hide_password=False))
    try:
        return database.fingerprint()
    finally:
        database.engine.dispose()
