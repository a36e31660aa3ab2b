"""The phone's page in all its states, for people who see, hear or move in another way than most."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.browser.audit import faults
from tests.browser.pictures import take

pytestmark = [pytest.mark.needs_browser, pytest.mark.needs_lighthouse]

RIGHT = {
    "choice": "D",
    "choices": ("B", "C"),
    "truth": "False",
    "number": "9",
    "text": "obtuse",
    "order": ("85 cm", "0.9 m", "1,200 mm", "1.25 m"),
}
LONG_NAME = "Wolverhampton’s Great Numerators"


@pytest.mark.parametrize("kind", RIGHT)
def test_a_question_of_each_kind_has_no_faults_from_the_reading_to_the_reveal(kind, server, phone, conduct):
    room = preparing.room(server, [kind])
    host, player = conduct(room), phone(room, LONG_NAME, "Aisha", "Bartholomew")
    found = []

    host.does("next", "read")
    expect(player.help).to_contain_text("Read it first")
    found += faults(player.page)
    host.does("next", "open")
    player.answerable()
    found += faults(player.page)
    player.answer(kind, RIGHT[kind])
    player.sees_sent()
    found += faults(player.page)
    host.locks()
    expect(player.help).to_contain_text("Answers are in")
    found += faults(player.page)
    host.does("next", "revealed")
    expect(player.heading).to_have_text("Spot on.")
    found += faults(player.page)

    assert found == []


@pytest.mark.parametrize(("given", "first"), [("A", "Not this time"), (None, "No answer from you this time")])
def test_a_reveal_without_a_point_has_no_faults(given, first, server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")

    host.opens_next()
    if given:
        player.choose(given)
        player.sees_sent()
    host.locks()
    host.does("next", "revealed")
    expect(player.page.locator(".hero")).to_contain_text(first)

    assert faults(player.page) == []


def test_the_lobby_the_standings_and_the_end_have_no_faults(server, phone, conduct):
    room = preparing.room(server, ["choice", "truth"])
    host, player = conduct(room), phone(room, LONG_NAME, "Aisha", "Bartholomew")
    phone(room, LONG_NAME[::-1])

    found = faults(player.page)
    host.opens_next()
    player.choose("D")
    player.sees_sent()
    host.locks()
    host.does("next", "revealed")
    host.does("standings", "standings")
    expect(player.heading).to_have_text("Your place so far")
    found += faults(player.page)
    host.does("end", "done")
    expect(player.heading).to_contain_text("Thank you for playing")
    found += faults(player.page)

    assert found == []


def test_a_held_answer_has_no_faults(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    host.opens_next()
    player.answerable()

    player.context.set_offline(True)
    player.choose("B")
    expect(player.help).to_contain_text("B is safe on this phone, not sent yet.")
    take(player.page, "phone-held")

    assert faults(player.page) == []


def test_a_paused_question_and_one_that_does_not_count_have_no_faults(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    question = host.opens_next()

    host.does("pause")
    expect(player.help).to_contain_text("Paused by your host.")
    take(player.page, "phone-paused")
    found = faults(player.page)
    host.does("void", "locked", question=question, reason="Two answers were right.")
    host.does("next", "revealed")
    expect(player.heading).to_have_text("This one doesn’t count")
    take(player.page, "phone-void")
    found += faults(player.page)

    assert found == []


def test_a_number_that_can_not_be_read_has_no_faults(server, phone, conduct):
    room = preparing.room(server, ["number"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    host.opens_next()

    player.write("3//4")
    expect(player.page.get_by_role("alert")).to_be_visible()
    take(player.page, "phone-unreadable")

    assert faults(player.page) == []


def test_the_page_of_a_team_that_was_taken_out_has_no_faults(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")

    host.does("remove", entry=host.told_now()["teams"][0]["id"])
    expect(player.heading).to_have_text("You’re out of this round")
    take(player.page, "phone-gone")

    assert faults(player.page) == []
