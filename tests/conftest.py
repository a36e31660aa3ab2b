"""What any test may use, and the rule for tests whose needs this machine doesn't meet: skip loudly; in CI, fail."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from challenge.cli import browsers
from challenge.cli.testing import in_ci

ROOT = Path(__file__).resolve().parent.parent

POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")

# A busy machine may take its time over an example; there are many properties; what CI tries is the same in every run.
settings.register_profile("here", deadline=None, max_examples=50, derandomize=in_ci())
settings.load_profile("here")


def chromium() -> Path | None:
    """`run.py test` names the Chromium it found, or that there is none; a bare pytest looks on the PATH."""
    named = os.environ.get("TEST_CHROMIUM")
    if named is None:
        return browsers.on_the_path()
    return Path(named) if named else None


def lacks_a_browser() -> str | None:
    return None if chromium() else "a Chromium (Debian: apt install chromium)"


def lacks_lighthouse() -> str | None:
    if not shutil.which("node") and not (ROOT / ".venv" / "bin" / "node").exists():
        return "Node.js (python3 run.py test brings it)"
    installed = (ROOT / "node_modules" / "lighthouse").is_dir()
    return lacks_a_browser() if installed else "Lighthouse in node_modules (python3 run.py test brings it)"


def lacks_postgres() -> str | None:
    url = make_url(POSTGRES)
    return None if listens(url.host, url.port or 5432) else f"PostgreSQL at {url.host}:{url.port} (TEST_DATABASE_URL)"


def lacks_redis() -> str | None:
    url = make_url(REDIS)
    return None if listens(url.host, url.port or 6379) else f"Redis at {url.host}:{url.port} (TEST_REDIS_URL)"


def lacks_postgres_binaries() -> str | None:
    from tests.faults.postgres import binaries

    return None if binaries() else "PostgreSQL's own programs, initdb and postgres (Debian: apt install postgresql)"


def lacks_redis_server() -> str | None:
    return None if shutil.which("redis-server") else "a redis-server to start (Debian: apt install redis-server)"


def lacks_namespaces() -> str | None:
    return _lacks("network namespaces (root, and Debian: apt install iproute2)", "unshare", "--net", "ip", "link")


def lacks_mounts() -> str | None:
    command = "mount -t tmpfs -o size=64k none /mnt"
    return _lacks("the right to mount (root)", "unshare", "--mount", "sh", "-c", command)


def _lacks(what: str, *command: str) -> str | None:
    """Try it, in a namespace that goes with the process that tries."""
    try:
        tried = subprocess.run(command, capture_output=True, timeout=10, check=False)
    except OSError:
        return what
    return None if tried.returncode == 0 else what


def listens(host: str | None, port: int) -> bool:
    try:
        socket.create_connection((host or "127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


NEEDS: dict[str, Callable[[], str | None]] = {
    "needs_browser": lacks_a_browser,
    "needs_lighthouse": lacks_lighthouse,
    "needs_postgres": lacks_postgres,
    "needs_redis": lacks_redis,
    "needs_postgres_binaries": lacks_postgres_binaries,
    "needs_redis_server": lacks_redis_server,
    "needs_namespaces": lacks_namespaces,
    "needs_mounts": lacks_mounts,
}

missing: dict[str, str | None] = {}
passed_over: dict[str, int] = {}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for need, lacks in NEEDS.items():
        if item.get_closest_marker(need) is None:
            continue
        if need not in missing:
            missing[need] = lacks()
        if reason := missing[need]:
            passed_over[reason] = passed_over.get(reason, 0) + 1
            if in_ci():
                pytest.fail(f"This test needs {reason}. In CI no test may be skipped.", pytrace=False)
            pytest.skip(f"needs {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason, count in passed_over.items():
        terminalreporter.write_sep("!", f"{count} tests did NOT run: they need {reason}", red=True, bold=True)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium to test with. For tests marked needs_browser."""
    found = chromium()
    assert found is not None, "mark the test with needs_browser"
    return found


@pytest.fixture(scope="session")
def redis_url() -> str:
    """A Redis to test with. For tests marked needs_redis."""
    return REDIS


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A new, empty PostgreSQL database that goes when the test ends. For tests marked needs_postgres."""
    name = f"challenge_test_{uuid4().hex[:12]}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def free_port() -> int:
    """A port on this computer that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
