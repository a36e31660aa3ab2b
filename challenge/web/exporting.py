"""A quiz as a file of another program: what each kind of file can't say, before it is taken."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, render_template
from werkzeug.exceptions import NotFound

from challenge.aside import AsideError
from challenge.catalogue.formats import FORMATS, Outgoing, all_outgoing, outgoing
from challenge.models import Quiz
from challenge.services import building
from challenge.services.exporting import Source, sources
from challenge.web.results import CSV, XLSX, file_to_keep
from challenge.web.staff import hosts_only, signed_in
from challenge.web.wiring import Page, wiring

exporting = Blueprint("exporting", __name__, url_prefix="/host/quizzes/<slug>/export")

TEXT = "text/plain; charset=utf-8"
MIMETYPES = {"csv": CSV, "xlsx": XLSX, "kahoot": XLSX, "gift": TEXT, "moodle": "application/xml", "aiken": TEXT}
FOR = {
    "csv": "Everything we know of a question, for any spreadsheet program.",
    "xlsx": "Everything we know of a question, for Excel and others.",
    "kahoot": "To be imported into a kahoot.",
    "gift": "Plain text for the question bank of Moodle and others.",
    "moodle": "For the question bank of Moodle.",
    "aiken": "Plain text for many programs: questions with one right choice.",
}
SLIPS = "why people choose what is wrong"
WORDS = {"slip": SLIPS, "slips": SLIPS, "the slips of options": SLIPS}
"""What a format leaves out, where its name is no word; the others are named as they are."""

UNSEEN = "id"
"""Nobody sees it here, and what comes in gets a new one."""


@exporting.get("")
@hosts_only
def choose(slug: str) -> Page:
    """The kinds of file, and what each of them would leave out of this quiz."""
    quiz, found = _found(slug)
    fields = [each.fields for each in found if each.fields]
    numbers = [number for number, each in enumerate(found, 1) if each.fields]
    made: dict[str, Outgoing] = wiring().aside(all_outgoing, fields)
    return render_template(
        "host/export.html",
        slug=slug,
        title=quiz.title,
        total=len(found),
        kept_out=_grouped({number: each.why for number, each in enumerate(found, 1) if each.why}),
        newer=[number for number, each in enumerate(found, 1) if each.newer],
        formats=[_shown(name, each, numbers) for name, each in made.items()],
    )


@exporting.get("/<any(csv, xlsx, kahoot, gift, moodle, aiken):format_>")
@hosts_only
def take(slug: str, format_: str) -> Page:
    """The quiz as a file."""
    quiz, found = _found(slug)
    made: Outgoing = wiring().aside(outgoing, [each.fields for each in found if each.fields], format_)
    if not made.content:
        return abort(404)
    suffix = "-kahoot.xlsx" if format_ == "kahoot" else FORMATS[format_].suffix
    return file_to_keep(made.content, MIMETYPES[format_], _plain(quiz.title, slug) + suffix)


@exporting.errorhandler(AsideError)
def too_slow(_error: AsideError) -> Page:
    """No file now; the quiz is as it was."""
    words = {"title": "We couldn't make the file in time", "message": "The quiz is as it was."}
    return render_template("public/error.html", **words, remedy="Wait a moment, then try again."), 503


def _found(slug: str) -> tuple[Quiz, list[Source]]:
    by = signed_in() or abort(403)
    with wiring().database.reading() as db:
        quiz = building.usable(db, by, slug)
        if quiz is None:
            raise NotFound
        return quiz, sources(db, by, quiz, wiring().settings.puzzles)


def _shown(name: str, made: Outgoing, numbers: Sequence[int]) -> dict[str, Any]:
    """numbers: of the questions in the quiz that were to be written."""
    return {
        "name": name,
        "title": FORMATS[name].title,
        "what_for": FOR[name],
        "count": len(numbers) - len(made.left_out),
        "left_out": _grouped({numbers[n]: why for n, why in made.left_out.items()}),
        "lost": list(dict.fromkeys(_in_words(each) for each in made.lost if each != UNSEEN)),
    }


def _in_words(lost: str) -> str:
    """`seconds (45 become 60)` is said once for all."""
    return "seconds (it has only some)" if lost.startswith("seconds (") else WORDS.get(lost, lost)


def _grouped(reasons: Mapping[int, str]) -> list[tuple[list[int], str]]:
    """The numbers of the questions for each reason."""
    groups: dict[str, list[int]] = {}
    for number, why in reasons.items():
        groups.setdefault(why, []).append(number)
    return [(numbers, why) for why, numbers in groups.items()]


def _plain(title: str, slug: str) -> str:
    """A title as the name of a file: plain letters, digits and dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())) or slug
