"""How questions did in the rounds that were played."""

from challenge.rules.play import State
from challenge.services import insights
from tests import builders
from tests.services.playing import ask, kept, pressed, reach


def test_past_rounds_say_how_a_question_did(db, host):
    in_ = builders.sitting(db, host)
    teams = [builders.team(db, in_, name) for name in builders.TEAMS[:3]]
    now = reach(db, in_, State.OPEN, question=3)
    for team, raw in zip(teams, ("3/4", "0.5", "1/2"), strict=True):
        kept(db, team, ask(db, in_, 3), raw, now=now + 4_000)
    pressed(db, in_, "end", now=reach(db, in_, State.REVEALED, question=3))

    seen = insights.of_questions(db, ["share", "half", "never"])

    assert set(seen) == {"share"}
    assert (seen["share"].answers, round(seen["share"].facility, 2), seen["share"].seconds) == (3, 0.33, 4.0)
    assert dict(seen["share"].mistakes) == {"0.5": 1, "1/2": 1}


def test_a_round_that_goes_on_and_a_voided_question_say_nothing(db, host):
    in_ = builders.sitting(db, host)
    team = builders.team(db, in_)
    now = reach(db, in_, State.OPEN)
    kept(db, team, ask(db, in_, 0), "C", now=now)
    reach(db, in_, State.REVEALED)
    going_on = insights.of_questions(db, ["half"])
    pressed(db, in_, "void", question=ask(db, in_, 0), reason="A misprint.", now=now)
    pressed(db, in_, "end", now=now)

    assert going_on == insights.of_questions(db, ["half"]) == {}
