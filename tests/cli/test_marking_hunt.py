"""The search for answers that take long, with a clock that goes by the answer alone."""

import pytest

from challenge.cli.marking_bench import KEYS
from challenge.cli.marking_hunt import PIECES, slowest
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import Kind


def brackets(answer):
    return answer.count("(")


def test_it_finds_what_takes_longer_than_anything_known():
    found = slowest(Kind.EXPRESSION, ["2x", "(x+1)"], brackets, tries=300)

    assert brackets(found) > 10
    assert len(found) <= MOST_CHARACTERS


def test_it_finds_the_same_again():
    searches = [slowest(Kind.RATIO, ["2:3"], len, tries=30) for _ in range(2)]

    assert searches[0] == searches[1] != "2:3"


def test_without_a_try_it_tells_the_slowest_that_is_known():
    assert slowest(Kind.NUMBER, ["1", "333", "22"], len, tries=0) == "333"


@pytest.mark.parametrize("kind", KEYS)
def test_each_type_has_its_pieces(kind):
    assert all(PIECES[kind])
