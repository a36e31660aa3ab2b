"""What every typed answer goes through: it is read, compared with each key, held against the asked form.

A type brings its `Way`: how it is read and how two readings compare. It must not know any type's notation.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from challenge.rules.marking.typed import shown
from challenge.rules.marking.verdict import Mark, Verdict
from challenge.rules.questions import FormPolicy, Question, Wanted
from challenge.rules.refusal import Refused

KEYS_KEPT = 4_096
_BEST_FIRST = (Verdict.RIGHT, Verdict.FORM, Verdict.WRONG)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, understood without knowing any key.

    value: what it is worth; equal values are the same answer. written: its tidy form in plain text, as it was typed, so
    2/4 stays 2/4. words: how one would say it, where that tells more than `written`. Types add what their forms need.
    """

    value: Hashable
    written: str
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading beside one key: right, wrong, or the right value in another form than the asked one. reason: HTML."""

    verdict: Verdict
    reason: str = ""


def in_any_form(_given: Reading, _wanted: Wanted) -> str:
    """Nothing is asked of the form."""
    return ""


@dataclass(frozen=True)
class Way:
    """How one type of answer is read and compared.

    read: the reading, or why there is none and how to mend it; an answer and a key are read alike. judge: a reading
    beside a key. off_form: what keeps a reading from the asked form, as a sentence that tells what to do; empty when it
    is as asked. Nothing that `read` and `off_form` say may depend on a key.
    """

    read: Callable[[str, Wanted], Reading | Refused]
    judge: Callable[[Any, Any, Wanted], Judged]
    off_form: Callable[[Any, Wanted], str] = in_any_form

    def mark(self, question: Question, typed: str) -> Mark:
        """The verdict on a typed answer. All that are right share one reading: the key's."""
        wanted = question.wanted
        given = self.read(typed, wanted)
        if isinstance(given, Refused):
            return Mark(Verdict.UNREADABLE, shown(typed), given.message)
        judged = [(self._against(key, given, wanted), key) for key in self._keys(question)]
        best, key = min(judged, key=lambda each: _BEST_FIRST.index(each[0].verdict))
        if best.verdict is Verdict.WRONG:
            return Mark(Verdict.WRONG, given.written, self._slip(question, given) or best.reason)
        return Mark(best.verdict, key.written if best.verdict is Verdict.RIGHT else given.written, best.reason)

    def refuse(self, typed: str, wanted: Wanted) -> Refused | None:
        """Why the team has to type it anew, whether or not it is right."""
        given = self.read(typed, wanted)
        if isinstance(given, Refused):
            return given
        remedy = self.off_form(given, wanted) if wanted.policy is FormPolicy.REQUIRED else ""
        return Refused("unreadable", remedy) if remedy else None

    def _against(self, key: Reading, given: Reading, wanted: Wanted) -> Judged:
        judged = self.judge(key, given, wanted)
        if judged.verdict is Verdict.RIGHT and (remedy := self.off_form(given, wanted)):
            judged = Judged(Verdict.FORM, remedy)
        if judged.verdict is Verdict.FORM and wanted.policy is not FormPolicy.REQUIRED:
            spared = wanted.policy is FormPolicy.OPTIONAL
            return Judged(Verdict.RIGHT if spared else Verdict.WRONG, judged.reason)
        return judged

    def _keys(self, question: Question) -> list[Reading]:
        return [_key(self, text, question.wanted) for text in question.key]

    def _slip(self, question: Question, given: Reading) -> str:
        for slip in question.slips:
            key = _key(self, slip.answer, question.wanted)
            if self.judge(key, given, question.wanted).verdict is not Verdict.WRONG:
                return slip.because
        return ""


@lru_cache(maxsize=KEYS_KEPT)
def _key(way: Way, text: str, wanted: Wanted) -> Reading:
    """A key or a slip; the catalogue lets none through that can't be read."""
    reading = way.read(text, wanted)
    if isinstance(reading, Refused):
        raise ValueError(f"a key that can't be read: {text!r}")
    return reading
