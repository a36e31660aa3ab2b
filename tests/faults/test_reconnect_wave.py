"""Five hundred phones that lose their server at once: all are back with a full state, and nothing is lost."""

import json
import threading
from itertools import islice

import pytest

from challenge.cli.load.crowd import Manner
from challenge.cli.load.phones import Phones
from challenge.models import Sitting
from challenge.rules.names import suggestions
from tests.faults.history import Promises
from tests.live import preparing

PHONES = 500
BACK_SECONDS = 45.0
"""Patience for a machine that does much else: half of the phones wait out a second try there."""
IN_ALL_SECONDS = 60.0


@pytest.fixture
def crowd():
    made = []

    def bring(game, door):
        _make_room(game.room)
        teams = list(islice(suggestions((), seed=7, count=PHONES), PHONES))
        phones = Phones([door.address], preparing.team_secrets(game.room, *teams), manner=Manner(burst=0))
        made.append(phones)
        game.crowds.append(lambda: _promises(phones, teams))
        assert phones.connect(seconds=IN_ALL_SECONDS)
        return phones

    yield bring
    for phones in made:
        phones.close()


def test_a_server_killed_under_five_hundred_phones_has_them_all_back_and_keeps_every_answer(hall, crowd):
    made = hall()
    server = made.server()
    game = made.game([server], teams=3)
    phones = crowd(game, server)
    question = game.opens()
    for phone in phones.all[: PHONES // 2]:
        phone.answer(question, b'"C"')
    phones.rest(0.2)
    version = game.host.version

    game.mark()
    server.kill()
    starting = threading.Thread(target=server.start)
    starting.start()
    for phone in phones.all[PHONES // 2 :]:
        phone.answer(question, b'"A"')
    phones.until(lambda: not starting.is_alive(), seconds=IN_ALL_SECONDS)
    starting.join()

    assert phones.until(phones.everybody_in, seconds=BACK_SECONDS), f"only {phones.crowd.present} are back"
    assert phones.until(lambda: phones.crowd.waiting == 0, seconds=BACK_SECONDS), f"{phones.crowd.waiting} wait"
    assert phones.crowd.kept == PHONES
    assert all(phone.news.question == question and phone.version >= version for phone in phones.all)
    game.all_are_back(seconds=5)
    game.goes_on_to_the_end(question)


def test_five_hundred_phones_cut_off_at_once_are_all_let_in_again(hall, crowd):
    made = hall()
    door = made.door(made.server())
    game = made.game([door], teams=3)
    phones = crowd(game, door)
    question = game.opens()

    game.mark()
    for phone in phones.all:
        phone.answer(question, b'"C"')
    assert door.cut() >= PHONES
    assert phones.until(lambda: phones.crowd.present < PHONES // 2, seconds=5)
    assert phones.until(phones.everybody_in, seconds=BACK_SECONDS), f"only {phones.crowd.present} are back"
    assert phones.until(lambda: phones.crowd.waiting == 0, seconds=BACK_SECONDS), f"{phones.crowd.waiting} wait"

    assert phones.crowd.kept == PHONES
    game.all_are_back(seconds=5)
    game.goes_on_to_the_end(question)


def _make_room(room):
    with room.database.transaction() as db:
        db.get_one(Sitting, room.id).most_teams = 2 * PHONES


def _promises(phones, teams):
    sent = list(phones.sent())
    return Promises(
        acknowledged={
            (teams[each.phone], each.question, each.id, json.loads(each.answer)) for each in sent if each.kept_at
        },
        given={each.id for each in sent},
        turned_down={each.id for each in sent if each.refused},
    )
