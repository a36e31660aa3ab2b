"""Once: whatever is sent twice is done once, and acknowledged as often as it was sent."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.live import clients, preparing

TEAM = "Prime Suspects"


def test_the_same_answer_sent_three_times_makes_one_row_and_is_acknowledged_three_times(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question, id_ = host.opens_next(), str(uuid.uuid4())

    for _ in range(3):
        phone.answer(question, "C", id_=id_)
    phone.wait_for(lambda _: len(phone.got("kept")) == 3, "three acknowledgements")

    assert phone.got("kept") == [{"id": id_, "question": question, "answer": "C"}] * 3
    assert [row.message_id for row in preparing.stored(room)] == [id_]


def test_an_answer_sent_by_the_socket_and_by_https_is_one_answer(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question, id_ = host.opens_next(), str(uuid.uuid4())

    first = phone.post_answer(question, "C", id_=id_)
    phone.answer(question, "C", id_=id_)
    by_socket = phone.outcome(id_)
    again = phone.post_answer(question, "C", id_=id_)

    assert [first.status_code, again.status_code] == [200, 200]
    assert first.json() == by_socket.data == again.json() == {"id": id_, "question": question, "answer": "C"}
    assert len(preparing.stored(room)) == 1


def test_both_phones_of_a_pair_sending_one_message_in_one_burst_make_one_row(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    pair = [phone, cast.phone(preparing.another_phone(room, TEAM))]
    question, id_ = host.opens_next(), str(uuid.uuid4())

    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda each: each.answer(question, "C", id_=id_), pair))
    outcomes = [each.outcome(id_) for each in pair]

    assert [frame.event for frame in outcomes] == ["kept", "kept"]
    assert len(preparing.stored(room)) == 1


def test_a_repeated_message_is_acknowledged_with_what_was_kept_and_not_with_what_it_says_now(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    id_ = phone.kept(question, "C")

    phone.mark()
    phone.answer(question, "A", id_=id_)

    assert phone.outcome(id_).data["answer"] == "C"
    assert [row.raw for row in preparing.stored(room)] == ["C"]


def test_an_answer_is_still_acknowledged_when_it_is_sent_again_after_the_lock(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    id_ = phone.kept(question, "C")
    host.locks()

    phone.mark()
    phone.answer(question, "C", id_=id_)

    assert phone.outcome(id_).event == "kept"


def test_a_changed_answer_adds_a_row_and_both_phones_show_the_last(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    partner = cast.phone(preparing.another_phone(room, TEAM))
    question = host.opens_next()

    phone.kept(question, "A")
    partner.kept(question, "C")

    assert [row.raw for row in preparing.stored(room)] == ["A", "C"]
    for each in (phone, partner):
        each.wait("mine", lambda told: told["mine"] == {"question": question, "answer": "C"})


def test_an_answer_that_may_not_change_is_kept_as_it_was(cast, database):
    room = preparing.sitting(database, can_change=False)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    phone.kept(question, "A")

    assert phone.refused(question, "C") == "already"
    assert [row.raw for row in preparing.stored(room)] == ["A"]


def test_two_hosts_who_press_next_at_once_move_one_step_and_the_loser_sees_the_present_state(cast, database):
    room = preparing.sitting(database)
    cookies = clients.sign_in(cast.server, preparing.colleague_link(database, room.id))
    hosts = [cast.host(room), cast.bring(clients.Host(cast.server, cookies, room.id)).connect()]
    version = hosts[0].version
    for host in hosts:
        host.mark()

    with ThreadPoolExecutor(2) as hands:
        ids = list(hands.map(lambda host: host.command("next", version=version), hosts))
    outcomes = [host.outcome(id_) for host, id_ in zip(hosts, ids, strict=True)]

    assert sorted(frame.event for frame in outcomes) == ["done", "refused"]
    loser = hosts[[frame.event for frame in outcomes].index("refused")]
    assert loser.got("refused")[0]["code"] == "stale"
    assert loser.waits_for("read")["version"] == version + 1
    assert preparing.round_row(room).question == 0


def test_a_double_click_with_one_id_is_done_once_and_acknowledged_twice(cast, database):
    room = preparing.sitting(database)
    host = cast.host(room)
    version, id_ = host.version, str(uuid.uuid4())

    for _ in range(2):
        host.command("next", version=version, id_=id_)
    host.wait_for(lambda _: len(host.got("done")) == 2, "two acknowledgements")

    assert host.got("done") == [{"id": id_, "version": version + 1}] * 2
    assert host.told_now()["round"]["state"] == "read"


@pytest.mark.parametrize("name", ["pause", "lock", "next"])
def test_a_command_on_an_older_state_changes_nothing(cast, database, name):
    room = preparing.sitting(database)
    host = cast.host(room)
    seen = host.version
    host.does("next", "read")

    refused = host.outcome(host.command(name, version=seen))

    assert refused.data["code"] == "stale"
    told = host.told_now()
    assert (told["version"], told["round"]["state"], told["round"]["paused"]) == (seen + 1, "read", False)
    assert told["sitting"]["door"] == "open"
