"""The time: one for all processes, steady whatever happens to this computer's own."""

from contextlib import contextmanager
from itertools import pairwise

import pytest

from challenge.live import clock as clock_module
from challenge.live.clock import LOOKS, Clock, steady_ms
from challenge.services.transaction import Database, StorageTroubleError
from tests.builders import NOON


class Server:
    """A database server with a clock that is right, reached by a network that takes its time."""

    has_clock = True

    def __init__(self, ahead=0.0):
        self.steady = 1_000.0
        self.start = self.steady
        self.ahead = ahead
        self.delays = [(0.0, 0.0)]
        self.away = False
        self.looks = 0

    def clock_ms(self):
        self.looks += 1
        if self.away:
            raise StorageTroubleError("The database server can't be reached.")
        there, back = self.delays[self.looks % len(self.delays)]
        self.steady += there
        said = NOON + self.ahead + self.steady - self.start
        self.steady += back
        return said

    def clock(self, *, wrong=0.0):
        """A clock on a computer whose own is wrong by this much."""
        return Clock(self, steady=lambda: self.steady, wall=lambda: NOON + wrong)

    @property
    def right(self):
        return NOON + self.ahead + self.steady - self.start


def test_a_file_is_as_late_as_the_computer_it_is_on(tmp_path):
    clock = Clock(Database(f"sqlite:///{tmp_path / 'x.sqlite3'}"), wall=lambda: NOON)
    clock.start()

    assert NOON <= clock.now() < NOON + 60_000


def test_time_passes_as_it_does(tmp_path):
    server = Server()
    clock = server.clock()
    server.steady += 1_234.6

    assert clock.now() == NOON + 1_234


@pytest.mark.parametrize("wrong", [-3_600_000, -40, 0, 40, 3_600_000])
def test_a_computer_whose_clock_is_wrong_tells_the_servers_time(wrong):
    server = Server()
    clock = server.clock(wrong=wrong)

    assert clock.look()

    assert clock.now() == pytest.approx(server.right, abs=1)


def test_the_networks_delay_is_halved_and_one_slow_answer_is_outvoted():
    server = Server()
    server.delays = [(5.0, 5.0), (5.0, 5.0), (900.0, 1.0)]
    clock = server.clock(wrong=500)

    clock.look()

    assert server.looks == LOOKS
    assert clock.now() == pytest.approx(server.right, abs=1)


@pytest.mark.parametrize("drift", [-1_500, 1_500])
def test_a_small_error_is_worked_off_while_time_goes_on(drift):
    server = Server()
    clock = server.clock()
    clock.look()
    server.ahead = drift
    clock.look()

    told = []
    for _ in range(700):
        server.steady += 50
        told.append(clock.now())

    steps = [later - earlier for earlier, later in pairwise(told)]
    assert all(46 <= step <= 54 for step in steps), "it neither stands still nor jumps"
    assert told[-1] == pytest.approx(server.right, abs=1)


@pytest.mark.parametrize("drift", [-60_000, 60_000])
def test_a_large_error_is_put_right_at_once(drift):
    server = Server()
    clock = server.clock()
    clock.look()
    server.ahead = drift

    clock.look()

    assert clock.now() == pytest.approx(server.right, abs=1)


def test_a_server_that_is_away_leaves_the_time_as_it_is():
    server = Server()
    clock = server.clock(wrong=40)
    clock.look()
    server.away = True
    server.steady += 5_000

    assert not clock.look()
    assert clock.now() == pytest.approx(server.right, abs=1)


def test_two_computers_agree():
    server = Server()
    clocks = [server.clock(wrong=wrong) for wrong in (-700_000, 800)]
    for each in clocks:
        each.look()
    server.steady += 10_000

    first, second = (each.now() for each in clocks)
    assert abs(first - second) <= 1


def test_the_steady_clock_never_runs_back():
    seen = [steady_ms() for _ in range(1_000)]

    assert seen == sorted(seen)


def test_a_computer_that_can_not_tell_how_long_it_slept_has_a_steady_clock_too(monkeypatch):
    monkeypatch.delattr(clock_module.time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.delattr(clock_module.time, "CLOCK_MONOTONIC", raising=False)

    assert steady_ms() <= steady_ms()


@contextmanager
def counted(monkeypatch, *, times):
    """The pauses between looks; after so many the thread ends."""
    pauses = []

    class EnoughError(Exception):
        pass

    def pause(seconds):
        if len(pauses) == times:
            raise EnoughError
        pauses.append(seconds)

    monkeypatch.setattr(clock_module.time, "sleep", pause)
    with pytest.raises(EnoughError):
        yield pauses


def test_a_server_that_was_away_at_the_start_is_asked_each_second_then_every_half_minute(monkeypatch):
    server = Server()
    server.away = True
    clock = server.clock(wrong=99_000)
    assert not clock.look()

    with counted(monkeypatch, times=2) as pauses:
        server.away = False
        clock._run()

    assert pauses == [clock_module.RETRY_SECONDS, clock_module.LOOK_SECONDS]
    assert clock.now() == pytest.approx(server.right, abs=1)


def test_a_look_that_fails_altogether_is_not_the_last(monkeypatch):
    server = Server()
    clock = server.clock()
    monkeypatch.setattr(clock, "look", lambda: 1 / 0)

    with counted(monkeypatch, times=3) as pauses:
        clock._run()

    assert len(pauses) == 3


def test_a_started_clock_of_a_server_has_looked_already(monkeypatch):
    server = Server()
    clock = server.clock(wrong=-5_000)
    monkeypatch.setattr(clock, "_run", lambda: None)

    clock.start()

    assert clock.now() == pytest.approx(server.right, abs=1)
