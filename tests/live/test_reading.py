"""While a team types, its phone hears how the server reads it: never whether it is right."""

import pytest

from tests import builders
from tests.live import preparing

TEAM = "Prime Suspects"


def read(phone, typed):
    phone.mark()
    phone.send("reading", {"typed": typed})
    return phone.wait("reading").data


def test_a_phone_hears_how_its_typing_is_read(cast, database):
    room = preparing.sitting(database, [builders.number()])
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    host.opens_next()

    readings = [read(phone, typed) for typed in ("6/8", "0.75", "O.75")]

    assert [each["typed"] for each in readings] == ["6/8", "0.75", "O.75"]
    assert [each["written"] for each in readings] == ["6/8", "0.75", ""]
    assert [each["problem"] for each in readings][:2] == ["", ""]
    assert "letter O" in readings[2]["problem"]


@pytest.mark.parametrize("question", [None, builders.choice()], ids=["nothing on show", "nothing to type"])
def test_where_there_is_nothing_to_type_nothing_is_read(cast, database, question):
    room = preparing.sitting(database, [question or builders.number()])
    host, (phone,) = cast.host(room), cast.teams(room, TEAM)
    if question:
        host.opens_next()
    phone.mark()

    phone.send("reading", {"typed": "6/8"})
    phone.told_now()

    assert "reading" not in [frame.event for frame in phone.frames[phone._from :]]
