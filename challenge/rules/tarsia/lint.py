"""What is wrong with a puzzle, as its author can mend it: labels that aren't equal, or equal by chance, or too long.

Errors keep a puzzle from being played fairly; warnings are for its author to look at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from challenge.rules.tarsia.grounds import Line, Pairs, Ring
from challenge.rules.tarsia.labels import folded, seen
from challenge.rules.tarsia.layouts import Layout
from challenge.rules.tarsia.puzzles import Puzzle, filled
from challenge.rules.tarsia.solving import Counted, solutions
from challenge.rules.tarsia.values import Likeness, Pair, classes, compared

MOST_ON_A_JIGSAW = 24
MOST_ON_A_TILE = 40
"""Characters of a label as it is seen in one line: chains, loops and cards have more room."""

MOST_COUNTED = 10
"""Solutions: so many or more are all the same to an author."""


class Weight(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. pair: its number from 1, 0 for the border or the whole puzzle; label: as it is seen, or ''."""

    weight: Weight
    pair: int
    label: str
    message: str

    def __str__(self) -> str:
        where = [f"pair {self.pair}"] * bool(self.pair) + [f"“{self.label}”"] * bool(self.label)
        return f"{self.weight}: {', '.join(where)}{': ' if where else ''}{self.message}"


@dataclass(frozen=True, slots=True)
class Linted:
    """All findings, the errors first, and how many solutions there are."""

    findings: tuple[Finding, ...]
    solutions: Counted

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return tuple(finding for finding in self.findings if finding.weight is Weight.ERROR)


def classed(layout: Layout, pairs: Sequence[Pair], border: Sequence[str] = ()) -> Puzzle:
    """The puzzle by the classes of its values; each label of the border has one that nothing else has."""
    by_value = classes(pairs)
    return filled(layout, [(each, each) for each in by_value], range(len(pairs), len(pairs) + len(border)))


def lint(layout: Layout, pairs: Sequence[Pair], border: Sequence[str] = ()) -> Linted:
    """Everything that is wrong with a puzzle of as many pairs as the layout has matches."""
    counted = solutions(classed(layout, pairs, border), most=MOST_COUNTED)
    found = [
        *_unequal(pairs),
        *_repeated(layout, pairs, counted),
        *_in_the_border(pairs, border),
        *_too_long(layout, pairs, border),
        *_ambiguous(layout, counted),
    ]
    return Linted(tuple(sorted(found, key=lambda finding: finding.weight)), counted)


def most_seen(layout: Layout) -> int:
    """How many characters a label of this layout may have, as it is seen."""
    return MOST_ON_A_TILE if isinstance(layout.ground, Line | Ring | Pairs) else MOST_ON_A_JIGSAW


def _unequal(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Pairs whose two labels say different values, or nothing that has to be worked out."""
    for number, (one, other) in enumerate(pairs, start=1):
        likeness = compared(one, other)
        shown = f"“{seen(other)}”"
        if likeness is Likeness.UNEQUAL:
            message = f"{shown} beside it is not equal to it. Mend one of the two."
            yield Finding(Weight.ERROR, number, seen(one), message)
        elif likeness is Likeness.OTHER_KIND:
            message = f"{shown} beside it is of another kind. Give both the same unit, or none."
            yield Finding(Weight.WARNING, number, seen(one), message)
        elif folded(one) == folded(other):
            message = "Both labels are the same, so there is nothing to work out. Change one."
            yield Finding(Weight.WARNING, number, seen(one), message)


def _repeated(layout: Layout, pairs: Sequence[Pair], counted: Counted) -> Iterator[Finding]:
    """Pairs that say what an earlier one says: only a jigsaw that has one solution all the same bears it."""
    is_borne = most_seen(layout) == MOST_ON_A_JIGSAW and counted.is_one
    weight = Weight.WARNING if is_borne else Weight.ERROR
    for number, first in enumerate(classes(pairs)):
        if number != first:
            label, other = _alike(pairs[number], pairs[first])
            same = "the same text as" if folded(label) == folded(other) else "equal to"
            message = f"This is {same} “{seen(other)}” of pair {first + 1}. Give one of the pairs another value."
            yield Finding(weight, number + 1, seen(label), message)


def _alike(pair: Pair, other: Pair) -> Pair:
    """A label of each that are equal, the same text if there is one; else the first of each."""
    both = [(here, there) for here in pair for there in other]
    equal = [(here, there) for here, there in both if compared(here, there) is Likeness.EQUAL]
    return min(equal, key=lambda found: folded(found[0]) != folded(found[1]), default=both[0])


def _in_the_border(pairs: Sequence[Pair], border: Sequence[str]) -> Iterator[Finding]:
    """Labels on the outer sides that would match one inside, and those that stand there twice."""
    inside = [(number, label) for number, pair in enumerate(pairs, start=1) for label in pair]
    for at, label in enumerate(border):
        equal = next((each for each in inside if compared(label, each[1]) is Likeness.EQUAL), None)
        if equal:
            message = f"This label of the border is equal to “{seen(equal[1])}” of pair {equal[0]}. Change it."
            yield Finding(Weight.ERROR, 0, seen(label), message)
        elif any(compared(label, earlier) is Likeness.EQUAL for earlier in border[:at]):
            message = "This label of the border is equal to an earlier one of the border. Change it."
            yield Finding(Weight.WARNING, 0, seen(label), message)


def _too_long(layout: Layout, pairs: Sequence[Pair], border: Sequence[str]) -> Iterator[Finding]:
    labels = [(number, label) for number, pair in enumerate(pairs, start=1) for label in pair]
    for number, label in [*labels, *((0, label) for label in border)]:
        shown, most = seen(label), most_seen(layout)
        if len(shown) > most:
            message = f"This is {len(shown)} characters long as it is seen. Shorten it to {most}."
            yield Finding(Weight.ERROR, number, shown, message)


def _ambiguous(layout: Layout, counted: Counted) -> Iterable[Finding]:
    if counted.is_one:
        return []
    ways = "ways to pair the cards" if isinstance(layout.ground, Pairs) else "solutions"
    found = f"There are {counted} {ways}" if not counted.gave_up else f"The {ways} are {counted}"
    return [Finding(Weight.ERROR, 0, "", f"{found}. Give every pair a value of its own.")]
