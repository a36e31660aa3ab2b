"""What is written and read again is the same, for every format and whatever it can say; what it can't say is named."""

from collections import Counter

import pytest

from challenge.catalogue.formats import FORMATS, cannot, loses, outgoing, read, write
from challenge.catalogue.formats.written import plain_fields
from tests.catalogue.formats.samples import CHOICE, CHOICES, NUMBER, ORDER, SAMPLES, SCALE, TEXT, TRUTH, every_question

SAYS = {
    "csv": {each["id"] for each in SAMPLES},
    "xlsx": {each["id"] for each in SAMPLES},
    "kahoot": {CHOICE["id"], CHOICES["id"], TRUTH["id"]},
    "gift": {each["id"] for each in (CHOICE, CHOICES, TRUTH, SCALE, TEXT)},
    "moodle": {each["id"] for each in (CHOICE, CHOICES, TRUTH, NUMBER, SCALE, TEXT)},
    "aiken": {CHOICE["id"]},
}


@pytest.mark.parametrize("format_", FORMATS)
def test_what_a_format_can_say_comes_back_and_the_rest_is_named(format_):
    sayable = [each for each in SAMPLES if not cannot(each, format_)]

    found = read(write(sayable, format_), f"questions{FORMATS[format_].suffix}")

    assert {each["id"] for each in sayable} == SAYS[format_]
    assert found.problems == ()
    assert [each.question.fields for each in found.questions] == [
        FORMATS[format_].carried(plain_fields(each)) for each in sayable
    ]
    assert all(cannot(each, format_).endswith(".") for each in SAMPLES if each not in sayable)


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_our_own_spreadsheets_carry_questions_of_the_bank_whole(format_):
    questions = every_question()[::3]

    found = read(write(questions, format_), f"bank.{format_}")

    assert found.problems == ()
    assert [each.question.fields for each in found.questions] == [plain_fields(each) for each in questions]
    assert all(each.missing == () for each in found.questions)
    assert len(questions) > 300


@pytest.mark.parametrize("format_", ["kahoot", "gift", "moodle", "aiken"])
def test_questions_of_the_bank_come_back_from_other_programs_files_or_are_refused(format_):
    questions = [each for each in every_question()[1::3] if not FORMATS[format_].cannot(plain_fields(each))]

    found = read(write(questions, format_), f"bank{FORMATS[format_].suffix}")

    assert found.problems == ()
    assert [each.question.fields for each in found.questions] == [
        FORMATS[format_].carried(plain_fields(each)) for each in questions
    ]
    assert len(questions) > 60


@pytest.mark.parametrize("format_", FORMATS)
def test_writing_what_a_format_cannot_say_is_refused_by_name(format_):
    refused = next((each for each in SAMPLES if cannot(each, format_)), None)
    if refused is None:
        assert format_ in ("csv", "xlsx")
        return

    with pytest.raises(ValueError, match=refused["id"]):
        write([refused], format_)


def test_what_has_no_place_in_a_format_is_said_before_it_is_lost():
    seconds_there = {**CHOICE, "seconds": "45"}

    assert loses(CHOICE, "csv") == ()
    assert set(loses(seconds_there, "kahoot")) == {
        "id", "topic", "calculator", "trick", "steps", "seconds (45 become 60)", "the layout of formulas",
        "the slips of options",
    }  # fmt: skip
    assert "slip" in loses(TRUTH, "kahoot")


@pytest.mark.parametrize(
    ("question", "format_", "says"),
    [
        (NUMBER, "kahoot", "the type “number”"),
        (ORDER, "kahoot", "the type “order”"),
        (TEXT, "aiken", "the type “text”"),
        (SCALE, "aiken", "the type “number”"),
        (CHOICES, "aiken", "the type “choices”"),
        ({**CHOICES, "key": ["B"]}, "kahoot", "single right answer"),
        ({**CHOICE, "text": "A long story. " * 10}, "kahoot", "139 characters long there"),
        ({**CHOICE, "options": {"A": {"text": "$1/2$", "slip": "x"}, "B": {"text": "1/2"}}}, "kahoot", "look the same"),
        ({**CHOICE, "options": {"A": {"text": "$1/2$", "slip": "x"}, "B": {"text": "1/2"}}}, "aiken", "look the same"),
        ({**CHOICE, "options": {"A": {"text": "True", "slip": "x"}, "B": {"text": "False"}}}, "kahoot", "as it is now"),
        ({**CHOICE, "options": {letter: {"text": letter} for letter in "ABCDE"}}, "kahoot", "It has 5 answers"),
        ({**CHOICE, "options": {"A": {"text": "1-Feb", "slip": "x"}, "B": {"text": "2"}}}, "kahoot", "like a date"),
        ({**CHOICE, "text": "What is $2/3x$?"}, "kahoot", "formula"),
        ({**CHOICE, "text": "What is $2/3x$?"}, "aiken", "formula"),
        ({**CHOICE, "text": "A. Which one?"}, "aiken", "begins like an answer"),
        ({**TEXT, "key": ["a|b", "b"]}, "csv", "parts keys"),
        (ORDER, "gift", "the type “order”"),
        (ORDER, "moodle", "the type “order”"),
        (NUMBER, "gift", "a unit"),
        ({**NUMBER, "form": "2 dp"}, "moodle", "“form”"),
        ({**SCALE, "percent": "no"}, "gift", "“percent”"),
        ({**SCALE, "key": "3/4"}, "gift", "“3/4” isn't a plain number"),
        ({**TEXT, "key": "a*b"}, "moodle", "sign with a meaning"),
        ({**CHOICE, "text": "What is $frac(1, 2)$?"}, "moodle", "formula"),
        ({**CHOICE, "text": "Is \\(x\\) a letter?"}, "gift", "as it is now"),
        ({**TEXT, "key": "1-Feb"}, "xlsx", "like a date"),
    ],
)
def test_each_reason_why_a_question_cannot_be_said(question, format_, says):
    assert says in cannot(question, format_)


def test_more_than_a_file_may_hold_are_refused():
    with pytest.raises(ValueError, match="at most 500"):
        write([CHOICE] * 501, "aiken")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_of_what_can_be_said_is_made_in_one_go_and_tells_of_the_rest(format_):
    whole = [plain_fields(each) for each in SAMPLES]
    taken = [each for each in whole if not cannot(each, format_)]

    made = outgoing(whole, format_)

    back = read(made.content, f"questions{FORMATS[format_].suffix}")
    assert [each.question.fields for each in back.questions] == [FORMATS[format_].carried(each) for each in taken]
    assert made.left_out == {n: why for n, each in enumerate(whole) if (why := cannot(each, format_))}
    assert made.lost == Counter(name for each in taken for name in loses(each, format_))


def test_a_question_that_would_not_come_back_is_left_out_and_the_others_are_not():
    made = outgoing([CHOICE, {**NUMBER, "text": ""}, TRUTH], "csv")

    assert list(made.left_out) == [1]
    assert [each.question.fields["id"] for each in read(made.content, "x.csv").questions] == [CHOICE["id"], TRUTH["id"]]


def test_only_the_first_of_two_with_one_id_keeps_it():
    back = read(outgoing([CHOICE, CHOICE, {**CHOICE, "id": ""}], "csv").content, "questions.csv")

    assert back.problems == ()
    assert [each.question.fields.get("id") for each in back.questions] == [CHOICE["id"], None, None]


def test_nothing_makes_an_empty_file():
    assert outgoing([ORDER], "aiken").content == b""
    assert outgoing([], "csv").content == b""
