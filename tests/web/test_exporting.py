"""A quiz as a file: what each kind of file leaves out is said before, and what comes back is the same."""

from dataclasses import replace
from io import BytesIO

import pytest
from markupsafe import escape

from challenge.aside import AsideError
from challenge.catalogue.formats import FORMATS, cannot, read, write
from challenge.catalogue.formats.written import plain_fields
from challenge.models import BankQuestion, OwnQuestion, Quiz, Reservation
from challenge.rules.questions import as_dict
from tests import builders
from tests.catalogue.formats.samples import SAMPLES
from tests.web.house import Browser, House
from tests.web.pages import Page

PLAIN = [plain_fields(each) for each in SAMPLES]


@pytest.fixture
def host(house: House) -> Browser:
    return house.organisers_browser()


def bring_in(browser: Browser, content: bytes, name: str, **words: str) -> str:
    """Import a file by its two pages; the address of the quiz that it became."""
    page = Page(browser.post("/host/quizzes/import", file=(BytesIO(content), name)).text)
    carried = {each: page.value(each) for each in ("draft", "once")}
    fields = {"title": "Mine!", "category": "funkies", "topic": "Ratio", "calculator": "no", "seconds": "60", **words}
    return browser.post("/host/quizzes/import/keep", **carried, **fields).location


def written(house: House) -> list[dict[str, object]]:
    with house.app.database.reading() as db:
        return [row.written for row in db.query(OwnQuestion).order_by(OwnQuestion.id)]


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_exported_and_imported_again_is_the_same(house: House, host: Browser, format_: str) -> None:
    sayable = [each for each in PLAIN if not cannot(each, format_)]
    quiz = bring_in(host, write(PLAIN, "csv"), "mine.csv")

    file = host.get(f"{quiz}/export/{format_}")

    back = read(file.data, f"mine{FORMATS[format_].suffix}")
    assert back.problems == ()
    assert [each.question.fields for each in back.questions] == [FORMATS[format_].carried(each) for each in sayable]
    bring_in(host, file.data, f"again{FORMATS[format_].suffix}")
    again = written(house)[len(PLAIN) :]
    assert [each["text"] for each in again] == [FORMATS[format_].carried(each)["text"] for each in sayable]
    if format_ in ("csv", "xlsx"):
        assert again == PLAIN


@pytest.mark.parametrize(
    ("format_", "kind", "name"),
    [
        ("csv", "text/csv; charset=utf-8", "mine.csv"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "mine.xlsx"),
        ("kahoot", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "mine-kahoot.xlsx"),
        ("gift", "text/plain; charset=utf-8", "mine.gift"),
        ("moodle", "application/xml", "mine.xml"),
        ("aiken", "text/plain; charset=utf-8", "mine.txt"),
    ],
)
def test_a_file_says_what_it_is_and_is_kept_not_shown(host: Browser, format_: str, kind: str, name: str) -> None:
    quiz = bring_in(host, write(PLAIN, "csv"), "mine.csv", title="../“Mine”\r\n")

    headers = host.get(f"{quiz}/export/{format_}").headers

    assert headers["Content-Type"] == kind
    assert headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_title_without_a_plain_letter_leaves_the_name_to_the_quiz(host: Browser) -> None:
    quiz = bring_in(host, write(PLAIN, "csv"), "mine.csv", title="½ ÷ ¼")

    assert f'"{quiz.rpartition("/")[2]}.csv"' in host.get(f"{quiz}/export/csv").headers["Content-Disposition"]


def test_what_came_from_a_file_can_be_changed_on_the_page_for_ones_own_questions(house: House, host: Browser) -> None:
    bring_in(host, write(PLAIN, "csv"), "mine.csv")

    for number, fields in enumerate(written(house), 1):
        form = host.get(f"/host/own/own-{number}").text
        assert str(escape(fields["text"])) in form, fields


def test_what_a_format_leaves_out_is_said_before_anything_is_taken(host: Browser) -> None:
    quiz = bring_in(host, write(PLAIN, "csv"), "mine.csv")

    page = host.get(f"{quiz}/export")

    said = Page(page.text).text
    assert f"All {len(PLAIN)} questions go in." in said
    assert f"1 of {len(PLAIN)} questions go in. It leaves out, or changes: topic, calculator, seconds" in said
    assert "not the type “order”." in said
    assert f'href="{quiz}/export"' in host.get(quiz).text


def test_a_format_that_can_say_nothing_offers_nothing(house: House, host: Browser) -> None:
    orders = [each for each in PLAIN if each["type"] == "order"]
    quiz = bring_in(host, write(orders, "csv"), "orders.csv")

    assert "It can’t say any of these questions." in Page(host.get(f"{quiz}/export").text).text
    assert f"{quiz}/export/aiken" not in host.get(f"{quiz}/export").text
    assert host.get(f"{quiz}/export/aiken").status_code == 404
    assert "The question goes in." in Page(host.get(f"{quiz}/export").text).text


def test_nobody_takes_what_they_may_not_see(house: House, host: Browser) -> None:
    quiz = bring_in(host, write(PLAIN, "csv"), "mine.csv")
    stranger = house.host_of()

    for address in (f"{quiz}/export", f"{quiz}/export/csv"):
        assert stranger.get(address).status_code == 404
        assert house.browser().get(address).location == "/host/sign-in"
    assert host.get("/host/quizzes/nowhere/export").status_code == 404


def test_a_question_that_is_kept_back_stays_here(house: House) -> None:
    folder = house.app.settings.puzzles / "bank"
    folder.mkdir()
    (folder / "b.yaml").write_text("bank: b\nquestions:\n  - id: half\n    text: A secret\n", encoding="utf-8")
    teacher = house.host_of()
    quiz = bring_in(teacher, write(PLAIN[:2], "csv"), "mine.csv")
    with house.changing() as db:
        content = as_dict(builders.choice("half"))
        row = BankQuestion(id="half", bank="b", category="funkies", topic="Money", kind="choice", calculator=False)
        row.made, row.fingerprint, row.content = "", "", content
        db.add(row)
        db.add(Reservation(question_id="half", kept_for="the final", staff_id=house.organiser.staff_id, at=house.now))
        held = db.get(Quiz, quiz.rpartition("/")[2])
        held.questions = [content, *held.questions]

    said = Page(teacher.get(f"{quiz}/export").text).text

    assert "Question 1. It is kept back for a final." in said
    assert "All 2 questions go in." in said
    assert b"A secret" not in teacher.get(f"{quiz}/export/csv").data


def test_a_question_that_was_changed_since_is_said_to_be(house: House, host: Browser) -> None:
    quiz = bring_in(host, write(PLAIN[:2], "csv"), "mine.csv")
    with house.changing() as db:
        held = db.get(Quiz, quiz.rpartition("/")[2])
        held.questions = [{**held.questions[0], "seconds": 77}, held.questions[1]]

    assert "Question 1 changed after this quiz got it." in Page(host.get(f"{quiz}/export").text).text


def test_a_file_that_can_not_be_made_in_time_is_said_to_be(house: House, host: Browser) -> None:
    quiz = bring_in(host, write(PLAIN[:1], "csv"), "mine.csv")

    def gives_up(*_: object) -> None:
        raise AsideError

    house.wiring = replace(house.wiring, aside=gives_up)
    for address in (f"{quiz}/export", f"{quiz}/export/csv"):
        refused = host.get(address)

        assert refused.status_code == 503
        assert "We couldn't make the file in time" in Page(refused.text).text
