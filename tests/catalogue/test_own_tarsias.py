"""The project's own Tarsia puzzles: nothing to mend in any of them."""

import pytest

from challenge.catalogue.tarsia_files import linted, read_tarsias
from challenge.config import ROOT


@pytest.fixture(scope="module")
def own():
    return read_tarsias(ROOT / "puzzles" / "tarsia")


def test_all_of_them_can_be_read(own):
    assert own.problems == ()
    assert len(own.puzzles) >= 36


def test_none_has_an_error_a_warning_or_a_second_solution(own):
    found = {puzzle.slug: linted(puzzle) for puzzle in own.puzzles}

    assert {slug: each.findings for slug, each in found.items() if each.findings} == {}
    assert {slug for slug, each in found.items() if not each.solutions.is_one} == set()
