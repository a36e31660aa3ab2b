"""What the answers of every type are made of: options, slips, the key, and the right answer to be shown.

`chosen` and `typed` read them, each for its types. This module must not know any type, Typst or HTML.
"""

from dataclasses import dataclass, field

from challenge.catalogue.fields import Fields, Text
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import Wanted

SLIP = 140
MOST_SLIPS = 8


@dataclass(frozen=True, slots=True)
class DraftOption:
    """An option before typesetting; `slip` is missing on a right one."""

    id: str
    text: Text
    slip: Text | None = None


@dataclass(frozen=True, slots=True)
class DraftSlip:
    """A well-known wrong answer before typesetting."""

    answer: str
    because: Text


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything about a question that depends on its type. answer: the right one, in the authors' notation."""

    key: tuple[str, ...]
    answer: Text
    options: tuple[DraftOption, ...] = ()
    slips: tuple[DraftSlip, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)


def slip_fields(fields: Fields) -> tuple[Fields, ...]:
    """The fields of each slip; a question may have none."""
    return fields.mappings("slips", 1, MOST_SLIPS) if fields.has("slips") else ()


def typed_slip(fields: Fields) -> DraftSlip:
    """A wrong answer as it would be typed, and why."""
    fields.only(("answer", "because"))
    return DraftSlip(fields.text("answer", most=MOST_CHARACTERS).source, fields.text("because", most=SLIP))


def differ(fields: Fields, name: str, sources: list[str]) -> None:
    """Note it if two of these are written alike, capitals apart."""
    written = [source.casefold() for source in sources if source]
    if len(set(written)) < len(written):
        fields.wrong(name, "Two of these are the same. Change or remove one.")
