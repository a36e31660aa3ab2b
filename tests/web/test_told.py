"""What scripts and fields send: whatever it is, a page answers it in words."""

import pytest
from flask import Flask

from challenge.web.told import sent, told, whole
from tests.web.house import House

ENDLESS = "[" * 30_000 + "]" * 30_000
BODIES = {
    "nothing": "",
    "half a list": "[",
    "lists without end": ENDLESS,
    "an object in which lists have no end": f'{{"question": "share", "answer": {ENDLESS}, "typed": {ENDLESS}}}',
    "no text": b"\xff\xfe",
    "a list": '["A"]',
    "a word": '"A"',
    "a number of thousands of digits": "9" * 5_000,
    "another draft": '{"draft": 7}',
    "a draft in no alphabet": '{"draft": "\\ud800"}',
}
ADDRESSES = {
    "/play/answer": 403,
    "/practice/answer": 404,
    "/practice/reading": 404,
    "/host/questions/share/try?quiz=quiz": 422,
    "/host/questions/share/reading?quiz=quiz": 422,
    "/host/own/preview/try": 422,
    "/host/own/preview/reading": 422,
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_page_falls_over_what_a_script_sends(house: House, body: str | bytes) -> None:
    browser = house.organisers_browser()
    headers = {"X-CSRFToken": browser.token}

    replies = {
        address: browser.client.post(address, data=body, content_type="application/json", headers=headers).status_code
        for address in ADDRESSES
    }

    assert replies == ADDRESSES


@pytest.mark.parametrize(
    ("body", "whatever", "an_object"),
    [('{"a": [1]}', {"a": [1]}, {"a": [1]}), ("[1]", [1], {}), ("7", 7, {}), ("null", None, {}), (ENDLESS, None, {})],
)
def test_json_is_read_as_whatever_it_is_or_as_an_object(body: str, whatever: object, an_object: object) -> None:
    with Flask("told").test_request_context(data=body, content_type="application/json", method="POST"):
        assert sent() == whatever
        assert told() == an_object


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0", 0), ("007", 7), ("٣", 3), ("9" * 9, 999_999_999)]
    + [(typed, -1) for typed in ("", "-1", "+1", "1.5", " 1", "²", "x", "9" * 10, "9" * 5_000)],
)
def test_a_number_is_read_or_is_minus_one(typed: str, number: int) -> None:
    assert whole(typed) == number


def test_no_page_falls_over_a_number_of_thousands_of_digits(house: House) -> None:
    host, endless = house.organisers_browser(), "9" * 5_000
    addresses = [f"/host/bank?page={endless}", f"/host/quizzes/quiz?short={endless}", "/host/bank?page=-3"]
    addresses += [f"/practice/funkies/questions?seed=7&count={endless}"]
    forms = {
        "/host/quizzes": {"title": "Friday", "category": "funkies", "count": endless, "seed": endless},
        "/host/sittings": {"name": "Maths 3", "quiz": "quiz", "standings_every": endless},
    }

    assert [host.get(address).status_code for address in addresses] == [200, 200, 200, 404]
    assert [host.post(address, **fields).status_code for address, fields in forms.items()] == [422, 422]
    made = host.post("/host/quizzes", title="Friday", category="funkies", start="empty").headers["Location"]
    assert host.post(made, do="remove", question="half", version=endless).status_code == 409
