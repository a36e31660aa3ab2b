import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Mark, Verdict, malformed, mark, unreadable
from challenge.rules.refusal import Refused
from tests.rules.asked import ONE_OF_EACH, choice, choices, number, order, text, truth

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=70),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
raws = st.text(max_size=80) | st.lists(st.sampled_from("ABCDE") | st.text(max_size=4), max_size=9).map(tuple)


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        (choice(), "A"),
        (truth("true"), "false"),
        (choices("A"), ["B", "A"]),
        (choices("A"), ("B",)),
        (order("A", "B", "C", "D"), ["D", "C", "B", "A"]),
        (number("1"), ""),
        (number("1"), "x" * 64),
        (text("one"), "\x00"),
    ],
)
def test_a_response_of_the_right_shape_passes_whether_right_or_wrong(question, raw):
    assert malformed(question, raw) is None


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        (choice(), "E"),
        (choice(), ""),
        (choice(), "a"),
        (choice(), ["A"]),
        (choice(), None),
        (choice(), 1),
        (choice(), True),
        (choice(), {"A": 1}),
        (truth("true"), True),
        (truth("true"), "A"),
        (choices("A"), "A"),
        (choices("A"), []),
        (choices("A"), ["A", "A"]),
        (choices("A"), ["A", "E"]),
        (choices("A"), [["A"]]),
        (choices("A"), [None]),
        (choices("A"), {"A": 1}),
        (choices("A"), ["A"] * 1000),
        (order("A", "B", "C", "D"), ["A", "B", "C"]),
        (order("A", "B", "C", "D"), ["A", "B", "C", "C"]),
        (order("A", "B", "C", "D"), ["A", "B", "C", "E"]),
        (order("A", "B", "C", "D"), "ABCD"),
        (number("1"), 1),
        (number("1"), ["1"]),
        (number("1"), "1" * 65),
        (number("1"), "\ud800"),
        (text("one"), json.loads('"\\udfff"')),
        (text("one"), None),
    ],
)
def test_any_other_shape_is_refused(question, raw):
    refusal = malformed(question, raw)

    assert refusal is not None
    assert refusal.code == "malformed"


@given(st.sampled_from(ONE_OF_EACH), anything)
def test_no_value_from_the_wire_breaks_the_check(question, raw):
    assert isinstance(malformed(question, raw), Refused | None)


@given(st.sampled_from(ONE_OF_EACH), raws)
def test_marking_never_raises_and_what_is_malformed_is_unreadable(question, raw):
    marked = mark(question, raw)

    assert isinstance(marked, Mark)
    assert (malformed(question, raw) is None) or marked.verdict is Verdict.UNREADABLE
    assert len(marked.reading) <= 3 * 64
    marked.reading.encode()


@given(st.sampled_from(ONE_OF_EACH), raws)
def test_what_is_to_be_asked_again_is_known_without_the_key(question, raw):
    marked, refusal = mark(question, raw), unreadable(question, raw)

    if malformed(question, raw) is None:
        assert (refusal is not None) is (marked.verdict is Verdict.UNREADABLE)


def test_a_choice_is_never_asked_for_again_as_unreadable():
    assert unreadable(choice(), "E") is None
    assert unreadable(number("1"), ("A",)) is None
