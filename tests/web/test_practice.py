"""Practice over HTTP: nobody's key before the answer, nothing kept, hostile input refused."""

import json
from html import unescape

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from challenge.models import BankQuestion, Base
from challenge.web import doorkeeper
from challenge.web.doorkeeper import PRACTICE_A_BROWSER, TOO_MUCH_PRACTICE, Doorkeeper, Visitor
from tests import builders, practising
from tests.web.house import Browser, House
from tests.web.pages import Page

RUN = "/practice/funkies/questions?seed=7&count=20"
HIDDEN = ("Same bottoms first", "Twelfths fit both", "upside down", "most common slip", "well-known slip")


@pytest.fixture
def practised(house: House) -> House:
    with house.changing() as db:
        practising.fill_bank(db, builders.one_of_each())
    return house


def send(browser: Browser, what: str, message: object) -> TestResponse:
    return browser.client.post(f"/practice/{what}", json=message, headers={"X-CSRFToken": browser.token})


def asked(reply: TestResponse) -> list[dict[str, object]]:
    """The questions that a page brings."""
    script = next(each for each in Page(reply.text).all("script") if "data-questions" in each)
    found: list[dict[str, object]] = json.loads(unescape(script["data-questions"] or ""))
    return found


def test_the_levels_and_their_topics_say_how_many_questions_there_are(practised: House) -> None:
    browser = practised.browser()

    levels, topics = Page(browser.get("/practice").text), Page(browser.get("/practice/funkies").text)

    assert "The Funkies 16 questions" in levels.text
    assert "Fractions 16 questions" in topics.text
    assert topics.fields_without_label() == []


def test_the_home_page_leads_to_practice(house: House) -> None:
    assert any(each.get("href") == "/practice" for each in Page(house.browser().get("/").text).all("a"))


@pytest.mark.parametrize("address", ["/practice", "/practice/funkies", RUN])
def test_without_javascript_every_page_says_what_is_needed(practised: House, address: str) -> None:
    assert "needs JavaScript" in Page(practised.browser().get(address).text).text


def test_the_questions_get_a_seed_that_stays_in_the_address(practised: House) -> None:
    sent_on = practised.browser().get("/practice/funkies/questions?topic=Fractions&count=5&timed=yes&evil=1")

    assert sent_on.status_code == 302
    assert sent_on.location.startswith("/practice/funkies/questions?topic=Fractions&count=5&timed=yes&seed=")


def test_the_same_address_brings_the_same_questions_to_everybody(practised: House) -> None:
    one, other = (asked(practised.browser().get(RUN)) for _ in range(2))

    assert one == other
    assert len(one) == 16


def test_no_key_is_in_a_page_before_the_answer(practised: House) -> None:
    reply = practised.browser().get(RUN)

    assert len(asked(reply)) == 16
    for question in asked(reply):
        assert not {"key", "answer", "slips", "steps", "trick", "reveal"} & set(question)
    assert [words for words in HIDDEN if words in reply.text] == []


def test_an_answer_is_marked_at_once_with_the_solution_and_the_misconception(practised: House) -> None:
    told = send(practised.browser(), "answer", {"question": "half", "answer": "A"}).json

    assert told is not None
    assert told["result"]["verdict"] == "wrong"
    assert told["result"]["reason"] == "Adding tops and bottoms is the most common slip here."
    assert (told["reveal"]["right"], told["reveal"]["steps"]) == (["C"], ["Twelfths fit both."])


def test_the_reading_tells_nothing_of_the_key(practised: House) -> None:
    browser = practised.browser()

    told = send(browser, "reading", {"question": "share", "typed": "2 1/3"})

    assert told.json == {"typed": "2 1/3", "written": "2 1/3", "words": "two and one third", "problem": ""}
    assert send(browser, "reading", {"question": "half", "typed": "A"}).status_code == 422
    assert send(browser, "reading", {"question": "share", "typed": ["x"]}).status_code == 422


def test_an_answer_that_can_not_be_read_gets_no_solution(practised: House) -> None:
    reply = send(practised.browser(), "answer", {"question": "share", "answer": "3//4"})

    assert reply.status_code == 422
    assert reply.json is not None
    assert reply.json["code"] == "unreadable"
    assert "3/4" not in reply.json["message"] or "reveal" not in reply.text


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "half",
        {},
        {"question": 7},
        {"question": None, "answer": "A"},
        {"question": "nobody-knows", "answer": "A"},
        {"question": "'; DROP TABLE bank_question; --"},
        {"question": "\ud800"},
        {"question": "a" * 100_000},
        {"question": {"id": "half"}},
    ],
)
@pytest.mark.parametrize("what", ["answer", "reading"])
def test_an_unknown_question_is_refused_in_words(practised: House, what: str, message: object) -> None:
    reply = send(practised.browser(), what, message)

    assert reply.status_code == 404
    assert reply.json is not None
    assert reply.json["code"] == "gone"


@pytest.mark.parametrize("raw", ["Z", 7, {}, [], [["A"]], True, "x" * 5_000, "\0", "\ud800"])
def test_hostile_answers_are_refused_in_words(practised: House, raw: object) -> None:
    reply = send(practised.browser(), "answer", {"question": "half", "answer": raw})

    assert reply.status_code == 422
    assert reply.json is not None
    assert "reveal" not in reply.json
    assert reply.json["message"]


@pytest.mark.parametrize("body", ["", "{", "[" * 3_000, "[" * 880 + "]" * 880, "NaN", "\0"])
def test_what_is_no_json_is_refused(practised: House, body: str) -> None:
    browser = practised.browser()
    headers = {"X-CSRFToken": browser.token}

    reply = browser.client.post("/practice/answer", data=body, content_type="application/json", headers=headers)

    assert reply.status_code == 404


@pytest.mark.parametrize(
    "query", ["seed=-1", "seed=" + "9" * 50, "seed=x", "seed=7&count=1000000", "seed=7&topic=<script>", "seed=7&count="]
)
def test_a_hostile_address_brings_an_ordinary_page(practised: House, query: str) -> None:
    reply = practised.browser().get(f"/practice/funkies/questions?{query}")

    assert reply.status_code in (200, 302)
    assert "<script>alert" not in reply.text
    assert reply.status_code == 302 or len(asked(reply)) == 10


def test_a_level_that_is_not_there_is_not_found(practised: House) -> None:
    browser = practised.browser()

    assert [browser.get(f"/practice/nobody{page}").status_code for page in ("", "/questions?seed=1")] == [404, 404]


def test_a_topic_without_questions_asks_for_another(practised: House) -> None:
    reply = practised.browser().get("/practice/funkies/questions?seed=1&topic=Ratio")

    assert reply.status_code == 404
    assert "Choose another topic." in Page(reply.text).text


def test_a_question_that_is_kept_for_a_final_is_shown_to_nobody(practised: House) -> None:
    browser = practised.browser()
    assert "half" in [each["id"] for each in asked(browser.get(RUN))]

    with practised.changing() as db:
        practising.reserve(db, "half")

    assert "half" not in [each["id"] for each in asked(browser.get(RUN))]
    assert send(browser, "answer", {"question": "half", "answer": "A"}).status_code == 404
    assert send(browser, "answer", {"question": "half", "answer": None}).status_code == 404
    assert "The Funkies 15 questions" in Page(browser.get("/practice").text).text


def test_practice_leaves_nothing_on_the_server(practised: House) -> None:
    browser, before = practised.browser(), rows(practised)

    browser.get(RUN)
    send(browser, "answer", {"question": "half", "answer": "A"})
    send(browser, "reading", {"question": "share", "typed": "3/4"})

    assert rows(practised) == before


def test_a_script_that_asks_on_and_on_has_to_wait_and_its_neighbour_does_not(practised: House) -> None:
    guesser, neighbour = practised.browser(), practised.browser()
    message = {"question": "half", "answer": "A"}
    for _ in range(PRACTICE_A_BROWSER.amount):
        assert send(guesser, "answer", message).status_code == 200

    refused = send(guesser, "answer", message)

    assert refused.status_code == 429
    assert refused.json == {"code": "slow_down", "message": TOO_MUCH_PRACTICE.message}
    assert send(neighbour, "answer", message).status_code == 200


def test_practice_is_counted_by_browser_and_forgotten_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    keeper, start = Doorkeeper(None), doorkeeper.time.time()
    pupil, neighbour = Visitor("pupil", "192.0.2.7"), Visitor("neighbour", "192.0.2.7")
    for _ in range(PRACTICE_A_BROWSER.amount):
        assert keeper.refuse_practice(pupil) is None
    assert keeper.refuse_practice(pupil) == TOO_MUCH_PRACTICE
    assert keeper.refuse_practice(neighbour) is None

    monkeypatch.setattr(doorkeeper.time, "time", lambda: start + 62)

    assert keeper.refuse_practice(pupil) is None


def rows(house: House) -> dict[str, int]:
    """How much each table holds."""
    with house.app.database.reading() as db:
        assert db.scalar(select(func.count()).select_from(BankQuestion)) == 16
        return {
            table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in Base.metadata.sorted_tables
        }
