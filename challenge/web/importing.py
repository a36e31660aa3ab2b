"""Questions from a file: it is chosen, looked at, and kept only when whoever chose it says so.

Between the two steps the page carries the questions, signed. Nothing is stored before, so nothing has to be tidied up.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import Any

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.exceptions import RequestEntityTooLarge

from challenge.aside import AsideError
from challenge.catalogue.formats import Problem, write
from challenge.catalogue.formats.examples import EXAMPLES
from challenge.catalogue.formats.opening import EMPTY, TOO_LARGE
from challenge.catalogue.formats.written import MOST_BYTES, MOST_QUESTIONS, Fields
from challenge.catalogue.incoming import Coming, Preview, asked_for, completed, left_empty, previewed, seen_again
from challenge.catalogue.own import own_questions
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import STRANDS
from challenge.rules.questions import Question
from challenge.rules.refusal import Refused
from challenge.services import importing as service
from challenge.services.access import StaffIdentity
from challenge.services.building import MOST_QUESTIONS as MOST_IN_A_QUIZ
from challenge.services.building import TITLE_LENGTH
from challenge.services.importing import Intake
from challenge.services.shelves import Shelved
from challenge.web import facts
from challenge.web.once import new_once, secret_of_form
from challenge.web.results import CSV, XLSX, file_to_keep
from challenge.web.staff import hosts_only, signed_in
from challenge.web.wiring import Page, wiring

importing = Blueprint("importing", __name__, url_prefix="/host/quizzes/import")

MOST_SENT = 6 * MOST_BYTES
"""Of a body: three files that are too large still hear that they are, and a signed page of 500 long questions fits."""

MOST_SHOWN, AT_ONCE = 200, 20
"""Problems on the page, and those of them that stand there without a press."""

IN_LINES = (".gift", ".txt", ".xml")
LONGEST_NAME = 120
NO_FILE = "Choose a file first."
TOO_SLOW = "We couldn't read this file in time. Split it in two, or save it in another format. Nothing was kept."
NOT_OURS = "That page was open too long, or came from somewhere else. Choose the file again. Nothing was kept."


def allow_files(app: Flask) -> None:
    """Let staff send files to this page, though forms are short elsewhere. Call it before what reads forms."""

    @app.before_request
    def allow() -> None:
        if request.blueprint == importing.name and request.method == "POST" and signed_in():
            request.max_content_length = request.max_form_memory_size = MOST_SENT


@importing.get("")
@hosts_only
def choose() -> Page:
    """The form that asks for a file."""
    return _choosing("")


@importing.post("")
@hosts_only
def look() -> Page:
    """What is in the file, and what must be mended in it; nothing is kept."""
    sent = request.files.get("file")
    name = PurePath(sent.filename or "").name[-LONGEST_NAME:] if sent else ""
    if sent is None or not name:
        return _choosing(NO_FILE), 422
    content = sent.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return _choosing(TOO_LARGE), 413
    if not content:
        return _choosing(EMPTY), 422
    try:
        found: Preview = wiring().aside(previewed, content, name)
    except AsideError:
        return _choosing(TOO_SLOW), 422
    if not found.coming and all(problem.column == "file" for problem in found.problems):
        return _choosing(" ".join(_said(problem) for problem in found.problems) or EMPTY), 422
    return _looking(found, name=name, values={"title": _title(name), "seconds": "60"}, errors={})


@importing.post("/keep")
@hosts_only
def keep() -> Page:
    """Make a quiz of the questions that can be taken."""
    draft = _draft()
    if draft is None:
        return _choosing(NOT_OURS), 422
    fields: list[Fields] = [each for _, each in draft["questions"]]
    intake = _intake(request.form)
    try:
        if wrong := service.refuse_intake(intake, lacking=asked_for(fields)):
            errors = {name: refusal.message for name, refusal in wrong.items()}
            problems = tuple(Problem(*each) for each in draft["problems"])
            found = Preview(wiring().aside(seen_again, draft["questions"]).coming, problems)
            return _looking(found, name=draft["name"], values=request.form, errors=errors), 422
        written = [completed(each, _filling(intake)) for each in fields]
        made: tuple[Question | Any, ...] = wiring().aside(own_questions, written, intake.category)
    except AsideError:
        return _choosing(TOO_SLOW), 422
    good = [(each, question) for each, question in zip(written, made, strict=True) if isinstance(question, Question)]
    if len(good) < len(written):
        return _choosing(NOT_OURS), 422
    with wiring().database.transaction() as db:
        secret = secret_of_form(f"import {_staff().staff_id}")
        slugs = service.keep(db, _staff(), intake, good, secret=secret, now=wiring().now())
    if isinstance(slugs, Refused):
        return _choosing(slugs.message), 422
    return redirect(url_for("quizzes.one_quiz", slug=slugs[0]) if len(slugs) == 1 else url_for("quizzes.all_quizzes"))


@importing.get("/example.<any(csv, xlsx):kind>")
@hosts_only
def example(kind: str) -> Page:
    """Three questions in our own spreadsheet, to be written over."""
    return file_to_keep(_example(kind), {"csv": CSV, "xlsx": XLSX}[kind], f"example-questions.{kind}")


@importing.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Page:
    """A file that is far too large is said to be; whoever isn't staff has no business here."""
    return (_choosing(TOO_LARGE), 413) if signed_in() else redirect(url_for("hosting.how_to_sign_in"))


@cache
def _example(kind: str) -> bytes:
    return write(EXAMPLES, kind)


def _draft() -> dict[str, Any] | None:
    """What was looked at, as the page carries it; None where somebody else signed it, or nobody."""
    try:
        draft: dict[str, Any] = _signer().loads(request.form.get("draft", ""))
    except BadSignature:
        return None
    return draft if draft["by"] == _staff().staff_id else None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(wiring().settings.secret_key, salt="the questions of a file")


def _intake(form: Mapping[str, str]) -> Intake:
    return Intake(
        **{name: form.get(name, "").strip() for name in ("title", "category", "topic", "calculator", "seconds")}
    )


def _filling(intake: Intake) -> Fields:
    return {"topic": intake.topic, "calculator": intake.calculator, "seconds": intake.seconds}


def _title(name: str) -> str:
    """A file's name as a title: `year-2_fractions.csv` is "Year 2 fractions"."""
    words = " ".join(re.sub(r"[-_.\s]+", " ", PurePath(name).stem).split())
    return (words[:1].upper() + words[1:])[:TITLE_LENGTH].strip()


def _choosing(error: str) -> str:
    return render_template(
        "host/import.html", error=error, most_questions=MOST_QUESTIONS, most_mb=MOST_BYTES // 1024 // 1024
    )


def _looking(found: Preview, *, name: str, values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    problems = [(each.row, each.column, each.message) for each in found.problems]
    questions = [(each.row, each.fields) for each in found.coming]
    fields = [each for _, each in questions]
    draft = {"by": _staff().staff_id, "name": name, "questions": questions, "problems": problems[:MOST_SHOWN]}
    return render_template(
        "host/import_preview.html",
        name=name,
        questions=[_shown(each) for each in found.coming],
        place="Line" if PurePath(name).suffix.lower() in IN_LINES else "Row",
        problems=problems[:MOST_SHOWN],
        at_once=AT_ONCE,
        more=len(problems) - len(problems[:MOST_SHOWN]),
        lacking=asked_for(fields),
        empty=left_empty(fields),
        quizzes=service.parts(len(fields)),
        most_in_a_quiz=MOST_IN_A_QUIZ,
        draft=_signer().dumps(draft),
        once=request.form.get("once") or new_once(),
        values=values,
        errors=errors,
        categories=CATEGORIES,
        strands={strand: topics for strand, (_, topics) in STRANDS.items()},
    )


def _said(problem: Problem) -> str:
    """What is wrong with a file as a whole; its start says it all, so only a later place is named."""
    return problem.message if problem.row == 1 else f"Line {problem.row}: {problem.message}"


def _shown(each: Coming) -> dict[str, Any]:
    """A question as the list of the bank shows it; what its file doesn't say is not among its facts."""
    shown = facts.of_question(Shelved("", "funkies", each.question, own=True, kept_for=""), None)
    says = {"topic": shown["topic"], "seconds": f"{shown['seconds']} s"}
    return {
        **shown,
        "row": each.row,
        "facts": [shown["kind"], *(said for name, said in says.items() if each.fields.get(name))],
    }


def _staff() -> StaffIdentity:
    return signed_in() or abort(403)
