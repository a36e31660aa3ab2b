"""One sitting with one team in a throw-away database, moved by its host's orders."""

import pytest

from challenge.models import Sitting
from challenge.services import hosting, responding
from challenge.services.hosting import Obeyed, Order, OrderName
from challenge.services.responding import Arrival
from tests import builders

NOON = builders.NOON


class Room:
    """A sitting, its host and a team."""

    def __init__(self, database, questions=None):
        self.database = database
        with database.transaction() as db:
            self.host = builders.season(db, questions)
            made = builders.sitting(db, self.host)
            self.id = made.id
            self.team = builders.team(db, made)
            self.questions = [each.id for each in builders.round_of(db, made).questions]
        self._orders = 0

    @property
    def question(self):
        return self.questions[0]

    def sitting(self, db):
        return db.get_one(Sitting, self.id)

    def joins(self, name):
        with self.database.transaction() as db:
            return builders.team(db, self.sitting(db), name)

    def order(self, name, *, now=NOON, **more):
        """Carry out an order on the state as it is."""
        self._orders += 1
        with self.database.transaction() as db:
            order = Order(f"room-{self._orders:04}", self.sitting(db).version, OrderName(name), **more)
            return hosting.obey(db, order, by=self.host, sitting_id=self.id, now=now)

    def opens(self, *, now=NOON):
        """Ask the next question and open it at `now`."""
        for _ in range(2):
            assert isinstance(self.order("next", now=now), Obeyed)

    def answers(self, team, raw, *, at=NOON + 1_000, question=None, id_=None, credit_ms=0):
        """What comes of an answer."""
        self._orders += 1
        arrival = Arrival(team, id_ or f"answer-{self._orders:04}", question or self.question, raw, at, credit_ms)
        with self.database.transaction() as db:
            return responding.take(db, [arrival], most_credit_ms=300)[0]


@pytest.fixture
def database(tmp_path):
    database = builders.empty_database(f"sqlite:///{tmp_path / 'challenge.sqlite3'}")
    yield database
    database.engine.dispose()


@pytest.fixture
def room(database):
    return Room(database)
