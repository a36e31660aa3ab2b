"""The host's console: how the room stands, and the one big button's words through a whole round."""

import pytest

from challenge.rules.play import CLOCKED, State, due
from challenge.services import hosting, rounds, scenes
from challenge.services.roster import Listed, add
from challenge.services.views.programme import steps_ahead
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach, wait
from tests.services.views.seeing import entry_of, room_of, seen_by_host


@pytest.fixture
def team(db, sitting):
    return builders.team(db, sitting)


def label(db, in_):
    following = seen_by_host(db, in_)["next"]
    return following["label"] if following else None


def labels_of_a_round(db, in_):
    """The button's words, press by press, with the state in which each was read; the clock runs in between."""
    round_, now, said = builders.round_of(db, in_), NOON, []
    while round_.state != State.DONE:
        said.append((round_.state, label(db, in_)))
        if round_.state in CLOCKED:
            now = due(rounds.play_of(round_), rounds.plan_of(db, round_))
            wait(db, in_, now)
        else:
            pressed(db, in_, "next", now=now)
    return [*said, (round_.state, label(db, in_))]


def test_the_big_button_says_what_it_does_through_a_whole_round(db, host):
    in_ = builders.sitting(db, host, standings_every=4)

    said = labels_of_a_round(db, in_)

    presses = [words for state, words in said if state not in CLOCKED]
    expected = []
    for number in range(1, 7):
        verb = "Start" if number == 1 else "Go to"
        expected += [f"{verb} question {number}", f"Reveal question {number}"]
        expected += ["Show standings"] if number == 4 else []
    assert presses == [*expected, "Show the final places", None]


@pytest.mark.parametrize(
    ("state", "words"),
    [(State.READ, "Open answers now"), (State.OPEN, "Close now and lock answers"), (State.CLOSING, None)],
)
def test_while_the_clock_runs_the_button_offers_not_to_wait(db, sitting, state, words):
    reach(db, sitting, state)

    assert label(db, sitting) == words


def test_in_a_pause_the_button_carries_on(db, sitting):
    now = reach(db, sitting, State.OPEN)
    pressed(db, sitting, "pause", now=now)

    view = seen_by_host(db, sitting)

    assert (view["next"]["label"], view["plan"][0]["label"]) == ("Carry on", "Reveal question 1")


def test_before_the_doors_open_the_button_opens_them(db, sitting):
    builders.round_of(db, sitting).state = State.PLANNED

    view = seen_by_host(db, sitting)

    assert (view["next"]["label"], view["plan"][0]["label"]) == ("Let teams in", "Start question 1")


@pytest.mark.parametrize("every", [0, 1, 2, 6])
def test_the_plan_at_the_start_is_what_the_button_then_says(db, host, every):
    in_ = builders.sitting(db, host, standings_every=every)
    planned = [step["label"] for step in steps_ahead(scenes.load(db, in_.id))]

    said = [words for state, words in labels_of_a_round(db, in_) if state not in CLOCKED]

    assert [*planned, None] == said


def test_what_comes_next_is_planned_three_steps_ahead_with_what_it_asks(db, sitting):
    plan = seen_by_host(db, sitting)["plan"]

    assert [step["label"] for step in plan] == ["Reveal question 1", "Go to question 2", "Reveal question 2"]
    assert plan[1]["detail"] == "Fractions · several choices · 30 seconds"


def test_when_all_is_over_nothing_comes_next(db, sitting):
    pressed(db, sitting, "end", now=NOON)

    view = seen_by_host(db, sitting)

    assert (view["next"], view["plan"], view["can"]) == (None, [], [])


def test_the_console_lists_what_a_host_can_do_now(db, sitting):
    now = reach(db, sitting, State.OPEN)
    round_ = builders.round_of(db, sitting)
    possible = hosting.possible(rounds.play_of(round_), rounds.plan_of(db, round_), now=now)

    assert seen_by_host(db, sitting)["can"] == [name.value for name in possible]
    assert set(possible) == {"next", "pause", "extend", "close", "end", "void"}


def test_the_console_knows_its_sitting_and_where_things_are(db, sitting):
    view = seen_by_host(db, sitting)["sitting"]

    assert (view["id"], view["name"], view["place"], view["code"]) == (sitting.id, "Maths 2", "Room B14", sitting.code)
    assert (view["college"], view["stage"]) == ("Kiln Lane College", "Class round")
    assert (view["door"], view["entry"], view["most"]) == ("open", "open", sitting.most_teams)
    assert view["screen_url"] == f"/screen/{sitting.screen_key}"
    assert view["results_url"] == f"/host/sittings/{sitting.id}/results"


def test_a_locked_door_is_shown(db, sitting):
    pressed(db, sitting, "lock", now=NOON)

    assert seen_by_host(db, sitting)["sitting"]["door"] == "locked"


def test_a_team_is_shown_with_its_phones_answer_points_and_place(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    kept(db, team, ask(db, sitting, 0), "C", now=now)
    reach(db, sitting, State.REVEALED)

    view = seen_by_host(db, sitting, room=room_of(team, phones=2, screens=1))

    assert view["teams"] == [
        {
            "id": team.entry_id,
            "name": builders.TEAMS[0],
            "names": ["Aisha", "Tom"],
            "here": True,
            "phones": 2,
            "away_s": None,
            "answered": True,
            "points": 1,
            "place": "1st",
            "extra": 0,
            "code": entry_of(db, team).team.code,
        }
    ]
    assert (view["sitting"]["screens"], view["sitting"]["hosts"], view["round"]["answered"]) == (1, 1, 1)


@pytest.mark.parametrize(("away_since", "away_s"), [(None, None), (NOON - 12_400, 12), (NOON + 500, 0)])
def test_a_team_that_is_offline_is_shown_with_how_long(db, sitting, team, away_since, away_s):
    (shown,) = seen_by_host(db, sitting, room=room_of(team, away_since=away_since), now=NOON)["teams"]

    assert (shown["here"], shown["away_s"]) == (False, away_s)


def test_a_listed_team_is_shown_before_it_has_come(db, host):
    in_ = builders.sitting(db, host, entry_mode="listed")
    add(db, in_, [Listed("Prime Suspects", ())])

    view = seen_by_host(db, in_)

    assert [(each["name"], each["here"], each["points"]) for each in view["teams"]] == [("Prime Suspects", False, 0)]
    assert view["round"]["teams"] == 0


def test_a_removed_team_is_shown_no_more(db, sitting, team):
    pressed(db, sitting, "remove", entry=team.entry_id, now=NOON)

    assert seen_by_host(db, sitting)["teams"] == []
