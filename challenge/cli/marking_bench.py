"""`python3 run.py mark --bench`: how long marking takes, type by type, on this machine.

Typical answers are what students type; hostile ones are as long, deep or odd as we could think of, and as slow as a
search by chance could make them. It measures and prints; it must not know how anything is marked.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from statistics import mean
from time import perf_counter_ns
from typing import Any

from challenge.catalogue.typed import question_of
from challenge.cli.marking_hunt import slowest
from challenge.rules import marking
from challenge.rules.marking import mark, unreadable
from challenge.rules.marking.typed import MOST_CHARACTERS
from challenge.rules.questions import Kind, Question, Wanted

ROUNDS = 25
"""Each answer is marked so often, as if for the first time. The quickest counts: others share the machine."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Microseconds for one answer of a type.

    typical: the mean of typical ones, each marked for the first time. again: the same where another team gave it
    before. worst: the worst that a search found, where this form was asked for.
    """

    kind: Kind
    typical: float
    again: float
    worst: float
    form: str
    answer: str


KEYS: dict[Kind, str] = {
    Kind.NUMBER: "3/4", Kind.MONEY: "£3.50", Kind.QUANTITY: "3.5 cm", Kind.DURATION: "1 h 30 min", Kind.TIME: "14:30",
    Kind.RATIO: "2:3", Kind.COORDINATES: "(2, -3)", Kind.EXPRESSION: "2x + 3", Kind.EQUATION: "y = 2x + 3",
    Kind.INEQUALITY: "x > 3", Kind.SOLUTIONS: "x = 2 or x = -3", Kind.TEXT: "isosceles",
}  # fmt: skip

TYPICAL: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("3/4", "0.75", "75%", "¾", "-4", "2 1/3", "1,250", "12.5", "3 x 10^4", "2π", "√2", "twelve"),
    Kind.MONEY: ("£3.50", "350p", "3.50", "3.5", "£3", "£1,250.00", "12p", "£ 3.50", "-£4"),
    Kind.QUANTITY: ("3.5 cm", "35 mm", "0.035 m", "3.5", "12 cm²", "3 kg", "1.5 litres", "60 km/h", "5 miles"),
    Kind.DURATION: ("1 h 30 min", "1h30", "90 min", "90 minutes", "1.5 hours", "1:30", "1½ hours", "90", "2 hours"),
    Kind.TIME: ("14:30", "2:30 pm", "2.30pm", "1430", "2pm", "noon", "2:30", "half past 2"),
    Kind.RATIO: ("2:3", "2 : 3", "4:6", "3:2", "2 to 3", "1:1.5", "2/3"),
    Kind.COORDINATES: ("(2, -3)", "(2,−3)", "2,-3", "(-3, 2)", "x=2 y=-3", "(2;-3)"),
    Kind.EXPRESSION: ("2x+3", "3 + 2x", "2*x + 3", "2(x + 1) + 1", "5x", "x² + 3x + 2", "(x+1)(x-2)", "x/2 + 1"),
    Kind.EQUATION: ("y = 2x + 3", "2x+3=y", "y-2x=3", "y = 3x + 2", "y=2x"),
    Kind.INEQUALITY: ("x > 3", "3 < x", "x>=3", "x ≥ 3", "-2 < x ≤ 5", "2x > 6", "x<2 or x>5"),
    Kind.SOLUTIONS: ("x=2 or x=-3", "2, -3", "2 and -3", "x=2", "4", "no solution", "±3"),
    Kind.TEXT: ("isosceles", "Isosceles triangle", "isoceles", "equilateral", "a hexagon", "trapézium"),
}
"""What students type, right and wrong."""


FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("", "9 sf"),
    Kind.QUANTITY: ("", "9 sf"),
    Kind.EXPRESSION: ("", "expanded", "factorised"),
}
"""The forms that make more work, where there are any."""


def _filled(part: str) -> str:
    """The part over and over, as long as an answer may be."""
    return part * (MOST_CHARACTERS // len(part))


HOSTILE: tuple[str, ...] = (
    *map(_filled, (
        "9", "(", ")", "((((((((x", "-", "√", "1/", "²", "9,", "9 ", ".", ":", "1:", "=", "x=", "<", "x<", "O", " ",
        "½", "π", "^9", "x^12", "h", "1h", "cm", "±1,", "1 or ", "(1,", "£", "🙂", "é",
    )),
    "9^9^9^9^9^9^9^9", "(a+b+c+d+e+f+g)^12", "(a+b+c+d)^12(e+f+g+h)^12", "(((((((x+1)^12)^12)^12)^12)^12)^12)",
    "(x+1)^12*(y+1)^12*(z+1)^12", "(a+b)(c+d)(e+f)(g+h)(i+j)(k+l)(m+n)(o+p)", "1/(1+1/(1+1/(1+1/(1+1/(1+1/(1+1/x))))))",
    "x^12+y^12+z^12+w^12-a^12-b^12-c^12-d^12", "1/(x+y)+1/(x-y)+1/(x+2y)+1/(x-2y)+1/(x+3y)+1/(x-3y)",
    "√(2√(2√(2√(2√(2√(2√(2√2)))))))", "9e99999999999", "10^999999999999", "1" + "0" * 63, "0." + "9" * 62,
    "9" * 31 + "/" + "7" * 32, "√" + "9" * 63, "x=" + "1,x=" * 15 + "1", "1<x<2<x<3<x<4<x<5<x<6",
    # These were found by a longer search than is made each time.
    "1/(x+y)+91/(x-1y)+1/(xay)+1ππ^5π/(+πππππ(x+7)(x+8)X)+1/(x+y)",
    "15/(x+yX+2^12x/3)+1^6/(x-2y)+1(x^3-10.5)(2x+3y)(πy^2)/(πy)^5",
    "(x/(x^2-1)-1)(x(x^2+3x+2)X)(x^-2-3)(x^2(x+1)/(x+2)+2)^2(x-8)=0",
    "-21<(a((+7)(x+(x+2)^2)^2+x+1)x/3+xyc)(πx+1)(x/X)(π+1x(x+2)^2)<9",
    "(x+1)^12=(x+2)^12", "(x-1)(x-2)(x-3)(x-4)(x-5)(x-6)(x-7)(x-8)=0", "-9<(x+1)(x+2)(x+3)(x+4)(x+5)<9",
)  # fmt: skip
"""As long, deep or odd as we could think of; every type has to stand them all."""


def run(say: Callable[[str], None], *, tries: int) -> None:
    """Measure every type and print a table. tries: how many answers the search makes up, for each type and form."""
    say("One answer, in microseconds, the quickest of many times: marking a typical one, and the same again; taking")
    say(f"marking the worst that a search found in {tries:,} tries for each type and form.\n")
    say(f"{'type':<13}{'typical':>9}{'again':>9}{'worst':>9}  {'asked for':<11} the worst answer found")
    every = []
    for kind in KEYS:
        each = measure(kind, tries=tries)
        every.append(each)
        say(f"{kind.value:<13}{each.typical:>9.1f}{each.again:>9.1f}{each.worst:>9.1f}  {each.form:<11} {each.answer}")
    say(f"\n{1e6 / mean(each.typical for each in every):,.0f} typical answers a second, in one process.")
    say(f"The worst of all takes {max(each.worst for each in every) / 1_000:.2f} ms.")


def measure(kind: Kind, *, tries: int) -> Figures:
    """The figures of one type."""
    question = question_of(kind, [KEYS[kind]], Wanted())
    typical = mean(_quickest(mark, question, answer) for answer in TYPICAL[kind])
    again = mean(_quickest(mark, question, answer, known=answer) for answer in TYPICAL[kind])
    worst = max(_worst(kind, form, tries=tries) for form in FORMS.get(kind, ("",)))
    return Figures(kind, typical, again, *worst)


def _worst(kind: Kind, form: str, *, tries: int) -> tuple[float, str, str]:
    """The slowest answer that a search finds where this form is asked for: its time, the form, the answer."""
    question = question_of(kind, [KEYS[kind]], Wanted(form=form))
    clock = partial(_quickest, _take_and_mark, question, rounds=2)
    answer = slowest(kind, (*TYPICAL[kind], *HOSTILE), clock, tries=tries)
    return _quickest(_take_and_mark, question, answer), form, answer


def _take_and_mark(question: Question, answer: str) -> None:
    """All that the server does with an answer: whether it can be taken, and later what it is worth."""
    unreadable(question, answer)
    mark(question, answer)


def _quickest(
    work: Callable[[Question, str], object], question: Question, answer: str, *, known: str = "", rounds: int = 0
) -> float:
    """known: what was marked before, the key where nothing is said; it was read before in every round."""
    return min(_timed(work, question, answer, known=known or question.key[0]) for _ in range(rounds or ROUNDS))


def _timed(work: Callable[[Question, str], object], question: Question, answer: str, *, known: str) -> float:
    for kept in _kept():
        kept.cache_clear()
    mark(question, known)
    started = perf_counter_ns()
    work(question, answer)
    return (perf_counter_ns() - started) / 1_000


@cache
def _kept() -> tuple[Any, ...]:
    """Whatever the marking remembers of earlier answers."""
    modules = [module for name, module in sys.modules.items() if name.startswith(marking.__name__)]
    every = [each for module in modules for each in vars(module).values()]
    return tuple({id(each): each for each in every if hasattr(each, "cache_clear")}.values())
