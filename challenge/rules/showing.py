"""Who may see what, now: the one place that decides it.

Before the answers lock, what leaves the server is the question without its key; nothing here can put one in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from challenge.rules.marking import answer_hint
from challenge.rules.play import Play, State
from challenge.rules.questions import Kind, Question

LETTERS = "ABCDEFGH"
MOST_BARS = 8
LEAST_PLACES = 3
MOST_PLACES = 10


class Audience(StrEnum):
    """Whom a view is for."""

    TEAM = "team"
    SCREEN = "screen"
    HOST = "host"


def question_on_show(state: State) -> bool:
    """Whether a question is on show in this state."""
    return state in (State.READ, State.OPEN, State.CLOSING, State.LOCKED, State.REVEALED)


def same_question(one: Play, other: Play) -> bool:
    """Whether the same question is on show in both states of a round."""
    return one.question == other.question and question_on_show(one.state) and question_on_show(other.state)


def key_on_show(state: State, audience: Audience) -> bool:
    """Whether the key may be seen: by the host once answers are locked, by everybody once it is revealed."""
    return state is State.REVEALED or (state is State.LOCKED and audience is Audience.HOST)


def standings_on_show(state: State) -> bool:
    """Whether places may be seen."""
    return state in (State.STANDINGS, State.DONE)


def places_shown(teams: int) -> int:
    """How many places the big screen lists: the better half, three at least, ten at most; never the last team."""
    return max(1, min(max(LEAST_PLACES, teams // 2), MOST_PLACES, teams - 1))


def asked(question: Question, *, number: int) -> dict[str, Any]:
    """A question as it is asked: everything but its key. `number` is what a response names it by."""
    return {
        "id": number,
        "kind": question.kind.value,
        "topic": question.topic,
        "calculator": question.calculator,
        "points": question.points,
        "text": question.text,
        "unit": question.wanted.unit,
        "form": question.wanted.form,
        "answer_hint": answer_hint(question),
        "options": [
            {"id": option.id, "letter": _letter(question, place), "html": option.html}
            for place, option in enumerate(question.options)
        ],
    }


@dataclass(frozen=True, slots=True)
class Bar:
    """How many teams gave one answer. `reading` is what identical answers share, `html` how it is shown."""

    reading: str
    html: str
    count: int
    right: bool
    slip: str


def answered_bars(question: Question, given: Sequence[Bar]) -> list[dict[str, Any]]:
    """The distribution of the answers: every option in its order, or the commonest typed answers."""
    if question.kind not in (Kind.CHOICE, Kind.CHOICES, Kind.TRUTH):
        commonest = sorted(given, key=lambda bar: (-bar.count, not bar.right, bar.reading))[:MOST_BARS]
        return [_bar(bar, letter="") for bar in commonest]
    chosen: Mapping[str, int] = {bar.reading: bar.count for bar in given}
    return [
        _bar(
            Bar(option.id, option.html, chosen.get(option.id, 0), option.id in question.key, option.slip),
            letter=_letter(question, place),
        )
        for place, option in enumerate(question.options)
    ]


def solution(question: Question, *, bars: Sequence[Bar], silent: int, void_reason: str | None) -> dict[str, Any]:
    """The answer, how teams answered, and the worked solution. `silent` is how many teams gave no answer."""
    return {
        "voided": void_reason is not None,
        "void_reason": void_reason or "",
        "answer": question.answer,
        "right": list(question.key) if question.options else [],
        "trick": question.trick,
        "steps": list(question.steps),
        "bars": answered_bars(question, bars),
        "none": silent,
        "note": _commonest_slip(bars),
    }


def _bar(bar: Bar, *, letter: str) -> dict[str, Any]:
    return {
        "id": bar.reading,
        "letter": letter,
        "html": bar.html,
        "count": bar.count,
        "right": bar.right,
        "slip": bar.slip,
    }


def _letter(question: Question, place: int) -> str:
    return "" if question.kind is Kind.ORDER else LETTERS[place]


def _commonest_slip(bars: Sequence[Bar]) -> str:
    slips = [bar for bar in bars if bar.slip and bar.count and not bar.right]
    return min(slips, key=lambda bar: (-bar.count, bar.reading)).slip if slips else ""
