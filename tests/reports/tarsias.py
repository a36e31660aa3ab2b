"""Tarsia puzzles for tests of what is printed, as if they had been read from a file."""

from challenge.catalogue.tarsias import Label, Tarsia
from challenge.rules.tarsia.layouts import layout
from challenge.rules.tarsia.puzzles import filled

WORDS = (
    ("$1/2$ of 20", "10"),
    ("25% of 80", "20"),
    ("$sqrt(49)$", "7"),
    ("$x^2 + 3 x$ at 2", "$10.0$"),
    ("£3.50 + 45p", "£3.95"),
    ("$2 1/3$ hours", "140 minutes"),
    ("$3 times 10^4$", "30,000"),
    ("$2/3 + 1/4$", "$11/12$"),
    ("Share £40 in 3:5", "£15 and £25"),
    ("−4 − 9", "−13"),
)
"""Pairs of labels: fractions, powers, roots, money, and plain texts up to 16 characters."""


def a_tarsia(name, *, pairs=None, border=(), title="Fractions of amounts"):
    """A puzzle of this layout; its labels go round the pairs."""
    laid = layout(name)
    chosen = [(pairs or WORDS)[number % len(pairs or WORDS)] for number in range(laid.matches)]
    labels = tuple(Label(text, text, text) for text in [*sum(chosen, ()), *border])
    numbers = [(2 * pair, 2 * pair + 1) for pair in range(laid.matches)]
    faces = filled(laid, numbers, list(range(2 * laid.matches, len(labels))))
    puzzle = filled(laid, [(pair, pair) for pair in range(laid.matches)])
    return Tarsia(
        slug="sample",
        title=title,
        category="funkies",
        topic="Fractions",
        calculator=False,
        minutes=15,
        about="",
        labels=labels,
        faces=faces,
        puzzle=puzzle,
        fingerprint="",
    )
