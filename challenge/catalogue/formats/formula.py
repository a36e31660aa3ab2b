"""Formulas in the authors' notation as a tree of parts, and the same formula as plain text: x², √49, 3/4.

What has no sure reading here is an UnsayableError: nothing is guessed. This module must not know TeX or any file
format.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from challenge.catalogue.formulas import WORDS

MOST_DEPTH = 8


class UnsayableError(Exception):
    """A formula has something that can't be put into another notation, named in its words. Caught in this package."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A number, a letter, a sign, a space, a known word or a text in quotes."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Something in round brackets."""

    inner: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """sqrt(…) or root(…, …)."""

    name: str
    arguments: tuple[tuple["Part", ...], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Something with a power (mark ^) or a small letter below (mark _)."""

    base: "Part"
    mark: str
    script: "Part"


@dataclass(frozen=True, slots=True)
class Over:
    """A fraction."""

    top: "Part"
    bottom: "Part"


Part = Leaf | Group | Call | Script | Over

_TOKEN = re.compile(
    r"""(?P<quoted>"[A-Za-z0-9 .,:'%°²³-]*")
    | (?P<number>(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
    | (?P<word>[A-Za-z][A-Za-z0-9]+)
    | (?P<letter>[A-Za-z])
    | (?P<space>\ )
    | (?P<comparison><=|>=|!=)
    | (?P<symbol>.)""",
    re.VERBOSE,
)
_SCRIPTED = ("number", "letter", "word")


def parsed(source: str) -> tuple[Part, ...]:
    """The parts of a formula that `formulas` lets through. Raises UnsayableError."""
    reader = _Reader([(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(source)])
    return reader.parts(until="", depth=0)


class _Reader:
    """Reads tokens from left to right: operands with their powers, fractions of two operands, everything else."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def parts(self, *, until: str, depth: int) -> tuple[Part, ...]:
        """Everything up to a comma or bracket of `until`, which is left; to the end if it is empty."""
        if depth > MOST_DEPTH:
            raise UnsayableError("too many brackets")
        found: list[Part] = []
        while self.at < len(self.tokens):
            _, text = self.tokens[self.at]
            if until and text in until:
                return tuple(found)
            if text == "/":
                found.append(self._over(found, depth))
            elif text in "^_":
                raise UnsayableError(text)
            else:
                found.append(self._operand(depth))
        if until:
            raise UnsayableError("(")
        return tuple(found)

    def _over(self, found: list[Part], depth: int) -> Over:
        if not found or not _is_operand(found[-1]):
            raise UnsayableError("/")
        self.at += 1
        bottom = self._operand(depth)
        if not _is_operand(bottom):
            raise UnsayableError("/")
        return Over(found.pop(), bottom)

    def _operand(self, depth: int) -> Part:
        part = self._atom(depth)
        marks = ""
        while self.at < len(self.tokens) and self.tokens[self.at][1] in ("^", "_"):
            mark = self.tokens[self.at][1]
            if mark in marks or not _is_operand(part):
                raise UnsayableError(mark)
            marks += mark
            self.at += 1
            part = Script(part, mark, self._script(depth))
        return part

    def _script(self, depth: int) -> Part:
        if self.at < len(self.tokens) and self.tokens[self.at][1] == "(":
            return self._atom(depth)
        if self.at >= len(self.tokens) or self.tokens[self.at][0] not in _SCRIPTED:
            raise UnsayableError("^")
        return self._atom(depth)

    def _atom(self, depth: int) -> Part:
        if self.at >= len(self.tokens):
            raise UnsayableError("/")
        kind, text = self.tokens[self.at]
        self.at += 1
        if text == "(":
            inner = self.parts(until=")", depth=depth + 1)
            self.at += 1
            return Group(inner)
        if text in ("sqrt", "root"):
            return self._call(text, depth)
        if text == ")" or (kind == "word" and text not in WORDS) or text == "frac":
            raise UnsayableError(text)
        return Leaf(kind, text)

    def _call(self, name: str, depth: int) -> Call:
        arguments = []
        for n in range(1 if name == "sqrt" else 2):
            if self.at >= len(self.tokens) or self.tokens[self.at][1] != ("(" if n == 0 else ","):
                raise UnsayableError(name)
            self.at += 1
            if n and self.at < len(self.tokens) and self.tokens[self.at][0] == "space":
                self.at += 1
            arguments.append(self.parts(until=",)", depth=depth + 1))
        if self.at >= len(self.tokens) or self.tokens[self.at][1] != ")":
            raise UnsayableError(name)
        self.at += 1
        return Call(name, tuple(arguments))


def _is_operand(part: Part) -> bool:
    """Whether it can be above or below a line, or have a power."""
    return not isinstance(part, Leaf) or part.kind in ("number", "letter", "quoted") or part.text in ("pi", "square")


_SIGNS = {
    "times": "×", "div": "÷", "pi": "π", "degree": "°", "percent": "%", "dots": "…", "approx": "≈", "square": "□",
    "<=": "≤", ">=": "≥", "!=": "≠", "-": "−",
}  # fmt: skip
_RAISED = str.maketrans("0123456789−+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ")
_RAISABLE = re.compile("[0-9−+n]+")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ROOTS = {"3": "∛", "4": "∜"}


def in_plain(source: str) -> str:
    """A text of the authors' notation without dollar signs. Raises UnsayableError where a formula needs more."""
    parts = re.split(r"(?<!\\)\$", source)
    written = [_plain(parsed(part.strip())) if n % 2 else part.replace("\\$", "$") for n, part in enumerate(parts)]
    return " ".join("".join(written).split())


def escaped(text: str) -> str:
    """A plain text in the authors' notation, where a dollar sign begins a formula."""
    return text.replace("$", "\\$")


def _plain(parts: tuple[Part, ...]) -> str:
    for part, after in pairwise(parts):
        if (isinstance(part, Over) and _is_operand(after)) or (isinstance(after, Over) and _is_operand(part)):
            raise UnsayableError("/")
    return "".join(map(_piece, parts)).replace(" °", "°")


def _piece(part: Part) -> str:
    """One part; a fraction of fractions would read as another one, so it is refused."""
    match part:
        case Leaf(kind, text):
            return text.strip('"') if kind == "quoted" else _SIGNS.get(text, text)
        case Group(inner):
            return f"({_plain(inner)})"
        case Call(name, arguments):
            return _root(name, arguments)
        case Script(base, mark, script):
            return _scripted(base, mark, script)
        case Over(top, bottom):
            if isinstance(top, Over) or isinstance(bottom, Over):
                raise UnsayableError("/")
            return f"{_piece(top)}/{_piece(bottom)}"


def _root(name: str, arguments: tuple[tuple[Part, ...], ...]) -> str:
    sign = "√" if name == "sqrt" else _ROOTS.get(_plain(arguments[0]), "")
    inner = _plain(arguments[-1])
    if not sign or not inner:
        raise UnsayableError(name)
    simple = len(arguments[-1]) == 1 and isinstance(arguments[-1][0], Leaf)
    return f"{sign}{inner}" if simple else f"{sign}({inner})"


def _scripted(base: Part, mark: str, script: Part) -> str:
    text = _plain(script.inner) if isinstance(script, Group) else _piece(script)
    start = _piece(base)
    if mark == "^" and _RAISABLE.fullmatch(text):
        return start + text.translate(_RAISED)
    if mark == "_" and text.isascii() and text.isdigit():
        return start + text.translate(_LOWERED)
    if mark == "^" and not isinstance(base, Script):
        return f"{start}^{text}" if isinstance(script, Leaf) else f"{start}^({text})"
    raise UnsayableError(mark)
