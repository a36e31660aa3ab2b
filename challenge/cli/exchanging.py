"""`python3 run.py puzzles import` and `export`: questions from, and for, other programs' files.

It prints what is in a file and what must be mended, and writes a file only where it was told to. It must not know any
file format.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from challenge.catalogue import formats
from challenge.catalogue.fingerprints import bank_of
from challenge.catalogue.formats import house_files
from challenge.catalogue.formats.written import MOST_BYTES, Fields, text_of
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import TOPICS
from challenge.config import ROOT

SHOWN = 70
A_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", type=A_FILE, help="The quiz file to write, such as puzzles/mine.yaml; without it nothing is.")
@click.option("--category", type=click.Choice(list(CATEGORIES)), help="The level of the quiz.")
@click.option("--topic", type=click.Choice(TOPICS), help="The topic of questions that name none.")
@click.option("--title", help="The title of the quiz; without it, its file's name.")
@click.option("--calculator", type=click.Choice(["yes", "no"]), default="no", show_default=True)
@click.option("--seconds", type=click.IntRange(10, 240), default=60, show_default=True)
@click.option("--good-rows", is_flag=True, help="Take the questions that are fine, though others must be mended.")
@click.pass_context
def import_(
    context: click.Context, /, file: Path, *, to: Path | None, category: str | None, topic: str | None,
    title: str | None, calculator: str, seconds: int, good_rows: bool,
) -> None:  # fmt: skip
    """Show the questions in FILE (CSV, xlsx, Kahoot, GIFT, Moodle XML, Aiken) and what must be mended."""
    with file.open("rb") as opened:
        found = formats.read(opened.read(MOST_BYTES + 1), file.name)
    _show(found)
    if to is None:
        context.exit(1 if found.problems else 0)
    if found.problems and not good_rows:
        raise click.ClickException("Nothing was written. Mend the file, or take the good ones with --good-rows.")
    if not found.questions:
        raise click.ClickException("Nothing was written: no question can be taken.")
    _refuse_a_bad_place(to, category, lacks_topic=topic is None and any("topic" in q.missing for q in found.questions))
    filling = house_files.Filling(topic or "", calculator, str(seconds))
    head = {
        "quiz": to.stem,
        "title": title or to.stem.replace("-", " ").capitalize(),
        "category": category or "",
        "about": f"{_counted(len(found.questions), 'question')} imported from a file.",
    }
    _write(to, house_files.quiz_file(head, house_files.filled(found.questions, filling)))
    _say_what_was_filled_in(found.questions, to)


@click.command("export")
@click.argument("quiz")
@click.option("--format", "format_", type=click.Choice(list(formats.FORMATS)), required=True)
@click.option("--to", type=A_FILE, required=True, help="The file to write.")
def export(quiz: str, *, format_: str, to: Path) -> None:
    """Write QUIZ (its name or its file) for another program, and name what the format can't say."""
    path = _file_of(quiz)
    found = house_files.questions_in(path)
    if isinstance(found, tuple):
        raise click.ClickException("\n".join(["Mend this quiz first:", *(f"  {problem}" for problem in found)]))
    left_out = {str(each["id"]): reason for each in found if (reason := formats.cannot(each, format_))}
    taken = [each for each in found if each["id"] not in left_out]
    title = formats.FORMATS[format_].title
    if left_out:
        click.echo(f"{title} can't say {_counted(len(left_out), 'question')} of {len(found)}:")
        for id_, reason in left_out.items():
            click.echo(f"  {id_}: {reason}")
    if not taken:
        raise click.ClickException("Nothing was written.")
    _refuse_to_replace(to)
    try:
        content = formats.write(taken, format_)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    _say_what_is_lost(taken, format_)
    to.write_bytes(content)
    click.echo(f"{to}: {_counted(len(taken), 'question')}.")


def _show(found: formats.Imported) -> None:
    """The preview: the questions that are fine, then every problem."""
    for each in found.questions:
        fields = each.question.fields
        click.echo(f"row {each.question.place.row}: {text_of(fields, 'type')}, {text_of(fields, 'text')[:SHOWN]}")
    click.echo(f"{_counted(len(found.questions), 'question')} can be taken.")
    if found.problems:
        click.echo(f"\nTo mend ({_counted(len(found.problems), 'place')}):")
        for problem in found.problems:
            click.echo(f"  {problem}")


def _refuse_a_bad_place(to: Path, category: str | None, *, lacks_topic: bool) -> None:
    if to.suffix != ".yaml":
        raise click.ClickException("Nothing was written. A quiz file's name ends in .yaml, such as puzzles/mine.yaml.")
    if category is None:
        raise click.ClickException(f"Nothing was written. Add --category and one of {', '.join(CATEGORIES)}.")
    if lacks_topic:
        raise click.ClickException("Nothing was written. Some questions name no topic: add --topic, such as Fractions.")
    _refuse_to_replace(to)


def _refuse_to_replace(to: Path) -> None:
    if to.exists():
        raise click.ClickException(f"Nothing was written. {to} is there already: choose another name, or delete it.")
    if not to.parent.is_dir():
        raise click.ClickException(f"Nothing was written. There is no folder {to.parent}: make it first.")


def _write(to: Path, made: str | Sequence[object]) -> None:
    if not isinstance(made, str):
        raise click.ClickException("\n".join(["Nothing was written.", *(f"  {problem}" for problem in made)]))
    to.write_text(made, encoding="utf-8")
    click.echo(f"\n{to} is written.")


def _say_what_was_filled_in(questions: Sequence[formats.Incoming], to: Path) -> None:
    counts = house_files.count_filled(questions)
    if counts:
        said = ", ".join(f"{name} in {count}" for name, count in counts.items())
        click.echo(f"The file had no place for these, so they were filled in: {said}. Write your own in {to}.")


def _say_what_is_lost(questions: Sequence[Fields], format_: str) -> None:
    counts = Counter(name for each in questions for name in formats.loses(each, format_))
    if counts:
        said = ", ".join(f"{name} of {count}" for name, count in counts.items())
        click.echo(f"{formats.FORMATS[format_].title} has no place for: {said}.")


def _file_of(quiz: str) -> Path:
    """The file of a quiz or of a part of the bank, by its path or its name."""
    puzzles = ROOT / "puzzles"
    for path in (Path(quiz), puzzles / f"{quiz}.yaml", bank_of(puzzles) / f"{quiz}.yaml"):
        if path.suffix == ".yaml" and path.is_file():
            return path
    raise click.ClickException(f"There is no quiz “{quiz}”. Write its name as in puzzles/, or the path of its file.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
