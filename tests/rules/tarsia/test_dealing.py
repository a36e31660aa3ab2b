from random import Random

from challenge.rules.tarsia.dealing import ID_LENGTH, deal, shuffled
from challenge.rules.tarsia.layouts import layout
from tests.rules.tarsia.turning import solvable

PUZZLE = solvable(layout("triangle 4"))


def test_every_piece_is_dealt_once_with_a_name_and_a_turn_of_its_own():
    dealt = deal(PUZZLE, Random(7).randrange)

    assert sorted(each.number for each in dealt) == list(range(16))
    assert len({each.id for each in dealt}) == 16
    assert {len(each.id) for each in dealt} == {ID_LENGTH}
    assert {each.turn for each in dealt} == {0, 1, 2}


def test_the_same_dice_deal_alike_and_others_do_not():
    assert deal(PUZZLE, Random(7).randrange) == deal(PUZZLE, Random(7).randrange)
    assert deal(PUZZLE, Random(7).randrange) != deal(PUZZLE, Random(8).randrange)


def test_dice_that_fall_alike_twice_still_give_every_piece_its_own_name():
    falls = iter([0] * 40 + [place for number in range(1, 90) for place in (0, 0, number // 29, number % 29)])

    dealt = deal(solvable(layout("chain 3")), lambda below: next(falls, 0) % below)

    assert len({each.id for each in dealt}) == 3


def test_names_and_order_say_nothing_of_the_solution():
    """Each piece comes first about as often as any other."""
    firsts = [deal(PUZZLE, Random(seed).randrange)[0].number for seed in range(1_600)]

    assert min(firsts.count(number) for number in range(16)) > 60
    assert max(firsts.count(number) for number in range(16)) < 145


def test_a_shuffle_keeps_everything():
    assert sorted(shuffled("matches", Random(1).randrange)) == sorted("matches")
