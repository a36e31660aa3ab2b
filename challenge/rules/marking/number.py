"""Reading and marking a typed number: exact values, never floats.

It knows whole numbers, decimals, fractions, mixed numbers, percentages, standard form, powers, roots and π as students
type them on a phone, and the unit that is printed beside the field. What could be read in two ways is not read at all:
the phone asks again. It must not know times, ratios or expressions.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from challenge.rules.marking import forms
from challenge.rules.marking.amounts import Amount, amount
from challenge.rules.marking.exact import Exact, scaled
from challenge.rules.marking.judging import Judged, Reading, Way
from challenge.rules.marking.money import POUNDS_OR_PENCE, is_pounds_or_pence
from challenge.rules.marking.numerals import Numeral, Shape
from challenge.rules.marking.typed import understood
from challenge.rules.marking.units import MEASURES, in_words, named, with_unit, worth
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Units, Wanted
from challenge.rules.refusal import Refused

EXAMPLE = "11/20 or 0.55"
"""Fractions and decimals as we like them typed. Fixed, and seldom a key, so that it gives nothing away."""

NOT_A_NUMBER = Refused("unreadable", f"We can't read that as a number. Try something like {EXAMPLE}.")
NOTHING = Refused("unreadable", f"Type a number first, like {EXAMPLE}.")
NO_UNIT = Refused("unreadable", f"Type the number alone, without a unit. Try something like {EXAMPLE}.")
NO_PERCENT = Refused("unreadable", f"Type it without the % sign. Try something like {EXAMPLE}.")


@dataclass(frozen=True, slots=True)
class Number(Reading):
    """A number in the asked unit. number: as it was typed, in the unit in which it was typed; unit: its name or ''."""

    value: Exact
    number: Numeral
    unit: str


def read(typed: str, wanted: Wanted) -> Number | Refused:
    """The number typed, or why it can't be read and how to mend it."""
    return understood(
        typed,
        lambda text: _in_asked_unit(amount(text, NOT_A_NUMBER), wanted),
        nothing=NOTHING,
        unclear=NOT_A_NUMBER,
    )


def judge(key: Number, given: Number, wanted: Wanted) -> Judged:
    """Equal values are right. 2^5 doesn't answer what 2^5 is, and 32 isn't a power, although they are equal."""
    found = forms.judged(key.value, given.value, given.number, wanted)
    if wanted.form or found.verdict is not Verdict.RIGHT:
        return found
    if _is_unworked(given.number) and not _is_unworked(key.number):
        return Judged(Verdict.FORM, forms.WORK_IT_OUT)
    if key.number.shape is Shape.POWER and given.number.shape is not Shape.POWER:
        return Judged(Verdict.FORM, forms.A_POWER)
    return found


def off_form(given: Number, wanted: Wanted) -> str:
    """What keeps it from the asked form."""
    return forms.off_units(given.unit, wanted) or forms.off_form(given.number, wanted.form)


def _in_asked_unit(found: Amount | Refused, wanted: Wanted) -> Number | Refused:
    if isinstance(found, Refused):
        return found
    asked, typed = named(wanted.unit), _typed_unit(found)
    if isinstance(typed, Refused):
        return typed
    if refusal := _refuse_unit(typed, asked, found=found, wanted=wanted):
        return refusal
    share = worth(typed, asked)
    if share is None:
        return _another_unit(found, wanted.unit)
    number = found.number if typed != "%" or asked == "%" else replace(found.number, shape=Shape.PERCENT)
    return _reading(number, share, typed=typed, unit=wanted.unit if typed in ("", asked) else typed, wanted=wanted)


def _typed_unit(found: Amount) -> str | Refused:
    """The name of the unit that was typed, before or after the number; £3.50p is £3.50."""
    unit = named(found.unit)
    if found.currency == "£" and unit == "p" and found.number.shape is Shape.DECIMAL:
        return found.currency
    return NOT_A_NUMBER if found.currency and unit else found.currency or unit


def _refuse_unit(typed: str, asked: str, *, found: Amount, wanted: Wanted) -> Refused | None:
    if typed == "p" != asked and is_pounds_or_pence(found):
        return POUNDS_OR_PENCE
    if typed and wanted.units is Units.NONE:
        return NO_UNIT
    if typed == "%" and not asked and not wanted.percent and wanted.form != "percent":
        return NO_PERCENT
    return None


def _another_unit(found: Amount, asked: str) -> Refused:
    if asked:
        return Refused("unreadable", f"This answer is in {asked}. Type the number alone, like {EXAMPLE}.")
    return NO_UNIT if named(found.unit) in MEASURES else NOT_A_NUMBER


def _reading(number: Numeral, share: Fraction, *, typed: str, unit: str, wanted: Wanted) -> Number:
    size = number.in_full if forms.rounding_of(wanted.form) else number.written
    value = number.value if share == 1 else scaled(number.value, share)
    words = in_words(number.words, unit, value=number.value)
    return Number(value, with_unit(size, unit), words, number, typed)


def _is_unworked(number: Numeral) -> bool:
    """Whether there is still something to work out, like 2^5 or √49."""
    return number.shape is Shape.POWER or (number.shape is Shape.ROOT and isinstance(number.value, Fraction))


WAY = Way(read, judge, off_form)
