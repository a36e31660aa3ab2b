"""GIFT, Moodle's format of plain text: `::name:: question {=right ~wrong#feedback}`.

Taken are choices, several choices with weights, true or false, short answers and numbers; everything else that GIFT
has is refused by name. This module knows nothing but this format.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from html import escape

from challenge.catalogue.formats import html_text
from challenge.catalogue.formats.items import (
    ALL,
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
from challenge.catalogue.formats.written import MOST_QUESTIONS, Fields, Parsed, Problem, Written

ESSAY = "An essay can't be marked by a program. Leave it out, or give it an answer."
MATCHING = "This is a matching question, which we don't have. Leave it out, or make an order or choices of it."
NO_ANSWERS = "There are no answers in { } here. Add them, or remove this text."
NO_END = "The “}” after the answers is missing. Add it; a “}” that is text is written “\\}”."
NO_QUESTION = "There are answers without a question. Write one before the “{”."
NO_SIGN = "Answers begin with “=” (right) or “~” (wrong). Put one of them before each."
BAD_WEIGHT = "“%{}%” is no weight from -100 to 100. Mend it."
TOO_MANY = f"There are more than {MOST_QUESTIONS} questions. Split the file in two."
HIDDEN = "There is a hidden character here. Delete it and type the text again."

_ESCAPED = "\\~=#{}:n"
_HELD = {sign: chr(0xE000 + n) for n, sign in enumerate(_ESCAPED)}
_FREED = str.maketrans({held: "\n" if sign == "n" else sign for sign, held in _HELD.items()})
_SIGNS = re.compile(r"([\\~=#{}:])")

_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(?P<format>html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%(?P<weight>[^%\s]*)%")
_TRUTH = re.compile(r"\s*(?P<word>T|TRUE|F|FALSE)\s*(?:#(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)
_RANGE = re.compile(r"\s*(?P<low>-?[0-9.]+)\.\.(?P<high>-?[0-9.]+)\s*")
_TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|span|div|sup|sub|img|u|ul|ol|li|script|iframe|svg)\b[^<>]*>", re.IGNORECASE
)


def looks_like_gift(text: str) -> bool:
    """Whether there are answers in braces somewhere."""
    return bool(re.search(r"(?<!\\)\{[^{}]*(?<!\\)\}", text)) or text.lstrip().startswith(("::", "$CATEGORY:"))


def parse(text: str) -> Parsed:
    """The questions of a file; an empty line ends each."""
    if any(chr(0xE000 + n) in text for n in range(len(_ESCAPED))):
        line = next(n for n, each in enumerate(text.split("\n"), start=1) if re.search("[\ue000-\ue007]", each))
        return Parsed((), (Problem(line, "question", HIDDEN),))
    questions: list[Written] = []
    problems: list[Problem] = []
    category = ""
    for block in _blocks(text):
        if block.text.lstrip().startswith("$CATEGORY:"):
            category = block.text.partition(":")[2].strip()
            continue
        if len(questions) + len(problems) == MOST_QUESTIONS:
            problems.append(Problem(block.line, "file", TOO_MANY))
            break
        found = _question(block, category)
        if isinstance(found, Written):
            questions.append(found)
        else:
            problems.append(found)
    return Parsed(tuple(questions), tuple(problems))


def written(questions: Sequence[Mapping[str, object]]) -> bytes:
    """A file of questions that `cannot` says nothing about."""
    blocks, category = [], ""
    for item in map(item_of, questions):
        if item.category and item.category != category:
            blocks.append(f"$CATEGORY: {item.category}")
        category = item.category or category
        blocks.append(_block(item))
    return ("\n\n".join(blocks) + "\n").encode()


def cannot(fields: Mapping[str, object]) -> str:
    """Why GIFT can't say this question; empty if it can."""
    return no_item(fields, units=False)


def as_carried(fields: Mapping[str, object]) -> Fields:
    """What of a question comes back from GIFT."""
    return carried(fields)


@dataclass(frozen=True, slots=True)
class _Block:
    """A text with its escaped signs held back, its first line, and the format that its question names."""

    text: str
    line: int
    shape: str = ""

    def line_at(self, at: int) -> int:
        """The line of a place in the text."""
        return self.line + self.text.count("\n", 0, at)

    def part(self, text: str, at: int) -> "_Block":
        """A part of it that begins at a place in it."""
        return _Block(text, self.line_at(at), self.shape)


class _FaultyError(Exception):
    """One thing that keeps a question out. Raised and caught here."""

    def __init__(self, line: int, column: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(line, column, message)


def _blocks(text: str) -> Iterator[_Block]:
    """What stands between empty lines, comments left out; a category's line is a block of its own."""
    found: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if not line.strip() or line.lstrip().startswith("$CATEGORY:"):
            if any(each.strip() for each in found):
                yield _Block("\n".join(found), start)
            found = []
            if line.strip():
                yield _Block(line, number)
            continue
        if not found:
            start = number
        found.append("" if line.lstrip().startswith("//") else _held(line))


def _held(line: str) -> str:
    """The line with each escaped sign as a character that nobody types."""
    return re.sub(r"\\([\\~=#{}:n])", lambda found: _HELD[found[1]], line)


def _question(block: _Block, category: str) -> Written | Problem:
    try:
        return as_written(_item(block, category))
    except _FaultyError as error:
        return error.problem


def _item(block: _Block, category: str) -> Item:
    text, at, name = block.text, 0, ""
    if title := _TITLE.match(text):
        name, at = _freed(title["title"]), title.end()
    if shape := _FORMAT.match(text, at):
        block, at = replace(block, shape=shape["format"].lower()), shape.end()
    before, brace, rest = text[at:].partition("{")
    line = block.line_at(len(text) - len(text[at:].lstrip()))
    if not brace:
        raise _FaultyError(line, "answers", NO_ANSWERS)
    answers, end, after = rest.partition("}")
    start = len(text) - len(rest)
    if not end:
        raise _FaultyError(block.line_at(start), "answers", NO_END)
    if not before.strip() and not after.strip():
        raise _FaultyError(line, "question", NO_QUESTION)
    asked = f"{before.rstrip()} _____ {after.strip()}" if after.strip() else before
    said, _, general = answers.partition("####")
    steps = _lines(block.part(general, start + len(said)), "general feedback")
    kind, several, found = _answers(block.part(said, start))
    shown = _one_line(replace(block, text=asked, line=line), "question")
    return Item(kind, shown, line, tuple(found), several, name.strip(), category, tuple(steps))


def _answers(block: _Block) -> tuple[str, bool, list[Answer]]:
    """The kind of question that these answers make, whether several are right, and the answers."""
    said = block.text
    if not said.strip():
        raise _FaultyError(block.line, "answers", ESSAY)
    if said.lstrip().startswith("#"):
        return NUMERICAL, False, _numbers(block.part(said.lstrip()[1:], len(said) - len(said.lstrip())))
    if truth := _TRUTH.fullmatch(said):
        return TRUTH, False, _truths(truth, block)
    found = list(_signed(block))
    signs = {sign for sign, _, _ in found}
    if any("->" in each.text for sign, _, each in found if sign == "="):
        raise _FaultyError(block.line, "answers", MATCHING)
    is_short = signs == {"="}
    return (SHORT if is_short else CHOICE), "=" not in signs, [_answer(*each, is_short=is_short) for each in found]


def _truths(truth: re.Match[str], block: _Block) -> list[Answer]:
    """Both words; the first feedback is for the wrong one, the second for the right one."""
    right = "true" if truth["word"].upper().startswith("T") else "false"
    wrong_says, _, right_says = (truth["rest"] or "").partition("#")
    wrong = "false" if right == "true" else "true"
    praise, slip = (_one_line(replace(block, text=each), "feedback") for each in (right_says, wrong_says))
    return [Answer(right, feedback=praise, line=block.line), Answer(wrong, Decimal(0), slip, line=block.line)]


def _signed(block: _Block) -> Iterator[tuple[str, Decimal, _Block]]:
    """Each answer after the sign before it and its share."""
    starts = [found.start() for found in re.finditer("[=~]", block.text)]
    if not starts or block.text[: starts[0]].strip():
        raise _FaultyError(block.line, "answers", NO_SIGN)
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        sign, text = block.text[start], block.text[start + 1 : end]
        share = ALL if sign == "=" else Decimal(0)
        if weight := _WEIGHT.match(text):
            share, text = _share(weight["weight"], block.line_at(start)), text[weight.end() :]
        yield sign, share, block.part(text, start)


def _answer(_sign: str, share: Decimal, block: _Block, *, is_short: bool) -> Answer:
    """An answer and its feedback; a short one is what is typed, so never HTML."""
    text, _, feedback = block.text.partition("#")
    shape = "plain" if is_short else block.shape
    said = _one_line(replace(block, text=text, shape=shape), "answers")
    return Answer(said, share, _one_line(replace(block, text=feedback), "feedback"), line=block.line)


def _share(weight: str, line: int) -> Decimal:
    share = share_of(weight)
    if share is None:
        raise _FaultyError(line, "answers", BAD_WEIGHT.format(weight[:20]))
    return share


def _numbers(block: _Block) -> list[Answer]:
    """One number, or several with `=` before each."""
    if not block.text.lstrip().startswith(("=", "~")):
        return [_number(ALL, block)]
    return [_number(share, each) for _, share, each in _signed(block)]


def _number(share: Decimal, block: _Block) -> Answer:
    """3.14, 3.14:0.01 or 3..4, and feedback after a #."""
    size, _, feedback = block.text.partition("#")
    says = _one_line(replace(block, text=feedback), "feedback")
    if between := _RANGE.fullmatch(size):
        low, high = _decimal(between["low"]), _decimal(between["high"])
        if low is not None and high is not None and low <= high:
            middle, off = (low + high) / 2, (high - low) / 2
            return Answer(f"{middle:f}", share, says, f"{off:f}", block.line)
    value, _, tolerance = size.partition(":")
    return Answer(_freed(value).strip() or "*", share, says, _freed(tolerance).strip(), block.line)


def _decimal(text: str) -> Decimal | None:
    """A plain decimal number; None if it is none."""
    return Decimal(text) if re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", text) else None


def _one_line(block: _Block, column: str) -> str:
    return " ".join(_lines(block, column))


def _lines(block: _Block, column: str) -> list[str]:
    """A text, plain or HTML, without its escapes; the lines of the file mean nothing, an escaped n does."""
    own = _FORMAT.match(block.text)
    shape = own["format"].lower() if own else block.shape
    plain = _freed(" ".join(block.text[own.end() if own else 0 :].split()))
    is_html = shape == "html" or (shape in ("", "moodle") and _TAG.search(plain))
    if not is_html:
        return [" ".join(each.split()) for each in plain.split("\n") if each.strip()]
    try:
        return html_text.lines(plain.replace("\n", "<br>"))
    except html_text.NotTextError as error:
        raise _FaultyError(block.line, column, str(error)) from None


def _freed(text: str) -> str:
    return text.translate(_FREED)


def _block(item: Item) -> str:
    """A question as HTML, for Moodle typesets formulas only there; feedback takes after the question."""
    name = f"::{_escaped(item.name)}:: " if item.name else ""
    steps = "\n####" + "".join(f"<p>{_html(step)}</p>" for step in item.steps) if item.steps else ""
    return f"{name}[html]{_html(item.text)} {{{_said(item)}{steps}\n}}"


def _said(item: Item) -> str:
    if item.kind == TRUTH:
        right, wrong = sorted(item.answers, key=lambda answer: -answer.share)
        return right.text.upper() + (f"#{_html(wrong.feedback)}" if wrong.feedback else "")
    lines = [_line(item, answer) for answer in item.answers]
    return ("#" if item.kind == NUMERICAL else "") + "".join(f"\n{line}" for line in lines)


def _line(item: Item, answer: Answer) -> str:
    sign = "~" if item.kind == CHOICE and (item.several or answer.share <= 0) else "="
    has_weight = item.several or (item.kind != CHOICE and answer.share <= 0)
    weight = f"%{tidy_share(answer.share)}%" if has_weight else ""
    feedback = f"#{_html(answer.feedback)}" if answer.feedback else ""
    tolerance = f":{answer.tolerance}" if answer.tolerance else ""
    text = {CHOICE: _html, SHORT: _escaped}.get(item.kind, str)(answer.text)
    return f"{sign}{weight}{text}{tolerance}{feedback}"


def _html(text: str) -> str:
    return _escaped(escape(text, quote=False))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
