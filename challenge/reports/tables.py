"""The sheets of a sitting's results: one of its teams, one of its questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from challenge.reports.plain import plain
from challenge.services.results import QuestionResult, Results, TeamResult

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its title, its headings, its rows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def teams_table(results: Results) -> Table:
    """A row for each team: place, points, and each answer with its verdict, points and seconds."""
    numbers = [question.number for question in results.questions]
    each = [f"Q{number} {what}" for number in numbers for what in ("answer", "verdict", "points", "seconds")]
    headings = ("Place", "Joint", "Team", "Students", "Points", "Right", "Seconds on right answers", *each)
    return Table("Teams", headings, tuple(_team_row(team) for team in results.teams))


def questions_table(results: Results) -> Table:
    """A row for each wrong or right answer that was given: how many chose it, and the misconception behind it."""
    headings = (
        *("Question", "Topic", "Text", "Right answer", "Counts", "Teams that answered", "Teams that were right"),
        *("Answer given", "Teams that gave it", "Is right", "Misconception"),
    )
    rows = [row for question in results.questions for row in _question_rows(question)]
    return Table("Questions", headings, tuple(rows))


def _team_row(team: TeamResult) -> tuple[Cell, ...]:
    answers: list[Cell] = []
    for answer in team.answers:
        answers += [answer.reading, answer.verdict, answer.points, answer.seconds]
    names = ", ".join(team.names)
    return (team.place, _yes(team.joint), team.team, names, team.points, team.right, team.seconds, *answers)


def _question_rows(question: QuestionResult) -> Sequence[tuple[Cell, ...]]:
    counts = "yes" if question.void_reason is None else f"no: {question.void_reason}"
    start: tuple[Cell, ...] = (
        *(question.number, question.topic, plain(question.text), plain(question.answer)),
        *(counts, question.answered, question.right),
    )
    bars = [(plain(bar.html), bar.count, _yes(bar.right), plain(bar.slip)) for bar in question.bars]
    return [(*start, *bar) for bar in bars or [("", 0, "", "")]]


def _yes(value: object) -> str:
    return "yes" if value else "no"
