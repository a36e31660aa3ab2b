"""Moodle's XML: questions with answers as HTML, read by defusedxml and reduced to plain text.

Taken are choices, several choices, true or false, short answers and numbers; every other type is refused by name, as
are pictures, document types and entities. This module knows nothing but this format.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from challenge.catalogue.formats import html_text
from challenge.catalogue.formats.items import (
    CHOICE,
    NUMERICAL,
    SHORT,
    TRUTH,
    Answer,
    Item,
    item_of,
    share_of,
    tidy_share,
)
from challenge.catalogue.formats.items import as_carried as carried
from challenge.catalogue.formats.items import cannot as no_item
from challenge.catalogue.formats.items import written as as_written
from challenge.catalogue.formats.written import (
    MOST_QUESTIONS,
    Fields,
    Parsed,
    Problem,
    Written,
    refused,
)

ENTITIES = "This file has a document type or entities, which we never take. Export it from Moodle again."
BROKEN = "This isn't sound XML ({}). Export the questions from Moodle again."
NO_QUIZ = "This XML isn't Moodle's: it should begin with <quiz>. In Moodle choose Export, Moodle XML format."
TOO_MANY = f"There are more than {MOST_QUESTIONS} questions. Split the file in two."
NO_TYPE = "There is no question type “{}” here. Leave it out, or make a choice, a short answer or a number of it."
PICTURE = "There is a picture or another file here, and we take none. Say in words what it shows."
MANY_UNITS = "There are several units. Keep the one that the answer is in."
BAD_SHARE = "“{}” is no share of the mark from -100 to 100. Mend it."
CASE = "Capital letters matter in this question, and never do here. Set it to ignore them."
UNIT_MARKED = "The unit is marked in this question. Ask for a number only, and let the unit be optional."
MOST_DEPTH = 30
BEFORE = ("£", "$", "€")
"""Units that stand before their number."""

_KINDS = (CHOICE, TRUTH, SHORT, NUMERICAL)
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<", re.DOTALL)


def looks_like_xml(content: bytes) -> bool:
    """Whether a file begins as XML does, in whatever encoding."""
    return bool(_START.match(content.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")[:2000]))


def parse(content: bytes) -> Parsed:
    """The questions of a file; rows are lines."""
    builder = _Lined()
    parser = XMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser.parser
    try:
        parser.feed(content)
        root = parser.close()
    except _TooDeepError:
        return refused(BROKEN.format("its elements are nested too deeply"), row=builder.parser.CurrentLineNumber)
    except DefusedXmlException:
        return refused(ENTITIES, row=max(builder.parser.CurrentLineNumber, 1))
    except ParseError as error:
        return refused(BROKEN.format(str(error)[:80]), row=max(error.position[0], 1))
    except (ValueError, LookupError):
        return refused(BROKEN.format("its encoding is not known"))
    if root is None or root.tag != "quiz":
        return refused(NO_QUIZ)
    return _parsed(root, builder.lines)


def written(questions: Sequence[Mapping[str, object]]) -> bytes:
    """A file of questions that `cannot` says nothing about."""
    parts, category = [], ""
    for item in map(item_of, questions):
        if item.category and item.category != category:
            category = item.category
            parts.append(f'<question type="category"><category>{_text("$course$/" + category)}</category></question>')
        parts.append(_question_xml(item))
    body = "\n".join(parts)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>\n'.encode()


def cannot(fields: Mapping[str, object]) -> str:
    """Why Moodle's XML can't say this question; empty if it can."""
    return no_item(fields, units=True)


def as_carried(fields: Mapping[str, object]) -> Fields:
    """What of a question comes back from Moodle's XML."""
    return carried(fields, "points", "unit")


class _TooDeepError(Exception):
    """Elements are nested more deeply than any export has them. Raised and caught here."""


class _Lined(TreeBuilder):
    """Builds the tree and remembers on which line each element begins."""

    def __init__(self) -> None:
        super().__init__()
        self.parser: Any = None
        self.lines: dict[Element, int] = {}
        self.depth = 0

    def start(self, tag: Any, attrs: Any) -> Element:
        """An element begins."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _TooDeepError
        element = super().start(tag, attrs)
        self.lines[element] = self.parser.CurrentLineNumber
        return element

    def end(self, tag: Any) -> Element:
        """An element ends."""
        self.depth -= 1
        return super().end(tag)


class _FaultyError(Exception):
    """One thing that keeps a question out. Raised and caught here."""

    def __init__(self, line: int, column: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(line, column, message)


def _parsed(root: Element, lines: Mapping[Element, int]) -> Parsed:
    questions: list[Written] = []
    problems: list[Problem] = []
    category = ""
    for element in root:
        kind = element.get("type", "")
        if kind == "category":
            category = element.findtext("category/text", "")
            continue
        if len(questions) + len(problems) == MOST_QUESTIONS:
            problems.append(Problem(lines[element], "file", TOO_MANY))
            break
        try:
            found = as_written(_Reading(element, lines).item(kind, category))
        except _FaultyError as error:
            found = error.problem
        if isinstance(found, Written):
            questions.append(found)
        else:
            problems.append(found)
    return Parsed(tuple(questions), tuple(problems))


class _Reading:
    """Reads one <question>."""

    def __init__(self, element: Element, lines: Mapping[Element, int]) -> None:
        self.element = element
        self.lines = lines

    def item(self, kind: str, category: str) -> Item:
        """The question; raises at what we can't take."""
        line = self.lines[self.element]
        if self.element.tag != "question" or kind not in _KINDS:
            raise _FaultyError(line, "type", NO_TYPE.format((kind or self.element.tag)[:40]))
        if any(True for _ in self.element.iter("file")):
            raise _FaultyError(line, "question", PICTURE)
        if kind == SHORT and self.element.findtext("usecase", "0").strip() == "1":
            raise _FaultyError(line, "usecase", CASE)
        several = self.element.findtext("single", "true").strip().lower() in ("false", "0")
        return Item(
            kind,
            " ".join(self._lines(self.element.find("questiontext"), "question")),
            line,
            tuple(self._answer(each, kind) for each in self.element.findall("answer")),
            several and kind == CHOICE,
            self.element.findtext("name/text", "").strip(),
            category,
            tuple(self._lines(self.element.find("generalfeedback"), "general feedback")),
            {**self._points(), **self._unit()},
        )

    def _answer(self, element: Element, kind: str) -> Answer:
        line = self.lines[element]
        written_ = element.get("fraction", "0")
        share = share_of(written_)
        if share is None:
            raise _FaultyError(line, "fraction", BAD_SHARE.format(written_[:20]))
        if kind == CHOICE:
            text = " ".join(self._lines(element, "answers"))
        else:
            text = " ".join(element.findtext("text", "").split())
        feedback = " ".join(self._lines(element.find("feedback"), "feedback"))
        return Answer(
            text.lower() if kind == TRUTH else text, share, feedback, element.findtext("tolerance", "").strip(), line
        )

    def _lines(self, element: Element | None, column: str) -> list[str]:
        """The lines of a text, which is HTML unless it says that it is plain."""
        if element is None:
            return []
        text = element.findtext("text", "")
        if element.get("format") in ("plain_text", "markdown"):
            return [" ".join(each.split()) for each in text.split("\n") if each.strip()]
        try:
            return html_text.lines(text)
        except html_text.NotTextError as error:
            raise _FaultyError(self.lines[element], column, str(error)) from None

    def _points(self) -> dict[str, str]:
        """Moodle's mark where it is one that we have; one point is the usual."""
        grade = share_of(self.element.findtext("defaultgrade", "1"))
        return {"points": str(int(grade))} if grade and grade == int(grade) and grade > 1 else {}

    def _unit(self) -> dict[str, str]:
        if self.element.findtext("unitgradingtype", "0").strip() not in ("0", ""):
            raise _FaultyError(self.lines[self.element], "units", UNIT_MARKED)
        units = self.element.findall("units/unit")
        if len(units) > 1:
            raise _FaultyError(self.lines[units[1]], "units", MANY_UNITS)
        name = " ".join(units[0].findtext("unit_name", "").split()) if units else ""
        return {"unit": name} if name else {}


def _question_xml(item: Item) -> str:
    parts = [
        f"<name>{_text(item.name or item.text[:40])}</name>",
        f'<questiontext format="html">{_html([item.text])}</questiontext>',
        f'<generalfeedback format="html">{_html(item.steps)}</generalfeedback>',
        f"<defaultgrade>{item.extra.get('points', '1')}</defaultgrade>",
    ]
    if item.kind == CHOICE:
        parts += [f"<single>{'false' if item.several else 'true'}</single>", "<shuffleanswers>true</shuffleanswers>"]
    if item.kind == SHORT:
        parts.append("<usecase>0</usecase>")
    parts += [_answer_xml(item, answer) for answer in item.answers]
    if unit := item.extra.get("unit"):
        named = f"<multiplier>1</multiplier><unit_name>{escape(unit)}</unit_name>"
        parts.append(f"<units><unit>{named}</unit></units>")
        left = "1" if unit in BEFORE else "0"
        parts.append(f"<unitgradingtype>0</unitgradingtype><showunits>0</showunits><unitsleft>{left}</unitsleft>")
    return f'<question type="{item.kind}">\n  ' + "\n  ".join(parts) + "\n</question>"


def _answer_xml(item: Item, answer: Answer) -> str:
    text = _html([answer.text]) if item.kind == CHOICE else _text(answer.text)
    shape = "html" if item.kind == CHOICE else "plain_text"
    feedback = f'<feedback format="html">{_html([answer.feedback] if answer.feedback else [])}</feedback>'
    tolerance = f"<tolerance>{answer.tolerance or '0'}</tolerance>" if item.kind == NUMERICAL else ""
    share = tidy_share(answer.share)
    return f'<answer fraction="{share}" format="{shape}">{text}{feedback}{tolerance}</answer>'


def _html(lines: Sequence[str]) -> str:
    """Paragraphs of escaped text, escaped once more as XML wants it."""
    return _text("".join(f"<p>{escape(line, quote=False)}</p>" for line in lines))


def _text(text: str) -> str:
    return f"<text>{escape(text, quote=False)}</text>"
