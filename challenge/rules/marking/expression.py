"""Reading and marking an expression: 2x + 3, 3(x + 2), x/2. Any rewriting with the same value is the same answer.

A capital letter counts as the small one, since phones start with a capital unasked; only where one letter occurs both
ways are the two told apart.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from challenge.rules.marking.expression_forms import (
    FACTORISE_FURTHER,
    SIMPLER,
    goes_as_far,
    unexpanded,
    unfactorised,
    unsimplified,
)
from challenge.rules.marking.grammar import READINGS_KEPT, TROUBLES, parsed, trouble
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.saying import said
from challenge.rules.marking.tokens import UnreadableError, has_both_cases, plain, refusal
from challenge.rules.marking.trees import Tree, worth, written
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Wanted
from challenge.rules.refusal import Refused

EQUALS = refusal("Leave out the equals sign and what is in front of it. Type it like 5a + 7.")

_FORMS: Mapping[str, Callable[[Tree], str]] = {
    "": unsimplified,
    "simplified": unsimplified,
    "expanded": unexpanded,
    "factorised": unfactorised,
    "any": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Expression(Reading):
    """tree: as it was typed, in small letters. in_small_letters: the same once more, where it has both cases."""

    tree: Tree
    in_small_letters: "Expression | None" = None


def read(typed: str, _wanted: Wanted) -> Expression | Refused:
    """The expression typed, or why it can't be read and how to mend it."""
    return _understood(typed)


def off_form(given: Expression, wanted: Wanted) -> str:
    """What keeps it from the asked form."""
    try:
        return _FORMS[wanted.form](given.tree)
    except ArithmeticError:
        return SIMPLER


def judge(key: Expression, given: Expression, wanted: Wanted) -> Judged:
    """Right if the values are equal; a factorised one must go as far as the key does."""
    if given.in_small_letters and not key.in_small_letters:
        return _in_small_letters(key, given.in_small_letters, wanted)
    if key.value != given.value:
        return Judged(Verdict.WRONG)
    if wanted.form == "factorised" and not goes_as_far(given.tree, key.tree):
        return Judged(Verdict.FORM, FACTORISE_FURTHER)
    return Judged(Verdict.RIGHT)


def _in_small_letters(key: Expression, given: Expression, wanted: Wanted) -> Judged:
    """X + x beside a key that knows one of them only is x + x, whose form is still to be looked at."""
    judged = judge(key, given, wanted)
    if judged.verdict is Verdict.RIGHT and (advice := off_form(given, wanted)):
        return Judged(Verdict.FORM, advice)
    return judged


@lru_cache(maxsize=READINGS_KEPT)
def _understood(typed: str) -> Expression | Refused:
    try:
        return _read(plain(typed).removeprefix("="))
    except TROUBLES as error:
        return trouble(error)


def _read(text: str) -> Expression:
    if "=" in text:
        raise UnreadableError(EQUALS)
    shown, small = parsed(text), text.lower()
    tree = shown if small == text else parsed(small)
    tidy, words = written(shown), said(shown)
    in_small_letters = Expression(str(worth(tree)), tidy, words, tree)
    return (
        Expression(str(worth(shown)), tidy, words, shown, in_small_letters)
        if has_both_cases(text)
        else in_small_letters
    )


WAY = Way(read, judge, off_form)
