"""Pasted lists of teams: what is fine is ready, and what is not is named by row and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.announcements import TeamsChanged
from challenge.models import Entry, Student
from challenge.services import roster
from challenge.services.roster import MOST_ROWS, Listed
from challenge.services.transaction import announced
from tests import builders

SOUND = "Prime Suspects"


def lines(count):
    """Names of teams that nobody takes for one another."""
    made = [f"{first}{second} {third}" for first in SYLLABLES for second in SYLLABLES for third in ("Cubes", "Primes")]
    return made[:count]


SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "zo")

BROKEN = [
    ("", []),
    ("\n\n \n", []),
    ("!", [(1, "Team")]),
    ("x" * 99, [(1, "Team")]),
    ("12345678901", [(1, "Team")]),
    ("07700 900123", [(1, "Team")]),
    (",Aisha", [(1, "Team")]),
    ("me@example.com", [(1, "Team")]),
    (f"{SOUND}\n{SOUND}", [(2, "Team")]),
    (f"{SOUND}\nPRIME  SUSPECTS", [(2, "Team")]),
    ("Ratio Gaga", [(1, "Team")]),
    ("ratio gaga", [(1, "Team")]),
    (f"{SOUND},Aisha,Tom,Jo,Sam,Kim", [(1, "Students")]),
    (f"{SOUND},{'x' * 40}", [(1, "Student 1")]),
    (f"{SOUND},Aisha,Tom7", [(1, "Student 2")]),
    (f"{SOUND};Aisha;<b>", [(1, "Student 2")]),
    (f"{SOUND}\t4isha\tT0m", [(1, "Student 1"), (1, "Student 2")]),
    ("!,4isha", [(1, "Team"), (1, "Student 1")]),
    (f"Team,Student\n\n{SOUND}\n!", [(4, "Team")]),
    (f"{SOUND}\nTeam name;\nshit", [(3, "Team")]),
    ('"Prime\nSuspects,Aisha', []),
    (f"{'x' * 200_000}", [(1, "Team")]),
    (f'"{"x" * 200_000}', [(1, "Team")]),
]


@pytest.mark.parametrize(("pasted", "places"), BROKEN, ids=lambda value: str(value)[:30])
def test_a_broken_list_names_row_and_column_of_each_problem(pasted, places):
    read = roster.read(pasted, taken=["Ratio Gaga"])

    assert [(each.row, each.column) for each in read.problems] == places
    assert all(each.message for each in read.problems)


def test_at_least_fifteen_broken_lists_are_tried():
    assert sum(bool(places) for _, places in BROKEN) >= 15


@pytest.mark.parametrize(
    "pasted",
    [
        "Prime Suspects,Aisha,Tom\nPi Hards",
        "Prime Suspects, Aisha , Tom ,\n\nPi Hards,,\n",
        "Prime Suspects;Aisha;Tom\r\nPi Hards",
        "Prime Suspects\tAisha\tTom\rPi Hards\t\t",
        "Team name,First,Second\nPrime  Suspects,Aisha,Tom\nPi Hards",
        '\ufeffTeam\n"Prime Suspects","Aisha","Tom"\n"Pi Hards"',
    ],
)
def test_a_sound_list_is_read_however_it_is_separated(pasted):
    read = roster.read(pasted, taken=[])

    assert read.problems == ()
    assert read.ready == (Listed("Prime Suspects", ("Aisha", "Tom")), Listed("Pi Hards", ()))


def test_a_name_may_have_a_comma_where_a_spreadsheet_quotes_it():
    read = roster.read('"Sines, Signs and Sighs",Aisha', taken=[])

    assert read.ready == (Listed("Sines, Signs and Sighs", ("Aisha",)),)


def test_good_rows_are_ready_beside_bad_ones():
    read = roster.read("Prime Suspects\n!\nPi Hards", taken=[])

    assert [team.team for team in read.ready] == ["Prime Suspects", "Pi Hards"]
    assert [problem.row for problem in read.problems] == [2]


def test_a_name_whose_row_is_broken_is_still_free_for_another_row():
    read = roster.read("Prime Suspects,Tom7\nPrime Suspects,Tom", taken=[])

    assert (len(read.ready), [problem.row for problem in read.problems]) == (1, [1])


def test_a_list_that_is_too_long_is_cut_and_says_where():
    rows = [*lines(MOST_ROWS), "One Too Many", "And Another"]
    assert len(set(rows)) == MOST_ROWS + 2

    read = roster.read("\n".join(rows), taken=[])

    assert len(read.ready) == MOST_ROWS
    assert [(each.row, each.column, bool(each.remedy)) for each in read.problems] == [(MOST_ROWS + 1, "Team", True)]


def test_rows_with_many_problems_are_counted_as_one_team_each():
    broken = ["!,4isha,T0m"] * (MOST_ROWS // 2)

    read = roster.read("\n".join([*broken, "Prime Suspects"]), taken=[])

    assert [team.team for team in read.ready] == ["Prime Suspects"]
    assert len(read.problems) == 3 * len(broken)


@given(st.text(alphabet=st.sampled_from("Primes, ;\t\n\r\"'7!\0\ud800é"), max_size=60))
def test_no_list_whatever_breaks_the_reading(pasted):
    read = roster.read(pasted, taken=[])

    assert all(problem.row >= 1 for problem in read.problems)


def test_listed_teams_are_entered_each_with_a_code_of_its_own(db, host):
    in_ = builders.sitting(db, host, entry_mode="listed")
    version = in_.version

    roster.add(db, in_, [Listed("Prime Suspects", ("Aisha", "Tom")), Listed("Pi Hards", ())])

    entries = db.query(Entry).filter_by(sitting_id=in_.id).order_by(Entry.id).all()
    assert [entry.team.name for entry in entries] == ["Prime Suspects", "Pi Hards"]
    assert len({entry.team.code for entry in entries}) == 2
    assert [student.first_name for student in db.query(Student)] == ["Aisha", "Tom"]
    assert {entry.joined_at for entry in entries} == {None}
    assert (in_.version, announced(db)) == (version + 1, [TeamsChanged(in_.id)])
