"""Making sittings, and signing in those who run them."""

from dataclasses import replace

import pytest

from challenge.models import Quiz, RoundQuestion, Sitting, SittingHost, Staff, Stage
from challenge.rules.refusal import Refused
from challenge.services import rounds, sittings
from challenge.services.access import Role, StaffIdentity, TeamIdentity
from challenge.services.sittings import LINK_LASTS_MS, SittingPlan
from tests import builders
from tests.builders import NOON

PLAN = SittingPlan(name="  Maths 2 ", place=" Room B14", quiz="quiz")


def make(db, host, **changes):
    return sittings.make_sitting(db, replace(PLAN, **changes), by=host, now=NOON, grace_ms=800)


def test_a_sitting_has_its_round_in_the_lobby_with_copies_of_the_questions(db, host):
    made = make(db, host)

    round_ = rounds.current(db, made.id)
    assert (made.name, made.place, round_.state, round_.question) == ("Maths 2", "Room B14", "lobby", -1)
    assert [rounds.content(row) for row in round_.questions] == builders.class_round()
    assert {(row.reading_ms, row.answering_ms) for row in round_.questions} == {(4_000, 30_000)}


def test_a_later_edit_of_a_quiz_changes_no_round_that_was_made(db, host):
    made = make(db, host)
    db.get(Quiz, "quiz").questions = []
    db.flush()

    assert db.query(RoundQuestion).filter_by(round_id=rounds.current(db, made.id).id).count() == 6


def test_codes_and_keys_of_two_sittings_differ(db, host):
    one, other = make(db, host), make(db, host)

    assert {one.code, one.door_key, one.screen_key}.isdisjoint({other.code, other.door_key, other.screen_key})


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "\u200b"}),
        ("name", {"name": "x" * 61}),
        ("place", {"place": "x" * 61}),
        ("quiz", {"quiz": "nowhere"}),
        ("quiz", {"quiz": "\0"}),
        ("entry", {"entry_mode": "anybody"}),
        ("policy", {"policy": "fastest"}),
        ("standings_every", {"standings_every": -1}),
        ("standings_every", {"standings_every": 51}),
    ],
)
def test_a_wrong_field_of_a_plan_is_named(db, host, field, changes):
    before = db.query(Sitting).count()

    wrong = make(db, host, **changes)

    assert set(wrong) == {field}
    assert (wrong[field].code, wrong[field].message[-1]) == ("bad_field", ".")
    assert db.query(Sitting).count() == before


def test_all_wrong_fields_are_named_at_once(db, host):
    assert set(make(db, host, name="", quiz="", policy="")) == {"name", "quiz", "policy"}


def test_only_staff_make_sittings(db):
    wrong = make(db, TeamIdentity(1, 1, 1))

    assert wrong["form"].code == "not_allowed"


def test_a_season_without_a_class_round_says_so(db, host):
    db.query(Stage).update({"kind": "college final"})

    assert make(db, host)["form"].code == "no_stage"


def test_what_is_invisible_in_a_name_is_not_kept(db, host):
    made = make(db, host, name="Maths\0 2\u200b", place="B\ud80014")

    assert (made.name, made.place) == ("Maths 2", "B14")


def test_an_organiser_sees_all_sittings_newest_first_and_a_host_their_own(db, host):
    db.add(Staff(id=2, name="Mx Okafor", role="host"))
    db.flush()
    teacher = sittings.staff(db, 2)
    own, other = make(db, teacher), make(db, host)

    assert sittings.sittings_of(db, teacher) == [own]
    assert sittings.sittings_of(db, host)[:2] == [other, own]


def test_who_makes_a_sitting_hosts_it(db, host):
    assert db.get(SittingHost, (make(db, host).id, host.staff_id)) is not None


def test_a_screen_key_opens_its_sitting_alone(db, host):
    one, other = make(db, host), make(db, host)

    assert sittings.by_screen_key(db, one.screen_key) == one.id
    assert sittings.by_screen_key(db, other.screen_key) == other.id


@pytest.mark.parametrize("key", ["", "guessed", "\0", "\ud800", "é"])
def test_a_wrong_screen_key_opens_nothing(db, sitting, key):
    assert sittings.by_screen_key(db, key) is None


def test_a_sitting_exists_or_not(db, sitting):
    assert [sittings.exists(db, sitting.id), sittings.exists(db, 999)] == [True, False]


def test_a_sign_in_link_works_once(db, host):
    token = sittings.make_link(db, host.staff_id, now=NOON)

    first, second = (sittings.sign_in(db, token, now=NOON + 1) for _ in range(2))

    assert first == host
    assert isinstance(second, Refused)
    assert second.code == "bad_link"


@pytest.mark.parametrize(("after_ms", "works"), [(LINK_LASTS_MS, True), (LINK_LASTS_MS + 1, False)])
def test_a_sign_in_link_lasts_twelve_hours(db, host, after_ms, works):
    token = sittings.make_link(db, host.staff_id, now=NOON)

    signed_in = sittings.sign_in(db, token, now=NOON + after_ms)

    assert isinstance(signed_in, StaffIdentity) is works


@pytest.mark.parametrize("token", ["", "guessed", "\0", "\ud800"])
def test_an_invented_link_signs_nobody_in(db, host, token):
    assert sittings.sign_in(db, token, now=NOON).code == "bad_link"


def test_staff_are_known_by_their_id(db):
    assert sittings.staff(db, 1) == StaffIdentity(1, "Host", Role.ORGANISER)
    assert sittings.staff(db, 999) is None


def test_a_sitting_that_is_asked_for_twice_is_one(db, host):
    first = sittings.make_sitting(db, PLAN, by=host, now=NOON, grace_ms=800, screen_key="of one form")

    again = sittings.make_sitting(db, PLAN, by=host, now=NOON, grace_ms=800, screen_key="of one form")

    assert isinstance(first, Sitting)
    assert again is first
