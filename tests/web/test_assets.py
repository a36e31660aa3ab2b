"""Static files are kept for good under their version, and never under another."""

from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from challenge.web.assets import register_assets, version_of


def served(folder: Path) -> FlaskClient:
    app = Flask(__name__, static_folder=None)
    register_assets(app, folder)
    return app.test_client()


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{}")
    before = version_of(tmp_path)

    (tmp_path / "a.css").write_text("b{}")

    assert version_of(tmp_path) != before


def test_a_file_of_todays_version_is_kept_for_good(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{}")

    reply = served(tmp_path).get(f"/static/{version_of(tmp_path)}/a.css")

    assert reply.status_code == 200
    assert reply.cache_control.max_age == 365 * 24 * 3_600
    reply.close()


def test_a_page_of_yesterday_gets_todays_file_and_does_not_keep_it(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{}")

    reply = served(tmp_path).get("/static/yesterday/a.css")

    assert reply.text == "a{}"
    assert reply.cache_control.max_age in (None, 0)
    reply.close()


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "secret.key").write_text("secret")

    reply = served(tmp_path / "static").get("/static/now/../secret.key")

    assert reply.status_code == 404
