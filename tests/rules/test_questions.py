"""A question survives the way through JSON, as a round stores it."""

import json
from dataclasses import replace

import pytest

from challenge.rules.questions import as_dict, from_dict
from tests.builders import number, one_of_each


@pytest.mark.parametrize("question", one_of_each(), ids=lambda question: question.kind)
def test_a_question_comes_back_from_json_as_it_was(question):
    stored = json.dumps(as_dict(question))

    assert from_dict(json.loads(stored)) == question


def test_a_unit_and_steps_come_back_too():
    question = replace(number(unit="£"), steps=("One.", "Two."), points=3)

    assert from_dict(json.loads(json.dumps(as_dict(question)))) == question


def test_a_kind_that_nobody_knows_is_no_question():
    with pytest.raises(ValueError, match="riddle"):
        from_dict({**as_dict(number()), "kind": "riddle"})
