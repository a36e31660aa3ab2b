"""What is wrong with a page for somebody who sees, hears or moves in another way than most.

Every state of every page goes through `faults`: axe in light and dark, then no sideways scrolling and nothing too small
to hit, on a phone 320 px wide and with the browser's own text size doubled.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from challenge.config import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NARROW = {"width": 320, "height": 568}
TARGET = 44
TWICE = {"standard": 32, "fixed": 26}
ONCE = {"standard": 16, "fixed": 13}

RUN_AXE = """async (rules) => {
  const options = {resultTypes: ["violations"], ...(rules && {runOnly: {type: "rule", values: rules}})};
  const {violations} = await axe.run(document, options);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${help}: ${html.slice(0, 160)} ${failureSummary ?? ""}`));
}"""

SIDEWAYS = """() => {
  const wide = document.scrollingElement.scrollWidth, room = document.documentElement.clientWidth;
  if (wide <= room) return [];
  const reach = (e) => e.getBoundingClientRect().right;
  const guilty = [...document.querySelectorAll("body *")].filter((e) => reach(e) > room + 1)
    .sort((a, b) => reach(b) - reach(a)).slice(0, 3);
  return [`scrolls sideways, ${wide} px in ${room}: ${guilty.map((e) => e.outerHTML.slice(0, 90)).join(" | ")}`];
}"""

SMALL = """(least) => {
  const seen = (e) => e.checkVisibility({opacityProperty: false, visibilityProperty: true}) && !e.closest("[hidden]");
  // A link in a line of text is as tall as its line (WCAG 2.5.8); a tick or a dot is hit by its whole label.
  const inText = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline";
  const area = (e) => (e.labels?.[0]?.contains(e) ? e.labels[0] : e).getBoundingClientRect();
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((e) => seen(e) && !inText(e) && !e.matches(".skip"))
    .map((e) => [e, area(e)])
    .filter(([, box]) => box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
    .map(([e, box]) => `small target, ${box.width.toFixed()} x ${box.height.toFixed()}: ${e.outerHTML.slice(0, 110)}`);
}"""

FOCUS_SEEN = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return "";
  const outline = (e) => (e ? getComputedStyle(e) : {outlineStyle: "none"});
  const lit = (e) => outline(e).outlineStyle !== "none" && parseFloat(outline(e).outlineWidth) >= 2;
  const name = focused.outerHTML.slice(0, 110);
  if (![focused, focused.nextElementSibling, focused.closest("label")].some(lit)) return `focus not shown: ${name}`;
  const box = focused.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 2));
  const own = top && (focused.contains(top) || top.contains(focused) || focused.closest("label")?.contains(top));
  return own ? "" : `focus covered by ${top?.outerHTML.slice(0, 60)}: ${name}`;
}"""


def faults(page: Page) -> list[str]:
    """Everything that is wrong with the page as it stands, in each way of looking at it."""
    return [*colours(page), *sizes(page)]


def colours(page: Page) -> list[str]:
    """What axe finds, in light and in dark."""
    found = [f"light: {each}" for each in axe(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in axe(page, "color-contrast", "link-in-text-block")]
    page.emulate_media(color_scheme="light")
    return found


def sizes(page: Page) -> list[str]:
    """What does not fit: as it is, at 320 px, and with double text."""
    found = layout(page, "as it is")
    with narrowed(page):
        found += layout(page, "320 px")
    with enlarged(page):
        found += layout(page, "200 % text")
    return found


def layout(page: Page, how: str) -> list[str]:
    """Sideways scrolling and small targets, at this size."""
    return [f"{how}: {each}" for each in [*page.evaluate(SIDEWAYS), *page.evaluate(SMALL, TARGET)]]


def axe(page: Page, *rules: str) -> list[str]:
    """What axe finds: by all of its rules, or by these."""
    if not page.evaluate("() => 'axe' in window"):
        # The content policy lets no script in but our own; the debugger's evaluation is not bound by it.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    settle(page)
    found: list[str] = page.evaluate(RUN_AXE, list(rules) or None)
    return found


def settle(page: Page) -> None:
    """Let transitions end: a colour half-way is nobody's."""
    page.evaluate(
        """() => { for (const moving of document.getAnimations()) {
             if (moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish(); } }"""
    )


@contextmanager
def narrowed(page: Page) -> Iterator[None]:
    """The page on a phone 320 px wide."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    yield
    page.set_viewport_size(before)


@contextmanager
def enlarged(page: Page) -> Iterator[None]:
    """The page with the browser's own text size doubled."""
    debugger = page.context.new_cdp_session(page)
    debugger.send("Page.setFontSizes", {"fontSizes": TWICE})
    yield
    debugger.send("Page.setFontSizes", {"fontSizes": ONCE})
    debugger.detach()
