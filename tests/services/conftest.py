"""A real SQLite database for each test: the same season, copied from one that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from challenge.models import Sitting
from challenge.services import sittings
from challenge.services.access import StaffIdentity
from challenge.services.transaction import Database
from tests import builders


@pytest.fixture(scope="session")
def season_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the season of the builders and nothing else."""
    path = tmp_path_factory.mktemp("season") / "season.sqlite3"
    database = builders.empty_database(f"sqlite:///{path}")
    with database.transaction() as db:
        builders.season(db)
    database.engine.dispose()
    return path


@pytest.fixture
def database(tmp_path: Path, season_file: Path) -> Iterator[Database]:
    """A database of this test's own, at tmp_path / "test.sqlite3"."""
    shutil.copy(season_file, tmp_path / "test.sqlite3")
    database = Database(builders.settings(tmp_path).database_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def db(database: Database) -> Iterator[Session]:
    """A transaction that is committed when the test ends."""
    with database.transaction() as db:
        yield db


@pytest.fixture
def host(db: Session) -> StaffIdentity:
    """The organiser who hosts everything in these tests."""
    host = sittings.staff(db, 1)
    assert host is not None
    return host


@pytest.fixture
def sitting(db: Session, host: StaffIdentity) -> Sitting:
    """A sitting in its lobby, with a question of every kind to play."""
    return builders.sitting(db, host)
