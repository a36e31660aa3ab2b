"""Who is in a sitting: read again only as far as it changed, and never otherwise than it would be read at once."""

import pytest

from challenge.models import Entry
from challenge.services import joining, roster, seating
from challenge.services.roster import Listed
from tests import builders
from tests.builders import NOON
from tests.services.playing import pressed


@pytest.fixture
def team(db, sitting):
    return builders.team(db, sitting)


def names(seated):
    return [each.name for each in seated]


def caught_up(db, sitting, change):
    """What is known after `change`, by catching up with it and by reading everything."""
    was, known = seating.stamp(db, sitting.id), seating.teams(db, sitting.id)
    change()
    db.flush()
    now = seating.stamp(db, sitting.id)
    assert now != was
    return seating.caught_up(db, sitting.id, known, was=was, now=now), seating.teams(db, sitting.id)


def test_those_who_came_stand_in_that_order_before_those_still_to_come(db, sitting, team):
    roster.add(db, sitting, [Listed("Pi Hards", ("Tom",))])
    late = builders.team(db, sitting, "Ratio Gaga")
    db.get(Entry, late.entry_id).joined_at = NOON + 5_000

    seated = seating.teams(db, sitting.id)

    assert names(seated) == [builders.TEAMS[0], "Ratio Gaga", "Pi Hards"]
    assert [each.joined for each in seated] == [True, True, False]
    assert seated[2].names == ("Tom",)


def test_one_team_is_found_while_it_is_in(db, sitting, team):
    roster.add(db, sitting, [Listed("Pi Hards", ())])
    listed = next(each for each in seating.teams(db, sitting.id) if not each.joined)

    assert seating.team(db, team.entry_id).name == builders.TEAMS[0]
    assert seating.team(db, listed.entry) is None
    pressed(db, sitting, "remove", entry=team.entry_id, now=NOON)
    assert seating.team(db, team.entry_id) is None


@pytest.mark.parametrize("change", ["a newcomer", "a listed team", "a listed team comes in", "a rename", "a removal"])
def test_catching_up_leads_to_the_same_as_reading_everything(db, sitting, team, change):
    roster.add(db, sitting, [Listed("Pi Hards", ())])
    code = next(each.code for each in seating.teams(db, sitting.id) if not each.joined)
    changes = {
        "a newcomer": lambda: builders.team(db, sitting, "Ratio Gaga"),
        "a listed team": lambda: roster.add(db, sitting, [Listed("Mean Machine", ())]),
        "a listed team comes in": lambda: joining.come_back(db, code, now=NOON + 1),
        "a rename": lambda: pressed(db, sitting, "rename", entry=team.entry_id, team="Acute Angles", now=NOON),
        "a removal": lambda: pressed(db, sitting, "remove", entry=team.entry_id, now=NOON),
    }

    caught, read = caught_up(db, sitting, changes[change])

    assert caught == read


def test_a_team_that_came_in_before_the_latest_but_was_stored_after_it_is_not_overlooked(db, sitting, team):
    roster.add(db, sitting, [Listed("Pi Hards", ())])
    code = next(each.code for each in seating.teams(db, sitting.id) if not each.joined)

    caught, read = caught_up(db, sitting, lambda: joining.come_back(db, code, now=NOON - 5_000))

    assert names(caught) == names(read)
    assert caught[0].name == "Pi Hards"
