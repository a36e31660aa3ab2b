"""The migrations: from nothing to today's tables and back, and never apart from the models."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from challenge import migrations
from challenge.models import Base


@pytest.fixture
def engine(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'models.sqlite3'}")
    yield engine
    engine.dispose()


def config(connection=None):
    config = Config()
    config.set_main_option("script_location", str(next(iter(migrations.__path__))))
    config.attributes["connection"] = connection
    return config


def tables(connection):
    return set(inspect(connection).get_table_names())


def differences(connection):
    return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata)


def shape(connection):
    """All that the database says of its tables, except Alembic's own."""
    found = inspect(connection)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(table)],
            sorted(index["name"] for index in found.get_indexes(table)),
            sorted(constraint["name"] for constraint in found.get_unique_constraints(table)),
            sorted(key["name"] for key in found.get_foreign_keys(table)),
        )
        for table in sorted(tables(connection) - {"alembic_version"})
    }


def test_an_empty_database_is_brought_to_exactly_what_the_models_say(engine):
    with engine.begin() as connection:
        migrations.upgrade(connection)

        assert tables(connection) - {"alembic_version"} == set(Base.metadata.tables)
        assert differences(connection) == []


def test_migrations_make_the_same_constraints_and_indexes_as_the_models(engine, tmp_path):
    with engine.begin() as connection:
        migrations.upgrade(connection)
        migrated = shape(connection)
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.sqlite3'}")
    with fresh.begin() as connection:
        Base.metadata.create_all(connection)

        assert shape(connection) == migrated
    fresh.dispose()


@pytest.mark.needs_postgres
def test_postgresql_too_is_brought_to_exactly_what_the_models_say(postgres_url):
    server = create_engine(postgres_url)
    with server.begin() as connection:
        migrations.upgrade(connection)

        assert differences(connection) == []
    server.dispose()


def test_upgrading_again_changes_nothing(engine):
    with engine.begin() as connection:
        migrations.upgrade(connection)
        before = shape(connection)

        migrations.upgrade(connection)

        assert shape(connection) == before


def test_every_step_can_be_taken_back_and_again(engine):
    with engine.begin() as connection:
        migrations.upgrade(connection)
        before = shape(connection)
        command.downgrade(config(connection), "base")
        assert tables(connection) == {"alembic_version"}

        migrations.upgrade(connection)

        assert shape(connection) == before


def test_there_is_one_line_of_steps():
    scripts = ScriptDirectory.from_config(config())

    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_a_step_that_fails_leaves_the_database_as_it_was(engine):
    """SQLite makes tables inside transactions, where the driver lets it: an upgrade is whole or not at all."""
    with engine.begin() as connection:
        migrations.upgrade(connection)
        before = shape(connection)

    with pytest.raises(Exception, match="nowhere"), engine.begin() as connection:
        command.upgrade(config(connection), "nowhere")

    with engine.begin() as connection:
        assert shape(connection) == before
