"""Reading and marking a quantity with its unit: 3.5 cm = 35 mm = 0.035 m.

A bare number is in the key's unit, where the unit may be left off. Another kind of measure is wrong, never converted.
"""

import re
from dataclasses import dataclass

from challenge.rules.marking import forms
from challenge.rules.marking.amounts import amount
from challenge.rules.marking.exact import near, scaled
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.numerals import WHOLE, Numeral, Shape, as_whole, decimal
from challenge.rules.marking.typed import understood
from challenge.rules.marking.units import Unit, measure, with_unit
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Units, Wanted
from challenge.rules.refusal import Refused

EXAMPLE = "12.5 cm or 3/4 kg"

NOT_A_QUANTITY = Refused("unreadable", f"We can't read that. Try something like {EXAMPLE}.")
NOTHING = Refused("unreadable", f"Type an amount first, like {EXAMPLE}.")
NOT_A_UNIT = Refused("unreadable", f"We don't know that unit. Try something like {EXAMPLE}.")
FEET_AND_INCHES = Refused("unreadable", "Inches or square feet? Type it like 5 ft 9 in or 30 sq ft.")
NO_UNIT = Refused("unreadable", "Type the number alone, without a unit.")

_COMPOUND = re.compile(
    rf"(?P<whole>{WHOLE}) ?(?P<large>[a-z'\"]+)\.?,? ?(?:and |& ?)?"
    rf"(?P<rest>[0-9]+)(?:\.(?P<places>[0-9]+))? ?(?P<small>[a-z'\"]+)\.?",
    re.IGNORECASE,
)

_FEET_AND_MORE = re.compile(r"(?:ft|foot|feet|')\.? ?[0-9]{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity(Reading):
    """value: what it measures and how much, in the unit that all such units convert through; a bare number as it is.

    number: as it was typed, in `unit`; None where no unit was typed.
    """

    number: Numeral
    unit: Unit | None


def read(typed: str, wanted: Wanted) -> Quantity | Refused:
    """The quantity typed, or why it can't be read and how to mend it."""
    return understood(typed, lambda text: _read(text, wanted), nothing=NOTHING, unclear=NOT_A_QUANTITY)


def judge(key: Quantity, given: Quantity, wanted: Wanted) -> Judged:
    """Equal amounts of the same measure are right; rounding and tolerance go by the key's unit."""
    if key.unit is None or given.unit is None:
        return forms.judged(key.number.value, given.number.value, given.number, wanted)
    if not _alike(key.unit, given.unit):
        return Judged(Verdict.WRONG, _check_unit(key.unit, given.unit))
    share = given.unit.worth / key.unit.worth
    return forms.judged(key.number.value, scaled(given.number.value, share), given.number, wanted)


def off_form(given: Quantity, wanted: Wanted) -> str:
    """What keeps it from the asked form."""
    return forms.off_units(given.unit.written if given.unit else "", wanted) or forms.off_form(
        given.number, wanted.form
    )


def _read(text: str, wanted: Wanted) -> Quantity | Refused:
    parts = _compound(text) or _single(text)
    if isinstance(parts, Refused):
        return parts
    number, unit = parts
    if unit is None:
        return Quantity(number.value, number.written, number.words, number, None)
    if wanted.units is Units.NONE:
        return NO_UNIT
    size = number.in_full if forms.rounding_of(wanted.form) else number.written
    written = size if number.shape is Shape.COMPOUND else with_unit(size, unit.written)
    words = number.words if number.shape is Shape.COMPOUND else unit.said(number.words, number.value)
    return Quantity((unit.measures, scaled(number.value, unit.worth)), written, words, number, unit)


def _single(text: str) -> tuple[Numeral, Unit | None] | Refused:
    parts = amount(text, NOT_A_QUANTITY)
    if isinstance(parts, Refused):
        return parts
    if parts.currency:
        return NOT_A_QUANTITY
    if _FEET_AND_MORE.fullmatch(parts.unit):
        return FEET_AND_INCHES
    unit = measure(parts.unit) if parts.unit else None
    return NOT_A_UNIT if parts.unit and unit is None else (parts.number, unit)


def _compound(text: str) -> tuple[Numeral, Unit] | Refused | None:
    """Two units in one: 1 m 20 cm, 6 ft 2 in. The second must be less than one of the first."""
    found = _COMPOUND.fullmatch(text)
    large, small = (measure(found["large"]), measure(found["small"])) if found else (None, None)
    if found is None or large is None or small is None:
        return None
    whole, rest = decimal(as_whole(found["whole"]), ""), decimal(int(found["rest"]), found["places"] or "")
    share = near(rest.value) * small.worth / large.worth
    if small.measures != large.measures or share >= 1:
        return NOT_A_QUANTITY
    written = f"{whole.written} {large.written} {rest.written} {small.written}"
    words = f"{large.said(whole.words, whole.value)} {small.said(rest.words, rest.value)}"
    return Numeral(near(whole.value) + share, Shape.COMPOUND, written, words, in_full=written), large


def _alike(key: Unit, given: Unit) -> bool:
    """Whether both measure the same; beside a temperature, a degree sign alone means °C."""
    return key.measures == given.measures or (key.written, given.written) == ("°C", "°")


def _check_unit(key: Unit, given: Unit) -> str:
    kinds = {unit.measures.removeprefix("imperial ") for unit in (key, given)}
    if len(kinds) == 1:
        system = "imperial" if key.measures.startswith("imperial") else "metric"
        return f"Check the unit: the question asks for {system} units."
    return f"Check the unit: {given.written} measures {given.measures}, but the question asks for {key.measures}."


WAY = Way(read, judge, off_form)
