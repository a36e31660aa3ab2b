"""What simulated teams are like: the same from the same seed, plausible, and right when they know."""

import json
import statistics
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from challenge.catalogue.wanting import FORMS
from challenge.cli.load.news import Reader
from challenge.cli.percentiles import percentile
from challenge.cli.simulated import temper
from challenge.cli.simulated.figures import Figures, as_json
from challenge.cli.simulated.guessing import guess
from challenge.cli.simulated.knowledge import Knowledge
from challenge.cli.simulated.temper import Deed, steps
from challenge.rules.marking import Verdict, malformed, mark, unreadable
from challenge.rules.questions import Kind, Question, Wanted
from challenge.rules.showing import asked
from tests import builders

MINUTE = 60_000


def shown(question: Question) -> dict[str, Any]:
    """A question as a phone sees it."""
    return asked(question, number=7)


@pytest.mark.parametrize("question", builders.one_of_each(), ids=lambda question: question.kind.value)
def test_a_team_that_knows_is_right_and_one_that_does_not_is_wrong(question: Question):
    knowledge = Knowledge([question])

    right = [knowledge.right_answer(shown(question), Random(seed)) for seed in range(20)]
    wrong = [knowledge.wrong_answer(shown(question), Random(seed)) for seed in range(20)]

    assert {mark(question, _raw(answer)).verdict for answer in right} == {Verdict.RIGHT}
    verdicts = [mark(question, _raw(answer)).verdict for answer in wrong]
    assert verdicts.count(Verdict.RIGHT) <= len(verdicts) // 10


@pytest.mark.parametrize("question", builders.one_of_each(), ids=lambda question: question.kind.value)
def test_whoever_guesses_sends_what_can_be_read(question: Question):
    guesses = [guess(shown(question), Random(seed)) for seed in range(50)]

    for guessed in guesses:
        assert malformed(question, guessed) is None
        assert unreadable(question, _raw(guessed)) is None


@pytest.mark.parametrize(
    ("kind", "form"),
    [(kind, form) for kind, forms in FORMS.items() for form in forms],
    ids=lambda value: str(value).replace(" ", "-"),
)
def test_whoever_guesses_sends_the_form_that_is_asked_for(kind: Kind, form: str):
    text = "A van goes 90 km in 1.5 hours."
    question = replace(builders.number(), kind=kind, text=text, wanted=Wanted(form=form))

    refusals = {unreadable(question, _raw(guess(shown(question), Random(seed)))) for seed in range(50)}

    assert refusals == {None}


def test_a_team_that_knows_rounds_as_it_is_asked_to():
    question = replace(builders.number(key="2/3"), wanted=Wanted(form="2 dp"))

    answer = Knowledge([question]).right_answer(shown(question), Random(1))

    assert answer == "0.67"


def test_a_crowd_sends_what_can_be_read_to_every_type_of_question():
    for question in builders.one_of_each():
        round_ = {"state": "open", "number": 1, "question": shown(question)}
        news = Reader(seed=3).of({"version": 1, "round": round_})

        answers = [_raw(json.loads(each)) for each in news.answers]

        assert len(answers) > 1
        assert [each for each in answers if malformed(question, each) or unreadable(question, each)] == []


def test_a_question_that_reads_differently_here_is_not_taken_for_the_same():
    here = builders.choice()
    there = {**shown(here), "text": "What is 2/3 - 1/4?"}

    known = Knowledge([here]).of(there)

    assert Knowledge([here]).of(shown(here)) == here
    assert known is None


def test_the_same_seed_plays_the_same_and_another_plays_otherwise():
    once, again, otherwise = _night(4), _night(4), _night(5)

    assert once == again
    assert once != otherwise


def test_teams_think_for_plausible_times_and_never_past_the_end():
    firsts = [_answers(team, question)[0].after_ms for team in range(40) for question in range(1, 16)]

    assert 0.2 * MINUTE < statistics.median(firsts) < 0.5 * MINUTE
    assert min(firsts) > 1_000
    assert max(step.after_ms for team in range(40) for step in _answers(team, 3)) < MINUTE


def test_abler_teams_are_right_more_often():
    by_ability = sorted(range(60), key=lambda team: temper.temper(1, team).ability)

    weak, able = (
        statistics.mean(_answers(team, question)[-1].deed is Deed.RIGHT for team in teams for question in range(1, 40))
        for teams in (by_ability[:15], by_ability[-15:])
    )

    assert weak + 0.15 < able


def test_some_teams_change_their_answer_and_some_lose_their_connection():
    deeds = [[step.deed for step in steps(1, team, question=2, answering_ms=MINUTE)] for team in range(400)]

    changed = sum(len([deed for deed in each if deed is not Deed.CUT]) == 2 for each in deeds)
    cut = sum(Deed.CUT in each for each in deeds)

    assert 20 < changed < 90
    assert 10 < cut < 70


def test_half_the_pace_takes_half_the_time():
    usual = steps(1, 3, question=2, answering_ms=MINUTE)
    quick = steps(1, 3, question=2, answering_ms=MINUTE, pace=0.5)

    assert quick[0].after_ms == pytest.approx(usual[0].after_ms / 2, abs=2)


def test_a_percentile_is_a_value_that_was_measured():
    values = [float(value) for value in range(1, 101)]

    assert [percentile(values, share) for share in (0.5, 0.95, 0.99)] == [50.0, 95.0, 99.0]
    assert percentile([], 0.5) == 0.0


def test_acknowledgements_may_come_in_any_order():
    figures = Figures(teams=3)

    for wait_ms in (3.0, 1.0, 2.0):
        figures.kept(wait_ms)

    assert as_json(figures)["acknowledgement_ms"] == {"p50": 2.0, "p95": 3.0, "p99": 3.0, "max": 3.0}


def test_a_refusal_that_no_phone_should_meet_is_an_error():
    figures = Figures(teams=2)

    figures.refuse("late", "Time was up.")
    figures.refuse("malformed", "The field 'answer' isn't as it should be.")

    assert as_json(figures)["answers"]["refused"] == {"late": 1, "malformed": 1}
    assert len(figures.errors) == 1


def _raw(answer: str | list[str]) -> str | tuple[str, ...]:
    return answer if isinstance(answer, str) else tuple(answer)


def _night(seed: int) -> list[object]:
    return [steps(seed, team, question=question, answering_ms=MINUTE) for team in range(5) for question in (1, 2, 3)]


def _answers(team: int, question: int) -> list[temper.Step]:
    planned = steps(1, team, question=question, answering_ms=MINUTE)
    return [step for step in planned if step.deed is not Deed.CUT]
