"""What was acknowledged against what the database holds: the one promise that a load must not break."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from challenge.cli.load.outbox import Sent
from challenge.models import Response
from challenge.services.transaction import Database

Row = tuple[int, int, str]
"""The entry, the question and the phone's own id of an answer."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of answers. lost: acknowledged and not in the database; doubled: there more than once."""

    sent: int
    acknowledged: int
    stored: int
    lost: int
    doubled: int


def compare(sent: Iterable[Sent], rows: Iterable[Row], *, entries: Sequence[int]) -> Ledger:
    """Look every acknowledged answer up. entries: of each phone, by its number."""
    stored = Counter(rows)
    every = list(sent)
    promised = [(entries[each.phone], each.question, each.id) for each in every if each.kept_at]
    return Ledger(
        sent=len(every),
        acknowledged=len(promised),
        stored=stored.total(),
        lost=sum(1 for row in promised if row not in stored),
        doubled=sum(1 for count in stored.values() if count > 1),
    )


def rows_of(database_url: str) -> list[Row]:
    """Every answer in a database."""
    database = Database(database_url)
    try:
        with database.reading() as db:
            query = select(Response.entry_id, Response.question_id, Response.message_id)
            return [(entry, question, message) for entry, question, message in db.execute(query)]
    finally:
        database.engine.dispose()
