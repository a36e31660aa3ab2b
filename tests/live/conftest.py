"""One server for each async library, and clients that leave when their test ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from challenge.services.transaction import Database
from tests.live import clients, preparing
from tests.live.clients import Connection, Host, Phone, Screen
from tests.live.preparing import Prepared
from tests.live.serving import Server

MODES = ("eventlet", "threading")


class Cast:
    """Those who play in one test: made by name, and sent home at its end."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.everybody: list[Connection] = []

    def bring(self, connection: Connection) -> Connection:
        self.everybody.append(connection)
        return connection

    def host(self, prepared: Prepared) -> Host:
        return self.bring(clients.host_of(self.server, prepared)).connect()

    def screen(self, prepared: Prepared) -> Screen:
        return self.bring(Screen(self.server, prepared.screen_key)).connect()

    def phone(self, secret: str, *, slow: float = 0) -> Phone:
        return self.bring(Phone(self.server, secret, slow=slow)).connect()

    def teams(self, prepared: Prepared, *names: str) -> list[Phone]:
        return [self.phone(secret) for secret in preparing.team_secrets(prepared, *names)]

    def go_home(self) -> None:
        for connection in self.everybody:
            connection.close()


@pytest.fixture(scope="session", params=MODES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that many tests share, each with a sitting of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    preparing.new_file(folder).engine.dispose()
    server = Server(folder, request.param).start()
    yield server
    server.stop()


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """The shared server; a test in which it stumbles fails."""
    start = running.log.stat().st_size
    yield running
    assert "Traceback" not in running.said(start), running.said(start)


@pytest.fixture
def database(running: Server) -> Iterator[Database]:
    """The shared server's file."""
    database = Database(f"sqlite:///{running.file}")
    yield database
    database.engine.dispose()


@pytest.fixture
def cast(server: Server) -> Iterator[Cast]:
    """Clients of the shared server."""
    cast = Cast(server)
    yield cast
    cast.go_home()


@pytest.fixture(params=MODES)
def alone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Makes a server that this test has to itself, to be killed or robbed of its disk; it is not started yet."""
    servers: list[Server] = []

    def make(**changes: object) -> Server:
        servers.append(Server(tmp_path, request.param, **changes))
        return servers[-1]

    yield make
    for server in servers:
        server.kill()
