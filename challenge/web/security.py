"""What every page says to browsers about itself: a strict content policy with a nonce; no sniffing, framing or copies.

A phone goes from hand to hand: Back must not show the page of whoever left, so only what is the same for everybody
may be kept. A page that sets `g.framed` may stand in a frame of our own pages.
"""

import secrets

from flask import Flask, Response, g


def register_headers(app: Flask) -> None:
    """Send the headers with every response, and give templates the nonce."""

    @app.context_processor
    def nonce() -> dict[str, str]:
        return {"csp_nonce": _nonce()}

    @app.after_request
    def secure(response: Response) -> Response:
        framers = "'self'" if g.get("framed") else "'none'"
        response.headers["Content-Security-Policy"] = (
            "default-src 'self'; "
            f"script-src 'self' 'nonce-{_nonce()}'; "
            "connect-src 'self' ws: wss:; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            f"form-action 'self'; frame-ancestors {framers}"
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = response.headers.get("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response


def _nonce() -> str:
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    nonce: str = g.csp_nonce
    return nonce
