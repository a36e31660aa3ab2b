"""Quizzes that staff build: by blueprint and by hand, their own and nobody else's."""

from dataclasses import replace

import pytest

from challenge.models import BankQuestion, Quiz, Staff
from challenge.rules.questions import as_dict, from_dict
from challenge.rules.refusal import Refused
from challenge.services import blueprints, building, library, shelves, sittings
from challenge.services.access import Role, StaffIdentity
from challenge.services.blueprints import Plan
from challenge.services.shelves import Wish
from tests import builders
from tests.builders import NOON

PLAN = Plan("Friday quiz", "funkies", count=4)


@pytest.fixture
def teacher(db, host):
    db.add(Staff(id=7, name="Mx Okafor", role="host"))
    db.flush()
    return StaffIdentity(7, "Mx Okafor", Role.HOST)


@pytest.fixture
def bank(db, host):
    """Eight questions of two topics for The Funkies, one for Go Forth."""
    for number in range(8):
        made = builders.choice(f"f-{number}") if number % 2 else builders.number(f"f-{number}")
        put(db, replace(made, topic="Money" if number < 5 else "Time", calculator=number == 0))
    put(db, builders.truth("g-0"), category="go-forth")
    db.flush()


def put(db, question, category="funkies"):
    db.add(
        BankQuestion(
            id=question.id,
            bank=category,
            category=category,
            topic=question.topic,
            kind=question.kind.value,
            calculator=question.calculator,
            made="",
            content=as_dict(question),
            fingerprint="",
        )
    )


def ids(db, slug):
    return [from_dict(each).id for each in db.get(Quiz, slug).questions]


def test_a_blueprint_makes_a_quiz_and_its_seed_the_same_again(db, teacher, bank):
    first, second, other = (blueprints.make(db, teacher, replace(PLAN, seed=seed)) for seed in (1, 1, 2))

    assert len(ids(db, first.slug)) == 4
    assert ids(db, first.slug) == ids(db, second.slug) != ids(db, other.slug)
    assert (db.get(Quiz, first.slug).owner_id, first.short) == (teacher.staff_id, 0)


def test_a_blueprint_keeps_to_its_topics_calculator_and_minutes(db, teacher, bank):
    topics = blueprints.make(db, teacher, replace(PLAN, topics=("Time",), count=9))
    calculator = blueprints.make(db, teacher, replace(PLAN, calculator=True, count=9))
    short = blueprints.make(db, teacher, replace(PLAN, minutes=1, count=9))

    assert sorted(ids(db, topics.slug)) == ["f-5", "f-6", "f-7"]
    assert (topics.short, ids(db, calculator.slug)) == (6, ["f-0"])
    assert len(ids(db, short.slug)) == 1


def test_an_empty_quiz_is_there_to_be_filled_by_hand(db, teacher, bank):
    slug = blueprints.make(db, teacher, replace(PLAN, count=0)).slug

    refusals = [building.add(db, teacher, slug, each) for each in ("f-3", "f-1", "f-1", "nowhere")]

    assert ids(db, slug) == ["f-3", "f-1"]
    assert [each and each.code for each in refusals] == [None, None, "in_it", "no_question"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 61),
        ("category", "maths"),
        ("topics", ("Sudoku",)),
        ("count", 61),
        ("count", -1),
        ("minutes", 0),
        ("seed", -1),
    ],
)
def test_a_blueprint_that_cannot_be_followed_names_the_field(db, teacher, bank, field, value):
    built = blueprints.make(db, teacher, replace(PLAN, **{field: value}))

    assert list(built.wrong) == [field]
    assert db.query(Quiz).filter(Quiz.owner_id.is_not(None)).count() == 0


def test_where_nothing_fits_no_quiz_is_made(db, teacher, bank):
    assert list(blueprints.make(db, teacher, replace(PLAN, topics=("Angles",))).wrong) == ["topics"]


def test_nobody_but_staff_makes_quizzes(db, bank):
    team = builders.team(db, builders.sitting(db, sittings.staff(db, 1)))

    assert list(blueprints.make(db, team, PLAN).wrong) == ["form"]


def test_questions_are_moved_taken_out_and_exchanged(db, teacher, bank):
    slug = blueprints.make(db, teacher, replace(PLAN, count=0)).slug
    for each in ("f-1", "f-2", "f-3"):
        building.add(db, teacher, slug, each)
    version = db.get(Quiz, slug).version

    assert building.move(db, teacher, slug, "f-3", up=True, version=version) is None
    assert ids(db, slug) == ["f-1", "f-3", "f-2"]
    assert building.move(db, teacher, slug, "f-1", up=True, version=version + 1) is None
    assert building.move(db, teacher, slug, "f-1", up=False, version=version + 2) is None
    assert ids(db, slug) == ["f-3", "f-1", "f-2"]
    assert building.remove(db, teacher, slug, "f-1", version=version + 3) is None
    assert building.exchange(db, teacher, slug, "f-3", version=version + 4) is None
    new, kept = ids(db, slug)
    assert (new, kept) == ("f-1", "f-2"), "the only other choice question on money that isn't in the quiz"


def test_a_change_to_a_quiz_that_was_changed_meanwhile_is_refused(db, teacher, bank):
    slug = blueprints.make(db, teacher, PLAN).slug
    first, *_ = before = ids(db, slug)
    building.remove(db, teacher, slug, first, version=0)

    stale = building.remove(db, teacher, slug, before[1], version=0)

    assert stale.code == "stale"
    assert ids(db, slug) == before[1:]


def test_what_cannot_be_exchanged_stays(db, teacher, bank):
    slug = blueprints.make(db, teacher, replace(PLAN, topics=("Time",), count=3)).slug

    assert building.exchange(db, teacher, slug, ids(db, slug)[0], version=0).code == "none"
    assert building.exchange(db, teacher, slug, "nowhere", version=0).code == "no_quiz"
    assert building.exchange(db, teacher, "nowhere", "f-1", version=0).code == "no_quiz"


def test_a_quiz_holds_so_many_and_no_more(db, teacher, bank, monkeypatch):
    monkeypatch.setattr(building, "MOST_QUESTIONS", 1)
    slug = blueprints.make(db, teacher, replace(PLAN, count=1)).slug
    other = next(each for each in ("f-1", "f-2") if each not in ids(db, slug))

    assert building.add(db, teacher, slug, other).code == "full"


def test_a_quiz_is_renamed_and_thrown_away(db, teacher, bank):
    slug = blueprints.make(db, teacher, PLAN).slug

    assert building.rename(db, teacher, slug, title="  Monday  quiz ", about="For G2", version=0) is None
    assert (db.get(Quiz, slug).title, db.get(Quiz, slug).about) == ("Monday quiz", "For G2")
    assert building.rename(db, teacher, slug, title="", about="", version=1).code == "bad_field"
    assert building.rename(db, teacher, slug, title="Later", about="", version=0).code == "stale"
    assert building.delete(db, teacher, slug) is None
    db.flush()
    assert building.delete(db, teacher, slug).code == "no_quiz"


def test_a_quiz_is_its_owners_and_an_organisers(db, host, teacher, bank):
    slug = blueprints.make(db, teacher, PLAN).slug
    stranger = StaffIdentity(99, "Ms Ahmed", Role.HOST)

    assert building.usable(db, stranger, slug) is None
    assert slug not in {quiz.slug for quiz in library.quizzes(db, stranger)}
    assert building.remove(db, stranger, slug, "f-1", version=0).code == "no_quiz"
    assert building.delete(db, stranger, slug).code == "no_quiz"
    assert slug in {quiz.slug for quiz in library.quizzes(db, host)}
    assert building.is_changeable(db, host, building.usable(db, host, slug))


def test_a_ready_made_quiz_is_not_changed_but_copied(db, teacher, bank):
    ready = db.get(Quiz, "quiz")

    copied = building.copy(db, teacher, "quiz")

    assert building.delete(db, teacher, "quiz").code == "no_quiz"
    assert copied.title == f"{ready.title} (copy)"
    assert [from_dict(each) for each in copied.questions] == [from_dict(each) for each in ready.questions]
    assert building.copy(db, teacher, "nowhere") is None


def test_an_own_quiz_can_be_played_and_an_empty_one_can_not(db, teacher, bank):
    slug, empty = (blueprints.make(db, teacher, replace(PLAN, count=count)).slug for count in (4, 0))
    plan = sittings.SittingPlan(name="Maths 2", place="", quiz=slug)

    made = sittings.make_sitting(db, plan, by=teacher, now=NOON, grace_ms=500)

    assert [row.source for row in builders.round_of(db, made).questions] == ids(db, slug)
    assert list(sittings.refuse_plan(db, replace(plan, quiz=empty), by=teacher)) == ["quiz"]


def test_the_shelf_is_searched_by_level_topic_type_calculator_and_words(db, teacher, bank):
    def found(**wish):
        return [each.id for each in shelves.browse(db, teacher, Wish(**wish))]

    assert found(category="go-forth") == ["g-0"]
    assert found(category="funkies", topic="Time", kind="choice") == ["f-5", "f-7"]
    assert found(calculator=True) == ["f-0"]
    assert found(words="18 OUT", topic="Time") == ["f-6"]
    assert found(words="elephant") == []


def test_what_is_reserved_is_seen_by_organisers_alone(db, host, teacher, bank):
    assert shelves.reserve(db, teacher, ["f-1"], kept_for="The final", now=NOON).code == "not_allowed"
    assert shelves.reserve(db, host, ["f-1"], kept_for="x" * 61, now=NOON).code == "too_long"
    assert shelves.reserve(db, host, ["f-1", "nowhere"], kept_for="The national final", now=NOON) is None
    db.flush()

    slug = blueprints.make(db, teacher, replace(PLAN, count=60)).slug

    assert shelves.find(db, teacher, "f-1") is None
    assert "f-1" not in [each.id for each in shelves.browse(db, teacher, Wish())]
    assert "f-1" not in ids(db, slug)
    assert building.add(db, teacher, slug, "f-1").code == "no_question"
    assert shelves.find(db, host, "f-1").kept_for == "The national final"
    shelves.reserve(db, host, ["f-1", "f-2"], kept_for="", now=NOON)
    db.flush()
    assert shelves.find(db, teacher, "f-1").kept_for == ""


@pytest.mark.parametrize("question_id", ["own-1", "own-", "own-x", "own-99999999999", "", "\0"])
def test_what_is_not_on_the_shelf_is_not_found(db, teacher, question_id):
    assert shelves.find(db, teacher, question_id) is None


def test_a_refusal_is_said_plainly(db, teacher):
    refused = building.remove(db, teacher, "nowhere", "f-1", version=0)

    assert isinstance(refused, Refused)
    assert refused.message.endswith(".")
