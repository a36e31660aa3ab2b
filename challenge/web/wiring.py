"""What the pages need of the running program; the application puts it there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app
from werkzeug.wrappers import Request, Response

from challenge.config import Settings
from challenge.services.access import TeamIdentity
from challenge.services.responding import Outcome
from challenge.services.transaction import Database
from challenge.web.doorkeeper import Doorkeeper

PASS_COOKIE = "pass"  # noqa: S105 - its name, not its value
Page = str | Response | tuple[str | Response, int]


@dataclass(frozen=True, slots=True)
class Wiring:
    """The running program, as the pages see it.

    submit: parses an answer message as the socket's door does, stores it and waits for the outcome.
    aside: does heavy work where no live round waits for it. Raises AsideError.
    """

    settings: Settings
    database: Database
    doorkeeper: Doorkeeper
    now: Callable[[], int]
    submit: Callable[[TeamIdentity, object], Outcome]
    aside: Callable[..., Any]


def wire(app: Flask, wiring: Wiring) -> None:
    """Give the pages of `app` their program."""
    app.extensions["challenge"] = wiring


def wiring() -> Wiring:
    """The program behind the current request."""
    return cast(Wiring, current_app.extensions["challenge"])


def pass_of(environ: dict[str, Any]) -> str | None:
    """The secret of the phone that sent a request."""
    # It would keep itself in the environ, and a socket's environ is kept as long as the phone is here.
    return Request(environ, populate_request=False).cookies.get(PASS_COOKIE)
