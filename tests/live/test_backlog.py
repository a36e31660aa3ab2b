"""The queue of news: it never makes anybody wait, and it never forgets in silence."""

import threading
import time

from challenge.live.backlog import Backlog

LONG = 5.0


def test_what_was_put_is_taken_in_order():
    backlog = Backlog(10)
    for n in range(5):
        backlog.put(n)

    assert backlog.take(3) == [0, 1, 2]
    assert backlog.take(3) == [3, 4]
    assert backlog.take(3) == []
    assert not backlog.lost()


def test_a_full_queue_loses_the_oldest_and_says_so_once():
    backlog = Backlog(3)
    for n in range(5):
        backlog.put(n)

    assert backlog.take(10) == [2, 3, 4]
    assert backlog.lost()
    assert not backlog.lost()


def test_what_is_lost_on_the_way_is_known_too():
    backlog = Backlog(3)

    backlog.lose()

    assert backlog.lost()


def test_who_waits_is_woken_by_the_first_thing_put():
    backlog = Backlog(3)
    threading.Timer(0.05, backlog.put, ["news"]).start()
    began = time.monotonic()

    backlog.wait(LONG)

    assert backlog.take(1) == ["news"]
    assert time.monotonic() - began < LONG


def test_what_is_left_needs_no_waiting():
    backlog = Backlog(3)
    backlog.put(1)
    backlog.put(2)
    backlog.take(1)
    began = time.monotonic()

    backlog.wait(LONG)

    assert time.monotonic() - began < LONG / 2
    assert backlog.take(1) == [2]


def test_nobody_is_woken_for_nothing():
    backlog = Backlog(3)
    backlog.put(1)
    backlog.take(1)
    began = time.monotonic()

    backlog.wait(0.05)

    assert time.monotonic() - began >= 0.04


def test_nothing_is_lost_or_told_twice_between_threads():
    backlog, told = Backlog(1_000_000), []
    putting = [threading.Thread(target=lambda: [backlog.put(n) for n in range(5_000)]) for _ in range(4)]
    for thread in putting:
        thread.start()

    while len(told) < 20_000:
        backlog.wait(LONG)
        taken = backlog.take(700)
        assert taken, "woken for nothing, or never woken"
        told += taken

    assert sorted(told) == sorted(4 * list(range(5_000)))
    assert not backlog.lost()
