"""What goes in and out: questions as their authors wrote them, each with the place it came from, and problems.

`Fields` are a question's fields as in puzzles/SCHEMA.md: texts, lists and mappings, nothing else. This module must not
know any file format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from challenge.catalogue.tree import Listing, Node, Scalar
from challenge.catalogue.tree import Mapping as Entries

Fields = dict[str, object]

MOST_QUESTIONS = 500
"""In one file, those with a problem among them."""

MOST_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file. row: from 1, a line in files without rows. column: how people find it."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in an imported file: where it stands, what is wrong and how to mend it."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Written:
    """A question as somebody wrote it. places: where its fields stand, by their paths such as `options.B.text`."""

    fields: Fields
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    def at(self, path: str) -> Place:
        """Where the field of this path stands, or what it is part of; in the question's row in any case."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.place


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format read in a file, before any question is checked."""

    questions: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question without a problem. missing: fields that its format has no place for, or that were left empty.

    They are paths such as `topic`, `steps` or `options.B.slip`. Somebody has to write them before it can be asked.
    """

    question: Written
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read: the questions that are fine, and what has to be mended in the others, row by row."""

    questions: tuple[Incoming, ...]
    problems: tuple[Problem, ...]


def refused(message: str, *, row: int = 1, column: str = "file") -> Parsed:
    """Nothing but one problem."""
    return Parsed((), (Problem(row, column, message),))


def plain(value: object) -> object:
    """Any fields, lists and scalars as an author's file has them: texts, lists and mappings in their order."""
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split())


def plain_fields(fields: Mapping[str, object]) -> Fields:
    """A question's fields as an author's file has them; a key that is a list of one is that one.

    `made`, which the bank alone keeps, is left out, and so is a single point, which is what no points mean.
    """
    found = {name: plain(value) for name, value in fields.items() if name != "made"}
    key = found.get("key")
    if isinstance(fields.get("key"), bool):
        found["key"] = "true" if fields["key"] else "false"
    if isinstance(key, list) and len(key) == 1 and found.get("type") != "choices":
        found["key"] = key[0]
    if found.get("points") == "1":
        del found["points"]
    return found


def as_tree(value: object, line: int = 1) -> Node:
    """Fields as the tree that the catalogue reads drafts from."""
    if isinstance(value, Mapping):
        entries = {name: as_tree(each, line) for name, each in value.items()}
        return Entries(entries, dict.fromkeys(entries, line), line)
    if isinstance(value, list):
        return Listing(tuple(as_tree(each, line) for each in value), line)
    return Scalar(str(value), line)


def from_tree(node: Node) -> object:
    """What a tree says, without its lines."""
    if isinstance(node, Entries):
        return {name: from_tree(each) for name, each in node.entries.items()}
    if isinstance(node, Listing):
        return [from_tree(each) for each in node.items]
    return " ".join(node.value.split())


def text_of(fields: Mapping[str, object], name: str) -> str:
    """A field that is one text; empty where there is none."""
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""


def listed(value: object) -> list[str]:
    """One text or several as a list of texts."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str)]
    return [value] if isinstance(value, str) and value else []


def part_of(fields: Mapping[str, object], name: str) -> Fields:
    """A field that is a mapping; empty where there is none."""
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def slips_of(fields: Mapping[str, object]) -> list[Fields]:
    """The slips of a typed question."""
    value = fields.get("slips")
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
