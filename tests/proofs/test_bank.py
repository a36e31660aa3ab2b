"""Every question of the bank that was written by hand, proven by another road than its steps."""

from importlib import import_module

import pytest
import yaml

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import FILES
from challenge.config import ROOT
from tests.proofs.proof import faults

BANKS = [f"{category}-{strand}" for category in CATEGORIES for strand in FILES.values()]


def questions_of(bank):
    """The fields of a file's questions as their author wrote them: no text is taken for a number or a date."""
    text = (ROOT / "puzzles" / "bank" / f"{bank}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)["questions"]


def proofs_of(bank):
    return import_module(f"tests.proofs.{bank.replace('-', '_')}").PROOFS


@pytest.mark.parametrize("bank", BANKS)
def test_each_question_has_a_proof_and_each_proof_a_question(bank):
    assert [question["id"] for question in questions_of(bank)] == list(proofs_of(bank))


@pytest.mark.parametrize("bank", BANKS)
def test_keys_are_right_distractors_wrong_and_no_two_options_equal(bank):
    proofs = proofs_of(bank)

    found = {question["id"]: faults(question, proofs[question["id"]]) for question in questions_of(bank)}

    assert {id_: wrong for id_, wrong in found.items() if wrong} == {}
