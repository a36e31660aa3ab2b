"""What the bank aims at, and what it is short of."""

from collections import Counter

import pytest

from challenge.catalogue.coverage import Covered, of_bank, of_quizzes, shortfalls
from challenge.catalogue.quizzes import CATEGORIES, Bank, BankQuestion
from challenge.catalogue.topics import AIMS, FILES, STRANDS, TOPICS
from tests import builders

SHARES = {
    "Number": (105, 80, 75),
    "Ratio, percentages and money": (60, 75, 75),
    "Algebra": (25, 50, 60),
    "Geometry, measures and time": (65, 50, 45),
    "Chance and data": (45, 45, 45),
}
"""What GCSE Foundation and Functional Skills teach at each level, out of 300 questions."""


@pytest.mark.parametrize("strand", STRANDS)
def test_the_aims_of_a_strand_make_its_share(strand):
    _, topics = STRANDS[strand]

    sums = tuple(
        sum(aim.in_all for (level, topic), aim in AIMS.items() if level == category and topic in topics)
        for category in CATEGORIES
    )

    assert sums == SHARES[strand]


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_level_wants_300_questions_at_least_100_of_them_by_hand(category):
    aims = [aim for (level, _), aim in AIMS.items() if level == category]

    assert sum(aim.in_all for aim in aims) == 300
    assert sum(aim.by_hand for aim in aims) >= 100


def test_every_topic_has_an_aim_and_each_aim_is_at_least_eight():
    assert {topic for _, topic in AIMS} == set(TOPICS)
    assert min(aim.in_all for aim in AIMS.values()) == 8
    assert set(FILES) == set(STRANDS)


def full():
    return Covered(
        in_all=Counter({place: aim.in_all for place, aim in AIMS.items()}),
        by_hand=Counter({place: aim.by_hand for place, aim in AIMS.items()}),
        kinds=Counter(),
    )


def test_a_full_bank_is_short_of_nothing():
    assert list(shortfalls(full())) == []


def test_what_is_missing_is_named_in_all_and_by_hand():
    covered = full()
    covered.in_all["funkies", "Ratio"] -= 3
    covered.by_hand["go-forth", "Wages"] -= 1

    assert [str(short) for short in shortfalls(covered)] == [
        "The Funkies, Ratio: 5 of 8 in all",
        "Go Forth, Wages: 3 of 4 by hand",
    ]


def test_made_questions_count_in_all_but_not_by_hand():
    drawn = (BankQuestion(builders.choice("a"), "", 5), BankQuestion(builders.number("b"), "shares 7", 9))

    covered = of_bank([Bank("funkies-number", "funkies", drawn, "1")])

    assert covered.in_all == {("funkies", "Fractions"): 2}
    assert covered.by_hand == {("funkies", "Fractions"): 1}
    assert covered.kinds == {("funkies", "choice"): 1, ("funkies", "number"): 1}


def test_quizzes_count_by_level_and_topic(sample):
    assert of_quizzes([sample, sample])["funkies", "Decimals"] == 4
