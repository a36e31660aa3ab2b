"""`python3 run.py tarsia lint`, and what `puzzles check` says of puzzles/tarsia: findings, solutions, difficulty.

It prints and sets the exit code. It must not know what makes a puzzle sound.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.tarsia_files import linted, read_tarsia, read_tarsias, texts_of
from challenge.catalogue.tarsias import Tarsia
from challenge.rules.tarsia.difficulty import HARDEST, difficulty
from challenge.rules.tarsia.lint import Linted

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", type=A_FILE, nargs=-1, required=True)
@click.pass_context
def lint(context: click.Context, files: tuple[Path, ...]) -> None:
    """Say what is to mend in Tarsia FILES, how many solutions each puzzle has, and how hard it is."""
    are_sound = [_lint(path) for path in files]
    if not all(are_sound):
        context.exit(1)


def check_folder(folder: Path) -> tuple[tuple[Tarsia, ...], list[str]]:
    """The puzzles of a folder, each named as it is read, and everything that must be mended."""
    found = read_tarsias(folder)
    to_mend = [str(problem) for problem in found.problems]
    for tarsia in found.puzzles:
        result = linted(tarsia)
        click.echo(f"tarsia/{_line(tarsia, result)}")
        to_mend += [f"{tarsia.slug}.yaml, {finding}" for finding in result.errors]
        for finding in result.findings[len(result.errors) :]:
            click.echo(f"  {finding}")
    return found.puzzles, to_mend


def told(tarsia: Tarsia, result: Linted) -> Iterator[str]:
    """What a puzzle is, and each finding, line by line."""
    yield _line(tarsia, result)
    for finding in result.findings:
        yield f"  {finding}"


def _lint(path: Path) -> bool:
    """Whether a file is without errors."""
    found = read_tarsia(path)
    if not isinstance(found, Tarsia):
        for problem in found:
            click.echo(str(problem))
        return False
    result = linted(found)
    for line in told(found, result):
        click.echo(line)
    return not result.errors


def _line(tarsia: Tarsia, result: Linted) -> str:
    made = tarsia.puzzle.layout
    hard = f"difficulty {difficulty(made, *texts_of(tarsia))} of {HARDEST}"
    counted = f"solutions: {result.solutions}"
    return f"{tarsia.slug}: {made.name}, {made.matches} matches, {counted}, {hard}, {CATEGORIES[tarsia.category]}"
