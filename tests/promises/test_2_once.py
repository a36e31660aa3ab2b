"""Promise 2: once. New here: the database itself refuses a second row, whatever the services forget.

tests/live/test_once.py sends everything three times by every way.
"""

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from challenge.models import Base, Response


def test_the_database_has_no_room_for_a_second_row_of_one_message(database, room):
    room.opens()
    room.answers(room.team, "C", id_="message-1")
    with database.reading() as db:
        first = db.query(Response).one()
        copy = {name: getattr(first, name) for name, _ in inspect(Response).columns.items() if name != "id"}

    with pytest.raises(IntegrityError), database.transaction() as db:
        db.add(Response(**copy))


def test_the_same_id_of_another_team_or_question_is_another_message(database, room):
    other = room.joins("Pi Hards")
    room.opens()

    room.answers(room.team, "C", id_="message-1")
    room.answers(other, "A", id_="message-1")

    with database.reading() as db:
        assert [row.raw for row in db.query(Response).order_by(Response.id)] == ["C", "A"]


def test_nothing_is_stored_under_the_id_of_a_connection():
    columns = [f"{table.name}.{column.name}" for table in Base.metadata.sorted_tables for column in table.columns]

    assert not [name for name in columns if "sid" in name.split(".")[1].split("_")]
