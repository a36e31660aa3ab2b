from types import SimpleNamespace

import pytest

from challenge.cli.welcome import welcome
from challenge.services.demo import Welcome

READY = Welcome(token="once-only", code="7K2M9Q", door_key="8XD4")


def test_it_prints_the_hosts_link_the_join_address_and_a_code_to_scan(capsys):
    welcome("http://192.168.1.20:8000", READY)

    printed = capsys.readouterr().out
    assert "http://192.168.1.20:8000/host/sign-in/once-only" in printed
    assert "http://192.168.1.20:8000/join with the code 7K2M9Q" in printed
    assert "█" in printed
    assert "bots --sitting 7K2M9Q --teams 30" in printed


def test_an_address_for_this_computer_alone_says_so(capsys):
    welcome("http://127.0.0.1:8000", READY)

    assert "Only this computer can reach that address" in capsys.readouterr().out


def test_without_a_round_to_host_it_still_tells_where_to_join(capsys):
    welcome("http://192.168.1.20:8000", Welcome(token="once-only", code=None, door_key=None))

    printed = capsys.readouterr().out
    assert "/join" in printed
    assert "bots" not in printed


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_terminal_that_can_not_draw_the_code_gets_the_address_alone(capsys, monkeypatch, encoding):
    monkeypatch.setattr("challenge.cli.welcome.sys", SimpleNamespace(stdout=SimpleNamespace(encoding=encoding)))

    welcome("http://192.168.1.20:8000", READY)

    assert "█" not in capsys.readouterr().out
