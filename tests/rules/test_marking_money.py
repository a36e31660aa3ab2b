# ruff: noqa: RUF001
import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, read, unreadable
from challenge.rules.questions import Kind, Units, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import asked

pence = st.integers(0, 1_000_000)


def money(key, slips=(), **wanted):
    return asked(Kind.MONEY, (key,), wanted=Wanted(**wanted), slips=slips)


def pounds(count):
    return f"{count // 100}.{count % 100:02}"


@pytest.mark.parametrize(
    "typed",
    [
        "£3.50", "3.50", "£3.5", "3.5", "350p", "350 p", "350 pence", "£ 3.50", "3.50£", "£3.50p", "£3.50 p",
        "3.50 pounds", "3.5 Pounds", "3.50 GBP", "£3 & 50p", "£3 and 50p", "£3 50p", "£3, 50p", "3 pounds 50",
        "3 pounds and 50 pence", "3 pounds 50p", "3£50", "£3 ½", "£3½", "£3,50", "3,50", "+£3.50", "= £3.50", "x=3.50",
        "£3.500", "£03.50", "£3.50.", "３.５０",
    ],
)  # fmt: skip
def test_three_pounds_fifty_is_right_however_it_is_typed(typed):
    for key in ("£3.50", "350p", "3.50", "3.5"):
        assert mark(money(key), typed).verdict is Verdict.RIGHT


@pytest.mark.parametrize("typed", ["£3.05", "£35", "350", "£350", "35p", "£3.51", "-£3.50", "£0.35", "3.49"])
def test_another_amount_is_wrong(typed):
    assert mark(money("£3.50"), typed).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "first"),
        ("  ", "first"),
        ("3.50p", "pounds or pence"),
        ("0.85p", "pounds or pence"),
        ("£350p", "as money"),
        ("£1250p", "as money"),
        ("£3.50%", "as money"),
        ("€3.50", "as money"),
        ("$3.50", "as money"),
        ("3.50 euros", "as money"),
        ("£3 50", "as money"),
        ("£3:50", "as money"),
        ("£3-50", "as money"),
        ("£3.50 each", "as money"),
        ("3 pounds 150p", "as money"),
        ("three pounds", "as money"),
        ("2^3", "as money"),
        ("£😀", "as money"),
        ("£1O", "the letter O"),
        ("£3.5O", "the letter O"),
        ("£1/0", "0 at the bottom"),
    ],
)
def test_what_is_no_amount_or_two_is_asked_for_again(typed, says):
    assert says in unreadable(money("£3.50"), typed).message
    assert mark(money("£3.50"), typed).verdict is Verdict.UNREADABLE


def test_a_tenth_of_a_penny_is_no_slip_of_the_pen():
    assert mark(money("£1.439"), "143.9p").verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("85p", "right"), ("£0.85", "right"), ("0.85", "right"), ("85", "right"), ("85.0", "wrong"), ("£85", "wrong")],
)
def test_a_whole_number_without_a_sign_is_pence_where_the_key_is(typed, expected):
    assert mark(money("85p"), typed).verdict == expected


def test_a_whole_number_without_a_sign_is_pounds_where_the_key_is():
    assert mark(money("£0.85"), "85").verdict is Verdict.WRONG
    assert mark(money("£85"), "85").verdict is Verdict.RIGHT


def test_the_sign_may_be_asked_for_or_kept_out():
    required, none = money("£3.50", units=Units.REQUIRED), money("3.50", units=Units.NONE)

    assert (mark(required, "£3.50").verdict, mark(required, "350p").verdict) == (Verdict.RIGHT, Verdict.RIGHT)
    assert (mark(required, "3.50").verdict, mark(required, "3.60").verdict) == (Verdict.FORM, Verdict.WRONG)
    assert unreadable(required, "99").message == "Type £ or p as well, like £13.85 or 85p."
    assert mark(none, "3.50").verdict is Verdict.RIGHT
    assert unreadable(none, "£3.50").message == "Type the number alone, without £ or p."


def test_a_tolerance_is_in_the_unit_of_the_key():
    assert mark(money("£12", tolerance="0.5"), "£12.50").verdict is Verdict.RIGHT
    assert mark(money("£12", tolerance="0.5"), "£12.51").verdict is Verdict.WRONG
    assert mark(money("80p", tolerance="5"), "85p").verdict is Verdict.RIGHT
    assert mark(money("80p", tolerance="5"), "£0.86").verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("typed", "written", "words"),
    [
        ("3.5", "£3.50", "three pounds fifty"),
        ("£3", "£3", "three pounds"),
        ("£1", "£1", "one pound"),
        ("85", "85", "eighty-five"),
        ("1p", "1p", "one penny"),
        ("85p", "85p", "eighty-five pence"),
        ("£0.05", "£0.05", "five pence"),
        ("£0", "£0", "zero pounds"),
        ("-£2.50", "−£2.50", "minus two pounds fifty"),
        ("-£0.20", "−£0.20", "minus twenty pence"),
        ("£1,250", "£1,250", "one thousand two hundred and fifty pounds"),
        ("£1.439", "£1.439", "one point four three nine pounds"),
        ("£3 and 5p", "£3.05", "three pounds five"),
    ],
)
def test_an_amount_is_read_back_to_the_team(typed, written, words):
    reading = read(Kind.MONEY, typed, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_identical_amounts_are_one_answer_for_a_host():
    assert len({identity(money("£9"), typed) for typed in ("£3.50", "350p", "3.5", "£3 50p")}) == 1
    assert len({identity(money("£9"), typed) for typed in ("£85", "85", "85p")}) == 3


@given(pence)
def test_every_way_to_write_an_amount_is_right(count):
    question = money(f"£{pounds(count)}")

    for typed in (f"£{pounds(count)}", f"{count}p", pounds(count), f"£{count // 100:,} and {count % 100}p"):
        assert mark(question, typed).verdict is Verdict.RIGHT


@given(key=pence, typed=pence)
def test_another_amount_is_never_right(key, typed):
    for text in (f"£{pounds(typed)}", f"{typed}p", pounds(typed)):
        assert (mark(money(f"£{pounds(key)}"), text).verdict is Verdict.RIGHT) is (key == typed)


@given(st.text("0123456789.,£p $poundsand-½", max_size=64))
def test_no_text_breaks_the_reading(typed):
    assert isinstance(read(Kind.MONEY, typed, Wanted()), Refused) or mark(money("£1"), typed).verdict in Verdict
