"""`python3 run.py tarsia …`: scores an arrangement of a Tarsia puzzle, looks for faults in one, makes one, prints it.

It prints and sets the exit code. It must not know how puzzles are read, scored or printed.
"""

import json
from pathlib import Path

import click

from challenge.catalogue.arrangements import read_arrangement
from challenge.cli.tarsia_lint import A_FILE, lint
from challenge.cli.tarsia_new import new
from challenge.cli.tarsia_print import print_
from challenge.cli.tarsia_puzzle import puzzle_in
from challenge.rules.refusal import Refused
from challenge.rules.tarsia.scoring import score as score_of


@click.group()
def tarsia() -> None:
    """Score, print and look after the Tarsia puzzles in puzzles/tarsia/."""


tarsia.add_command(lint)
tarsia.add_command(new)
tarsia.add_command(print_)


@tarsia.command()
@click.argument("puzzle", type=A_FILE)
@click.argument("arrangement", type=A_FILE)
def score(puzzle: Path, arrangement: Path) -> None:
    """Print what an ARRANGEMENT (JSON) of the pieces of a PUZZLE (YAML) is worth. puzzles/SCHEMA.md has the format."""
    made = puzzle_in(puzzle)
    laid = read_arrangement(arrangement, made.puzzle)
    if isinstance(laid, Refused):
        raise click.ClickException(f"{arrangement.name}: {laid.message}")
    worth = score_of(made.puzzle, laid)
    click.echo(json.dumps({"matches": worth.matches, "of": worth.of, "complete": worth.complete}))
