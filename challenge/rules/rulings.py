"""Rulings on typed answers: a host may accept one that the key doesn't have, for everybody who gave the same.

`accepted` are answers as teams typed them; 0.5 accepts 1/2 too. A ruling can be taken back. Responses never change.
"""

from collections.abc import Collection

from challenge.rules.marking import Mark, Verdict, identity, mark
from challenge.rules.questions import CHOSEN, Question, Raw
from challenge.rules.refusal import Refused

ACCEPTED = "Your host accepted this answer too."
Ruled = tuple[str, ...] | Refused


def mark_under(question: Question, raw: Raw, accepted: Collection[str]) -> Mark:
    """The verdict on a response when these answers are accepted."""
    found = mark(question, raw)
    if found.verdict is Verdict.RIGHT or not accepts(question, accepted, raw):
        return found
    return Mark(Verdict.RIGHT, found.reading, ACCEPTED)


def accepts(question: Question, accepted: Collection[str], raw: Raw) -> bool:
    """Whether a response is the same as one of the accepted answers."""
    return any(identity(question, each) == identity(question, raw) for each in accepted)


def accept(question: Question, accepted: tuple[str, ...], typed: str) -> Ruled:
    """The accepted answers with one more."""
    if question.kind in CHOSEN:
        return Refused("no_answer", "Only typed answers can be accepted. If an option is wrong, void the question.")
    if mark_under(question, typed, accepted).verdict is Verdict.RIGHT:
        return Refused("not_now", "That answer counts as right already.")
    return (*accepted, typed)


def unaccept(question: Question, accepted: tuple[str, ...], typed: str) -> Ruled:
    """The accepted answers without this one."""
    left = tuple(each for each in accepted if identity(question, each) != identity(question, typed))
    return Refused("not_now", "That answer wasn't accepted by anybody.") if left == accepted else left
