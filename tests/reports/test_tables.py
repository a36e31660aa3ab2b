"""The two sheets of a sitting's results."""

import pytest

from challenge.reports.sheets import as_csv, as_xlsx
from challenge.reports.tables import questions_table, teams_table
from challenge.rules.showing import Bar
from challenge.services.results import GivenAnswer, QuestionResult, Results, TeamResult
from challenge.services.scenes import SittingFacts

SITTING = SittingFacts(
    id=1,
    name="Maths 2",
    place="B14",
    stage="Class round",
    college="Kiln Lane College",
    code="KTN47Q",
    door_key="",
    screen_key="",
    entry_mode="open",
    most_teams=60,
    door_locked=False,
    version=1,
)
HALF = '<math aria-label="1 half"><mn>1</mn></math>'


def question(number=1, **changes):
    bars = (Bar("A", "3/7", 2, False, "Adds <b>tops</b>."), Bar("C", HALF, 1, True, ""))
    fields = {"topic": "Fractions", "text": f"What is {HALF}?", "answer": HALF, "void_reason": None, "bars": bars}
    return QuestionResult(number=number, answered=3, right=1, **{**fields, **changes})


def results(*questions, teams=()):
    return Results(SITTING, "Class round", policy="", tie_break="", teams=teams, questions=questions)


def team(*answers, name="Prime Suspects", joint=False):
    return TeamResult(1, joint, name, ("Aisha", "Tom"), points=1, right=1, seconds=2.5, answers=answers)


def test_a_team_is_a_row_with_four_cells_for_each_question():
    given = team(GivenAnswer("C", "right", 1, 2.5), GivenAnswer("", "no answer", 0, None))

    table = teams_table(results(question(1), question(2), teams=(given,)))

    assert table.headings[7:] == tuple(
        f"Q{n} {what}" for n in (1, 2) for what in ("answer", "verdict", "points", "seconds")
    )
    assert table.rows == (
        (1, "no", "Prime Suspects", "Aisha, Tom", 1, 1, 2.5, "C", "right", 1, 2.5, "", "no answer", 0, None),
    )


def test_a_shared_place_is_said():
    assert teams_table(results(teams=(team(joint=True),))).rows[0][1] == "yes"


def test_an_answer_is_a_row_with_formulas_in_words_and_its_misconception():
    table = questions_table(results(question()))

    start = (1, "Fractions", "What is 1 half ?", "1 half", "yes", 3, 1)
    assert table.rows == ((*start, "3/7", 2, "no", "Adds tops."), (*start, "1 half", 1, "yes", ""))


def test_a_voided_question_says_why_it_does_not_count():
    assert questions_table(results(question(void_reason="A misprint."))).rows[0][4] == "no: A misprint."


def test_a_question_that_nobody_answered_still_has_its_row():
    (row,) = questions_table(results(question(bars=()))).rows

    assert row[7:] == ("", 0, "", "")


@pytest.mark.parametrize("make", [teams_table, questions_table])
def test_every_row_has_as_many_cells_as_there_are_headings(make):
    given = team(GivenAnswer("C", "right", 1, 2.5), GivenAnswer("A", "wrong", 0, 1.5))

    table = make(results(question(1), question(2), teams=(given, given)))

    assert {len(row) for row in table.rows} == {len(table.headings)}


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
@pytest.mark.parametrize("make", [teams_table, questions_table])
def test_a_round_without_anything_still_makes_a_file(make, write):
    assert write(make(results()))


def test_a_team_named_like_a_formula_runs_in_no_file():
    table = teams_table(results(teams=(team(name='=HYPERLINK("http://x")'),)))

    assert b"\"'=HYPERLINK" in as_csv(table)
