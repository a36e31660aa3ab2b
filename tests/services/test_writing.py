"""Questions that staff write are theirs: kept, changed and found by their author alone."""

from challenge.models import Staff
from challenge.services import shelves, writing
from challenge.services.access import Role, StaffIdentity
from challenge.services.shelves import Wish
from tests import builders
from tests.builders import NOON

WRITTEN = {"type": "number", "key": ["3/4"]}


def keep(db, by, question, **changes):
    kept = writing.keep(db, by, question, category="funkies", written=WRITTEN, now=NOON, **changes)
    db.flush()
    return kept


def test_an_own_question_stands_first_on_its_authors_shelf_and_can_be_changed(db, host):
    question_id = keep(db, host, builders.number())

    assert [(each.id, each.own) for each in shelves.browse(db, host, Wish())] == [(question_id, True)]
    assert writing.written(db, host, question_id) == ("funkies", WRITTEN)
    assert keep(db, host, builders.choice(), instead_of=question_id) == question_id
    assert shelves.find(db, host, question_id).question.id == question_id
    assert shelves.find(db, host, question_id).question.kind == "choice"


def test_nobody_else_finds_or_changes_it(db, host):
    db.add(Staff(id=9, name="Ms Ahmed", role="host"))
    db.flush()
    stranger = StaffIdentity(9, "Ms Ahmed", Role.HOST)
    question_id = keep(db, host, builders.number())

    assert writing.written(db, stranger, question_id) is None
    assert keep(db, stranger, builders.choice(), instead_of=question_id).code == "no_question"
    assert shelves.browse(db, stranger, Wish()) == []


def test_a_team_writes_no_questions(db, sitting):
    assert keep(db, builders.team(db, sitting), builders.number()).code == "not_allowed"
