"""Reads puzzles/tarsia/: every file a Tarsia puzzle, or a list of problems; a broken one keeps no other out.

read: bytes → YAML tree → draft → typeset → Tarsia. This module must not know where puzzles are played or printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from challenge.catalogue import tree
from challenge.catalogue.drafts import SLUG, SLUG_REMEDY
from challenge.catalogue.fields import Fields, Report, Text
from challenge.catalogue.fingerprints import fingerprint, quiz_files
from challenge.catalogue.quizzes import CATEGORIES, Problem
from challenge.catalogue.reading import MOST_BYTES, in_order, misnamed, opened
from challenge.catalogue.tarsias import Label, Tarsia
from challenge.catalogue.topics import TOPICS
from challenge.catalogue.typesetting import Fault, Typeset, typeset
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.layouts import Layout, layout
from challenge.rules.tarsia.lint import Linted, classed, lint
from challenge.rules.tarsia.puzzles import filled
from challenge.rules.tarsia.values import Pair

FIELDS = ("tarsia", "title", "category", "topic", "calculator", "minutes", "layout", "about", "pairs", "border")
NO_TARSIA = "A Tarsia puzzle starts with fields such as “tarsia:” and “layout:”. See puzzles/SCHEMA.md."
MOST_OF_A_SOURCE = 120
"""Characters of a label in the authors' notation; lint says how long it may be as it is seen."""

MOST_PAIRS = 120
FEWEST_MINUTES, MOST_MINUTES = 5, 60


@dataclass(frozen=True, slots=True)
class Tarsias:
    """The puzzles of a folder: what loaded, and what is wrong with the rest."""

    puzzles: tuple[Tarsia, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A puzzle before typesetting."""

    title: str
    category: str
    topic: str
    calculator: bool
    minutes: int
    about: str
    layout: Layout | None
    pairs: tuple[tuple[Text, Text], ...]
    border: tuple[Text, ...]


def read_tarsias(folder: Path) -> Tarsias:
    """Every puzzle in `folder`, and every problem of those that did not load."""
    puzzles: list[Tarsia] = []
    problems = misnamed(folder)
    for path in quiz_files(folder):
        found = read_tarsia(path)
        if isinstance(found, Tarsia):
            puzzles.append(found)
        else:
            problems += found
    return Tarsias(tuple(puzzles), tuple(problems))


def read_tarsia(path: Path) -> Tarsia | tuple[Problem, ...]:
    """The puzzle in one file, or everything that must be mended in it."""
    report = Report(path.name)
    fields, mark = opened(path, report, MOST_BYTES, otherwise=NO_TARSIA)
    return in_order(report) if fields is None else _read(fields, path.stem, mark)


def parse_tarsia(text: str, slug: str) -> Tarsia | tuple[Problem, ...]:
    """The same from the text of a file that `writing` wrote, which is a mapping, if it is anything."""
    try:
        root = tree.parse(text)
    except tree.UnreadableError as problem:
        return (Problem(f"{slug}.yaml", problem.line, problem.field, problem.message),)
    assert isinstance(root, tree.Mapping)
    return _read(Fields(root, "", Report(f"{slug}.yaml")), slug, fingerprint(text.encode()))


def linted(tarsia: Tarsia) -> Linted:
    """What is to mend in a puzzle that can be read."""
    pairs, border = texts_of(tarsia)
    return lint(tarsia.puzzle.layout, pairs, border)


def texts_of(tarsia: Tarsia) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """The pairs of a puzzle and its border, as their author wrote them."""
    texts, count = [label.text for label in tarsia.labels], 2 * tarsia.puzzle.layout.matches
    return tuple(zip(texts[:count:2], texts[1:count:2], strict=True)), tuple(texts[count:])


def _read(fields: Fields, slug: str, mark: str) -> Tarsia | tuple[Problem, ...]:
    report = fields.report
    draft = _draft(fields, slug)
    labels = () if report.problems else _labels(draft, report)
    if report.problems or draft.layout is None:
        return in_order(report)
    return _tarsia(draft, draft.layout, slug=slug, labels=labels, mark=mark)


def _draft(fields: Fields, slug: str) -> Draft:
    """The puzzle in these fields; to be used only if nothing was noted in their report."""
    fields.only(FIELDS)
    named = fields.word("tarsia", SLUG, remedy=SLUG_REMEDY)
    if named and named != slug:
        fields.wrong("tarsia", f"“{named}” and the file's name differ. Write “tarsia: {slug}” or rename the file.")
    draft = Draft(
        title=fields.text("title", most=60).source,
        category=fields.one_of("category", CATEGORIES),
        topic=fields.one_of("topic", TOPICS),
        calculator=fields.one_of("calculator", ("yes", "no")) == "yes",
        minutes=fields.whole("minutes", FEWEST_MINUTES, MOST_MINUTES),
        about=fields.text("about", most=300).source,
        layout=_layout(fields),
        pairs=fields.pairs("pairs", 1, MOST_PAIRS, length=MOST_OF_A_SOURCE),
        border=fields.texts("border", 1, MOST_PAIRS, length=MOST_OF_A_SOURCE) if fields.has("border") else (),
    )
    if draft.layout:
        _check_number(fields, draft, draft.layout)
    return draft


def _layout(fields: Fields) -> Layout | None:
    name = fields.text("layout", most=40).source
    found = layout(name) if name else None
    if isinstance(found, Refused):
        fields.wrong("layout", found.message)
        return None
    return found


def _check_number(fields: Fields, draft: Draft, made: Layout) -> None:
    """There is a pair for each match, and no more border than outer sides."""
    if draft.pairs and len(draft.pairs) != made.matches:
        fields.wrong("pairs", f"“{made.name}” takes {made.matches} pairs, and here are {len(draft.pairs)}.")
    has_border = made.ground.turns > 2
    if draft.border and not has_border:
        fields.wrong("border", f"“{made.name}” has no border. Remove this field.")
    elif len(draft.border) > len(made.outer):
        fields.wrong("border", f"“{made.name}” has {len(made.outer)} outer sides. Write no more labels than that.")


def _labels(draft: Draft, report: Report) -> tuple[Label, ...]:
    """Every label typeset; none, and the report says why, if one can't be."""
    texts = [*(text for pair in draft.pairs for text in pair), *draft.border]
    results = typeset(text.source for text in texts)
    for text in texts:
        if isinstance(fault := results[text.source], Fault):
            report.note(text.line, text.field, fault.message)
    done = {source: result for source, result in results.items() if isinstance(result, Typeset)}
    if report.problems:
        return ()
    return tuple(Label(text.source, done[text.source].html, done[text.source].spoken) for text in texts)


def _tarsia(draft: Draft, made: Layout, *, slug: str, labels: Sequence[Label], mark: str) -> Tarsia:
    numbers = [(2 * number, 2 * number + 1) for number in range(made.matches)]
    sources = [(one.source, other.source) for one, other in draft.pairs]
    border = [text.source for text in draft.border]
    return Tarsia(
        slug=slug,
        title=draft.title,
        category=draft.category,
        topic=draft.topic,
        calculator=draft.calculator,
        minutes=draft.minutes,
        about=draft.about,
        labels=tuple(labels),
        faces=filled(made, numbers, range(2 * made.matches, len(labels))),
        puzzle=classed(made, sources, border),
        fingerprint=mark,
    )
