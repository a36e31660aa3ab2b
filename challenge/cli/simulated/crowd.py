"""All simulated teams of one run: they come in a few a second, each plays by itself, and the run ends with the last."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from challenge.cli.simulated.entrance import ShutOutError, come_in
from challenge.cli.simulated.host import SimulatedHost
from challenge.cli.simulated.team import Game, SimulatedTeam
from challenge.cli.simulated.temper import dice
from challenge.rules.names import suggestions

ARRIVALS_A_SECOND = 8
AT_THE_DOOR = 6
SPARE_NAMES = 3
LOOK_SECONDS = 0.3

FIRST_NAMES = (
    "Aisha", "Amir", "Bartek", "Bea", "Chidi", "Chloe", "Dan", "Devi", "Ebony", "Emeka", "Fatima", "Finn", "Grace",
    "Hamza", "Imogen", "Ines", "Jaden", "Jess", "Kacper", "Keira", "Leo", "Lena", "Maryam", "Mo", "Nadia", "Noah",
    "Olu", "Priya", "Rhys", "Rosa", "Sam", "Sofia", "Tariq", "Tom", "Uma", "Wei", "Yusuf", "Zoe",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Invitation:
    """How many teams go to which sitting."""

    code: str
    teams: int


class Crowd:
    """The teams of one run, each in a thread of its own (a light one: the command runs patched)."""

    def __init__(self, game: Game, invitation: Invitation) -> None:
        self._game, self._invitation = game, invitation
        self._door = threading.BoundedSemaphore(AT_THE_DOOR)
        self._arrived = 0
        self._threads: list[threading.Thread] = []

    def everybody_in(self) -> bool:
        """Whether every team has come in, or been told that it can't."""
        return self._arrived == self._invitation.teams

    def play(self, host: SimulatedHost | None, watch: Callable[[], None]) -> None:
        """Let everybody come in and play; returns when the last has finished. `watch` is called every now and then."""
        for number, names in enumerate(self._names()):
            self._start(partial(self._one, number, names), f"team {number}")
        if host is not None:
            self._start(partial(host.lead, self.everybody_in), "host")
        while any(thread.is_alive() for thread in self._threads):
            watch()
            # Not a join: the one who presses Ctrl-C must find this thread awake.
            threading.Event().wait(LOOK_SECONDS)

    def _start(self, work: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=self._guarded, args=(work, name), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _guarded(self, work: Callable[[], None], name: str) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - one team that fell over must be counted, not stop the others
            self._game.figures.error(f"{name}: {type(error).__name__}: {error}")

    def _names(self) -> list[list[str]]:
        """For each team, the names that it would like, best first; no two teams want the same."""
        teams = self._invitation.teams
        offered = suggestions((), seed=self._game.seed, count=teams * SPARE_NAMES)
        return [list(islice(offered, team, None, teams)) for team in range(teams)]

    def _one(self, number: int, names: list[str]) -> None:
        secret = self._come_in(number, names)
        if secret is not None:
            SimulatedTeam(self._game, number, secret).play()

    def _come_in(self, number: int, names: list[str]) -> str | None:
        game, chance = self._game, dice(self._game.seed, "arrival", number)
        game.ending.wait((number + chance.random()) / ARRIVALS_A_SECOND)
        first, second = chance.sample(FIRST_NAMES, 2)
        try:
            with self._door:
                secret = come_in(
                    game.server, self._invitation.code, names, first_names=(first, second), wait=game.ending.wait
                )
        except ShutOutError as shut_out:
            game.figures.leave_outside(str(shut_out))
            return None
        finally:
            self._arrived += 1
        game.figures.count("joined")
        return secret
