"""A host signs in by a link that works once."""

import pytest

from challenge.services.sittings import LINK_LASTS_MS
from tests.web.house import House
from tests.web.pages import Page

USED = "This sign-in link was used already or is too old."


def test_a_link_signs_its_host_in(house: House) -> None:
    browser = house.browser()

    reply = browser.post(f"/host/sign-in/{house.link()}")

    assert reply.location == "/host"
    assert browser.get("/host").status_code == 200


def test_programs_that_look_at_links_do_not_use_them_up(house: House) -> None:
    address, robot = f"/host/sign-in/{house.link()}", house.browser()

    looks = [robot.get(address), robot.head(address), robot.get(address, Purpose="prefetch")]

    assert {look.status_code for look in looks} == {200}
    assert robot.get("/host").location == "/host/sign-in"
    assert house.browser().post(address).location == "/host"


def test_a_link_works_once(house: House) -> None:
    address = f"/host/sign-in/{house.link()}"
    house.browser().post(address)
    late = house.browser()

    reply = late.post(address)

    assert reply.status_code == 410
    assert USED in Page(reply.text).text
    assert late.get("/host").location == "/host/sign-in"


def test_pressing_the_button_of_a_used_link_again_leaves_the_host_signed_in(house: House) -> None:
    address, browser = f"/host/sign-in/{house.link()}", house.browser()
    browser.post(address)

    assert browser.post(address).status_code == 410
    assert browser.get("/host").status_code == 200


@pytest.mark.parametrize(("after", "status"), [(LINK_LASTS_MS, 302), (LINK_LASTS_MS + 1, 410)])
def test_a_link_lasts_twelve_hours(house: House, after: int, status: int) -> None:
    address = f"/host/sign-in/{house.link()}"

    house.now += after

    assert house.browser().post(address).status_code == status


@pytest.mark.parametrize("token", ["x", "%00", "é", "x" * 3_000, "..%2F..%2Fhost"])
def test_an_invented_link_opens_nothing(house: House, token: str) -> None:
    assert house.browser().post(f"/host/sign-in/{token}").status_code in (404, 410)


def test_a_browser_that_is_not_signed_in_is_told_where_the_link_is(house: House) -> None:
    page = Page(house.browser().get("/host/sign-in").text)

    assert "The program prints it when it starts." in page.text
    assert not page.all("form")


def test_signing_out_forgets_this_browser_alone(house: House) -> None:
    here, there = house.organisers_browser(), house.organisers_browser()

    reply = here.post("/host/sign-out")

    assert reply.location == "/"
    assert here.get("/host").location == "/host/sign-in"
    assert here.cookie("remember_token") is None
    assert there.get("/host").status_code == 200


def test_a_host_stays_signed_in_when_the_browser_was_closed(house: House) -> None:
    browser = house.organisers_browser()

    browser.client.delete_cookie("session")

    assert browser.get("/host").status_code == 200


@pytest.mark.parametrize("cookie", ["session", "remember_token"])
def test_a_forged_cookie_signs_nobody_in(house: House, cookie: str) -> None:
    browser = house.browser()

    browser.client.set_cookie(cookie, "1|forged")

    assert browser.get("/host").location == "/host/sign-in"


@pytest.mark.parametrize("name", ["99", "nobody"])
def test_a_session_of_somebody_who_is_no_longer_there_signs_nobody_in(house: House, name: str) -> None:
    browser = house.browser()

    with browser.client.session_transaction() as session:
        session["_user_id"] = name

    assert browser.get("/host").location == "/host/sign-in"


def test_a_sign_in_page_sends_nobody_elsewhere(house: House) -> None:
    browser = house.browser()

    reply = browser.post(f"/host/sign-in/{house.link()}?next=https://evil.example", next="https://evil.example")

    assert reply.location == "/host"


def test_a_host_makes_a_link_for_another_device(house: House) -> None:
    page = Page(house.organisers_browser().post("/host/link").text)
    link = next(word for word in page.text.split() if "/host/sign-in/" in word)
    other = house.browser()

    assert link.startswith(house.app.settings.public_url)
    assert other.post(link.removeprefix(house.app.settings.public_url)).location == "/host"
    assert other.get(f"/host/sittings/{house.here.id}").status_code == 200
