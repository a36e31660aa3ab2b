"""The quiz builder: quizzes by blueprint and by hand, the bank, and each question to look at and to try."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import STRANDS
from challenge.rules.refusal import Refused
from challenge.services import access, blueprints, building, insights, library, shelves
from challenge.services.access import Action, StaffIdentity
from challenge.services.blueprints import LARGEST_SEED, Plan
from challenge.services.shelves import Shelved, Wish
from challenge.services.views.programme import ANSWERED_BY
from challenge.web import facts
from challenge.web.previews import as_if_open, read_out, tried
from challenge.web.staff import hosts_only, signed_in
from challenge.web.told import told, whole
from challenge.web.wiring import Page, wiring

quizzes = Blueprint("quizzes", __name__, url_prefix="/host")

ON_A_PAGE = 20
CALCULATORS = {"yes": True, "no": False}


@quizzes.get("/quizzes")
@hosts_only
def all_quizzes() -> Page:
    """The quizzes that can be played, and the form for a new one."""
    return _quizzes_page(values={}, errors={})


@quizzes.post("/quizzes")
@hosts_only
def make_quiz() -> Page:
    """Make a quiz by blueprint, or an empty one, and go to it."""
    plan = _plan(request.form)
    with wiring().database.transaction() as db:
        built = blueprints.make(db, _staff(), plan)
    if built.wrong:
        return _quizzes_page(
            values={**request.form, "topics": plan.topics},
            errors={field: refusal.message for field, refusal in built.wrong.items()},
        ), 422
    return redirect(url_for("quizzes.one_quiz", slug=built.slug, short=built.short or None))


@quizzes.get("/quizzes/<slug>")
@hosts_only
def one_quiz(slug: str) -> Page:
    """A quiz: its questions in their order, and what can be done with them."""
    return _quiz_page(slug, error="")


@quizzes.post("/quizzes/<slug>")
@hosts_only
def change_quiz(slug: str) -> Page:
    """Do what was pressed."""
    by, form = _staff(), request.form
    with wiring().database.transaction() as db:
        refusal, there = _done(db, by, slug, form)
    if refusal is not None:
        return _quiz_page(slug, error=refusal.message), 409
    return redirect(there)


@quizzes.get("/bank")
@hosts_only
def bank() -> Page:
    """The bank, to look through and to take questions from."""
    by, asked = _staff(), request.args
    wish = Wish(
        category=_one_of(asked.get("category"), CATEGORIES),
        topic=asked.get("topic", ""),
        kind=_one_of(asked.get("kind"), ANSWERED_BY),
        calculator=CALCULATORS.get(asked.get("calculator", "")),
        words=asked.get("words", "")[:60],
    )
    page = max(1, whole(asked.get("page", "")))
    with wiring().database.reading() as db:
        quiz = building.usable(db, by, asked.get("to", ""))
        found = shelves.browse(db, by, wish)
        shown = found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
        past = insights.of_questions(db, [each.id for each in shown])
        return render_template(
            "host/bank.html",
            wish=wish,
            asked=asked,
            quiz=facts.of_quiz(quiz) if quiz and building.is_changeable(db, by, quiz) else None,
            total=len(found),
            page=page,
            pages=-(-len(found) // ON_A_PAGE),
            questions=facts.of_questions(shown, past),
            reserves=access.refuse(db, by, Action.RESERVE) is None,
            **_choices(),
        )


@quizzes.post("/bank/reserve")
@hosts_only
def reserve() -> Page:
    """Keep the ticked questions back for a final, or give them free."""
    kept_for = " ".join(request.form.get("kept_for", "").split())
    with wiring().database.transaction() as db:
        refusal = shelves.reserve(db, _staff(), request.form.getlist("question"), kept_for=kept_for, now=wiring().now())
    if refusal is not None:
        abort(403 if refusal.code == "not_allowed" else 422)
    query = request.query_string.decode()
    return redirect(url_for("quizzes.bank") + (f"?{query}" if query else ""))


@quizzes.get("/questions/<question_id>")
@hosts_only
def one_question(question_id: str) -> Page:
    """A question with its answer, how it looks on a phone and on the big screen, and how it did."""
    quiz_slug = request.args.get("quiz", "")
    with wiring().database.reading() as db:
        found = _found(db, question_id, quiz_slug)
        past = insights.of_questions(db, [found.id])
    question = facts.of_question(found, past.get(found.id))
    return render_template("host/question.html", question=question, quiz=quiz_slug)


@quizzes.get("/questions/<question_id>/<any(phone, screen):where>")
@hosts_only
def preview(question_id: str, where: str) -> Page:
    """The question exactly as phones or the big screen draw it; the page above holds this one in a frame."""
    with wiring().database.reading() as db:
        question = _found(db, question_id, request.args.get("quiz", "")).question
    g.framed = True
    at = url_for("quizzes.one_question", question_id=question_id)
    return render_template(f"host/preview_{where}.html", round=as_if_open(question), at=at, draft="")


@quizzes.post("/questions/<question_id>/try")
@hosts_only
def try_answer(question_id: str) -> Page:
    """What an answer would be worth, for whoever is looking at the question."""
    with wiring().database.reading() as db:
        question = _found(db, question_id, request.args.get("quiz", "")).question
    return tried(question, told().get("answer"))


@quizzes.post("/questions/<question_id>/reading")
@hosts_only
def read_typed(question_id: str) -> Page:
    """How what is typed so far is read."""
    with wiring().database.reading() as db:
        question = _found(db, question_id, request.args.get("quiz", "")).question
    return read_out(question, told().get("typed"))


def _done(db: Session, by: StaffIdentity, slug: str, form: Mapping[str, str]) -> tuple[Refused | None, str]:
    """Carry out what was pressed on a quiz's page; then where to go."""
    here, question = url_for("quizzes.one_quiz", slug=slug), form.get("question", "")
    version = whole(form.get("version", ""))
    match form.get("do"):
        case "add":
            back = form.get("back", "")
            return building.add(db, by, slug, question), back if back.startswith(url_for("quizzes.bank")) else here
        case "remove":
            return building.remove(db, by, slug, question, version=version), here
        case "up" | "down" as way:
            return building.move(db, by, slug, question, up=way == "up", version=version), f"{here}#{question}"
        case "exchange":
            return building.exchange(db, by, slug, question, version=version), here
        case "rename":
            title, about = form.get("title", ""), form.get("about", "")
            return building.rename(db, by, slug, title=title, about=about, version=version), here
        case "delete":
            return building.delete(db, by, slug), url_for("quizzes.all_quizzes")
        case "copy":
            made = building.copy(db, by, slug)
            return (None, url_for("quizzes.one_quiz", slug=made.slug)) if made else (building.GONE, here)
        case _:
            return Refused("unknown", "We don't know that button. Reload the page and press it again."), here


def _found(db: Session, question_id: str, quiz_slug: str) -> Shelved:
    """A question of a quiz that this person may see, or of the bank."""
    by = _staff()
    quiz = building.usable(db, by, quiz_slug)
    in_quiz = shelves.in_quiz(db, by, quiz) if quiz else []
    seen = (each for each in in_quiz if isinstance(each, Shelved) and each.id == question_id)
    return next(seen, None) or shelves.find(db, by, question_id) or abort(404)


def _quizzes_page(*, values: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    by = _staff()
    with wiring().database.reading() as db:
        found = library.quizzes(db, by)
        return render_template(
            "host/quizzes.html",
            own=[facts.of_quiz(quiz) for quiz in found if quiz.owner_id is not None],
            ready=[facts.of_quiz(quiz) for quiz in found if quiz.owner_id is None],
            values=values,
            errors=errors,
            **_choices(),
        )


def _quiz_page(slug: str, *, error: str) -> str:
    by = _staff()
    with wiring().database.reading() as db:
        quiz = building.usable(db, by, slug) or abort(404)
        questions = shelves.in_quiz(db, by, quiz)
        past = insights.of_questions(db, [each.id for each in questions])
        return render_template(
            "host/quiz.html",
            quiz=facts.of_quiz(quiz),
            questions=facts.of_questions(questions, past),
            changeable=building.is_changeable(db, by, quiz),
            refusal=shelves.refuse_playing(db, by, quiz),
            error=error,
            short=max(0, whole(request.args.get("short", ""))),
        )


def _plan(form: Any) -> Plan:
    seed, count, within = (form.get(name, "").strip() for name in ("seed", "count", "minutes"))
    return Plan(
        title=form.get("title", ""),
        category=form.get("category", ""),
        topics=tuple(form.getlist("topics")),
        count=0 if form.get("start") == "empty" else whole(count),
        minutes=whole(within) if within else None,
        calculator=CALCULATORS.get(form.get("calculator", "")),
        seed=whole(seed) if seed else secrets.randbelow(LARGEST_SEED),
    )


def _one_of(value: str | None, known: Mapping[Any, str]) -> str:
    return value if value in known and value else ""


def _choices() -> dict[str, Any]:
    return {
        "categories": CATEGORIES,
        "strands": {strand: topics for strand, (_, topics) in STRANDS.items()},
        "kinds": {kind.value: words for kind, words in ANSWERED_BY.items()},
    }


def _staff() -> StaffIdentity:
    return signed_in() or abort(403)
