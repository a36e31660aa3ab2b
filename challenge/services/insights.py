"""How questions did in the rounds that were played: read from the responses whenever somebody asks."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from challenge.models import Round, RoundQuestion
from challenge.rules.insight import Insight, Trial, insight
from challenge.rules.marking import Verdict
from challenge.rules.play import State
from challenge.services import scenes
from challenge.services.scenes import Scene

MOST_ROUNDS = 60
"""The latest rounds are enough to judge a question by, and no page waits for more."""


def of_questions(db: Session, sources: Collection[str]) -> dict[str, Insight]:
    """What past rounds say of these questions, by their own ids; nothing of one that was never asked."""
    played = (
        select(Round.sitting_id)
        .join(RoundQuestion, RoundQuestion.round_id == Round.id)
        .where(RoundQuestion.source.in_(sources), Round.state == State.DONE.value)
        .distinct()
        .order_by(Round.sitting_id.desc())
        .limit(MOST_ROUNDS)
    )
    trials: dict[str, list[Trial]] = {}
    for sitting_id in db.scalars(played).all():
        scene = scenes.load(db, sitting_id)
        for position, asked in enumerate(scene.asked):
            if asked.question.id in sources and asked.void_reason is None:
                trials.setdefault(asked.question.id, []).extend(_trials(scene, position))
    return {source: insight(found) for source, found in trials.items() if found}


def _trials(scene: Scene, position: int) -> Iterable[Trial]:
    others = [index for index in range(len(scene.asked)) if index != position]
    for marked in scene.board.of_question(position):
        rest = [_is_right(scene, marked.given.entry, index) for index in others]
        yield Trial(
            right=marked.mark.verdict is Verdict.RIGHT,
            reading=marked.mark.reading,
            taken_ms=marked.given.taken_ms,
            rest=sum(rest) / len(rest) if rest else None,
        )


def _is_right(scene: Scene, entry: int, position: int) -> bool:
    marked = scene.board.marked.get((entry, position))
    return marked is not None and marked.mark.verdict is Verdict.RIGHT
