"""One browser and one server for all tests; every test brings its own sitting and its own people."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import preparing
from tests.browser.cast import Host, Phone, Screen
from tests.browser.preparing import Room
from tests.browser.serving import Server
from tests.live import clients

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """Playwright keeps an event loop running in this thread, which tests elsewhere must not meet: it ends here."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
def browser(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium_path, args=list(ARGUMENTS))
    yield launched
    launched.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program as it is started by a teacher, with the real puzzles."""
    running = Server(tmp_path_factory.mktemp("instance")).start()
    yield running
    running.stop()


@pytest.fixture
def own_server(server: Server, tmp_path: Path) -> Iterator[Server]:
    """A server that the test may kill."""
    running = server.twin(tmp_path).start()
    yield running
    running.stop()


@pytest.fixture
def leaving() -> Iterator[Callable[[Any], Any]]:
    """Closes the browser of everybody who was let in through it, when the test ends."""
    people: list[Any] = []

    def note(person: Any) -> Any:
        people.append(person)
        return person

    yield note
    for person in people:
        person.context.close()


@pytest.fixture
def phone(browser: Browser, leaving: Callable[[Any], Any]) -> Callable[..., Phone]:
    """Makes phones: `phone(room, "Prime Suspects", "Aisha")` has joined already, `phone(room)` has not."""

    def make(room: Room, team: str = "", *names: str, **options: object) -> Phone:
        made: Phone = leaving(Phone(browser, room.server, **options))
        return made.carry(preparing.pass_for(room, team, *names)) if team else made

    return make


def signed_in(room: Room) -> dict[str, str]:
    """The cookies of a host who has signed in."""
    return clients.sign_in(room.server, preparing.sign_in_link(room.server).rpartition("/")[2])


@pytest.fixture
def host(browser: Browser, leaving: Callable[[Any], Any]) -> Callable[..., Host]:
    """Makes hosts: `host(room)` is signed in and at the console."""

    def make(room: Room, **options: object) -> Host:
        made: Host = leaving(Host(browser, room.server, **options))
        return made.carry(signed_in(room)).watch(room.console_url)

    return make


@pytest.fixture
def screen(browser: Browser, leaving: Callable[[Any], Any]) -> Callable[..., Screen]:
    """Makes big screens: `screen(room)` shows its sitting."""

    def make(room: Room, **options: object) -> Screen:
        made: Screen = leaving(Screen(browser, room.server, room.screen_url, **options))
        return made

    return make


@pytest.fixture
def conduct() -> Iterator[Callable[[Room], clients.Host]]:
    """Runs a room without a page: `conduct(room)` gives a host's bare connection, which is quicker than a hand."""
    hosts: list[clients.Host] = []

    def make(room: Room) -> clients.Host:
        hosts.append(clients.Host(room.server, signed_in(room), room.id))
        return hosts[-1].connect()

    yield make
    for each in hosts:
        each.close()
