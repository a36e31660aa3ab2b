import dataclasses
import socket

import pytest

from challenge.cli import addresses
from challenge.cli.trouble import Trouble
from challenge.config import settings_from

SETTINGS = settings_from({}, secret_key="a key for tests")
HERE = "127.0.0.1"


def test_a_port_that_is_taken_is_named_with_another_to_try():
    with socket.create_server((HERE, 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(Trouble, match=rf"Port {port} is taken.*\n.*--port {port + 1}"):
            addresses.listen(HERE, port, SETTINGS)


def test_an_address_of_another_machine_is_refused_with_the_remedy():
    with pytest.raises(Trouble, match=r"192\.0\.2\.77 is not an address of this machine"):
        addresses.listen("192.0.2.77", 0, SETTINGS)


def test_a_reserved_port_is_refused_with_the_remedy(monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(addresses.aio, "listen", refuse)

    with pytest.raises(Trouble, match="above 1023"):
        addresses.listen(HERE, 80, SETTINGS)


def test_the_address_is_the_one_that_the_listener_has():
    with addresses.listen(HERE, 0, SETTINGS) as listener:
        port = listener.getsockname()[1]

        assert addresses.base_address(SETTINGS, listener) == f"http://127.0.0.1:{port}"


def test_a_listener_on_all_networks_is_reached_by_the_local_networks_address(monkeypatch):
    class Everywhere:
        def getsockname(self):
            return ("0.0.0.0", 8000)

    monkeypatch.setattr(addresses, "local_network_address", lambda: "192.168.7.20")

    assert addresses.base_address(SETTINGS, Everywhere()) == "http://192.168.7.20:8000"


def test_the_public_address_wins_where_one_is_set():
    settings = dataclasses.replace(SETTINGS, public_url="https://maths.example.org")

    with addresses.listen(HERE, 0, settings) as listener:
        assert addresses.base_address(settings, listener) == "https://maths.example.org"


def test_a_machine_without_a_network_is_reached_by_itself(monkeypatch):
    class Unconnected(socket.socket):
        def connect(self, _address):
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(addresses.socket, "socket", Unconnected)

    assert addresses.local_network_address() == "127.0.0.1"


def test_the_local_networks_address_is_found_without_sending_anything():
    assert socket.inet_aton(addresses.local_network_address())
