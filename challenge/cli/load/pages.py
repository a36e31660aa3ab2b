"""Requests for pages and the answers to them, as plain bytes: as much of HTTP/1.1 as a phone at the door needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

_COOKIE = re.compile(rb"^set-cookie: *([^=;\s]+)=([^;\r\n]*)", re.IGNORECASE | re.MULTILINE)
_LENGTH = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)
_CLOSES = re.compile(rb"^connection: *close", re.IGNORECASE | re.MULTILINE)
_CSRF = re.compile(rb'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Page:
    """An answer. closes: whether the server ends the connection after it."""

    status: int
    cookies: Mapping[str, str]
    body: bytes
    closes: bool

    @property
    def csrf_token(self) -> str:
        """The token of its form, or nothing."""
        found = _CSRF.search(self.body)
        return found[1].decode() if found else ""


def get(host: str, path: str) -> bytes:
    """Ask for a page, and keep the connection."""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: keep-alive\r\n\r\n".encode()


def post(host: str, path: str, fields: Mapping[str, str], *, cookies: Mapping[str, str]) -> bytes:
    """Send a form."""
    body = urlencode(fields)
    lines = (
        f"POST {path} HTTP/1.1",
        f"Host: {host}",
        f"Referer: http://{host}{path}",
        f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def read(data: bytes) -> Page | None:
    """The answer that came, or None while a part of it is missing. The server must say how long it is."""
    head, blank, body = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    if not blank or (length and len(body) < int(length[1])):
        return None
    cookies = {name.decode(): value.decode() for name, value in _COOKIE.findall(head)}
    closes = head.startswith(b"HTTP/1.0") or _CLOSES.search(head) is not None
    return Page(int(head[9:12]), cookies, body, closes)
