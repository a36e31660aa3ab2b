# ruff: noqa: RUF001
import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, mark, unreadable
from tests.rules.asked import text

SHAPE = text("right-angled triangle", "right triangle", slips={"isosceles": "Two sides look equal."})


@pytest.mark.parametrize(
    "typed",
    [
        "right-angled triangle", "Right Angled Triangle", "RIGHTANGLED TRIANGLE", " right  angled\ttriangle ",
        "right–angled triangle", "right-angled triangle.", '"right-angled triangle"', "“Right-angled triangle”",
        "right-anglèd triangle", "right\u00a0triangle", "right\u200b triangle", "ｒｉｇｈｔ triangle",
    ],
)  # fmt: skip
def test_case_accents_spacing_and_hyphens_do_not_matter(typed):
    marked = mark(SHAPE, typed)

    assert marked.verdict is Verdict.RIGHT
    assert marked.reading == "right-angled triangle"


@pytest.mark.parametrize(
    "typed", ["right-angled triangles", "rigth-angled triangle", "triangle", "right", "wrong triangle"]
)
def test_a_spelling_that_the_key_does_not_name_is_wrong(typed):
    assert mark(SHAPE, typed).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5-sided", "5 sided", True),
        ("tally chart", "tallychart", True),
        ("café", "cafe", True),
        ("don't know", "don’t know", True),
        ("-3", "3", False),
        ("x - 3", "x3", False),
        ("1 2", "12", False),
        ("x²", "x2", False),
        ("2.5", "25", False),
    ],
)
def test_only_what_changes_no_meaning_is_overlooked(one, other, same):
    assert (mark(text(one), other).verdict is Verdict.RIGHT) is same


def test_a_known_slip_brings_its_misconception():
    marked = mark(SHAPE, "Isosceles!")

    assert marked.verdict is Verdict.WRONG
    assert marked.reading == "isosceles"
    assert marked.reason == "Two sides look equal."


def test_wrong_answers_that_differ_in_case_and_accents_alone_are_one_answer():
    readings = {mark(SHAPE, typed).reading for typed in ("Scalène", "scalene", " SCALENE. ", "“scalene”")}

    assert readings == {"scalene"}


@pytest.mark.parametrize("typed", ["\x00", "a\x00b", "😀", "scalene 😀", "\ud800", "a" * 65])
def test_what_is_no_text_is_asked_for_again(typed):
    assert "can't read that" in unreadable(SHAPE, typed).message
    assert mark(SHAPE, typed).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("typed", ["", "   ", ".", "\u200b", "“”"])
def test_an_answer_without_anything_in_it_is_asked_for_again(typed):
    assert unreadable(SHAPE, typed).message == "Type your answer first."
    assert mark(SHAPE, typed).verdict is Verdict.UNREADABLE


def test_a_readable_word_is_not_asked_for_again():
    assert unreadable(SHAPE, "scalene") is None
    assert unreadable(SHAPE, "45°") is None


@given(st.text(max_size=70))
def test_marking_a_text_never_raises_and_finds_itself_right_when_it_can_be_read(typed):
    marked = mark(text(typed), typed)

    assert marked.verdict in (Verdict.RIGHT, Verdict.UNREADABLE)


@given(st.text(st.characters(max_codepoint=0x24F, categories=["L", "Zs", "N"]), max_size=64))
def test_a_reading_is_its_own_reading(typed):
    first = mark(text("scalene triangle"), typed)

    again = mark(text("scalene triangle"), first.reading)

    assert first.verdict is Verdict.UNREADABLE or len(first.reading) > 64 or again == first
