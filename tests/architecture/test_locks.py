"""The locked packages: the same everywhere, from nobody's own machine."""

import json
import re

import pytest

from tests.architecture.source import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-node.lock")


def pins(name):
    return set(re.findall(r"^(\S+==\S+(?: ;[^\\\n]+)?)", (ROOT / name).read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_its_hashes(name):
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())

    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_folder(name):
    text = (ROOT / name).read_text()

    assert not re.search(r"https?:|file:|--index-url|--extra-index-url|--find-links|/", text)


def test_the_tests_run_with_exactly_what_the_program_runs_with():
    assert pins("requirements.lock") <= pins("requirements-test.lock")


def test_npms_lock_has_hashes_and_names_no_registry():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    bare = [name for name, package in packages.items() if name and "integrity" not in package]
    placed = [name for name, package in packages.items() if "resolved" in package]

    assert bare == []
    assert placed == []


def test_what_browsers_get_is_small_and_the_rest_is_for_tests_alone():
    package = json.loads((ROOT / "package.json").read_text())

    assert set(package["dependencies"]) == {"socket.io-client", "@fontsource/stix-two-math"}
