"""Promise 8: one rule everywhere. New here: phone, screen, console and results of one tied round, read side by side."""

from challenge.services import results, scenes, views
from challenge.services.views import Addresses, Room
from tests import builders


def test_all_pages_agree_on_every_place_of_a_tied_round(database, room):
    names = builders.TEAMS
    teams = [room.team, *(room.joins(name) for name in names[1:])]
    room.opens()
    for number, team in enumerate(teams):
        room.answers(team, "CCCAAA"[number], at=builders.NOON + (1_000, 1_500, 1_510, 1_000, 1_000, 1_000)[number])
    room.order("close")
    room.order("end", now=builders.NOON + 2_000)
    room.order("unvoid", question=room.question)

    with database.reading() as db:
        scene = scenes.load(db, room.id)
        found = results.of_sitting(db, room.id)
    console = views.console(scene, Addresses("", ""), Room({}, 0, 0), answered=(), now=builders.NOON)
    screen = views.screen(scene, Addresses("", ""), answered=0, now=builders.NOON)
    phones = [views.mine(scene, scene.team(team.entry_id), own=None, phones=1) for team in teams]

    places = dict(zip(names, ("1st", "2nd", "2nd", "4th", "4th", "4th"), strict=True))
    assert {row["name"]: row["place"] for row in console["teams"]} == places
    assert {phone["me"]["team"]: phone["place"]["place"] for phone in phones} == places
    assert {row["team"]: row["place"] for row in screen["standings"]}.items() <= places.items()
    assert {row.team: f"{row.place}" for row in found.teams} == {name: place[0] for name, place in places.items()}
