"""Whom the program believes."""

import pytest
from flask import request

from challenge.app import create_app
from tests import builders

CLAIMS = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "challenge.example"}


@pytest.fixture
def seen(tmp_path):
    """What a request looks like to the program behind so many proxies of ours."""

    def ask(proxies, headers):
        application = create_app(builders.settings(tmp_path, proxies=proxies))
        found = []
        application.flask.before_request(lambda: found.append((request.remote_addr, request.scheme, request.host)))
        application.flask.test_client().get("/health", headers=headers)
        application.stop()
        return found[0]

    return ask


def test_without_a_proxy_of_ours_nobody_can_claim_an_address(seen):
    assert seen(0, CLAIMS) == ("127.0.0.1", "http", "localhost")


def test_our_own_proxy_tells_the_phones_address_scheme_and_host(seen):
    assert seen(1, CLAIMS) == ("203.0.113.7", "https", "challenge.example")


def test_only_the_word_of_our_own_proxy_counts_not_what_the_phone_sent_it(seen):
    claims = {**CLAIMS, "X-Forwarded-For": "198.51.100.1, 203.0.113.7"}

    assert seen(1, claims)[0] == "203.0.113.7"


def test_behind_two_proxies_of_ours_the_outer_ones_word_counts(seen):
    claims = {name: f"{value}, 10.0.0.1" for name, value in CLAIMS.items()}

    assert seen(2, claims) == ("203.0.113.7", "https", "challenge.example")
