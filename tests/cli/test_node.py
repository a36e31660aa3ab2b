from pathlib import Path

import pytest

from challenge.cli import bootstrap, node
from challenge.cli.node import Packages
from challenge.cli.trouble import Trouble

NPM = """#!/bin/sh
if [ "$1" = "--version" ]; then echo "{version}"; exit 0; fi
echo "$@" >> "{log}"
{does}
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


@pytest.fixture
def npm(root, monkeypatch):
    """Puts an npm on the PATH that only pretends."""

    def put(*, version="10.2.0", does="mkdir -p node_modules"):
        path = root / "bin" / "npm"
        path.parent.mkdir(exist_ok=True)
        path.write_text(NPM.format(version=version, log=root / "log", does=does))
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")
        return path

    return put


def calls(root):
    log = root / "log"
    return log.read_text().splitlines() if log.exists() else []


def test_a_plain_start_leaves_the_tests_packages_out(root, npm):
    npm()

    node.bring(Packages.PROGRAM, root)

    assert calls(root) == ["ci --omit=dev --ignore-scripts --no-audit --no-fund"]


def test_the_tests_bring_everything(root, npm):
    npm()

    node.bring(Packages.TESTS, root)

    assert calls(root) == ["ci --ignore-scripts --no-audit --no-fund"]


def test_what_was_brought_is_not_brought_again(root, npm):
    npm()

    node.bring(Packages.PROGRAM, root)
    node.bring(Packages.PROGRAM, root)

    assert len(calls(root)) == 1


def test_a_plain_start_is_content_with_the_tests_packages(root, npm):
    npm()

    node.bring(Packages.TESTS, root)
    node.bring(Packages.PROGRAM, root)

    assert len(calls(root)) == 1


def test_a_pull_that_changed_the_lock_brings_them_again(root, npm):
    npm()
    node.bring(Packages.PROGRAM, root)

    (root / "package-lock.json").write_text('{"new": true}')
    node.bring(Packages.PROGRAM, root)

    assert len(calls(root)) == 2


def test_an_npm_that_fails_is_explained_and_not_taken_for_done(root, npm):
    npm(does="echo 'npm error code ENOTFOUND' >&2; exit 1")

    with pytest.raises(Trouble, match="npm registry could not be reached"):
        node.bring(Packages.PROGRAM, root)

    npm()
    node.bring(Packages.PROGRAM, root)
    assert len(calls(root)) == 2


def test_the_machines_own_npm_is_used_where_it_is_new_enough(root, npm):
    path = npm(version="9.0.1")

    assert node.find_npm(root) == path


@pytest.mark.parametrize("version", ["6.14.4", "not a version"])
def test_an_npm_too_old_for_the_lock_is_passed_over(root, npm, monkeypatch, version):
    asked = []
    npm(version=version)
    monkeypatch.setattr(bootstrap, "prepare", lambda locks, where: asked.append((list(locks), where)))

    found = node.find_npm(root)

    assert asked == [([bootstrap.NODE], root)]
    assert found.parent == bootstrap.python_of(root / ".venv").parent


def test_without_npm_one_is_installed_from_pypi(root, monkeypatch):
    asked = []
    monkeypatch.setattr(node.shutil, "which", lambda _name: None)
    monkeypatch.setattr(bootstrap, "prepare", lambda locks, _where: asked.extend(locks))

    found = node.find_npm(root)

    assert asked == [bootstrap.NODE]
    assert isinstance(found, Path)
