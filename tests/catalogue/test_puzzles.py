"""The project's own quizzes: every answer is proven by a second route, and every question keeps the house's manners.

The second route reads the files with another loader and computes each answer from the numbers in the question, never
from the key. A question without a proof fails.
"""

import re
from collections import Counter
from collections.abc import Callable
from fractions import Fraction as Exact
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.reading import read_all
from challenge.catalogue.topics import STRANDS, strand_of
from challenge.rules.marking import Verdict, mark
from challenge.rules.questions import CHOSEN, Kind

FOLDER = Path(__file__).parents[2] / "puzzles"
WRITTEN = {
    question["id"]: question
    for path in sorted(FOLDER.glob("*.yaml"))
    for question in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["questions"]
}
QUIZZES = read_all(FOLDER).quizzes
QUESTIONS = {question.id: question for quiz in QUIZZES for question in quiz.questions}


def number(text: str) -> Exact:
    """The first number in a text: £22.50, $3/4$, 4,060, 8 hours."""
    top, _, bottom = re.search(r"-?[0-9][0-9,.]*(?:/[0-9]+)?", text)[0].replace(",", "").partition("/")
    return Exact(top) / int(bottom or 1)


def clock(text: str) -> Exact:
    hours, minutes = text.split(":")
    return Exact(int(hours) * 60 + int(minutes))


def price_per_gram(text: str) -> Exact:
    size, unit, price = re.fullmatch(r"([0-9.]+) (k?g) for £([0-9.]+)", text).groups()
    return Exact(price) / (Exact(size) * (1000 if unit == "kg" else 1))


def left_to_pay(offer: str) -> Exact:
    return 60 * (1 - (number(offer) / 100 if "%" in offer else number(offer)))


def in_metres(text: str) -> Exact:
    return number(text) / {"cm": 100, "mm": 1000, "m": 1}[text.rpartition(" ")[2]]


def as_share(text: str) -> Exact:
    return number(text) / (100 if text.endswith("%") else 1)


def as_terms(text: str) -> tuple[int, ...]:
    """What an expression in a and b is worth at three places: equal expressions agree at all of them."""
    python = re.sub(r"(?<=[0-9a-z])\s*(?=[ab])(?![-+])", "*", text.strip("$"))
    return tuple(eval(python, {}, {"a": a, "b": b}) for a, b in [(2, 5), (3, -1), (7, 11)])


def point(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"-?[0-9]+", text)))


class Proof(NamedTuple):
    """What the answer is by another route, and how an option or item is read to compare with it."""

    right: Any
    read: Callable[[str], Any] = number


LATE = {"Monday": 12, "Tuesday": 18, "Wednesday": 9, "Thursday": 15}
POLYGONS = {5: "pentagon", 6: "hexagon", 7: "heptagon", 8: "octagon"}
PARALLEL_PAIRS = {"trapezium": 1, "parallelogram": 2, "rhombus": 2, "kite": 0}
ANGLES = {"acute": range(1, 90), "right angle": range(90, 91), "obtuse": range(91, 180), "reflex": range(181, 360)}
GOALS = [2, 0, 4, 1, 8]

PROOFS = {
    "match-crowd": Proof(4 * 1000 + 6 * 10),
    "coffee-change": Proof(5 - (Exact("2.35") + Exact("1.40"))),
    "pizza-left": Proof(1 - Exact(3, 8)),
    "cold-night": Proof(3 - 7),
    "rice-for-six": Proof(Exact(200, 4) * 6),
    "round-to-hundred": Proof(min((300, 400), key=lambda hundred: abs(348 - hundred)) == 300),
    "longer-runs": Proof(next(14 + jump for jump in {b - a for a, b in pairwise((5, 8, 11, 14))})),
    "quarter-off-trainers": Proof(40 * Exact(25, 100)),
    "bus-arrives": Proof(9 * 60 + 45 + 35, clock),
    "long-jumps": Proof(None, number),
    "six-sides": Proof(POLYGONS[6]),
    "spinner-green": Proof(Exact(3, 8)),
    "points-so-far": Proof(next(n for n in range(100) if n + 6 == 15)),
    "ticket-days": Proof({day for day, sold in LATE.items() if sold > 12}, str),
    "water-bottle": Proof(Exact("1.5") * 1000),
    "half-and-third": Proof(Exact(1, 2) + Exact(1, 3)),
    "times-before-plus": Proof(4 + 6 * 3),
    "equal-teams": Proof({size for size in (5, 6, 8, 9) if 24 % size == 0}),
    "game-saving": Proof(60 * Exact(15, 100)),
    "party-tables": Proof(4 + sum(2 for _ in range(2, 11))),
    "compare-decimals": Proof(Exact("0.35") > Exact("0.4")),
    "best-rice": Proof(
        min(Exact("1.20") / 500, Exact("1.65") / 750, Exact("2.30") / 1000, Exact("4.50") / 2000), price_per_gram
    ),
    "solve-two-step": Proof(next(x for x in range(100) if 3 * x + 4 == 19)),
    "fruit-squash": Proof(500 * Exact(1, 1 + 4)),
    "measure-order": Proof(None, in_metres),
    "saturday-pay": Proof((Exact(15 * 60 + 30 - 9 * 60) / 60) * Exact("12.40")),
    "angle-name": Proof(next(name for name, sizes in ANGLES.items() if set(range(91, 180)) == set(sizes))),
    "plumber-bill": Proof(30 + 25 * 3),
    "goals-mean": Proof(Exact(sum(GOALS), len(GOALS))),
    "train-on-time": Proof(1 - Exact("0.15")),
    "oats-and-nuts": Proof(Exact(2, 3) + Exact(1, 4)),
    "powers-first": Proof(5**2 + 2**3),
    "two-cities": Proof(4 - (-3) == 7),
    "pay-rise": Proof(Exact(252 - 240, 240) * 100),
    "tips-shared": Proof(45 * Exact(3, 2 + 3)),
    "like-terms": Proof(tuple(3 * a + 2 * b + 4 * a - b for a, b in [(2, 5), (3, -1), (7, 11)]), as_terms),
    "mixed-order": Proof(None, as_share),
    "coach-speed": Proof(72 / Exact(90, 60)),
    "point-on-line": Proof(next((x, y) for x, y in [(7, 3), (3, 7), (3, 6), (2, 3)] if y == 2 * x + 1), point),
    "coat-offers": Proof({left for left in (48, 42, 45, 40) if left <= 42}, left_to_pay),
    "unknowns-both-sides": Proof(next(x for x in range(100) if 5 * x - 3 == 2 * x + 12)),
    "parallel-pair": Proof(next(name for name, pairs in PARALLEL_PAIRS.items() if pairs == 1)),
    "fifth-shift": Proof(next(h for h in range(24) if Exact(5 + 7 + 4 + 6 + h, 5) == 6)),
    "carpet-cost": Proof(Exact("4.5") * 3 * 12),
    "expected-wins": Proof(Exact("0.2") * 150),
}


def of_kinds(*kinds):
    ids = [id_ for id_, question in QUESTIONS.items() if question.kind in kinds]
    return pytest.mark.parametrize("id_", ids)


def test_every_file_loads():
    assert [str(problem) for problem in read_all(FOLDER).problems] == []
    assert [quiz.category for quiz in sorted(QUIZZES, key=lambda quiz: quiz.slug)] == [
        "ein2steins",
        "funkies",
        "go-forth",
    ]


def test_every_question_has_a_proof_and_an_id_of_its_own():
    assert set(PROOFS) == set(QUESTIONS) == set(WRITTEN)
    assert len(QUESTIONS) == sum(len(quiz.questions) for quiz in QUIZZES)


@of_kinds(Kind.CHOICE)
def test_one_option_alone_is_worth_the_proven_answer(id_):
    proof, question = PROOFS[id_], WRITTEN[id_]

    values = {letter: proof.read(option["text"]) for letter, option in question["options"].items()}

    assert [letter for letter, value in values.items() if value == proof.right] == [question["key"]]
    assert len(set(values.values())) == len(values), "two options are worth the same"


@of_kinds(Kind.CHOICES)
def test_the_right_options_are_the_proven_ones(id_):
    proof, question = PROOFS[id_], WRITTEN[id_]

    right = [letter for letter, option in question["options"].items() if proof.read(option["text"]) in proof.right]

    assert right == question["key"]
    assert len(right) == len(proof.right)


@of_kinds(Kind.NUMBER)
def test_a_number_s_key_is_the_proven_answer_and_no_slip_is(id_):
    question = WRITTEN[id_]

    assert number(question["key"]) == PROOFS[id_].right
    assert PROOFS[id_].right not in [number(slip["answer"]) for slip in question["slips"]]


@of_kinds(Kind.TRUTH)
def test_a_statement_is_as_true_as_its_key_says(id_):
    assert WRITTEN[id_]["key"] == str(PROOFS[id_].right).lower()


@of_kinds(Kind.ORDER)
def test_items_grow_from_each_to_the_next(id_):
    values = [PROOFS[id_].read(item) for item in WRITTEN[id_]["items"]]

    assert all(one < next_ for one, next_ in pairwise(values))


@of_kinds(Kind.TEXT)
def test_a_word_s_key_is_the_proven_name(id_):
    assert WRITTEN[id_]["key"][0] == PROOFS[id_].right


@pytest.mark.parametrize("id_", QUESTIONS)
def test_the_key_is_marked_right(id_):
    question = QUESTIONS[id_]

    several = question.kind in (Kind.CHOICES, Kind.ORDER)
    raws = [question.key] if several else question.key

    assert {mark(question, raw).verdict for raw in raws} == {Verdict.RIGHT}


@pytest.mark.parametrize("id_", QUESTIONS)
def test_every_slip_is_marked_wrong_for_its_own_reason(id_):
    question = QUESTIONS[id_]
    slips = [(slip.answer, slip.because) for slip in question.slips]
    if question.kind in (Kind.CHOICE, Kind.TRUTH):
        slips = [(option.id, option.slip) for option in question.options if option.id not in question.key]
    if question.kind is Kind.CHOICES:
        slips = [((option.id,), option.slip) for option in question.options if option.id not in question.key]

    marks = [mark(question, tuple(raw.split(",")) if question.kind is Kind.ORDER else raw) for raw, _ in slips]

    assert slips
    assert [(each.verdict, each.reason) for each in marks] == [(Verdict.WRONG, because) for _, because in slips]


@of_kinds(Kind.NUMBER)
def test_the_worked_solution_arrives_at_the_answer(id_):
    question = QUESTIONS[id_]
    answer = re.sub(
        r"<math aria-label=\"([^\"]*)\">.*</math>", r"\1", question.answer.removesuffix(question.wanted.unit).strip()
    )

    assert answer in question.steps[-1]


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.slug)
def test_a_class_round_has_fifteen_questions_of_the_basic_types(quiz):
    kinds = Counter(question.kind for question in quiz.questions)

    assert len(quiz.questions) == 15
    assert set(kinds) == {*CHOSEN, Kind.NUMBER, Kind.TEXT}
    assert kinds[Kind.CHOICE] + kinds[Kind.NUMBER] >= 10


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.slug)
def test_right_letters_are_spread_over_a_to_d(quiz):
    letters = Counter(question.key[0] for question in quiz.questions if question.kind is Kind.CHOICE)

    assert set(letters) == set("ABCD")
    assert max(letters.values()) <= 2


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.slug)
def test_strands_are_near_their_share_of_gcse_foundation(quiz):
    strands = Counter(strand_of(question.topic) for question in quiz.questions)

    assert {strand for strand, (weight, _) in STRANDS.items() if abs(100 * strands[strand] / 15 - weight) > 10} == set()
    assert quiz.category in CATEGORIES


@pytest.mark.parametrize("id_", WRITTEN)
def test_a_question_fits_a_phone_and_a_projector(id_):
    question = WRITTEN[id_]
    options = [option["text"] for option in question.get("options", {}).values()]

    assert len(question["text"]) <= 140
    assert all(len(option) <= 40 for option in options)
    assert 20 <= QUESTIONS[id_].seconds <= 90
    assert QUESTIONS[id_].words <= 45


@pytest.mark.parametrize("id_", WRITTEN)
def test_a_question_speaks_kindly(id_):
    every_text = yaml.dump(WRITTEN[id_]).lower()

    unkind = (
        r"\b(fail\w*|incorrect|invalid|error|hurry|easy|easily|just|oops|obvious\w*|simply|stupid|careless|silly)\b"
    )
    assert re.findall(unkind, every_text) == []
