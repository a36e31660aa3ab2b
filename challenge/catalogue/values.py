"""Right answers as they are shown: in the asked form, in the authors' notation, so that formulas are typeset.

This module must not know files, Typst or HTML.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from challenge.rules.marking import Reading, read
from challenge.rules.marking.exact import Exact
from challenge.rules.marking.forms import rounding_of
from challenge.rules.questions import Kind, Wanted

MOST_PLACES = 9

_SIZES = "0123456789.,/ -−√π()"

_FORMULAS = frozenset({Kind.RATIO, Kind.COORDINATES, Kind.EXPRESSION, Kind.EQUATION, Kind.INEQUALITY, Kind.SOLUTIONS})
_BETWEEN = re.compile(r"( or | and |no solutions?)")
_MEASURE = re.compile(r"(?P<before>−?[£$€]|)(?P<size>[-−0-9.,/ ()√π^×*·⁰¹²³⁴⁵⁶⁷⁸⁹⁻]*)(?P<unit>.*)")
_SIGNS = re.compile(r"[/√π^×*·⁰¹²³⁴⁵⁶⁷⁸⁹⁻]")

_RAISED = re.compile(r"\^?([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)|\^\(?([-−]?[0-9]+)\)?")
_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_ROOT = re.compile(r"√(?:\(([^()]*)\)|([0-9.]+|[A-Za-z]))")
_OVER = re.compile(r"((?:[0-9.,]+|[A-Za-zπ√]|\([^()]*\)|\^)+)/")
_ATOM = re.compile(r"(?:[0-9.,]+|[A-Za-zπ]|\([^()]*\))(?:\^(?:[0-9]+|\([^()]*\)))?")


def rounded(key: str, form: str) -> Iterator[str]:
    """A key rounded as the form says, with fewer and then more places; nothing where the form doesn't round."""
    rounding = rounding_of(form)
    unit = key.lstrip(_SIZES)
    size = key.removesuffix(unit)
    reading = read(Kind.NUMBER, size, Wanted())
    if rounding is None or not isinstance(reading, Reading):
        return
    value = rounding.of(cast(Exact, reading.value))
    for places in range(MOST_PLACES + 1):
        if (value * 10**places).denominator == 1:
            yield f"{_with_places(value, places)}{' ' if size.endswith(' ') else ''}{unit}"


def shown(kind: Kind, written: str) -> str:
    """A reading as it is written, with formulas between dollar signs: $2/3$, £3.50, $x > 3$, $1 1/2$ hours."""
    if kind in _FORMULAS:
        return "".join(map(_formula_or_word, _BETWEEN.split(written)))
    found = _MEASURE.fullmatch(written)
    if found is None or not _SIGNS.search(found["size"]):
        return written
    space = " " if found["size"].endswith(" ") else ""
    return f"{found['before']}${_formula(found['size'].strip())}${space}{found['unit']}"


def _formula_or_word(part: str) -> str:
    return part if not part or _BETWEEN.fullmatch(part) else f"${_formula(part)}$"


def _formula(text: str) -> str:
    """Plain text such as 2xy, x², √2 or 3x/4 in the authors' notation."""
    text = _RAISED.sub(lambda found: _power((found[1] or found[2]).translate(_SMALL)), text)
    text = _OVER.sub(lambda found: f"{found[1] if _ATOM.fullmatch(found[1]) else f'({found[1]})'}/", text)
    text = re.sub(r"(?<=[A-Za-zπ])(?=[A-Za-zπ])", " ", text)
    text = _ROOT.sub(lambda found: f" sqrt({found[1] or found[2]}) ", text)
    text = re.sub(r"[*·]", " times ", text).replace("π", " pi ").replace(":", " : ")
    return " ".join(text.split())


def _power(digits: str) -> str:
    return f"^{digits}" if len(digits) == 1 else f"^({digits})"


def _with_places(value: Fraction, places: int) -> str:
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    size = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{size}" if value < 0 else size
