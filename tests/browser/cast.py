"""Who takes part: a host, a big screen and phones. What a person does on a page, and what a person sees there.

They wait for what they expect to see, and never for time to pass.
"""

import re
from collections.abc import Iterable, Sequence

from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.serving import Server

PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR = {"viewport": {"width": 1280, "height": 720}}
PATIENCE_MS = 10_000
PRESSES, PRESS_AGAIN_MS = 3, 4_000
KEY_NAMES = {
    "/": "Fraction bar",
    " ": "Space",
    "-": "Minus",
    "+": "Plus",
    ".": "Decimal point",
    ",": "Comma",
    ":": "Colon",
    "%": "Per cent",
    "£": "Pounds",
    "p": "Pence",
    "()": "Bracket, open or close",
    "=": "Equals",
    "<": "Is less than",
    "²": "Squared",
    "min": "Minutes",
    "h": "Hours",
    "m": "Metres",
    "cm": "cm, centimetres",
    "back": "Delete",
}
"""What screen readers call the maths keys that are no digits."""

expect.set_options(timeout=PATIENCE_MS)


def context(browser: Browser, server: Server, **options: object) -> BrowserContext:
    """A browser of somebody's own, with its own cookies."""
    made = browser.new_context(base_url=server.address, locale="en-GB", **options)
    made.set_default_timeout(PATIENCE_MS)
    return made


class Phone:
    """A phone of a team."""

    def __init__(self, browser: Browser, server: Server, **options: object) -> None:
        self.server = server
        self.context = context(browser, server, **{**PHONE, **options})
        self.page = self.context.new_page()

    def join(self, code: str, team: str, *names: str) -> "Phone":
        """Come in by the round code, as a new team."""
        self.type_code(code)
        self.name_team(team, *names)
        return self.be_in()

    def scan(self, address: str, team: str, *names: str) -> "Phone":
        """Come in by the QR code on the board, as a new team."""
        self.page.goto(address)
        self.name_team(team, *names)
        return self.be_in()

    def come_back(self, team_code: str) -> "Phone":
        """Come in by the team's code, as the pair's second phone or after a loss."""
        self.type_code(team_code)
        return self.be_in()

    def carry(self, secret: str) -> "Phone":
        """Come in with what a phone that joined before has in its pocket."""
        self.context.add_cookies([{"name": "pass", "value": secret, "url": self.server.address}])
        self.page.goto("/play")
        return self.be_in()

    def type_code(self, code: str) -> None:
        self.page.goto("/join")
        self.page.get_by_label("Round code or team code").fill(code)
        self.page.get_by_role("button", name="Join in").tap()

    def name_team(self, team: str, *names: str) -> None:
        self.page.get_by_label("Team name", exact=True).fill(team)
        for label, name in zip(("First player", "Second player"), names, strict=False):
            self.page.get_by_label(label).fill(name)
        self.page.get_by_role("button", name="Join in").tap()

    def be_in(self) -> "Phone":
        self.page.wait_for_url("**/play")
        expect(self.pill).not_to_have_text("Connecting")
        expect(self.page.locator("main")).not_to_contain_text("We’re opening your round")
        return self

    @property
    def pill(self) -> Locator:
        """The connection, in the top bar."""
        return self.page.locator("#pill")

    @property
    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    @property
    def help(self) -> Locator:
        """The line of help at the foot."""
        return self.page.locator("#foot")

    @property
    def clock(self) -> Locator:
        return self.page.get_by_role("timer")

    @property
    def team_code(self) -> str:
        return (self.page.locator(".team-code").text_content() or "").replace("\u00a0", "")

    def tile(self, option: str) -> Locator:
        """An answer tile, by its letter or by its text."""
        name = re.compile(rf"^{option}(\s|$)" if len(option) == 1 else rf"^([A-F]\s*)?{re.escape(option)}")
        answer = self.page.get_by_role("radio", name=name).or_(self.page.get_by_role("checkbox", name=name))
        return self.page.locator("label.tile").filter(has=answer)

    def answer(self, kind: str, given: object) -> None:
        """Answer as a question of this kind is answered, by touch."""
        match kind:
            case "choices":
                self.tick(*given)
            case "number":
                self.press_keys(given)
            case "text":
                self.write(given)
            case "order":
                self.arrange(given)
            case _:
                self.choose(given)

    def choose(self, option: str) -> None:
        """One choice, or true or false: a tap sends it."""
        self.answerable()
        self.tile(option).tap()

    def tick(self, *options: str) -> None:
        """Several choices, and the button that sends them."""
        self.answerable()
        for option in options:
            self.tile(option).tap()
        self.send()

    def press_keys(self, keys: Iterable[str]) -> None:
        """Type an answer on the maths keys of the page and send it: `"3/4"`, `["8", "5", "cm"]`."""
        self.touch_keys(keys)
        self.send()

    def touch_keys(self, keys: Iterable[str]) -> None:
        """The same without sending."""
        self.answerable()
        for key in keys:
            self.pad.get_by_role("button", name=KEY_NAMES.get(key, key), exact=True).tap()

    @property
    def pad(self) -> Locator:
        """The maths keys."""
        return self.page.get_by_role("group", name="Maths keys")

    @property
    def field(self) -> Locator:
        """Where an answer is typed."""
        return self.page.get_by_label("Your answer")

    @property
    def reading(self) -> Locator:
        """The line that says how what is typed is read."""
        return self.page.locator("#typed-reading")

    def write(self, text: str) -> None:
        """A number or a word, typed into the field."""
        self.answerable()
        self.field.fill(text)
        self.send()

    def arrange(self, wanted: Sequence[str]) -> None:
        """Put in order, with the buttons that move a row up."""
        self.answerable()
        rows = self.page.get_by_role("list", name="Your order, first to last").get_by_role("listitem")
        for place, item in enumerate(wanted):
            row = rows.filter(has_text=item)
            while [place] != [at for at, text in enumerate(rows.all_text_contents()) if item in text]:
                row.get_by_role("button", name=re.compile("up$")).tap()
        self.send()

    def send(self) -> None:
        self.page.get_by_role("button", name=re.compile("^Send")).tap()

    def answerable(self) -> None:
        """Wait until answers are open."""
        expect(self.page.locator("fieldset.answer")).to_be_enabled()

    def sees_sent(self, words: str = "") -> None:
        """The server has the team's answer; `words` are how the phone calls it."""
        expect(self.pill).to_have_text("Sent")
        expect(self.help).to_contain_text(f"Got it: {words}")


class Host:
    """Whoever runs the round, at a desk."""

    def __init__(self, browser: Browser, server: Server, **options: object) -> None:
        self.server = server
        self.context = context(browser, server, **{**DESK, **options})
        self.page = self.context.new_page()

    def carry(self, cookies: dict[str, str]) -> "Host":
        """Be signed in already, with the cookies of an earlier visit."""
        names = cookies.items()
        self.context.add_cookies([{"name": name, "value": value, "url": self.server.address} for name, value in names])
        return self

    def sign_in(self, link: str) -> "Host":
        self.page.goto(link)
        self.page.get_by_role("button", name="Sign in on this computer").click()
        expect(self.page.get_by_role("heading", name="Your rounds")).to_be_visible()
        return self

    def start(self, quiz: str, *, name: str, place: str) -> int:
        """Start a new round; its number."""
        self.page.get_by_label("Class or group").fill(name)
        self.page.get_by_label("Room").fill(place)
        self.page.get_by_role("radio", name=quiz).check()
        self.page.get_by_role("button", name="Start", exact=True).click()
        self.live()
        return int(self.page.url.rpartition("/")[2])

    def watch(self, console_url: str) -> "Host":
        self.page.goto(console_url)
        self.live()
        return self

    def live(self) -> None:
        expect(self.page.locator("#link")).to_have_text("Live")
        expect(self.page.locator("#step")).not_to_have_text("Getting the round…")

    @property
    def next(self) -> Locator:
        """The one honey button."""
        return self.page.locator("#next")

    @property
    def step(self) -> Locator:
        """Where the round is."""
        return self.page.locator("#step")

    @property
    def code(self) -> str:
        return (self.page.locator("#code").text_content() or "").replace("\u00a0", "")

    @property
    def screen_url(self) -> str:
        return self.page.get_by_role("link", name="Open the big screen").get_attribute("href") or ""

    def team(self, name: str) -> Locator:
        """A team's row in the table."""
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=name))

    def ready(self) -> None:
        """Wait until the honey button means what it says: it ignores a press just after it has changed."""
        self.page.wait_for_function(
            """() => { const next = document.getElementById("next");
                 return !next.hidden && next.getAttribute("aria-disabled") === "false"
                   && performance.now() - Number(next.dataset.since) > 520; }"""
        )

    def press_next(self, label: str | re.Pattern[str]) -> None:
        """Press the honey button once it says `label`; again, as a person would, where a busy server took no notice."""
        expect(self.next).to_contain_text(label)
        for _ in range(PRESSES):
            self.ready()
            if not self._says(label, within_ms=1):
                return
            self.next.click()
            if not self._says(label, within_ms=PRESS_AGAIN_MS):
                return

    def _says(self, label: str | re.Pattern[str], *, within_ms: int) -> bool:
        """Whether the honey button still says `label` after so long."""
        try:
            expect(self.next).not_to_contain_text(label, timeout=within_ms)
        except AssertionError:
            return True
        return False

    def open_question(self, number: int) -> None:
        """Ask question `number` and skip the reading time."""
        self.press_next(re.compile(rf"(Start|Go to) question {number}$"))
        self.press_next("Open answers now")
        expect(self.step).to_contain_text("· open")

    def close_question(self) -> None:
        self.press_next("Close now")
        expect(self.step).to_contain_text("answers are in")

    def reveal(self, number: int) -> None:
        self.press_next(f"Reveal question {number}")
        expect(self.step).to_contain_text("the answer is on the screen")

    def command(self, name: str) -> None:
        """Press one of the other buttons."""
        self.page.get_by_role("button", name=name, exact=True).click()


class Screen:
    """The projector."""

    def __init__(self, browser: Browser, server: Server, address: str, **options: object) -> None:
        self.context = context(browser, server, **{**PROJECTOR, **options})
        self.page = self.context.new_page()
        self.page.goto(address)
        expect(self.page.locator("body")).to_have_attribute("data-scene", re.compile("."))

    def shows(self, scene: str) -> None:
        expect(self.page.locator("body")).to_have_attribute("data-scene", scene)

    @property
    def main(self) -> Locator:
        return self.page.locator("#main")
