"""Promise 6: knowledge before speed. New here: no credit that a door might hand over buys more than the cap.

tests/rules/test_scoring.py proves the policies; tests/live/test_probes.py lies about the network.
"""

import pytest

from challenge.models import Response
from challenge.services import scenes
from tests import builders


@pytest.mark.parametrize("credit_ms", [-5_000, 0, 300, 301, 60_000, 10**12])
def test_no_credit_takes_more_than_the_cap_off_or_puts_anything_on(database, room, credit_ms):
    room.opens()

    room.answers(room.team, "C", at=builders.NOON + 2_000, credit_ms=credit_ms)

    with database.reading() as db:
        assert 1_700 <= db.query(Response).one().taken_ms <= 2_000


def test_the_slowest_right_answer_beats_the_quickest_wrong_one(database, room):
    quick = room.joins("Pi Hards")
    room.opens()
    room.answers(quick, "A", at=builders.NOON)
    room.answers(room.team, "C", at=builders.NOON + 30_000)
    room.order("end", now=builders.NOON + 30_000)
    room.order("unvoid", question=room.question)

    with database.reading() as db:
        rows = scenes.load(db, room.id).board.rows
        assert [(row.place, row.score.entry) for row in rows] == [(1, room.team.entry_id), (2, quick.entry_id)]
