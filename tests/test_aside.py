"""Work in a process of its own: what it returns comes back, and one that fails or never ends holds nobody."""

import errno
import os
import subprocess
import sys

import pytest

from challenge import aside as module
from challenge.aside import AsideError, aside
from tests.architecture.source import ROOT

IN_A_SERVER = """
import sys
from challenge import aio
aio.patch(sys.argv[1])
import os, threading
from challenge.aside import aside
beats, done = [], threading.Event()
def beat():
    while not done.wait(0.005):
        beats.append(1)
threading.Thread(target=beat).start()
echoed = aside(os.path.normpath, "a/../" + "b" * 300_000)
done.set()
print(len(echoed), len(beats) > 3)
"""


def test_the_work_is_done_elsewhere_and_its_result_comes_back():
    assert aside(os.getpid) not in (os.getpid(), 0)
    assert aside(os.path.commonprefix, ["north", "nose"]) == "no"


@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_everybody_else_goes_on_meanwhile(mode):
    said = subprocess.run(
        [sys.executable, "-c", IN_A_SERVER, mode], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )

    assert said.stdout.split() == ["300000", "True"]


def test_work_that_fails_is_named():
    with pytest.raises(AsideError, match="ended with 1: FileNotFoundError"):
        aside(os.listdir, "/there/is/no/such/folder")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_work_gets_no_more_memory_than_it_may_need():
    with pytest.raises(AsideError, match="ended with 1: MemoryError"):
        aside(bytes, module.MOST_MEMORY)


def test_work_that_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.0)

    with pytest.raises(AsideError, match="ended with -1"):
        aside(os.getpid)


def test_a_machine_without_room_for_it_is_named(monkeypatch):
    def full(*_arguments, **_named):
        raise OSError(errno.ENOMEM, "no memory")

    monkeypatch.setattr(subprocess, "Popen", full)

    with pytest.raises(AsideError, match="no room"):
        aside(os.getpid)


def test_one_that_is_not_let_in_says_so(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.0)

    with module._turn, pytest.raises(AsideError, match="others were at work"):
        aside(os.getpid)
