"""How hard a puzzle is to put together, from 1 to 5, whatever its mathematics asks.

It starts at 1. One more for each of: more than 12 pieces; more than 20 pieces; an extended border, whose labels look as
if they had a partner; pieces of which any of three or four sides can be the right one; look-alikes, at least a quarter
of all labels, which differ from another only by noughts, points, signs or the order of their characters, as 0.5 from
0.05 and 12 from 21.
"""

from collections.abc import Sequence

from challenge.rules.tarsia.labels import folded
from challenge.rules.tarsia.layouts import Layout
from challenge.rules.tarsia.values import Pair

EASIEST, HARDEST = 1, 5
MANY_PIECES = (12, 20)
SHARE_OF_LOOK_ALIKES = 4
"""One label in so many."""

_OVERLOOKED = " 0.,-+()\N{MINUS SIGN}"


def difficulty(layout: Layout, pairs: Sequence[Pair], border: Sequence[str] = ()) -> int:
    """From 1, easy, to 5."""
    labels = [*(label for pair in pairs for label in pair), *border]
    harder = (
        *(len(layout.cells) > many for many in MANY_PIECES),
        bool(border),
        layout.ground.turns > 2,
        look_alikes(labels) * SHARE_OF_LOOK_ALIKES >= len(labels),
    )
    return min(EASIEST + sum(harder), HARDEST)


def look_alikes(labels: Sequence[str]) -> int:
    """How many labels differ from another one only by noughts, points, signs or the order of their characters."""
    texts = {folded(label) for label in labels}
    groups: dict[str, int] = {}
    for text in texts:
        key = "".join(sorted(character for character in text if character not in _OVERLOOKED))
        groups[key] = groups.get(key, 0) + 1
    return sum(count for key, count in groups.items() if key and count > 1)
