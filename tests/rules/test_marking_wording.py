import pytest

from challenge.rules.marking import Verdict, answer_hint, chosen, mark
from challenge.rules.questions import CHOSEN, Kind, Units, Wanted
from tests.rules.asked import ONE_OF_EACH, asked, choice, choices, number, order, text, truth

KEYS = {
    Kind.NUMBER: ("3/4", "11/20"),
    Kind.MONEY: ("£3.50", "£13.85"),
    Kind.QUANTITY: ("3.5 cm", "12.5 cm"),
    Kind.DURATION: ("1 h 30 min", "105 min"),
    Kind.TIME: ("2:30 pm", "21:05"),
    Kind.RATIO: ("2:3", "5:8"),
    Kind.COORDINATES: ("(2, -3)", "(7, -4)"),
    Kind.EXPRESSION: ("2x + 3", "5a + 7"),
    Kind.EQUATION: ("y = 2x + 3", "y = 5x - 8"),
    Kind.INEQUALITY: ("x > 3", "x >= 17"),
    Kind.SOLUTIONS: ("x = 2 or x = -3", "x = 17 or x = -9"),
    Kind.TEXT: ("isosceles", "hexagon"),
}
FORMS = (
    "",
    "simplest",
    "fraction",
    "mixed",
    "improper",
    "decimal",
    "percent",
    "whole",
    "standard",
    "2 dp",
    "3 sf",
    "1:n",
)
EXAMPLES = (
    (Kind.NUMBER, "11/20"), (Kind.NUMBER, "0.55"), (Kind.NUMBER, "3 1/4"), (Kind.NUMBER, "3.2 x 10^4"),
    (Kind.MONEY, "£13.85"), (Kind.MONEY, "85p"), (Kind.QUANTITY, "12.5 cm"), (Kind.QUANTITY, "3/4 kg"),
    (Kind.DURATION, "1h 45"), (Kind.DURATION, "105 min"), (Kind.TIME, "9:05 am"), (Kind.TIME, "21:05"),
    (Kind.RATIO, "5:8"), (Kind.COORDINATES, "(7, −4)"), (Kind.EXPRESSION, "5a + 7"), (Kind.EQUATION, "y = 5x − 8"),
    (Kind.INEQUALITY, "x ≥ 17"), (Kind.SOLUTIONS, "x = 17 or x = −9"),
)  # fmt: skip


def wanting(kind, form="", *, key=None, **wanted):
    return asked(kind, (key or KEYS[kind][0],), wanted=Wanted(form=form, **wanted))


def test_a_chosen_option_is_shown_as_it_was_asked():
    assert chosen(choice(), "A") == "<b>3/7</b>"
    assert chosen(truth("true"), "false") == "False"


def test_several_options_are_shown_in_a_row():
    assert chosen(choices("A"), ("A", "C")) == "<b>3/7</b>, 11/12"
    assert chosen(order("A", "B", "C", "D"), ("D", "C", "B", "A")) == "1 → 11/12 → 8 &lt; 9 → <b>3/7</b>"


def test_typed_text_is_shown_escaped_and_without_what_nobody_can_see():
    assert chosen(number("1"), "<script>\x00\u202e") == "&lt;script&gt;"
    assert chosen(text("a"), "it's " + "a" * 100) == "it&#x27;s " + "a" * 59


def test_what_is_no_option_is_escaped_too():
    assert chosen(choice(), "<img>") == "&lt;img&gt;"
    assert chosen(number("1"), ("<b>", "2")) == "&lt;b&gt;, 2"


@pytest.mark.parametrize(
    ("unit", "hint"),
    [
        ("", "A number, like 11/20 or 0.55"),
        ("£", "An amount in pounds, like 13.85"),
        ("p", "An amount in pence, like 85"),
        ("%", "A percentage, like 55"),
        ("cm", "A number of cm, like 11/20 or 0.55"),
    ],
)
def test_the_hint_shows_how_to_type_a_number(unit, hint):
    assert answer_hint(number("3/4", unit=unit)) == hint


@pytest.mark.parametrize(
    ("kind", "form", "unit", "hint"),
    [
        (Kind.NUMBER, "simplest", "", "A number in its simplest form, like 11/20"),
        (Kind.NUMBER, "fraction", "", "A fraction, like 11/20"),
        (Kind.NUMBER, "mixed", "", "A mixed number, like 3 1/4"),
        (Kind.NUMBER, "improper", "", "One fraction, like 13/4"),
        (Kind.NUMBER, "decimal", "", "A decimal, like 0.55"),
        (Kind.NUMBER, "percent", "", "A percentage with the % sign, like 55%"),
        (Kind.NUMBER, "whole", "", "A whole number, like 12"),
        (Kind.NUMBER, "standard", "", "A number in standard form, like 3.2 x 10^4"),
        (Kind.NUMBER, "2 dp", "", "A number, to 2 decimal places"),
        (Kind.NUMBER, "1 dp", "cm", "A number of cm, to 1 decimal place"),
        (Kind.NUMBER, "0 dp", "£", "An amount in pounds, to the nearest whole number"),
        (Kind.NUMBER, "3 sf", "%", "A percentage, to 3 significant figures"),
        (Kind.QUANTITY, "1 sf", "", "A number with its unit, to 1 significant figure"),
        (Kind.MONEY, "", "", "An amount of money, like £13.85 or 85p"),
        (Kind.QUANTITY, "", "", "A number with its unit, like 12.5 cm or 3/4 kg"),
        (Kind.DURATION, "", "", "How long, like 1h 45 or 105 min"),
        (Kind.TIME, "", "", "A time of day, like 9:05 am or 21:05"),
        (Kind.RATIO, "", "", "A ratio, like 5:8"),
        (Kind.RATIO, "simplest", "", "A ratio in its simplest form, like 5:8"),
        (Kind.RATIO, "1:n", "", "A ratio that starts with 1, like 1:2.5"),
        (Kind.EXPRESSION, "", "", "An expression with like terms collected, like 5a + 7"),
        (Kind.EXPRESSION, "expanded", "", "An expression without brackets, like 5a + 10"),
        (Kind.EXPRESSION, "factorised", "", "A product with brackets, like 5(a + 2)"),
        (Kind.EXPRESSION, "any", "", "An expression, like 5a + 7"),
    ],
)
def test_the_hint_says_which_form_is_asked_for(kind, form, unit, hint):
    assert answer_hint(wanting(kind, form, unit=unit)) == hint


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.MONEY, Kind.QUANTITY, Kind.DURATION])
def test_the_hint_says_where_no_unit_is_to_be_typed(kind):
    assert answer_hint(wanting(kind, units=Units.NONE)) == "The number alone, without a unit"


def test_every_kind_of_question_has_a_hint():
    assert all(answer_hint(question) for question in ONE_OF_EACH)
    assert set(KEYS) == set(Kind) - CHOSEN
    assert all(answer_hint(wanting(kind)) for kind in KEYS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", sorted(KEYS))
def test_the_hint_is_the_same_for_every_key(kind, form):
    first, second = KEYS[kind]

    assert answer_hint(wanting(kind, form, key=first)) == answer_hint(wanting(kind, form, key=second))


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_in_a_hint_can_be_typed_as_it_stands(kind, example):
    hints = [answer_hint(wanting(kind, form)) for form in FORMS]

    assert any(example in hint for hint in hints)
    assert mark(wanting(kind), example).verdict is Verdict.WRONG
    assert mark(wanting(kind, key=example), example).verdict is Verdict.RIGHT
