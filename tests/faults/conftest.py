"""Servers that can be broken: a database, a Redis and a hall for each test, all ended when the test is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.hall import Hall
from tests.faults.postgres import Cluster
from tests.faults.redis import Redis


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of our own; a test that stops it starts it again. For tests marked needs_postgres_binaries."""
    cluster = Cluster().make()
    try:
        yield cluster.start()
    finally:
        cluster.remove()


@pytest.fixture
def postgres(cluster: Cluster) -> Iterator[Cluster]:
    """The cluster, running before and after the test."""
    yield cluster
    if not cluster.runs:
        cluster.start()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    """A Redis of this test's own. For tests marked needs_redis_server."""
    redis = Redis(tmp_path)
    try:
        yield redis.start()
    finally:
        redis.kill()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Callable[..., Hall]]:
    """Makes a hall on a database: `hall(url, **settings)`, or `hall()` for SQLite."""
    halls: list[Hall] = []

    def make(database_url: str = "", **changes: Any) -> Hall:
        url = database_url or f"sqlite:///{tmp_path / 'challenge.sqlite3'}"
        halls.append(Hall(tmp_path, url, **changes))
        return halls[-1]

    yield make
    for each in halls:
        each.close()
