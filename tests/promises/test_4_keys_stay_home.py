"""Promise 4: keys stay home. New here: every view of every state before the lock, compared for two keys, in bytes.

tests/live/test_keys.py captures the traffic of real connections.
"""

import json
from dataclasses import replace

import pytest

from challenge.rules.showing import Audience
from challenge.services import scenes, views
from challenge.services.views import Addresses, Room
from tests import builders
from tests.promises.conftest import Room as Sitting

TRICK = "ZZTRICK"
KEYS = {
    "choice": ("A",),
    "choices": ("B",),
    "truth": ("false",),
    "number": ("9",),
    "text": ("kite",),
    "order": ("a", "b", "c"),
    **{kind.value: (slip,) for kind, (_, slip) in builders.TYPED.items()},
}


def other(question):
    """The same question with another key, and other secrets."""
    return replace(question, key=KEYS[question.kind], answer="ZZKEY", trick=TRICK, steps=(TRICK,), slips=())


def seen(sitting):
    """What phones, screens and hosts may see now, as text; the sitting's own codes and the places of rows left out."""
    with sitting.database.reading() as db:
        scene = scenes.load(db, sitting.id)
        team = scene.team(sitting.team.entry_id)
        round_ = views.round_view(scene, Audience.TEAM, answered=0)
        pictures = [
            views.phone(scene, team, round_=round_, own=None, phones=1, now=builders.NOON),
            views.screen(scene, Addresses("", ""), answered=0, now=builders.NOON),
            views.console(scene, Addresses("", ""), Room({}, 0, 0), answered=(), now=builders.NOON),
        ]
    text = json.dumps(pictures)
    for own in (scene.sitting.code, scene.sitting.screen_key, team.code):
        text = text.replace(own, "code")
    return text


@pytest.mark.parametrize("question", builders.one_of_each(), ids=lambda question: question.kind.value)
def test_no_view_before_the_lock_depends_on_the_key(tmp_path, question):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    databases = [builders.empty_database(f"sqlite:///{tmp_path / name / 'file'}") for name in ("one", "two")]
    rooms = [Sitting(databases[0], [question]), Sitting(databases[1], [other(question)])]

    for order in ("next", "next", "pause", "resume", "close"):
        for room in rooms:
            room.order(order)
        first, second = (seen(room) for room in rooms)
        assert first == second
        assert TRICK not in second

    for database in databases:
        database.engine.dispose()
