"""Fingerprints: what tells whether a quiz or a bank's file must be read and typeset again, found without doing either.

A fingerprint covers the file, the typesetter's version and the source that reads it, so better speech or stricter
checks reach quizzes that nobody edited. This module must not import Typst or YAML: a warm start waits for it.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from challenge.rules import questions


def fingerprints(folder: Path) -> dict[str, str]:
    """The fingerprint of each quiz file in `folder`, by slug; a file that can't be read is left out."""
    found = {}
    for path in quiz_files(folder):
        try:
            found[path.stem] = fingerprint(path.read_bytes())
        except OSError:
            continue
    return found


def quiz_files(folder: Path) -> list[Path]:
    """The quiz files of a folder, or the files of the bank in it, by name."""
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))


def bank_of(folder: Path) -> Path:
    """Where the bank is, beside the quizzes."""
    return folder / "bank"


def tarsias_of(folder: Path) -> Path:
    """Where the Tarsia puzzles are, beside the quizzes."""
    return folder / "tarsia"


def fingerprint(content: bytes) -> str:
    """What identifies this content as read by this version of the program."""
    return sha256(_reader() + content).hexdigest()


@cache
def _reader() -> bytes:
    """The generators are left out: they write files, and read none."""
    rules = Path(questions.__file__).parent
    folders = (Path(__file__).parent, rules / "marking", rules / "tarsia")
    sources = [*(path for folder in folders for path in sorted(folder.glob("*.py"))), rules / "questions.py"]
    digest = sha256(version("typst").encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.digest()
