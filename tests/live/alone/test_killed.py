"""`kill -9` at any moment: nothing acknowledged is lost, the time is given back, and the round goes on by itself."""

import time

from tests import builders, recomputing
from tests.live import preparing

BIRDS = ("Gulls", "Owls", "Larks", "Rooks", "Wrens", "Finches")
TEAMS = [f"{first} {birds}" for first in ("Prime", "Ratio", "Pi", "Root", "Sum") for birds in BIRDS]
STATES = ("read", "locked", "revealed", "paused")
OUTAGE_SECONDS = 3.2


def test_a_killed_server_loses_nothing_that_was_acknowledged(server, database, cast):
    room = preparing.sitting(database, [builders.choice(), builders.number("second")])
    rooms = {state: preparing.sitting(database) for state in STATES}
    hosts = {state: _brought_to(cast.host(each), state) for state, each in rooms.items()}
    host, phones = cast.host(room), cast.teams(room, *TEAMS)
    question = host.opens_next()
    acknowledged = {phone.kept(question, "ABCD"[number % 4]) for number, phone in enumerate(phones[:20])}
    before = preparing.round_row(room)
    sent_at_the_end = [phone.answer(question, "C") for phone in phones[20:25]]

    dead_ms, away_ms = _killed_and_started_again(server, [host, *phones, *hosts.values()])
    acknowledged |= {phone.kept(question, "C") for phone in phones[20:]}

    after = preparing.round_row(room)
    assert after.state == "open"
    assert dead_ms <= after.closes_at - before.closes_at <= away_ms + 1_500
    rows = preparing.stored(room)
    assert acknowledged <= {row.message_id for row in rows} <= acknowledged | set(sent_at_the_end)
    assert len({row.message_id for row in rows}) == len(rows)
    assert all(0 <= row.taken_ms <= row.received_at - before.opens_at for row in rows)
    _states_are_as_they_were(rooms, hosts)
    _the_round_goes_on(room, host, phones)


def _brought_to(host, state):
    """Take a round to the state in which the server will be killed."""
    host.does("next", "read")
    if state == "read":
        return host
    host.does("next", "open")
    if state == "paused":
        host.does("pause")
        return host
    host.locks()
    if state == "revealed":
        host.does("reveal", "revealed")
    return host


def _killed_and_started_again(server, clients):
    """Kill, leave it dead for longer than a busy moment, and start it again.

    Returns for how long it was dead, and after how long everybody was back (ms).
    """
    for client in clients:
        client.mark()
    killed = time.monotonic()
    server.kill()
    time.sleep(OUTAGE_SECONDS)
    dead = time.monotonic() - killed
    server.start()
    for client in clients:
        client.wait("connect")
        client.wait("state")
    return dead * 1_000, (time.monotonic() - killed) * 1_000


def _states_are_as_they_were(rooms, hosts):
    for state, host in hosts.items():
        told = host.told_now()["round"]
        assert (told["state"], told["paused"]) == (("open", True) if state == "paused" else (state, False))
    paused = preparing.round_row(rooms["paused"])
    resumed = hosts["paused"].does("resume")["round"]
    assert resumed["closes_at"] - paused.closes_at >= OUTAGE_SECONDS * 1_000


def _the_round_goes_on(room, host, phones):
    host.told_now()
    host.locks()
    host.does("reveal", "revealed")
    second = host.opens_next()
    for number, phone in enumerate(phones[:9]):
        phone.kept(second, ("3/4", "0.75", "4/3")[number % 3])
    host.locks()
    host.does("reveal", "revealed")
    told = host.does("next", "done")
    standings = {team["name"]: (team["points"], team["place"]) for team in told["teams"]}
    assert standings == _recomputed(room)


def _recomputed(room):
    lines = recomputing.standings(room.database.url, room.id)
    return {line.team: (line.points, _ordinal(line.place)) for line in lines}


def _ordinal(number):
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
