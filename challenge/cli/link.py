"""`link`: a new sign-in link for a host whose browser forgot them."""

import time

import click

from challenge.cli import storage
from challenge.cli.serve import this_settings
from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble
from challenge.services import demo
from challenge.services.transaction import Database


@click.command()
@click.option("--server", default="http://127.0.0.1:8000", show_default=True, help="Where the program is served.")
def link(server: str) -> None:
    """Print a new one-time sign-in link for the host."""
    settings = this_settings()
    storage.upgrade(settings)
    with storage.plainly(settings), Database(settings.database_url).transaction() as db:
        token = demo.sign_in_again(db, now=round(time.time() * 1000))
    if token is None:
        raise Trouble("There is no host yet. Start the program once: python3 run.py")
    console.print(f"{settings.public_url or server.rstrip('/')}/host/sign-in/{token}", markup=False, soft_wrap=True)
    console.print("It works once, and for 12 hours.")
