"""The bytes that light phones make and read by hand: WebSocket frames and pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.cli.load import frames, pages


def from_server(payload: bytes) -> bytes:
    """A frame as a server sends it: never masked."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 65_536:
        return b"\x81\x7e" + size.to_bytes(2) + payload
    return b"\x81\x7f" + size.to_bytes(8) + payload


@pytest.mark.parametrize(
    ("size", "head"),
    [
        (0, b"\x81\x80"),
        (125, b"\x81\xfd"),
        (126, b"\x81\xfe\x00\x7e"),
        (65_535, b"\x81\xfe\xff\xff"),
        (65_536, b"\x81\xff\x00\x00\x00\x00\x00\x01\x00\x00"),
    ],
)
def test_a_clients_frame_is_masked_with_a_key_of_zeros(size, head):
    payload = b"x" * size

    assert frames.frame(payload) == head + bytes(4) + payload


@given(st.lists(st.sampled_from([0, 1, 125, 126, 200, 65_535, 65_536]), max_size=4), st.integers(0, 70_000))
def test_messages_are_the_same_wherever_the_stream_was_cut(sizes, cut):
    stream = b"".join(from_server(b"y" * size) for size in sizes)

    first, rest = frames.split(stream[:cut])
    second, left = frames.split(rest + stream[cut:])

    assert [len(payload) for _, payload in first + second] == sizes
    assert left == b""


def test_a_frame_tells_its_kind():
    assert frames.split(b"\x89\x02hi") == ([(frames.PING, b"hi")], b"")


def test_the_request_for_a_web_socket_offers_no_extension():
    request = frames.upgrade("127.0.0.1:8000", "/socket.io/", cookie="pass=abc")

    assert b"Cookie: pass=abc\r\n" in request
    assert b"Extensions" not in request
    assert request.endswith(b"\r\n\r\n")


PAGE = (
    b"HTTP/1.1 302 FOUND\r\nContent-Length: 5\r\nSet-Cookie: session=a.b; HttpOnly; Path=/\r\n"
    b"set-cookie: pass=s3cret; Max-Age=9\r\n\r\nhello"
)


def test_a_page_is_read_with_all_its_cookies():
    page = pages.read(PAGE)

    assert (page.status, page.body, page.closes) == (302, b"hello", False)
    assert page.cookies == {"session": "a.b", "pass": "s3cret"}


@pytest.mark.parametrize("cut", [0, 10, len(PAGE) - 6, len(PAGE) - 1])
def test_a_page_is_not_read_before_all_of_it_is_there(cut):
    assert pages.read(PAGE[:cut]) is None


def test_a_server_of_the_old_sort_closes_after_each_page():
    assert pages.read(PAGE.replace(b"HTTP/1.1", b"HTTP/1.0")).closes


def test_a_form_is_posted_with_its_token_and_its_cookies():
    token = pages.read(b'HTTP/1.1 200 OK\r\n\r\n<input name="csrf_token" value="t0k&amp;n">').csrf_token

    request = pages.post("h:1", "/t/ABC", {"csrf_token": "a b"}, cookies={"session": "x"})

    assert token
    assert b"Cookie: session=x\r\n" in request
    assert request.endswith(b"Content-Length: 14\r\n\r\ncsrf_token=a+b")
