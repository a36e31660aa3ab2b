"""A kept scene is never out of date."""

from pathlib import Path

import pytest

from challenge.models import Sitting
from challenge.rules.play import State
from challenge.services import hosting, kept_scenes, scenes
from challenge.services.hosting import Order, OrderName
from challenge.services.kept_scenes import KeptScenes
from challenge.services.transaction import Database
from tests import builders
from tests.builders import NOON, TEAMS
from tests.services.playing import ask, reach
from tests.services.playing import kept as answered


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return builders.empty_database(f"sqlite:///{tmp_path / 'test.sqlite3'}")


def test_nothing_is_loaded_twice_while_nothing_changes(database: Database) -> None:
    with database.transaction() as db:
        sitting = builders.sitting(db, builders.season(db))
        builders.team(db, sitting)
        kept = KeptScenes()

        first, second = kept.of(db, sitting.id), kept.of(db, sitting.id)

    assert first is second


def test_a_team_that_comes_in_is_seen_at_once(database: Database) -> None:
    with database.transaction() as db:
        sitting = builders.sitting(db, builders.season(db))
        kept = KeptScenes()
        assert kept.of(db, sitting.id).teams == ()

        builders.team(db, sitting)

        assert [team.name for team in kept.of(db, sitting.id).teams] == [TEAMS[0]]


@pytest.mark.parametrize("name", [OrderName.NEXT, OrderName.LOCK, OrderName.EXTRA, OrderName.RENAME, OrderName.REMOVE])
def test_every_order_of_a_host_is_seen_at_once(database: Database, name: OrderName) -> None:
    with database.transaction() as db:
        host = builders.season(db)
        sitting = builders.sitting(db, host)
        entry = builders.team(db, sitting).entry_id
        kept = KeptScenes()
        kept.of(db, sitting.id)

        order = Order("order-0001", sitting.version, name, entry=entry, team="Ratio Gaga", percent=25)
        assert isinstance(hosting.obey(db, order, by=host, sitting_id=sitting.id, now=NOON), hosting.Obeyed)

        assert kept.of(db, sitting.id) == scenes.load(db, sitting.id)


def test_only_the_latest_sittings_are_kept(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_scenes, "MOST_KEPT", 1)
    with database.transaction() as db:
        host = builders.season(db)
        one, other = builders.sitting(db, host), builders.sitting(db, host)
        kept = KeptScenes()

        first = kept.of(db, one.id)
        kept.of(db, other.id)

        assert kept.of(db, one.id) is not first
        assert db.get_one(Sitting, one.id).version == first.sitting.version


def test_lately_a_newcomer_may_be_missing_and_everything_else_is_as_it_is(database: Database) -> None:
    with database.transaction() as db:
        host = builders.season(db)
        sitting = builders.sitting(db, host)
        kept = KeptScenes()
        before = kept.lately(db, sitting.id)

        builders.team(db, sitting)

        assert kept.lately(db, sitting.id) is before
        assert [team.name for team in kept.of(db, sitting.id).teams] == [TEAMS[0]]
        order = Order("order-0001", sitting.version, OrderName.NEXT)
        assert isinstance(hosting.obey(db, order, by=host, sitting_id=sitting.id, now=NOON), hosting.Obeyed)
        assert kept.lately(db, sitting.id).sitting.version == 1


def test_a_whole_round_is_the_same_kept_or_loaded(database: Database) -> None:
    """Marks and responses of locked questions are taken over from the scene before."""
    with database.transaction() as db:
        host = builders.season(db)
        sitting = builders.sitting(db, host)
        team, kept = builders.team(db, sitting), KeptScenes()

        for question in range(2):
            for state in (State.READ, State.OPEN, State.LOCKED, State.REVEALED):
                now = reach(db, sitting, state, question=question)
                if state is State.OPEN:
                    answered(db, team, ask(db, sitting, question), "C" if question == 0 else ("A", "C"), now=now)
                assert kept.of(db, sitting.id) == scenes.load(db, sitting.id)
