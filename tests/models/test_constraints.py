"""What the tables themselves refuse, whatever the code above them does."""

import shutil

import pytest
from sqlalchemy.exc import IntegrityError

from challenge.models import Category, Device, Entry, HostCommand, Response, Sitting, Staff, Student, Team
from challenge.rules.play import State
from challenge.services.transaction import Database
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, reach


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A sitting with two teams, one answer and one host's order, made once."""
    path = tmp_path_factory.mktemp("made") / "made.sqlite3"
    database = builders.empty_database(f"sqlite:///{path}")
    with database.transaction() as db:
        in_ = builders.sitting(db, builders.season(db))
        teams = [builders.team(db, in_, name) for name in builders.TEAMS[:2]]
        now = reach(db, in_, State.OPEN)
        kept(db, teams[0], ask(db, in_, 0), "C", now=now)
    database.engine.dispose()
    return path


@pytest.fixture
def db(made, tmp_path):
    shutil.copy(made, tmp_path / "test.sqlite3")
    database = Database(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    with database.reading() as db:
        yield db
    database.engine.dispose()


def copied(row, **changes):
    """A second row like this one but for its id and the changes."""
    columns = [column.name for column in row.__table__.columns if column.name != "id"]
    return type(row)(**{**{name: getattr(row, name) for name in columns}, **changes})


TWINS = [
    (Response, {}, "the same message twice"),
    (Entry, {"name_key": "another"}, "one team twice in a sitting"),
    (Entry, {"team_id": 2}, "two teams of one name in a sitting"),
    (Sitting, {"screen_key": "another"}, "two sittings with one code"),
    (Sitting, {"code": "ANTHER"}, "two sittings with one screen key"),
    (Team, {}, "two teams with one code"),
    (Device, {}, "two phones with one secret"),
    (Category, {}, "one category twice in a season"),
]


@pytest.mark.parametrize(("table", "changes", "what"), TWINS, ids=[what for _, _, what in TWINS])
def test_the_database_itself_refuses(db, table, changes, what):
    first = db.query(table).order_by(table.id).first()
    db.add(copied(first, **changes))

    with pytest.raises(IntegrityError, match="UNIQUE"):
        db.flush()


ORPHANS = [
    (Response, {"entry_id": 999, "message_id": "another"}),
    (Response, {"question_id": 999, "message_id": "another"}),
    (Response, {"device_id": 999, "message_id": "another"}),
    (Entry, {"sitting_id": 999}),
    (Student, {"team_id": 999}),
    (Device, {"entry_id": 999, "secret_hash": "another"}),
]


@pytest.mark.parametrize(("table", "changes"), ORPHANS, ids=str)
def test_nothing_points_at_what_is_not_there(db, table, changes):
    db.add(copied(db.query(table).order_by(table.id).first(), **changes))

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        db.flush()


def test_a_changed_answer_is_another_row(db):
    db.add(copied(db.query(Response).first(), message_id="another", raw="A"))

    db.flush()

    assert db.query(Response).count() == 2


def test_removed_teams_share_no_name_with_anybody(db):
    first, second = db.query(Entry).order_by(Entry.id)
    first.name_key = second.name_key = None

    db.flush()

    assert db.query(Entry).filter(Entry.name_key.is_(None)).count() == 2


def test_an_order_is_kept_once(db):
    first = db.query(HostCommand).first()
    columns = {column.name: getattr(first, column.name) for column in HostCommand.__table__.columns}
    db.expunge(first)
    db.add(HostCommand(**columns))

    with pytest.raises(IntegrityError, match="UNIQUE"):
        db.flush()


@pytest.mark.parametrize("field", ["name", "role"])
def test_staff_have_a_name_and_a_role(db, field):
    db.add(Staff(**{"name": "Mx Okafor", "role": "host", field: None}))

    with pytest.raises(IntegrityError, match="NOT NULL"):
        db.flush()


def test_times_are_kept_to_the_millisecond_beyond_the_year_2038(db):
    device = db.query(Device).order_by(Device.id).first()
    device.made_at = NOON * 10

    db.flush()
    db.expire_all()

    assert device.made_at == NOON * 10
