"""The forms in which a number can be asked for, rounding among them, and a number held against its key.

It must not know units or how anything is read.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from challenge.rules.marking.exact import Exact, near, to_figures, to_places
from challenge.rules.marking.judging import Judged
from challenge.rules.marking.numerals import Numeral, Shape
from challenge.rules.marking.verdict import Verdict
from challenge.rules.questions import Units, Wanted

UNIT_MISSING = "Type the unit as well, such as cm or kg."
WORK_IT_OUT = "Work it out, and type it as one number."
A_POWER = "Leave it as a power, like 3^4."

_IN_DIGITS = (Shape.WHOLE, Shape.DECIMAL)
_ROUNDING = re.compile(r"([0-9]{1,2}) (dp|sf)")
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Places:
    """Rounding to decimal places."""

    places: int

    def of(self, value: Exact) -> Fraction:
        """The value, rounded half away from zero."""
        return to_places(value, self.places)

    def off(self, number: Numeral) -> str:
        """What keeps a number from being typed with exactly these places."""
        if number.shape in _IN_DIGITS and number.places == self.places:
            return ""
        if number.shape in _IN_DIGITS and number.places < self.places:
            return f"Give {self._named()}, even where the last one is 0."
        return self.remedy

    @property
    def asked(self) -> str:
        """The form in words: to 2 decimal places."""
        return f"to {self._named()}" if self.places else "to the nearest whole number"

    @property
    def remedy(self) -> str:
        """What to do with a number that isn't rounded so."""
        return f"Round it {self.asked}."

    def is_coarser(self, number: Numeral) -> bool:
        """Whether fewer places were typed than asked for."""
        return number.shape in _IN_DIGITS and number.places < self.places

    def is_finer(self, number: Numeral, key: Exact, given: Exact) -> bool:
        """Whether it is the key rounded to more places than asked for."""
        return number.places > self.places and given == to_places(key, number.places)

    def _named(self) -> str:
        return f"{self.places} decimal place{'' if self.places == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Rounding to significant figures."""

    figures: int

    def of(self, value: Exact) -> Fraction:
        """The value, rounded half away from zero."""
        return to_figures(value, self.figures)

    def off(self, number: Numeral) -> str:
        """What keeps a number from being typed with these figures; a whole number's last noughts may count or not."""
        least, most = number.figures
        if least <= self.figures <= most:
            return ""
        if 0 < most < self.figures:
            return f"Give {self._named()}, even where the last one is 0."
        return self.remedy

    @property
    def asked(self) -> str:
        """The form in words: to 3 significant figures."""
        return f"to {self._named()}"

    @property
    def remedy(self) -> str:
        """What to do with a number that isn't rounded so."""
        return f"Round it {self.asked}."

    def is_coarser(self, number: Numeral) -> bool:
        """Whether fewer figures were typed than asked for."""
        return 0 < number.figures[1] < self.figures

    def is_finer(self, number: Numeral, key: Exact, given: Exact) -> bool:
        """Whether it is the key rounded to more figures than asked for."""
        least, most = number.figures
        return any(given == to_figures(key, figures) for figures in range(max(least, self.figures + 1), most + 1))

    def _named(self) -> str:
        return f"{self.figures} significant figure{'' if self.figures == 1 else 's'}"


def judged(key: Exact, given: Exact, number: Numeral, wanted: Wanted) -> Judged:
    """A value beside the key's, both in the key's unit, where `number` is how it was typed."""
    rounding = rounding_of(wanted.form)
    if rounding is None or wanted.tolerance:
        return right_if(is_near(key, given, wanted.tolerance))
    is_exact, is_coarser = given == key, number.value == given and rounding.is_coarser(number)
    if given == rounding.of(key) and (is_exact or not is_coarser):
        return Judged(Verdict.RIGHT)
    if is_exact or rounding.is_finer(number, key, given):
        return Judged(Verdict.FORM, rounding.remedy)
    return Judged(Verdict.WRONG)


def is_near(key: Exact, given: Exact, tolerance: str) -> bool:
    """Whether a value is off by no more than the tolerance, bounds inclusive; without one it must be equal."""
    return abs(near(given) - near(key)) <= Fraction(tolerance) if tolerance else given == key


def right_if(condition: object) -> Judged:
    """Right or wrong."""
    return Judged(Verdict.RIGHT if condition else Verdict.WRONG)


def off_form(number: Numeral, form: str) -> str:
    """What keeps a number from the asked form, as a sentence that tells what to do; empty when it is as asked."""
    if rounding := rounding_of(form):
        return rounding.off(number)
    fits, remedy = _FORMS.get(form, _FORMS[""])
    return "" if fits(number) else remedy


def off_units(typed: str, wanted: Wanted) -> str:
    """What to do where a unit is asked for and none was typed."""
    return UNIT_MISSING if wanted.units is Units.REQUIRED and not typed else ""


@lru_cache(maxsize=_KEPT)
def rounding_of(form: str) -> Places | Figures | None:
    """How to round for a form such as `2 dp` or `3 sf`."""
    found = _ROUNDING.fullmatch(form)
    if found is None:
        return None
    return Places(int(found[1])) if found[2] == "dp" else Figures(int(found[1]))


def off_worked_out(numbers: Iterable[Numeral]) -> str:
    """What to do where one of these is a calculation rather than its result, such as 84/7."""
    return "" if all(map(_is_worked_out, numbers)) else WORK_IT_OUT


def _is_worked_out(number: Numeral) -> bool:
    return number.worked_out


def _is_fraction(number: Numeral) -> bool:
    return number.shape in (Shape.FRACTION, Shape.MIXED)


def _is_simplest(number: Numeral) -> bool:
    return number.lowest and number.shape in (Shape.WHOLE, Shape.FRACTION, Shape.MIXED, Shape.ROOT)


def _is_mixed(number: Numeral) -> bool:
    """Whatever has no whole part, or nothing but one, can't be written as a mixed number."""
    return number.shape in (Shape.MIXED, Shape.WHOLE) or (
        number.shape is Shape.FRACTION and abs(near(number.value)) < 1
    )


def _is_improper(number: Numeral) -> bool:
    return number.shape is Shape.FRACTION


def _is_decimal(number: Numeral) -> bool:
    return number.shape in _IN_DIGITS


def _is_percentage(number: Numeral) -> bool:
    return number.shape is Shape.PERCENT


def _is_whole(number: Numeral) -> bool:
    return number.shape is Shape.WHOLE


def _is_standard(number: Numeral) -> bool:
    return number.shape is Shape.STANDARD and number.lowest


_FORMS: dict[str, tuple[Callable[[Numeral], bool], str]] = {
    "": (_is_worked_out, WORK_IT_OUT),
    "simplest": (_is_simplest, "Give it in its simplest form, like 11/20."),
    "fraction": (_is_fraction, "Type it as a fraction, like 11/20."),
    "mixed": (_is_mixed, "Type it as a mixed number, like 3 1/4: a space after the whole number."),
    "improper": (_is_improper, "Type it as one fraction, like 13/4."),
    "decimal": (_is_decimal, "Type it as a decimal, like 0.55."),
    "percent": (_is_percentage, "Type it as a percentage, with the % sign, like 55%."),
    "whole": (_is_whole, "Type it as a whole number, like 12."),
    "standard": (_is_standard, "Type it as a number from 1 to 10 times a power of ten, like 3.2 x 10^4."),
}
