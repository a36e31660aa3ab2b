"""GIFT as Moodle writes it and as teachers type it; what we don't have is refused by line."""

import pytest

from challenge.catalogue.formats import read, write
from tests.catalogue.formats.samples import CHOICES, SCALE, TRUTH


def the_question(text: str) -> dict[str, object]:
    found = read(text.encode(), "quiz.gift")
    assert found.problems == (), found.problems
    assert len(found.questions) == 1
    return found.questions[0].question.fields


EVERYTHING = r"""// exported on Monday
$CATEGORY: $course$/top/Percentages

::vat-on-boots:: [html]<p>Boots cost &pound;50 + 20% VAT.</p> In all? {
  =£60 #Well done.
  ~£70 #That adds 40%.
  ~%0%£50.20
  #### Take 10% twice.\nAdd it.
}

::Two of these:: Which are even\: {
  // they may be in any order
  ~%50%2
  ~%50%4
  ~%-100%3#Odd \= not even.
}

Half is 50%. {T#It is a half.#Yes.}

What has six sides? {=hexagon =a hexagon =%0%pentagon#Five sides.}

What is pi to two places? {#3.14:0.01}

Between one and two? {#1..2}

Two and two make {=four ~five} altogether.

::sums:: \(\frac\{1\}\{2\} + 1\)? {#=1.5:0 =%0%2#You added tops.}
"""


def test_everything_that_we_have_is_read_with_its_name_category_and_feedback():
    found = read(EVERYTHING.encode(), "quiz.gift")

    assert found.problems == ()
    fields = [each.question.fields for each in found.questions]
    assert fields[0] == {
        "id": "vat-on-boots",
        "topic": "Percentages",
        "text": "Boots cost £50 + 20% VAT. In all?",
        "type": "choice",
        "options": {"A": {"text": "£60"}, "B": {"text": "£70", "slip": "That adds 40%."}, "C": {"text": "£50.20"}},
        "key": "A",
        "steps": ["Take 10% twice.", "Add it.", "Well done."],
    }
    assert fields[1]["type"] == "choices"
    assert fields[1]["key"] == ["A", "B"]
    assert fields[1]["text"] == "Which are even:"
    assert fields[1]["options"]["C"] == {"text": "3", "slip": "Odd = not even."}
    assert (fields[2]["type"], fields[2]["key"], fields[2]["slip"]) == ("truth", "true", "It is a half.")
    assert fields[3]["key"] == ["hexagon", "a hexagon"]
    assert fields[3]["slips"] == [{"answer": "pentagon", "because": "Five sides."}]
    assert (fields[4]["key"], fields[4]["tolerance"]) == ("3.14", "0.01")
    assert (fields[5]["key"], fields[5]["tolerance"]) == ("1.5", "0.5")
    assert fields[6]["text"] == "Two and two make _____ altogether."
    assert fields[7]["text"] == "$1/2 + 1$?"
    assert fields[7]["slips"] == [{"answer": "2", "because": "You added tops."}]
    assert [each.question.place.row for each in found.questions][:3] == [4, 11, 18]
    assert "options.C.slip" in found.questions[0].missing


@pytest.mark.parametrize(
    ("text", "row", "column", "says"),
    [
        ("\nWrite about sums. {}", 2, "answers", "essay"),
        ("Match. {=one -> 1 =two -> 2}", 1, "answers", "matching"),
        ("Just some words\nabout it.", 1, "answers", "no answers"),
        ("What? {=a ~b", 1, "answers", "“}”"),
        ("{=a ~b}", 1, "question", "without a question"),
        ("What? {a b}", 1, "answers", "Put one of them before each"),
        ("What? {~a ~b}", 1, "answers", "No answer is right"),
        ("What? {=a\n~%50%b\n~c}", 2, "answers", "partly right"),
        ("What? {=a =b ~c}", 1, "answers", "partly right"),
        ("What? {~%half%a ~b}", 1, "answers", "no weight"),
        ("What? {~%900%a ~b}", 1, "answers", "no weight"),
        ("What? {=a* =b}", 1, "answers", "any answer"),
        ("What? {=%50%a =b}", 1, "answers", "partly right"),
        ("What? {#three}", 1, "answers", "no plain number"),
        ("What? {#}", 1, "answers", "any answer"),
        ("What? {#=3:0.1 =4:0.2}", 1, "tolerance", "same"),
        ("What? {#=3:0 =%0%4:0.2#No}", 1, "tolerance", "Set it to 0"),
        ("What? {=a ~b ~c ~d ~e ~f ~g}", 1, "answers", "Leave 6"),
        ("[html]<img src=x onerror=y> What? {=a ~b}", 1, "question", "picture"),
        ("What? {=a\n~<script>x</script>}", 2, "answers", "“<script>”"),
        ("What is \\(\\int x\\)? {=a ~b}", 1, "question", "\\int"),
        ("What? {=a ~\\\\(\\\\frac\\{1\\}\\)}", 1, "answer B", "formula"),
        ("What? {=a ~a}", 1, "answers", "the same"),
        ("Wha\ue000t? {=a ~b}", 1, "question", "hidden"),
    ],
)
def test_what_we_do_not_have_is_refused_by_line_with_the_remedy(text, row, column, says):
    good = "\n\nWhat is 1 + 1? {=2 ~3}\n"

    found = read((text + good).encode(), "quiz.gift")

    assert (found.problems[0].row, found.problems[0].column) == (row, column)
    assert says in found.problems[0].message
    assert len(found.problems) == 1
    assert len(found.questions) == (0 if says == "hidden" else 1)


def test_signs_with_a_meaning_are_escaped_and_come_back():
    odd = {**TRUTH, "text": "Is {a} ~ #1 = b: a\\b?", "slip": "No: {b} = #2 ~ c."}

    assert the_question(write([odd], "gift").decode())["text"] == odd["text"]
    assert the_question(write([odd], "gift").decode())["slip"] == odd["slip"]


def test_weights_are_shared_out_as_moodle_wants_them():
    text = write([CHOICES, SCALE], "gift").decode()

    assert "~%50%6" in text
    assert "~%-100%5#4 are left over." in text
    assert "=3.5:0.25" in text
    assert "=%0%-4.5#The wrong way from 4." in text


def test_too_many_questions_are_cut_off_by_name():
    text = "".join(f"What is {n} + 1? {{#{n + 1}}}\n\n" for n in range(501))

    found = read(text.encode(), "quiz.gift")

    assert len(found.questions) == 500
    assert "500" in found.problems[0].message
