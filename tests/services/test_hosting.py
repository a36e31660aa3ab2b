"""What a host orders: once, by somebody who may, on the state that they saw."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from challenge.announcements import RoundMoved, TeamRemoved, TeamsChanged
from challenge.models import Entry, HostCommand, Round, Ruling, Sitting, Staff
from challenge.rules.play import State
from challenge.rules.refusal import Refused
from challenge.services import hosting, rounds, sittings
from challenge.services.access import StaffIdentity
from challenge.services.hosting import Obeyed, OrderName
from challenge.services.joining import name_keys
from challenge.services.transaction import announced
from tests import builders
from tests.builders import NOON
from tests.services.playing import ask, order, press, pressed, reach


def obey(db, in_, order_, *, by, now=NOON):
    return hosting.obey(db, order_, by=by, sitting_id=in_.id, now=now)


def everything(db):
    """All that an order could change."""
    db.flush()
    tables = (Sitting, Round, Entry, HostCommand)
    rows = [row for table in tables for row in db.query(table).order_by(table.__table__.primary_key.columns[0])]
    return [{name: getattr(row, name) for name in row.__table__.columns.keys()} for row in rows]  # noqa: SIM118


def colleague(db):
    db.add(Staff(id=2, name="Mx Okafor", role="organiser"))
    db.flush()
    return sittings.staff(db, 2)


def team_of(db, identity):
    return db.get(Entry, identity.entry_id)


@pytest.mark.parametrize(
    ("name", "start", "leads_to"),
    [
        ("next", State.LOBBY, State.READ),
        ("next", State.READ, State.OPEN),
        ("close", State.OPEN, State.CLOSING),
        ("reveal", State.LOCKED, State.REVEALED),
        ("standings", State.REVEALED, State.STANDINGS),
        ("end", State.OPEN, State.DONE),
    ],
)
def test_an_order_moves_the_round_and_leads_to_a_new_version(db, sitting, name, start, leads_to):
    now = NOON if start is State.LOBBY else reach(db, sitting, start)
    before = sitting.version

    obeyed = pressed(db, sitting, name, now=now)

    assert rounds.current(db, sitting.id).state == leads_to
    assert obeyed == Obeyed(before + 1) == Obeyed(sitting.version)
    assert announced(db)[-1] == RoundMoved(sitting.id)


def test_a_planned_round_is_opened(db, sitting):
    rounds.current(db, sitting.id).state = State.PLANNED

    pressed(db, sitting, "open", now=NOON)

    assert rounds.current(db, sitting.id).state == State.LOBBY


def test_a_pause_holds_the_clock_and_gives_its_time_back(db, sitting):
    opened = reach(db, sitting, State.OPEN)
    closes_at = builders.round_of(db, sitting).closes_at
    pressed(db, sitting, "pause", now=opened + 5_000)
    assert builders.round_of(db, sitting).paused_at == opened + 5_000

    pressed(db, sitting, "resume", now=opened + 65_000)

    assert builders.round_of(db, sitting).closes_at == closes_at + 60_000


def test_an_extension_is_given_in_seconds(db, sitting):
    opened = reach(db, sitting, State.OPEN)

    pressed(db, sitting, "extend", seconds=20, now=opened)

    assert builders.round_of(db, sitting).closes_at == opened + 50_000


def test_an_order_on_a_state_that_is_gone_changes_nothing(db, sitting, host):
    late = order(sitting, "next")
    pressed(db, sitting, "next", now=NOON)
    before = everything(db)

    refused = obey(db, sitting, late, by=host)

    assert refused.code == "stale"
    assert everything(db) == before


def test_two_hosts_who_press_next_together_move_one_step(db, sitting, host):
    first, second = order(sitting, "next"), order(sitting, "next")

    outcomes = [obey(db, sitting, first, by=host), obey(db, sitting, second, by=colleague(db))]

    assert [type(each) for each in outcomes] == [Obeyed, Refused]
    assert rounds.current(db, sitting.id).state == State.READ


def test_the_same_order_sent_three_times_is_carried_out_once_and_answered_three_times(db, sitting, host):
    once = order(sitting, "next")

    outcomes = [obey(db, sitting, once, by=host, now=NOON + ms) for ms in (0, 1, 2)]

    assert outcomes == [Obeyed(1)] * 3
    assert rounds.current(db, sitting.id).state == State.READ
    assert db.query(HostCommand).count() == 1


def test_an_order_with_somebody_elses_id_is_not_carried_out(db, sitting, host):
    first = order(sitting, "next")
    obey(db, sitting, first, by=host)
    before = everything(db)

    refused = obey(db, sitting, replace(first, version=sitting.version), by=colleague(db))

    assert refused.code == "stale"
    assert everything(db) == before


def test_an_order_of_one_sitting_is_no_answer_in_another(db, sitting, host):
    other, first = builders.sitting(db, host), order(sitting, "next")
    obey(db, sitting, first, by=host)

    assert obey(db, other, first, by=host).code == "stale"


def test_somebody_elses_sitting_obeys_nobody(db, sitting):
    db.add(Staff(id=2, name="Ms Ahmed", role="host"))
    db.flush()
    before = everything(db)

    refused = obey(db, sitting, order(sitting, "next"), by=sittings.staff(db, 2))

    assert refused.code == "not_allowed"
    assert everything(db) == before


def test_what_was_ordered_is_kept_with_who_and_when(db, sitting, host):
    pressed(db, sitting, "lock", now=NOON + 7)

    row = db.query(HostCommand).one()
    assert (row.staff_id, row.name, row.at, row.version) == (host.staff_id, "lock", NOON + 7, sitting.version)
    assert row.detail["name"] == "lock"


def test_a_refused_order_leaves_no_trace_and_may_be_sent_again(db, sitting, host):
    early = order(sitting, "reveal")
    assert obey(db, sitting, early, by=host).code == "not_now"
    assert db.query(HostCommand).count() == 0
    now = reach(db, sitting, State.LOCKED)

    again = obey(db, sitting, replace(early, version=sitting.version), by=host, now=now)

    assert isinstance(again, Obeyed)


@pytest.mark.parametrize("name", ["pause", "extend", "close", "reveal", "standings", "end", "void", "remove", "extra"])
def test_an_order_that_makes_no_sense_now_is_refused_by_name(db, sitting, name):
    pressed(db, sitting, "end", now=NOON)
    before = everything(db)

    refused = press(db, sitting, name, now=NOON, question=ask(db, sitting, 0), reason="A misprint.", entry=99)

    assert refused.code in ("not_now", "no_team")
    assert everything(db) == before


def test_the_door_is_locked_and_opened(db, sitting):
    pressed(db, sitting, "lock", now=NOON)
    locked_at = sitting.door_locked_at

    pressed(db, sitting, "unlock", now=NOON + 1)

    assert (locked_at, sitting.door_locked_at) == (NOON, None)
    assert TeamsChanged(sitting.id) in announced(db)


def test_a_question_is_voided_with_a_reason_and_put_back(db, sitting):
    now = reach(db, sitting, State.REVEALED)
    question = builders.round_of(db, sitting).questions[0]
    pressed(db, sitting, "void", question=question.id, reason="  A\n misprint.\0\ud800 ", now=now)
    assert (question.voided_at, question.void_reason) == (now, "A misprint.")

    pressed(db, sitting, "unvoid", question=question.id, now=now)

    assert (question.voided_at, question.void_reason) == (None, None)


def test_voiding_the_open_question_locks_it(db, sitting):
    now = reach(db, sitting, State.OPEN)

    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=now)

    assert builders.round_of(db, sitting).state == State.LOCKED


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 201])
def test_voiding_needs_a_reason_that_fits(db, sitting, reason):
    now = reach(db, sitting, State.REVEALED)

    refused = press(db, sitting, "void", question=ask(db, sitting, 0), reason=reason, now=now)

    assert refused.code == "no_reason"
    assert builders.round_of(db, sitting).questions[0].voided_at is None


@pytest.mark.parametrize("name", ["void", "unvoid"])
def test_a_question_of_another_round_cannot_be_ruled_on(db, sitting, host, name):
    other = builders.sitting(db, host)
    now = reach(db, sitting, State.REVEALED)

    refused = press(db, sitting, name, question=ask(db, other, 0), reason="A misprint.", now=now)

    assert refused.code == "no_question"


def test_a_question_that_was_not_asked_cannot_be_voided_nor_one_that_counts_be_put_back(db, sitting):
    now = reach(db, sitting, State.REVEALED)

    void = press(db, sitting, "void", question=ask(db, sitting, 1), reason="A misprint.", now=now)
    unvoid = press(db, sitting, "unvoid", question=ask(db, sitting, 0), now=now)

    assert (void.code, unvoid.code) == ("not_now", "not_now")


def test_ending_in_mid_question_voids_it_and_says_why(db, sitting):
    now = reach(db, sitting, State.OPEN, question=1)

    pressed(db, sitting, "end", now=now)

    first, second = builders.round_of(db, sitting).questions[:2]
    assert first.voided_at is None
    assert (second.voided_at, second.void_reason) == (now, "The round ended before its time was up.")


def test_an_accepted_answer_is_written_down_and_told_and_can_be_taken_back(db, sitting):
    builders.team(db, sitting)
    now = reach(db, sitting, State.LOCKED, question=3)
    row = builders.round_of(db, sitting).questions[3]

    pressed(db, sitting, "accept", question=row.id, answer="0.5", now=now)
    accepted = rounds.accepted(row)
    pressed(db, sitting, "accept", question=row.id, answer="0.6", now=now)
    pressed(db, sitting, "unaccept", question=row.id, answer="1/2", now=now)
    db.flush()

    assert (accepted, rounds.accepted(row)) == (("0.5",), ("0.6",))
    assert RoundMoved(sitting.id) in announced(db)
    query = select(HostCommand).where(HostCommand.name.in_(["accept", "unaccept"])).order_by(HostCommand.version)
    assert [command.detail["answer"] for command in db.scalars(query)] == ["0.5", "0.6", "1/2"]


@pytest.mark.parametrize(
    ("state", "position", "answer", "code"),
    [
        (State.OPEN, 3, "0.5", "not_now"),
        (State.LOCKED, 3, "3/4", "not_now"),
        (State.LOCKED, 0, "A", "no_answer"),
        (State.LOCKED, None, "A", "no_question"),
    ],
)
def test_only_locked_typed_answers_beyond_the_key_are_accepted(db, sitting, state, position, answer, code):
    now = reach(db, sitting, state, question=3)
    question = 999_999 if position is None else ask(db, sitting, position)

    refused = press(db, sitting, "accept", question=question, answer=answer, now=now)

    assert (refused.code, db.query(Ruling).count()) == (code, 0)


def test_a_team_is_removed_and_told(db, sitting):
    entry = team_of(db, builders.team(db, sitting))

    pressed(db, sitting, "remove", entry=entry.id, now=NOON + 3)

    assert (entry.removed_at, entry.name_key, entry.second_key) == (NOON + 3, None, None)
    assert TeamRemoved(sitting.id, entry.id) in announced(db)


def test_a_team_is_renamed(db, sitting):
    entry = team_of(db, builders.team(db, sitting))

    pressed(db, sitting, "rename", entry=entry.id, team="  Pi  Hards ", now=NOON)

    assert (entry.team.name, (entry.name_key, entry.second_key)) == ("Pi Hards", name_keys("Pi Hards"))


def test_a_team_may_be_renamed_to_its_own_name_in_capitals(db, sitting):
    entry = team_of(db, builders.team(db, sitting, "pi hards"))

    pressed(db, sitting, "rename", entry=entry.id, team="Pi Hards", now=NOON)

    assert entry.team.name == "Pi Hards"


@pytest.mark.parametrize("name", ["Ratio Gaga", "RATIO  gaga", "", "x" * 99])
def test_no_team_is_given_anothers_name_or_none(db, sitting, name):
    entry = team_of(db, builders.team(db, sitting))
    builders.team(db, sitting, "Ratio Gaga")
    version = sitting.version

    refused = press(db, sitting, "rename", entry=entry.id, team=name, now=NOON)

    assert isinstance(refused, Refused)
    assert (entry.team.name, sitting.version) == (builders.TEAMS[0], version)


def test_a_team_is_granted_extra_time_and_the_deadlines_move(db, sitting):
    entry = team_of(db, builders.team(db, sitting))
    now = reach(db, sitting, State.OPEN)

    pressed(db, sitting, "extra", entry=entry.id, percent=25, now=now)

    assert rounds.plan_of(db, builders.round_of(db, sitting)).most_extra == 25
    assert {RoundMoved(sitting.id), TeamsChanged(sitting.id, entry.id)} <= set(announced(db))


@pytest.mark.parametrize("percent", [-10, 5, 101, 1_000])
def test_extra_time_is_one_of_a_few_amounts(db, sitting, percent):
    entry = team_of(db, builders.team(db, sitting))

    refused = press(db, sitting, "extra", entry=entry.id, percent=percent, now=NOON)

    assert (refused.code, entry.extra_percent) == ("bad_extra", 0)


@pytest.mark.parametrize("name", ["remove", "rename", "extra"])
def test_a_team_that_is_gone_or_elsewhere_obeys_no_order(db, sitting, host, name):
    elsewhere = builders.team(db, builders.sitting(db, host)).entry_id
    gone = builders.team(db, sitting).entry_id
    pressed(db, sitting, "remove", entry=gone, now=NOON)

    refused = [press(db, sitting, name, entry=entry, team="Pi Hards", now=NOON) for entry in (elsewhere, gone, 999)]

    assert [each.code for each in refused] == ["no_team"] * 3


@pytest.mark.parametrize("state", [state for state in State if state is not State.PLANNED])
def test_exactly_the_orders_that_are_said_to_be_possible_are_carried_out(db, host, state):
    in_ = builders.sitting(db, host, standings_every=1)
    now = NOON if state is State.LOBBY else reach(db, in_, state, question=5 if state is State.DONE else 0)
    round_ = builders.round_of(db, in_)
    able = hosting.possible(rounds.play_of(round_), rounds.plan_of(db, round_), now=now)

    moving = [name for name in OrderName if name in hosting._MOVES or name is OrderName.VOID]
    for name in moving:
        with db.begin_nested() as undo:
            wanted = ask(db, in_, max(0, round_.question))
            outcome = press(db, in_, name, now=now, seconds=30, question=wanted, reason="A misprint.")
            assert isinstance(outcome, Obeyed) is (name in able), name
            undo.rollback()


def test_a_voided_question_cannot_be_voided_again(db, sitting):
    now = reach(db, sitting, State.REVEALED)
    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=now)
    round_ = builders.round_of(db, sitting)

    able = hosting.possible(rounds.play_of(round_), rounds.plan_of(db, round_), now=now)

    assert OrderName.VOID not in able


def test_an_identity_of_staff_is_a_plain_value(host):
    assert host == StaffIdentity(host.staff_id, host.name, host.role)


def test_an_outage_is_given_back_even_if_a_host_is_quicker_than_the_clock(db, sitting, host):
    """A host's order counts as a sign of life; it must not make the outage before it forgotten."""
    opened = reach(db, sitting, State.OPEN)

    obey(db, sitting, order(sitting, "extend", seconds=10), by=host, now=opened + 60_000)

    assert builders.round_of(db, sitting).closes_at == opened + 30_000 + 60_000 + 10_000


def test_a_pause_after_an_outage_forgets_nothing_of_it(db, sitting, host):
    opened = reach(db, sitting, State.OPEN)

    obey(db, sitting, order(sitting, "pause"), by=host, now=opened + 60_000)
    obey(db, sitting, order(sitting, "resume"), by=host, now=opened + 70_000)

    assert builders.round_of(db, sitting).closes_at == opened + 30_000 + 70_000
