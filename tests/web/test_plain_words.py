"""When something can't be had, the page says so in plain words and tells nobody how the program is made."""

from pathlib import Path

import pytest
from werkzeug.exceptions import TooManyRequests

from challenge.services.transaction import StorageTroubleError
from tests.web.house import Browser, House
from tests.web.pages import Page

INNARDS = ("Traceback", "sqlalchemy", "sqlite", ".py", "Error", "werkzeug", "/tmp", "SELECT")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "We can't find that page"),
        ("/host/sittings/99", 404, "We can't find that page"),
        ("/screen/guess", 404, "We can't find that page"),
        ("/play/answer", 405, "That page can't be opened like this"),
        ("/host/sign-out", 405, "That page can't be opened like this"),
        ("/host/sittings/-1", 404, "We can't find that page"),
        ("/host/sittings/<script>", 404, "We can't find that page"),
    ],
)
def test_a_page_that_can_not_be_had_says_so(house: House, address: str, status: int, words: str) -> None:
    reply = house.organisers_browser().get(address)

    assert reply.status_code == status
    assert words in Page(reply.text).text
    assert "Type a code" in Page(reply.text).text
    assert not innards(reply.text)


def test_a_page_of_another_host_says_whose_it_is(house: House) -> None:
    reply = house.host_of().get(f"/host/sittings/{house.here.id}")

    assert reply.status_code == 403
    assert "This page belongs to the host of another round." in Page(reply.text).text


def test_a_form_that_is_too_long_says_so(house: House) -> None:
    reply = house.browser().post("/join", code="x" * 300_000)

    assert reply.status_code == 413
    assert "That's too long" in Page(reply.text).text


def test_a_request_that_makes_no_sense_is_not_called_our_fault(house: House) -> None:
    browser = house.browser()

    reply = browser.client.post("/join", data=b"x", headers={"Content-Length": "nonsense", "Transfer-Encoding": "odd"})

    assert reply.status_code == 400
    assert not innards(reply.text)


def test_a_rush_says_to_wait(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_with(house, monkeypatch, TooManyRequests())

    reply = house.browser().get("/")

    assert reply.status_code == 429
    assert "Wait a few seconds, then try again." in Page(reply.text).text


@pytest.mark.parametrize("bug", [ValueError("secret SELECT"), RuntimeError("/tmp/secret.py")])
def test_a_bug_is_an_apology_without_its_innards(house: House, monkeypatch: pytest.MonkeyPatch, bug: Exception) -> None:
    breaks_with(house, monkeypatch, bug)
    house.app.flask.config["PROPAGATE_EXCEPTIONS"] = False

    reply = house.organisers_browser().get("/")

    assert reply.status_code == 500
    assert "Something went wrong on our side" in Page(reply.text).text
    assert not innards(reply.text)


def test_trouble_with_the_database_says_that_nothing_was_changed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_with(house, monkeypatch, StorageTroubleError("The disk is full."))

    reply = house.browser().get("/")

    assert reply.status_code == 503
    assert "We can't reach our records Nothing was changed." in Page(reply.text).text


@pytest.mark.parametrize("loss", ["damaged", "gone"])
def test_every_page_says_so_when_the_database_is_gone(house: House, tmp_path: Path, loss: str) -> None:
    organiser, phone, here = house.organisers_browser(), house.phone(house.here), house.here
    lose(house, tmp_path / "test.sqlite3", loss)

    replies = [organiser.get("/host"), organiser.get(f"/host/sittings/{here.id}/results.xlsx"), phone.get("/play")]
    replies += [phone.get(f"/join/{here.code}"), phone.get(f"/screen/{here.screen_key}"), phone.get("/t/7K2M9QXD")]
    replies += [phone.post("/join", code=here.code), phone.answer({}), organiser.post("/host/link")]

    assert {reply.status_code for reply in replies} == {503}
    assert not any(innards(reply.text) for reply in replies)


@pytest.mark.parametrize("address", ["/", "/join", "/health", "/nowhere"])
def test_pages_without_records_go_on_without_the_database(house: House, tmp_path: Path, address: str) -> None:
    organiser = house.organisers_browser()
    lose(house, tmp_path / "test.sqlite3", "damaged")

    assert organiser.get(address).status_code in (200, 404)


def test_health_is_two_letters_and_needs_no_cookie(house: House) -> None:
    reply = house.browser().get("/health")

    assert (reply.status_code, reply.text) == (200, "ok")
    assert "Set-Cookie" not in reply.headers


def test_looking_at_a_page_without_asking_for_it_works(house: House) -> None:
    browser: Browser = house.browser()

    heads = {address: browser.head(address) for address in ("/", "/join", f"/join/{house.here.code}", "/health")}

    assert {reply.status_code for reply in heads.values()} == {200}
    assert not any(reply.data for reply in heads.values())


def innards(html: str) -> list[str]:
    return [each for each in INNARDS if each in Page(html).text]


def breaks_with(house: House, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the start page meet this error."""

    def broken() -> str:
        raise error

    monkeypatch.setitem(house.app.flask.view_functions, "public.index", broken)


def lose(house: House, file: Path, loss: str) -> None:
    house.app.database.engine.dispose()
    for each in file.parent.glob("test.sqlite3*"):
        each.unlink()
    if loss == "damaged":
        file.write_bytes(b"This is no database. " * 400)
