"""The third way to serve. The tests of the live round use the other two; here is what could differ."""

import pytest

from tests import builders
from tests.live import preparing
from tests.live.conftest import Cast
from tests.live.serving import Server


@pytest.fixture
def server(tmp_path):
    preparing.new_file(tmp_path).engine.dispose()
    server = Server(tmp_path, "gevent").start()
    yield server
    server.stop()
    assert "Traceback" not in server.said()


@pytest.fixture
def cast(server):
    cast = Cast(server)
    yield cast
    cast.go_home()


@pytest.fixture
def prepared(server):
    database = preparing.Database(f"sqlite:///{server.file}")
    yield preparing.sitting(database, [builders.choice(), builders.number("second")])
    database.engine.dispose()


def test_a_phone_plays_a_question_to_its_result(cast, prepared):
    host, (phone, other) = cast.host(prepared), cast.teams(prepared, "Prime Gulls", "Ratio Owls")
    question = host.opens_next()

    phone.kept(question, "C")
    other.kept(question, "A")
    phone.mark()
    host.locks()
    host.does("reveal", "revealed")

    result = phone.wait("mine", lambda told: told["result"] is not None).data["result"]
    assert result["verdict"] == "right"
    assert len(preparing.stored(prepared)) == 2


def test_a_page_goes_by_https_too(cast, prepared):
    host, (phone,) = cast.host(prepared), cast.teams(prepared, "Prime Gulls")
    question = host.opens_next()

    assert phone.post_answer(question, "C").status_code == 200
