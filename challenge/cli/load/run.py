"""One run: everybody comes in, the host plays some questions, and all of it is measured. The same for every server."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from challenge.cli.load.console import DONE, Host, Watcher
from challenge.cli.load.figures import SECOND, Burst, Figures, rate
from challenge.cli.load.machine import Cost
from challenge.cli.load.phones import Phones
from challenge.cli.load.servers import Server
from challenge.cli.trouble import Trouble

KIB = 1_024
MICROSECONDS = 1_000_000
PHASE_SECONDS, PHASE_SECONDS_A_PHONE = 20.0, 0.004
JOINING_SECONDS_A_PHONE = 0.05
SETTLE_SECONDS = 2.0
MOST_PRESSES = 20
MEASURED = ("joining", "connecting", "question", "opening", "acknowledgement", "reveal", "returning")


@dataclass(frozen=True, slots=True)
class Playing:
    """Who takes part: the phones, a host for each sitting, big screens; and how many questions they play."""

    server: Server
    phones: Phones
    hosts: Sequence[Host]
    screens: Sequence[Watcher]
    questions: int


def play(playing: Playing, *, come_in: Callable[[float], bool], say: Callable[[str], None]) -> Figures:
    """Play and measure. come_in: lets the phones in within so many seconds; whether all are in.

    A phase that does not end in time is named among the problems, and the run ends with what it has.
    """
    figures = Figures(len(playing.phones.all), playing.questions)
    try:
        _join(playing, figures, come_in)
        say(f"{figures.joined} phones are in after {figures.joining_seconds:.1f} s.")
        _play(playing, figures, say)
    except PhaseError as error:
        figures.problems.append(str(error))
    _sum_up(playing, figures)
    return figures


class PhaseError(Exception):
    """A phase did not end in time."""


def _join(playing: Playing, figures: Figures, come_in: Callable[[float], bool]) -> None:
    _watch(playing)
    before, began = playing.server.cost(), time.monotonic()
    everybody = come_in(PHASE_SECONDS + JOINING_SECONDS_A_PHONE * figures.phones)
    figures.joined, figures.joining_seconds = playing.phones.crowd.present, time.monotonic() - began
    if not everybody:
        reasons = {phone.reason for phone in playing.phones.all if phone.reason}
        why = f" They were told: {'; '.join(sorted(reasons))}" if reasons else ""
        raise PhaseError(f"Only {figures.joined} of {figures.phones} phones came in.{why}")
    playing.phones.rest(SETTLE_SECONDS)
    after = playing.server.cost()
    figures.memory_kib = (after.memory - before.memory) / KIB / figures.phones
    figures.cpu_joining_us = _cpu_us(before, after) / figures.phones


def _watch(playing: Playing) -> None:
    """The hosts and the screens take their places first, as in a hall."""
    watchers = [*playing.hosts, *playing.screens]
    if not playing.phones.until(lambda: all(each.pictures for each in watchers), seconds=PHASE_SECONDS):
        trouble = next((each.trouble for each in watchers if each.trouble), "the server sends nothing.")
        raise Trouble(f"The host or the big screen could not connect: {trouble}")


def _play(playing: Playing, figures: Figures, say: Callable[[str], None]) -> None:
    before, began, own = playing.server.cost(), time.monotonic(), time.process_time()
    playing.phones.wire.longest_turn = 0.0
    bursts: list[Burst] = []
    try:
        for number in range(1, playing.questions + 1):
            bursts.append(_question(playing, figures, number=number))
            say(f"Question {number}: {len(bursts[-1][1])} answers acknowledged.")
    finally:
        figures.generator_share = (time.process_time() - own) / (time.monotonic() - began)
        figures.generator_stall_ms = playing.phones.wire.longest_turn * 1_000
        figures.cpu_us = _cpu_us(before, playing.server.cost()) / figures.phones / playing.questions
        figures.rate = rate(bursts)


def _question(playing: Playing, figures: Figures, *, number: int) -> Burst:
    """Read, open, answer, close, reveal; each step when everybody has heard of the last."""
    _press(playing, "next", number=number, state="read")
    opened_at, own = time.time_ns(), time.process_time()
    _press(playing, "next", number=number, state="open")
    _answer(playing, number)
    share = (time.process_time() - own) / (time.time_ns() - opened_at) * SECOND
    figures.generator_answering = max(figures.generator_answering, share)
    _press(playing, "close", number=number, state="locked")
    _press(playing, "next", number=number, state="revealed")
    answers = [each for each in playing.phones.acknowledged() if each.sent_at >= opened_at]
    return min((each.sent_at for each in answers), default=0), [each.kept_at for each in answers]


def _answer(playing: Playing, number: int) -> None:
    crowd, manner = playing.phones.crowd, playing.phones.crowd.manner
    seconds = _patience(playing, manner.burst) + manner.window
    if not playing.phones.until(lambda: crowd.waiting == 0, seconds=seconds):
        raise PhaseError(f"Question {number}: {crowd.waiting} answers were not acknowledged within {seconds:.0f} s.")


def _press(playing: Playing, name: str, *, number: int, state: str) -> None:
    """Every host presses; returns when every phone has heard what came of it."""
    phones, hosts = playing.phones, playing.hosts
    phones.crowd.since_now()
    for host in hosts:
        host.press(name)
    if not phones.until(lambda: all(host.outcome == DONE for host in hosts), seconds=_patience(playing)):
        said = hosts[0].trouble or hosts[0].outcome.decode() or "nothing came back"
        raise PhaseError(f"Question {number}: the host's “{name}” was not obeyed: {said}.")
    heard = phones.crowd.heard
    if not phones.until(lambda: heard[number, state] >= len(phones.all), seconds=_patience(playing)):
        told = f"{heard[number, state]} of {len(phones.all)} phones"
        raise PhaseError(f"Question {number}: only {told} heard that it is {state}.")


def _patience(playing: Playing, times: int = 1) -> float:
    """How long a phase may last: long enough for a slow server, short enough for whoever waits."""
    return PHASE_SECONDS + PHASE_SECONDS_A_PHONE * len(playing.phones.all) * max(1, times)


def _sum_up(playing: Playing, figures: Figures) -> None:
    crowd = playing.phones.crowd
    figures.spreads = {name: crowd.samples.spread(name) for name in MEASURED}
    figures.refused = dict(crowd.refused)
    figures.reconnects = figures.spreads["returning"].count


def _cpu_us(before: Cost, after: Cost) -> float:
    return (after.cpu_seconds - before.cpu_seconds) * MICROSECONDS
