"""What the import linter can't see: words in the wrong layer."""

import re
import sys

import pytest

from tests.architecture.source import ROOT, calls, imported, modules, place

READS_THE_CLOCK = re.compile(r"(^|\.)(now|utcnow|today)$|^time\.(time|time_ns)$")
SQL_CALLS = re.compile(
    r"(^|\.)(select|insert|text)$|(^|\.)(session|db|connection)\.(execute|scalars?|query|add|merge|delete)$"
)
SQL_NAMES = {"sqlalchemy", "alembic"}


def test_only_aio_names_the_async_library():
    elsewhere = [path for path in modules("challenge") if path.name != "aio.py"]

    guilty = [path for path in elsewhere if imported(path) & {"eventlet", "gevent", "greenlet"}]

    assert guilty == []


@pytest.mark.parametrize("door", ["challenge/web", "challenge/live"])
def test_a_door_calls_no_sql(door):
    found = [place(path, line) for path in modules(door) for name, line in calls(path) if SQL_CALLS.search(name)]

    assert found == []


@pytest.mark.parametrize("door", ["challenge/web", "challenge/live"])
def test_a_door_knows_no_more_of_the_database_than_the_type_of_a_session(door):
    mentioned = {
        (path.relative_to(ROOT).as_posix(), line.strip())
        for path in modules(door)
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(from|import) (sqlalchemy|alembic)\b", line)
    }

    assert {line for _, line in mentioned} <= {"from sqlalchemy.orm import Session"}


def test_only_the_doors_the_engine_and_the_commands_read_the_clock():
    inner = ("rules", "models", "catalogue", "services", "reports", "announcements.py", "config.py")

    readers = [
        place(path, line)
        for path in modules(*(f"challenge/{name}" for name in inner))
        for name, line in calls(path)
        if READS_THE_CLOCK.search(name)
    ]

    assert readers == []


def test_rules_throw_no_dice_and_open_nothing():
    banned = {"random", "secrets", "uuid", "time", "os", "pathlib", "socket", "subprocess", "tempfile"}

    guilty = {path.name: imported(path) & banned for path in modules("challenge/rules") if imported(path) & banned}

    assert guilty == {}
    assert [
        place(path, line) for path in modules("challenge/rules") for name, line in calls(path) if name == "open"
    ] == []


@pytest.mark.parametrize("name", ["bootstrap", "exclusive", "trouble"])
def test_setting_up_needs_the_standard_library_alone(name):
    path = ROOT / "challenge" / "cli" / f"{name}.py"

    assert imported(path) <= {*sys.stdlib_module_names, "challenge"}


def test_run_py_needs_the_standard_library_alone():
    assert imported(ROOT / "run.py") <= {*sys.stdlib_module_names, "challenge"}


def test_importing_the_package_imports_nothing_else():
    assert imported(ROOT / "challenge" / "__init__.py") == set()
