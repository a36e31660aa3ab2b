"""Pictures of what was seen: all of them as test artefacts, the best of them for the README when PICTURES is set."""

import os

from playwright.sync_api import Page

from challenge.config import ROOT

ARTEFACTS = ROOT / "tests" / "artefacts"
FOR_THE_README = ROOT / "docs" / "pictures"
BEST = {
    "phone-join-team": "phone-join",
    "phone-lobby": "phone-lobby",
    "phone-open-choice": "phone-question",
    "phone-sent-choice": "phone-sent",
    "phone-revealed-right": "phone-right",
    "phone-revealed-wrong": "phone-wrong",
    "phone-done": "phone-place",
    "host-open": "host-console",
    "host-results": "host-results",
    "screen-lobby": "screen-lobby",
    "screen-open": "screen-question",
    "screen-revealed": "screen-reveal",
    "screen-done": "screen-podium",
}
QUALITY = 70


def take(page: Page, name: str) -> None:
    """Keep what is on `page` as tests/artefacts/NAME.png, as it is when all that moves has come to rest."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.screenshot(path=ARTEFACTS / f"{name}.png", animations="disabled")
    if os.environ.get("PICTURES") and name in BEST:
        FOR_THE_README.mkdir(parents=True, exist_ok=True)
        path = FOR_THE_README / f"{BEST[name]}.jpg"
        page.screenshot(path=path, animations="disabled", type="jpeg", quality=QUALITY)


def take_whole(page: Page, name: str) -> None:
    """The same of the whole page, below the fold too."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png", animations="disabled", full_page=True)
