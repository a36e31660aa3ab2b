"""Files written as an author would write them in puzzles/: YAML in the house's layout, the same every time.

Plain fields in, text out. This module must not know what the fields mean, nor where the text is kept.
"""

import re
from collections.abc import Mapping, Sequence

TEXTS = frozenset({"text", "slip", "because", "trick", "title", "about", "made", "items"})
"""Fields that are sentences, or look like one: always in quotes."""

IN_LINES = frozenset({"options", "slips", "steps"})
"""Fields whose parts stand on lines of their own; all other lists stay on one line."""

_PLAIN = re.compile(r"-?[A-Za-z0-9]+(?:[ ./-][A-Za-z0-9]+)*")


def document(head: Mapping[str, str], questions: Sequence[Mapping[str, object]], *, remark: str = "") -> str:
    """A file of its own fields and its questions; `remark` stands above all as a comment."""
    lines = [f"# {remark}"] if remark else []
    lines += [f"{name}: {_scalar(name, value)}" for name, value in head.items()]
    lines += ["", "questions:"]
    blocks = ["\n".join(_question(question)) for question in questions]
    return "\n".join(lines) + "\n" + "\n\n".join(blocks) + "\n"


def tarsia(head: Mapping[str, str], pairs: Sequence[Sequence[str]]) -> str:
    """The file of a Tarsia puzzle: its fields, and each pair on a line of its own."""
    lines = [f"{name}: {_scalar(name, value)}" for name, value in head.items()]
    return "\n".join([*lines, "pairs:", *(f"  - {_flow('items', pair)}" for pair in pairs), ""])


def _question(fields: Mapping[str, object]) -> list[str]:
    """The lines of one question: a dash before the first field, all others under it."""
    lines = [line for name, value in fields.items() for line in _field(name, value)]
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


def _field(name: str, value: object) -> list[str]:
    if name not in IN_LINES:
        return [f"{name}: {_flow(name, value)}"]
    if isinstance(value, Mapping):
        return [f"{name}:", *(f"  {letter}: {_flow(name, option)}" for letter, option in value.items())]
    assert isinstance(value, Sequence)
    within = "text" if name == "steps" else name
    return [f"{name}:", *(f"  - {_flow(within, each)}" for each in value)]


def _flow(name: str, value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inner}: {_flow(inner, each)}" for inner, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        within = "items" if name == "answer" else name
        return "[" + ", ".join(_flow(within, each) for each in value) + "]"
    return _scalar(name, str(value))


def _scalar(name: str, value: str) -> str:
    if name not in TEXTS and _PLAIN.fullmatch(value):
        return value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
