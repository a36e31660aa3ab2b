import subprocess
import sys

import pytest

from challenge.cli import __main__ as entry
from challenge.cli import commands
from challenge.cli.trouble import Trouble
from tests.architecture.source import ROOT


def ask(*arguments, **env):
    command = [sys.executable, "-P", "-m", "challenge.cli", *arguments]
    env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, check=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ([], ["start"]),
        (["--port", "9000"], ["start", "--port", "9000"]),
        (["--help"], ["--help"]),
        (["serve", "--port", "9000"], ["serve", "--port", "9000"]),
    ],
)
def test_a_bare_run_means_start(typed, meant):
    assert entry.with_default(typed) == meant


def test_the_help_lists_every_command():
    answer = ask("--help")

    assert answer.returncode == 0
    assert all(name in answer.stdout for name in commands.COMMANDS)


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_every_command_that_is_listed_exists(name):
    command = commands.program.get_command(None, name)

    assert command is not None
    assert command.name == name


def test_an_unknown_command_is_refused_without_a_stack_trace():
    answer = ask("sing")

    assert answer.returncode == 2
    assert "No such command 'sing'" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_setting_that_is_wrong_is_named_without_a_stack_trace():
    answer = ask("serve", CHALLENGE_ASYNC="twisted")

    assert answer.returncode == 1
    assert "CHALLENGE_ASYNC is 'twisted'" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_trouble_ends_with_one_and_its_own_words(monkeypatch, capsys):
    def fail(**_call):
        raise Trouble("The disk is full. [brackets] stay.")

    monkeypatch.setattr(commands.program, "main", fail)

    assert commands.run(["serve"]) == 1
    assert "The disk is full. [brackets] stay." in capsys.readouterr().out


def test_the_commands_own_exit_code_is_passed_on(monkeypatch):
    monkeypatch.setattr(commands.program, "main", lambda **_call: 3)

    assert commands.run(["test"]) == 3


def test_ctrl_c_is_no_stack_trace(monkeypatch):
    def interrupt(**_call):
        raise commands.click.exceptions.Abort

    monkeypatch.setattr(commands.program, "main", interrupt)

    assert commands.run(["test"]) == 130
