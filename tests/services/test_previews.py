"""What a ruling would change is shown before it is made, and is what it then changes."""

import pytest

from challenge.rules.play import State
from challenge.rules.refusal import Refused
from challenge.services import previews, scenes
from challenge.services.hosting import OrderName
from tests import builders
from tests.services.playing import ask, kept, pressed, reach


@pytest.fixture
def teams(db, sitting):
    """Two teams of which the first alone was right, and both are wrong in nothing else."""
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:2]]
    now = reach(db, sitting, State.OPEN)
    for each, raw in zip(teams, ("C", "A"), strict=True):
        kept(db, each, ask(db, sitting, 0), raw, now=now)
    return teams


def standing(db, in_):
    rows = scenes.load(db, in_.id).board.rows
    return {row.score.team: (f"{row.place}", row.score.points) for row in rows}


def test_voiding_shows_every_place_and_point_that_would_change(db, sitting, teams):
    reach(db, sitting, State.REVEALED)

    preview = previews.preview(db, sitting.id, OrderName.VOID, question=ask(db, sitting, 0))

    assert preview == {
        "name": "void",
        "question": ask(db, sitting, 0),
        "answer": "",
        "changes": [
            {"team": builders.TEAMS[0], "was": {"place": "1st", "points": 1}, "now": {"place": "1st", "points": 0}},
            {"team": builders.TEAMS[1], "was": {"place": "2nd", "points": 0}, "now": {"place": "1st", "points": 0}},
        ],
        "same": 0,
    }


def test_a_preview_changes_nothing_and_comes_true(db, sitting, teams):
    now = reach(db, sitting, State.REVEALED)
    before = standing(db, sitting)

    preview = previews.preview(db, sitting.id, OrderName.VOID, question=ask(db, sitting, 0))

    assert standing(db, sitting) == before
    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=now)
    assert {team: points for team, (_, points) in standing(db, sitting).items()} == {
        each["team"]: each["now"]["points"] for each in preview["changes"]
    }


def test_voiding_a_question_that_nobody_has_points_from_changes_nobody(db, sitting, teams):
    preview = previews.preview(db, sitting.id, OrderName.VOID, question=ask(db, sitting, 0))

    assert (preview["changes"], preview["same"]) == ([], 2)


@pytest.mark.parametrize(("which", "code"), [("another round's", "no_question"), ("not asked yet", "not_now")])
def test_what_cannot_be_voided_has_no_preview(db, sitting, host, teams, which, code):
    other = builders.sitting(db, host)
    question = ask(db, other, 0) if code == "no_question" else ask(db, sitting, 3)

    preview = previews.preview(db, sitting.id, OrderName.VOID, question=question)

    assert isinstance(preview, Refused)
    assert preview.code == code


@pytest.fixture
def typed(db, sitting):
    """Two teams that answered the number question: 0.5 is not its key, 18 out of 24 is."""
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:2]]
    now = reach(db, sitting, State.OPEN, question=3)
    for each, raw in zip(teams, ("0.5", "3/4"), strict=True):
        kept(db, each, ask(db, sitting, 3), raw, now=now)
    return reach(db, sitting, State.REVEALED, question=3)


def test_accepting_an_answer_shows_what_would_change_and_then_changes_it(db, sitting, typed):
    question, team = ask(db, sitting, 3), builders.TEAMS[0]

    preview = previews.preview(db, sitting.id, OrderName.ACCEPT, question=question, answer="1/2")
    before = standing(db, sitting)
    pressed(db, sitting, "accept", question=question, answer="1/2", now=typed)

    assert (before[team], standing(db, sitting)[team]) == (("2", 0), ("1", 1))
    assert preview == {
        "name": "accept",
        "question": question,
        "answer": "1/2",
        "changes": [{"team": team, "was": {"place": "2nd", "points": 0}, "now": {"place": "1st", "points": 1}}],
        "same": 1,
    }
    back = previews.preview(db, sitting.id, OrderName.UNACCEPT, question=question, answer="0.5")
    assert back["changes"] == [
        {"team": team, "was": {"place": "1st", "points": 1}, "now": {"place": "2nd", "points": 0}}
    ]


def test_before_the_reveal_a_preview_tells_what_will_have_changed_by_then(db, sitting):
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:2]]
    now = reach(db, sitting, State.OPEN, question=3)
    for each, raw in zip(teams, ("0.5", "3/4"), strict=True):
        kept(db, each, ask(db, sitting, 3), raw, now=now)
    reach(db, sitting, State.LOCKED, question=3)

    preview = previews.preview(db, sitting.id, OrderName.ACCEPT, question=ask(db, sitting, 3), answer="0.5")

    assert [(each["was"], each["now"]) for each in preview["changes"]] == [
        ({"place": "2nd", "points": 0}, {"place": "1st", "points": 1})
    ]


@pytest.mark.parametrize(
    ("name", "position", "answer", "code"),
    [
        (OrderName.ACCEPT, 3, "0.75", "not_now"),
        (OrderName.UNACCEPT, 3, "0.5", "not_now"),
        (OrderName.ACCEPT, 0, "A", "no_answer"),
        (OrderName.ACCEPT, 4, "kite", "not_now"),
    ],
)
def test_what_cannot_be_ruled_has_no_preview(db, sitting, typed, name, position, answer, code):
    preview = previews.preview(db, sitting.id, name, question=ask(db, sitting, position), answer=answer)

    assert preview.code == code
