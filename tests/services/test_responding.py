"""Taking answers: once each, only while their question is open to their team, and one bad one hurts no other."""

import pytest
from sqlalchemy import event

from challenge.announcements import ResponseKept
from challenge.models import Entry, Response
from challenge.rules.play import State
from challenge.services import desk, joining, responding, scenes
from challenge.services.clockwork import TOLERATED_MS
from challenge.services.responding import Kept
from challenge.services.transaction import announced
from tests import builders
from tests.builders import NOON
from tests.services.playing import arrival, ask, kept, pressed, reach, send, wait

RAWS = ["C", ("A", "C"), "true", "3/4", "isosceles", ("b", "c", "a")]


@pytest.fixture
def team(db, sitting):
    return builders.team(db, sitting)


@pytest.fixture
def opened(db, sitting, team):
    """The moment at which the first question opened."""
    return reach(db, sitting, State.OPEN)


def code(outcomes):
    (outcome,) = outcomes
    return "kept" if isinstance(outcome, Kept) else outcome.code


def stored(db):
    return db.query(Response).order_by(Response.id).all()


def counting(db, in_, team_):
    return scenes.latest_answers(db, scenes.load(db, in_.id)).get(team_.entry_id)


@pytest.mark.parametrize("position", range(6))
def test_an_answer_of_every_kind_is_kept_as_it_was_sent(db, sitting, team, position):
    now = reach(db, sitting, State.OPEN, question=position)
    question = ask(db, sitting, position)

    outcomes = send(db, arrival(team, question, RAWS[position], now=now + 1_500, message_id="answer-1"))

    assert outcomes == [Kept("answer-1", question, RAWS[position])]
    row = stored(db)[-1]
    assert (scenes.raw_of(row.raw), row.received_at, row.taken_ms) == (RAWS[position], now + 1_500, 1_500)
    assert ResponseKept(sitting.id, team.entry_id, question, RAWS[position], team.device_id) in announced(db)


@pytest.mark.parametrize("position", [0, 1, 5])
def test_the_same_answer_sent_three_times_makes_one_row_and_three_equal_acknowledgements(db, sitting, team, position):
    now = reach(db, sitting, State.OPEN, question=position)
    same = arrival(team, ask(db, sitting, position), RAWS[position], now=now)

    outcomes = [*send(db, same, same), *send(db, same)]

    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert isinstance(outcomes[0], Kept)
    assert len(stored(db)) == 1


def test_a_repeated_answer_is_acknowledged_even_after_the_lock(db, sitting, team, opened):
    same = arrival(team, ask(db, sitting, 0), "C", now=opened)
    first = send(db, same)
    reach(db, sitting, State.REVEALED)

    assert send(db, same) == first


def test_a_message_id_with_another_answer_changes_nothing(db, sitting, team, opened):
    question = ask(db, sitting, 0)
    send(db, arrival(team, question, "C", now=opened, message_id="the-same"))

    outcomes = send(db, arrival(team, question, "A", now=opened + 1, message_id="the-same"))

    assert outcomes == [Kept("the-same", question, "C")]
    assert counting(db, sitting, team) == "C"


def test_a_changed_answer_adds_a_row_and_the_last_counts(db, sitting, team, opened):
    for raw in ("A", "B", "C"):
        kept(db, team, ask(db, sitting, 0), raw, now=opened)

    assert [row.raw for row in stored(db)] == ["A", "B", "C"]
    assert counting(db, sitting, team) == "C"


def test_both_phones_of_a_pair_answer_for_one_team(db, sitting, team, opened):
    joined = joining.come_back(db, code_of(db, team), now=NOON)
    second = joining.identify(db, joined.secret)
    kept(db, team, ask(db, sitting, 0), "A", now=opened)

    kept(db, second, ask(db, sitting, 0), "C", now=opened + 1)

    assert counting(db, sitting, team) == counting(db, sitting, second) == "C"
    assert {row.device_id for row in stored(db)} == {team.device_id, second.device_id}


def code_of(db, team_):
    return db.get(Entry, team_.entry_id).team.code


def test_where_answers_cannot_be_changed_the_first_stays(db, host):
    in_ = builders.sitting(db, host, can_change=False)
    team_ = builders.team(db, in_)
    now = reach(db, in_, State.OPEN)
    first = arrival(team_, ask(db, in_, 0), "A", now=now)

    codes = [code(send(db, each)) for each in (first, first, arrival(team_, ask(db, in_, 0), "C", now=now))]

    assert codes == ["kept", "kept", "already"]
    assert counting(db, in_, team_) == "A"


def test_two_different_first_answers_in_one_batch_are_one_answer_where_none_can_be_changed(db, host):
    in_ = builders.sitting(db, host, can_change=False)
    team_ = builders.team(db, in_)
    now = reach(db, in_, State.OPEN)

    outcomes = send(db, *(arrival(team_, ask(db, in_, 0), raw, now=now) for raw in ("A", "C")))

    assert [code([each]) for each in outcomes] == ["kept", "already"]


@pytest.mark.parametrize(
    ("after_ms", "expected"),
    [(-1, "not_open"), (0, "kept"), (30_800, "kept"), (30_801, "late")],
)
def test_an_answer_counts_from_the_opening_to_the_end_of_the_grace(db, sitting, team, opened, after_ms, expected):
    builders.round_of(db, sitting).clock.alive_at = opened + after_ms

    assert code(send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + after_ms))) == expected


@pytest.mark.parametrize("outage_ms", [TOLERATED_MS + 1, 3_600_000])
def test_an_answer_that_comes_back_before_the_clock_does_is_not_late_for_the_outage(
    db, sitting, team, opened, outage_ms
):
    wait(db, sitting, opened + 29_000)

    outcomes = send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + 29_000 + outage_ms))

    assert code(outcomes) == "kept"
    assert stored(db)[0].taken_ms == 29_000


@pytest.mark.parametrize("state", [State.LOCKED, State.REVEALED])
def test_after_the_lock_nothing_is_taken(db, sitting, team, opened, state):
    reach(db, sitting, state)

    assert code(send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + 1))) == "late"


def test_the_next_question_cannot_be_answered_yet_nor_the_last_one_any_more(db, sitting, team):
    now = reach(db, sitting, State.OPEN, question=1)

    codes = [code(send(db, arrival(team, ask(db, sitting, each), "C", now=now))) for each in (0, 2)]

    assert codes == ["late", "not_open"]


def test_extra_time_is_the_entrys_own(db, sitting, team):
    other = builders.team(db, sitting, "Ratio Gaga")
    pressed(db, sitting, "extra", entry=other.entry_id, percent=50, now=NOON)
    opened = reach(db, sitting, State.OPEN)
    wait(db, sitting, opened + 40_000)

    codes = [code(send(db, arrival(each, ask(db, sitting, 0), "C", now=opened + 40_000))) for each in (team, other)]

    assert codes == ["late", "kept"]


@pytest.mark.parametrize(("after_ms", "expected"), [(0, "kept"), (800, "kept"), (801, "paused")])
def test_in_a_pause_only_what_was_on_its_way_is_taken(db, sitting, team, opened, after_ms, expected):
    pressed(db, sitting, "pause", now=opened + 5_000)

    assert code(send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + 5_000 + after_ms))) == expected
    assert [row.taken_ms for row in stored(db)] == ([5_000] if expected == "kept" else [])


def test_a_pause_is_no_part_of_the_time_that_a_team_took(db, sitting, team, opened):
    pressed(db, sitting, "pause", now=opened + 5_000)
    pressed(db, sitting, "resume", now=opened + 65_000)

    kept(db, team, ask(db, sitting, 0), "C", now=opened + 66_000)

    assert stored(db)[0].taken_ms == 6_000


def test_a_voided_question_takes_no_answer(db, sitting, team, opened):
    pressed(db, sitting, "void", question=ask(db, sitting, 0), reason="A misprint.", now=opened)

    assert code(send(db, arrival(team, ask(db, sitting, 0), "C", now=opened))) == "voided"


def test_another_sittings_question_is_none_of_ours(db, host, team):
    other = builders.sitting(db, host)
    now = reach(db, other, State.OPEN)

    assert code(send(db, arrival(team, ask(db, other, 0), "C", now=now))) == "not_now"


@pytest.mark.parametrize("question", [0, 999, 2**31 - 1])
def test_a_question_that_does_not_exist_takes_no_answer(db, team, opened, question):
    assert code(send(db, arrival(team, question, "C", now=opened))) == "not_now"


def test_a_removed_team_answers_no_more(db, sitting, team, opened):
    pressed(db, sitting, "remove", entry=team.entry_id, now=opened)

    assert code(send(db, arrival(team, ask(db, sitting, 0), "C", now=opened))) == "removed"


@pytest.mark.parametrize(
    ("position", "raw", "expected"),
    [
        (0, "Z", "malformed"),
        (0, "", "malformed"),
        (0, ("C",), "malformed"),
        (1, "A", "malformed"),
        (1, (), "malformed"),
        (1, ("A", "A"), "malformed"),
        (1, ("A", "Z"), "malformed"),
        (2, "perhaps", "malformed"),
        (3, "x" * 65, "malformed"),
        (3, "\ud800", "malformed"),
        (3, "three", "unreadable"),
        (3, "", "unreadable"),
        (4, " ", "unreadable"),
        (5, ("a", "b"), "malformed"),
    ],
)
def test_what_is_no_answer_is_said_and_not_kept(db, sitting, team, position, raw, expected):
    now = reach(db, sitting, State.OPEN, question=position)

    assert code(send(db, arrival(team, ask(db, sitting, position), raw, now=now))) == expected
    assert stored(db) == []


def test_one_bad_answer_in_a_batch_hurts_no_other(db, sitting, team):
    others = [builders.team(db, sitting, name) for name in builders.TEAMS[1:4]]
    now = reach(db, sitting, State.OPEN)
    question = ask(db, sitting, 0)
    pressed(db, sitting, "remove", entry=others[0].entry_id, now=now)

    outcomes = send(
        db,
        arrival(team, question, "C", now=now),
        arrival(others[0], question, "C", now=now),
        arrival(others[1], question, "Z", now=now),
        arrival(others[1], 999, "C", now=now),
        arrival(others[2], question, "A", now=now),
    )

    assert [code([each]) for each in outcomes] == ["kept", "removed", "malformed", "not_now", "kept"]
    assert [row.entry_id for row in stored(db)] == [team.entry_id, others[2].entry_id]


def test_an_empty_batch_is_no_work(db):
    assert responding.take(db, [], most_credit_ms=300) == []


@pytest.mark.parametrize(("credit", "taken"), [(0, 1_000), (200, 800), (300, 700), (9_999, 700), (-50, 1_000)])
def test_the_networks_share_of_the_time_is_credited_and_capped(db, sitting, team, opened, credit, taken):
    send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + 1_000, credit_ms=credit))

    assert stored(db)[0].taken_ms == taken


def test_no_credit_makes_an_answer_quicker_than_at_once(db, sitting, team, opened):
    send(db, arrival(team, ask(db, sitting, 0), "C", now=opened + 100, credit_ms=300))

    assert stored(db)[0].taken_ms == 0


def test_of_answers_that_were_changed_to_and_fro_in_one_batch_the_last_is_the_last_that_is_told(db, sitting, team):
    now = reach(db, sitting, State.OPEN)
    question = ask(db, sitting, 0)

    send(db, *(arrival(team, question, raw, now=now) for raw in ("A", "B", "A")))

    told = [fact.raw for fact in announced(db) if isinstance(fact, ResponseKept)]
    assert told == ["B", "A"]
    assert counting(db, sitting, team) == "A"


def test_a_batch_asks_the_database_as_often_however_many_answers_are_in_it(db, sitting, team, database):
    teams = [team, *(builders.team(db, sitting, f"{builders.TEAMS[1]} {number}") for number in range(20))]
    now = reach(db, sitting, State.OPEN)
    question = ask(db, sitting, 0)
    counts = []

    def before(_connection, _cursor, _statement, _parameters, _context, _many):
        counts[-1] += 1

    event.listen(database.engine, "before_cursor_execute", before)
    for batch in (teams[:1], teams):
        counts.append(0)
        outcomes = send(db, *(arrival(each, question, "C", now=now) for each in batch))
        assert {code([each]) for each in outcomes} == {"kept"}
    event.remove(database.engine, "before_cursor_execute", before)

    assert counts[0] == counts[1] <= 8
    assert len(stored(db)) == len(teams) + 1


def test_only_what_a_batch_may_repeat_is_read(db, sitting, team, opened):
    other = builders.team(db, sitting, "Ratio Gaga")
    kept(db, other, ask(db, sitting, 0), "A", now=opened)
    kept(db, team, ask(db, sitting, 0), "C", now=opened)

    questions = desk.asked(db, {ask(db, sitting, 0)})
    known = desk.known(db, entries=[team.entry_id], questions=questions)

    assert [(entry, raw) for (entry, _, _), raw in known.items()] == [(team.entry_id, "C")]
