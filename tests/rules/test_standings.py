from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.scoring import Policy
from challenge.rules.standings import Score, neighbours, ordinal, standings

scores = st.lists(
    st.builds(
        Score,
        entry=st.integers(1, 10**6),
        team=st.sampled_from(["Acute", "Brave", "Curious", "Éclairs", "acute"]),
        points=st.integers(0, 4),
        right=st.integers(0, 4),
        time_ms=st.integers(0, 700),
    ),
    max_size=12,
    unique_by=lambda score: score.entry,
)


def scored(team, points, *, time_ms=0, entry=None):
    return Score(entry=entry or sum(map(ord, team)), team=team, points=points, right=points, time_ms=time_ms)


def table(rows):
    return [(row.place, row.score.team, row.joint) for row in rows]


def test_more_points_are_ahead_and_level_teams_share_the_place():
    teams = [scored("Dee", 3), scored("Cee", 5), scored("Bea", 5), scored("Ann", 9)]

    rows = standings(teams, Policy.ACCURACY)

    assert table(rows) == [(1, "Ann", False), (2, "Bea", True), (2, "Cee", True), (4, "Dee", False)]


@pytest.mark.parametrize("policy", [Policy.TIE_BREAK, Policy.BONUS])
def test_less_time_on_right_answers_parts_teams_that_are_level_on_points(policy):
    swift, slow = scored("Swift", 4, time_ms=60_000), scored("Slow", 4, time_ms=60_100)

    assert table(standings([slow, swift], policy)) == [(1, "Swift", False), (2, "Slow", False)]


def test_time_parts_nobody_when_accuracy_alone_counts():
    swift, slow = scored("Swift", 4, time_ms=1_000), scored("Slow", 4, time_ms=90_000)

    assert table(standings([swift, slow], Policy.ACCURACY)) == [(1, "Slow", True), (1, "Swift", True)]


def test_less_than_a_tenth_of_a_second_parts_nobody():
    one, other = scored("One", 4, time_ms=60_000), scored("Other", 4, time_ms=60_099)

    assert table(standings([other, one], Policy.TIE_BREAK)) == [(1, "One", True), (1, "Other", True)]


def test_knowledge_comes_before_speed():
    knowing, quick = scored("Knowing", 5, time_ms=10**7), scored("Quick", 4, time_ms=1)

    assert table(standings([quick, knowing], Policy.TIE_BREAK))[0] == (1, "Knowing", False)


def test_names_in_a_shared_place_stand_alphabetically_whatever_their_case_and_accents():
    teams = [scored("fox", 1), scored("Éclairs", 1), scored("Dee", 1)]

    assert [row.score.team for row in standings(teams, Policy.ACCURACY)] == ["Dee", "Éclairs", "fox"]


def test_nobody_makes_an_empty_table():
    assert standings([], Policy.TIE_BREAK) == ()


@given(scores, st.randoms(use_true_random=False), st.sampled_from(Policy))
def test_the_table_does_not_depend_on_the_order_of_the_scores(teams, random, policy):
    shuffled = random.sample(teams, len(teams))

    assert standings(teams, policy) == standings(shuffled, policy)


@given(scores, st.sampled_from(Policy))
def test_a_place_is_one_more_than_the_number_of_teams_ahead(teams, policy):
    rows = standings(teams, policy)

    assert {row.score.entry for row in rows} == {score.entry for score in teams}
    for row in rows:
        assert row.place == 1 + sum(other.place < row.place for other in rows)
        assert row.joint is (sum(other.place == row.place for other in rows) > 1)


@given(scores, st.sampled_from(Policy))
def test_more_points_are_never_behind(teams, policy):
    rows = standings(teams, policy)

    for one, other in combinations(rows, 2):
        assert one.score.points >= other.score.points
        assert (one.score.points == other.score.points) or one.place < other.place


@pytest.mark.parametrize(
    ("team", "seen"),
    [("Ann", ["Ann", "Bea"]), ("Bea", ["Ann", "Bea", "Cee"]), ("Dee", ["Cee", "Dee"])],
)
def test_a_team_sees_itself_and_one_neighbour_either_side(team, seen):
    rows = standings([scored("Ann", 4), scored("Bea", 3), scored("Cee", 2), scored("Dee", 1)], Policy.ACCURACY)

    around = neighbours(rows, [row.score.team for row in rows].index(team))

    assert [row.score.team for row in around] == seen


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th"), (112, "112th"), (1000, "1000th"),
    ],
)  # fmt: skip
def test_places_are_said_as_people_say_them(number, word):
    assert ordinal(number) == word
