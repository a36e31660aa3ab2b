"""Forms that make something: a finger that presses twice must not make two.

Each form carries a token of its own. What it makes gets a secret that follows from it, so the second press, which comes
before the first reply is there, finds what the first one made.
"""

from hashlib import sha256
from hmac import digest

from flask import request

from challenge.web.doorkeeper import new_visitor_token
from challenge.web.wiring import wiring


def new_once() -> str:
    """The token for a form that is being shown."""
    return new_visitor_token()


def secret_of_form(what: str) -> str:
    """The secret for `what` the sent form makes: the same one each time that form is sent."""
    once = request.form.get("once") or new_once()
    return digest(wiring().settings.secret_key.encode(), f"{what} {once}".encode(), sha256).hex()
