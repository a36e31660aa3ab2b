"""The students' pages: the code, the team, the phone, and the way for answers when the socket can't be had."""

from dataclasses import asdict
from hmac import compare_digest

from flask import Blueprint, jsonify, redirect, render_template, request, session, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from challenge.models import Sitting
from challenge.rules.codes import kind_of, tidy_code
from challenge.rules.refusal import Refused
from challenge.services import joining, rounds
from challenge.services.joining import Joined
from challenge.services.responding import Kept
from challenge.web.doorkeeper import Visitor, new_visitor_token
from challenge.web.once import new_once, secret_of_form
from challenge.web.told import sent, told
from challenge.web.wiring import PASS_COOKIE, Page, wiring

play = Blueprint("play", __name__)

PASS_LASTS_SECONDS = 400 * 24 * 3600
FIRST_NAMES = ("first_name_1", "first_name_2")

NO_ROUND = Refused("no_round", "We can't find that code. Check the board: six letters and numbers.")


@play.get("/join")
def ask_code() -> Page:
    """The box for a code."""
    _visitor()
    return render_template("play/join.html", code="", error=None)


@play.post("/join")
def take_code() -> Page:
    """A round code leads to its form, a team code lets a phone in."""
    typed = request.form.get("code", "")[:40]
    code = tidy_code(typed)
    if refusal := wiring().doorkeeper.refuse_guess(_visitor()):
        return _slowed(typed, refusal)
    if kind_of(code) == "team":
        return _come_back(typed)
    with wiring().database.reading() as db:
        known = joining.sitting_by_code(db, code) is not None
    if not known:
        return _unknown_code(typed, NO_ROUND)
    return redirect(url_for("play.ask_team", code=code))


@play.get("/join/<code>")
def ask_team(code: str) -> Page:
    """The form for a new team; a phone that plays here already goes straight on."""
    if refusal := _knock(code):
        return _slowed(code, refusal)
    with wiring().database.reading() as db:
        sitting = joining.sitting_by_code(db, code)
        if sitting is None:
            return _unknown_code(code, NO_ROUND)
        if _plays_in(db, sitting, request.cookies.get(PASS_COOKIE, "")):
            return redirect(url_for("play.phone"))
        if refusal := joining.refuse_entering(db, sitting):
            return render_template("play/join.html", code="", error=refusal)
        return _team_form(db, sitting, values={}, errors={})


@play.post("/join/<code>")
def take_team(code: str) -> Page:
    """Make the team and let its phone in; the same form sent twice makes one team."""
    if refusal := _knock(code):
        return _slowed(code, refusal)
    values = {field: request.form.get(field, "")[:80] for field in ("name", *FIRST_NAMES)}
    values["name"] = request.form.get("idea", "")[:80] or values["name"]
    with wiring().database.transaction() as db:
        sitting = joining.sitting_by_code(db, code)
        if sitting is None:
            return _unknown_code(code, NO_ROUND)
        if _plays_in(db, sitting, request.cookies.get(PASS_COOKIE, "")):
            return redirect(url_for("play.phone"))
        secret = secret_of_form(f"pass {_visitor().token} {sitting.id}")
        if _plays_in(db, sitting, secret):
            return _let_in(secret)
        made = _join(db, sitting, values, secret=secret)
        if isinstance(made, dict):
            return _team_form(db, sitting, values=values, errors=made), 422
    return _let_in(made.secret)


@play.get("/t/<code>")
def ask_card(code: str) -> Page:
    """The page behind a team card's QR code."""
    if refusal := wiring().doorkeeper.refuse_guess(_visitor()):
        return _slowed(code, refusal)
    with wiring().database.reading() as db:
        entry = joining.entry_by_code(db, code)
        if entry is None:
            return _unknown_code(code, joining.NO_TEAM)
        sitting = db.get_one(Sitting, entry.sitting_id)
        return render_template("play/card.html", team=entry.team.name, code=tidy_code(code), sitting=sitting)


@play.post("/t/<code>")
def take_card(code: str) -> Page:
    """Let a phone in with its team's card."""
    if refusal := wiring().doorkeeper.refuse_guess(_visitor()):
        return _slowed(code, refusal)
    return _come_back(code)


@play.get("/play")
def phone() -> Page:
    """The phone's page; it draws itself from what the socket says."""
    with wiring().database.reading() as db:
        if joining.identify(db, request.cookies.get(PASS_COOKIE, "")) is None:
            return redirect(url_for("play.ask_code"))
    return render_template("play/phone.html")


@play.post("/play/answer")
def take_answer() -> Page:
    """An answer by HTTPS, for a phone that can't have a socket: the same inbox, the same outcome."""
    with wiring().database.reading() as db:
        identity = joining.identify(db, request.cookies.get(PASS_COOKIE, ""))
    if identity is None:
        refusal = Refused("removed", "We don't know this phone any more. Join again with your team code.")
        return jsonify(id=None, **asdict(refusal)), 403
    outcome = wiring().submit(identity, sent())
    if isinstance(outcome, Kept):
        return jsonify(id=outcome.message_id, question=outcome.question_id, answer=outcome.raw)
    return jsonify(id=_id_sent(), **asdict(outcome)), 409


@play.post("/play/leave")
def leave() -> Page:
    """Forget the team on this phone; the team itself stays, and a form that was sent for it leads back no more."""
    session.pop("visitor", None)
    response = redirect(url_for("play.ask_code"))
    response.delete_cookie(PASS_COOKIE)
    return response


def _visitor() -> Visitor:
    token = session.setdefault("visitor", new_visitor_token())
    return Visitor(token, request.remote_addr or "")


def _plays_in(db: Session, sitting: Sitting, secret: str) -> bool:
    identity = joining.identify(db, secret)
    return identity is not None and identity.sitting_id == sitting.id


def _knock(code: str) -> Refused | None:
    """A code in an address is a guess like a typed one, unless the key from the QR code comes with it."""
    with wiring().database.reading() as db:
        sitting = joining.sitting_by_code(db, code)
        if sitting is not None and compare_digest(sitting.door_key.encode(), request.values.get("k", "").encode()):
            return None
    return wiring().doorkeeper.refuse_guess(_visitor())


def _slowed(code: str, refusal: Refused) -> Page:
    return render_template("play/join.html", code=code[:24], error=refusal), 429


def _unknown_code(code: str, refusal: Refused) -> Page:
    wiring().doorkeeper.note_wrong_code(_visitor())
    return render_template("play/join.html", code=code[:24], error=refusal), 404


def _team_form(db: Session, sitting: Sitting, *, values: dict[str, str], errors: dict[str, Refused]) -> str:
    teams = rounds.teams_in(db, sitting.id)
    ideas = joining.suggestions(db, sitting.id, seed=int.from_bytes(_visitor().token.encode()[:6]) + teams)
    return render_template(
        "play/team.html",
        sitting=sitting,
        suggestions=ideas,
        values=values,
        errors={field: refusal.message for field, refusal in errors.items()},
        door_key=request.values.get("k", ""),
        once=new_once(),
    )


def _join(db: Session, sitting: Sitting, values: dict[str, str], *, secret: str) -> Joined | dict[str, Refused]:
    if refusal := wiring().doorkeeper.refuse_join(sitting.id):
        return {"form": refusal}
    filled = [field for field in FIRST_NAMES if values[field].strip()]
    made = joining.join_open(
        db,
        sitting,
        name=values["name"],
        first_names=[values[field].strip() for field in filled],
        now=wiring().now(),
        secret=secret,
    )
    if isinstance(made, Joined):
        return made
    # The service numbers the names that it got; a field left empty shifts them.
    fields = dict(zip(FIRST_NAMES, filled, strict=False))
    return {fields.get(field, field): refusal for field, refusal in made.items()}


def _come_back(code: str) -> Page:
    with wiring().database.transaction() as db:
        outcome = joining.come_back(db, code, now=wiring().now())
    if isinstance(outcome, Joined):
        return _let_in(outcome.secret)
    if outcome.code == "no_team":
        wiring().doorkeeper.note_wrong_code(_visitor())
    return render_template("play/join.html", code=code[:24], error=outcome), 422


def _let_in(secret: str) -> Response:
    response = redirect(url_for("play.phone"))
    response.set_cookie(
        PASS_COOKIE,
        secret,
        max_age=PASS_LASTS_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=wiring().settings.https,
    )
    return response


def _id_sent() -> str | None:
    given = told().get("id")
    return given[:40] if isinstance(given, str) else None
