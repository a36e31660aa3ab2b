"""`test`: sets up what the tests need and runs all of them, or those that are named."""

import click

from challenge.cli import testing


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[PYTEST ARGUMENTS]")
def test(arguments: tuple[str, ...]) -> int:
    """Set up what the tests need and run all of them; with arguments, run pytest alone with these."""
    return testing.run_some(arguments) if arguments else testing.run_all()
