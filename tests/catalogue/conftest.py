"""One small sound quiz with a question of every basic type, and a way to read any text as a quiz file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from challenge.catalogue.quizzes import Problem, Quiz
from challenge.catalogue.reading import read

SOUND = """\
quiz: sample
title: "A sample"
category: funkies
about: "One question of each type."
questions:
  - id: one-choice
    topic: Fractions
    type: choice
    calculator: no
    seconds: 60
    points: 2
    text: "What is $2/3 + 1/4$?"
    options:
      A: {text: "$3/7$", slip: "Adding tops and bottoms."}
      B: {text: "$11/12$"}
    key: B
    trick: "Same bottoms first"
    steps: ["$2/3 = 8/12$ and $1/4 = 3/12$", "$8/12 + 3/12 = 11/12$"]
  - id: some-choices
    topic: Factors and multiples
    type: choices
    calculator: no
    seconds: 45
    text: "Which go into 24?"
    options:
      A: {text: "5", slip: "4 are left over."}
      B: {text: "6"}
      C: {text: "8"}
    key: [B, C]
    trick: "Times tables"
    steps: ["4 sixes are 24, 3 eights are 24"]
  - id: true-or-false
    topic: Decimals
    type: truth
    calculator: no
    seconds: 25
    text: "0.35 is bigger than 0.4."
    key: false
    slip: "35 looks bigger than 4."
    trick: "Tenths first"
    steps: ["0.35 is less than 0.40."]
  - id: a-number
    topic: Money
    type: number
    calculator: yes
    seconds: 60
    text: "A £5 note, a £1.50 tea. What change?"
    key: 3.5
    unit: "£"
    slips:
      - {answer: 4.5, because: "A pound too much."}
    trick: "Count up"
    steps: ["50p to £2, then £3 more."]
  - id: a-text
    topic: Shapes
    type: text
    calculator: no
    seconds: 30
    text: "Six straight sides?"
    key: [hexagon, a hexagon]
    slips:
      - {answer: pentagon, because: "Five sides."}
    trick: "Six has an x"
    steps: ["Six sides: hexagon."]
  - id: an-order
    topic: Decimals
    type: order
    calculator: no
    seconds: 50
    text: "Shortest first."
    items: ["3.09 m", "3.4 m", "$3 1/2$ m"]
    slips:
      - {answer: reversed, because: "Longest first."}
      - {answer: ["3.4 m", "3.09 m", "$3 1/2$ m"], because: "More digits, not more metres."}
    trick: "Tenths first"
    steps: ["3.09, 3.40, 3.50"]
"""

Reader = Callable[..., Quiz | tuple[Problem, ...]]


@pytest.fixture
def reading(tmp_path: Path) -> Reader:
    """Reads a text, or bytes, as the file sample.yaml."""

    def reader(text: str | bytes, name: str = "sample.yaml") -> Quiz | tuple[Problem, ...]:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read(path)

    return reader


@pytest.fixture
def sound() -> str:
    """The text of a quiz that loads."""
    return SOUND


@pytest.fixture
def sample(reading: Reader) -> Quiz:
    """That quiz, read."""
    quiz = reading(SOUND)
    assert isinstance(quiz, Quiz), quiz
    return quiz
