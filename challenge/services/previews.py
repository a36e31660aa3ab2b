"""What a ruling would change, before it is made."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from challenge.rules.play import locked_questions, revealed, void
from challenge.rules.refusal import Refused
from challenge.rules.standings import ordinal
from challenge.rules.tally import Board
from challenge.services import scenes
from challenge.services.hosting import NO_QUESTION, NOT_LOCKED, OrderName, rule
from challenge.services.scenes import Scene


def preview(
    db: Session, sitting_id: int, name: OrderName, *, question: int, answer: str = ""
) -> dict[str, Any] | Refused:
    """The places and points that a ruling would change if it were made now; `same`: how many teams keep theirs.

    name: void, accept or unaccept. question: its id. answer: the one accepted, or accepted no more.
    """
    scene = scenes.load(db, sitting_id)
    position = next((index for index, each in enumerate(scene.asked) if each.id == question), None)
    if position is None:
        return NO_QUESTION
    # What is locked counts as soon as it is revealed: by then it is too late to wonder.
    scene = replace(scene, play=revealed(scene.play))
    board = _after(scene, position, name=name, answer=answer)
    if isinstance(board, Refused):
        return board
    before = scenes.board_after(scene)
    changes = [
        {"team": team.name, "was": _standing(before, team.entry), "now": _standing(board, team.entry)}
        for team in scene.teams
    ]
    changed = [each for each in changes if each["was"] != each["now"]]
    told = {"name": name.value, "question": question, "answer": answer}
    return {**told, "changes": changed, "same": len(changes) - len(changed)}


def _after(scene: Scene, position: int, *, name: OrderName, answer: str) -> Board | Refused:
    if name is OrderName.VOID:
        after = void(scene.play, question=position)
        return after if isinstance(after, Refused) else scenes.board_after(scene, play=after)
    if position not in locked_questions(scene.play):
        return NOT_LOCKED
    asked = scene.asked[position]
    accepted = rule(name, asked.question, asked.accepted, answer)
    if isinstance(accepted, Refused):
        return accepted
    changed = (*scene.asked[:position], replace(asked, accepted=accepted), *scene.asked[position + 1 :])
    return scenes.board_after(scene, asked=changed)


def _standing(board: Board, entry: int) -> dict[str, Any]:
    row = board.rows[board.indexes[entry]]
    return {"place": ordinal(row.place), "points": row.score.points}
