"""Practice without a host: choose a level and topics, answer, and see at once how it's done.

The pages know nobody. What somebody got right stays in their own browser.
"""

import secrets
from dataclasses import asdict
from re import fullmatch
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import STRANDS, TOPICS
from challenge.rules.questions import CHOSEN, Question
from challenge.rules.refusal import Refused
from challenge.services import practice as practising
from challenge.services import views
from challenge.services.practice import Wanted
from challenge.web.doorkeeper import Visitor, new_visitor_token
from challenge.web.told import told, whole
from challenge.web.wiring import Page, wiring

practice = Blueprint("practice", __name__, url_prefix="/practice")

COUNTS = (5, 10, 20)
USUAL_COUNT = 10
LARGEST_SEED = 1_000_000
_ID = r"[0-9a-z-]{1,80}"

NOTHING_TYPED = Refused("malformed", "Nothing was typed yet.")
STATUSES = {"gone": 404, "slow_down": 429}


@practice.get("")
def levels() -> Page:
    """The three levels, and what this phone remembers of earlier practice."""
    with wiring().database.reading() as db:
        found = practising.counts(db, now=wiring().now())
    return render_template(
        "play/practice.html",
        levels=[(slug, name, sum(found.get(slug, {}).values())) for slug, name in CATEGORIES.items()],
    )


@practice.get("/<level>")
def topics(level: str) -> Page:
    """The topics of a level, how many questions, and with or without a clock."""
    return _topics_page(_known(level), error="")


@practice.get("/<level>/questions")
def questions(level: str) -> Page:
    """The questions, without their keys. Its address holds all that they were chosen by, so Back and reload work."""
    wanted = _wanted(_known(level))
    if wanted is None:
        return redirect(_with_seed(level))
    with wiring().database.reading() as db:
        found = practising.chosen(db, wanted, now=wiring().now())
    if not found:
        return _topics_page(level, error="There's nothing on that yet. Choose another topic."), 404
    _visitor()
    return render_template(
        "play/practice_questions.html",
        level=level,
        level_name=CATEGORIES[level],
        timed="timed" in request.args,
        questions=[practising.asked(each) for each in found],
    )


@practice.post("/answer")
def answer() -> Page:
    """The verdict on one answer, and the worked solution; no answer at all shows the solution alone."""
    message = told()
    question = _asked_for(message)
    outcome = question if isinstance(question, Refused) else practising.answered(question, message.get("answer"))
    return _refused(outcome) if isinstance(outcome, Refused) else jsonify(outcome)


@practice.post("/reading")
def reading() -> Page:
    """How what is typed so far is read."""
    message = told()
    question, typed = _asked_for(message), message.get("typed")
    if isinstance(question, Refused):
        return _refused(question)
    if not isinstance(typed, str) or question.kind in CHOSEN:
        return _refused(NOTHING_TYPED)
    return jsonify(typed=typed, **views.reading(question, typed))


def _asked_for(message: dict[str, Any]) -> Question | Refused:
    """The question that a message names."""
    if refusal := wiring().doorkeeper.refuse_practice(_visitor()):
        return refusal
    question_id = message.get("question")
    if not isinstance(question_id, str) or not fullmatch(_ID, question_id):
        return practising.GONE
    with wiring().database.reading() as db:
        return practising.find(db, question_id, now=wiring().now()) or practising.GONE


def _refused(refusal: Refused) -> tuple[Response, int]:
    return jsonify(asdict(refusal)), STATUSES.get(refusal.code, 422)


def _known(level: str) -> str:
    return level if level in CATEGORIES else abort(404)


def _wanted(level: str) -> Wanted | None:
    """What the address asks for; None where the questions are still to be drawn."""
    seed, count = whole(request.args.get("seed", "")), whole(request.args.get("count", ""))
    if seed < 0:
        return None
    return Wanted(
        category=level,
        topics=tuple(topic for topic in request.args.getlist("topic") if topic in TOPICS),
        count=count if count in COUNTS else USUAL_COUNT,
        seed=seed,
    )


def _with_seed(level: str) -> str:
    asked: dict[str, Any] = {**request.args.to_dict(flat=False), "seed": secrets.randbelow(LARGEST_SEED)}
    known = {name: asked[name] for name in ("topic", "count", "timed", "seed") if name in asked}
    return url_for("practice.questions", level=level, **known)


def _topics_page(level: str, *, error: str) -> str:
    with wiring().database.reading() as db:
        found = practising.counts(db, now=wiring().now()).get(level, {})
    strands = {
        strand: [(topic, found[topic]) for topic in of_strand if topic in found]
        for strand, (_, of_strand) in STRANDS.items()
    }
    return render_template(
        "play/practice_topics.html",
        level=level,
        level_name=CATEGORIES[level],
        strands={strand: listed for strand, listed in strands.items() if listed},
        ticked=request.args.getlist("topic"),
        counts=COUNTS,
        usual_count=USUAL_COUNT,
        error=error,
    )


def _visitor() -> Visitor:
    return Visitor(session.setdefault("visitor", new_visitor_token()), request.remote_addr or "")
