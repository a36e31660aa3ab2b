"""From raw responses to the board: points, bars and places, the same whoever recomputes them."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, mark
from challenge.rules.scoring import Policy
from challenge.rules.tally import Given, Marked, bars, other_answers, tally
from tests.builders import TEAMS, choice, choices, number, one_of_each, order, truth, word

QUESTIONS = one_of_each()
RIGHT = ("C", ("A", "C"), "true", "3/4", "isosceles", ("b", "c", "a"))
WRONG = ("A", ("A", "B"), "false", "4/3", "equilateral", ("a", "b", "c"))
NAMES = dict(enumerate(TEAMS[:3], start=1))


def answer(entry, question, raw, *, taken_ms=1_000):
    return Given(entry, question, raw, taken_ms=taken_ms, limit_ms=30_000)


def board(given_, *, questions=QUESTIONS, policy=Policy.TIE_BREAK, teams=NAMES, **sets):
    everything = range(len(questions))
    known = {"locked": everything, "shown": everything, "voided": (), **sets}
    return tally(questions, given_, teams=teams, policy=policy, **known)


def points(board_):
    return {row.score.entry: row.score.points for row in board_.rows}


def counted(question, *raws):
    """Reading → count of each bar, for one response a team."""
    responses = [answer(entry, 0, raw) for entry, raw in enumerate(raws, start=1)]
    teams = {entry: f"Team {entry}" for entry in range(1, len(raws) + 1)}
    return bars(question, board(responses, questions=[question], teams=teams).of_question(0))


answers = st.builds(
    lambda entry, question, right, taken: answer(entry, question, (WRONG, RIGHT)[right][question], taken_ms=taken),
    st.integers(1, 3),
    st.integers(0, 5),
    st.integers(0, 1),
    st.integers(0, 30_000),
)
rooms = st.lists(answers, max_size=18, unique_by=lambda each: (each.entry, each.question))


@pytest.mark.parametrize("position", range(6))
def test_a_right_answer_of_every_kind_earns_its_point_and_a_wrong_one_none(position):
    result = board([answer(1, position, RIGHT[position]), answer(2, position, WRONG[position])])

    assert points(result) == {1: 1, 2: 0, 3: 0}


@given(rooms, st.randoms(), st.sampled_from(Policy))
def test_the_order_in_which_responses_come_does_not_matter(room, chance, policy):
    stirred = list(room)
    chance.shuffle(stirred)

    one, other = board(room, policy=policy), board(stirred, policy=policy)

    assert one.rows == other.rows
    for position, question in enumerate(QUESTIONS):
        assert by_reading(question, one, position) == by_reading(question, other, position)


def by_reading(question, board_, position):
    return sorted(bars(question, board_.of_question(position)), key=lambda bar: bar.reading)


@given(rooms, st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)), st.sampled_from(Policy))
def test_only_shown_questions_that_are_not_voided_count(room, shown, voided, policy):
    result = board(room, shown=shown, voided=voided, policy=policy)

    counting = [each for each in room if each.question in shown - voided]
    assert result.rows == board(counting, policy=policy).rows
    assert result.counted == len(shown - voided)


def test_the_last_answer_of_a_team_is_the_one_that_counts():
    result = board([answer(1, 0, "A"), answer(1, 0, "C")])

    assert len(result.of_question(0)) == 1
    assert points(result)[1] == 1


def test_a_locked_answer_is_marked_but_earns_nothing_before_it_is_shown():
    result = board([answer(1, 0, "C")], shown=())

    assert result.of_question(0)[0].mark.verdict is Verdict.RIGHT
    assert (points(result)[1], result.counted) == (0, 0)


def test_an_answer_that_can_still_change_is_not_even_marked():
    assert board([answer(1, 0, "C")], locked=(), shown=()).marked == {}


def test_a_voided_question_is_marked_and_counts_neither_points_nor_rights_nor_time():
    result = board([answer(1, 0, "C", taken_ms=9_000)], voided={0})

    score = result.row(1).score
    assert result.of_question(0)[0].points == 0
    assert (score.points, score.right, score.time_ms) == (0, 0, 0)


def test_answers_of_a_team_that_is_gone_are_left_out():
    result = board([answer(9, 0, "C")])

    assert result.marked == {}
    assert result.row(9) is None


def test_a_team_that_answered_nothing_still_has_a_place():
    assert len(board([]).rows) == 3


def test_time_counts_for_right_answers_only():
    result = board([answer(1, 0, "C", taken_ms=4_000), answer(1, 2, "false", taken_ms=9_000)])

    assert result.row(1).score.time_ms == 4_000


@pytest.mark.parametrize(("policy", "places"), [(Policy.ACCURACY, [1, 1]), (Policy.TIE_BREAK, [1, 2])])
def test_speed_parts_level_teams_only_where_it_was_announced(policy, places):
    two = dict(list(NAMES.items())[:2])

    result = board([answer(1, 0, "C", taken_ms=4_000), answer(2, 0, "C", taken_ms=9_000)], policy=policy, teams=two)

    assert [result.row(1).place, result.row(2).place] == places


def test_a_bonus_is_measured_by_the_teams_own_time():
    slow, allowed = answer(1, 0, "C", taken_ms=30_000), replace(answer(2, 0, "C", taken_ms=30_000), limit_ms=60_000)

    assert points(board([slow, allowed], policy=Policy.BONUS)) == {1: 100, 2: 125, 3: 0}


def test_equal_numbers_are_one_bar_however_they_were_typed():
    found = counted(number(key="1/2"), "1/2", "0.5", "½", "50%", "2/4", "0.7")

    assert {bar.reading: (bar.count, bar.right) for bar in found} == {"1/2": (5, True), "0.7": (1, False)}


@pytest.mark.parametrize("raws", list(permutations(["1/2", "0.5", "½"])))
def test_a_bar_is_worded_the_same_in_whatever_order_the_answers_came(raws):
    (bar,) = counted(number(key="1/2"), *raws)

    assert (bar.html, bar.count) == ("1/2", 3)


def test_a_word_is_one_bar_however_it_was_spelt():
    found = counted(word(), "isosceles", "ISOSCELES ", "isosceles triangle", "Equilateral")

    assert [(bar.reading, bar.count, bar.slip) for bar in found] == [
        ("isosceles", 3, ""),
        ("equilateral", 1, "That has three equal sides."),
    ]


def test_several_choices_count_option_by_option():
    found = counted(choices(), ("A", "C"), ("A", "B"), ("A",))

    assert {bar.reading: bar.count for bar in found} == {"A": 3, "B": 1, "C": 1}


@pytest.mark.parametrize("raws", list(permutations([("A", "C"), ("A", "B"), ("A", "D")])))
def test_a_right_option_is_never_blamed_for_the_wrong_one_ticked_beside_it(raws):
    found = {bar.reading: (bar.right, bar.slip) for bar in counted(choices(), *raws)}

    assert found == {
        "A": (True, ""),
        "B": (False, "9 is 3 times 3."),
        "C": (True, ""),
        "D": (False, "21 is 3 times 7."),
    }


def test_choices_are_counted_by_option_and_show_their_text():
    found = counted(choice(), "A", "A", "C")

    assert {(bar.reading, bar.html, bar.count, bar.right) for bar in found} == {
        ("A", "3/7", 2, False),
        ("C", "11/12", 1, True),
    }


def test_true_and_false_are_counted_by_what_was_sent():
    assert [(bar.reading, bar.html) for bar in counted(truth(), "true", "false")] == [
        ("true", "True"),
        ("false", "False"),
    ]


def test_orders_are_counted_whole():
    found = counted(order(), ("b", "c", "a"), ("a", "c", "b"), ("b", "c", "a"))

    assert [(bar.html, bar.count, bar.right) for bar in found] == [
        ("0.05 → 0.35 → 0.5", 2, True),
        ("0.5 → 0.35 → 0.05", 1, False),
    ]


def test_a_host_sees_every_typed_answer_beyond_the_key_once_the_commonest_first():
    question = number()
    given_ = [answer(team, question.id, raw) for team, raw in enumerate(("0.7", "3/4", "7/10", "four", "0.2"))]
    marked = [Marked(each, mark(question, each.raw), 0) for each in given_]

    others = other_answers(question, marked, ["0.2"])

    assert [(other.typed, other.count, other.accepted) for other in others] == [
        ("0.7", 2, False),
        ("0.2", 1, True),
        ("four", 1, False),
    ]


def test_of_what_was_chosen_there_is_nothing_to_rule_on():
    question = choices()
    chosen = Marked(answer(1, question.id, ("A", "B")), mark(question, ("A", "B")), 0)

    assert other_answers(question, [chosen], []) == []
