"""How long a question is shown before its clock starts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.reading import LEAST_MS, MOST_MS, reading_ms


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, 3_000), (2, 3_000), (3, 3_000), (5, 4_000), (10, 6_000), (25, 12_000), (57, 24_000), (58, 25_000)],
)
def test_reading_time_is_two_seconds_and_one_for_each_two_and_a_half_words(words, expected):
    assert reading_ms(words) == expected


@given(st.integers(0, 10_000))
def test_reading_time_is_whole_seconds_between_3_and_25(words):
    ms = reading_ms(words)

    assert LEAST_MS <= ms <= MOST_MS
    assert ms % 1_000 == 0


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_longer_question_is_never_shown_shorter(words, more):
    assert reading_ms(words + more) >= reading_ms(words)
