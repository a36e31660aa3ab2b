"""The round, the same for everybody of one audience."""

from typing import Any

from challenge.rules import showing
from challenge.rules.play import CLOCKED, deadlines
from challenge.rules.scoring import policy_in_words, tie_break_in_words
from challenge.rules.showing import Audience
from challenge.rules.tally import bars
from challenge.services.scenes import Scene


def round_view(scene: Scene, audience: Audience, *, answered: int) -> dict[str, Any]:
    """Where the round stands and what it asks. answered: how many teams have answered the question on show."""
    play = scene.play
    return {
        "title": scene.round.title,
        "category": scene.round.category,
        "category_name": scene.round.category_name,
        "state": play.state.value,
        "paused": play.paused_at is not None,
        "paused_at": play.paused_at,
        "number": play.question + 1,
        "of": len(scene.asked),
        **_clock(scene),
        "question": _question(scene),
        "reveal": _reveal(scene, audience),
        "answered": answered,
        "teams": len(scene.teams),
        "can_change": scene.round.can_change,
        "policy": policy_in_words(scene.round.policy),
        "tie_break": tie_break_in_words(scene.round.policy),
    }


def sitting_view(scene: Scene) -> dict[str, Any]:
    """What a sitting is called."""
    return {
        "name": scene.sitting.name,
        "place": scene.sitting.place,
        "stage": scene.sitting.stage,
        "college": scene.sitting.college,
        "code": scene.sitting.code,
    }


def _clock(scene: Scene) -> dict[str, Any]:
    play = scene.play
    if play.state not in CLOCKED or play.opens_at is None or play.closes_at is None:
        return {"opens_at": None, "closes_at": None, "deadlines": {}, "seconds": None}
    ends = deadlines(play, scene.extras)
    return {
        "opens_at": play.opens_at,
        "closes_at": play.closes_at,
        "deadlines": {str(extra): at for extra, at in ends.items()},
        "seconds": (play.closes_at - play.opens_at) // 1_000,
    }


def _question(scene: Scene) -> dict[str, Any] | None:
    asked = scene.on_show
    if asked is None or not showing.question_on_show(scene.play.state):
        return None
    return showing.asked(asked.question, number=asked.id)


def _reveal(scene: Scene, audience: Audience) -> dict[str, Any] | None:
    asked = scene.on_show
    if asked is None or not showing.key_on_show(scene.play.state, audience):
        return None
    marked = scene.board.of_question(scene.play.question)
    return showing.solution(
        asked.question,
        bars=bars(asked.question, marked),
        silent=len(scene.teams) - len(marked),
        void_reason=asked.void_reason,
    )
