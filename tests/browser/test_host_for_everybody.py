"""The host's pages in all their states, for people who see, hear or move in another way than most."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.browser.audit import faults
from tests.browser.cast import Host
from tests.browser.pictures import take

pytestmark = [pytest.mark.needs_browser, pytest.mark.needs_lighthouse]

TEAMS = ("Prime Suspects", "Ratio Gaga", "Wolverhampton’s Great Numerators")


def test_the_console_has_no_faults_in_any_state_of_a_question(server, phone, host, conduct):
    room = preparing.room(server, ["choice", "number"])
    quick, desk = conduct(room), host(room)
    found = faults(desk.page)
    players = [phone(room, team, "Aisha", "Bartholomew") for team in TEAMS[:2]]
    preparing.pass_for(room, TEAMS[2])

    quick.does("next", "read")
    expect(desk.step).to_contain_text("reading time")
    found += faults(desk.page)
    quick.does("next", "open")
    players[0].choose("D")
    expect(desk.team(TEAMS[0])).to_contain_text("Sent")
    found += faults(desk.page)
    quick.does("pause")
    expect(desk.step).to_contain_text("paused")
    take(desk.page, "host-paused")
    found += faults(desk.page)
    quick.does("resume")
    quick.locks()
    expect(desk.step).to_contain_text("answers are in")
    found += faults(desk.page)

    assert found == []


def test_the_console_has_no_faults_from_the_reveal_to_the_end(server, phone, host, conduct):
    room = preparing.room(server, ["choice", "number"])
    quick, desk, player = conduct(room), host(room), phone(room, TEAMS[0], "Aisha")
    question = quick.opens_next()
    player.choose("A")
    player.sees_sent()
    quick.locks()

    quick.does("next", "revealed")
    expect(desk.step).to_contain_text("the answer is on the screen")
    found = faults(desk.page)
    quick.does("void", question=question, reason="Two answers were right.")
    expect(desk.step).to_contain_text("doesn’t count")
    take(desk.page, "host-void")
    found += faults(desk.page)
    quick.does("standings", "standings")
    expect(desk.page.get_by_role("heading", name="Standings")).to_be_visible()
    found += faults(desk.page)
    quick.does("end", "done")
    expect(desk.step).to_contain_text("The round is over")
    found += faults(desk.page)

    assert found == []


def test_the_dialogs_have_no_faults(server, phone, host, conduct):
    room = preparing.room(server, ["choice", "number"])
    quick, desk = conduct(room), host(room)
    player = phone(room, TEAMS[2], "Aisha", "Bartholomew")
    quick.opens_next()
    player.choose("D")
    expect(desk.team(TEAMS[2])).to_contain_text("Sent")
    found = []

    for opener, name in (("Void question…", "void"), ("End the round…", "end"), (f"More for {TEAMS[2]}", "team")):
        desk.command(opener)
        expect(desk.page.get_by_role("dialog")).to_be_visible()
        take(desk.page, f"host-dialog-{name}")
        found += faults(desk.page)
        desk.page.keyboard.press("Escape")
    desk.command("Void question…")
    desk.command("Void it")
    expect(desk.page.get_by_text("Say why first.")).to_be_visible()
    found += faults(desk.page)

    assert found == []


def test_the_offline_console_has_no_faults(server, host):
    room = preparing.room(server, ["choice"])
    desk = host(room)

    desk.context.set_offline(True)
    expect(desk.page.get_by_role("alert").filter(has_text="offline")).to_be_visible(timeout=15_000)
    take(desk.page, "host-offline")

    assert faults(desk.page) == []


def test_signing_in_has_no_faults(server, browser, leaving):
    stranger, link = leaving(Host(browser, server)), preparing.sign_in_link(server)

    stranger.page.goto(link)
    take(stranger.page, "host-sign-in")
    found = faults(stranger.page)
    stranger.sign_in(link)
    found += faults(stranger.page)
    stranger.page.goto(link)
    stranger.command("Sign in on this computer")
    expect(stranger.page.get_by_role("heading", name="This link has done its work")).to_be_visible()
    take(stranger.page, "host-sign-in-used")
    found += faults(stranger.page)

    assert found == []


def test_the_pages_of_a_listed_sitting_have_no_faults(server, host):
    room = preparing.room(server, ["choice"], entry_mode="listed")
    desk = host(room)

    desk.page.goto(f"{room.console_url}/teams")
    found = faults(desk.page)
    desk.page.get_by_label("One team a line").fill(f"{TEAMS[0]}, Sam, Priya\n{TEAMS[0]}, Jo\nx, {'y' * 60}\n{TEAMS[2]}")
    desk.command("Check the list")
    take(desk.page, "host-teams-problems")
    found += faults(desk.page)
    desk.page.get_by_label("One team a line").fill(f"{TEAMS[0]}, Sam, Priya\n{TEAMS[2]}, Bartholomew")
    desk.command("Check the list")
    found += faults(desk.page)
    desk.command("Add 2 teams")
    take(desk.page, "host-teams")
    found += faults(desk.page)
    desk.page.goto(f"{room.console_url}/cards")
    take(desk.page, "host-cards")
    found += faults(desk.page)

    assert found == []


def test_the_list_of_rounds_and_their_results_have_no_faults(server, phone, host, conduct):
    room = preparing.room(server, ["choice", "choices", "number"])
    quick, desk, player = conduct(room), host(room), phone(room, TEAMS[2], "Aisha", "Bartholomew")
    quick.opens_next()
    player.choose("A")
    player.sees_sent()
    quick.locks()
    found = []

    for address, name in (("/host", "sittings"), (f"{room.console_url}/results", "results-early")):
        desk.page.goto(address)
        take(desk.page, f"host-{name}")
        found += faults(desk.page)
    desk.page.goto("/host")
    desk.page.get_by_text("Settings").click()
    desk.page.get_by_label("Class or group").fill(" ")
    desk.page.get_by_role("button", name="Start", exact=True).click()
    take(desk.page, "host-sittings-problem")
    found += faults(desk.page)

    assert found == []
