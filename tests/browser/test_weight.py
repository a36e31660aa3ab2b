"""What a phone has to load before its team can play."""

import gzip

import pytest
from playwright.sync_api import Response, WebSocket

from challenge.config import ROOT
from tests.browser import preparing

pytestmark = pytest.mark.needs_browser

MOST_BYTES = 120 * 1_024
FONT = ROOT / "static" / "vendor" / "maths.woff2"


def test_the_phones_page_with_all_that_it_loads_and_the_maths_font_stays_small(server, phone, conduct):
    room = preparing.room(server, ["choice", "number"])
    host, player = conduct(room), phone(room)
    replies: list[Response] = []
    frames: list[str | bytes] = []

    # Playwright marks each function that it calls, and a list's own append takes no mark.
    def hear(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(frame))  # noqa: PLW0108

    player.page.on("response", lambda reply: replies.append(reply))  # noqa: PLW0108
    player.page.on("websocket", hear)
    player.carry(preparing.pass_for(room, "Prime Suspects", "Aisha"))
    host.opens_next()
    player.answerable()

    files = {reply.url: on_the_wire(reply) for reply in replies if reply.ok}
    needs_font = not any(url.endswith(FONT.name) for url in files)
    parts = {
        f"{len(files)} files": sum(files.values()),
        "first frames": sum(len(frame) for frame in frames),
        "maths font": FONT.stat().st_size if needs_font else 0,
    }
    print("\nThe phone's page:", ", ".join(f"{name} {size / 1024:.1f} KB" for name, size in parts.items()))
    assert frames, "the socket was not heard"
    assert len(files) > 30, "most of the page did not load"
    assert sum(parts.values()) <= MOST_BYTES


def on_the_wire(reply: Response) -> int:
    """The bytes of a body as they were sent."""
    body = reply.body()
    return len(gzip.compress(body, 6)) if reply.headers.get("content-encoding") == "gzip" else len(body)
