"""Answers that are typed: keys and slips, read and tried by the very rules that mark teams.

A key must be readable and as it is asked for, and no slip may be right. This module must not know Typst or HTML, nor
any type's notation: the marking knows that.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from challenge.catalogue.answers import Answers, DraftSlip, slip_fields, typed_slip
from challenge.catalogue.fields import Fields, Text
from challenge.catalogue.values import rounded, shown
from challenge.catalogue.wanting import wanted_in
from challenge.rules.marking import Reading, Verdict, mark, read
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import FormPolicy, Kind, Option, Question, Wanted
from challenge.rules.refusal import Refused

MOST_KEYS = 12
ONE_SET = "Write all solutions as one text, such as “x = 2 or x = -3”. A list means that each is right by itself."


def typed(kind: Kind) -> Callable[[Fields], Answers]:
    """How the answers of a typed question are read."""
    return partial(_answers, kind)


def question_of(kind: Kind, key: Sequence[str], wanted: Wanted, *, options: tuple[Option, ...] = ()) -> Question:
    """A question of nothing but its key, to try answers on."""
    return Question(
        id="", kind=kind, topic="", calculator=False, seconds=0, points=1, text="", words=0,
        key=tuple(key), answer="", trick="", steps=(), options=options, wanted=wanted,
    )  # fmt: skip


def is_readable(fields: Fields, written: Text, *, kind: Kind, wanted: Wanted) -> bool:
    """Whether the marking can read this key or slip; noted, if it can't."""
    found = read(kind, written.source, wanted) if written.source else None
    if isinstance(found, Refused):
        fields.report.note(written.line, written.field, f"“{written.source}” can't be read. {found.message}")
    return isinstance(found, Reading)


def _answers(kind: Kind, fields: Fields) -> Answers:
    wanted = wanted_in(fields, kind)
    keys = fields.one_or_more("key", MOST_KEYS, length=MOST_CHARACTERS)
    slips = [(each, typed_slip(each)) for each in slip_fields(fields)]
    answer = Text("", fields.line("key"), fields.place("key"))
    readable = [is_readable(fields, key, kind=kind, wanted=wanted) for key in keys]
    if all(readable):
        question = question_of(kind, [key.source for key in keys], wanted)
        _refuse_twins(fields, question)
        answer = replace(answer, source=_right_answer(fields, question))
        _refuse_right_slips(slips, question)
    return Answers(tuple(key.source for key in keys), answer, slips=tuple(slip for _, slip in slips), wanted=wanted)


def _refuse_twins(fields: Fields, question: Question) -> None:
    """Keys are alternatives: none may be worth the same as another, and a set of solutions is one answer."""
    keys = question.key
    if question.kind is Kind.SOLUTIONS and len(keys) > 1:
        fields.wrong("key", ONE_SET)
    for n, key in enumerate(keys):
        if _is_among(keys[:n], key, question):
            fields.wrong("key", f"“{key}” is right already by the one before it. Remove it.")


def _right_answer(fields: Fields, question: Question) -> str:
    """Every right answer in the authors' notation; noted, if one would itself not be marked right."""
    asked = [_as_asked(fields, question, key) for key in question.key]
    written = [_written(question, each) for each in asked]
    return written[0] if question.kind is Kind.TEXT else " or ".join(written)


def _as_asked(fields: Fields, question: Question, key: str) -> str:
    """A key as a team has to type it: as it stands, or rounded, where the form says so."""
    for typed_ in (key, *rounded(key, question.wanted.form)):
        itself = mark(question, typed_)
        if itself.verdict is Verdict.RIGHT and not itself.reason:
            return typed_
    remedy = mark(question, key).reason
    fields.wrong("key", f"“{key}” is not as it is asked for. {remedy} Mend the key or the form.")
    return key


def _written(question: Question, typed_: str) -> str:
    if question.kind is Kind.TEXT:
        return typed_
    reading = read(question.kind, typed_, question.wanted)
    return shown(question.kind, reading.written) if isinstance(reading, Reading) else ""


def _refuse_right_slips(slips: Sequence[tuple[Fields, DraftSlip]], question: Question) -> None:
    earlier: list[str] = []
    for fields, slip in slips:
        written = Text(slip.answer, fields.line("answer"), fields.place("answer"))
        if not is_readable(fields, written, kind=question.kind, wanted=question.wanted):
            continue
        if mark(question, slip.answer).verdict is not Verdict.WRONG or _is_among(earlier, slip.answer, question):
            fields.wrong("answer", "This is a right answer too, or an earlier slip again. Change or remove it.")
        earlier.append(slip.answer)


def _is_among(keys: Sequence[str], typed_: str, question: Question) -> bool:
    """Whether it has the same value as one of these, whatever form is asked for."""
    plainly = replace(question.wanted, form="", tolerance="", policy=FormPolicy.OPTIONAL)
    one_of_them = question_of(question.kind, keys, plainly)
    return bool(keys) and mark(one_of_them, typed_).verdict is not Verdict.WRONG
