"""Names that want to be more than names: on every page and sheet they stay text."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from challenge.models import Entry, Response, Round, Sitting, Student, Team
from challenge.services.hosting import OrderName
from tests.web.house import Browser, House
from tests.web.pages import Page

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raise %}",
    "javascript:alert(1)//</title>",
    "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{POP DIRECTIONAL FORMATTING}",
    "\N{DUCK}\N{FAMILY}\N{ZERO WIDTH JOINER}",
    '=HYPERLINK("http://evil")',
    "&lt;b&gt;&amp;",
    "N" * 300,
    "a\0b\v\x1b[31m",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_that_got_into_the_records_stays_text_on_every_page(house: House, name: str) -> None:
    calm = {page: elements(page, reply) for page, reply in shown(house).items()}
    plant(house, name)

    for page, reply in shown(house).items():
        assert elements(page, reply) == calm[page], page
        assert "49" not in Page(reply).title, page


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_a_text_in_every_sheet(house: House, name: str) -> None:
    house.team_code(house.here)
    plant(house, name)
    host = house.organisers_browser()

    sheet = host.get(f"/host/sittings/{house.here.id}/results.csv").data.decode("utf-8-sig")
    book = load_workbook(BytesIO(host.get(f"/host/sittings/{house.here.id}/results.xlsx").data))

    cell = [*csv.reader(StringIO(sheet))][1][2]
    assert cell.removeprefix("'") == name
    assert not cell.startswith(("=", "+", "-", "@"))
    assert book.worksheets[0].cell(2, 3).data_type == "s"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_in_the_form_is_refused_or_made_harmless(house: House, name: str) -> None:
    reply = house.browser().post(f"/join/{house.here.code}", name=name, first_name_1=name)

    assert reply.status_code in (302, 422)
    assert not [each for each in Page(reply.text).all("script") if not each.get("nonce")]
    assert not Page(reply.text).all("img")
    assert not any("\N{RIGHT-TO-LEFT OVERRIDE}" in team for team in house.teams(house.here))


@pytest.mark.parametrize("raw", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "x" * 64])
def test_a_hostile_answer_stays_text_on_the_results_page(house: House, raw: str) -> None:
    answered(house, position=4, raw=raw)

    page = Page(house.organisers_browser().get(f"/host/sittings/{house.here.id}/results").text)

    assert len(page.all("script")) == 0
    assert not page.all("img")
    assert raw[:20].casefold() in page.text.casefold()


@pytest.mark.parametrize("code", ["<script>", '"><script>alert(1)</script>', "' onfocus=x '", "{{7*7}}"])
def test_a_hostile_code_comes_back_as_text(house: House, code: str) -> None:
    browser = house.browser()

    for reply in (browser.post("/join", code=code), browser.get(f"/join/{code}"), browser.get(f"/t/{code}")):
        page = Page(reply.text)
        assert reply.status_code == 404
        assert not page.all("script")
        assert "49" not in page.text


def test_a_hostile_door_key_comes_back_as_text(house: House) -> None:
    page = Page(house.browser().client.get(f"/join/{house.here.code}?k=%22%3E%3Cscript%3E").text)

    assert page.value("k") == '"><script>'
    assert all(each.get("nonce") for each in page.all("script"))


def plant(house: House, name: str) -> None:
    """Puts the name where the rules of today would not let it: an older database, a hand in the records."""
    with house.changing() as db:
        for row in db.query(Team):
            row.name = f"{name}"
        for student in db.query(Student):
            student.first_name = name
        sitting = db.get_one(Sitting, house.here.id)
        sitting.name = sitting.place = name
        db.query(Round).filter_by(sitting_id=house.here.id).one().title = name


def shown(house: House) -> dict[str, str]:
    """The pages that print names."""
    code = next(iter(codes(house)), None) or house.team_code(house.here)
    host: Browser = house.organisers_browser()
    addresses = ["/host", *(f"/host/sittings/{house.here.id}{page}" for page in ("", "/teams", "/cards", "/results"))]
    addresses += [f"/t/{code}", f"/join/{house.here.code}"]
    return {address: host.get(address).text for address in addresses}


def codes(house: House) -> list[str]:
    with house.app.database.reading() as db:
        return [entry.team.code for entry in db.query(Entry)]


def elements(page: str, html: str) -> list[str]:
    """The elements of a page in their order; those of a QR code are the same for every name."""
    return [tag for tag, _ in Page(html).elements]


def answered(house: House, *, position: int, raw: str) -> None:
    """A team's answer to a question, shown at the end of the round."""
    house.team_code(house.here)
    with house.changing() as db:
        round_ = db.query(Round).filter_by(sitting_id=house.here.id).one()
        round_.state, round_.question = "locked", position
        fields = {"entry_id": 1, "device_id": 1, "message_id": "message-1", "raw": raw, "taken_ms": 1}
        question = round_.questions[position].id
        db.add(Response(round_id=round_.id, question_id=question, received_at=house.now, **fields))
    house.order(house.here, OrderName.REVEAL)
