"""A connection like a phone's: one Socket.IO namespace that can be opened, cut off without a goodbye, and closed."""

import contextlib
import logging
import socket
from collections.abc import Callable, Mapping
from typing import Any

import socketio
from socketio.exceptions import ConnectionError as NotConnected
from socketio.exceptions import SocketIOError

PATIENCE_SECONDS = 10
Hear = Callable[[str, Any], None]

_silent = logging.getLogger("challenge.simulated")
_silent.addHandler(logging.NullHandler())
_silent.propagate = False


class LineError(Exception):
    """No connection. `refused`: the server's own reason, or "" when it could not be reached."""

    def __init__(self, reason: str, *, refused: str = "") -> None:
        super().__init__(reason)
        self.refused = refused


class Line:
    """`hear` is called with the name and the data of every message, and with `lost` when the connection ends."""

    def __init__(
        self, server: str, namespace: str, *, cookies: Mapping[str, str], auth: dict[str, Any], hear: Hear
    ) -> None:
        self._server, self._namespace, self._auth, self._hear = server, namespace, auth, hear
        self._headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        self._client: Any = None

    def open(self) -> None:
        """Connect. Raises LineError."""
        client = socketio.Client(reconnection=False, handle_sigint=False, logger=_silent, engineio_logger=_silent)
        refusals: list[str] = []
        client.on("connect_error", lambda why=None: refusals.append(_reason(why)), namespace=self._namespace)
        client.on("disconnect", lambda *_why: self._lost(client), namespace=self._namespace)
        client.on("*", self._heard, namespace=self._namespace)
        try:
            client.connect(
                self._server,
                headers=dict(self._headers),
                auth=self._auth,
                transports=["websocket"],
                namespaces=[self._namespace],
                wait_timeout=PATIENCE_SECONDS,
            )
        except NotConnected as error:
            with contextlib.suppress(SocketIOError, OSError):
                client.disconnect()
            raise LineError(str(error), refused="".join(refusals[:1])) from error
        self._client = client

    @property
    def is_open(self) -> bool:
        """Whether there is a connection, as far as this side knows."""
        return self._client is not None and self._client.connected

    def say(self, name: str, message: dict[str, Any]) -> bool:
        """Send now or not at all; whether it was sent."""
        client = self._client
        if client is None or not client.connected:
            return False
        try:
            client.emit(name, message, namespace=self._namespace)
        except (SocketIOError, OSError):
            return False
        return True

    def cut(self) -> None:
        """Lose the connection as a phone does: without a word to the server."""
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(OSError, AttributeError):
                client.eio.ws.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Leave in order."""
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(SocketIOError, OSError):
                client.disconnect()

    def _heard(self, name: str, data: Any = None) -> None:
        self._hear(name, data)

    def _lost(self, client: Any) -> None:
        if client is self._client:
            self._client = None
            self._hear("lost", None)


def _reason(why: Any) -> str:
    return str(why.get("message", "")) if isinstance(why, dict) else ""
