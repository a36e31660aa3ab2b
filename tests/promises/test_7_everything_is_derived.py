"""Promise 7: everything is derived. New here: no table holds a mark, a point or a place, and rulings leave rows alone.

tests/services/test_previews.py proves the previews.
"""

from challenge.models import Base, Response
from challenge.services import scenes

DERIVED = ("mark", "verdict", "point", "score", "place", "rank", "standing")


def test_no_table_holds_what_can_be_recomputed():
    columns = [(table.name, column.name) for table in Base.metadata.sorted_tables for column in table.columns]

    found = {(table, name) for table, name in columns if any(word in name for word in DERIVED)}
    assert found == {("sitting", "place"), ("round", "standings_every")}, "a room's name, and a setting"


def test_voiding_and_unvoiding_leave_the_rows_alone_and_lead_back_to_the_same_board(database, room):
    room.opens()
    room.answers(room.team, "A")
    room.answers(room.team, "C")
    room.order("end")
    room.order("unvoid", question=room.question)
    before, rows = _board(database, room), _rows(database)

    room.order("void", question=room.question, reason="Two answers were right.")
    during = _board(database, room)
    room.order("unvoid", question=room.question)

    assert during != before == _board(database, room)
    assert _rows(database) == rows
    assert [raw for _, raw, _ in rows] == ["A", "C"]


def _board(database, room):
    with database.reading() as db:
        return scenes.load(db, room.id).board


def _rows(database):
    with database.reading() as db:
        return [(row.message_id, row.raw, row.taken_ms) for row in db.query(Response).order_by(Response.id)]
