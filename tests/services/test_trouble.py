"""Which errors of a database are trouble in the room, which pass by themselves, and which are mistakes of ours."""

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from challenge.services.trouble import AWAY, CROWDED, HELD, NO_SPACE, RESTARTING, STANDBY, Trouble, trouble_of


def said(state, text="a text that says nothing", *, statement="SELECT 1"):
    """What is made of an error that the server gave this code to."""
    return trouble_of(DBAPIError(statement, None, psycopg.errors.lookup(state)(text)))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("57P01", RESTARTING),
        ("57P02", RESTARTING),
        ("57P03", RESTARTING),
        ("08006", AWAY),
        ("08003", AWAY),
        ("57P05", AWAY),
        ("25P03", AWAY),
        ("53300", CROWDED),
        ("53100", NO_SPACE),
        ("53200", AWAY),
        ("25006", STANDBY),
        ("58030", AWAY),
    ],
)
def test_a_server_that_can_not_serve_is_named(state, reason):
    assert said(state) == Trouble(reason)


@pytest.mark.parametrize("state", ["55P03", "40P01", "40001", "57014"])
def test_what_was_in_anothers_way_passes_and_is_no_trouble_of_the_database(state):
    assert said(state) == Trouble(HELD, passing=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FATAL:  the database system is starting up", RESTARTING),
        ("FATAL:  the database system is shutting down", RESTARTING),
        ("FATAL:  the database system is in recovery mode", RESTARTING),
        ("FATAL:  sorry, too many clients already", CROWDED),
        ("connection failed: Connection refused", AWAY),
        ("connection timeout expired", AWAY),
        ("server closed the connection unexpectedly", AWAY),
    ],
)
def test_a_server_that_lets_nobody_in_is_named_by_what_it_says(text, reason):
    assert trouble_of(OperationalError(None, None, psycopg.OperationalError(text))) == Trouble(reason)


def test_a_connection_that_broke_in_mid_question_is_named():
    broken = psycopg.OperationalError("consuming input failed: SSL SYSCALL error: EOF detected")

    assert trouble_of(DBAPIError("SELECT 1", None, broken, connection_invalidated=True)) == Trouble(AWAY)


@pytest.mark.parametrize("state", ["42601", "42P01", "22012"])
def test_a_mistake_of_ours_is_no_trouble(state):
    assert said(state) is None


def test_a_row_that_breaks_a_rule_of_the_tables_is_a_mistake_whatever_it_is_called():
    assert trouble_of(IntegrityError("INSERT", None, psycopg.errors.UniqueViolation("The Disk is full"))) is None
