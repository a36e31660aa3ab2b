"""The sheets for the judge: every match, in numbers that stand on the pieces."""

import re

import pytest

from challenge.reports.tarsia_labels import measured
from challenge.reports.tarsia_sheets import printing, source
from challenge.reports.tarsia_solution import Marking, matches, solution
from challenge.rules.refusal import Refused
from tests.reports.tarsias import a_tarsia


def a_marking(name, **made):
    tarsia = a_tarsia(name, **made)
    count = len(tarsia.faces.pieces)
    return Marking(tarsia, measured(tarsia.labels, 3), range(101, 101 + count), "footer")


def numbers_on(code):
    return [int(shown) for shown in re.findall(r"^number\(.*?, .*?, (\d+), ", code, re.MULTILINE)]


@pytest.mark.parametrize("name", ["chain 21", "loop 5", "hexagon 2", "star", "squares 3 x 2", "cards 4"])
def test_each_match_is_a_pair_of_labels_on_two_pieces(name):
    tarsia = a_tarsia(name)

    found = matches(tarsia)

    assert [match.labels for match in found.values()] == [(2 * pair, 2 * pair + 1) for pair in range(len(found))]
    assert list(found) == list(tarsia.faces.layout.inner)
    for match in found.values():
        for piece, label in zip(match.pieces, match.labels, strict=True):
            assert label in tarsia.faces.pieces[piece]


@pytest.mark.parametrize("name", ["chain 21", "loop 12", "triangle 4", "squares 4 x 3", "cards 12"])
def test_the_solution_shows_every_piece_by_the_number_that_is_printed_on_it(name):
    marking = a_marking(name)

    assert sorted(numbers_on(solution(marking))) == list(marking.shown)


def test_a_chain_is_told_in_its_order():
    marking = Marking(a_tarsia("chain 3"), measured(a_tarsia("chain 3").labels, 3), (2, 3, 1), "")

    assert '"In order: 2 – 3 – 1"' in solution(marking)


def test_a_long_order_takes_lines_from_the_pieces():
    (short, long) = (
        min(float(y) for y in re.findall(r"^piece\(.*?, (.*?), ", solution(a_marking(name)), re.MULTILINE))
        for name in ("chain 5", "chain 50")
    )

    assert long - short > 5


def test_a_loop_goes_round_again():
    assert '"In order: 101 – 102 – 103 – and round again"' in solution(a_marking("loop 3"))


def test_the_cards_of_a_pair_lie_in_one_row():
    placed = re.findall(r"^piece\((.*?), (.*?), 0, solved(\d+)\)", solution(a_marking("cards 12")), re.MULTILINE)
    heights = {int(piece): height for _, height, piece in placed}

    assert all(heights[2 * pair] == heights[2 * pair + 1] for pair in range(12))


def test_labels_that_would_be_too_small_give_way_to_the_numbers_of_the_matches():
    code = solution(a_marking("hexagon 3"))

    assert "solved0" not in code
    assert [int(number) for number in re.findall(r"^joint\(.*, (\d+)\)$", code, re.MULTILINE)] == list(range(1, 73))


def test_labels_that_fit_no_solution_are_refused():
    refused = solution(a_marking("chain 3", pairs=[("$" + "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + " * 3 + "9$", "1")]))

    assert isinstance(refused, Refused)


@pytest.mark.parametrize(("name", "columns"), [("chain 21", 1), ("hexagon 2", 2)])
def test_the_judge_ticks_every_match(name, columns):
    code = source(printing(a_tarsia(name), ["Swift"], seed=7))

    sheet = code[code.index("Judge’s sheet") :]
    ticked = [int(number) for number in re.findall(r"\(\[(\d+)\], \[\d+ – \d+\], said\(", sheet)]
    assert ticked == list(range(1, a_tarsia(name).faces.layout.matches + 1))
    assert sheet.count("ticks(") == columns
    assert 'strong("Swift")' in sheet
    assert "Scores" not in code


def test_with_many_sets_the_judges_sheet_is_for_any_team_and_each_has_a_line_for_its_score():
    code = source(printing(a_tarsia("star"), ["Swift", "", "Slow"], seed=7))

    sheet = code[code.index("Judge’s sheet") :]
    assert "Team: #blank(60mm)" in sheet
    assert '([1], "Swift"), ([2], ""), ([3], "Slow")' in sheet
