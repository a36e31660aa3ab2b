"""`python3 run.py mark`: how an answer would be marked, as JSON; many of them from a file; and how long marking takes.

It prints and sets the exit code. It must not know how anything is read or marked.
"""

import json
import re
from html import unescape
from pathlib import Path

import click

from challenge.catalogue.cases import Case, Fault, cases, one_case
from challenge.cli import marking_bench
from challenge.rules import marking
from challenge.rules.marking import Reading, Verdict
from challenge.rules.questions import CHOSEN

_TAG = re.compile(r"<[^>]*>")


@click.command()
@click.option("--key", help='The key as in puzzles/: 3/4, "x > 3", "[12, 13]", "{type: ratio, key: \'2:3\'}".')
@click.option("--answer", help="What somebody typed.")
@click.option("--type", help="The type of question; told from the key where it is left out.")
@click.option("--form", help="The form that is asked for, such as simplest or “2 dp”.")
@click.option("--unit", help="The unit printed beside the field of a number.")
@click.option("--units", help="Whether a unit has to be typed: required, optional, none.")
@click.option("--policy", help="What becomes of another form: optional, required, enforced.")
@click.option("--tolerance", help="How far the answer may be off, bounds inclusive.")
@click.option("--percent", help="Whether 50% may stand for 1/2: yes, no.")
@click.option(
    "--file", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A YAML list of cases."
)
@click.option("--bench", is_flag=True, help="Measure how long marking takes, for each type.")
@click.option("--tries", default=1000, show_default=True, help="With --bench: hostile answers to make up.")
@click.pass_context
def mark(
    context: click.Context,
    /,
    *,
    key: str | None,
    answer: str | None,
    path: Path | None,
    bench: bool,
    tries: int,
    **asked: str | None,
) -> None:
    """Show how an answer would be marked: verdict, how it is read, and why. puzzles/SCHEMA.md has the notation."""
    if bench:
        marking_bench.run(click.echo, tries=tries)
    elif path is not None:
        context.exit(_mark_file(path))
    elif key is None or answer is None:
        raise click.UsageError("Give --key and --answer, or --file, or --bench.")
    else:
        found = one_case(key, answer, {name: value for name, value in asked.items() if value is not None})
        if isinstance(found, Fault):
            raise click.ClickException(found.message)
        click.echo(_line(found))


def _mark_file(path: Path) -> int:
    """One line for each case; 1 if one of them can't be tried."""
    code = 0
    for found in cases(path.read_bytes().decode("utf-8-sig", "replace")):
        if isinstance(found, Fault):
            code = 1
            click.echo(json.dumps({"error": found.message}, ensure_ascii=False))
        else:
            click.echo(_line(found))
    return code


def _line(case: Case) -> str:
    return json.dumps(_result(case), ensure_ascii=False)


def _result(case: Case) -> dict[str, str]:
    question, answer = case.question, case.answer
    result = marking.mark(question, answer)
    refusal = marking.malformed(question, answer) or marking.unreadable(question, answer)
    is_read = result.verdict is not Verdict.UNREADABLE
    return {
        "verdict": result.verdict.value,
        **(_reading(case) if is_read else {"reading": "", "words": ""}),
        "reason": _plain(result.reason or (refusal.message if refusal and not is_read else "")),
        "type": question.kind.value,
    }


def _reading(case: Case) -> dict[str, str]:
    """How a typed answer is read, in signs and in words; what was chosen is read as it is."""
    question, answer = case.question, case.answer
    if question.kind not in CHOSEN and isinstance(answer, str):
        reading = marking.read(question.kind, answer, question.wanted)
        assert isinstance(reading, Reading), "the marking has read it"
        return {"reading": reading.written, "words": reading.words}
    chosen = _plain(marking.chosen(question, answer))
    return {"reading": chosen, "words": chosen}


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))
