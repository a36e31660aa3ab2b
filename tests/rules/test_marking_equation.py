import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, equation, grammar, identity, mark, read, tokens, unreadable
from challenge.rules.questions import FormPolicy, Kind, Wanted
from tests.rules.asked import typed

numbers = st.integers(-9, 9)


def question(key="y = 2x + 3", **wanted):
    return typed(Kind.EQUATION, key, **wanted)


def verdict(answer, key="y = 2x + 3", **wanted):
    return mark(question(key, **wanted), answer).verdict


@pytest.mark.parametrize(
    "answer", ["y=2x+3", "y = 3 + 2x", "2x+3=y", "Y=2X+3", "y = 2·x + 3.", "y=x+x+3", "y=(4x+6)/2", "y=2(x+1½)"]
)
def test_an_equation_is_right_however_its_sides_are_typed(answer):
    assert verdict(answer) is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["y-2x=3", "2y=4x+6", "3+2x-y=0", "x=(y-3)/2", "y+x=3x+3"])
def test_a_rearrangement_is_right_where_any_form_will_do(answer):
    assert verdict(answer, form="any") is Verdict.RIGHT
    assert verdict(answer) is Verdict.FORM
    assert mark(question(), answer).reason == "Get y by itself."
    assert verdict(answer, policy=FormPolicy.ENFORCED) is Verdict.WRONG


@pytest.mark.parametrize("answer", ["y+x=10", "y=10-x", "10=x+y", "2x+2y=20", "-x-y=-10", "x/2+y/2=5"])
def test_where_no_letter_is_by_itself_in_the_key_every_rearrangement_is_right(answer):
    assert verdict(answer, key="x + y = 10") is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["y=3x+2", "y=2x-3", "y=2x", "y=-2x-3", "x=2y+3", "y²=2xy+3y", "n=2x+3", "y=y"])
def test_another_equation_is_wrong(answer):
    assert verdict(answer, form="any") is Verdict.WRONG


def test_a_letter_by_itself_may_not_stand_on_the_other_side_too():
    assert verdict("y = 4x + 6 - y") is Verdict.FORM
    assert verdict("x = y", key="y = x") is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        *((text, equation.NO_EQUATION) for text in ("2x+3", "y=2x=3", "3=3", "==", "y==2x")),
        ("", tokens.NOTHING),
        ("y=", grammar.UNFINISHED),
        ("=2x", grammar.UNFINISHED),
        ("y=1/2x", grammar.WHOSE_BOTTOM),
        ("y=x/0", grammar.ZERO_BELOW),
        ("y=2x+O", tokens.LETTER_O),
        ("y equals 2x = 3", tokens.WORDS),
        ("y=1/(a²-b²)", grammar.TANGLED),
        ("y=x^12+1/x^12+1/(x+1)^7", grammar.TOO_LONG),
    ],
)
def test_what_is_no_equation_is_asked_for_again(answer, refusal):
    assert unreadable(question(), answer) == refusal
    assert verdict(answer) is Verdict.UNREADABLE


def test_capitals_say_nothing_unless_one_letter_occurs_both_ways():
    assert verdict("c=5H+20", key="C = 5h + 20") is Verdict.RIGHT
    assert verdict("Y=2x+y", key="y = 2x + y", form="any") is Verdict.RIGHT
    assert verdict("R=r+1", key="R = r + 1") is Verdict.RIGHT
    assert verdict("r=r+1", key="R = r + 1") is Verdict.WRONG


def test_the_letter_to_get_by_itself_is_named_as_the_key_has_it():
    assert mark(question("C = 5h + 20"), "c-5h=20").reason == "Get C by itself."


@pytest.mark.parametrize(
    ("answer", "written", "words"),
    [
        ("y=2x+3", "y = 2x + 3", "y equals two x plus three"),
        ("Y-2x=3", "Y − 2x = 3", "Y minus two x equals three"),
    ],
)
def test_an_equation_is_read_back_tidily_and_aloud(answer, written, words):
    reading = read(Kind.EQUATION, answer, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_multiples_share_an_identity():
    assert identity(question(), "y=2x+3") == identity(question(), "-2y=-4x-6") != identity(question(), "y=2x")


@given(numbers, numbers, numbers, numbers.filter(bool))
def test_every_multiple_and_shift_is_right_in_any_form(slope, start, shift, factor):
    key = f"y = ({slope})x + ({start})"
    answer = f"({factor})y + ({shift}) = ({factor * slope})x + ({factor * start + shift})"

    assert verdict(answer, key=key, form="any") is Verdict.RIGHT
    assert verdict(answer, key=key) is Verdict.FORM


@given(st.lists(numbers, min_size=3, max_size=3), st.lists(numbers, min_size=3, max_size=3))
def test_an_equation_is_right_exactly_where_it_is_a_multiple(one, other):
    key, answer = (f"({a})x + ({b})y = ({c})" for a, b, c in (one, other))
    (a, b, c), (d, e, f) = one, other
    alike = a * e == b * d and a * f == c * d and b * f == c * e and any(one) == any(other)

    expected = Verdict.RIGHT if alike else Verdict.WRONG

    assert verdict(answer, key=key, form="any") is expected


@given(st.text("xyXY0123456789+-*/^()=½ ", max_size=64) | st.text(max_size=64), st.sampled_from(["", "any"]))
def test_marking_never_raises_whatever_is_typed(answer, form):
    assert verdict(answer, form=form) in Verdict
