"""The quiz builder's pages: who sees them, what they make, and that nothing slips through."""

from dataclasses import replace

import pytest

from challenge.models import BankQuestion, Quiz, Reservation, Staff
from challenge.rules.questions import as_dict
from challenge.services.access import Role, StaffIdentity
from challenge.services.building import new_quiz
from tests import builders
from tests.web.house import House

BLUEPRINT = {"title": "Friday quiz", "category": "funkies", "count": "2", "seed": "7"}


@pytest.fixture
def bank(house: House) -> None:
    with house.changing() as db:
        for number, question in enumerate([*builders.class_round(), builders.choice("second")]):
            topic = "Money" if number < 4 else "Time"
            db.add(
                BankQuestion(
                    id=question.id,
                    bank="b",
                    category="funkies",
                    topic=topic,
                    kind=question.kind.value,
                    calculator=number == 0,
                    made="",
                    content=as_dict(replace(question, topic=topic)),
                    fingerprint="",
                )
            )


def own(house: House) -> list[Quiz]:
    with house.app.database.reading() as db:
        return db.query(Quiz).filter(Quiz.owner_id.is_not(None)).all()


@pytest.mark.parametrize(
    "address",
    ["/host/quizzes", "/host/quizzes/quiz", "/host/bank", "/host/questions/half", "/host/questions/half/phone"],
)
def test_only_staff_see_the_builder(house: House, bank: None, address: str) -> None:
    assert house.browser().get(address).status_code == 302
    assert house.organisers_browser().get(address).status_code == 200


def test_a_blueprint_makes_a_quiz_that_is_shown_at_once(house: House, bank: None) -> None:
    host = house.organisers_browser()

    made = host.post("/host/quizzes", **BLUEPRINT)

    (quiz,) = own(house)
    assert made.headers["Location"] == f"/host/quizzes/{quiz.slug}"
    page = host.get(made.headers["Location"]).text
    assert "Friday quiz" in page
    assert page.count("Take out") == 2


def test_fewer_questions_than_asked_for_are_said_plainly(house: House, bank: None) -> None:
    host = house.organisers_browser()

    made = host.post("/host/quizzes", **{**BLUEPRINT, "count": "9", "topics": "Time"})

    assert "6 questions fewer than you asked for." in host.get(made.headers["Location"]).text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "Give the quiz a title"),
        ("category", "maths", "Choose one of the levels"),
        ("count", "many", "Ask for 1 to 60"),
        ("minutes", "-5", "1 to 240 minutes"),
        ("seed", "x", "up to nine digits"),
        ("topics", "Sudoku", "Choose topics from the list"),
        ("topics", "Angles", "No question fits all of this"),
    ],
)
def test_what_is_wrong_is_named_and_everything_else_kept(
    house: House, bank: None, field: str, value: str, words: str
) -> None:
    again = house.organisers_browser().post("/host/quizzes", **{**BLUEPRINT, field: value})

    assert again.status_code == 422
    assert words in again.text
    assert own(house) == []
    if field != "title":
        assert 'value="Friday quiz"' in again.text


def test_a_quiz_is_filled_ordered_and_emptied_by_hand(house: House, bank: None) -> None:
    host = house.organisers_browser()
    here = host.post("/host/quizzes", **{**BLUEPRINT, "start": "empty"}).headers["Location"]
    slug = here.rpartition("/")[2]

    added = host.post(here, do="add", question="half", back=f"/host/bank?to={slug}&words=2")
    host.post(here, do="add", question="share")
    moved = host.post(here, do="up", question="share", version="2")
    assert added.headers["Location"] == f"/host/bank?to={slug}&words=2"
    assert moved.headers["Location"] == f"{here}#share"
    assert [each["id"] for each in own(house)[0].questions] == ["share", "half"]
    host.post(here, do="rename", title="Monday quiz", about="", version="3")
    host.post(here, do="remove", question="half", version="4")

    assert [each["id"] for each in own(house)[0].questions] == ["share"]
    assert "Monday quiz" in host.get("/host/quizzes").text
    copied = host.post(here, do="copy").headers["Location"]
    assert host.post(here, do="delete").headers["Location"] == "/host/quizzes"
    assert [f"/host/quizzes/{quiz.slug}" for quiz in own(house)] == [copied]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"do": "remove", "question": "half", "version": "99"}, "changed in another window"),
        ({"do": "remove", "question": "half"}, "changed in another window"),
        ({"do": "add", "question": "nowhere"}, "in the bank any more"),
        ({"do": "dance"}, "know that button"),
        ({}, "know that button"),
    ],
)
def test_what_cannot_be_done_is_said_on_the_quizs_page(
    house: House, bank: None, fields: dict[str, str], words: str
) -> None:
    host = house.organisers_browser()
    here = host.post("/host/quizzes", **BLUEPRINT).headers["Location"]

    refused = host.post(here, **fields)

    assert refused.status_code == 409
    assert words in refused.text


def test_nobody_is_sent_to_another_site(house: House, bank: None) -> None:
    host = house.organisers_browser()
    here = host.post("/host/quizzes", **{**BLUEPRINT, "start": "empty"}).headers["Location"]

    assert host.post(here, do="add", question="half", back="https://example.org/").headers["Location"] == here


def test_the_bank_is_looked_through(house: House, bank: None) -> None:
    host = house.organisers_browser()

    everything = host.get("/host/bank").text
    few = host.get("/host/bank?topic=Time&kind=order&category=funkies&calculator=no&words=").text
    none = host.get("/host/bank?words=elephant&page=7").text

    assert "7 questions" in everything
    assert "1 question<" in few
    assert "Nothing fits all of this." in none


def test_organisers_reserve_questions_and_hosts_do_not_see_them(house: House, bank: None) -> None:
    organiser = house.organisers_browser()
    teacher = house.host_of()

    kept = organiser.post("/host/bank/reserve?topic=Money", question="half", kept_for="National  final")
    assert kept.headers["Location"] == "/host/bank?topic=Money"
    assert "Reserved: National final" in organiser.get("/host/bank").text
    assert "6 questions" in teacher.get("/host/bank").text
    assert teacher.get("/host/questions/half").status_code == 404
    assert teacher.post("/host/bank/reserve", question="half", kept_for="").status_code == 403
    assert organiser.post("/host/bank/reserve", question="half", kept_for="x" * 61).status_code == 422
    organiser.post("/host/bank/reserve", question="half", kept_for="")
    with house.app.database.reading() as db:
        assert db.query(Reservation).count() == 0


def test_a_question_that_is_reserved_later_is_kept_back_in_quizzes_that_have_it(house: House, bank: None) -> None:
    teacher, organiser = house.host_of(), house.organisers_browser()
    here = teacher.post("/host/quizzes", **{**BLUEPRINT, "start": "empty"}).headers["Location"]
    for question in ("half", "share"):
        teacher.post(here, do="add", question=question)
    organiser.post("/host/bank/reserve", question="half", kept_for="National final")

    page, slug = teacher.get(here).text, here.rpartition("/")[2]

    assert ("11/12" in page, "18 out of 24?" in page) == (False, True)
    assert "Kept back for a final" in page
    assert "Start a round with it" not in page
    assert [teacher.get(f"/host/questions/half{part}?quiz={slug}").status_code for part in ("", "/phone")] == [404, 404]
    refused = teacher.post("/host/sittings", name="Maths 3", quiz=slug)
    assert refused.status_code == 422
    assert "One question of this quiz is kept back for a final." in refused.text
    assert "Reserved: National final" in organiser.get(here).text
    assert "Start a round with it" in organiser.get(here).text
    assert teacher.post(here, do="exchange", question="half", version="2").status_code == 302
    assert "Start a round with it" in teacher.get(here).text


def test_a_question_is_shown_with_its_answer_and_previews_that_may_be_framed(house: House, bank: None) -> None:
    host = house.organisers_browser()

    page, phone, screen = (host.get(f"/host/questions/half{part}") for part in ("", "/phone", "/screen"))

    assert "Adding tops and bottoms" in page.text
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    for framed in (phone, screen):
        assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
        assert "Adding tops and bottoms" not in framed.text, "what a phone is told holds no slip and no key"
    assert host.get("/host/questions/half?quiz=quiz").status_code == 200
    assert host.get("/host/questions/nowhere").status_code == 404


def test_answers_are_tried_and_typing_is_read(house: House, bank: None) -> None:
    host = house.organisers_browser()

    def ask(what: str, message: object):
        return host.client.post(f"/host/questions/share/{what}", json=message, headers={"X-CSRFToken": host.token})

    assert ask("try", {"answer": "0.75"}).json["verdict"] == "right"
    assert ask("try", {"answer": "0.5"}).json["verdict"] == "wrong"
    assert ask("reading", {"typed": "6/8"}).json["written"] == "6/8"
    for message in ({"answer": 7}, {"answer": ["A"]}, {}, [], "x"):
        assert ask("try", message).status_code == 422
    assert ask("reading", {"typed": 5}).status_code == 422
    bad = host.client.post("/host/questions/half/reading", json={"typed": "5"}, headers={"X-CSRFToken": host.token})
    assert bad.status_code == 422


def test_anothers_quiz_is_not_there(house: House, bank: None) -> None:
    with house.changing() as db:
        db.add(Staff(id=51, name="Ms Ahmed", role="host"))
        db.flush()
        quiz = new_quiz(StaffIdentity(51, "Ms Ahmed", Role.HOST), "Secret quiz", "funkies", [builders.choice()])
        db.add(quiz)
        slug = quiz.slug
    teacher = house.host_of()

    assert "Secret quiz" not in teacher.get("/host/quizzes").text
    assert teacher.get(f"/host/quizzes/{slug}").status_code == 404
    assert teacher.post(f"/host/quizzes/{slug}", do="delete").status_code == 404
    assert len(own(house)) == 1
