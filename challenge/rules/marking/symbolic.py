"""Numbers written with signs of maths: standard form, powers, roots and π, with the text that follows them.

Only what is one number is read: 3 × 10^4, 2^5, 3√2, 2π/3. A sum or another product is a question, not an answer. What
could be read in two ways is asked for again with the brackets that make it clear.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from challenge.rules.marking import spoken
from challenge.rules.marking.exact import exact, near, root_of, scaled
from challenge.rules.marking.numerals import WHOLE, ZERO_BELOW, Numeral, Shape, as_whole, numeral, signed
from challenge.rules.marking.typed import MINUS
from challenge.rules.refusal import Refused

MOST_EXPONENT = 12
MOST_POWER_OF_TEN = 30
MOST_OF_A_BASE = 10**12

TOO_BIG = Refused("unreadable", "That's too big for us. Use a smaller power, or a smaller number under the root.")
WHICH_MINUS = Refused("unreadable", "Is the minus part of the power? Type (-3)^4 or -(3^4).")
WHICH_BOTTOM = Refused("unreadable", "What is at the bottom? Type it with brackets, like (3/4)π, or like 3π/4.")

_SIGNS_OF_MATHS = re.compile(r"[√π(]|sqrt|root|(?<![a-z])pi(?![a-z])|[0-9] ?\^|[0-9] ?[*x] ?[0-9]", re.IGNORECASE)

_NUMBER = rf"(?:{WHOLE}(?:\.[0-9]+)?|\.[0-9]+)"
_SHARE = rf"{WHOLE} ?/ ?{WHOLE}"
_SIGN = r"(?P<sign>[-+]?) ?"
_POWER_OF = r" ?\^ ?(?P<exponent>[-+]? ?[0-9]{1,3}|\( ?[-+]? ?[0-9]{1,3} ?\))(?![0-9])"
_SUFFIX = r"\.?(?: ?(?P<suffix>[^-0-9., /^*+()√π=<>].*))?"
_PI = r"(?:π|pi(?![a-z]))"
_ROOT = rf"(?:√|sqrt|(?:square )?root(?: of)?) ?(?:(?P<under>{_NUMBER})|\( ?(?P<inside>{_NUMBER}|{_SHARE}) ?\))"

_TWO_WAYS = re.compile(rf"[-+]? ?{_SHARE} ?\*? ?(?:{_PI}|√|sqrt|root).*", re.IGNORECASE)
_STANDARD = re.compile(rf"{_SIGN}(?P<front>{_NUMBER}) ?[*x] ?10{_POWER_OF}{_SUFFIX}", re.IGNORECASE)
_POWER = re.compile(
    rf"{_SIGN}(?:(?P<bare>{_NUMBER})|\( ?(?P<minus>-?) ?(?P<inside>{_NUMBER}|{_SHARE}) ?\)){_POWER_OF}{_SUFFIX}"
)
_MINUS_A_POWER = re.compile(rf"- ?\( ?(?P<bare>{_NUMBER}){_POWER_OF} ?\){_SUFFIX}")
_MULTIPLE = re.compile(
    rf"{_SIGN}(?P<open>\( ?)?(?:(?P<times>{_NUMBER})|\( ?(?P<share>{_SHARE}) ?\))? ?\*? ?"
    rf"(?:(?P<pi>{_PI})|{_ROOT})(?(open) ?\))(?: ?/ ?(?P<over>{WHOLE}))?{_SUFFIX}",
    re.IGNORECASE,
)
_OVER_A_ROOT = re.compile(rf"{_SIGN}(?P<above>{WHOLE}) ?/ ?{_ROOT}{_SUFFIX}", re.IGNORECASE)

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, slots=True)
class _Irrational:
    """π, or a root taken apart: `outside` × √`inside`. lowest: whether it was typed so."""

    outside: Fraction
    inside: int
    pi: int
    written: str
    words: str
    lowest: bool


_THE_PI = _Irrational(Fraction(1), 1, 1, "π", "pi", lowest=True)


def is_symbolic(text: str) -> bool:
    """Whether it has a sign in it that a plain numeral with its unit never has: √, π, a power, a bracket, a times."""
    return _SIGNS_OF_MATHS.search(text) is not None


def symbolic(text: str, unclear: Refused) -> tuple[Numeral, str] | Refused:
    """The number and what follows it, such as a unit; `unclear` where it is none of these."""
    if _TWO_WAYS.fullmatch(text):
        return WHICH_BOTTOM
    for pattern, read in _READERS:
        if found := pattern.fullmatch(text):
            number = read(found)
            return number if isinstance(number, Refused) else (number, found["suffix"] or "")
    return unclear


def _standard(found: re.Match[str]) -> Numeral | Refused:
    front, power = _plain(found["front"]), _exponent(found)
    if isinstance(front, Refused) or abs(power) > MOST_POWER_OF_TEN:
        return TOO_BIG
    tens = f" × 10{_raised(power)}"
    number = Numeral(
        scaled(front.value, Fraction(10) ** power),
        Shape.STANDARD,
        f"{front.written}{tens}",
        f"{front.words} times ten {spoken.power(power)}",
        in_full=f"{front.in_full}{tens}",
        lowest=1 <= near(front.value) < 10,
        figures=front.figures,
    )
    return signed(number, found["sign"])


def _power(found: re.Match[str]) -> Numeral | Refused:
    size = _plain(found["bare"] or found["inside"])
    if isinstance(size, Refused):
        return size
    power = _exponent(found)
    if found["bare"] and found["sign"] == "-" and power % 2 == 0:
        return WHICH_MINUS
    return _powered(signed(size, found["minus"] or ""), power, sign=found["sign"])


def _minus_a_power(found: re.Match[str]) -> Numeral | Refused:
    base = _plain(found["bare"])
    return base if isinstance(base, Refused) else _powered(base, _exponent(found), sign="-")


def _powered(base: Numeral, power: int, *, sign: str) -> Numeral | Refused:
    value = near(base.value)
    most = MOST_POWER_OF_TEN if value == 10 else MOST_EXPONENT
    if abs(power) > most or max(abs(value.numerator), value.denominator) > MOST_OF_A_BASE:
        return TOO_BIG
    if value == 0 and power <= 0:
        return ZERO_BELOW
    in_brackets = value < 0 or base.shape is Shape.FRACTION
    written = f"({base.written})" if in_brackets else base.written
    full = f"{MINUS if sign == '-' else ''}{written}{_raised(power)}"
    words = f"{'minus ' if sign == '-' else ''}{base.words} {spoken.power(power)}"
    return Numeral(value**power * (-1 if sign == "-" else 1), Shape.POWER, full, words, in_full=full)


def _multiple(found: re.Match[str]) -> Numeral | Refused:
    """A root or π, perhaps so many times, perhaps over a whole number."""
    times, root = _plain(found["times"] or found["share"] or "1"), _irrational(found)
    below = as_whole(found["over"] or "1")
    if isinstance(times, Refused):
        return times
    if isinstance(root, Refused):
        return root
    if below == 0:
        return ZERO_BELOW
    front = f"({times.written})" if found["share"] else times.written if found["times"] else ""
    written = f"{front}{root.written}{f'/{below}' if found['over'] else ''}"
    number = Numeral(
        exact(near(times.value) * root.outside / below, root=root.inside, pi=root.pi),
        Shape.ROOT,
        written,
        _said_times(times.words if front else "", root) + (f" over {spoken.whole(below)}" if found["over"] else ""),
        in_full=written,
        lowest=root.lowest and times.lowest and gcd(near(times.value).numerator, below) == 1,
    )
    return signed(number, found["sign"])


def _over_a_root(found: re.Match[str]) -> Numeral | Refused:
    above, root = as_whole(found["above"]), _irrational(found)
    if isinstance(root, Refused):
        return root
    if root.outside == 0:
        return ZERO_BELOW
    written = f"{above}/{root.written}"
    number = Numeral(
        exact(above / (root.outside * root.inside), root=root.inside),
        Shape.ROOT,
        written,
        f"{spoken.whole(above)} over {root.words}",
        in_full=written,
        lowest=False,
    )
    return signed(number, found["sign"])


def _irrational(found: re.Match[str]) -> _Irrational | Refused:
    if found.groupdict().get("pi"):
        return _THE_PI
    under = _plain(found["under"] or found["inside"])
    if isinstance(under, Refused):
        return under
    inside = near(under.value)
    apart = root_of(inside)
    if apart is None:
        return TOO_BIG
    written = f"√({under.written})" if under.shape is Shape.FRACTION else f"√{under.written}"
    is_lowest = apart[0] == 1 and inside == apart[1]
    return _Irrational(*apart, 0, written, f"the square root of {under.words}", lowest=is_lowest)


def _said_times(times: str, root: _Irrational) -> str:
    if not times:
        return root.words
    return f"{times} {root.words}" if root.pi else f"{times} times {root.words}"


def _plain(digits: str) -> Numeral | Refused:
    return numeral(digits, TOO_BIG)


def _exponent(found: re.Match[str]) -> int:
    return int(found["exponent"].strip("() ").replace(" ", ""))


def _raised(power: int) -> str:
    return str(power).translate(_RAISED)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Numeral | Refused]], ...] = (
    (_STANDARD, _standard),
    (_POWER, _power),
    (_MINUS_A_POWER, _minus_a_power),
    (_MULTIPLE, _multiple),
    (_OVER_A_ROOT, _over_a_root),
)
