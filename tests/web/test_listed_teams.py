"""Listed teams: pasted, checked, saved, printed."""

import pytest
import segno
from werkzeug.test import TestResponse

from challenge.rules.codes import spaced
from tests.web.house import Browser, House
from tests.web.pages import Page
from tests.web.test_coming_back import team_codes

LIST = "Team\tFirst\tSecond\r\nPrime Suspects\tSam\tPriya\r\n\r\nPi Hards\tAisha\t\r\n"


def test_checking_a_list_shows_what_would_be_added_and_saves_nothing(house: House) -> None:
    reply = paste(house.organisers_browser(), house, LIST, step="check")

    page = Page(reply.text)
    assert reply.status_code == 200
    assert "2 teams are ready to add Prime Suspects Sam and Priya Pi Hards Aisha" in page.text
    assert "Add 2 teams" in page.text
    assert house.teams(house.here) == []


def test_saving_a_list_adds_every_team(house: House) -> None:
    reply = paste(house.organisers_browser(), house, LIST, step="save")

    assert reply.location == f"/host/sittings/{house.here.id}/teams"
    assert house.teams(house.here) == ["Prime Suspects", "Pi Hards"]


def test_pressing_add_twice_adds_them_once_and_does_not_complain(house: House) -> None:
    host = house.organisers_browser()

    replies = [paste(host, house, LIST, step="save") for _ in range(2)]

    assert [reply.status_code for reply in replies] == [302, 302]
    assert house.teams(house.here) == ["Prime Suspects", "Pi Hards"]


def test_a_list_that_is_half_there_is_not_half_saved(house: House) -> None:
    host = house.organisers_browser()
    paste(host, house, "Pi Hards", step="save")

    reply = paste(host, house, LIST, step="save")

    assert reply.status_code == 422
    assert house.teams(house.here) == ["Pi Hards"]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("Pi Hards, Aisha", "Team", "Another team got there first."),
        ("x", "Team", "Pick a name of 2 letters or more."),
        ("y" * 300, "Team", "That's a long one."),
        ("Acute Angles, T0m", "Student 1", "Use letters in a first name."),
        ("Acute Angles, Tom, Sam, Jo, Al, Di", "Students", "A team has at most 4. Split it into two teams."),
    ],
)
def test_a_problem_names_its_row_and_column(house: House, row: str, column: str, words: str) -> None:
    pasted = f"Prime Suspects, Sam\nPi Hards, Jo\n{row}"

    reply = paste(house.organisers_browser(), house, pasted, step="save")

    page = Page(reply.text)
    assert reply.status_code == 422
    assert f"3 {column}" in page.text
    assert words in page.text
    assert pasted in reply.text.replace("\r\n", "\n")
    assert house.teams(house.here) == []


@pytest.mark.parametrize("pasted", ["", "  \n\n , , \n", "Team"])
def test_an_empty_list_saves_nothing_and_is_no_fault(house: House, pasted: str) -> None:
    reply = paste(house.organisers_browser(), house, pasted, step="save")

    assert reply.status_code == 200
    assert house.teams(house.here) == []


def test_a_list_that_is_too_long_is_refused_whole_rather_than_cut(house: House) -> None:
    reply = paste(house.organisers_browser(), house, f"Pi Hards\nAcute Angles{',' * 40_000}Tom", step="save")

    assert reply.status_code == 422
    assert "Paste a part of it at a time." in Page(reply.text).text
    assert house.teams(house.here) == []


@pytest.mark.parametrize(
    "pasted", ['"Pi Hards, Aisha\nAcute Angles', "Pi Hards\0, A\0isha", "Pi Hards\vAisha", ";;;\t,,"]
)
def test_odd_pastes_are_explained_and_break_nothing(house: House, pasted: str) -> None:
    assert paste(house.organisers_browser(), house, pasted, step="check").status_code in (200, 422)


def test_each_card_has_its_teams_code_and_a_qr_code_that_leads_to_its_page(house: House) -> None:
    host = house.organisers_browser()
    paste(host, house, LIST, step="save")
    codes = codes_of(house, host)

    page = host.get(f"/host/sittings/{house.here.id}/cards").text

    for code in codes:
        assert spaced(code) in Page(page).text
        assert drawn(f"http://127.0.0.1:8000/t/{code}") in page
    assert len(codes) == page.count('class="qr"') == 2


def test_the_code_of_a_card_lets_its_team_in(house: House) -> None:
    host, phone = house.organisers_browser(), house.browser()
    paste(host, house, LIST, step="save")

    reply = phone.post(f"/t/{codes_of(house, host)[1]}")

    assert reply.location == "/play"
    assert phone.get("/play").status_code == 200


def test_cards_lead_to_the_address_of_the_settings_whatever_the_request_says(house: House) -> None:
    host = house.organisers_browser()
    code = house.team_code(house.here)

    page = host.get(f"/host/sittings/{house.here.id}/cards", **{"X-Forwarded-Host": "evil.example"}).text
    link = Page(host.client.post("/host/link", data={"csrf_token": host.token}, headers={"Host": "evil"}).text).text

    assert drawn(f"http://127.0.0.1:8000/t/{code}") in page
    assert "evil" not in page + link


def test_a_sitting_without_teams_says_how_to_get_some(house: House) -> None:
    page = Page(house.organisers_browser().get(f"/host/sittings/{house.here.id}/cards").text)

    assert "There are no teams yet." in page.text


def paste(browser: Browser, house: House, pasted: str, *, step: str) -> TestResponse:
    return browser.post(f"/host/sittings/{house.here.id}/teams", pasted=pasted, step=step)


def codes_of(house: House, host: Browser) -> list[str]:
    return team_codes(host.get(f"/host/sittings/{house.here.id}/teams").text)


def drawn(address: str) -> str:
    """The modules of the QR code that a reader reads as this address."""
    code = segno.make(address, error="m", boost_error=False)
    return code.svg_inline().rpartition(" d=")[2].partition("h")[2].partition("/>")[0]
