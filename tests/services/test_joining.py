"""How teams come in, how they come back, and who stays outside."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from challenge.announcements import TeamsChanged
from challenge.models import Device, Entry, Student
from challenge.rules.play import State
from challenge.rules.refusal import Refused
from challenge.services import joining, rounds
from challenge.services.joining import Joined
from challenge.services.roster import Listed, add
from challenge.services.tokens import kept
from challenge.services.transaction import announced
from tests import builders
from tests.builders import NOON
from tests.services.playing import pressed


def join(db, in_, name, *, first_names=()):
    return joining.join_open(db, in_, name=name, first_names=list(first_names), now=NOON)


def listed(db, host):
    """A sitting for listed teams, and the entry of its one team."""
    in_ = builders.sitting(db, host, entry_mode="listed")
    add(db, in_, [Listed("Prime Suspects", ("Aisha", "Tom"))])
    return in_, db.query(Entry).filter_by(sitting_id=in_.id).one()


def form_refusal(outcome):
    assert isinstance(outcome, dict), outcome
    return outcome["form"].code


def test_a_new_team_comes_in_and_is_announced(db, sitting):
    joined = join(db, sitting, "  Prime   Suspects ", first_names=["Aisha", "Tom"])

    entry = db.query(Entry).filter_by(sitting_id=sitting.id).one()
    assert isinstance(joined, Joined)
    assert (joined.team, joined.sitting_id, entry.joined_at) == ("Prime Suspects", sitting.id, NOON)
    assert [each.first_name for each in db.query(Student)] == ["Aisha", "Tom"]
    assert TeamsChanged(sitting.id, entry.id) in announced(db)


def test_a_team_may_keep_its_first_names_to_itself(db, sitting):
    assert isinstance(join(db, sitting, "Pi Hards"), Joined)
    assert db.query(Student).count() == 0


def test_only_the_hash_of_a_phones_secret_is_kept(db, sitting):
    joined = join(db, sitting, "Pi Hards")

    assert [device.secret_hash for device in db.query(Device)] == [kept(joined.secret)]


def test_a_door_may_bring_the_secret_by_which_it_knows_a_phone_again(db, sitting):
    joined = joining.join_open(db, sitting, name="Pi Hards", first_names=[], now=NOON, secret="from the door")

    assert joined.secret == "from the door"
    assert joining.identify(db, "from the door").sitting_id == sitting.id


def test_a_secret_that_a_phone_has_already_is_given_to_no_other(db, sitting):
    first, second = (
        joining.join_open(db, sitting, name=name, first_names=[], now=NOON, secret="from the door")
        for name in ("Pi Hards", "Ratio Gaga")
    )

    assert first.secret == "from the door" != second.secret
    assert joining.identify(db, second.secret) != joining.identify(db, first.secret)


def test_a_phone_is_known_by_its_secret(db, sitting):
    identity = joining.identify(db, join(db, sitting, "Pi Hards").secret)

    entry = db.query(Entry).filter_by(sitting_id=sitting.id).one()
    assert (identity.entry_id, identity.sitting_id) == (entry.id, sitting.id)


@pytest.mark.parametrize("secret", ["", "guessed", "\ud800", "\0", "x" * 10_000])
def test_nobody_is_known_by_a_secret_that_was_never_given(db, sitting, secret):
    join(db, sitting, "Pi Hards")

    assert joining.identify(db, secret) is None


def test_everything_wrong_with_a_form_is_said_at_once_by_field(db, sitting):
    wrong = join(db, sitting, "!", first_names=["Aisha", "x" * 50])

    assert set(wrong) == {"name", "first_name_2"}
    assert db.query(Entry).filter_by(sitting_id=sitting.id).count() == 0


@pytest.mark.parametrize(
    "name", ["Prime Suspects", "prime suspects", "PRIME  SUSPECTS", "Pr\u0456me Susp\u0435cts", "Pr1me Su5pects"]
)
def test_a_name_that_looks_like_another_teams_is_taken(db, sitting, name):
    join(db, sitting, "Prime Suspects")

    wrong = join(db, sitting, name)

    assert wrong["name"].code == "taken"


def test_two_sittings_may_have_teams_of_one_name(db, host, sitting):
    other = builders.sitting(db, host)

    outcomes = [join(db, each, "Prime Suspects") for each in (sitting, other)]

    assert all(isinstance(each, Joined) for each in outcomes)


def test_the_name_of_a_removed_team_is_free_again(db, sitting):
    first = builders.team(db, sitting)
    pressed(db, sitting, "remove", entry=first.entry_id, now=NOON)

    assert isinstance(join(db, sitting, builders.TEAMS[0]), Joined)


def test_a_locked_door_lets_no_new_team_in(db, sitting):
    pressed(db, sitting, "lock", now=NOON)

    assert form_refusal(join(db, sitting, "Pi Hards")) == "door_locked"


def test_a_full_sitting_lets_no_new_team_in_until_one_is_removed(db, sitting):
    sitting.most_teams = 1
    first = builders.team(db, sitting)
    refused = join(db, sitting, "Pi Hards")
    pressed(db, sitting, "remove", entry=first.entry_id, now=NOON)

    assert form_refusal(refused) == "full"
    assert isinstance(join(db, sitting, "Pi Hards"), Joined)


def test_a_finished_round_lets_no_new_team_in(db, sitting):
    pressed(db, sitting, "end", now=NOON)
    assert rounds.current(db, sitting.id).state == State.DONE

    assert form_refusal(join(db, sitting, "Pi Hards")) == "over"


def test_a_sitting_for_listed_teams_takes_nobody_by_the_round_code(db, host):
    in_ = builders.sitting(db, host, entry_mode="listed")

    assert form_refusal(join(db, in_, "Pi Hards")) == "listed"


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}-{2}", "{1} {2}"])
def test_a_round_code_is_understood_however_it_is_typed(db, sitting, typed):
    code = sitting.code.lower()

    found = joining.sitting_by_code(db, typed.format(code, code[:3], code[3:]))

    assert found is sitting


@pytest.mark.parametrize("code", ["", "QQQQQQ", "' OR 1=1", "\ud800", "x" * 10_000])
def test_a_wrong_round_code_opens_nothing(db, sitting, code):
    assert joining.sitting_by_code(db, code) is None


def test_a_listed_team_comes_in_with_the_code_of_its_card(db, host):
    _, entry = listed(db, host)
    assert entry.joined_at is None

    joined = joining.come_back(db, entry.team.code, now=NOON)

    assert isinstance(joined, Joined)
    assert (joined.team, entry.joined_at) == ("Prime Suspects", NOON)


def test_a_listed_team_that_is_not_here_yet_waits_at_a_locked_door(db, host):
    in_, entry = listed(db, host)
    pressed(db, in_, "lock", now=NOON)

    assert joining.come_back(db, entry.team.code, now=NOON).code == "door_locked"


def test_a_listed_team_that_never_came_is_not_placed_last_by_coming_after_the_end(db, host):
    in_, entry = listed(db, host)
    pressed(db, in_, "end", now=NOON)

    assert joining.come_back(db, entry.team.code, now=NOON).code == "over"
    assert entry.joined_at is None


def test_another_phone_plays_for_the_same_team_by_its_code(db, sitting):
    first = builders.team(db, sitting)
    pressed(db, sitting, "lock", now=NOON)
    db.info.clear()

    joined = joining.come_back(db, db.get(Entry, first.entry_id).team.code.lower(), now=NOON + 1)

    second = joining.identify(db, joined.secret)
    assert replace(second, device_id=first.device_id) == first
    assert second.device_id != first.device_id
    assert announced(db) == [], "a second phone is no news to the room"


def test_a_team_can_come_back_to_a_finished_round_to_see_its_place(db, sitting):
    first = builders.team(db, sitting)
    pressed(db, sitting, "end", now=NOON)

    assert isinstance(joining.come_back(db, db.get(Entry, first.entry_id).team.code, now=NOON), Joined)


def test_a_removed_team_is_neither_known_nor_let_back_in(db, sitting):
    joined = join(db, sitting, "Pi Hards")
    entry = db.query(Entry).filter_by(sitting_id=sitting.id).one()
    pressed(db, sitting, "remove", entry=entry.id, now=NOON)

    assert joining.identify(db, joined.secret) is None
    assert joining.come_back(db, entry.team.code, now=NOON).code == "removed"


@pytest.mark.parametrize("code", ["", "2222", "QQQQQQQQ", "AAAAAAAA", "\ud800" * 8, "2" * 10_000])
def test_a_wrong_team_code_lets_nobody_in(db, sitting, code):
    builders.team(db, sitting)

    assert isinstance(joining.come_back(db, code, now=NOON), Refused)


def test_a_round_code_is_no_team_code(db, sitting):
    assert joining.entry_by_code(db, sitting.code) is None


@pytest.mark.parametrize(("first", "second"), [("Team5", "Teams"), ("Team5", "Team 5"), ("Teams", "Team5")])
def test_a_name_that_can_be_read_in_two_ways_is_taken_in_both(db, sitting, first, second):
    join(db, sitting, first)

    assert join(db, sitting, second)["name"].code == "taken"


def test_what_a_name_may_be_read_as_is_kept_with_its_entry(db, sitting):
    join(db, sitting, "Team5")

    entry = db.query(Entry).filter_by(sitting_id=sitting.id).one()
    assert {entry.name_key, entry.second_key} == {"team5", "teams"}
    assert joining.name_keys("Pi Hards")[1] is None


def test_a_taken_name_is_refused_with_the_next_that_is_free_however_many_there_are(db, sitting):
    for number in range(1, 30):
        join(db, sitting, "Pi Hards" if number == 1 else f"Pi Hards {number}")

    wrong = join(db, sitting, "pi-hards")

    assert '"pi-hards 30" is free' in wrong["name"].message


def test_only_names_that_are_free_are_suggested(db, sitting, host):
    offered = joining.suggestions(db, sitting.id, seed=7)
    join(db, sitting, offered[0].upper())

    again = joining.suggestions(db, sitting.id, seed=7)

    assert again[:2] == offered[1:]
    assert offered[0] not in again
    assert joining.suggestions(db, builders.sitting(db, host).id, seed=7) == offered


@pytest.mark.parametrize("teams", [5, 60])
def test_joining_asks_the_database_as_often_and_for_as_much_however_many_teams_are_in(db, sitting, teams, database):
    for number in range(teams):
        join(db, sitting, f"{builders.TEAMS[number % 6]} {number}")
    asked = []

    def before(_connection, _cursor, _statement, parameters, _context, _many):
        asked.append(len(parameters))

    event.listen(database.engine, "before_cursor_execute", before)
    assert isinstance(join(db, sitting, "Hypotenuse Caboose"), Joined)
    db.flush()
    event.remove(database.engine, "before_cursor_execute", before)

    assert (len(asked) <= 16, sum(asked) <= 60) == (True, True), asked
