"""A team comes in: the code, the name, the pass."""

import pytest

from challenge.rules.codes import spaced
from challenge.services.hosting import OrderName
from tests.web.house import Browser, House
from tests.web.pages import Page


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{spaced}", "{dashed}", "{lower} ", "{wide}"])
def test_a_round_code_may_be_typed_as_people_type(house: House, typed: str) -> None:
    code = house.here.code
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code)
    ways = {"lower": code.lower(), "spaced": spaced(code), "dashed": f"{code[:3]}\N{EN DASH}{code[3:]}", "wide": wide}

    reply = house.browser().post("/join", code=typed.format(code, **ways))

    assert reply.location == f"/join/{code}"


@pytest.mark.parametrize("typed", ["", "ZZZZZZ", "aeiou", "7K2M9QXD", "🦆" * 40, "' OR 1=1 --", "\0", "K" * 9_000])
def test_an_unknown_code_is_named_and_stays_in_the_box(house: House, typed: str) -> None:
    reply = house.browser().post("/join", code=typed)

    page = Page(reply.text)
    assert reply.status_code in (404, 422)
    assert "We can't find that" in page.text
    assert page.value("code") == typed[:24]


def test_a_team_code_in_the_same_box_lets_a_second_phone_into_the_team(house: House) -> None:
    code = house.team_code(house.here)
    second = house.browser()

    reply = second.post("/join", code=spaced(code).lower())

    assert reply.location == "/play"
    assert second.get("/play").status_code == 200
    assert len(house.teams(house.here)) == 1


def test_the_address_in_the_qr_code_shows_the_form_and_keeps_its_key(house: House) -> None:
    here, browser = house.here, house.browser()

    page = Page(browser.get(f"/join/{here.code}?k={here.door_key}").text)

    assert page.value("k") == here.door_key
    assert browser.post(f"/join/{here.code}", name="Pi Hards", k=page.value("k")).location == "/play"


@pytest.mark.parametrize("key", ["wrong", "é", "🦆", "", "\0"])
def test_a_wrong_door_key_is_as_good_as_none(house: House, key: str) -> None:
    reply = house.browser().client.get(f"/join/{house.here.code}", query_string={"k": key})

    assert reply.status_code == 200


def test_a_team_comes_in_with_a_name_alone(house: House) -> None:
    phone = house.browser()

    reply = phone.post(f"/join/{house.here.code}", name="  Pi   Hards ")

    assert reply.location == "/play"
    assert house.teams(house.here) == ["Pi Hards"]


def test_first_names_are_kept_and_an_empty_one_in_front_is_no_matter(house: House) -> None:
    house.phone(house.here, first_name_1="  ", first_name_2="Zoë")

    assert "Zoë" in house.organisers_browser().get(f"/host/sittings/{house.here.id}/teams").text


def test_a_suggested_name_is_printed_on_the_page_and_taken_without_a_script(house: House) -> None:
    browser = house.browser()
    words = Page(browser.get(f"/join/{house.here.code}").text).text
    ideas = words.partition("Stuck? Try ")[2].partition(". First names")[0].split(", ")

    reply = browser.post(f"/join/{house.here.code}", name="", idea=ideas[0])

    assert len(ideas) == 3
    assert reply.location == "/play"
    assert house.teams(house.here) == [ideas[0]]


def test_each_field_says_what_is_wrong_with_it_and_everything_typed_stays(house: House) -> None:
    typed = {"name": "x", "first_name_1": "Tom", "first_name_2": "T0m!"}

    reply = house.browser().post(f"/join/{house.here.code}", **typed)

    page = Page(reply.text)
    assert reply.status_code == 422
    assert {field: page.value(field) for field in typed} == typed
    assert {each["name"] for each in page.all("input") if each.get("aria-invalid")} == {"name", "first_name_2"}
    assert "Pick a name of 2 letters or more." in page.text
    assert "Use letters in a first name." in page.text
    assert house.teams(house.here) == []


def test_what_is_wrong_with_the_second_player_is_said_there_even_when_the_first_is_left_out(house: House) -> None:
    reply = house.browser().post(f"/join/{house.here.code}", name="Pi Hards", first_name_1="", first_name_2="T0m!")

    invalid = [each["name"] for each in Page(reply.text).all("input") if each.get("aria-invalid")]
    assert invalid == ["first_name_2"]


def test_a_taken_name_comes_with_one_that_is_free(house: House) -> None:
    house.phone(house.here, name="Pi Hards")

    reply = house.browser().post(f"/join/{house.here.code}", name="p1 HARDS")

    assert reply.status_code == 422
    assert 'Another team got there first. "p1 HARDS 2" is free.' in Page(reply.text).text


def test_the_same_name_is_free_next_door(house: House) -> None:
    house.phone(house.here, name="Pi Hards")
    other = house.sitting(name="Next door")

    house.phone(other, name="Pi Hards")

    assert house.teams(other) == ["Pi Hards"]


@pytest.mark.parametrize(
    ("order", "changes", "words"),
    [
        (OrderName.LOCK, {}, "The door is locked for now."),
        (OrderName.END, {}, "This round has finished."),
        (None, {"entry_mode": "listed"}, "This round is for listed teams."),
        (None, {"most_teams": 0}, "This round is full"),
    ],
)
def test_a_closed_door_says_why_on_the_form_and_after_it(
    house: House, order: OrderName | None, changes: dict[str, object], words: str
) -> None:
    house.change_sitting(house.here, **changes)
    if order:
        house.order(house.here, order)
    browser = house.browser()

    shown = browser.get(f"/join/{house.here.code}")
    sent = browser.post(f"/join/{house.here.code}", name="Pi Hards")

    assert words in Page(shown.text).text
    assert words in Page(sent.text).text
    assert house.teams(house.here) == []


def test_a_form_for_a_round_that_is_gone_says_so(house: House) -> None:
    browser = house.browser()

    replies = [browser.get("/join/ZZZZZZ"), browser.post("/join/ZZZZZZ", name="Pi Hards")]

    assert [reply.status_code for reply in replies] == [404, 404]
    assert all("We can't find that code." in Page(reply.text).text for reply in replies)


def test_pressing_twice_makes_one_team(house: House) -> None:
    browser = house.browser()
    form = filled(browser, house)

    replies = [browser.post(f"/join/{house.here.code}", **form) for _ in range(3)]

    assert [reply.location for reply in replies] == ["/play"] * 3
    assert house.teams(house.here) == ["Pi Hards"]


def test_pressing_again_before_the_first_reply_is_there_lets_the_phone_into_its_team(house: House) -> None:
    browser = house.browser()
    form = filled(browser, house)
    browser.post(f"/join/{house.here.code}", **form)
    browser.client.delete_cookie("pass")

    again = browser.post(f"/join/{house.here.code}", **form)

    assert again.location == "/play"
    assert browser.get("/play").status_code == 200
    assert house.teams(house.here) == ["Pi Hards"]


def test_a_form_that_somebody_saw_leads_no_other_browser_into_the_team(house: House) -> None:
    browser, thief = house.browser(), house.browser()
    form = filled(browser, house)
    browser.post(f"/join/{house.here.code}", **form)

    reply = thief.post(f"/join/{house.here.code}", **form)

    assert reply.status_code == 422
    assert thief.cookie("pass") is None


def test_a_form_sent_again_after_leaving_leads_back_no_more(house: House) -> None:
    browser = house.browser()
    form = filled(browser, house)
    browser.post(f"/join/{house.here.code}", **form)
    browser.post("/play/leave")

    reply = browser.post(f"/join/{house.here.code}", **form)

    assert reply.status_code == 422
    assert browser.cookie("pass") is None


def test_a_form_sent_again_after_the_team_was_removed_makes_a_new_team(house: House) -> None:
    browser = house.browser()
    form = filled(browser, house)
    browser.post(f"/join/{house.here.code}", **form)
    house.order(house.here, OrderName.REMOVE, entry=1)

    reply = browser.post(f"/join/{house.here.code}", **form)

    assert reply.location == "/play"
    assert browser.get("/play").status_code == 200


def filled(browser: Browser, house: House) -> dict[str, str]:
    page = Page(browser.get(f"/join/{house.here.code}").text)
    return {"name": "Pi Hards", "first_name_1": "Aisha", "first_name_2": "", "once": page.value("once")}
