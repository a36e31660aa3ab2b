"""A database for one run, that goes when the run is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from challenge.cli.trouble import Trouble


@contextmanager
def throw_away(url: str | None, folder: Path) -> Iterator[str]:
    """The address of an empty database: a file in `folder`, or a new one on the PostgreSQL server that `url` names."""
    if url is None:
        yield f"sqlite:///{folder / 'challenge.sqlite3'}"
        return
    if not url.startswith("postgresql"):
        raise Trouble("--database is the address of a PostgreSQL server: postgresql+psycopg://user@host:5432/postgres.")
    name = f"challenge_bench_{token_hex(6)}"
    _on_the_server(url, f"CREATE DATABASE {name}")
    try:
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
    finally:
        _on_the_server(url, f"DROP DATABASE {name} WITH (FORCE)")


def _on_the_server(url: str, command: str) -> None:
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(command))
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise Trouble(f"The PostgreSQL server of --database could not be used: {reason}.") from error
    finally:
        server.dispose()
