"""Questions of a file become their sender's own, in quizzes that hold them: whole, once, and in their order."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from challenge.models import OwnQuestion, Quiz
from challenge.services import importing
from challenge.services.importing import Intake
from tests import builders
from tests.builders import NOON

INTAKE = Intake("Friday quiz", "funkies", topic="Money", calculator="no", seconds="60")
LACKING = {"topic": 1, "calculator": 2, "seconds": 2}
SECRET = "0123456789abcdef0123"


def some(count):
    return [({"type": "number", "text": str(n)}, builders.number(f"n-{n}")) for n in range(count)]


def keep(db, by, count, intake=INTAKE, secret=SECRET):
    slugs = importing.keep(db, by, intake, some(count), secret=secret, now=NOON)
    db.flush()
    return slugs


def test_a_file_becomes_own_questions_and_a_quiz_that_holds_them_in_order(db, host):
    (slug,) = keep(db, host, 3)

    rows = db.query(OwnQuestion).order_by(OwnQuestion.id).all()
    quiz = db.get(Quiz, slug)
    assert [row.written["text"] for row in rows] == ["0", "1", "2"]
    assert {(row.owner_id, row.category, row.made_at) for row in rows} == {(host.staff_id, "funkies", NOON)}
    assert (quiz.title, quiz.category, quiz.owner_id) == ("Friday quiz", "funkies", host.staff_id)
    assert quiz.questions == [row.content for row in rows]
    assert [each["id"] for each in quiz.questions] == [f"own-{row.id}" for row in rows]


def test_as_many_quizzes_as_are_needed_share_the_questions(db, host):
    slugs = keep(db, host, 121, replace(INTAKE, title="x" * 60))

    made = [db.get(Quiz, slug) for slug in slugs]
    assert [len(quiz.questions) for quiz in made] == [60, 60, 1]
    assert [quiz.title[-9:] for quiz in made] == [" (1 of 3)", " (2 of 3)", " (3 of 3)"]
    assert {len(quiz.title) for quiz in made} == {60}


def test_the_same_form_twice_makes_nothing_twice(db, host):
    assert keep(db, host, 2) == keep(db, host, 2) != keep(db, host, 2, secret="f" * 20)

    assert db.query(OwnQuestion).count() == 4


def test_a_form_that_another_process_keeps_at_this_moment_makes_nothing_here(db, host, monkeypatch):
    @contextmanager
    def met(_db):
        raise IntegrityError("INSERT", None, Exception())
        yield

    monkeypatch.setattr(importing, "attempt", met)

    assert keep(db, host, 2) == ["own-0123456789abcdef"]
    assert db.query(OwnQuestion).count() == 0


def test_nothing_is_kept_of_nothing_or_for_a_team(db, host, sitting):
    assert keep(db, host, 0).code == "none"
    assert keep(db, builders.team(db, sitting), 2).code == "not_allowed"
    assert db.query(OwnQuestion).count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 61),
        ("category", "maths"),
        ("topic", "Sudoku"),
        ("calculator", ""),
        ("seconds", "9"),
        ("seconds", "241"),
        ("seconds", "a minute"),
        ("seconds", "1" * 5_000),
    ],
)
def test_what_is_wrong_is_named_by_its_field(field, value):
    assert importing.refuse_intake(INTAKE, lacking=LACKING) == {}
    assert list(importing.refuse_intake(replace(INTAKE, **{field: value}), lacking=LACKING)) == [field]


def test_what_the_file_says_is_not_asked_for():
    assert importing.refuse_intake(Intake("Friday quiz", "funkies"), lacking={}) == {}
