"""Where this machine can be reached, and by which port."""

import errno
import socket

from challenge import aio
from challenge.cli.trouble import Trouble
from challenge.config import Settings

EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - the classroom's phones have to reach a bare `run.py`


def listen(host: str, port: int, settings: Settings) -> socket.socket:
    """The listening socket. Raises Trouble when the port is taken or the address isn't ours."""
    try:
        return aio.listen(host, port, settings)
    except OSError as error:
        raise _trouble(error, host, port) from error


def hold(host: str, port: int) -> socket.socket:
    """Keep a port for our own processes, that will share it. Raises Trouble like `listen`."""
    try:
        return aio.hold(host, port)
    except OSError as error:
        raise _trouble(error, host, port) from error


def base_address(settings: Settings, listener: socket.socket) -> str:
    """The address for other people's browsers, without a path: `http://192.168.1.20:8000`."""
    if settings.public_url:
        return settings.public_url
    host, port = listener.getsockname()[:2]
    if host in EVERYWHERE:
        host = local_network_address()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def local_network_address() -> str:
    """This machine's address on the network it would use to go out; 127.0.0.1 when it has none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        address: str = probe.getsockname()[0]
        return address


def _trouble(error: OSError, host: str, port: int) -> Trouble:
    match error.errno:
        case errno.EADDRINUSE:
            return Trouble(
                f"Port {port} is taken: another program uses it, perhaps another start of this one.\n"
                f"Stop that, or take another port: python3 run.py --port {port + 1 if port < 65535 else 8000}"
            )
        case errno.EACCES | errno.EPERM:
            return Trouble(f"Port {port} is reserved for the system. Take one above 1023, like --port 8000.")
        case errno.ENOPROTOOPT:
            return Trouble("This system lets no two processes share a port. Leave --workers away.")
        case _:
            return Trouble(f"{host} is not an address of this machine. Leave --host away, or use --host 127.0.0.1.")
