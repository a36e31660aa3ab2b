import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict
from challenge.rules.scoring import (
    Policy,
    credited_taken_ms,
    network_credit_ms,
    points_for,
    policy_in_words,
    tie_break_in_words,
)

times = st.integers(-(10**6), 10**6)


def earned(verdict=Verdict.RIGHT, *, policy=Policy.TIE_BREAK, points=1, taken_ms=0, limit_ms=60_000):
    return points_for(verdict, points=points, taken_ms=taken_ms, limit_ms=limit_ms, policy=policy)


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("verdict", [Verdict.WRONG, Verdict.FORM, Verdict.UNREADABLE])
def test_only_a_right_answer_earns_points_however_quick(policy, verdict):
    assert earned(verdict, policy=policy) == 0


@pytest.mark.parametrize("policy", [Policy.ACCURACY, Policy.TIE_BREAK])
@pytest.mark.parametrize("taken_ms", [-5, 0, 59_999, 60_000, 10**9])
def test_without_a_bonus_speed_changes_no_points(policy, taken_ms):
    assert earned(policy=policy, points=3, taken_ms=taken_ms) == 3


@pytest.mark.parametrize(
    ("taken_ms", "points"),
    [(-1, 150), (0, 150), (1, 149), (30_000, 125), (59_999, 100), (60_000, 100), (60_001, 100), (10**9, 100)],
)
def test_the_bonus_slides_evenly_from_half_of_the_points_to_nothing_at_the_limit(taken_ms, points):
    assert earned(policy=Policy.BONUS, taken_ms=taken_ms) == points


def test_the_bonus_grows_with_the_points_of_the_question():
    assert earned(policy=Policy.BONUS, points=2) == 300


def test_a_limit_of_nought_leaves_no_bonus():
    assert earned(policy=Policy.BONUS, taken_ms=0, limit_ms=0) == 100
    assert earned(policy=Policy.BONUS, taken_ms=-5, limit_ms=0) == 100


@given(taken=times, longer=st.integers(0, 10**6), limit=st.integers(0, 10**6), points=st.integers(1, 9))
def test_slower_never_earns_more_and_being_right_always_earns_two_thirds_of_the_most(taken, longer, limit, points):
    quick = earned(policy=Policy.BONUS, points=points, taken_ms=taken, limit_ms=limit)
    slow = earned(policy=Policy.BONUS, points=points, taken_ms=taken + longer, limit_ms=limit)

    assert 100 * points <= slow <= quick <= 150 * points


def test_time_runs_from_the_opening_to_the_arrival_without_the_network():
    taken = credited_taken_ms(10_000, 1_000, credit_ms=80, most_credit_ms=300)

    assert taken == 8_920


@pytest.mark.parametrize(("credit", "taken"), [(0, 9_000), (300, 8_700), (301, 8_700), (10**9, 8_700), (-50, 9_000)])
def test_the_credit_for_the_network_is_capped(credit, taken):
    assert credited_taken_ms(10_000, 1_000, credit_ms=credit, most_credit_ms=300) == taken


def test_a_cap_of_nought_gives_no_credit():
    assert credited_taken_ms(10_000, 1_000, credit_ms=300, most_credit_ms=0) == 9_000
    assert credited_taken_ms(10_000, 1_000, credit_ms=300, most_credit_ms=-1) == 9_000


@given(received=times, opened=times, credit=times, most=times)
def test_no_team_takes_less_than_no_time(received, opened, credit, most):
    taken = credited_taken_ms(received, opened, credit_ms=credit, most_credit_ms=most)

    assert taken >= 0
    assert taken >= received - opened - max(0, most)


@pytest.mark.parametrize(
    ("pings", "credit"),
    [([], 0), ([80], 80), ([80, 90], 80), ([70, 5_000, 80], 80), ([900, 950, 1_000], 300), ([-5], 0)],
)
def test_the_credit_is_the_median_ping_and_capped(pings, credit):
    assert network_credit_ms(pings, 300) == credit


def test_one_slow_ping_buys_no_time():
    honest = [60, 61, 62, 63, 64]

    assert network_credit_ms([*honest, 5_000], 300) <= max(honest)


@given(st.lists(times, max_size=9), times)
def test_no_pings_buy_more_than_the_cap(pings, most):
    assert 0 <= network_credit_ms(pings, most) <= max(0, most)


def test_each_policy_is_told_in_words():
    assert policy_in_words(Policy.TIE_BREAK) == "Points are for right answers. Speed only splits ties."
    assert policy_in_words(Policy.ACCURACY) == "Points are for right answers. Speed doesn't count."
    assert "up to 50 more for speed" in policy_in_words(Policy.BONUS)


def test_each_tie_break_is_told_in_words():
    assert all(tie_break_in_words(policy).startswith("Level on points?") for policy in Policy)
    assert tie_break_in_words(Policy.ACCURACY) == "Level on points? You share the place."
