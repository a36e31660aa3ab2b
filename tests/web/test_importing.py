"""Questions from a file: looked at before anything is kept, kept once, and whatever is wrong with it said plainly."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from werkzeug.test import TestResponse

from challenge.aside import AsideError
from challenge.catalogue.formats import write
from challenge.catalogue.formats.examples import EXAMPLES
from challenge.catalogue.formats.written import MOST_BYTES
from challenge.models import OwnQuestion, Quiz
from challenge.web.importing import MOST_SENT
from tests.web.house import Browser, House
from tests.web.pages import Page

IMPORT, KEEP = "/host/quizzes/import", "/host/quizzes/import/keep"
HEADINGS = "topic,type,calculator,seconds,text,A,B,key"
GOOD = "Fractions,choice,no,60,What is $1/2 + 1/4$?,$3/4$,$2/6$,A"
BARE = "type,text,A,B,key\nchoice,What is half of 8?,4,16,A\n"
MIXED = f"{HEADINGS}\n{GOOD}\nFractions,choice,no,5,Too quick?,1,2,A\nSudoku,choice,no,60,What is this?,1,2,A\n"
WORDS = {"title": "Friday quiz", "category": "funkies"}


@pytest.fixture
def host(house: House) -> Browser:
    return house.organisers_browser()


def send(browser: Browser, content: bytes | str, name: str = "friday_quiz.csv") -> TestResponse:
    content = content.encode() if isinstance(content, str) else content
    reply = browser.post(IMPORT, file=(BytesIO(content), name))
    # The test's own client keeps a long body in a file, and leaves it open.
    reply.request.environ["wsgi.input"].close()
    return reply


def carried(reply: TestResponse) -> dict[str, str]:
    """What a preview's page sends back."""
    page = Page(reply.text)
    return {name: page.value(name) for name in ("draft", "once")}


def quizzes(house: House) -> list[Quiz]:
    with house.app.database.reading() as db:
        return db.query(Quiz).filter(Quiz.owner_id.is_not(None)).order_by(Quiz.title).all()


def questions(house: House) -> list[OwnQuestion]:
    with house.app.database.reading() as db:
        return db.query(OwnQuestion).order_by(OwnQuestion.id).all()


def test_a_file_is_looked_at_and_then_made_a_quiz_of(house: House, host: Browser) -> None:
    looked = send(host, write(EXAMPLES, "csv"))
    assert looked.status_code == 200
    assert "3 questions can be taken. Nothing is kept yet. Look through them first." in Page(looked.text).text
    assert Page(looked.text).value("title") == "Friday quiz"
    assert (quizzes(house), questions(house)) == ([], [])

    made = host.post(KEEP, **WORDS, **carried(looked))

    (quiz,) = quizzes(house)
    assert made.location == f"/host/quizzes/{quiz.slug}"
    assert (quiz.title, quiz.category) == ("Friday quiz", "funkies")
    assert [each["id"] for each in quiz.questions] == [f"own-{row.id}" for row in questions(house)]
    assert [row.written for row in questions(house)] == [dict(each) for each in EXAMPLES]
    assert "11" in host.get(made.location).text


def test_every_problem_is_named_by_row_and_column_and_the_good_rows_can_be_taken(house: House, host: Browser) -> None:
    looked = send(host, MIXED)

    said = Page(looked.text).text
    assert "1 question can be taken. 2 things must be mended." in said
    assert re.search(r"3 D \(seconds\) .*10 to 240", said)
    assert re.search(r"4 A \(topic\) .*Sudoku", said)
    assert "Mend the file and choose it again" in said
    assert "Take the 1 good one" in said
    host.post(KEEP, **WORDS, **carried(looked))
    assert [row.written["text"] for row in questions(house)] == ["What is $1/2 + 1/4$?"]


def test_pressing_twice_makes_one_quiz(house: House, host: Browser) -> None:
    form = {**WORDS, **carried(send(host, MIXED))}

    places = {host.post(KEEP, **form).location for _ in range(3)}

    assert len(places) == len(quizzes(house)) == len(questions(house)) == 1
    host.post(KEEP, **{**WORDS, **carried(send(host, MIXED))})
    assert len(quizzes(house)) == 2


def test_what_the_file_does_not_say_is_asked_for_once(house: House, host: Browser) -> None:
    looked = send(host, BARE)
    form = {**carried(looked), **WORDS, "topic": "Money", "calculator": "yes", "seconds": "45"}
    assert [each["id"] for each in Page(looked.text).all("select")] == ["topic", "calculator"]
    assert Page(looked.text).fields_without_label() == []

    for change, words in (
        ({"topic": ""}, "Choose the topic"),
        ({"calculator": "perhaps"}, "with a calculator"),
        ({"seconds": "5"}, "10 to 240"),
        ({"title": " "}, "Give the quiz a title"),
        ({"category": "maths"}, "Choose one of the levels"),
    ):
        again = host.post(KEEP, **{**form, **change})
        assert (again.status_code, questions(house)) == (422, [])
        assert words in Page(again.text).text
        form |= carried(again)

    host.post(KEEP, **form)
    (row,) = questions(house)
    assert (row.topic, row.calculator, row.content["seconds"]) == ("Money", True, 45)
    assert (row.content["trick"], row.content["steps"]) == ("", [])


def test_a_long_file_becomes_several_quizzes(house: House, host: Browser) -> None:
    rows = [GOOD.replace("1/2", f"1/{n}") for n in range(2, 132)]
    looked = send(host, "\n".join([HEADINGS, *rows]))
    assert "Make 3 quizzes of these 130" in Page(looked.text).text

    made = host.post(KEEP, **WORDS, **carried(looked))

    assert made.location == "/host/quizzes"
    assert [(each.title, len(each.questions)) for each in quizzes(house)] == [
        ("Friday quiz (1 of 3)", 60),
        ("Friday quiz (2 of 3)", 60),
        ("Friday quiz (3 of 3)", 10),
    ]


def bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    return packed.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz><question>&b;</question></quiz>'
)
ELSEWHERE = b'<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>'


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "empty.csv", "This file is empty"),
        (b" \n ", "blank.txt", "This file is empty"),
        (b"x" * (MOST_BYTES + 1), "large.csv", "larger than 2 MB"),
        (b"x" * 10_000_000, "larger.csv", "larger than 2 MB"),
        (b"x" * (MOST_SENT + 1), "largest.csv", "larger than 2 MB"),
        (b"%PDF-1.7 \x00\x01\x02", "notes.pdf", "isn't a text file"),
        (b"Dear all,\nsee you on Friday.", "letter.txt", "We can't tell what kind of file this is"),
        (b"PK\x03\x04 not a zip", "broken.xlsx", "can't be opened"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old.xls", "Save it as .xlsx"),
        (bomb(), "bomb.xlsx", "unpacks to far more"),
        (LAUGHS, "laughs.xml", "document type"),
        (ELSEWHERE, "elsewhere.xml", "document type"),
        (b"<quiz>\n<question>\n</quiz>", "cut.xml", "Line 3:"),
        (b"quiz: mine\n", "mine.yaml", "quiz file of this program already"),
        (b"name,age\nAisha,12\n", "people.csv", "headings"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_that_is_none_of_questions_says_what_it_is(
    house: House, host: Browser, content: bytes, name: str, words: str
) -> None:
    refused = send(host, content, name)

    assert refused.status_code in (413, 422)
    assert words in Page(refused.text).text
    assert "root:" not in refused.text
    assert questions(house) == []


def test_a_formula_is_neither_worked_out_nor_taken(house: House, host: Browser) -> None:
    evil = '=HYPERLINK(""https://example.org"")'
    looked = send(host, f'{BARE}choice,"{evil}",1,2,A\nchoice,<script>alert(1)</script>,1,2,A\n')

    assert "example.org" not in [each.get("href") for each in Page(looked.text).all("a")]
    assert "<script>alert" not in looked.text
    assert re.search(r"3 B \(text\)", Page(looked.text).text)


@pytest.mark.parametrize("sent", [{}, {"file": "not a file"}, {"file": (BytesIO(b""), "")}], ids=["no", "text", "none"])
def test_a_form_without_a_file_asks_for_one(host: Browser, sent: dict[str, object]) -> None:
    refused = host.post(IMPORT, **sent)

    assert refused.status_code == 422
    assert "Choose a file first." in Page(refused.text).text


def test_nobody_keeps_what_they_did_not_look_at(house: House, host: Browser) -> None:
    form = carried(send(host, MIXED))
    stranger = house.host_of()

    for browser, draft in ((stranger, form["draft"]), (host, form["draft"][:-3]), (host, ""), (host, "x.y")):
        refused = browser.post(KEEP, **{**WORDS, **form, "draft": draft})

        assert refused.status_code == 422
        assert "Choose the file again." in Page(refused.text).text
    assert questions(house) == []


def test_a_file_with_nothing_good_in_it_can_not_be_kept(house: House, host: Browser) -> None:
    looked = send(host, MIXED.replace(GOOD, "Sudoku,choice,no,60,What?,1,2,A"))

    assert "No questions can be taken." in Page(looked.text).text
    assert "draft" not in [each.get("name") for each in Page(looked.text).all("input")]


def test_places_in_a_text_are_lines_and_a_long_list_of_problems_is_folded(house: House, host: Browser) -> None:
    text = "What is half of 8?\nA. 4\nB. 16\nANSWER: C\n\n"

    said = Page(send(host, text * 230, "mine.txt").text).text

    assert "Line 4" not in said.partition("To mend")[0]
    assert re.search(r"Line Where .* 4 ANSWER", said)
    assert "230 things must be mended" in said
    assert "Show 180 more" in said
    assert "And 30 after these." in said


def test_only_staff_may_send_what_is_long(house: House) -> None:
    large = b"x" * 300_000

    assert send(house.browser(), large).location == "/host/sign-in"
    assert send(house.host_of(), large, "x.pdf").status_code == 422


@pytest.mark.parametrize("step", [IMPORT, KEEP])
def test_what_can_not_be_read_in_time_is_said_and_nothing_kept(house: House, host: Browser, step: str) -> None:
    form = carried(send(host, MIXED))

    def gives_up(*_: object) -> None:
        raise AsideError

    house.wiring = replace(house.wiring, aside=gives_up)
    refused = send(host, MIXED) if step == IMPORT else host.post(KEEP, **WORDS, **form)

    assert refused.status_code == 422
    assert "in time" in Page(refused.text).text
    assert questions(house) == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_example_can_be_filled_in_and_sent_back(house: House, host: Browser, kind: str) -> None:
    example = host.get(f"{IMPORT}/example.{kind}")
    assert example.headers["Content-Disposition"] == f'attachment; filename="example-questions.{kind}"'

    host.post(KEEP, **WORDS, **carried(send(host, example.data, f"mine.{kind}")))

    assert [row.written for row in questions(house)] == [dict(each) for each in EXAMPLES]
