"""Pages for anybody: the start page, and what is said when something can't be found or done."""

from flask import Blueprint, Flask, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from challenge.services.transaction import StorageTroubleError

public = Blueprint("public", __name__)

WORDS = {
    400: (
        "We couldn't read that",
        "What arrived here wasn't what this page asked for.",
        "Go back, reload, and try again.",
    ),
    403: ("That isn't yours to open", "This page belongs to the host of another round.", "Ask the host for a link."),
    404: (
        "We can't find that page",
        "The address may be mistyped, or the round is over.",
        "Check the code and try again.",
    ),
    405: ("That page can't be opened like this", "It only answers to its own form.", "Go back and press the button."),
    413: ("That's too long", "More was sent than this page takes.", "Make it shorter and send it again."),
    429: ("One moment", "A lot is coming in just now.", "Wait a few seconds, then try again."),
}
OURS = ("Something went wrong on our side", "Nothing you sent is lost on your phone.", "Wait a moment, then try again.")
Page = tuple[str, int]


@public.get("/")
def index() -> str:
    """The start page."""
    return render_template("public/index.html")


@public.get("/health")
def health() -> str:
    """Says that the program runs."""
    return "ok"


def register_errors(app: Flask) -> None:
    """Say every refusal of a page in plain words."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _form_too_old)
    app.register_error_handler(StorageTroubleError, _storage)
    app.register_error_handler(500, _ours)


def _http_error(error: HTTPException) -> Page:
    code = error.code or 500
    return _page(*WORDS.get(code, OURS), code=code)


def _form_too_old(_error: CSRFError) -> Page:
    return _page(
        "That page was open too long",
        "We couldn't be sure the form came from you.",
        "Go back, reload, and press again.",
        code=400,
    )


def _storage(_error: StorageTroubleError) -> Page:
    return _page("We can't reach our records", "Nothing was changed.", "Wait a moment, then try again.", code=503)


def _ours(_error: Exception) -> Page:
    return _page(*OURS, code=500)


def _page(title: str, message: str, remedy: str, *, code: int) -> Page:
    return render_template("public/error.html", title=title, message=message, remedy=remedy), code
