"""The bus: news reach the other processes, and a Redis that fails harms nobody."""

import json
import os
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from uuid import uuid4

import pytest
import redis

from challenge.announcements import ResponseKept, RoundMoved, TeamsChanged
from challenge.live import bus as bus_module
from challenge.live.bus import Bus
from challenge.live.envelopes import Look, decode, encode
from challenge.live.presence import PresenceOf
from tests.conftest import ROOT
from tests.faults.redis import Redis

PATIENCE = 30.0
NO_WAIT_SECONDS = 0.8 * bus_module.SOCKET_SECONDS
"""Less than a wait for Redis, and more than a busy machine lets a thread stand."""
KEPT = ResponseKept(1, 2, 3, "C", 4)


class Process:
    """A bus in the place of a process, and what it heard."""

    def __init__(self, url, name, channel):
        self.heard, self.returns = [], 0
        self.bus = Bus(url, process=name, channel=channel)
        self.bus.subscribe(self.heard.append)
        self.bus.on_return(self._return)

    def _return(self):
        self.returns += 1

    def start(self):
        self.bus.start()
        until(lambda: self.bus.healthy() and self.returns)
        self.returns = 0
        return self


def until(true, patience=PATIENCE):
    """Seconds until something is true."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < patience, "that took too long"
        time.sleep(0.01)
    return time.monotonic() - began


@pytest.fixture
def channel():
    return f"test:{uuid4()}"


@pytest.fixture
def make(channel):
    """Makes processes that share a channel, and stops them at the end."""
    processes = []

    def make(url, *names, channel=channel):
        made = [Process(url, name, channel) for name in names]
        processes.extend(made)
        return made

    yield make
    for process in processes:
        process.bus.stop()


@pytest.fixture
def start(make):
    """Makes processes, and starts them."""
    return lambda *those, **more: [process.start() for process in make(*those, **more)]


@pytest.fixture
def own_redis(tmp_path):
    own = Redis(tmp_path).start()
    yield own
    own.kill()


def test_without_redis_all_is_well_and_nobody_is_told(channel):
    process = Process(None, "here", channel)
    process.bus.start()

    process.bus.publish(KEPT)
    process.bus.stop()

    assert process.bus.alone
    assert process.bus.healthy()
    assert (process.heard, process.returns) == ([], 0)


def test_an_address_that_can_not_be_a_redis_is_refused_at_once():
    with pytest.raises(ValueError, match="scheme"):
        Bus("postgresql://127.0.0.1", process="here", channel="here")


@pytest.mark.needs_redis
def test_news_reach_every_other_process_in_order_and_not_the_sender(start, redis_url):
    here, there, yonder = start(redis_url, "here", "there", "yonder")
    news = [TeamsChanged(1, 2), KEPT, RoundMoved(1), PresenceOf("here", 1, {2: 1}, screens=0, hosts=1)]

    for each in news:
        here.bus.publish(each)

    until(lambda: len(there.heard) == len(yonder.heard) == len(news))
    assert there.heard == yonder.heard == news
    assert here.heard == []
    assert (there.returns, yonder.returns) == (0, 0)


@pytest.mark.needs_redis
def test_two_installations_on_one_redis_do_not_hear_each_other(start, redis_url, channel):
    here, there = start(redis_url, "here", "there")
    (stranger,) = start(redis_url, "stranger", channel=channel + "-another")

    stranger.bus.publish(RoundMoved(9))
    here.bus.publish(RoundMoved(1))

    until(lambda: there.heard)
    time.sleep(0.1)
    assert there.heard == [RoundMoved(1)]
    assert stranger.heard == []


@pytest.mark.needs_redis
def test_many_answers_travel_in_few_envelopes(start, redis_url, channel):
    here, there = start(redis_url, "here", "there")
    with redis.Redis.from_url(redis_url) as client, client.pubsub() as raw:
        raw.subscribe(channel)
        raw.get_message(timeout=1)

        for entry in range(1_000):
            here.bus.publish(ResponseKept(1, entry, 3, "C", 4))
        until(lambda: len(there.heard) == 1_000)

        envelopes = [decode(data) for data in _heard_raw(raw)]
    assert sum(len(each.news) for each in envelopes) == 1_000
    assert len(envelopes) <= 100


def _heard_raw(subscription):
    while message := subscription.get_message(timeout=0.2):
        yield message["data"]


@pytest.mark.needs_redis
def test_a_move_of_the_round_does_not_wait_for_others(start, redis_url, monkeypatch):
    monkeypatch.setattr(bus_module, "GATHER_SECONDS", 3 * PATIENCE)
    here, there = start(redis_url, "here", "there")

    here.bus.publish(KEPT)
    time.sleep(0.1)
    assert there.heard == []

    here.bus.publish(RoundMoved(1))
    until(lambda: there.heard == [KEPT, RoundMoved(1)])
    here.bus.publish(RoundMoved(1))  # so that it can stop


@pytest.mark.needs_redis
def test_a_process_with_nothing_to_say_shows_that_it_lives(start, redis_url, channel, monkeypatch):
    monkeypatch.setattr(bus_module, "HEARTBEAT_SECONDS", 0.1)
    start(redis_url, "here")

    with redis.Redis.from_url(redis_url) as client, client.pubsub() as raw:
        raw.subscribe(channel)
        told = [message for message in (raw.get_message(timeout=1) for _ in range(4)) if message["type"] == "message"]

    assert len(told) == 3
    assert {message["data"] for message in told} == {encode("here", [])}


@pytest.mark.needs_redis
def test_garbage_on_the_channel_is_passed_over(start, redis_url, channel):
    here, there = start(redis_url, "here", "there")

    with redis.Redis.from_url(redis_url) as client:
        for garbage in (b"", b"\xff", b"[" * 50_000, b'[1,"x",[["moved","all"]]]'):
            client.publish(channel, garbage)
    here.bus.publish(RoundMoved(1))

    until(lambda: there.heard == [RoundMoved(1)])


@pytest.mark.needs_redis
def test_a_listener_that_fails_keeps_nobody_from_hearing(start, redis_url, channel):
    here, there = start(redis_url, "here", "there")
    heard_after = []
    there.bus.subscribe(lambda _: 1 / 0)
    there.bus.subscribe(heard_after.append)

    here.bus.publish(RoundMoved(1))
    here.bus.publish(RoundMoved(2))

    until(lambda: heard_after == [RoundMoved(1), RoundMoved(2)])


@pytest.mark.needs_redis
def test_a_process_that_lost_news_lets_the_others_look_in_the_database(make, start, redis_url, monkeypatch):
    monkeypatch.setattr(bus_module, "MOST_WAITING", 10)
    (there,), (here,) = start(redis_url, "there"), make(redis_url, "here")
    for entry in range(30):
        here.bus.publish(TeamsChanged(1, entry))

    here.bus.start()

    until(lambda: len(there.heard) == 10)
    assert there.heard == [TeamsChanged(1, entry) for entry in range(20, 30)]
    assert there.returns == 1


@pytest.mark.needs_redis
def test_a_process_that_takes_news_too_slowly_looks_in_the_database_itself(start, redis_url, channel, monkeypatch):
    monkeypatch.setattr(bus_module, "MOST_WAITING", 10)
    here, there = start(redis_url, "here", "there")
    busy = threading.Event()
    there.bus.subscribe(lambda _: busy.wait(PATIENCE))
    here.bus.publish(RoundMoved(0))
    until(lambda: there.heard)

    with redis.Redis.from_url(redis_url) as client:
        client.publish(channel, encode("yonder", [RoundMoved(n) for n in range(1, 51)]))
    time.sleep(0.2)
    assert there.bus.healthy()
    busy.set()

    until(lambda: len(there.heard) == 11)
    assert there.returns == 1


@pytest.mark.needs_redis
def test_news_that_can_not_be_written_stop_nothing(start, redis_url):
    here, there = start(redis_url, "here", "there")

    here.bus.publish("not news at all")
    until(lambda: there.returns == 1)
    here.bus.publish(RoundMoved(1))

    until(lambda: there.heard == [RoundMoved(1)])
    until(here.bus.healthy)


@pytest.mark.needs_redis
def test_look_is_for_the_bus_alone(start, redis_url, channel):
    (there,) = start(redis_url, "there")

    with redis.Redis.from_url(redis_url) as client:
        client.publish(channel, encode("here", [Look()]))

    until(lambda: there.returns == 1)
    assert there.heard == []


@pytest.mark.needs_redis_server
def test_a_redis_that_was_killed_is_noticed_and_found_again(start, own_redis):
    here, there = start(own_redis.url, "here", "there")

    own_redis.kill()
    until(lambda: not (here.bus.healthy() or there.bus.healthy()))
    assert _longest_publishing(here.bus) < NO_WAIT_SECONDS
    own_redis.start()

    _flow_again(here, there)


@pytest.mark.needs_redis_server
def test_a_redis_that_is_frozen_is_noticed_and_found_again(start, own_redis):
    here, there = start(own_redis.url, "here", "there")

    own_redis.freeze()
    until(lambda: not (here.bus.healthy() or there.bus.healthy()))
    assert _longest_publishing(here.bus) < NO_WAIT_SECONDS
    own_redis.thaw()

    _flow_again(here, there)


@pytest.mark.needs_redis_server
def test_a_redis_that_comes_later_is_found(make, own_redis):
    here, there = make(own_redis.url, "here", "there")
    own_redis.kill()
    for process in (here, there):
        process.bus.start()
    time.sleep(0.3)
    assert not here.bus.healthy()

    own_redis.start()

    _flow_again(here, there)


def _longest_publishing(bus):
    """How long it took to publish one thing at most (s), while far more is published than the queue holds."""
    longest = 0.0
    for n in range(bus_module.MOST_WAITING + 100):
        began = time.monotonic()
        bus.publish(TeamsChanged(1, n))
        longest = max(longest, time.monotonic() - began)
    return longest


def _flow_again(here, there):
    until(lambda: here.bus.healthy() and there.bus.healthy())
    until(lambda: here.returns and there.returns)
    here.bus.publish(RoundMoved(1))
    until(lambda: RoundMoved(1) in there.heard)
    # Once because Redis is back; once more at most, because the other process says what it lost meanwhile.
    assert here.returns <= 2
    assert there.returns <= 2


@pytest.mark.needs_redis_server
def test_a_process_by_itself_looks_in_the_database_once_after_an_outage(start, own_redis):
    (here,) = start(own_redis.url, "here")
    own_redis.kill()
    until(lambda: not here.bus.healthy())
    own_redis.start()

    until(here.bus.healthy)
    time.sleep(0.5)

    assert here.returns == 1


TICKING = """
import json, sys, time
mode, url = sys.argv[1:]
from challenge import aio
aio.patch(mode)
import threading
from challenge.announcements import RoundMoved
from challenge.live.bus import Bus
bus = Bus(url, process="here", channel="test")
bus.start()
ticks, frozen = [], threading.Event()

def tick():
    while True:
        ticks.append(time.monotonic())
        time.sleep(0.01)

threading.Thread(target=tick, daemon=True).start()
while not bus.healthy():
    time.sleep(0.01)
print("ready", flush=True)
time.sleep(0.5)
del ticks[:]
until = time.monotonic() + 5
while time.monotonic() < until:
    bus.publish(RoundMoved(1))
    time.sleep(0.05)
gaps = [after - before for before, after in zip(ticks, ticks[1:])]
print(json.dumps({"longest": max(gaps), "healthy": bus.healthy()}), flush=True)
"""


@pytest.mark.needs_redis_server
@pytest.mark.parametrize("mode", ["eventlet", "gevent"])
def test_green_threads_go_on_while_redis_is_frozen(own_redis, mode):
    if not find_spec(mode):
        pytest.skip(f"{mode} is not installed")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    with subprocess.Popen(
        [sys.executable, "-c", TICKING, mode, own_redis.url], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "ready\n"
        own_redis.freeze()
        said, _ = process.communicate(timeout=60)
        own_redis.thaw()

    told = json.loads(said.splitlines()[-1])
    assert not told["healthy"]
    assert told["longest"] < NO_WAIT_SECONDS
