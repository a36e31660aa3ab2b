"""Writing a question of one's own: the form, its live preview, and keeping it."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from challenge import aio
from challenge.catalogue.chosen import LETTERS
from challenge.catalogue.own import Mend, own_question
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import STRANDS
from challenge.catalogue.wanting import FORMS, WANTS
from challenge.rules.questions import CHOSEN, Kind, Question
from challenge.rules.refusal import Refused
from challenge.services import building, writing
from challenge.services.access import StaffIdentity
from challenge.services.views.programme import ANSWERED_BY
from challenge.web.previews import as_if_open, read_out, tried
from challenge.web.staff import hosts_only, signed_in
from challenge.web.told import told
from challenge.web.wiring import Page, wiring

authoring = Blueprint("authoring", __name__, url_prefix="/host/own")

LONGEST_FIELD = 600
PLAIN = ("type", "topic", "calculator", "seconds", "text", "trick")
HAS_SIGNS = (Kind.EQUATION, Kind.INEQUALITY, Kind.SOLUTIONS)
Written = dict[str, object]


@authoring.get("")
@hosts_only
def new_question() -> Page:
    """An empty form."""
    return _form_page({"type": "number", "calculator": "no", "seconds": "60"}, ())


@authoring.get("/<question_id>")
@hosts_only
def old_question(question_id: str) -> Page:
    """The form as its author filled it in."""
    with wiring().database.reading() as db:
        found = writing.written(db, signed_in() or abort(403), question_id)
    if found is None:
        abort(404)
    category, written = found
    return _form_page({**_as_form(written), "category": category}, ())


@authoring.post("", defaults={"question_id": ""})
@authoring.post("/<question_id>")
@hosts_only
def keep(question_id: str) -> Page:
    """Keep the question, and put it into the quiz that it was written for."""
    by, to = signed_in() or abort(403), request.args.get("to", "")
    category, written, made = _read(request.form, _unasked(by, question_id))
    if not isinstance(made, Question):
        return _form_page(request.form, made), 422
    with wiring().database.transaction() as db:
        kept = writing.keep(
            db, by, made, category=category, written=written, now=wiring().now(), instead_of=question_id
        )
        if isinstance(kept, Refused):
            abort(404)
        refusal = building.add(db, by, to, kept) if to and not question_id else None
    if to and refusal is None:
        return redirect(url_for("quizzes.one_quiz", slug=to))
    return redirect(url_for("quizzes.one_question", question_id=kept))


@authoring.post("/preview")
@hosts_only
def preview() -> Page:
    """The question as phones show it, or what has still to be mended; it stands in a frame beside the form."""
    g.framed = True
    category, written, made = _read(request.form)
    if not isinstance(made, Question):
        return render_template("host/mending.html", mends=[(_label(each), each.message) for each in made])
    draft = _signer().dumps([category, written])
    at = url_for("authoring.preview")
    return render_template("host/preview_phone.html", round=as_if_open(made), at=at, draft=draft)


@authoring.post("/preview/try")
@hosts_only
def try_draft() -> Page:
    """What an answer to the draft would be worth."""
    return tried(_draft(), told().get("answer"))


@authoring.post("/preview/reading")
@hosts_only
def read_draft() -> Page:
    """How what is typed so far is read."""
    return read_out(_draft(), told().get("typed"))


def _draft() -> Question:
    """The draft that a preview's page carries, signed, so that nothing has to be kept for it."""
    draft = told().get("draft")
    if not isinstance(draft, str) or not draft.isascii():
        abort(422)
    try:
        category, written = _signer().loads(draft)
    except BadSignature:
        abort(422)
    made = _made(category, written)
    return made if isinstance(made, Question) else abort(422)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(wiring().settings.secret_key, salt="a question that is being written")


def _unasked(by: StaffIdentity, question_id: str) -> Written:
    """What the form doesn't ask for of an older question that came from a file: changing the rest must not lose it."""
    if not question_id:
        return {}
    with wiring().database.reading() as db:
        found = writing.written(db, by, question_id)
    old = found[1] if found else {}
    names = ["id", "points"]
    # An order's slips name its items by their places, so they hold only while these stay as they are.
    if request.form.get("type") == Kind.ORDER and old.get("items") == _lines(request.form, "items"):
        names.append("slips")
    return {name: old[name] for name in names if name in old}


def _read(form: Any, unasked: Written | None = None) -> tuple[str, Written, Question | tuple[Mend, ...]]:
    category = form.get("category", "")
    written = {**(unasked or {}), **_written(form)}
    if category not in CATEGORIES:
        return category, written, (Mend("category", "Choose one of the levels."),)
    if written.get("type") not in set(Kind):
        return category, written, (Mend("type", "Choose how it is answered."),)
    return category, written, _made(category, written)


def _made(category: str, written: Mapping[str, object]) -> Question | tuple[Mend, ...]:
    """The question, or what is to be mended. Typst is left to a real thread: this process may be serving a round."""
    return aio.offload(own_question, written, category)


def _written(form: Any) -> Written:
    """The fields of puzzles/SCHEMA.md in what was filled in; what belongs to another type is left out."""
    kind = form.get("type", "")
    written: Written = {name: _one(form, name) for name in PLAIN if _one(form, name)}
    if steps := _lines(form, "steps"):
        written["steps"] = steps
    match kind:
        case Kind.CHOICE | Kind.CHOICES:
            right = [letter for letter in LETTERS if form.get(f"right_{letter}") and _one(form, f"option_{letter}")]
            written["options"] = {
                letter: {"text": _one(form, f"option_{letter}")} | _slip_of(form, letter, right)
                for letter in LETTERS
                if _one(form, f"option_{letter}")
            }
            written["key"] = right if kind == Kind.CHOICES else "".join(right[:1])
        case Kind.TRUTH:
            written |= {"key": _one(form, "truth"), "slip": _one(form, "truth_slip")}
        case Kind.ORDER:
            written["items"] = _lines(form, "items")
        case _:
            written["key"] = _lines(form, "key")
            written |= {name: _one(form, name) for name in WANTS.get(kind, ()) if _one(form, name)}
            if slips := [_typed_slip(line, kind) for line in _lines(form, "slips")]:
                written["slips"] = slips
    return {name: value for name, value in written.items() if value}


def _typed_slip(line: str, kind: str) -> dict[str, str]:
    """`3.65 = A pound too much.` as a slip; where answers have such signs too, the last one outside maths parts it."""
    signs = [at for at, sign in enumerate(line) if sign == "=" and line.count("$", 0, at) % 2 == 0] or [len(line)]
    at = signs[-1] if kind in HAS_SIGNS else signs[0]
    return {"answer": line[:at].strip(), "because": line[at + 1 :].strip()}


def _slip_of(form: Any, letter: str, right: list[str]) -> dict[str, str]:
    slip = _one(form, f"slip_{letter}")
    return {"slip": slip} if slip and letter not in right else {}


def _as_form(written: Mapping[str, Any]) -> dict[str, str]:
    """The form's fields, as they were when this was written."""
    form = {name: value for name, value in written.items() if isinstance(value, str)}
    for name in ("steps", "items", "key"):
        if isinstance(written.get(name), list):
            form[name] = "\n".join(written[name])
    form["slips"] = "\n".join(f"{slip['answer']} = {slip['because']}" for slip in written.get("slips", ()))
    for letter, option in written.get("options", {}).items():
        form |= {f"option_{letter}": option["text"], f"slip_{letter}": option.get("slip", "")}
        if letter in written["key"]:
            form[f"right_{letter}"] = "on"
    if written["type"] == Kind.TRUTH:
        form |= {"truth": written["key"], "truth_slip": written.get("slip", "")}
    return form


def _one(form: Any, name: str) -> str:
    return " ".join(form.get(name, "")[:LONGEST_FIELD].split())


def _lines(form: Any, name: str) -> list[str]:
    lines = (" ".join(line.split()) for line in form.get(name, "")[: 4 * LONGEST_FIELD].splitlines())
    return [line for line in lines if line]


def _label(mend: Mend) -> str:
    """A field as the form calls it: `options.B.text` is "Option B"."""
    name, _, rest = mend.field.partition(".")
    if name == "options" and rest:
        return f"Option {rest[0]}"
    words = {"key": "Right answer", "text": "Question", "type": "How it is answered", "category": "Level"}
    return words.get(name.partition("[")[0], name.partition("[")[0].capitalize())


def _form_page(form: Mapping[str, str], mends: tuple[Mend, ...]) -> str:
    return render_template(
        "host/own_question.html",
        values=form,
        mends=[(_label(each), each.message) for each in mends],
        categories=CATEGORIES,
        strands={strand: topics for strand, (_, topics) in STRANDS.items()},
        kinds={kind.value: words for kind, words in ANSWERED_BY.items()},
        typed=[kind.value for kind in Kind if kind not in CHOSEN],
        wants={kind.value: wants for kind, wants in WANTS.items()},
        forms={kind.value: forms for kind, forms in FORMS.items()},
        all_forms=sorted({form for forms in FORMS.values() for form in forms}),
        letters=LETTERS,
        to=request.args.get("to", ""),
    )
