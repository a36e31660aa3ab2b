"""The authors' notation: plain text with formulas between dollar signs, and what a formula may be made of.

Typst's mathematics can call functions and read files, so a formula passes here only when each word, character and
quoted text in it is on the lists below. This module must not know Typst's compiler or HTML.
"""

import re

WORDS = frozenset({"sqrt", "root", "frac", "times", "div", "pi", "degree", "percent", "dots", "approx", "square"})
"""The words of Typst's mathematics that a formula may use. Everything else with two letters or more is refused."""

MOST_CHARACTERS = 120
MOST_DEPTH = 6
SYMBOLS = "+-/^_=<>!≤≥≠≈÷%°…:,.?()\N{MINUS SIGN}\N{MULTIPLICATION SIGN}"

_PART = re.compile(
    r"""(?P<quoted>"[A-Za-z0-9 .,:'%°²³-]*")
    | (?P<thousands>(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?)
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<word>[A-Za-z][A-Za-z0-9]*)
    | (?P<space>\ )
    | (?P<symbol>["""
    + re.escape(SYMBOLS)
    + r"""])""",
    re.VERBOSE,
)


def split(source: str) -> tuple[list[str], str]:
    """Plain text and formulas by turns, starting with plain text; or nothing and what is wrong."""
    parts = re.split(r"(?<!\\)\$", source)
    if len(parts) % 2 == 0:
        return [], "A “$” is missing or left over. A formula stands between two; a dollar sign itself is written \\$."
    plain = [part.replace("\\$", "$") for part in parts[::2]]
    formulas = [part.strip() for part in parts[1::2]]
    for formula in formulas:
        if fault := fault_of(formula):
            return [], fault
    return [part for pair in zip(plain, [*formulas, ""], strict=True) for part in pair][:-1], ""


def fault_of(formula: str) -> str:
    """What keeps this formula out, with the remedy; empty when nothing does."""
    if not formula:
        return "There is nothing between two “$”. Write a formula there; a dollar sign itself is written \\$."
    if len(formula) > MOST_CHARACTERS:
        return f"A formula is {len(formula)} characters long. Shorten it to {MOST_CHARACTERS}."
    if "//" in formula or "/*" in formula:
        return "“//” and “/*” mean nothing in a formula. Write one / between the top and the bottom."
    if _depth(formula) > MOST_DEPTH:
        return f"Brackets are nested more than {MOST_DEPTH} deep. Write a simpler formula."
    return _foreign(formula)


def for_typst(formula: str) -> str:
    """The formula as Typst is to read it: 1,000 in quotes, so that it stays one number."""
    return _PART.sub(lambda part: f'"{part[0]}"' if part["thousands"] else part[0], formula)


def _foreign(formula: str) -> str:
    at = 0
    while at < len(formula):
        part = _PART.match(formula, at)
        if part is None:
            return _remedy(formula[at])
        word = part["word"]
        if word and len(word) > 1 and word not in WORDS:
            return (
                f"“{word}” is not a word that formulas know. For letters side by side put spaces between them, "
                f'for plain words use quotes: "{word}".'
            )
        at = part.end()
    return ""


def _remedy(character: str) -> str:
    if character == "£":
        return "Write £ outside the formula, before the “$”."
    if character == '"':
        return "Quotes in a formula come in pairs and hold plain letters, digits and spaces only."
    return f"“{character}” can't stand in a formula. puzzles/SCHEMA.md lists what can."


def _depth(formula: str) -> int:
    depth = deepest = 0
    for character in formula:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest
