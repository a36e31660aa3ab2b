"""How a typed answer is asked for: its unit, form, policy and tolerance, as authors write them.

This module knows which of these fields each type takes. It must not know how an answer is marked.
"""

from challenge.catalogue.fields import Fields
from challenge.rules.questions import FormPolicy, Kind, Units, Wanted

_PLACES = tuple(f"{n} dp" for n in range(10))
_FIGURES = tuple(f"{n} sf" for n in range(1, 10))
ANY = "any"

FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: (
        *(ANY, "simplest", "fraction", "mixed", "improper", "decimal", "percent", "whole", "standard"),
        *_PLACES,
        *_FIGURES,
    ),
    Kind.QUANTITY: (ANY, "simplest", "fraction", "mixed", "decimal", "whole", *_PLACES, *_FIGURES),
    Kind.RATIO: (ANY, "simplest", "1:n"),
    Kind.EXPRESSION: ("simplified", "expanded", "factorised", ANY),
    Kind.EQUATION: ("isolated", ANY),
    Kind.INEQUALITY: ("isolated", ANY),
}
"""The forms that can be asked for, type by type; the first is what is meant where none is written."""

WANTS: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: (),
    Kind.NUMBER: ("unit", "form", "policy", "tolerance", "percent"),
    Kind.MONEY: ("units", "policy", "tolerance"),
    Kind.QUANTITY: ("units", "form", "policy", "tolerance"),
    Kind.DURATION: ("units", "policy", "tolerance"),
    Kind.TIME: ("policy",),
    Kind.RATIO: ("form", "policy"),
    Kind.COORDINATES: ("tolerance",),
    Kind.EXPRESSION: ("form", "policy"),
    Kind.EQUATION: ("form", "policy"),
    Kind.INEQUALITY: ("form", "policy"),
    Kind.SOLUTIONS: (),
}
"""The fields that say how an answer is asked for, type by type."""

UNIT = "[A-Za-z£€%°²³/ ]{1,12}"
UNIT_REMEDY = "Write a short unit such as £, %, cm² or minutes, or leave this field out."
TOLERANCE = r"[0-9]{1,6}(\.[0-9]{1,6})?|[0-9]{1,4}/[1-9][0-9]{0,3}"
TOLERANCE_REMEDY = "Write how far an answer may be off, such as 0.5 or 1/2, without its unit."


def wanted_in(fields: Fields, kind: Kind) -> Wanted:
    """How these fields ask for an answer of this type; what is left out is as usual."""
    usual = Wanted()
    return Wanted(
        unit=fields.word("unit", UNIT, remedy=UNIT_REMEDY) if fields.has("unit") else usual.unit,
        units=Units(_word(fields, "units", tuple(Units)) or usual.units),
        form=_form(fields, kind),
        policy=FormPolicy(_word(fields, "policy", tuple(FormPolicy)) or usual.policy),
        tolerance=fields.word("tolerance", TOLERANCE, remedy=TOLERANCE_REMEDY) if fields.has("tolerance") else "",
        percent=_word(fields, "percent", ("yes", "no")) != "no",
    )


def _form(fields: Fields, kind: Kind) -> str:
    """Empty for the form that is usual for the type."""
    forms = FORMS.get(kind, (ANY,))
    word = _word(fields, "form", forms)
    return "" if word == forms[0] else word


def _word(fields: Fields, name: str, known: tuple[str, ...]) -> str:
    return fields.one_of(name, known) if fields.has(name) else ""
