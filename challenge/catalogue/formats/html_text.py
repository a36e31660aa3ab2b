"""HTML reduced to plain text: paragraphs become lines, powers become small figures, all that isn't text is refused.

Nothing of the HTML is kept, so nothing in it can run; and nothing is fetched.
"""

from html.parser import HTMLParser

MOST_CHARACTERS = 20_000

PICTURE = "There is a picture here, and we take none. Say in words what it shows."
NO_TEXT = "There is “<{}>” here, which is more than text. Write it as plain text."

_LINES = frozenset({"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
_INLINE = frozenset({"b", "strong", "i", "em", "u", "span", "font", "small", "big", "code", "tt", "s", "a"})
_PICTURES = frozenset({"img", "svg", "picture", "canvas", "figure"})
_RAISED = str.maketrans("0123456789-−+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class NotTextError(Exception):
    """There is something in the HTML that can't be text, with the remedy. Caught in this package."""


def lines(html: str) -> list[str]:
    """The text of some HTML, line by line, without empty ones. Raises NotTextError."""
    if len(html) > MOST_CHARACTERS:
        raise NotTextError(f"This text is {len(html)} characters long. Shorten it to a sentence or two.")
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return [line for line in found if line]


class _Reader(HTMLParser):
    """Collects text; `small` is the tag that raises or lowers it, if it is in one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.small = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: a line ends, or nothing happens, or it is refused."""
        if tag in _PICTURES or any("@@pluginfile@@" in (value or "").lower() for _, value in attrs):
            raise NotTextError(PICTURE)
        if tag in _LINES:
            self.parts.append("\n")
        elif tag in ("sup", "sub"):
            self.small = tag
        elif tag not in _INLINE:
            raise NotTextError(NO_TEXT.format(tag[:20]))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _LINES:
            self.parts.append("\n")
        elif tag == self.small:
            self.small = ""

    def handle_data(self, data: str) -> None:
        """Text, raised or lowered where every character of it can be. The lines of the file mean nothing."""
        text = data.replace("\n", " ")
        if not self.small or not text.strip():
            self.parts.append(text)
            return
        table = _RAISED if self.small == "sup" else _LOWERED
        if not all(ord(character) in table for character in text.strip()):
            raise NotTextError(NO_TEXT.format(self.small))
        self.parts.append(text.strip().translate(table))

    def handle_decl(self, decl: str) -> None:
        """A document type or the like has no place in a text."""
        raise NotTextError(NO_TEXT.format("!"))

    def unknown_decl(self, data: str) -> None:
        """Nor has a part that HTML doesn't know."""
        raise NotTextError(NO_TEXT.format("!["))

    def handle_pi(self, data: str) -> None:
        """Nor has an instruction to a program."""
        raise NotTextError(NO_TEXT.format("?"))
