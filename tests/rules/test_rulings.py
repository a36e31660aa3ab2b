"""A host may accept a typed answer that the key doesn't have: for everybody who gave the same, and not for good."""

import pytest

from challenge.rules import rulings
from challenge.rules.marking import Verdict
from challenge.rules.refusal import Refused
from tests.rules.asked import choice, number, text


def test_an_accepted_answer_is_right_in_every_way_of_typing_it():
    question = number("3/4")

    verdicts = [rulings.mark_under(question, typed, ("0.7",)).verdict for typed in ("0.7", "7/10", "0.70", "0.71")]

    assert rulings.mark_under(question, "7/10", ("0.7",)).reason == rulings.ACCEPTED
    assert verdicts == [Verdict.RIGHT, Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG]


def test_words_are_accepted_without_regard_to_capitals_and_what_cannot_be_read_as_it_stands():
    assert rulings.mark_under(text("rhombus"), "A Diamond", ("a diamond",)).verdict is Verdict.RIGHT
    assert rulings.mark_under(number("4"), "four", ("four",)).verdict is Verdict.RIGHT
    assert rulings.mark_under(number("4"), "fuor", ("four",)).verdict is Verdict.UNREADABLE


def test_what_is_right_by_the_key_stays_as_it_is():
    marked = rulings.mark_under(number("3/4"), "0.75", ("0.7",))

    assert (marked.verdict, marked.reading) == (Verdict.RIGHT, "3/4")


def test_answers_are_accepted_and_taken_back_by_their_value():
    question = number("3/4")

    accepted = rulings.accept(question, ("0.7",), "0.8")

    assert accepted == ("0.7", "0.8")
    assert rulings.unaccept(question, accepted, "7/10") == ("0.8",)


@pytest.mark.parametrize(
    ("question", "accepted", "typed", "code"),
    [
        (choice(), (), "A", "no_answer"),
        (number("3/4"), (), "0.75", "not_now"),
        (number("3/4"), ("0.7",), "7/10", "not_now"),
    ],
)
def test_an_option_and_what_counts_already_cannot_be_accepted(question, accepted, typed, code):
    refused = rulings.accept(question, accepted, typed)

    assert isinstance(refused, Refused)
    assert refused.code == code


def test_what_nobody_accepted_cannot_be_taken_back():
    assert rulings.unaccept(number("3/4"), ("0.7",), "0.8").code == "not_now"
