"""Typed answers of every type: how the right one is shown, and every way we know to write an unsound key or slip."""

import re
from typing import NamedTuple

import pytest

from challenge.catalogue.quizzes import Quiz
from challenge.rules.marking import Verdict, mark
from challenge.rules.questions import FormPolicy, Kind, Units, Wanted

QUESTION = """\
quiz: sample
title: t
category: funkies
about: a
questions:
  - id: sample
    topic: Shapes
    calculator: no
    seconds: 30
    text: q
    trick: t
    steps: [s]
    type: {type}
    key: {key}
"""


@pytest.fixture
def question(reading):
    """Reads a question of this type and key, with more fields."""

    def read(type_, key, **fields):
        more = "".join(f"    {name}: {value}\n" for name, value in fields.items())
        return reading(QUESTION.format(type=type_, key=key) + more)

    return read


def spoken(html):
    """What is shown, each formula as it is said."""
    return re.sub(r'<math aria-label="([^"]*)">.*?</math>', r"<\1>", html)


SHOWN = [
    ("number", "1500", {}, "1,500"),
    ("number", "-1/2", {}, "<minus 1 over 2>"),
    ("number", "2 1/3", {"unit": '"cm²"'}, "<2 and 1 over 3> cm²"),
    ("number", "9π", {"unit": '"m²"'}, "<9 pi> m²"),
    ("number", "9π", {"unit": '"m²"', "form": "1 dp"}, "28.3 m²"),
    ("number", "1/3", {"form": "2 dp"}, "0.33"),
    ("number", "-2/3", {"form": "2 dp"}, "−0.67"),
    ("number", "2.5", {"form": "2 dp"}, "2.50"),
    ("number", "0.5", {"form": "0 dp"}, "1"),
    ("number", "47251", {"form": "2 sf"}, "47,000"),
    ("number", "0.9996", {"form": "3 sf"}, "1.00"),
    ("number", "3√2", {}, "<3 the square root of 2>"),
    ("number", "3 x 10^4", {"form": "standard"}, "<3 times 10 to the power 4>"),
    ("number", "3 x 10^-4", {"form": "standard"}, "<3 times 10 to the power minus 4>"),
    ("number", "2^5", {}, "<2 to the power 5>"),
    ("number", "35%", {"form": "percent"}, "35%"),
    ("number", "[2, 3, 1/2]", {}, "2 or 3 or <1 over 2>"),
    ("money", "£1392.5", {}, "£1,392.50"),
    ("money", "85p", {}, "85p"),
    ("money", "-£4", {}, "−£4"),
    ("quantity", "3.5cm", {}, "3.5 cm"),
    ("quantity", "12 cm^2", {}, "12 cm²"),
    ("quantity", "3/4 kg", {}, "<3 over 4> kg"),
    ("quantity", "25π cm²", {"form": "1 dp"}, "78.5 cm²"),
    ("quantity", "-5 °C", {}, "−5 °C"),
    ("duration", "1h30", {}, "1 h 30 min"),
    ("duration", "1 1/2 hours", {}, "<1 and 1 over 2> h"),
    ("time", "2.30pm", {}, "2:30 pm"),
    ("time", "14:05", {}, "14:05"),
    ("ratio", "2:3", {}, "<2 to 3>"),
    ("ratio", "1:50000", {"form": '"1:n"'}, "<1 to 50,000>"),
    ("coordinates", "(2,-3)", {}, "<open bracket 2, minus 3 close bracket>"),
    ("expression", "x^2+8x+15", {}, "<x squared plus 8 x plus 15>"),
    ("expression", "2xy/3", {}, "<2 x y, all over 3>"),
    ("expression", "(x+1)/2", {}, "<x plus 1, all over 2>"),
    ("expression", "6(2x + 3)", {"form": "factorised"}, "<6 open bracket 2 x plus 3 close bracket>"),
    ("expression", "x^10", {}, "<x to the power 10>"),
    ("equation", "y=2x-3", {}, "<y equals 2 x minus 3>"),
    ("inequality", "x>=3", {}, "<x is greater than or equal to 3>"),
    ("inequality", "-2<x<=5", {}, "<minus 2 is less than x is less than or equal to 5>"),
    ("solutions", "x=2 or x=-3", {}, "<x equals 2> or <x equals minus 3>"),
    ("solutions", "x = 1/2", {}, "<x equals 1 over 2>"),
    ("solutions", "no solution", {}, "no solution"),
    ("text", "[a hexagon, hexagon]", {}, "a hexagon"),
]


@pytest.mark.parametrize(("type_", "key", "fields", "answer"), SHOWN)
def test_the_right_answer_is_shown_neatly(question, type_, key, fields, answer):
    quiz = question(type_, f'"{key}"' if key[0] != "[" else key, **fields)

    assert isinstance(quiz, Quiz), quiz
    assert spoken(quiz.questions[0].answer) == answer


def test_there_is_an_answer_of_every_typed_type():
    assert {type_ for type_, *_ in SHOWN} == set(Kind) - {Kind.CHOICE, Kind.CHOICES, Kind.TRUTH, Kind.ORDER}


def test_how_it_is_asked_for_reaches_the_marking(question):
    quiz = question("quantity", "12 cm", units="required", form="1 dp", policy="enforced", tolerance="0.5")

    assert quiz.questions[0].wanted == Wanted(
        units=Units.REQUIRED, form="1 dp", policy=FormPolicy.ENFORCED, tolerance="0.5"
    )


@pytest.mark.parametrize(("written", "percent"), [("yes", True), ("no", False)])
def test_per_cent_may_be_ruled_out(question, written, percent):
    assert question("number", "1/2", percent=written).questions[0].wanted.percent is percent


@pytest.mark.parametrize(
    ("type_", "key", "usual"), [("number", "3", "any"), ("ratio", '"2:3"', "any"), ("expression", "2x", "simplified")]
)
def test_the_usual_form_may_be_written_out(question, type_, key, usual):
    assert question(type_, key, form=usual).questions[0].wanted == Wanted()


def test_each_of_several_keys_is_right_by_itself(question):
    (primes,) = question("number", "[2, 3, 5, 7]").questions

    assert [mark(primes, typed).verdict for typed in ("3", "7", "9")] == [Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG]


class Unsound(NamedTuple):
    """A question that must be refused, the field that is named, and words of the message."""

    type_: str
    key: str
    fields: dict[str, str]
    field: str
    says: str


def slips(*answers):
    return "[" + ", ".join(f'{{answer: "{answer}", because: b}}' for answer in answers) + "]"


UNSOUND = {
    "a key off its form": Unsound("number", "6/8", {"form": "simplest"}, "key", "“6/8” is not as it is asked for"),
    "a key without the unit": Unsound("quantity", "12", {"units": "required"}, "key", "Type the unit as well"),
    "a key with a unit that may not be": Unsound("quantity", "12 cm", {"units": "none"}, "key", "can't be read"),
    "a percentage that may not be": Unsound("number", "50%", {"percent": "no"}, "key", "can't be read"),
    "a word where a ratio belongs": Unsound("ratio", "two", {}, "key", "“two” can't be read"),
    "a fraction for a ratio": Unsound("ratio", "2/3", {}, "key", "can't be read"),
    "an equation with its end missing": Unsound("equation", "y =", {}, "key", "can't be read"),
    "two keys of one value": Unsound("ratio", '["2:3", "4:6"]', {}, "key", "“4:6” is right already"),
    "a list of solutions": Unsound("solutions", "[x = 2, x = -3]", {}, "key", "Write all solutions as one text"),
    "a slip that is right": Unsound("money", "£3.50", {"slips": slips("350p")}, "slips[1].answer", "right answer too"),
    "a slip right but for its form": Unsound(
        "number", "3/4", {"form": "simplest", "slips": slips("6/8")}, "slips[1].answer", "right answer too"
    ),
    "a slip within the tolerance": Unsound(
        "number", "12", {"tolerance": "1", "slips": slips("14", "13")}, "slips[2].answer", "right answer too"
    ),
    "one slip twice": Unsound(
        "quantity", "3 m", {"slips": slips("30 cm", "300 mm")}, "slips[2].answer", "earlier slip"
    ),
    "a slip that can't be read": Unsound(
        "time", "14:30", {"slips": slips("25:30")}, "slips[1].answer", "can't be read"
    ),
    "a form of another type": Unsound("ratio", '"2:3"', {"form": "decimal"}, "form", "any, simplest, 1:n"),
    "a tolerance below nought": Unsound("number", "3", {"tolerance": "-1"}, "tolerance", "such as 0.5"),
    "a tolerance over nought": Unsound("number", "3", {"tolerance": "1/0"}, "tolerance", "such as 0.5"),
    "units in other words": Unsound("money", "£3", {"units": "needed"}, "units", "required, optional, none"),
    "a unit beside money": Unsound("money", "£3", {"unit": '"£"'}, "unit", "Did you mean “units”?"),
    "a form of a text": Unsound("text", "hexagon", {"form": "any"}, "form", "Fields of a text question"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_is_unsound_is_named_with_its_field_and_the_remedy(question, name):
    case = UNSOUND[name]

    problems = question(case.type_, case.key, **case.fields)

    assert not isinstance(problems, Quiz), "it loaded"
    assert [problem.field for problem in problems] == [f"questions[1].{case.field}"]
    assert case.says in problems[0].message


def test_a_slip_may_differ_from_another_by_less_than_the_tolerance(question):
    quiz = question("number", "12", tolerance="1", slips=slips("15", "15.5"))

    assert isinstance(quiz, Quiz), quiz
