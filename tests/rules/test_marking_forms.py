from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, mark, read, unreadable
from challenge.rules.questions import FormPolicy, Kind, Units, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import asked

values = st.fractions(min_value=-9999, max_value=9999, max_denominator=500)


def wanting(key, form="", *, kind=Kind.NUMBER, **wanted):
    return asked(kind, (key,), wanted=Wanted(form=form, **wanted))


def verdict(key, form, typed):
    return mark(wanting(key, form), typed).verdict.value


@pytest.mark.parametrize(
    ("form", "key", "right", "form_only"),
    [
        ("simplest", "1/2", ["1/2", "½", " 1 / 2 "], ["2/4", "0.5", "50%", "5/10"]),
        ("simplest", "7/3", ["7/3", "2 1/3", "2⅓"], ["14/6", "2 2/6"]),
        ("simplest", "3", ["3"], ["3/1", "6/2", "3.0", "√9"]),
        ("simplest", "3√2", ["3√2", "3*√2"], ["√18", "6√2/2", "6/√2"]),
        ("simplest", "√2/2", ["√2/2", "(1/2)√2"], ["1/√2", "2√2/4"]),
        ("fraction", "1/2", ["1/2", "2/4", "½"], ["0.5", "50%"]),
        ("fraction", "7/3", ["7/3", "2 1/3"], []),
        ("mixed", "7/3", ["2 1/3", "2 2/6", "2⅓"], ["7/3", "14/6"]),
        ("mixed", "5/2", ["2½"], ["2.5", "5/2", "250%"]),
        ("improper", "7/3", ["7/3", "14/6"], ["2 1/3"]),
        ("decimal", "1/2", ["0.5", ".5", "0.50", "0,5"], ["1/2", "50%"]),
        ("decimal", "3", ["3", "3.0"], ["6/2"]),
        ("percent", "1/2", ["50%", "50 %", "50.0%", "50 percent"], ["0.5", "1/2"]),
        ("whole", "32", ["32", "032"], ["32.0", "64/2", "2^5", "3.2 x 10^1"]),
        ("whole", "30000", ["30000", "30,000", "30 000"], ["3 x 10^4"]),
        ("standard", "30000", ["3 x 10^4", "3×10⁴", "3*10^4", "3.0 × 10^4"], ["30000", "30 x 10^3", "0.3 x 10^5"]),
        ("standard", "0.00045", ["4.5 x 10^-4", "4.5×10⁻⁴", "4.5 X 10 ^ (-4)"], ["0.00045", "45 x 10^-5"]),
        ("standard", "-12", ["-1.2 x 10^1"], ["-12"]),
    ],
)
def test_a_form_is_held_against_how_the_number_was_typed(form, key, right, form_only):
    assert {typed: verdict(key, form, typed) for typed in right} == dict.fromkeys(right, "right")
    assert {typed: verdict(key, form, typed) for typed in form_only} == dict.fromkeys(form_only, "form")


@pytest.mark.parametrize(
    ("form", "key", "typed", "expected"),
    [
        ("2 dp", "2.4963", "2.50", "right"),
        ("2 dp", "2.4963", "2.496", "form"),
        ("2 dp", "2.4963", "2.4963", "form"),
        ("2 dp", "2.4963", "2.500", "form"),
        ("2 dp", "2.4963", "2.5", "wrong"),
        ("2 dp", "2.4963", "2.49", "wrong"),
        ("2 dp", "2.4963", "2.51", "wrong"),
        ("2 dp", "2.5", "2.5", "form"),
        ("2 dp", "2.5", "2.50", "right"),
        ("2 dp", "2.5", "5/2", "form"),
        ("2 dp", "1/3", "0.33", "right"),
        ("2 dp", "1/3", ".33", "right"),
        ("2 dp", "1/3", "1/3", "form"),
        ("2 dp", "1/3", "0.333", "form"),
        ("2 dp", "1/3", "0.3", "wrong"),
        ("2 dp", "0.1234", "12.34%", "form"),
        ("2 dp", "3√2", "4.24", "right"),
        ("2 dp", "2π", "6.28", "right"),
        ("2 dp", "2π", "2π", "form"),
        ("2 dp", "2π", "6.283", "form"),
        ("2 dp", "1234.567", "1,234.57", "right"),
        ("1 dp", "0.25", "0.3", "right"),
        ("1 dp", "-0.25", "-0.3", "right"),
        ("1 dp", "0.25", "0.2", "wrong"),
        ("1 dp", "-0.25", "-0.2", "wrong"),
        ("1 dp", "0.04", "0.0", "right"),
        ("0 dp", "2.5", "3", "right"),
        ("0 dp", "2.5", "3.0", "form"),
        ("2 sf", "3456", "3500", "right"),
        ("2 sf", "3456", "3,500", "right"),
        ("2 sf", "3456", "3.5 x 10^3", "right"),
        ("2 sf", "3456", "3460", "form"),
        ("2 sf", "3456", "3456", "form"),
        ("2 sf", "3456", "3000", "wrong"),
        ("2 sf", "3456", "3400", "wrong"),
        ("1 sf", "3456", "3000", "right"),
        ("3 sf", "0.045049", "0.0450", "right"),
        ("3 sf", "0.045049", "0.045", "wrong"),
        ("3 sf", "0.045", "0.045", "form"),
        ("3 sf", "9.996", "10.0", "right"),
        ("3 sf", "9.996", "10", "wrong"),
        ("2 sf", "9.96", "10", "right"),
        ("2 sf", "0.00999", "0.010", "right"),
        ("2 sf", "-0.0345", "-0.035", "right"),
        ("3 sf", "√2", "1.41", "right"),
        ("3 sf", "√2", "√2", "form"),
        ("3 sf", "π", "3.14", "right"),
        ("2 sf", "0", "0", "form"),
    ],
)
def test_a_rounded_answer_has_the_value_and_the_places_that_were_asked_for(form, key, typed, expected):
    assert verdict(key, form, typed) == expected


@pytest.mark.parametrize(
    ("form", "typed", "remedy"),
    [
        ("2 dp", "2.456", "Round it to 2 decimal places."),
        ("2 dp", "1/3", "Round it to 2 decimal places."),
        ("2 dp", "2.4", "Give 2 decimal places, even where the last one is 0."),
        ("1 dp", "2", "Give 1 decimal place, even where the last one is 0."),
        ("0 dp", "2.4", "Round it to the nearest whole number."),
        ("3 sf", "2.4", "Give 3 significant figures, even where the last one is 0."),
        ("1 sf", "2.4", "Round it to 1 significant figure."),
        ("simplest", "2/4", "Give it in its simplest form, like 11/20."),
        ("fraction", "0.5", "Type it as a fraction, like 11/20."),
        ("mixed", "7/3", "Type it as a mixed number, like 3 1/4: a space after the whole number."),
        ("improper", "2 1/3", "Type it as one fraction, like 13/4."),
        ("decimal", "1/2", "Type it as a decimal, like 0.55."),
        ("percent", "0.5", "Type it as a percentage, with the % sign, like 55%."),
        ("whole", "4.5", "Type it as a whole number, like 12."),
        ("standard", "300", "Type it as a number from 1 to 10 times a power of ten, like 3.2 x 10^4."),
    ],
)
def test_a_team_is_told_at_once_which_form_is_asked_for_whether_or_not_it_is_right(form, typed, remedy):
    for key in ("1/2", "99"):
        refusal = unreadable(wanting(key, form), typed)

        assert refusal is not None
        assert refusal.message == remedy


@pytest.mark.parametrize("policy", [FormPolicy.OPTIONAL, FormPolicy.ENFORCED])
def test_only_a_required_form_is_asked_for_at_once(policy):
    assert unreadable(wanting("1/2", "simplest", policy=policy), "2/4") is None


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(FormPolicy.OPTIONAL, "right"), (FormPolicy.REQUIRED, "form"), (FormPolicy.ENFORCED, "wrong")],
)
def test_the_policy_says_what_becomes_of_another_form(policy, expected):
    marked = mark(wanting("1/2", "simplest", policy=policy), "2/4")

    assert marked.verdict == expected
    assert "simplest" in marked.reason


@pytest.mark.parametrize(
    ("tolerance", "typed", "expected"),
    [
        ("0.5", "42", "right"),
        ("0.5", "42.5", "right"),
        ("0.5", "41.5", "right"),
        ("0.5", "42.51", "wrong"),
        ("0.5", "41.49", "wrong"),
        ("1/2", "85/2", "right"),
        ("0", "42", "right"),
        ("0", "42.0001", "wrong"),
        ("", "42.0001", "wrong"),
    ],
)
def test_a_reading_from_a_scale_may_be_off_by_the_tolerance_bounds_inclusive(tolerance, typed, expected):
    assert mark(wanting("42", tolerance=tolerance), typed).verdict == expected


def test_a_tolerance_and_places_go_together():
    question = wanting("4.2", "1 dp", tolerance="0.1")

    assert mark(question, "4.3").verdict is Verdict.RIGHT
    assert mark(question, "4.25").verdict is Verdict.FORM
    assert mark(question, "4.4").verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("key", "typed", "expected", "reason"),
    [
        ("32", "2^5", "form", "Work it out, and type it as one number."),
        ("7", "√49", "form", "Work it out, and type it as one number."),
        ("2^5", "2^5", "right", ""),
        ("2^5", "2⁵", "right", ""),
        ("2^4", "4^2", "right", ""),
        ("2^5", "32", "form", "Leave it as a power, like 3^4."),
        ("2^5", "√1024", "form", "Leave it as a power, like 3^4."),
        ("2^5", "33", "wrong", ""),
        ("32", "2^4", "wrong", ""),
        ("30000", "3 x 10^4", "right", ""),
        ("√18", "3√2", "right", ""),
        ("3√2", "√18", "right", ""),
        ("3√2", "3√3", "wrong", ""),
        ("3√2", "4.24", "wrong", ""),
    ],
)
def test_a_power_doesnt_answer_what_it_comes_to_nor_the_number_which_power_it_is(key, typed, expected, reason):
    marked = mark(wanting(key), typed)

    assert (marked.verdict.value, marked.reason) == (expected, reason)


def test_a_percentage_may_be_kept_out():
    question = wanting("1/2", percent=False)

    assert mark(question, "0.5").verdict is Verdict.RIGHT
    assert "without the % sign" in unreadable(question, "50%").message
    assert mark(wanting("50", percent=False, unit="%"), "50%").verdict is Verdict.RIGHT
    assert mark(wanting("1/2", "percent", percent=False), "50%").verdict is Verdict.RIGHT


def test_a_printed_unit_may_be_asked_for_or_kept_out():
    required, none = wanting("5", unit="cm", units=Units.REQUIRED), wanting("5", unit="cm", units=Units.NONE)

    assert mark(required, "5 cm").verdict is Verdict.RIGHT
    assert (mark(required, "5").verdict, mark(required, "6").verdict) == (Verdict.FORM, Verdict.WRONG)
    assert unreadable(required, "5").message == "Type the unit as well, such as cm or kg."
    assert mark(none, "5").verdict is Verdict.RIGHT
    assert "without a unit" in unreadable(none, "5 cm").message


def test_pence_with_a_point_may_be_pounds_unless_pence_are_asked_for():
    assert "pounds or pence" in unreadable(wanting("3.50", unit="£"), "3.50p").message
    assert "pounds or pence" in unreadable(wanting("3.50"), "3.50p").message
    assert mark(wanting("24.67", unit="p"), "24.67p").verdict is Verdict.RIGHT
    assert mark(wanting("3.50", unit="£"), "£3.50p").verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("typed", "written", "words"),
    [
        ("3 x 10^4", "3 × 10⁴", "three times ten to the power four"),
        ("3.0x10^-4", "3 × 10⁻⁴", "three times ten to the power minus four"),
        ("-3*10^2", "−3 × 10²", "minus three times ten squared"),
        ("2^5", "2⁵", "two to the power five"),
        ("5³", "5³", "five cubed"),
        ("-2^3", "−2³", "minus two cubed"),
        ("(-2)^4", "(−2)⁴", "minus two to the power four"),
        ("(1/2)^3", "(1/2)³", "one half cubed"),
        ("-(3^4)", "−3⁴", "minus three to the power four"),
        ("√2", "√2", "the square root of two"),
        ("sqrt(2)", "√2", "the square root of two"),
        ("Square root of 2", "√2", "the square root of two"),
        ("3root2", "3√2", "three times the square root of two"),
        ("√(9/16)", "√(9/16)", "the square root of nine sixteenths"),
        ("(3√2)/4", "3√2/4", "three times the square root of two over four"),
        ("1/√2", "1/√2", "one over the square root of two"),
        ("2pi", "2π", "two pi"),
        ("3π/4", "3π/4", "three pi over four"),
        ("¾π", "(3/4)π", "three quarters pi"),
        ("-π", "−π", "minus pi"),
        ("x = 50%", "50%", "fifty per cent"),
    ],
)
def test_signs_of_maths_are_read_back_to_the_team(typed, written, words):
    reading = read(Kind.NUMBER, typed, Wanted())

    assert (reading.written, reading.words) == (written, words)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2^13", "too big"),
        ("2^-13", "too big"),
        ("10^31", "too big"),
        ("3 x 10^31", "too big"),
        ("9999999999999^2", "too big"),
        ("√1000001", "too big"),
        ("1/√1000001", "too big"),
        ("0^0", "0 at the bottom"),
        ("0^-1", "0 at the bottom"),
        ("1/√0", "0 at the bottom"),
        ("√(1/0)", "0 at the bottom"),
        ("(1/0)π", "0 at the bottom"),
        ("(1/0)^2", "0 at the bottom"),
        ("π/0", "0 at the bottom"),
        ("-2^2", "Is the minus part of the power?"),
        ("1/2π", "What is at the bottom?"),
        ("3/4√2", "What is at the bottom?"),
        ("2 1/2π", "Try something like"),
        ("2^3^2", "Try something like"),
        ("2^1234", "Try something like"),
        ("3 x 10^4 x 2", "Try something like"),
        ("3e4", "Try something like"),
        ("√-4", "Try something like"),
        ("2√", "Try something like"),
        ("2+√3", "Try something like"),
        ("√√2", "Try something like"),
        ("((2))^2", "Try something like"),
    ],
)
def test_what_is_too_big_or_unclear_is_asked_for_again_with_advice(typed, says):
    assert says in unreadable(wanting("4"), typed).message
    assert mark(wanting("4"), typed).verdict is Verdict.UNREADABLE


def test_signs_of_maths_take_the_printed_unit_too():
    question = wanting("25π", unit="cm²")

    assert mark(question, "25π cm²").verdict is Verdict.RIGHT
    assert mark(question, "25pi cm^2").verdict is Verdict.RIGHT
    assert mark(question, "25 pi").verdict is Verdict.RIGHT
    assert mark(question, "25π cm").verdict is Verdict.UNREADABLE
    assert mark(wanting("50000", unit="km"), "5 x 10^4km").verdict is Verdict.RIGHT


@given(value=values, places=st.integers(0, 4))
def test_every_value_rounded_half_away_from_zero_is_right_in_its_places_and_no_other_is(value, places):
    steps = abs(value) * 10**places
    size = int(steps) + (steps - int(steps) >= Fraction(1, 2))
    digits = f"{size:0{places + 1}d}"
    typed = ("-" if value < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    question = wanting(str(value), f"{places} dp")

    assert mark(question, typed).verdict is Verdict.RIGHT
    for n in range(10):
        other = typed[:-1] + str(n)
        assert (mark(question, other).verdict is Verdict.RIGHT) is (Fraction(other) == Fraction(typed))


@given(value=values, other=values, form=st.sampled_from(["simplest", "fraction", "decimal", "mixed", "whole"]))
def test_another_value_is_wrong_whatever_form_is_asked_for(value, other, form):
    marked = mark(wanting(str(value), form), str(other))

    assert (marked.verdict is Verdict.WRONG) is (value != other)


@given(
    front=st.decimals("1", "9.999", places=3),
    power=st.integers(-30, 30),
    times=st.sampled_from([" x ", "x", "×", " × ", "*", "·", "X"]),
    raised=st.sampled_from(["^{}", "^({})", " ^ {}"]),
)
def test_every_way_to_write_standard_form_is_right(front, power, times, raised):
    key = f"{front} x 10^{power}"

    assert mark(wanting(key, "standard"), f"{front}{times}10{raised.format(power)}").verdict is Verdict.RIGHT
    assert mark(wanting(key, "standard"), f"{front}{times}10{raised.format(power - 1)}").verdict is not Verdict.RIGHT


@given(outside=st.integers(1, 30), inside=st.integers(2, 40))
def test_a_root_is_right_however_much_is_taken_out_of_it(outside, inside):
    whole, simple = f"√{outside * outside * inside}", f"{outside}√{inside}"

    assert read(Kind.NUMBER, whole, Wanted()).value == read(Kind.NUMBER, simple, Wanted()).value
    assert read(Kind.NUMBER, f"{outside + 1}√{inside}", Wanted()).value != read(Kind.NUMBER, whole, Wanted()).value


@given(st.text("0123456789.,/ -^*x×√π()½²³%", max_size=64), st.sampled_from(["", "simplest", "2 dp", "2 sf"]))
def test_no_text_of_signs_breaks_the_reading(typed, form):
    reading = read(Kind.NUMBER, typed, Wanted(form=form))

    assert isinstance(reading, Refused) or reading.written
    assert mark(wanting("√2", form), typed).verdict in Verdict
