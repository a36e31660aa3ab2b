"""Brings the database's quizzes and bank up to date with puzzles/: only what changed is read and typeset again."""

from pathlib import Path

from challenge.catalogue import fingerprints
from challenge.catalogue.quizzes import Bank, Problem, Quiz
from challenge.cli.terminal import console, long_step
from challenge.services import library
from challenge.services.transaction import Database


def bring_up_to_date(database: Database, folder: Path) -> None:
    """Read the quizzes and the bank's files that changed and keep them. A broken file is named, and the others load."""
    if not folder.is_dir():
        console.print(f"There is no folder {folder}, so no quizzes were loaded.", style="yellow", markup=False)
        return
    _bring_quizzes(database, folder)
    if (bank := fingerprints.bank_of(folder)).is_dir():
        _bring_bank(database, bank)


def _bring_quizzes(database: Database, folder: Path) -> None:
    with database.reading() as db:
        changed = library.outdated(db, fingerprints.fingerprints(folder))
    if not changed:
        return
    with long_step(f"Typesetting {len(changed)} of the quizzes in {folder.name}/ …"):
        quizzes, problems = _read(folder, changed)
    _name(problems)
    with database.transaction() as db:
        library.store(db, quizzes)


def _bring_bank(database: Database, folder: Path) -> None:
    """All in one transaction, so that nobody ever meets half a bank."""
    with database.reading() as db:
        changed = library.outdated_banks(db, fingerprints.fingerprints(folder))
    gone = [slug for slug in changed if not (folder / f"{slug}.yaml").exists()]
    if not changed:
        return
    banks, problems = _read_banks(folder, [slug for slug in changed if slug not in gone])
    with database.transaction() as db:
        library.forget_banks(db, gone)
        problems += library.store_banks(db, banks)
    _name(problems)


def _read(folder: Path, slugs: list[str]) -> tuple[list[Quiz], list[Problem]]:
    from challenge.catalogue.reading import read  # Typst and YAML take a while to import

    found = [read(folder / f"{slug}.yaml") for slug in slugs]
    return [each for each in found if isinstance(each, Quiz)], [
        problem for each in found if not isinstance(each, Quiz) for problem in each
    ]


def _read_banks(folder: Path, slugs: list[str]) -> tuple[list[Bank], list[Problem]]:
    from challenge.catalogue.reading import read_bank

    banks: list[Bank] = []
    problems: list[Problem] = []
    with long_step(f"Typesetting {len(slugs)} files of the question bank …") as tell:
        for n, slug in enumerate(slugs, start=1):
            tell(f"{n} of {len(slugs)}: {slug}")
            found = read_bank(folder / f"{slug}.yaml")
            if isinstance(found, Bank):
                banks.append(found)
            else:
                problems += found
    return banks, problems


def _name(problems: list[Problem]) -> None:
    for problem in problems:
        console.print(f"  {problem}", style="yellow", markup=False)
