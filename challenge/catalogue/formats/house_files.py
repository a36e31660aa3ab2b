"""Our own files in puzzles/: questions taken out of them to be exported, and imported ones put into a new quiz.

What an import has no answer for can be filled in with plain sentences, so that the quiz can be played at once; whoever
imports it is told what was filled in. This module must not know any other file format.
"""

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from challenge.catalogue import tree
from challenge.catalogue.drafts import MOST_IN_A_QUIZ, SLUG
from challenge.catalogue.fingerprints import bank_of
from challenge.catalogue.formats.formula import escaped
from challenge.catalogue.formats.written import (
    Fields,
    Incoming,
    from_tree,
    listed,
    part_of,
    plain_fields,
    text_of,
)
from challenge.catalogue.quizzes import Bank, Problem, Quiz
from challenge.catalogue.reading import read, read_bank
from challenge.catalogue.writing import document

SLIP = "This is not the right answer."
TRICK = "Read the question once more"
STEP_LENGTH = 120
STEP = "Look at the right answer and work back from it."
REMARK = "Imported. Write tricks, steps and slips of your own where they only say that an answer is right or wrong."
FIELD_NAMES = {"slip": "the slip", "options": "slips of options"}


@dataclass(frozen=True, slots=True)
class Filling:
    """What every imported question without these gets."""

    topic: str
    calculator: str
    seconds: str


def questions_in(path: Path) -> list[Fields] | tuple[Problem, ...]:
    """The questions of a quiz or of a file of the bank as they are written there, or what must be mended first."""
    found: Quiz | Bank | tuple[Problem, ...] = read_bank(path) if path.parent.name == bank_of(path).name else read(path)
    return found if isinstance(found, tuple) else written_in(path)


def written_in(path: Path) -> list[Fields]:
    """The questions of a file that was read without a problem once; none where it can't be read any more."""
    try:
        return [dict(each) for each in _written_in(path, path.stat().st_mtime_ns)]
    except (OSError, UnicodeDecodeError, tree.UnreadableError):
        return []


@lru_cache(maxsize=64)
def _written_in(path: Path, _changed_at: int) -> list[Fields]:
    """Kept until the file changes: an export looks into many of the bank's, on a server that may run a round."""
    root = tree.parse(path.read_text(encoding="utf-8-sig"))
    questions = root.entries.get("questions") if isinstance(root, tree.Mapping) else None
    items = questions.items if isinstance(questions, tree.Listing) else ()
    return [plain_fields(fields) for each in items if isinstance(fields := from_tree(each), dict)]


def filled(questions: Sequence[Incoming], filling: Filling) -> list[Fields]:
    """The questions with something in every missing field, each with an id of its own."""
    taken = {text_of(each.question.fields, "id") for each in questions}
    found = []
    for each in questions:
        fields = deepcopy(each.question.fields)
        for path in each.missing:
            _fill(fields, path, filling, taken)
        found.append({name: fields[name] for name in sorted(fields, key=_place)})
    return found


def count_filled(questions: Sequence[Incoming]) -> dict[str, int]:
    """In how many questions each field would be filled in; ids are left out, for nobody reads them."""
    counts: Counter[str] = Counter()
    for each in questions:
        names = dict.fromkeys(path.partition(".")[0] for path in each.missing if path != "id")
        counts.update(FIELD_NAMES.get(name, name) for name in names)
    return dict(counts)


def quiz_file(head: Mapping[str, str], questions: Sequence[Fields]) -> str | tuple[Problem, ...]:
    """A quiz of these questions as the text of a file, read once as it will be; or what must be mended.

    head: the fields quiz, title, category and about.
    """
    name = f"{head['quiz']}.yaml"
    if len(questions) > MOST_IN_A_QUIZ:
        message = f"There are {len(questions)} questions. A quiz has {MOST_IN_A_QUIZ} at most; import a part at a time."
        return (Problem(name, 1, "questions", message),)
    text = document(head, questions, remark=REMARK)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        found = read(path)
    return text if isinstance(found, Quiz) else found


_ORDER = (
    "id", "topic", "type", "calculator", "seconds", "points", "text", "options", "items", "key", "unit", "units",
    "form", "policy", "tolerance", "percent", "slip", "slips", "trick", "steps",
)  # fmt: skip


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _fill(fields: Fields, path: str, filling: Filling, taken: set[str]) -> None:
    if path.startswith("options."):
        part_of(part_of(fields, "options"), path.split(".")[1])["slip"] = SLIP
    elif path == "id":
        fields["id"] = _id_for(text_of(fields, "text"), taken)
    else:
        by_name: Fields = {"topic": filling.topic, "calculator": filling.calculator, "seconds": filling.seconds}
        fields[path] = {**by_name, "trick": TRICK, "slip": SLIP, "steps": [_step(fields)]}[path]


def _id_for(text: str, taken: set[str]) -> str:
    """An id of the text's first words that no other question has."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)[:5]
    start = "-".join(word[:12] for word in words) or "question"
    assert re.fullmatch(SLUG, start)
    names = (start if n == 1 else f"{start}-{n}" for n in range(1, len(taken) + 2))
    found = next(name for name in names if name not in taken)
    taken.add(found)
    return found


def _step(fields: Fields) -> str:
    """The right answer as a sentence, for want of a worked solution."""
    key = listed(fields.get("key"))
    if fields.get("type") == "truth":
        return f"This is {key[0]}."
    options = part_of(fields, "options")
    right = (
        [text_of(part_of(options, letter), "text") for letter in key]
        if options
        else [escaped(each) for each in key[:1]]
    )
    said = f"The right answer: {', '.join(right or listed(fields.get('items')))}"
    return said if len(said) <= STEP_LENGTH else STEP
