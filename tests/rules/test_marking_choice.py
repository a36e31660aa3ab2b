import pytest

from challenge.rules.marking import Verdict, mark
from tests.rules.asked import choice, choices, order, truth


def test_the_key_is_right():
    marked = mark(choice("C"), "C")

    assert (marked.verdict, marked.reading, marked.reason) == (Verdict.RIGHT, "C", "")


def test_a_wrong_option_brings_the_misconception_behind_it():
    marked = mark(choice("C"), "A")

    assert (marked.verdict, marked.reading, marked.reason) == (Verdict.WRONG, "A", "Adds tops and bottoms.")


def test_true_and_false_read_as_words():
    assert mark(truth("false"), "false").reading == "False"
    assert mark(truth("false"), "true").reading == "True"
    assert mark(truth("false"), "true").reason == "Looks bigger."


@pytest.mark.parametrize("chosen", [("A", "C"), ("C", "A")])
def test_several_choices_are_right_in_any_order_of_choosing(chosen):
    marked = mark(choices("A", "C"), chosen)

    assert marked.verdict is Verdict.RIGHT
    assert marked.reading == "A, C"


@pytest.mark.parametrize("chosen", [("A",), ("C",), ("A", "B"), ("A", "B", "C"), ("A", "B", "C", "D")])
def test_too_few_or_too_many_choices_are_wrong(chosen):
    assert mark(choices("A", "C"), chosen).verdict is Verdict.WRONG


def test_the_misconceptions_of_wrong_choices_alone_are_told():
    marked = mark(choices("C"), ("D", "B", "A"))

    assert marked.reading == "A, B, D"
    assert marked.reason == "Adds tops and bottoms. Turns the sign round."


def test_an_order_is_right_when_everything_is_in_its_place():
    marked = mark(order("C", "A", "D", "B"), ("C", "A", "D", "B"))

    assert (marked.verdict, marked.reading) == (Verdict.RIGHT, "C, A, D, B")


def test_a_wrong_order_brings_its_misconception():
    question = order("C", "A", "D", "B", slips={"reversed": "Largest first.", "A, B, C,D": "By the look of it."})

    assert mark(question, ("B", "D", "A", "C")).reason == "Largest first."
    assert mark(question, ("A", "B", "C", "D")).reason == "By the look of it."
    assert mark(question, ("A", "C", "B", "D")).reason == ""
    assert mark(question, ("A", "C", "B", "D")).verdict is Verdict.WRONG
