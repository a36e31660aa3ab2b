"""`python3 run.py puzzles …`: checks everything under puzzles/, makes the generated part of the bank, or a fresh quiz.

It prints and sets the exit code. It must not know how quizzes are read, made or stored.
"""

from collections.abc import Iterable
from pathlib import Path

import click

from challenge.catalogue import coverage, fresh
from challenge.catalogue.drafts import MOST_IN_A_QUIZ
from challenge.catalogue.fingerprints import bank_of, quiz_files, tarsias_of
from challenge.catalogue.generators.making import Level
from challenge.catalogue.quizzes import CATEGORIES, Bank, Problem
from challenge.catalogue.reading import alike, misnamed, read_all, read_bank, repeated
from challenge.cli.coverage import table_of_bank, table_of_quizzes, table_of_tarsias
from challenge.cli.exchanging import export, import_
from challenge.cli.tarsia_lint import check_folder
from challenge.config import ROOT

FOLDER = click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT / "puzzles", required=False
)

A_QUESTION = "\n  - id: "


@click.group()
def puzzles() -> None:
    """Look after the quizzes and the question bank in puzzles/."""


puzzles.add_command(import_)
puzzles.add_command(export)


@puzzles.command()
@FOLDER
@click.pass_context
def check(context: click.Context, folder: Path) -> None:
    """Read all that is in FOLDER (default: puzzles/), list what must be mended, show what is covered."""
    found = read_all(folder)
    for quiz in found.quizzes:
        click.echo(f"{quiz.slug}: {_counted(len(quiz.questions), 'question')}, {CATEGORIES[quiz.category]}")
    _say(table_of_quizzes(coverage.of_quizzes(found.quizzes)))
    problems, short = [str(problem) for problem in found.problems], False
    if bank_of(folder).is_dir():
        banks, faults = _bank(bank_of(folder))
        problems += map(str, faults)
        short = _is_short(banks)
    if tarsias_of(folder).is_dir():
        puzzles_there, to_mend = check_folder(tarsias_of(folder))
        problems += to_mend
        _say(table_of_tarsias(coverage.of_tarsias(puzzles_there)))
    if problems:
        _say([f"\nTo mend ({_counted(len(problems), 'place')}):", *(f"  {problem}" for problem in problems)])
    if not found.quizzes:
        click.echo(f"There are no quizzes in {folder}. puzzles/SCHEMA.md shows how to write one.")
    if problems or short or not found.quizzes:
        context.exit(1)
    click.echo("\nAll of it can be played.")


@puzzles.command()
@FOLDER
@click.pass_context
def make(context: click.Context, folder: Path) -> None:
    """Write the made part of the bank in FOLDER: what the questions written by hand leave to be made."""
    bank = bank_of(folder)
    bank.mkdir(exist_ok=True)
    by_hand = [read_bank(path) for path in quiz_files(bank) if not path.stem.endswith(fresh.MADE)]
    if problems := [problem for found in by_hand if not isinstance(found, Bank) for problem in found]:
        _say(["Mend these files first:", *(f"  {problem}" for problem in problems)])
        context.exit(1)
    made = fresh.made_bank(coverage.of_bank(found for found in by_hand if isinstance(found, Bank)).by_hand)
    _write(made.files, bank)
    if made.missing:
        _say(["\nNo generator makes:", *(f"  {each}" for each in made.missing)])
        context.exit(1)


@puzzles.command("set")
@click.option("--topics", default="", help="Topics with commas between, such as Ratio,Percentages; all without it.")
@click.option("--level", required=True, type=click.Choice(list(CATEGORIES)))
@click.option("--count", default=15, show_default=True, type=click.IntRange(1, MOST_IN_A_QUIZ))
@click.option("--calculator", type=click.Choice(["yes", "no"]), help="Only questions with, or without; both otherwise.")
@click.option(
    "--seed", default=1, show_default=True, type=click.IntRange(0, 999_999), help="Another seed, another set."
)
def set_(*, topics: str, level: str, count: int, calculator: str | None, seed: int) -> None:
    """Print a fresh quiz as a file for puzzles/; the same wishes give the same questions."""
    wished = [topic.strip() for topic in topics.split(",") if topic.strip()]
    wants = {"yes": True, "no": False}.get(calculator or "")
    try:
        click.echo(fresh.fresh_quiz(wished, Level(level), count=count, calculator=wants, seed=seed), nl=False)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _bank(folder: Path) -> tuple[list[Bank], list[Problem]]:
    """The files of the bank that loaded, each named as it is read, and every problem."""
    banks: list[Bank] = []
    problems = misnamed(folder)
    for path in quiz_files(folder):
        found = read_bank(path)
        if not isinstance(found, Bank):
            problems += found
            continue
        banks.append(found)
        by_hand = sum(not each.made for each in found.questions)
        click.echo(f"bank/{found.slug}: {_counted(len(found.questions), 'question')}, {by_hand} by hand")
    return banks, problems + repeated(banks) + alike(banks)


def _write(files: dict[str, str], bank: Path) -> None:
    """These made files and no others."""
    for path in bank.glob(f"*{fresh.MADE}.yaml"):
        if path.stem not in files:
            path.unlink()
    for slug, text in files.items():
        (bank / f"{slug}.yaml").write_text(text, encoding="utf-8")
        click.echo(f"bank/{slug}.yaml: {_counted(text.count(A_QUESTION), 'question')}")


def _is_short(banks: Iterable[Bank]) -> bool:
    covered = coverage.of_bank(banks)
    _say(table_of_bank(covered))
    short = list(coverage.shortfalls(covered))
    if short:
        _say([f"\nBelow the aim ({_counted(len(short), 'place')}):", *(f"  {each}" for each in short)])
    return bool(short)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
