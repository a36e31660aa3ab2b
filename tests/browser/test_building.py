"""A teacher builds a quiz, writes a question, tries answers, hosts it, rules on an answer, and the places follow."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.browser.audit import faults

pytestmark = pytest.mark.needs_browser

RATIO = "A cordial is 1 part syrup to 4 parts water. Write the ratio of syrup to water."


def test_a_quiz_is_built_by_blueprint_gets_a_question_of_ones_own_and_is_played(server, phone, host):
    desk = host(preparing.room(server, ["choice"]))
    page = desk.page

    make_a_quiz(page)
    for _ in range(2):
        page.get_by_role("button", name="Take out question 1").click()
    write_a_question(page)
    page.get_by_role("link", name="Start a round with it").click()
    expect(page.get_by_role("radio", name=re.compile("Friday quiz"))).to_be_checked()
    page.get_by_role("button", name="Start", exact=True).click()
    desk.live()

    room = preparing.room_of(server, int(page.url.rpartition("/")[2]))
    first, second = (phone(room, name, "Aisha") for name in ("Prime Suspects", "Ratio Gaga"))
    desk.open_question(1)
    for player, typed in ((first, "1:5"), (second, "1:4")):
        player.write(typed)
        player.sees_sent(typed)
    desk.close_question()
    desk.reveal(1)
    expect(desk.team("Ratio Gaga")).to_contain_text("1st")
    page.get_by_role("button", name="Accept 1:5").click()
    page.get_by_role("dialog").get_by_role("button", name="Accept it").click()
    expect(first.page.locator("main")).to_contain_text("Your host accepted this answer too.")


def make_a_quiz(page):
    page.goto("/host/quizzes")
    page.get_by_label("Title").fill("Friday quiz")
    page.get_by_role("radio", name="The Funkies").check()
    page.get_by_label("Questions", exact=True).fill("2")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("heading", name="Friday quiz")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Take out question"))).to_have_count(2)
    assert faults(page) == []


def write_a_question(page):
    """Write one, try a wrong answer in its preview, and keep it."""
    page.get_by_role("link", name="Write a question").click()
    page.get_by_label("How it is answered").select_option("ratio")
    page.get_by_label("Level").select_option("funkies")
    page.get_by_label("Topic").select_option("Ratio")
    page.get_by_label("Question", exact=True).fill(RATIO)
    page.get_by_label("Right answer").fill("1:4")
    preview = page.frame_locator("iframe[name=preview]")
    expect(preview.get_by_role("heading", name=RATIO)).to_be_visible()
    preview.get_by_label("Your answer").fill("4:1")
    expect(preview.get_by_text("We read 4:1: 4 to 1.")).to_be_visible()
    preview.get_by_role("button", name=re.compile("^Send")).click()
    expect(preview.get_by_text("The other way round")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Keep this question").click()
    expect(page.get_by_role("listitem").filter(has_text=RATIO)).to_be_visible()


def test_the_bank_is_searched_and_a_question_looked_at_on_a_small_screen(server, host):
    page = host(preparing.room(server, ["choice"]), viewport={"width": 360, "height": 640}).page

    page.goto("/host/bank")
    page.get_by_label("Level").select_option("go-forth")
    page.get_by_label("Type").select_option("ratio")
    page.get_by_role("button", name="Look").click()
    expect(page.get_by_role("status")).to_contain_text("question")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("listitem").get_by_role("heading").first.get_by_role("link").click()

    expect(page.get_by_role("heading", name="How it did")).to_be_visible()
    phone = page.frame_locator("iframe[title='The question on a phone']")
    expect(phone.get_by_role("group", name="Maths keys")).to_be_visible()
    screen = page.frame_locator("iframe[title='The question on the big screen']")
    expect(screen.get_by_role("timer")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
