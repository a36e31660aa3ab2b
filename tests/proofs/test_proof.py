"""The check itself: it lets a sound question of each type pass, and notices each way in which one can be wrong."""

import pytest
import sympy
from sympy import Rational

from tests.proofs.keys import read_key, read_proven
from tests.proofs.proof import Proof, faults
from tests.proofs.worth import exact, in_unit, option

X = sympy.Symbol("x")
OPTIONS = {"A": {"text": "$3/7$"}, "B": {"text": "$11/12$"}, "C": {"text": "0.5"}, "D": {"text": "40%"}}


def choice(key, **options):
    texts = {letter: {"text": text} for letter, text in options.items()}
    return {"type": "choice", "options": {**OPTIONS, **texts}, "key": key}


def choices(*key, **options):
    return {**choice("", **options), "type": "choices", "key": list(key)}


def truth(key):
    return {"type": "truth", "key": key}


def order(*items, slips=()):
    return {"type": "order", "items": list(items), "slips": [{"answer": slip} for slip in slips]}


def typed(kind, key, *slips, form=""):
    return {"type": kind, "key": key, "form": form, "slips": [{"answer": slip} for slip in slips]}


SUM = Proof(Rational(2, 3) + Rational(1, 4))
LENGTHS = ("3.09 m", "3.4 m", "345 cm")

SOUND = [
    (choice("B"), SUM),
    (choice("B"), Proof("b", options={"A": "a", "B": "b", "C": "c", "D": "d"})),
    (choice("B"), Proof(True, read=lambda text: text == "$11/12$")),
    (choice("C", A="30 cm", B="4 m", C="0.2 m", D="12 mm"), Proof(20, unit="cm")),
    (choices("A", "C"), Proof({Rational(1, 2), Rational(3, 7)})),
    (choices("A", "C", A="$2/4$"), Proof(Rational(1, 2))),
    (truth("false"), Proof(holds=Rational("0.35") > Rational("0.4"))),
    (truth("true"), Proof(holds=sympy.Integer(2) < 3)),
    (order(*LENGTHS, slips=["reversed", ["3.4 m", "3.09 m", "345 cm"]]), Proof(unit="m")),
    (order("b", "a", "c"), Proof(items={"a": 2, "b": 3, "c": 1}, descending=True)),
    (typed("text", ["hexagon", "a hexagon"], "pentagon"), Proof("Hexagon")),
    (typed("number", "3/4", "0.5"), Proof(1 - Rational(1, 4))),
    (typed("number", ["3/4", "0.75"]), Proof(Rational(3, 4))),
    (typed("number", "3.4 × 10^7", "34"), Proof(34_000_000)),
    (typed("number", "13.48", "13.476", form="2 dp"), Proof(Rational("13.4762"))),
    (typed("number", "0.048", "0.05", form="2 sf"), Proof(Rational("0.04829"))),
    (typed("number", "-0.3", form="1 dp"), Proof(Rational("-0.25"))),
    (typed("money", "£3.50", "35p"), Proof(Rational(7, 2))),
    (typed("quantity", "3.5 cm", "3.5 m"), Proof(35, unit="mm")),
    (typed("duration", "1 h 30 min", "1 h 3 min"), Proof(90, unit="min")),
    (typed("duration", "90 minutes"), Proof(Rational(3, 2), unit="h")),
    (typed("time", "2:30 pm", "2:30 am"), Proof(14 * 60 + 30, unit="clock")),
    (typed("ratio", "2:3", "3:2"), Proof((4, 6))),
    (typed("coordinates", "(2, -3)", "(-3, 2)"), Proof((2, -3))),
    (typed("expression", "2(x + 3)", "2x + 3"), Proof(2 * X + 6)),
    (typed("equation", "y = 2x + 3", "y = 3x + 2"), Proof(2 * sympy.Symbol("y") - 4 * X - 6)),
    (typed("inequality", "x > 3", "x >= 3"), Proof(2 * X > 6)),
    (typed("inequality", "-2 < x <= 5"), Proof(sympy.Interval.Lopen(-2, 5))),
    (typed("solutions", "x = 2 or x = -3", "2"), Proof({2, -3})),
    (typed("solutions", "±3"), Proof({3, -3})),
    (typed("solutions", "no solution", "0"), Proof(set())),
]

WRONG = [
    (choice("A"), SUM, "the right options are ['B']"),
    (choice("B", A="$22/24$"), SUM, "options A and B are equal"),
    (choice("B", A="$11/12$"), Proof(True, read=lambda text: text == "$11/12$"), "equal"),
    (choice("B"), Proof(Rational(1, 3)), "the right options are []"),
    (choices("A"), Proof({Rational(1, 2), Rational(3, 7)}), "the right options are ['A', 'C']"),
    (choices("B", "C", D="$1/2$"), Proof({Rational(1, 2), Rational(11, 12)}), "options C and D are equal"),
    (choice("B", A="3 kg"), Proof(1, unit="cm"), "can't be read"),
    (truth("true"), Proof(holds=False), "key is wrong"),
    (truth("true"), Proof(), "doesn't say"),
    (order("3.4 m", "3.09 m"), Proof(), "out of order"),
    (order("a", "b"), Proof(items={"a": 1, "b": 1}), "out of order"),
    (order(*LENGTHS, slips=[list(LENGTHS)]), Proof(unit="m"), "the same answer"),
    (order(*LENGTHS, slips=["reversed", list(LENGTHS)[::-1]]), Proof(unit="m"), "the same answer"),
    (order(*LENGTHS, slips=[["3.4 m"]]), Proof(unit="m"), "not another order"),
    (typed("text", "pentagon"), Proof("hexagon"), "the key is pentagon"),
    (typed("text", ["hexagon"], "Hexagon"), Proof("hexagon"), "the same answer"),
    (typed("number", "0.8"), Proof(Rational(3, 4)), "is worth 4/5"),
    (typed("number", ["0.75", "0.8"]), Proof(Rational(3, 4)), "is worth 4/5"),
    (typed("number", "3/4", "0.75"), Proof(Rational(3, 4)), "a slip is the answer"),
    (typed("number", "3/4", "0.5", "1/2"), Proof(Rational(3, 4)), "the same answer"),
    (typed("number", "13.47", form="2 dp"), Proof(Rational("13.4762")), "is worth"),
    (typed("number", "7.7", "3.75", "3.8", form="1 dp"), Proof(Rational("7.7")), "the same answer"),
    (typed("number", "x"), Proof(1), "can't be read"),
    (typed("money", "£35"), Proof(Rational(7, 2)), "is worth 35"),
    (typed("quantity", "3.5 m"), Proof(35, unit="mm"), "is worth 3500"),
    (typed("quantity", "35"), Proof(35, unit="mm"), "no unit"),
    (typed("duration", "130 min"), Proof(90, unit="min"), "is worth 130"),
    (typed("time", "2:30 am"), Proof(14 * 60 + 30, unit="clock"), "is worth 150"),
    (typed("ratio", "3:2"), Proof((2, 3)), "is worth"),
    (typed("coordinates", "(-3, 2)"), Proof((2, -3)), "is worth"),
    (typed("expression", "2x + 3"), Proof(2 * X + 6), "is worth"),
    (typed("equation", "y = 2x + 4"), Proof(sympy.Symbol("y") - 2 * X - 3), "is worth"),
    (typed("inequality", "x >= 3"), Proof(X > 3), "is worth"),
    (typed("inequality", "x < 3"), Proof(X > 3), "is worth"),
    (typed("solutions", "2"), Proof({2, -3}), "is worth"),
]


@pytest.mark.parametrize(("question", "proof"), SOUND)
def test_a_sound_question_is_proven(question, proof):
    assert faults(question, proof) == []


@pytest.mark.parametrize(("question", "proof", "says"), WRONG)
def test_whatever_is_wrong_is_noticed(question, proof, says):
    assert says in " ".join(faults(question, proof))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("£2.40", "", Rational(12, 5)),
        ("80p", "", Rational(4, 5)),
        ("−4 °C", "", -4),
        ("1,250 m", "km", Rational(5, 4)),
        ("$3 1/2$ m", "m", Rational(7, 2)),
        ("35%", "", Rational(35, 100)),
        ("35%", "%", 35),
        ("10:20", "", 620),
        ("$3.2 times 10^5$", "", 320_000),
        ("$sqrt(49)$", "", 7),
        ("Even chance", "", "even chance"),
    ],
)
def test_an_option_is_worth_what_its_text_says(text, unit, value):
    assert option(text, unit) == exact(value)


def test_an_option_in_letters_is_an_expression():
    assert option("$7a - 2 times b$") == 7 * sympy.Symbol("a") - 2 * sympy.Symbol("b")


def test_floats_and_mixed_measures_are_refused():
    with pytest.raises(TypeError, match="a float"):
        exact(0.1)
    with pytest.raises(ValueError, match="can't be counted"):
        in_unit(sympy.Integer(1), "kg", "cm")


def test_a_relation_may_be_proven_by_any_other_that_holds_as_often():
    assert read_proven("inequality", sympy.And(X > -2, X <= 5), "") == read_key("inequality", "-2 < x <= 5", "")
