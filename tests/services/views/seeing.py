"""What each audience sees of a sitting, for the tests of the views."""

from challenge.models import Entry
from challenge.rules.showing import Audience
from challenge.services import scenes
from challenge.services.views import Addresses, Presence, Room, console, phone, round_view, screen

ADDRESSES = Addresses(join="http://192.168.1.7:8000/join", qr="<svg></svg>")
NOBODY = Room(teams={}, screens=0, hosts=0)


def seen_by_team(db, in_, team, *, now=0):
    scene = scenes.load(db, in_.id)
    own = scenes.latest_answers(db, scene).get(team.entry_id)
    answered = len(scenes.latest_answers(db, scene))
    round_ = round_view(scene, Audience.TEAM, answered=answered)
    return phone(scene, scene.team(team.entry_id), round_=round_, own=own, phones=1, now=now)


def seen_by_screen(db, in_, *, now=0):
    scene = scenes.load(db, in_.id)
    return screen(scene, ADDRESSES, answered=len(scenes.latest_answers(db, scene)), now=now)


def seen_by_host(db, in_, *, room=NOBODY, now=0):
    scene = scenes.load(db, in_.id)
    return console(scene, ADDRESSES, room, answered=frozenset(scenes.latest_answers(db, scene)), now=now)


def room_of(team, *, phones=0, away_since=None, screens=0, hosts=1):
    return Room(teams={team.entry_id: Presence(phones, away_since)}, screens=screens, hosts=hosts)


def entry_of(db, team):
    return db.get(Entry, team.entry_id)
