"""What the catalogue hands out of a Tarsia file: the puzzle as it is played, and the labels that stand on its pieces.

Plain values. They must not know YAML, Typst or the disk.
"""

from dataclasses import dataclass

from challenge.rules.tarsia.puzzles import Puzzle


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at one edge. text: as its author wrote it; html: for a page; spoken: as it is read aloud."""

    text: str
    html: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Tarsia:
    """One Tarsia puzzle of puzzles/tarsia.

    labels: the two of each pair, one pair after the other, then those of the border. faces: which label, by its number,
    stands on each edge of each piece. puzzle: the same edges by the class of their value, which is what scores.
    """

    slug: str
    title: str
    category: str
    topic: str
    calculator: bool
    minutes: int
    about: str
    labels: tuple[Label, ...]
    faces: Puzzle
    puzzle: Puzzle
    fingerprint: str
