from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, read, solutions, unreadable
from challenge.rules.marking.inequality import OTHER_LETTER
from challenge.rules.marking.typed import LETTER_O
from challenge.rules.questions import Kind, Wanted
from tests.rules.asked import typed

numbers = st.fractions(-99, 99, max_denominator=9)


def question(key="x = 2 or x = -3", **wanted):
    return typed(Kind.SOLUTIONS, key, **wanted)


def verdict(answer, key="x = 2 or x = -3", **wanted):
    return mark(question(key, **wanted), answer).verdict


@pytest.mark.parametrize(
    "answer", ["4", "x=4", "x = 4", "X = 4.", "4=x", "4 = X", "=4", "x=4.0", "x=4/1", "+4", "4, 4", "x=4 or x=4"]
)
def test_one_solution_is_right_with_its_letter_or_without(answer):
    assert verdict(answer, key="x = 4") is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["7/3", "2 1/3", "2⅓", "x=2⅓", "x = 14/6", "-(7/3)", "2.33"])
def test_a_fraction_is_exact(answer):
    expected = {"-(7/3)": Verdict.UNREADABLE, "2.33": Verdict.WRONG}.get(answer, Verdict.RIGHT)

    assert verdict(answer, key="x = 7/3") is expected


@pytest.mark.parametrize(
    "answer",
    [
        "x=2 or x=-3", "x=-3 or x=2", "2, -3", "-3,2", "2 and −3", "2 & -3", "2;-3", "x=2,x=-3", "x=2 x=-3",
        "x = 2, -3", "x = 2 or -3", "2=x, -3=x", "{2, -3}", "{2;-3}", "2, or -3", "2, -3, 2", "x=2 and x= – 3", "2OR-3",
    ],
)  # fmt: skip
def test_several_solutions_are_right_in_any_order_and_notation(answer):
    assert verdict(answer) is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["±3", "x=±3", "x = ± 3", "+/-3", "+/−3", "3, -3", "x=3 or x=-3", "-3 and +3"])
def test_plus_or_minus_is_two_solutions(answer):
    assert verdict(answer, key="x = 3 or x = -3") is Verdict.RIGHT
    assert verdict(answer, key="±3") is Verdict.RIGHT


@pytest.mark.parametrize(
    "answer",
    ["no solution", "No solutions.", "none", "no real solutions", "no roots", "There is no solution", "∅", "{}"],
)
def test_no_solution_is_an_answer(answer):
    assert verdict(answer, key="no solution") is Verdict.RIGHT
    assert verdict(answer) is Verdict.WRONG
    assert verdict("0", key="no solution") is Verdict.WRONG


@pytest.mark.parametrize(
    ("key", "answer", "reason"),
    [
        ("x = 2 or x = -3", "2", "You have one of two."),
        ("x = 1 or x = 2 or x = 3", "1, 3", "You have two of three."),
        ("x = 2 or x = -3", "2, -3, 4", solutions.TOO_MANY),
        ("x = 2", "2, -2", solutions.TOO_MANY),
        ("x = 2 or x = -3", "2, 3", solutions.SOME),
        ("x = 2 or x = -3", "5, 6", ""),
        ("x = 4", "-4", ""),
        ("no solution", "4", ""),
    ],
)
def test_a_part_of_the_solutions_is_wrong_and_says_so(key, answer, reason):
    marked = mark(question(key), answer)

    assert (marked.verdict, marked.reason) == (Verdict.WRONG, reason)


def test_the_right_number_with_another_letter_is_another_form():
    marked = mark(question("x = 4"), "y = 4")

    assert (marked.verdict, marked.reason) == (Verdict.FORM, OTHER_LETTER)
    assert verdict("y = 4", key="4") is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        *(
            (text, solutions.NO_SOLUTIONS)
            for text in ("", "x", "x=", "four", "2 -3", "2,", ",", "or", "2x=8", "4cm", "😀")
        ),
        *(
            (text, solutions.NO_SOLUTIONS)
            for text in ("x=4=x", "x=4=5", "+-3", "±-3", "±", "{2", "x>4", "√2", "no idea")
        ),
        *((text, solutions.WHICH_COMMA) for text in ("1,000", "x=1,250", "2,05")),
        *((text, solutions.SEVERAL_LETTERS) for text in ("x=2, y=3", "x=2 y=3", "x=2 or 3=y")),
        *((text, LETTER_O) for text in ("4O", "x=O", "1O or 2")),
    ],
)
def test_what_could_mean_two_things_or_nothing_is_asked_for_again(answer, refusal):
    assert unreadable(question(), answer) == refusal
    assert verdict(answer) is Verdict.UNREADABLE


def test_a_fraction_with_nought_at_the_bottom_is_asked_for_again():
    assert "0 at the bottom" in unreadable(question(), "x = 1/0 or x = 2").message


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("4", "4", "4"),
        ("X=-4", "x = −4", "x is minus 4"),
        ("x=2,-3", "x = 2 or x = −3", "x is 2 or minus 3"),
        ("-3 and 2", "−3 or 2", "minus 3 or 2"),
        ("±3", "3 or −3", "3 or minus 3"),
        ("2 1/3", "2 1/3", "2 1/3"),
        ("1000", "1000", "1,000"),
        ("none", "no solution", "no solution"),
    ],
)
def test_solutions_are_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.SOLUTIONS, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_the_same_solutions_share_an_identity():
    assert identity(question(), "2, -3") == identity(question(), "x=-3 or x=2") != identity(question(), "2, 3")


@given(st.lists(numbers, min_size=1, max_size=3), st.randoms(), st.sampled_from([" or ", ", ", "; ", " and "]))
def test_neither_order_nor_repetition_matters(values, dice, gap):
    key = " or ".join(f"x = {value}" for value in values)
    again = [*values, dice.choice(values)]
    dice.shuffle(again)

    assert verdict(gap.join(map(str, again)), key=key) is Verdict.RIGHT


@given(st.sets(st.integers(-9, 9), min_size=1, max_size=4), st.sets(st.integers(-9, 9), min_size=1, max_size=4))
def test_solutions_are_right_exactly_where_the_sets_are_equal(asked, given_):
    key, answer = (", ".join(str(Fraction(value)) for value in sorted(values)) for values in (asked, given_))

    assert verdict(answer, key=key) is (Verdict.RIGHT if asked == given_ else Verdict.WRONG)


@given(st.text("xy0123456789=,;.-/ ±½orandnsluti{}O", max_size=64) | st.text(max_size=64))
def test_marking_never_raises_whatever_is_typed(answer):
    assert verdict(answer) in Verdict
