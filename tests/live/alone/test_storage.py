"""The database locked, full or gone: no acknowledgement, the host sees it, and what is sent again is kept."""

import resource
import sqlite3
from contextlib import closing

from tests.live import preparing

TEAM = "Prime Suspects"
MOST_BYTES = 24_000
"""Less than the database's log has by the time that a round is open, and more than its first page."""


def test_while_another_program_holds_the_database_nothing_is_acknowledged_and_afterwards_all_is(server, database, cast):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()
    before = preparing.round_row(room).closes_at

    with closing(sqlite3.connect(server.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        id_ = phone.answer(question, "C")
        assert phone.outcome(id_).data["code"] == "storage"
        trouble = host.wait("state", lambda told: told["trouble"]).data["trouble"]
        # Once more, so that it is surely longer than a gap that is no outage.
        assert phone.outcome(phone.answer(question, "C")).data["code"] == "storage"
        assert phone.got("kept") == []
        host.mark()
        other.execute("ROLLBACK")

    assert "holding the database" in trouble
    phone.sends_until_kept(question, "C", id_=id_)
    host.wait("state", lambda told: told["trouble"] == "")
    host.wait("state", lambda told: told["round"]["closes_at"] > before)
    assert preparing.round_row(room).closes_at > before
    assert len(preparing.stored(room)) == 1


def test_a_disk_that_fails_is_told_to_the_host_and_what_is_sent_again_later_is_kept(server, database, cast):
    room = preparing.sitting(database)
    host, (phone, other) = cast.host(room), cast.teams(room, TEAM, "Pi Hards")
    question = host.opens_next()
    phone.kept(question, "A")

    server.limit_files(MOST_BYTES + server.log.stat().st_size)
    id_ = phone.answer(question, "C")
    refused = phone.outcome(id_).data
    trouble = host.wait("state", lambda told: told["trouble"]).data["trouble"]
    assert [row.raw for row in preparing.stored(room)] == ["A"]
    assert other.told_now()["round"]["state"] == "open"
    server.limit_files(resource.RLIM_INFINITY)

    assert (refused["code"], "disk" in refused["message"]) == ("storage", False)
    assert "disk" in trouble
    phone.sends_until_kept(question, "C", id_=id_)
    assert [row.raw for row in preparing.stored(room)] == ["A", "C"]


def test_a_command_that_can_not_be_stored_moves_nothing_and_may_be_pressed_again(server, database, cast):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    version, id_ = host.version, "0a1b2c3d-next"

    server.limit_files(MOST_BYTES + server.log.stat().st_size)
    host.command("next", version=version, id_=id_)
    assert host.wait("refused").data["code"] == "storage"
    server.limit_files(resource.RLIM_INFINITY)

    assert phone.told_now()["round"]["state"] == "lobby"
    assert host.outcome(host.command("next", version=version, id_=id_)).data["version"] == version + 1
