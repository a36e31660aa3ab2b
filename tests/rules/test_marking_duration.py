import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, read, unreadable
from challenge.rules.questions import Kind, Slip, Units, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import asked

minutes = st.integers(0, 5_999)


def duration(key, slips=None, **wanted):
    slips = tuple(Slip(answer, because) for answer, because in (slips or {}).items())
    return asked(Kind.DURATION, (key,), wanted=Wanted(**wanted), slips=slips)


def verdict(key, typed, **wanted):
    return mark(duration(key, **wanted), typed).verdict.value


@pytest.mark.parametrize(
    "typed",
    [
        "1h30", "1h 30", "1 h 30 min", "1 h 30", "1hr 30mins", "1hr30m", "1 hour 30 minutes", "1 hour and 30 minutes",
        "1 hour, 30 minutes", "1 hour & 30 mins", "1 Hour 30 Min.", "1H30M", "90 min", "90min", "90 mins", "90 minutes",
        "90m", "1.5 hours", "1.5h", "1,5 hours", "1½ hours", "1½h", "1 1/2 hours", "3/2 h", "1:30", "01:30", "1:30:00",
        "1 : 30", "1:30 h", "1:30 hours", "5400 s", "5,400 seconds", "1 h 29 min 60 s", "=1h30", "t = 90 min",
        "1 h 30.0 min",
    ],
)  # fmt: skip
def test_an_hour_and_a_half_is_right_however_it_is_typed(typed):
    for key in ("1 h 30 min", "90 min", "1.5 hours", "1:30"):
        assert verdict(key, typed) == "right"


@pytest.mark.parametrize("typed", ["1h 3", "1.3 hours", "1.29 h", "130 min", "1h31", "89 min", "1:03", "30 min", "2 h"])
def test_another_length_of_time_is_wrong(typed):
    assert verdict("1 h 30 min", typed) == "wrong"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "first"),
        ("1.30", "hours and minutes, or a decimal"),
        ("1.30 hours", "hours and minutes, or a decimal"),
        ("1.50h", "hours and minutes, or a decimal"),
        ("2.30 min", "hours and minutes, or a decimal"),
        ("0.25", "hours and minutes, or a decimal"),
        ("1:5", "as a length of time"),
        ("1:75", "as a length of time"),
        ("1:30 pm", "as a length of time"),
        ("1h75", "as a length of time"),
        ("30 min 1 h", "as a length of time"),
        ("1 h 2 h", "as a length of time"),
        ("1.5 h 30 min", "as a length of time"),
        ("1½ h 5 min", "as a length of time"),
        ("2 days 5", "as a length of time"),
        ("3 s 20", "as a length of time"),
        ("1 month", "as a length of time"),
        ("5 cm", "as a length of time"),
        ("half an hour", "as a length of time"),
        ("-5 min", "as a length of time"),
        ("h", "as a length of time"),
        ("1 h 2.3.4 min", "as a length of time"),
        ("1.2.3", "as a length of time"),
        ("1 h x", "as a length of time"),
        ("1h 30 😀", "as a length of time"),
        ("1/0 h", "0 at the bottom"),
        ("1/0", "0 at the bottom"),
        ("1O min", "the letter O"),
        ("1h3O", "the letter O"),
    ],
)
def test_what_is_no_length_of_time_or_two_is_asked_for_again(typed, says):
    assert says in unreadable(duration("90 min"), typed).message
    assert verdict("90 min", typed) == "unreadable"


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("90 min", "90", "right"),
        ("90 min", "1.5", "wrong"),
        ("1.5 hours", "1.5", "right"),
        ("1.5 hours", "1½", "right"),
        ("1.5 hours", "90", "wrong"),
        ("0:45", "45", "right"),
        ("12.5 s", "12.5", "right"),
        ("1 h 30 min", "90", "form"),
        ("1 h 30 min", "1.5", "form"),
        ("1 h 30 min", "30", "wrong"),
        ("90", "90", "right"),
        ("90", "90 min", "wrong"),
    ],
)
def test_a_bare_number_is_in_the_unit_of_the_key_if_that_has_one(key, typed, expected):
    assert verdict(key, typed) == expected


def test_the_unit_may_be_asked_for_or_kept_out():
    required = duration("90 min", units=Units.REQUIRED)

    assert mark(required, "1h30").verdict is Verdict.RIGHT
    assert (mark(required, "90").verdict, mark(required, "91").verdict) == (Verdict.FORM, Verdict.WRONG)
    assert unreadable(required, "7").message == "Type the unit as well, like 1h 45 or 105 min."
    assert "without a unit" in unreadable(duration("90", units=Units.NONE), "90 min").message
    assert verdict("90", "90", units=Units.NONE) == "right"


def test_a_decimal_of_an_hour_is_a_decimal():
    assert verdict("75 min", "1.25 hours") == verdict("2 h", "2.00 hours") == "right"
    assert verdict("85 min", "1.25 hours") == "wrong"


def test_a_tolerance_is_in_the_smallest_unit_of_the_key():
    assert verdict("90 min", "92 min", tolerance="2") == verdict("1 h 30 min", "1h 28", tolerance="2") == "right"
    assert verdict("90 min", "92", tolerance="2") == verdict("1.5 h", "1 h", tolerance="0.5") == "right"
    assert verdict("90 min", "93 min", tolerance="2") == verdict("1.5 h", "59 min", tolerance="0.5") == "wrong"


def test_longer_times_are_read_too():
    assert verdict("1 day 3 hours", "27 h") == verdict("2 weeks", "14 days") == verdict("1 week", "168 hrs") == "right"


def test_a_bare_number_brings_the_misconception_of_its_length():
    question = duration("90 min", slips={"130 min": "An hour has 60 minutes."})

    assert mark(question, "130").reason == mark(question, "2h10").reason == "An hour has 60 minutes."


@pytest.mark.parametrize(
    ("typed", "written", "words"),
    [
        ("1h30", "1 h 30 min", "one hour thirty minutes"),
        ("1:30", "1 h 30 min", "one hour thirty minutes"),
        ("0:45", "45 min", "forty-five minutes"),
        ("0:00", "0 min", "zero minutes"),
        ("2:00:05", "2 h 5 s", "two hours five seconds"),
        ("1m30", "1 min 30 s", "one minute thirty seconds"),
        ("1½ hrs", "1 1/2 h", "one and one half hours"),
        ("1 day", "1 day", "one day"),
        ("2 wks 1 d", "2 weeks 1 day", "two weeks one day"),
        ("1500 min", "1,500 min", "one thousand five hundred minutes"),
        ("90", "90", "ninety"),
    ],
)
def test_a_length_of_time_is_read_back_to_the_team(typed, written, words):
    reading = read(Kind.DURATION, typed, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_identical_lengths_are_one_answer_for_a_host():
    assert len({identity(duration("9 h"), typed) for typed in ("1h30", "90 min", "1:30", "1.5 h")}) == 1
    assert identity(duration("9 h"), "5400") != identity(duration("9 h"), "5400 s")


@given(minutes)
def test_every_way_to_write_a_length_of_time_is_right(count):
    hours, rest = divmod(count, 60)
    question = duration(f"{hours} h {rest} min")

    for typed in (f"{count} min", f"{hours}:{rest:02}", f"{hours}h{rest:02}", f"{count * 60} s"):
        assert mark(question, typed).verdict is Verdict.RIGHT


@given(key=minutes, typed=minutes)
def test_another_length_is_never_right(key, typed):
    hours, rest = divmod(typed, 60)

    for text in (f"{typed} min", f"{hours}:{rest:02}", f"{hours}h{rest:02}"):
        assert (mark(duration(f"{key} min"), text).verdict is Verdict.RIGHT) is (key == typed)


@given(st.text("0123456789.,:hmins dayourtw½&-/", max_size=64))
def test_no_text_breaks_the_reading(typed):
    assert isinstance(read(Kind.DURATION, typed, Wanted()), Refused) or mark(duration("1 h"), typed).verdict in Verdict
