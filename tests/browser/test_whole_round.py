"""A whole class round in real browsers: fifteen questions, a host, a big screen, a pair, two more teams, and a class.

It is played once; then each test looks at one thing that it must have come to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests import recomputing
from tests.browser import classmates, preparing
from tests.browser.cast import Host, Phone, Screen
from tests.browser.classmates import Classmates
from tests.browser.pictures import take, take_whole
from tests.browser.preparing import Room
from tests.browser.serving import Server

pytestmark = [pytest.mark.needs_browser, pytest.mark.timeout(600)]

PAIR, OTHERS, SILENT = "Prime Suspects", "Ratio Gaga", "Pi Hards"
TEAMS = 3 + len(classmates.TEAMS)
BY_THE_CLOCK = {6: 6_000}
"""A question that no host closes, and how long it is open."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the two teams that play answer to one question. `words`: how a phone calls the pair's answer."""

    kind: str
    pair: object
    words: str
    others: object


TURNS = (
    Turn("choice", "D", "D", "A"),
    Turn("number", "22", "22", "30"),
    Turn("choices", ("B", "C"), "B and C", ("B",)),
    Turn("number", "9", "9", "9"),
    Turn("choice", "C", "C", "B"),
    Turn("truth", "False", "False", "True"),
    Turn("choice", "B", "B", "B"),
    Turn("number", "15", "15", None),
    Turn("choice", "A", "A", "C"),
    Turn("order", ("85 cm", "0.9 m", "1,200 mm", "1.25 m"), "your order", ("0.9 m", "1.25 m", "85 cm", "1,200 mm")),
    Turn("number", "78.12", "78.12", "80.6"),
    Turn("text", "Obtuse", "Obtuse", "acute"),
    Turn("choice", "C", "C", "A"),
    Turn("number", "2", "2", "3"),
    Turn("choice", "B", "B", "D"),
)


@dataclass
class Cast:
    """Everybody in the room, and the errors that their pages reported."""

    server: Server
    host: Host
    screen: Screen
    pair: tuple[Phone, Phone]
    others: Phone
    silent: Phone
    room: Room
    classmates: Classmates
    errors: list[str] = field(default_factory=list)
    pictured: set[str] = field(default_factory=set)

    @property
    def everybody(self) -> tuple[Host | Screen | Phone, ...]:
        return (self.host, self.screen, *self.pair, self.others, self.silent)

    def picture(self, page: Page, name: str) -> None:
        """Keep how a page looks at a moment, the first time that it comes."""
        if name not in self.pictured:
            self.pictured.add(name)
            take(page, name)

    def picture_all(self, moment: str) -> None:
        """The same for everybody's pages."""
        for who, name in ((self.pair[0], "phone"), (self.host, "host"), (self.screen, "screen")):
            self.picture(who.page, f"{name}-{moment}")


@pytest.fixture(scope="module")
def played(browser: Browser, server: Server) -> Iterator[Cast]:
    """The round after its last question."""
    cast = gather(browser, server)
    for person in cast.everybody:
        listen(person.page, cast.errors)
    for number, turn in enumerate(TURNS, start=1):
        play(cast, number, turn)
        if number in (5, 10):
            cast.host.press_next("Show standings")
            cast.screen.shows("standings")
            cast.picture_all("standings")
    cast.host.press_next("Show the final places")
    cast.screen.shows("done")
    cast.picture_all("done")
    yield cast
    cast.classmates.go_home()
    for person in cast.everybody:
        person.context.close()


def gather(browser: Browser, server: Server) -> Cast:
    """The host signs in with the printed link and starts a round; the teams come in, each in its own way."""
    host = Host(browser, server).sign_in(server.link)
    room = preparing.room_of(server, host.start("Class round: Ein2steins", name="Maths 2", place="Room B14"))
    preparing.hurry(room, BY_THE_CLOCK)
    screen = Screen(browser, server, host.screen_url)
    take(screen.page, "screen-lobby-empty")
    first, second, others, silent = (Phone(browser, server) for _ in range(4))
    first.type_code(host.code)
    expect(first.heading).to_contain_text("your team called")
    take(first.page, "phone-join-team")
    first.name_team(PAIR, "Aisha", "Tom")
    second.come_back(first.be_in().team_code)
    others.join(host.code.lower(), OTHERS, "Beyoncé")
    silent.join(f"{host.code[:3]} {host.code[3:]}", SILENT)
    cast = Cast(server, host, screen, (first, second), others, silent, room, Classmates(room))
    expect(host.page.get_by_role("rowheader", name=SILENT)).to_be_visible()
    expect(screen.main).to_contain_text(f"{TEAMS} teams are in")
    cast.picture_all("lobby")
    return cast


def listen(page: Page, errors: list[str]) -> None:
    """Note what the browser complains about."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: errors.append(str(error)))


def play(cast: Cast, number: int, turn: Turn) -> None:
    """One question, from the reading time to the worked solution."""
    ask(cast, number, turn)
    answer(cast, number, turn)
    if number not in BY_THE_CLOCK:
        cast.host.close_question()
    expect(cast.host.step).to_contain_text("answers are in", timeout=15_000)
    cast.screen.shows("locked")
    cast.picture_all("locked")
    cast.host.reveal(number)
    cast.screen.shows("revealed")
    for phone in cast.pair:
        expect(phone.page.locator(".tally")).to_be_visible()
    cast.picture(cast.screen.page, f"screen-revealed-{turn.kind}")
    cast.picture_all("revealed")
    picture_verdicts(cast, number)


def ask(cast: Cast, number: int, turn: Turn) -> None:
    cast.host.press_next(re.compile(rf"(Start|Go to) question {number}$"))
    cast.screen.shows("read")
    expect(cast.pair[1].help).to_contain_text("Read it first.")
    cast.picture_all("read")
    cast.host.press_next("Open answers now")
    cast.screen.shows("open")
    cast.pair[1].answerable()
    cast.picture(cast.pair[1].page, f"phone-open-{turn.kind}")
    cast.picture(cast.screen.page, f"screen-open-{turn.kind}")


def answer(cast: Cast, number: int, turn: Turn) -> None:
    """One phone of the pair answers, and both show it; then the others, if they have an answer."""
    cast.pair[0].answer(turn.kind, turn.pair)
    for phone in cast.pair:
        phone.sees_sent(turn.words)
    cast.picture(cast.pair[1].page, f"phone-sent-{turn.kind}")
    if turn.others is not None:
        cast.others.answer(turn.kind, turn.others)
        cast.others.sees_sent()
    cast.classmates.answer(number)
    sent = [number for _, number in cast.classmates.sent].count(number) + 1 + (turn.others is not None)
    expect(cast.screen.page.locator("footer")).to_contain_text(f"{sent} of {TEAMS}")
    cast.picture_all("open")


def picture_verdicts(cast: Cast, number: int) -> None:
    if number == 1:
        take(cast.pair[0].page, "phone-revealed-right")
        take(cast.others.page, "phone-revealed-wrong")
        take(cast.silent.page, "phone-revealed-none")


def test_the_podium_shows_the_places_recomputed_from_the_rows(played: Cast):
    best = [line for line in recomputing.standings(played.server.database_url, played.room.id) if line.place <= 3]

    steps = [item.inner_text() for item in played.screen.main.get_by_role("listitem").all()]

    places = {line.place for line in best}
    assert len(steps) == len(places)
    for place in places:
        here = [line for line in best if line.place == place]
        step = next(text for text in steps if text.startswith(f"Place {place}"))
        assert all(line.team in step for line in here[:4])
        assert f"{here[0].points} points" in step


def test_every_phone_shows_the_place_recomputed_from_the_rows(played: Cast):
    phones = {PAIR: played.pair, OTHERS: (played.others,), SILENT: (played.silent,)}
    lines = {line.team: line for line in recomputing.standings(played.server.database_url, played.room.id)}

    for team, shown_on in phones.items():
        for phone in shown_on:
            own = phone.page.get_by_role("row").and_(phone.page.locator("[aria-current]")).get_by_role("cell")
            assert own.all_text_contents() == [ordinal(lines[team].place), team, str(lines[team].points)]


def test_the_results_page_lists_the_places_recomputed_from_the_rows(played: Cast):
    expected = recomputing.standings(played.server.database_url, played.room.id)

    played.host.page.get_by_role("link", name="See the results").click()

    table = played.host.page.get_by_role("region", name="Places").get_by_role("row").all()[1:]
    take(played.host.page, "host-results")
    take_whole(played.host.page, "host-results-whole")
    for row, line in zip(table, expected, strict=True):
        assert row.get_by_role("rowheader").inner_text().startswith(line.team)
        place, points, right, _time = row.get_by_role("cell").all_inner_texts()
        assert [place.split()[0], points, right] == [ordinal(line.place), str(line.points), str(line.right)]


def test_each_answer_that_was_sent_is_in_the_database_once(played: Cast):
    by_pair = [(PAIR, number) for number, _ in enumerate(TURNS, start=1)]
    by_others = [(OTHERS, number) for number, turn in enumerate(TURNS, start=1) if turn.others is not None]

    stored = recomputing.responses(played.server.database_url, played.room.id)

    assert sorted(stored) == sorted([*by_pair, *by_others, *played.classmates.sent])


def test_the_two_teams_with_phones_are_parted_by_time_alone(played: Cast):
    lines = {line.team: line for line in recomputing.standings(played.server.database_url, played.room.id)}

    assert lines[PAIR].points == lines[OTHERS].points
    assert (lines[PAIR].place < lines[OTHERS].place) == (lines[PAIR].time_ms // 100 < lines[OTHERS].time_ms // 100)


def test_no_page_reported_an_error(played: Cast):
    assert played.errors == []


def ordinal(place: int) -> str:
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place, 'th') }"
