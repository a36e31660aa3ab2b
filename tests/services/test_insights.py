"""How questions did in the rounds that were played."""

import pytest

from challenge.models import Quiz
from challenge.rules.play import State
from challenge.rules.questions import as_dict
from challenge.services import insights
from tests import builders
from tests.services.playing import ask, kept, pressed, reach

HALF, PRIMES, SHARE = 0, 1, 3


def played(db, host, answers, *, rulings=()):
    """A round that is over. answers: what each team answered, by position; rulings: what a host pressed at the end."""
    in_ = builders.sitting(db, host)
    teams = [builders.team(db, in_, name) for name in builders.TEAMS[: max(map(len, answers.values()), default=0)]]
    now = builders.NOON
    for position, raws in sorted(answers.items()):
        now = reach(db, in_, State.OPEN, question=position, now=now)
        for team, raw in zip(teams, raws, strict=True):
            kept(db, team, ask(db, in_, position), raw, now=now + 4_000)
        now = reach(db, in_, State.REVEALED, question=position, now=now)
    for name, position, args in rulings:
        pressed(db, in_, name, question=ask(db, in_, position), now=now, **args)
    pressed(db, in_, "end", now=now)
    return in_


def test_past_rounds_say_how_a_question_did(db, host):
    played(db, host, {SHARE: ("3/4", "0.5", "1/2")})

    seen = insights.of_questions(db, ["share", "half", "never"])

    assert set(seen) == {"share"}
    assert (seen["share"].answers, round(seen["share"].facility, 2), seen["share"].seconds) == (3, 0.33, 4.0)
    assert dict(seen["share"].mistakes) == {"0.5": 1, "1/2": 1}


def test_a_round_that_goes_on_and_a_voided_question_say_nothing(db, host):
    in_ = builders.sitting(db, host)
    team = builders.team(db, in_)
    now = reach(db, in_, State.OPEN)
    kept(db, team, ask(db, in_, HALF), "C", now=now)
    reach(db, in_, State.REVEALED)
    going_on = insights.of_questions(db, ["half"])
    pressed(db, in_, "void", question=ask(db, in_, HALF), reason="A misprint.", now=now)
    pressed(db, in_, "end", now=now)

    assert going_on == insights.of_questions(db, ["half"]) == {}


def test_the_last_answer_of_each_team_that_stayed_counts(db, host):
    in_ = builders.sitting(db, host)
    stays, leaves = (builders.team(db, in_, name) for name in builders.TEAMS[:2])
    now = reach(db, in_, State.OPEN)
    for team, raw in ((stays, "A"), (leaves, "B"), (stays, "C")):
        now += 1_000
        kept(db, team, ask(db, in_, HALF), raw, now=now)
    now = reach(db, in_, State.REVEALED, now=now)
    pressed(db, in_, "remove", entry=leaves.entry_id, now=now)
    pressed(db, in_, "end", now=now)

    seen = insights.of_questions(db, ["half"])["half"]

    assert (seen.answers, seen.facility, seen.seconds, seen.mistakes) == (1, 1.0, 3.0, ())


def test_what_a_host_accepted_is_right_in_that_round_and_in_no_other(db, host):
    accept = ("accept", SHARE, {"answer": "0.5"})
    played(db, host, {SHARE: ("1/2", "0.2")}, rulings=[accept])
    played(db, host, {SHARE: ("1/2", "3/4")})

    seen = insights.of_questions(db, ["share"])["share"]

    assert (seen.answers, seen.facility) == (4, 0.5)
    assert dict(seen.mistakes) == {"0.2": 1, "1/2": 1}


def test_a_question_tells_teams_apart_by_what_they_had_right_in_the_rest_of_the_round(db, host):
    like, unlike = [("C", ("A", "C"), "3/4")] * 3, [("A", ("B",), "0.2")] * 3
    half, primes, share = ([*each] for each in zip(*like, *unlike, strict=True))
    for _ in range(2):
        played(db, host, {HALF: half, PRIMES: primes, SHARE: share})

    seen = insights.of_questions(db, ["half", "primes"])

    assert seen["half"].answers == 12
    assert (seen["half"].discrimination, seen["primes"].discrimination) == (pytest.approx(1), pytest.approx(1))
    assert seen["primes"].mistakes == (("B", 6),)


def test_a_round_of_one_question_has_no_rest(db, host):
    db.get_one(Quiz, "quiz").questions = [as_dict(builders.choice())]
    for _ in range(2):
        played(db, host, {HALF: ["C", "A", "C", "A", "C", "A"]})

    seen = insights.of_questions(db, ["half"])["half"]

    assert (seen.answers, seen.facility, seen.discrimination) == (12, 0.5, None)


def test_the_latest_rounds_speak_until_enough_is_known_of_each_question(db, host, monkeypatch):
    played(db, host, {HALF: ("A", "C"), SHARE: ("1/2", "3/4")})
    played(db, host, {HALF: ("A", "A"), SHARE: ("3/4", "3/4")})
    played(db, host, {HALF: ("C", "C"), SHARE: ("1/2", "1/2")}, rulings=[("void", SHARE, {"reason": "A misprint."})])

    everything = insights.of_questions(db, ["half", "share"])
    monkeypatch.setattr(insights, "ENOUGH_ANSWERS", 2)
    enough = insights.of_questions(db, ["half", "share"])
    monkeypatch.setattr(insights, "MOST_ROUNDS", 1)
    latest = insights.of_questions(db, ["half", "share"])

    assert [(each.answers, each.facility) for each in everything.values()] == [(6, 0.5), (4, 0.75)]
    assert [(each.answers, each.facility) for each in enough.values()] == [(2, 1.0), (2, 1.0)]
    assert [(source, each.facility) for source, each in latest.items()] == [("half", 1.0)]
