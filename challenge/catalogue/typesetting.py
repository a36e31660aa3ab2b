"""Authors' texts as safe HTML with native MathML: everything is escaped, and only checked formulas reach Typst.

All formulas of a file go through one compilation. It runs Typst in this thread for some tens of milliseconds: whoever
serves others meanwhile offloads it. This module knows Typst; it must not know what a question is.
"""

import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import cast
from xml.etree import ElementTree as ET

import typst

from challenge.catalogue import formulas, mathml, speech

MOST_KEPT = 5000


@dataclass(frozen=True, slots=True)
class Typeset:
    """A text ready for the page: its safe HTML, and what a reader says aloud."""

    html: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text can't be typeset, with the remedy."""

    message: str


_kept: dict[str, Typeset | Fault] = {}


def typeset(sources: Iterable[str]) -> dict[str, Typeset | Fault]:
    """Each different text of `sources`, typeset or with its fault."""
    split = {source: formulas.split(source) for source in sources}
    done = _formulas({formula for parts, _ in split.values() for formula in parts[1::2]})
    return {source: Fault(fault) if fault else _joined(parts, done) for source, (parts, fault) in split.items()}


def _joined(parts: list[str], done: dict[str, Typeset | Fault]) -> Typeset | Fault:
    html, spoken = "", ""
    for n, part in enumerate(parts):
        piece = done[part] if n % 2 else Typeset(escape(part, quote=False), part)
        if isinstance(piece, Fault):
            return piece
        html += piece.html
        spoken += piece.spoken
    return Typeset(html, spoken)


def _formulas(wanted: set[str]) -> dict[str, Typeset | Fault]:
    """Each formula, from those kept or by one compilation of all that are new."""
    # Another thread may forget them all at any moment.
    done = {formula: kept for formula in wanted if (kept := _kept.get(formula)) is not None}
    missing = sorted(wanted - done.keys())
    if missing:
        fresh = _compiled_each(missing)
        if len(_kept) > MOST_KEPT:
            _kept.clear()
        _kept.update(fresh)
        done.update(fresh)
    return done


def _compiled_each(missing: list[str]) -> dict[str, Typeset | Fault]:
    """All by one compilation; if Typst complains, each half by itself, until what it complains about is alone."""
    try:
        return dict(zip(missing, map(_formula, _compiled(missing)), strict=True))
    except typst.TypstError as error:
        if len(missing) == 1:
            message = f"“{missing[0]}” can't be typeset: {error.message}. puzzles/SCHEMA.md has examples."
            return {missing[0]: Fault(message)}
    half = len(missing) // 2
    return {**_compiled_each(missing[:half]), **_compiled_each(missing[half:])}


def _compiled(sources: list[str]) -> list[str]:
    """The MathML of each formula, by one run of Typst in an empty folder without packages."""
    lines = ['#let formula(body) = html.elem("x-formula", body)']
    lines += [f"#formula[${formulas.for_typst(source)}$]" for source in sources]
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(root=empty, font_paths=_fonts(), package_path=empty, package_cache_path=empty)
        page, _ = compiler.compile_with_warnings("\n".join(lines).encode(), format="html")
    return re.findall(r"<x-formula>(.*?)</x-formula>", cast(bytes, page).decode(), re.DOTALL)


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts, and none of this machine's. Loading them takes longer than typesetting a question."""
    return typst.Fonts(include_system_fonts=False)


def _formula(markup: str) -> Typeset | Fault:
    try:
        element = ET.fromstring(markup)  # noqa: S314 written by Typst from checked formulas
        mathml.tidy(element)
        words = speech.spoken(element)
    except mathml.UnshowableError as error:
        return Fault(str(error))
    return Typeset(mathml.written(element, words), words)
