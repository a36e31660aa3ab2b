"""A page as a browser reads it: its elements, its forms, its words."""

from html.parser import HTMLParser

Attributes = dict[str, str | None]
APART = ("p", "li", "td", "th", "tr", "div", "h1", "h2", "h3", "button", "label", "section", "small")
VOID = ("meta", "link", "input", "br", "img", "hr", "path", "rect")


class Page(HTMLParser):
    """The elements of a page in their order, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.elements: list[tuple[str, Attributes]] = []
        self.labelled: set[int] = set()
        self._said: list[str] = []
        self._open: list[str] = []
        self._titles: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in APART:
            self._said.append(" ")
        if tag not in VOID:
            self._open.append(tag)
        if "label" in self._open:
            self.labelled.add(len(self.elements))
        self.elements.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self._titles.append(data)
        elif "script" not in self._open and "style" not in self._open:
            self._said.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._said).split())

    @property
    def title(self) -> str:
        return "".join(self._titles).strip()

    def all(self, tag: str) -> list[Attributes]:
        return [attributes for each, attributes in self.elements if each == tag]

    def value(self, field: str) -> str:
        """What a form's field holds."""
        return next(each.get("value") or "" for each in self.all("input") if each.get("name") == field)

    def fields_without_label(self) -> list[Attributes]:
        """What a form asks for without saying so."""
        named = {each.get("for") for each in self.all("label")}
        return [
            attributes
            for number, (tag, attributes) in enumerate(self.elements)
            if tag in ("input", "select", "textarea")
            and attributes.get("type") != "hidden"
            and number not in self.labelled
            and attributes.get("id") not in named
            and not attributes.get("aria-label")
        ]
