"""`bots`: simulated teams join a sitting and play its round, over the same pages and sockets as phones."""

import json
import signal
from collections.abc import Callable, Iterator
from typing import Any

import click
from rich.console import Console

from challenge.catalogue.reading import read_all
from challenge.cli.simulated.crowd import Crowd, Invitation
from challenge.cli.simulated.ending import Ending
from challenge.cli.simulated.entrance import look_in
from challenge.cli.simulated.figures import Figures, as_json, as_table
from challenge.cli.simulated.host import SimulatedHost
from challenge.cli.simulated.knowledge import Knowledge
from challenge.cli.simulated.team import Game
from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble
from challenge.config import environment, settings_from
from challenge.rules.codes import kind_of, tidy_code


@click.command()
@click.option("--sitting", required=True, help="The round's code: six letters and numbers.")
@click.option("--teams", default=30, show_default=True, type=click.IntRange(1, 1_000), help="How many teams.")
@click.option("--seed", default=1, show_default=True, help="The same seed plays the same.")
@click.option("--server", default="http://127.0.0.1:8000", show_default=True, help="Where the program serves.")
@click.option("--pace", default=1.0, show_default=True, type=click.FloatRange(0.01, 10), help="0.5: twice as fast.")
@click.option("--minutes", default=90.0, show_default=True, type=click.FloatRange(0.05), help="Stop after this long.")
@click.option("--play", is_flag=True, help="Press the host's Next too, for a demo without a hand. Needs --host-link.")
@click.option("--host-link", default="", help="The host's one-time sign-in link, which the start prints.")
@click.option("--json", "as_data", is_flag=True, help="Print the figures as JSON and nothing else.")
def bots(
    sitting: str,
    *,
    teams: int,
    seed: int,
    server: str,
    pace: float,
    minutes: float,
    play: bool,
    host_link: str,
    as_data: bool,
) -> int:
    """Simulated teams join a sitting and play. They wait in the lobby until the host presses Next."""
    say = Console(stderr=True, highlight=False, soft_wrap=True) if as_data else console
    code, address = _code(sitting), server.rstrip("/")
    if play and not host_link:
        raise Trouble("--play presses the host's buttons, so it needs --host-link: the link beside “Host a round”.")
    look_in(address, code)
    game = Game(address, seed, pace, _knowledge(say), Figures(teams), Ending(minutes))
    host = SimulatedHost(game, host_link, code) if play else None
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: game.ending.ask())
    Crowd(game, Invitation(code, teams)).play(host, _reporter(game.figures, say))
    _print(game.figures, say, as_json(game.figures) if as_data else None)
    return 1 if game.figures.errors or not game.figures.joined else 0


def _code(sitting: str) -> str:
    code = tidy_code(sitting)
    if kind_of(code) != "round":
        raise Trouble(f"{sitting} is not a round's code. The host's console shows it: six letters and numbers.")
    return code


def _knowledge(say: Console) -> Knowledge:
    """The keys of the quizzes on this machine, so that some answers are right."""
    folder = settings_from(environment(), secret_key="").puzzles
    quizzes = read_all(folder).quizzes if folder.is_dir() else ()
    if not quizzes:
        say.print(f"There are no quizzes in {folder}, so the teams will guess.", style="yellow", markup=False)
    return Knowledge(question for quiz in quizzes for question in quiz.questions)


def _reporter(figures: Figures, say: Console) -> Callable[[], None]:
    """Says what changed since it was last called."""
    said: set[str] = set()

    def report() -> None:
        for line in _news(figures):
            if line not in said:
                said.add(line)
                say.print(line, markup=False)

    return report


def _news(figures: Figures) -> Iterator[str]:
    outside = figures.outside.total()
    if figures.joined and figures.joined + outside == figures.teams:
        yield f"{figures.joined} teams are in."
        if not figures.question:
            yield "They wait for the host to press Next. Stop with Ctrl-C."
    for message in figures.outside:
        yield f"Some teams stay outside: {message}"
    if figures.question:
        yield f"Question {figures.question}"


def _print(figures: Figures, say: Console, data: dict[str, Any] | None) -> None:
    if data is not None:
        print(json.dumps(data, indent=1))
        return
    say.print()
    say.print(as_table(figures))
    for error in figures.errors:
        say.print(f"  {error}", style="red", markup=False)
