"""When an answer counts: never before the question opens, never after its team's time and the grace."""

from dataclasses import replace

import pytest

from challenge.rules import play
from challenge.rules.play import Play, State

NOON = 1_790_000_000_000
GRACE = 800
OPEN = Play(State.OPEN, question=1, opens_at=NOON, closes_at=NOON + 30_000)


def verdict(at, received, *, question=1, extra=0):
    """The code of the refusal, or "taken"."""
    refusal = play.refuse_answer(at, question=question, extra=extra, received=received, grace_ms=GRACE)
    return refusal.code if refusal else "taken"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (NOON - 1, "not_open"),
        (NOON, "taken"),
        (NOON + 30_000, "taken"),
        (NOON + 30_000 + GRACE, "taken"),
        (NOON + 30_000 + GRACE + 1, "late"),
    ],
)
@pytest.mark.parametrize("state", [State.READ, State.OPEN, State.CLOSING])
def test_an_answer_counts_from_the_opening_to_the_end_of_the_grace(state, received, expected):
    assert verdict(replace(OPEN, state=state), received) == expected


@pytest.mark.parametrize(
    ("extra", "after_ms", "expected"),
    [
        (25, 37_500 + GRACE, "taken"),
        (25, 37_500 + GRACE + 1, "late"),
        (100, 60_000 + GRACE, "taken"),
        (100, 60_000 + GRACE + 1, "late"),
    ],
)
def test_a_team_with_extra_time_has_until_its_own_deadline(extra, after_ms, expected):
    assert verdict(OPEN, NOON + after_ms, extra=extra) == expected


@pytest.mark.parametrize("extra", [0, 100])
def test_after_an_early_close_only_answers_on_their_way_still_count(extra):
    closed = play.close(OPEN, now=NOON + 9_000)

    verdicts = [verdict(closed, NOON + 9_000 + ms, extra=extra) for ms in (0, GRACE, GRACE + 1)]

    assert verdicts == ["taken", "taken", "late"]


def test_an_answer_on_its_way_when_the_host_paused_still_counts():
    paused = play.pause(OPEN, now=NOON + 9_000)

    verdicts = [verdict(paused, NOON + 9_000 + ms) for ms in (-1, 0, GRACE, GRACE + 1)]

    assert verdicts == ["taken", "taken", "taken", "paused"]


def test_a_pause_before_the_opening_opens_nothing():
    """A phone that has not heard of the pause yet opens the question by its own clock."""
    reading = replace(OPEN, state=State.READ)
    paused = play.pause(reading, now=NOON - 100)

    verdicts = [verdict(paused, NOON + ms) for ms in (-1, 0, 200, 60_000)]

    assert verdicts == ["not_open"] * 4


def test_a_pause_in_somebody_elses_extra_time_brings_nobody_back_whose_time_was_up():
    paused = play.pause(OPEN, now=NOON + 40_000)

    assert verdict(paused, NOON + 39_000) == "late"
    assert verdict(paused, NOON + 40_100) == "late"
    assert verdict(paused, NOON + 40_100, extra=100) == "taken"
    assert verdict(paused, NOON + 70_000, extra=100) == "paused"


def test_a_pause_is_no_time_to_answer_in_once_it_is_over():
    resumed = play.resume(play.pause(OPEN, now=NOON + 9_000), now=NOON + 69_000)

    verdicts = [verdict(resumed, NOON + 90_000 + ms) for ms in (0, GRACE, GRACE + 1)]

    assert verdicts == ["taken", "taken", "late"]


@pytest.mark.parametrize("state", [State.LOCKED, State.REVEALED, State.STANDINGS, State.DONE])
def test_nothing_counts_after_the_lock_however_early_it_was_sent(state):
    assert verdict(replace(OPEN, state=state), NOON + 1) == "late"


@pytest.mark.parametrize("question", [0, -1])
def test_an_earlier_question_is_over(question):
    assert verdict(OPEN, NOON + 1, question=question) == "late"


def test_a_later_question_is_not_open_yet():
    assert verdict(OPEN, NOON + 1, question=2) == "not_open"


@pytest.mark.parametrize("state", [State.PLANNED, State.LOBBY])
def test_no_question_is_open_before_the_first(state):
    assert verdict(Play(state), NOON, question=0) == "not_open"


@pytest.mark.parametrize("question", [0, 1])
def test_a_voided_question_takes_no_answer(question):
    voided = replace(OPEN, voided=frozenset({0, 1}))

    assert verdict(voided, NOON + 1, question=question) == "voided"


def test_an_answer_from_the_grace_of_a_pause_counts_as_given_when_the_pause_began():
    paused = play.pause(OPEN, now=NOON + 9_000)

    counted = [play.stopped_clock(each, received=NOON + 9_500) for each in (OPEN, paused)]

    assert counted == [NOON + 9_500, NOON + 9_000]


def test_an_answer_from_before_a_pause_counts_as_given_then():
    paused = play.pause(OPEN, now=NOON + 9_000)

    assert play.stopped_clock(paused, received=NOON + 8_000) == NOON + 8_000


def test_the_opening_moves_with_every_pause():
    resumed = play.resume(play.pause(OPEN, now=NOON + 9_000), now=NOON + 10_500)

    assert play.opened_at(resumed) == NOON + 1_500
