"""Puts a run together: a database, a server, phones, a host and a screen; then the same phones on a bare server."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from challenge.cli.load import bare, hall, ledger, machine, servers
from challenge.cli.load.console import Host, Watcher
from challenge.cli.load.crowd import Manner
from challenge.cli.load.databases import throw_away
from challenge.cli.load.door import Door
from challenge.cli.load.figures import Figures
from challenge.cli.load.hall import Hall
from challenge.cli.load.phones import Phones
from challenge.cli.load.recording import RecordingPhone, Script
from challenge.cli.load.run import Playing, play
from challenge.cli.load.servers import Server
from challenge.cli.simulated.entrance import sign_in
from challenge.config import CONNECTIONS, environment, settings_from

Say = Callable[[str], None]
NOT_OURS = ("DATABASE_URL", "REDIS_URL", "CHALLENGE_PUBLIC_URL", "CHALLENGE_HTTPS", "CHALLENGE_PROXIES")
"""What a real installation may have set, and a run on this machine must not inherit."""

GRACE_MS = 800
"""The bare server's pause between closing and locking: what our settings have."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for. database, redis: addresses, or None; ready_frames as in the settings."""

    phones: int
    questions: int
    sittings: int = 1
    workers: int = 1
    manner: Manner = Manner()  # noqa: RUF009 - it is frozen
    database: str | None = None
    redis: str | None = None
    ready_frames: bool = True


@dataclass(frozen=True, slots=True)
class Cores:
    """Who runs where."""

    server: list[int]
    phones: list[int]

    @property
    def in_words(self) -> str:
        """For the report."""
        if self.server == self.phones:
            return f"server and phones share {len(self.server)} core{'s' if len(self.server) > 1 else ''}"
        return f"server on core {self.server[0]}, phones on core {self.phones[0]}"


def cores_for(workers: int, *, available: list[int]) -> Cores:
    """One process gets a core of its own; several get all there are, and the phones share them."""
    if workers == 1 and len(available) > 1:
        return Cores(available[:1], available[-1:])
    return Cores(available, available)


def ours(plan: Plan, folder: Path, *, say: Say) -> tuple[Figures, Script]:
    """Measure this program. Returns what it came to, and what one phone heard. Raises Trouble."""
    with throw_away(plan.database, folder) as url:
        environ = _environ(plan, folder, url)
        settings = settings_from(environ, secret_key="")
        made = hall.prepare(settings, phones=plan.phones, sittings_wanted=plan.sittings, questions=plan.questions)
        say(f"{plan.phones} teams are listed in {plan.sittings} sitting{'s' if plan.sittings > 1 else ''}.")
        with Phones([servers.NOWHERE], [""] * plan.phones, manner=plan.manner) as phones:
            figures, script = _served(plan, folder, environ=environ, made=made, phones=phones, say=say)
            # The server has stopped: what is looked up now is what the disk holds.
            entries = [entry for _, entry in made.places()]
            figures.ledger = ledger.compare(phones.sent(), ledger.rows_of(url), entries=entries)
    return figures, script


def node(plan: Plan, script: Script, folder: Path, *, say: Say) -> Figures:
    """Measure the bare server with the same phones and the same messages."""
    with (
        bare.running(script, folder, grace_ms=GRACE_MS) as server,
        Phones([server.address], [str(number) for number in range(plan.phones)], manner=plan.manner) as phones,
        _pinned(cores_for(1, available=machine.cores())),
    ):
        host = Host(phones.wire, cookie="", sitting=1)
        host.meet(*phones.crowd.address(0))
        playing = Playing(server, phones, hosts=[host], screens=[], questions=plan.questions)
        return play(playing, come_in=lambda seconds: phones.connect(seconds=seconds), say=say)


def _served(
    plan: Plan, folder: Path, *, environ: Mapping[str, str], made: Hall, phones: Phones, say: Say
) -> tuple[Figures, Script]:
    port, cores = servers.free_port(), cores_for(plan.workers, available=machine.cores())
    command = servers.ours(port, workers=plan.workers)
    log = folder / "server.log"
    with (
        servers.running(
            command, port=port, environ=environ, log=log, cores=cores.server, workers=plan.workers
        ) as server,
        _pinned(cores),
    ):
        phones.crowd.go_to([server.address])
        phones.all[0] = recorder = RecordingPhone(phones.crowd, 0)
        door = Door(phones, [code for code, _ in made.places()])
        playing = _seated(plan, server, made=made, phones=phones)
        figures = play(playing, come_in=lambda seconds: door.let_in(seconds=seconds), say=say)
        figures.problems += [f"{count} phones stayed outside: {why}." for why, count in door.problems.items()]
        return figures, recorder.script


def _seated(plan: Plan, server: Server, *, made: Hall, phones: Phones) -> Playing:
    """The hosts and the big screens, on their way to their places."""
    with sign_in(server.address, f"{server.address}/host/sign-in/{made.token}") as browser:
        cookie = "; ".join(f"{each.name}={each.value}" for each in browser.cookies)
    hosts = [Host(phones.wire, cookie=cookie, sitting=room.sitting) for room in made.rooms]
    screens = [Watcher(phones.wire, "/screen", auth={"key": room.screen_key}) for room in made.rooms]
    for watcher in (*hosts, *screens):
        watcher.meet(*phones.crowd.address(0))
    return Playing(server, phones, hosts=hosts, screens=screens, questions=plan.questions)


def _environ(plan: Plan, folder: Path, url: str) -> dict[str, str]:
    inherited = {name: value for name, value in environment().items() if name not in NOT_OURS}
    wanted = {
        "CHALLENGE_INSTANCE": str(folder),
        "CHALLENGE_FRAMES": "1" if plan.ready_frames else "0",
        "CHALLENGE_CONNECTIONS": str(max(CONNECTIONS, plan.phones * 2)),
        "DATABASE_URL": url,
    }
    return {**inherited, **wanted, **({"REDIS_URL": plan.redis} if plan.redis else {})}


@contextmanager
def _pinned(cores: Cores) -> Iterator[None]:
    """Keep the phones to their core, and their collector of garbage quiet, until the run is over."""
    before = machine.cores()
    machine.pin(0, cores.phones)
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        machine.pin(0, before)
