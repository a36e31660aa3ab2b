"""Marking a typed word against the accepted spellings: case, accents, spaces and hyphens don't matter, letters do.

Nothing is guessed: a spelling that the key doesn't name is wrong until a host accepts it.
"""

import re
import unicodedata

from challenge.rules.marking.typed import shown, tidied, with_plain_signs
from challenge.rules.marking.verdict import Mark, Verdict
from challenge.rules.questions import Question
from challenge.rules.refusal import Refused

_NOTHING = Refused("unreadable", "Type your answer first.")
_NOT_A_WORD = Refused("unreadable", "We can't read that. Use letters and numbers, then send it again.")

_LETTER = r"[^\W\d_]"
_APART = re.compile(rf"(?<={_LETTER})[ -]+(?={_LETTER})")
_JOINABLE = re.compile(
    rf"(?<={_LETTER}{{2}})[ -]+(?={_LETTER})|(?<={_LETTER})[ -]+(?={_LETTER}{{2}})|(?<=[0-9])[ -]+(?={_LETTER}{{2}})"
)


def mark_text(question: Question, typed: str) -> Mark:
    """Right if it is one of the key's spellings."""
    if refuse_text(typed):
        return Mark(Verdict.UNREADABLE, shown(typed))
    words = joined(typed)
    if any(joined(spelling) == words for spelling in question.key):
        return Mark(Verdict.RIGHT, question.key[0])
    for slip in question.slips:
        if joined(slip.answer) == words:
            return Mark(Verdict.WRONG, slip.answer, slip.because)
    return Mark(Verdict.WRONG, _normal(typed))


def refuse_text(typed: str) -> Refused | None:
    """Why this can't be read as words, and how to mend it."""
    text = tidied(typed)
    if text is None:
        return _NOT_A_WORD
    return None if _normal(text) else _NOTHING


def joined(text: str) -> str:
    """What two texts share that differ in case, accents, spaces and hyphens at most. Never shown to anybody."""
    return _JOINABLE.sub("", _normal(text))


def _normal(text: str) -> str:
    """The reading: small letters without accents, single spaces, no quotes around it, no full stop after it."""
    letters = unicodedata.normalize("NFD", with_plain_signs(shown(text).casefold()))
    plain = "".join(character for character in letters if unicodedata.category(character) != "Mn")
    return _APART.sub(" ", " ".join(plain.strip("\"'.!?…, ").split()))
