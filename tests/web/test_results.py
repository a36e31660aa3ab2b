"""The results page and its four sheets, and what they must not tell before the lock."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from challenge.models import Response, Round
from challenge.services.hosting import OrderName
from tests.web.house import Browser, House
from tests.web.pages import Page

SHEETS = ("results.csv", "results.xlsx", "questions.csv", "questions.xlsx")


@pytest.fixture
def host(house: House) -> Iterator[Browser]:
    return house.organisers_browser()


def test_before_the_round_the_page_says_that_results_are_to_come(house: House, host: Browser) -> None:
    page = Page(host.get(address(house, "results")).text)

    assert "Nothing to show yet. Each question appears here after it is locked." in page.text


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_can_be_taken_at_any_time(house: House, host: Browser, sheet: str) -> None:
    before = rows(host, house, sheet)
    ask(house, "C")
    during = rows(host, house, sheet)
    house.order(house.here, OrderName.END)
    after = rows(host, house, sheet)

    assert len(before) == 1
    assert len(during) <= len(after)
    assert len(after) > 1


@pytest.mark.parametrize("step", ["read", "open", "closing"])
def test_nothing_tells_the_key_or_an_answer_before_the_lock(house: House, host: Browser, step: str) -> None:
    go_to(house, step)

    told = [host.get(address(house, page)) for page in ("results", "results.csv", "questions.csv")]
    told += [host.get(address(house, page)) for page in ("", "teams", "cards")]
    cells = [str(cell) for sheet in SHEETS for row in rows(host, house, sheet) for cell in row]

    for key in ("11/12", "Adding tops and bottoms", "Same bottoms first", "Twelfths"):
        assert not any(key in reply.text for reply in told)
        assert not any(key in cell for cell in cells)


def test_after_the_lock_the_page_shows_the_places_and_the_slips(house: House, host: Browser) -> None:
    ask(house, "C", "A", "A")
    house.order(house.here, OrderName.REVEAL)

    page = Page(host.get(address(house, "results")).text)

    assert "1st Prime Suspects Aisha and Tom 1 1 2.0 s" in page.text
    assert "2nd joint Ratio Gaga" in page.text
    assert "3/7 Adding tops and bottoms is the most common slip here. 2" in page.text
    assert "11/12 ✓ right 1" in page.text
    assert "33% right" in page.text


def test_the_sheets_say_what_the_page_says(house: House, host: Browser) -> None:
    ask(house, "C", "A")
    house.order(house.here, OrderName.REVEAL)

    teams, questions = rows(host, house, "results.csv"), rows(host, house, "questions.csv")

    assert teams[1] == ["1", "no", "Prime Suspects", "Aisha, Tom", "1", "1", "2.0", "C", "right", "1", "2.0"]
    assert questions[1][:8] == ["1", "Fractions", "What is 2/3 + 1/4?", "11/12", "yes", "2", "1", "3/7"]
    assert [[str(cell or "") for cell in row] for row in rows(host, house, "questions.xlsx")][1] == questions[1]


def test_a_voided_question_is_shown_as_one_that_does_not_count(house: House, host: Browser) -> None:
    ask(house, "C")
    with house.app.database.reading() as db:
        question = db.query(Round).filter_by(sitting_id=house.here.id).one().questions[0].id
    house.order(house.here, OrderName.VOID, question=question, reason="Two answers <b>were</b> right.")

    page, sheet = host.get(address(house, "results")), rows(host, house, "questions.csv")

    assert "Doesn\N{RIGHT SINGLE QUOTATION MARK}t count" in Page(page.text).text
    assert sheet[1][4] == "no: Two answers <b>were</b> right."


def test_a_question_that_nobody_answered_has_no_share_of_right_answers(house: House, host: Browser) -> None:
    ask(house)

    page = Page(host.get(address(house, "results")).text)

    assert "0 teams answered." in page.text
    assert "% right" not in page.text


def test_sheets_come_as_files_that_nobody_keeps(house: House, host: Browser) -> None:
    for sheet, name in zip(SHEETS, ("teams.csv", "teams.xlsx", "questions.csv", "questions.xlsx"), strict=True):
        reply = host.get(address(house, sheet))

        assert reply.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.mimetype in ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def address(house: House, page: str) -> str:
    return f"/host/sittings/{house.here.id}/{page}"


def rows(host: Browser, house: House, sheet: str) -> list[list[object]]:
    content = host.get(address(house, sheet)).data
    if sheet.endswith("csv"):
        return [[*row] for row in csv.reader(StringIO(content.decode("utf-8-sig")))]
    return [[*row] for row in load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)]


def go_to(house: House, step: str) -> None:
    house.team_code(house.here)
    house.order(house.here, OrderName.NEXT)
    if step != "read":
        house.order(house.here, OrderName.NEXT)
        store(house, "A")
    if step == "closing":
        house.order(house.here, OrderName.CLOSE)


def ask(house: House, *answers: str) -> None:
    """Ask the first question, and lock what the first teams answered to it, each after two seconds."""
    for name in ("Prime Suspects", "Ratio Gaga", "Pi Hards")[: len(answers)]:
        house.team_code(house.here, name)
    house.order(house.here, OrderName.NEXT)
    house.order(house.here, OrderName.NEXT)
    store(house, *answers)
    house.order(house.here, OrderName.CLOSE)
    house.pass_time(2_000)


def store(house: House, *answers: str) -> None:
    with house.changing() as db:
        round_ = db.query(Round).filter_by(sitting_id=house.here.id).one()
        for number, raw in enumerate(answers, start=1):
            fields = {"entry_id": number, "device_id": number, "message_id": f"message-{number}", "raw": raw}
            question = round_.questions[0].id
            times = {"received_at": house.now, "taken_ms": 2_000}
            db.add(Response(round_id=round_.id, question_id=question, **fields, **times))
