"""A question that is reserved for a final is kept back from colleges in quizzes too, whenever it came into them."""

import pytest

from challenge.models import Quiz, Reservation, Staff
from challenge.services import building, shelves, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.shelves import KeptBack, Shelved
from challenge.services.sittings import SittingPlan
from tests import practising
from tests.builders import NOON


@pytest.fixture
def teacher(db, host):
    db.add(Staff(id=7, name="Mx Okafor", role="host"))
    db.flush()
    return StaffIdentity(7, "Mx Okafor", Role.HOST)


@pytest.fixture
def quiz(db, teacher):
    """The teacher's quiz, made while all of its questions were free; `ratio-3` is not in it."""
    bank = practising.several("Ratio")
    practising.fill_bank(db, bank)
    quiz = building.new_quiz(teacher, "Friday quiz", "funkies", bank[:2])
    db.add(quiz)
    db.flush()
    return quiz


def start(db, by, quiz):
    """What comes of starting a round with this quiz."""
    return sittings.make_sitting(db, SittingPlan("Maths 2", "", quiz.slug), by=by, now=NOON, grace_ms=800)


def test_only_the_place_of_a_question_that_was_reserved_later_is_left_in_a_quiz(db, teacher, quiz):
    practising.reserve(db, "ratio-2")

    first, second = shelves.in_quiz(db, teacher, quiz)

    assert isinstance(first, Shelved)
    assert (first.id, first.kept_for) == ("ratio-1", "")
    assert second == KeptBack("ratio-2")


def test_who_reserves_questions_sees_them_in_quizzes_and_what_they_are_for(db, host, quiz):
    practising.reserve(db, "ratio-2")

    assert [each.kept_for for each in shelves.in_quiz(db, host, quiz)] == ["", "National final"]


@pytest.mark.parametrize(
    ("reserved", "begins"),
    [(["ratio-2"], "One question of this quiz is"), (["ratio-1", "ratio-2"], "2 questions of this quiz are")],
)
def test_a_quiz_with_a_question_that_is_kept_back_cannot_be_played(db, teacher, quiz, reserved, begins):
    for each in reserved:
        practising.reserve(db, each)

    refused = start(db, teacher, quiz)

    assert list(refused) == ["quiz"]
    assert refused["quiz"].code == "kept_back"
    assert refused["quiz"].message.startswith(f"{begins} kept back for a final.")


def test_who_reserves_questions_plays_them(db, host, quiz):
    practising.reserve(db, "ratio-2")

    assert not isinstance(start(db, host, quiz), dict)


def test_the_quiz_is_played_again_once_another_question_is_in_the_place(db, teacher, quiz):
    practising.reserve(db, "ratio-2")

    assert building.exchange(db, teacher, quiz.slug, "ratio-2", version=quiz.version) is None

    assert [each["id"] for each in quiz.questions] == ["ratio-1", "ratio-3"]
    assert not isinstance(start(db, teacher, quiz), dict)


def test_the_quiz_is_as_it_was_once_the_reservation_ends(db, teacher, quiz):
    practising.reserve(db, "ratio-2")
    db.delete(db.get_one(Reservation, "ratio-2"))
    db.flush()

    assert [each.id for each in shelves.in_quiz(db, teacher, quiz) if isinstance(each, Shelved)] == [
        "ratio-1",
        "ratio-2",
    ]
    assert not isinstance(start(db, teacher, quiz), dict)


def test_a_copy_of_a_quiz_keeps_back_what_the_quiz_does(db, teacher, quiz):
    practising.reserve(db, "ratio-2")

    copied = building.copy(db, teacher, quiz.slug)
    ready_made = db.get_one(Quiz, "quiz")
    practising.reserve(db, "half")

    assert KeptBack("ratio-2") in shelves.in_quiz(db, teacher, copied)
    assert KeptBack("half") in shelves.in_quiz(db, teacher, ready_made)
    assert list(start(db, teacher, ready_made)) == ["quiz"]
