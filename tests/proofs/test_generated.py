"""Everything the generators make is proven by a second route, can be played, fits its screens and speaks kindly."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from challenge.catalogue.fresh import load_generators
from challenge.catalogue.generators.making import GENERATORS, built, make
from challenge.catalogue.quizzes import Quiz
from challenge.catalogue.reading import read
from challenge.catalogue.writing import document
from challenge.rules.marking import Verdict, mark
from challenge.rules.questions import Kind
from tests.proofs import generated
from tests.proofs.proof import faults

SEEDS = range(1, 41)
MOST_ALIKE = 10

load_generators()
SECOND = {
    name: proof
    for each in iter_modules(generated.__path__, f"{generated.__name__}.")
    for name, proof in import_module(each.name).SECOND.items()
}
CASES = [(name, level) for name, found in sorted(GENERATORS.items()) for level in found.levels]
every_generator = pytest.mark.parametrize(("name", "level"), CASES, ids=str)


def questions(name, level):
    return [make(name, level, seed) for seed in SEEDS]


def as_strings(node):
    """The question as it is read back from a file: every scalar as its text."""
    if isinstance(node, dict):
        return {name: as_strings(value) for name, value in node.items()}
    return [as_strings(each) for each in node] if isinstance(node, list) else str(node)


def test_every_generator_has_a_second_route_and_no_route_leads_nowhere():
    assert set(SECOND) == set(GENERATORS)


@every_generator
def test_every_answer_is_proven(name, level):
    found = {}
    for seed in SEEDS:
        proof = SECOND[name](built(GENERATORS[name], level, seed).facts)
        found[seed] = faults(as_strings(make(name, level, seed)), proof)

    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


@every_generator
def test_the_same_seed_makes_the_same_question(name, level):
    assert questions(name, level) == questions(name, level)


@every_generator
def test_seeds_make_different_questions(name, level):
    different = {
        (question["text"], str(question.get("options")), str(question.get("items")))
        for question in questions(name, level)
    }

    assert len(different) >= len(SEEDS) - MOST_ALIKE


@every_generator
def test_what_is_made_can_be_played_and_every_slip_is_wrong_for_its_own_reason(name, level, tmp_path):
    for question in loaded(questions(name, level), level, tmp_path).questions:
        several = question.kind in (Kind.CHOICES, Kind.ORDER)
        raws = [question.key] if several else question.key
        marks = [mark(question, raw) for raw, _ in slips(question)]

        assert {mark(question, raw).verdict for raw in raws} == {Verdict.RIGHT}, question
        assert [(each.verdict, each.reason) for each in marks] == [
            (Verdict.WRONG, because) for _, because in slips(question)
        ], question


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


def slips(question):
    """Each wrong answer that the question names, as it would be sent, with what it says about it."""
    if question.kind in (Kind.CHOICE, Kind.TRUTH):
        return [(option.id, option.slip) for option in question.options if option.id not in question.key]
    if question.kind is Kind.CHOICES:
        return [((option.id,), option.slip) for option in question.options if option.id not in question.key]
    if question.kind is Kind.ORDER:
        return [(tuple(slip.answer.split(",")), slip.because) for slip in question.slips]
    return [(slip.answer, slip.because) for slip in question.slips]


UNKIND = re.compile(
    r"\b(fail\w*|incorrect|invalid|error|hurry|easy|easily|just|oops|obvious\w*|simply|stupid|careless|silly)\b",
    re.IGNORECASE,
)


@every_generator
def test_what_is_made_fits_the_screens_and_speaks_kindly(name, level):
    for question in questions(name, level):
        options = [option["text"] for option in question.get("options", {}).values()]

        assert len(question["text"]) <= 140, question["text"]
        assert all(len(option) <= 40 for option in options), options
        assert 20 <= question["seconds"] <= 120
        assert 1 <= len(question["steps"]) <= 3
        assert UNKIND.findall(str(question)) == []
        assert "  " not in question["text"]
