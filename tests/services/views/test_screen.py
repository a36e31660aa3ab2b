"""The big screen: the room, the question and the top places; nobody is shown as last."""

import pytest

from challenge.rules.play import State
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach
from tests.services.views.seeing import seen_by_screen


@pytest.fixture
def in_(db, host):
    return builders.sitting(db, host, standings_every=1)


def play_one(db, in_, raws):
    """One question, answered by as many teams as there are answers, a second apart."""
    teams = [builders.team(db, in_, name) for name in builders.TEAMS[: len(raws)]]
    opened = reach(db, in_, State.OPEN)
    for second, (each, raw) in enumerate(zip(teams, raws, strict=True)):
        kept(db, each, ask(db, in_, 0), raw, now=opened + 1_000 * second)
    return teams


def test_the_lobby_shows_the_way_in_and_the_teams_in_order_of_arrival(db, in_):
    builders.team(db, in_, "Ratio Gaga", now=NOON + 5)
    builders.team(db, in_, "Pi Hards", now=NOON + 1)

    view = seen_by_screen(db, in_, now=NOON)

    assert view["teams"] == [{"name": "Pi Hards"}, {"name": "Ratio Gaga"}]
    assert view["students"] == 4
    assert (view["sitting"]["join_url"], view["sitting"]["qr"]) == ("http://192.168.1.7:8000/join", "<svg></svg>")
    assert (view["sitting"]["code"], view["sitting"]["door"]) == (in_.code, "open")


def test_a_locked_door_is_shown(db, in_):
    pressed(db, in_, "lock", now=NOON)

    assert seen_by_screen(db, in_)["sitting"]["door"] == "locked"


def test_the_standings_are_the_better_half_only(db, in_):
    play_one(db, in_, ["C", "C", "C", "A", "A", "A"])
    reach(db, in_, State.STANDINGS)

    view = seen_by_screen(db, in_)

    assert [(row["place"], row["team"]) for row in view["standings"]] == [
        ("1st", builders.TEAMS[0]),
        ("2nd", builders.TEAMS[1]),
        ("3rd", builders.TEAMS[2]),
    ]
    assert view["podium"] == []


@pytest.mark.parametrize("state", [State.OPEN, State.LOCKED, State.REVEALED])
def test_no_places_are_shown_while_a_question_is(db, in_, state):
    play_one(db, in_, ["C", "A"])
    reach(db, in_, state)

    view = seen_by_screen(db, in_)

    assert (view["standings"], view["podium"]) == ([], [])


def test_the_podium_is_places_one_to_three_with_names(db, in_):
    play_one(db, in_, ["C", "C", "C", "C", "A"])
    reach(db, in_, State.DONE, question=5)

    view = seen_by_screen(db, in_)

    assert [(each["place"], each["names"]) for each in view["podium"]] == [
        (place, ["Aisha", "Tom"]) for place in ("1st", "2nd", "3rd")
    ]
    assert len(view["standings"]) == 3


def test_nobody_without_a_point_stands_on_the_podium(db, in_):
    play_one(db, in_, ["C", "A"])
    reach(db, in_, State.DONE, question=5)

    assert [each["team"] for each in seen_by_screen(db, in_)["podium"]] == [builders.TEAMS[0]]


def test_an_empty_room_has_an_empty_podium(db, in_):
    reach(db, in_, State.DONE, question=5)

    view = seen_by_screen(db, in_)

    assert (view["standings"], view["podium"], view["students"]) == ([], [], 0)
