"""puzzles/SCHEMA.md tells the truth: its examples load, its formulas typeset, its topics are the topics."""

import json
import re
from pathlib import Path

import pytest

from challenge.catalogue.arrangements import arrangement_in
from challenge.catalogue.cases import Case, cases
from challenge.catalogue.notation import told
from challenge.catalogue.quizzes import Bank, Quiz
from challenge.catalogue.reading import read_bank
from challenge.catalogue.tarsia_files import linted, read_tarsia
from challenge.catalogue.tarsias import Tarsia
from challenge.catalogue.topics import STRANDS
from challenge.catalogue.typesetting import Typeset, typeset
from challenge.catalogue.wanting import FORMS, WANTS
from challenge.rules.questions import Kind
from challenge.rules.tarsia.layouts import SHAPES, layout
from challenge.rules.tarsia.scoring import score

SCHEMA = (Path(__file__).parents[2] / "puzzles" / "SCHEMA.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", SCHEMA, re.DOTALL)
ARRANGEMENT = re.search(r"```json\n(.*?)```", SCHEMA, re.DOTALL)[1]
QUESTIONS = [example for example in EXAMPLES if example.startswith("    type:")]
WHOLE, BANK, TARSIA, CASES = (example for example in EXAMPLES if not example.startswith("    type:"))
COMMON = """\
quiz: sample
title: t
category: funkies
about: a
questions:
  - id: sample
    topic: Shapes
    calculator: no
    seconds: 30
    text: q
    trick: t
    steps: [s]
"""


def rows_under(heading):
    """The cells of the tables in one section, without the backticks."""
    section = SCHEMA.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    found = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [[cell.strip() for cell in row.split(" | ")] for row in found]


def test_the_whole_example_loads(reading):
    quiz = reading(WHOLE, "bus-and-bills.yaml")

    assert isinstance(quiz, Quiz), quiz
    assert [question.id for question in quiz.questions] == ["oats-and-nuts", "coffee-change"]


def test_the_example_of_the_bank_loads(tmp_path):
    path = tmp_path / "funkies-ratio.yaml"
    path.write_text(BANK)

    bank = read_bank(path)

    assert isinstance(bank, Bank), bank
    assert [(each.question.id, each.made) for each in bank.questions] == [
        ("f-mixed-squad", ""),
        ("f-mixing-3", "mixing 3"),
    ]


@pytest.fixture
def tarsia(tmp_path):
    """The puzzle of the example."""
    path = tmp_path / "halves-and-doubles.yaml"
    path.write_text(TARSIA)
    found = read_tarsia(path)
    assert isinstance(found, Tarsia), found
    return found


def test_the_example_of_a_tarsia_loads_and_has_nothing_to_mend(tarsia):
    result = linted(tarsia)

    assert result.findings == ()
    assert result.solutions.is_one


def test_the_example_of_an_arrangement_has_the_score_that_stands_there(tarsia):
    laid = arrangement_in(ARRANGEMENT.encode(), tarsia.puzzle)

    worth = score(tarsia.puzzle, laid)

    printed = json.dumps({"matches": worth.matches, "of": worth.of, "complete": worth.complete})
    assert f"prints `{printed}`" in SCHEMA


def test_the_sizes_of_the_layouts_are_right():
    rows = [row for row in rows_under("Tarsia puzzles") if row[0].startswith("`") and len(row) == 4]
    found = []
    for named, *sizes in rows:
        made = [layout(name) for name in re.findall(r"`([^`]+)`", named)]
        border = [str(len(each.outer)) if each.ground.turns > 2 else "none" for each in made]
        counts = [[str(len(each.cells)) for each in made], [str(each.matches) for each in made], border]
        found.append([", ".join(each) for each in counts] == sizes)

    assert found == [True] * len(SHAPES)


@pytest.mark.parametrize("example", QUESTIONS)
def test_the_example_of_each_type_loads(example, reading):
    quiz = reading(COMMON + example)

    assert isinstance(quiz, Quiz), quiz


def test_there_is_an_example_of_each_type():
    named = {Kind(kind) for example in [*QUESTIONS, WHOLE] for kind in re.findall(r"type: (\w+)", example)}

    assert named == set(Kind)


def test_every_case_of_the_example_can_be_tried():
    found = list(cases(CASES))

    assert len(found) == CASES.count("\n")
    assert [each for each in found if not isinstance(each, Case)] == []


@pytest.mark.parametrize("kind", WANTS)
def test_the_fields_of_each_typed_answer_are_listed(kind):
    row = next(row for row in rows_under("The types") if row[0] == f"`{kind}`")

    assert tuple(re.findall(r"`(\w+)`", row[3])) == WANTS[kind]


@pytest.mark.parametrize("kind", [kind for kind in WANTS if kind is not Kind.TEXT])
def test_every_key_in_the_table_of_types_can_be_read(kind, reading):
    row = next(row for row in rows_under("The types") if row[0] == f"`{kind}`")
    keys = re.findall(r"`([^`]+)`", row[1])

    read = [reading(f"{COMMON}    type: {kind}\n    key: {key}\n") for key in keys]

    assert len(keys) > 0
    assert [quiz for quiz in read if not isinstance(quiz, Quiz)] == []


@pytest.mark.parametrize("kind", FORMS)
def test_the_forms_of_each_type_are_listed(kind):
    row = next(row for row in rows_under("How a typed answer is asked for") if f"`{kind}`" in row[0] and len(row) == 2)
    rounding = {form for form in FORMS[kind] if form[0].isdigit() and form != "1:n"}

    listed = set(re.findall(r"`([^`]+)`", row[1]))

    assert listed - rounding == set(FORMS[kind]) - rounding
    assert (listed & rounding == {"2 dp", "3 sf"}) == bool(rounding)


def test_every_formula_of_the_table_can_be_typeset():
    shown = re.findall(r"`(\$[^`]+\$)`", SCHEMA.partition("## Formulas")[2])

    done = typeset(shown)

    assert len(shown) > 20
    assert [source for source, each in done.items() if not isinstance(each, Typeset)] == []


@pytest.mark.parametrize("strand", STRANDS)
def test_the_topics_are_listed_with_their_share(strand):
    weight, topics = STRANDS[strand]

    listed = re.sub(r"\s+", " ", SCHEMA)

    assert f"**{strand}** ({weight}%): {', '.join(topics)}" in listed


def test_the_shares_make_a_whole():
    assert sum(weight for weight, _ in STRANDS.values()) == 100


@pytest.mark.parametrize(
    ("key", "kind"),
    [("2:30", "time"), ("2 : 30", "ratio"), ("2h30", "duration"), ("xy", "text"), ("3m", "quantity"), ("4", "number")],
)
def test_what_could_be_two_types_is_told_as_the_text_says(key, kind):
    assert told([key]) == kind
