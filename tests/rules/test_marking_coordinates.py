# ruff: noqa: RUF001
import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, coordinates, identity, mark, read, unreadable
from challenge.rules.marking.typed import LETTER_O
from challenge.rules.questions import Kind, Wanted
from tests.rules.asked import typed

numbers = st.decimals(-999, 999, places=1)


def question(key="(2, -3)", **wanted):
    return typed(Kind.COORDINATES, key, **wanted)


def verdict(answer, key="(2, -3)", **wanted):
    return mark(question(key, **wanted), answer).verdict


@pytest.mark.parametrize(
    "answer",
    [
        "(2,-3)", "(2, −3)", "( 2 , – 3 )", "2,-3", "2, -3.", "(2;-3)", "2 ; -3", "[2,-3]", "{2,-3}", "(2,-3", "2,-3)",
        "P(2,-3)", "p (2,-3)", "P = (2,-3)", "=(2,-3)", "x=2 y=-3", "x = 2, y = -3", "x=2;y=-3", "X=2 and Y=-3",
        "(x=2, y=-3)", "y=-3, x=2", "x=2y=-3", "2 and -3", "(2.0,-3.00)", "(2/1, -3/1)", "(+2,-3)", "（2，-3）",
    ],
)  # fmt: skip
def test_a_point_is_right_however_it_is_typed(answer):
    assert verdict(answer) is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["(2½, 3)", "(2 1/2, 3)", "(2.5, 3)", "(2,5; 3)", "(5/2, 3)", "(250%, 3)"])
def test_fractions_and_decimals_are_read_in_points(answer):
    expected = Verdict.UNREADABLE if "%" in answer else Verdict.RIGHT

    assert verdict(answer, key="(2.5, 3)") is expected


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        *((text, coordinates.NO_POINT) for text in ("", "(2)", "2 -3", "(2 -3)", "2:-3", "(,)", "(2,)", "(1,2,3,4)")),
        *((text, coordinates.NO_POINT) for text in ("(a,b)", "((2,-3))", "(2,3)(4,5)", "x=2", "y=2 z=3", "2,-3 m")),
        *((text, coordinates.NO_POINT) for text in ("x=2, x=-3", "x=2, -3", "x=2 y=", "x=2=3 y=1", "2", "right 2")),
        *((text, coordinates.WHICH_COMMA) for text in ("(1,000, 5)", "1,000", "(2,05)", "(5,1,000)")),
        *((text, LETTER_O) for text in ("(2,O)", "(1O, 3)")),
    ],
)  # fmt: skip
def test_what_is_no_point_or_could_be_two_is_asked_for_again(answer, refusal):
    assert unreadable(question(), answer) == refusal
    assert verdict(answer) is Verdict.UNREADABLE


def test_a_comma_between_two_numbers_parts_them_even_without_a_space():
    assert verdict("(5,100)", key="(5, 100)") is Verdict.RIGHT
    assert verdict("(1,000; 5)", key="(1000, 5)") is Verdict.RIGHT


def test_the_order_counts_and_is_named():
    assert mark(question(), "(-3, 2)").reason == coordinates.TURNED
    assert mark(question("(1, 2, 3)"), "(3, 2, 1)").reason == coordinates.MIXED_UP
    assert mark(question(), "(2, 3)").reason == ""
    assert mark(question(), "(2, -3, 0)").verdict is Verdict.WRONG


def test_a_point_in_space_has_three_numbers():
    assert verdict("(1,2,3)", key="(1, 2, 3)") is Verdict.RIGHT
    assert verdict("z=3 y=2 x=1", key="(1, 2, 3)") is Verdict.RIGHT
    assert verdict("(1,2)", key="(1, 2, 3)") is Verdict.WRONG


@pytest.mark.parametrize(
    ("tolerance", "answer", "expected"),
    [
        ("0.5", "(2.5, -3)", Verdict.RIGHT),
        ("0.5", "(1.5, -3.5)", Verdict.RIGHT),
        ("0.5", "(2.6, -3)", Verdict.WRONG),
        ("0", "(2, -3)", Verdict.RIGHT),
        ("0", "(2.1, -3)", Verdict.WRONG),
        ("1/2", "(2, -3.5)", Verdict.RIGHT),
        ("0.5", "(-3, 2.5)", Verdict.WRONG),
    ],
)
def test_a_point_read_from_a_graph_may_be_off_by_the_tolerance(tolerance, answer, expected):
    assert verdict(answer, tolerance=tolerance) is expected


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("2,-3", "(2, −3)", "x is 2, y is minus 3"),
        ("(2½;-3)", "(2 1/2, −3)", "x is 2 1/2, y is minus 3"),
        ("(1,000; 5)", "(1000, 5)", "x is 1,000, y is 5"),
        ("z=3 y=2 x=1", "(1, 2, 3)", "x is 1, y is 2, z is 3"),
    ],
)
def test_a_point_is_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.COORDINATES, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_points_that_are_typed_differently_share_an_identity():
    assert identity(question(), "2,-3") == identity(question(), "x=4/2, y=-3") != identity(question(), "(-3, 2)")


@given(numbers, numbers, st.sampled_from(["({}, {})", "{};{}", "x={} y={}", "({} ,{})", "x = {} and y = {}"]))
def test_every_way_to_write_a_point_is_right(x, y, pattern):
    assert verdict(pattern.format(x, y), key=f"({x}; {y})") is Verdict.RIGHT


@given(numbers, numbers, numbers, numbers)
def test_any_other_point_is_wrong(x, y, other_x, other_y):
    expected = Verdict.RIGHT if (x, y) == (other_x, other_y) else Verdict.WRONG

    assert verdict(f"({other_x}, {other_y})", key=f"({x}, {y})") is expected


@given(st.text("0123456789,;.-() xyz=/½O", max_size=64) | st.text(max_size=64), st.sampled_from(["", "0.5"]))
def test_marking_never_raises_whatever_is_typed(answer, tolerance):
    assert verdict(answer, tolerance=tolerance) in Verdict
