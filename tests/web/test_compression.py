"""Text is sent small to browsers that can unpack it, and plain to the others."""

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from challenge.web.assets import register_assets
from challenge.web.compression import LEAST_BYTES, register_compression

LONG = "Every Tarsia puzzle lies on a lattice of triangles. " * 40
READY = {"Accept-Encoding": "gzip, deflate, br"}
SHEET = "/static/now/page.css"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A program with a long page, a short one, a picture, and a style sheet in its folder."""
    (tmp_path / "page.css").write_text(LONG)
    app = Flask(__name__, static_folder=None)
    register_compression(app)
    register_assets(app, tmp_path)
    app.add_url_rule("/long", "long", lambda: LONG)
    app.add_url_rule("/short", "short", lambda: "x" * (LEAST_BYTES - 1))
    app.add_url_rule("/picture", "picture", lambda: (LONG, {"Content-Type": "image/jpeg"}))
    app.add_url_rule("/gone", "gone", lambda: ("", 204))
    return app.test_client()


def get(client: FlaskClient, address: str, headers: dict[str, str]) -> TestResponse:
    return client.get(address, headers=headers, buffered=True)


def unpacked(reply: TestResponse) -> str:
    assert reply.headers["Content-Encoding"] == "gzip"
    assert int(reply.headers["Content-Length"]) == len(reply.data)
    return gzip.decompress(reply.data).decode()


def test_a_page_is_packed_for_a_browser_that_can_unpack_it(client: FlaskClient) -> None:
    reply = get(client, "/long", READY)

    assert unpacked(reply) == LONG
    assert len(reply.data) < len(LONG) / 4
    assert "Accept-Encoding" in reply.headers["Vary"]


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip;q=0"}])
def test_a_page_is_plain_for_the_others_and_says_that_it_depends(client: FlaskClient, headers: dict[str, str]) -> None:
    reply = get(client, "/long", headers)

    assert reply.text == LONG
    assert "Content-Encoding" not in reply.headers
    assert "Accept-Encoding" in reply.headers["Vary"]


@pytest.mark.parametrize("address", ["/short", "/picture", "/gone"])
def test_what_would_not_get_smaller_is_left_alone(client: FlaskClient, address: str) -> None:
    reply = get(client, address, READY)

    assert "Content-Encoding" not in reply.headers


def test_a_file_is_packed_and_its_tag_is_weak(client: FlaskClient) -> None:
    reply = get(client, SHEET, READY)

    assert unpacked(reply) == LONG
    assert reply.get_etag()[1]


def test_an_unchanged_file_is_not_sent_again(client: FlaskClient) -> None:
    first = get(client, SHEET, READY)

    again = get(client, SHEET, {**READY, "If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert again.data == b""


def test_a_part_of_a_file_is_sent_as_it_is(client: FlaskClient) -> None:
    reply = get(client, SHEET, {**READY, "Range": "bytes=0-599"})

    assert reply.status_code == 206
    assert reply.data.decode() == LONG[:600]


def test_a_file_that_changed_is_packed_anew(client: FlaskClient, tmp_path: Path) -> None:
    get(client, SHEET, READY)

    (tmp_path / "page.css").write_text(LONG.upper())

    assert unpacked(get(client, SHEET, READY)) == LONG.upper()
