"""Who a request comes from, as the socket's door asks it of its handshake."""

import pytest
from werkzeug.exceptions import Forbidden
from werkzeug.test import create_environ

from challenge.web import hosting
from challenge.web.staff import staff_of
from challenge.web.wiring import pass_of
from tests.web.house import Browser, House


def test_a_handshake_with_a_hosts_cookie_comes_from_that_host(house: House) -> None:
    environ = handshake(house.organisers_browser())

    assert staff_of(house.app.flask, environ) == house.organiser


def test_a_handshake_of_a_phone_brings_its_pass_and_is_no_host(house: House) -> None:
    phone = house.phone(house.here)
    environ = handshake(phone)

    assert pass_of(environ) == phone.cookie("pass")
    assert staff_of(house.app.flask, environ) is None


def test_a_handshake_without_cookies_comes_from_nobody(house: House) -> None:
    environ = handshake(house.browser())

    assert pass_of(environ) is None
    assert staff_of(house.app.flask, environ) is None


def test_a_hosts_page_without_its_guard_would_still_refuse(house: House) -> None:
    with house.app.flask.test_request_context("/host"), pytest.raises(Forbidden):
        hosting._host()


def handshake(browser: Browser) -> dict[str, object]:
    names = ("session", "remember_token", "pass")
    cookies = "; ".join(f"{name}={browser.cookie(name)}" for name in names if browser.cookie(name))
    return create_environ("/socket.io/", headers={"Cookie": cookies})
