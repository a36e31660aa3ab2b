"""Two machines with a cut between one of them and the database, or between it and everybody."""

import time

import pytest

from tests.faults.clocks import keeper, taken_from
from tests.faults.hall import eventually
from tests.faults.machines import NETWORK, two_machines
from tests.faults.postgres import Cluster
from tests.faults.redis import Redis

pytestmark = [
    pytest.mark.needs_namespaces,
    pytest.mark.needs_postgres_binaries,
    pytest.mark.needs_redis_server,
]
TAKEN_OVER_SECONDS = 5.0
CUT_SECONDS = 6.0
ON_ITS_WAY_SECONDS = 0.5
BACK_SECONDS = 15.0


@pytest.fixture
def machines():
    with two_machines() as machines:
        yield machines


@pytest.fixture
def made(machines, hall, tmp_path):
    """Two processes, one on each machine, on one PostgreSQL and one Redis."""
    addresses = [machine.database_address for machine in machines]
    made, cluster, redis = None, Cluster(hosts=addresses, trusted=[NETWORK]), Redis(tmp_path, hosts=addresses)
    try:
        database = cluster.make().start().new_database()
        redis.start()
        made = hall(cluster.url(database))
        for machine in machines:
            made.server(
                host=machine.front_address,
                within=machine.within,
                database_url=cluster.url(database, host=machine.database_address),
                redis_url=redis.url_at(machine.database_address),
            )
        yield made
    finally:
        if made is not None:
            made.close()
        redis.kill()
        cluster.remove()


def test_a_machine_cut_off_from_the_database_acknowledges_nothing_and_loses_its_clock(made, machines):
    game = made.game(made.servers)
    question = game.opens()
    cut, other = keeper(game), next(server for server in made.servers if server is not keeper(game))
    game.has_a_host_at(other)
    machine = machines[made.servers.index(cut)]

    game.all_answer(question, game.behind(cut)[:3])
    machine.cut("back")
    cut_at = time.monotonic()
    game.all_answer(question, game.behind(cut)[3:])
    taken_from(game, cut, seconds=TAKEN_OVER_SECONDS)
    game.all_answer(question, game.behind(other))
    game.all_are_acknowledged(players=game.behind(other), seconds=TAKEN_OVER_SECONDS)
    eventually(lambda: time.monotonic() - cut_at > CUT_SECONDS, "it is cut for a while", seconds=CUT_SECONDS + 1)
    kept = [kept for player in game.behind(cut) for kept in player.acknowledged]
    assert not [each for each in kept if each.at > cut_at + ON_ITS_WAY_SECONDS]
    machine.plug_in("back")

    game.all_are_acknowledged()
    game.goes_on_to_the_end(question)


def test_phones_of_a_machine_that_is_cut_off_from_everybody_come_back_on_the_other(made, machines):
    first, second = made.servers
    door = made.door(first, second)
    game = made.game([second, door])
    question = game.opens()
    game.mark()

    game.all_answer(question, game.players[:6])
    for line in ("back", "front"):
        machines[0].cut(line)
    game.all_answer(question, game.players[6:])
    game.all_are_acknowledged(seconds=BACK_SECONDS)
    assert len(game.history.rows()) == len(game.players)
    for line in ("back", "front"):
        machines[0].plug_in(line)

    game.goes_on_to_the_end(question)
