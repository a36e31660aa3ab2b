# ruff: noqa: RUF001
"""Whatever arrives from a phone, for every type that is typed: marking answers, quickly, and never by mistake kindly.

How quickly is counted in steps, which are the same on every machine; one generous limit in seconds keeps an eye on what
happens inside a step.
"""

import sys
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from challenge.rules.marking import _TYPED, Mark, Reading, Verdict, identity, malformed, mark, read, unreadable
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import CHOSEN, Kind, Units, Wanted
from tests.rules.asked import OPTIONS, asked

KEYS = {
    Kind.TEXT: "isosceles",
    Kind.NUMBER: "3/4",
    Kind.MONEY: "£3.50",
    Kind.QUANTITY: "3.5 cm",
    Kind.DURATION: "1 h 30 min",
    Kind.TIME: "14:30",
    Kind.RATIO: "2:3",
    Kind.COORDINATES: "(2, -3)",
    Kind.EXPRESSION: "2x + 3",
    Kind.EQUATION: "y = 2x + 3",
    Kind.INEQUALITY: "x > 3",
    Kind.SOLUTIONS: "x = 2 or x = -3",
}
FORMS = ("simplest", "mixed", "percent", "standard", "2 dp", "2 sf", "9 dp", "9 sf")
MOST_STEPS = 10_000
"""Calls of functions, built-in ones among them, to take an answer and to mark it. A typical one takes some hundred."""
MOST_SECONDS = 0.05

SIGNS = "0123456789.,:;/ -−–+*×x·÷^√π()[]<>=≤≥±%£$€°²³⁻½¼¾hmspckg'\"oOabyort"
INTRUDERS = ("😀", "\x00", "\ud800", "\x1b", "\ue000", "1️⃣", "�")


def _filled(part):
    return (part * MOST_CHARACTERS)[:MOST_CHARACTERS]


NASTY = (
    *map(_filled, (
        "9", "0", ".", ",", " 1", "1 ", "9,", "1,111", "1 111", "9 /", "1/", "-", "+-", "--", "(", ")", "()", "((1",
        "√", "√(", "√2", "π", "2π", "^", "^2", "2^", "²", "½", "½ ", "⅞/", "%", "£", "£1 ", "1p", "1h", "1h1m", "1:",
        ":", "1:1", "cm", "m²", "1cm", "per", "square", "a/", "an hour", "sq", "=", "x=", "<", "x<", "±", "±1,",
        "1 or ",
        "(1,", "and ", "O", "o", "0O", "l", "x", "xy", "x^9", "*", "2*", "÷", "e9", "\t", "\n", "\u200b", "\u202e",
        "\u0301", "é", "ﬁ", "٣", "３", "①", "Ⅳ", "𝟗", "ᵃ", "ǆ", "İ", "ß", "’", "“", "|", "\\", "_", "#", "@", "&",
        "&lt;", "<b>", "{", "}", "$",
    )),
    "9^9^9^9^9^9^9^9", "9**9**9", "(9^12)^12", "9999999999999999^12", "10^-30", "10^30", "10^31", "3 x 10^30", "2^-12",
    "9" * 31 + "/" + "7" * 32, "0." + "0" * 61 + "1", "1" + "0" * 63, "√999983", "√1000000", "√0.000001", "1/√999983",
    "√(1/999983)", "99999999√999983/99999999", "1/0", "0/0", "0^0", "0^-1", "√-1", "√0", "1/√0", "π/0", "1:0:0", "0:0",
    "nan", "inf", "-inf", "infinity", "∞", "1e400", "1e-400", "0x10", "1_000", "True", "None", "__import__('os')",
    "{{7*7}}", "%s%s%s%n", "'; DROP TABLE response;--", "<script>alert(1)</script>", "../../etc/passwd", "=1+1",
    "=cmd|'/c calc'!A1", "1" * 64, "1" * 65, "a" * 64, "(((((((((1)))))))))", "[" * 64, "(a+b+c+d+e+f+g)^12",
    "(((((((x+1)^12)^12)^12)^12)^12)^12)", "1/(1+1/(1+1/(1+1/(1+1/(1+1/(1+1/x))))))", "x=1,x=2,x=3,x=4,x=5,x=6,x=7,x=8",
    "1/(x+y)+1/(x-y)+1/(x+2y)+1/(x-2y)+1/(x+3y)+1/(x-3y)", "(x+1)^12*(y+1)^12*(z+1)^12", "(x+1)^12=(x+2)^12",
    # What the search of `mark --bench` found to take longest.
    "1/(x+y)+91/(x-1y)+1/(xay)+1ππ^5π/(+πππππ(x+7)(x+8)X)+1/(x+y)", "9" * 57 + "o" + "±1,,or",
    "(x/(x^2-1)-1)(x(x^2+3x+2)X)(x^-2-3)(x^2(x+1)/(x+2)+2)^2(x-8)=0",
    "-21<(a((+7)(x+(x+2)^2)^2+x+1)x/3+xyc)(πx+1)(x/X)(π+1x(x+2)^2)<9",
    "24:00", "99:99", "12:60 pm", "9999:59", "1h1h1h1h", "99999999999999999999 weeks", "1 h 30 min " * 5,
    "5 miles per hour per hour per hour", "kilometres per square kilometre", "1 cm 1 cm 1 cm", "5'11\"", "1\u00a0000",
)  # fmt: skip


def asking(kind, form="", units=Units.OPTIONAL):
    return asked(kind, (KEYS[kind],), wanted=Wanted(form=form, units=units))


def counted(work):
    """What the work gives, and the steps that it takes."""
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        result = work()
    finally:
        sys.setprofile(before)
    return result, count


def test_every_type_that_is_typed_stands_here():
    assert set(KEYS) == set(Kind) - CHOSEN == {*_TYPED, Kind.TEXT}


@pytest.mark.parametrize("kind", KEYS)
def test_the_key_is_right_and_typical_answers_take_few_steps(kind):
    question = asking(kind)

    marked, steps = counted(lambda: mark(question, KEYS[kind]))

    assert marked.verdict is Verdict.RIGHT
    assert 0 < steps < MOST_STEPS / 10


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        *((kind, "") for kind in KEYS),
        *((Kind.NUMBER, form) for form in FORMS),
        (Kind.QUANTITY, "9 sf"),
        (Kind.EXPRESSION, "factorised"),
    ],
)
def test_nothing_nasty_is_right_or_takes_many_steps(kind, form):
    question = asking(kind, form)
    mark(question, KEYS[kind])

    for typed in NASTY:
        refusal, to_take = counted(lambda typed=typed: unreadable(question, typed))
        marked, to_mark = counted(lambda typed=typed: mark(question, typed))

        assert to_take + to_mark < MOST_STEPS, typed
        assert marked.verdict is not Verdict.RIGHT, typed
        assert refusal is not None or marked.verdict is not Verdict.UNREADABLE, typed


def test_what_was_chosen_is_known_again_by_its_options():
    choices = asked(Kind.CHOICES, ("A", "C"), options=OPTIONS)

    assert identity(choices, ("C", "A")) == identity(choices, ("A", "C")) != identity(choices, ("A",))
    assert identity(asked(Kind.CHOICE, ("A",), options=OPTIONS), "B") == "B"


@pytest.mark.parametrize("kind", KEYS)
def test_nothing_nasty_takes_long(kind):
    question = asking(kind)

    for typed in NASTY:
        assert any(_seconds(question, typed) < MOST_SECONDS for _ in range(3)), typed


def _seconds(question, typed):
    started = perf_counter()
    mark(question, typed)
    return perf_counter() - started


@example(kind=Kind.QUANTITY, typed="5 cm 5 cm", form="", units=Units.NONE)
@given(
    kind=st.sampled_from(sorted(KEYS)),
    typed=st.text(max_size=70) | st.text(SIGNS, max_size=MOST_CHARACTERS),
    form=st.sampled_from(["", *FORMS]),
    units=st.sampled_from([Units.OPTIONAL, Units.REQUIRED]),
)
def test_marking_never_raises_and_the_phone_hears_the_same_as_the_judge(kind, typed, form, units):
    question = asking(kind, form if kind is Kind.NUMBER else "", units)
    if malformed(question, typed):
        assert mark(question, typed).verdict is Verdict.UNREADABLE
        return

    marked, refusal, reading = mark(question, typed), unreadable(question, typed), read(kind, typed, question.wanted)

    assert isinstance(marked, Mark)
    assert (marked.verdict is Verdict.UNREADABLE) is not isinstance(reading, Reading)
    if marked.verdict in (Verdict.RIGHT, Verdict.UNREADABLE):
        assert (refusal is None) is (marked.verdict is Verdict.RIGHT)
    assert refusal is None or refusal.message
    (marked.reading + marked.reason + identity(question, typed)).encode()


@given(
    kind=st.sampled_from(sorted(KEYS)),
    typed=st.text(SIGNS, max_size=40),
    at=st.integers(0, 40),
    intruder=st.sampled_from(INTRUDERS),
)
def test_nothing_is_right_with_a_sign_in_it_that_nobody_can_read(kind, typed, at, intruder):
    for text in (typed, KEYS[kind]):
        assert mark(asking(kind), text[:at] + intruder + text[at:]).verdict is Verdict.UNREADABLE


@given(kind=st.sampled_from(sorted(KEYS)), typed=st.text(SIGNS, min_size=1, max_size=MOST_CHARACTERS))
def test_what_is_read_back_can_be_typed_and_means_the_same(kind, typed):
    reading = read(kind, typed, Wanted())

    if isinstance(reading, Reading) and kind is not Kind.TEXT and len(reading.written) <= MOST_CHARACTERS:
        again = read(kind, reading.written, Wanted())
        assert isinstance(again, Reading), reading.written
        assert again.value == reading.value, reading.written
