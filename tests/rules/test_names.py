# ruff: noqa: RUF001
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.decency import is_decent
from challenge.rules.names import (
    MOST,
    MOST_SUGGESTED,
    look_alike_keys,
    refuse_first_name,
    refuse_name,
    refuse_name_asking,
    suggestions,
    suggestions_asking,
    tidy,
)
from challenge.rules.team_names import DESCRIBED, PUNS, THINGS

MADE = [f"{word} {thing}" for word in DESCRIBED for thing in THINGS]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Prime   Suspects ", "Prime Suspects"),
        ("Prime\tSuspects\n", "Prime Suspects"),
        ("Prime\u00a0Suspects", "Prime Suspects"),
        ("Pri\u200bme", "Prime"),
        ("\u202eemirP", "emirP"),
        ("Pri\x00me\x07", "Prime"),
        ("Prime\ufe0f", "Prime"),
        ("Prime\u3164", "Prime"),
        ("Prime\ud800", "Prime"),
        ("Jose\u0301", "José"),
        ("e\u0301\u0302\u0303\u0304\u0305\u0306", "é\u0302\u0303"),
        ("", ""),
        ("x" * 10_000, "x" * 400),
    ],
)
def test_a_name_is_kept_without_what_nobody_can_see(typed, kept):
    assert tidy(typed) == kept


@given(st.text(max_size=60))
def test_a_tidy_name_stays_as_it_is(typed):
    once = tidy(typed)

    assert tidy(once) == once
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in once)


@pytest.mark.parametrize(
    "name", ["The Improper Fractions", "9B", "ππ", "数学", "Team 7", "π = 3.14159265", "A" * 32, "Zoë & Łukasz"]
)
def test_a_decent_name_that_is_free_is_taken_as_it_is(name):
    assert refuse_name(name, ["Prime Suspects"]) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "too_short"),
        ("A", "too_short"),
        (" A\u200b ", "too_short"),
        ("A\u0301\u0302", "too_short"),
        ("A" * 33, "too_long"),
        ("A" * 10_000, "too_long"),
        ("123", "no_letters"),
        ("!!!", "no_letters"),
        ("😀😀", "no_letters"),
        ("call 07911 123456", "personal"),
        ("Ring 0161-496-0000", "personal"),
        ("aisha@example.com", "personal"),
        ("aisha @ home.co.uk", "personal"),
        ("www.example", "personal"),
        ("https://x.y", "personal"),
        ("find me on site.io", "personal"),
        ("Team @aisha05", "personal"),
        ("snap: aisha05", "personal"),
        ("The Fuckers", "indecent"),
    ],
)
def test_other_names_are_refused_with_a_reason(name, code):
    assert refuse_name(name, []).code == code


def test_a_rude_name_is_refused_kindly():
    assert refuse_name("Sh1t Maths", []).message == "Pick a name that everyone can cheer."


def test_a_name_that_is_taken_is_refused_with_the_next_that_is_free():
    refusal = refuse_name("Prime Suspects", ["Prime Suspects"])

    assert refusal.code == "taken"
    assert refusal.message == 'Another team got there first. "Prime Suspects 2" is free.'


def test_the_next_free_name_counts_on():
    taken = ["Prime Suspects", "prime suspects 2", "Prime Suspects 3"]

    assert '"Prime Suspects 4" is free' in refuse_name("Prime Suspects", taken).message
    assert '"Prime Suspects 4" is free' in refuse_name("Prime Suspects 3", taken).message


def test_the_next_free_name_is_never_too_long():
    longest = "The " + "Ma" * 14

    offered = refuse_name(longest, [longest]).message.split('"')[1]

    assert len(offered) == MOST
    assert refuse_name(offered, [longest]) is None


@pytest.mark.parametrize(
    "name",
    [
        "prime suspects", "PrimeSuspects", "Prime-Suspects!", "Príme Suspects", "Pr1me Suspects", "Prime 5uspects",
        "Prime Suspect5", "Рrime Suspects", "Ｐｒｉｍｅ Suspects", "Primme Suspects", "Prlme Suspects",
        "Prime\u200b Suspects",
    ],
)  # fmt: skip
def test_a_look_alike_of_another_teams_name_is_taken(name):
    assert refuse_name(name, ["Prime Suspects"]).code == "taken"


@pytest.mark.parametrize(
    ("name", "other"), [("Team 1", "Team 2"), ("Team 11", "Team 1"), ("Pi Hards", "Pi Cards"), ("数学", "数字")]
)
def test_names_that_differ_for_the_eye_are_both_free(name, other):
    assert refuse_name(name, [other]) is None


def test_a_number_written_close_is_the_same_number():
    assert refuse_name("Team1", ["Team 1"]).code == "taken"


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_refusing_never_raises_and_an_accepted_name_is_refused_to_the_next_team(name, others):
    if refuse_name(name, others) is None:
        assert refuse_name(name, [*others, name]).code == "taken"


@pytest.mark.parametrize(
    "name",
    [
        "Aisha",
        "Aisha K.",
        "Anne-Marie",
        "O'Brien",
        "O’Neill",
        "José",
        "Łukasz",
        "Mary Jane",
        "王芳",
        "محمد",
        "कीर्ति",
        "J",
    ],
)
def test_first_names_from_everywhere_are_welcome(name):
    assert refuse_first_name(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "too_short"),
        (" \u200b", "too_short"),
        ("A" * 21, "too_long"),
        ("Aisha7", "not_a_name"),
        ("-Aisha", "not_a_name"),
        ("'", "not_a_name"),
        ("a@b.c", "not_a_name"),
        ("<b>", "not_a_name"),
        ("😀", "not_a_name"),
        ("Fück", "indecent"),
    ],
)
def test_other_first_names_are_refused_with_a_reason(name, code):
    assert refuse_first_name(name).code == code


@given(st.text(max_size=30))
def test_judging_a_first_name_never_raises(name):
    assert refuse_first_name(name) is None or refuse_first_name(name).message


def test_there_are_many_names_to_offer():
    assert len(set(PUNS)) == len(PUNS) >= 80
    assert len(set(PUNS) | set(MADE)) >= 300


@pytest.mark.parametrize("name", PUNS)
def test_every_pun_is_decent_tidy_and_short_enough(name):
    assert refuse_name(name, []) is None
    assert tidy(name) == name
    assert len(name) <= MOST_SUGGESTED


def test_every_made_up_name_is_decent_and_short_enough():
    assert [name for name in MADE if not is_decent(name) or len(name) > MOST_SUGGESTED] == []


@given(st.integers(), st.integers(0, 12))
def test_the_same_seed_offers_the_same_names_and_each_once(seed, count):
    offered = suggestions([], seed=seed, count=count)

    assert offered == suggestions([], seed=seed, count=count)
    assert len(set(offered)) == len(offered) == count


def test_different_seeds_offer_different_names():
    assert len({suggestions([], seed=seed) for seed in range(50)}) == 50


def test_a_pun_comes_first():
    assert all(suggestions([], seed=seed, count=1)[0] in PUNS for seed in range(20))


def test_no_name_is_offered_that_a_team_has():
    first = suggestions([], seed=7)

    again = suggestions([name.upper() for name in first], seed=7)

    assert not set(first) & set(again)


def test_there_is_something_to_offer_when_every_name_is_taken():
    offered = suggestions([*PUNS, *MADE], seed=7)

    assert len(offered) == 3
    assert all(name.endswith(" 2") and len(name) <= MOST_SUGGESTED for name in offered)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_looking_up_the_keys_of_names_comes_to_the_same_as_knowing_all_names(name, others):
    kept = {key for other in others for key in look_alike_keys(other)}

    assert refuse_name_asking(name, kept.intersection) == refuse_name(name, others)


def test_many_free_names_are_found_by_few_questions():
    kept = {key for name in [*PUNS, *MADE] for key in look_alike_keys(name)}
    questions = []

    def which_taken(keys):
        questions.append(len(keys))
        return kept & keys

    offered = suggestions_asking(which_taken, seed=7)

    assert offered == suggestions([*PUNS, *MADE], seed=7)
    assert len(questions) <= 12
