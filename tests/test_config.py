"""What the environment asks for, and what is said to somebody who mistyped it."""

import pytest

from challenge.config import settings_from


def settings(**environ):
    return settings_from(environ, secret_key="a key for tests")


def test_an_empty_environment_gives_a_teachers_laptop():
    plain = settings()

    assert plain.database_url.startswith("sqlite:///")
    assert plain.redis_url is None
    assert (plain.async_mode, plain.ready_frames, plain.https, plain.proxies) == ("eventlet", True, False, 0)
    assert (plain.connections, plain.backlog) == (20_000, 4_096)


@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_the_async_library_is_one_variable(mode):
    assert settings(CHALLENGE_ASYNC=mode).async_mode == mode


def test_numbers_and_switches_are_read():
    told = settings(
        CHALLENGE_CONNECTIONS="50000",
        CHALLENGE_BACKLOG="128",
        CHALLENGE_FRAMES="0",
        CHALLENGE_HTTPS="1",
        CHALLENGE_PROXIES="2",
    )

    assert (told.connections, told.backlog, told.ready_frames, told.https, told.proxies) == (
        50_000,
        128,
        False,
        True,
        2,
    )


@pytest.mark.parametrize(
    "name", ["CHALLENGE_ASYNC", "CHALLENGE_CONNECTIONS", "CHALLENGE_BACKLOG", "CHALLENGE_FRAMES", "CHALLENGE_PROXIES"]
)
def test_a_variable_that_is_set_to_nothing_is_as_good_as_not_set(name):
    told, plain = settings(**{name: ""}), settings()

    assert (told.async_mode, told.connections, told.backlog) == (plain.async_mode, plain.connections, plain.backlog)
    assert (told.ready_frames, told.proxies) == (plain.ready_frames, plain.proxies)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHALLENGE_ASYNC", "asyncio"),
        ("CHALLENGE_CONNECTIONS", "0"),
        ("CHALLENGE_CONNECTIONS", "-1"),
        ("CHALLENGE_CONNECTIONS", "many"),
        ("CHALLENGE_CONNECTIONS", "²"),
        ("CHALLENGE_CONNECTIONS", "9" * 5_000),
        ("CHALLENGE_BACKLOG", "1.5"),
        ("CHALLENGE_FRAMES", "yes"),
        ("CHALLENGE_HTTPS", "on"),
        ("CHALLENGE_PROXIES", "one"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable(name, value):
    with pytest.raises(ValueError, match=f"^{name} is '"):
        settings(**{name: value})


def test_every_process_has_a_name_of_its_own():
    names = {settings().process for _ in range(50)}

    assert len(names) == 50
