"""The hosts' pages: signing in, their sittings, the console, listed teams and cards."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_login import login_user, logout_user
from sqlalchemy.orm import Session

from challenge.catalogue.quizzes import CATEGORIES
from challenge.models import Sitting
from challenge.rules.refusal import Refused
from challenge.services import access, joining, library, roster, rounds, scenes, sittings
from challenge.services.access import Action, StaffIdentity
from challenge.services.sittings import SittingPlan
from challenge.web.once import new_once, secret_of_form
from challenge.web.qr import qr_svg
from challenge.web.staff import SignedIn, hosts_only, signed_in
from challenge.web.told import whole
from challenge.web.wiring import Page, wiring

hosting = Blueprint("hosting", __name__, url_prefix="/host")

LARGEST_ID = 2**31 - 1
P = ParamSpec("P")


def runs_sitting(page: Callable[P, Page]) -> Callable[P, Page]:
    """Show a sitting's page to those who may run it, and to nobody else."""

    @wraps(page)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Page:
        sitting_id: Any = kwargs["sitting_id"]
        if sitting_id > LARGEST_ID:
            abort(404)
        with wiring().database.reading() as db:
            if not sittings.exists(db, sitting_id):
                abort(404)
            if access.refuse(db, _host(), Action.RUN_SITTING, sitting_id=sitting_id):
                abort(403)
        return page(*args, **kwargs)

    return hosts_only(guarded)


@hosting.get("/sign-in")
def how_to_sign_in() -> Page:
    """For a browser that isn't signed in: where the link is."""
    return render_template("host/sign_in.html", error=None, lost=True), 401


@hosting.get("/sign-in/<token>")
def ask_sign_in(token: str) -> Page:  # noqa: ARG001 - the form posts to the same address
    """A button, so that a program that looks at links can't use one up."""
    return render_template("host/sign_in.html", error=None, lost=False)


@hosting.post("/sign-in/<token>")
def sign_in(token: str) -> Page:
    """Use the one-time link."""
    with wiring().database.transaction() as db:
        outcome = sittings.sign_in(db, token, now=wiring().now())
    if isinstance(outcome, Refused):
        return render_template("host/sign_in.html", error=outcome.message, lost=False), 410
    login_user(SignedIn(outcome), remember=True)
    return redirect(url_for("hosting.all_sittings"))


@hosting.post("/sign-out")
def sign_out() -> Page:
    """Forget this browser."""
    logout_user()
    return redirect(url_for("public.index"))


@hosting.post("/link")
@hosts_only
def make_link() -> Page:
    """A one-time link by which another device, or a colleague, signs in as this host."""
    with wiring().database.transaction() as db:
        token = sittings.make_link(db, _host().staff_id, now=wiring().now())
    link = f"{wiring().settings.public_url}{url_for('hosting.ask_sign_in', token=token)}"
    return render_template("host/link.html", link=link, qr=qr_svg(link))


@hosting.get("")
@hosts_only
def all_sittings() -> Page:
    """The host's sittings, and the form for a new one."""
    return _sittings_page(values={"quiz": request.args.get("quiz", "")}, errors={})


@hosting.post("/sittings")
@hosts_only
def make_sitting() -> Page:
    """Start a new sitting and go to its console."""
    plan = _plan(request.form)
    with wiring().database.transaction() as db:
        made = sittings.make_sitting(
            db,
            plan,
            by=_host(),
            now=wiring().now(),
            grace_ms=wiring().settings.grace_ms,
            screen_key=secret_of_form(f"sitting {_host().staff_id}"),
        )
        if isinstance(made, Sitting):
            return redirect(url_for("hosting.console", sitting_id=made.id))
    values = {**request.form, "can_change": plan.can_change}
    return _sittings_page(values=values, errors={field: refusal.message for field, refusal in made.items()}), 422


@hosting.get("/sittings/<int:sitting_id>")
@runs_sitting
def console(sitting_id: int) -> Page:
    """The console; it draws itself from what the socket says."""
    with wiring().database.reading() as db:
        return render_template("host/console.html", sitting=scenes.load(db, sitting_id).sitting)


@hosting.get("/sittings/<int:sitting_id>/teams")
@runs_sitting
def teams(sitting_id: int) -> Page:
    """The listed teams, and a box to paste more."""
    return _teams_page(sitting_id, pasted="", found=None)


@hosting.post("/sittings/<int:sitting_id>/teams")
@runs_sitting
def add_teams(sitting_id: int) -> Page:
    """Check a pasted list; save it only when every row is fine and the host says so."""
    pasted = request.form.get("pasted", "")
    with wiring().database.transaction() as db:
        taken = joining.taken_names(db, sitting_id)
        found = roster.read(pasted, taken=taken)
        saved = request.form.get("step") == "save" and (_all_fine(found) or _all_there(pasted, taken))
        if saved and _all_fine(found):
            roster.add(db, db.get_one(Sitting, sitting_id), found.ready)
    if saved:
        return redirect(url_for("hosting.teams", sitting_id=sitting_id))
    return _teams_page(sitting_id, pasted=pasted, found=found), 422 if found.problems else 200


@hosting.get("/sittings/<int:sitting_id>/cards")
@runs_sitting
def cards(sitting_id: int) -> Page:
    """A card for each team, to print."""
    with wiring().database.reading() as db:
        scene = scenes.load(db, sitting_id)
    made = [
        {
            "team": team.name,
            "names": list(team.names),
            "category": scene.round.category,
            "category_name": scene.round.category_name,
            "college": scene.sitting.college,
            "code": team.code,
            "qr": qr_svg(f"{wiring().settings.public_url}{url_for('play.ask_card', code=team.code)}"),
        }
        for team in scene.listed
    ]
    return render_template(
        "host/cards.html", sitting=scene.sitting, cards=made, join_url=wiring().settings.public_url + "/join"
    )


def _all_fine(found: roster.Roster) -> bool:
    return bool(found.ready) and not found.problems


def _all_there(pasted: str, taken: list[str]) -> bool:
    """Whether a list was saved already: the button was pressed twice, and that is no reason to complain."""
    found = roster.read(pasted, taken=[])
    return _all_fine(found) and {row.team for row in found.ready} <= set(taken)


def _host() -> StaffIdentity:
    identity = signed_in()
    if identity is None:
        abort(403)
    return identity


def _sittings_page(*, values: dict[str, Any], errors: dict[str, str]) -> str:
    with wiring().database.reading() as db:
        return render_template(
            "host/sittings.html",
            sittings=[_listed(db, sitting) for sitting in sittings.sittings_of(db, _host())],
            quizzes=[
                {
                    "slug": quiz.slug,
                    "title": quiz.title,
                    "category": quiz.category,
                    "category_name": CATEGORIES[quiz.category],
                    "about": quiz.about,
                    "questions": len(quiz.questions),
                }
                for quiz in library.quizzes(db, _host())
                if quiz.questions
            ],
            values=values,
            errors=errors,
            once=new_once(),
        )


def _listed(db: Session, sitting: Sitting) -> dict[str, Any]:
    round_ = rounds.current(db, sitting.id)
    return {
        "id": sitting.id,
        "name": sitting.name,
        "place": sitting.place,
        "quiz": round_.title,
        "code": sitting.code,
        "state": round_.state,
        "teams": rounds.teams_in(db, sitting.id),
        "when": _day(sitting.made_at),
    }


def _day(at: int) -> str:
    moment = datetime.fromtimestamp(at / 1_000, tz=UTC).astimezone()
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _plan(form: Mapping[str, str]) -> SittingPlan:
    return SittingPlan(
        name=form.get("name", ""),
        place=form.get("place", ""),
        quiz=form.get("quiz", ""),
        entry_mode=form.get("entry", "open"),
        policy=form.get("policy", "tie_break"),
        can_change="can_change" in form,
        standings_every=whole(form.get("standings_every", "5")),
    )


def _teams_page(sitting_id: int, *, pasted: str, found: roster.Roster | None) -> str:
    with wiring().database.reading() as db:
        scene = scenes.load(db, sitting_id)
    return render_template(
        "host/teams.html",
        sitting=scene.sitting,
        teams=scene.listed,
        pasted=pasted,
        problems=found.problems if found else (),
        ready=found.ready if found else (),
    )
