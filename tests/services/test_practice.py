"""Practice: which questions, and what is said of an answer."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from challenge.models import Sitting
from challenge.rules.play import State
from challenge.rules.questions import FormPolicy, Kind, Wanted
from challenge.rules.refusal import Refused
from challenge.services import practice
from challenge.services.practice import FORGOTTEN_MS
from challenge.services.practice import Wanted as Wish
from tests import builders, practising
from tests.builders import NOON
from tests.services.playing import pressed, reach

TOPICS = ("Fractions", "Ratio", "Time")


@pytest.fixture(autouse=True)
def bank(db: Session) -> None:
    practising.fill_bank(db, practising.several(*TOPICS))


def wish(*topics: str, count: int = 5, seed: int = 7) -> Wish:
    return Wish("funkies", topics, count, seed)


def ids(db: Session, wanted: Wish) -> list[str]:
    return [each.id for each in practice.chosen(db, wanted, now=NOON)]


def test_the_same_seed_asks_the_same_questions_in_the_same_order(db: Session) -> None:
    assert ids(db, wish()) == ids(db, wish())
    assert len({tuple(ids(db, wish(seed=seed))) for seed in range(20)}) > 10


def test_the_topics_take_turns(db: Session) -> None:
    topics = [each.topic for each in practice.chosen(db, wish(count=9), now=NOON)]

    assert [set(topics[at : at + 3]) for at in (0, 3, 6)] == [set(TOPICS)] * 3


def test_only_the_topics_that_were_asked_for_are_asked(db: Session) -> None:
    assert {each.topic for each in practice.chosen(db, wish("Ratio", "Time"), now=NOON)} == {"Ratio", "Time"}


def test_no_question_comes_twice_and_there_are_no_more_than_there_are(db: Session) -> None:
    found = ids(db, wish("Ratio", count=20))

    assert sorted(found) == ["ratio-1", "ratio-2", "ratio-3"]


def test_another_level_has_its_own_questions(db: Session) -> None:
    assert practice.chosen(db, replace(wish(), category="go-forth"), now=NOON) == []


def test_a_new_question_moves_no_other(db: Session) -> None:
    before = ids(db, wish("Ratio", count=20))

    practising.fill_bank(db, practising.several("Ratio", each=4))

    assert [each for each in ids(db, wish("Ratio", count=20)) if each != "ratio-4"] == before


def test_topics_are_counted_by_level(db: Session) -> None:
    assert practice.counts(db, now=NOON) == {"funkies": dict.fromkeys(TOPICS, 3)}


def test_a_question_that_is_kept_for_a_final_is_neither_counted_nor_asked_nor_found(db: Session) -> None:
    assert practice.find(db, "ratio-2", now=NOON) is not None

    practising.reserve(db, "ratio-2")

    assert practice.counts(db, now=NOON)["funkies"]["Ratio"] == 2
    assert sorted(ids(db, wish("Ratio", count=20))) == ["ratio-1", "ratio-3"]
    assert practice.find(db, "ratio-2", now=NOON) is None


def fill_bank(db: Session) -> None:
    """Let the bank hold what rounds ask, and one question more."""
    practising.fill_bank(db, [*builders.class_round(), builders.number("free")])


@pytest.mark.parametrize("state", [State.READ, State.OPEN, State.CLOSING, State.LOCKED, State.REVEALED])
def test_what_a_round_asks_is_left_out_while_it_is_played(db: Session, sitting: Sitting, state: State) -> None:
    fill_bank(db)
    before, now = ids(db, wish(count=20)), reach(db, sitting, state)

    assert len(before) == 7
    assert [each.id for each in practice.chosen(db, wish(count=20), now=now)] == ["free"]
    assert practice.counts(db, now=now) == {"funkies": {"Fractions": 1}}
    assert practice.find(db, "smallest", now=now) is None, "questions that are still to come are left out too"


def test_what_a_round_asked_is_back_once_it_is_over_or_was_left_for_half_a_day(db: Session, sitting: Sitting) -> None:
    fill_bank(db)
    now = reach(db, sitting, State.REVEALED)
    seen = [practice.find(db, "half", now=now + passed) is not None for passed in (FORGOTTEN_MS - 1, FORGOTTEN_MS)]
    pressed(db, sitting, "end", now=now)

    assert seen == [False, True]
    assert practice.find(db, "half", now=now) is not None


def test_a_question_that_is_asked_brings_no_key_and_no_points() -> None:
    for question in builders.one_of_each():
        asked = practice.asked(question)

        assert not {"key", "answer", "slips", "steps", "trick"} & set(asked)
        assert (asked["id"], asked["points"], asked["seconds"]) == (question.id, 0, 30)
        assert all(set(option) == {"id", "letter", "html"} for option in asked["options"])


def test_a_right_answer_is_right_however_it_is_written() -> None:
    told = practice.answered(builders.number(), "0.75")

    assert told["result"]["verdict"] == "right"
    assert told["reveal"]["answer"] == "3/4"
    assert told["reveal"]["steps"] == ["Twelfths fit both."]


def test_a_wrong_answer_names_the_likely_misconception() -> None:
    typed, chosen = practice.answered(builders.number(), "4/3"), practice.answered(builders.choice(), "A")

    assert typed["result"] | {"points": 0} == {
        "verdict": "wrong",
        "points": 0,
        "chose": "4/3",
        "reason": "That is upside down.",
    }
    assert chosen["result"]["reason"] == "Adding tops and bottoms is the most common slip here."


def test_several_options_are_marked_as_they_come_from_the_wire() -> None:
    assert practice.answered(builders.choices(), ["C", "A"])["result"]["verdict"] == "right"
    assert practice.answered(builders.order(), ["b", "c", "a"])["result"]["verdict"] == "right"


def test_without_an_answer_the_solution_is_shown() -> None:
    told = practice.answered(builders.number(), None)

    assert told["result"] == {"verdict": "none", "points": 0, "chose": "", "reason": ""}
    assert told["reveal"]["trick"] == "Same bottoms first"


def test_what_can_not_be_read_is_asked_for_again_without_the_solution() -> None:
    refused = practice.answered(builders.number(), "3//4")

    assert isinstance(refused, Refused)
    assert refused.code == "unreadable"


def test_a_right_value_in_another_form_is_asked_for_again() -> None:
    question = replace(builders.number(), wanted=Wanted(form="simplest", policy=FormPolicy.REQUIRED))

    assert isinstance(practice.answered(question, "6/8"), Refused)
    assert practice.answered(question, "3/4")["result"]["verdict"] == "right"


@pytest.mark.parametrize("raw", ["Z", 7, {"a": 1}, ["A"], [["A"]], True, "x" * 5_000])
def test_what_is_no_answer_is_refused(raw: object) -> None:
    refused = practice.answered(builders.choice(), raw)

    assert isinstance(refused, Refused)
    assert refused.code == "malformed"


@pytest.mark.parametrize("kind", sorted(builders.TYPED))
def test_every_typed_kind_can_be_practised(kind: Kind) -> None:
    question = builders.typed(kind)

    assert practice.answered(question, question.key[0])["result"]["verdict"] == "right"
