"""Tables of what quizzes and the bank cover, line by line, for `puzzles check`."""

from collections import Counter
from collections.abc import Iterable

from challenge.catalogue.coverage import Counts, Covered
from challenge.catalogue.quizzes import CATEGORIES
from challenge.catalogue.topics import AIMS, STRANDS
from challenge.rules.tarsia.layouts import SHAPES


def table_of_quizzes(counts: Counts) -> list[str]:
    """Questions per topic and level; each strand's share of a level beside the share it should have."""
    if not counts:
        return []
    lines = ["", _row("Questions of the quizzes", CATEGORIES.values())]
    for strand, (weight, topics) in STRANDS.items():
        shares = [
            _share(_sum(counts, category, topics), _sum(counts, category, _EVERY_TOPIC)) for category in CATEGORIES
        ]
        lines.append(_row(f"{strand} (aim {weight}%)", shares))
        lines += [_row(f"  {topic}", [counts[category, topic] or "-" for category in CATEGORIES]) for topic in topics]
    return lines


def table_of_bank(covered: Covered) -> list[str]:
    """Questions per topic and level beside what is aimed at: in all, and in brackets those written by hand."""
    lines = ["", _row("The bank: in all/aim (by hand/aim)", CATEGORIES.values())]
    for strand, (_, topics) in STRANDS.items():
        lines.append(_row(strand, [_cell(covered, category, topics) for category in CATEGORIES]))
        lines += [
            _row(f"  {topic}", [_cell(covered, category, [topic]) for category in CATEGORIES]) for topic in topics
        ]
    lines.append(_row("All of it", [_cell(covered, category, _EVERY_TOPIC) for category in CATEGORIES]))
    kinds = sorted({kind for _, kind in covered.kinds})
    return [
        *lines,
        *(_row(f"  {kind}", [covered.kinds[category, kind] or "-" for category in CATEGORIES]) for kind in kinds),
    ]


def table_of_tarsias(counts: Counts) -> list[str]:
    """Tarsia puzzles per shape and level."""
    if not counts:
        return []
    rows = [_row(f"  {shape}", [counts[category, shape] or "-" for category in CATEGORIES]) for shape in SHAPES]
    totals = [_sum(counts, category, SHAPES) for category in CATEGORIES]
    return ["", _row("Tarsia puzzles", CATEGORIES.values()), *rows, _row("All of them", totals)]


_EVERY_TOPIC = [topic for _, topics in STRANDS.values() for topic in topics]
_IN_ALL = Counter({place: aim.in_all for place, aim in AIMS.items()})
_BY_HAND = Counter({place: aim.by_hand for place, aim in AIMS.items()})


def _cell(covered: Covered, category: str, topics: Iterable[str]) -> str:
    have, aim, written, to_write = (
        _sum(counts, category, topics) for counts in (covered.in_all, _IN_ALL, covered.by_hand, _BY_HAND)
    )
    return f"{have}/{aim} ({written}/{to_write})" if have or aim else "-"


def _sum(counts: Counts, category: str, topics: Iterable[str]) -> int:
    return sum(counts[category, topic] for topic in topics)


def _row(name: str, cells: Iterable[object]) -> str:
    return f"{name:<44}" + "".join(f"{cell!s:>19}" for cell in cells)


def _share(count: int, total: int) -> str:
    return f"{count} ({round(100 * count / total)}%)" if total else "-"
