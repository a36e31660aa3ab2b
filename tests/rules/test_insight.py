"""What past rounds say of a question."""

import pytest

from challenge.rules.insight import LEAST_ANSWERS, Trial, insight


def trials(*rows):
    return [Trial(right, reading, taken_ms, rest) for right, reading, taken_ms, rest in rows]


def test_a_question_that_nobody_answered_says_nothing():
    nothing = insight([])

    assert (nothing.answers, nothing.facility, nothing.discrimination, nothing.seconds) == (0, None, None, None)


def test_the_share_of_right_answers_the_middle_time_and_the_commonest_mistakes():
    seen = insight(
        trials((True, "12", 4_000, 0.5), (False, "13", 6_000, 0.5), (False, "13", 8_000, 0.5), (False, "9", 9_000, 0.5))
    )

    assert (seen.answers, seen.facility, seen.seconds) == (4, 0.25, 7.0)
    assert seen.mistakes == (("13", 2), ("9", 1))


def test_a_question_that_strong_teams_get_right_tells_teams_apart():
    strong, weak = (True, "12", 1_000, 0.9), (False, "13", 1_000, 0.2)

    good = insight(trials(*[strong] * 8, *[weak] * 8))
    odd = insight(trials(*[(True, "12", 1_000, 0.2)] * 8, *[(False, "13", 1_000, 0.9)] * 8))

    assert good.discrimination == pytest.approx(1)
    assert odd.discrimination == pytest.approx(-1)


@pytest.mark.parametrize(
    "rows",
    [
        [(True, "12", 1_000, 0.9)] * (LEAST_ANSWERS - 1),
        [(True, "12", 1_000, 0.9)] * LEAST_ANSWERS,
        [(True, "12", 1_000, None)] * LEAST_ANSWERS,
    ],
    ids=["too few", "all right", "no other question"],
)
def test_where_too_little_is_known_nothing_is_said_of_telling_apart(rows):
    assert insight(trials(*rows)).discrimination is None
