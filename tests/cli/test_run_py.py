import ast
import importlib.util

import pytest

from tests.architecture.source import ROOT


@pytest.fixture(scope="module")
def run_py():
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (2, 7)])
def test_an_old_python_is_told_which_one_is_needed_and_where_to_get_it(run_py, version):
    message = run_py.wrong_python(version)

    assert "needs Python 3.11 or newer" in message
    assert f"this is Python {version[0]}.{version[1]}" in message
    assert "https://www.python.org/downloads/" in message


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_enough_python_is_told_nothing(run_py, version):
    assert run_py.wrong_python(version) is None


def test_an_old_python_can_read_run_py_far_enough_to_say_so():
    source = (ROOT / "run.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_the_old_python_is_told_before_anything_of_the_program_is_imported(run_py, monkeypatch):
    monkeypatch.setattr(run_py.sys, "version_info", (3, 8, 1))

    with pytest.raises(SystemExit) as ended:
        run_py.main()

    assert "this is Python 3.8" in ended.value.code


def test_run_py_is_small():
    assert len((ROOT / "run.py").read_text(encoding="utf-8").splitlines()) < 60
