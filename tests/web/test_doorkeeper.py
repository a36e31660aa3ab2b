"""Who guesses is slowed; a college behind one address is not."""

import time
from pathlib import Path

import pytest

from challenge.web.doorkeeper import (
    JOINS_A_SITTING,
    MOST_HELD,
    TOO_MANY_AT_ONCE,
    TOO_MANY_JOINS,
    TOO_MANY_WRONG,
    WRONG_A_BROWSER,
    WRONG_AN_ADDRESS,
    Doorkeeper,
    Visitor,
    new_visitor_token,
)
from tests.faults.redis import Redis
from tests.web.house import Browser, House
from tests.web.pages import Page

COLLEGE = "192.0.2.7"
GUESSER = Visitor("guesser", COLLEGE)


def test_a_browser_that_guesses_on_and_on_has_to_wait() -> None:
    keeper = Doorkeeper(None, slow_seconds=0)

    for _ in range(WRONG_A_BROWSER.amount):
        assert keeper.refuse_guess(GUESSER) is None
        keeper.note_wrong_code(GUESSER)

    assert keeper.refuse_guess(GUESSER) == TOO_MANY_WRONG
    assert keeper.refuse_guess(Visitor("neighbour", COLLEGE)) is None


def test_a_browser_may_try_again_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    keeper, start = Doorkeeper(None, slow_seconds=0), time.time()
    guess_wrong(keeper, GUESSER, WRONG_A_BROWSER.amount)
    assert keeper.refuse_guess(GUESSER) == TOO_MANY_WRONG

    monkeypatch.setattr(time, "time", lambda: start + 62)

    assert keeper.refuse_guess(GUESSER) is None


def test_an_address_with_very_many_wrong_codes_is_answered_slowly_and_never_shut_out() -> None:
    keeper = Doorkeeper(None, slow_seconds=0.05)
    guess_from_everywhere(keeper)

    began = time.monotonic()
    refused = keeper.refuse_guess(Visitor("student", COLLEGE))
    took = time.monotonic() - began

    assert refused is None
    assert took >= 0.05


def test_another_address_is_answered_at_once() -> None:
    keeper = Doorkeeper(None, slow_seconds=60)
    guess_from_everywhere(keeper)

    assert keeper.refuse_guess(Visitor("student", "198.51.100.1")) is None


def test_slow_answers_can_not_tie_up_the_whole_server() -> None:
    keeper = Doorkeeper(None, slow_seconds=0)
    guess_from_everywhere(keeper)
    waiting = [keeper._holding(COLLEGE) for _ in range(MOST_HELD)]

    held = [each.__enter__() for each in waiting]
    refused = keeper.refuse_guess(Visitor("student", COLLEGE))
    for each in waiting:
        each.__exit__(None, None, None)

    assert held[-1] == MOST_HELD
    assert refused == TOO_MANY_AT_ONCE
    assert keeper.refuse_guess(Visitor("student", COLLEGE)) is None
    assert not keeper._held


def test_a_flood_of_joins_stops_at_its_own_sitting() -> None:
    keeper = Doorkeeper(None)

    allowed = [keeper.refuse_join(1) for _ in range(JOINS_A_SITTING.amount)]

    assert allowed == [None] * JOINS_A_SITTING.amount
    assert keeper.refuse_join(1) == TOO_MANY_JOINS
    assert keeper.refuse_join(2) is None


@pytest.mark.needs_redis
def test_several_processes_count_together_in_redis(redis_url: str) -> None:
    one, other = (Doorkeeper(redis_url, slow_seconds=0) for _ in range(2))
    guesser = Visitor(new_visitor_token(), new_visitor_token())

    guess_wrong(one, guesser, WRONG_A_BROWSER.amount)

    assert other.refuse_guess(guesser) == TOO_MANY_WRONG


@pytest.mark.parametrize("guess", ["/join/ZZZZZZ", "/t/7K2M9QXD"])
def test_guesses_by_address_count_like_typed_ones(house: House, guess: str) -> None:
    browser = house.browser()

    statuses = [browser.get(guess).status_code for _ in range(WRONG_A_BROWSER.amount + 1)]

    assert statuses == [404] * WRONG_A_BROWSER.amount + [429]


@pytest.mark.parametrize("way", ["type a round code", "open a join page", "send a team", "open a card", "send a card"])
def test_a_guesser_is_stopped_at_every_door_in_plain_words(house: House, way: str) -> None:
    browser = guesser(house)
    team = house.team_code(house.here)

    reply = {
        "type a round code": lambda: browser.post("/join", code=house.here.code),
        "open a join page": lambda: browser.get(f"/join/{house.here.code}"),
        "send a team": lambda: browser.post(f"/join/{house.here.code}", name="Pi Hards"),
        "open a card": lambda: browser.get(f"/t/{team}"),
        "send a card": lambda: browser.post(f"/t/{team}"),
    }[way]()

    assert reply.status_code == 429
    assert "Wait a minute, or scan the QR code on the board." in Page(reply.text).text


def test_the_qr_code_lets_even_a_guesser_in_at_once(house: House) -> None:
    browser, here = guesser(house), house.here

    shown = browser.get(f"/join/{here.code}?k={here.door_key}")
    sent = browser.post(f"/join/{here.code}", name="Pi Hards", k=Page(shown.text).value("k"))

    assert (shown.status_code, sent.location) == (200, "/play")


def test_the_key_of_next_door_does_not_help_a_guesser(house: House) -> None:
    other = house.sitting(name="Next door")

    assert guesser(house).get(f"/join/{house.here.code}?k={other.door_key}").status_code == 429


def test_right_codes_are_never_counted(house: House) -> None:
    team, browser = house.team_code(house.here), house.browser()

    replies = [browser.post("/join", code=code) for code in [house.here.code, team] * (WRONG_A_BROWSER.amount + 1)]

    assert {reply.status_code for reply in replies} == {302}


def test_a_flood_of_teams_is_asked_to_press_again(house: House) -> None:
    for _ in range(JOINS_A_SITTING.amount):
        house.wiring.doorkeeper.refuse_join(house.here.id)

    reply = house.browser().post(f"/join/{house.here.code}", name="Pi Hards")

    assert reply.status_code == 422
    assert "Wait ten seconds and press again." in Page(reply.text).text
    assert Page(reply.text).value("name") == "Pi Hards"


def guess_wrong(keeper: Doorkeeper, visitor: Visitor, times: int) -> None:
    for _ in range(times):
        keeper.note_wrong_code(visitor)


def guess_from_everywhere(keeper: Doorkeeper) -> None:
    for number in range(WRONG_AN_ADDRESS.amount):
        keeper.note_wrong_code(Visitor(f"bot {number}", COLLEGE))


def guesser(house: House) -> Browser:
    browser = house.browser()
    for _ in range(WRONG_A_BROWSER.amount):
        assert browser.post("/join", code="ZZZZZZ").status_code == 404
    return browser


@pytest.mark.needs_redis_server
def test_without_redis_nobody_waits_at_the_door_and_wrong_codes_are_counted_all_the_same(tmp_path: Path) -> None:
    redis = Redis(tmp_path).start()
    try:
        door = Doorkeeper(redis.url, slow_seconds=0)
        assert door.refuse_guess(GUESSER) is None
        redis.freeze()
        began = time.monotonic()

        for _ in range(8):
            door.note_wrong_code(GUESSER)

        assert door.refuse_guess(GUESSER) is not None
        assert door.refuse_join(1) is None
        assert time.monotonic() - began < 4, "each second that Redis is not answered is waited for once"
    finally:
        redis.thaw()
        redis.kill()
