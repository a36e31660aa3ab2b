"""A season that is made once and copied, so that each test has a program of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import builders
from tests.web.house import House, open_house


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("season") / "season.sqlite3"
    database = builders.empty_database(f"sqlite:///{file}")
    with database.transaction() as db:
        builders.season(db)
    with database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA journal_mode=DELETE")
    database.engine.dispose()
    return file


@pytest.fixture
def open_with(tmp_path: Path, season: Path) -> Iterator[Callable[..., House]]:
    """Opens a house with other settings."""
    opened: list[House] = []

    def opening(**changes: object) -> House:
        opened.append(open_house(tmp_path, season, **changes))
        return opened[-1]

    yield opening
    for house in opened:
        house.app.stop()


@pytest.fixture
def house(open_with: Callable[..., House]) -> House:
    return open_with()
