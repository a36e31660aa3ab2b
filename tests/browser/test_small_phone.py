"""A phone of 360 × 640 pixels, as small as a class has them: what became of an answer is seen without scrolling."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.browser.pictures import take

pytestmark = pytest.mark.needs_browser

GIVEN = {
    "choice": "D",
    "choices": ("B", "C"),
    "number": "9",
    "text": "obtuse",
    "order": ("85 cm", "0.9 m", "1,200 mm", "1.25 m"),
}
LIES_INSIDE = """(note) => {
  const {top, bottom} = note.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}"""


@pytest.mark.parametrize("kind", GIVEN)
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_got_it_is_seen_without_scrolling_after_sending(kind, motion, server, phone, conduct):
    room = preparing.room(server, [kind])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha", reduced_motion=motion)
    phone(room, "Second to None")
    host.opens_next()

    player.answer(kind, GIVEN[kind])
    player.sees_sent()

    note = player.help.locator(".note")
    # The server's count comes later; whoever has answered is never told that nobody has.
    assert "0 of" not in note.text_content()
    player.page.wait_for_function(LIES_INSIDE, arg=note.element_handle())
    take(player.page, f"phone-small-sent-{kind}")
    box = note.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= player.page.viewport_size["height"]


@pytest.mark.parametrize("kind", ["number", "order"])
def test_an_answer_of_the_other_phone_moves_nothing_under_the_finger(kind, server, phone, conduct):
    room = preparing.room(server, [kind])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    other = phone(room).come_back(player.team_code)
    host.opens_next()
    player.answerable()

    other.answer(kind, GIVEN[kind])
    other.sees_sent()
    player.sees_sent()

    assert player.page.evaluate("window.scrollY") == 0


def test_the_next_question_is_seen_from_its_top_again(server, phone, conduct):
    room = preparing.room(server, ["order", "number"])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    host.opens_next()
    player.arrange(GIVEN["order"])
    player.sees_sent()
    host.locks()
    host.does("next", "revealed")
    host.opens_next()

    player.answerable()
    expect(player.page.locator("#where")).to_have_text("Question 2 of 2")
    assert player.page.evaluate("window.scrollY") == 0
