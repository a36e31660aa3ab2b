"""Typst's MathML, cleaned: only known elements and attributes, letters that cheap phones have, nothing else.

The text font has no rare italic letters, so Typst's italic x becomes a plain x and the style sheet slants it; signs
such as % leave `mi`, which would slant them too. This module must not know where the MathML came from or where it goes.
"""

import re
import unicodedata
from html import escape
from xml.etree.ElementTree import Element

ELEMENTS = frozenset({"mrow", "mn", "mi", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msup", "msub"})
ATTRIBUTES = ("form", "lspace", "rspace", "stretchy", "separator", "width")
LEAVES = frozenset({"mn", "mi", "mo", "mtext", "mspace"})

_VALUE = re.compile(r"(?:prefix|infix|postfix|true|false|-?[0-9.]+em)")


class UnshowableError(Exception):
    """A part of a formula that phones can't show or say. Raised and caught inside the catalogue only."""


def tidy(element: Element) -> None:
    """Clean a formula's tree in place. Raises UnshowableError."""
    for child in element:
        if child.tag not in ELEMENTS:
            raise UnshowableError("Phones can't show this layout. Write the formula in one line.")
        child.attrib = {name: _short(child.attrib[name]) for name in ATTRIBUTES if _allowed(child, name)}
        if child.tag in LEAVES:
            _leaf(child)
        tidy(child)


def written(element: Element, spoken: str) -> str:
    """The tidied formula as HTML that carries its spoken form."""
    return f'<math aria-label="{escape(spoken)}">{"".join(map(_written, element))}</math>'


def _written(element: Element) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    inner = escape(element.text or "", quote=False) + "".join(map(_written, element))
    return f"<{element.tag}{attributes}>{inner}</{element.tag}>"


def _leaf(leaf: Element) -> None:
    text = leaf.text or ""
    if leaf.tag == "mi" and text.isalpha():
        leaf.text = unicodedata.normalize("NFKC", text)
    elif leaf.tag == "mi":
        leaf.tag = "mtext"
    elif leaf.tag == "mtext" and re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        leaf.tag = "mn"


def _allowed(element: Element, name: str) -> bool:
    return bool(_VALUE.fullmatch(element.get(name, "")))


def _short(value: str) -> str:
    """Typst writes 0.2222222222222222em; three places are enough."""
    return f"{float(value[:-2]):.3g}em" if value.endswith("em") else value
