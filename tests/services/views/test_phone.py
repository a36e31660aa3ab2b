"""A phone: the round and its team's own answer, result and place, and nothing that shames anybody."""

import pytest

from challenge.rules.play import State
from challenge.services.views import reading
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, kept, pressed, reach
from tests.services.views.seeing import entry_of, seen_by_team


@pytest.fixture
def in_(db, host):
    return builders.sitting(db, host, standings_every=1)


@pytest.fixture
def team(db, in_):
    return builders.team(db, in_)


def result_of(db, in_, team, raw, *, position=0):
    now = reach(db, in_, State.OPEN, question=position)
    if raw is not None:
        kept(db, team, ask(db, in_, position), raw, now=now)
    reach(db, in_, State.REVEALED, question=position)
    return seen_by_team(db, in_, team)["result"]


def five_teams(db, in_):
    """Five teams of which the first answered quickest and the last was wrong, in that order."""
    teams = [builders.team(db, in_, name) for name in builders.TEAMS[:5]]
    opened = reach(db, in_, State.OPEN)
    for place, each in enumerate(teams):
        raw = "A" if place == 4 else "C"
        kept(db, each, ask(db, in_, 0), raw, now=opened + 1_000 * (place + 1))
    reach(db, in_, State.STANDINGS)
    return teams


def test_a_phone_knows_its_team(db, in_, team):
    pressed(db, in_, "extra", entry=team.entry_id, percent=25, now=NOON)

    view = seen_by_team(db, in_, team, now=NOON)

    assert view["me"] == {
        "team": builders.TEAMS[0],
        "names": ["Aisha", "Tom"],
        "code": entry_of(db, team).team.code,
        "extra": 25,
        "points": 0,
        "played": 0,
        "phones": 1,
    }
    assert (view["now"], view["version"]) == (NOON, in_.version)


def test_a_phone_in_the_lobby_has_no_question_answer_result_or_place(db, in_, team):
    view = seen_by_team(db, in_, team)

    assert [view["round"]["question"], view["mine"], view["result"], view["place"]] == [None] * 4


def test_a_phone_shows_the_teams_latest_answer(db, in_, team):
    now = reach(db, in_, State.OPEN)
    for raw in ("A", "C"):
        kept(db, team, ask(db, in_, 0), raw, now=now)

    assert seen_by_team(db, in_, team)["mine"] == {"question": ask(db, in_, 0), "answer": "C"}


def test_the_answer_to_the_last_question_is_not_shown_with_the_next(db, in_, team):
    now = reach(db, in_, State.OPEN)
    kept(db, team, ask(db, in_, 0), "C", now=now)
    reach(db, in_, State.READ, question=1)

    assert seen_by_team(db, in_, team)["mine"] is None


def test_a_right_answer_has_its_points(db, in_, team):
    result = result_of(db, in_, team, "C")

    assert result == {"verdict": "right", "points": 1, "chose": "11/12", "reason": ""}
    assert seen_by_team(db, in_, team)["me"]["points"] == 1


def test_a_wrong_answer_has_its_reason_in_kind_words(db, in_, team):
    assert result_of(db, in_, team, "A") == {
        "verdict": "wrong",
        "points": 0,
        "chose": "3/7",
        "reason": "Adding tops and bottoms is the most common slip here.",
    }


def test_no_answer_is_said_without_blame(db, in_, team):
    assert result_of(db, in_, team, None) == {"verdict": "none", "points": 0, "chose": "", "reason": ""}


@pytest.mark.parametrize("raw", ["C", "A", None])
def test_a_voided_question_is_neither_right_nor_wrong(db, in_, team, raw):
    result_of(db, in_, team, raw)

    pressed(db, in_, "void", question=ask(db, in_, 0), reason="A misprint.", now=NOON)

    view = seen_by_team(db, in_, team)
    assert (view["result"]["verdict"], view["result"]["points"], view["result"]["reason"]) == ("void", 0, "")
    assert view["round"]["reveal"]["void_reason"] == "A misprint."
    assert view["me"]["played"] == 0


def test_what_was_typed_is_shown_as_text(db, in_, team):
    result = result_of(db, in_, team, "<b>isosceles</b>", position=4)

    assert result["chose"] == "&lt;b&gt;isosceles&lt;/b&gt;"


def test_a_team_in_the_middle_sees_its_place_between_two_neighbours(db, in_):
    teams = five_teams(db, in_)

    place = seen_by_team(db, in_, teams[2])["place"]

    assert (place["place"], place["joint"], place["of"], place["points"]) == ("3rd", False, 5, 1)
    assert [(each["place"], each["us"]) for each in place["around"]] == [("2nd", False), ("3rd", True), ("4th", False)]


def test_the_first_sees_nobody_above_and_the_last_nobody_below(db, in_):
    teams = five_teams(db, in_)

    arounds = [seen_by_team(db, in_, each)["place"]["around"] for each in (teams[0], teams[4])]

    assert [[each["us"] for each in around] for around in arounds] == [[True, False], [False, True]]


def test_no_phone_names_more_than_one_neighbour_on_each_side(db, in_):
    teams = five_teams(db, in_)

    for position, each in enumerate(teams):
        named = {row["team"] for row in seen_by_team(db, in_, each)["place"]["around"]}
        assert named == set(builders.TEAMS[max(0, position - 1) : min(5, position + 2)])


def test_teams_that_are_level_share_their_place(db, in_, team):
    other = builders.team(db, in_, "Pi Hards")
    opened = reach(db, in_, State.OPEN)
    for each in (team, other):
        kept(db, each, ask(db, in_, 0), "C", now=opened + 1_000)
    reach(db, in_, State.STANDINGS)

    places = [seen_by_team(db, in_, each)["place"] for each in (team, other)]

    assert [(place["place"], place["joint"]) for place in places] == [("1st", True)] * 2


def test_at_the_end_a_phone_shows_the_final_place(db, in_, team):
    reach(db, in_, State.DONE, question=5)

    assert seen_by_team(db, in_, team)["place"]["place"] == "1st"


def test_what_is_typed_is_read_back_or_what_to_mend_is_said():
    read, unread = (reading(builders.number(), typed) for typed in ("6/8", "O.75"))

    assert (read["written"], read["problem"]) == ("6/8", "")
    assert (unread["written"], unread["words"]) == ("", "")
    assert unread["problem"]
