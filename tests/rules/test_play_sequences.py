"""Any sequence of a host's commands, clock ticks, outages and answers keeps what a round promises."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from challenge.rules import play
from challenge.rules.play import CLOCKED, Plan, Play, State, Timing
from challenge.rules.refusal import Refused

NOON = 1_790_000_000_000
QUESTIONS = 4
ORDER = list(State)
EXTRAS = (0, 25, 100)
FOLLOWS = {
    State.PLANNED: {State.LOBBY, State.DONE},
    State.LOBBY: {State.READ, State.DONE},
    State.READ: {State.OPEN, State.CLOSING, State.LOCKED, State.DONE},
    State.OPEN: {State.CLOSING, State.LOCKED, State.DONE},
    State.CLOSING: {State.LOCKED, State.DONE},
    State.LOCKED: {State.REVEALED, State.DONE},
    State.REVEALED: {State.STANDINGS, State.READ, State.DONE},
    State.STANDINGS: {State.READ, State.DONE},
    State.DONE: set(),
}

SIMPLE = {
    "open": lambda at, plan, now: play.open_lobby(at),
    "next": lambda at, plan, now: play.next_step(at, plan, now=now),
    "pause": lambda at, plan, now: play.pause(at, now=now),
    "resume": lambda at, plan, now: play.resume(at, now=now),
    "close": lambda at, plan, now: play.close(at, now=now),
    "reveal": lambda at, plan, now: play.reveal(at),
    "standings": lambda at, plan, now: play.show_standings(at),
}


class Rounds(RuleBasedStateMachine):
    @initialize(
        timings=st.lists(
            st.builds(Timing, st.integers(3_000, 25_000), st.integers(5_000, 90_000)),
            min_size=QUESTIONS,
            max_size=QUESTIONS,
        ),
        every=st.integers(0, 3),
    )
    def begin(self, timings, every):
        self.plan = Plan(tuple(timings), grace_ms=800, most_extra=max(EXTRAS), standings_every=every)
        self.play, self.now, self.revealed = Play(), NOON, set()

    def become(self, moved):
        if isinstance(moved, Refused):
            return
        assert moved.question in (self.play.question, self.play.question + 1)
        assert moved.state is self.play.state or moved.state in FOLLOWS[self.play.state]
        if moved.question > self.play.question:
            assert moved.state is State.READ
            assert moved.opens_at > self.now
        if moved.state is State.REVEALED:
            assert self.play.state in (State.LOCKED, State.REVEALED)
            self.revealed.add(moved.question)
        self.play = moved

    @rule(ms=st.integers(0, 40_000))
    def time_passes(self, ms):
        self.now += ms
        self.become(play.tick(self.play, self.plan, now=self.now))

    @rule(name=st.sampled_from(sorted(SIMPLE)))
    def the_host_presses(self, name):
        self.become(SIMPLE[name](self.play, self.plan, self.now))

    @rule()
    def the_host_goes_on(self):
        self.become(play.next_step(self.play, self.plan, now=self.now))

    @rule(by_ms=st.integers(1, 60_000))
    def the_host_extends(self, by_ms):
        extended = play.extend(self.play, by_ms=by_ms)

        if isinstance(extended, Play):
            assert extended.closes_at == self.play.closes_at + by_ms
            assert all(play.deadline(extended, extra) > play.deadline(self.play, extra) for extra in EXTRAS)
        self.become(extended)

    @rule(question=st.integers(-1, QUESTIONS))
    def the_host_voids(self, question):
        voided = play.void(self.play, question=question)

        if isinstance(voided, Play):
            assert play.unvoid(voided, question=question).voided == self.play.voided
        self.become(voided)

    @rule(question=st.integers(-1, QUESTIONS))
    def the_host_puts_back(self, question):
        self.become(play.unvoid(self.play, question=question))

    @precondition(lambda self: self.play.question == QUESTIONS - 1)
    @rule()
    def the_host_ends(self):
        self.become(play.end(self.play))

    @rule(lost_ms=st.integers(1, 3_600_000))
    def the_server_is_away(self, lost_ms):
        if self.play.state not in CLOCKED or self.play.paused_at is not None:
            return
        left = play.due(self.play, self.plan) - self.now
        self.now += lost_ms
        self.become(play.give_back(self.play, lost_ms=lost_ms))
        assert play.due(self.play, self.plan) - self.now == left

    @rule(held_ms=st.integers(0, 600_000))
    def the_host_pauses_for_a_while(self, held_ms):
        before = play.due(self.play, self.plan)
        paused = play.pause(self.play, now=self.now)
        if isinstance(paused, Refused):
            return
        self.now += held_ms
        self.become(play.resume(paused, now=self.now))
        after = play.due(self.play, self.plan)
        assert (before, after) == (None, None) or after - before == held_ms

    @rule(question=st.integers(-1, QUESTIONS), extra=st.sampled_from(EXTRAS), ago=st.integers(0, 3_000))
    def a_team_answers(self, question, extra, ago):
        received = self.now - ago
        refusal = play.refuse_answer(self.play, question=question, extra=extra, received=received, grace_ms=800)

        if refusal is None:
            assert question == self.play.question
            assert self.play.state in CLOCKED
            counted = play.stopped_clock(self.play, received=received)
            assert play.opened_at(self.play) <= counted <= play.deadline(self.play, extra) + 800
            assert question not in self.play.voided

    @invariant()
    def deadlines_grow_with_extra_time(self):
        if self.play.state in CLOCKED:
            ends = list(play.deadlines(self.play, frozenset(EXTRAS)).values())
            assert ends == sorted(ends)

    @invariant()
    def only_asked_questions_are_voided(self):
        assert all(0 <= question <= self.play.question for question in self.play.voided)

    @invariant()
    def what_is_shown_was_locked(self):
        assert set(play.shown_questions(self.play)) <= set(play.locked_questions(self.play))

    @invariant()
    def the_big_button_always_leads_to_the_end(self):
        at, now, presses = self.play, self.now, 0
        while at.state is not State.DONE:
            moved = play.next_step(at, self.plan, now=now)
            now += 1_000
            at = play.tick(at if isinstance(moved, Refused) else moved, self.plan, now=now)
            presses += 1
            assert presses <= 2 + QUESTIONS * 7, "a host would be stuck"


Rounds.TestCase.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
test_any_round_keeps_its_promises = Rounds.TestCase


def test_a_whole_round_by_the_big_button_alone_shows_every_question_and_standings_on_the_way():
    plan = Plan((Timing(3_000, 10_000),) * 3, grace_ms=800, standings_every=2)
    at, now, seen = Play(), NOON, []

    while at.state is not State.DONE:
        seen.append((at.state.value, at.question))
        moved = play.next_step(at, plan, now=now)
        now += 1_000
        at = play.tick(at if isinstance(moved, Refused) else moved, plan, now=now)

    shown = [question for state, question in seen if state == "revealed"]
    assert shown == [0, 1, 2]
    assert [question for state, question in seen if state == "standings"] == [1]
