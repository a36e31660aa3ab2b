"""The quizzes in the database keep up with the files, and rounds keep what they had."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from challenge.catalogue.quizzes import Bank, BankQuestion
from challenge.catalogue.quizzes import Quiz as Read
from challenge.models import BankQuestion as Kept
from challenge.models import Quiz
from challenge.rules.questions import as_dict, from_dict
from challenge.services import library, rounds
from challenge.services.access import Role, StaffIdentity
from tests import builders

ORGANISER = StaffIdentity(1, "Organiser", Role.ORGANISER)
READ = Read("quiz", "New title", "funkies", "About it", (builders.choice(),), "2")


@pytest.mark.parametrize(
    ("fingerprints", "expected"),
    [({"quiz": "1"}, []), ({"quiz": "2"}, ["quiz"]), ({"quiz": "1", "new": "1"}, ["new"]), ({}, [])],
)
def test_only_what_changed_is_outdated(db, fingerprints, expected):
    assert library.outdated(db, fingerprints) == expected


def test_a_quiz_takes_the_place_of_the_older_one_of_its_name(db):
    library.store(db, [READ, replace(READ, slug="another")])
    db.flush()

    quiz = db.get(Quiz, "quiz")
    assert db.query(Quiz).count() == 2
    assert (quiz.title, quiz.category, quiz.about, quiz.fingerprint) == ("New title", "funkies", "About it", "2")
    assert [each["id"] for each in quiz.questions] == [as_dict(builders.choice())["id"]]


def test_a_round_that_was_made_keeps_its_questions(db, sitting):
    library.store(db, [READ])
    db.flush()

    assert [rounds.content(row) for row in rounds.current(db, sitting.id).questions] == builders.class_round()


def test_quizzes_are_listed_by_level_and_then_by_title(db):
    made = [("go-forth", "A"), ("funkies", "Z"), ("funkies", "B")]
    library.store(db, [replace(READ, slug=title, title=title, category=category) for category, title in made])
    db.flush()

    assert [quiz.title for quiz in library.quizzes(db, ORGANISER)] == [
        "B",
        "Z",
        "Class round, Ein2steins",
        "A",
    ]


def bank(slug="funkies-number", *questions, fingerprint="1"):
    """A file of the bank with these questions, the last of them made by a generator."""
    drawn = questions or (builders.choice("f-half"), builders.number("f-share-7"))
    made = ["" for _ in drawn[:-1]] + ["shares 7"]
    lines = range(5, 5 + 10 * len(drawn), 10)
    kept = tuple(map(BankQuestion, drawn, made, lines))
    return Bank(slug, "funkies", kept, fingerprint)


def ids(db):
    return {row.id: row.bank for row in db.scalars(select(Kept).order_by(Kept.id))}


def test_every_question_of_the_bank_is_a_row_that_can_be_filtered(db):
    library.store_banks(db, [bank()])

    by_hand, made = db.scalars(select(Kept).order_by(Kept.id))
    assert (by_hand.bank, by_hand.category, by_hand.topic, by_hand.kind) == (
        "funkies-number",
        "funkies",
        "Fractions",
        "choice",
    )
    assert (by_hand.calculator, by_hand.made, made.made) == (False, "", "shares 7")
    assert from_dict(made.content) == builders.number("f-share-7")


def test_a_changed_file_takes_the_place_of_what_it_held(db):
    library.store_banks(db, [bank(), bank("funkies-ratio", builders.truth("f-true"))])

    problems = library.store_banks(db, [bank("funkies-number", builders.word("f-word"), fingerprint="2")])

    assert problems == []
    assert ids(db) == {"f-word": "funkies-number", "f-true": "funkies-ratio"}


def test_a_question_may_move_from_one_file_to_another(db):
    library.store_banks(db, [bank()])
    moved = bank("funkies-ratio", builders.number("f-share-7"))

    problems = library.store_banks(db, [moved, bank("funkies-number", builders.choice("f-half"))])

    assert problems == []
    assert ids(db) == {"f-half": "funkies-number", "f-share-7": "funkies-ratio"}


@pytest.mark.parametrize("at_once", [True, False])
def test_a_question_whose_id_is_taken_is_named_and_left_out(db, at_once):
    files = [bank(), bank("funkies-ratio", builders.truth("f-half"), builders.word("f-word"))]

    problems = [
        problem
        for each in ([files] if at_once else [[one] for one in files])
        for problem in library.store_banks(db, each)
    ]

    assert [str(problem) for problem in problems] == [
        "funkies-ratio.yaml, line 5, id: “f-half” is also a question in funkies-number.yaml. Give this one another id."
    ]
    assert ids(db) == {"f-half": "funkies-number", "f-share-7": "funkies-number", "f-word": "funkies-ratio"}
    assert library.outdated_banks(db, {"funkies-number": "1", "funkies-ratio": "1"}) == ["funkies-ratio"]


@pytest.mark.parametrize(
    ("fingerprints", "expected"),
    [
        ({"funkies-number": "1"}, []),
        ({"funkies-number": "2"}, ["funkies-number"]),
        ({"funkies-number": "1", "new": "1"}, ["new"]),
        ({}, ["funkies-number"]),
    ],
)
def test_files_that_changed_came_or_went_are_outdated(db, fingerprints, expected):
    library.store_banks(db, [bank()])

    assert library.outdated_banks(db, fingerprints) == expected


def test_the_questions_of_a_file_that_is_gone_go_too(db):
    library.store_banks(db, [bank(), bank("funkies-ratio", builders.truth("f-true"))])

    library.forget_banks(db, ["funkies-number"])

    assert ids(db) == {"f-true": "funkies-ratio"}
