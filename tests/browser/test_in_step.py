"""Whoever looks again, looks from elsewhere or presses twice sees the round as it is."""

import pytest
from playwright.sync_api import Page, expect

from tests import recomputing
from tests.browser import preparing
from tests.browser.cast import Phone

pytestmark = pytest.mark.needs_browser

STEPS = (
    ("next", "read", "reading time"),
    ("next", "open", "· open"),
    ("pause", "open", "· paused"),
    ("resume", "open", "· open"),
    ("close", "locked", "answers are in"),
    ("reveal", "revealed", "the answer is on the screen"),
    ("standings", "standings", "On the big screen"),
    ("end", "done", "The round is over"),
)
"""A command, the state that it leads to, and the words by which the console shows it."""
WHAT_A_HOST_READS = """() => {
  const page = document.getElementById("console").cloneNode(true);
  // The clock moves on, and who is connected is told a quarter of a second later.
  for (const moving of page.querySelectorAll(".ring, #screens, [hidden], .hidden, #toast")) moving.remove();
  return page.textContent.replace(/\\s+/g, " ").trim();
}"""
NEXT_SECONDS = """(count) => new Promise((done) => {
  const ring = document.querySelector("[role=timer]"), seen = [];
  new MutationObserver(() => {
    seen.push([Number(ring.textContent), performance.timeOrigin + performance.now()]);
    if (seen.length === count) done(seen);
  }).observe(ring, {childList: true, characterData: true, subtree: true});
})"""
MERGED = """async ([known, question]) => {
  const address = performance.getEntriesByType("resource").find(({name}) => name.endsWith("/merging.js")).name;
  const {merge} = await import(address);
  return merge(known, "moved", {version: known.version + 1, round: {state: "open", question}});
}"""
AN_HOUR_WRONG = "const now = Date.now.bind(Date); Date.now = () => now() + 3_600_000;"


def reads(page: Page) -> str:
    return page.evaluate(WHAT_A_HOST_READS)


def test_a_host_who_reloads_in_any_state_sees_the_same(server, phone, host, conduct):
    room = preparing.room(server, ["choice", "truth"])
    quick, desk, player = conduct(room), host(room), phone(room, "Prime Suspects", "Aisha")
    different = []

    for command, state, words in STEPS:
        coming = quick.does(command, state)["next"]
        expect(desk.step).to_contain_text(words)
        expect(desk.next).to_have_text(coming["label"] if coming else "")
        if command == "resume":
            player.choose("D")
            expect(desk.team("Prime Suspects")).to_contain_text("Sent")
        before = reads(desk.page)
        desk.page.reload()
        desk.live()
        if (after := reads(desk.page)) != before:
            different.append((command, before, after))

    assert different == []


def test_a_second_host_stays_in_step_with_the_first(server, phone, host):
    room = preparing.room(server, ["choice", "truth"])
    first, second = host(room), host(room)
    player = phone(room, "Prime Suspects", "Aisha")

    first.open_question(1)
    player.choose("D")
    expect(second.team("Prime Suspects")).to_contain_text("Sent")
    expect(second.next).to_contain_text("Close now")
    second.close_question()
    first.reveal(1)
    expect(second.step).to_contain_text("the answer is on the screen")

    expect(first.next).to_have_text("Go to question 2")
    assert reads(first.page) == reads(second.page)


def test_a_phone_that_lacks_the_question_that_is_named_asks_for_everything(server, phone):
    page = phone(preparing.room(server, ["choice"]), "Prime Suspects", "Aisha").page
    held = {"id": 7, "kind": "number", "text": "How many?"}

    merged = [
        page.evaluate(MERGED, [{"version": 3, "round": {"question": known}}, {"id": 7}]) for known in (held, None)
    ]

    assert merged == [
        {"state": {"version": 4, "round": {"state": "open", "question": held}}, "missed": False},
        {"state": {"version": 3, "round": {"question": None}}, "missed": True},
    ]


def test_a_double_click_on_next_moves_one_step(server, host):
    room = preparing.room(server, ["choice", "truth"])
    desk = host(room)
    desk.ready()

    desk.next.dblclick()
    expect(desk.step).to_contain_text("reading time")
    desk.ready()

    assert preparing.state(room) == ("read", 1)
    expect(desk.step).to_contain_text("reading time")


def test_two_hosts_who_press_next_together_move_one_step(server, host):
    room = preparing.room(server, ["choice", "truth"])
    desks = [host(room), host(room)]
    for desk in desks:
        desk.ready()

    for desk in desks:
        desk.page.evaluate("() => setTimeout(() => document.getElementById('next').click(), 100)")
    for desk in desks:
        expect(desk.step).to_contain_text("reading time")
        desk.ready()

    assert preparing.state(room) == ("read", 1)


def test_the_back_button_after_joining_does_no_harm(server, browser, leaving, conduct):
    room = preparing.room(server, ["choice"])
    player = leaving(Phone(browser, server)).join(room.code, "Prime Suspects", "Aisha")
    code = player.team_code

    player.page.go_back()
    player.be_in()

    assert player.team_code == code
    assert [team["name"] for team in conduct(room).told_now()["teams"]] == ["Prime Suspects"]


def test_a_phone_that_plays_finds_its_way_back_from_the_start_page(server, phone):
    room = preparing.room(server, ["choice"])
    player = phone(room, "Prime Suspects", "Aisha")
    code = player.team_code

    player.page.goto("/")
    player.page.goto(room.join_url)

    player.be_in()
    assert player.team_code == code


def test_the_countdown_follows_the_servers_clock_on_a_phone_whose_clock_is_an_hour_wrong(server, phone, conduct):
    room = preparing.room(server, ["choice"])
    host, player = conduct(room), phone(room)
    player.context.add_init_script(AN_HOUR_WRONG)
    player.carry(preparing.pass_for(room, "Prime Suspects"))

    host.opens_next()
    player.answerable()
    seen = player.page.evaluate(NEXT_SECONDS, 3)

    # A busy machine draws late, so of several full seconds the best one tells how right the phone's idea of time is.
    wrong_ms = [abs(at - (preparing.deadline(room) - seconds * 1_000)) for seconds, at in seen]
    assert min(wrong_ms) <= 100, wrong_ms


def test_both_phones_of_a_pair_hear_that_the_other_is_in(server, phone, browser, leaving):
    room = preparing.room(server, ["choice"])
    first = phone(room, "Prime Suspects", "Aisha", "Tom")

    second = leaving(Phone(browser, server)).come_back(first.team_code)

    for each in (first, second):
        expect(each.page.locator("main")).to_contain_text("Aisha and Tom on two phones.")


def test_a_change_of_mind_on_the_second_phone_shows_on_the_first(server, phone, browser, leaving, conduct):
    room = preparing.room(server, ["choice"])
    host, first = conduct(room), phone(room, "Prime Suspects", "Aisha", "Tom")
    second = leaving(Phone(browser, server)).come_back(first.team_code)
    host.opens_next()

    first.choose("A")
    second.sees_sent("A")
    second.choose("D")
    first.sees_sent("D")

    expect(first.tile("D").get_by_role("radio")).to_be_checked()
    assert recomputing.responses(server.database_url, room.id) == [("Prime Suspects", 1)] * 2
