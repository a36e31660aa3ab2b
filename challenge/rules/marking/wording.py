"""How a response and its field are worded on a screen. Nothing here may depend on the key."""

from html import escape

from challenge.rules.marking import clock_time, duration, money, quantity
from challenge.rules.marking.forms import rounding_of
from challenge.rules.marking.number import EXAMPLE
from challenge.rules.marking.typed import shown
from challenge.rules.questions import Kind, Question, Raw, Units

_HINTS = {
    Kind.CHOICE: "Choose one answer.",
    Kind.TRUTH: "True or false?",
    Kind.CHOICES: "Choose every right answer.",
    Kind.ORDER: "Put them all in order.",
    Kind.TEXT: "A word or two. Capital letters don't matter.",
    Kind.MONEY: f"An amount of money, like {money.EXAMPLE}",
    Kind.QUANTITY: f"A number with its unit, like {quantity.EXAMPLE}",
    Kind.DURATION: f"How long, like {duration.EXAMPLE}",
    Kind.TIME: f"A time of day, like {clock_time.EXAMPLE}",
    Kind.RATIO: "A ratio, like 5:8",
    Kind.COORDINATES: "Coordinates, like (7, −4)",
    Kind.EXPRESSION: "An expression with like terms collected, like 5a + 7",
    Kind.EQUATION: "An equation, like y = 5x − 8",
    Kind.INEQUALITY: "An inequality, like x ≥ 17",
    Kind.SOLUTIONS: "Every solution, like x = 17 or x = −9",
}
_FORMS = {
    (Kind.NUMBER, "simplest"): "A number in its simplest form, like 11/20",
    (Kind.NUMBER, "fraction"): "A fraction, like 11/20",
    (Kind.NUMBER, "mixed"): "A mixed number, like 3 1/4",
    (Kind.NUMBER, "improper"): "One fraction, like 13/4",
    (Kind.NUMBER, "decimal"): "A decimal, like 0.55",
    (Kind.NUMBER, "percent"): "A percentage with the % sign, like 55%",
    (Kind.NUMBER, "whole"): "A whole number, like 12",
    (Kind.NUMBER, "standard"): "A number in standard form, like 3.2 x 10^4",
    (Kind.RATIO, "simplest"): "A ratio in its simplest form, like 5:8",
    (Kind.RATIO, "1:n"): "A ratio that starts with 1, like 1:2.5",
    (Kind.EXPRESSION, "expanded"): "An expression without brackets, like 5a + 10",
    (Kind.EXPRESSION, "factorised"): "A product with brackets, like 5(a + 2)",
    (Kind.EXPRESSION, "any"): "An expression, like 5a + 7",
}
_UNIT_HINTS = {
    "": f"A number, like {EXAMPLE}",
    "£": "An amount in pounds, like 13.85",
    "p": "An amount in pence, like 85",
    "%": "A percentage, like 55",
}


def chosen(question: Question, raw: Raw) -> str:
    """HTML of what the team chose or typed."""
    if question.options:
        # An arrow, as in the answer itself: many items have commas of their own, like 1,200 mm.
        between = " → " if question.kind is Kind.ORDER else ", "
        return between.join(_option(question, each) for each in ([raw] if isinstance(raw, str) else raw))
    return escape(shown(raw if isinstance(raw, str) else ", ".join(raw)))


def answer_hint(question: Question) -> str:
    """What to type or do, the same for every key."""
    wanted = question.wanted
    hint = _FORMS.get((question.kind, wanted.form)) or _HINTS.get(question.kind) or _number_hint(wanted.unit)
    if rounding := rounding_of(wanted.form):
        return f"{hint.partition(',')[0]}, {rounding.asked}"
    if wanted.units is Units.NONE and not wanted.unit:
        return "The number alone, without a unit"
    return hint


def _number_hint(unit: str) -> str:
    return _UNIT_HINTS.get(unit, f"A number of {unit}, like {EXAMPLE}")


def _option(question: Question, id_: str) -> str:
    html = (option.html for option in question.options if option.id == id_)
    return next(html, escape(shown(id_)))
