"""Safe HTML with MathML as plain text: a formula becomes the words in which it is spoken."""

from html.parser import HTMLParser


def plain(html: str) -> str:
    """The text of `html`, on one line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.said).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._in_maths = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "math":
            self._in_maths = True
            self.said.append(f" {dict(attrs).get('aria-label') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "math":
            self._in_maths = False

    def handle_data(self, data: str) -> None:
        if not self._in_maths:
            self.said.append(data)
