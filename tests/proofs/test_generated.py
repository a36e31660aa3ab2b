"""Everything the generators make is proven by a second route, can be played, fits its screens and speaks kindly."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from challenge.catalogue.fresh import MADE, load_generators
from challenge.catalogue.generators.making import GENERATORS, Level, built, make
from challenge.catalogue.quizzes import Quiz
from challenge.catalogue.reading import read
from challenge.catalogue.writing import document
from challenge.config import ROOT
from challenge.rules.marking import Verdict, mark
from challenge.rules.questions import Kind
from tests.proofs import generated
from tests.proofs.proof import faults

SEEDS = range(1, 41)
SOME_SEEDS = range(1, 11)
MOST_ALIKE = 10
KEPT = re.compile(r'^    made: "([a-z0-9-]+) ([0-9]+)"$', re.MULTILINE)

load_generators()
SECOND = {
    name: proof
    for each in iter_modules(generated.__path__, f"{generated.__name__}.")
    for name, proof in import_module(each.name).SECOND.items()
}
CASES = [(name, level) for name, found in sorted(GENERATORS.items()) for level in found.levels]
every_generator = pytest.mark.parametrize(("name", "level"), CASES, ids=str)


@cache
def kept_seeds():
    """The seeds of the questions that the bank holds, by generator and level."""
    seeds = {case: set() for case in CASES}
    for path in (ROOT / "puzzles" / "bank").glob(f"*{MADE}.yaml"):
        level = Level(next(level for level in Level if path.stem.startswith(level)))
        for name, seed in KEPT.findall(path.read_text(encoding="utf-8")):
            seeds[name, level].add(int(seed))
    return seeds


@cache
def question(name, level, seed):
    return make(name, level, seed)


def questions(name, level, seeds=SEEDS):
    return [question(name, level, seed) for seed in seeds]


def as_strings(node):
    """The question as it is read back from a file: every scalar as its text."""
    if isinstance(node, dict):
        return {name: as_strings(value) for name, value in node.items()}
    return [as_strings(each) for each in node] if isinstance(node, list) else str(node)


def test_every_generator_has_a_second_route_and_no_route_leads_nowhere():
    assert set(SECOND) == set(GENERATORS)


def test_every_made_question_of_the_bank_is_among_those_that_are_proven():
    bank = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "puzzles" / "bank").glob(f"*{MADE}.yaml"))

    assert sum(len(seeds) for seeds in kept_seeds().values()) == bank.count("\n  - id: ")


@every_generator
def test_every_answer_is_proven(name, level):
    found = {}
    for seed in {*SOME_SEEDS, *kept_seeds()[name, level]}:
        proof = SECOND[name](built(GENERATORS[name], level, seed).facts)
        found[seed] = faults(as_strings(question(name, level, seed)), proof)

    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


@every_generator
def test_the_same_seed_makes_the_same_question(name, level):
    assert [make(name, level, seed) for seed in SOME_SEEDS] == questions(name, level, SOME_SEEDS)


@every_generator
def test_seeds_make_different_questions(name, level):
    different = {(each["text"], str(each.get("options")), str(each.get("items"))) for each in questions(name, level)}

    assert len(different) >= len(SEEDS) - MOST_ALIKE


@every_generator
def test_what_is_made_can_be_played_and_every_slip_is_wrong_for_its_own_reason(name, level, tmp_path):
    for asked in loaded(questions(name, level, SOME_SEEDS), level, tmp_path).questions:
        raws = [asked.key] if asked.kind in (Kind.CHOICES, Kind.ORDER) else asked.key
        marks = [mark(asked, raw) for raw, _ in slips(asked)]

        assert {mark(asked, raw).verdict for raw in raws} == {Verdict.RIGHT}, asked
        assert [(each.verdict, each.reason) for each in marks] == [
            (Verdict.WRONG, because) for _, because in slips(asked)
        ], asked


def loaded(made, level, folder: Path) -> Quiz:
    """The questions as a quiz, through the file that would hold them."""
    without = [{field: value for field, value in question.items() if field != "made"} for question in made]
    path = folder / "made.yaml"
    path.write_text(
        document({"quiz": "made", "title": "Made", "category": level, "about": "Made."}, without), encoding="utf-8"
    )
    quiz = read(path)
    assert isinstance(quiz, Quiz), [str(problem) for problem in quiz]
    return quiz


def slips(asked):
    """Each wrong answer that the question names, as it would be sent, with what it says about it."""
    if asked.kind in (Kind.CHOICE, Kind.TRUTH):
        return [(option.id, option.slip) for option in asked.options if option.id not in asked.key]
    if asked.kind is Kind.CHOICES:
        return [((option.id,), option.slip) for option in asked.options if option.id not in asked.key]
    if asked.kind is Kind.ORDER:
        return [(tuple(slip.answer.split(",")), slip.because) for slip in asked.slips]
    return [(slip.answer, slip.because) for slip in asked.slips]


UNKIND = re.compile(
    r"\b(fail\w*|incorrect|invalid|error|hurry|easy|easily|just|oops|obvious\w*|simply|stupid|careless|silly)\b",
    re.IGNORECASE,
)


@every_generator
def test_what_is_made_fits_the_screens_and_speaks_kindly(name, level):
    for asked in questions(name, level):
        options = [option["text"] for option in asked.get("options", {}).values()]

        assert len(asked["text"]) <= 140, asked["text"]
        assert all(len(option) <= 40 for option in options), options
        assert 20 <= asked["seconds"] <= 120
        assert 1 <= len(asked["steps"]) <= 3
        assert UNKIND.findall(str(asked)) == []
        assert "  " not in asked["text"]
