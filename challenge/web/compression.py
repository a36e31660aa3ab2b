"""Sends text smaller to browsers that can unpack it: a page in a third, a script in a quarter of its bytes.

Knows bytes and headers; must not know what any page says. Files of `static/` are packed once and kept.
"""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

TEXTS = frozenset(
    {"text/html", "text/css", "text/javascript", "text/csv", "application/json", "image/svg+xml", "text/plain"}
)
LEAST_BYTES = 500
"""A smaller body fits into one packet either way."""
LEVEL_OF_PAGES, LEVEL_OF_FILES = 5, 9
MOST_FILES = 256


def register_compression(app: Flask) -> None:
    """Pack every text that a browser is ready to unpack."""

    @app.after_request
    def pack(response: Response) -> Response:
        if response.mimetype not in TEXTS:
            return response
        response.vary.add("Accept-Encoding")
        if _is_worth_it(response):
            _pack(response)
        return response


def _is_worth_it(response: Response) -> bool:
    """Whole answers only: a part of a file (206) or an unchanged one (304) has nothing to pack."""
    return (
        response.status_code not in (204, 206, 304)
        and "Content-Encoding" not in response.headers
        and int(response.headers.get("Content-Length", LEAST_BYTES)) >= LEAST_BYTES
        and request.accept_encodings["gzip"] > 0
    )


def _pack(response: Response) -> None:
    response.direct_passthrough = False
    etag, weak = response.get_etag()
    body = response.get_data()
    response.set_data(_packed_file(body) if etag else gzip.compress(body, LEVEL_OF_PAGES, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    if etag and not weak:
        # A strong tag promises the same bytes; the packed ones are the same file, but other bytes.
        response.set_etag(etag, weak=True)


@lru_cache(maxsize=MOST_FILES)
def _packed_file(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL_OF_FILES, mtime=0)
