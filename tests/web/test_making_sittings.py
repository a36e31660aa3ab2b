"""A teacher makes a sitting: the defaults work, and every wrong field is named."""

import pytest

from challenge.models import Round, Sitting, Stage
from tests.web.house import House
from tests.web.pages import Attributes, Page


def test_pressing_start_without_touching_anything_makes_a_sitting(house: House) -> None:
    host = house.organisers_browser()

    reply = host.post("/host/sittings", **untouched(Page(host.get("/host").text)))

    assert reply.location == f"/host/sittings/{house.here.id + 1}"
    assert host.get(reply.location).status_code == 200
    with house.app.database.reading() as db:
        made = db.get_one(Sitting, house.here.id + 1)
        round_ = db.query(Round).filter_by(sitting_id=made.id).one()
        assert (made.name, made.entry_mode, round_.quiz_slug) == ("Class round", "open", "quiz")
        assert (round_.policy, round_.can_change, round_.standings_every) == ("tie_break", True, 5)


def test_a_start_that_is_pressed_twice_makes_one_sitting(house: House) -> None:
    host = house.organisers_browser()
    form = untouched(Page(host.get("/host").text)) | {"once": "the form's own token"}

    first, second = (host.post("/host/sittings", **form) for _ in range(2))
    next_form = host.post("/host/sittings", **form | {"once": "another form's token"})

    assert first.location == second.location
    assert next_form.location != first.location


def test_each_form_for_a_sitting_has_a_token_of_its_own(house: House) -> None:
    host = house.organisers_browser()

    tokens = {_token_in(Page(host.get("/host").text)) for _ in range(2)}

    assert len(tokens) == 2


def test_what_a_teacher_chooses_is_what_is_made(house: House) -> None:
    chosen = {"name": " Maths 2 ", "place": "B14", "quiz": "quiz", "entry": "listed", "policy": "bonus"}

    house.organisers_browser().post("/host/sittings", **chosen, standings_every="0")

    with house.app.database.reading() as db:
        made = db.get_one(Sitting, house.here.id + 1)
        round_ = db.query(Round).filter_by(sitting_id=made.id).one()
        assert (made.name, made.place, made.entry_mode) == ("Maths 2", "B14", "listed")
        assert (round_.policy, round_.can_change, round_.standings_every) == ("bonus", False, 0)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Give the class or group a name of up to 60 characters."),
        ("name", "   ", "Give the class or group a name of up to 60 characters."),
        ("name", "x" * 300, "Give the class or group a name of up to 60 characters."),
        ("place", "x" * 61, "Keep the place to 60 characters."),
        ("quiz", "../secret", "Choose one of the quizzes in the list."),
        ("entry", "everybody", "Choose who may come in."),
        ("policy", "luck", "Choose how points are given."),
        ("standings_every", "-1", "Show standings after every 1 to 50 questions"),
        ("standings_every", "often", "Show standings after every 1 to 50 questions"),
        ("standings_every", "9" * 5_000, "Show standings after every 1 to 50 questions"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_made(house: House, field: str, value: str, words: str) -> None:
    fine = {"name": "Maths 2", "place": "B14", "quiz": "quiz"}

    reply = house.organisers_browser().post("/host/sittings", **fine | {field: value})

    page = Page(reply.text)
    assert reply.status_code == 422
    assert words in page.text
    assert [each["id"] for each in page.all("p") if each.get("class") == "error"] == [f"{field}-problem"]
    assert last_sitting(house) == house.here.id


def test_the_other_fields_keep_what_was_typed(house: House) -> None:
    typed = {"name": "Maths 2", "place": "x" * 61, "quiz": "quiz", "entry": "listed", "policy": "accuracy"}

    page = Page(house.organisers_browser().post("/host/sittings", **typed).text)

    kept = untouched(page)
    assert {field: kept[field] for field in typed} == typed
    assert "can_change" not in kept


def test_an_empty_name_is_not_filled_in_behind_the_teachers_back(house: House) -> None:
    page = Page(house.organisers_browser().post("/host/sittings", name="", quiz="quiz").text)

    assert page.value("name") == ""


def test_a_season_without_class_rounds_says_what_to_do(house: House) -> None:
    with house.changing() as db:
        db.get_one(Stage, 1).kind = "college final"

    reply = house.organisers_browser().post("/host/sittings", name="Maths 2", quiz="quiz")

    assert reply.status_code == 422
    assert "Restart the program to make one." in Page(reply.text).text


def test_a_host_sees_their_own_sittings_and_an_organiser_all(house: House) -> None:
    house.sitting(name="Next door")
    teacher, organiser = house.host_of(house.here), house.organisers_browser()

    own, every = Page(teacher.get("/host").text).text, Page(organiser.get("/host").text).text

    assert ("Maths 2" in own, "Next door" in own) == (True, False)
    assert ("Maths 2" in every, "Next door" in every) == (True, True)


def untouched(page: Page) -> dict[str, str]:
    """What the form for a new sitting sends as it stands."""

    def sent(field: Attributes) -> bool:
        return field.get("type") not in ("radio", "checkbox", "hidden") or "checked" in field

    return {field["name"] or "": field.get("value") or "" for field in page.all("input") if sent(field)}


def last_sitting(house: House) -> int:
    with house.app.database.reading() as db:
        return db.query(Sitting).order_by(Sitting.id.desc()).first().id  # type: ignore[union-attr]


def _token_in(page: Page) -> str:
    return next(field["value"] or "" for field in page.all("input") if field.get("name") == "once")
