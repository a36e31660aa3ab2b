"""What authors wrote is given out with the quiz that has it, as it stands today, and only to those who may see it."""

from dataclasses import replace

import pytest

from challenge.models import BankQuestion, Quiz, Reservation, Staff
from challenge.rules.questions import as_dict
from challenge.services import building, shelves, writing
from challenge.services.access import Role, StaffIdentity
from challenge.services.exporting import CHANGED, GONE, KEPT_BACK, sources
from tests import builders
from tests.builders import NOON

FILE = "bank: money\nquestions:\n  - id: half\n    text: What is half of 8?\n  - id: share\n    text: Shared?\n"
WRITTEN = {"type": "number", "text": "Mine?", "key": ["3/4"]}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "money.yaml").write_text(FILE)
    (tmp_path / "ready.yaml").write_text(FILE.replace("bank: money", "quiz: ready").replace("half", "third"))
    return tmp_path


@pytest.fixture
def teacher(db, host):
    db.add(Staff(id=7, name="Mx Okafor", role="host"))
    db.flush()
    return StaffIdentity(7, "Mx Okafor", Role.HOST)


@pytest.fixture
def bank(db, host):
    for id_ in ("half", "share", "lost"):
        row = BankQuestion(id=id_, bank="money", category="funkies", topic="Money", kind="choice", calculator=False)
        row.made, row.fingerprint, row.content = "", "", as_dict(builders.choice(id_))
        db.add(row)
    db.add(Quiz(slug="ready", title="Ready", category="funkies", about="", fingerprint="", questions=[]))
    db.flush()
    db.get(Quiz, "ready").questions = [as_dict(builders.choice("third"))]


def quiz_of(db, by, *questions):
    quiz = building.new_quiz(by, "Friday quiz", "funkies", list(questions))
    db.add(quiz)
    db.flush()
    return quiz


def own(db, by, text="Mine?", **changes):
    written = {**WRITTEN, "text": text}
    question = replace(builders.number(), text=text)
    return writing.keep(db, by, question, category="funkies", written=written, now=NOON, **changes)


def test_questions_of_the_bank_and_of_ready_made_quizzes_are_given_as_their_files_have_them(db, teacher, bank, folder):
    quiz = quiz_of(db, teacher, builders.choice("third"), builders.choice("half"), builders.choice("share"))

    found = sources(db, teacher, quiz, folder)

    assert [each.fields.get("id") for each in found] == ["third", "half", "share"]
    assert found[1].fields["text"] == "What is half of 8?"
    assert not any(each.newer or each.why for each in found)


def test_ones_own_are_given_as_they_are_now_and_said_to_be_newer(db, teacher, folder):
    first, second = own(db, teacher, "First?"), own(db, teacher, "Second?")
    quiz = quiz_of(db, teacher)
    for question in (first, second):
        building.add(db, teacher, quiz.slug, question)
    own(db, teacher, "Better?", instead_of=second)

    found = sources(db, teacher, quiz, folder)

    assert [(each.fields["text"], each.newer) for each in found] == [("First?", False), ("Better?", True)]


def test_anothers_question_is_given_as_far_as_the_quiz_shows_it(db, host, teacher, folder):
    quiz = quiz_of(db, teacher)
    building.add(db, teacher, quiz.slug, question := own(db, teacher))
    assert sources(db, host, quiz, folder)[0].fields["text"] == "Mine?"

    own(db, teacher, "Secret?", instead_of=question)

    assert [(each.fields, each.why) for each in sources(db, host, quiz, folder)] == [({}, CHANGED)]


def test_what_is_kept_back_for_a_final_is_given_to_organisers_alone(db, host, teacher, bank, folder):
    quiz = quiz_of(db, teacher, builders.choice("half"), builders.choice("share"))
    db.add(Reservation(question_id="half", kept_for="the final", staff_id=host.staff_id, at=NOON))
    db.flush()
    assert shelves.find(db, teacher, "half") is None

    assert [each.why for each in sources(db, teacher, quiz, folder)] == [KEPT_BACK, ""]
    assert [each.why for each in sources(db, host, quiz, folder)] == ["", ""]


@pytest.mark.parametrize("id_", ["lost", "nowhere", "own-99", "own-9999999999999", "own-x"])
def test_what_is_nowhere_any_more_says_so(db, teacher, bank, folder, id_):
    assert [each.why for each in sources(db, teacher, quiz_of(db, teacher, builders.choice(id_)), folder)] == [GONE]


def test_files_that_can_not_be_read_any_more_say_so(db, teacher, bank, folder):
    quiz = quiz_of(db, teacher, builders.choice("half"), builders.choice("third"))
    (folder / "bank" / "money.yaml").write_text("questions: [")
    (folder / "ready.yaml").unlink()

    assert [each.why for each in sources(db, teacher, quiz, folder)] == [GONE, GONE]


def test_a_question_of_the_bank_that_was_mended_is_said_to_be_newer(db, teacher, bank, folder):
    mended = replace(builders.choice("half"), seconds=builders.choice("half").seconds + 5)

    assert [each.newer for each in sources(db, teacher, quiz_of(db, teacher, mended), folder)] == [True]
