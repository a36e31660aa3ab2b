"""The first start, and every one after it."""

from challenge.models import Category, Quiz, Season, Sitting, Staff, Stage
from challenge.rules.play import State
from challenge.rules.questions import as_dict
from challenge.services import demo, joining, sittings
from challenge.services.transaction import Database
from tests import builders
from tests.builders import NOON
from tests.services.playing import pressed


def start(db, now=NOON):
    welcome = demo.prepare(db, now=now, grace_ms=800)
    db.flush()
    return welcome


def add_quiz(db, slug):
    db.add(
        Quiz(
            slug=slug, title=slug, category="funkies", about="", fingerprint="1", questions=[as_dict(builders.choice())]
        )
    )
    db.flush()


def empty(tmp_path):
    return builders.empty_database(builders.settings(tmp_path).database_url)


def test_a_first_start_makes_a_season_that_can_be_hosted_at_once(tmp_path):
    database = empty(tmp_path)
    with database.transaction() as db:
        add_quiz(db, "any")

        welcome = start(db)

        assert [each.slug for each in db.query(Category).order_by(Category.position)] == [
            "funkies",
            "ein2steins",
            "go-forth",
        ]
        assert joining.sitting_by_code(db, welcome.code).door_key == welcome.door_key
        assert sittings.sign_in(db, welcome.token, now=NOON).role == "organiser"
    database.engine.dispose()


def test_a_second_start_makes_nothing_new_but_a_link(db):
    before = [db.query(table).count() for table in (Season, Staff, Sitting, Category)]

    first, second = start(db), start(db)

    assert [db.query(table).count() for table in (Season, Staff, Sitting, Category)] == before
    assert (first.code, first.door_key) == (second.code, second.door_key)
    assert first.token != second.token


def test_the_first_host_can_be_given_another_link(db):
    token = demo.sign_in_again(db, now=NOON)

    assert sittings.sign_in(db, token, now=NOON).name == "Host"


def test_where_nobody_hosts_yet_there_is_no_link_to_give(tmp_path):
    database = empty(tmp_path)
    with database.transaction() as db:
        token = demo.sign_in_again(db, now=NOON)

    database.engine.dispose()
    assert token is None


def test_a_start_without_any_quiz_has_nothing_to_join_yet(tmp_path):
    database: Database = empty(tmp_path)
    with database.transaction() as db:
        without, again = start(db), start(db)
        add_quiz(db, "any")
        with_one = start(db)

    database.engine.dispose()
    assert (without.code, again.door_key) == (None, None)
    assert with_one.code is not None


def test_the_newest_sitting_that_is_not_finished_is_the_one_to_join(db, host):
    older, newer = builders.sitting(db, host), builders.sitting(db, host)
    first = start(db).code
    pressed(db, newer, "end", now=NOON)

    second = start(db).code

    assert (first, second) == (newer.code, older.code)


def test_when_all_are_finished_a_new_one_is_made(db):
    for each in db.query(Sitting):
        builders.round_of(db, each).state = State.DONE
    before = db.query(Sitting).count()

    start(db)

    assert db.query(Sitting).count() == before + 1


def test_the_favourite_quiz_is_played_first_where_there_is_one(db):
    add_quiz(db, demo.FAVOURITE)
    for each in db.query(Sitting):
        builders.round_of(db, each).state = State.DONE

    code = start(db).code

    assert builders.round_of(db, joining.sitting_by_code(db, code)).quiz_slug == demo.FAVOURITE


def test_a_season_whose_class_round_is_gone_still_starts(db):
    db.query(Stage).update({"kind": "college final"})
    for each in db.query(Sitting):
        builders.round_of(db, each).state = State.DONE

    assert start(db).code is None
