"""Keys stay home: nothing that tells an answer leaves the server before it may, for any kind, state or audience."""

import json
from dataclasses import replace

import pytest

from challenge.models import Quiz
from challenge.rules.play import State
from challenge.rules.questions import Kind, Slip, as_dict
from tests import builders
from tests.services.playing import ask, kept, reach
from tests.services.views.seeing import seen_by_host, seen_by_screen, seen_by_team

QUESTIONS = {question.kind: question for question in builders.one_of_each()}
BEFORE_THE_LOCK = (State.LOBBY, State.READ, State.OPEN, State.CLOSING)
SECRETS = ("HUSH", "7654321", '"wrong"', '"right"', '"slip"', '"trick"', '"steps"')
KEYS = {Kind.NUMBER: ("7654321",), Kind.TEXT: ("hushword", "HUSHWORD")}


def secretive(question):
    """The question with a mark on everything that must not be known."""
    return replace(
        question,
        key=KEYS.get(question.kind, question.key),
        answer="HUSH answer",
        trick="HUSH trick",
        steps=("HUSH step",),
        slips=(Slip("7654321", "HUSH because"),),
        options=tuple(replace(option, slip="HUSH slip") for option in question.options),
    )


@pytest.fixture
def secret(db, host):
    """Makes a sitting whose first question is of a kind, and a team in it."""

    def make(kind=Kind.CHOICE):
        asked = (QUESTIONS[kind], QUESTIONS[Kind.NUMBER])
        db.get(Quiz, "quiz").questions = [as_dict(secretive(question)) for question in asked]
        db.flush()
        in_ = builders.sitting(db, host, standings_every=1)
        return in_, builders.team(db, in_)

    return make


def leaks(view):
    """The secrets in a view: what only a key could say, and the fields that only a solution has."""
    said = json.dumps(view).lower()
    return [word for word in SECRETS if word.lower() in said]


@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("state", BEFORE_THE_LOCK)
def test_nobody_not_even_the_host_sees_a_key_before_the_lock(db, secret, state, kind):
    in_, team = secret(kind)
    reach(db, in_, state, question=-1 if state is State.LOBBY else 0)

    views = [seen_by_team(db, in_, team), seen_by_screen(db, in_), seen_by_host(db, in_)]

    assert [view["round"]["reveal"] for view in views] == [None] * 3
    assert [leaks(view) for view in views] == [[]] * 3


@pytest.mark.parametrize("kind", QUESTIONS)
def test_between_lock_and_reveal_only_the_host_sees_it(db, secret, kind):
    in_, team = secret(kind)
    reach(db, in_, State.LOCKED)

    views = [seen_by_team(db, in_, team), seen_by_screen(db, in_), seen_by_host(db, in_)]

    assert [bool(leaks(view)) for view in views] == [False, False, True]


@pytest.mark.parametrize("kind", QUESTIONS)
def test_once_revealed_everybody_sees_it(db, secret, kind):
    in_, team = secret(kind)
    reach(db, in_, State.REVEALED)

    views = [seen_by_team(db, in_, team), seen_by_screen(db, in_), seen_by_host(db, in_)]

    assert [view["round"]["reveal"]["answer"] for view in views] == ["HUSH answer"] * 3


@pytest.mark.parametrize("state", [State.STANDINGS, State.READ])
def test_the_solution_of_the_last_question_is_gone_when_the_round_goes_on(db, secret, state):
    in_, team = secret()
    reach(db, in_, state, question=0 if state is State.STANDINGS else 1)

    views = [seen_by_team(db, in_, team), seen_by_screen(db, in_)]

    assert [leaks(view) for view in views] == [[]] * 2


@pytest.mark.parametrize("state", [State.OPEN, State.LOCKED])
def test_whether_its_own_answer_is_right_is_no_team_told_before_the_reveal(db, secret, state):
    in_, team = secret()
    now = reach(db, in_, State.OPEN)
    kept(db, team, ask(db, in_, 0), "C", now=now)
    reach(db, in_, state)

    view = seen_by_team(db, in_, team)

    assert (view["mine"]["answer"], view["result"], view["place"]) == ("C", None, None)
    assert (view["me"]["points"], view["me"]["played"]) == (0, 0)


@pytest.mark.parametrize("state", [State.OPEN, State.LOCKED])
def test_no_console_shows_points_before_the_reveal(db, secret, state):
    in_, team = secret()
    now = reach(db, in_, State.OPEN)
    kept(db, team, ask(db, in_, 0), "C", now=now)
    reach(db, in_, state)

    (shown,) = seen_by_host(db, in_)["teams"]

    assert (shown["points"], shown["place"], shown["answered"]) == (0, "", True)


def test_codes_and_secrets_are_shown_to_those_they_belong_to(db, secret):
    in_, team = secret()
    reach(db, in_, State.OPEN)
    other = builders.team(db, in_, "Pi Hards")

    own, on_screen = seen_by_team(db, in_, team), json.dumps(seen_by_screen(db, in_))

    assert own["me"]["code"] not in on_screen
    assert seen_by_team(db, in_, other)["me"]["code"] not in json.dumps(own)
    for hidden in (in_.screen_key, in_.door_key):
        assert hidden not in json.dumps(own)
    assert in_.screen_key not in on_screen
