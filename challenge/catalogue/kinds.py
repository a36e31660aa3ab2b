"""The types of question: the fields that each adds to the common ones, and how they are read."""

from collections.abc import Callable

from challenge.catalogue import chosen
from challenge.catalogue.answers import Answers
from challenge.catalogue.fields import Fields
from challenge.catalogue.typed import typed
from challenge.catalogue.wanting import WANTS
from challenge.rules.questions import Kind

ANSWERS: dict[Kind, tuple[tuple[str, ...], Callable[[Fields], Answers]]] = {
    Kind.CHOICE: (("options", "key"), chosen.choice),
    Kind.CHOICES: (("options", "key"), chosen.choices),
    Kind.TRUTH: (("key", "slip"), chosen.truth),
    Kind.ORDER: (("items", "slips"), chosen.order),
    **{kind: (("key", *wants, "slips"), typed(kind)) for kind, wants in WANTS.items()},
}
"""For each type its own fields and their reader."""
