# ruff: noqa: RUF001
import string
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, mark, unreadable
from challenge.rules.marking.forms import WORK_IT_OUT
from challenge.rules.marking.number import Number, read
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import number

fractions = st.fractions(min_value=-9999, max_value=9999, max_denominator=500)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4", Fraction(4)),
        ("007", Fraction(7)),
        ("+3", Fraction(3)),
        ("=4", Fraction(4)),
        ("= 4", Fraction(4)),
        ("x=4", Fraction(4)),
        ("x = -4", Fraction(-4)),
        ("N=4", Fraction(4)),
        ("-4", Fraction(-4)),
        ("- 4", Fraction(-4)),
        ("−4", Fraction(-4)),
        ("–4", Fraction(-4)),
        ("-0", Fraction(0)),
        ("0.5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("0.50", Fraction(1, 2)),
        ("5.", Fraction(5)),
        ("0.5.", Fraction(1, 2)),
        ("0,5", Fraction(1, 2)),
        ("0,500", Fraction(1, 2)),
        ("3,5", Fraction(7, 2)),
        ("1,000", Fraction(1000)),
        ("1 000", Fraction(1000)),
        ("1\u00a0000", Fraction(1000)),
        ("1\u202f000", Fraction(1000)),
        ("12,345,678.9", Fraction(123456789, 10)),
        ("1/2", Fraction(1, 2)),
        ("2/4", Fraction(1, 2)),
        (" 1 / 2 ", Fraction(1, 2)),
        ("1⁄2", Fraction(1, 2)),
        ("1∕2", Fraction(1, 2)),
        ("-3/4", Fraction(-3, 4)),
        ("3/-4", Fraction(-3, 4)),
        ("-3/-4", Fraction(3, 4)),
        ("1,000/3", Fraction(1000, 3)),
        ("½", Fraction(1, 2)),
        ("¼", Fraction(1, 4)),
        ("¾", Fraction(3, 4)),
        ("-½", Fraction(-1, 2)),
        ("2½", Fraction(5, 2)),
        ("2 ½", Fraction(5, 2)),
        ("2 1/3", Fraction(7, 3)),
        ("-2 1/3", Fraction(-7, 3)),
        ("0 1/2", Fraction(1, 2)),
        ("10 000 1/2", Fraction(20001, 2)),
        ("50%", Fraction(1, 2)),
        ("50 %", Fraction(1, 2)),
        ("50 per cent", Fraction(1, 2)),
        ("50 percent", Fraction(1, 2)),
        ("½%", Fraction(1, 200)),
        ("-5%", Fraction(-1, 20)),
        ("£3.50", Fraction(7, 2)),
        ("£ 3.5", Fraction(7, 2)),
        ("3.50£", Fraction(7, 2)),
        ("£3.50p", Fraction(7, 2)),
        ("350p", Fraction(7, 2)),
        ("350 pence", Fraction(7, 2)),
        ("£-2", Fraction(-2)),
        ("-£2", Fraction(-2)),
        ("３／４", Fraction(3, 4)),
        ("٣", Fraction(3)),
        ("\u200b3", Fraction(3)),
        ("3\ufe0f", Fraction(3)),
        ("3\n", Fraction(3)),
    ],
)
def test_a_number_is_read_as_students_type_it(typed, value):
    reading = read(typed, Wanted())

    assert isinstance(reading, Number)
    assert reading.value == value


@pytest.mark.parametrize(
    "typed",
    [
        "a", "half", "x=y", "x==4", "xy=4", "o=4", "1e5", "1_000", "0x10", "2*3", "2×3", "3÷4", "2+3", "(5)",
        "1..5", "1.2.3", "--3", "+-3",
        "-£-2", "1/2/3", "1.5/2", "/2", "1/", "-", ".", "/", "%", "£", "1,00,000", "1.000,5", "012,345", "10,00,0",
        "2 5/3",
        "1 000/3", "2 3/3", "2-1/3", "1 2", "1½½", "½4", "3½/4", "5 cm", "£50%", "$5p", "1:30", "2:3", "(2,3)",
        "3 pounds 50",
        "1\x00", "\x00", "1️⃣", "①", "😀", "7😀", "\ud800", "\x1b[31m5", "1" * 65, "∞", "nan", "inf", "1 / 2 %%", "0.3̇",
    ],
)  # fmt: skip
def test_what_could_mean_two_things_or_nothing_is_asked_for_again(typed):
    refusal = unreadable(number("1/2"), typed)

    assert refusal is not None
    assert refusal.code == "unreadable"
    assert "Try something like" in refusal.message
    assert mark(number("1/2"), typed).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("typed", ["O", "1O", "o.5", "1o", "1/1O", "£5.O0", "5O%"])
def test_the_letter_o_is_never_taken_for_a_nought(typed):
    assert "the letter O" in unreadable(number("10"), typed).message
    assert mark(number("10"), typed).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("typed", ["1/0", "3/00", "2 1/0", "0/0"])
def test_nothing_is_divided_by_nought(typed):
    assert "0 at the bottom" in unreadable(number("10"), typed).message


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "\n"])
def test_an_empty_answer_is_asked_for_again(typed):
    assert "first" in unreadable(number("10"), typed).message


def test_a_readable_answer_is_not_asked_for_again_whether_right_or_wrong():
    assert unreadable(number("10"), "10") is None
    assert unreadable(number("10"), "11") is None


@pytest.mark.parametrize("typed", ["1/2", "2/4", "0.5", ".50", "50%", "½", "0,5", "50p", "£0.50"])
@pytest.mark.parametrize("key", ["1/2", "0.5", "50%"])
def test_equal_values_are_right_in_every_form(key, typed):
    assert mark(number(key), typed).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("key", "unit", "typed", "verdict"),
    [
        ("3.50", "£", "3.5", "right"),
        ("3.50", "£", "£3.50", "right"),
        ("3.50", "£", "350p", "right"),
        ("£3.50", "£", "3.50 pounds", "right"),
        ("3.50", "£", "350", "wrong"),
        ("3.50", "£", "$3.50", "unreadable"),
        ("3.50", "£", "350%", "unreadable"),
        ("85", "p", "85", "right"),
        ("85", "p", "85p", "right"),
        ("85", "p", "£0.85", "right"),
        ("85", "p", "0.85", "wrong"),
        ("50", "%", "50", "right"),
        ("50", "%", "50%", "right"),
        ("50%", "%", "50", "right"),
        ("50", "%", "0.5", "wrong"),
        ("50", "%", "1/2", "wrong"),
        ("5", "cm", "5", "right"),
        ("5", "cm", "5cm", "right"),
        ("5", "cm", "5 CM.", "right"),
        ("5", "cm", "5 centimetres", "right"),
        ("5", "cm", "50 mm", "unreadable"),
        ("5", "cm", "5 cm²", "unreadable"),
        ("5", "cm²", "5 cm2", "right"),
        ("5", "cm²", "5cm^2", "right"),
        ("45", "°", "45", "right"),
        ("45", "°", "45°", "right"),
        ("45", "°", "45 degrees", "right"),
        ("5", "minutes", "5 mins", "right"),
        ("5", "km/h", "5 km/h", "right"),
        ("5.50", "$", "$5.5", "right"),
    ],
)
def test_the_unit_of_the_question_may_be_typed_or_left_off(key, unit, typed, verdict):
    assert mark(number(key, unit=unit), typed).verdict == verdict


def test_another_unit_is_named_when_it_is_asked_for_again():
    assert "This answer is in cm." in unreadable(number("5", unit="cm"), "50 mm").message


@pytest.mark.parametrize(
    ("typed", "unit", "reading"),
    [
        ("04/07", "", "4/7"),
        ("8/14", "", "8/14"),
        ("0.50", "", "0.5"),
        (".5", "", "0.5"),
        ("-4", "", "−4"),
        ("2½", "", "2 1/2"),
        ("0 1/2", "", "1/2"),
        ("12345", "", "12,345"),
        ("50 %", "", "50%"),
        ("3.5", "£", "£3.50"),
        ("£3", "£", "£3"),
        ("-3.5", "£", "−£3.50"),
        ("1234.5", "£", "£1,234.50"),
        ("350p", "£", "350p"),
        ("5cm", "cm", "5 cm"),
        ("5", "cm", "5 cm"),
        ("45", "°", "45°"),
    ],
)
def test_a_wrong_number_is_shown_tidily_in_the_form_in_which_it_was_typed(typed, unit, reading):
    marked = mark(number("99", unit=unit), typed)

    assert marked.verdict is Verdict.WRONG
    assert marked.reading == reading


def test_all_right_numbers_share_the_reading_of_the_key():
    assert {mark(number("3/4"), typed).reading for typed in ("3/4", "0.75", "75%", "6/8")} == {"3/4"}


def test_an_unreadable_answer_is_shown_without_what_nobody_can_see():
    assert mark(number("3"), " a\x00 \u202eb ").reading == "a b"


def test_a_wrong_number_brings_the_misconception_of_its_value():
    question = number("11/12", slips={"3/7": "Adds tops and bottoms.", "5/6": "Too small."})

    assert mark(question, "6/14").reason == "Adds tops and bottoms."
    assert mark(question, "5").reason == ""
    assert mark(question, "11/12").reason == ""


@pytest.mark.parametrize("question", [number("nonsense"), number("4", slips={"nonsense": "Never found."})])
def test_a_key_or_slip_that_nobody_can_read_is_a_bug_and_makes_no_answer_wrong(question):
    with pytest.raises(ValueError, match="nonsense"):
        mark(question, "5")


@given(value=fractions, times=st.integers(1, 50), gap=st.sampled_from(["/", " / ", "⁄", "／"]))
def test_every_way_to_write_a_fraction_is_right_but_a_whole_number_is_to_be_worked_out(value, times, gap):
    typed = f"{value.numerator * times}{gap}{value.denominator * times}"
    is_calculation = value.denominator == 1 < times

    marked = mark(number(str(value)), typed)

    assert marked.verdict is (Verdict.FORM if is_calculation else Verdict.RIGHT)
    assert (marked.reason == WORK_IT_OUT) is is_calculation


@given(
    whole=st.integers(0, 999), above=st.integers(1, 98), below=st.integers(2, 99), sign=st.sampled_from(["", "-", "−"])
)
def test_every_mixed_number_equals_its_improper_fraction(whole, above, below, sign):
    above %= below
    typed = f"{sign}{whole} {above}/{below}" if above else f"{sign}{whole}"

    assert mark(number(f"{sign}{whole * below + above}/{below}"), typed).verdict is Verdict.RIGHT


@given(value=st.decimals(-99999, 99999, places=3), separator=st.sampled_from(["", ","]))
def test_every_way_to_write_a_decimal_is_right(value, separator):
    plain, percent = f"{value:{separator}f}", f"{value * 100:f}%"

    assert mark(number(str(Fraction(value))), plain).verdict is Verdict.RIGHT
    assert mark(number(str(Fraction(value))), percent).verdict is Verdict.RIGHT


@given(key=fractions, typed=fractions)
def test_any_other_value_is_wrong(key, typed):
    verdict = mark(number(str(key)), str(typed)).verdict

    assert verdict is (Verdict.RIGHT if key == typed else Verdict.WRONG)


@given(value=fractions)
def test_a_reading_reads_back_as_the_same_value(value):
    first = read(str(value), Wanted())

    again = read(first.written, Wanted())

    assert again == first


@example("9" * 64)
@example("1" + ",111" * 15)
@example("1" + " 111" * 15)
@example(" ./-" * 16)
@given(st.text(max_size=70) | st.text(string.digits + " ,./-+%£p½O−", max_size=64))
def test_reading_never_raises_whatever_is_typed(typed):
    reading = read(typed, Wanted())

    assert isinstance(reading, Number | Refused)
    assert mark(number("1/2"), typed).verdict in Verdict


@given(
    st.text(string.digits + ",. /-%£½", min_size=1, max_size=20), st.sampled_from(["O", "😀", "\x00", "x", "\ud800"])
)
def test_nothing_is_right_with_a_sign_in_it_that_cannot_be_read(typed, intruder):
    middle = len(typed) // 2

    assert mark(number("0"), typed[:middle] + intruder + typed[middle:]).verdict is Verdict.UNREADABLE
