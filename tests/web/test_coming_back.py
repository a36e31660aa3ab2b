"""A team is always let back in: by its cookie, its code, its card."""

from itertools import pairwise

import pytest

from challenge.rules.codes import kind_of
from challenge.services.hosting import OrderName
from tests.web.house import House
from tests.web.pages import Page


@pytest.mark.parametrize("address", ["/join/{code}", "/join/{code}?k={door_key}"])
def test_a_phone_that_plays_goes_straight_on(house: House, address: str) -> None:
    phone = house.phone(house.here)
    there = address.format(code=house.here.code, door_key=house.here.door_key)

    assert phone.get(there).location == "/play"


def test_a_phone_that_types_the_round_code_again_goes_straight_on(house: House) -> None:
    phone = house.phone(house.here)

    there = phone.post("/join", code=house.here.code).location

    assert phone.get(there or "").location == "/play"


def test_a_phone_of_next_door_is_asked_for_a_team_here(house: House) -> None:
    phone = house.phone(house.sitting(name="Next door"))

    shown = phone.get(f"/join/{house.here.code}")
    sent = phone.post(f"/join/{house.here.code}", name="Pi Hards")

    assert (shown.status_code, sent.location) == (200, "/play")
    assert house.teams(house.here) == ["Pi Hards"]


@pytest.mark.parametrize("secret", ["", "guess", "é", "x" * 4_000, "'"])
def test_a_pass_that_nobody_gave_opens_nothing(house: House, secret: str) -> None:
    browser = house.browser()
    browser.client.set_cookie("pass", secret)

    assert browser.get("/play").location == "/join"


def test_leaving_forgets_the_team_on_this_phone_alone(house: House) -> None:
    phone, partner = house.phone(house.here), house.browser()
    partner.post("/join", code=code_of_only_team(house))

    reply = phone.post("/play/leave")

    assert reply.location == "/join"
    assert phone.cookie("pass") is None
    assert phone.get("/play").location == "/join"
    assert partner.get("/play").status_code == 200


def test_a_removed_team_is_out_and_its_code_says_so(house: House) -> None:
    phone = house.phone(house.here)
    code = code_of_only_team(house)
    house.order(house.here, OrderName.REMOVE, entry=1)

    reply = house.browser().post("/join", code=code)

    assert phone.get("/play").location == "/join"
    assert reply.status_code == 422
    assert "Your host took this team out of the round." in Page(reply.text).text


def test_a_removed_team_may_come_in_anew_under_its_name(house: House) -> None:
    phone = house.phone(house.here, name="Pi Hards")
    house.order(house.here, OrderName.REMOVE, entry=1)

    reply = phone.post(f"/join/{house.here.code}", name="Pi Hards")

    assert reply.location == "/play"
    assert house.teams(house.here) == ["Pi Hards"]


@pytest.mark.parametrize("order", [OrderName.LOCK, OrderName.END])
def test_a_team_code_works_when_new_teams_are_kept_out(house: House, order: OrderName) -> None:
    code = house.team_code(house.here)
    house.order(house.here, order)

    assert house.browser().post("/join", code=code).location == "/play"


def test_a_team_of_the_list_comes_in_with_its_code(house: House) -> None:
    listed = house.sitting(name="Final", entry_mode="listed")
    host = house.organisers_browser()
    host.post(f"/host/sittings/{listed.id}/teams", pasted="Acute Angles, Aisha", step="save")
    code = team_codes(host.get(f"/host/sittings/{listed.id}/teams").text)[0]

    assert house.browser().post("/join", code=code).location == "/play"


def test_a_card_asks_whether_it_is_your_team_and_looking_at_it_changes_nothing(house: House) -> None:
    code, browser = house.team_code(house.here), house.browser()

    shown = [browser.get(f"/t/{code}"), browser.head(f"/t/{code}"), browser.get(f"/t/{code.lower()}")]

    assert [reply.status_code for reply in shown] == [200] * 3
    assert "Prime Suspects Is this your team?" in Page(shown[0].text).text
    assert browser.cookie("pass") is None
    assert browser.post(f"/t/{code}").location == "/play"


def test_a_card_that_nobody_printed_is_unknown(house: House) -> None:
    browser = house.browser()

    replies = [browser.get("/t/7K2M9QXD"), browser.post("/t/7K2M9QXD"), browser.get(f"/t/{house.here.code}")]

    assert [reply.status_code for reply in replies] == [404, 422, 404]
    assert all("We can't find that team code. Check it against your card" in Page(reply.text).text for reply in replies)


def code_of_only_team(house: House) -> str:
    return team_codes(house.organisers_browser().get(f"/host/sittings/{house.here.id}/teams").text)[0]


def team_codes(html: str) -> list[str]:
    words = Page(html).text.split()
    return [first + second for first, second in pairwise(words) if kind_of(first + second) == "team"]
