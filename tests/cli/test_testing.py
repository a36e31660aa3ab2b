import pytest

from challenge.cli import browsers, checks, lanes, node, testing
from challenge.cli.checks import Check
from challenge.cli.lanes import Lane
from challenge.cli.testing import Counts
from challenge.cli.trouble import Trouble
from challenge.config import ROOT

LANES = len([*lanes.SIDE_BY_SIDE, *lanes.ALONE])
REPORT = (
    '<testsuites><testsuite tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"/></testsuites>'
)


@pytest.fixture(autouse=True)
def not_in_ci(monkeypatch):
    monkeypatch.setenv("CI", "")


class Ended:
    """A lane that has run beside the others."""

    def __init__(self, code):
        self.code = code

    def wait(self):
        return self.code


@pytest.fixture
def pretended(monkeypatch):
    """A run whose tools are only written down. Returns what was called; `failing` names what ends badly."""
    called, failing = [], set()

    def call(command, _env):
        words = " ".join(command)
        called.append(words)
        return int(any(word in words for word in failing))

    monkeypatch.setattr(testing, "_call", call)
    monkeypatch.setattr(testing.subprocess, "Popen", lambda command, env, **_: Ended(call(command, env)))
    monkeypatch.setattr(testing, "_set_up", lambda: {"TEST_CHROMIUM": "/usr/bin/chromium"})
    monkeypatch.setattr(testing, "counted", lambda _report: Counts(passed=7, failed=0, skipped=0))
    return called, failing


@pytest.mark.parametrize(
    ("numbers", "counts"),
    [
        ({"tests": 10, "failures": 2, "errors": 1, "skipped": 3}, Counts(passed=4, failed=3, skipped=3)),
        ({"tests": 5, "failures": 0, "errors": 0, "skipped": 0}, Counts(passed=5, failed=0, skipped=0)),
        ({"tests": 0, "failures": 0, "errors": 0, "skipped": 0}, Counts(passed=0, failed=1, skipped=0)),
    ],
)
def test_the_figures_are_those_of_pytests_report(tmp_path, numbers, counts):
    (tmp_path / "report.xml").write_text(REPORT.format(**numbers))

    assert testing.counted(tmp_path / "report.xml") == counts


@pytest.mark.parametrize("content", [None, "", "<half"])
def test_a_run_that_broke_off_counts_as_a_failure(tmp_path, content):
    if content is not None:
        (tmp_path / "report.xml").write_text(content)

    assert testing.counted(tmp_path / "report.xml").failed == 1


def test_everything_is_run_and_the_last_line_says_how_it_went(pretended, capsys):
    called, _ = pretended

    code = testing.run_all()

    words = "\n".join(called)
    assert code == 0
    assert all(
        tool in words for tool in ("ruff", "mypy", "lint-imports", "djlint", "codespell", "coverage run -m pytest")
    )
    assert "--fail-under=100" in words
    assert capsys.readouterr().out.strip().splitlines()[-1].startswith(f"{7 * LANES} passed, 0 failed in ")


@pytest.mark.parametrize("tool", ["mypy", "lint-imports", "ruff format", "djlint", "codespell", "--fail-under=90"])
def test_a_check_that_fails_fails_the_run_and_the_rest_still_runs(pretended, capsys, tool):
    called, failing = pretended
    failing.add(tool)

    code = testing.run_all()

    assert code == 1
    assert any("--fail-under=90" in words for words in called)
    assert f"{7 * LANES} passed, 1 failed" in capsys.readouterr().out


def test_every_test_is_in_one_lane_and_no_lane_names_what_is_not_there():
    places = [place for lane in (*lanes.SIDE_BY_SIDE, *lanes.ALONE) for place in lane.places]
    found = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")}

    assert sorted(places) == sorted(found)


def test_a_lane_beside_the_others_is_shown_when_it_has_ended(tmp_path, capsys):
    lane = Lane("Quick", ("rules/none.py",), None)
    beside = testing._Beside(lane, tmp_path, dict(testing.environment()))

    assert beside.shown() == Counts(passed=0, failed=1, skipped=0)
    assert "tests/rules/none.py" in capsys.readouterr().out


def test_what_is_not_measured_runs_without_coverage(tmp_path):
    measured, plain = Lane("Measured", ("rules",), ("--concurrency=thread",)), Lane("Plain", ("proofs",), None)

    assert measured.command(tmp_path / "r.xml")[1:5] == ("-m", "coverage", "run", "--concurrency=thread")
    assert plain.command(tmp_path / "r.xml")[1:3] == ("-m", "pytest")


def test_a_failed_test_fails_the_run(pretended, monkeypatch):
    monkeypatch.setattr(testing, "counted", lambda _report: Counts(passed=7, failed=1, skipped=0))

    assert testing.run_all() == 1


def test_a_skipped_test_is_said_but_passes_on_a_laptop(pretended, monkeypatch, capsys):
    monkeypatch.setattr(testing, "counted", lambda _report: Counts(passed=7, failed=0, skipped=2))

    assert testing.run_all() == 0
    assert f"{7 * LANES} passed, 0 failed, {2 * LANES} skipped" in capsys.readouterr().out


def test_a_skipped_test_is_a_failure_in_ci(pretended, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(testing, "counted", lambda _report: Counts(passed=7, failed=0, skipped=2))

    assert testing.run_all() == 1
    assert f"In CI nothing may be skipped, and {2 * LANES} tests were" in capsys.readouterr().out


def test_a_machine_without_a_browser_is_told_loudly(pretended, monkeypatch, capsys):
    monkeypatch.setattr(testing, "_set_up", lambda: {"TEST_CHROMIUM": ""})

    testing.run_all()

    assert "the browser tests did NOT run" in capsys.readouterr().out


def test_named_tests_are_run_alone(pretended):
    called, _ = pretended

    code = testing.run_some(["tests/rules", "-k", "ties"])

    assert code == 0
    assert len(called) == 1
    assert called[0].endswith("-m pytest tests/rules -k ties")


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), ("1", True), ("", False), ("false", False), ("0", False)]
)
def test_ci_is_what_says_so(monkeypatch, value, expected):
    monkeypatch.setenv("CI", value)

    assert testing.in_ci() is expected


def test_setting_up_goes_on_without_lighthouse_where_there_is_no_network(monkeypatch, capsys):
    def fail(_packages):
        raise Trouble("The npm registry could not be reached.")

    monkeypatch.setattr(testing.frontend, "build", lambda: None)
    monkeypatch.setattr(node, "bring", fail)
    monkeypatch.setattr(browsers, "bring_chromium", lambda: None)

    env = testing._set_up()

    assert env["TEST_CHROMIUM"] == ""
    assert "axe and Lighthouse are missing" in capsys.readouterr().out


def test_a_checks_exit_code_is_what_counts():
    good, bad = Check("good", checks.python("json.tool", "--help")), Check("bad", checks.python("no_such_module"))

    assert testing._passes(good, dict(testing.environment()))
    assert not testing._passes(bad, dict(testing.environment()))
