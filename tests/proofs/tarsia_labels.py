"""What a label of a Tarsia puzzle is worth, read with sympy by a road that the program doesn't take.

A worth is a pair (kind, value) that equals another one exactly if both labels say the same. A label in words is worth
what the sum says that was written for it from its numbers: see tarsias_funkies.py and its neighbours.
"""

import re
import statistics
from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction
from functools import lru_cache

import sympy

from tests.proofs import keys, worth

Worth = tuple[str, Hashable]

UNKNOWN = "q"
"""The letter that stands for a question mark in an equation."""
LETTERS = {worth.LETTERS[letter] for letter in (*"abxy", UNKNOWN)}
FRACTION = re.compile(r"(?<![\w.)])(?:(\d+) )?(\d+)/(\d+)(?![\w.])")
DURATION = r"\d+ (day|hour|minute|second)s?( \d+ minutes?)?"
MEASURE = re.compile(r"(?P<size>.*[\d)]) ?(?P<unit>[a-zA-Z°²³/]+)")
AVERAGES: Mapping[str, Callable[[list[Fraction]], Fraction]] = {
    "mean": statistics.mean,
    "median": statistics.median,
    "mode": statistics.mode,
    "range": lambda numbers: max(numbers) - min(numbers),
}


def worth_of(label: str, said: Mapping[str, str]) -> Worth:
    """What a label is worth; `said` has the sums for labels in words. Raises ValueError at others in words."""
    return _read(said.get(label, label))


@lru_cache(maxsize=4096)
def _read(text: str) -> Worth:
    plain = worth.tidy(text.replace("$", "").replace("−", "-"))
    for form, reader in READERS:
        if re.fullmatch(form, plain):
            return reader(plain)
    raise ValueError(f"nobody has said what “{text}” is worth")


def _size(sum_: str) -> sympy.Expr:
    """The value of a sum; a fraction is one number, whatever stands before it."""
    plain = FRACTION.sub(lambda found: f"({found[1] or 0} + {found[2]}/{found[3]})", sum_.replace(" of ", " * "))
    plain = re.sub(r"root\((\d+), (\d+)\)", r"((\2)^(1/\1))", plain)
    found = sympy.expand(worth.expression(plain))
    if words := found.free_symbols.difference(LETTERS):
        raise ValueError(f"nobody has said what {words} is worth")
    return found


def _clock(text: str) -> Worth:
    """A time of day, with minutes added or taken away; or the minutes between two of them."""
    minutes = re.sub(r"(\d\d):(\d\d)", lambda found: str(int(found[1]) * 60 + int(found[2])), text)
    return ("time", _size(minutes)) if text.count(":") == 2 else ("clock", _size(minutes) % (24 * 60))


def _point(text: str) -> Worth:
    return ("point", tuple(_size(each) for each in text[1:-1].split(", ")))


def _average(text: str) -> Worth:
    name, listed = text.split(" of ")
    found = AVERAGES[name]([Fraction(each) for each in re.findall(r"-?\d+", listed)])
    return ("number", worth.exact(found))


def _with_letters(text: str) -> Worth:
    """3a when a = 5."""
    expression, given = re.split(" when | if ", text)
    values = (each.split(" = ") for each in given.split(", "))
    return ("number", _size(expression).subs({worth.LETTERS[letter]: int(value) for letter, value in values}))


def _equation(text: str) -> Worth:
    """One letter: its solutions; a question mark: its number; x and y: the line; with `and`: where two lines meet."""
    sums = [_difference(each) for each in re.split(" and | or ", text.replace(" degree", "").replace("?", UNKNOWN))]
    letters = sorted(set().union(*(each.free_symbols for each in sums)), key=str)
    if len(letters) == 1:
        found = frozenset(root for each in sums for root in sympy.roots(each, letters[0]))
        return ("number", *found) if str(letters[0]) == UNKNOWN else (f"solutions for {letters[0]}", found)
    if len(sums) == 1:
        return ("line", sympy.expand(sums[0] / sums[0].coeff(worth.LETTERS["y"])))
    return ("meeting", frozenset(sympy.linsolve(sums, *letters)))


def _difference(equation: str) -> sympy.Expr:
    left, right = equation.split("=")
    return _size(left) - _size(right)


def _money(text: str) -> Worth:
    pounds = re.sub(r"(?<![\w.])(\d+)p", r"(\1 / 100)", text.replace("£", ""))
    return ("money", _size(pounds))


def _quantity(text: str) -> Worth:
    found = MEASURE.fullmatch(text)
    assert found is not None
    dimension, factor = worth.unit_of(found["unit"])
    return (dimension, sympy.expand(_size(found["size"]) * factor))


NUMBER_OR_SUM = r"(?:\b(?:sqrt|root|floor|times|div|of)\b|\b\d*[abqx](?: [ab])?\b|[\d\s.+*/^()%,-])+"
READERS: tuple[tuple[str, Callable[[str], Worth]], ...] = (
    (r"\d\d:\d\d( .*)?", _clock),
    (r"[\d.]+( : [\d.]+)+", lambda text: ("ratio", worth.ratio(text))),
    (r"\(.+, .+\)", _point),
    (r"(mean|median|mode|range) of -?\d+(, -?\d+)* and -?\d+", _average),
    (r".+ (when|if) [ab] = .+", _with_letters),
    (r".*[<>].*", lambda text: ("inequality", keys.read_key("inequality", text, ""))),
    (r".*=.*", _equation),
    (r".*£.*|.*\dp", _money),
    (DURATION, lambda text: ("time", worth.minutes(text))),
    (NUMBER_OR_SUM, lambda text: ("number", _size(text))),
    (MEASURE.pattern, _quantity),
    (r"[a-z]+", lambda text: ("word", text)),
)
"""What a text looks like, and who reads it; the first that fits."""
