"""What goes with every page: a strict policy, no copies, careful cookies; and pages that anybody can read."""

import re
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from tests.web.house import House
from tests.web.pages import Page
from tests.web.test_routes import TABLE, names_of

ERRORS = ("/nowhere", "/host/sittings/99", "/join/ZZZZZZ", "/host/sign-out")
NOT_PAGES = ("/health", "/tokens.css", "results.csv", "results.xlsx", "questions.csv", "questions.xlsx", "example.csv")
FRAMED = re.compile(r"/questions/[^/]+/(phone|screen)")
"""Previews, which the pages of the builder hold in a frame."""
POLICY = re.compile(r"script-src 'self' 'nonce-([\w-]{20,})'")


def test_every_page_has_a_strict_policy(house: House) -> None:
    for address, reply in pages(house).items():
        policy = reply.headers["Content-Security-Policy"]

        assert "unsafe" not in policy, address
        assert "*" not in policy, address
        framers = "'self'" if FRAMED.search(address) else "'none'"
        for rule in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", f"frame-ancestors {framers}"):
            assert rule in policy, address
        assert reply.headers["X-Content-Type-Options"] == "nosniff", address


def test_every_script_carries_the_nonce_of_its_own_reply_and_no_two_replies_share_one(house: House) -> None:
    nonces = []

    for address, reply in pages(house).items():
        found = POLICY.search(reply.headers["Content-Security-Policy"])
        assert found, address
        assert {each.get("nonce") for each in Page(reply.text).all("script")} <= {found[1]}, address
        nonces.append(found[1])

    assert len(set(nonces)) == len(nonces) > 15


def test_no_page_has_an_inline_script_style_or_handler(house: House) -> None:
    for address, reply in pages(house).items():
        for tag, attributes in Page(reply.text).elements:
            assert tag != "style", address
            assert tag != "script" or attributes.get("src"), address
            assert not {name for name in attributes if name == "style" or name.startswith("on")}, (address, attributes)


def test_every_page_has_a_language_a_title_one_heading_and_names_for_its_fields(house: House) -> None:
    for address, reply in pages(house).items():
        page = Page(reply.text)

        assert [each.get("lang") for each in page.all("html")] == ["en-GB"], address
        assert len(page.title) > len(" · FE Maths Challenge"), address
        assert len(page.all("h1")) == 1, address
        assert len(page.all("main")) == 1, address
        assert page.fields_without_label() == [], address


def test_no_two_elements_of_a_page_share_an_id(house: House) -> None:
    for address, reply in pages(house).items():
        ids = [attributes["id"] for _, attributes in Page(reply.text).elements if "id" in attributes]

        assert len(ids) == len(set(ids)), address


def test_every_form_that_changes_something_carries_its_token(house: House) -> None:
    for address, reply in pages(house).items():
        page = Page(reply.text)
        posting = [each for each in page.all("form") if each.get("method") == "post"]

        assert len([each for each in page.all("input") if each.get("name") == "csrf_token"]) == len(posting), address


def test_no_browser_keeps_a_page_so_back_shows_nobody_elses(house: House) -> None:
    for address, reply in pages(house).items():
        assert reply.headers["Cache-Control"] == "no-store", address


def test_no_page_asks_another_computer_for_anything(house: House) -> None:
    for address, reply in pages(house).items():
        for _, attributes in Page(reply.text).elements:
            wanted = [attributes.get(name) or "" for name in ("src", "href", "action")]
            assert not [each for each in wanted if each.startswith(("http", "//"))], (address, wanted)


def test_static_files_are_kept_for_good_at_the_address_of_their_version(house: House) -> None:
    browser = house.browser()
    sheet = next(each["href"] or "" for each in Page(browser.get("/").text).all("link") if each["rel"] == "stylesheet")

    kept, old = browser.get(sheet), browser.get("/static/yesterday/tokens.css")
    again = browser.get(sheet, **{"If-None-Match": kept.headers["ETag"]})

    assert "max-age=31536000" in kept.headers["Cache-Control"]
    assert "max-age=0" in old.headers["Cache-Control"]
    assert again.status_code == 304
    assert "Set-Cookie" not in kept.headers
    for reply in (kept, old, again):
        reply.close()


@pytest.mark.parametrize("path", ["../challenge.sqlite3", "..%2f..%2fetc/passwd", "%2e%2e/run.py", "js/", "\0"])
def test_nothing_but_static_files_is_served_from_there(house: House, path: str) -> None:
    assert house.browser().get(f"/static/now/{path}").status_code == 404


@pytest.mark.parametrize(("https", "secure"), [(False, False), (True, True)])
def test_every_cookie_is_out_of_reach_of_scripts_and_other_sites(
    open_with: Callable[..., House], https: object, secure: object
) -> None:
    house = open_with(https=https)
    browser = house.browser()
    replies = [browser.get("/join"), browser.post(f"/join/{house.here.code}", name="Pi Hards")]
    replies.append(browser.post(f"/host/sign-in/{house.link()}"))

    cookies = [cookie for reply in replies for cookie in reply.headers.getlist("Set-Cookie")]

    assert {cookie.partition("=")[0] for cookie in cookies} == {"session", "pass", "remember_token"}
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) == secure
        assert "Domain" not in cookie


def test_a_pass_outlives_the_season_and_says_nothing_about_the_team(house: House) -> None:
    reply = house.browser().post(f"/join/{house.here.code}", name="Pi Hards")

    cookie = next(each for each in reply.headers.getlist("Set-Cookie") if each.startswith("pass="))
    assert "Max-Age=34560000" in cookie
    assert re.fullmatch(r"pass=[\w-]{32,}", cookie.partition(";")[0])


def test_the_big_screens_address_is_not_told_to_other_sites(house: House) -> None:
    assert house.browser().get(f"/screen/{house.here.screen_key}").headers["Referrer-Policy"] == "same-origin"


def pages(house: House) -> dict[str, TestResponse]:
    """Every page of the program: those of the table, opened by whoever may, and some refusals."""
    names = names_of(house)
    organiser, phone = house.organisers_browser(), house.phone(house.here, name="Sum of Us")
    found = {"/play": phone.get("/play"), "POST /host/link": organiser.post("/host/link")}
    for route, row in TABLE.items():
        address = row.address.format_map(names)
        if route.startswith("GET") and row.organiser in ("200", "401") and not address.endswith(NOT_PAGES):
            found[address] = organiser.get(address)
    found |= {address: organiser.get(address) for address in ERRORS}
    teams = f"/host/sittings/{names['here']}/teams"
    found["a paste"] = organiser.post(teams, pasted="Odd Squad")
    found["a bad paste"] = organiser.post(teams, pasted="x")
    found["a bad sitting"] = organiser.post("/host/sittings", name="", quiz="", entry="", policy="")
    found["a bad team"] = house.browser().post(f"/join/{names['code']}", name="", first_name_1="1", first_name_2="2")
    found["a used link"] = organiser.post("/host/sign-in/used")
    return found
