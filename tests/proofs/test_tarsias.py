"""Every Tarsia puzzle: each pair proven by another road than its author's, and nothing else in the puzzle equal."""

from collections import Counter
from importlib import import_module
from itertools import chain

import pytest
import yaml

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import FILES, strand_of
from challenge.config import ROOT
from tests.proofs.tarsia_labels import worth_of

LAYOUTS = {
    "chain 21", "loop 12", "triangle 3", "triangle 4", "hexagon 1", "hexagon 2", "parallelogram 3 x 2",
    "parallelogram 3 x 3", "star", "squares 3 x 3", "squares 4 x 3", "cards 10", "cards 12",
}  # fmt: skip
PUZZLES = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    for path in sorted((ROOT / "puzzles" / "tarsia").glob("*.yaml"))
}
"""The fields of each file as their author wrote them: no label is taken for a number."""

SAID = {
    slug: said
    for category in CATEGORIES
    for slug, said in import_module(f"tests.proofs.tarsias_{category.replace('-', '_')}").SAID.items()
}


@pytest.mark.parametrize("slug", PUZZLES)
def test_both_labels_of_a_pair_are_worth_the_same(slug):
    worths = {pair: [worth_of(label, SAID.get(slug, {})) for label in pair] for pair in _pairs(slug)}

    assert {pair: found for pair, found in worths.items() if found[0] != found[1]} == {}


@pytest.mark.parametrize("slug", PUZZLES)
def test_no_value_occurs_twice(slug):
    labels = [pair[0] for pair in _pairs(slug)] + PUZZLES[slug].get("border", [])
    counted = Counter(worth_of(label, SAID.get(slug, {})) for label in labels)

    assert [worth for worth, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("slug", PUZZLES)
def test_no_label_occurs_twice(slug):
    counted = Counter(_labels(slug))

    assert [label for label, times in counted.items() if times > 1] == []


def test_every_sum_belongs_to_a_label():
    spare = {slug: set(said).difference(_labels(slug)) for slug, said in SAID.items()}

    assert {slug: labels for slug, labels in spare.items() if labels} == {}


def test_each_category_has_twelve_puzzles_from_every_strand():
    for category in CATEGORIES:
        ours = [puzzle for puzzle in PUZZLES.values() if puzzle["category"] == category]

        assert len(ours) == 12
        assert {strand_of(puzzle["topic"]) for puzzle in ours} == set(FILES)
        assert len({puzzle["topic"] for puzzle in ours}) == 12


def test_half_of_the_puzzles_are_chains_and_the_others_use_every_layout():
    counted = Counter(puzzle["layout"] for puzzle in PUZZLES.values())

    assert counted["chain 21"] == 18
    assert set(counted) == LAYOUTS


def test_some_puzzles_have_an_extended_border():
    assert len([puzzle for puzzle in PUZZLES.values() if "border" in puzzle]) >= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("$1/2 div 1/3$", "$1/6$"), ("25p", "£25"), ("07:15", "19:15"), ("$2 : 3$", "$3 : 2$"), ("$2x < 8$", "$x > 4$")],
)
def test_labels_of_other_values_are_told_apart(one, other):
    assert worth_of(one, {}) != worth_of(other, {})


@pytest.mark.parametrize("label", ["half of 86", "half of 86 g", "£56 at half price", "two tens", "4 bags of 10 g"])
def test_a_label_in_words_needs_its_sum(label):
    with pytest.raises((ValueError, SyntaxError)):
        worth_of(label, {})


def _pairs(slug):
    return [tuple(pair) for pair in PUZZLES[slug]["pairs"]]


def _labels(slug):
    return [*chain.from_iterable(_pairs(slug)), *PUZZLES[slug].get("border", [])]
