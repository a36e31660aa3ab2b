"""`serve`: takes sockets until it is told to stop, in this process or in several that share a port."""

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from sqlalchemy.engine import make_url

from challenge import aio
from challenge.cli import addresses, frontend, storage, workers
from challenge.cli.lifeline import Lifeline
from challenge.cli.secret import secret_key
from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble
from challenge.config import Settings, environment, settings_from

if TYPE_CHECKING:
    # Imported where it is needed: a process that only looks after workers does without all that plays a round.
    from challenge.app import Application

MOST_WORKERS = 64

host_option = click.option(
    "--host",
    default="0.0.0.0",  # noqa: S104 - a teacher's laptop serves the phones of its classroom
    show_default=True,
    help="The address to listen on; 127.0.0.1 keeps it to this computer.",
)
port_option = click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))


@click.command()
@host_option
@port_option
@click.option(
    "--workers",
    "count",
    default=1,
    show_default=True,
    type=click.IntRange(1, MOST_WORKERS),
    help="How many processes share the port. More than one needs PostgreSQL.",
)
@click.option("--lifeline", type=int, hidden=True)
def serve(host: str, port: int, *, count: int, lifeline: int | None) -> None:
    """Serve, and nothing else."""
    settings = this_settings()
    if not frontend.ready():
        raise Trouble("The browser's files are missing or old. Make them with: python3 run.py frontend")
    if lifeline is not None:
        _serve_as_a_worker(host, port, settings, Lifeline(lifeline))
    elif count > 1:
        _serve_by_workers(host, port, settings, count=count)
    else:
        _serve_alone(host, port, settings)


def _serve_alone(host: str, port: int, settings: Settings) -> None:
    with listening(host, port, settings) as listener, application_for(settings, listener) as application:
        console.print(f"Serving at {application.settings.public_url}. Stop with Ctrl-C.")
        serve_until_stopped(application, listener)


def _serve_by_workers(host: str, port: int, settings: Settings, *, count: int) -> None:
    """Make ready what all of them share, then look after them."""
    if make_url(settings.database_url).get_backend_name() == "sqlite":
        raise Trouble(
            "Several workers need PostgreSQL, because SQLite is for one process.\n"
            "Set DATABASE_URL=postgresql+psycopg://…, or leave --workers away."
        )
    if settings.redis_url is None:
        console.print("Without REDIS_URL each worker hears a second or two late what happened in the others.")
    with contextlib.closing(addresses.hold(host, port)) as held:
        storage.upgrade(settings)
        address = addresses.base_address(settings, held)
        command = ["serve", "--host", host, "--port", str(held.getsockname()[1])]
        workers.look_after(command, count=count, environ={**environment(), "CHALLENGE_PUBLIC_URL": address})
    console.print("\nStopped. Everything that was answered is kept.")


def _serve_as_a_worker(host: str, port: int, settings: Settings, lifeline: Lifeline) -> None:
    """Serve beside others; what is said and what is shared is the parent's business.

    Listens only when all is ready: until then the others take the phones.
    """
    lifeline.end_with_the_parent()
    with (
        running(settings) as application,
        contextlib.closing(aio.listen_beside(host, port, settings)) as listener,
    ):
        lifeline.tell_ready()
        aio.serve(application.flask, listener, settings)


def this_settings() -> Settings:
    """The settings of this installation, with its own secret key."""
    without_key = settings_from(environment(), secret_key="")
    return settings_from(environment(), secret_key=secret_key(without_key.instance))


@contextlib.contextmanager
def listening(host: str, port: int, settings: Settings) -> Iterator[socket.socket]:
    """A listening socket from now on: phones that come early wait, instead of being turned away."""
    with contextlib.closing(addresses.listen(host, port, settings)) as listener:
        yield listener


@contextlib.contextmanager
def application_for(settings: Settings, listener: socket.socket) -> "Iterator[Application]":
    """The application with its database up to date and its clock running; stopped in order at the end."""
    storage.upgrade(settings)
    with running(replace(settings, public_url=addresses.base_address(settings, listener))) as application:
        yield application


@contextlib.contextmanager
def running(settings: Settings) -> "Iterator[Application]":
    """The application with its clock running; stopped in order at the end."""
    from challenge.app import create_app

    with storage.plainly(settings):
        application = create_app(settings)
        application.start()
    try:
        yield application
    finally:
        application.stop()


def serve_until_stopped(application: "Application", listener: socket.socket) -> None:
    """Take connections until Ctrl-C or SIGTERM."""
    aio.serve(application.flask, listener, application.settings)
    console.print("\nStopped. Everything that was answered is kept.")
