"""Counting solutions, held against trying out everything on tiny layouts."""

from dataclasses import replace
from itertools import permutations, product
from random import Random

import pytest

from challenge.rules.tarsia.layouts import layout
from challenge.rules.tarsia.puzzles import Placed, Puzzle, edge_at, filled
from challenge.rules.tarsia.scoring import score
from challenge.rules.tarsia.solving import Counted, solutions
from tests.rules.tarsia.turning import FULL_TURN, moved, solvable

ONE = Counted(1, is_all=True, gave_up=False)
TWO_OR_MORE = Counted(2, is_all=False, gave_up=False)
TINY = ("chain 4", "loop 3", "loop 4", "triangle 2", "parallelogram 2 x 1", "squares 2 x 2", "squares 3 x 1")


@pytest.mark.parametrize(
    "name",
    [
        "chain 21", "chain 60", "loop 12", "loop 60", "triangle 3", "triangle 4", "triangle 7", "hexagon 1",
        "hexagon 2", "hexagon 3", "parallelogram 3 x 3", "parallelogram 6 x 5", "star", "squares 4 x 3",
        "squares 6 x 10", "cards 12", "cards 30",
    ],
)  # fmt: skip
def test_a_puzzle_whose_values_all_differ_has_one_solution_and_that_is_soon_found(name):
    assert solutions(solvable(layout(name)), steps=8_000) == ONE


@pytest.mark.parametrize("name", TINY)
@pytest.mark.parametrize("seed", range(4))
def test_as_many_solutions_are_found_as_by_trying_everything(name, seed):
    dice = Random(f"{name} {seed}")
    made = layout(name)
    pairs = [(dice.randrange(1 + seed),) * 2 for _ in range(made.matches)]
    border = [dice.choice([None, 0, 7]) for _ in made.outer] if seed % 2 and "chain" not in name else ()
    puzzle = filled(made, pairs, border)
    if "chain" in name:
        puzzle = replace(puzzle, pieces=((8, puzzle.pieces[0][1]), *puzzle.pieces[1:-1], (puzzle.pieces[-1][0], 9)))

    assert solutions(puzzle, most=1_000).number == by_trying_everything(puzzle) > 0


def by_trying_everything(puzzle):
    ground, found = puzzle.layout.ground, set()
    for cells in permutations(puzzle.layout.cells):
        for turns in product(range(ground.turns), repeat=len(cells)):
            lying = {number: Placed(*each) for number, each in enumerate(zip(cells, turns, strict=True))}
            if score(puzzle, lying).complete:
                found.add(in_one_form(puzzle, lying))
    return len(found)


def in_one_form(puzzle, lying):
    """The same text for all arrangements that are one solution."""
    ground = puzzle.layout.ground
    reach = range(len(puzzle.pieces)) if puzzle.layout.name.startswith("loop") else range(-4, 5)
    forms = []
    for turns in range(FULL_TURN[type(ground)]):
        turned = moved(ground, lying, by=(0, 0), turns=turns)
        for by in product(reach, reach if ground.turns > 2 else [0]):
            there = {placed.cell: n for n, placed in moved(ground, turned, by=by, turns=0).items()}
            if set(there) == set(puzzle.layout.cells):
                shown = [
                    [
                        edge_at(puzzle.pieces[there[cell]], turned[there[cell]].turn, side)
                        for side in range(ground.turns)
                    ]
                    for cell in puzzle.layout.cells
                ]
                forms.append(str(shown))
    return min(forms)


@pytest.mark.parametrize("name", ["chain 21", "hexagon 1", "loop 12", "star"])
def test_few_values_make_many_solutions(name):
    made = layout(name)

    assert solutions(filled(made, [(n % 3, n % 3) for n in range(made.matches)])) == TWO_OR_MORE


def test_start_and_finish_are_never_interchanged():
    """Else the tiles between them could lie the other way round."""
    assert solutions(filled(layout("chain 5"), [(0, 0), (1, 1), (2, 2), (0, 0)])).number == 2


def test_pieces_that_say_the_same_may_be_interchanged():
    assert solutions(filled(layout("chain 21"), [(5, 5)] * 20)) == ONE


def test_an_edge_of_the_border_that_matches_one_inside_makes_more_solutions():
    triangle = layout("triangle 2")

    assert solutions(filled(triangle, [(n, n) for n in range(3)], [3, 4, 5, 6, 7, 8])) == ONE
    assert solutions(filled(triangle, [(0, 0), (1, 1), (1, 1)], [1, 1, 1, 6, 7, 8])).number == 2


@pytest.mark.parametrize(("classes", "number"), [("ab", 1), ("aab", 3), ("aabb", 9), ("aaa", 15)])
def test_cards_are_counted_by_the_ways_to_pair_them(classes, number):
    cards = filled(layout(f"cards {len(classes)}"), [(ord(each), ord(each)) for each in classes])

    assert solutions(cards, most=100) == Counted(number, is_all=True, gave_up=False)


@pytest.mark.parametrize("odd", [((1,), (1,), (1,), (2,)), ((1,), (1,), (None,), (None,))])
def test_cards_without_a_partner_have_no_solution(odd):
    assert solutions(Puzzle(layout("cards 2"), odd)) == Counted(0, is_all=True, gave_up=False)


def test_a_piece_that_fits_nowhere_leaves_no_solution():
    puzzle = solvable(layout("triangle 3"))

    broken = replace(puzzle, pieces=((*puzzle.pieces[0][:2], 99), (98, *puzzle.pieces[1][1:]), *puzzle.pieces[2:]))

    assert solutions(broken).number == 0


def test_what_takes_too_long_is_given_up():
    puzzle = filled(layout("squares 6 x 10"), [(n % 3, n % 3) for n in range(104)])

    counted = solutions(puzzle, steps=500)

    assert counted.gave_up
    assert not counted.is_one
    assert str(counted) == "too many to count"


def test_counts_are_said_in_a_word():
    assert (str(ONE), str(TWO_OR_MORE)) == ("1", "2 or more")
