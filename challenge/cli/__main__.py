"""The entry point of every command. The first lines prepare the process; nothing else may be imported before them."""

import argparse
import sys

from challenge import aio
from challenge.config import environment, settings_from

GREEN = ("start", "serve", "bots")
"""The commands that hold many connections at once."""


def with_default(arguments: list[str]) -> list[str]:
    """A bare `run.py`, or one with options only, means `start`."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        return ["start", *arguments]
    return arguments


def holds_connections(arguments: list[str]) -> bool:
    """Whether this very process takes sockets. A `serve` with several workers only looks after those that do."""
    return arguments[0] in GREEN and workers_of(arguments) == 1


def workers_of(arguments: list[str]) -> int:
    """What --workers says, 1 if it says nothing that can be read: the command itself will complain."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--workers", nargs="?")
    try:
        return int(parser.parse_known_args(arguments)[0].workers or 1)
    except ValueError:
        return 1


def main() -> None:
    """Run the command that the arguments name."""
    arguments = with_default(sys.argv[1:])
    try:
        settings = settings_from(environment(), secret_key="")
    except ValueError as error:
        sys.exit(str(error))
    if holds_connections(arguments):
        aio.patch(settings.async_mode)
    from challenge.cli.commands import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
