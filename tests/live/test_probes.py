"""The network's share of a team's time is what the server measured, and a phone can't buy any of it."""

from challenge.live.rooms import PLAY, Member
from challenge.services.access import TeamIdentity
from tests.live import preparing

MOST_MS = 300
TEAM, OTHER = "Prime Suspects", "Pi Hards"


def test_the_server_measures_a_phones_way_by_probes_of_its_own(cast, database):
    room = preparing.sitting(database)
    (phone,) = cast.teams(room, TEAM)

    phone.wait("probe", lambda told: told["n"] == 3)
    for sent in (1, 2.5):
        phone.mark()
        phone.send("clock", {"sent": sent})
        told = phone.wait("clock").data
        assert told["sent"] == sent
        assert abs(told["now"] - preparing._now()) < 5_000


def test_a_phone_that_answers_probes_late_gains_no_more_than_the_cap(cast, database):
    room = preparing.sitting(database)
    (secret,) = preparing.team_secrets(room, TEAM)
    host, phone = cast.host(room), cast.phone(secret, slow=0.5)
    phone.wait("probe", lambda told: told["n"] == 3)
    phone.slow = 0

    question = host.opens_next()
    phone.told_now()
    phone.kept(question, "C")

    (row,) = preparing.stored(room)
    gained = row.received_at - preparing.round_row(room).opens_at - row.taken_ms
    assert 0 <= gained <= MOST_MS


def test_replies_to_probes_that_were_never_sent_count_for_nothing(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    phone.wait("probe", lambda told: told["n"] == 3)

    for n in (0, 3, 99, 2**30):
        phone.send("probed", {"n": n})
    question = host.opens_next()
    phone.kept(question, "C")

    (row,) = preparing.stored(room)
    assert row.received_at - preparing.round_row(room).opens_at - row.taken_ms <= MOST_MS


def test_an_answer_by_https_has_no_network_credit(cast, database):
    room = preparing.sitting(database)
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    question = host.opens_next()

    assert phone.post_answer(question, "C").status_code == 200

    (row,) = preparing.stored(room)
    assert row.taken_ms == row.received_at - preparing.round_row(room).opens_at


def test_the_credit_is_a_median_so_one_slow_reply_gains_nothing():
    member = Member(TeamIdentity(1, 1, 1), PLAY, 1)
    for ping in (20, 5_000, 30):
        member.measured(ping)

    assert member.credit_ms(MOST_MS) == 30
    assert Member(member.identity, PLAY, 1).credit_ms(MOST_MS) == 0
