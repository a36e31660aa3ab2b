"""Promise 10: least about children. New here: what the tables can hold at all, and what leaves for other teams.

Erasing a season and exporting one student come with the seasons themselves.
"""

import json

from challenge.models import Base
from challenge.rules.showing import Audience
from challenge.services import scenes, views
from challenge.services.views import Addresses

ABOUT_A_STUDENT = {"id", "team_id", "first_name", "surname_initial"}
NEVER = ("mail", "birth", "phone", "surname", "address", "password", "gender", "last_name", "ip")


def test_a_student_is_a_first_name_and_an_initial():
    assert {column.name for column in Base.metadata.tables["student"].columns} == ABOUT_A_STUDENT


def test_no_table_has_room_for_anything_else_about_a_person():
    columns = {column.name for table in Base.metadata.sorted_tables for column in table.columns} - ABOUT_A_STUDENT

    assert not [name for name in columns if set(NEVER) & set(name.split("_"))]


def test_a_team_never_hears_the_names_or_the_code_of_another(database, room):
    other = room.joins("Pi Hards")
    room.opens()

    with database.reading() as db:
        scene = scenes.load(db, room.id)
        theirs = scene.team(other.entry_id)
        round_ = views.round_view(scene, Audience.TEAM, answered=0)
        phone = views.phone(scene, scene.team(room.team.entry_id), round_=round_, own=None, phones=1, now=0)
        screen = views.screen(scene, Addresses("", ""), answered=0, now=0)

    assert theirs.code not in json.dumps([phone, screen])
    assert "Tom" not in json.dumps(screen)
    assert theirs.name not in json.dumps(phone)
