"""Promise 5: always back in. New here: any number of phones, by secret and by code; secrets that are no public name.

tests/live/test_away.py puts phones to sleep; tests/live/test_once.py sends stale commands.
"""

from challenge.models import Device
from challenge.services import joining
from tests import builders


def test_a_team_comes_back_on_a_hundred_phones_as_the_same_team(database, room):
    with database.transaction() as db:
        code = db.get(Device, room.team.device_id).entry.team.code
        secrets = [joining.come_back(db, code, now=builders.NOON).secret for _ in range(100)]

    with database.reading() as db:
        identities = [joining.identify(db, secret) for secret in secrets]

    assert len(set(secrets)) == 100
    assert {each.entry_id for each in identities} == {room.team.entry_id}


def test_what_the_database_keeps_of_a_secret_opens_nothing(database, room):
    with database.reading() as db:
        stored = db.get(Device, room.team.device_id)

        assert joining.identify(db, stored.secret_hash) is None
        assert joining.identify(db, stored.entry.team.name) is None
        assert joining.identify(db, stored.entry.team.code) is None
