"""The bytes of a WebSocket (RFC 6455), as a client makes and reads them. No sockets here."""

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
MOST_SHORT, MOST_MIDDLE = 125, 65_535
LENGTH_16, LENGTH_64 = 126, 127

_NO_MASK = bytes(4)
"""A client must mask. A key of zeros is as good as any for the server, and leaves the payload as it is."""


def upgrade(host: str, path: str, *, cookie: str) -> bytes:
    """The request that turns a connection into a WebSocket. No extension is offered."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        f"Origin: http://{host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
    ]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def frame(payload: bytes, kind: int = TEXT) -> bytes:
    """One whole message from a client."""
    size = len(payload)
    if size <= MOST_SHORT:
        head = bytes((0x80 | kind, 0x80 | size))
    elif size <= MOST_MIDDLE:
        head = bytes((0x80 | kind, 0x80 | LENGTH_16)) + size.to_bytes(2)
    else:
        head = bytes((0x80 | kind, 0x80 | LENGTH_64)) + size.to_bytes(8)
    return head + _NO_MASK + payload


def split(data: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The whole messages (kind, payload) at the front of what a server sent, and the rest.

    The servers that we speak to send each message in one unmasked frame.
    """
    found = []
    place, end = 0, len(data)
    while end - place >= 2:
        start, size = place + 2, data[place + 1]
        if size == LENGTH_16:
            start, size = place + 4, int.from_bytes(data[place + 2 : place + 4])
        elif size == LENGTH_64:
            start, size = place + 10, int.from_bytes(data[place + 2 : place + 10])
        if start + size > end:
            break
        found.append((data[place] & 15, data[start : start + size]))
        place = start + size
    return found, data[place:]
