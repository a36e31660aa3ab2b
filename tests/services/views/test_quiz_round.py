"""The round, as every audience sees it."""

import pytest

from challenge.rules.play import State
from challenge.rules.scoring import policy_in_words, tie_break_in_words
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach
from tests.services.views.seeing import seen_by_host, seen_by_screen, seen_by_team


def view(db, in_):
    return seen_by_screen(db, in_)["round"]


def test_a_round_in_the_lobby_says_what_will_be_played_and_how(db, sitting):
    shown = view(db, sitting)

    assert (shown["title"], shown["category"], shown["category_name"]) == (
        "Class round, Ein2steins",
        "ein2steins",
        "Ein2steins",
    )
    assert (shown["state"], shown["number"], shown["of"], shown["can_change"]) == ("lobby", 0, 6, True)
    assert shown["policy"] == policy_in_words("tie_break")
    assert shown["tie_break"] == tie_break_in_words("tie_break")


@pytest.mark.parametrize("state", [State.LOBBY, State.LOCKED, State.REVEALED, State.STANDINGS, State.DONE])
def test_a_clock_is_only_shown_while_it_runs(db, host, state):
    in_ = builders.sitting(db, host, standings_every=1)
    reach(db, in_, state, question={State.LOBBY: -1, State.DONE: 5}.get(state, 0))

    shown = view(db, in_)

    assert [shown[field] for field in ("opens_at", "closes_at", "deadlines", "seconds")] == [None, None, {}, None]


def test_an_open_question_has_a_deadline_for_each_amount_of_extra_time_in_the_room(db, sitting):
    team = builders.team(db, sitting)
    pressed(db, sitting, "extra", entry=team.entry_id, percent=50, now=NOON)
    opened = reach(db, sitting, State.OPEN)

    shown = view(db, sitting)

    assert (shown["opens_at"], shown["closes_at"], shown["seconds"]) == (opened, opened + 30_000, 30)
    assert shown["deadlines"] == {"0": opened + 30_000, "50": opened + 45_000}


def test_a_pause_is_shown_with_its_beginning(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    pressed(db, sitting, "pause", now=opened + 7)

    shown = view(db, sitting)

    assert (shown["state"], shown["paused"], shown["paused_at"]) == ("open", True, opened + 7)


def test_how_many_have_answered_is_counted_by_team(db, sitting):
    team = builders.team(db, sitting)
    builders.team(db, sitting, "Pi Hards")
    now = reach(db, sitting, State.OPEN)
    for raw in ("A", "C"):
        kept(db, team, ask(db, sitting, 0), raw, now=now)

    shown = view(db, sitting)

    assert (shown["answered"], shown["teams"]) == (1, 2)


def test_the_reveal_shows_how_the_class_answered_and_the_commonest_slip(db, sitting):
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:4]]
    now = reach(db, sitting, State.OPEN)
    for each, raw in zip(teams, ["A", "A", "C"], strict=False):
        kept(db, each, ask(db, sitting, 0), raw, now=now)
    reach(db, sitting, State.REVEALED)

    reveal = view(db, sitting)["reveal"]

    assert {bar["id"]: bar["count"] for bar in reveal["bars"]} == {"A": 2, "B": 0, "C": 1, "D": 0}
    assert (reveal["none"], reveal["right"], reveal["voided"]) == (1, ["C"], False)
    assert reveal["note"] == "Adding tops and bottoms is the most common slip here."


@pytest.mark.parametrize("state", [State.READ, State.OPEN, State.CLOSING, State.LOCKED, State.REVEALED])
def test_every_audience_is_asked_the_same_question(db, sitting, state):
    team = builders.team(db, sitting)
    reach(db, sitting, state)

    views = [seen_by_team(db, sitting, team), seen_by_screen(db, sitting), seen_by_host(db, sitting)]

    asked = [each["round"]["question"] for each in views]
    assert asked[0]["id"] == ask(db, sitting, 0)
    assert asked[0] == asked[1] == asked[2]


def test_the_standings_show_no_question(db, host):
    in_ = builders.sitting(db, host, standings_every=1)
    reach(db, in_, State.STANDINGS)

    assert view(db, in_)["question"] is None
