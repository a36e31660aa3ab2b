"""A host accepts an answer that the key doesn't have, sees first whom it helps, and the places follow."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing

pytestmark = pytest.mark.needs_browser


def test_a_host_accepts_an_answer_for_every_team_that_gave_it_and_takes_it_back(server, phone, host):
    room = preparing.room(server, ["number"])
    desk = host(room)
    first, second, third = (phone(room, name, "Aisha") for name in ("Prime Suspects", "Ratio Gaga", "Pi Hards"))
    desk.open_question(1)
    first.write("30")
    second.write("30.0")
    third.write("31")
    for player, words in ((first, "30"), (second, "30.0"), (third, "31")):
        player.sees_sent(words)
    desk.close_question()
    others = desk.page.get_by_role("list", name="Other answers").get_by_role("listitem")

    expect(others).to_have_text(["302 teams · wrongAccept…", "311 team · wrongAccept…"])
    desk.page.get_by_role("button", name="Accept 30").click()
    dialog = desk.page.get_by_role("dialog", name="Count “30” as right?")
    expect(dialog).to_contain_text("3 teams would change.")
    expect(dialog.get_by_role("listitem").first).to_contain_text("Prime Suspects 1st with 0 points → 1st with 1 point")
    dialog.get_by_role("button", name="Accept it").click()
    expect(others.first).to_contain_text("2 teams · counts as right")
    desk.reveal(1)

    for player, words in (
        (first, "Spot on."),
        (second, "Your host accepted this answer too."),
        (third, "Not this time"),
    ):
        expect(player.page.locator("main")).to_contain_text(words)
    desk.page.get_by_role("button", name="Take back: 30").click()
    back = desk.page.get_by_role("dialog", name="Count “30” as wrong again?")
    expect(back).to_contain_text("3 teams would change.")
    back.get_by_role("button", name="Take it back").click()
    expect(others.first).to_contain_text("2 teams · wrong")
    expect(first.page.locator("main")).to_contain_text("Not this time")
