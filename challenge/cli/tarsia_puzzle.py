"""The puzzle that a `tarsia` command is given, or why it can't be read."""

from pathlib import Path

import click

from challenge.catalogue.tarsia_files import read_tarsia
from challenge.catalogue.tarsias import Tarsia


def puzzle_in(path: Path) -> Tarsia:
    """The puzzle in a file; what keeps it from being read ends the command."""
    found = read_tarsia(path)
    if not isinstance(found, Tarsia):
        raise click.ClickException("\n".join(["Mend this first:", *(f"  {problem}" for problem in found)]))
    return found
