"""A new sign-in link for a host whose browser forgot them."""

import re

import pytest

from challenge.cli.link import link
from challenge.cli.trouble import Trouble
from challenge.services import sittings
from challenge.services.access import StaffIdentity
from challenge.services.transaction import Database
from tests import builders
from tests.builders import NOON


@pytest.fixture
def url(tmp_path, monkeypatch):
    """The database of an installation that was never started."""
    monkeypatch.setenv("CHALLENGE_INSTANCE", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return f"sqlite:///{tmp_path / 'challenge.sqlite3'}"


def test_the_printed_link_signs_the_host_in(url, capsys):
    database = builders.empty_database(url)
    with database.transaction() as db:
        builders.season(db)

    link.main(["--server", "http://192.168.1.20:8000/"], standalone_mode=False)

    token = re.search(r"http://192\.168\.1\.20:8000/host/sign-in/(\S+)", capsys.readouterr().out)[1]
    with database.transaction() as db:
        assert isinstance(sittings.sign_in(db, token, now=NOON), StaffIdentity)
    database.engine.dispose()


def test_before_the_first_start_there_is_no_host_to_link_to(url):
    with pytest.raises(Trouble, match="Start the program once"):
        link.main([], standalone_mode=False)

    Database(url).engine.dispose()
