"""The quick JSON says and reads what the slow one does."""

import json

import pytest
from engineio import json as plain
from hypothesis import given
from hypothesis import strategies as st

from challenge.live import json as quick

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
SEPARATORS = (",", ":")


@given(VALUES)
def test_what_it_writes_is_read_the_same_by_both(value):
    written = quick.dumps(value, separators=SEPARATORS)

    assert json.loads(written) == value
    assert quick.loads(written) == value


@given(VALUES)
def test_it_reads_what_the_slow_one_writes(value):
    assert quick.loads(json.dumps(value)) == value


def test_numbers_as_keys_are_written_as_the_slow_one_does():
    assert quick.dumps({10: 1, "a": (1, 2)}, separators=SEPARATORS) == '{"10":1,"a":[1,2]}'


def test_half_a_letter_is_read_and_written_as_before():
    text = '["\\ud800"]'

    assert quick.loads(text) == plain.loads(text)
    assert quick.dumps(quick.loads(text), separators=SEPARATORS) == text


@pytest.mark.parametrize("garbage", ["", "[", "{'a': 1}", "[1]x", '"\x00"', "[" + "9" * 500 + "]"])
def test_garbage_is_refused_by_both(garbage):
    for reader in (plain, quick):
        with pytest.raises(ValueError, match=r"."):
            reader.loads(garbage)
