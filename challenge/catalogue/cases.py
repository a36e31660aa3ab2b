"""Answers to try on a key, in the notation of puzzles/: one from a command line, or many from a file.

A key need not be in the form that is asked for, as a question's must: whoever tries answers may try that too.
This module must not know how an answer is marked.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from html import escape, unescape

from challenge.catalogue import tree
from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.fields import Fields, Report
from challenge.catalogue.notation import told
from challenge.catalogue.tree import Listing, Mapping, Node, Scalar
from challenge.catalogue.typed import MOST_KEYS, is_readable, question_of
from challenge.catalogue.wanting import WANTS, wanted_in
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import CHOSEN, Kind, Option, Question, Raw, Wanted

TELL = "We can't tell the type of this key. Write it as “type”, such as number, ratio or text."
NO_LIST = "Write a list of cases, each with its “key” and its “answer”. See puzzles/SCHEMA.md."


@dataclass(frozen=True, slots=True)
class Case:
    """One answer to try on a question of nothing but its key."""

    question: Question
    answer: Raw


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a case can't be tried."""

    message: str


def one_case(key: str, answer: str, asked: MappingOf[str, str]) -> Case | Fault:
    """The case of a command line: the key as YAML, the answer as it is typed, and fields such as `form`."""
    entries = {"key": _as_yaml(key), "answer": Scalar(answer, 1)}
    entries |= {name: Scalar(value, 1) for name, value in asked.items()}
    return _case(Mapping(entries, dict.fromkeys(entries, 1), 1))


def cases(text: str) -> Iterator[Case | Fault]:
    """The cases of a file, in their order; a fault names its case's number and line."""
    try:
        root = tree.parse(text)
    except tree.UnreadableError as problem:
        yield Fault(f"Line {problem.line}: {problem.message}")
        return
    if not isinstance(root, Listing):
        yield Fault(NO_LIST)
        return
    for number, node in enumerate(root.items, start=1):
        found = _case(node) if isinstance(node, Mapping) else Fault(NO_LIST)
        place = f"Case {number}, line {node.line}"
        yield Fault(f"{place}: {found.message}") if isinstance(found, Fault) else found


def _as_yaml(key: str) -> Node:
    """A key in YAML's quotes or brackets as YAML means it, any other as it stands: `2 : 3` is no mapping."""
    plain = Scalar(key.strip(), 1)
    try:
        node = tree.parse(key)
    except tree.UnreadableError:
        return plain
    is_meant = {
        Scalar: plain.value[:1] in ("'", '"'),
        Listing: plain.value[:1] == "[",
        Mapping: isinstance(node, Mapping) and "key" in node.entries,
    }
    return node if is_meant[type(node)] else plain


def _case(node: Mapping) -> Case | Fault:
    report = Report("")
    fields = Fields(_with_the_key_s_fields(node), "", report)
    kind = _kind(fields)
    question = _question(fields, kind) if kind else None
    answer = fields.node.entries.get("answer")
    if not isinstance(answer, Scalar | Listing):
        fields.wrong("answer", "This field is missing or no text. Write the answer in quotes.")
    if question is None or report.problems or not isinstance(answer, Scalar | Listing):
        return Fault(" ".join(f"{problem.field}: {problem.message}" for problem in report.problems))
    return Case(question, _raw(question, answer))


def _with_the_key_s_fields(node: Mapping) -> Mapping:
    """A key may be a mapping of its own, `{type: ratio, key: "2:3"}`: then its fields are the case's."""
    inner = node.entries.get("key")
    if not isinstance(inner, Mapping):
        return node
    entries = {name: entry for name, entry in node.entries.items() if name != "key"} | inner.entries
    return Mapping(entries, dict.fromkeys(entries, node.line), node.line)


def _kind(fields: Fields) -> Kind | None:
    if fields.has("type"):
        word = fields.one_of("type", [kind.value for kind in Kind])
        return Kind(word) if word else None
    if fields.has("unit") or fields.has("percent"):
        return Kind.NUMBER
    keys = fields.one_or_more("key", MOST_KEYS, length=MOST_CHARACTERS)
    kind = told([key.source for key in keys]) if all(key.source for key in keys) else None
    if kind is None and not fields.report.problems:
        fields.wrong("type", TELL)
    return kind


def _question(fields: Fields, kind: Kind) -> Question:
    own = WANTS.get(kind, ())
    known = ("type", "key", "answer", *own)
    fields.only(known, otherwise=f"Fields of a {kind} case: {', '.join(known)}.")
    keys = fields.one_or_more("key", MOST_KEYS, length=MOST_CHARACTERS)
    if kind in CHOSEN:
        return _chosen(fields, kind, [key.source for key in keys])
    wanted = wanted_in(fields, kind)
    for key in keys:
        is_readable(fields, key, kind=kind, wanted=wanted)
    return question_of(kind, [key.source for key in keys], wanted)


def _chosen(fields: Fields, kind: Kind, keys: list[str]) -> Question:
    """A question with the options that its key needs; the items of an order are its key, in their right order."""
    texts = {Kind.TRUTH: ["true", "false"], Kind.ORDER: keys}.get(kind, list(LETTERS))
    ids = [chr(ord("a") + n) for n in range(len(texts))] if kind is Kind.ORDER else texts
    if not set(keys) <= set(texts) or (kind in (Kind.CHOICE, Kind.TRUTH) and len(keys) > 1):
        fields.wrong("key", f"Write one of: {', '.join(texts)}.")
    options = tuple(Option(id_, escape(text)) for id_, text in zip(ids, texts, strict=True))
    return question_of(kind, ids if kind is Kind.ORDER else keys, Wanted(), options=options)


def _raw(question: Question, answer: Scalar | Listing) -> Raw:
    """What a phone would send for this answer."""
    if question.kind not in (Kind.CHOICES, Kind.ORDER):
        return _text(answer)
    texts = (
        re.split(r"\s*(?:,|→)\s*", _text(answer).strip()) if isinstance(answer, Scalar) else map(_text, answer.items)
    )
    ids = {unescape(option.html): option.id for option in question.options}
    return tuple(ids.get(text, text) for text in texts)


def _text(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else ""
