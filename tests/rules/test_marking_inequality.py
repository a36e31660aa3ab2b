# ruff: noqa: RUF001
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, grammar, identity, inequality, mark, read, tokens, unreadable
from challenge.rules.marking.intervals import Interval, joined, meeting
from challenge.rules.questions import FormPolicy, Kind, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import typed

bounds = st.none() | st.tuples(st.integers(-4, 4).map(Fraction), st.booleans())
intervals = st.builds(Interval, bounds, bounds)
PLACES = [Fraction(n, 2) for n in range(-11, 12)]


def question(key="x > 3", **wanted):
    return typed(Kind.INEQUALITY, key, **wanted)


def verdict(answer, key="x > 3", **wanted):
    return mark(question(key, **wanted), answer).verdict


@pytest.mark.parametrize(
    "answer", ["x>3", "x > 3", "X > 3", "3<x", "x > 3.0", "x>3/1", "x > 3 and x > 1", "x>3 or x>5"]
)
def test_what_the_same_numbers_solve_is_right(answer):
    assert verdict(answer) is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["x>=3", "x ≥ 3", "x => 3", "x > = 3", "x ⩾ 3", "x ≧ 3", "3<=x", "3 =< x", "x＞=3"])
def test_or_equal_to_is_read_in_every_spelling(answer):
    assert verdict(answer, key="x ≥ 3") is Verdict.RIGHT
    assert mark(question("x > 3"), answer).reason == "Is 3 itself included?"


@pytest.mark.parametrize("answer", ["2x>6", "x-3>0", "-x<-3", "x+x>6", "x/3>1", "3-x<0", "2x>x+3", "6<2x"])
def test_where_the_letter_is_not_by_itself_it_is_another_form(answer):
    assert mark(question(), answer).verdict is Verdict.FORM
    assert mark(question(), answer).reason == "Get x by itself."
    assert verdict(answer, form="any") is Verdict.RIGHT
    assert verdict(answer, policy=FormPolicy.OPTIONAL) is Verdict.RIGHT
    assert verdict(answer, policy=FormPolicy.ENFORCED) is Verdict.WRONG


def test_a_key_without_a_letter_by_itself_takes_any_form():
    assert verdict("x > 3", key="2x + 1 > 7") is Verdict.RIGHT
    assert verdict("4x + 2 > 14", key="2x + 1 > 7") is Verdict.RIGHT


@pytest.mark.parametrize(
    ("key", "answer", "reason"),
    [
        ("x > 3", "x < 3", inequality.TURNED),
        ("x > 3", "3 > x", inequality.TURNED),
        ("x > 3", "x > 4", ""),
        ("x > 3", "x > 4 or x < 1", ""),
        ("x > 3", "x ≥ 3", "Is 3 itself included?"),
        ("x ≤ -3", "x < -3", "Is −3 itself included?"),
        ("-2 < x ≤ 5", "-2 < x < 5", "Is 5 itself included?"),
        ("-2 < x ≤ 5", "-2 ≤ x < 5", "Is −2 itself included?"),
        ("x < 2 or x > 5", "x ≤ 2 or x > 5", "Is 2 itself included?"),
        ("x < 2 or x > 5", "2 < x < 5", ""),
        ("x > 3", "y < 3", ""),
        ("x > 3", "x² > 9", ""),
        ("y > 2x", "y < 2x", ""),
        ("x > 3", "x > 5 and x < 2", ""),
    ],
)
def test_a_near_miss_is_wrong_and_says_where_to_look(key, answer, reason):
    marked = mark(question(key), answer)

    assert (marked.verdict, marked.reason) == (Verdict.WRONG, reason)


def test_the_right_numbers_with_another_letter_are_another_form():
    marked = mark(question(), "y > 3")

    assert (marked.verdict, marked.reason) == (Verdict.FORM, inequality.OTHER_LETTER)


@pytest.mark.parametrize(
    "answer", ["-2<x<=5", "−2 < x ≤ 5", "5 ≥ x > -2", "x>-2 and x<=5", "x ≤ 5 & -2 < x", "-2<X AND x<=5", "-2<x≤5/1"]
)
def test_a_range_is_right_as_one_or_two_inequalities(answer):
    assert verdict(answer, key="-2 < x ≤ 5") is Verdict.RIGHT


def test_a_range_with_another_middle_is_another_form():
    assert mark(question("-2 < x ≤ 5"), "-4 < 2x ≤ 10").verdict is Verdict.FORM
    assert mark(question("-2 < x ≤ 5"), "-2 < x and 2x ≤ 10").verdict is Verdict.FORM


@pytest.mark.parametrize("answer", ["x<2 or x>5", "x > 5 OR x < 2", "2>x or 5<x", "x<2or x>5", "x<1 or x<2 or x>5"])
def test_two_ranges_are_right_in_either_order(answer):
    assert verdict(answer, key="x < 2 or x > 5") is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("y>2x+1", Verdict.RIGHT),
        ("2x+1<y", Verdict.RIGHT),
        ("2y>4x+2", Verdict.FORM),
        ("y-2x>1", Verdict.FORM),
        ("-y<-2x-1", Verdict.FORM),
        ("y<2x+1", Verdict.WRONG),
        ("y≥2x+1", Verdict.WRONG),
        ("-y>-2x-1", Verdict.WRONG),
    ],
)
def test_with_two_letters_positive_multiples_are_equal(answer, expected):
    assert verdict(answer, key="y > 2x + 1") is expected


def test_regions_with_several_sides_are_compared_side_by_side():
    assert verdict("y<4 and x>1", key="x > 1 and y < 4") is Verdict.RIGHT
    assert verdict("y<4 and x>2", key="x > 1 and y < 4") is Verdict.WRONG
    assert verdict("x²<9", key="x² < 9") is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        *(
            (text, inequality.NO_INEQUALITY)
            for text in ("3", "x", "x is more than 3", "4>3", "1<x<2<3", "x-x>3", "1/x>3")
        ),
        *((text, inequality.AN_EQUALS_SIGN) for text in ("x=3", "x>3 or x=3", "x==3", "x>==3")),
        *((text, inequality.THREE_SIDES) for text in ("2<x>5", "x<2<5", "1<2<x", "2>x<5", "x<y<z")),
        *((text, inequality.NOT_JOINED) for text in ("x>-2, x<5", "x<2,x>5")),
        *((text, inequality.SEVERAL_LETTERS) for text in ("x>1 or y>2", "x²>4 or x<1")),
        ("", tokens.NOTHING),
        (">3", grammar.UNFINISHED),
        ("x>", grammar.UNFINISHED),
        ("x>3O", tokens.LETTER_O),
        ("x>1/0", grammar.ZERO_BELOW),
        ("x>1/2x", grammar.WHOSE_BOTTOM),
        ("x > 3 cm", tokens.WORDS),
    ],
)
def test_what_is_no_inequality_is_asked_for_again(answer, refusal):
    assert unreadable(question(), answer) == refusal
    assert verdict(answer) is Verdict.UNREADABLE


def test_no_advice_has_a_sign_that_html_would_swallow():
    messages = [each.message for each in vars(inequality).values() if isinstance(each, Refused)]

    assert len(messages) >= 5
    assert not set("".join(messages) + inequality.TURNED + inequality.OTHER_LETTER) & set("<>&")


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("x>3", "x > 3", "x is greater than 3"),
        ("3>=x", "3 ≥ x", "3 is greater than or equal to x"),
        ("x<-3", "x < −3", "x is less than minus 3"),
        ("2x<=6", "2x ≤ 6", "two x is less than or equal to 6"),
        ("-2<x<=5", "−2 < x ≤ 5", "x is greater than minus 2 and less than or equal to 5"),
        ("5>x>-2", "5 > x > −2", "x is less than 5 and greater than minus 2"),
        ("x<2 or x>5", "x < 2 or x > 5", "x is less than 2 or x is greater than 5"),
        ("x>2 AND x<5", "x > 2 and x < 5", "x is greater than 2 and x is less than 5"),
    ],
)
def test_an_inequality_is_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.INEQUALITY, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_what_the_same_numbers_solve_shares_an_identity():
    assert identity(question(), "x>3") == identity(question(), "2X > 6") != identity(question(), "x>=3")
    assert identity(question(), "x<1 or x>=1") == identity(question(), "x>0 or x<2")


def _holds(interval, place):
    low, high = interval.low, interval.high
    above = low is None or place > low[0] or (low[1] and place == low[0])
    below = high is None or place < high[0] or (high[1] and place == high[0])
    return above and below


@given(st.lists(intervals, min_size=1, max_size=4))
def test_intervals_meet_in_the_numbers_that_all_of_them_have(several):
    together = meeting(several)

    assert [_holds(together, place) for place in PLACES] == [all(_holds(each, at) for each in several) for at in PLACES]
    assert together.is_empty() is not any(_holds(together, place) for place in PLACES)


@given(st.lists(intervals, max_size=4))
def test_intervals_join_to_the_numbers_that_any_of_them_has(several):
    together = joined(several)

    for place in PLACES:
        assert any(_holds(each, place) for each in together) is any(_holds(each, place) for each in several)
    assert together == joined(reversed(several)) == joined([*together, *several])


def _solves(signs, bound, place):
    return {"<": place < bound, "<=": place <= bound, ">": place > bound, ">=": place >= bound}[signs]


SIGNS = st.sampled_from(["<", "<=", ">", ">="])
ONE = st.tuples(st.integers(-3, 3).filter(bool), SIGNS, st.integers(-4, 4))


def _typed(one):
    slope, sign, bound = one
    return f"{slope}x {sign} {bound}"


def _set_of(one):
    slope, sign, bound = one
    return {place for place in [Fraction(n, 12) for n in range(-60, 61)] if _solves(sign, bound, slope * place)}


@given(ONE, ONE, ONE, ONE, st.sampled_from(["and", "or"]), st.sampled_from(["and", "or"]))
def test_two_inequalities_are_equal_exactly_where_the_same_numbers_solve_them(a, b, c, d, link, other_link):
    def solved(one, other, word):
        return _set_of(one) & _set_of(other) if word == "and" else _set_of(one) | _set_of(other)

    key, answer = f"{_typed(a)} {link} {_typed(b)}", f"{_typed(c)} {other_link} {_typed(d)}"
    alike = solved(a, b, link) == solved(c, d, other_link)

    marked = verdict(answer, key=key, form="any")

    if solved(a, b, link):
        assert (marked is Verdict.RIGHT) is alike


@given(st.text("xyX0123456789<>=≤≥+-*/() andor,", max_size=64) | st.text(max_size=64), st.sampled_from(["", "any"]))
def test_marking_never_raises_whatever_is_typed(answer, form):
    assert verdict(answer, form=form) in Verdict
    assert verdict(answer, key="x < 2 or x > 5", form=form) in Verdict
