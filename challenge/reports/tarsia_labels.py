"""The labels of a Tarsia for Typst: their lines, how big these are, and the size at which each label fits its room.

Sizes are in points, what is measured in parts of the size of the type. Only escaped texts and checked formulas go in.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import cast

import typst

from challenge.catalogue import formulas
from challenge.catalogue.tarsias import Label
from challenge.catalogue.typesetting import Fault, Typeset, typeset
from challenge.reports.tarsia_forms import Room

MM_OF_A_POINT = 25.4 / 72
BETWEEN_LINES = 0.42
STEP = 0.5
WORTH_A_LINE = 2
"""Points that another line, or a sum torn apart, must gain."""

TYPE = """
#set text(lang: "en", region: "GB", font: "Libertinus Serif", hyphenate: false)
#set text(top-edge: "cap-height", bottom-edge: "baseline")
#show math.equation: set text(font: (
  (name: "Libertinus Serif", covers: regex("[0-9A-Za-z.,%°+=−×÷]")), "New Computer Modern Math",
))
"""
"""Lines stand on their base; g and p hang below it. Digits look alike in and out of formulas. Typst has both fonts."""

_MIXED = re.compile(r"(?<![0-9./])([0-9]+) (?=[0-9]+/[0-9])")
"""The whole of a mixed number, which stands a little apart from its fraction."""

Word = tuple[str, ...]
"""Plain text and formulas by turns, starting with plain text, without a space to break at."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to set a label. lines: Typst code for each; width, height: in parts of the size."""

    lines: tuple[str, ...]
    width: float
    height: float

    def fit(self, room: Room) -> float:
        """The largest size in points at which it fits, in steps of half a point."""
        return room.largest(self.width * MM_OF_A_POINT, self.height * MM_OF_A_POINT) // STEP * STEP


@dataclass(frozen=True, slots=True)
class Sizes:
    """In points. floor: no label is smaller; comfort: what is worth another sheet of paper; alike: labels are as small

    as the smallest of them down to here, smaller ones stand out; most.
    """

    floor: float
    comfort: float
    alike: float
    most: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A label as it is printed: the way it is set, and its size in points."""

    way: Way
    size: float

    @property
    def height(self) -> float:
        """In millimetres."""
        return self.way.height * self.size * MM_OF_A_POINT


def fitted(ways: Sequence[Sequence[Way]], room: Room, sizes: Sizes) -> list[Fitted | None]:
    """Each label in the same size, as long as that is not small; longer ones as large as they can be.

    None stands for a label that doesn't fit even at the floor.
    """
    best = [_best(each, room, sizes) for each in ways]
    same = max(min([sizes.most, *(each.size for each in best if each)]), sizes.alike)
    return [None if each is None else Fitted(each.way, min(each.size, same)) for each in best]


def _best(ways: Sequence[Way], room: Room, sizes: Sizes) -> Fitted | None:
    """One line, unless more lines let the label be larger by enough to be worth it."""
    best, *others = [Fitted(way, min(way.fit(room), sizes.most)) for way in ways]
    for each in others:
        if each.size >= best.size + WORTH_A_LINE or best.size < sizes.floor <= each.size:
            best = each
    return best if best.size >= sizes.floor else None


def measured(labels: Iterable[Label], most_lines: int) -> list[tuple[Way, ...]]:
    """The ways to set each label in one line, two, … up to `most_lines`, by one run of Typst.

    Without leading between lines, Typst counts the full height of a fraction.
    """
    words = [_words(label.text) for label in labels]
    said = typeset({f"${formula}$" for each in words for word in each for formula in word[1::2]})
    lines = {line: _code(line, said) for each in words for line in _stretches(each)}
    size = dict(zip(lines, _measures(list(lines.values())), strict=True))
    return [tuple(_ways(each, most_lines, lines, size)) for each in words]


Size = tuple[float, float]


def _ways(words: Sequence[Word], most_lines: int, code: Mapping[Word, str], size: Mapping[Word, Size]) -> Iterator[Way]:
    """For each number of lines the narrowest way that tears no sum apart, if it can be helped, and the narrowest."""
    for count in range(1, min(most_lines, len(words)) + 1):
        found: list[tuple[int, Way]] = []
        for breaks in combinations(range(1, len(words)), count - 1):
            torn = sum(_is_sign(words[at - 1]) or _is_sign(words[at]) for at in breaks)
            lines = [_joined(words[first:last]) for first, last in pairwise((0, *breaks, len(words)))]
            found.append((torn, _way(lines, code, size)))
        yield min(found, key=lambda each: (each[0], each[1].width))[1]
        yield min((way for _, way in found), key=lambda way: way.width)


def _way(lines: Sequence[Word], code: Mapping[Word, str], size: Mapping[Word, Size]) -> Way:
    height = sum(size[line][1] for line in lines) + BETWEEN_LINES * (len(lines) - 1)
    return Way(tuple(code[line] for line in lines), max(size[line][0] for line in lines), height)


def _is_sign(word: Word) -> bool:
    return len(word) == 1 and not any(character.isalnum() for character in word[0])


def _words(text: str) -> list[Word]:
    parts, _ = formulas.split(text)
    words, begun = [], [""]
    for number, part in enumerate(parts):
        if number % 2:
            begun += [part, ""]
            continue
        first, *others = re.split(" +", part)
        begun[-1] += first
        for other in others:
            words.append(tuple(begun))
            begun = [other]
    return [word for word in [*words, tuple(begun)] if word != ("",)]


def _stretches(words: Sequence[Word]) -> Iterator[Word]:
    for first, last in combinations(range(len(words) + 1), 2):
        yield _joined(words[first:last])


def _joined(words: Sequence[Word]) -> Word:
    line = [*words[0]]
    for word in words[1:]:
        line[-1] += f" {word[0]}"
        line += word[1:]
    return tuple(line)


def _code(line: Word, said: Mapping[str, Typeset | Fault]) -> str:
    """Typst's code for one line; fractions in full size, each formula with the words in which it is spoken."""
    parts = [
        _formula(part, said[f"${part}$"]) if number % 2 else quoted(part) for number, part in enumerate(line) if part
    ]
    return f"[{''.join(f'#{part};' for part in parts)}]"


def _formula(formula: str, said: Typeset | Fault) -> str:
    alt = said.spoken if isinstance(said, Typeset) else formula
    apart = _MIXED.sub(r"\1 thin ", formulas.for_typst(formula))
    return f"math.equation(alt: {quoted(alt)}, $display({apart})$.body)"


def quoted(text: str) -> str:
    """The text as a string of Typst, on one line."""
    return '"' + _shown(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _measures(codes: Sequence[str]) -> list[Size]:
    """Width and height of each piece of code."""
    each = ", ".join(codes)
    source = f"""{TYPE}
#set text(size: 100pt)
#set par(leading: 0pt)
#context [#metadata(({each},).map(line => measure(line)).map(it => (it.width.pt(), it.height.pt())))<sizes>]"""
    with tempfile.TemporaryDirectory() as empty:
        found = compiler(empty, source).query("<sizes>", field="value", one=True)
    return [(width / 100, height / 100) for width, height in json.loads(found)]


def lacking(text: str) -> list[str]:
    """The signs in a text that can't be printed, because no font of Typst's has them."""
    found: list[str] = []
    shown = _shown(text)
    while missing := _missing(shown):
        found.append(missing)
        shown = shown.replace(missing, "")
    return found


def _missing(text: str) -> str:
    """The first sign that the accessible kind of PDF refuses, or nothing."""
    try:
        with tempfile.TemporaryDirectory() as empty:
            as_pdf(compiler(empty, f'#set document(title: "x")\n{TYPE}\n#{quoted(text)}'))
    except typst.TypstError as error:
        sign = re.search(r'the text `"(.+?)"` could not be displayed', error.message)
        if sign is None or sign[1] not in text:
            raise
        return sign[1]
    return ""


def as_pdf(compiled: typst.Compiler) -> bytes:
    """A tagged PDF for everybody (PDF/UA-1); Typst itself refuses what would not be one."""
    return cast(bytes, compiled.compile(format="pdf", pdf_standards="ua-1"))


def compiler(empty: str, source: str) -> typst.Compiler:
    """Typst over a source, in an empty folder, with its own fonts and no packages."""
    return typst.Compiler(
        source.encode(), root=empty, ignore_system_fonts=True, package_path=empty, package_cache_path=empty
    )
