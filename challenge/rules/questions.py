"""What a question is: the value that the catalogue makes, a round freezes, and the marking reads.

Texts are safe HTML with MathML in it; the catalogue alone makes them. A response is the raw value a phone sent:
a string (one choice, true/false, number, text) or a tuple of option ids (several choices, order).
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

Raw = str | tuple[str, ...]
"""A response as it was sent: one string, or several option ids."""


class Kind(StrEnum):
    """The types of question: four that are answered by choosing or moving, and those that are typed."""

    CHOICE = "choice"
    CHOICES = "choices"
    TRUTH = "truth"
    ORDER = "order"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    QUANTITY = "quantity"
    DURATION = "duration"
    TIME = "time"
    RATIO = "ratio"
    COORDINATES = "coordinates"
    EXPRESSION = "expression"
    EQUATION = "equation"
    INEQUALITY = "inequality"
    SOLUTIONS = "solutions"


CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.TRUTH, Kind.ORDER})
"""The types that are answered without typing."""


class FormPolicy(StrEnum):
    """What becomes of a right value that isn't in the asked form.

    optional: it is right. required: not yet; the phone says which form is asked for, and the team tries again while
    time lasts. enforced: it is wrong.
    """

    OPTIONAL = "optional"
    REQUIRED = "required"
    ENFORCED = "enforced"


class Units(StrEnum):
    """Whether the team has to type the unit. none: it may not."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a typed answer is asked for. Phones may know all of it.

    unit: printed beside the field. form: empty, or one of those that `puzzles/SCHEMA.md` lists for the type, such as
    `simplest` or `2 dp`. tolerance: how far a reading from a scale may be off, in the key's unit, bounds inclusive;
    empty for not at all, which `0` says as well. percent: whether 50% may stand for 1/2.
    """

    unit: str = ""
    units: Units = Units.OPTIONAL
    form: str = ""
    policy: FormPolicy = FormPolicy.REQUIRED
    tolerance: str = ""
    percent: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose or to put in order. `slip` names the misconception behind choosing it (HTML, or empty)."""

    id: str
    html: str
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong typed answer that teachers know well, and the misconception behind it (HTML)."""

    answer: str
    because: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its key.

    key: choice and truth, one option id; choices, every right id; order, all ids in the right order; text, each
    accepted spelling; the other typed ones, each value that is right, in the notation of `puzzles/SCHEMA.md`.
    answer: the right answer as HTML. words: how long the text is to read, a formula counting as the words in which it
    is spoken.
    """

    id: str
    kind: Kind
    topic: str
    calculator: bool
    seconds: int
    points: int
    text: str
    words: int
    key: tuple[str, ...]
    answer: str
    trick: str
    steps: tuple[str, ...]
    options: tuple[Option, ...] = ()
    slips: tuple[Slip, ...] = ()
    wanted: Wanted = Wanted()


def as_dict(question: Question) -> dict[str, Any]:
    """The question as plain JSON values; `from_dict` reads it back."""
    return asdict(question)


def from_dict(data: dict[str, Any]) -> Question:
    """The question that `as_dict` wrote."""
    return Question(
        **{
            **data,
            "kind": Kind(data["kind"]),
            "key": tuple(data["key"]),
            "steps": tuple(data["steps"]),
            "options": tuple(Option(**option) for option in data["options"]),
            "slips": tuple(Slip(**slip) for slip in data["slips"]),
            "wanted": _wanted(data["wanted"]),
        }
    )


def _wanted(data: dict[str, Any]) -> Wanted:
    return Wanted(**{**data, "units": Units(data["units"]), "policy": FormPolicy(data["policy"])})
