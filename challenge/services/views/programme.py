"""What a host's next presses will do, in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from challenge.rules.play import Play, State, standings_follow
from challenge.rules.questions import Kind
from challenge.services.scenes import Scene

ANSWERED_BY = {
    Kind.CHOICE: "One choice",
    Kind.CHOICES: "Several choices",
    Kind.TRUTH: "True or false",
    Kind.ORDER: "Put in order",
    Kind.TEXT: "Typed word",
    Kind.NUMBER: "Typed number",
    Kind.MONEY: "Typed amount of money",
    Kind.QUANTITY: "Typed measurement",
    Kind.DURATION: "Typed length of time",
    Kind.TIME: "Typed time of day",
    Kind.RATIO: "Typed ratio",
    Kind.COORDINATES: "Typed coordinates",
    Kind.EXPRESSION: "Typed expression",
    Kind.EQUATION: "Typed equation",
    Kind.INEQUALITY: "Typed inequality",
    Kind.SOLUTIONS: "Typed solutions",
}


def steps_ahead(scene: Scene) -> list[dict[str, Any] | None]:
    """The step that the next press does (None while a press does nothing), then those that follow."""
    play = scene.play
    if play.paused_at is not None:
        return [_step("Carry on", "The clock goes on from where it stopped."), *_following(scene, play)]
    match play.state:
        case State.DONE:
            return [None]
        case State.PLANNED:
            return [_step("Let teams in", "The code and the QR code work from then on."), *_following(scene, play)]
        case State.READ:
            return [_step("Open answers now", "They open by themselves when the reading time is up."), *_locking(scene)]
        case State.OPEN:
            return [_step("Close now and lock answers", "It closes by itself at 0."), *_locking(scene)]
        case State.CLOSING:
            return [None, *_locking(scene)]
        case _:
            return list(_following(scene, play))


def _locking(scene: Scene) -> Iterator[dict[str, Any]]:
    return _following(scene, replace(scene.play, state=State.LOCKED))


def _following(scene: Scene, play: Play) -> Iterator[dict[str, Any]]:
    """The steps that only the host can take, from `play` on."""
    number = play.question + 1
    if play.state in (State.READ, State.OPEN, State.CLOSING, State.LOCKED):
        yield _step(f"Reveal question {number}", "Answer, bars and worked solution on the big screen")
        play = replace(play, state=State.REVEALED)
    if play.state is State.REVEALED and standings_follow(play, scene.plan):
        yield _step("Show standings", "Top places on the big screen, each team's own place on its phone")
    for position in range(play.question + 1, len(scene.asked)):
        yield _ask(scene, position)
        yield _step(f"Reveal question {position + 1}", "Answer, bars and worked solution on the big screen")
        if standings_follow(replace(play, question=position), scene.plan):
            yield _step("Show standings", "Top places on the big screen, each team's own place on its phone")
    yield _step("Show the final places", "The podium on the big screen")


def _ask(scene: Scene, position: int) -> dict[str, Any]:
    question = scene.asked[position].question
    verb = "Start" if position == 0 else "Go to"
    detail = f"{question.topic} · {ANSWERED_BY[question.kind].lower()} · {question.seconds} seconds"
    return _step(f"{verb} question {position + 1}", detail)


def _step(label: str, detail: str) -> dict[str, Any]:
    return {"label": label, "detail": detail, "tone": "honey"}
