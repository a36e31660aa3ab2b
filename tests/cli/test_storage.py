import dataclasses

import pytest
from sqlalchemy import create_engine, inspect

from challenge.cli import storage
from challenge.cli.trouble import Trouble
from challenge.config import settings_from


@pytest.fixture
def settings(tmp_path):
    return settings_from({"CHALLENGE_INSTANCE": str(tmp_path)}, secret_key="a key for tests")


def tables(settings):
    engine = create_engine(settings.database_url)
    names = inspect(engine).get_table_names()
    engine.dispose()
    return names


def test_a_first_start_makes_the_tables(settings):
    storage.upgrade(settings)

    assert "sitting" in tables(settings)


def test_a_second_start_does_not_even_ask_alembic(settings, monkeypatch):
    storage.upgrade(settings)
    monkeypatch.setattr("challenge.migrations.upgrade", lambda _connection: pytest.fail("Alembic was asked"))

    storage.upgrade(settings)


def test_the_newest_step_is_the_one_that_alembic_ends_at(settings):
    storage.upgrade(settings)

    engine = create_engine(settings.database_url)
    with engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    engine.dispose()
    assert stored == storage.newest_revision()


def test_a_file_that_is_no_database_is_named_with_the_remedy(settings, tmp_path):
    (tmp_path / "challenge.sqlite3").write_bytes(b"not a database at all, " * 500)

    with pytest.raises(Trouble, match=r"challenge\.sqlite3.*\n.*put the last backup back"):
        storage.upgrade(settings)


def test_a_database_server_that_is_away_is_named_without_its_password(settings, free_port):
    url = f"postgresql+psycopg://host:pass-word@127.0.0.1:{free_port}/challenge"
    away = dataclasses.replace(settings, database_url=url)

    with pytest.raises(Trouble, match="DATABASE_URL") as trouble:
        storage.upgrade(away)

    assert "pass-word" not in str(trouble.value)


@pytest.mark.needs_postgres
def test_the_tables_are_made_in_postgresql_too(settings, postgres_url):
    shared = dataclasses.replace(settings, database_url=postgres_url)

    storage.upgrade(shared)
    storage.upgrade(shared)

    assert "sitting" in tables(shared)


def test_what_the_service_says_of_its_storage_is_passed_on(settings):
    with pytest.raises(Trouble, match="The disk is full"), storage.plainly(settings):
        raise storage.StorageTroubleError("The disk is full.")


def test_a_disk_that_refuses_is_named(settings):
    with pytest.raises(Trouble, match="The disk is full"), storage.plainly(settings):
        raise OSError(28, "No space left on device", "/x")
