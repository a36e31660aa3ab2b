"""`start`, what a bare `run.py` does: set up what is missing, make something to play, print where, and serve."""

import subprocess
import sys
import time

import click

from challenge.cli import frontend, library, serve, storage
from challenge.cli.trouble import Trouble
from challenge.cli.welcome import welcome
from challenge.config import Settings
from challenge.services import demo
from challenge.services.demo import Welcome
from challenge.services.transaction import Database


@click.command()
@serve.host_option
@serve.port_option
def start(host: str, port: int) -> None:
    """Set up what is missing, make something to play, and serve."""
    settings = serve.this_settings()
    with serve.listening(host, port, settings) as listener:
        _make_the_frontend()
        with serve.application_for(settings, listener) as application:
            welcome(application.settings.public_url, _something_to_play(application.database, settings))
            serve.serve_until_stopped(application, listener)


def _something_to_play(database: Database, settings: Settings) -> Welcome:
    with storage.plainly(settings):
        library.bring_up_to_date(database, settings.puzzles)
        with database.transaction() as db:
            return demo.prepare(db, now=round(time.time() * 1000), grace_ms=settings.grace_ms)


def _make_the_frontend() -> None:
    """In a process of its own: this one is patched for serving, and would keep the font tools in memory."""
    if frontend.ready():
        return
    made = subprocess.run([sys.executable, "-P", "-m", "challenge.cli", "frontend"], check=False)
    if made.returncode:
        raise Trouble("Without these files no browser can play, so the start stops here.")
