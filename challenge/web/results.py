"""The results of a sitting: the page, and the sheets to take away."""

from typing import Any

from flask import Blueprint, Response, render_template
from markupsafe import Markup

from challenge.reports.sheets import as_csv, as_xlsx
from challenge.reports.tables import questions_table, teams_table
from challenge.rules.standings import ordinal
from challenge.services import results as service
from challenge.services.results import QuestionResult, Results, TeamResult
from challenge.web.hosting import runs_sitting
from challenge.web.wiring import Page, wiring

results = Blueprint("results", __name__, url_prefix="/host/sittings/<int:sitting_id>")

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@results.get("/results")
@runs_sitting
def page(sitting_id: int) -> Page:
    """Places, and what the class knows and where it slips."""
    found = _results(sitting_id)
    return render_template(
        "host/results.html",
        sitting=found.sitting,
        round=found,
        rows=[_row(team) for team in found.teams],
        questions=[_question(question) for question in found.questions],
        status="provisional",
    )


@results.get("/results.csv")
@runs_sitting
def teams_csv(sitting_id: int) -> Page:
    """Each team, as CSV."""
    return file_to_keep(as_csv(teams_table(_results(sitting_id))), CSV, "teams.csv")


@results.get("/results.xlsx")
@runs_sitting
def teams_xlsx(sitting_id: int) -> Page:
    """Each team, as a workbook."""
    return file_to_keep(as_xlsx(teams_table(_results(sitting_id))), XLSX, "teams.xlsx")


@results.get("/questions.csv")
@runs_sitting
def questions_csv(sitting_id: int) -> Page:
    """Each question, as CSV."""
    return file_to_keep(as_csv(questions_table(_results(sitting_id))), CSV, "questions.csv")


@results.get("/questions.xlsx")
@runs_sitting
def questions_xlsx(sitting_id: int) -> Page:
    """Each question, as a workbook."""
    return file_to_keep(as_xlsx(questions_table(_results(sitting_id))), XLSX, "questions.xlsx")


def _results(sitting_id: int) -> Results:
    with wiring().database.reading() as db:
        return service.of_sitting(db, sitting_id)


def file_to_keep(content: bytes, kind: str, name: str) -> Response:
    """A file that a browser keeps under this name, which must be plain letters, digits, dashes and dots."""
    return Response(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _row(team: TeamResult) -> dict[str, Any]:
    return {
        "place": ordinal(team.place),
        "joint": team.joint,
        "team": team.team,
        "names": list(team.names),
        "points": team.points,
        "right": team.right,
        "time": f"{team.seconds:.1f} s" if team.right else "–",
    }


def _question(question: QuestionResult) -> dict[str, Any]:
    return {
        "number": question.number,
        "text": _html(question.text),
        "answer": _html(question.answer),
        "topic": question.topic,
        "right_share": question.right / question.answered if question.answered else None,
        "answered": question.answered,
        "void": question.void_reason is not None,
        "bars": [
            {"label": _html(bar.html), "count": bar.count, "right": bar.right, "slip": _html(bar.slip)}
            for bar in question.bars
        ],
    }


def _html(made: str) -> Markup:
    """HTML that the catalogue made and escaped."""
    return Markup(made)  # noqa: S704 - the catalogue escaped it
