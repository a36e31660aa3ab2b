"""A student practises alone on a phone: chooses, answers, learns, tries the missed ones again."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from challenge.rules.questions import Wanted
from challenge.services.transaction import Database
from tests import builders, practising
from tests.browser.audit import FOCUS_SEEN, SIDEWAYS, enlarged, faults
from tests.browser.cast import Phone
from tests.browser.pictures import take, take_whole
from tests.browser.serving import Server

pytestmark = pytest.mark.needs_browser

TEXT_SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
SPILT = """() => [...document.querySelectorAll(".pick span, .level b, .level span, .btn")]
  .filter((e) => !e.matches(".hidden") && (e.scrollWidth > e.clientWidth + 1
    || e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 1))
  .map((e) => e.outerHTML.slice(0, 90))"""
RUN = "/practice/funkies/questions?seed=7&count=5"


def bank():
    """One to type, one to choose and one to put in order, each of a topic of its own."""
    share = replace(builders.number(), topic="Ratio", wanted=Wanted(form="simplest"))
    return [share, replace(builders.choice(), topic="Fractions"), replace(builders.order(), topic="Decimals")]


@pytest.fixture(scope="module")
def pupils(server, tmp_path_factory):
    """A server with a small bank."""
    running: Server = server.twin(tmp_path_factory.mktemp("practice")).start()
    fill(running, bank())
    yield running
    running.stop()


def fill(server, questions):
    database = Database(server.database_url)
    with database.transaction() as db:
        practising.fill_bank(db, questions)
    database.engine.dispose()


@pytest.fixture
def pupil(pupils, browser, leaving):
    def make(**options):
        return leaving(Phone(browser, pupils, **options))

    return make


def only(pupil, topic, **more):
    """A pupil at the one question of a topic."""
    player = pupil()
    timed = "&timed=yes" if more.get("timed") else ""
    player.page.goto(f"{RUN}&topic={topic}{timed}")
    player.answerable()
    return player


def test_a_student_picks_a_topic_types_on_the_keys_and_learns_from_the_answer(pupil):
    player = pupil()
    page = player.page
    page.goto("/")
    page.get_by_role("link", name="Practise on your own").tap()
    expect(player.heading).to_have_text("Have a go on your own")
    take(page, "practice-levels")
    page.get_by_role("link", name="The Funkies").tap()
    expect(player.heading).to_have_text("Pick your topics")
    take(page, "practice-topics")
    page.get_by_text("Ratio, percentages and money").tap()
    page.get_by_label("Ratio 1 question").check()
    page.get_by_label("5", exact=True).check()
    take_whole(page, "practice-topics-open")
    page.get_by_role("button", name="Start").tap()

    player.touch_keys("4/3")
    expect(player.reading).to_contain_text("We read 4/3: four thirds.")
    take(page, "practice-typed")
    player.send()

    expect(player.heading).to_have_text("It’s 3/4")
    expect(page.locator(".hero")).to_contain_text("You answered 4/3. That is upside down.")
    expect(page.get_by_role("listitem")).to_contain_text("Twelfths fit both.")
    take(page, "practice-wrong")
    page.get_by_role("button", name="See how it went").tap()
    expect(player.heading).to_have_text("1 question practised")
    take_whole(page, "practice-summary")

    page.get_by_role("button", name="Again the one I missed").tap()
    player.press_keys("3/4")
    expect(player.heading).to_have_text("Spot on.")
    take(page, "practice-right")
    page.get_by_role("button", name="See how it went").tap()
    expect(player.heading).to_have_text("1 of 1 right")
    expect(page.get_by_role("button", name="Again")).to_have_count(0)


def test_progress_survives_a_reload_and_is_forgotten_on_request(pupil):
    player = only(pupil, "Ratio")
    page = player.page
    player.press_keys("3/4")
    expect(player.heading).to_have_text("Spot on.")

    page.goto("/practice")
    page.reload()
    expect(page.get_by_role("row", name="Ratio 1 of 1")).to_be_visible()
    take_whole(page, "practice-progress")
    assert faults(page) == []
    page.get_by_role("button", name="Forget my progress…").tap()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    assert faults(page) == []
    page.get_by_role("button", name="Forget it").tap()
    expect(page.get_by_role("status")).to_contain_text("Forgotten.")

    page.reload()
    expect(page.get_by_role("link", name="The Funkies")).to_be_visible()
    expect(page.get_by_role("heading", name="Your progress")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_reload_goes_on_where_it_was_and_back_keeps_what_was_chosen(pupil):
    player = pupil()
    page = player.page
    page.goto("/practice/funkies")
    page.get_by_label("5", exact=True).check()
    page.get_by_role("button", name="Start").tap()
    player.answerable()
    page.get_by_role("button", name="Show me how").tap()
    page.get_by_role("button", name="Next question").tap()
    expect(page.locator("#where")).to_have_text("Question 2 of 3")
    second = player.heading.text_content()

    page.reload()
    expect(player.heading).to_have_text(second)
    page.get_by_role("button", name="Show me how").tap()
    expect(page.locator(".hero")).to_contain_text("No answer from you this time")
    shown = player.heading.text_content()
    page.reload()
    expect(player.heading).to_have_text(shown)

    page.go_back()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    page.go_forward()
    expect(player.heading).to_have_text(shown)


def test_an_answer_given_offline_is_sent_when_the_phone_is_back(pupil):
    player = only(pupil, "Fractions")
    page = player.page

    player.context.set_offline(True)
    player.choose("A")
    player.send()
    expect(player.pill).to_have_text("Offline")
    expect(player.help).to_contain_text("A is safe on this phone, not sent yet.")
    take(page, "practice-offline")
    assert faults(page) == []
    player.context.set_offline(False)

    expect(player.heading).to_have_text("It’s C, 11/12")
    expect(page.locator(".hero")).to_contain_text("most common slip")


def test_a_lost_reply_is_asked_for_again_and_counts_once(pupil):
    player = only(pupil, "Fractions")
    page = player.page
    lost = []

    def lose(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch())
            route.abort()

    page.route("**/practice/answer", lose)
    player.choose("C")
    player.send()

    expect(player.heading).to_have_text("Spot on.")
    assert len(lost) == 1
    kept = page.evaluate("JSON.parse(localStorage['fe-maths.practice'])")
    assert kept == {"funkies": {"Fractions": {"right": 1, "asked": 1}}}


def test_what_can_not_be_read_is_mended_at_once(pupil):
    player = only(pupil, "Ratio")

    player.write("6/8")
    expect(player.page.get_by_role("alert")).to_be_visible()
    expect(player.page.get_by_role("alert")).to_contain_text("simplest")
    take(player.page, "practice-mend")
    assert faults(player.page) == []
    player.write("3/4")

    expect(player.heading).to_have_text("Spot on.")


def test_against_the_clock_the_time_runs_out_and_the_answer_is_shown(pupils, pupil):
    player = pupil()
    page = player.page
    page.clock.install()
    page.goto(f"{RUN}&topic=Ratio&timed=yes")
    player.answerable()
    expect(player.clock).to_have_text("30")
    take(page, "practice-timed")

    page.clock.run_for(31_000)

    expect(page.locator(".hero")).to_contain_text("No answer from you this time")
    expect(player.heading).to_have_text("It’s 3/4")


def test_without_the_clock_there_is_none(pupil):
    expect(only(pupil, "Ratio").clock).to_be_hidden()


def test_all_of_it_works_by_keyboard(pupil):
    player = only(pupil, "Ratio")
    keys = player.page.keyboard

    player.field.focus()
    keys.type("3/4")
    keys.press("Enter")
    expect(player.heading).to_have_text("Spot on.")
    expect(player.heading).to_be_focused()
    for _ in range(2):
        keys.press("Tab")
        assert player.page.evaluate(FOCUS_SEEN) == ""
        if player.page.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    keys.press("Enter")

    expect(player.heading).to_have_text("1 of 1 right")


@pytest.mark.needs_lighthouse
@pytest.mark.parametrize("topic", ["Fractions", "Ratio", "Decimals"])
def test_no_state_has_faults(pupil, topic):
    player = only(pupil, topic)
    page = player.page

    found = faults(page)
    take(page, f"practice-question-{topic.lower()}")
    page.get_by_role("button", name="Show me how").tap()
    expect(page.locator(".hero")).to_contain_text("No answer from you this time")
    found += faults(page)
    page.get_by_role("button", name="See how it went").tap()
    expect(player.heading).to_have_text("1 question practised")
    found += faults(page)

    assert found == []


@pytest.mark.needs_lighthouse
@pytest.mark.parametrize("address", ["/practice", "/practice/funkies", "/practice/go-forth"])
def test_the_pages_to_choose_on_have_no_faults(pupil, address):
    page = pupil().page
    page.goto(address)

    assert faults(page) == []
    for summary in page.locator("summary").all():
        summary.tap()
    assert faults(page) == []


def test_it_is_dark_at_night(pupil):
    dark = pupil(color_scheme="dark")
    dark.page.goto(f"{RUN}&topic=Fractions")
    dark.choose("A")
    take(dark.page, "practice-dark-question")
    dark.send()
    expect(dark.heading).to_have_text("It’s C, 11/12")
    take(dark.page, "practice-dark-wrong")
    dark.page.goto("/practice/funkies")
    expect(dark.heading).to_have_text("Pick your topics")
    take(dark.page, "practice-dark-topics")

    assert dark.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(12, 31, 32)"


@pytest.mark.parametrize("name", ["levels", "topics", "question"])
def test_it_is_large_for_who_wants_it_large(pupil, name):
    player = pupil()
    page = player.page
    page.goto({"levels": "/practice", "topics": "/practice/funkies", "question": f"{RUN}&topic=Ratio"}[name])
    expect(player.heading).not_to_have_text("One moment")
    plain = page.evaluate(TEXT_SIZE)

    # The size that a browser was told is lost on the way to another page.
    with enlarged(page):
        take(page, f"practice-large-{name}")
        assert page.evaluate(TEXT_SIZE) == 2 * plain
        assert page.evaluate(SIDEWAYS) == []
        assert page.evaluate(SPILT) == []


def test_a_question_that_was_taken_back_meanwhile_does_not_count(pupils, pupil):
    player = only(pupil, "Decimals")
    try:
        fill(pupils, bank()[:2])
        player.arrange(["0.05", "0.35", "0.5"])

        expect(player.heading).to_have_text("This one doesn’t count")
        expect(player.page.locator(".hero")).to_contain_text("isn't in practice just now")
    finally:
        fill(pupils, bank())
