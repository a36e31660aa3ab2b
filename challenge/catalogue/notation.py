"""The type of a key, told from its text alone, where nobody says it: `python3 run.py mark --key 2:3`.

Files in puzzles/ always name the type. The rules stand in puzzles/SCHEMA.md; what could be of two types goes to the
commoner one. This module must not know files or how answers are marked.
"""

import re
from collections.abc import Sequence

from challenge.rules.marking import read
from challenge.rules.marking.typed import with_plain_signs
from challenge.rules.questions import Kind, Wanted
from challenge.rules.refusal import Refused

_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_ONE = r"[A-Za-z] ?= ?[-0-9(√][^A-Za-z=]*|[-0-9√][^A-Za-z=]* ?= ?[A-Za-z]"
"""One solution: x = 4, 4 = x."""

_BY_SIGN = (
    (Kind.TRUTH, r"true|false"),
    (Kind.CHOICE, r"[A-F]"),
    (Kind.NUMBER, r"-?[0-9. ]+(?:/[0-9.]+)?"),
    (Kind.INEQUALITY, r".*[<>≤≥].*"),
    (Kind.COORDINATES, r"\(.*[0-9] ?[,;].*\)"),
    (Kind.SOLUTIONS, rf"no solutions?|.*±.*|.*[0-9)] (?:or|and) .*[0-9].*|(?:{_ONE})(?:[,;] ?(?:{_ONE}))*"),
    (Kind.SOLUTIONS, r"-?[0-9./]+(?:(?:, |; ?)-?[0-9./]+)+"),
    (Kind.EQUATION, r".*=.*"),
    (Kind.MONEY, r"-?£.*|-?[0-9.,]+ ?(?:p|pence)"),
    (Kind.TIME, r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.? ?m\.?|noon|midnight|midday"),
    (Kind.RATIO, r"[0-9./ ]+(?::[0-9./ ]+)+|[0-9]+ to [0-9]+"),
    (Kind.TEXT, rf"{_LETTER}{{2,}}(?:[ '-]{_LETTER}+)*|{_LETTER}(?:[ '-]{_LETTER}+)+"),
    (Kind.EXPRESSION, r"-?[0-9./]+[a-fi-kn-rt-z]"),
    (Kind.QUANTITY, r"-?[0-9.,/ ]+m"),
)
"""Types that a sign or a word gives away, whether or not the rest can be read; the first that fits."""

_BY_READING = (Kind.NUMBER, Kind.DURATION, Kind.QUANTITY)
"""Types that are tried one after the other on what is left, before it is taken for an expression."""


def told(keys: Sequence[str]) -> Kind | None:
    """The type that all these keys have; None where they differ or none fits."""
    kinds = {_told(" ".join(with_plain_signs(key).split())) for key in keys}
    if kinds == {Kind.CHOICE} and len(keys) > 1:
        return Kind.CHOICES
    return kinds.pop() if len(kinds) == 1 else None


def _told(key: str) -> Kind | None:
    for kind, pattern in _BY_SIGN:
        if re.fullmatch(pattern, key):
            return kind
    found = next((kind for kind in _BY_READING if _can_be(kind, key)), None)
    return found or (Kind.TEXT if re.search(rf"{_LETTER}{{3}}", key) else _expression(key))


def _expression(key: str) -> Kind | None:
    return Kind.EXPRESSION if _can_be(Kind.EXPRESSION, key) else None


def _can_be(kind: Kind, key: str) -> bool:
    return not isinstance(read(kind, key, Wanted()), Refused)
