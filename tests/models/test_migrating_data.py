"""What is in an older database is there after an upgrade, in its new place, and back again after a downgrade."""

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from challenge import migrations
from challenge.services.joining import name_keys
from tests.models.test_migrations import config

ROUND = {
    "sitting_id": 1,
    "kind": "quiz",
    "title": "Class round",
    "quiz_slug": "quiz",
    "category_id": 1,
    "policy": "accuracy",
    "can_change": True,
    "standings_every": 5,
    "grace_ms": 800,
    "question": 0,
}
TEAMS = [("Prime Suspects", None), ("Team 5", None), ("Gone Home", 7), ("prime  suspects!", None)]
"""The last one looks like the first: an older rule may have let both in."""


def insert(connection, table, **values):
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({places})"), values)


def fill(connection):
    """A database of the first version: two rounds, four teams."""
    insert(connection, "season", id=1, slug="demo", name="Demo")
    insert(connection, "category", id=1, season_id=1, slug="go", name="Go Forth", position=0)
    insert(connection, "college", id=1, season_id=1, name="Kiln Lane")
    insert(connection, "stage", id=1, season_id=1, kind="class round", scope="class", format="ranked", name="Class")
    sitting = {"id": 1, "stage_id": 1, "college_id": 1, "name": "Maths 2", "place": "", "code": "QQQQQQ", "version": 3}
    keys = {"door_key": "d", "screen_key": "s", "entry_mode": "open", "most_teams": 250, "made_at": 1}
    insert(connection, "sitting", **sitting, **keys)
    insert(connection, "round", id=1, position=0, state="open", alive_at=1_790_000_000_123, **ROUND)
    insert(connection, "round", id=2, position=1, state="planned", alive_at=None, **ROUND)
    for number, (name, removed_at) in enumerate(TEAMS, start=1):
        insert(connection, "team", id=number, season_id=1, college_id=1, category_id=1, name=name, code=f"CODE{number}")
        place = {"id": number, "stage_id": 1, "sitting_id": 1, "team_id": number, "extra_percent": 0, "joined_at": 1}
        key = None if removed_at else name.casefold()
        insert(connection, "entry", **place, name_key=key, removed_at=removed_at)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.needs_postgres)])
def connection(request, tmp_path):
    """An open connection to a filled database of the first version."""
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}" if sqlite else request.getfixturevalue("postgres_url")
    engine = create_engine(url)
    with engine.begin() as connection:
        if sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        command.upgrade(config(connection), "0001")
        fill(connection)
        yield connection
    engine.dispose()


def rows(connection, query):
    return [tuple(row) for row in connection.execute(text(query))]


def test_every_round_has_a_clock_that_was_alive_when_it_was(connection):
    migrations.upgrade(connection)

    clocks = rows(connection, "SELECT round_id, alive_at, holder, held_until FROM round_clock ORDER BY round_id")
    assert clocks == [(1, 1_790_000_000_123, None, None), (2, None, None, None)]


def test_every_team_that_is_in_has_the_keys_of_its_name(connection):
    migrations.upgrade(connection)

    keys = rows(connection, "SELECT name_key, second_key FROM entry ORDER BY id")
    assert keys == [name_keys("Prime Suspects"), name_keys("Team 5"), (None, None), (None, None)]


def test_what_was_there_is_there_after_going_back(connection):
    before = rows(connection, "SELECT id, state, alive_at FROM round ORDER BY id")
    migrations.upgrade(connection)

    command.downgrade(config(connection), "0001")

    assert rows(connection, "SELECT id, state, alive_at FROM round ORDER BY id") == before
    assert len(rows(connection, "SELECT id FROM entry")) == len(TEAMS)
