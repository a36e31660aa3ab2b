# ruff: noqa: RUF001
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, ratio, read, unreadable
from challenge.rules.marking.typed import LETTER_O
from challenge.rules.questions import FormPolicy, Kind, Wanted
from tests.rules.asked import typed

parts = st.lists(st.integers(1, 60), min_size=2, max_size=5)


def question(key, **wanted):
    return typed(Kind.RATIO, key, **wanted)


def verdict(key, answer, **wanted):
    return mark(question(key, **wanted), answer).verdict


@pytest.mark.parametrize(
    "answer",
    [
        "2:3", "2 : 3", " 2: 3 ", "2∶3", "2：3", "2 to 3", "2 TO 3", "2to3", "2 is to 3", "=2:3", "2:3.", "4:6",
        "1:1.5", "1:1,5", "1:1½", "1:1 1/2", "½:¾", "1/3:1/2", "0.2 : 0.3", ".2:.3", "2,000:3,000", "2 000:3 000",
    ],
)  # fmt: skip
def test_a_ratio_is_right_however_it_is_scaled_and_typed(answer):
    assert verdict("2:3", answer) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        *((text, ratio.NOT_A_RATIO) for text in ("", "2/3", "2.3", "2-3", "2,3", "23", "2:", ":3", ":", "2::3", "x:y")),
        *((text, ratio.NOT_A_RATIO) for text in ("2cm:3cm", "£2:£3", "50%:50%", "2:3😀", "2:3 or 3:2", "two to three")),
        *((text, ratio.BELOW_NOUGHT) for text in ("-2:3", "2:-3", "0:0", "-2:-3")),
        *((text, ratio.TOO_MANY_PARTS) for text in ("1:2:3:4:5:6", ":" * 64)),
        *((text, LETTER_O) for text in ("2:3O", "1o:3", "O:1")),
    ],
)
def test_what_is_no_ratio_is_asked_for_again(answer, refusal):
    assert unreadable(question("2:3"), answer) == refusal
    assert verdict("2:3", answer) is Verdict.UNREADABLE


def test_a_fraction_with_nought_at_the_bottom_is_asked_for_again():
    assert "0 at the bottom" in unreadable(question("2:3"), "1/0:3").message


def test_the_order_counts_and_is_named():
    assert mark(question("2:3"), "3:2").reason == ratio.TURNED
    assert mark(question("2:3"), "6:4").reason == ratio.TURNED
    assert mark(question("1:2:3"), "3:2:1").reason == ratio.MIXED_UP
    assert mark(question("1:2:3"), "1:2:4").reason == ""
    assert mark(question("2:3"), "2:3:3").reason == ""


def test_a_slip_is_told_before_the_order():
    asked = typed(Kind.RATIO, "2:3", slips={"3:2": "Boys come first."})

    assert mark(asked, "6:4").reason == "Boys come first."


@pytest.mark.parametrize(
    ("form", "key", "answer", "said"),
    [
        ("simplest", "2:3", "2:3", ""),
        ("simplest", "2:3", "4:6", ratio.SIMPLEST),
        ("simplest", "2:3", "1:1.5", ratio.SIMPLEST),
        ("simplest", "2:3", "2.0:3", ratio.SIMPLEST),
        ("simplest", "2:3", "2/1:3", ratio.SIMPLEST),
        ("1:n", "1:1.5", "1:1.5", ""),
        ("1:n", "1:1.5", "1 : 1 1/2", ""),
        ("1:n", "1:1.5", "2:3", ratio.ONE_FIRST),
        ("any", "2:3", "4:6", ""),
        ("", "2:3", "4:6", ""),
    ],
)
def test_a_form_is_asked_for_at_once_and_held_against_the_answer(form, key, answer, said):
    refusal = unreadable(question(key, form=form), answer)

    assert (refusal.message if refusal else "") == said
    assert verdict(key, answer, form=form) is (Verdict.FORM if said else Verdict.RIGHT)
    assert verdict(key, answer, form=form, policy=FormPolicy.OPTIONAL) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("2to3", "2:3", "2 to 3"),
        ("04 : 6", "4:6", "4 to 6"),
        ("1:50 000", "1:50,000", "1 to 50,000"),
        ("1:1½", "1:1 1/2", "1 to 1 1/2"),
        ("1:2:3", "1:2:3", "1 to 2 to 3"),
    ],
)
def test_a_ratio_is_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.RATIO, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_ratios_that_are_scaled_alike_share_an_identity():
    assert identity(question("1:2"), "2:3") == identity(question("1:2"), "1:1.5") != identity(question("1:2"), "3:2")


@given(parts, st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_scaling_all_parts_alike_changes_nothing(numbers, factor):
    scaled = ":".join(str(number * factor) for number in numbers)

    assert verdict(":".join(map(str, numbers)), scaled) is Verdict.RIGHT


@example(numbers=[1, 2], others=[2, 1])
@given(parts, parts)
def test_any_other_ratio_is_wrong(numbers, others):
    alike = len(numbers) == len(others) and all(
        one * others[0] == other * numbers[0] for one, other in zip(numbers, others, strict=True)
    )

    expected = Verdict.RIGHT if alike else Verdict.WRONG

    assert verdict(":".join(map(str, numbers)), ":".join(map(str, others))) is expected


@given(parts)
def test_turning_a_ratio_round_is_wrong(numbers):
    assume(numbers != numbers[::-1])

    assert verdict(":".join(map(str, numbers)), ":".join(map(str, numbers[::-1]))) is Verdict.WRONG


@given(st.text("0123456789:.,/ -½to∶O", max_size=64) | st.text(max_size=64), st.sampled_from(["", "simplest", "1:n"]))
def test_marking_never_raises_whatever_is_typed(answer, form):
    assert verdict("2:3", answer, form=form) in Verdict
