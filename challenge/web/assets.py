"""The static files, with their version in the address: a browser keeps them for good and never mixes old and new."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, send_from_directory
from werkzeug.wrappers import Response

LASTS_SECONDS = 365 * 24 * 3_600
LENGTH = 10


def register_assets(app: Flask, folder: Path) -> None:
    """Serve the files of `folder`; `url_for("static", filename=…)` gives their address."""
    current = version_of(folder)

    def static(version: str, filename: str) -> Response:
        """A file. A page of yesterday that asks for yesterday's version gets today's, and may not keep it."""
        lasts = LASTS_SECONDS if version == current else 0
        return send_from_directory(folder, filename, max_age=lasts)

    def with_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values.setdefault("version", current)

    app.add_url_rule("/static/<version>/<path:filename>", "static", static)
    app.url_defaults(with_version)


def version_of(folder: Path) -> str:
    """A short name for exactly these files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]
