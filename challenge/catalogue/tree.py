"""YAML as a tree of strings, lists and mappings in which everything knows its line.

Scalars stay the strings that the author wrote, so `no` is never turned into False, `1:30` into 90 or `0.10` into 0.1.
Aliases, anchors, tags and a second document are refused: a quiz needs none of them, and they are how YAML bites.
This module knows YAML; it must not know what a quiz is.
"""

from dataclasses import dataclass, field
from typing import Any, cast

import yaml

MOST_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it was written; empty where nothing was."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping; `lines` has the line of each name."""

    entries: dict[str, "Node"]
    lines: dict[str, int]
    line: int


Node = Scalar | Listing | Mapping


class UnreadableError(Exception):
    """The text is not the YAML we read: where and what to do. Raised and caught inside the catalogue only."""

    def __init__(self, line: int, message: str, field: str = "file") -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.field = field


@dataclass
class _Events:
    """The parser's events, one at a time, with those refused that no quiz needs."""

    parser: Any
    depth: int = field(default=0)

    def next(self) -> Any:
        event = self.parser.get_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError(line, f"“*{event.anchor}” repeats another part. Write that part out in full.")
        if getattr(event, "anchor", None):
            raise UnreadableError(line, f"Remove “&{event.anchor}”: parts of a quiz can't be named and reused.")
        if getattr(event, "tag", None):
            raise UnreadableError(line, f"Remove “{event.tag}”: tags are not used here.")
        return event


def parse(text: str) -> Node:
    """The one document in `text`. Raises UnreadableError."""
    try:
        return _document(_Events(_QUICK(text)))
    except yaml.YAMLError:
        return _slowly(text)


_QUICK: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Several times as fast where PyYAML was built with libyaml; its complaints, though, are others."""


def _slowly(text: str) -> Node:
    """The same by the parser whose complaints we can put into an author's words."""
    try:
        return _document(_Events(yaml.SafeLoader(text)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableError(line, _remedy(error.problem or "")) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, cast(int, error.position)) + 1
        raise UnreadableError(
            line, "There is a hidden control character here. Delete it and type the text again."
        ) from None


def _document(events: _Events) -> Node:
    events.next()
    start = events.next()
    if isinstance(start, yaml.StreamEndEvent):
        raise UnreadableError(1, "The file is empty. Start from the example in puzzles/SCHEMA.md.")
    root = _node(events, events.next())
    events.next()
    more = events.next()
    if not isinstance(more, yaml.StreamEndEvent):
        raise UnreadableError(more.start_mark.line + 1, "A second document starts here. Keep one quiz in one file.")
    return root


def _node(events: _Events, event: Any) -> Node:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, line)
    events.depth += 1
    if events.depth > MOST_DEPTH:
        raise UnreadableError(line, "Lists and fields are nested too deeply here. Follow puzzles/SCHEMA.md.")
    node = _listing(events, line) if isinstance(event, yaml.SequenceStartEvent) else _mapping(events, line)
    events.depth -= 1
    return node


def _listing(events: _Events, line: int) -> Listing:
    items: list[Node] = []
    while not isinstance(event := events.next(), yaml.SequenceEndEvent):
        items.append(_node(events, event))
    return Listing(tuple(items), line)


def _mapping(events: _Events, line: int) -> Mapping:
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    while not isinstance(event := events.next(), yaml.MappingEndEvent):
        at = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent) or not event.value.strip():
            raise UnreadableError(at, "A field's name must be one word.")
        if event.value in entries:
            first = lines[event.value]
            raise UnreadableError(at, f"This field is here twice (first on line {first}). Keep one.", event.value)
        lines[event.value] = at
        entries[event.value] = _node(events, events.next())
    return Mapping(entries, lines, line)


def _remedy(problem: str) -> str:
    """What to do about the parser's complaint, in an author's words."""
    if "mapping values are not allowed" in problem:
        return "A text with a colon and a space in it needs quotes around it."
    if "cannot start any token" in problem:
        return f"A text can't start with this character without quotes, and tabs can't indent ({problem})."
    if "expected <block end>" in problem:
        return "This doesn't fit the lines above. Line the fields up with spaces, and close the quotes above."
    if "expected alphabetic or numeric" in problem:
        return "A text that starts with & or * needs quotes around it."
    return f"This can't be read as YAML: {problem}. Check quotes, colons and indentation here."
