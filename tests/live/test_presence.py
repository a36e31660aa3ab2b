"""Presence: how many phones a team has, whichever process they came to; and what that costs."""

import tracemalloc

import pytest

from challenge.live.presence import Changed, PresenceOf
from challenge.live.rooms import HOST, PLAY, SCREEN, Member, Rooms
from challenge.services.access import ScreenIdentity, StaffIdentity, TeamIdentity

NOON = 12 * 3_600_000
SITTING, TEAM, OTHER = 7, 40, 41
MANY = 2_000


@pytest.fixture
def rooms():
    return Rooms("here")


def phone(entry_id=TEAM, sitting_id=SITTING):
    return Member(TeamIdentity(entry_id, sitting_id, device_id=entry_id), PLAY, sitting_id)


def there(phones, *, process="there", sitting_id=SITTING, screens=0, hosts=0):
    return PresenceOf(process, sitting_id, phones, screens=screens, hosts=hosts)


def test_a_teams_phones_are_counted_in_all_processes(rooms):
    rooms.enter("a", phone())

    rooms.hear_presence(there({TEAM: 2}), NOON)
    rooms.hear_presence(there({TEAM: 1}, process="yonder"), NOON)

    assert rooms.phones_of(TEAM) == 4
    assert rooms.phones(TEAM) == {"a"}
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].phones == 4


def test_screens_and_hosts_are_counted_in_all_processes(rooms):
    rooms.enter("s", Member(ScreenIdentity(SITTING), SCREEN, SITTING))

    rooms.hear_presence(there({}, screens=1, hosts=2), NOON)
    rooms.hear_presence(there({}, hosts=1, process="yonder"), NOON)
    rooms.hear_presence(there({}, hosts=9, sitting_id=SITTING + 1), NOON)

    room = rooms.room(SITTING, [])
    assert (room.screens, room.hosts) == (2, 3)


def test_a_process_says_who_of_a_sitting_is_connected_to_it(rooms):
    for sid, member in {"a": phone(), "b": phone(), "c": phone(OTHER), "d": phone(99, SITTING + 1)}.items():
        rooms.enter(sid, member)
    rooms.enter("e", Member(StaffIdentity(1, "Host", "host"), HOST, SITTING))

    assert rooms.presence_of(SITTING) == PresenceOf("here", SITTING, {TEAM: 2, OTHER: 1}, screens=0, hosts=1)
    assert rooms.sittings() == {SITTING, SITTING + 1}


def test_a_change_elsewhere_names_the_teams_that_it_changes(rooms):
    assert rooms.hear_presence(there({TEAM: 1, OTHER: 1}), NOON) == Changed(SITTING, frozenset({TEAM, OTHER}))

    assert rooms.hear_presence(there({TEAM: 1, OTHER: 1}), NOON) is None
    assert rooms.hear_presence(there({TEAM: 2, OTHER: 1}), NOON) == Changed(SITTING, frozenset({TEAM}))
    assert rooms.hear_presence(there({TEAM: 2, OTHER: 1}, hosts=1), NOON) == Changed(SITTING, frozenset())
    assert rooms.hear_presence(there({}), NOON) == Changed(SITTING, frozenset({TEAM, OTHER}))
    assert rooms.hear_presence(there({}), NOON) is None


def test_a_process_that_is_silent_for_ten_seconds_is_forgotten(rooms):
    rooms.hear_presence(there({TEAM: 1}), NOON)
    rooms.hear_presence(there({TEAM: 1}, process="yonder"), NOON + 3_000)

    assert rooms.forget_silent(now=NOON + 9_999) == []
    assert rooms.forget_silent(now=NOON + 10_000) == [Changed(SITTING, frozenset({TEAM}))]
    assert rooms.phones_of(TEAM) == 1
    assert rooms.forget_silent(now=NOON + 13_000) == [Changed(SITTING, frozenset({TEAM}))]

    assert rooms.room(SITTING, [TEAM]).teams[TEAM].phones == 0
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since == NOON + 13_000


def test_a_team_is_away_only_when_no_process_has_a_phone_of_it(rooms):
    rooms.enter("a", phone())
    rooms.hear_presence(there({TEAM: 1}), NOON)

    rooms.leave("a", now=NOON + 1_000)
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since is None

    rooms.hear_presence(there({}), NOON + 2_000)
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since == NOON + 2_000

    rooms.hear_presence(there({TEAM: 1}), NOON + 3_000)
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since is None


def test_a_phone_that_moves_to_another_process_is_never_away_for_long(rooms):
    rooms.enter("a", phone())
    rooms.leave("a", now=NOON)
    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since == NOON

    rooms.hear_presence(there({TEAM: 1}), NOON + 500)

    assert rooms.room(SITTING, [TEAM]).teams[TEAM].away_since is None


def test_presence_is_told_at_once_when_it_changes_but_at_most_once_a_second(rooms):
    rooms.enter("a", phone())
    assert [told.phones for told in rooms.presence_due(now=NOON)] == [{TEAM: 1}]

    rooms.enter("b", phone())

    assert rooms.presence_due(now=NOON + 250) == []
    assert rooms.presence_due(now=NOON + 999) == []
    assert [told.phones for told in rooms.presence_due(now=NOON + 1_000)] == [{TEAM: 2}]


def test_presence_is_repeated_every_three_seconds_while_anybody_is_here(rooms):
    rooms.enter("a", phone())
    rooms.presence_due(now=NOON)

    assert rooms.presence_due(now=NOON + 2_999) == []
    assert rooms.presence_due(now=NOON + 3_000) == [rooms.presence_of(SITTING)]
    assert rooms.presence_due(now=NOON + 4_000) == []


def test_that_the_last_has_gone_is_told_once(rooms):
    rooms.enter("a", phone())
    rooms.presence_due(now=NOON)
    rooms.leave("a", now=NOON)

    (told,) = rooms.presence_due(now=NOON + 1_000)
    assert told.empty
    assert rooms.presence_due(now=NOON + 60_000) == []
    assert rooms.sittings() == frozenset()


def test_a_clock_that_was_set_back_does_not_silence_a_process(rooms):
    rooms.enter("a", phone())
    rooms.presence_due(now=NOON)

    assert rooms.presence_due(now=NOON - 3_600_000) == [rooms.presence_of(SITTING)]


def test_twenty_things_may_be_said_in_a_second_and_no_more():
    member = phone()

    assert [member.speaks_too_often(NOON) for _ in range(21)] == [False] * 20 + [True]
    assert member.speaks_too_often(NOON + 10)
    assert not member.speaks_too_often(NOON + 60)
    assert not any(member.speaks_too_often(NOON + 5_000) for _ in range(20))


def test_who_floods_gets_in_again_as_soon_as_they_stop():
    member = phone()
    for _ in range(10_000):
        member.speaks_too_often(NOON)

    assert not member.speaks_too_often(NOON + 50)


def test_only_the_last_seven_pings_are_kept():
    member = phone()
    for ping in range(20):
        member.measured(ping)

    assert member.pings == (13, 14, 15, 16, 17, 18, 19)


def test_a_connection_costs_little_memory():
    rooms = Rooms("here")
    sids = [f"a-name-of-twenty-{n:04}" for n in range(MANY)]
    tracemalloc.start()

    for n, sid in enumerate(sids):
        rooms.enter(sid, phone(10_000 + n))
        _was_measured(rooms.member(sid))

    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / MANY <= 1_536


def _was_measured(member):
    for ping in range(500, 507):
        member.measured(ping)
    member.speaks_too_often(NOON)
