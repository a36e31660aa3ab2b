"""The database at start: brought up to today's tables, and what is wrong with it said in one sentence."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from challenge.cli.exclusive import exclusive
from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble, of_the_disk
from challenge.config import ROOT, Settings
from challenge.services.transaction import Database, StorageTroubleError


def upgrade(settings: Settings) -> None:
    """Make the tables, or bring older ones up to date; several starts at once take turns. Raises Trouble."""
    with plainly(settings), exclusive(settings.instance / "upgrade.lock", _say_that_we_wait):
        engine = Database(settings.database_url).engine
        try:
            _upgrade(engine)
        finally:
            engine.dispose()


@contextmanager
def plainly(settings: Settings) -> Iterator[None]:
    """Turn what the database or the disk refuses into Trouble that names the place."""
    try:
        yield
    except StorageTroubleError as error:
        raise Trouble(f"{_place(settings)}: {error}") from error
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise Trouble(f"{_place(settings)} could not be used: {reason}.\n{_remedy(settings)}") from error
    except OSError as error:
        raise of_the_disk(error, Path(error.filename or settings.instance)) from error


def _upgrade(engine: Engine) -> None:
    with engine.begin() as connection:
        if _revision(connection) == newest_revision():
            return
        from challenge import migrations  # Alembic takes a third of a second to import, and is seldom needed

        migrations.upgrade(connection)


def newest_revision() -> str:
    """The name of the last step in challenge/migrations/versions/, read without Alembic: their files are numbered."""
    newest = max((ROOT / "challenge" / "migrations" / "versions").glob("[0-9]*.py"))
    found = re.search(r'^revision\b[^=]*= *["\'](\w+)["\']', newest.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def _place(settings: Settings) -> str:
    return f"The database {make_url(settings.database_url).render_as_string(hide_password=True)}"


def _remedy(settings: Settings) -> str:
    if settings.database_url.startswith("sqlite"):
        return "Check that its folder can be written and the disk is not full, or put the last backup back."
    return "Check that the server runs and that DATABASE_URL names it."


def _say_that_we_wait() -> None:
    console.print("Another start of this program is bringing the database up to date. Waiting for it to finish …")
