"""`python3 run.py tarsia new`: a puzzle's file from two columns of a spreadsheet.

It prints what must be mended, and writes a file only where nothing is. It must not know any file format.
"""

import re
from pathlib import Path

import click

from challenge.catalogue.drafts import SLUG, SLUG_REMEDY
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.tarsia_columns import MOST_BYTES, Columns, Written, columns_in, puzzle_of
from challenge.catalogue.tarsia_files import FEWEST_MINUTES, MOST_MINUTES, linted
from challenge.catalogue.topics import TOPICS
from challenge.cli.tarsia_lint import A_FILE, told


@click.command()
@click.argument("columns", type=A_FILE)
@click.option("--layout", required=True, help="Such as “chain 21”; puzzles/SCHEMA.md lists them.")
@click.option("--category", type=click.Choice(list(CATEGORIES)), required=True, help="The level of the puzzle.")
@click.option("--topic", type=click.Choice(TOPICS), required=True)
@click.option("--title", required=True)
@click.option("--about", help="One line for the organiser; without it, the title.")
@click.option("--minutes", type=click.IntRange(FEWEST_MINUTES, MOST_MINUTES), default=15, show_default=True)
@click.option("--calculator", type=click.Choice(["yes", "no"]), default="no", show_default=True)
@click.option("-o", "--to", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
def new(
    *, columns: Path, layout: str, category: str, topic: str, title: str, about: str | None, minutes: int,
    calculator: str, to: Path,
) -> None:  # fmt: skip
    """Write a Tarsia puzzle from two COLUMNS (CSV, xlsx, or text with tabs): a pair in each row."""
    _refuse_a_bad_place(to)
    head = {
        "tarsia": to.stem, "title": title, "category": category, "topic": topic, "calculator": calculator,
        "minutes": str(minutes), "layout": layout, "about": about or title,
    }  # fmt: skip
    made = _made(columns, head)
    result = linted(made.tarsia)
    click.echo("\n".join(told(made.tarsia, result)))
    if result.errors:
        raise click.ClickException("Nothing was written. Mend the errors first.")
    to.write_text(made.text, encoding="utf-8")
    click.echo(f"{to} is written.")


def _made(path: Path, head: dict[str, str]) -> Written:
    with path.open("rb") as file:
        found = columns_in(file.read(MOST_BYTES + 1))
    made = puzzle_of(found, head) if isinstance(found, Columns) else found
    if isinstance(made, Written):
        return made
    raise click.ClickException("\n".join(["Nothing was written. Mend this first:", *(f"  {each}" for each in made)]))


def _refuse_a_bad_place(to: Path) -> None:
    if to.suffix != ".yaml" or not re.fullmatch(SLUG, to.stem):
        raise click.ClickException(f"“{to.name}” won't do for a puzzle. {SLUG_REMEDY} End it with .yaml.")
    if to.exists():
        raise click.ClickException(f"{to} is there already. Choose another name, or delete it first.")
    if not to.parent.is_dir():
        raise click.ClickException(f"There is no folder {to.parent}. Make it first.")
