"""Asleep, offline, removed, locked out: everybody is always told where they stand."""

import requests

from tests.live import clients, preparing
from tests.live.clients import PATIENCE, Phone

TEAM, OTHER = "Prime Suspects", "Pi Hards"


def test_a_phone_that_joins_like_a_browser_gets_the_full_picture(cast, database):
    room = preparing.sitting(database)
    host = cast.host(room)

    phone = cast.phone(clients.join_by_code(cast.server, room, TEAM))

    told = phone.got("state")[0]
    assert (told["me"]["team"], told["round"]["state"], told["mine"]) == (TEAM, "lobby", None)
    host.wait("state", lambda told: [(team["name"], team["phones"]) for team in told["teams"]] == [(TEAM, 1)])


def test_a_phone_asleep_for_two_questions_wakes_into_the_right_state(cast, database):
    room = preparing.sitting(database)
    host, (phone, other) = cast.host(room), cast.teams(room, TEAM, OTHER)
    phone.kept(host.opens_next(), "C")
    phone.away()

    host.locks()
    host.does("reveal", "revealed")
    second = host.opens_next()
    other.kept(second, "3/4")
    phone.mark()
    phone.connect()

    told = phone.got("state")[0]
    assert (told["round"]["state"], told["round"]["number"], told["round"]["question"]["id"]) == ("open", 2, second)
    assert (told["me"]["points"], told["mine"], told["round"]["answered"]) == (1, None, 1)
    assert told["version"] == host.version
    phone.kept(second, "0.75")


def test_a_phone_gets_its_own_answer_back_and_on_another_phone_too(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    phone.kept(question, "C")
    phone.away()

    new = cast.phone(preparing.another_phone(room, TEAM))

    assert new.got("state")[0]["mine"] == {"question": question, "answer": "C"}


def test_an_answer_kept_while_offline_is_taken_while_its_question_is_open(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    phone.away()

    phone.connect()

    phone.kept(question, "C")


def test_an_answer_kept_while_offline_for_too_long_is_refused_as_late(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    phone.away()
    host.locks()

    phone.connect()

    assert phone.refused(question, "C") == "late"
    host.does("reveal", "revealed")
    host.opens_next()
    assert phone.refused(question, "C") == "late"
    late = phone.post_answer(question, "C")
    assert (late.status_code, late.json()["code"]) == (409, "late")
    assert preparing.stored(room) == []


def test_the_host_sees_who_is_here_and_for_how_long_others_have_been_away(cast, database):
    room = preparing.sitting(database)
    host, (phone, _) = cast.host(room), cast.teams(room, TEAM, OTHER)
    partner = cast.phone(preparing.another_phone(room, TEAM))

    host.wait("state", lambda told: _phones(told) == {TEAM: 2, OTHER: 1})
    partner.away()
    host.mark()
    host.wait("state", lambda told: _phones(told) == {TEAM: 1, OTHER: 1})
    phone.away()
    away = host.wait("state", lambda told: _phones(told) == {TEAM: 0, OTHER: 1}).data

    team = next(each for each in away["teams"] if each["name"] == TEAM)
    assert (team["here"], team["away_s"]) == (False, 0)
    phone.connect()
    host.mark()
    back = host.wait("state", lambda told: _phones(told) == {TEAM: 1, OTHER: 1}).data
    assert next(each for each in back["teams"] if each["name"] == TEAM)["away_s"] is None


def test_a_removed_team_is_told_so_and_can_not_come_back(cast, database):
    room = preparing.sitting(database)
    host, (phone, other) = cast.host(room), cast.teams(room, TEAM, OTHER)
    question = host.opens_next()
    phone.kept(question, "C")
    code = phone.told_now()["me"]["code"]

    host.does("remove", entry=preparing.entry_id(room, TEAM))

    assert "took this team out" in phone.wait("gone").data["message"]
    phone.wait("disconnect")
    assert "Join" in cast.bring(Phone(cast.server, phone.cookies["pass"])).refusal()
    card = requests.get(f"{cast.server.address}/t/{code}", timeout=PATIENCE)
    assert card.status_code == 200
    assert [team["name"] for team in host.told_now()["teams"]] == [OTHER]
    assert other.told_now()["round"]["teams"] == 1


def test_a_removed_team_hears_nothing_more(cast, database):
    room = preparing.sitting(database)
    host, (phone, _) = cast.host(room), cast.teams(room, TEAM, OTHER)
    host.does("remove", entry=preparing.entry_id(room, TEAM))
    phone.wait("disconnect")

    phone.mark()
    host.opens_next()

    assert [frame.event for frame in phone.frames[phone._from :]] == []


def test_a_locked_door_keeps_new_teams_out_and_lets_old_ones_back_in(cast, database):
    room = preparing.sitting(database)
    host, screen, (phone,) = cast.host(room), cast.screen(room), cast.teams(room, TEAM)
    phone.away()

    host.does("lock")

    page = requests.get(f"{cast.server.address}/join/{room.code}", params={"k": room.door_key}, timeout=PATIENCE)
    assert "door is locked" in page.text
    screen.wait("state", lambda told: told["sitting"]["door"] == "locked")
    assert phone.connect().told_now()["me"]["team"] == TEAM
    assert preparing.another_phone(room, TEAM)
    host.does("unlock")
    assert clients.join_by_code(cast.server, room, OTHER)


def test_a_renamed_team_sees_its_new_name(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)

    host.does("rename", entry=preparing.entry_id(room, TEAM), team="Root Awakening")

    phone.wait("mine", lambda told: told["me"]["team"] == "Root Awakening")


def test_a_host_and_a_screen_that_reload_see_the_same_again(cast, database):
    room = preparing.sitting(database)
    host, screen = cast.host(room), cast.screen(room)
    cast.teams(room, TEAM)

    for name, state in [
        ("next", "read"),
        ("next", "open"),
        ("close", "locked"),
        ("reveal", "revealed"),
        ("end", "done"),
    ]:
        host.does(name, state)
        for each in (host, screen):
            before = each.told_now()
            each.away()
            each.mark()
            each.connect()
            after = each.got("state")[0]
            assert (after["round"], after["version"]) == (before["round"], before["version"])


def _phones(told):
    return {team["name"]: team["phones"] for team in told["teams"]}
