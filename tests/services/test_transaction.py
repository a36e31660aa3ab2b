"""One commit, then the news; and a database in trouble says what is wrong and changes nothing."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from challenge.announcements import RoundMoved, TeamsChanged
from challenge.models import Season, Staff
from challenge.services import transaction
from challenge.services.transaction import Database, StorageTroubleError, announce
from tests import builders


@pytest.fixture
def heard(database):
    facts = []
    database.subscribe(facts.append)
    return facts


@pytest.fixture
def file(tmp_path, database):
    return tmp_path / "test.sqlite3"


def names(database):
    with database.reading() as db:
        return [person.name for person in db.query(Staff).order_by(Staff.id)]


def hire(database, name="Mx Okafor"):
    with database.transaction() as db:
        db.add(Staff(name=name, role="host"))
        announce(db, TeamsChanged(1))


def test_what_a_transaction_did_is_there_afterwards(database):
    hire(database)

    assert names(database) == ["Host", "Mx Okafor"]


def test_an_error_undoes_everything_and_publishes_nothing(database, heard):
    def hire_and_stumble():
        with database.transaction() as db:
            db.add(Staff(name="Mx Okafor", role="host"))
            db.flush()
            announce(db, TeamsChanged(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        hire_and_stumble()

    assert names(database) == ["Host"]
    assert heard == []


def test_each_fact_is_published_once_in_order_and_only_when_it_is_true(database, heard):
    with database.transaction() as db:
        for fact in (TeamsChanged(1), RoundMoved(1), TeamsChanged(1)):
            announce(db, fact)
        before = list(heard)

    assert before == []
    assert heard == [RoundMoved(1), TeamsChanged(1)]


def test_every_listener_hears_what_was_committed(database, heard):
    seen = []
    database.subscribe(lambda _fact: seen.append(names(database)))

    hire(database)

    assert (heard, seen) == ([TeamsChanged(1)], [["Host", "Mx Okafor"]])


def test_news_that_cannot_be_told_is_not_taken_for_a_change_that_failed(database):
    def stumble(_fact):
        raise ZeroDivisionError

    heard = []
    database.subscribe(stumble)
    database.subscribe(heard.append)

    hire(database)

    assert (names(database), heard) == (["Host", "Mx Okafor"], [TeamsChanged(1)])


def test_the_facts_of_one_transaction_are_not_told_again_in_the_next(database, heard):
    hire(database)
    heard.clear()

    with database.transaction() as db:
        db.add(Staff(name="Ms Ahmed", role="host"))

    assert heard == []


def test_a_row_that_breaks_a_rule_of_the_tables_is_a_bug_and_no_trouble_with_the_disk(database):
    with pytest.raises(IntegrityError), database.transaction() as db:
        db.add(Season(slug="demo", name="The disk is full, locked and malformed"))

    with database.reading() as db:
        assert db.query(Season).count() == 1


def test_foreign_keys_and_the_log_that_survives_a_crash_are_on(database):
    with database.reading() as db:
        pragmas = [db.scalar(text(f"PRAGMA {name}")) for name in ("foreign_keys", "journal_mode", "synchronous")]

    assert pragmas == [1, "wal", 2]


def test_another_program_that_holds_the_database_is_named_and_nothing_changes(database, file, heard, monkeypatch):
    monkeypatch.setattr(transaction, "LOCK_RETRIES", 2)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageTroubleError, match="Another program is holding the database"):
        hire(database)

    other.close()
    assert names(database) == ["Host"]
    assert heard == []


def test_a_database_that_is_free_again_is_written_without_a_word(database, file, monkeypatch):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(transaction.time, "sleep", lambda _seconds: other.rollback())

    hire(database)

    other.close()
    assert names(database) == ["Host", "Mx Okafor"]


def test_reading_goes_on_while_another_program_writes(database, file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    found = names(database)

    other.close()
    assert found == ["Host"]


def test_a_full_disk_is_named_and_nothing_changes(database, heard):
    with database.reading() as db:
        db.execute(text(f"PRAGMA max_page_count = {db.scalar(text('PRAGMA page_count'))}"))

    with pytest.raises(StorageTroubleError, match="The disk is full"):
        hire(database, "x" * 100_000)

    assert names(database) == ["Host"]
    assert heard == []


def test_a_folder_that_is_gone_is_named(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'nowhere' / 'test.sqlite3'}")

    for door in (database.transaction, database.reading):
        with pytest.raises(StorageTroubleError, match="can't be opened"), door() as db:
            db.execute(text("SELECT 1"))


def test_a_file_that_was_replaced_by_an_empty_one_is_named(tmp_path):
    database = Database(builders.settings(tmp_path).database_url)

    with pytest.raises(StorageTroubleError, match="not ours or was replaced"):
        names(database)

    database.engine.dispose()


@pytest.mark.parametrize("damage", [b"Not a database at all. " * 500, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_a_damaged_file_is_named(tmp_path, damage):
    (tmp_path / "test.sqlite3").write_bytes(damage)
    database = Database(builders.settings(tmp_path).database_url)

    with pytest.raises(StorageTroubleError, match="damaged"):
        names(database)

    database.engine.dispose()


def test_a_file_that_may_only_be_read_is_named(database):
    with database.reading() as db:
        db.execute(text("PRAGMA query_only = ON"))

    with pytest.raises(StorageTroubleError, match="may not be written"):
        hire(database)


def test_a_mistake_of_our_own_is_no_trouble_with_the_database(database):
    with pytest.raises(DBAPIError), database.reading() as db:
        db.execute(text("SELEKT 1"))


def test_a_server_that_does_not_answer_is_named():
    database = Database("postgresql+psycopg://nobody@127.0.0.1:1/none")

    for door in (database.transaction, database.reading):
        with pytest.raises(StorageTroubleError, match="can't be reached"), door() as db:
            db.execute(text("SELECT 1"))


def test_two_files_have_two_fingerprints(tmp_path):
    one, same, other = (Database(f"sqlite:///{tmp_path / name}").fingerprint() for name in ("one", "one", "other"))

    assert one == same != other
