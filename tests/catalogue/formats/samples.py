"""Questions of every type as their authors write them, and the sheets and workbooks that tests read."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

ROOT = Path(__file__).resolve().parents[3]

COMMON = {
    "topic": "Fractions",
    "calculator": "no",
    "seconds": "60",
    "trick": "Same bottoms first",
    "steps": ["$2/3 = 8/12$ and $1/4 = 3/12$", "$8/12 + 3/12 = 11/12$"],
}
CHOICE = {
    "id": "oats-and-nuts",
    "type": "choice",
    "text": "What is $2/3 + 1/4$?",
    "options": {
        "A": {"text": "$3/7$", "slip": "Adding tops and bottoms."},
        "B": {"text": "$11/12$"},
        "C": {"text": "$1/2$", "slip": "That's $1/4 + 1/4$."},
    },
    "key": "B",
    **COMMON,
}
CHOICES = {
    "id": "into-24",
    "type": "choices",
    "text": "Which go into 24?",
    "options": {"A": {"text": "5", "slip": "4 are left over."}, "B": {"text": "6"}, "C": {"text": "8"}},
    "key": ["B", "C"],
    **COMMON,
}
TRUTH = {
    "id": "longer-decimal",
    "type": "truth",
    "text": "0.35 is bigger than 0.4.",
    "key": "false",
    "slip": "35 looks bigger than 4.",
    **COMMON,
}
NUMBER = {
    "id": "coffee-change",
    "type": "number",
    "text": "A coffee is £2.35. What change from £5?",
    "key": "2.65",
    "unit": "£",
    "slips": [{"answer": "3.65", "because": "A pound too much."}],
    **COMMON,
    "points": "2",
}
SCALE = {
    "id": "kitchen-scale",
    "type": "number",
    "text": "The needle stands between 3 and 4. What does it say?",
    "key": "3.5",
    "tolerance": "0.25",
    "slips": [{"answer": "-4.5", "because": "The wrong way from 4."}],
    **COMMON,
}
TEXT = {
    "id": "six-sides",
    "type": "text",
    "text": "What has six straight sides?",
    "key": ["hexagon", "a hexagon"],
    "slips": [{"answer": "pentagon", "because": "Five sides."}],
    **COMMON,
}
ORDER = {
    "id": "shortest-first",
    "type": "order",
    "text": "Shortest first.",
    "items": ["3.09 m", "3.4 m", "$3 1/2$ m"],
    "slips": [
        {"answer": "reversed", "because": "Longest first."},
        {"answer": ["3.4 m", "3.09 m", "$3 1/2$ m"], "because": "More digits, not more metres."},
    ],
    **COMMON,
}
SAMPLES = (CHOICE, CHOICES, TRUTH, NUMBER, SCALE, TEXT, ORDER)


def every_question() -> list[dict[str, Any]]:
    """Every question of the quizzes and the bank, as it is written there."""
    puzzles = ROOT / "puzzles"
    paths = sorted([*puzzles.glob("*.yaml"), *(puzzles / "bank").glob("*.yaml")])
    return [each for path in paths for each in yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)["questions"]]


def workbook(rows: Sequence[Sequence[Any]], *, title: str = "Questions") -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


KAHOOT_TEMPLATE: list[list[Any]] = [
    [],
    [None, "Quiz template"],
    [None, "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one)."],
    [None, "Remember: questions have a limit of 120 characters and answers can have 75 characters max."],
    [None, "See an example question below (don't forget to overwrite this with your first question!)"],
    [None, "And remember,  if you're not using Excel you need to export to .xlsx format before you upload to Kahoot!"],
    [],
    [
        None,
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ],
]
