"""TeX, as Moodle writes formulas, to and from the authors' notation: fractions, powers, roots, signs, nothing else.

Both ways are exact: what was written as TeX is read back as it was. What isn't known is an UnsayableError, never a
guess. This module must not know any file format.
"""

import re

from challenge.catalogue.formats.formula import (
    MOST_DEPTH,
    Call,
    Group,
    Leaf,
    Over,
    Part,
    Script,
    UnsayableError,
    escaped,
    parsed,
)

_COMMANDS = {
    "times": "times", "div": "div", "pi": "pi", "dots": "dots", "approx": "approx", "square": "square", "leq": "<=",
    "geq": ">=", "neq": "!=",
}  # fmt: skip
_SAME = {"le": "<=", "ge": ">=", "ne": "!=", "ldots": "dots", "cdots": "dots", "cdot": "times", "Box": "square"}
DEGREE = "^\\circ"
_WRITTEN = {"degree": DEGREE, "%": "\\%", **{ours: f"\\{command}" for command, ours in _COMMANDS.items()}}
_DROPPED = frozenset({"left", "right", "displaystyle", "textstyle", "limits"})
_SPACES = frozenset((",", ";", ":", "!", "quad", "qquad"))

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+|.)|(?P<number>[0-9]+(?:\{,\}[0-9]{3})*(?:\.[0-9]+)?)|(?P<other>.)", re.DOTALL
)
_FORMULA = re.compile(r"\\\((?P<inline>.+?)\\\)|\\\[(?P<shown>.+?)\\\]|\$\$(?P<old>.+?)\$\$", re.DOTALL)
_SHORT = re.compile(r"\\[dt]?frac\s*([0-9])\s*([0-9])")
_PLAIN_SIGNS = frozenset("+-=<>!?.,:()%°−×÷≤≥≠≈…/ ")


def to_tex(source: str) -> str:
    """A text of the authors' notation with its formulas between \\( and \\). Raises UnsayableError."""
    parts = re.split(r"(?<!\\)\$", source)
    written = []
    for n, part in enumerate(parts):
        if n % 2 == 0:
            written.append(part.replace("\\$", "$"))
            continue
        tex = _tex(parsed(part.strip()))
        if from_tex(tex) != part.strip():
            raise UnsayableError(part.strip())
        written.append(f"\\({tex}\\)")
    return "".join(written)


def with_formulas(text: str) -> str:
    """A text with TeX between \\( \\), \\[ \\] or $$ in the authors' notation. Raises UnsayableError."""
    found, at = [], 0
    for formula in _FORMULA.finditer(text):
        found.append(escaped(text[at : formula.start()]))
        found.append(f"${from_tex(formula['inline'] or formula['shown'] or formula['old'])}$")
        at = formula.end()
    rest = text[at:]
    if re.search(r"\\[()\[\]]|\$\$|\\(?:d?frac|sqrt)\b", rest):
        raise UnsayableError("a formula that isn't closed")
    return "".join([*found, escaped(rest)])


def from_tex(tex: str) -> str:
    """A formula of TeX in the authors' notation, without dollar signs. Raises UnsayableError."""
    reader = _Reader(_SHORT.sub(r"\\frac{\1}{\2}", tex.strip()))
    return " ".join(reader.sequence(until="", depth=0).split())


def _tex(parts: tuple[Part, ...]) -> str:
    written = ""
    for part in parts:
        piece = _piece(part)
        written = (written.rstrip() if piece == DEGREE else written) + piece
    return written


def _piece(part: Part) -> str:
    match part:
        case Leaf(kind, text):
            return _leaf(kind, text)
        case Group(inner):
            return f"({_tex(inner)})"
        case Call("sqrt", (inner,)):
            return f"\\sqrt{{{_tex(inner)}}}"
        case Call(_, (index, inner)):
            return f"\\sqrt[{_tex(index)}]{{{_tex(inner)}}}"
        case Script(base, mark, script):
            return f"{_piece(base)}{mark}{_braced(script)}"
        case Over(top, bottom):
            return f"\\frac{_braced(top)}{_braced(bottom)}"
    raise UnsayableError(str(part))


def _leaf(kind: str, text: str) -> str:
    if kind == "quoted":
        return f"\\text{{{text[1:-1]}}}"
    return text.replace(",", "{,}") if kind == "number" else _WRITTEN.get(text, text)


def _braced(part: Part) -> str:
    """In braces, which stand for the brackets of a whole group."""
    return f"{{{_tex(part.inner)}}}" if isinstance(part, Group) else f"{{{_piece(part)}}}"


class _Reader:
    """Reads TeX from left to right into the authors' notation."""

    def __init__(self, tex: str) -> None:
        self.tokens = list(_TOKEN.finditer(tex))
        self.at = 0

    def sequence(self, *, until: str, depth: int) -> str:
        """Everything up to the closing sign `until`, which is taken too; to the end if it is empty."""
        if depth > MOST_DEPTH:
            raise UnsayableError("too many brackets")
        found = ""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if until and token[0] == until:
                return found
            found = _joined(found, self._piece(token, depth))
        if until:
            raise UnsayableError("{")
        return found

    def _piece(self, token: re.Match[str], depth: int) -> str:
        if command := token["command"]:
            return self._command(command, depth)
        if token["number"]:
            return token["number"].replace("{,}", ",")
        sign = token[0]
        if sign in "^_":
            return self._script(sign, depth)
        if sign == "{":
            return self._group(depth)
        if sign.isspace():
            return " "
        if sign in _PLAIN_SIGNS or (sign.isascii() and sign.isalpha()):
            return sign
        raise UnsayableError(sign)

    def _command(self, command: str, depth: int) -> str:
        if command in ("frac", "dfrac", "tfrac"):
            return f"{self._operand(depth)}/{self._operand(depth)}"
        if command == "sqrt":
            return self._root(depth)
        if command in ("text", "mathrm", "textrm"):
            return f'"{self._verbatim()}"'
        if command == "%":
            return "%"
        if command in _DROPPED:
            return ""
        if command in _SPACES:
            return " "
        word = _COMMANDS.get(command) or _SAME.get(command)
        if word is None:
            raise UnsayableError(f"\\{command}")
        return word

    def _root(self, depth: int) -> str:
        index = ""
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "[":
            self.at += 1
            index = self.sequence(until="]", depth=depth + 1)
        inner = self._braces(depth)
        return f"root({index}, {inner})" if index else f"sqrt({inner})"

    def _script(self, mark: str, depth: int) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at]["command"] == "circ":
            self.at += 1
            return " degree"
        inner = self._braces(depth)
        if inner.strip() == "\\circ":
            return " degree"
        return f"{mark}{_bracketed(inner, simple=_is_token(inner))}"

    def _operand(self, depth: int) -> str:
        inner = self._braces(depth)
        return _bracketed(inner, simple=_is_operand(inner))

    def _group(self, depth: int) -> str:
        """Bare braces only hold things together; that is safe only around a single thing."""
        inner = self.sequence(until="}", depth=depth + 1)
        if inner and not _is_operand(inner):
            raise UnsayableError("{")
        return inner

    def _braces(self, depth: int) -> str:
        """What stands in braces next, or the single digit or letter that TeX takes without them."""
        while self.at < len(self.tokens) and self.tokens[self.at][0] == " ":
            self.at += 1
        if self.at >= len(self.tokens):
            raise UnsayableError("{")
        token = self.tokens[self.at]
        self.at += 1
        if token[0] == "{":
            return self.sequence(until="}", depth=depth + 1).strip()
        if len(token[0]) == 1 and token[0].isascii() and token[0].isalnum():
            return token[0]
        raise UnsayableError(token[0])

    def _verbatim(self) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != "{":
            raise UnsayableError("\\text")
        self.at += 1
        found = ""
        while self.at < len(self.tokens) and self.tokens[self.at][0] != "}":
            found += self.tokens[self.at][0]
            self.at += 1
        self.at += 1
        if not re.fullmatch(r"[A-Za-z0-9 .,:'%°²³-]*", found):
            raise UnsayableError(f"\\text{{{found}}}")
        return found


def _joined(found: str, piece: str) -> str:
    """Two pieces of our notation; letters side by side get a space, for `ab` would be a word."""
    if re.search(r"[A-Za-z]$", found) and re.match(r"[A-Za-z0-9]", piece):
        return f"{found} {piece}"
    return found + piece


def _bracketed(inner: str, *, simple: bool) -> str:
    if not inner:
        raise UnsayableError("{}")
    return inner if simple else f"({inner})"


def _is_token(inner: str) -> bool:
    return bool(re.fullmatch(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[A-Za-z]|pi|square", inner))


def _is_operand(inner: str) -> bool:
    """Whether it stays one thing beside a fraction's line without brackets."""
    try:
        parts = parsed(inner)
    except UnsayableError:
        return False
    if len(parts) != 1 or isinstance(parts[0], Group | Over):
        return False
    return (
        not isinstance(parts[0], Leaf) or parts[0].kind in ("number", "letter", "quoted") or inner in ("pi", "square")
    )
