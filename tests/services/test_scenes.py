"""A scene: the whole sitting as one value, recomputed from what was sent."""

from dataclasses import replace

import pytest

from challenge.models import Response
from challenge.rules.play import State
from challenge.rules.scoring import Policy
from challenge.services import scenes
from challenge.services.roster import Listed, add
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach

RIGHT = ["C", ("A", "C"), "true", "3/4", "isosceles", ("b", "c", "a")]


@pytest.fixture
def team(db, sitting):
    return builders.team(db, sitting)


def points(db, in_):
    return {row.score.team: row.score.points for row in scenes.load(db, in_.id).board.rows}


def test_a_scene_knows_the_sitting_the_round_and_the_teams(db, sitting, team):
    scene = scenes.load(db, sitting.id)

    assert (scene.sitting.id, scene.sitting.name, scene.sitting.version) == (sitting.id, "Maths 2", 0)
    assert (scene.round.policy, scene.round.can_change, scene.play.state) == (Policy.TIE_BREAK, True, State.LOBBY)
    assert [each.question for each in scene.asked] == builders.class_round()
    assert [(each.name, each.names, each.joined) for each in scene.teams] == [
        (builders.TEAMS[0], ("Aisha", "Tom"), True)
    ]
    assert scene.on_show is None


def test_a_scene_finds_its_teams_by_entry(db, sitting, team):
    scene = scenes.load(db, sitting.id)

    assert scene.team(team.entry_id).name == builders.TEAMS[0]
    assert scene.team(999) is None


def test_listed_teams_that_are_still_to_come_have_no_place_yet(db, sitting, team):
    add(db, sitting, [Listed("Pi Hards", ())])

    scene = scenes.load(db, sitting.id)

    assert {each.name for each in scene.listed} == {builders.TEAMS[0], "Pi Hards"}
    assert [row.score.team for row in scene.board.rows] == [builders.TEAMS[0]]


def test_the_last_answer_of_each_team_counts(db, sitting, team):
    other = builders.team(db, sitting, "Pi Hards")
    now = reach(db, sitting, State.OPEN)
    for each, raws in ((team, ("A", "C")), (other, ("C", "A"))):
        for raw in raws:
            kept(db, each, ask(db, sitting, 0), raw, now=now)
    reach(db, sitting, State.REVEALED)

    assert points(db, sitting) == {builders.TEAMS[0]: 1, "Pi Hards": 0}


def test_a_whole_round_of_right_answers_earns_every_point(db, sitting, team):
    for position, raw in enumerate(RIGHT):
        now = reach(db, sitting, State.OPEN, question=position)
        kept(db, team, ask(db, sitting, position), raw, now=now)
    reach(db, sitting, State.DONE, question=5)

    assert points(db, sitting) == {builders.TEAMS[0]: 6}


def test_points_wait_for_the_reveal(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)
    found = []
    for state in (State.LOCKED, State.REVEALED):
        reach(db, sitting, state)
        found.append(points(db, sitting)[builders.TEAMS[0]])

    assert found == [0, 1]


def test_voiding_and_putting_back_leave_everything_as_it_was(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)
    now = reach(db, sitting, State.REVEALED)
    before = scenes.load(db, sitting.id).board
    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=now)
    assert points(db, sitting) == {builders.TEAMS[0]: 0}

    pressed(db, sitting, "unvoid", question=ask(db, sitting, 0), now=now)

    assert scenes.load(db, sitting.id).board == before
    assert db.query(Response).count() == 1


def test_a_removed_team_is_gone_from_the_board(db, sitting, team):
    pressed(db, sitting, "remove", entry=team.entry_id, now=NOON)

    scene = scenes.load(db, sitting.id)

    assert (scene.teams, scene.listed, scene.board.rows) == ((), (), ())


def test_the_limit_of_a_team_has_its_extra_time_in_it(db, sitting, team):
    pressed(db, sitting, "extra", entry=team.entry_id, percent=50, now=NOON)
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)
    reach(db, sitting, State.LOCKED)

    (given,) = scenes.load(db, sitting.id).given

    assert given.limit_ms == 45_000


def test_loading_a_scene_twice_gives_the_same(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)

    assert scenes.load(db, sitting.id) == scenes.load(db, sitting.id)


def test_who_has_answered_the_question_on_show_is_known(db, sitting, team):
    other = builders.team(db, sitting, "Pi Hards")
    assert scenes.latest_answers(db, scenes.load(db, sitting.id)) == {}
    now = reach(db, sitting, State.OPEN)
    for each in (team, other):
        kept(db, each, ask(db, sitting, 0), "C", now=now)
    pressed(db, sitting, "remove", entry=other.entry_id, now=now)

    assert scenes.latest_answers(db, scenes.load(db, sitting.id)) == {team.entry_id: "C"}


def test_a_teams_own_answer_is_its_latest_as_it_was_sent(db, sitting, team):
    now = reach(db, sitting, State.OPEN, question=1)
    for raw in (("A",), ("A", "C")):
        kept(db, team, ask(db, sitting, 1), raw, now=now)

    assert scenes.latest_answers(db, scenes.load(db, sitting.id)) == {team.entry_id: ("A", "C")}


def test_what_one_team_answered_last_is_known_while_the_question_is_on_show(db, sitting, team):
    assert scenes.latest_answer(db, scenes.load(db, sitting.id), team.entry_id) is None
    now = reach(db, sitting, State.OPEN, question=1)
    scene = scenes.load(db, sitting.id)
    assert scenes.latest_answer(db, scene, team.entry_id) is None

    for raw in (("A", "B"), ("A", "C")):
        kept(db, team, ask(db, sitting, 1), raw, now=now)

    assert scenes.latest_answer(db, scene, team.entry_id) == ("A", "C")


def test_the_versions_of_many_sittings_are_asked_for_at_once(db, sitting):
    pressed(db, sitting, "lock", now=NOON)

    assert scenes.versions(db, [sitting.id, 999]) == {sitting.id: 1}


def test_nothing_is_taken_over_from_another_round(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)
    reach(db, sitting, State.REVEALED)
    scene = scenes.load(db, sitting.id)
    other = replace(scene, round=replace(scene.round, id=999), given=(), board=None)

    assert scenes.load(db, sitting.id, before=other) == scene
