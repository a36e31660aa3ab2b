"""A quiz by blueprint: the topics by turns, the types mixed, and never longer than was asked for."""

from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.blueprint import BETWEEN_MS, Candidate, choose, minutes

TOPICS = ("Money", "Time", "Angles")
candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(0, 10**6).map(str),
        topic=st.sampled_from([*TOPICS, "Area"]),
        kind=st.sampled_from(["choice", "number", "order"]),
        takes_ms=st.integers(10_000, 150_000),
    ),
    max_size=30,
    unique_by=lambda each: each.id,
)


def shelf(*topics, kind="number", takes_ms=40_000):
    return [Candidate(f"{topic}-{at}", topic, kind, takes_ms) for at, topic in enumerate(topics)]


def test_topics_take_turns_until_there_are_enough():
    chosen = choose(shelf("Money", "Money", "Money", "Time", "Angles"), topics=TOPICS, count=4)

    assert [each.topic for each in chosen] == ["Money", "Time", "Angles", "Money"]


def test_the_type_that_was_used_least_comes_next():
    typed, chosen_from = shelf("Money", "Money"), shelf("Money", kind="choice")

    kinds = [each.kind for each in choose([*typed, *chosen_from], topics=["Money"], count=2)]

    assert sorted(kinds) == ["choice", "number"]


def test_a_quiz_is_no_longer_than_its_minutes_and_what_is_too_long_gives_way_to_what_fits():
    long, short = shelf("Money", takes_ms=120_000), shelf("Time", "Time", takes_ms=30_000)

    chosen = choose([*long, *short], topics=TOPICS, count=3, most_ms=2 * (30_000 + BETWEEN_MS))

    assert [each.topic for each in chosen] == ["Time", "Time"]


def test_minutes_are_rounded_up():
    assert minutes([]) == 0
    assert minutes([60_000 - BETWEEN_MS]) == 1
    assert minutes([60_000]) == 2


@given(candidates, st.integers(0, 20), st.none() | st.integers(0, 1_000_000))
def test_whatever_there_is_no_question_comes_twice_and_every_limit_holds(shelved, count, most_ms):
    chosen = choose(shelved, topics=TOPICS, count=count, most_ms=most_ms)

    assert len(chosen) == len(set(chosen)) <= count
    assert {each.topic for each in chosen} <= set(TOPICS)
    assert most_ms is None or sum(each.takes_ms + BETWEEN_MS for each in chosen) <= most_ms
    left = [each for each in shelved if each not in chosen and each.topic in TOPICS]
    used = sum(each.takes_ms + BETWEEN_MS for each in chosen)
    could = [each for each in left if most_ms is None or used + each.takes_ms + BETWEEN_MS <= most_ms]
    assert len(chosen) == count or not could
