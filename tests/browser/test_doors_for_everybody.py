"""The doors and the big screen, for people who see, hear or move in another way than most."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.browser.audit import colours, faults
from tests.browser.cast import Phone, Screen
from tests.browser.pictures import take
from tests.browser.preparing import Clock

pytestmark = [pytest.mark.needs_browser, pytest.mark.needs_lighthouse]


PROJECTORS = ((1280, 720), (1024, 768), (1920, 1080))
SCROLLS = """async () => {
  // The screen makes its words fit once the browser has told it of the new size.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const {scrollHeight, scrollWidth} = document.scrollingElement;
  return scrollHeight > innerHeight || scrollWidth > innerWidth;
}"""


@pytest.fixture
def stranger(browser, server, leaving):
    """A phone that is in no round."""
    return leaving(Phone(browser, server))


def test_the_start_page_and_the_box_for_the_code_have_no_faults(stranger):
    stranger.page.goto("/")
    take(stranger.page, "phone-start")
    found = faults(stranger.page)
    stranger.type_code("ABCDEF")
    expect(stranger.page.get_by_label("Round code or team code")).to_have_attribute("aria-invalid", "true")
    take(stranger.page, "phone-join-unknown")
    found += faults(stranger.page)
    stranger.page.goto("/join")
    take(stranger.page, "phone-join")
    found += faults(stranger.page)

    assert found == []


def test_the_form_of_a_team_has_no_faults_with_and_without_problems(server, stranger):
    room = preparing.room(server, ["choice"])
    preparing.pass_for(room, "Prime Suspects")

    stranger.page.goto(room.join_url)
    found = faults(stranger.page)
    stranger.name_team("Pr1me Suspects", "07700 900123", "Tom")
    expect(stranger.page.get_by_label("Team name", exact=True)).to_have_attribute("aria-invalid", "true")
    take(stranger.page, "phone-join-team-problems")
    found += faults(stranger.page)

    assert found == []


def test_the_page_of_a_card_and_an_unknown_address_have_no_faults(server, stranger, phone):
    room = preparing.room(server, ["choice"])
    code = phone(room, "Wolverhampton’s Great Numerators").team_code

    stranger.page.goto(f"/t/{code}")
    take(stranger.page, "phone-card")
    found = faults(stranger.page)
    stranger.page.goto("/nowhere")
    take(stranger.page, "phone-error")
    found += faults(stranger.page)

    assert found == []


def test_the_big_screen_has_no_faults_in_any_state(server, phone, screen, conduct):
    room = preparing.room(server, ["choice"])
    quick, wall, player = conduct(room), screen(room), phone(room, "Prime Suspects", "Aisha")
    found = colours(wall.page)
    steps = (
        ("next", "read"),
        ("next", "open"),
        ("close", "locked"),
        ("reveal", "revealed"),
        ("standings", "standings"),
    )

    for command, scene in (*steps, ("end", "done")):
        quick.does(command, scene)
        wall.shows(scene)
        found += colours(wall.page)
        if scene == "open":
            player.choose("D")
            expect(wall.page.locator("footer")).to_contain_text("1 of 1")
            quick.does("pause")
            expect(wall.page.get_by_role("region", name="Paused")).to_be_visible()
            take(wall.page, "screen-paused")
            found += colours(wall.page)
            quick.does("resume")

    assert found == []


def test_no_page_has_faults_while_the_last_answers_come_in(server, phone, screen, host, conduct):
    room = preparing.room(server, ["choice"], Clock(grace_ms=60_000))
    quick, wall, desk, player = conduct(room), screen(room), host(room), phone(room, "Prime Suspects", "Aisha")
    quick.opens_next()
    player.choose("D")
    player.sees_sent("D")

    quick.does("close", "closing")
    expect(player.help).to_contain_text("Time’s up.")
    expect(desk.next).to_have_text("Locking the answers…")
    wall.shows("closing")
    for person, name in ((player, "phone"), (desk, "host"), (wall, "screen")):
        take(person.page, f"{name}-closing")

    assert [*faults(player.page), *faults(desk.page), *colours(wall.page)] == []


def test_the_big_screen_never_scrolls_with_sixty_teams_and_any_projector(server, screen, conduct):
    room = preparing.room(server, ["choice", "choices", "order"])
    preparing.passes_for(room, [f"Team number {number} of the hall" for number in range(60)])
    quick, wall = conduct(room), screen(room)
    found = scrolling(wall, "lobby")
    take(wall.page, "screen-lobby-sixty")

    for number in (1, 2, 3):
        for command, scene in (("next", "read"), ("next", "open"), ("close", "locked"), ("reveal", "revealed")):
            quick.does(command, scene)
            wall.shows(scene)
            found += scrolling(wall, f"{scene} {number}")

    assert found == []


def scrolling(wall: Screen, scene: str) -> list[str]:
    """The projectors on which this scene does not fit."""
    found = []
    for width, height in PROJECTORS:
        wall.page.set_viewport_size({"width": width, "height": height})
        if wall.page.evaluate(SCROLLS):
            found.append(f"{scene} at {width} x {height}")
    return found
