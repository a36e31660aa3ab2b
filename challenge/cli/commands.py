"""The list of commands. Each is imported only when it is called, so that none waits for another's libraries."""

from collections.abc import Sequence
from importlib import import_module

import click

from challenge.cli.terminal import console
from challenge.cli.trouble import Trouble

COMMANDS = {
    "start": "Set up what is missing, make something to play, and serve (a bare `run.py` does this).",
    "serve": "Serve, and nothing else.",
    "link": "Print a new sign-in link for the host, while the program runs or not.",
    "test": "Set up what the tests need and run all of them, or those that you name.",
    "bots": "Simulated teams join a sitting and play.",
    "bench": "Measure a real server under thousands of light phones.",
    "puzzles": "Look after the files in puzzles/.",
    "tarsia": "Score, check, make and print Tarsia puzzles.",
    "mark": "Show how an answer would be marked, or how long marking takes.",
    "frontend": "Make the files in static/vendor/.",
}


class Commands(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the list above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"challenge.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list for `--help`, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def program() -> None:
    """Run live rounds of the FE Maths Challenge: in a class, a college, a final."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; what is in its way is said in words. Returns the process's exit code."""
    try:
        code = program.main(args=list(arguments), prog_name="python3 run.py", standalone_mode=False)
    except Trouble as trouble:
        console.print(f"\n{trouble}", style="bold", markup=False)
        return 1
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0
