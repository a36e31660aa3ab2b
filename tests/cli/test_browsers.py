import subprocess

import pytest

from challenge.cli import browsers


@pytest.fixture
def chromium(tmp_path):
    """Makes an executable that answers as a browser would, or doesn't."""

    def make(answer, name="chromium"):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{answer}\n")
        path.chmod(0o755)
        return path

    return make


def nothing():
    return None


def test_a_browser_on_the_path_is_found_by_any_of_its_names(chromium, monkeypatch, tmp_path):
    google = chromium("true", name="google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)

    assert browsers.on_the_path() == google


def test_the_browser_that_somebody_names_comes_first(chromium, monkeypatch, tmp_path):
    chromium("true")
    mine = chromium("true", name="mine")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(mine))

    assert browsers.on_the_path() == mine


def test_a_browser_that_opens_a_page_runs(chromium):
    assert browsers.runs(chromium("echo '<html><p>here</p></html>'"))


@pytest.mark.parametrize("answer", ["echo 'requires the chromium snap to be installed'; exit 1", "exit 127", "true"])
def test_a_stub_that_opens_no_page_does_not_run(chromium, answer):
    assert not browsers.runs(chromium(answer))


def test_a_browser_that_hangs_does_not_run(chromium, monkeypatch):
    monkeypatch.setattr(browsers, "PATIENCE_SECONDS", 0.2)

    assert not browsers.runs(chromium("exec sleep 5"))


def test_the_first_that_runs_is_taken(chromium, monkeypatch):
    stub, good = chromium("exit 1", name="stub"), chromium("echo here", name="good")
    monkeypatch.setattr(browsers, "on_the_path", lambda: stub)
    monkeypatch.setattr(browsers, "_playwrights", nothing)
    monkeypatch.setattr(browsers, "_downloaded", lambda: good)
    monkeypatch.setattr(browsers, "_debians", lambda: pytest.fail("not needed"))

    assert browsers.bring_chromium() == good


def test_where_none_can_be_had_there_is_none(monkeypatch):
    for way in ("on_the_path", "_playwrights", "_downloaded", "_debians"):
        monkeypatch.setattr(browsers, way, nothing)

    assert browsers.bring_chromium() is None


def failing(command, **_options):
    return subprocess.CompletedProcess(command, 1, stdout="", stderr="E: Unable to fetch some archives")


def test_a_download_that_fails_says_why_and_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(browsers.subprocess, "run", failing)

    assert browsers._downloaded() is None
    assert "Unable to fetch some archives" in capsys.readouterr().out


def test_only_root_on_debian_installs_a_package(monkeypatch):
    monkeypatch.setattr(browsers.subprocess, "run", lambda *_args, **_options: pytest.fail("nothing may be run"))
    monkeypatch.setattr(browsers.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(browsers.os, "geteuid", lambda: 1000)

    assert browsers._debians() is None


def test_roots_package_that_fails_says_why(monkeypatch, capsys):
    monkeypatch.setattr(browsers.subprocess, "run", failing)
    monkeypatch.setattr(browsers.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(browsers.os, "geteuid", lambda: 0)

    assert browsers._debians() is None
    assert "Debian's chromium could not be installed" in capsys.readouterr().out


def test_playwrights_browser_is_taken_only_where_it_is_really_there(chromium, monkeypatch):
    path = chromium("echo here")
    answers = [str(path), "/nowhere/chrome", ""]

    def answer(command, **_options):
        return subprocess.CompletedProcess(command, 0, stdout=answers.pop(0), stderr="")

    monkeypatch.setattr(browsers.subprocess, "run", answer)

    assert [browsers._playwrights() for _ in range(3)] == [path, None, None]
