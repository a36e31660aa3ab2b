"""What one team's phone sees: the round, and its own answer, result and place. Never another team's."""

from typing import Any

from challenge.rules import marking, showing
from challenge.rules.play import State
from challenge.rules.questions import Question, Raw
from challenge.rules.refusal import Refused
from challenge.rules.standings import Row, neighbours, ordinal
from challenge.services.scenes import Scene
from challenge.services.seating import TeamFacts
from challenge.services.views.quiz_round import sitting_view


def phone(
    scene: Scene, team: TeamFacts, *, round_: dict[str, Any], own: Raw | None, phones: int, now: int
) -> dict[str, Any]:
    """Everything that a phone needs to draw its screen.

    round_: the round as all teams see it; own: this team's answer to the question on show.
    """
    return {
        "now": now,
        "version": scene.sitting.version,
        "sitting": sitting_view(scene),
        "round": round_,
        **mine(scene, team, own=own, phones=phones),
    }


def mine(scene: Scene, team: TeamFacts, *, own: Raw | None, phones: int) -> dict[str, Any]:
    """The part of a phone's view that is its team's alone."""
    row = scene.board.row(team.entry)
    asked = scene.on_show if showing.question_on_show(scene.play.state) else None
    return {
        "me": {
            "team": team.name,
            "names": list(team.names),
            "code": team.code,
            "extra": team.extra,
            "points": row.score.points if row else 0,
            "played": scene.board.counted,
            "phones": phones,
        },
        "mine": None if asked is None or own is None else {"question": asked.id, "answer": own},
        "result": _result(scene, team.entry),
        "place": _place(scene, team.entry),
    }


def reading(question: Question, typed: str) -> dict[str, str]:
    """How a typed answer is understood, whether right or wrong; `problem` says what to mend before it can be taken."""
    read, refused = marking.read(question.kind, typed, question.wanted), marking.unreadable(question, typed)
    problem = refused.message if refused else ""
    if isinstance(read, Refused):
        return {"written": "", "words": "", "problem": problem}
    return {"written": read.written, "words": read.words, "problem": problem}


def _result(scene: Scene, entry: int) -> dict[str, Any] | None:
    asked = scene.on_show
    if asked is None or scene.play.state is not State.REVEALED:
        return None
    marked = scene.board.marked.get((entry, scene.play.question))
    if marked is None:
        verdict, points, shown, reason = "none", 0, "", ""
    else:
        verdict, points = marked.mark.verdict.value, marked.points
        shown, reason = marking.chosen(asked.question, marked.given.raw), marked.mark.reason
    if asked.void_reason is not None:
        verdict, points, reason = "void", 0, ""
    return {
        "verdict": verdict,
        "points": points,
        "chose": shown,
        "reason": reason,
    }


def _place(scene: Scene, entry: int) -> dict[str, Any] | None:
    index = scene.board.indexes.get(entry)
    if index is None or not showing.standings_on_show(scene.play.state):
        return None
    row = scene.board.rows[index]
    return {
        "place": ordinal(row.place),
        "joint": row.joint,
        "of": len(scene.board.rows),
        "points": row.score.points,
        "around": [_neighbour(each, entry) for each in neighbours(scene.board.rows, index)],
    }


def _neighbour(row: Row, entry: int) -> dict[str, Any]:
    return {
        "place": ordinal(row.place),
        "team": row.score.team,
        "points": row.score.points,
        "us": row.score.entry == entry,
    }
