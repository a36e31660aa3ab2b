# ruff: noqa: RUF001
import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, read, unreadable
from challenge.rules.questions import FormPolicy, Kind, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import asked

times = st.integers(0, 24 * 60 - 1)


def time(key, **wanted):
    return asked(Kind.TIME, (key,), wanted=Wanted(**wanted))


def verdict(key, typed):
    return mark(time(key), typed).verdict.value


def on_24_hours(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def with_half(minutes):
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02} {'pm' if minutes >= 720 else 'am'}"


@pytest.mark.parametrize(
    ("key", "right"),
    [
        ("14:30", ["14:30", "2:30 pm", "2:30pm", "2.30pm", "2.30 pm", "2:30p.m.", "2:30 P.M.", "2 30 pm", "230pm",
                   "1430", "14:30 hrs", "1430h", "14:30pm", "02:30 pm", "=14:30", "14 : 30", "14：30", "14:30."]),
        ("14:00", ["2pm", "2 pm", "2 p.m.", "2:00pm", "1400", "2 o'clock pm", "2 o’clock pm"]),
        ("9:30 am", ["9:30 am", "9.30am", "09:30", "0930", "9:30", "930am", "9:30 a.m.", "09:30am"]),
        ("12:00 pm", ["noon", "12 noon", "Noon", "midday", "12:00", "12pm", "1200", "12:00pm"]),
        ("00:00", ["midnight", "12 midnight", "0:00", "24:00", "12am", "2400", "0000", "12:00 am"]),
        ("00:05", ["0:05", "12:05 am", "0005", "0:05am"]),
        ("2:30", ["2:30", "2:30 pm", "14:30", "2.30pm", "02:30", "2:30 am", "1430"]),
        ("10:30", ["10:30", "10:30 pm", "22:30", "10:30 am"]),
        ("3 o'clock", ["3 o'clock", "3:00", "3pm", "15:00", "3 o clock"]),
        ("02:30", ["02:30", "2:30", "2:30 am", "0230"]),
    ],
)  # fmt: skip
def test_a_time_is_right_however_it_is_typed(key, right):
    assert {typed: verdict(key, typed) for typed in right} == dict.fromkeys(right, "right")


@pytest.mark.parametrize(
    ("key", "typed"),
    [("14:30", "2:30"), ("2:30 pm", "2:30"), ("14:30", "02:30"), ("15:00", "3 o'clock"), ("00:30", "12:30")],
)
def test_the_half_of_the_day_has_to_be_said_where_the_key_says_it(key, typed):
    marked = mark(time(key), typed)

    assert (marked.verdict, marked.reason) == (Verdict.FORM, "Morning or afternoon? Add am or pm.")
    assert mark(time(key, policy=FormPolicy.OPTIONAL), typed).verdict is Verdict.RIGHT
    assert mark(time(key, policy=FormPolicy.ENFORCED), typed).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("14:30", "2:30 am"), ("14:30", "14:31"), ("14:30", "15:30"), ("14:30", "3:30"), ("2:30 am", "14:30"),
        ("02:30", "14:30"), ("02:30", "2:30 pm"), ("2:30", "3:30"), ("2:30", "2:31 pm"), ("noon", "midnight"),
        ("14:30", "0230"),
    ],
)  # fmt: skip
def test_another_time_is_wrong(key, typed):
    assert verdict(key, typed) == "wrong"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "first"),
        ("1.30", "with a colon"),
        ("14.30", "with a colon"),
        ("14.30 hrs", "with a colon"),
        ("1,30", "with a colon"),
        ("2;30", "with a colon"),
        ("9-30", "with a colon"),
        ("9", "with a colon"),
        ("930", "with a colon"),
        ("24:01", "no such time"),
        ("25:00", "no such time"),
        ("12:60", "no such time"),
        ("2575", "no such time"),
        ("13am", "no such time"),
        ("24 pm", "no such time"),
        ("0:30 pm", "no such time"),
        ("2:75pm", "no such time"),
        ("13 o'clock", "no such time"),
        ("0 o'clock", "no such time"),
        ("2:5", "as a time of day"),
        ("14:30:00", "as a time of day"),
        ("half past 2", "as a time of day"),
        ("-2:30", "as a time of day"),
        ("2:30 pm today", "as a time of day"),
        ("14h30", "as a time of day"),
        ("12345", "as a time of day"),
        ("2:30 😀", "as a time of day"),
        ("1O:30", "the letter O"),
        ("1:3O pm", "the letter O"),
    ],
)
def test_what_is_no_time_or_two_is_asked_for_again(typed, says):
    assert says in unreadable(time("14:30"), typed).message
    assert verdict("14:30", typed) == "unreadable"


def test_a_time_that_can_be_read_is_not_asked_for_again_whether_right_or_wrong():
    assert unreadable(time("14:30"), "14:30") is None
    assert unreadable(time("14:30"), "2:30") is None


@pytest.mark.parametrize(
    ("typed", "written", "words"),
    [
        ("14:30", "14:30", "two thirty in the afternoon"),
        ("2.30pm", "2:30 pm", "two thirty in the afternoon"),
        ("2pm", "2:00 pm", "two o'clock in the afternoon"),
        ("1830", "18:30", "six thirty in the evening"),
        ("1030", "10:30 am", "ten thirty in the morning"),
        ("1230", "12:30 pm", "twelve thirty in the afternoon"),
        ("22:05", "22:05", "ten oh five at night"),
        ("09:05", "09:05", "nine oh five in the morning"),
        ("0:30", "0:30", "twelve thirty in the morning"),
        ("2:30", "2:30", "two thirty"),
        ("12:00", "12:00", "twelve o'clock"),
        ("Midday", "midday", "twelve noon"),
        ("24:00", "24:00", "midnight"),
    ],
)
def test_a_time_is_read_back_to_the_team(typed, written, words):
    reading = read(Kind.TIME, typed, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_identical_times_are_one_answer_for_a_host():
    assert len({identity(time("9:00"), typed) for typed in ("14:30", "2:30 pm", "1430", "2.30pm")}) == 1
    assert len({identity(time("9:00"), typed) for typed in ("2:30", "2:30 am", "2:30 pm")}) == 3


@given(times)
def test_every_way_to_write_a_time_is_right(minutes):
    for key in (with_half(minutes), f"{minutes // 60:02}{minutes % 60:02}"):
        for typed in (on_24_hours(minutes), with_half(minutes), with_half(minutes).replace(":", ".")):
            assert verdict(key, typed) == "right"


@given(key=times, typed=times)
def test_another_time_is_never_right(key, typed):
    assert (verdict(with_half(key), with_half(typed)) == "right") is (key == typed)
    assert (verdict(with_half(key), f"{typed // 60:02}{typed % 60:02}") == "right") is (key == typed)


@given(st.text("0123456789.:;apm hrsnodiclk'-", max_size=64))
def test_no_text_breaks_the_reading(typed):
    assert isinstance(read(Kind.TIME, typed, Wanted()), Refused) or mark(time("2:30"), typed).verdict in Verdict
