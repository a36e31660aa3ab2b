"""The type of a key, told from its text where nobody says it."""

import pytest

from challenge.catalogue.notation import told
from challenge.rules.questions import Kind

TOLD = {
    Kind.NUMBER: [
        "3/4",
        "0.75",
        "-4",
        "−4",
        "2 1/3",
        "50%",
        "3 x 10^4",
        "2π",
        "√2",
        "2^5",
        "1,250",
        "1 250",
        "4",
        "1430",
    ],
    Kind.MONEY: ["£3.50", "350p", "-£4", "12 pence", "£ 3.50"],
    Kind.QUANTITY: ["3.5 cm", "12 cm²", "90°", "-5 °C", "60 km/h", "2 m", "3m", "5kg", "1.5 litres", "6 ft 2 in"],
    Kind.DURATION: ["1 h 30 min", "1h30", "90 min", "2 hours", "3 h", "45 s", "2 days", "1½ hours"],
    Kind.TIME: ["14:30", "2:30", "2:30 pm", "2.30pm", "2pm", "9 a.m.", "noon", "midnight", "1:05"],
    Kind.RATIO: ["2:3", "2 : 30", "1:50000", "1:2:3", "3 to 4", "25:10", "1/2 : 3"],
    Kind.COORDINATES: ["(2, -3)", "(2,−3)", "(1, 0, 4)", "(2; 3)"],
    Kind.EXPRESSION: ["2x + 3", "3n", "x", "x^2", "x²", "3(x + 2)", "(x+1)(x-2)", "x/2", "ab + c", "2a"],
    Kind.EQUATION: ["y = 2x + 3", "2x + 3 = 7", "y=x", "C = 12n + 5", "n = (C - 12)/3"],
    Kind.INEQUALITY: ["x > 3", "3 < x", "x >= 3", "x ≤ 4", "-2 < x <= 5", "x<2 or x>5"],
    Kind.SOLUTIONS: [
        "x=4",
        "4 = x",
        "x = -1/2",
        "x = 2 or x = -3",
        "x=2, x=-3",
        "2, -3",
        "2 and -3",
        "±3",
        "no solution",
    ],
    Kind.TEXT: ["hexagon", "a hexagon", "right-angled", "3D shape", "xy", "half past two", "5 a day", "trapèze"],
    Kind.TRUTH: ["true", "false"],
    Kind.CHOICE: ["A", "F"],
}


@pytest.mark.parametrize(("key", "kind"), [(key, kind) for kind, keys in TOLD.items() for key in keys])
def test_the_type_is_told_from_the_key(key, kind):
    assert told([key]) == kind


def test_every_type_but_two_lists_can_be_told():
    assert set(Kind) - set(TOLD) == {Kind.CHOICES, Kind.ORDER}


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (["hexagon", "a hexagon"], Kind.TEXT),
        (["2", "3/4"], Kind.NUMBER),
        (["A", "C"], Kind.CHOICES),
        (["4", "x = 4"], None),
        (["true", "A"], None),
    ],
)
def test_several_keys_have_one_type_or_none(keys, kind):
    assert told(keys) == kind


@pytest.mark.parametrize("key", ["", "?", "?!", "()", "🙂"])
def test_what_is_nothing_we_know_is_not_guessed(key):
    assert told([key]) is None
