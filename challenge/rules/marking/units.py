"""The signs and words beside a number: which name the same unit, what each measures, and how they convert.

All conversions are exact. Metric and imperial units convert among themselves only: no question means 1.609344. Data and
other currencies are not here.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from challenge.rules.marking import spoken
from challenge.rules.marking.exact import Exact
from challenge.rules.marking.typed import MINUS

_KEPT = 1_024

_SPELLINGS = {
    "%": ("percent", "pc"),
    "£": ("pound", "gbp"),
    "p": ("pence", "penny"),
    "°": ("degree", "deg"),
    "s": ("second", "sec"),
    "min": ("minute",),
    "h": ("hour", "hr"),
    "mm": ("millimetre", "millimeter"),
    "cm": ("centimetre", "centimeter"),
    "m": ("metre", "meter", "mtr"),
    "km": ("kilometre", "kilometer"),
    "mg": ("milligram", "milligramme"),
    "g": ("gram", "gramme", "gm"),
    "kg": ("kilogram", "kilogramme", "kilo"),
    "t": ("tonne",),
    "ml": ("millilitre", "milliliter"),
    "cl": ("centilitre", "centiliter"),
    "l": ("litre", "liter", "ltr"),
    "cm3": ("cc",),
    "ha": ("hectare",),
    "in": ("inch", "inches", '"'),
    "ft": ("foot", "feet", "'"),
    "yd": ("yard",),
    "mile": ("mi",),
    "oz": ("ounce",),
    "lb": (),
    "stone": ("st",),
    "floz": ("fluidounce", "fluidoz"),
    "pint": ("pt",),
    "gallon": ("gal",),
    "mile/h": ("mph",),
    "km/h": ("kph", "kmph", "kmh", "kmh-1"),
    "m/s": ("mps", "ms-1"),
    "g/cm3": ("gcm-3",),
    "kg/m3": ("kgm-3",),
    "kwh": ("kilowatthour",),
    "kw": ("kilowatt",),
    "w": ("watt",),
    "n": ("newton",),
}
_SAME = {spelling: name for name, spellings in _SPELLINGS.items() for spelling in (name, *spellings)}
_WORTH = {
    ("p", "£"): Fraction(1, 100),
    ("£", "p"): Fraction(100),
    ("%", ""): Fraction(1, 100),
    ("£", ""): Fraction(1),
    ("p", ""): Fraction(1, 100),
}
_SAID = {"£": spoken.pounds, "p": spoken.in_pence}
_POWERS = str.maketrans("²³", "23", " ^.")
_PLURAL = re.compile(r"(?<=[a-z]{2})s$")
_PER = re.compile(r"(.+?)(?:/|per|an(?=hour))(.+)")
_OF_POWER = re.compile(r"(?:(square|sq)|(cubic))?(.+?)(?:(squared|sq|2)|(cubed|3))?")
_TEMPERATURE = re.compile(r"(?:°|deg|degrees?)?(c|f|celsius|centigrade|fahrenheit)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    measures: what it measures; only units with the same convert. worth: how many of the one they convert through.
    """

    written: str
    measures: str
    worth: Fraction
    one: str
    many: str

    def said(self, number: str, value: Exact) -> str:
        """A number in words with this unit: one degree, five centimetres."""
        return f"{number} {self.one if value == 1 else self.many}"


@lru_cache(maxsize=_KEPT)
def named(unit: str) -> str:
    """The one name that all spellings of a unit share: `cm^2` and `square centimetres`, `mph` and `miles per hour`."""
    spelt = unit.casefold().translate(_POWERS)
    if found := _TEMPERATURE.fullmatch(spelt):
        return f"°{found[1][0]}"
    if spelt not in _SAME and (found := _PER.fullmatch(spelt)):
        return f"{_of_power(found[1])}/{_of_power(found[2])}"
    return _of_power(spelt)


def measure(typed: str) -> Unit | None:
    """The unit of measure that a student means by this; beside a quantity, pounds are weighed, not paid."""
    name = named(typed)
    return MEASURES.get("lb" if name == "£" and typed != "£" else name)


def worth(typed: str, asked: str) -> Fraction | None:
    """How many of the asked unit one of the typed unit is, both by their names; None where it can't be said.

    For numbers beside a printed unit. Where no unit is asked for, 50% is 1/2 and 350p is 3.50. Beside a printed %, a
    bare 50 is 50% and 0.5 is half a per cent: the sign is already there, so typing it again changes nothing, and
    leaving it off doesn't either.
    """
    if typed in ("", asked):
        return Fraction(1)
    return _WORTH.get((typed, asked))


def with_unit(number: str, unit: str) -> str:
    """The number as it is written beside its unit: £3.50, 45%, 5 cm; the minus goes before the £."""
    if unit in ("£", "$", "€"):
        sign, amount = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
        return f"{sign}{unit}{_in_pennies(amount)}"
    if unit in ("", "%", "°", "p"):
        return number + unit
    return f"{number} {unit}"


def in_words(number: str, unit: str, *, value: Exact) -> str:
    """The number in words with its unit: five centimetres, one degree; a unit that we don't know stays as it is."""
    if isinstance(value, Fraction) and unit in _SAID:
        return _SAID[unit](value, number)
    known = MEASURES.get(named(unit))
    return f"{number} {unit}".strip() if known is None else known.said(number, value)


def _in_pennies(amount: str) -> str:
    """Money shows two places or none."""
    return amount + "0" if re.fullmatch(r"[0-9,]+\.[0-9]", amount) else amount


def _of_power(spelt: str) -> str:
    if spelt in _SAME:
        return _SAME[spelt]
    parts = _OF_POWER.fullmatch(spelt)
    if parts is None:
        return spelt
    single = _PLURAL.sub("", parts[3])
    power = "2" if parts[1] or parts[4] else "3" if parts[2] or parts[5] else ""
    return f"{_SAME.get(parts[3]) or _SAME.get(single, single)}{power}"


_Units = dict[str, Unit]
_Shares = dict[str, tuple[Fraction | int, str]]


def _units(measures: str, *units: tuple[str, Fraction | int, str, str]) -> _Units:
    return {
        name: Unit(_CAPITALS.get(name, name), measures, Fraction(share), one, many) for name, share, one, many in units
    }


def _regular(measures: str, units: _Shares) -> _Units:
    return _units(measures, *((name, share, word, f"{word}s") for name, (share, word) in units.items()))


def _powers(units: _Units, power: int, *, measures: str) -> _Units:
    """Squares or cubes of these units."""
    sign, word = {2: ("²", "square"), 3: ("³", "cubic")}[power]
    return {
        f"{name}{power}": Unit(
            f"{unit.written}{sign}", measures, unit.worth**power, f"{word} {unit.one}", f"{word} {unit.many}"
        )
        for name, unit in units.items()
    }


def _rates(units: _Units, per: _Units, *, measures: str) -> _Units:
    """Each of these units per each of those."""
    return {
        f"{name}/{below}": Unit(
            f"{unit.written}/{of.written}",
            measures,
            unit.worth / of.worth,
            f"{unit.one} per {of.one}",
            f"{unit.many} per {of.one}",
        )
        for name, unit in units.items()
        for below, of in per.items()
    }


def _metric() -> _Units:
    thousandth = Fraction(1, 1000)
    short: _Shares = {"mm": (thousandth, "millimetre"), "cm": (Fraction(1, 100), "centimetre")}
    light: _Shares = {"mg": (thousandth, "milligram")}
    lengths = _regular("length", {**short, "m": (1, "metre"), "km": (1000, "kilometre")})
    masses = _regular("mass", {**light, "g": (1, "gram"), "kg": (1000, "kilogram"), "t": (10**6, "tonne")})
    # A litre is a cubic decimetre, so that 1 ml and 1 cm³ are the same.
    litres: _Shares = {
        "ml": (thousandth**2, "millilitre"),
        "cl": (thousandth / 100, "centilitre"),
        "l": (thousandth, "litre"),
    }
    volumes = _powers(lengths, 3, measures="volume") | _regular("volume", litres)
    return {
        **lengths,
        **_powers(lengths, 2, measures="area"),
        **_regular("area", {"ha": (10_000, "hectare")}),
        **volumes,
        **masses,
        **_rates(lengths, _TIMES, measures="speed"),
        **_rates(masses, volumes, measures="density"),
        **_rates(volumes, _TIMES, measures="rate of flow"),
    }


def _imperial() -> _Units:
    lengths = {
        **_units("imperial length", ("in", 1, "inch", "inches"), ("ft", 12, "foot", "feet")),
        **_regular("imperial length", {"yd": (36, "yard"), "mile": (63_360, "mile")}),
    }
    speeds = _rates(lengths, _TIMES, measures="imperial speed")
    return {
        **lengths,
        **_powers(lengths, 2, measures="imperial area"),
        **_regular("imperial area", {"acre": (4840 * 36**2, "acre")}),
        **_powers(lengths, 3, measures="imperial volume"),
        **_regular("imperial capacity", {"floz": (1, "fluid ounce"), "pint": (20, "pint"), "gallon": (160, "gallon")}),
        **_regular("imperial mass", {"oz": (1, "ounce"), "lb": (16, "pound")}),
        **_units("imperial mass", ("stone", 224, "stone", "stone")),
        **speeds,
        "mile/h": replace(speeds["mile/h"], written="mph"),
    }


def _others() -> _Units:
    return {
        **_units("temperature", ("°c", 1, "degree Celsius", "degrees Celsius")),
        **_units("temperature in Fahrenheit", ("°f", 1, "degree Fahrenheit", "degrees Fahrenheit")),
        **_regular("angle", {"°": (1, "degree")}),
        **_units("percentage", ("%", 1, "per cent", "per cent")),
        **_regular("power", {"w": (1, "watt"), "kw": (1000, "kilowatt")}),
        **_regular("energy", {"kwh": (1, "kilowatt hour")}),
        **_regular("force", {"n": (1, "newton")}),
    }


_CAPITALS = {"°c": "°C", "°f": "°F", "w": "W", "kw": "kW", "kwh": "kWh", "n": "N", "floz": "fl oz"}
_TIMES = _regular("time", {"s": (1, "second"), "min": (60, "minute"), "h": (3600, "hour")})

MEASURES = {**_TIMES, **_metric(), **_imperial(), **_others()}
"""Every unit of measure by its name, as `named` gives it."""
