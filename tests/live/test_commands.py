"""The host's commands, through sockets: what each does to the round, and what phones hear of it."""

import time

import pytest

from tests import builders
from tests.live import preparing

TEAM, OTHER = "Prime Suspects", "Pi Hards"


@pytest.fixture
def room(database):
    return preparing.sitting(database)


def test_the_clock_opens_closes_and_locks_a_question_by_itself(cast, database):
    room = preparing.sitting(database, reading_ms=300, answering_ms=500)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    host.mark()
    phone.mark()

    host.command("next")

    for state in ("read", "open", "closing", "locked"):
        host.waits_for(state)
        phone.wait("moved", lambda told, now=state: told["round"]["state"] == now)
    row = preparing.round_row(room)
    assert row.closes_at - row.opens_at == 500


def test_nothing_is_taken_while_a_question_is_read_or_after_its_lock(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.does("next", "read")["round"]["question"]["id"]

    assert phone.refused(question, "C") == "not_open"
    assert phone.refused(room.questions[1], "C") == "not_open"
    host.does("next", "open")
    host.locks()
    assert phone.refused(question, "C") == "late"
    assert preparing.stored(room) == []


def test_an_answer_that_can_not_be_one_is_refused_and_not_stored(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    first = host.opens_next()

    assert phone.refused(first, "Z") == "malformed"
    assert phone.refused(first, ["C"]) == "malformed"
    host.locks()
    host.does("reveal", "revealed")
    second = host.opens_next()
    assert phone.refused(second, "three quarters") == "unreadable"
    assert phone.refused(second, "x" * 65) == "malformed"
    assert phone.refused(2**30, "C") == "not_now"
    assert preparing.stored(room) == []


def test_a_pause_holds_answers_back_and_its_length_is_given_back(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    before = preparing.round_row(room)

    paused = host.does("pause")["round"]
    time.sleep(0.3)  # longer than the grace for what was on its way
    assert phone.refused(question, "C") == "paused"
    resumed = host.does("resume")["round"]

    given = resumed["closes_at"] - before.closes_at
    assert paused["paused_at"] is not None
    assert 300 <= given == resumed["opens_at"] - before.opens_at
    phone.kept(question, "C")


def test_an_extension_moves_everybodys_deadline(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    host.opens_next()
    before = preparing.round_row(room).closes_at

    phone.mark()
    host.does("extend", seconds=30)

    moved = phone.wait("moved").data["round"]
    assert moved["closes_at"] == moved["deadlines"]["0"] == before + 30_000
    assert host.order("extend", seconds=0).data["code"] == "bad_time"


def test_a_team_with_extra_time_may_answer_after_the_others_and_nobody_else_may(cast, database):
    room = preparing.sitting(database, reading_ms=50, answering_ms=1_500)
    host, (slower, other) = cast.host(room), cast.teams(room, TEAM, OTHER)
    host.does("extra", entry=preparing.entry_id(room, TEAM), percent=100)
    assert slower.told_now()["me"]["extra"] == 100
    question = host.does("next", "open")["round"]["question"]["id"]
    closes_at = preparing.round_row(room).closes_at

    # A phone that believes its clock would be late by itself; this one sends until the server says no.
    codes = _until_refused(other, question)

    assert codes == "late"
    slower.kept(question, "C")
    kept = [row for row in preparing.stored(room) if row.entry_id == preparing.entry_id(room, TEAM)]
    assert closes_at < kept[0].received_at < closes_at + 1_500 + 150
    host.waits_for("locked")


def test_a_voided_question_is_told_with_its_reason_and_may_come_back(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    phone.kept(question, "C")

    told = host.does("void", "locked", question=question, reason="Two answers were right.")
    assert (told["round"]["reveal"]["voided"], told["teams"][0]["points"]) == (True, 0)
    assert phone.refused(question, "A") == "voided"
    phone.mark()
    host.does("reveal", "revealed")
    assert phone.wait("mine", lambda told: told["result"]).data["result"]["verdict"] == "void"
    told = host.does("unvoid", "revealed", question=question)

    assert told["teams"][0]["points"] == 1
    assert host.order("void", question=question, reason=" ").data["code"] == "no_reason"


def test_an_accepted_answer_counts_on_every_phone_and_no_more_once_it_is_taken_back(cast, database):
    room = preparing.sitting(database, [builders.number()])
    host, (phone, other) = cast.host(room), cast.teams(room, TEAM, OTHER)
    question = host.opens_next()
    phone.kept(question, "1/2")
    other.kept(question, "3/4")
    host.locks()
    (before,) = host.told_now()["others"]
    host.does("reveal", "revealed")

    told = host.does("accept", "revealed", question=question, answer="0.5")
    points = [team["points"] for team in told["teams"]]
    verdict = phone.wait("mine", lambda told: told["me"]["points"] == 1).data["result"]["verdict"]
    again = host.does("unaccept", "revealed", question=question, answer="0.5")

    assert before == {"answer": "1/2", "shown": "1/2", "count": 1, "verdict": "wrong", "accepted": False}
    assert (told["others"][0]["accepted"], points, verdict) == (True, [1, 1], "right")
    assert sorted(team["points"] for team in again["teams"]) == [0, 1]


def test_a_preview_says_whom_voiding_would_change_and_changes_nothing(cast, room):
    host, (phone, _) = cast.host(room), cast.teams(room, TEAM, OTHER)
    question = host.opens_next()
    phone.kept(question, "C")
    host.locks()
    host.does("reveal", "revealed")
    version = host.version

    host.send("preview", {"name": "void", "question": question})

    changes = host.wait("preview").data["changes"]
    assert [
        (each["team"], each["was"]["points"], each["now"]["points"]) for each in changes if each["team"] == TEAM
    ] == [(TEAM, 1, 0)]
    assert host.told_now()["version"] == version


def test_an_ended_round_shows_the_places_and_takes_no_more(cast, room):
    host, screen, (phone, other) = cast.host(room), cast.screen(room), cast.teams(room, TEAM, OTHER)
    question = host.opens_next()
    phone.kept(question, "C")
    host.locks()
    host.does("reveal", "revealed")
    screen.mark()
    phone.mark()

    host.does("end", "done")

    assert phone.wait("mine", lambda told: told["place"]).data["place"]["place"] == "1st"
    podium = screen.wait("state", lambda told: told["round"]["state"] == "done").data["podium"]
    assert [(row["place"], row["team"]) for row in podium] == [("1st", TEAM)]
    assert other.refused(question, "C") == "late"
    assert host.order("next").data["code"] == "not_now"


def test_a_result_comes_before_the_reveal_that_it_belongs_to(cast, room):
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    phone.kept(host.opens_next(), "A")
    host.locks()

    phone.mark()
    host.does("reveal", "revealed")
    phone.wait("moved", lambda told: told["round"]["state"] == "revealed")

    told = [frame for frame in phone.frames[phone._from :] if frame.event in ("mine", "moved")]
    moved = next(index for index, frame in enumerate(told) if frame.event == "moved")
    result = told[moved - 1].data["result"]
    assert (result["verdict"], "tops and bottoms" in result["reason"]) == ("wrong", True)


@pytest.mark.parametrize("name", ["reveal", "standings", "resume", "close", "extend"])
def test_a_command_that_does_not_fit_the_state_is_refused_and_changes_nothing(cast, room, name):
    host = cast.host(room)

    refused = host.order(name, **({"seconds": 30} if name == "extend" else {}))

    assert refused.data["code"] == "not_now"
    assert host.told_now()["round"]["state"] == "lobby"


def test_a_whole_round_of_every_kind_is_marked_right(cast, database):
    room = preparing.sitting(database, builders.one_of_each())
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)

    typed = [key for key, _ in builders.TYPED.values()]
    for raw in ("C", ["C", "A"], "true", "75%", "Isosceles", ["b", "c", "a"], *typed):
        phone.kept(host.opens_next(), raw)
        host.locks()
        phone.mark()
        host.does("reveal", "revealed")
        assert phone.wait("mine", lambda told: told["result"]).data["result"]["verdict"] == "right"

    assert host.does("next", "done")["teams"][0]["points"] == 16


def _until_refused(phone, question):
    """Answer again and again, a few times a second, until an answer is refused; the code."""
    for _ in range(60):
        frame = phone.answered(question, "A")
        if frame.event == "refused":
            return frame.data["code"]
        time.sleep(0.12)
    raise AssertionError("never refused")
