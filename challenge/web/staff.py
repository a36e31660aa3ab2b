"""Who is signed in: Flask-Login's session, read into an identity."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Flask, redirect, url_for
from flask_login import LoginManager, UserMixin, current_user

from challenge.services import sittings
from challenge.services.access import StaffIdentity
from challenge.web.told import whole
from challenge.web.wiring import Page, wiring

P = ParamSpec("P")


class SignedIn(UserMixin):  # type: ignore[misc]
    """A signed-in member of staff, as Flask-Login wants to see one."""

    def __init__(self, identity: StaffIdentity) -> None:
        self.identity = identity
        self.id = str(identity.staff_id)


def register_login(app: Flask) -> None:
    """Let `app` know who is signed in."""
    # Templates don't ask who is signed in; if they did, the page that says the database is gone would need it.
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None

    def load(staff_id: str) -> SignedIn | None:
        with wiring().database.reading() as db:
            identity = sittings.staff(db, whole(staff_id))
        return None if identity is None else SignedIn(identity)

    manager.user_loader(load)


def hosts_only(page: Callable[P, Page]) -> Callable[P, Page]:
    """Show a page to those who are signed in; ask the others to."""

    @wraps(page)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Page:
        return page(*args, **kwargs) if signed_in() else redirect(url_for("hosting.how_to_sign_in"))

    return guarded


def signed_in() -> StaffIdentity | None:
    """Who makes the current request, if they are staff."""
    identity: StaffIdentity | None = getattr(current_user, "identity", None)
    return identity


def staff_of(app: Flask, environ: dict[str, Any]) -> StaffIdentity | None:
    """Who makes the request of a socket's handshake, if they are staff."""
    with app.request_context(environ):
        return signed_in()
