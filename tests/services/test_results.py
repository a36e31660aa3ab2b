"""The results of a sitting: places, every answer, and what the wrong ones say."""

import pytest

from challenge.rules.play import State
from challenge.services import results
from challenge.services.results import GivenAnswer
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach

ANSWERS = {0: ("C", "A", None), 3: ("0.75", "4/3", "2")}


@pytest.fixture
def played(db, sitting):
    """Three teams that answered a choice and a number; every other question stayed empty."""
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:3]]
    for position, raws in ANSWERS.items():
        opened = reach(db, sitting, State.OPEN, question=position)
        for second, (each, raw) in enumerate(zip(teams, raws, strict=True), start=1):
            if raw is not None:
                kept(db, each, ask(db, sitting, position), raw, now=opened + 1_000 * second)
    return sitting


def finished(db, in_):
    reach(db, in_, State.DONE, question=5)
    return results.of_sitting(db, in_.id)


def test_teams_come_in_their_places_with_points_and_time_on_right_answers(db, played):
    found = finished(db, played)

    assert [(each.place, each.joint, each.team, each.points, each.right, each.seconds) for each in found.teams] == [
        (1, False, builders.TEAMS[0], 2, 2, 2.0),
        (2, True, builders.TEAMS[2], 0, 0, 0.0),
        (2, True, builders.TEAMS[1], 0, 0, 0.0),
    ]
    assert found.teams[0].names == ("Aisha", "Tom")


def test_every_answer_is_there_with_its_verdict(db, played):
    found = finished(db, played)

    second = next(each for each in found.teams if each.team == builders.TEAMS[1])
    assert second.answers[0] == GivenAnswer("A", "wrong", 0, 2.0)
    assert second.answers[1] == GivenAnswer("", "no answer", 0, None)
    assert found.teams[0].answers[3] == GivenAnswer("3/4", "right", 1, 1.0)


def test_every_question_has_how_it_went_and_the_misconception_behind_each_answer(db, played):
    first, fourth = finished(db, played).questions[0], finished(db, played).questions[3]

    assert (first.number, first.answered, first.right, first.answer) == (1, 2, 1, "11/12")
    assert {bar.reading: bar.count for bar in first.bars} == {"A": 1, "B": 0, "C": 1, "D": 0}
    assert [(bar.reading, bar.slip) for bar in fourth.bars if bar.slip] == [("4/3", "That is upside down.")]


def test_a_voided_question_is_kept_with_the_reason(db, played):
    pressed(db, played, "void", question=ask(db, played, 0), reason="A misprint.", now=NOON)

    found = finished(db, played)

    assert found.questions[0].void_reason == "A misprint."
    assert found.teams[0].points == 1


def test_an_open_question_is_not_in_the_results_yet(db, played):
    found = results.of_sitting(db, played.id)

    assert [each.number for each in found.questions] == [1, 2, 3]
    assert {len(each.answers) for each in found.teams} == {3}


def test_the_results_say_how_they_came_about(db, played):
    found = results.of_sitting(db, played.id)

    assert (found.title, found.sitting.name) == ("Class round, Ein2steins", "Maths 2")
    assert found.policy.startswith("Points are for right answers.")
    assert found.tie_break


def test_a_sitting_that_has_not_begun_has_empty_results(db, sitting):
    found = results.of_sitting(db, sitting.id)

    assert (found.teams, found.questions) == ((), ())
