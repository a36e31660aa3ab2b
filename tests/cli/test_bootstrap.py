import os
import subprocess
import sys

import pytest

from challenge.cli import bootstrap
from challenge.cli.bootstrap import PROGRAM, TESTS, prepare
from challenge.cli.trouble import Trouble
from tests.architecture.source import ROOT


def test_a_first_start_installs_the_program_with_hashes(project):
    prepare([PROGRAM], project.root)

    assert project.installs() == [PROGRAM]
    assert "--require-hashes" in (project.root / "log").read_text()


def test_a_second_start_installs_nothing_and_runs_nothing(project):
    prepare([PROGRAM], project.root)
    (project.root / "log").unlink()

    prepare([PROGRAM], project.root)

    assert not (project.root / "log").exists()


def test_a_pull_that_changed_the_lock_installs_again(project):
    prepare([PROGRAM], project.root)
    (project.root / PROGRAM).write_text("flask==4 \\\n    --hash=sha256:cc\n")

    prepare([PROGRAM], project.root)

    assert project.installs() == [PROGRAM, PROGRAM]


def test_only_the_tests_need_the_tests_packages():
    assert bootstrap.locks_for(["test", "-k", "x"]) == [PROGRAM, TESTS]
    assert bootstrap.locks_for([]) == [PROGRAM]
    assert bootstrap.locks_for(["serve"]) == [PROGRAM]


def test_the_tests_packages_come_on_top_of_the_programs(project):
    prepare([PROGRAM], project.root)

    prepare([PROGRAM, TESTS], project.root)

    assert project.installs() == [PROGRAM, TESTS]


def test_an_installation_that_failed_is_not_taken_for_done(project):
    project.pip(says="ERROR: something odd\n", ends=1)

    with pytest.raises(Trouble, match="something odd"):
        prepare([PROGRAM], project.root)

    assert bootstrap.missing([PROGRAM], project.root) == [PROGRAM]


def test_an_interrupted_installation_makes_the_environment_anew(project, monkeypatch):
    made = []
    monkeypatch.setattr(bootstrap, "_make", made.append)
    (project.root / ".venv" / "unfinished").touch()

    prepare([PROGRAM], project.root)

    assert made == [project.root / ".venv"]
    assert not (project.root / ".venv" / "unfinished").exists()


def test_a_python_that_went_away_makes_the_environment_anew(project, monkeypatch):
    made = []
    prepare([PROGRAM], project.root)
    python = bootstrap.python_of(project.root / ".venv")
    script = python.read_text()
    python.unlink()

    def make(venv):
        made.append(venv)
        python.write_text(script)
        python.chmod(0o755)

    monkeypatch.setattr(bootstrap, "_make", make)
    prepare([PROGRAM], project.root)

    assert made == [project.root / ".venv"]
    assert project.installs() == [PROGRAM, PROGRAM]


def test_a_real_environment_is_made_and_installed_into(tmp_path):
    (tmp_path / PROGRAM).write_text("# nothing is needed\n")

    prepare([PROGRAM], tmp_path)

    python = bootstrap.python_of(tmp_path / ".venv")
    where = subprocess.run([python, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True, check=True)
    assert where.stdout.strip() == str(tmp_path / ".venv")
    assert bootstrap.missing([PROGRAM], tmp_path) == []


@pytest.mark.parametrize("absent", ["venv", "ensurepip"])
def test_without_the_venv_module_the_remedy_is_named(tmp_path, monkeypatch, absent):
    (tmp_path / PROGRAM).write_text("")
    find_spec = bootstrap.importlib.util.find_spec
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None if name == absent else find_spec(name))

    with pytest.raises(Trouble, match="apt install python3-venv"):
        prepare([PROGRAM], tmp_path)

    assert not (tmp_path / ".venv").exists()


def test_an_environment_that_could_not_be_made_is_swept_away_and_explained(tmp_path, monkeypatch):
    (tmp_path / PROGRAM).write_text("")
    failing = tmp_path / "python"
    failing.write_text(
        '#!/bin/sh\nmkdir -p "$3"; echo "Error: Command ensurepip returned non-zero exit status 1."; exit 1'
    )
    failing.chmod(0o755)
    monkeypatch.setattr(bootstrap.sys, "executable", str(failing))

    with pytest.raises(Trouble, match="apt install python3-venv"):
        prepare([PROGRAM], tmp_path)

    assert not (tmp_path / ".venv").exists()


def test_of_two_starts_one_installs_and_the_other_waits(project):
    project.pip(takes=1.5)
    code = (
        "import sys; from pathlib import Path; from challenge.cli import bootstrap; "
        "bootstrap.prepare([bootstrap.PROGRAM], Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", code, str(project.root)]

    starts = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    outputs = [start.communicate(timeout=30)[0] for start in starts]

    assert [start.returncode for start in starts] == [0, 0]
    assert project.installs() == [PROGRAM]
    assert sorted("Waiting for it to finish" in output for output in outputs) == [False, True]


def test_progress_is_shown_while_pip_collects(project, capsys):
    project.pip(says="".join(f"Collecting package{n}==1\n" for n in range(12)) + "Installing collected packages: x\n")

    prepare([PROGRAM], project.root)

    output = capsys.readouterr().out
    assert "Installing the 1 packages of requirements.lock" in output
    assert "10  package9" in output
    assert "Putting them in their place" in output


def test_trouble_is_said_in_words_and_ends_with_one(monkeypatch, capsys):
    def fail(_locks):
        raise Trouble("The disk is full.")

    monkeypatch.setattr(bootstrap, "prepare", fail)

    code = bootstrap.run([])

    assert code == 1
    assert capsys.readouterr().out == "\nThe disk is full.\n"


def test_ctrl_c_while_setting_up_is_no_stack_trace(monkeypatch, capsys):
    def interrupt(_locks):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "prepare", interrupt)

    assert bootstrap.run([]) == 130
    assert "Stopped" in capsys.readouterr().out


def test_a_project_that_may_not_be_written_is_named(project):
    (project.root / "instance").write_text("a file where the folder should be")

    with pytest.raises(Trouble, match="instance"):
        prepare([PROGRAM], project.root)


def test_the_command_runs_in_the_environments_python_from_any_folder(monkeypatch):
    became = []
    monkeypatch.setattr(bootstrap, "prepare", lambda _locks: None)
    monkeypatch.setattr(bootstrap.os, "execve", lambda *call: became.append(call))
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda _command, env: 0)

    bootstrap.run(["bots", "--teams", "3"])

    [(python, command, env)] = became
    assert python == str(bootstrap.python_of(ROOT / ".venv"))
    assert command == [python, "-P", "-m", "challenge.cli", "bots", "--teams", "3"]
    assert env["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)
