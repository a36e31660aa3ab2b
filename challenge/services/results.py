"""The results of a sitting: places, every team's answers, and what the class's wrong answers say."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from challenge.rules.marking import Verdict
from challenge.rules.play import locked_questions
from challenge.rules.scoring import policy_in_words, tie_break_in_words
from challenge.rules.showing import Bar, answered_bars
from challenge.rules.standings import Row
from challenge.rules.tally import bars
from challenge.services import scenes
from challenge.services.scenes import Scene, SittingFacts

VERDICTS = {
    Verdict.RIGHT: "right",
    Verdict.FORM: "right, not in the asked form",
    Verdict.WRONG: "wrong",
    Verdict.UNREADABLE: "unreadable",
}


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A team's answer to one question, in words; empty where it gave none."""

    reading: str
    verdict: str
    points: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class TeamResult:
    """A row of the results. seconds: time on right answers."""

    place: int
    joint: bool
    team: str
    names: tuple[str, ...]
    points: int
    right: int
    seconds: float
    answers: tuple[GivenAnswer, ...]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """How a question went. text, answer and the bars' labels and slips are HTML."""

    number: int
    topic: str
    text: str
    answer: str
    void_reason: str | None
    answered: int
    right: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All of it."""

    sitting: SittingFacts
    title: str
    policy: str
    tie_break: str
    teams: tuple[TeamResult, ...]
    questions: tuple[QuestionResult, ...]


def of_sitting(db: Session, sitting_id: int) -> Results:
    """The results so far: of every question whose answers are locked."""
    scene = scenes.load(db, sitting_id)
    return Results(
        sitting=scene.sitting,
        title=scene.round.title,
        policy=policy_in_words(scene.round.policy),
        tie_break=tie_break_in_words(scene.round.policy),
        teams=tuple(_team(scene, row) for row in scene.board.rows),
        questions=tuple(_question(scene, position) for position in locked_questions(scene.play)),
    )


def _team(scene: Scene, row: Row) -> TeamResult:
    team = scene.team(row.score.entry)
    assert team is not None, "the board has the teams of its scene"
    return TeamResult(
        place=row.place,
        joint=row.joint,
        team=team.name,
        names=team.names,
        points=row.score.points,
        right=row.score.right,
        seconds=row.score.time_ms / 1_000,
        answers=tuple(_answer(scene, team.entry, position) for position in locked_questions(scene.play)),
    )


def _answer(scene: Scene, entry: int, position: int) -> GivenAnswer:
    marked = scene.board.marked.get((entry, position))
    if marked is None:
        return GivenAnswer("", "no answer", 0, None)
    return GivenAnswer(
        reading=marked.mark.reading,
        verdict=VERDICTS[marked.mark.verdict],
        points=marked.points,
        seconds=marked.given.taken_ms / 1_000,
    )


def _question(scene: Scene, position: int) -> QuestionResult:
    asked = scene.asked[position]
    marked = scene.board.of_question(position)
    shown = answered_bars(asked.question, bars(asked.question, marked))
    return QuestionResult(
        number=position + 1,
        topic=asked.question.topic,
        text=asked.question.text,
        answer=asked.question.answer,
        void_reason=asked.void_reason,
        answered=len(marked),
        right=sum(each.mark.verdict is Verdict.RIGHT for each in marked),
        bars=tuple(Bar(bar["id"], bar["html"], bar["count"], bar["right"], bar["slip"]) for bar in shown),
    )
