"""Between rows and values: what is loaded is what was stored."""

from challenge.announcements import RoundMoved
from challenge.models import Round, RoundClock
from challenge.rules.play import Play, State
from challenge.services import rounds
from challenge.services.roster import Listed, add
from challenge.services.transaction import announced
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, pressed, reach

SOMEWHERE = Play(State.OPEN, question=2, opens_at=NOON, closes_at=NOON + 9, cut_at=NOON + 5, paused_at=NOON + 3)


def another(db, in_, position):
    first = rounds.current(db, in_.id)
    copied = ("kind", "title", "quiz_slug", "category_id", "policy", "can_change", "standings_every", "grace_ms")
    row = Round(
        sitting_id=in_.id,
        position=position,
        state="planned",
        clock=RoundClock(),
        **{name: getattr(first, name) for name in copied},
    )
    db.add(row)
    db.flush()
    return row


def test_where_a_round_went_is_where_it_is_found(db, sitting):
    row = builders.round_of(db, sitting)

    rounds.move(db, sitting, row, SOMEWHERE, now=NOON + 77)
    db.flush()
    db.expire_all()

    assert rounds.play_of(row) == SOMEWHERE
    assert (row.clock.alive_at, sitting.version, announced(db)) == (NOON + 77, 1, [RoundMoved(sitting.id)])


def test_voided_questions_are_part_of_where_a_round_stands(db, sitting):
    now = reach(db, sitting, State.REVEALED)
    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=now)

    assert rounds.play_of(builders.round_of(db, sitting)).voided == frozenset({0})


def test_the_plan_counts_the_extra_time_of_teams_that_are_still_in(db, sitting):
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:2]]
    for team, percent in zip(teams, (25, 100), strict=True):
        pressed(db, sitting, "extra", entry=team.entry_id, percent=percent, now=NOON)
    assert rounds.plan_of(db, builders.round_of(db, sitting)).most_extra == 100

    pressed(db, sitting, "remove", entry=teams[1].entry_id, now=NOON)

    assert rounds.plan_of(db, builders.round_of(db, sitting)).most_extra == 25


def test_a_room_without_teams_has_no_extra_time(db, sitting):
    assert rounds.plan_of(db, builders.round_of(db, sitting)).most_extra == 0


def test_the_round_that_is_played_is_the_first_that_is_not_done(db, sitting):
    first, second = builders.round_of(db, sitting), another(db, sitting, 1)
    found = [rounds.current(db, sitting.id)]
    first.state = State.DONE.value
    found.append(rounds.current(db, sitting.id))
    second.state = State.DONE.value

    assert [*found, rounds.current(db, sitting.id)] == [first, second, second]


def test_only_teams_that_came_in_and_stayed_are_counted(db, sitting):
    add(db, sitting, [Listed("Sum Like It Hot", ())])
    teams = [builders.team(db, sitting, name) for name in builders.TEAMS[:2]]
    pressed(db, sitting, "remove", entry=teams[0].entry_id, now=NOON)

    assert rounds.teams_in(db, sitting.id) == 1
