"""`python3 run.py tarsia print`: a Tarsia puzzle on paper, a set of pieces for each team.

It reads the names of teams and writes one file. It must not know what is on a sheet.
"""

from pathlib import Path

import click

from challenge.catalogue.tarsia_files import linted
from challenge.catalogue.tarsias import Tarsia
from challenge.cli.tarsia_lint import A_FILE
from challenge.cli.tarsia_puzzle import puzzle_in
from challenge.cli.trouble import of_the_disk
from challenge.reports import tarsia_sheets
from challenge.reports.tarsia_sheets import MOST_CHARACTERS, MOST_SETS
from challenge.rules.refusal import Refused


@click.command("print")
@click.argument("puzzle", type=A_FILE)
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF to write."
)
@click.option("--large", is_flag=True, help="Large print: every label in 24 points or more.")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 999_999), help="Another one deals anew.")
@click.option("--sets", type=click.IntRange(1, MOST_SETS), help="How many sets; those without a team stay unnamed.")
@click.option("--teams", type=A_FILE, help="A text file with a team's name on each line: a set for each.")
@click.option("--sitting", "--title", "sitting", default="", help="Printed on every sheet, such as “College final”.")
def print_(
    *, puzzle: Path, output: Path, large: bool, seed: int, sets: int | None, teams: Path | None, sitting: str
) -> None:
    """Make a PDF of a PUZZLE: sets of pieces to cut out, the solution, the judge's sheet. docs/tarsia.md tells more."""
    if output.suffix.casefold() != ".pdf":
        raise click.ClickException(f"{output.name} is no PDF. Give a name that ends in .pdf.")
    title = _short(sitting, "The title")
    names = _names(teams, sets)
    scale = tarsia_sheets.LARGE if large else tarsia_sheets.NORMAL
    what = tarsia_sheets.printing(_checked(puzzle), names, seed=seed, sitting=title, scale=scale)
    _write(tarsia_sheets.as_pdf(what), output)
    many = f"{len(names)} sets, the solution, the judge’s sheet and a list for the scores"
    click.echo(f"{output}: {many if len(names) > 1 else 'one set, the solution and the judge’s sheet'}.")


def _checked(path: Path) -> Tarsia:
    """The puzzle; what spoils it is said, but keeps nobody from printing."""
    puzzle = puzzle_in(path)
    for finding in linted(puzzle).errors:
        click.echo(f"Mend this before anybody plays: {finding}", err=True)
    return puzzle


def _write(made: bytes | Refused, output: Path) -> None:
    if isinstance(made, Refused):
        raise click.ClickException(made.message)
    try:
        output.write_bytes(made)
    except OSError as error:
        raise of_the_disk(error, output) from error


def _names(path: Path | None, sets: int | None) -> list[str]:
    """The teams of a file, then as many sets without a name as are wanted besides."""
    named = _lines(path) if path else []
    wanted = sets or max(len(named), 1)
    if len(named) > wanted:
        raise click.ClickException(f"There are {len(named)} teams, but --sets asks for {wanted} sets only.")
    return named + [""] * (wanted - len(named))


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path.name} is no text in UTF-8. Save it again as UTF-8.") from error
    named = [_short(" ".join(line.split()), f"Line {number}") for number, line in enumerate(text.splitlines(), start=1)]
    found = [name for name in named if name]
    if not found:
        raise click.ClickException(f"{path.name} names no team. Write one name on each line.")
    if len(found) > MOST_SETS:
        raise click.ClickException(f"{path.name} names {len(found)} teams. Print at most {MOST_SETS} sets at a time.")
    return found


def _short(text: str, what: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise click.ClickException(f"{what} is {len(text)} characters long. Shorten it to {MOST_CHARACTERS}.")
    return text
