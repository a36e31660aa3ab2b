"""Rooms: two sittings on one server never hear each other, and nobody is who they say they are."""

import json

import pytest

from challenge.live.rooms import HOST, PLAY, SCREEN, Member, Rooms
from challenge.services.access import ScreenIdentity, StaffIdentity, TeamIdentity
from tests import builders
from tests.live import preparing

TEAM = "Prime Suspects"
OURS = ("Ratio Gaga", "Pi Hards")


def test_a_second_sitting_hears_nothing_of_the_first(cast, database):
    quiet, loud = preparing.sitting(database), preparing.sitting(database, builders.one_of_each()[:2])
    host, screen, (phone,) = cast.host(quiet), cast.screen(quiet), cast.teams(quiet, TEAM)
    for each in (host, screen, phone):
        each.told_now()
    _settled(host, screen, phone)
    own = host.version
    for each in (host, screen, phone):
        each.mark()

    _play_a_question(cast, loud)

    for each in (host, screen, phone):
        heard = [frame for frame in each.frames[each._from :] if not _is_no_news(frame, own)]
        each.told_now()
        assert heard == [], heard
        text = json.dumps([frame.data for frame in each.frames])
        assert not any(name in text for name in (*OURS, loud.code, loud.screen_key))


@pytest.mark.parametrize("forged", [{"entry": 1}, {"team": 1}, {"sitting": 1}, {"device": 1}, {"by": 1}])
def test_a_forged_field_changes_nothing(cast, database, forged):
    room = preparing.sitting(database)
    host, (phone, _) = cast.host(room), cast.teams(room, *OURS)
    question = host.opens_next()

    phone.send("answer", {"id": "0a1b2c3d-forged", "question": question, "answer": "C", **forged})

    assert phone.wait("refused").data["code"] == "unknown_field"
    assert preparing.stored(room) == []


def test_an_answer_to_another_sittings_question_is_refused(cast, database):
    room, other = preparing.sitting(database), preparing.sitting(database)
    host, elsewhere = cast.host(room), cast.host(other)
    (phone,) = cast.teams(room, TEAM)
    host.opens_next()

    assert phone.refused(elsewhere.opens_next(), "C") == "not_now"
    assert preparing.stored(other) == preparing.stored(room) == []


def test_a_host_can_not_change_a_team_or_question_of_another_sitting(cast, database):
    room, other = preparing.sitting(database), preparing.sitting(database)
    host, watched = cast.host(room), cast.host(other)
    cast.teams(other, TEAM)
    theirs = preparing.entry_id(other, TEAM)
    watched.opens_next()

    for name, more, code in [
        ("remove", {"entry": theirs}, "no_team"),
        ("rename", {"entry": theirs, "team": "Ours Now"}, "no_team"),
        ("extra", {"entry": theirs, "percent": 100}, "no_team"),
        ("void", {"question": other.questions[0], "reason": "Ours."}, "no_question"),
    ]:
        assert host.order(name, **more).data["code"] == code

    told = watched.told_now()
    assert [(team["name"], team["extra"]) for team in told["teams"]] == [(TEAM, 0)]
    assert told["round"]["state"] == "open"


def test_a_preview_of_another_sittings_question_tells_nothing(cast, database):
    room, other = preparing.sitting(database), preparing.sitting(database)
    host = cast.host(room)

    host.send("preview", {"name": "void", "question": other.questions[0]})

    assert host.wait("refused").data["code"] == "no_question"


def test_rooms_follow_from_the_identity_and_are_forgotten_with_the_connection():
    rooms = Rooms()
    phone, host = TeamIdentity(entry_id=4, sitting_id=1, device_id=9), StaffIdentity(1, "Host", "host")
    rooms.enter("a", Member(phone, PLAY, 1))
    rooms.enter("b", Member(phone, PLAY, 1))
    rooms.enter("c", Member(host, HOST, 1))
    rooms.enter("d", Member(ScreenIdentity(2), SCREEN, 2))

    assert rooms.phones(4) == {"a", "b"}
    assert (rooms.connected(HOST, 1), rooms.connected(HOST, 2)) == ({"c"}, frozenset())
    assert rooms.room(1, [4]).teams[4].away_since is None

    for sid in ("a", "b", "a"):
        rooms.leave(sid, now=7_000)

    assert rooms.phones(4) == frozenset()
    assert rooms.room(1, [4]).teams[4].away_since == 7_000
    assert rooms.member("a") is None


def _play_a_question(cast, room):
    host, phones = cast.host(room), cast.teams(room, *OURS)
    cast.screen(room)
    host.does("rename", entry=preparing.entry_id(room, OURS[0]), team="Root Awakening")
    question = host.opens_next()
    for phone in phones:
        phone.kept(question, "C")
    host.does("pause")
    host.does("resume")
    host.locks()
    host.does("reveal", "revealed")
    host.does("void", question=question, reason="Two answers were right.")
    host.does("end", "done")
    phones[0].away()
    host.wait("state", lambda told: any(not team["here"] for team in told["teams"]))


def _is_no_news(frame, version):
    """A probe, or the sitting's own picture once more: news of coming in may still be on their way."""
    return frame.event == "probe" or (frame.event in ("state", "count") and frame.data["version"] == version)


def _settled(host, screen, phone):
    """Wait until the news of everybody's coming in have gone out: to phones, to the host, last to the screen."""
    host.does("lock")
    for each in (phone, screen):
        each.mark()
    host.does("unlock")
    phone.wait("count")
    screen.wait("state", lambda told: told["sitting"]["door"] == "open")
    host.told_now()
