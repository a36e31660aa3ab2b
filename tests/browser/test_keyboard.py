"""Everything works without a finger and a mouse, one always sees where one is, and nothing moves that need not."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import preparing
from tests.browser.audit import FOCUS_SEEN
from tests.browser.cast import DESK, Phone

pytestmark = pytest.mark.needs_browser

MOST_STOPS = 60
MOVING = """() => document.getAnimations().filter((each) => each.playState === "running"
  && each.effect.getComputedTiming().duration > 50).map((each) => each.effect.target.outerHTML.slice(0, 90))"""


def walk_to(page: Page, goal: Locator) -> None:
    """Press Tab until `goal` has the focus; every stop on the way must be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SEEN) == ""
        if goal.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"{goal} was not reached")


def choose(player: Phone) -> None:
    walk_to(player.page, player.page.get_by_role("radio").first)
    player.page.keyboard.press("ArrowUp")


def tick(player: Phone) -> None:
    for letter in "BC":
        walk_to(player.page, player.page.get_by_role("checkbox", name=re.compile(f"^{letter}")))
        player.page.keyboard.press("Space")
    send(player)


def type_in(player: Phone, text: str) -> None:
    walk_to(player.page, player.page.get_by_label("Your answer"))
    player.page.keyboard.type(text)
    player.page.keyboard.press("Enter")


def arrange(player: Phone) -> None:
    """1,200 mm, 0.9 m, 1.25 m, 85 cm become 85 cm, 0.9 m, 1,200 mm, 1.25 m."""
    walk_to(player.page, player.page.get_by_role("button", name="Move 1,200 mm down"))
    player.page.keyboard.press("Enter")
    walk_to(player.page, player.page.get_by_role("button", name="Move 85 cm up"))
    for _ in range(3):
        player.page.keyboard.press("Space")
    send(player)


def send(player: Phone) -> None:
    walk_to(player.page, player.page.get_by_role("button", name="Send answer"))
    player.page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("kind", "play", "words"),
    [
        ("choice", choose, "D"),
        ("choices", tick, "B and C"),
        ("truth", choose, "False"),
        ("number", lambda player: type_in(player, "9"), "9"),
        ("text", lambda player: type_in(player, "obtuse"), "obtuse"),
        ("order", arrange, "your order"),
    ],
)
def test_a_question_of_each_kind_is_answered_by_keyboard_alone(kind, play, words, server, phone, conduct):
    room = preparing.room(server, [kind])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    host.opens_next()
    player.answerable()

    play(player)

    player.sees_sent(words)
    host.locks()
    host.does("next", "revealed")
    expect(player.heading).to_have_text("Spot on.")


def test_a_team_joins_by_keyboard_alone(server, browser, leaving):
    room = preparing.room(server, ["choice"])
    player = leaving(Phone(browser, server))
    keys = player.page.keyboard

    player.page.goto("/")
    walk_to(player.page, player.page.get_by_label("Round code or team code"))
    keys.type(room.code)
    keys.press("Enter")
    expect(player.heading).to_contain_text("your team called")
    walk_to(player.page, player.page.get_by_label("Team name", exact=True))
    keys.type("Prime Suspects")
    keys.press("Enter")

    player.be_in()
    expect(player.heading).to_have_text("You’re in!")


def test_a_host_runs_a_question_by_keyboard_alone(server, phone, host):
    room = preparing.room(server, ["choice"])
    desk, player = host(room, **DESK), phone(room, "Prime Suspects", "Aisha")
    keys = desk.page.keyboard
    desk.ready()

    for key, step in (("Space", "reading time"), ("ArrowRight", "· open"), ("Space", "answers are in")):
        keys.press(key)
        expect(desk.step).to_contain_text(step)
        desk.ready()
    walk_to(desk.page, desk.next)
    keys.press("Enter")

    expect(player.heading).to_contain_text("It’s D")


def test_a_dialog_starts_on_the_safe_choice_and_gives_the_focus_back(server, host):
    room = preparing.room(server, ["choice"])
    desk = host(room)
    opener = desk.page.get_by_role("button", name="End the round…")

    opener.focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("button", name="Keep playing")).to_be_focused()
    desk.page.keyboard.press("Enter")

    expect(desk.page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    assert preparing.state(room) == ("lobby", 0)


@pytest.mark.parametrize("address", ["console", "/host", "teams", "results", "/join"])
def test_every_stop_of_the_tab_key_is_seen(address, server, phone, host):
    room = preparing.room(server, ["choice"])
    phone(room, "Prime Suspects", "Aisha")
    desk = host(room)
    where = {"console": "", "teams": "/teams", "results": "/results"}
    desk.page.goto(room.console_url + where[address] if address in where else address)
    if address == "console":
        # A page that still draws itself pushes what has the focus out of sight.
        desk.ready()
    unseen = []

    for _ in range(MOST_STOPS):
        desk.page.keyboard.press("Tab")
        unseen.append(desk.page.evaluate(FOCUS_SEEN))
        if desk.page.evaluate("() => document.activeElement === document.body"):
            break

    assert len(unseen) > 2
    assert [each for each in unseen if each] == []


def test_with_reduced_motion_nothing_moves_and_all_is_there(server, phone, screen, conduct):
    room = preparing.room(server, ["choice"])
    still = {"reduced_motion": "reduce"}
    host, wall = conduct(room), screen(room, **still)
    player = phone(room, "Prime Suspects", "Aisha", **still)
    moving = []

    for command, state in (("next", "read"), ("next", "open"), ("close", "locked"), ("reveal", "revealed")):
        host.does(command, state)
        wall.shows(state)
        moving += [*player.page.evaluate(MOVING), *wall.page.evaluate(MOVING)]
        if state == "open":
            player.choose("D")
            player.sees_sent("D")
    host.does("end", "done")
    wall.shows("done")
    expect(wall.page.get_by_role("heading", name="Prime Suspects")).to_be_visible()
    moving += wall.page.evaluate(MOVING)

    assert moving == []
