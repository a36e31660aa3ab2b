"""Questions in and out of other programs' files: CSV, xlsx, Kahoot's spreadsheet, GIFT, Moodle XML and Aiken.

`read` gives the good questions and every problem by row and column, and never raises; `write` gives a file, `cannot`
says what a format can't say and `loses` what it has no place for; `outgoing` does these three for many questions.
docs/formats.md is the same for people.
"""

from challenge.catalogue.formats.checking import checked
from challenge.catalogue.formats.exporting import (
    FORMATS,
    Format,
    Outgoing,
    all_outgoing,
    cannot,
    loses,
    outgoing,
    write,
)
from challenge.catalogue.formats.opening import parsed
from challenge.catalogue.formats.written import Fields, Imported, Incoming, Place, Problem, Written

__all__ = [
    "FORMATS",
    "Fields",
    "Format",
    "Imported",
    "Incoming",
    "Outgoing",
    "Place",
    "Problem",
    "Written",
    "all_outgoing",
    "cannot",
    "loses",
    "outgoing",
    "read",
    "write",
]


def read(content: bytes, name: str) -> Imported:
    """The questions in a file and everything that must be mended in it. It only reads: nothing is kept."""
    return checked(parsed(content, name))
