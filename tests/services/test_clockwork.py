"""What the clock does by itself: it moves questions on, gives outages back, and leaves paused rounds alone."""

import pytest

from challenge.announcements import RoundMoved
from challenge.rules.play import State
from challenge.services import clockwork, rounds
from challenge.services.clockwork import BEAT_MS, LEASE_MS, TOLERATED_MS
from challenge.services.transaction import announced
from tests import builders
from tests.builders import NOON
from tests.services.playing import HOLDER, keep_time, press, pressed, reach, wait


def row(db, in_):
    return builders.round_of(db, in_)


def test_without_a_running_question_the_clock_has_nothing_to_do(db, sitting):
    assert keep_time(db, now=NOON) is None
    assert clockwork.running(db) == []


def test_the_clock_runs_while_a_question_does(db, sitting):
    reach(db, sitting, State.OPEN)

    assert [each.sitting_id for each in clockwork.running(db)] == [sitting.id]


def test_the_clock_says_when_it_is_next_needed(db, sitting):
    pressed(db, sitting, "next", now=NOON)

    assert keep_time(db, now=NOON) == NOON + 4_000


@pytest.mark.parametrize(("state", "left_ms"), [(State.READ, 30_000), (State.OPEN, 800), (State.CLOSING, None)])
def test_a_question_moves_on_when_it_is_due_and_not_before(db, sitting, state, left_ms):
    reach(db, sitting, state)
    due = keep_time(db, now=row(db, sitting).clock.alive_at)
    version = sitting.version
    row(db, sitting).clock.alive_at = due - 1

    early, on_time = keep_time(db, now=due - 1), keep_time(db, now=due)

    assert early == due
    assert on_time == (due + left_ms if left_ms else None)
    assert sitting.version == version + 1
    assert announced(db)[-1] == RoundMoved(sitting.id)


def test_a_clock_that_beats_has_no_outage(db, sitting):
    opened = reach(db, sitting, State.OPEN)

    for second in range(31):
        keep_time(db, now=opened + second * 1_000)

    assert row(db, sitting).state == State.CLOSING


def test_a_beat_is_no_news(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    version = sitting.version

    keep_time(db, now=opened + BEAT_MS)

    assert row(db, sitting).clock.alive_at == opened + BEAT_MS
    assert sitting.version == version


@pytest.mark.parametrize(("silent_ms", "given_back"), [(TOLERATED_MS, 0), (TOLERATED_MS + 1, TOLERATED_MS + 1)])
def test_an_outage_is_given_back_and_a_busy_moment_is_not(db, sitting, silent_ms, given_back):
    opened = reach(db, sitting, State.OPEN)

    keep_time(db, now=opened + silent_ms)

    assert row(db, sitting).closes_at == opened + 30_000 + given_back


def test_after_an_hours_outage_the_question_has_as_long_as_before(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    wait(db, sitting, opened + 10_000)

    due = keep_time(db, now=opened + 3_600_000)

    assert row(db, sitting).state == State.OPEN
    assert due == opened + 3_600_000 + 20_000
    assert RoundMoved(sitting.id) in announced(db)


def test_a_question_that_was_about_to_close_is_not_lost_in_an_outage(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    wait(db, sitting, opened + 29_999)

    keep_time(db, now=opened + 100_000)

    assert row(db, sitting).state == State.OPEN


@pytest.mark.parametrize("state", [State.READ, State.OPEN, State.CLOSING])
def test_a_paused_round_is_left_alone_however_long(db, sitting, state):
    now = reach(db, sitting, state)
    pressed(db, sitting, "pause", now=now)
    before = (row(db, sitting).closes_at, sitting.version)

    assert keep_time(db, now=now + 3_600_000) is None
    assert (row(db, sitting).closes_at, sitting.version) == before
    assert clockwork.running(db) == []


def test_a_pause_is_no_outage_when_it_ends(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    pressed(db, sitting, "pause", now=opened)
    pressed(db, sitting, "resume", now=opened + 600_000)

    due = keep_time(db, now=opened + 600_001)

    assert due == opened + 630_000


@pytest.mark.parametrize("state", [State.LOCKED, State.REVEALED])
def test_where_the_host_thinks_time_is_free(db, sitting, state):
    now = reach(db, sitting, state)

    assert keep_time(db, now=now + 3_600_000) is None
    press(db, sitting, "next", now=now + 3_600_000)
    assert row(db, sitting).state != state


def test_two_rounds_at_once_keep_each_their_own_time(db, sitting, host):
    other = builders.sitting(db, host)
    pressed(db, sitting, "next", now=NOON)
    pressed(db, other, "next", now=NOON + 1_000)

    first = keep_time(db, now=NOON + 1_000)
    row(db, sitting).clock.alive_at = row(db, other).clock.alive_at = NOON + 4_000
    second = keep_time(db, now=NOON + 4_000)

    assert (first, second) == (NOON + 4_000, NOON + 5_000)
    assert (row(db, sitting).state, row(db, other).state) == (State.OPEN, State.READ)


def test_an_outage_of_one_round_is_not_given_to_another(db, sitting, host):
    other = builders.sitting(db, host)
    now = max(reach(db, sitting, State.OPEN), reach(db, other, State.OPEN))
    row(db, other).clock.alive_at = now + 60_000

    keep_time(db, now=now + 60_000)

    assert row(db, sitting).state == State.OPEN
    assert row(db, other).state == State.LOCKED


def test_extra_time_keeps_a_question_open_for_its_team(db, sitting):
    team = builders.team(db, sitting)
    pressed(db, sitting, "extra", entry=team.entry_id, percent=100, now=NOON)
    opened = reach(db, sitting, State.OPEN)

    wait(db, sitting, opened + 59_999)
    late = row(db, sitting).state
    wait(db, sitting, opened + 60_000)

    assert (late, row(db, sitting).state) == (State.OPEN, State.CLOSING)


def let(db, *, now, holder):
    """What another process gets of the clocks, if anything, and does with them."""
    db.flush()
    claimed = clockwork.claim(db, holder=holder, now=now)
    db.expire_all()
    return [(each, clockwork.keep_one(db, each, holder=holder, now=now)) for each in claimed]


def test_a_clock_that_somebody_keeps_is_nobody_elses(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)
    closes_at = row(db, sitting).closes_at

    taken = let(db, now=opened + LEASE_MS - 1, holder="second")
    moved = clockwork.keep_one(db, sitting.id, holder="second", now=closes_at)

    assert (taken, moved) == ([], None)
    assert row(db, sitting).state == State.OPEN


def test_a_dead_holders_clock_is_taken_over_and_its_silence_is_given_back(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)
    late = opened + LEASE_MS + BEAT_MS

    taken = let(db, now=late, holder="second")

    assert taken == [(sitting.id, opened + 30_000 + LEASE_MS + BEAT_MS)]
    assert [each.holder for each in clockwork.running(db)] == ["second"]


def test_a_holder_that_slept_moves_nothing_that_another_keeps(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)
    woken = opened + 5_000
    let(db, now=opened + 3_000, holder="second")
    before, version = rounds.play_of(row(db, sitting)), sitting.version

    kept = clockwork.keep_one(db, sitting.id, holder=HOLDER, now=opened + 60_000)
    clockwork.renew(db, holder=HOLDER, now=woken)
    db.expire_all()

    assert kept is None
    assert (rounds.play_of(row(db, sitting)), sitting.version) == (before, version)
    assert [each.holder for each in clockwork.running(db)] == ["second"]


def test_a_holder_that_let_its_lease_run_out_does_nothing_before_it_has_it_again(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)
    woken = opened + 60_000

    clockwork.renew(db, holder=HOLDER, now=woken)
    early = clockwork.keep_one(db, sitting.id, holder=HOLDER, now=woken)
    again = let(db, now=woken, holder=HOLDER)

    assert early is None
    assert again == [(sitting.id, woken + 30_000)], "the silence was an outage, not time that passed"


def test_an_outage_is_not_forgotten_between_taking_a_clock_and_looking_at_its_sitting(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    late = opened + 60_000
    db.flush()
    clockwork.claim(db, holder="second", now=late)

    clockwork.renew(db, holder="second", now=late + BEAT_MS)
    db.expire_all()
    due = clockwork.keep_one(db, sitting.id, holder="second", now=late + BEAT_MS)

    assert due == late + BEAT_MS + 30_000


def test_a_clock_that_is_let_go_is_free_at_once_and_lost_no_time(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)

    clockwork.release(db, holder=HOLDER)
    taken = let(db, now=opened + BEAT_MS, holder="second")

    assert taken == [(sitting.id, opened + 30_000)]


def test_a_clock_that_stands_still_is_let_go(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    keep_time(db, now=opened)
    pressed(db, sitting, "pause", now=opened + 1_000)

    assert clockwork.keep_one(db, sitting.id, holder=HOLDER, now=opened + 1_000) is None
    assert (row(db, sitting).clock.holder, row(db, sitting).clock.held_until) == (None, None)


@pytest.mark.parametrize(
    ("until", "free"),
    [(None, True), (-1, True), (0, True), (1, False), (LEASE_MS, False), (2 * LEASE_MS, False), (3_600_000, True)],
)
def test_a_clock_is_free_when_its_time_is_up_or_was_set_by_a_clock_that_went_wrong(db, sitting, until, free):
    opened = reach(db, sitting, State.OPEN)
    clock = row(db, sitting).clock
    clock.holder, clock.held_until = "somebody", None if until is None else opened + until
    db.flush()

    said = [clockwork.is_free(each, now=opened) for each in clockwork.running(db)]

    assert said == [free]
    assert clockwork.claim(db, holder="second", now=opened) == ([sitting.id] if free else [])
