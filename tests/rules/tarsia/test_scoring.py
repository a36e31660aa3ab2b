from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.tarsia.layouts import layout
from challenge.rules.tarsia.puzzles import Placed, Puzzle, edge_at, filled
from challenge.rules.tarsia.scoring import Score, matched, refuse, score
from tests.rules.tarsia.turning import moved, solvable

NAMES = (
    "chain 21", "loop 6", "triangle 3", "triangle 4", "hexagon 1", "hexagon 2", "parallelogram 3 x 2", "star",
    "squares 4 x 3", "cards 8",
)  # fmt: skip
PUZZLES = {name: solvable(layout(name)) for name in NAMES}
puzzles = st.sampled_from(list(PUZZLES.values()))


@pytest.mark.parametrize("name", NAMES)
def test_the_solution_is_worth_all_of_it(name):
    puzzle = PUZZLES[name]

    assert score(puzzle, puzzle.solution) == Score(puzzle.layout.matches, puzzle.layout.matches)
    assert score(puzzle, puzzle.solution).complete


@given(puzzles, st.integers(0, 5), st.tuples(st.integers(-9, 9), st.integers(-9, 9)))
def test_a_solved_puzzle_scores_in_full_wherever_and_however_turned_it_lies(puzzle, turns, by):
    elsewhere = moved(puzzle.layout.ground, puzzle.solution, by=by, turns=turns)

    assert refuse(puzzle, elsewhere) is None
    assert score(puzzle, elsewhere).complete


@given(puzzles, st.data())
def test_taking_a_piece_away_loses_just_its_own_matches(puzzle, data):
    gone = data.draw(st.sampled_from(range(len(puzzle.pieces))))
    touching = set(puzzle.layout.ground.sides(puzzle.layout.cells[gone])) & set(puzzle.layout.inner)

    left = {number: placed for number, placed in puzzle.solution.items() if number != gone}

    assert score(puzzle, left).matches == puzzle.layout.matches - len(touching)


@given(puzzles, st.data())
def test_no_arrangement_of_any_pieces_is_worth_more_than_the_puzzle(puzzle, data):
    few = st.sampled_from([None, 0, 1, 2])
    pieces = tuple(tuple(data.draw(few) for _ in piece) for piece in puzzle.pieces)
    cells = data.draw(st.permutations(puzzle.layout.cells))
    turn = st.integers(0, puzzle.layout.ground.turns - 1)

    worth = score(replace(puzzle, pieces=pieces), {n: Placed(cell, data.draw(turn)) for n, cell in enumerate(cells)})

    assert 0 <= worth.matches <= worth.of


@given(puzzles, st.data())
def test_two_halves_apart_are_worth_their_own_matches(puzzle, data):
    apart = data.draw(st.sets(st.sampled_from(range(len(puzzle.pieces)))))
    ground = puzzle.layout.ground
    one = {number: placed for number, placed in puzzle.solution.items() if number not in apart}
    other = {number: placed for number, placed in puzzle.solution.items() if number in apart}
    if puzzle.layout.name.startswith("loop"):
        return  # There is nowhere else on a ring.

    both = one | moved(ground, other, by=(30, 0), turns=0)

    assert score(puzzle, both).matches == score(puzzle, one).matches + score(puzzle, other).matches


def test_pieces_in_one_cell_void_each_other():
    puzzle = PUZZLES["chain 21"]

    stacked = {**puzzle.solution, 5: puzzle.solution[4]}

    assert score(puzzle, stacked).matches == 20 - 3


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_equal_values_may_touch_whatever_their_texts(order):
    chain = filled(layout("chain 4"), [(7, 7), (7, 7), (1, 1)])
    line = {number: Placed((place,), 0) for place, number in enumerate((0, 1, 2, 3))}

    assert score(chain, {number: line[number] for number in (*order, 3)}).complete
    assert score(chain, {**line, 0: Placed((1,), 0), 1: Placed((0,), 0)}).matches == 2


def test_blank_edges_never_match():
    row = Puzzle(layout("chain 3"), ((None, None), (None, None), (None, 1)))

    assert score(row, row.solution).matches == 0


def test_a_turned_piece_shows_its_edges_further_on():
    assert [edge_at((1, 2, 3), 1, side) for side in range(3)] == [3, 1, 2]


def test_a_piece_that_is_turned_wrongly_touches_with_the_wrong_edges():
    puzzle = PUZZLES["triangle 3"]
    middle = puzzle.layout.cells.index((1, 0, 0))

    turned = {**puzzle.solution, middle: Placed((1, 0, 0), 1)}

    assert score(puzzle, turned).matches == 9 - 2


def test_the_matched_sides_are_named():
    puzzle = PUZZLES["chain 21"]

    assert matched(puzzle, puzzle.solution) == frozenset(range(1, 21))


@pytest.mark.parametrize(
    ("number", "placed", "says"),
    [
        (21, Placed((0,), 0), "no piece 22"),
        (-1, Placed((0,), 0), "no piece 0"),
        (0, Placed((0, 0), 0), "where no cell is"),
        (0, Placed((), 0), "where no cell is"),
        (0, Placed((10**9,), 0), "where no cell is"),
        (0, Placed((0,), 2), "turned by 0 to 1, not by 2"),
        (0, Placed((0,), -1), "turned by 0 to 1"),
    ],
)
def test_what_can_not_be_on_the_table_is_refused_by_name(number, placed, says):
    assert says in refuse(PUZZLES["chain 21"], {number: placed}).message


@pytest.mark.parametrize(
    ("name", "cell"),
    [("triangle 3", (0, 0, 2)), ("squares 4 x 3", (0, 999)), ("loop 6", (6,)), ("loop 6", (-1,)), ("cards 8", (0, 2))],
)
def test_each_ground_knows_its_cells(name, cell):
    assert refuse(PUZZLES[name], {0: Placed(cell, 0)}).code == "no_cell"


def test_a_border_stands_on_the_outer_sides_and_the_rest_is_blank():
    made = filled(layout("triangle 2"), [(1, 1), (2, 2), (3, 3)], border=[8, 9])

    assert [edge for piece in made.pieces for edge in piece if edge in (8, 9)] == [8, 9]
    assert [edge for piece in made.pieces for edge in piece].count(None) == 4
    assert score(made, made.solution).complete


@pytest.mark.parametrize(("pairs", "border"), [([(1, 1)] * 2, ()), ([(1, 1)] * 4, ()), ([(1, 1)] * 3, [5] * 7)])
def test_a_layout_is_filled_exactly(pairs, border):
    with pytest.raises(ValueError, match="triangle 2 takes 3 pairs and up to 6 edges of border"):
        filled(layout("triangle 2"), pairs, border)
