"""Every file that generators fill is one that loads."""

import pytest
import yaml

from challenge.catalogue import fresh
from challenge.catalogue.coverage import Counts, of_bank
from challenge.catalogue.generators.making import GENERATORS, Level
from challenge.catalogue.quizzes import Bank, Quiz
from challenge.catalogue.reading import read, read_bank
from challenge.catalogue.topics import AIMS
from tests.architecture.source import ROOT


@pytest.fixture(scope="module")
def made():
    """The whole made part of a bank that nobody wrote anything for by hand."""
    return fresh.made_bank(Counts())


@pytest.fixture(scope="module")
def questions(made):
    """Each question of it with its level."""
    files = [yaml.load(text, Loader=yaml.CBaseLoader) for text in made.files.values()]
    return [(file["category"], each) for file in files for each in file["questions"]]


def test_generators_can_make_all_that_the_bank_wants(made):
    assert made.missing == ()
    assert sum(text.count("\n  - id: ") for text in made.files.values()) == sum(aim.in_all for aim in AIMS.values())


def test_every_made_file_loads(made, tmp_path):
    for slug, text in made.files.items():
        (tmp_path / f"{slug}.yaml").write_text(text)

    found = [read_bank(tmp_path / f"{slug}.yaml") for slug in made.files]

    assert [str(problem) for each in found if not isinstance(each, Bank) for problem in each] == []


def test_no_two_made_questions_of_a_level_ask_in_the_same_words(questions):
    assert len({(level, each["text"]) for level, each in questions}) == len(questions)


def test_right_letters_are_spread_evenly_over_the_made_part(questions):
    keys = [each["key"] for _, each in questions if each["type"] == "choice"]

    shares = {letter: keys.count(letter) / len(keys) for letter in "ABCD"}

    assert min(shares.values()) > 0.2
    assert max(shares.values()) < 0.3


def test_the_made_files_of_the_project_are_those_that_the_generators_make_now():
    """After a generator changed: `python3 run.py puzzles make`."""
    bank = ROOT / "puzzles" / "bank"
    kept = {path.stem: path.read_text(encoding="utf-8") for path in bank.glob(f"*{fresh.MADE}.yaml")}
    by_hand = of_bank(read_bank(path) for path in bank.glob("*.yaml") if path.stem not in kept).by_hand

    made = fresh.made_bank(by_hand)

    assert made.missing == ()
    assert [slug for slug in made.files.keys() | kept.keys() if made.files.get(slug) != kept.get(slug)] == []


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("calculator", [True, False, None])
def test_a_set_on_demand_is_a_quiz_that_loads(level, calculator, tmp_path):
    topics = {each.topic for each in GENERATORS.values() if each.serves(level, calculator=calculator)}
    path = tmp_path / f"fresh-{level}-3.yaml"
    path.write_text(fresh.fresh_quiz(sorted(topics), level, count=20, calculator=calculator, seed=3))

    quiz = read(path)

    assert isinstance(quiz, Quiz), quiz
    assert len({question.text for question in quiz.questions}) == 20
