"""Reading one mapping's fields strictly: each wrong one is noted with its line, name and remedy, and reading goes on.

A field that is missing or wrong comes back as an empty value of its type, so that one visit finds every problem; the
caller must not use what it read once a problem was noted. This module must not know which fields a quiz has.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from challenge.catalogue.quizzes import Problem
from challenge.catalogue.tree import Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Text:
    """What an author wrote, in the authors' notation, and where."""

    source: str
    line: int
    field: str


@dataclass(slots=True)
class Report:
    """The problems found in one file so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, name: str, message: str) -> None:
        """Add a problem of the field `name` on `line`, once."""
        problem = Problem(self.file, line, name, message)
        if problem not in self.problems:
            self.problems.append(problem)


class Fields:
    """The fields of one mapping. `path` is the mapping's own place, such as `questions[3]`; empty for the file."""

    def __init__(self, node: Mapping, path: str, report: Report) -> None:
        self.node = node
        self.path = path
        self.report = report

    def only(self, known: Iterable[str], *, otherwise: str = "") -> None:
        """Note every field that is not among the known ones, with the name that was probably meant."""
        known = tuple(known)
        for name, line in self.node.lines.items():
            if name in known:
                continue
            near = get_close_matches(name, known, n=1)
            guess = f"Did you mean “{near[0]}”?" if near else otherwise or f"Known here: {', '.join(known)}."
            self.report.note(line, self.place(name), f"There is no field with this name. {guess}")

    def has(self, name: str) -> bool:
        """Whether the author wrote this field."""
        return name in self.node.entries

    def place(self, name: str) -> str:
        """The full name of a field."""
        return f"{self.path}.{name}" if self.path else name

    def line(self, name: str) -> int:
        """The line of a field, or of the mapping where the field is missing."""
        return self.node.lines.get(name, self.node.line)

    def wrong(self, name: str, message: str) -> None:
        """Note a problem of this field."""
        self.report.note(self.line(name), self.place(name), message)

    def text(self, name: str, *, most: int) -> Text:
        """One line of text of at most `most` characters."""
        node = self._need(name)
        return self._text(node, name, most) if node else self._nothing(name)

    def word(self, name: str, pattern: str, *, remedy: str) -> str:
        """A text that matches `pattern` from end to end."""
        found = self.text(name, most=64).source
        if found and not re.fullmatch(pattern, found):
            self.wrong(name, f"“{found}” won't do. {remedy}")
            return ""
        return found

    def one_of(self, name: str, choices: Iterable[str]) -> str:
        """One of some known words."""
        known = tuple(choices)
        found = self.text(name, most=64).source
        if not found or found in known:
            return found
        near = get_close_matches(found, known, n=1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"Write one of: {', '.join(known)}."
        self.wrong(name, f"“{found}” is not known here. {remedy}")
        return ""

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number between two bounds, both allowed."""
        found = self.text(name, most=64).source
        if re.fullmatch(r"[0-9]{1,6}", found) and least <= int(found) <= most:
            return int(found)
        if found:
            self.wrong(name, f"“{found}” won't do. Write a whole number from {least} to {most}.")
        return least

    def texts(self, name: str, least: int, most: int, *, length: int) -> tuple[Text, ...]:
        """A list of `least` to `most` texts."""
        return tuple(self._text(node, f"{name}[{n}]", length) for n, node in self._items(name, least, most))

    def one_or_more(self, name: str, most: int, *, length: int) -> tuple[Text, ...]:
        """One text, or a list of texts."""
        if isinstance(self.node.entries.get(name), Listing):
            return self.texts(name, 1, most, length=length)
        return (self.text(name, most=length),)

    def pairs(self, name: str, least: int, most: int, *, length: int) -> tuple[tuple[Text, Text], ...]:
        """A list of `least` to `most` lists of two texts each."""
        found = []
        for n, node in self._items(name, least, most):
            place = f"{name}[{n}]"
            if isinstance(node, Listing) and len(node.items) == 2:
                one, other = (self._text(item, f"{place}[{k}]", length) for k, item in enumerate(node.items, start=1))
                found.append((one, other))
            else:
                self.report.note(node.line, self.place(place), 'Write two labels here, like ["one", "other"].')
        return tuple(found)

    def mappings(self, name: str, least: int, most: int) -> tuple["Fields", ...]:
        """A list of `least` to `most` mappings."""
        found = []
        for n, node in self._items(name, least, most):
            if isinstance(node, Mapping):
                found.append(Fields(node, self.place(f"{name}[{n}]"), self.report))
            else:
                place = self.place(f"{name}[{n}]")
                self.report.note(node.line, place, "Write fields here, one to a line: “name: text”.")
        return tuple(found)

    def mapping(self, name: str) -> "Fields":
        """A mapping inside this one."""
        node = self._need(name)
        if node and not isinstance(node, Mapping):
            self.wrong(name, "Write fields under this one, indented: “name: text”.")
        inner = node if isinstance(node, Mapping) else Mapping({}, {}, self.line(name))
        return Fields(inner, self.place(name), self.report)

    def _need(self, name: str) -> Node | None:
        node = self.node.entries.get(name)
        if node is None:
            self.wrong(name, "This field is missing. Add it.")
        return node

    def _nothing(self, name: str) -> Text:
        return Text("", self.line(name), self.place(name))

    def _items(self, name: str, least: int, most: int) -> list[tuple[int, Node]]:
        node = self._need(name)
        if node is None:
            return []
        if not isinstance(node, Listing):
            self.wrong(name, "Write a list here: “- ” before each item, or [first, second].")
            return []
        if not least <= len(node.items) <= most:
            self.wrong(name, f"There are {len(node.items)} here. Write {least} to {most}.")
        return list(enumerate(node.items, start=1))

    def _text(self, node: Node, name: str, most: int) -> Text:
        place = self.place(name)
        if not isinstance(node, Scalar):
            self.report.note(node.line, place, "Write one text here. Quotes help with , : [ and {.")
            return Text("", node.line, place)
        line = self.node.lines.get(name, node.line)
        source = " ".join(node.value.split())
        if remedy := _fault(source, most):
            self.report.note(line, place, remedy)
            return Text("", line, place)
        return Text(source, line, place)


def _fault(source: str, most: int) -> str:
    if not source:
        return "This field is empty. Write something after the colon, in quotes if it starts with #."
    if len(source) > most:
        return f"This is {len(source)} characters long. Shorten it to {most}."
    hidden = [c for c in source if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn")]
    if hidden:
        return f"There is a hidden character (U+{ord(hidden[0]):04X}) here. Delete it and type the text again."
    return ""
