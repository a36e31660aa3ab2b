"""What a database's error means to the people in the room, or that it means a mistake of ours."""

from typing import NamedTuple

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

AWAY = "The database server can't be reached. Nothing is lost; it is tried again each second."
RESTARTING = "The database server is restarting. Nothing is lost; it is tried again each second."
CROWDED = "The database server takes no more connections. Let it take more, or run fewer processes."
NO_SPACE = "The disk of the database server is full. Free some space there; nothing is lost meanwhile."
STANDBY = "The database server may only be read just now. Make it the main server, or wait until it is."
HELD = "Somebody else is changing the same thing. It is tried again at once."


class Trouble(NamedTuple):
    """Why the database did not do what it was asked. passing: only this piece of work was in another's way."""

    reason: str
    passing: bool = False


_PASSING = ("55P03", "40P01", "40001", "57014")
"""Waited long enough for a lock; deadlock; serialisation; cancelled: other work goes on."""

_STATES = {
    "57P01": RESTARTING,
    "57P02": RESTARTING,
    "57P03": RESTARTING,
    "08": AWAY,
    "57P05": AWAY,
    # This process slept with a transaction open, so the server ended it to let the others go on.
    "25P03": AWAY,
    "53300": CROWDED,
    "53100": NO_SPACE,
    "53": AWAY,
    "25006": STANDBY,
    "58": AWAY,
}
"""PostgreSQL's codes, and the beginnings of codes, of a server that can't serve. The first that fits counts."""

_SIGNS = {
    "locked": "Another program is holding the database. Close it, or wait a moment.",
    "full": "The disk is full. Free some space on this computer; nothing is lost meanwhile.",
    "No space left": NO_SPACE,
    "starting up": RESTARTING,
    "shutting down": RESTARTING,
    "in recovery mode": RESTARTING,
    "too many clients": CROWDED,
    "remaining connection slots": CROWDED,
    "unable to open": "The database file can't be opened. Check that its folder is there.",
    "no such table": "The database file is not ours or was replaced. Put the right file back.",
    "disk I/O": "The disk does not answer. Check the computer's disk.",
    "readonly": "The database file may not be written. Check its permissions.",
    "malformed": "The database file is damaged. Restore the last backup.",
    "not a database": "The database file is damaged. Restore the last backup.",
}
"""What SQLite says, and PostgreSQL before anybody is connected, when no code is given."""


def trouble_of(error: DBAPIError) -> Trouble | None:
    """The trouble that an error of the driver tells of; None for a bug."""
    if isinstance(error, DataError | IntegrityError):
        # A value that breaks a rule of the tables is a bug, and its text may quote a team called "The Disk is full".
        return None
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in _PASSING:
        return Trouble(HELD, passing=True)
    named = (reason for start, reason in _STATES.items() if state.startswith(start))
    if reason := next(named, None) or _said(error):
        return Trouble(reason)
    never_connected = isinstance(error, OperationalError) and error.statement is None
    return Trouble(AWAY) if error.connection_invalidated or never_connected else None


def _said(error: DBAPIError) -> str | None:
    return next((reason for sign, reason in _SIGNS.items() if sign in str(error.orig)), None)
