"""A round with everybody in it: servers on one database, a network that can fail, a host, a screen and teams."""

import contextlib
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests import builders
from tests.faults.history import History, Promises, promises_to
from tests.faults.players import Insistent, Player, Postman, host_of
from tests.faults.proxy import Proxy
from tests.live import preparing
from tests.live.clients import Connection, Screen
from tests.live.preparing import Prepared
from tests.live.serving import Server

BIRDS = ("Gulls", "Owls", "Larks", "Rooks", "Wrens", "Finches")
TEAMS = [f"{first} {birds}" for first in ("Prime", "Ratio", "Pi", "Root", "Sum") for birds in BIRDS]
ANSWERS = ("C", "A", "C", "B", "D", "C")
SECOND_ANSWERS = ("3/4", "0.75", "4/3")
CONVERGED_SECONDS = 4.0

Door = Server | Proxy
"""Whatever has an address to come in by."""


class Hall:
    """The servers of one database, and all that came to them; everything ends with the test."""

    def __init__(self, folder: Path, database_url: str, **changes: object) -> None:
        self.folder = folder
        self.database = builders.empty_database(database_url)
        with self.database.transaction() as db:
            builders.season(db)
        self.servers: list[Server] = []
        self._changes = {"database_url": database_url, **changes}
        self._mode = str(self._changes.pop("mode", "eventlet"))
        self._proxies: list[Proxy] = []
        self._games: list[Game] = []

    def server(self, **place: Any) -> Server:
        """One more server process, running."""
        name = f"server-{len(self.servers)}"
        server = Server(self.folder, self._mode, name=name, **{**self._changes, "process": name, **place})
        self.servers.append(server)
        return server.start()

    def door(self, *servers: Server, seed: int = 1) -> Proxy:
        """One address for these servers, or for all, as nginx has it: who comes in is led to one that runs."""

        def running() -> list[tuple[str, int]]:
            return [reached_by(server.address) for server in servers or self.servers if server.runs]

        proxy = Proxy(running, seed=seed).start()
        self._proxies.append(proxy)
        return proxy

    def game(self, doors: Sequence[Door], *, teams: int = 12, **changes: Any) -> "Game":
        """A round in its lobby with everybody in, teams spread over the doors; the host and the screen by the first."""
        game = Game(self, preparing.sitting(self.database, **changes), doors)
        self._games.append(game)
        game.open_doors()
        game.let_in(TEAMS[:teams])
        return game

    def close(self) -> None:
        """Everybody goes home; nothing is left running."""
        for game in self._games:
            game.no_more_tries()
        for proxy in self._proxies:
            proxy.stop()
        for server in self.servers:
            with contextlib.suppress(ProcessLookupError):
                server.thaw()
            server.kill()
        for game in self._games:
            game.go_home()
        self.database.engine.dispose()

    def stumbled(self) -> str:
        """What servers wrote about errors of their own; none is expected in any fault."""
        return "\n".join(text for server in self.servers if "Traceback" in (text := server.said()))


class Game:
    """One sitting with its host, screen and teams."""

    def __init__(self, hall: Hall, room: Prepared, doors: Sequence[Door]) -> None:
        self.hall, self.room = hall, room
        self.history = History(room)
        self.doors = doors
        self.players: list[Player] = []
        self.crowds: list[Callable[[], Promises]] = []
        self.host: Insistent = host_of(doors[0], room, preparing.sign_in_link(room.database))  # type: ignore[arg-type]
        self.screen = Screen(doors[0], room.screen_key)  # type: ignore[arg-type]
        self._postman = Postman(self.players)

    def open_doors(self) -> None:
        """The host and the screen come in."""
        for each in (self.host, self.screen):
            each.connect()
        self._postman.start()

    def let_in(self, teams: Sequence[str]) -> None:
        """These teams come in, spread over the doors."""
        secrets = preparing.team_secrets(self.room, *teams)
        coming = [
            Player(self.doors[number % len(self.doors)], secret, team=team)  # type: ignore[arg-type]
            for number, (team, secret) in enumerate(zip(teams, secrets, strict=True))
        ]
        self.players += coming
        with ThreadPoolExecutor(8) as hands:
            list(hands.map(lambda each: each.connect(), coming))

    def has_a_host_at(self, door: Door) -> None:
        """The host goes, and opens the console elsewhere."""
        self.host.close()
        self.host = host_of(door, self.room, preparing.sign_in_link(self.room.database))  # type: ignore[arg-type]
        self.host.connect()

    @property
    def everybody(self) -> list[Connection]:
        return [self.host, self.screen, *self.players]

    def behind(self, door: Door) -> list[Player]:
        """The players who came in by this door."""
        return [player for player in self.players if player.server is door]

    def opens(self) -> int:
        """Ask the next question and open it; returns its id."""
        self.host.insists("next", "read")
        question: int = self.host.insists("next", "open")["round"]["question"]["id"]
        self.history.notes_opening(question)
        return question

    def all_answer(self, question: int, players: Sequence[Player] | None = None) -> None:
        """Everybody gives an answer, at once."""
        answers = ANSWERS if question == self.room.questions[0] else SECOND_ANSWERS
        for number, player in enumerate(self.players if players is None else players):
            player.gives(question, answers[number % len(answers)])

    def all_are_acknowledged(self, *, seconds: float = 15.0, players: Sequence[Player] | None = None) -> None:
        """Wait until nobody holds an answer that the server has not settled."""
        these = self.players if players is None else players
        eventually(lambda: not any(player.holds for player in these), "all acknowledged", seconds=seconds)

    def locks(self, question: int) -> None:
        """Close the question, wait for the lock, and note what is in."""
        self.host.insists("close", "locked")
        self.history.notes_lock(question)

    def locks_by_itself(self, question: int) -> None:
        """Wait until the clock has locked the question, and note what is in."""
        eventually(lambda: preparing.round_row(self.room).state == "locked", "the clock locks it", seconds=15)
        self.history.notes_lock(question)

    def plays_on(self) -> None:
        """From wherever the round stands to its end, and check the whole history."""
        while (told := self.host.told_now()["round"])["state"] != "done":
            if told["paused"]:
                self.host.insists("resume")
            elif told["state"] == "open":
                question = told["question"]["id"]
                self.history.notes_opening(question)
                self.all_answer(question)
                self.all_are_acknowledged()
                self.locks(question)
            elif told["state"] == "closing":
                self.locks_by_itself(told["question"]["id"])
            elif told["state"] == "read":
                self.host.insists("next", "open")
            else:
                self.host.insists("reveal" if told["state"] == "locked" else "next")
        self.check()

    def goes_on_to_the_end(self, question: int) -> None:
        """Lock the open question, play the other one, end the round, and check the whole history."""
        self.locks(question)
        self.host.insists("reveal", "revealed")
        second = self.opens()
        self.all_answer(second)
        self.all_are_acknowledged()
        self.locks(second)
        self.host.insists("reveal", "revealed")
        self.host.insists("next", "done")
        self.check()

    def check(self) -> None:
        """The check after each fault: nothing lost, nothing twice, nothing late; everybody sees the same."""
        self.converges()
        self.history.check(self._promises())
        told = self.host.told_now()
        if told["round"]["state"] == "done":
            phones = [player.told_now() for player in self.players]
            self.history.check_standings(told, self.screen.told_now(), phones)
        assert self.hall.stumbled() == ""

    def converges(self, *, seconds: float = CONVERGED_SECONDS) -> None:
        """All come to the same picture of the round, by what they are told without asking."""

        def beliefs() -> set[object]:
            return {self.host.believes(), *(player.believes() for player in self.players), self._truth()}

        eventually(lambda: len(beliefs()) == 1, lambda: f"one belief; there are {beliefs()}", seconds=seconds)

    def all_are_back(self, *, seconds: float, lost: int = 1) -> None:
        """Wait until everybody is connected, and whoever was cut off since the mark (`lost` or more) was told all."""

        def away() -> list[Connection]:
            return [each for each in self.everybody if not is_back(each)]

        def cut_off() -> int:
            return sum(bool(each.got("disconnect")) for each in self.everybody)

        eventually(lambda: cut_off() >= lost, lambda: f"only {cut_off()} were cut off", seconds=seconds)
        eventually(lambda: not away(), lambda: f"{len(away())} are not back", seconds=seconds)

    def mark(self) -> None:
        for each in self.everybody:
            each.mark()

    def no_more_tries(self) -> None:
        """Whoever is cut off from now on stays away."""
        self._postman.stop()
        for each in self.everybody:
            each.wire.reconnection = False

    def go_home(self) -> None:
        with ThreadPoolExecutor(8) as hands:
            list(hands.map(lambda each: each.close(), self.everybody))

    def _promises(self) -> Promises:
        promises = promises_to(self.players)
        for crowd in self.crowds:
            promises.note(crowd())
        return promises

    def _truth(self) -> object:
        row = preparing.round_row(self.room)
        with self.room.database.reading() as db:
            version = db.get_one(builders.Sitting, self.room.id).version
        runs = row.state in ("read", "open", "closing")
        closes_at = row.closes_at if runs else None
        return version, row.state, row.paused_at is not None, row.question + 1, closes_at


def is_back(connection: Connection) -> bool:
    """Whether it is connected, and was told everything since it was last cut off."""
    names = [frame.event for frame in connection.frames[connection._from :]]
    after = names[len(names) - names[::-1].index("disconnect") :] if "disconnect" in names else ["state"]
    return connection.namespace in connection.wire.namespaces and "state" in after


def eventually(holds: Callable[[], bool], what: str | Callable[[], str], *, seconds: float) -> None:
    """Wait until `holds`, and fail after `seconds`."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"not within {seconds} s: {what if isinstance(what, str) else what()}"
        time.sleep(0.03)


def reached_by(address: str) -> tuple[str, int]:
    """The host and port of `http://host:port`."""
    host, port = address.removeprefix("http://").rsplit(":", 1)
    return host, int(port)
