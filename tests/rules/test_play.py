"""Which state follows which: by the host's word, by the clock, and what is refused."""

from dataclasses import replace

import pytest

from challenge.rules import play
from challenge.rules.play import CLOCKED, MOST_EXTENSION_MS, Plan, Play, State, Timing
from challenge.rules.refusal import Refused

NOON = 1_790_000_000_000
PLAN = Plan((Timing(5_000, 30_000), Timing(4_000, 20_000), Timing(3_000, 10_000)), grace_ms=800, standings_every=2)

COMMANDS = {
    "open": play.open_lobby,
    "next": lambda at: play.next_step(at, PLAN, now=NOON + 6_000),
    "pause": lambda at: play.pause(at, now=NOON + 6_000),
    "resume": lambda at: play.resume(at, now=NOON + 6_000),
    "extend": lambda at: play.extend(at, by_ms=30_000),
    "close": lambda at: play.close(at, now=NOON + 6_000),
    "reveal": play.reveal,
    "standings": play.show_standings,
    "void": lambda at: play.void(at, question=0),
    "end": play.end,
}

LEADS_TO = {
    "open": {State.PLANNED: State.LOBBY},
    "next": {
        State.PLANNED: State.LOBBY,
        State.LOBBY: State.READ,
        State.READ: State.OPEN,
        State.OPEN: State.CLOSING,
        State.LOCKED: State.REVEALED,
        State.REVEALED: State.READ,
        State.STANDINGS: State.READ,
    },
    "pause": {state: state for state in State if state not in (State.PLANNED, State.DONE)},
    "resume": {},
    "extend": {State.OPEN: State.OPEN},
    "close": {State.OPEN: State.CLOSING},
    "reveal": {State.LOCKED: State.REVEALED},
    "standings": {State.REVEALED: State.STANDINGS},
    "void": {
        **dict.fromkeys(CLOCKED, State.LOCKED),
        **{state: state for state in (State.LOCKED, State.REVEALED, State.STANDINGS, State.DONE)},
    },
    "end": {state: State.DONE for state in State if state is not State.DONE},
}


def at(state, **changes):
    """A round in this state, at its first question where it has one: read from NOON, open from 5 to 35 seconds."""
    if state in (State.PLANNED, State.LOBBY):
        return Play(state=state)
    return replace(Play(state, question=0, opens_at=NOON + 5_000, closes_at=NOON + 35_000), **changes)


def last(state):
    return at(state, question=2)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("state", State)
def test_every_command_in_every_state_leads_on_or_is_refused(state, command):
    moved = COMMANDS[command](at(state))

    if expected := LEADS_TO[command].get(state):
        assert isinstance(moved, Play)
        assert moved.state is expected
    else:
        assert isinstance(moved, Refused)
        assert moved.code == "not_now"
        assert moved.message.endswith(".")


@pytest.mark.parametrize("state", [state for state in State if state not in (State.PLANNED, State.DONE)])
def test_the_big_button_carries_a_paused_round_on(state):
    paused = replace(at(state), paused_at=NOON + 1_000)

    resumed = play.next_step(paused, PLAN, now=NOON + 9_000)

    assert isinstance(resumed, Play)
    assert (resumed.state, resumed.paused_at) == (state, None)


@pytest.mark.parametrize("state", State)
def test_only_a_paused_round_can_be_resumed(state):
    assert play.resume(at(state), now=NOON) == Refused("not_now", "The round isn't paused.")


def test_a_paused_round_is_not_paused_again():
    paused = replace(at(State.OPEN), paused_at=NOON + 6_000)

    assert play.pause(paused, now=NOON + 7_000) == Refused("not_now", "The round is paused already.")


def test_a_question_is_read_before_it_opens_and_then_has_its_whole_time():
    asked = play.next_step(at(State.LOBBY), PLAN, now=NOON)

    assert asked == Play(State.READ, question=0, opens_at=NOON + 5_000, closes_at=NOON + 35_000)


def test_a_question_that_the_host_opens_early_still_has_its_whole_time():
    opened = play.next_step(at(State.READ), PLAN, now=NOON + 2_000)

    assert opened == Play(State.OPEN, question=0, opens_at=NOON + 2_000, closes_at=NOON + 32_000)


def test_the_next_question_knows_nothing_of_an_early_close_before_it():
    closed = at(State.REVEALED, cut_at=NOON + 7_000)

    asked = play.next_step(closed, PLAN, now=NOON + 60_000)

    assert asked == Play(State.READ, question=1, opens_at=NOON + 64_000, closes_at=NOON + 84_000)


def test_standings_come_where_they_are_planned_and_the_podium_instead_of_the_last():
    often = replace(PLAN, standings_every=1)

    steps = [play.next_step(at(State.REVEALED, question=number), often, now=NOON).state for number in range(3)]

    assert steps == [State.STANDINGS, State.STANDINGS, State.DONE]


def test_no_standings_are_planned_where_they_come_every_0_questions():
    never = replace(PLAN, standings_every=0)

    assert [play.standings_follow(at(State.REVEALED, question=number), never) for number in range(3)] == [False] * 3


@pytest.mark.parametrize("state", [State.REVEALED, State.STANDINGS])
def test_after_the_last_question_the_round_is_done(state):
    finished = play.next_step(last(state), PLAN, now=NOON)

    assert finished.state is State.DONE


@pytest.mark.parametrize(
    ("after_ms", "state"),
    [
        (4_999, State.READ),
        (5_000, State.OPEN),
        (34_999, State.OPEN),
        (35_000, State.CLOSING),
        (35_799, State.CLOSING),
        (35_800, State.LOCKED),
        (999_999, State.LOCKED),
    ],
)
def test_the_clock_moves_a_question_on_to_the_millisecond(after_ms, state):
    ticked = play.tick(at(State.READ), PLAN, now=NOON + after_ms)

    assert ticked == replace(at(State.READ), state=state)


def test_the_clock_says_when_it_next_has_something_to_do():
    dues = [play.due(at(state), PLAN) for state in (State.READ, State.OPEN, State.CLOSING)]

    assert dues == [NOON + 5_000, NOON + 35_000, NOON + 35_800]


@pytest.mark.parametrize("state", [state for state in State if state not in CLOCKED])
def test_the_clock_leaves_to_the_host_what_is_the_hosts(state):
    assert play.due(at(state), PLAN) is None
    assert play.tick(at(state), PLAN, now=NOON + 999_999) == at(state)


@pytest.mark.parametrize("state", sorted(CLOCKED))
def test_the_clock_stands_still_in_a_pause(state):
    paused = replace(at(state), paused_at=NOON + 6_000)

    assert play.due(paused, PLAN) is None
    assert play.tick(paused, PLAN, now=NOON + 999_999) == paused


def test_a_question_stays_open_until_the_team_with_the_most_extra_time_had_its_time():
    plan = replace(PLAN, most_extra=50)

    states = [play.tick(at(State.OPEN), plan, now=NOON + ms).state for ms in (49_999, 50_000, 50_799, 50_800)]

    assert states == [State.OPEN, State.CLOSING, State.CLOSING, State.LOCKED]


def test_every_amount_of_extra_time_has_its_deadline():
    ends = play.deadlines(at(State.OPEN), frozenset({25, 100}))

    assert ends == {0: NOON + 35_000, 25: NOON + 42_500, 100: NOON + 65_000}


def test_closing_now_closes_for_teams_with_extra_time_too():
    closed = play.close(at(State.OPEN), now=NOON + 20_000)

    assert set(play.deadlines(closed, frozenset({25, 100})).values()) == {NOON + 20_000}
    assert play.due(closed, replace(PLAN, most_extra=100)) == NOON + 20_800


def test_closing_while_extra_time_runs_gives_nobody_else_more():
    closed = play.close(at(State.OPEN), now=NOON + 40_000)

    assert play.deadlines(closed, frozenset({100})) == {0: NOON + 35_000, 100: NOON + 40_000}


def test_closing_in_a_pause_ends_the_pause_and_closes_at_once():
    paused = replace(at(State.OPEN), paused_at=NOON + 10_000)

    closed = play.close(paused, now=NOON + 70_000)

    assert (closed.state, closed.paused_at, closed.cut_at) == (State.CLOSING, None, NOON + 70_000)
    assert play.due(closed, PLAN) == NOON + 70_800


def test_a_pause_is_given_back_to_the_running_question_to_the_millisecond():
    paused = play.pause(at(State.OPEN), now=NOON + 10_000)

    resumed = play.resume(paused, now=NOON + 73_457)

    assert resumed == replace(at(State.OPEN), opens_at=NOON + 68_457, closes_at=NOON + 98_457)


def test_a_pause_in_the_grace_gives_the_grace_back_after_an_early_close():
    closed = play.close(at(State.OPEN), now=NOON + 20_000)
    paused = play.pause(closed, now=NOON + 20_300)

    resumed = play.resume(paused, now=NOON + 50_300)

    assert play.due(resumed, PLAN) == NOON + 50_800


@pytest.mark.parametrize("state", [State.LOBBY, State.LOCKED, State.REVEALED, State.STANDINGS, State.DONE])
def test_nothing_is_given_back_where_no_clock_ran(state):
    assert play.give_back(at(state), lost_ms=60_000) == at(state)


@pytest.mark.parametrize("by_ms", [1, MOST_EXTENSION_MS])
def test_an_open_question_can_be_given_up_to_ten_minutes_more(by_ms):
    extended = play.extend(at(State.OPEN), by_ms=by_ms)

    assert extended == replace(at(State.OPEN), closes_at=NOON + 35_000 + by_ms)


@pytest.mark.parametrize("by_ms", [-1, 0, MOST_EXTENSION_MS + 1])
def test_time_is_never_taken_away_or_given_without_end(by_ms):
    assert play.extend(at(State.OPEN), by_ms=by_ms) == Refused("bad_time", "Extend by 1 second to 10 minutes.")


def test_extra_time_grows_with_an_extension():
    extended = play.extend(at(State.OPEN), by_ms=10_000)

    assert play.deadline(extended, 50) == NOON + 5_000 + 60_000


@pytest.mark.parametrize("question", [-1, 1, 2, 99])
def test_only_a_question_that_was_asked_can_be_voided(question):
    voided = play.void(at(State.REVEALED), question=question)

    assert voided == Refused("not_now", "Only a question that was asked can be voided.")


def test_a_question_is_voided_once():
    voided = play.void(at(State.REVEALED), question=0)

    assert play.void(voided, question=0) == Refused("not_now", "That question is voided already.")


def test_voiding_the_running_question_locks_it_and_ends_its_pause():
    paused = replace(at(State.OPEN), paused_at=NOON + 6_000)

    voided = play.void(paused, question=0)

    assert voided == replace(at(State.OPEN), state=State.LOCKED, voided=frozenset({0}))


def test_voiding_an_earlier_question_leaves_the_running_one_alone():
    running = at(State.OPEN, question=1)

    assert play.void(running, question=0) == replace(running, voided=frozenset({0}))


def test_a_voided_question_can_be_put_back():
    voided = play.void(at(State.REVEALED), question=0)

    assert play.unvoid(voided, question=0) == at(State.REVEALED)


def test_a_question_that_counts_cannot_be_put_back():
    assert play.unvoid(at(State.REVEALED), question=0) == Refused("not_now", "That question isn't voided.")


@pytest.mark.parametrize("state", sorted(CLOCKED))
def test_ending_in_mid_question_takes_the_running_question_out(state):
    ended = play.end(replace(at(state), paused_at=NOON + 6_000))

    assert (ended.state, ended.paused_at, ended.voided) == (State.DONE, None, frozenset({0}))


@pytest.mark.parametrize("state", [State.LOBBY, State.LOCKED, State.REVEALED, State.STANDINGS])
def test_ending_after_a_question_leaves_it_in(state):
    assert play.end(at(state)).voided == frozenset()


@pytest.mark.parametrize("state", State)
def test_answers_count_once_shown_and_stand_once_locked(state):
    now = at(state, question=1) if state not in (State.PLANNED, State.LOBBY) else at(state)

    shown, locked = list(play.shown_questions(now)), list(play.locked_questions(now))

    before = [0] if now.question == 1 else []
    assert shown == ([*before, 1] if state in (State.REVEALED, State.STANDINGS, State.DONE) else before)
    assert locked == (before if state in CLOCKED or now.question < 0 else [*before, 1])


@pytest.mark.parametrize("state", State)
def test_a_locked_question_can_be_seen_as_if_revealed_and_anything_else_stays_as_it_is(state):
    assert play.revealed(at(state)) == at(State.REVEALED if state is State.LOCKED else state)


def test_a_round_without_a_question_has_no_deadline():
    with pytest.raises(ValueError, match="lobby has no running question"):
        play.deadline(at(State.LOBBY), 0)
