"""Writing a question on a page: what is missing is named, nothing is lost, and what is kept can be played."""

import html
import re

import pytest
from flask import abort

from challenge import aio
from challenge.models import OwnQuestion, Quiz
from tests.web.house import Browser, House

RATIO = {
    "category": "funkies",
    "type": "ratio",
    "topic": "Ratio",
    "calculator": "no",
    "seconds": "60",
    "text": "Write the ratio 6 to 4 in its simplest form.",
    "key": "3:2",
    "form": "simplest",
    "slips": "2:3 = The other way round.",
}
CHOICE = {
    "category": "funkies",
    "type": "choice",
    "topic": "Fractions",
    "calculator": "no",
    "seconds": "30",
    "text": "What is $1/2 + 1/4$?",
    "option_A": "$2/6$",
    "slip_A": "Tops and bottoms were added.",
    "option_B": "$3/4$",
    "right_B": "on",
    "trick": "Same bottoms first",
    "steps": "$1/2 = 2/4$\n$2/4 + 1/4 = 3/4$",
}
TRUTH = {
    "category": "go-forth",
    "type": "truth",
    "topic": "Decimals",
    "calculator": "no",
    "seconds": "30",
    "text": "0.35 is more than 0.4.",
    "truth": "false",
    "truth_slip": "35 looks bigger.",
}
ORDER = {
    "category": "funkies",
    "type": "order",
    "topic": "Decimals",
    "calculator": "no",
    "seconds": "30",
    "text": "Smallest first.",
    "items": "0.1\n0.2\n0.3",
}


@pytest.fixture
def host(house: House) -> Browser:
    return house.organisers_browser()


def stored(house: House) -> list[OwnQuestion]:
    with house.app.database.reading() as db:
        return db.query(OwnQuestion).order_by(OwnQuestion.id).all()


@pytest.mark.parametrize("written", [RATIO, CHOICE, TRUTH, ORDER], ids=lambda written: written["type"])
def test_a_question_is_kept_and_comes_back_into_the_form_as_it_was_written(
    house: House, host: Browser, written: dict[str, str]
) -> None:
    kept = host.post("/host/own", **written)

    (row,) = stored(house)
    assert kept.headers["Location"] == f"/host/questions/own-{row.id}"
    assert host.get(kept.headers["Location"]).status_code == 200
    assert row.content["id"] == f"own-{row.id}"
    again = host.get(f"/host/own/own-{row.id}").text
    values = [value for name, value in written.items() if name not in ("calculator", "category")]
    for line in "\n".join(values).replace("on\n", "").splitlines():
        assert line in again, line
    changed = host.post(f"/host/own/own-{row.id}", **{**written, "text": "Another text?"})
    assert changed.headers["Location"] == kept.headers["Location"]
    assert [each.content["text"] for each in stored(house)] == ["Another text?"]


@pytest.mark.parametrize(
    ("kind", "key", "wrong"),
    [("equation", "y = 2x", "y = 4x"), ("inequality", "x >= 3", "x >= 4"), ("solutions", "1, 2", "x = 1 or x = 3")],
)
def test_an_expected_wrong_answer_may_have_signs_of_its_own(
    house: House, host: Browser, kind: str, key: str, wrong: str
) -> None:
    asked = {**RATIO, "type": kind, "key": key, "form": "", "slips": f"{wrong} = Look at $2x = 4$."}

    host.post("/host/own", **asked)

    (row,) = stored(house)
    assert row.written["slips"] == [{"answer": wrong, "because": "Look at $2x = 4$."}]
    assert f"{wrong} = Look at $2x = 4$." in html.unescape(host.get(f"/host/own/own-{row.id}").text)


def test_nothing_has_to_be_explained(house: House, host: Browser) -> None:
    host.post("/host/own", **{**CHOICE, "slip_A": "", "trick": "", "steps": ""})

    (row,) = stored(house)
    assert (row.content["trick"], row.content["steps"]) == ("", [])
    assert [option["slip"] for option in row.content["options"]] == ["", ""]


def test_a_question_that_was_written_for_a_quiz_is_in_it(house: House, host: Browser) -> None:
    here = host.post("/host/quizzes", title="Friday", category="funkies", start="empty").headers["Location"]
    slug = here.rpartition("/")[2]

    kept = host.post(f"/host/own?to={slug}", **RATIO)

    assert kept.headers["Location"] == here
    with house.app.database.reading() as db:
        assert [each["kind"] for each in db.get(Quiz, slug).questions] == ["ratio"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"category": "maths"}, "Choose one of the levels"),
        ({"type": "riddle"}, "Choose how it is answered"),
        ({"text": ""}, "Question."),
        ({"key": "three to two"}, "Right answer."),
        ({"seconds": "5"}, "Seconds."),
        ({"text": "What is $3/$?"}, "Question."),
        ({"slips": "3:2 = That is right."}, "Slips."),
    ],
)
def test_what_has_to_be_mended_is_named_and_nothing_is_lost(
    house: House, host: Browser, changes: dict[str, str], words: str
) -> None:
    again = host.post("/host/own", **{**RATIO, **changes})

    assert again.status_code == 422
    assert words in again.text
    assert "The other way round." in again.text or "That is right." in again.text
    assert stored(house) == []
    assert "Still to do" in host.post("/host/own/preview", **{**RATIO, **changes}).text


def test_a_draft_is_previewed_and_marked_without_being_kept(house: House, host: Browser) -> None:
    preview = host.post("/host/own/preview", **RATIO)
    draft = re.search(r'data-draft="([^"]+)"', preview.text)
    assert draft

    def ask(what: str, message: object):
        return host.client.post(f"/host/own/preview/{what}", json=message, headers={"X-CSRFToken": host.token})

    assert "frame-ancestors 'self'" in preview.headers["Content-Security-Policy"]
    assert ask("try", {"answer": "3:2", "draft": draft[1]}).json["verdict"] == "right"
    assert ask("try", {"answer": "2:3", "draft": draft[1]}).json["verdict"] == "wrong"
    assert ask("reading", {"typed": "6:4", "draft": draft[1]}).json["written"] == "6:4"
    for message in ({"answer": "3:2"}, {"answer": "3:2", "draft": "forged"}, {"answer": 7, "draft": draft[1]}, [], "x"):
        assert ask("try", message).status_code == 422
    assert stored(house) == []


@pytest.mark.parametrize("page", ["", "/preview", "/preview/try", "/preview/reading"])
def test_typst_is_left_to_a_real_thread(
    house: House, host: Browser, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    draft = re.search(r'data-draft="([^"]+)"', host.post("/host/own/preview", **CHOICE).text)
    assert draft
    message = {"answer": "B", "draft": draft[1]}
    left: list[str] = []
    monkeypatch.setattr(aio, "offload", lambda work, *_, **__: left.append(work.__name__) or abort(418))

    if page in ("", "/preview"):
        reply = host.post(f"/host/own{page}", **CHOICE)
    else:
        reply = host.client.post(f"/host/own{page}", json=message, headers={"X-CSRFToken": host.token})

    assert (reply.status_code, left) == (418, ["own_question"])


def test_changing_a_question_from_a_file_keeps_what_the_form_does_not_ask_for(house: House, host: Browser) -> None:
    slips = [{"answer": "reversed", "because": "The wrong way round."}]
    host.post("/host/own", **ORDER)
    (row,) = stored(house)
    with house.changing() as db:
        db.get_one(OwnQuestion, row.id).written = {**row.written, "id": "mine", "points": "2", "slips": slips}

    host.post(f"/host/own/own-{row.id}", **{**ORDER, "text": "In order, please."})

    (row,) = stored(house)
    kept = {name: row.written.get(name) for name in ("text", "id", "points", "slips")}
    assert kept == {"text": "In order, please.", "id": "mine", "points": "2", "slips": slips}
    assert row.content["points"] == 2
    host.post(f"/host/own/own-{row.id}", **{**ORDER, "items": "0.3\n0.4\n0.5"})
    assert "slips" not in stored(house)[0].written


def test_anothers_question_is_not_there(house: House, host: Browser) -> None:
    host.post("/host/own", **RATIO)
    (row,) = stored(house)
    teacher = house.host_of()

    assert teacher.get(f"/host/questions/own-{row.id}").status_code == 404
    assert teacher.get(f"/host/own/own-{row.id}").status_code == 404
    assert teacher.post(f"/host/own/own-{row.id}", **{**RATIO, "text": "Mine now?"}).status_code == 404
    assert stored(house)[0].content["text"] == RATIO["text"]
    assert "Write the ratio" not in teacher.get("/host/bank").text
