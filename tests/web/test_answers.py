"""Answers by HTTPS, for a phone that can't have a socket."""

import pytest
from werkzeug.test import TestResponse

from challenge.live.inbox import Inbox
from challenge.models import Response, Round
from challenge.rules.refusal import Refused
from challenge.services.hosting import OrderName
from tests.web.house import Browser, House, Told

ID = "8a6e0804-2bd0-4672-b79d-d97027f9071a"


@pytest.fixture
def open_question(house: House, monkeypatch: pytest.MonkeyPatch) -> int:
    """The writer runs and the first question is open; its number."""
    monkeypatch.setattr("challenge.live.clock.Clock.now", lambda _clock: house.now)
    next(part for part in house.app.parts if isinstance(part, Inbox)).start()
    return opened(house, house.here)


def test_an_answer_is_kept_and_said_back(house: House, open_question: int) -> None:
    phone = house.phone(house.here)

    reply = phone.answer({"id": ID, "question": open_question, "answer": "C"})

    assert reply.status_code == 200
    assert reply.json == {"id": ID, "question": open_question, "answer": "C"}
    assert stored(house) == ["C"]


def test_an_answer_sent_three_times_is_kept_once_and_said_back_three_times(house: House, open_question: int) -> None:
    phone = house.phone(house.here)

    replies = [phone.answer({"id": ID, "question": open_question, "answer": "C"}) for _ in range(3)]

    assert [reply.status_code for reply in replies] == [200] * 3
    assert stored(house) == ["C"]


def test_an_answer_after_the_close_is_late(house: House, open_question: int) -> None:
    phone = house.phone(house.here)
    house.pass_time(40_000)

    reply = phone.answer({"id": ID, "question": open_question, "answer": "C"})

    assert reply.status_code == 409
    assert reply.json is not None
    assert (reply.json["id"], reply.json["code"]) == (ID, "late")
    assert stored(house) == []


def test_an_answer_to_next_doors_question_is_refused(house: House, open_question: int) -> None:
    other = house.sitting(name="Next door")
    question, phone = opened(house, other), house.phone(house.here)

    reply = phone.answer({"id": ID, "question": question, "answer": "C"})

    assert reply.json is not None
    assert reply.json["code"] == "not_now"
    assert stored(house) == []


def test_an_answer_without_a_pass_is_refused(house: House, open_question: int) -> None:
    reply = house.browser().answer({"id": ID, "question": open_question, "answer": "C"})

    assert reply.status_code == 403
    assert reply.json == {
        "id": None,
        "code": "removed",
        "message": "We don't know this phone any more. Join again with your team code.",
    }


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"id": ID, "question": 1, "answer": "C", "points": 100}, "unknown_field"),
        ({"id": ID, "question": 1}, "missing_field"),
        ({"id": "'; --", "question": 1, "answer": "C"}, "malformed"),
        ({"id": ID, "question": True, "answer": "C"}, "malformed"),
        ({"id": ID, "question": 1, "answer": "\ud800"}, "malformed"),
        ({"id": ID, "question": 1, "answer": {"key": "C"}}, "malformed"),
        ({"id": ID, "question": 1, "answer": "x" * 5_000}, "too_long"),
        (["C"], "malformed"),
        ("C", "malformed"),
        (None, "malformed"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(house: House, message: object, code: str) -> None:
    reply = house.phone(house.here).answer(message)

    assert reply.status_code == 409
    assert reply.json is not None
    assert reply.json["code"] == code


@pytest.mark.parametrize("body", ["", "{", "[" * 3_000, "[" * 880 + "]" * 880, "9" * 5_000, "NaN", "\0"])
def test_what_is_no_json_is_refused_in_words(house: House, body: str) -> None:
    reply = post_raw(house.phone(house.here), body, kind="application/json")

    assert reply.status_code == 409
    assert reply.json is not None
    assert reply.json["code"] in ("malformed", "too_long")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_an_answer_in_another_kind_of_body_is_refused(house: House, kind: str) -> None:
    reply = post_raw(house.phone(house.here), f'{{"id": "{ID}", "question": 1, "answer": "C"}}', kind=kind)

    assert reply.status_code == 409


def test_an_answer_without_the_header_of_our_script_is_refused(house: House, open_question: int) -> None:
    phone = house.phone(house.here)

    reply = phone.answer({"id": ID, "question": open_question, "answer": "C"}, **{"X-CSRFToken": "forged"})

    assert reply.status_code == 400
    assert stored(house) == []


def test_a_refusal_names_the_answer_that_it_is_about(house: House) -> None:
    busy = Refused("busy", "So many answers at once!")
    house.answer_with(busy)

    reply = house.phone(house.here).answer({"id": ID, "question": 1, "answer": "C"})

    assert reply.json == {"id": ID, "code": "busy", "message": busy.message}


def opened(house: House, told: Told) -> int:
    """Opens the first question of a sitting."""
    house.order(told, OrderName.NEXT)
    house.order(told, OrderName.NEXT)
    with house.app.database.reading() as db:
        round_ = db.query(Round).filter_by(sitting_id=told.id).one()
        return round_.questions[0].id


def stored(house: House) -> list[object]:
    with house.app.database.reading() as db:
        return [response.raw for response in db.query(Response)]


def post_raw(phone: Browser, body: str, *, kind: str) -> TestResponse:
    return phone.client.post("/play/answer", data=body, content_type=kind, headers={"X-CSRFToken": phone.token})
