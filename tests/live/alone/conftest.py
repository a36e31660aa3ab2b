"""A server that a test has to itself, where others share one: it will be killed or robbed of its disk."""

from collections.abc import Callable, Iterator

import pytest

from challenge.services.transaction import Database
from tests.live import preparing
from tests.live.conftest import Cast
from tests.live.serving import Server


@pytest.fixture
def server(alone: Callable[..., Server]) -> Server:
    """A server of this test's own, running."""
    server = alone()
    preparing.new_file(server.instance).engine.dispose()
    return server.start()


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    """Its file."""
    database = Database(f"sqlite:///{server.file}")
    yield database
    database.engine.dispose()


@pytest.fixture
def cast(server: Server) -> Iterator[Cast]:
    """Its clients."""
    cast = Cast(server)
    yield cast
    cast.go_home()
