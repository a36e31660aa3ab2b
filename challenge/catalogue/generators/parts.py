"""The parts that generated questions are put together from: a kind of answer, its wrong answers with their slips.

Fields come out as an author would write them (`puzzles/SCHEMA.md`). This module must not know any generator.
"""

import random
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from challenge.catalogue.generators.wording import Number, in_pounds, plain_or_over

Fact = int | Fraction | str | tuple["Fact", ...]
Fields = dict[str, object]

LETTERS = "ABCDEF"
MOST_SLIPS = 3


class UnluckyError(Exception):
    """The dice fell so that two answers would be equal. Raised by a generator; `make` throws again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A question without id, topic and calculator, and the facts that it was built from."""

    fields: Fields
    facts: dict[str, Fact]


class Answer(NamedTuple):
    """A possible answer. value: tells it from others. text: as authors write it. slip: what leads to it, if wrong."""

    value: Hashable
    text: str
    slip: str = ""


def made(text: str, answers: Fields, *, seconds: int, trick: str, steps: Sequence[str], facts: dict[str, Fact]) -> Made:
    """A question of its text, the fields that one of the functions below gives, and its solution."""
    return Made({"text": text, **answers, "seconds": seconds, "trick": trick, "steps": list(steps)}, facts)


def one_of(dice: random.Random, right: Answer, *wrong: Answer, count: int = 4) -> Fields:
    """A choice: the right answer among the first `count` − 1 wrong ones that differ from it and from each other."""
    offered = [right, *distinct(right.value, wrong)[: count - 1]]
    if len(offered) < count:
        raise UnluckyError
    dice.shuffle(offered)
    return {"type": "choice", "options": _options(offered), "key": LETTERS[offered.index(right)]}


def all_of(dice: random.Random, *answers: Answer) -> Fields:
    """Several choices: those without a slip are right. Unlucky if two are equal, none is right or none is wrong."""
    right = sum(not answer.slip for answer in answers)
    if len({answer.value for answer in answers}) < len(answers) or right in (0, len(answers)):
        raise UnluckyError
    offered = dice.sample(answers, len(answers))
    key = [letter for letter, answer in zip(LETTERS, offered, strict=False) if not answer.slip]
    return {"type": "choices", "options": _options(offered), "key": key}


def true_or_false(*, right: bool, slip: str) -> Fields:
    """A statement; `slip` is why people choose the other word."""
    return {"type": "truth", "key": "true" if right else "false", "slip": slip}


def in_order(items: Iterable[Answer], *, backwards: str, slips: Iterable[tuple[Iterable[Answer], str]] = ()) -> Fields:
    """Items in their right order. backwards: said to those who turn it round. slips: other wrong orders, each with why.

    A slip that happens to be the right order, its reverse or an earlier slip is left out. Unlucky if two are equal.
    """
    right = list(items)
    if len({item.value for item in right}) < len(right):
        raise UnluckyError
    texts = [item.text for item in right]
    known = [texts, texts[::-1]]
    fields: list[Fields] = [{"answer": "reversed", "because": backwards}]
    for wrong, because in slips:
        if (order := [item.text for item in wrong]) not in known:
            known.append(order)
            fields.append({"answer": order, "because": because})
    return {"type": "order", "items": texts, "slips": fields}


def typed(kind: str, right: Answer, *wrong: Answer, **asked: str) -> Fields:
    """A typed answer. asked: unit, form and so on, as SCHEMA.md names them. Unlucky if no slip differs from the key."""
    slips = [{"answer": slip.text, "because": slip.slip} for slip in distinct(right.value, wrong)]
    if not slips:
        raise UnluckyError
    return {"type": kind, "key": right.text, **asked, "slips": slips[:MOST_SLIPS]}


def typed_number(
    value: Number, *slips: tuple[Number, str], write: Callable[[Number], str] | None = None, **asked: str
) -> Fields:
    """A typed number with slips as (value, because). write: how they stand in the key; decimals where that can be."""
    in_key = write or plain_or_over
    wrong = [Answer(Fraction(each), in_key(each), because) for each, because in slips]
    return typed("number", Answer(Fraction(value), in_key(value)), *wrong, **asked)


def typed_money(pence: Number, *slips: tuple[Number, str], **asked: str) -> Fields:
    """A typed amount of money with slips as (pence, because); all in pence, whole ones."""
    wrong = [Answer(Fraction(each), in_pounds(each), because) for each, because in slips if _is_paid(each)]
    return typed("money", Answer(Fraction(pence), in_pounds(pence)), *wrong, **asked)


def typed_text(spellings: Sequence[str], *slips: tuple[str, str]) -> Fields:
    """A typed word: the spellings that are right, the best first, and slips as (word, because)."""
    wrong = [Answer(word, word, because) for word, because in slips if word not in spellings]
    return {**typed("text", Answer(spellings[0], spellings[0]), *wrong), "key": list(spellings)}


def distinct(right: Hashable, wrong: Iterable[Answer]) -> list[Answer]:
    """The wrong answers that differ in value from the right one and from those before them."""
    known = {right}
    found = []
    for each in wrong:
        if each.value not in known:
            known.add(each.value)
            found.append(each)
    return found


def _options(offered: Sequence[Answer]) -> Fields:
    return {
        letter: {"text": answer.text, "slip": answer.slip} if answer.slip else {"text": answer.text}
        for letter, answer in zip(LETTERS, offered, strict=False)
    }


def _is_paid(pence: Number) -> bool:
    return pence > 0 and Fraction(pence).denominator == 1
