import shutil

import pytest
from werkzeug.test import TestResponse

from challenge.aside import AsideError
from challenge.reports.tarsia_fitting import LARGE, NORMAL
from challenge.rules.refusal import Refused
from challenge.web import tarsias
from tests.architecture.source import ROOT
from tests.web.house import Browser, House
from tests.web.pages import Page

ADDRESS = "/host/tarsia/pythagoras"


@pytest.fixture
def host(house: House) -> Browser:
    return house.organisers_browser()


def words(reply: TestResponse) -> str:
    return Page(reply.text).text


@pytest.fixture
def ordered(house: House, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """A house with two puzzles, and what is asked of the printer, which takes no time here."""
    asked: list[tuple[object, ...]] = []
    folder = house.wiring.settings.puzzles / "tarsia"
    folder.mkdir()
    for name in ("pythagoras", "how-likely"):
        shutil.copy(ROOT / "puzzles" / "tarsia" / f"{name}.yaml", folder)

    def printed(_tarsia: object, *order: object) -> bytes:
        asked.append(order)
        return b"%PDF"

    monkeypatch.setattr(tarsias, "on_paper", printed)
    return asked


@pytest.mark.usefixtures("ordered")
def test_every_puzzle_is_listed_with_what_it_is(host: Browser) -> None:
    page = words(host.get("/host/tarsia"))

    assert "Triangle of 9 pieces · 9 matches" in page
    assert "20 cards to pair · 10 matches" in page
    assert page.index("How likely is it?") < page.index("Pythagoras: the missing side")


@pytest.mark.usefixtures("ordered")
def test_a_level_shows_its_own(host: Browser) -> None:
    page = words(host.get("/host/tarsia?category=go-forth"))

    assert "Pythagoras: the missing side" in page
    assert "How likely is it?" not in page


def test_where_there_are_none_it_is_said(host: Browser) -> None:
    assert "There are no puzzles here." in words(host.get("/host/tarsia"))


@pytest.mark.usefixtures("ordered")
def test_a_puzzle_shows_its_pairs_typeset(host: Browser) -> None:
    assert host.get(ADDRESS).text.count("<tr><td>") == 9


def test_each_team_gets_a_set_and_spare_ones_come_besides(host: Browser, ordered: list[tuple[object, ...]]) -> None:
    reply = host.post(ADDRESS, teams=" Prime  Suspects\n\nPi Hards\n", spare="2", sitting="College final", seed="7")

    assert ordered == [(("Prime Suspects", "Pi Hards", "", ""), 7, "College final", NORMAL)]
    assert (reply.status_code, reply.headers["Content-Type"]) == (200, "application/pdf")
    assert 'filename="pythagoras.pdf"' in reply.headers["Content-Disposition"]


def test_one_set_in_large_print(host: Browser, ordered: list[tuple[object, ...]]) -> None:
    host.post(ADDRESS, large="yes")

    assert ordered == [(("",), 1, "", LARGE)]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"spare": "0", "teams": ""}, "Print between 1 and 200 sets at a time."),
        ({"spare": "201"}, "Give a number from 0 to 200."),
        ({"spare": "many"}, "Give a number from 0 to 200."),
        ({"spare": "9" * 5_000}, "Give a number from 0 to 200."),
        ({"seed": "-1"}, "Give a number from 0 to 999,999."),
        ({"sitting": "x" * 61}, "It is 61 characters long. Shorten it to 60."),
        ({"teams": "Pi Hards\n" + "y" * 61}, "Team 2 is 61 characters long. Shorten it to 60."),
        ({"teams": "A\n" * 201}, "These are 201 teams. Print at most 200 sets at a time."),
        ({"teams": "A\n" * 200, "spare": "1"}, "Print between 1 and 200 sets at a time."),
    ],
)
def test_what_can_not_be_printed_is_named_and_the_rest_is_kept(
    host: Browser, ordered: list[tuple[object, ...]], fields: dict[str, str], says: str
) -> None:
    reply = host.post(ADDRESS, **{"teams": "Ratio Gaga", "spare": "", **fields})

    assert reply.status_code == 422
    assert says in words(reply)
    assert ("Ratio Gaga" in reply.text) == ("teams" not in fields)
    assert ordered == []


@pytest.mark.usefixtures("ordered")
def test_a_puzzle_that_can_not_be_printed_says_why(host: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarsias, "on_paper", lambda *_: Refused("no_fit", "A label is too long for its piece."))

    reply = host.post(ADDRESS)

    assert reply.status_code == 422
    assert "A label is too long for its piece." in words(reply)


@pytest.mark.usefixtures("ordered")
def test_a_printer_that_is_too_slow_says_so(host: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_: object) -> bytes:
        raise AsideError

    monkeypatch.setattr(tarsias, "on_paper", too_slow)

    reply = host.post(ADDRESS)

    assert reply.status_code == 503
    assert "try again" in words(reply)


@pytest.mark.usefixtures("ordered")
def test_a_file_that_changed_is_read_again(host: Browser, house: House) -> None:
    host.get("/host/tarsia")

    (house.wiring.settings.puzzles / "tarsia" / "pythagoras.yaml").unlink()

    assert "Pythagoras: the missing side" not in words(host.get("/host/tarsia"))
    assert host.get(ADDRESS).status_code == 404


def test_real_sheets_come_from_the_printer(host: Browser, house: House) -> None:
    folder = house.wiring.settings.puzzles / "tarsia"
    folder.mkdir()
    shutil.copy(ROOT / "puzzles" / "tarsia" / "pythagoras.yaml", folder)

    assert host.post(ADDRESS, spare="2").data.startswith(b"%PDF-")
