"""Moodle's XML as Moodle exports it; hostile XML is refused before anything in it is believed."""

import pytest

from challenge.catalogue.formats import read, write
from tests.catalogue.formats.samples import CHOICE, CHOICES, NUMBER


def quiz(*questions: str) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(questions) + "\n</quiz>\n").encode()


def question(kind: str, text: str, answers: str = "", more: str = "") -> str:
    return (
        f'<question type="{kind}"><name><text>Question 1</text></name>'
        f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>{more}{answers}</question>'
    )


def answer(text: str, fraction: str, feedback: str = "", more: str = "") -> str:
    return (
        f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>'
        f'<feedback format="html"><text><![CDATA[{feedback}]]></text></feedback>{more}</answer>'
    )


TWO = answer("<p>4</p>", "100") + answer("<p>5</p>", "0", "<p>One too many.</p>")
REAL = quiz(
    '<question type="category"><category><text>$course$/top/Default for Maths/Decimals</text></category></question>',
    question(
        "multichoice",
        '<p dir="ltr">What is <strong>2</strong>&nbsp;+ \\( \\frac{4}{2} \\) cm<sup>2</sup>?<br></p>',
        TWO,
        "<generalfeedback format='html'><text><![CDATA[<p>Count on.</p><p>2, 3, 4</p>]]></text></generalfeedback>"
        "<defaultgrade>2.0000000</defaultgrade><single>true</single><shuffleanswers>true</shuffleanswers>",
    ),
    question(
        "multichoice",
        "Even?",
        answer("2", "50") + answer("4", "50") + answer("5", "-100"),
        "<defaultgrade>1.0000000</defaultgrade><single>false</single>",
    ),
    question("truefalse", "<p>A half is 0.5.</p>", answer("true", "100") + answer("false", "0", "Think of 50p.")),
    question(
        "shortanswer", "Six sides?", answer("hexagon", "100") + answer("pentagon", "0", "Five."), "<usecase>0</usecase>"
    ),
    question(
        "numerical",
        "How long is $$\\sqrt{16}$$?",
        answer("4", "100", more="<tolerance>0.5000000</tolerance>")
        + answer("8.00000000", "0", "That's half of 16.", "<tolerance>0</tolerance>"),
        "<units><unit><multiplier>1</multiplier><unit_name>cm</unit_name></unit></units>",
    ),
)


def test_a_real_export_is_read_with_formulas_feedback_and_units():
    found = read(REAL, "questions.xml")

    assert found.problems == ()
    fields = [each.question.fields for each in found.questions]
    assert fields[0] == {
        "topic": "Decimals",
        "text": "What is 2 + $4/2$ cm²?",
        "type": "choice",
        "options": {"A": {"text": "4"}, "B": {"text": "5", "slip": "One too many."}},
        "key": "A",
        "steps": ["Count on.", "2, 3, 4"],
        "points": "2",
    }
    assert (fields[1]["type"], fields[1]["key"]) == ("choices", ["A", "B"])
    assert (fields[2]["type"], fields[2]["key"], fields[2]["slip"]) == ("truth", "true", "Think of 50p.")
    assert (fields[3]["key"], fields[3]["slips"]) == ("hexagon", [{"answer": "pentagon", "because": "Five."}])
    assert (fields[4]["text"], fields[4]["tolerance"], fields[4]["unit"]) == ("How long is $sqrt(16)$?", "0.5", "cm")
    assert fields[4]["slips"] == [{"answer": "8", "because": "That's half of 16."}]
    assert [each.question.place.row for each in found.questions] == [4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("tex", "ours"),
    [
        ("\\dfrac{3}{4}", "$3/4$"), ("\\frac34", "$3/4$"), ("\\frac{x+1}{2}", "$(x+1)/2$"), ("x^{10}", "$x^10$"),
        ("2\\times3", "$2times 3$"), ("\\sqrt[3]{8}", "$root(3, 8)$"), ("90^\\circ", "$90 degree$"),
        ("ab", "$a b$"), ("2xy", "$2x y$"), ("x \\le 4", "$x <= 4$"), ("\\left(2, 3\\right)", "$(2, 3)$"),
        ("10^{-4}", "$10^(-4)$"), ("25\\%", "$25%$"), ("1{,}250", "$1,250$"),
        ("\\frac{1}{2}\\text{ of }40", '$1/2" of "40$'),
        ("\\frac{\\frac{1}{2}}{3}", "$(1/2)/3$"), ("{x}^{2}", "$x^2$"), ("\\pi r^2", "$pi r^2$"),
        ("3\\cdot 4", "$3times 4$"),
    ],
)  # fmt: skip
def test_formulas_are_translated_where_that_is_sure(tex, ours):
    found = read(quiz(question("multichoice", f"What is \\({tex}\\)?", TWO)), "questions.xml")

    assert found.problems == ()
    assert found.questions[0].question.fields["text"] == f"What is {ours}?"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\\(\\int x\\)", "\\int"), ("\\(\\sum_{n}\\)", "\\sum"), ("\\(\\input{/etc/passwd}\\)", "\\input"),
        ("\\(x", "isn't closed"), ("\\(\\frac{1}\\)", "“{”"), ("\\({x+1}^2\\)", "“{”"), ("\\(\\frac{}{2}\\)", "“{}”"),
        ("\\(" + "{" * 60 + "\\)", "too many brackets"), ("\\(a & b\\)", "“&”"), ("$$x", "isn't closed"),
        ("\\(\\text{a;b}\\)", "\\text{a;b}"), ("\\(\\text x\\)", "\\text"), ("\\(\\sqrt\\)", "“{”"),
        ("\\(x^+\\)", "“+”"),
        ("<img src='@@PLUGINFILE@@/a.png'>", "picture"), ("<svg></svg>", "picture"), ("<table></table>", "“<table>”"),
        ("<a href='@@PLUGINFILE@@/a.doc'>x</a>", "picture"), ("<iframe src='http://x'></iframe>", "“<iframe>”"),
        ("<script>alert(1)</script>", "“<script>”"), ("x<sup>abc</sup>", "“<sup>”"), ("<!DOCTYPE html>", "“<!>”"),
        ("<?php x ?>", "“<?>”"), ("<math></math>", "“<math>”"),
    ],
)  # fmt: skip
def test_what_is_more_than_text_is_refused_by_name_and_line(text, says):
    found = read(quiz(question("multichoice", f"What is {text}?", TWO)), "questions.xml")

    assert found.questions == ()
    assert [(each.row, each.column) for each in found.problems] == [(3, "question")]
    assert says in found.problems[0].message
    assert found.problems[0].message.count(".") >= 2


@pytest.mark.parametrize(
    ("bad", "column", "says"),
    [
        *((question(kind, "x"), "type", f"“{kind}”") for kind in ("essay", "matching", "cloze", "description")),
        ("<folder/>", "type", "“folder”"),
        (question("multichoice", "x", TWO, "<image><file name='a.png'>aGk=</file></image>"), "question", "picture"),
        (question("multichoice", "x", answer("1", "half")), "fraction", "“half”"),
        (question("multichoice", "x", answer("1", "NaN")), "fraction", "“NaN”"),
        (question("multichoice", "x", answer("1", "50") + answer("2", "50")), "answers", "partly right"),
        (question("multichoice", "x", answer("1", "0") + answer("2", "0")), "answers", "No answer is right"),
        (question("truefalse", "x", answer("maybe", "100")), "answers", "No answer is right"),
        (question("shortanswer", "x", answer("a*", "100")), "answers", "any answer"),
        (question("shortanswer", "x", answer("a", "0")), "answers", "No answer is right"),
        (question("shortanswer", "x", answer("a", "100"), "<usecase>1</usecase>"), "usecase", "Capital letters"),
        (question("numerical", "x", answer("*", "100")), "answers", "any answer"),
        (question("numerical", "x", answer("9**9", "100")), "answers", "no plain number"),
        (question("numerical", "x", answer("1e99999", "100")), "answers", "no plain number"),
        (question("numerical", "x", answer("1", "100"), "<units><unit/><unit/></units>"), "units", "several units"),
        (question("numerical", "x", answer("1", "100"), "<unitgradingtype>1</unitgradingtype>"), "units", "is marked"),
        (question("multichoice", "", TWO), "question", "empty"),
        (question("multichoice", "x " * 1_500, TWO), "question", "Shorten it"),
        (question("multichoice", "x" * 30_000, TWO), "question", "Shorten it"),
    ],
)  # fmt: skip
def test_questions_that_we_do_not_have_are_refused_and_the_others_kept(bad, column, says):
    found = read(quiz(bad, question("multichoice", "2 + 2?", TWO)), "questions.xml")

    assert len(found.questions) == 1
    assert [(each.row, each.column) for each in found.problems] == [(3, column)]
    assert says in found.problems[0].message


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (f'<!DOCTYPE quiz [<!ENTITY l0 "lol">{LAUGHS}]><quiz>&l11;</quiz>'.encode(), "entities"),
        (f'<!DOCTYPE quiz [<!ENTITY l0 "lol">{LAUGHS}]><quiz>&l11;</quiz>'.encode("utf-16"), "entities"),
        (b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "entities"),
        (b'<!DOCTYPE quiz SYSTEM "http://localhost:1/x.dtd"><quiz/>', "document type"),
        (b'<!DOCTYPE quiz [<!ENTITY % p SYSTEM "http://localhost:1/x"> %p;]><quiz/>', "entities"),
        (b"<quiz>&unknown;</quiz>", "sound XML"),
        (b"<quiz>" * 40, "sound XML"),
        (b"<quiz><question>", "sound XML"),
        (b'<?xml version="1.0" encoding="martian"?><quiz/>', "sound XML"),
        (b"<html><body>Log in first.</body></html>", "should begin with <quiz>"),
        (b"<quiz/>", ""),
    ],
)  # fmt: skip
def test_hostile_and_broken_xml_is_refused_with_the_remedy(content, says):
    found = read(content, "questions.xml")

    assert found.questions == ()
    assert says in "".join(each.message for each in found.problems)
    assert all(each.message.count(".") >= 2 and each.row >= 1 for each in found.problems)


def test_an_xinclude_fetches_nothing():
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'

    found = read(quiz(question("multichoice", "2 + 2?", TWO), include), "questions.xml")

    assert len(found.questions) == 1
    assert "include" in found.problems[0].message


def test_html_in_our_texts_is_text_again_when_it_comes_back():
    odd = {
        **CHOICE,
        "text": "Is 3 < 4 & <b>x</b> > 2?",
        "options": {"A": {"text": "<i>"}, "B": {"text": "a & b", "slip": "x"}},
    }
    odd["key"] = "A"

    found = read(write([odd], "moodle"), "questions.xml")

    assert found.questions[0].question.fields["text"] == odd["text"]
    assert found.questions[0].question.fields["options"] == odd["options"]


def test_what_we_write_has_what_moodle_needs():
    text = write([CHOICES, NUMBER], "moodle").decode()

    assert '<question type="multichoice">' in text
    assert '<answer fraction="50" format="html"><text>&lt;p&gt;6&lt;/p&gt;</text>' in text
    assert "<unit_name>£</unit_name>" in text
    assert "<defaultgrade>2</defaultgrade>" in text
    assert "\\(\\frac{8}{12}" in text or "\\frac{2}{3}" in text


def test_short_answers_are_what_is_typed_and_never_html():
    found = read(quiz(question("shortanswer", "Less than 5?", answer("<5", "100"))), "questions.xml")

    assert found.questions[0].question.fields["key"] == "<5"


def test_plain_texts_are_plain_and_too_many_questions_are_cut_off_by_name():
    plain = question("multichoice", "Is 3 <b 4?", TWO).replace(
        'format="html"><text><![CDATA[Is', 'format="plain_text"><text><![CDATA[Is'
    )

    found = read(quiz(*[plain] * 501), "questions.xml")

    assert len(found.questions) == 500
    assert found.questions[0].question.fields["text"] == "Is 3 <b 4?"
    assert "500" in found.problems[0].message
