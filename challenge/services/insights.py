"""How questions did in the rounds that were played: read from the responses whenever somebody asks."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from challenge.models import Entry, Response, Round, RoundQuestion
from challenge.rules.insight import Insight, Trial, insight
from challenge.rules.marking import Mark, Verdict
from challenge.rules.play import State
from challenge.rules.questions import Question
from challenge.rules.rulings import mark_under
from challenge.services import rounds
from challenge.services.scenes import raw_of

MOST_ROUNDS = 60
ENOUGH_ANSWERS = 1_000
"""The latest rounds are enough to judge a question by, and no page waits for more."""

Marks = dict[tuple[Question, tuple[str, ...]], dict[str, Mark]]
"""What each answer to a question is worth under its rulings. Answers stand as they are stored: as JSON."""


def of_questions(db: Session, sources: Collection[str]) -> dict[str, Insight]:
    """What past rounds say of these questions, by their own ids; nothing of one that was never asked.

    The latest MOST_ROUNDS speak, or fewer where those have ENOUGH_ANSWERS to a question.
    """
    trials: dict[str, list[Trial]] = defaultdict(list)
    marks: Marks = {}
    for round_id, asked in _played(db, sources).items():
        wanted = {question: source for question, source in asked.items() if len(trials[source]) < ENOUGH_ANSWERS}
        if wanted:
            for question, found in _trials(db, db.get_one(Round, round_id), wanted, marks).items():
                trials[wanted[question]] += found
    return {source: insight(found) for source, found in trials.items() if found}


def _played(db: Session, sources: Collection[str]) -> dict[int, dict[int, str]]:
    """The rounds that asked these questions, the latest first: in each, the questions that count and what they are."""
    counts = (RoundQuestion.source.in_(sources), RoundQuestion.voided_at.is_(None), Round.state == State.DONE.value)
    latest = (
        select(Round.id).join(Round.questions).where(*counts).distinct().order_by(Round.id.desc()).limit(MOST_ROUNDS)
    )
    found: dict[int, dict[int, str]] = {round_id: {} for round_id in db.scalars(latest)}
    asked = select(RoundQuestion).where(RoundQuestion.round_id.in_(found), *counts[:2])
    for row in db.execute(asked.with_only_columns(RoundQuestion.round_id, RoundQuestion.id, RoundQuestion.source)):
        found[row.round_id][row.id] = row.source
    return found


def _trials(db: Session, round_: Round, wanted: Collection[int], marks: Marks) -> dict[int, list[Trial]]:
    """Each team's answer to each wanted question of a round that is over, by question."""
    others = len(round_.questions) - 1
    given = _given(db, round_, marks)
    right = Counter(entry for (entry, _), (mark, _) in given.items() if mark.verdict is Verdict.RIGHT)
    trials: dict[int, list[Trial]] = {question: [] for question in wanted}
    for (entry, question), (mark, taken_ms) in given.items():
        if question in trials:
            was_right = mark.verdict is Verdict.RIGHT
            rest = (right[entry] - was_right) / others if others else None
            trials[question].append(Trial(right=was_right, reading=mark.reading, taken_ms=taken_ms, rest=rest))
    return trials


def _given(db: Session, round_: Round, marks: Marks) -> dict[tuple[int, int], tuple[Mark, int]]:
    """What counts of a round: each present team's last answer to each question, its mark and its time."""
    asked = {row.id: (rounds.content(row), rounds.accepted(row)) for row in round_.questions}
    known = {question: marks.setdefault(which, {}) for question, which in asked.items()}
    present = select(Entry.id).where(*rounds.present(round_.sitting_id))
    # A hall gives few different answers, and reading JSON takes longer than finding it: each is read and marked once.
    query = (
        select(Response.entry_id, Response.question_id, cast(Response.raw, Text), Response.taken_ms)
        .where(Response.question_id.in_(asked), Response.entry_id.in_(present))
        .order_by(Response.id)
    )
    last = {(entry, question): (raw, taken_ms) for entry, question, raw, taken_ms in db.execute(query)}
    for (_, question), (raw, _) in last.items():
        if raw not in known[question]:
            content, accepted = asked[question]
            known[question][raw] = mark_under(content, raw_of(json.loads(raw)), accepted)
    return {(entry, question): (known[question][raw], taken) for (entry, question), (raw, taken) in last.items()}
