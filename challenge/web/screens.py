"""The big screen's page."""

from flask import Blueprint, abort, render_template

from challenge.services import sittings
from challenge.web.wiring import wiring

screens = Blueprint("screens", __name__)


@screens.get("/screen/<key>")
def screen(key: str) -> str:
    """A big screen; it draws itself from what the socket says."""
    with wiring().database.reading() as db:
        if sittings.by_screen_key(db, key) is None:
            abort(404)
    return render_template("screen/screen.html", key=key)
