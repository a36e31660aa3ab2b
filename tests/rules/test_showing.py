"""Who may see what, when; and that a question as it is asked says nothing of its answer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules import showing
from challenge.rules.play import Play, State
from challenge.rules.questions import Kind, Slip
from challenge.rules.showing import Audience, Bar
from tests.builders import choice, choices, number, one_of_each, order, truth, word

BY_KIND = {question.kind: question for question in one_of_each()}


@st.composite
def twins(draw):
    """Two questions that differ in everything that must not be known, and in nothing else."""
    question = BY_KIND[draw(st.sampled_from(list(Kind)))]
    return question, replace(
        question,
        key=tuple(draw(st.lists(st.text(max_size=8), min_size=1, max_size=4))),
        answer=draw(st.text(max_size=20)),
        trick=draw(st.text(max_size=20)),
        steps=tuple(draw(st.lists(st.text(max_size=20), max_size=3))),
        slips=tuple(draw(st.lists(st.builds(Slip, st.text(max_size=8), st.text(max_size=20)), max_size=3))),
        options=tuple(replace(option, slip=draw(st.text(max_size=20))) for option in question.options),
    )


@given(twins())
def test_a_question_as_it_is_asked_says_nothing_of_its_answer(pair):
    one, other = pair

    assert showing.asked(one, number=7) == showing.asked(other, number=7)


def test_two_states_show_the_same_question_only_while_one_is_on_show():
    opened, locked = Play(State.OPEN, question=1), Play(State.LOCKED, question=1)

    assert showing.same_question(opened, locked)
    assert not showing.same_question(opened, replace(locked, question=2))
    assert not showing.same_question(opened, replace(locked, state=State.STANDINGS))


def test_there_is_a_question_of_every_kind_to_try():
    assert set(BY_KIND) == set(Kind)


def test_a_question_is_asked_with_its_options_lettered_in_their_order():
    asked = showing.asked(choice(), number=7)

    assert (asked["id"], asked["kind"], asked["answer_hint"]) == (7, "choice", "Choose one answer.")
    assert [(each["letter"], each["id"]) for each in asked["options"]] == [(id_, id_) for id_ in "ABCD"]


def test_things_to_put_in_order_have_no_letters():
    assert {each["letter"] for each in showing.asked(order(), number=7)["options"]} == {""}


@pytest.mark.parametrize("audience", Audience)
def test_everybody_sees_the_key_once_it_is_revealed(audience):
    assert showing.key_on_show(State.REVEALED, audience)


@pytest.mark.parametrize("state", [state for state in State if state is not State.REVEALED])
@pytest.mark.parametrize("audience", Audience)
def test_before_that_only_the_host_sees_it_and_only_after_the_lock(state, audience):
    allowed = (state, audience) == (State.LOCKED, Audience.HOST)

    assert showing.key_on_show(state, audience) is allowed


@pytest.mark.parametrize("state", State)
def test_places_are_seen_at_the_standings_and_at_the_end_and_no_question_then(state):
    places, question = showing.standings_on_show(state), showing.question_on_show(state)

    assert places is (state in (State.STANDINGS, State.DONE))
    assert not (places and question)


@pytest.mark.parametrize(
    ("teams", "places"), [(0, 1), (1, 1), (2, 1), (3, 2), (6, 3), (7, 3), (8, 4), (19, 9), (20, 10), (500, 10)]
)
def test_the_big_screen_lists_the_better_half_from_three_to_ten_places_and_never_the_last(teams, places):
    assert showing.places_shown(teams) == places


def test_every_option_has_a_bar_whether_it_was_chosen_or_not():
    given_bars = [Bar("C", "11/12", 3, True, ""), Bar("A", "3/7", 2, False, "Added.")]

    bars = showing.answered_bars(choice(), given_bars)

    assert [(bar["letter"], bar["count"], bar["right"]) for bar in bars] == [
        ("A", 2, False),
        ("B", 0, False),
        ("C", 3, True),
        ("D", 0, False),
    ]
    assert bars[1]["slip"] == "Only the bottoms were multiplied."


@pytest.mark.parametrize("question", [number(), word(), order()])
def test_typed_and_ordered_answers_show_the_eight_commonest_a_right_one_first_of_equals(question):
    rare = [Bar(f"{digit}", f"{digit}", 1, False, "") for digit in range(9)]
    given_bars = [*rare, Bar("x", "x", 1, True, ""), Bar("often", "often", 5, False, "")]

    bars = showing.answered_bars(question, given_bars)

    assert [bar["id"] for bar in bars] == ["often", "x", "0", "1", "2", "3", "4", "5"]
    assert {bar["letter"] for bar in bars} == {""}


def test_a_solution_shows_the_answer_the_way_there_and_who_gave_none():
    solution = showing.solution(choices(), bars=[], silent=4, void_reason=None)

    assert (solution["answer"], solution["right"], solution["none"]) == ("2, 11", ["A", "C"], 4)
    assert (solution["steps"], solution["trick"]) == (["Twelfths fit both."], "Same bottoms first")
    assert (solution["voided"], solution["void_reason"], solution["note"]) == (False, "", "")


def test_the_solution_of_a_voided_question_says_why():
    solution = showing.solution(truth(), bars=[], silent=0, void_reason="A misprint.")

    assert (solution["voided"], solution["void_reason"]) == (True, "A misprint.")


def test_the_solution_of_a_typed_question_points_at_no_option():
    assert showing.solution(number(), bars=[], silent=0, void_reason=None)["right"] == []


def test_the_note_is_the_commonest_misconception_and_never_a_right_answers():
    given_bars = [Bar("C", "", 9, True, "odd"), Bar("A", "", 2, False, "Added."), Bar("B", "", 3, False, "Multiplied.")]

    assert showing.solution(choice(), bars=given_bars, silent=0, void_reason=None)["note"] == "Multiplied."


def test_two_misconceptions_that_are_equally_common_make_the_same_note_in_any_order():
    level = [Bar("A", "", 2, False, "Added."), Bar("B", "", 2, False, "Multiplied.")]

    notes = {showing.solution(choice(), bars=bars, silent=0, void_reason=None)["note"] for bars in (level, level[::-1])}

    assert notes == {"Added."}
