"""A file as its sender sees it before anything is kept, and the questions typeset as it will keep them."""

import pytest

from challenge.catalogue import incoming, typesetting
from challenge.catalogue.formats import Problem, write
from challenge.catalogue.formats.examples import EXAMPLES
from challenge.catalogue.incoming import asked_for, completed, left_empty, previewed, seen_again
from challenge.catalogue.own import Mend, own_question, own_questions

BARE = {"type": "choice", "text": "Half of 8?", "options": {"A": {"text": "4"}, "B": {"text": "16"}}, "key": "A"}


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_the_examples_are_sound_and_come_as_they_are(format_):
    found = previewed(write(EXAMPLES, format_), f"example.{format_}")

    assert found.problems == ()
    assert [each.fields for each in found.coming] == list(EXAMPLES)
    assert [each.row for each in found.coming] == [2, 3, 4]
    assert "<math" in found.coming[0].question.text


def test_what_must_be_mended_stands_beside_what_can_be_taken():
    found = previewed(b"type,text,A,B,key\nchoice,Half of 8?,4,16,A\nchoice,Half of $6/$?,3,16,A\n", "mine.csv")

    assert [each.fields["text"] for each in found.coming] == ["Half of 8?"]
    assert [(each.row, each.column) for each in found.problems] == [(3, "B (text)")]


def test_a_question_that_could_not_be_kept_is_a_problem_and_not_taken(monkeypatch):
    monkeypatch.setattr(incoming, "own_questions", lambda *_: ((Mend("key", "Fill this in."),),))

    found = seen_again([(7, BARE)])

    assert (found.coming, found.problems) == ((), (Problem(7, "key", "Fill this in."),))


def test_what_is_missing_is_counted_and_filled_in_only_there():
    whole = dict(EXAMPLES[2])

    assert asked_for([BARE, whole]) == {"topic": 1, "calculator": 1, "seconds": 1}
    assert left_empty([BARE, whole]) == {"the trick": 1, "the steps": 1, "why people choose what is wrong": 1}
    filled = completed(BARE, {"topic": "Money", "calculator": "yes", "seconds": ""})
    assert (filled["topic"], filled["calculator"], filled["seconds"]) == ("Money", "yes", "60")
    assert completed(whole, {"topic": "Money", "calculator": "yes", "seconds": "90"}) == whole


def test_many_are_typeset_together_and_are_the_same_as_one_by_one(monkeypatch):
    texts = [f"What is $1/{n} + 2/{n}$ of $sqrt({n})$?" for n in range(901, 921)]
    written = [completed({**BARE, "text": text}, {}) for text in texts]
    runs = []
    compiled = typesetting._compiled
    monkeypatch.setattr(typesetting, "_compiled", lambda sources: runs.append(1) or compiled(sources))

    together = own_questions(written, "funkies")

    assert len(runs) == 1
    assert list(together) == [own_question(each, "funkies") for each in written]


def test_a_fault_among_many_is_named_at_its_own_question():
    sound, faulty = completed(BARE, {}), completed({**BARE, "text": "Half of $6/$?"}, {})

    first, second, third = own_questions([sound, faulty, {**BARE, "key": ""}], "funkies")

    assert first.text == "Half of 8?"
    assert [each.field for each in second] == ["text"]
    assert "topic" in [each.field for each in third]
