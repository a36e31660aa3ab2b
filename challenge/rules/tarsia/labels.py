"""A label in the authors' notation, plain text with formulas between dollar signs: as it is seen, and as it is typed.

It must not know what a label is worth; what a formula may hold, the catalogue checks.
"""

import re

_SIGNS = {
    "times": "×", "div": "÷", "pi": "π", "degree": "°", "percent": "%", "dots": "…", "approx": "≈", "square": "□",
    "<=": "≤", ">=": "≥", "!=": "≠", "-": "\N{MINUS SIGN}",
}  # fmt: skip
_RAISED = str.maketrans("0123456789-\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_ROOTS = {"2": "√", "3": "∛"}

MOST_CALLS = 12
"""Roots and fractions in one formula; more stay as they are written."""

_WORD = re.compile(r" ?\b(degree|percent)\b|\b(times|div|pi|dots|approx|square)\b|<=|>=|!=|-")
_POWER = re.compile(r"\^(?:\(([-\N{MINUS SIGN}]?[0-9]+)\)|([0-9]))")
_CALL = re.compile(r"\b(sqrt|root|frac)\(")
_SIMPLE = re.compile(r"[0-9.,]+|[A-Za-z]")
_SHARE_BEFORE = re.compile(r"(?<![0-9/^.])(?<![0-9] )([0-9]+/[0-9]+) ?(?=[A-Za-z(√π])")
_SIDE_BY_SIDE = re.compile(r"(?<=[A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹)]) +(?=[A-Za-z(])")


def seen(text: str) -> str:
    """What a reader sees, in one line: `$1/2$ of $x^2$` is “1/2 of x²”. Its length is the label's length."""
    return _told(text, typing=False)


def typed(text: str) -> str:
    """The same as one would type it for the marking: letters side by side are a product, $1/2 x$ is a half of x."""
    return _told(text, typing=True)


def folded(text: str) -> str:
    """What two labels share that are the same but for capitals and spaces."""
    return " ".join(seen(text).casefold().split())


def _told(text: str, *, typing: bool) -> str:
    parts = re.split(r"(?<!\\)\$", text)
    told = [part.replace("\\$", "$") for part in parts]
    told[1::2] = [_formula(part.strip(), typing=typing) for part in parts[1::2]]
    return "".join(told)


def _formula(formula: str, *, typing: bool) -> str:
    """A formula in one line of signs; words in quotes stay as they are."""
    words = re.split('"([^"]*)"', formula)
    words[::2] = [_signs(_without_calls(part), typing=typing) for part in words[::2]]
    return "".join(words)


def _signs(formula: str, *, typing: bool) -> str:
    plain = _WORD.sub(lambda found: _SIGNS[found[0].strip()], formula)
    plain = _POWER.sub(lambda found: (found[1] or found[2]).translate(_RAISED), plain)
    if typing:
        plain = _SHARE_BEFORE.sub(r"(\1)", plain)
        plain = _SIDE_BY_SIDE.sub("×", plain)
    return plain


def _without_calls(formula: str) -> str:
    """With √ for sqrt( ) and a bar for frac( , ), from the innermost outwards."""
    for _ in range(MOST_CALLS):
        if not (calls := list(_CALL.finditer(formula))):
            break
        last = calls[-1]
        inside, after = _to_its_bracket(formula[last.end() :])
        formula = formula[: last.start()] + _call(last[1], inside) + after
    return formula


def _to_its_bracket(text: str) -> tuple[str, str]:
    """What stands before the bracket that closes one opened before the text, and what behind it."""
    depth = 1
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return text[:at], text[at + 1 :]
    return text, ""


def _call(name: str, inside: str) -> str:
    first, _, second = (part.strip() for part in inside.partition(","))
    if name == "frac":
        return f"{_bracketed(first)}/{_bracketed(second)}"
    index, under = (first, second) if name == "root" else ("2", inside.strip())
    return f"{_ROOTS.get(index, f'{index.translate(_RAISED)}√')}{_bracketed(under)}"


def _bracketed(part: str) -> str:
    return part if _SIMPLE.fullmatch(part) else f"({part})"
