"""A proof of a question: its answer by another road than its steps, and the check of the question against it.

Answers are computed from the numbers in a question's text, never copied from its key. Exact values only: int, Fraction,
sympy. `faults` says what is wrong with a question, as fields an author wrote; nothing, and the question is proven.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Any

import sympy

from tests.proofs import worth
from tests.proofs.keys import as_asked, read_key, read_proven


@dataclass(frozen=True)
class Proof:
    """What a question's answer is, and what its options or items are worth.

    answer: typed number or money, the value in the printed unit or £; quantity, duration (unit="min") and time
    (unit="clock", minutes after midnight), the value in `unit`; ratio and coordinates, a tuple; expression and equation
    (left − right, up to a factor), sympy; inequality, a relation or a set; solutions, a set; text, a word. Choice and
    choices: the right value, or a set of those that are.
    options: what each option is worth, by its letter or text; left out where their texts say it, read by `read` in
    `unit`. items: what each is sorted by, likewise; `descending` if the biggest comes first. holds: whether the
    statement is true. facts: what a question without numbers rests on.
    """

    answer: Any = None
    options: Mapping[str, Any] | None = None
    items: Mapping[str, Any] | None = None
    descending: bool = False
    holds: Any = None
    unit: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    read: Callable[[str], Any] | None = None


def faults(question: Mapping[str, Any], proof: Proof) -> list[str]:
    """Everything in which a question's fields don't agree with its proof."""
    kind = str(question["type"])
    by_kind = {"choice": _of_choice, "choices": _of_choice, "truth": _of_truth, "order": _of_order, "text": _of_text}
    try:
        return by_kind.get(kind, _of_typed)(question, proof)
    except (ValueError, TypeError, KeyError, sympy.SympifyError, SyntaxError) as error:
        return [f"can't be read: {error!r}"]


def _of_choice(question: Mapping[str, Any], proof: Proof) -> list[str]:
    texts = {letter: str(option["text"]) for letter, option in question["options"].items()}
    values = {letter: _value(letter, text, proof.options, proof) for letter, text in texts.items()}
    key = [question["key"]] if question["type"] == "choice" else list(question["key"])
    wanted = worth.exact(proof.answer)
    right = [letter for letter, value in values.items() if _is_wanted(value, wanted)]
    found = [] if right == sorted(key) else [f"the right options are {right}, the key says {key}"]
    many_may_be_equal = question["type"] == "choices" and not isinstance(wanted, set)
    for one, other in combinations(values, 2):
        together = many_may_be_equal and one in right and other in right
        if texts[one] == texts[other] or (_are_equal(values[one], values[other]) and not together):
            found.append(f"options {one} and {other} are equal")
    return found


def _is_wanted(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, set):
        return any(worth.is_same(value, each) for each in wanted)
    return worth.is_same(value, wanted)


def _are_equal(one: Any, other: Any) -> bool:
    """Options that are worth no more than yes or no may well be worth the same."""
    return not isinstance(one, bool) and worth.is_same(one, other)


def _value(name: str, text: str, given: Mapping[str, Any] | None, proof: Proof) -> Any:
    if given is not None:
        return worth.exact(given[name] if name in given else given[text])
    return worth.exact(proof.read(text) if proof.read else worth.option(text, proof.unit))


def _of_truth(question: Mapping[str, Any], proof: Proof) -> list[str]:
    if proof.holds not in (True, False):
        return ["the proof doesn't say whether the statement holds"]
    return [] if str(question["key"]).lower() == str(bool(proof.holds)).lower() else ["the statement's key is wrong"]


def _of_order(question: Mapping[str, Any], proof: Proof) -> list[str]:
    items = [str(item) for item in question["items"]]
    values = {item: _value(item, item, proof.items, proof) for item in items}
    keys = [values[item] for item in items][:: -1 if proof.descending else 1]
    found = [] if all(bool(one < next_) for one, next_ in pairwise(keys)) else [f"out of order: {keys}"]
    slips = [_slipped(slip["answer"], items) for slip in question.get("slips", ())]
    found += [f"slip {slip} is not another order of the items" for slip in slips if sorted(slip) != sorted(items)]
    return found + _twice([items, *slips], lambda one, other: bool(one == other))


def _slipped(answer: Any, items: list[str]) -> list[str]:
    return items[::-1] if answer in ("reversed", ["reversed"]) else [str(item) for item in answer]


def _of_text(question: Mapping[str, Any], proof: Proof) -> list[str]:
    keys = _several(question["key"])
    found = [] if str(proof.answer).casefold() == keys[0].casefold() else [f"the key is {keys[0]}, not {proof.answer}"]
    slips = [str(slip["answer"]) for slip in question.get("slips", ())]
    return found + _twice([*keys, *slips], lambda one, other: one.casefold() == other.casefold())


def _of_typed(question: Mapping[str, Any], proof: Proof) -> list[str]:
    """Each key is worth the answer, in the asked form; each slip is worth something else, and no two the same."""
    kind = str(question["type"])
    form = str(question.get("form", ""))
    answer = as_asked(read_proven(kind, proof.answer, proof.unit), form)
    found = []
    for key in _several(question["key"]):
        value = as_asked(read_key(kind, key, proof.unit), form)
        if not _is_answer(kind, value, answer):
            found.append(f"the key {key} is worth {value}, not {answer}")
    slips = [read_key(kind, str(slip["answer"]), proof.unit) for slip in question.get("slips", ())]
    found += [f"a slip is the answer: {slip}" for slip in slips if _is_answer(kind, slip, answer)]
    # A slip is found by the rounded value too: of 3.75 and 3.8 the first would always be named at one decimal place.
    return found + _twice([as_asked(slip, form) for slip in slips], lambda one, other: _is_answer(kind, one, other))


def _is_answer(kind: str, one: Any, other: Any) -> bool:
    if kind == "equation":
        return worth.is_multiple(one, other)
    return worth.is_same(one, other)


def _several(key: Any) -> list[str]:
    return [str(each) for each in key] if isinstance(key, list | tuple) else [str(key)]


def _twice(values: Iterable[Any], are_same: Callable[[Any, Any], bool]) -> list[str]:
    """The answer and the slips, or the slips among themselves, where they are the same."""
    return [f"{one} and {other} are the same answer" for one, other in combinations(values, 2) if are_same(one, other)]
