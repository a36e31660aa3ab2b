"""Answers that are typed as maths: on the maths keys, read back before they are sent, and asked for again."""

import re

import pytest
from playwright.sync_api import expect

from challenge.rules.questions import Kind
from tests.browser import preparing, typed
from tests.browser.audit import FOCUS_SEEN, faults
from tests.browser.pictures import take

pytestmark = pytest.mark.needs_browser

QUESTIONS = {question.kind.value: question for question in typed.one_of_each()}
PRESSED = {
    "number": ("3/4", "3/4", "We read 3/4: three quarters."),
    "money": ("265p", "265p", "We read 265p: two hundred and sixty-five pence."),
    "quantity": (["0", ".", "8", "5", "m"], "0.85 m", "We read 0.85 m: zero point eight five metres."),
    "duration": (["1", "h", "3", "5", "min"], "1 h 35 min", "We read 1 h 35 min: one hour thirty-five minutes."),
    "time": (["2", ":", "1", "5", "pm"], "2:15 pm", "We read 2:15 pm: two fifteen in the afternoon."),
    "ratio": ("4:6", "4:6", "We read 4:6: 4 to 6."),
    "coordinates": (["()", "3", ",", "2", "()"], "(3,2)", "We read (3, 2): x is 3, y is 2."),
    "expression": (["-", "3", "x", "+", "x", "²"], "-3x+x²", "We read −3x + x²: minus three x plus x squared."),
    "equation": ("2x+3=y", "2x+3=y", "We read 2x + 3 = y: two x plus three equals y."),
    "inequality": ("3<x", "3<x", "We read 3 < x: 3 is less than x."),
    "solutions": (["3", "or", "0"], "3 or 0", "We read 3 or 0."),
}
"""The keys, what then stands in the field, and how it is read: right answers, most in another form than the key's."""
UNREADABLE = {
    "number": "3/",
    "money": "2.65p",
    "quantity": ["8", "5", "cm", "/"],
    "duration": ["min"],
    "time": "2:",
    "ratio": "4/6",
    "coordinates": "3",
    "expression": "x-",
    "equation": "2x+3",
    "inequality": "3x",
    "solutions": ["3", "or"],
}
PLACES = """() => {
  const end = ({offsetTop, offsetHeight}) => offsetTop + offsetHeight;
  const [field, keys, send] = ["#typed", ".pad", ".btn.big"].map((part) => end(document.querySelector(part)));
  return {field, keys, send};
}"""
"""Where things end on the page, however far it is scrolled and whichever button is sinking under a finger."""
CUT_OFF = """() => [...document.querySelectorAll(".pad button")].filter((key) => {
  const inside = document.createRange();
  inside.selectNodeContents(key);
  const [face, box] = [inside.getBoundingClientRect(), key.getBoundingClientRect()];
  return face.left < box.left || face.right > box.right || face.top < box.top || face.bottom > box.bottom;
}).map((key) => key.textContent)"""


@pytest.fixture
def asked(server, phone, conduct):
    """Asks questions of a new team: `host, player = asked(question)`, and the first is open."""

    def make(*questions, **options):
        room = preparing.room_with(server, questions)
        host, player = conduct(room), phone(room, "Prime Suspects", "Aisha", **options)
        host.opens_next()
        player.answerable()
        return host, player

    return make


def revealed(host):
    host.locks()
    host.does("next", "revealed")


@pytest.mark.parametrize("kind", PRESSED)
def test_an_answer_is_asked_for_again_until_it_can_be_read_then_read_back_sent_and_earns_the_point(kind, asked):
    host, player = asked(QUESTIONS[kind])
    keys, typed, reading = PRESSED[kind]

    _cannot_be_read_and_nothing_moves(player, UNREADABLE[kind])
    for _ in player.field.input_value():
        player.touch_keys(["back"])
    expect(player.field).to_have_value("")
    expect(player.page.get_by_role("alert")).to_be_hidden()
    player.touch_keys(keys)

    expect(player.field).to_have_value(typed)
    expect(player.reading).to_have_text(reading)
    expect(player.pill).to_have_text("Online")
    take(player.page, f"phone-typed-{kind}")
    player.send()
    player.sees_sent(typed)
    revealed(host)
    expect(player.heading).to_have_text("Spot on.")


def _cannot_be_read_and_nothing_moves(player, keys):
    """On a small phone question, field, keys and button are in sight, and stay where they are whatever is said."""
    page = player.page
    before = page.evaluate(PLACES)
    assert page.evaluate(CUT_OFF) == []
    assert before["send"] <= page.viewport_size["height"]

    player.touch_keys(keys)
    expect(player.reading).not_to_have_text("")
    assert page.evaluate(PLACES) == before
    player.send()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(player.field).to_have_attribute("aria-invalid", "true")
    assert page.evaluate(PLACES) == before


def test_an_unasked_form_is_asked_for_at_once_and_can_be_mended(asked):
    host, player = asked(QUESTIONS["number"])

    player.press_keys("6/8")
    expect(player.page.get_by_role("alert")).to_have_text("Give it in its simplest form, like 11/20.")
    expect(player.field).to_have_value("6/8")
    player.touch_keys(["back", "back", "back"])
    player.press_keys("3/4")

    player.sees_sent("3/4")
    revealed(host)
    expect(player.heading).to_have_text("Spot on.")


def test_a_problem_that_is_being_mended_does_not_come_back(asked):
    _host, player = asked(QUESTIONS["number"])
    problem = player.page.get_by_role("alert")
    player.press_keys("3/")
    expect(problem).to_be_visible()

    player.touch_keys("4")
    expect(problem).to_be_hidden()
    player.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")

    expect(player.reading).to_contain_text("three quarters")
    expect(problem).to_be_hidden()


def test_who_has_stopped_typing_is_told_how_to_mend_it_before_sending(asked):
    _host, player = asked(QUESTIONS["money"])

    player.touch_keys("2.65p")

    expect(player.reading).to_have_text("Is that pounds or pence? Type it like £13.85 or 85p.")
    expect(player.page.get_by_role("alert")).to_be_hidden()
    expect(player.pill).to_have_text("Online")


def test_a_reading_never_stands_beside_another_text(asked):
    _host, player = asked(QUESTIONS["number"])
    player.page.evaluate(
        """() => {
             const [field, line] = ["typed", "typed-reading"].map((id) => document.getElementById(id));
             window.seen = [];
             new MutationObserver(() => window.seen.push([field.value, line.textContent]))
               .observe(line, {childList: true, characterData: true, subtree: true});
           }"""
    )

    for keys, words in (("3", "3"), ("/4", "3/4: three quarters"), ("0", "3/40: three fortieths")):
        player.touch_keys(keys)
        expect(player.reading).to_contain_text(f"We read {words}")

    seen = player.page.evaluate("window.seen")
    assert {"3", "3/4", "3/40"} <= {typed for typed, said in seen if said.startswith("We read")}
    assert [(typed, said) for typed, said in seen if said and not re.match(rf"We read {typed}(:|\.)", said)] == []


def test_a_reading_goes_when_the_other_phone_has_sent_something_else(server, phone, conduct):
    room = preparing.room_with(server, [QUESTIONS["ratio"]])
    host, player = conduct(room), phone(room, "Prime Suspects", "Aisha")
    other = phone(room).come_back(player.team_code)
    host.opens_next()
    player.press_keys("4:6")
    expect(player.reading).to_contain_text("4 to 6")

    expect(other.field).to_have_value("4:6")
    other.write("2:3")

    expect(player.field).to_have_value("2:3")
    expect(player.reading).to_contain_text("2 to 3")


def test_nothing_wrong_is_shown_while_the_phone_is_offline(asked):
    _host, player = asked(QUESTIONS["number"])
    player.touch_keys("3/4")
    expect(player.reading).to_contain_text("three quarters")

    player.context.set_offline(True)
    player.touch_keys("0")

    expect(player.reading).to_have_text("")
    player.send()
    expect(player.help).to_contain_text("3/40 is safe on this phone, not sent yet.")
    expect(player.reading).to_have_text("")
    player.context.set_offline(False)
    player.sees_sent("3/40")


def test_the_phones_own_keyboard_takes_the_place_of_the_keys_and_gives_it_back(asked):
    _host, player = asked(QUESTIONS["expression"])
    own = player.page.get_by_role("button", name="abc")
    expect(player.field).to_have_attribute("inputmode", "none")

    own.tap()
    expect(player.pad).to_be_hidden()
    expect(player.field).to_have_attribute("inputmode", "text")
    expect(player.field).to_be_focused()
    player.page.keyboard.type("x^2")
    own.tap()
    expect(player.field).to_have_attribute("inputmode", "none")
    player.press_keys("-3x")

    player.sees_sent("x^2-3x")


def test_a_keyboard_types_into_the_field_even_after_a_click_on_a_key(asked):
    _host, player = asked(QUESTIONS["number"], has_touch=False, is_mobile=False)
    keys = player.page.keyboard

    player.pad.get_by_role("button", name="3", exact=True).click()
    keys.type("/5")
    keys.press("Backspace")
    keys.type("4")
    keys.press("Enter")

    player.sees_sent("3/4")


def test_delete_takes_back_what_one_key_brought(asked):
    _host, player = asked(QUESTIONS["duration"])
    player.touch_keys(["1", "h", "3", "5", "min"])
    left = []

    for _ in range(5):
        player.touch_keys(["back"])
        left.append(player.field.input_value())

    assert left == ["1 h 35", "1 h 3", "1 h", "1", ""]


def test_no_more_is_typed_than_an_answer_may_hold(asked):
    _host, player = asked(QUESTIONS["quantity"])
    player.field.fill("1" * 62)

    player.touch_keys(["cm", "5"])

    expect(player.field).to_have_value("1" * 62 + "5")


def test_the_end_of_a_long_answer_is_in_sight(asked):
    _host, player = asked(QUESTIONS["expression"])
    end = "({scrollLeft, scrollWidth, clientWidth}) => scrollWidth - clientWidth - scrollLeft"

    player.touch_keys("12x+" * 6)

    assert player.field.evaluate("({scrollWidth, clientWidth}) => scrollWidth - clientWidth") > 0
    assert player.field.evaluate(end) < 2


def test_on_a_phone_that_lies_on_its_side_the_keys_are_beside_the_field(asked):
    _host, player = asked(QUESTIONS["duration"], viewport={"width": 640, "height": 360})

    last = player.pad.get_by_role("button").last.bounding_box()
    field = player.field.bounding_box()

    assert last["x"] > field["x"] + field["width"]
    assert last["y"] + last["height"] <= 360
    take(player.page, "phone-typed-landscape")


@pytest.mark.needs_lighthouse
@pytest.mark.parametrize("kind", ["number", "quantity", "time", "inequality", "solutions"])
def test_the_keys_have_no_faults_in_any_state(kind, asked):
    host, player = asked(QUESTIONS[kind])
    found = faults(player.page)

    player.touch_keys(PRESSED[kind][0])
    expect(player.reading).to_contain_text("We read")
    found += faults(player.page)
    player.field.fill("//")
    player.send()
    expect(player.page.get_by_role("alert")).to_be_visible()
    take(player.page, f"phone-typed-problem-{kind}")
    found += faults(player.page)
    player.write(PRESSED[kind][1])
    player.sees_sent()
    found += faults(player.page)
    host.locks()
    expect(player.help).to_contain_text("Answers are in")
    found += faults(player.page)

    assert found == []


def test_the_tab_key_reaches_every_maths_key_and_each_is_seen(asked):
    _host, player = asked(
        typed.typed(Kind.QUANTITY, "How heavy is a cat, and how far does it jump?", "4 kg", slip="40 kg")
    )
    page, met = player.page, []
    name = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    player.field.focus()

    page.keyboard.press("Tab")
    for _ in range(player.pad.get_by_role("button").count()):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SEEN) == ""
        met.append(page.evaluate(name))

    assert {"cm, centimetres", "°C, degrees Celsius", "7", "Fraction bar", "Delete"} <= set(met)
