# ruff: noqa: RUF001

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from challenge.rules.codes import ALPHABET, ROUND_CODE, TEAM_CODE, code_from, kind_of, spaced, tidy_code

numbers = st.integers(0, 27**8)
lengths = st.sampled_from([ROUND_CODE, TEAM_CODE])


def test_no_code_holds_a_vowel_or_a_character_taken_for_another():
    assert not set(ALPHABET) & set("AEIOUYL01")
    assert len(set(ALPHABET)) == len(ALPHABET) == 27


@given(numbers, lengths)
def test_every_number_makes_a_code_that_is_known_by_its_length_or_none_at_all(number, length):
    code = code_from(number, length)

    assert code is None or kind_of(code) == {ROUND_CODE: "round", TEAM_CODE: "team"}[length]


@given(numbers, numbers, lengths)
def test_different_numbers_make_different_codes(one, other, length):
    codes = code_from(one, length), code_from(other, length)

    assert None in codes or (codes[0] == codes[1]) == (one % 27**length == other % 27**length)


def test_neighbouring_numbers_make_different_codes():
    assert [code_from(number, 6) for number in (0, 1, 26, 27)] == ["222222", "222223", "22222Z", "222232"]


def test_numbers_beyond_the_last_code_start_over():
    assert code_from(27**6, 6) == code_from(0, 6)


@pytest.mark.parametrize("rude", ["FCK22222", "2FCKZZZZ", "22222FCK", "FCKFCKFC", "22KKK222"])
def test_what_is_rude_without_vowels_is_no_code_and_no_other_code_stands_in_for_it(rude):
    assert code_from(number_of(rude), len(rude)) is None


@pytest.mark.parametrize(
    "typed", ["KTN47Q", "ktn 47q", " KTN-47Q ", "k t n 4 7 q", "KTN–47Q", "KTN\u00a047Q\n", "ＫＴＮ４７Ｑ"]
)
def test_case_spaces_and_dashes_in_a_typed_code_do_not_matter(typed):
    assert tidy_code(typed) == "KTN47Q"


def test_a_character_that_no_code_has_is_not_guessed():
    assert tidy_code("kton47") == "KTON47"
    assert kind_of("KTON47") is None


@given(st.text(max_size=99))
def test_tidying_never_raises_and_changes_nothing_twice(typed):
    code = tidy_code(typed)

    assert kind_of(code) in ("round", "team", None)
    assert kind_of(code) is None or tidy_code(code) == code


@pytest.mark.parametrize("code", ["", "KTN47", "KTN47QX", "7K2M9QXD2", "ktn47q", "KTN 47"])
def test_anything_else_is_no_code(code):
    assert kind_of(code) is None


@given(numbers, lengths)
def test_a_code_survives_being_shown_in_two_halves(number, length):
    assume(code := code_from(number, length))

    assert tidy_code(spaced(code).lower()) == code


def test_codes_are_shown_in_two_halves():
    assert spaced("KTN47Q") == "KTN 47Q"
    assert spaced("7K2M9QXD") == "7K2M 9QXD"
    assert spaced("KTN") == "KTN"


def number_of(code):
    return sum(ALPHABET.index(character) * len(ALPHABET) ** place for place, character in enumerate(code[::-1]))
