"""What GIFT and Moodle XML share: a question as Moodle has it, with answers, their shares of the mark and feedback.

A wrong answer's feedback is our slip, the general feedback our steps, the last part of a category our topic, a name
that could be an id our id. Texts here are plain, with formulas in TeX. This module must not know either file format.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.drafts import SLUG
from challenge.catalogue.formats.checking import lettered
from challenge.catalogue.formats.formula import UnsayableError
from challenge.catalogue.formats.tex import to_tex, with_formulas
from challenge.catalogue.formats.written import (
    Fields,
    Place,
    Problem,
    Written,
    listed,
    part_of,
    slips_of,
    text_of,
)
from challenge.catalogue.topics import TOPICS

CHOICE, TRUTH, SHORT, NUMERICAL = "multichoice", "truefalse", "shortanswer", "numerical"
ALL = Decimal(100)

NO_FORMULA = "A formula has “{}”, which we can't read. Write it with \\frac, \\sqrt, ^ and plain signs, or in words."
PARTLY = "This answer is partly right, which we don't have. Make it right (100%) or wrong (0%)."
NONE_RIGHT = "No answer is right. Give one of them 100%."
ANYTHING = "“*” stands for any answer, which we don't have. Remove this answer, or write it out."
TWO_TOLERANCES = "The right answers have different tolerances. Give all of them the same."
OWN_TOLERANCE = "A wrong answer can't have a tolerance of its own. Set it to 0."
NO_NUMBER = "“{}” is no plain number. Write it with digits and a point, such as 3.5."

MOST_CHARACTERS = 2_000
"""Of a text with its TeX; what it may hold in our notation is checked later."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FORMS = ("form", "policy", "percent", "units")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. share: of the mark in per cent, 0 or less if it is wrong. line: where it stands."""

    text: str
    share: Decimal = ALL
    feedback: str = ""
    tolerance: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """A question. several: whether more than one answer may be ticked. steps: the general feedback, line by line."""

    kind: str
    text: str
    line: int
    answers: tuple[Answer, ...]
    several: bool = False
    name: str = ""
    category: str = ""
    steps: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


class _FaultyError(Exception):
    """One thing in an item that we can't take. Raised and caught here."""

    def __init__(self, line: int, column: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(line, column, message)


def written(item: Item) -> Written | Problem:
    """The question as we write it, or what keeps it out."""
    try:
        return _written(item)
    except _FaultyError as error:
        return error.problem


def item_of(fields: Mapping[str, object]) -> Item:
    """A question that `cannot` says nothing about as Moodle has it. Raises UnsayableError at a formula."""
    kind = {"choices": CHOICE, "choice": CHOICE, "truth": TRUTH, "text": SHORT, "number": NUMERICAL}[
        str(fields["type"])
    ]
    answers = {CHOICE: _options, TRUTH: _truths, SHORT: _typed, NUMERICAL: _typed}[kind](fields)
    return Item(
        kind=kind,
        text=to_tex(text_of(fields, "text")),
        line=1,
        answers=tuple(answers),
        several=fields["type"] == "choices",
        name=text_of(fields, "id"),
        category=text_of(fields, "topic"),
        steps=tuple(to_tex(step) for step in listed(fields.get("steps"))),
        extra={name: text_of(fields, name) for name in ("points", "unit") if name in fields},
    )


def cannot(fields: Mapping[str, object], *, units: bool) -> str:
    """Why Moodle can't say this question; empty if it can. units: whether the file has a place for them."""
    kind = text_of(fields, "type")
    if kind not in ("choice", "choices", "truth", "text", "number"):
        return f"It has no questions of the type “{kind}”."
    if asked := next((name for name in _FORMS if name in fields), ""):
        return f"It has no place for “{asked}”, which says what is marked right."
    if "unit" in fields and not units:
        return "It has no place for a unit beside the answer."
    if kind in ("text", "number"):
        typed = [*listed(fields.get("key")), *(text_of(slip, "answer") for slip in slips_of(fields))]
        typed += [text_of(fields, "tolerance")] if "tolerance" in fields else []
        if odd := next((each for each in typed if not _is_sayable(kind, each)), ""):
            return f"“{odd}” isn't a plain number." if kind == "number" else f"“{odd}” has a sign with a meaning there."
    try:
        item_of(fields)
    except UnsayableError as error:
        return f"A formula with “{error}” can't be written as TeX and read back."
    return ""


def as_carried(fields: Mapping[str, object], *extra: str) -> Fields:
    """What of a question comes back from Moodle's files."""
    names = ("id", "topic", "type", "text", "options", "key", "tolerance", "slip", "slips", "steps", *extra)
    return {name: value for name, value in fields.items() if name in names}


def tidy_share(share: Decimal) -> str:
    """A share as Moodle writes it: 100, 50, 33.33333."""
    text = f"{share.quantize(Decimal('0.00001')):f}"
    return text.rstrip("0").rstrip(".")


def share_of(text: str) -> Decimal | None:
    """A share that somebody wrote; None if it is no number from -100 to 100."""
    try:
        share = Decimal(text.strip())
    except InvalidOperation:
        return None
    return share if share.is_finite() and abs(share) <= ALL else None


def _is_sayable(kind: str, typed: str) -> bool:
    return bool(_NUMBER.fullmatch(typed)) if kind == "number" else "*" not in typed


def _options(fields: Mapping[str, object]) -> list[Answer]:
    key = listed(fields.get("key"))
    options = part_of(fields, "options")
    wrong = -ALL / max(len(options) - len(key), 1) if fields["type"] == "choices" else Decimal(0)
    shares = {letter: ALL / len(key) if letter in key else wrong for letter in options}
    return [
        Answer(to_tex(text_of(option, "text")), shares[letter], to_tex(text_of(option, "slip")))
        for letter, option in options.items()
        if isinstance(option, dict)
    ]


def _truths(fields: Mapping[str, object]) -> list[Answer]:
    right = fields["key"]
    slip = to_tex(text_of(fields, "slip"))
    return [
        Answer(word, ALL if word == right else Decimal(0), "" if word == right else slip) for word in ("true", "false")
    ]


def _typed(fields: Mapping[str, object]) -> list[Answer]:
    tolerance = text_of(fields, "tolerance")
    right = [Answer(key, tolerance=tolerance) for key in listed(fields.get("key"))]
    wrong = [Answer(text_of(s, "answer"), Decimal(0), to_tex(text_of(s, "because"))) for s in slips_of(fields)]
    return right + wrong


def _written(item: Item) -> Written:
    fields: Fields = {}
    places = {"text": Place(item.line, "question"), "steps": Place(item.line, "general feedback")}
    if re.fullmatch(SLUG, item.name):
        fields["id"] = item.name
        places["id"] = Place(item.line, "name")
    if (topic := item.category.rpartition("/")[2].strip()) in TOPICS:
        fields["topic"] = topic
    fields["text"] = _ours(item.text, item.line, "question")
    fields |= {CHOICE: _choice, TRUTH: _truth, SHORT: _short, NUMERICAL: _numerical}[item.kind](item, places)
    praise = [(each.feedback, each.line) for each in item.answers if each.share > 0 and each.feedback]
    steps = [*((step, item.line) for step in item.steps), *praise]
    if steps:
        fields["steps"] = [_ours(step, line, "feedback") for step, line in steps]
    return Written({**fields, **item.extra}, Place(item.line, "question"), places)


def _choice(item: Item, places: dict[str, Place]) -> Fields:
    right = [n for n, answer in enumerate(item.answers) if answer.share > 0]
    if not right:
        raise _FaultyError(item.line, "answers", NONE_RIGHT)
    if len(item.answers) > len(LETTERS):
        message = f"There are {len(item.answers)} answers. Leave {len(LETTERS)} of them at most."
        raise _FaultyError(item.line, "answers", message)
    partly = next((each for each in item.answers if 0 < each.share < ALL), None)
    if not item.several and (partly or len(right) > 1):
        raise _FaultyError((partly or item.answers[right[1]]).line, "answers", PARTLY)
    options: list[Fields] = []
    places["options"] = Place(item.answers[0].line, "answers")
    for letter, answer in zip(LETTERS, item.answers, strict=False):
        option: Fields = {"text": _ours(answer.text, answer.line, f"answer {letter}")}
        if answer.feedback and answer.share <= 0:
            option["slip"] = _ours(answer.feedback, answer.line, f"feedback {letter}")
        options.append(option)
        places |= {
            f"options.{letter}": Place(answer.line, f"answer {letter}"),
            f"options.{letter}.slip": Place(answer.line, f"feedback {letter}"),
        }
    letters = [LETTERS[n] for n in right]
    kind = "choices" if item.several else "choice"
    return {"type": kind, "options": lettered(options), "key": letters if item.several else letters[0]}


def _truth(item: Item, places: dict[str, Place]) -> Fields:
    right = next((each.text for each in item.answers if each.share > 0), "")
    if right not in ("true", "false"):
        raise _FaultyError(item.line, "answers", NONE_RIGHT)
    fields: Fields = {"type": "truth", "key": right}
    wrong = next((each for each in item.answers if each.share <= 0 and each.feedback), None)
    if wrong:
        fields["slip"] = _ours(wrong.feedback, wrong.line, "feedback")
        places["slip"] = Place(wrong.line, "feedback")
    return fields


def _short(item: Item, places: dict[str, Place]) -> Fields:
    if wild := next((each for each in item.answers if "*" in each.text), None):
        raise _FaultyError(wild.line, "answers", ANYTHING)
    return {"type": "text", **_keys_and_slips(item, [each.text for each in item.answers], places)}


def _numerical(item: Item, places: dict[str, Place]) -> Fields:
    texts = [_number(answer) for answer in item.answers]
    fields: Fields = {"type": "number", **_keys_and_slips(item, texts, places)}
    tolerances = {_tolerance(answer) for answer in item.answers if answer.share > 0}
    if len(tolerances) > 1:
        raise _FaultyError(item.line, "tolerance", TWO_TOLERANCES)
    if own := next((each for each in item.answers if each.share <= 0 and _tolerance(each) != "0"), None):
        raise _FaultyError(own.line, "tolerance", OWN_TOLERANCE)
    if (tolerance := tolerances.pop()) != "0":
        fields["tolerance"] = tolerance
        places["tolerance"] = Place(item.line, "tolerance")
    return fields


def _keys_and_slips(item: Item, texts: Sequence[str], places: dict[str, Place]) -> Fields:
    """Right answers are keys, wrong ones with feedback slips; a wrong one without says nothing new."""
    keys: list[str] = []
    slips: list[Fields] = []
    for text, answer in zip(texts, item.answers, strict=True):
        if 0 < answer.share < ALL:
            raise _FaultyError(answer.line, "answers", PARTLY)
        if answer.share > 0:
            keys.append(text)
            places[f"key[{len(keys)}]"] = places.setdefault("key", Place(answer.line, "answers"))
        elif answer.feedback:
            slips.append({"answer": text, "because": _ours(answer.feedback, answer.line, "feedback")})
            places[f"slips[{len(slips)}]"] = Place(answer.line, "answers")
            places[f"slips[{len(slips)}].because"] = Place(answer.line, "feedback")
    if not keys:
        raise _FaultyError(item.line, "answers", NONE_RIGHT)
    fields: Fields = {"key": keys if len(keys) > 1 else keys[0]}
    return {**fields, "slips": slips} if slips else fields


def _number(answer: Answer) -> str:
    if answer.text.strip() == "*":
        raise _FaultyError(answer.line, "answers", ANYTHING)
    return _plain_number(answer.text, answer, "answers")


def _tolerance(answer: Answer) -> str:
    return _plain_number(answer.tolerance or "0", answer, "tolerance")


def _plain_number(text: str, answer: Answer, column: str) -> str:
    """A number as we write it, without the noughts that a database puts behind it."""
    number = text.strip().replace("\N{MINUS SIGN}", "-")
    if not re.fullmatch(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?", number):
        raise _FaultyError(answer.line, column, NO_NUMBER.format(text.strip()[:40]))
    if _NUMBER.fullmatch(number) and not re.search(r"\.[0-9]*0{4,}$", number):
        return number if Decimal(number) or column != "tolerance" else "0"
    plain = f"{Decimal(number):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _ours(text: str, line: int, column: str) -> str:
    """A plain text with TeX in the authors' notation."""
    if len(text) > MOST_CHARACTERS:
        raise _FaultyError(line, column, f"This is {len(text)} characters long. Shorten it to a sentence or two.")
    try:
        return " ".join(with_formulas(text).split())
    except UnsayableError as error:
        raise _FaultyError(line, column, NO_FORMULA.format(error)) from None
