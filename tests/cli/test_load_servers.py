"""What a run puts together on this machine: processes and their cost, databases that go again, halls full of teams."""

import os
import subprocess
import sys
import time

import pytest
from sqlalchemy import create_engine, make_url, select, text

from challenge.cli.load import hall, machine, measured, servers
from challenge.cli.load.databases import throw_away
from challenge.cli.trouble import Trouble
from challenge.models import Entry, Round, Sitting
from challenge.rules.names import refuse_name
from challenge.services.transaction import Database
from tests import builders
from tests.conftest import POSTGRES, ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measuring processes needs Linux (/proc)")

ANSWERS = """
import http.server, sys
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
"""


def running(tmp_path, program):
    port = servers.free_port()
    command = [sys.executable, "-c", program, str(port)]
    return servers.running(command, port=port, environ=os.environ, log=tmp_path / "log", cores=machine.cores())


def test_a_server_is_ended_whatever_happens(tmp_path):
    with pytest.raises(ZeroDivisionError), running(tmp_path, ANSWERS) as server:
        raise ZeroDivisionError

    assert not os.path.exists(f"/proc/{server.process}")


def test_a_server_that_does_not_start_is_told_with_its_last_words(tmp_path):
    with pytest.raises(Trouble, match="no such hall"), running(tmp_path, "raise SystemExit('no such hall')"):
        pass


def test_what_a_server_costs_includes_what_it_started():
    program = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE) as parent:
        try:
            until = time.monotonic() + 20
            while len(machine.family(parent.pid)) < 2 and time.monotonic() < until:
                time.sleep(0.05)
            both = machine.family(parent.pid)

            assert len(both) == 2
            assert machine.cost(both).memory > machine.cost(both[:1]).memory > 0
        finally:
            parent.communicate(b"\n")


def test_a_process_that_has_gone_costs_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass

    assert machine.cost([gone.pid]) == machine.Cost(0.0, 0)


def test_our_own_cpu_time_is_counted():
    before = machine.cost([os.getpid()]).cpu_seconds
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass

    assert machine.cost([os.getpid()]).cpu_seconds - before == pytest.approx(0.1, abs=0.05)


def test_more_phones_than_files_are_refused_with_the_remedy():
    with pytest.raises(Trouble, match="ulimit -Hn 900000200"):
        machine.allow_files(900_000_000)


@pytest.mark.parametrize(
    ("workers", "available", "server", "phones"),
    [(1, [0, 1], [0], [1]), (1, [2, 3, 5], [2], [5]), (2, [0, 1], [0, 1], [0, 1]), (1, [4], [4], [4])],
)
def test_one_process_has_a_core_of_its_own_and_several_share_all(workers, available, server, phones):
    cores = measured.cores_for(workers, available=available)

    assert (cores.server, cores.phones) == (server, phones)
    assert ("share" in cores.in_words) is (server == phones)


def test_without_an_address_the_database_is_a_file_in_the_runs_folder(tmp_path):
    with throw_away(None, tmp_path) as url:
        assert url == f"sqlite:///{tmp_path / 'challenge.sqlite3'}"


def test_an_address_that_is_no_postgresql_is_refused(tmp_path):
    with pytest.raises(Trouble, match="PostgreSQL"), throw_away("sqlite:///here", tmp_path):
        pass


def test_a_postgresql_server_that_is_not_there_is_named(tmp_path):
    with (
        pytest.raises(Trouble, match="could not be used"),
        throw_away("postgresql+psycopg://postgres@127.0.0.1:9/postgres", tmp_path),
    ):
        pass


@pytest.mark.needs_postgres
def test_the_database_on_a_server_goes_even_when_the_run_fails(tmp_path):
    with pytest.raises(ZeroDivisionError), throw_away(POSTGRES, tmp_path) as url:
        raise ZeroDivisionError

    server = create_engine(POSTGRES)
    with server.connect() as connection:
        names = set(connection.scalars(text("SELECT datname FROM pg_database")))
    server.dispose()
    assert make_url(url).database not in names


def test_a_hall_has_a_listed_team_for_each_phone_and_only_the_host_moves_it(tmp_path):
    settings = builders.settings(tmp_path, puzzles=ROOT / "puzzles")

    made = hall.prepare(settings, phones=7, sittings_wanted=3, questions=2)

    database = Database(settings.database_url)
    with database.reading() as db:
        rooms = {room.sitting for room in made.rooms}
        entries = dict(db.execute(select(Entry.id, Entry.sitting_id)).all())
        modes = set(db.scalars(select(Sitting.entry_mode).where(Sitting.id.in_(rooms))))
        rounds = db.scalars(select(Round).where(Round.sitting_id.in_(rooms))).all()
        shortest = min(question.reading_ms for round_ in rounds for question in round_.questions)
    database.engine.dispose()
    assert sorted(len(room.codes) for room in made.rooms) == [2, 2, 3]
    assert [entries[entry] for _, entry in made.places()[:3]] == [room.sitting for room in made.rooms]
    assert len({code for code, _ in made.places()}) == 7
    assert modes == {"listed"}
    assert shortest == hall.NEVER_MS


def test_more_questions_than_the_quiz_has_are_refused(tmp_path):
    settings = builders.settings(tmp_path, puzzles=ROOT / "puzzles")

    with pytest.raises(Trouble, match="has 15 questions"):
        hall.prepare(settings, phones=1, sittings_wanted=1, questions=16)


def test_the_teams_of_a_hall_have_names_that_a_sitting_would_take():
    names = [name for name, _ in zip(hall._names(), range(300), strict=False)]

    refused = [name for place, name in enumerate(names) if refuse_name(name, names[:place])]

    assert refused == []
