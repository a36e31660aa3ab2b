"""The inbox: many answers in one transaction, acknowledged after the commit, and none dropped in silence."""

import threading
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import event

from challenge.live.inbox import BROKEN, BUSY, Inbox
from challenge.models import Response
from challenge.rules.refusal import Refused
from challenge.services import hosting, responding
from challenge.services.hosting import Obeyed, Order, OrderName
from challenge.services.responding import Arrival, Kept
from challenge.services.transaction import Database
from tests import builders

NOW = builders.NOON
MANY = 60


@pytest.fixture
def database(tmp_path):
    database = builders.empty_database(f"sqlite:///{tmp_path / 'challenge.sqlite3'}")
    yield database
    database.engine.dispose()


@pytest.fixture
def arrivals(database):
    """An answer of each of many teams to an open question."""
    with database.transaction() as db:
        by = builders.season(db)
        room = builders.sitting(db, by)
        teams = [builders.team(db, room, name) for name in builders.TEAMS]
        for version in (0, 1):
            order = Order(f"step-{version}", version, OrderName.NEXT)
            assert isinstance(hosting.obey(db, order, by=by, sitting_id=room.id, now=NOW), Obeyed)
        question = builders.round_of(db, room).questions[0].id
    return [
        Arrival(teams[number % len(teams)], f"message-{number:03}", question, "C", NOW + 1_000, 0)
        for number in range(MANY)
    ]


def inbox(database, *, size=20_000, trouble=lambda _: None):
    return Inbox(database, size=size, gather_ms=20, most_credit_ms=300, trouble=trouble)


class Replies:
    """What each answer was told, and how much was committed by then."""

    def __init__(self, database: Database) -> None:
        self.outcomes = []
        self.commits = 0
        self._all = threading.Condition()
        event.listen(database.engine, "commit", self._committed)

    def __call__(self, outcome):
        with self._all:
            self.outcomes.append((outcome, self.commits))
            self._all.notify_all()

    def wait(self, count):
        with self._all:
            assert self._all.wait_for(lambda: len(self.outcomes) >= count, timeout=20), self.outcomes
        return [outcome for outcome, _ in self.outcomes]

    def _committed(self, _connection):
        self.commits += 1


def test_a_burst_of_answers_is_few_transactions_and_every_acknowledgement_comes_after_its_commit(database, arrivals):
    replies, box = Replies(database), inbox(database)
    for arrival in arrivals:
        box.put(arrival, replies)

    box.start()
    outcomes = replies.wait(MANY)

    assert [outcome.message_id for outcome in outcomes] == [arrival.message_id for arrival in arrivals]
    assert all(isinstance(outcome, Kept) for outcome in outcomes)
    assert replies.commits <= 2
    assert min(commits for _, commits in replies.outcomes) >= 1


def test_no_acknowledgement_comes_while_the_commit_can_not_happen(database, arrivals):
    replies, troubles = Replies(database), []
    with closing(database.engine.raw_connection()) as other:
        other.cursor().execute("BEGIN IMMEDIATE")
        box = inbox(database, trouble=troubles.append)
        box.put(arrivals[0], replies)
        box.start()
        (outcome,) = replies.wait(1)
        other.rollback()

    assert isinstance(outcome, Refused)
    assert outcome.code == "storage"
    assert "holding the database" in troubles[0]
    with database.reading() as db:
        assert db.query(Response).count() == 0


def test_a_full_inbox_says_busy_at_once_and_drops_nothing(database, arrivals):
    replies, box = Replies(database), inbox(database, size=10)

    for arrival in arrivals:
        box.put(arrival, replies)

    assert replies.wait(MANY - 10) == [BUSY] * (MANY - 10)
    box.start()
    kept = [outcome for outcome in replies.wait(MANY) if isinstance(outcome, Kept)]
    assert [each.message_id for each in kept] == [each.message_id for each in arrivals[:10]]


def test_one_answer_that_breaks_the_writer_does_not_take_the_others_with_it(database, arrivals, monkeypatch):
    real = responding.take

    def take(db, batch, **more):
        if any(each.message_id == "message-001" for each in batch):
            raise ZeroDivisionError
        return real(db, batch, **more)

    monkeypatch.setattr("challenge.live.inbox.take", take)
    replies, box = Replies(database), inbox(database)
    for arrival in arrivals[:4]:
        box.put(arrival, replies)

    box.start()
    outcomes = replies.wait(4)

    assert outcomes[1] == BROKEN
    assert [outcome.message_id for outcome in outcomes if isinstance(outcome, Kept)] == [
        "message-000",
        "message-002",
        "message-003",
    ]


def test_a_phone_that_can_not_be_told_does_not_stop_the_writer(database, arrivals):
    replies, box = Replies(database), inbox(database)

    def broken(_outcome):
        raise OSError

    box.put(arrivals[0], broken)
    box.put(arrivals[1], replies)
    box.start()

    assert isinstance(replies.wait(1)[0], Kept)
    assert isinstance(box.submit(arrivals[2], wait_seconds=20), Kept)


def test_who_waits_for_an_outcome_that_does_not_come_is_told_to_send_again(database, arrivals):
    assert inbox(database).submit(arrivals[0], wait_seconds=0.01).code == "storage"


def test_a_full_disk_keeps_all_that_was_acknowledged_and_acknowledges_no_more(database, arrivals):
    event.listen(database.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1"))
    database.engine.dispose()
    troubles = []
    box = inbox(database, trouble=troubles.append)
    box.start()

    kept = []
    for number in range(400):
        outcome = box.submit(replace(arrivals[0], message_id=f"more-{number:04}"), wait_seconds=20)
        if isinstance(outcome, Refused):
            break
        kept.append(outcome.message_id)

    assert outcome.code == "storage"
    assert troubles == ["The disk is full. Free some space on this computer; nothing is lost meanwhile."]
    with database.reading() as db:
        assert [row.message_id for row in db.query(Response).order_by(Response.id)] == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "not ours or was replaced"), (b"no database at all " * 400, "damaged"), (None, "opened")],
)
def test_a_file_that_was_replaced_or_is_gone_is_told_and_acknowledges_nothing(
    tmp_path, database, arrivals, content, said
):
    database.engine.dispose()
    for file in tmp_path.glob("challenge.sqlite3*"):
        file.unlink()
    (tmp_path / "challenge.sqlite3").mkdir() if content is None else (tmp_path / "challenge.sqlite3").write_bytes(
        content
    )
    troubles = []
    box = inbox(database, trouble=troubles.append)

    box.start()
    outcome = box.submit(arrivals[0], wait_seconds=20)

    assert outcome.code == "storage"
    assert said in troubles[0]
