# ruff: noqa: RUF001 - signs that look like letters are what this module is about
"""The maths font for phones: STIX Two Math cut down to what school mathematics is written with.

Android has no maths font, and the whole of this one is eight times too heavy for a phone. The MATH table and the
taller forms of roots and brackets stay, so that fractions and roots still grow.
"""

import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

MOST_BYTES = 52 * 1024

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "±×÷−⋅·∙∗∕⁄∶√∛∜=≠≈≡≅∼∝<>≤≥∞°′″∠∡⊥∥△∟%‰|‖¦¬∴∵∈∉∋∪∩⊂⊆∅∑∏∫∂∆∇←↑→↓↔⇌⇒⇔↦✓…⋯⋮‐‑–—‘’“”£€¢¹²³⁰⁴⁵⁶⁷⁸⁹⁻½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FENCES = "()[]{}⟨⟩⌊⌋⌈⌉⎯‾¯_ˆ˙̇̄̂⃗⏞⏟⎴⎵⏜⏝^~"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωϕϵϑΓΔΘΛΞΠΣΦΨΩ"
_INVISIBLE = "\u00a0\u2009\u200a\u200b\u202f\u2061\u2062\u2063\u2064"
# The slanted letters that browsers put in place of a one-letter variable. Their h is elsewhere in Unicode.
_SLANTED = "".join(map(chr, [*range(0x1D434, 0x1D455), *range(0x1D456, 0x1D468), 0x210E, *range(0x1D6FC, 0x1D71C)]))

CHARACTERS = frozenset(_ASCII + _SIGNS + _FENCES + _GREEK + _INVISIBLE + _SLANTED)


def build(source: Path) -> bytes:
    """The subset of the font at `source`, as WOFF2."""
    font = TTFont(source)
    subsetter = subset.Subsetter(_options())
    subsetter.populate(unicodes=[ord(character) for character in CHARACTERS])
    subsetter.subset(font)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _options() -> subset.Options:
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = ["ccmp", "ssty"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # who made it and under which licence stays in the file
    return options
