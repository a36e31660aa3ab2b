"""Formulas as a British teacher says them: MathML in, words out.

Few phone readers speak MathML, so each formula carries this as its label, and the time to read a question counts these
words. It knows tidied MathML (see mathml.py); it must not know Typst or where the words are used.
"""

from xml.etree.ElementTree import Element

from challenge.catalogue.mathml import UnshowableError

SIGNS = {
    "+": "plus", "\N{MINUS SIGN}": "minus", "\N{MULTIPLICATION SIGN}": "times", "÷": "divided by",
    "=": "equals", "≠": "is not equal to", "≈": "is about",
    "<": "is less than", ">": "is greater than", "≤": "is less than or equal to", "≥": "is greater than or equal to",
    ":": "to", "(": "open bracket", ")": "close bracket", "%": "per cent", "°": "degrees", "…": "and so on",
    "?": "what", "□": "blank", "→": "goes to", "π": "pi", "²": "squared", "³": "cubed",
}  # fmt: skip
"""How each sign is said. A sign that is not here can't be used in a formula."""

IN_UNITS = str.maketrans({"²": " squared", "³": " cubed", "°": " degrees"})
POWERS = {"2": "squared", "3": "cubed"}
ROOTS = {"2": "the square root", "3": "the cube root"}
SIMPLE = frozenset({"mn", "mi", "mtext"})


def spoken(formula: Element) -> str:
    """The formula in words. Raises UnshowableError at a sign nobody has said how to say."""
    return " ".join(_row(formula)).replace(" ,", ",")


def _row(row: Element) -> list[str]:
    """The words of a row's parts; a whole number before a plain fraction makes a mixed number."""
    words: list[str] = []
    before: Element | None = None
    for part in row:
        if part.tag == "mfrac" and before is not None and before.tag == "mn" and _is_plain(part):
            words.append("and")
        words += _part(part)
        before = part
    return words


def _part(part: Element) -> list[str]:
    match part.tag:
        case "mrow":
            return _row(part)
        case "mspace":
            return []
        case "mfrac":
            return _fraction(part[0], part[1])
        case "msqrt":
            return _root(list(part), "2")
        case "mroot":
            return _root([part[0]], _flat(part[1]))
        case "msup":
            return _part(part[0]) + _power(part[1])
        case "msub":
            return [*_part(part[0]), "sub", *_part(part[1])]
    return _leaf(part)


def _fraction(top: Element, bottom: Element) -> list[str]:
    words = _part(top)
    words += ["over"] if _is_simple(top) else [",", "all over"]
    words += _part(bottom)
    return words if _is_simple(bottom) else [*words, ",", "end of fraction"]


def _root(inside: list[Element], index: str) -> list[str]:
    name = ROOTS.get(index, f"the {index}th root")
    words = [name, "of", *(word for part in inside for word in _part(part))]
    simple = len(inside) == 1 and _is_simple(inside[0])
    return words if simple else [*words, ",", "end of root"]


def _power(power: Element) -> list[str]:
    said = POWERS.get(_flat(power))
    return [said] if said else ["to the power", *_part(power)]


def _leaf(leaf: Element) -> list[str]:
    text = (leaf.text or "").strip()
    words = SIGNS.get(text, text)
    if leaf.tag == "mtext":
        words = words.translate(IN_UNITS)
    if not words.isascii() or (leaf.tag == "mo" and words == text != ","):
        raise UnshowableError(f"We can't say “{text}” aloud yet. Write the formula without it, or in words.")
    return [words] if words else []


def _flat(element: Element) -> str:
    return "".join(element.itertext())


def _is_simple(element: Element) -> bool:
    """One number, letter or word: no need to say where it ends."""
    if element.tag == "mrow":
        return len(element) == 1 and _is_simple(element[0])
    return element.tag in SIMPLE


def _is_plain(fraction: Element) -> bool:
    return fraction[0].tag == "mn" and fraction[1].tag == "mn"
